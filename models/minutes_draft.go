package models

import (
	"time"

	"tiaocai/policies"
)

// MinutesDraft is what the recorder is typing (庭审笔录草稿): no minutes yet, but not to be lost either.
type MinutesDraft struct {
	CommissionID int64 `gorm:"primaryKey;autoIncrement:false"`
	HearingID    int64 `gorm:"primaryKey;autoIncrement:false"`
	CaseID       int64
	AccountID    int64
	Text         string `gorm:"serializer:sealed;type:bytea"`
	Points       string
	Version      int
	SavedAt      time.Time
}

// MinutesDraftOf is the draft of a hearing day; nil if there is none.
func MinutesDraftOf(tx *Tx, c *Case, hearing int64) (*MinutesDraft, error) {
	d := &MinutesDraft{}
	ok, err := found(tx.Where("commission_id = ? AND hearing_id = ?", c.CommissionID, hearing).Take(d).Error)
	if !ok {
		return nil, err
	}
	return d, nil
}

// KeepDraft writes the draft, and rings for those who look on.
func KeepDraft(tx *Tx, d *MinutesDraft) error {
	if err := tx.Save(d).Error; err != nil {
		return err
	}
	return tx.ring(policies.Case{Commission: d.CommissionID, ID: d.CaseID})
}

// DropDraft removes the draft of a hearing day whose minutes were written, and rings.
func DropDraft(tx *Tx, c *Case, hearing int64) error {
	if err := tx.Exec("delete from minutes_drafts where commission_id = ? and hearing_id = ?", c.CommissionID, hearing).Error; err != nil {
		return err
	}
	return tx.ring(c.Key())
}

func (tx *Tx) ring(c policies.Case) error {
	return tx.Exec("select pg_notify(?, ?)", bellChannel, bellText(c)).Error
}
