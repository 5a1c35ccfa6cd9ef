package settings

import (
	"slices"
	"testing"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

func TestEveryKindIsWhole(t *testing.T) {
	t.Parallel()
	for _, k := range Kinds() {
		if k.Says.IsZero() || k.Law.IsZero() {
			t.Errorf("%s lacks a word: %+v", k.Name, k)
		}
	}
	for _, d := range claims.National() {
		if _, ok := Find(Name(d.Name)); !ok {
			t.Errorf("%s is a parameter and can't be set", d.Name)
		}
	}
}

func TestANoticeIsRead(t *testing.T) {
	t.Parallel()
	got, err := ReadNotice(2027, "2027-01-01~2027-01-03\n2027-02-05至2027-02-08", "2027-02-13、2027-02-13")
	if want := "2027-01-01,rest\n2027-02-05,rest\n2027-02-08,rest\n2027-02-13,work"; err != nil || got != want {
		t.Errorf("ReadNotice = %q, %v; want %q", got, err, want)
	}
	for _, c := range []struct{ rest, work, field string }{
		{"", "", "rest"}, {"2027-01-02", "", "rest"}, {"2027-01-03~2027-01-01", "", "rest"}, {"2026-12-31~2027-01-01", "", "rest"}, {"元旦", "", "rest"},
		{"2027-01-01", "2027-01-05", "work"}, {"2027-01-01~2027-01-03", "2027-01-02", "work"}, {"2027-01-01", "2028-01-01", "work"},
	} {
		_, err := ReadNotice(2027, c.rest, c.work)
		if f := fault.As(err); f == nil || f.Fields[0].Place != c.field {
			t.Errorf("rest %q, work %q: %v, want a fault of %s", c.rest, c.work, err, c.field)
		}
	}
}

func TestOnlyWhatCanBe(t *testing.T) {
	t.Parallel()
	today, day := calendar.Must("2026-11-16"), calendar.Must("2027-01-01")
	for _, c := range []struct {
		v     Value
		field string
	}{
		{Value{"minimum_wage", day, "2260", "x"}, ""}, {Value{"minimum_wage", day, "2260.50", "x"}, ""}, {Value{"pay_days", day, "21.75", "x"}, ""},
		{Value{DayReading, day, "natural_day", "x"}, ""}, {Value{"part_month_method", day, "B", "x"}, ""},
		{Value{"minimum_wage", day, "0", "x"}, "value"}, {Value{"minimum_wage", day, "2260.505", "x"}, "value"}, {Value{"minimum_wage", day, "two", "x"}, "value"},
		{Value{"pay_days", day, "32", "x"}, "value"}, {Value{DayReading, day, "month", "x"}, "value"},
		{Value{"minimum_wage", calendar.Must("2029-01-01"), "2260", "x"}, "from"}, {Value{"minimum_wage", calendar.Must("1994-12-31"), "2260", "x"}, "from"},
		{Value{"minimum_wage", calendar.Date{}, "2260", "x"}, "from"}, {Value{"horoscope", day, "2260", "x"}, "name"},
	} {
		err := Check(c.v, today)
		if f := fault.As(err); (f == nil) != (c.field == "") || (f != nil && f.Fields[0].Place != c.field) {
			t.Errorf("Check(%v) = %v, want a fault of %q", c.v, err, c.field)
		}
	}
}

// Each value holds from its day, in whatever order they were approved; a later one for the same day
// takes the earlier one's place.
func TestEachValueHoldsFromItsDay(t *testing.T) {
	t.Parallel()
	in, err := Of([]Value{
		{"minimum_wage", calendar.Must("2026-07-01"), "2260", "新"}, {"minimum_wage", calendar.Must("2024-01-01"), "2000", "错"}, {"minimum_wage", calendar.Must("2024-01-01"), "2010", "旧"},
		{DayReading, calendar.Must("2026-07-01"), "natural_day", "x"}, {DayReading, calendar.Must("2026-09-01"), "working_day", "x"},
		{HolidayNotice, calendar.Must("2027-01-01"), "2027-01-01,rest", "x"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]string{"2023-12-31": "", "2024-01-01": "2010", "2026-06-30": "2010", "2026-07-01": "2260"} {
		if got, _, _ := in.Now("minimum_wage", calendar.Must(day)); got != want {
			t.Errorf("minimum wage on %s is %q, want %q", day, got, want)
		}
	}
	for day, want := range map[string]calendar.Span{"2026-06-30": calendar.WorkingDays(5), "2026-07-01": calendar.Days(5), "2026-09-01": calendar.WorkingDays(5)} {
		if got := in.Rules.LengthFrom(workflows.AcceptancePeriod, calendar.Must(day)); got != want {
			t.Errorf("acceptance from %s takes %v, want %v", day, got, want)
		}
	}
	if got := in.Rules.LengthFrom(workflows.AwardPeriod, calendar.Must("2026-07-02")); got != calendar.Days(45) {
		t.Errorf("a reading of Art. 80 changed the award period to %v", got)
	}
	if got := in.Rules.LengthFrom(workflows.MediationAcceptance, calendar.Must("2026-07-02")); got != calendar.WorkingDays(3) {
		t.Errorf("a reading of Art. 80 changed Order 17 to %v", got)
	}
	if !in.Rules.Days.Known(2027) || in.Rules.Days.Working(calendar.Must("2027-01-01")) || calendar.Published().Known(2027) {
		t.Error("the notice of 2027 is not in force, or changed the published table")
	}
	if _, err := Of([]Value{{HolidayNotice, calendar.Must("2027-01-01"), "2028-01-03,rest", "x"}}); err == nil {
		t.Error("a notice with a day of another year passes")
	}
	off, on := calendar.Published().Exceptions()
	if !slices.Contains([]string{off[:10]}, "2024-01-01") || on == "" {
		t.Errorf("exceptions = %s / %s", off, on)
	}
}
