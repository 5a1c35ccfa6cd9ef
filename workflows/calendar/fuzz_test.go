package calendar

import "testing"

// No period ends on a rest day, none ends early, and a longer one never ends before a shorter one.
func FuzzDue(f *testing.F) {
	for _, unit := range []uint8{0, 1, 2, 3} {
		f.Add(uint16(20572), uint16(45), unit) // 2026-04-29
		f.Add(uint16(20730), uint16(1), unit)
		f.Add(uint16(19700), uint16(0), unit)
	}
	units := []Unit{WorkingDay, NaturalDay, Month, Year}
	h := Published()
	f.Fuzz(func(t *testing.T, day, n uint16, unit uint8) {
		start := Must("1970-01-01").Next(int(day % 40000))
		span := Span{int(n % 400), units[unit%4]}
		due, longer := h.Due(start, span), h.Due(start, Span{span.N + 1, span.Unit})
		if !h.Working(due.Statutory) {
			t.Errorf("Due(%s, %s) = %s, which is a rest day", start, span.EN(), due.Statutory)
		}
		if due.Natural.Before(start) || due.Statutory.Before(due.Natural) {
			t.Errorf("Due(%s, %s) = %v, want start, natural, statutory in this order", start, span.EN(), due)
		}
		if longer.Natural.Before(due.Natural) || longer.Statutory.Before(due.Statutory) {
			t.Errorf("one more than %s after %s ends at %v, before %v", span.EN(), start, longer, due)
		}
		if fixed := h.Fixed(start, span); fixed.Natural != due.Natural || fixed.Statutory != due.Natural {
			t.Errorf("Fixed(%s, %s) = %v, want %s twice", start, span.EN(), fixed, due.Natural)
		}
		if span.Unit != WorkingDay || span.N == 0 {
			return
		}
		if due.Natural != due.Statutory || h.WorkingBetween(start, due.Natural) != span.N {
			t.Errorf("Due(%s, %s) = %v does not hold %d working days", start, span.EN(), due, span.N)
		}
		back := h.Before(start, span)
		if !h.Working(back) || !back.Before(start) || h.WorkingBetween(back.Next(-1), start.Next(-1)) != span.N {
			t.Errorf("Before(%s, %s) = %s, want a working day with %d working days from it on", start, span.EN(), back, span.N)
		}
	})
}

// What is parsed is printed the same, and survives a column and a page.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"2026-05-09", "1900-01-01", "1899-12-31", "2026-02-29", "", "0000-00-00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			return
		}
		var scanned Date
		v, _ := d.Value()
		if d.String() != s || d.IsZero() || scanned.Scan(v) != nil || scanned != d || At(d.Time()) != d {
			t.Errorf("Parse(%q) = %s, back from the column %s", s, d, scanned)
		}
	})
}

func BenchmarkDue(b *testing.B) {
	start := Must("2026-09-18")
	for b.Loop() {
		Published().Due(start, WorkingDays(10))
	}
}
