package models

import (
	"fmt"
	"slices"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Contribution is what one case adds to one counter of the figures (指标的基础数): in the month of Day,
// for the organisation, under a kind. Kinds are explained one by one in models/metrics/*.sql, which
// counts the same from the tables, independently of this file.
type Contribution struct {
	Organisation int64 // 0: none
	Day          calendar.Date
	Kind         string
	N            int64
	Amount       int64 // fen, days or persons, as the kind says
}

// Contributions are everything that the case adds to the counters, by the facts as they stand: the
// one definition for the counters that steps move.
func (c *Case) Contributions(rules workflows.Rules) []Contribution {
	t := tally{c: c, rules: rules, org: c.organisation()}
	t.accepted()
	t.decided()
	t.copies()
	t.hearings()
	t.closed()
	t.mediated()
	t.court()
	return t.list
}

func (c *Case) organisation() int64 {
	if c.OrganisationID == nil {
		return 0
	}
	return *c.OrganisationID
}

// remembered is the case as it was loaded, to take its contributions back.
func (c *Case) remembered() *Case {
	b := *c
	b.before, b.changed = nil, nil
	b.Parties, b.Claims, b.Mediations = slices.Clone(c.Parties), slices.Clone(c.Claims), slices.Clone(c.Mediations)
	b.Applications, b.Hearings, b.ClockEvents = slices.Clone(c.Applications), slices.Clone(c.Hearings), slices.Clone(c.ClockEvents)
	b.Documents, b.Services = slices.Clone(c.Documents), slices.Clone(c.Services)
	b.Awards, b.AwardItems, b.CourtMoves = slices.Clone(c.Awards), slices.Clone(c.AwardItems), slices.Clone(c.CourtMoves)
	return &b
}

type tally struct {
	c     *Case
	rules workflows.Rules
	org   int64
	list  []Contribution
}

// cases counts the case: once, or once for each applicant of a group that is counted so.
func (t *tally) cases(day calendar.Date, kind string, amount int64) {
	t.add(day, kind, int64(1+t.c.CountedMore), amount)
}

func (t *tally) add(day calendar.Date, kind string, n, amount int64) {
	if !day.IsZero() && (n != 0 || amount != 0) {
		t.list = append(t.list, Contribution{t.org, day, kind, n, amount})
	}
}

// mark is the second half of a kind: in time or late.
func mark(kind string, late bool) string {
	if late {
		return kind + ":l"
	}
	return kind + ":t"
}

// accepted: the case, its workers and its claims count on the day of acceptance.
func (t *tally) accepted() {
	var claimed, workers, applying int64
	for _, cl := range t.c.AskedClaims() {
		claimed += int64(cl.Amount)
	}
	for _, p := range t.c.Parties {
		if p.Kind == "worker" {
			workers++
			if p.Side == ApplicantSide {
				applying++
			}
		}
	}
	t.cases(t.c.AcceptedOn, "A", claimed)
	t.add(t.c.AcceptedOn, "W", workers, 0)
	if applying >= workflows.CollectiveSize {
		t.add(t.c.AcceptedOn, "G", 1, applying)
	}
}

// decided: the decision on the last application, if it was accepted, refused or referred.
func (t *tally) decided() {
	app := t.c.Application()
	if app == nil || app.Outcome == nil || *app.Outcome == "withdrawn" {
		return
	}
	day := app.DecidedOn
	if *app.Outcome == "accepted" {
		day = t.c.AcceptedOn // a corrected day of acceptance is the day of the decision
	}
	start := app.ReceivedOn
	if m := t.c.Mediation(); m != nil && m.Held && m.ConcludedOn.After(start) {
		start = m.ConcludedOn
	}
	t.add(day, mark("D", day.After(t.due(start, workflows.AcceptancePeriod))), 1, 0)
}

func (t *tally) due(start calendar.Date, p workflows.Period) calendar.Date {
	return t.rules.Days.Due(start, t.rules.LengthFrom(p, start)).Statutory
}

// copies: each service of the application's copy on a respondent, on its day.
func (t *tally) copies() {
	if t.c.AcceptedOn.IsZero() {
		return
	}
	for _, s := range t.c.served(workflows.NoticeToRespond, RespondentSide, 0) {
		t.add(s.On, mark("C", s.On.After(t.due(t.c.AcceptedOn, workflows.CopyPeriod))), 1, 0)
	}
}

// hearings: each hearing that was opened; in time if everybody had notice early enough, or all
// agreed in writing to less.
func (t *tally) hearings() {
	for _, h := range t.c.Hearings {
		if h.OpenedOn.IsZero() {
			continue
		}
		latest := t.rules.Days.Before(h.HearingOn, t.rules.LengthFrom(workflows.HearingNotice, h.HearingOn))
		if h.ShortNoticeAgreed >= len(t.c.Parties) {
			latest = h.HearingOn
		}
		notices := append(t.c.served(workflows.HearingNoticePaper, ApplicantSide, h.ID), t.c.served(workflows.HearingNoticePaper, RespondentSide, h.ID)...)
		late := len(notices) == 0
		for _, s := range notices {
			late = late || s.On.IsZero() || s.On.After(latest)
		}
		t.add(h.HearingOn, mark("H", late), 1, 0)
	}
}

// closed: the mode with its sum, and for net closings how long it took and what the court heard of.
func (t *tally) closed() {
	c := t.c
	if c.AcceptedOn.IsZero() || c.ClosedOn.IsZero() {
		return
	}
	mode := c.ClosingMode()
	sum := t.sum(mode)
	t.cases(c.ClosedOn, "K:"+string(mode), sum)
	if mode == workflows.Transferred || mode == workflows.Cancelled {
		return
	}
	t.toWhom(sum)
	t.timing()
	if !mode.Award() || t.served() {
		kind := "R:quiet"
		if !c.SuitOn.IsZero() {
			kind = "R:sued"
		}
		t.cases(c.ClosedOn, kind, 0)
	}
}

func (t *tally) sum(mode workflows.Mode) (sum int64) {
	if mode == workflows.Mediated && t.c.MediatedAmount != nil {
		sum = int64(*t.c.MediatedAmount)
	}
	if mode.Award() {
		for _, cl := range t.c.AskedClaims() {
			if cl.Awarded != nil {
				sum += int64(*cl.Awarded)
			}
		}
	}
	return sum
}

// toWhom: the sum goes to the applicants; where both workers and employers apply, nobody can say.
func (t *tally) toWhom(sum int64) {
	kinds := map[string]bool{}
	for _, p := range t.c.Parties {
		if p.Side == ApplicantSide {
			kinds[p.Kind] = true
		}
	}
	if sum > 0 && len(kinds) == 1 {
		for k := range kinds {
			t.cases(t.c.ClosedOn, "V:"+k, sum)
		}
	}
}

// timing: in time or late, with the days that count. A stop that still ran ended with the case.
func (t *tally) timing() {
	c := t.c
	f := c.Facts(t.rules, c.ClosedOn)
	for i := range f.Clock.Stops {
		if f.Clock.Stops[i].To.IsZero() {
			f.Clock.Stops[i].To = c.ClosedOn
		}
	}
	r := f.AwardReckoning()
	late := c.ClosedOn.After(r.Statutory)
	t.cases(c.ClosedOn, mark("T", late), 0)
	if c.ExtensionDays > 0 {
		t.cases(c.ClosedOn, "E", 0)
	} else if !late {
		t.cases(c.ClosedOn, "U", 0)
	}
	net, gross := c.ClosedOn.Since(r.Base)-r.Stopped, c.ClosedOn.Since(c.AcceptedOn)
	each := int64(1 + c.CountedMore)
	t.cases(c.ClosedOn, "X", each*int64(net))
	t.cases(c.ClosedOn, "Y", each*int64(gross))
	t.cases(c.ClosedOn, fmt.Sprintf("X:%d", net), 0)
	t.cases(c.ClosedOn, fmt.Sprintf("Y:%d", gross), 0)
}

// served says whether every award reached every party: from then on the remedy periods run.
func (t *tally) served() bool {
	n := 0
	for _, paper := range []workflows.Paper{workflows.AwardFinalPaper, workflows.AwardNonFinalPaper} {
		for _, side := range []Side{ApplicantSide, RespondentSide} {
			for _, s := range t.c.served(paper, side, 0) {
				if s.On.IsZero() {
					return false
				}
				n++
			}
		}
	}
	return n > 0
}
