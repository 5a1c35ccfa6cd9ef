package models

import (
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// ClaimChange is a request to add or change claims after acceptance (增加、变更请求), and the decision.
type ClaimChange struct {
	Child
	AskedOn    calendar.Date
	Claims     string `gorm:"serializer:sealed;type:bytea"` // all claims as they would stand then
	Reason     string `gorm:"serializer:sealed;type:bytea"`
	Switch     bool
	DecidedOn  calendar.Date
	Accepted   *bool
	Waived     bool
	AnsweredOn calendar.Date
}

// Granted says whether the tribunal took the change on.
func (x ClaimChange) Granted() bool { return x.Accepted != nil && *x.Accepted }

// LastChange is the change that waits, or the last one that was decided as asked for; nil if none.
func (c *Case) LastChange(waiting bool) *ClaimChange {
	for i := len(c.ClaimChanges) - 1; i >= 0; i-- {
		if x := &c.ClaimChanges[i]; x.DecidedOn.IsZero() == waiting && (waiting || x.Granted()) {
			return x
		}
	}
	return nil
}

// ReplaceClaims puts other claims in the place of those there are. A sum that was worked out for a
// claim that is another one now goes with it.
func (c *Case) ReplaceClaims(tx *Tx, list []Claim) error {
	for _, x := range c.CounterClaims() { // what the respondent claims in turn stays, after them
		x.ID, x.No = 0, len(list)+1
		list = append(list, x)
	}
	const mine = "commission_id = ? AND case_id = ?"
	for i, was := range c.Claims {
		if i < len(list) && list[i].Code == was.Code && list[i].Amount == was.Amount {
			continue
		}
		if err := tx.Where(mine+" AND claim_no = ?", c.CommissionID, c.ID, was.No).Delete(&Calculation{}).Error; err != nil {
			return err
		}
	}
	if err := c.DropClaims(tx); err != nil {
		return err
	}
	c.Claims = list
	for i := range c.Claims {
		c.Change(&c.Claims[i])
	}
	return nil
}

func (c *Case) changeFacts(f *workflows.Facts) {
	for _, x := range c.ClaimChanges {
		if x.DecidedOn.IsZero() {
			f.Change.Asked = x.AskedOn
		}
		f.Change.Switched = f.Change.Switched || (x.Switch && x.Granted())
	}
	if x := c.LastChange(false); x != nil && !x.Waived {
		f.Change.Notices, f.Change.Answered = c.served(workflows.ChangeNotice, RespondentSide, 0), x.AnsweredOn
	}
}
