package models

import (
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// handlingFacts say in which way the case is handled.
func (c *Case) handlingFacts(f *workflows.Facts) {
	h := &f.Handling
	h.Simple, h.Ordinary = c.SimpleOn, c.OrdinaryOn
	if cause, ok := claims.LookupCause(claims.CauseCode(c.Cause)); ok {
		h.CollectiveContract = cause.Class == claims.Collective
	}
	if c.DefenceDays != nil {
		h.DefenceAgreed, h.DefenceDays = true, *c.DefenceDays
	}
}

// Consent is one worker's consent to what the representatives want to do (被代表人的同意).
type Consent struct {
	Child
	PartyID int64
	About   workflows.ConsentAbout
	GivenOn calendar.Date
	Proof   string `gorm:"serializer:sealed;type:bytea"`
}

// Postponement is a party's request for another hearing day, and the decision on it (请求延期开庭).
type Postponement struct {
	Child
	HearingID  int64
	PartyID    int64
	AskedOn    calendar.Date
	Reason     string `gorm:"serializer:sealed;type:bytea"`
	LateReason string `gorm:"serializer:sealed;type:bytea"`
	DecidedOn  calendar.Date
	Granted    *bool
	Answer     string `gorm:"serializer:sealed;type:bytea"`
}

// WaitingPostponement is the request that nobody has decided yet; nil if there is none.
func (c *Case) WaitingPostponement() *Postponement {
	for i := range c.Postponements {
		if p := &c.Postponements[i]; p.DecidedOn.IsZero() {
			return p
		}
	}
	return nil
}

// Silent are those whom representatives speak for and whose consent is not on record: none where nobody
// represents. A consent counts for what lay before the worker when it was given.
func (c *Case) Silent(about workflows.ConsentAbout) (silent []*Party) {
	represented := false
	for i := range c.Parties {
		represented = represented || c.Parties[i].Representative
	}
	if !represented {
		return nil
	}
	since := c.consentSince(about)
	for i := range c.Parties {
		p := &c.Parties[i]
		if p.Side != ApplicantSide || p.Representative {
			continue
		}
		given := false
		for _, k := range c.Consents {
			given = given || k.PartyID == p.ID && k.About == about && !k.GivenOn.Before(since)
		}
		if !given {
			silent = append(silent, p)
		}
	}
	return silent
}

// consentSince is the day on which what is consented to came before the workers.
func (c *Case) consentSince(about workflows.ConsentAbout) calendar.Date {
	switch {
	case about == workflows.ConsentWithdraw:
		return c.WithdrawalAskedOn
	case about == workflows.ConsentChange:
		return c.LastChange(true).AskedOn
	case !c.TribunalMediationOn.IsZero():
		return c.TribunalMediationOn
	case c.Mediation() != nil:
		return c.Mediation().ReceivedOn
	}
	return calendar.Date{}
}

// groupFacts say who of a group has not consented.
func (c *Case) groupFacts(f *workflows.Facts) {
	for _, p := range c.Parties {
		if p.Representative {
			f.Group.Representatives++
		}
	}
	f.Group.SettleSilent, f.Group.WithdrawSilent = len(c.Silent(workflows.ConsentSettle)), len(c.Silent(workflows.ConsentWithdraw))
	if c.LastChange(true) != nil {
		f.Group.ChangeSilent = len(c.Silent(workflows.ConsentChange))
	}
	if p := c.WaitingPostponement(); p != nil {
		f.Hearing.Asked = p.AskedOn
	}
}
