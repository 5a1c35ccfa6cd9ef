package models

import (
	"time"

	"gorm.io/gorm/clause"

	"tiaocai/policies"
	"tiaocai/workflows/law"
)

// Bundle is all exhibits of a case as one PDF (证据卷), or on its way to become it. It is a view, kept for a week.
type Bundle struct {
	Child
	AskedBy       int64
	AskedAt       time.Time
	State         string // queued, working, done, failed
	Listed        int    // exhibits
	Done          int    // of them, so far
	Newest        int64  // the id of the last exhibit in it
	MovedAt       time.Time
	FinishedAt    *time.Time
	ExpiresAt     time.Time
	Pages         int
	LeftOut       []LeftOut `gorm:"serializer:json"`
	Said          law.Text  `gorm:"serializer:json"`
	MediaType     string
	Size          int64
	Digest        []byte
	ObjectKey     string
	ObjectVersion string
	VerifiedAt    *time.Time // last found to be what was made
}

// LeftOut is an exhibit that is not in a bundle, and why.
type LeftOut struct {
	Mark string   `json:"mark"`
	Says law.Text `json:"says"`
}

// UnderWay says whether somebody waits for it.
func (b *Bundle) UnderWay() bool { return b.State == "queued" || b.State == "working" }

// NewBundle begins a bundle, unless one of the case is under way: then that is the one, and fresh is false.
func NewBundle(tx *Tx, b *Bundle) (_ *Bundle, fresh bool, err error) {
	r := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(b)
	if r.Error != nil || r.RowsAffected == 1 {
		return b, true, r.Error
	}
	other := &Bundle{}
	err = tx.Clauses(clause.Locking{Strength: "UPDATE"}).Where("commission_id = ? AND case_id = ? AND state IN ('queued','working')", b.CommissionID, b.CaseID).Take(other).Error
	return other, false, err
}

// BundlesOf reads the bundles of the case that the grant was issued for, newest first, without those that have expired.
func BundlesOf(tx *Tx, g policies.Grant) ([]Bundle, error) {
	var list []Bundle
	return list, tx.Where("commission_id = ? AND case_id = ? AND expires_at > ?", g.Case().Commission, g.Case().ID, tx.Now).Order("id desc").Find(&list).Error
}

// LockBundle holds a bundle for the job that makes it; nil if it is gone or nobody waits for it any more.
func LockBundle(tx *Tx, commission, id int64) (*Bundle, error) {
	b := &Bundle{}
	ok, err := found(tx.Clauses(clause.Locking{Strength: "UPDATE"}).Where("commission_id = ? AND id = ? AND state IN ('queued','working') AND expires_at > ?", commission, id, tx.Now).Take(b).Error)
	if !ok {
		b = nil
	}
	return b, err
}

// Went notes how far a bundle has come, or what became of it.
func (b *Bundle) Went(tx *Tx) error {
	b.MovedAt = tx.Now
	return tx.Select("State", "Listed", "Done", "Newest", "MovedAt", "FinishedAt", "ExpiresAt", "Pages", "LeftOut", "Said", "Size", "Digest", "ObjectKey", "ObjectVersion", "VerifiedAt").
		Where("commission_id = ? AND id = ?", b.CommissionID, b.ID).Updates(b).Error
}

// BundleMoved notes that so many exhibits are in, and says whether anybody still waits.
func BundleMoved(tx *Tx, commission, id int64, done int) (waits bool, err error) {
	r := tx.Exec(`update bundles set done = ?, moved_at = ? where commission_id = ? and id = ? and state = 'working'`, done, tx.Now, commission, id)
	return r.RowsAffected > 0, r.Error
}

// BundleVerified notes when a bundle was last found to be what was made.
func BundleVerified(tx *Tx, b Bundle) error {
	return tx.Exec(`update bundles set verified_at = ? where commission_id = ? and id = ?`, tx.Now, b.CommissionID, b.ID).Error
}

// DropBundles forgets the bundles of a case that were made, or failed, before one. Their objects are swept away.
func DropBundles(tx *Tx, b Bundle) error {
	return tx.Exec(`delete from bundles where commission_id = ? and case_id = ? and id < ? and state in ('done','failed')`, b.CommissionID, b.CaseID, b.ID).Error
}

// DropBundle forgets one.
func DropBundle(tx *Tx, b Bundle) error {
	return tx.Exec(`delete from bundles where commission_id = ? and id = ?`, b.CommissionID, b.ID).Error
}

// ForgetBundles forgets those whose time is over.
func ForgetBundles(tx *Tx) (int64, error) {
	r := tx.Exec(`delete from bundles where expires_at <= ?`, tx.Now)
	return r.RowsAffected, r.Error
}
