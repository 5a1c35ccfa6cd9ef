package calendar

import (
	"strings"
	"testing"
)

// The counts are those of the State Council's notices: weekdays of rest, weekend days of work.
func TestPublishedNotices(t *testing.T) {
	t.Parallel()
	rest, work := map[int]int{}, map[int]int{}
	for d, worked := range Published().differs {
		if worked {
			work[d.Year()]++
		} else {
			rest[d.Year()]++
		}
	}
	for year, want := range map[int][2]int{2024: {19, 8}, 2025: {18, 5}, 2026: {19, 6}} {
		if !Published().Known(year) || rest[year] != want[0] || work[year] != want[1] {
			t.Errorf("%d: known %t, %d days of rest and %d of work, want %v", year, Published().Known(year), rest[year], work[year], want)
		}
	}
	if Published().Known(2027) {
		t.Error("2027 is known, want it unknown until its notice is loaded")
	}
}

func TestWorkingDays(t *testing.T) {
	t.Parallel()
	tests := map[string]bool{
		"2026-05-01": false, // Labour Day, a Friday
		"2026-05-03": false, // a Sunday in it
		"2026-05-06": true,
		"2026-05-09": true, // a Saturday that is worked
		"2026-05-10": false,
		"2026-10-10": true,
		"2027-01-01": true, // a Friday without a notice
		"2027-01-02": false,
	}
	for s, want := range tests {
		if got := Published().Working(Must(s)); got != want {
			t.Errorf("Working(%s) = %t, want %t", s, got, want)
		}
	}
}

func TestWorkingBetween(t *testing.T) {
	t.Parallel()
	a, b := Must("2026-04-29"), Must("2026-05-09")
	if got := Published().WorkingBetween(a, b); got != 5 {
		t.Errorf("WorkingBetween(%s, %s) = %d, want 5", a, b, got)
	}
	if got := Published().WorkingBetween(b, a); got != -5 {
		t.Errorf("WorkingBetween(%s, %s) = %d, want -5", b, a, got)
	}
	if got := Published().WorkingBetween(a, a); got != 0 {
		t.Errorf("WorkingBetween of one day = %d, want 0", got)
	}
}

func TestReadHolidays(t *testing.T) {
	t.Parallel()
	h, err := ReadHolidays("# 2027, as an example\r\ndate,kind\r\n2027-01-01,rest\r\n\r\n2027-01-03,work")
	if err != nil {
		t.Fatal(err)
	}
	if h.Working(Must("2027-01-01")) || !h.Working(Must("2027-01-03")) || !h.Known(2027) || h.Known(2026) {
		t.Error("the table read is not the table written")
	}
	if h.Due(Must("2027-01-01"), Days(2)).Provisional {
		t.Error("a loaded year is provisional, want it settled")
	}
}

func TestReadHolidaysNamesTheLineThatIsWrong(t *testing.T) {
	t.Parallel()
	for name, line := range map[string]string{
		"no kind":                   "2026-05-01",
		"unknown kind":              "2026-05-01,holiday",
		"impossible day":            "2026-02-30,rest",
		"no day":                    ",rest",
		"a column too many":         "2026-05-01,rest,Labour Day",
		"a Monday is worked anyway": "2026-05-11,work",
		"a Saturday rests anyway":   "2026-05-02,rest",
	} {
		h, err := ReadHolidays("# table\n2026-01-01,rest\n" + line + "\n")
		if err == nil || h != nil || !strings.Contains(err.Error(), "line 3") {
			t.Errorf("%s: ReadHolidays(%q) = %v, want an error about line 3", name, line, err)
		}
	}
}
