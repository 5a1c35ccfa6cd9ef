package calendar

import "testing"

func TestElapsed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from, end    string
		months, days int
	}{
		{"2020-03-01", "2026-09-01", 78, 0},
		{"2023-05-10", "2026-08-21", 39, 11},
		{"2026-01-15", "2026-05-15", 4, 0},
		{"2026-01-15", "2026-05-14", 3, 29},
		{"2023-08-31", "2024-02-29", 5, 29}, // the 29th was not worked yet
		{"2023-08-31", "2024-03-01", 6, 0},
		{"2024-02-29", "2025-02-28", 11, 30},
		{"2024-02-29", "2025-03-01", 12, 0},
		{"2026-01-15", "2026-01-15", 0, 0},
		{"2026-01-15", "2026-01-14", 0, 0},
	} {
		if m, d := Must(c.from).Elapsed(Must(c.end)); m != c.months || d != c.days {
			t.Errorf("from %s to %s: %d months %d days, want %d and %d", c.from, c.end, m, d, c.months, c.days)
		}
	}
}

func TestMonthLater(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"2024-06-03": "2024-07-03", "2025-01-31": "2025-03-01", "2024-12-31": "2025-01-31", "2024-01-30": "2024-03-01"} {
		if got := Must(in).MonthLater(1); got.String() != want {
			t.Errorf("a month after %s is %s, want %s", in, got, want)
		}
	}
}

func TestWorkdays(t *testing.T) {
	t.Parallel()
	h := Published()
	for _, c := range []struct {
		from, to string
		want     int
	}{{"2026-01-10", "2026-01-20", 7}, {"2026-01-01", "2026-01-31", 21}, {"2026-01-04", "2026-01-04", 1}, {"2026-01-03", "2026-01-02", 0}} {
		if got := h.Workdays(Must(c.from), Must(c.to)); got != c.want {
			t.Errorf("working days from %s to %s: %d, want %d", c.from, c.to, got, c.want)
		}
	}
}
