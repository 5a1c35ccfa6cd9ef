package models

import (
	"time"

	"tiaocai/policies"
	"tiaocai/workflows/calendar"
)

// Delegation is a dated record by which the director lets the head of the court decide in the
// director's place (书面委托): with a scope and an end, both days included.
type Delegation struct {
	ID           int64
	CommissionID int64
	GiverID      int64
	TakerID      int64
	Scope        string
	FromOn       calendar.Date
	UntilOn      calendar.Date
	GivenAt      time.Time
	EndedOn      calendar.Date
}

// Delegated says whether somebody holds a delegation of the commission on a day.
func Delegated(tx *Tx, account, commission int64, on calendar.Date) (bool, error) {
	var n int64
	err := tx.Model(&Delegation{}).Where("taker_id = ? AND commission_id = ? AND from_on <= ? AND until_on >= ? AND (ended_on is null OR ended_on > ?)",
		account, commission, on, on, on).Limit(1).Count(&n).Error
	return n > 0, err
}

// delegatedHolding is the hat that a delegation gives, today, to the head of the court.
func delegatedHolding(tx *Tx, account int64, p policies.Post, c *Case) ([]policies.Holding, error) {
	if p.Role != policies.CourtHead || p.Commission != c.CommissionID {
		return nil, nil
	}
	ok, err := Delegated(tx, account, c.CommissionID, tx.Today())
	if err != nil || !ok {
		return nil, err
	}
	return []policies.Holding{{Role: p.Role, Dom: policies.InCommission, Standing: policies.Delegated}}, nil
}
