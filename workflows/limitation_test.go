package workflows

import (
	"testing"

	"tiaocai/workflows/calendar"
)

func broken(kind InterruptionKind, days ...string) []Interruption {
	var list []Interruption
	for _, d := range days {
		list = append(list, Interruption{kind, day(d)})
	}
	return list
}

// The year to apply: interruptions begin it anew, obstacles are added, wages of a running
// employment know no year.
func TestLimitation(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name         string
		term         LimitationTerm
		applied      string
		natural, due string
		state        LimitationState
		lines        int
	}{
		{name: "V22: the same day of the next year, rolled over the holiday", term: LimitationTerm{Known: day("2025-10-03")}, applied: "2026-03-02", natural: "2026-10-03", due: "2026-10-08", state: LimitationRuns, lines: 3},
		{name: "the last day is in time", term: LimitationTerm{Known: day("2025-10-03")}, applied: "2026-10-08", natural: "2026-10-03", due: "2026-10-08", state: LimitationRuns, lines: 3},
		{name: "the day after is late", term: LimitationTerm{Known: day("2025-10-03")}, applied: "2026-10-09", natural: "2026-10-03", due: "2026-10-08", state: LimitationOver, lines: 3},
		{name: "29 February ends on 28 February", term: LimitationTerm{Known: day("2024-02-29")}, applied: "2025-02-28", natural: "2025-02-28", due: "2025-02-28", state: LimitationRuns, lines: 2},
		{name: "a claim to the other side begins it anew", term: LimitationTerm{Known: day("2025-03-02"), Interruptions: broken(ClaimedFromOther, "2025-06-10")}, applied: "2026-05-01", natural: "2026-06-10", due: "2026-06-10", state: LimitationRuns, lines: 3},
		{name: "the last of several counts, in whatever order", term: LimitationTerm{Known: day("2025-03-02"), Interruptions: broken(SoughtRelief, "2025-08-12", "2025-06-10")}, applied: "2026-08-12", natural: "2026-08-12", due: "2026-08-12", state: LimitationRuns, lines: 4},
		{name: "what happens when it is over begins nothing", term: LimitationTerm{Known: day("2024-03-04"), Interruptions: broken(ClaimedFromOther, "2025-03-05")}, applied: "2025-06-01", natural: "2025-03-04", due: "2025-03-04", state: LimitationOver, lines: 2},
		{name: "on its last day it still does", term: LimitationTerm{Known: day("2024-03-04"), Interruptions: broken(OtherAgreed, "2025-03-04")}, applied: "2025-06-01", natural: "2026-03-04", due: "2026-03-04", state: LimitationRuns, lines: 3},
		{name: "what was before it began does nothing", term: LimitationTerm{Known: day("2025-03-04"), Interruptions: broken(OtherAgreed, "2025-03-03")}, applied: "2026-03-01", natural: "2026-03-04", due: "2026-03-04", state: LimitationRuns, lines: 2},
		{name: "an obstacle in the first months counts, unlike Article 194", term: LimitationTerm{Known: day("2025-03-04"), Obstacles: []Obstacle{{day("2025-04-01"), day("2025-04-11")}}}, applied: "2026-03-10", natural: "2026-03-14", due: "2026-03-16", state: LimitationRuns, lines: 4},
		{name: "overlapping obstacles count once", term: LimitationTerm{Known: day("2025-03-04"), Obstacles: []Obstacle{{day("2025-04-01"), day("2025-04-11")}, {day("2025-04-06"), day("2025-04-13")}}}, applied: "2026-03-10", natural: "2026-03-16", due: "2026-03-16", state: LimitationRuns, lines: 3},
		{name: "an obstacle before an interruption is used up", term: LimitationTerm{Known: day("2025-03-04"), Interruptions: broken(ClaimedFromOther, "2025-06-10"), Obstacles: []Obstacle{{day("2025-04-01"), day("2025-04-11")}}}, applied: "2026-03-10", natural: "2026-06-10", due: "2026-06-10", state: LimitationRuns, lines: 3},
		{name: "an obstacle after the end adds nothing", term: LimitationTerm{Known: day("2024-03-04"), Obstacles: []Obstacle{{day("2025-04-01"), day("2025-04-11")}}}, applied: "2025-05-01", natural: "2025-03-04", due: "2025-03-04", state: LimitationOver, lines: 2},
		{name: "an obstacle that still goes on has no end", term: LimitationTerm{Known: day("2025-03-04"), Obstacles: []Obstacle{{From: day("2025-04-01")}}}, applied: "2026-12-01", state: LimitationStopped, lines: 3},
		{name: "wages of a running employment", term: LimitationTerm{Known: day("2019-03-04"), WageInService: true}, applied: "2026-12-01", state: LimitationNone, lines: 1},
		{name: "and a year from its end", term: LimitationTerm{Known: day("2019-03-04"), WageInService: true, EmploymentEnded: day("2025-08-11")}, applied: "2026-03-02", natural: "2026-08-11", due: "2026-08-11", state: LimitationRuns, lines: 2},
		{name: "sixty days for appointed civil servants", term: LimitationTerm{Known: day("2026-03-02"), Appointed: true}, applied: "2026-03-10", natural: "2026-05-01", due: "2026-05-06", state: LimitationRuns, lines: 3},
		{name: "no day, no date", term: LimitationTerm{}, applied: "2026-03-10", state: LimitationUnknown},
	} {
		l := CountLimitation(rules.Days, tt.term, day(tt.applied))
		if l.State != tt.state || l.Natural.String() != tt.natural || l.Statutory.String() != tt.due || len(l.Working) != tt.lines {
			t.Errorf("%s: %s %s/%s in %d lines, want %s %s/%s in %d", tt.name, l.State, l.Natural, l.Statutory, len(l.Working), tt.state, tt.natural, tt.due, tt.lines)
		}
		if s := LimitationSays(l); s.ZH == "" || s.EN == "" {
			t.Errorf("%s: nothing to say", tt.name)
		}
	}
}

// More interruptions never end the year earlier, and the order in which they are listed does not matter.
func TestInterruptionsOnlyLengthen(t *testing.T) {
	t.Parallel()
	term := LimitationTerm{Known: day("2025-01-10")}
	var last calendar.Date
	for _, d := range []string{"2025-02-01", "2025-05-06", "2025-11-30", "2026-11-29"} {
		term.Interruptions = append(broken(SoughtRelief, d), term.Interruptions...)
		l := CountLimitation(rules.Days, term, calendar.Date{})
		if l.Statutory.Before(last) {
			t.Errorf("with %s it ends on %s, before %s", d, l.Statutory, last)
		}
		last = l.Statutory
	}
}
