package models

import (
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// CounterApplication is what the respondent claims in turn (反申请), and what became of it.
type CounterApplication struct {
	Child
	PartyID    int64
	AskedOn    calendar.Date
	Claims     string `gorm:"serializer:sealed;type:bytea"`
	Reason     string `gorm:"serializer:sealed;type:bytea"`
	DecidedOn  calendar.Date
	Result     *string // joined, separate, not-accepted
	Answer     string  `gorm:"serializer:sealed;type:bytea"`
	AnsweredOn calendar.Date
}

// Joined says whether it is heard together with the case.
func (x CounterApplication) Joined() bool { return x.Result != nil && *x.Result == "joined" }

// WaitingCounter is the one that nobody has decided; nil if there is none.
func (c *Case) WaitingCounter() *CounterApplication {
	for i := range c.Counters {
		if x := &c.Counters[i]; x.DecidedOn.IsZero() {
			return x
		}
	}
	return nil
}

// JoinedCounter is the one that is heard together with the case; nil if there is none.
func (c *Case) JoinedCounter() *CounterApplication {
	for i := range c.Counters {
		if x := &c.Counters[i]; x.Joined() {
			return x
		}
	}
	return nil
}

// AskedClaims are the applicants' own claims; CounterClaims the respondent's.
func (c *Case) AskedClaims() []Claim   { return c.claimsOf(false) }
func (c *Case) CounterClaims() []Claim { return c.claimsOf(true) }

func (c *Case) claimsOf(counter bool) (list []Claim) {
	for _, x := range c.Claims {
		if x.Counter == counter {
			list = append(list, x)
		}
	}
	return list
}

// Third says whether the party is a third person (第三人): it hears and is heard, and disposes of nothing.
func (p Party) Third() bool { return p.Role == workflows.ThirdPerson }

func (c *Case) counterFacts(f *workflows.Facts) {
	if x := c.WaitingCounter(); x != nil {
		f.Counter.Asked = x.AskedOn
	}
	if x := c.JoinedCounter(); x != nil {
		f.Counter.Joined, f.Counter.Answered = x.DecidedOn, x.AnsweredOn
		f.Counter.Notices = c.served(workflows.CounterNotice, ApplicantSide, 0)
	}
}
