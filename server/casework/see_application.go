package casework

import (
	"context"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// SentView is the application as it was sent (仲裁申请书原文): numbers, address and phone stand on it whole.
type SentView struct {
	Ref    string    `json:"ref"`
	Number string    `json:"number,omitempty"`
	Text   string    `json:"text"`
	Hash   string    `json:"hash" doc:"全文的 SHA-256 SHA-256 of the text"`
	SentAt time.Time `json:"sent_at"`
}

// SeeApplication shows the application as it was sent, to the applicant's side and to staff who may see
// what is masked elsewhere. The looking is on record.
func (d *Desk) SeeApplication(ctx context.Context, who policies.Actor, ref string) (*SentView, error) {
	var v *SentView
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.RevealParty)
		if err != nil {
			return err
		}
		if g.Party() && sideOf(g) != models.ApplicantSide {
			return policies.Forbid()
		}
		s, err := models.SentOf(tx, c)
		if err != nil {
			return err
		}
		if s == nil {
			return fault.New(fault.Conflict, "no-application", text("这个案件的申请不是在网上填的，这里没有全文。", "The application of this case was not filled in online; there is no text of it here."))
		}
		v = &SentView{Ref: c.Ref, Number: c.CaseNumber(), Text: s.Text, Hash: fmt.Sprintf("%x", s.Digest), SentAt: s.SentAt.In(models.Zone)}
		return models.NoteRead(tx, c.Key(), who.Account, "application")
	})
	if err != nil {
		return nil, fmt.Errorf("see application: %w", err)
	}
	return v, nil
}

// sentOnline says whether a case began with an application that was filled in online, and may be read
// by whoever looks.
func sentOnline(sheet *models.Sheet, g policies.Grant) bool {
	if !g.May(policies.RevealParty) || g.Party() && sideOf(g) != models.ApplicantSide {
		return false
	}
	for _, e := range sheet.Events {
		if e.Detail["application"] != nil {
			return true
		}
	}
	return false
}
