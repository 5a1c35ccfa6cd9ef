package metrics

import (
	"strconv"
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Unit is whose figures are asked for: a commission, or one of its organisations, or one town, or one cause.
type Unit struct {
	Commission   int64
	Organisation int64   // 0: all; Without: cases of none
	Town         *string // nil: all; "": cases without one
	Cause        *string // nil: all; "": cases without one
}

// Without asks for the cases that no organisation had.
const Without = -1

// Whole says whether nothing is narrowed.
func (u Unit) Whole() bool { return u.Organisation == 0 && u.Town == nil && u.Cause == nil }

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
	N        map[string]int         // every kind of the counters
	Sum      map[string]int         // its amounts: fen, days, workers

	Overdue     int // 超期未结; not counted month by month
	CopyOverdue int // 副本逾期未送达, today
	Persons     int // distinct workers; not counted month by month
	Largest     int // workers of the largest group; not counted month by month
}

func blank(from, to calendar.Date) Counts {
	return Counts{From: from, To: to, K: map[workflows.Mode]int{}, Outcomes: map[string]int{}, N: map[string]int{}, Sum: map[string]int{}}
}

// add takes one line of a counter.
func (c *Counts) add(kind string, n, amount int) {
	c.N[kind] += n
	c.Sum[kind] += amount
	if mode, ok := strings.CutPrefix(kind, "K:"); ok {
		c.K[workflows.Mode(mode)] += n
	}
	if outcome, ok := strings.CutPrefix(kind, "M:"); ok {
		c.Outcomes[outcome] += n
	}
	if kind == "A" {
		c.A += n
	}
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

// awards are closings by award, of one kind or another.
func (c Counts) awards() int {
	return c.K[workflows.AwardFinal] + c.K[workflows.AwardNonFinal] + c.K[workflows.AwardBoth]
}

// awarded and mediated are sums in fen.
func (c Counts) awarded() int {
	return c.Sum["K:"+string(workflows.AwardFinal)] + c.Sum["K:"+string(workflows.AwardNonFinal)] + c.Sum["K:"+string(workflows.AwardBoth)]
}

// rate of what is marked in time, of all that is marked.
func (c Counts) inTime(kind string) Rate {
	t := c.N[kind+":t"]
	return Rate{t, t + c.N[kind+":l"]}
}

// percentile is the smallest number of days within which per per cent of the closings were made;
// false where there is none, or where days are not kept one by one (an organisation, a town).
func (c Counts) percentile(kind string, per int) (int, bool) {
	var days []int
	total := 0
	for k, n := range c.N {
		if d, ok := strings.CutPrefix(k, kind+":"); ok && n > 0 {
			if v, err := strconv.Atoi(d); err == nil {
				days, total = append(days, v), total+n
			}
		}
	}
	if total == 0 {
		return 0, false
	}
	want := (total*per + 99) / 100
	sortInts(days)
	seen := 0
	for _, d := range days {
		if seen += c.N[kind+":"+strconv.Itoa(d)]; seen >= want {
			return d, true
		}
	}
	return 0, false
}
