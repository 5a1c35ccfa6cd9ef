package models

import "time"

// AwardDraft is what the tribunal has typed of its award (裁决草稿), sealed: the form's fields by name, as JSON.
type AwardDraft struct {
	CommissionID int64 `gorm:"primaryKey;autoIncrement:false"`
	CaseID       int64 `gorm:"primaryKey;autoIncrement:false"`
	AccountID    int64
	Version      int
	Typed        string `gorm:"serializer:sealed;type:bytea"`
	SavedAt      time.Time
}

// AwardDraftOf is the draft of a case; nil if there is none.
func AwardDraftOf(tx *Tx, c *Case) (*AwardDraft, error) {
	d := &AwardDraft{}
	ok, err := found(tx.Where("commission_id = ? AND case_id = ?", c.CommissionID, c.ID).Take(d).Error)
	if !ok {
		return nil, err
	}
	return d, nil
}

// KeepAwardDraft writes the draft.
func KeepAwardDraft(tx *Tx, d *AwardDraft) error { return tx.Save(d).Error }

// DropAwardDraft removes it.
func DropAwardDraft(tx *Tx, c *Case) error {
	return tx.Exec("delete from award_drafts where commission_id = ? and case_id = ?", c.CommissionID, c.ID).Error
}
