package calendar

// LastYear is the last year without a gap whose notice has been loaded: dates beyond its end are
// provisional (暂定).
func (h *Holidays) LastYear() int {
	last := 0
	for y := range h.years {
		if last == 0 || y < last {
			last = y
		}
	}
	for last != 0 && h.Known(last+1) {
		last++
	}
	return last
}

// LastDay is the end of that year.
func (h *Holidays) LastDay() Date { return On(h.LastYear(), 12, 31) }
