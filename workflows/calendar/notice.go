package calendar

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// With is the table with one year's notice in place of what it knew of that year. h stays as it is.
func (h *Holidays) With(year int, lines string) (*Holidays, error) {
	more, err := ReadHolidays(lines)
	if err != nil {
		return nil, err
	}
	for y := range more.years {
		if y != year {
			return nil, fmt.Errorf("calendar: a day of %d in the notice of %d", y, year)
		}
	}
	out := &Holidays{differs: maps.Clone(h.differs), years: maps.Clone(h.years)}
	maps.DeleteFunc(out.differs, func(d Date, _ bool) bool { return d.Year() == year })
	maps.Copy(out.differs, more.differs)
	out.years[year] = true
	return out, nil
}

// NoticeLine is a day of a notice as ReadHolidays reads it.
func NoticeLine(d Date, work bool) string {
	if work {
		return d.String() + ",work"
	}
	return d.String() + ",rest"
}

// Exceptions are the days that Monday-to-Friday does not tell, each list in order, days joined by commas.
func (h *Holidays) Exceptions() (rest, work string) {
	var off, on []string
	for d, worked := range h.differs {
		if worked {
			on = append(on, d.String())
		} else {
			off = append(off, d.String())
		}
	}
	slices.Sort(off)
	slices.Sort(on)
	return strings.Join(off, ","), strings.Join(on, ",")
}
