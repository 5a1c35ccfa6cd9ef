package casework

import (
	"strings"
	"testing"

	"tiaocai/models"
	"tiaocai/workflows/calendar"
)

// The estimate takes the same cause where it has cases enough, else all; with too few it says so, and
// a day that has passed is not promised again.
func TestEstimate(t *testing.T) {
	rows := []models.Spent{{Cases: 60, Median: 38, Most: 44}, {Cause: "pay", Cases: 25, Median: 20, Most: 30}, {Cause: "injury", Cases: 3, Median: 5, Most: 6}}
	accepted := calendar.On(2026, 3, 2)
	for _, tt := range []struct {
		cause, likely, latest string
		cases                 int
	}{{"pay", "2026-03-22", "2026-04-01", 25}, {"injury", "2026-04-09", "2026-04-15", 60}, {"", "2026-04-09", "2026-04-15", 60}} {
		e := estimate(rows, tt.cause, accepted, accepted.Next(3))
		if e.TooFew || e.Cases != tt.cases || e.Likely.String() != tt.likely || e.Latest.String() != tt.latest || len(e.Shown) != 3 || !strings.Contains(e.Says.EN, tt.likely) {
			t.Errorf("%q: %+v", tt.cause, e)
		}
	}
	if e := estimate(rows, "pay", accepted, accepted.Next(25)); strings.Contains(e.Says.EN, "2026-03-22") || !strings.Contains(e.Says.EN, "2026-04-01") || !e.Likely.IsZero() || e.Latest.IsZero() {
		t.Errorf("past the median: %s", e.Says.EN)
	}
	if e := estimate(rows, "pay", accepted, accepted.Next(31)); strings.ContainsAny(e.Says.EN, "0123456789") || !e.Latest.IsZero() || len(e.Shown) != 3 {
		t.Errorf("past both days: %s", e.Says.EN)
	}
	for _, few := range [][]models.Spent{nil, {{Cases: enough - 1, Median: 1, Most: 1}}} {
		if e := estimate(few, "", accepted, accepted); !e.TooFew || !e.Likely.IsZero() || e.Says.ZH == "" {
			t.Errorf("%d cases: %+v", len(few), e)
		}
	}
}
