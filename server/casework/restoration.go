package casework

import (
	"strings"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// AskRestoration asks that a period which was missed for good cause runs on, within ten days after the
// obstacle ended (申请顺延耽误的期限).
type AskRestoration struct {
	Dated
	Party    string        `json:"party,omitempty" maxLength:"8" doc:"哪位当事人，如 申1；自己提出的不填 Which party, as 申1; left out by a party itself"`
	Period   string        `json:"period" enum:"defence,evidence" doc:"耽误的期限 The period that was missed"`
	Obstacle string        `json:"obstacle" minLength:"2" maxLength:"2000" doc:"不可抗力或者其他正当理由 Force majeure or other good cause"`
	EndedOn  calendar.Date `json:"ended_on" doc:"障碍消除之日 The day the obstacle ended"`
}

func (AskRestoration) Event() workflows.Event { return workflows.AskRestoration }

func (r AskRestoration) Tell(a *Act, f *workflows.Facts) error {
	p, err := a.party(r.Party)
	switch {
	case err != nil:
		return err
	case r.EndedOn.IsZero() || r.EndedOn.After(a.On):
		return bad("ended_on", "障碍消除之日应当是今天或者今天以前。", "The obstacle ended today or earlier.")
	}
	f.Act.Restoration.Ended, f.Act.Restoration.Missed = r.EndedOn, missedOn(*f, workflows.Period(r.Period), p)
	return nil
}

// missedOn is the last day of the period for the party; none where no such period ran.
func missedOn(f workflows.Facts, period workflows.Period, p *models.Party) calendar.Date {
	if period == "evidence" {
		return f.EvidenceEnds(workflows.Capacity(p.Side))
	}
	for _, c := range workflows.Clocks(f) {
		if c.Period == period && c.Party == p.Mark() {
			return c.Due
		}
	}
	return none
}

func (r AskRestoration) Apply(a *Act) error {
	p, err := a.party(r.Party)
	if err != nil {
		return err
	}
	period := workflows.Period(r.Period)
	c := a.Case
	c.Restorations = append(c.Restorations, models.Restoration{Child: a.child(), PartyID: p.ID, Period: period, Obstacle: r.Obstacle, EndedOn: r.EndedOn, AskedOn: a.On,
		Missed: missedOn(c.Facts(a.Rules, a.Tx.Today()), period, p)})
	c.Change(&c.Restorations[len(c.Restorations)-1])
	a.Detail["party"], a.Detail["period"] = p.Mark(), r.Period
	return nil
}

// AnswerRestoration lets the period run on to a day, or refuses (决定是否顺延期限).
type AnswerRestoration struct {
	Dated
	Until  calendar.Date `json:"until,omitempty" doc:"准许的，顺延到哪一天；不准许的不填 If granted, the new last day; left out if refused"`
	Reason string        `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (AnswerRestoration) Event() workflows.Event { return workflows.AnswerRestoration }

func (r AnswerRestoration) Tell(a *Act, f *workflows.Facts) error {
	f.Act.Restoration.Until = r.Until
	return nil
}

func (r AnswerRestoration) Apply(a *Act) error {
	w := a.Case.WaitingRestoration()
	w.DecidedOn, w.Until, w.Answer = a.On, r.Until, strings.TrimSpace(r.Reason)
	a.Case.Change(w)
	p := a.Case.PartyByID(w.PartyID)
	a.Detail["party"], a.Detail["period"], a.Detail["granted"] = p.Mark(), string(w.Period), !r.Until.IsZero()
	if r.Until.IsZero() {
		return nil
	}
	a.Detail["until"] = r.Until
	if w.Period == "evidence" {
		at := &a.Case.EvidenceRespondentUntil
		if p.Side == models.ApplicantSide {
			at = &a.Case.EvidenceApplicantUntil
		}
		*at = calendar.Latest(*at, r.Until)
	}
	return nil
}
