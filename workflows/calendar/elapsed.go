package calendar

import "time"

// MonthLater is the day with the same number n months after d. Where that month has no such day it
// is the first of the next one: who began on the 31st has worked a month out only after its last day.
func (d Date) MonthLater(n int) Date {
	first := time.Date(d.Year(), d.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	if d.Day() > first.AddDate(0, 1, -1).Day() {
		return At(first.AddDate(0, 1, 0))
	}
	return On(first.Year(), first.Month(), d.Day())
}

// Elapsed is the number of whole months from d up to end, which is itself not counted, and the days
// left over: service from 1 March to 31 August has its end on 1 September and is six months. An
// end before d is no time at all.
func (d Date) Elapsed(end Date) (months, days int) {
	if end.Before(d) {
		return 0, 0
	}
	months = (end.Year()-d.Year())*12 + int(end.Month()) - int(d.Month())
	for d.MonthLater(months).After(end) {
		months--
	}
	return months, end.Since(d.MonthLater(months))
}

// MonthStart is the first day of d's month.
func (d Date) MonthStart() Date { return On(d.Year(), d.Month(), 1) }

// Workdays is the number of working days from the first to the last day, both counted.
func (h *Holidays) Workdays(first, last Date) int {
	if last.Before(first) {
		return 0
	}
	return h.WorkingBetween(first.Next(-1), last)
}

// Guessed says whether counting over these days touched a year whose notice is not loaded.
func (h *Holidays) Guessed(first, last Date) bool { return h.unknown(first, last) }
