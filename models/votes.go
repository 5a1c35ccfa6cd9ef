package models

import (
	"time"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Vote is one arbitrator's opinion in the deliberation (评议意见). It belongs to the secret volume: who
// voted how, and why, is sealed, and read by the tribunal and the head alone.
type Vote struct {
	Child
	AccountID  int64
	CastOn     calendar.Date
	Stance     string `gorm:"serializer:sealed;type:bytea"`
	View       string `gorm:"serializer:sealed;type:bytea"`
	RecordedAt time.Time
}

// VotesOf reads the votes of a case, for a grant that opens the secret volume.
func VotesOf(tx *Tx, g policies.Grant) ([]Vote, error) {
	if !g.May(policies.ViewSecret) {
		return nil, policies.Forbid()
	}
	var list []Vote
	err := tx.Where("commission_id = ? AND case_id = ?", g.Case().Commission, g.Case().ID).Order("id").Find(&list).Error
	return list, err
}

// Counts says whether a vote was cast since the last hearing day was announced: one from before is void, for the hearing
// was reopened after it (TR-2).
func (c *Case) Counts(v Vote) bool {
	h := c.Hearing()
	return h == nil || h.AnnouncedAt == nil || !v.RecordedAt.Before(*h.AnnouncedAt)
}

// voteFacts count the present arbitrators' last votes.
func (c *Case) voteFacts(f *workflows.Facts) {
	for _, s := range c.Seats {
		if s.Seat == "recorder" {
			continue
		}
		stance := workflows.Stance("")
		for _, v := range c.Votes {
			if v.AccountID == s.AccountID && c.Counts(v) {
				stance = workflows.Stance(v.Stance)
			}
		}
		switch stance {
		case "":
		case workflows.OtherView:
			f.Tribunal.Voted, f.Tribunal.Otherwise = f.Tribunal.Voted+1, f.Tribunal.Otherwise+1
		default:
			f.Tribunal.Voted++
		}
	}
}
