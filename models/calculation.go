package models

import (
	"encoding/json"
	"fmt"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// Calculation is the working of a claim's sum, kept with the claim (计算书). Whoever sees the claim
// sees it; the content names wages and is sealed.
type Calculation struct {
	Child
	ClaimNo   int
	Code      string
	Decided   bool // by the award; else what is claimed
	Capacity  workflows.Capacity
	AccountID int64
	MadeOn    calendar.Date
	Content   string `gorm:"serializer:sealed;type:bytea"`
}

// Put writes the working down.
func (c *Calculation) Put(w claims.Calculation) error {
	b, err := json.Marshal(w)
	c.Content = string(b)
	return err
}

// CalculationsOf are the workings kept in a case, oldest first.
func CalculationsOf(tx *Tx, c *Case) (list []Calculation, err error) {
	b := tx.batch()
	into(b, &list, "where commission_id = $1 and case_id = $2 order by id", c.CommissionID, c.ID)
	return list, b.send()
}

// Working reads it again.
func (c Calculation) Working() (*claims.Calculation, error) {
	var w claims.Calculation
	if err := json.Unmarshal([]byte(c.Content), &w); err != nil {
		return nil, fmt.Errorf("calculation %d: %w", c.ID, err)
	}
	return &w, nil
}
