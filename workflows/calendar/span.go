package calendar

import "strconv"

// Unit is what a period is counted in.
type Unit string

const (
	WorkingDay Unit = "working_day" // 工作日: not a rest day after the yearly notice
	NaturalDay Unit = "natural_day" // 自然日
	Month      Unit = "month"
	Year       Unit = "year"
)

// Span is the length of a period, as 45 natural days or 5 working days.
type Span struct {
	N    int  `json:"n"`
	Unit Unit `json:"unit"`
}

func Days(n int) Span        { return Span{n, NaturalDay} }
func WorkingDays(n int) Span { return Span{n, WorkingDay} }
func Months(n int) Span      { return Span{n, Month} }
func Years(n int) Span       { return Span{n, Year} }

// ZH and EN write the span as people read it.
func (s Span) ZH() string {
	return strconv.Itoa(s.N) + " " + map[Unit]string{WorkingDay: "个工作日", NaturalDay: "日", Month: "个月", Year: "年"}[s.Unit]
}

func (s Span) EN() string {
	w := map[Unit]string{WorkingDay: "working day", NaturalDay: "day", Month: "month", Year: "year"}[s.Unit]
	if s.N != 1 {
		w += "s"
	}
	return strconv.Itoa(s.N) + " " + w
}

// Due is where a period ends.
//
// Natural is the last day before the rest-day rule, Statutory after it. Provisional says that the
// counting reached a year whose holiday notice isn't loaded: the dates will be counted again.
type Due struct {
	Natural     Date
	Statutory   Date
	Provisional bool
}

// Due counts s forward from start, which is itself not counted; a last day that is a rest day
// moves to the next working day (民事诉讼法第八十五条、民法典第二百零三条).
func (h *Holidays) Due(start Date, s Span) Due {
	var natural Date
	switch s.Unit {
	case WorkingDay:
		natural = h.working(start, s.N, 1)
	case Month:
		natural = start.addMonths(s.N)
	case Year:
		natural = start.addMonths(12 * s.N)
	default:
		natural = start.Next(s.N)
	}
	last := h.Roll(natural)
	return Due{natural, last, h.unknown(start, last)}
}

// Fixed is Due for dates that the law itself sets and nobody has to keep, such as deemed
// service (视为送达): natural days do not move off a rest day.
func (h *Holidays) Fixed(start Date, s Span) Due {
	d := h.Due(start, s)
	return Due{d.Natural, d.Natural, h.unknown(start, d.Natural)}
}

// Covers says whether the notices of all years from a to b are loaded.
func (h *Holidays) Covers(a, b Date) bool {
	for y := a.Year(); y <= b.Year(); y++ {
		if !h.Known(y) {
			return false
		}
	}
	return true
}

// Before is the last day that lies s before d; d is not counted. "Five working days before the
// hearing" is the latest day of service that is in time.
func (h *Holidays) Before(d Date, s Span) Date {
	switch s.Unit {
	case WorkingDay:
		return h.working(d, s.N, -1)
	case Month:
		return d.addMonths(-s.N)
	case Year:
		return d.addMonths(-12 * s.N)
	default:
		return d.Next(-s.N)
	}
}

// Roll moves a rest day to the next working day.
func (h *Holidays) Roll(d Date) Date {
	for !h.Working(d) {
		d = d.Next(1)
	}
	return d
}

func (h *Holidays) working(from Date, n, step int) Date {
	d := from
	for n > 0 {
		d = d.Next(step)
		if h.Working(d) {
			n--
		}
	}
	return d
}

// WorkingBetween is the number of working days after a up to and with b; negative if b is earlier.
func (h *Holidays) WorkingBetween(a, b Date) int {
	if b.Before(a) {
		return -h.WorkingBetween(b, a)
	}
	n := 0
	for d := a.Next(1); !d.After(b); d = d.Next(1) {
		if h.Working(d) {
			n++
		}
	}
	return n
}
