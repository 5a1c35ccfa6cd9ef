package workflows

import (
	"testing"

	"tiaocai/workflows/calendar"
)

func TestKeepUntil(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		filed, closed string
		mode          Mode
		want          string
	}{
		{"2026-03-12", "", "", "2031-03-12"},
		{"2026-03-12", "2026-04-08", AwardFinal, "2036-04-08"},
		{"2026-03-12", "2026-04-08", AwardNonFinal, "2036-04-08"},
		{"2026-03-12", "2026-04-08", AwardBoth, "2036-04-08"},
		{"2026-03-12", "2026-04-08", Mediated, "2031-04-08"},
		{"2026-03-12", "2026-04-08", Transferred, "2031-04-08"},
		{"2026-03-12", "2026-03-01", WithdrawnSettled, "2031-03-12"}, // closed on a day before: never less than from filing
		{"2024-02-29", "", "", "2029-02-28"},
		{"2024-02-20", "2024-02-29", AwardFinal, "2034-02-28"},
	} {
		var closed calendar.Date
		if c.closed != "" {
			closed = calendar.Must(c.closed)
		}
		if got := KeepUntil(calendar.Published(), calendar.Must(c.filed), closed, c.mode); got.String() != c.want {
			t.Errorf("KeepUntil(%s, %s, %s) = %s, want %s", c.filed, c.closed, c.mode, got, c.want)
		}
	}
	for _, m := range Modes() {
		if got := KeepUntil(calendar.Published(), calendar.Must("2026-03-12"), calendar.Must("2026-04-08"), m).Year(); (got == 2036) != m.Award() {
			t.Errorf("%s is kept until %d", m, got)
		}
	}
}
