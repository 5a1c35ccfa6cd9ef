package calendar

import "testing"

// The periods below were counted by hand on the calendar of 2026. The award clock, which stops and
// starts again, is counted elsewhere.
func TestDueOnTheCalendarOf2026(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		start              string
		span               Span
		natural, statutory string
	}{
		"V1 acceptance over May Day, a worked Saturday last": {"2026-04-29", WorkingDays(5), "2026-05-09", "2026-05-09"},
		"V1 the careful date in natural days":                {"2026-04-29", Days(5), "2026-05-04", "2026-05-06"},
		"V2 acceptance over Spring Festival":                 {"2026-02-12", WorkingDays(5), "2026-02-26", "2026-02-26"},
		"V3 defence in May":                                  {"2026-05-06", WorkingDays(10), "2026-05-19", "2026-05-19"},
		"V4 defence over National Day":                       {"2026-09-18", WorkingDays(10), "2026-10-09", "2026-10-09"},
		"V5 award period ends on a Saturday":                 {"2026-04-01", Days(45), "2026-05-16", "2026-05-18"},
		"V6 extended before it is moved, not after":          {"2026-04-01", Days(45 + 15), "2026-05-31", "2026-06-01"},
		"V7 award period ends in National Day":               {"2026-08-18", Days(45), "2026-10-02", "2026-10-08"},
		"V10 simplified":                                     {"2026-06-01", Days(30), "2026-07-01", "2026-07-01"},
		"V10 simplified, turned ordinary":                    {"2026-06-01", Days(45), "2026-07-16", "2026-07-16"},
		"V12 suit after a non-final award":                   {"2026-09-16", Days(15), "2026-10-01", "2026-10-08"},
		"V13 setting aside a final award":                    {"2026-09-01", Days(30), "2026-10-01", "2026-10-08"},
		"V16 mediation over Dragon Boat":                     {"2026-06-05", Days(15), "2026-06-20", "2026-06-22"},
		"V17 review of an agreement":                         {"2026-04-20", Days(15), "2026-05-05", "2026-05-06"},
		"V18 decision on the review":                         {"2026-04-28", WorkingDays(5), "2026-05-08", "2026-05-08"},
		"V18 five working days more":                         {"2026-04-28", WorkingDays(5 + 5), "2026-05-14", "2026-05-14"},
		"V19 judicial confirmation":                          {"2026-09-03", Days(30), "2026-10-03", "2026-10-08"},
		"V21 decision on recusal":                            {"2026-06-18", WorkingDays(3), "2026-06-24", "2026-06-24"},
		"V22 limitation of one year":                         {"2025-10-03", Years(1), "2026-10-03", "2026-10-08"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := Published().Due(Must(tt.start), tt.span)
			if want := (Due{Must(tt.natural), Must(tt.statutory), false}); got != want {
				t.Errorf("Due(%s, %s) = %v, want %v", tt.start, tt.span.EN(), got, want)
			}
		})
	}
}

func TestDeemedServiceStaysWhereItFalls(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		start string
		span  Span
		want  string
	}{
		"V11 public notice":                      {"2026-03-10", Days(30), "2026-04-09"},
		"V11 public notice, collective":          {"2026-03-10", Days(10), "2026-03-20"},
		"V20 posted at the door before Qingming": {"2026-04-02", WorkingDays(3), "2026-04-08"},
		"a rest day is no reason to move":        {"2026-04-01", Days(45), "2026-05-16"},
	}
	for name, tt := range tests {
		got := Published().Fixed(Must(tt.start), tt.span)
		if want := (Due{Must(tt.want), Must(tt.want), false}); got != want {
			t.Errorf("%s: Fixed(%s, %s) = %v, want %v", name, tt.start, tt.span.EN(), got, want)
		}
	}
}

func TestBeforeCountsBackFromTheDay(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		day  string
		span Span
		want string
	}{
		"V14 notice of hearing":                    {"2026-06-15", WorkingDays(5), "2026-06-08"},
		"V14 asking to postpone":                   {"2026-06-15", WorkingDays(3), "2026-06-10"},
		"V15 notice, National Day between":         {"2026-10-12", WorkingDays(5), "2026-09-29"},
		"V15 asking to postpone, worked Saturday":  {"2026-10-12", WorkingDays(3), "2026-10-08"},
		"natural days land where they land":        {"2026-05-10", Days(8), "2026-05-02"},
		"a month back to a month without that day": {"2026-03-31", Months(1), "2026-02-28"},
		"two years back":                           {"2026-06-15", Years(2), "2024-06-15"},
	}
	for name, tt := range tests {
		if got := Published().Before(Must(tt.day), tt.span); got != Must(tt.want) {
			t.Errorf("%s: Before(%s, %s) = %s, want %s", name, tt.day, tt.span.EN(), got, tt.want)
		}
	}
}

// 民法典第二百零二条: the same-numbered day, or the month's end where there is none.
func TestMonthsEndOnTheSameNumberedDay(t *testing.T) {
	t.Parallel()
	tests := []struct {
		start string
		span  Span
		want  string
	}{
		{"2026-01-31", Months(1), "2026-02-28"},
		{"2024-01-31", Months(1), "2024-02-29"},
		{"2025-11-30", Months(3), "2026-02-28"},
		{"2026-02-28", Months(1), "2026-03-28"},
		{"2026-08-31", Months(1), "2026-09-30"},
		{"2025-12-15", Months(1), "2026-01-15"},
		{"2024-02-29", Years(1), "2025-02-28"},
		{"2024-02-29", Years(2), "2026-02-28"},
		{"2026-03-02", Months(0), "2026-03-02"},
	}
	for _, tt := range tests {
		if got := Published().Due(Must(tt.start), tt.span).Natural; got != Must(tt.want) {
			t.Errorf("Due(%s, %s).Natural = %s, want %s", tt.start, tt.span.EN(), got, tt.want)
		}
	}
}

func TestCountingIntoAYearWithoutNoticeIsProvisional(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		start string
		span  Span
		want  bool
	}{
		"the last day of a known year":        {"2026-12-01", Days(30), false},
		"the first day of an unknown one":     {"2026-12-01", Days(31), true},
		"working days over the year's end":    {"2026-12-29", WorkingDays(5), true},
		"limitation into 2027":                {"2026-03-02", Years(1), true},
		"all in 2027":                         {"2027-03-01", Days(1), true},
		"settled years before the table":      {"2019-05-06", Days(15), false},
		"from a settled year into known ones": {"2023-12-20", Days(30), false},
	}
	for name, tt := range tests {
		if got := Published().Due(Must(tt.start), tt.span).Provisional; got != tt.want {
			t.Errorf("%s: Due(%s, %s).Provisional = %t, want %t", name, tt.start, tt.span.EN(), got, tt.want)
		}
	}
}

// With 2028-12-31, a Sunday, only the move off the rest day reaches the unknown year.
func TestOnlyTheMoveOffARestDayMayBeProvisional(t *testing.T) {
	t.Parallel()
	h, err := ReadHolidays("2028-05-01,rest\n")
	if err != nil {
		t.Fatal(err)
	}
	start := Must("2028-12-01")
	if got, want := h.Due(start, Days(30)), (Due{Must("2028-12-31"), Must("2029-01-01"), true}); got != want {
		t.Errorf("Due = %v, want %v", got, want)
	}
	if got, want := h.Fixed(start, Days(30)), (Due{Must("2028-12-31"), Must("2028-12-31"), false}); got != want {
		t.Errorf("Fixed = %v, want %v", got, want)
	}
}
