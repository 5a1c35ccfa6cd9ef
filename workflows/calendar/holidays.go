package calendar

import (
	_ "embed"
	"fmt"
	"strings"
	"time"
)

// The exceptions to Monday-to-Friday, as the State Council's yearly notices print them
// (国务院办公厅关于节假日安排的通知). 2027 is not published yet.
//
//go:embed holidays.csv
var notices string

// Holidays is a day table (节假日表): which days differ from Monday-to-Friday, and for which
// years the notice has been loaded. It is read-only after it is made.
type Holidays struct {
	differs map[Date]bool // true: a weekend day that is worked (调休上班); false: a weekday of rest
	years   map[int]bool
}

var loaded = func() *Holidays {
	h, err := ReadHolidays(notices)
	if err != nil {
		panic(err)
	}
	return h
}()

// Published is the day table of the notices published so far: 2024, 2025 and 2026.
func Published() *Holidays { return loaded }

// ReadHolidays reads lines "2026-05-09,work" or "2026-05-01,rest"; lines that start with # are notes.
// Every year with a line counts as loaded.
func ReadHolidays(csv string) (*Holidays, error) {
	h := &Holidays{differs: map[Date]bool{}, years: map[int]bool{}}
	for i, line := range strings.Split(csv, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || strings.HasPrefix(line, "date,") {
			continue
		}
		day, kind, ok := strings.Cut(line, ",")
		d, err := Parse(day)
		if !ok || err != nil || (kind != "work" && kind != "rest") {
			return nil, fmt.Errorf("calendar: line %d of the day table: want 2026-05-09,work or …,rest", i+1)
		}
		if weekend(d) != (kind == "work") {
			return nil, fmt.Errorf("calendar: line %d: %s is no exception", i+1, line)
		}
		h.differs[d] = kind == "work"
		h.years[d.Year()] = true
	}
	return h, nil
}

// Working says whether d is a working day (工作日). In a year without a notice only weekends rest.
func (h *Holidays) Working(d Date) bool {
	if work, ok := h.differs[d]; ok {
		return work
	}
	return !weekend(d)
}

// Known says whether the notice of a year has been loaded.
func (h *Holidays) Known(year int) bool { return h.years[year] }

// settled is the last year that is never provisional: its periods ended before this table began,
// and only weekends are known of it.
const settled = 2023

// unknown says whether counting from a to b touched a year without a notice.
func (h *Holidays) unknown(a, b Date) bool {
	if b.Before(a) {
		a, b = b, a
	}
	for y := a.Year(); y <= b.Year(); y++ {
		if y > settled && !h.Known(y) {
			return true
		}
	}
	return false
}

func weekend(d Date) bool {
	w := d.Weekday()
	return w == time.Saturday || w == time.Sunday
}
