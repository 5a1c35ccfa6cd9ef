// Package calendar counts days as the law counts them.
//
// A Date is a civil day: no clock, no zone. A Span is a number of working days, natural days,
// months or years. Holidays is the day table that makes a Saturday a working day and a Thursday
// a holiday, as the State Council's yearly notice says. Nobody else in the program adds days.
package calendar

import (
	"fmt"
	"time"
)

// Date is a civil day (日). The zero Date means "no day"; it comes before every real one, the
// first of which is 1900-01-01: birth dates and old contracts are days too.
type Date struct {
	n int32 // days since 1899-12-31, so that the zero value is free to mean "none"
}

// epoch is 1970-01-01 as a Date counts it.
const epoch = 25568

// On makes the date of a year, month and day; days beyond the month run on into the next.
func On(year int, month time.Month, day int) Date {
	return Date{int32(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()/86400) + epoch}
}

// At is the civil day of an instant, in the zone that the instant carries.
func At(t time.Time) Date {
	y, m, d := t.Date()
	return On(y, m, d)
}

// Parse reads "2026-05-09", from 1900 to 2999. An impossible day is an error.
func Parse(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1900 || t.Year() > 2999 {
		return Date{}, fmt.Errorf("calendar: %q is no date of the form 2026-05-09", s)
	}
	return At(t), nil
}

// Must is Parse for dates written in code.
func Must(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Time is midnight UTC of the day, for formatting only.
func (d Date) Time() time.Time { return time.Unix(int64(d.n-epoch)*86400, 0).UTC() }

func (d Date) IsZero() bool          { return d.n == 0 }
func (d Date) Before(e Date) bool    { return d.n < e.n }
func (d Date) After(e Date) bool     { return d.n > e.n }
func (d Date) Compare(e Date) int    { return int(d.n) - int(e.n) }
func (d Date) Year() int             { return d.Time().Year() }
func (d Date) Month() time.Month     { return d.Time().Month() }
func (d Date) Day() int              { return d.Time().Day() }
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// Next is the date n natural days later (earlier if n is negative). It counts no period of the
// law: for those there is Holidays.Due.
func (d Date) Next(n int) Date { return Date{d.n + int32(n)} }

// Since is the number of natural days from e to d.
func (d Date) Since(e Date) int { return int(d.n - e.n) }

// String is "2026-05-09", or "" for no day.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Latest is the last of the dates.
func Latest(dates ...Date) Date {
	var last Date
	for _, d := range dates {
		if d.After(last) {
			last = d
		}
	}
	return last
}

// addMonths moves to the same-numbered day, or the month's end where there is none (民法典第二百零二条).
func (d Date) addMonths(n int) Date {
	t := d.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return On(first.Year(), first.Month(), min(t.Day(), last))
}
