package models

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// FigureCounter is one counter of the figures: of the whole commission, of one organisation, one town or
// one cause, in one month (指标计数).
type FigureCounter struct {
	CommissionID int64         `gorm:"primaryKey;autoIncrement:false"`
	Part         string        `gorm:"primaryKey"` // all, organisation, town, cause
	Month        calendar.Date `gorm:"primaryKey"` // its first day
	Kind         string        `gorm:"primaryKey"`
	Unit         string        `gorm:"primaryKey"` // number of the organisation, the town, or the code of the cause; "" for none
	N            int64
	Amount       int64
}

// moveCounters writes the difference between what the case counted for when it was loaded and what
// it counts for now. It is the last thing that a step writes, in one statement with its rows in
// order, so that steps on different cases wait for each other shortly and never in a circle.
func (c *Case) moveCounters(tx *Tx, rules workflows.Rules) error {
	change := map[FigureCounter][2]int64{}
	c.spread(change, rules, 1)
	if c.before != nil {
		c.before.spread(change, rules, -1)
	}
	c.before = c.remembered()
	return addChange(tx, change)
}

// addChange writes what has changed, its rows in order.
func addChange(tx *Tx, change map[FigureCounter][2]int64) error {
	rows := make([]FigureCounter, 0, len(change))
	for k, v := range change {
		if v != [2]int64{} {
			k.N, k.Amount = v[0], v[1]
			rows = append(rows, k)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	slices.SortFunc(rows, func(a, b FigureCounter) int {
		return cmp.Or(strings.Compare(a.Part, b.Part), a.Month.Compare(b.Month), strings.Compare(a.Kind, b.Kind), strings.Compare(a.Unit, b.Unit))
	})
	for part := range slices.Chunk(rows, 4000) {
		if err := addCounters(tx, part); err != nil {
			return err
		}
	}
	return nil
}

// spread adds the case's contributions, times sign, to the counters of the commission, of the
// organisation, the town and the cause. How many closings took so many days is kept for the commission only.
func (c *Case) spread(into map[FigureCounter][2]int64, rules workflows.Rules, sign int64) {
	for _, x := range c.Contributions(rules) {
		k := FigureCounter{CommissionID: c.CommissionID, Part: "all", Month: calendar.On(x.Day.Year(), x.Day.Month(), 1), Kind: x.Kind}
		add := func(part, unit string) {
			k.Part, k.Unit = part, unit
			v := into[k]
			into[k] = [2]int64{v[0] + sign*x.N, v[1] + sign*x.Amount}
		}
		add("all", "")
		if strings.HasPrefix(x.Kind, "X:") || strings.HasPrefix(x.Kind, "Y:") {
			continue
		}
		organisation := ""
		if x.Organisation != 0 {
			organisation = strconv.FormatInt(x.Organisation, 10)
		}
		add("organisation", organisation)
		add("town", c.Town)
		add("cause", string(c.Cause))
	}
}

func addCounters(tx *Tx, rows []FigureCounter) error {
	var q strings.Builder
	q.WriteString("insert into figure_counters as f (commission_id, part, month, kind, unit, n, amount) values ")
	args := make([]any, 0, 7*len(rows))
	for i, r := range rows {
		if i > 0 {
			q.WriteString(", ")
		}
		q.WriteString("(?, ?, ?, ?, ?, ?, ?)")
		args = append(args, r.CommissionID, r.Part, r.Month, r.Kind, r.Unit, r.N, r.Amount)
	}
	q.WriteString(" on conflict (commission_id, part, month, kind, unit) do update set n = f.n + excluded.n, amount = f.amount + excluded.amount")
	return tx.Exec(q.String(), args...).Error
}
