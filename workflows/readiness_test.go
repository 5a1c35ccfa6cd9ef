package workflows

import (
	"strings"
	"testing"

	"tiaocai/workflows/calendar"
)

// What a hearing waits for turns by itself with the day: a last day is inclusive.
func TestWhatAHearingWaitsFor(t *testing.T) {
	last := calendar.Must("2026-03-27")
	for name, c := range map[string]struct {
		r    Readiness
		on   string
		want string
	}{
		"nothing done":                 {Readiness{}, "2026-03-12", "served defence evidence tribunal"},
		"the last day to answer":       {Readiness{Served: true, DefenceUntil: last, EvidenceUntil: last, Tribunal: true}, "2026-03-27", "defence evidence"},
		"the day after":                {Readiness{Served: true, DefenceUntil: last, EvidenceUntil: last, Tribunal: true}, "2026-03-28", ""},
		"a defence came":               {Readiness{Served: true, Defence: calendar.Must("2026-03-16"), DefenceUntil: last, EvidenceUntil: last}, "2026-03-17", "evidence tribunal"},
		"one of two copies still goes": {Readiness{DefenceUntil: last, EvidenceUntil: last, Tribunal: true}, "2026-04-01", "served"},
	} {
		var got []string
		for _, l := range c.r.Lacks(calendar.Must(c.on)) {
			got = append(got, l.Code)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}
