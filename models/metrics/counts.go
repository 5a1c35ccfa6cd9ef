package metrics

import (
	"embed"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

//go:embed *.sql
var files embed.FS

func query(name string) string {
	b, err := files.ReadFile(name + ".sql")
	if err != nil {
		panic(err)
	}
	return string(b)
}

// Unit is whose figures are asked for: a commission, and for mediation perhaps one organisation.
type Unit struct {
	Commission   int64
	Organisation int64 // 0: all
}

// Counts are the base counters of a period, both days included (基础数).
type Counts struct {
	From, To calendar.Date
	C0       int                    // 上期结转
	A        int                    // 当期受理
	K        map[workflows.Mode]int // 当期结案
	O        int                    // 期末未结, counted by itself
	S        int                    // 期末中止, inside O; not counted month by month
	NotDue   int                    // 期末未到期; not counted month by month
	Outcomes map[string]int         // success, failed, expired, refused
}

// Closed is K: all closings of the period.
func (c Counts) Closed() int {
	n := 0
	for _, k := range c.K {
		n += k
	}
	return n
}

// Left is T0: cases that left by transfer or were cancelled.
func (c Counts) Left() int { return c.K[workflows.Transferred] + c.K[workflows.Cancelled] }

// Net is Kn: closings without transfers and cancellations.
func (c Counts) Net() int { return c.Closed() - c.Left() }

// Balanced says whether the four counters agree: C0 + A - K = O.
func (c Counts) Balanced() bool { return c.C0+c.A-c.Closed() == c.O }

// row is one line of a counter.
type row struct {
	Month int
	Kind  string
	N     int
}

// Read counts one period.
func Read(tx *models.Tx, u Unit, from, to calendar.Date) (Counts, error) {
	year, err := read(tx, u, from, to, false)
	return year.Whole, err
}

// Year is a year's counters: to date, and month by month.
type Year struct {
	Whole  Counts
	Months []Counts // January first, up to the month of the last day
}

// ReadYear counts a year up to today, or the whole of a year that is over.
func ReadYear(tx *models.Tx, u Unit, year int, today calendar.Date) (Year, error) {
	to := calendar.On(year, 12, 31)
	if today.Before(to) {
		to = today
	}
	return read(tx, u, calendar.On(year, 1, 1), to, true)
}

func read(tx *models.Tx, u Unit, from, to calendar.Date, monthly bool) (Year, error) {
	y := Year{Whole: blank(from, to)}
	r := reader{tx: tx}
	y.Whole.C0 = r.number("opening", u.Commission, from)
	y.Whole.O = r.number("open", u.Commission, to)
	y.Whole.S = r.number("suspended", u.Commission, to)
	y.Whole.NotDue = r.number("not_due", u.Commission, to)
	accepted, closed := r.rows("accepted", u.Commission, from, to), r.rows("closed", u.Commission, from, to)
	for _, x := range accepted {
		y.Whole.A += x.N
	}
	for _, x := range closed {
		y.Whole.K[workflows.Mode(x.Kind)] += x.N
	}
	for _, x := range r.rows("mediations", u.Commission, from, to, u.Organisation) {
		y.Whole.Outcomes[x.Kind] += x.N
	}
	if monthly {
		y.months(accepted, closed, r.rows("mediations_by_month", u.Commission, from, to, u.Organisation))
	}
	return y, r.err
}

// months deals the year's rows out; what is open at a month's end is carried into the next.
func (y *Year) months(accepted, closed, mediated []row) {
	open := y.Whole.C0
	for m := 1; m <= int(y.Whole.To.Month()); m++ {
		first := calendar.On(y.Whole.From.Year(), time.Month(m), 1)
		last := calendar.On(y.Whole.From.Year(), time.Month(m)+1, 1).Next(-1)
		c := blank(first, last)
		c.C0 = open
		for _, x := range accepted {
			if x.Month == m {
				c.A += x.N
			}
		}
		for _, x := range closed {
			if x.Month == m {
				c.K[workflows.Mode(x.Kind)] += x.N
			}
		}
		for _, x := range mediated {
			if x.Month == m {
				c.Outcomes[x.Kind] += x.N
			}
		}
		open += c.A - c.Closed()
		c.O = open
		y.Months = append(y.Months, c)
	}
}

func blank(from, to calendar.Date) Counts {
	return Counts{From: from, To: to, K: map[workflows.Mode]int{}, Outcomes: map[string]int{}}
}

// reader runs counters and keeps the first error.
type reader struct {
	tx  *models.Tx
	err error
}

func (r *reader) number(name string, args ...any) int {
	var n int
	if r.err == nil {
		if err := r.tx.SQL().QueryRowContext(r.tx.Context(), query(name), args...).Scan(&n); err != nil {
			r.err = fmt.Errorf("count %s: %w", name, err)
		}
	}
	return n
}

func (r *reader) rows(name string, args ...any) []row {
	if r.err != nil {
		return nil
	}
	rows, err := r.tx.SQL().QueryContext(r.tx.Context(), query(name), args...)
	if err != nil {
		r.err = fmt.Errorf("count %s: %w", name, err)
		return nil
	}
	defer rows.Close()
	var list []row
	for rows.Next() {
		var x row
		if err := rows.Scan(&x.Month, &x.Kind, &x.N); err != nil {
			r.err = err
			return nil
		}
		list = append(list, x)
	}
	r.err = rows.Err()
	return list
}
