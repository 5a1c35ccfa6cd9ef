package models

import (
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Recusal is one request that somebody who sits or records should not (回避申请), and the decision.
type Recusal struct {
	Child
	SeatID    int64
	AccountID int64  // whose recusal
	PartyID   *int64 // who asked; nil: they themselves (自行回避)
	Ground    workflows.RecusalGround
	Reason    string `gorm:"serializer:sealed;type:bytea"`
	KnownOn   calendar.Date
	AskedOn   calendar.Date
	DecidedOn calendar.Date
	Granted   *bool
	DecidedBy *int64
	Oral      bool
	MetOn     calendar.Date // the commission's meeting, where it decided
}

// Challenged says whether a request about the account waits.
func (c *Case) Challenged(account int64) bool {
	for _, r := range c.Recusals {
		if r.AccountID == account && r.DecidedOn.IsZero() {
			return true
		}
	}
	return false
}

// Recused are those whose recusal was granted: they sit on this case no more.
func (c *Case) Recused() (list []int64) {
	for _, r := range c.Recusals {
		if r.Granted != nil && *r.Granted {
			list = append(list, r.AccountID)
		}
	}
	return list
}

// Vacate ends a seat; the tribunal is to be formed anew.
func (c *Case) Vacate(tx *Tx, seat int64, on calendar.Date) error {
	for i := range c.Seats {
		if c.Seats[i].ID != seat {
			continue
		}
		if err := tx.Model(&c.Seats[i]).Update("until", on).Error; err != nil {
			return err
		}
		c.Seats = append(c.Seats[:i:i], c.Seats[i+1:]...)
		c.TribunalFormedOn = calendar.Date{}
		return nil
	}
	return nil
}

func (c *Case) recusalFacts(f *workflows.Facts) {
	for _, r := range c.Recusals {
		f.Recusal.Asked = append(f.Recusal.Asked, workflows.RecusalDay{Asked: r.AskedOn, Decided: r.DecidedOn})
		if r.Granted != nil && *r.Granted {
			f.Recusal.Vacated = calendar.Latest(f.Recusal.Vacated, r.DecidedOn)
		}
	}
	for _, h := range c.Hearings {
		if f.Recusal.FirstOpen.IsZero() {
			f.Recusal.FirstOpen = h.OpenedOn
		}
	}
}
