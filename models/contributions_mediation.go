package models

import (
	"cmp"
	"slices"
	"time"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// mediated counts a dispute once in each month and once in each year, with its last conclusion in
// it: months don't add up to a year, so both are kept. Agreements count on the day by which they
// were to be performed.
func (t *tally) mediated() {
	var ended []Mediation
	for _, m := range t.c.Mediations {
		if !m.ConcludedOn.IsZero() && m.Outcome != nil {
			ended = append(ended, m)
		}
		t.performed(m)
	}
	slices.SortStableFunc(ended, func(a, b Mediation) int {
		return cmp.Or(a.ConcludedOn.Compare(b.ConcludedOn), cmp.Compare(a.ID, b.ID))
	})
	t.lasts("", ended, func(d calendar.Date) calendar.Date { return calendar.On(d.Year(), d.Month(), 1) })
	t.lasts("y", ended, func(d calendar.Date) calendar.Date { return calendar.On(d.Year(), time.January, 1) })
}

// performed: an agreement, by the day on which it was due.
func (t *tally) performed(m Mediation) {
	if m.Outcome == nil || *m.Outcome != "success" {
		return
	}
	kept := !m.PerformedOn.IsZero() && !m.PerformedOn.After(m.PerformBy)
	t.org = m.OrganisationID
	t.add(m.PerformBy, mark("P", !kept), 1, 0)
}

// lasts counts the last conclusion of each period, and the dispute as a whole: a closing in the
// same period outweighs it (I1c).
func (t *tally) lasts(sign string, ended []Mediation, period func(calendar.Date) calendar.Date) {
	last := map[calendar.Date]Mediation{}
	for _, m := range ended {
		last[period(m.ConcludedOn)] = m
	}
	mode := t.c.ClosingMode()
	netClosed := !t.c.AcceptedOn.IsZero() && !t.c.ClosedOn.IsZero() && mode != workflows.Transferred && mode != workflows.Cancelled
	if netClosed {
		t.org = t.c.organisation()
		t.add(period(t.c.ClosedOn), sign+"B:"+won(mode == workflows.Mediated || mode == workflows.WithdrawnSettled), 1, 0)
	}
	for p, m := range last {
		t.org = m.OrganisationID
		var sum int64
		if *m.Outcome == "success" && m.AgreedAmount != nil {
			sum = int64(*m.AgreedAmount)
		}
		t.add(p, sign+"M:"+*m.Outcome, 1, sum)
		switch {
		case netClosed && period(t.c.ClosedOn) == p:
		case *m.Outcome == "success":
			t.add(p, sign+"B:won", 1, 0)
		case *m.Outcome != "refused" && len(t.c.Applications) == 0:
			t.add(p, sign+"B:lost", 1, 0)
		}
	}
}

func won(is bool) string {
	if is {
		return "won"
	}
	return "lost"
}
