package workflows

import (
	"fmt"
	"sort"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Line is one line of a date's arithmetic: what was added, which article says so, how many
// natural days it moved the date (zero for the first line), and the date so far.
type Line struct {
	Says law.Text      `json:"says"`
	Law  *law.Citation `json:"law,omitempty"`
	Add  string        `json:"add,omitempty"`
	Date calendar.Date `json:"date"`
}

// AwardTerm is what the award clock is counted from (审限的计算要素).
type AwardTerm struct {
	Period    Period // which limit this is; the award period where left out
	Accepted  calendar.Date
	Limit     calendar.Span // 45 natural days, or 30 in simplified handling
	Extension int           // approved natural days, in force since the last restart
	Restarts  []Restart
	Stops     []Stop
}

// Reckoning is a date with its arithmetic (期限计算). Natural and Statutory are none while a stop
// still runs.
type Reckoning struct {
	calendar.Due
	Base    calendar.Date
	Running *Stop  // the stop that is still running, if one is
	Stopped int    // natural days that don't count
	Stops   []Stop // the union of the stops after the base
	Working []Line
}

// CountAward counts the award period: from acceptance or the last restart, plus the limit, plus
// an extension, plus the days of the union of all stops after the base; then the rest-day rule,
// once, at the end. The order in which stops and restarts are listed does not matter.
func CountAward(days *calendar.Holidays, t AwardTerm) Reckoning {
	base, lines := awardBase(t)
	due := base.Next(t.Limit.N)
	says, limit := law.Text{ZH: "法定审理期限", EN: "statutory period"}, TermOf(AwardPeriod).Law
	if t.Period == SimplePeriod {
		says, limit = TermOf(SimplePeriod).Name, TermOf(SimplePeriod).Law
	}
	lines = append(lines, Line{says, &limit, plus(t.Limit.N), due})
	if t.Extension > 0 {
		due = due.Next(t.Extension)
		c := law.Arbitration(43, 2)
		lines = append(lines, Line{law.Text{ZH: "经批准延长", EN: "extension approved"}, &c, plus(t.Extension), due})
	}
	r := Reckoning{Base: base}
	r.Stops = union(t.Stops, base)
	for _, s := range r.Stops {
		if s.To.IsZero() {
			r.Running = &s
			lines = append(lines, stopLine(s, calendar.Date{}))
			continue
		}
		n := s.To.Since(s.From)
		r.Stopped += n
		due = due.Next(n)
		lines = append(lines, stopLine(s, due))
	}
	if r.Running != nil {
		r.Working = lines
		return r
	}
	r.Due = days.Due(due, calendar.Days(0))
	r.Provisional = days.Due(base, calendar.Days(due.Since(base))).Provisional
	r.Working = append(lines, roll(r.Due)...)
	return r
}

func awardBase(t AwardTerm) (calendar.Date, []Line) {
	base := t.Accepted
	lines := []Line{{Says: law.Text{ZH: "受理之日（当日不计）", EN: "day of acceptance (not counted)"}, Date: base}}
	for _, r := range t.Restarts {
		if r.On.After(base) || (r.On == base && r.Kind == "transferred_in") {
			name := restartNames[r.Kind]
			base = r.On
			lines = append(lines[:1], Line{Says: name.Name, Law: &name.Law, Date: base})
		}
	}
	return base, lines
}

// union merges the stops after base, earliest first; the part of a stop before base is dropped.
// A stop that still runs swallows everything after its start.
func union(stops []Stop, base calendar.Date) []Stop {
	kept := make([]Stop, 0, len(stops))
	for _, s := range stops {
		if s.From.Before(base) {
			s.From = base
		}
		if s.To.IsZero() || s.To.After(s.From) {
			kept = append(kept, s)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool { return earlier(kept[i], kept[j]) })
	merged := kept[:0]
	for _, s := range kept {
		if n := len(merged); n > 0 && overlaps(merged[n-1], s) {
			last := &merged[n-1]
			if s.To.IsZero() || (!last.To.IsZero() && s.To.After(last.To)) {
				last.To = s.To
			}
			continue
		}
		merged = append(merged, s)
	}
	return merged
}

func earlier(a, b Stop) bool {
	if a.From != b.From {
		return a.From.Before(b.From)
	}
	if a.To != b.To {
		return a.To.Before(b.To)
	}
	return a.Kind < b.Kind
}

func overlaps(a, b Stop) bool { return a.To.IsZero() || !b.From.After(a.To) }

func stopLine(s Stop, due calendar.Date) Line {
	g := stopGround(s.Kind)
	to, toEN, add := "至今", "still running", ""
	if !s.To.IsZero() {
		to, toEN = "至 "+s.To.String()+"（当日恢复）", "to "+s.To.String()+" (counted again)"
		add = plus(s.To.Since(s.From))
	}
	return Line{
		Says: law.Text{ZH: fmt.Sprintf("停钟：%s，%s %s", g.Name.ZH, s.From, to), EN: fmt.Sprintf("stopped for %s, %s %s", g.Name.EN, s.From, toEN)},
		Law:  &g.Law, Add: add, Date: due,
	}
}

// Rolled is the line of the rest-day rule, if it moved the date.
func Rolled(d calendar.Due) []Line { return roll(d) }

func roll(d calendar.Due) []Line {
	n := d.Statutory.Since(d.Natural)
	if n == 0 {
		return nil
	}
	c := law.CivilCode(203)
	return []Line{{law.Text{ZH: "末日逢休息日，顺延", EN: "the last day is a rest day: moved on"}, &c, plus(n), d.Statutory}}
}

func plus(n int) string { return fmt.Sprintf("+%d", n) }
