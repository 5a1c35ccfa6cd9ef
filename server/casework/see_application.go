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

// SeeApplication shows the application as it was sent to whoever filed it, to a party all of whose data it is, and to
// staff who may see what is masked elsewhere. The looking is on record.
func (d *Desk) SeeApplication(ctx context.Context, who policies.Actor, ref string) (*SentView, error) {
	var v *SentView
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ViewCase)
		if err != nil {
			return err
		}
		filer, err := models.SentBy(tx, c)
		if err != nil {
			return err
		}
		if err := mayReadApplication(c, g, filer); err != nil {
			return err
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

// mayReadApplication says why somebody may not read the application whole; filer is the account that filed it. Numbers,
// addresses and phones stand on it: of several applicants, each may uncover only their own (mayReveal).
func mayReadApplication(c *models.Case, g policies.Grant, filer int64) error {
	switch {
	case !g.Party() && g.May(policies.RevealParty):
		return nil
	case !g.Party() || sideOf(g) != models.ApplicantSide:
		return policies.Forbid()
	case filer == g.Actor().Account:
		return nil
	case !g.May(policies.RevealParty):
		return policies.Forbid()
	}
	for _, p := range c.Parties {
		if p.Side == models.ApplicantSide && !p.Third() && !mayReveal(g, p, "id_number") {
			return fault.New(fault.Forbidden, "application-of-others", text("申请书上有其他申请人的身份证号、电话和住址，只有提交它的人可以看全文。您自己的信息和请求在案件页面上。",
				"The application has numbers, phones and addresses of the other applicants; only whoever filed it reads it whole. What concerns you stands on the page of the case."))
		}
	}
	return nil
}

// sentOnline says whether a case began with an application that was filled in online, and may be read
// by whoever looks.
func sentOnline(c *models.Case, sheet *models.Sheet, g policies.Grant) bool {
	for _, e := range sheet.Events {
		if e.Detail["application"] != nil {
			return mayReadApplication(c, g, e.AccountID) == nil
		}
	}
	return false
}
