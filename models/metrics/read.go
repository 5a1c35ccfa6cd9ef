package metrics

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"tiaocai/models"
	"tiaocai/workflows/calendar"
)

// Read counts any period by reading the tables. It is slow and right: what the counters are
// compared with. A dispute counts once in the whole period.
func Read(tx *models.Tx, u Unit, from, to calendar.Date) (Counts, error) {
	c := blank(from, to)
	s := span{from, to, to, "millennium"}
	list, err := scan(tx, u, s, append(slices.Clone(perCase), perPeriod...))
	if err != nil {
		return c, err
	}
	for _, x := range list {
		c.add(x.Kind, x.N, x.Amount)
	}
	opening, err := scan(tx, u, s, []string{"opening"})
	if err != nil {
		return c, err
	}
	for _, x := range opening {
		c.C0 += x.N
	}
	return c, c.live(tx, u, s, nil)
}

// Year is a year's counters: to date, and month by month.
type Year struct {
	Whole  Counts
	Months []Counts // January first, up to the month of the last day
}

// ReadYear reads a year up to today, or the whole of a year that is over, from the counters; what
// depends on the day of asking is asked live.
func ReadYear(tx *models.Tx, u Unit, year int, today calendar.Date) (Year, error) {
	to := calendar.On(year, 12, 31)
	if today.Before(to) {
		to = today
	}
	y := yearUpTo(year, to)
	if err := y.counted(tx, u); err != nil {
		return y, err
	}
	if err := y.Whole.live(tx, u, span{y.Whole.From, to, today, "month"}, y.Months); err != nil {
		return y, err
	}
	y.carry()
	return y, nil
}

// yearUpTo is a year without numbers, its months whole.
func yearUpTo(year int, to calendar.Date) Year {
	y := Year{Whole: blank(calendar.On(year, 1, 1), to)}
	for m := 1; m <= int(to.Month()); m++ {
		y.Months = append(y.Months, blank(calendar.On(year, time.Month(m), 1), calendar.On(year, time.Month(m)+1, 1).Next(-1)))
	}
	return y
}

// YearBefore reads the whole of the year before another, from the counters alone: what it is compared with.
func YearBefore(tx *models.Tx, u Unit, year int) (Year, error) {
	y := yearUpTo(year-1, calendar.On(year-1, 12, 31))
	err := y.counted(tx, u)
	y.carry()
	return y, err
}

// WholeMonths are the months that are over on the last day that counts.
func (y Year) WholeMonths() int {
	n := len(y.Months)
	if n > 0 && y.Months[n-1].To.After(y.Whole.To) {
		n--
	}
	return n
}

// Through is the year from January up to a month, as the months count: a mediation that came to two ends in two months
// counts in both.
func (y Year) Through(months int) Counts {
	c := blank(y.Whole.From, y.Months[months-1].To)
	c.C0, c.O = y.Whole.C0, y.Months[months-1].O
	for _, m := range y.Months[:months] {
		for kind, n := range m.N {
			c.add(kind, n, m.Sum[kind])
		}
	}
	return c
}

// part is where the counters of a unit stand.
func (u Unit) part() (part, unit string) {
	switch {
	case u.Organisation > 0:
		return "organisation", strconv.FormatInt(u.Organisation, 10)
	case u.Organisation == Without:
		return "organisation", ""
	case u.Town != nil:
		return "town", *u.Town
	case u.Cause != nil:
		return "cause", *u.Cause
	}
	return "all", ""
}

// counted reads the counters of the year, and what was carried into it.
func (y *Year) counted(tx *models.Tx, u Unit) error {
	part, unit := u.part()
	list, err := lines(tx, `select extract(month from month)::int, '', kind, n, amount from figure_counters
		where commission_id = $1 and part = $2 and unit = $3 and month between $4 and $5
		union all
		select 0, '', 'C0', coalesce(sum(case when kind = 'A' then n else -n end), 0)::bigint, 0 from figure_counters
		where commission_id = $1 and part = $2 and unit = $3 and month < $4 and (kind = 'A' or kind like 'K:%')`,
		u.Commission, part, unit, y.Whole.From, y.Whole.To)
	for _, x := range list {
		y.take(x)
	}
	return err
}

func (y *Year) take(x line) {
	if x.Kind == "C0" {
		y.Whole.C0 = x.N
		return
	}
	if x.Month > len(y.Months) {
		return
	}
	if kind, ok := strings.CutPrefix(x.Kind, "y"); ok { // counted for the year as a whole
		y.Whole.add(kind, x.N, x.Amount)
		return
	}
	y.Months[x.Month-1].add(x.Kind, x.N, x.Amount)
	if !strings.HasPrefix(x.Kind, "M:") && !strings.HasPrefix(x.Kind, "B:") {
		y.Whole.add(x.Kind, x.N, x.Amount)
	}
}

// carry takes what is open at a month's end into the next.
func (y *Year) carry() {
	open := y.Whole.C0
	for i := range y.Months {
		m := &y.Months[i]
		m.C0 = open
		open += m.A - m.Closed()
		m.O = open
	}
}

// live asks what depends on the day: what is open, due, overdue, and which periods still run.
func (c *Counts) live(tx *models.Tx, u Unit, s span, months []Counts) error {
	list, err := scan(tx, u, s, []string{"open", "suspended", "not_due", "overdue", "copies_overdue"})
	if err != nil {
		return err
	}
	to := map[string]*int{"O": &c.O, "S": &c.S, "notdue": &c.NotDue, "overdue": &c.Overdue, "copydue": &c.CopyOverdue}
	for _, x := range list {
		*to[x.Kind] += x.N
	}
	if len(months) > 0 { // the counters hold whole months
		s.to = months[len(months)-1].To
	}
	early, err := scan(tx, u, s, []string{"windows", "ahead"})
	if err != nil {
		return err
	}
	for _, x := range early {
		c.add(x.Kind, -x.N, 0)
		if x.Month <= len(months) {
			months[x.Month-1].add(x.Kind, -x.N, 0)
		}
	}
	return c.people(tx, u, s)
}

// people counts distinct workers, and the largest group if there are groups.
func (c *Counts) people(tx *models.Tx, u Unit, s span) error {
	where, more := u.narrowed()
	args, err := parameters(tx, u.Commission, s)
	if err != nil {
		return err
	}
	args = append(args, more...)
	list, err := lines(tx, beginning+`select 0, '', '', (count(y.person) + coalesce(sum(y.n) filter (where y.person is null), 0))::bigint, 0 from (
		select x.person, count(*) as n from (`+query("persons")+`) x where`+where+` group by 1) y`, args...)
	if err != nil || len(list) == 0 {
		return err
	}
	c.Persons = list[0].N
	if c.N["G"] == 0 {
		return nil
	}
	list, err = lines(tx, beginning+`select 0, '', '', coalesce(max(x.amount), 0)::bigint, 0 from (`+query("groups")+`) x where`+where, args...)
	if err == nil && len(list) == 1 {
		c.Largest = list[0].N
	}
	return err
}
