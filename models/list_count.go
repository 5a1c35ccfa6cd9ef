package models

import (
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
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
	far, today, soon := n.arg(Far)+"::date", n.arg(b.tx.Today())+"::date", n.arg(b.tx.Today().Next(turning))+"::date"
	var selects []string
	add := func(name, where string) {
		limit := LightLimit
		if name == "total" {
			limit = CountLimit
		}
		selects = append(selects, fmt.Sprintf("select '%s', (select count(*) from (select %s from %s where %s order by %s limit %d) x)", name, n.one(), n.from(false), where, n.along(), limit+1))
	}
	if len(l.open) == 2 { // with those that are done
		add("total", l.where)
	} else {
		add("total", n.part(l.open[0]))
	}
	if l.open[0] {
		open := n.part(true)
		near := fmt.Sprintf(" and %[1]s.due_key between %[2]s and %[3]s", l.key, today, soon)
		add("black", open+fmt.Sprintf(" and %s.due_key < %s", l.key, today))
		add("red", open+near+fmt.Sprintf(" and %s.red_on <= %s", l.key, today))
		add("amber", open+near+fmt.Sprintf(" and %[1]s.amber_on <= %[2]s and %[1]s.red_on > %[2]s", l.key, today))
		add("green", open+fmt.Sprintf(" and %[1]s.due_key >= %[2]s and %[1]s.due_key < %[3]s and %[1]s.amber_on > %[2]s", l.key, today, far))
		add("grey", open+fmt.Sprintf(" and %s.due_key = %s", l.key, far))
	} else { // the dates stay used, so that their types are known
		add("none", fmt.Sprintf("false and %s.due_key in (%s, %s, %s)", l.key, far, today, soon))
	}
	b.query(strings.Join(selects, " union all "), func(r pgx.Rows) error { return page.count(r) }, n.args...)
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
		if page.Total += c.N; c.Light != "done" {
			page.Lights = append(page.Lights, c)
		}
		return nil
	}, n.args...)
}
