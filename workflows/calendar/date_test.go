package calendar

import (
	"encoding/json"
	"testing"
	"time"
)

func TestParseTakesOnlyRealDays(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"1900-01-01", "1964-08-15", "1969-12-31", "1970-01-01", "2024-02-29", "2999-12-31"} {
		d, err := Parse(s)
		if err != nil || d.String() != s || d.IsZero() {
			t.Errorf("Parse(%q) = %s, %v, want the same day", s, d, err)
		}
	}
	for _, s := range []string{"", "2026-02-29", "2026-13-01", "2026-5-9", "09/05/2026", "1899-12-31", "3000-01-01", "2026-05-09T00:00:00Z", " 2026-05-09"} {
		if d, err := Parse(s); err == nil || !d.IsZero() {
			t.Errorf("Parse(%q) = %s, %v, want an error and no day", s, d, err)
		}
	}
}

func TestNoDayComesFirst(t *testing.T) {
	t.Parallel()
	none, old, late := Date{}, Must("1900-01-01"), Must("2026-05-09")
	if !none.IsZero() || none.String() != "" || !none.Before(old) || !old.Before(late) || late.Compare(old) <= 0 {
		t.Errorf("no day, %s and %s are not in this order", old, late)
	}
	if got := Latest(old, late, none); got != late {
		t.Errorf("Latest = %s, want %s", got, late)
	}
	if got := Latest(); !got.IsZero() {
		t.Errorf("Latest of nothing = %s, want no day", got)
	}
}

func TestDateKnowsItsParts(t *testing.T) {
	t.Parallel()
	d := On(2026, time.April, 31) // runs on into May
	if d != Must("2026-05-01") || d.Year() != 2026 || d.Month() != time.May || d.Day() != 1 || d.Weekday() != time.Friday {
		t.Errorf("On(2026, April, 31) = %s, a %s, want Friday 2026-05-01", d, d.Weekday())
	}
	if got := d.Next(-1).Since(Must("2026-04-01")); got != 29 {
		t.Errorf("Since = %d, want 29", got)
	}
}

// One instant is two civil days; the zone decides.
func TestAtUsesTheZoneOfTheInstant(t *testing.T) {
	t.Parallel()
	late := time.Date(2026, 5, 8, 16, 30, 0, 0, time.UTC)
	if got := At(late); got != Must("2026-05-08") {
		t.Errorf("At(%s) = %s, want 2026-05-08", late, got)
	}
	if got := At(late.In(time.FixedZone("CST", 8*3600))); got != Must("2026-05-09") {
		t.Errorf("At in Shanghai = %s, want 2026-05-09", got)
	}
}

func TestDateThroughJSON(t *testing.T) {
	t.Parallel()
	type page struct {
		On   Date `json:"on"`
		None Date `json:"none"`
	}
	want := page{On: Must("2026-05-09")}
	raw, err := json.Marshal(want)
	if err != nil || string(raw) != `{"on":"2026-05-09","none":""}` {
		t.Fatalf("Marshal = %s, %v", raw, err)
	}
	got := page{None: Must("2020-01-01")}
	if err := json.Unmarshal(raw, &got); err != nil || got != want {
		t.Errorf("Unmarshal = %v, %v, want %v", got, err, want)
	}
	for _, bad := range []string{`{"on":"2026-02-30"}`, `{"on":20260509}`, `{"on":"soon"}`} {
		if err := json.Unmarshal([]byte(bad), &got); err == nil || got != want {
			t.Errorf("Unmarshal(%s) = %v, %v, want an error and the day as it was", bad, got, err)
		}
	}
}

func TestDateThroughAColumn(t *testing.T) {
	t.Parallel()
	d := Must("2026-05-09")
	if v, err := d.Value(); err != nil || v != "2026-05-09" {
		t.Errorf("Value = %v, %v, want 2026-05-09", v, err)
	}
	if v, err := (Date{}).Value(); err != nil || v != nil {
		t.Errorf("Value of no day = %v, %v, want NULL", v, err)
	}
	for _, src := range []any{"2026-05-09", []byte("2026-05-09"), time.Date(2026, 5, 9, 0, 0, 0, 0, time.UTC)} {
		var got Date
		if err := got.Scan(src); err != nil || got != d {
			t.Errorf("Scan(%v) = %s, %v, want %s", src, got, err, d)
		}
	}
	got := d
	if err := got.Scan(nil); err != nil || !got.IsZero() {
		t.Errorf("Scan(NULL) = %s, %v, want no day", got, err)
	}
	if err := got.Scan(20260509); err == nil {
		t.Error("Scan of a number passed, want an error")
	}
}

func TestSpanInWords(t *testing.T) {
	t.Parallel()
	tests := map[Span][2]string{
		WorkingDays(5): {"5 个工作日", "5 working days"},
		Days(45):       {"45 日", "45 days"},
		Days(1):        {"1 日", "1 day"},
		Months(3):      {"3 个月", "3 months"},
		Years(1):       {"1 年", "1 year"},
	}
	for s, want := range tests {
		if got := [2]string{s.ZH(), s.EN()}; got != want {
			t.Errorf("%v reads %q, want %q", s, got, want)
		}
	}
}
