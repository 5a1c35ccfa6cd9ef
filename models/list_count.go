package models

import (
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"tiaocai/workflows/calendar"
)

// CountLimit is as far as a list is counted: who has more than a thousand cases before them doesn't
// need the number, and a count of everything would cost more than the page.
const CountLimit = 1000

// LightLimit is as far as the cases of one light are counted: shown as 99+.
const LightLimit = 99

// turning is how many days before its due date a light may turn at the most; counting looks no further.
const turning = 60

// count counts the list, and its open cases by the light of their first due date.
func (l *list) count(b *batch, page *Page) {
	switch {
	case l.common:
		page.Total, page.More = SearchLimit, true
		return
	case l.hits >= 0:
		l.countHits(b, page)
		return
	}
	n := list{key: l.key, id: l.id, joined: l.joined, where: l.where, args: append([]any{}, l.args...), state: l.state}
	var selects []string
	add := func(name, where string) {
		limit := LightLimit
		if name == "total" {
			limit = CountLimit
		}
		selects = append(selects, fmt.Sprintf("select '%s', (select count(*) from (select %s from %s where %s order by %s limit %d) x)", name, n.one(), n.from(false), where, n.along(), limit+1))
	}
	today := b.tx.Today()
	switch {
	case len(l.open) == 2: // with those that are done
		add("total", l.where)
	case l.light != "":
		add("total", n.part(true)+n.shade(l.light, today))
	default:
		add("total", n.part(l.open[0]))
	}
	if l.open[0] {
		for _, light := range []string{"black", "red", "amber", "green", "grey"} {
			add(light, n.part(true)+n.shade(light, today))
		}
	}
	b.query(strings.Join(selects, " union all "), func(r pgx.Rows) error { return page.count(r) }, n.args...)
}

// shade narrows to the open cases of one light; none for no light.
func (l *list) shade(light string, today calendar.Date) string {
	due := l.key + ".due_key"
	day := func(d calendar.Date) string { return l.arg(d) + "::date" }
	near := func() string { return " and " + due + " between " + day(today) + " and " + day(today.Next(turning)) }
	switch light {
	case "black":
		return " and " + due + " < " + day(today)
	case "red":
		return near() + " and " + l.key + ".red_on <= " + day(today)
	case "amber":
		return near() + " and " + l.key + ".amber_on <= " + day(today) + " and " + l.key + ".red_on > " + day(today)
	case "green":
		return " and " + due + " >= " + day(today) + " and " + due + " < " + day(Far) + " and " + l.key + ".amber_on > " + day(today)
	case "grey":
		return " and " + due + " = " + day(Far)
	}
	return ""
}

// one is what is counted: a row, or a case in which a person may stand twice.
func (l *list) one() string {
	if l.key == "s" {
		return "distinct s.open, s.due_key, s.case_id, s.commission_id"
	}
	return "1"
}

// along is the order of the index, so that counting goes along it and ends where it must.
func (l *list) along() string {
	switch {
	case l.key == "s":
		return "s.open desc, s.due_key, s.case_id, s.commission_id"
	case l.state:
		return l.key + ".due_key"
	}
	return l.key + ".open desc, " + l.key + ".due_key"
}

func (p *Page) count(r pgx.Rows) error {
	var name string
	var n int
	err := r.Scan(&name, &n)
	p.counted(name, n)
	return err
}

func (p *Page) counted(name string, n int) {
	switch {
	case name == "total":
		p.Total, p.More = min(n, CountLimit), n > CountLimit
	case n > 0:
		p.Lights = append(p.Lights, LightCount{name, min(n, LightLimit), n > LightLimit})
	}
}

// countHits counts what a search found; those are few enough to look at each.
func (l *list) countHits(b *batch, page *Page) {
	n := list{key: l.key, id: l.id, joined: l.joined, where: l.where, args: append([]any{}, l.args...), state: l.state}
	far, today := n.arg(Far)+"::date", n.arg(b.tx.Today())+"::date"
	b.query(fmt.Sprintf(`select light, count(*) from (select distinct %[1]s.commission_id, %[2]s, case when not c.open then 'done' when c.due_key = %[3]s then 'grey' when c.due_key < %[4]s then 'black'
		when c.red_on <= %[4]s then 'red' when c.amber_on <= %[4]s then 'amber' else 'green' end light from %[5]s where %[6]s) x
		group by 1 order by array_position('{black,red,amber,green,grey}', light)`,
		n.key, n.id, far, today, n.from(true), n.where), func(r pgx.Rows) error {
		var c LightCount
		if err := r.Scan(&c.Light, &c.N); err != nil {
			return err
		}
		if l.light == "" || l.light == c.Light {
			page.Total += c.N
		}
		if c.Light != "done" {
			page.Lights = append(page.Lights, c)
		}
		return nil
	}, n.args...)
}
