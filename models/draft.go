package models

import (
	"time"

	"gorm.io/gorm/clause"
)

// Draft is an application that somebody is filling in (申请草稿). It is no case, and writes to none.
type Draft struct {
	CommissionID int64 `gorm:"primaryKey;autoIncrement:false"`
	ID           int64 `gorm:"primaryKey;autoIncrement"`
	CodeMac      []byte
	AccountID    *int64
	Answers      string `gorm:"serializer:sealed;type:bytea"`
	Version      int
	CreatedAt    time.Time `gorm:"autoCreateTime:false"`
	SavedAt      time.Time
	ExpiresAt    time.Time
	Ref          string // of the case that it became
	SentAt       *time.Time
}

// DraftFile is one photo of a draft (草稿的照片).
type DraftFile struct {
	CommissionID  int64 `gorm:"primaryKey;autoIncrement:false"`
	ID            int64 `gorm:"primaryKey;autoIncrement"`
	DraftID       int64
	Item          int // the exhibit that it will be part of, counted from 1
	FileName      string
	MediaType     string
	Size          int64
	Digest        []byte
	ObjectKey     string
	ObjectVersion string
	AddedAt       time.Time
}

// NewDraftCode makes the code with which a draft is gone on with: 16 signs.
func NewDraftCode() string { return codeText(randomBytes(10), 16) }

// DraftByCode finds a draft that has not expired; nil if there is none.
func DraftByCode(tx *Tx, commission int64, mac []byte) (*Draft, error) {
	return draftWhere(tx, false, "commission_id = ? AND code_mac = ? AND expires_at > ?", commission, mac, tx.Now)
}

// DraftOf finds the last draft that an account began and has not sent; nil if there is none.
func DraftOf(tx *Tx, commission, account int64) (*Draft, error) {
	return draftWhere(tx, false, "account_id = ? AND commission_id = ? AND sent_at is null AND expires_at > ?", account, commission, tx.Now)
}

// DraftByID finds a draft that has not expired; nil if there is none. Locked, nobody else changes it
// until the transaction ends.
func DraftByID(tx *Tx, commission, id int64, lock bool) (*Draft, error) {
	return draftWhere(tx, lock, "commission_id = ? AND id = ? AND expires_at > ?", commission, id, tx.Now)
}

func draftWhere(tx *Tx, lock bool, q string, args ...any) (*Draft, error) {
	find := tx.Where(q, args...).Order("id desc")
	if lock {
		find = find.Clauses(clause.Locking{Strength: "UPDATE"})
	}
	d := &Draft{}
	ok, err := found(find.Take(d).Error)
	if !ok {
		d = nil
	}
	return d, err
}

// Save writes what changed.
func (d *Draft) Save(tx *Tx) error {
	d.Version, d.SavedAt = d.Version+1, tx.Now
	return tx.Select("*").Where("commission_id = ? AND id = ?", d.CommissionID, d.ID).Updates(d).Error
}

// Files lists the draft's photos in the order in which they came.
func (d *Draft) Files(tx *Tx) ([]DraftFile, error) {
	var list []DraftFile
	return list, tx.Where("commission_id = ? AND draft_id = ?", d.CommissionID, d.ID).Order("item, id").Find(&list).Error
}

// DropFiles forgets photos of the draft: one, those of an exhibit, or all. Their objects are swept
// away after a day.
func (d *Draft) DropFiles(tx *Tx, item int, id int64) (int64, error) {
	q := tx.Where("commission_id = ? AND draft_id = ?", d.CommissionID, d.ID)
	if item > 0 {
		q = q.Where("item = ?", item)
	}
	if id > 0 {
		q = q.Where("id = ?", id)
	}
	r := q.Delete(&DraftFile{})
	return r.RowsAffected, r.Error
}

// ForgetDrafts removes the drafts that have expired, with their photos' rows.
func ForgetDrafts(tx *Tx) (int64, error) {
	r := tx.Exec("delete from drafts where expires_at <= ?", tx.Now)
	return r.RowsAffected, r.Error
}

// SentApplication is the application as it was sent, word for word (仲裁申请书原文).
type SentApplication struct {
	Child
	Text   string `gorm:"serializer:sealed;type:bytea"`
	Digest []byte
	SentAt time.Time
}

// SentOf reads the application that a case began with; nil if it was not filled in online.
func SentOf(tx *Tx, c *Case) (*SentApplication, error) {
	s := &SentApplication{}
	ok, err := found(tx.Where("commission_id = ? AND case_id = ?", c.CommissionID, c.ID).Take(s).Error)
	if !ok {
		s = nil
	}
	return s, err
}

// SentBy is the account that filed the application; 0 if the case's own record does not say.
func SentBy(tx *Tx, c *Case) (int64, error) {
	var id int64
	err := tx.Raw(`select coalesce((select account_id from case_events where commission_id = ? and case_id = ? and detail->>'application' is not null order by no desc limit 1), 0)`,
		c.CommissionID, c.ID).Scan(&id).Error
	return id, err
}

// sent takes the application along to the receiver of a transferred case.
func (m moved) sent() error {
	s, err := SentOf(m.tx, m.from)
	if err != nil || s == nil {
		return err
	}
	s.Child = m.child()
	return m.tx.Create(s).Error
}
