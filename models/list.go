package models

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// ListQuery narrows a list.
type ListQuery struct {
	State  string
	Search string
	Light  string // of the first due date; empty for all
	Within int    // due within so many days from today, inclusive; 0 for all
	Halted bool   // only cases whose award clock stands still
	Of     int64  // only cases in whose tribunal this account sits; of a commission's list alone
	Waits  string // only applications that wait for this; of a commission's list alone
	Closed bool
	Sort   string // due, hearing or number; empty for due
	After  string
	Limit  int
}

// ListRow is one case of a list.
type ListRow struct {
	CommissionID int64
	ID           int64
	Ref          string
	Number       string
	State        workflows.State
	Cause        string
	NextWho      string
	Open         bool
	DueKey       calendar.Date
	DuePeriod    workflows.Period
	AmberOn      calendar.Date
	RedOn        calendar.Date
	HearingKey   calendar.Date
	NumberKey    int64
	OpenedOn     calendar.Date
	Applicants   string
	Respondents  string
	Amount       claims.Fen
	HearingOn    calendar.Date
	Ready        workflows.Readiness
	Hits         []Hit // why a search found it
}

// Page is one page of a list, with the key of the next.
type Page struct {
	Rows   []ListRow
	Next   string
	Total  int
	More   bool // there are more than Total: counting stops there
	Lights []LightCount
}

// LightCount is how many open cases of a list show a light.
type LightCount struct {
	Light string
	N     int
	More  bool
}

// ListCases lists the cases of a scope in the order asked for: those that are due first come first, done ones
// last. It pages by key along an index, so that the hundredth page costs what the first does, and counts no
// further than a person reads.
func ListCases(tx *Tx, s policies.Scope, q ListQuery) (*Page, error) {
	l, err := listOf(s, q)
	if err != nil {
		return nil, err
	}
	l.narrow(tx, q)
	if err := l.search(tx, strings.TrimSpace(q.Search)); err != nil {
		return nil, err
	}
	page := &Page{}
	b := tx.batch()
	l.count(b, page)
	if err := l.read(b, q, page); err != nil {
		return nil, err
	}
	if err := b.send(); err != nil {
		return nil, err
	}
	page.cut(q.Limit, l.by)
	return page, page.explain(tx, s, q.Search)
}

// list is a scope as SQL. Each scope has an index in the order of its list: of the case's own rows,
// of the organisation's or of a person's standings.
type list struct {
	scope   policies.Scope
	key, id string // the table whose index gives the order, and the column of the case's id there
	joined  bool   // cases must be joined to it
	where   string
	args    []any
	open    []bool // which parts of the list are wanted, in order; a state is in one of them
	state   bool   // narrowed to one state
	hits    int    // cases that a search found; -1 for no search
	common  bool   // the search found too many to sort
	light   string // narrowed to the light of the first due date
	by      order
}

func (l *list) arg(v any) string {
	l.args = append(l.args, v)
	return "$" + strconv.Itoa(len(l.args))
}

func listOf(s policies.Scope, q ListQuery) (*list, error) {
	by, err := orderOf(q.Sort)
	if err != nil {
		return nil, err
	}
	l := &list{scope: s, open: []bool{true}, hits: -1, by: by}
	if q.Closed || q.Search != "" {
		l.open = []bool{true, false}
	}
	state := "c.state"
	switch {
	case s.Commission() != 0:
		l.key, l.id, l.where = "c", "c.id", "c.commission_id = "+l.arg(s.Commission())
	case s.Organisation() != 0:
		l.key, l.id, l.joined, l.where = "o", "o.case_id", true, "o.organisation_id = "+l.arg(s.Organisation())
		state = "o.state"
	case s.Account() != 0:
		l.key, l.id, l.joined, l.where = "s", "s.case_id", true, "s.account_id = "+l.arg(s.Account())
	default:
		return nil, fault.Missing()
	}
	if q.State != "" {
		l.where += " and " + state + " = " + l.arg(q.State)
		l.open, l.state = []bool{workflows.State(q.State).Open()}, true
	}
	if l.light = q.Light; l.light != "" {
		l.open = []bool{true} // what is done shows none
	}
	return l, nil
}

// narrow takes what a board's number counts: each is a condition on open cases.
func (l *list) narrow(tx *Tx, q ListQuery) {
	const of = "x.commission_id = c.commission_id and x.case_id = c.id"
	if q.Within > 0 {
		l.where += fmt.Sprintf(" and %s.due_key between %s and %s", l.key, l.arg(tx.Today())+"::date", l.arg(tx.Today().Next(q.Within))+"::date")
	}
	if q.Halted {
		l.where += " and exists (select 1 from clock_events x where " + of + " and x.to_on is null and not x.restart)"
	}
	if q.Of != 0 && l.key == "c" {
		l.where += " and exists (select 1 from standings x where " + of + " and x.account_id = " + l.arg(q.Of) + " and x.standing in " + seated + ")"
	}
	if l.key == "c" {
		l.where += waiting(q.Waits)
	}
	if q.Within > 0 || q.Halted || q.Of != 0 {
		l.open = []bool{true}
	}
}

// from are the tables; cases are joined only where something of them is asked.
func (l *list) from(cases bool) string {
	table := map[string]string{"c": "cases c", "o": "organisation_lists o", "s": "standings s"}[l.key]
	if l.joined && (cases || strings.Contains(l.where, "c.")) {
		table += fmt.Sprintf(" join cases c on c.commission_id = %[1]s.commission_id and c.id = %[1]s.case_id", l.key)
	}
	return table
}

// part is the condition for the open or the done part of the list.
func (l *list) part(open bool) string {
	switch {
	case l.state && l.key != "s":
		return l.where // the index on states has no column for it
	case open:
		return l.where + " and " + l.key + ".open"
	}
	return l.where + " and not " + l.key + ".open"
}

const rowColumns = `c.commission_id, c.id, c.ref, coalesce(c.number, '') number, c.state, c.cause, c.next_who, c.open, c.due_key, c.opened_on, c.due_period, c.amber_on, c.red_on, c.hearing_key, c.number_key,
	c.ready_served, c.ready_tribunal, c.defence_on, c.defence_until, c.evidence_until`

// read reads one page: from each part of the list as many rows as a page has, along its index.
func (l *list) read(b *batch, q ListQuery, page *Page) error {
	parts := l.open
	var after string
	if q.After != "" {
		open, key, id, err := l.by.read(q.After)
		if err != nil {
			return err
		}
		if !open {
			parts = []bool{false}
		}
		after = fmt.Sprintf(" and (%s.%s, %s) > (%s::%s, %s)", l.key, l.by.column, l.id, l.arg(key), l.by.as, l.arg(id))
	}
	limit, shade := l.arg(q.Limit+1), l.shade(l.light, b.tx.Today())
	distinct, order := "", fmt.Sprintf("%s.%s, %s", l.key, l.by.column, l.id)
	if l.key == "s" { // a person may stand twice in a case
		order += ", s.commission_id"
		distinct = "distinct on (" + order + ") "
	}
	var selects []string
	for i, open := range parts {
		selects = append(selects, fmt.Sprintf("(select %s%s from %s where %s%s order by %s limit %s)",
			distinct, rowColumns, l.from(true), l.part(open)+shade, after, order, limit))
		if i == 0 && open {
			after = "" // the done ones follow from their beginning
		}
	}
	l.rows(b, page, strings.Join(selects, " union all "), limit)
	return nil
}

func (l *list) rows(b *batch, page *Page, of, limit string) {
	b.query(`select x.*, coalesce(p.applicants, ''), coalesce(p.respondents, ''),
			(select coalesce(sum(amount), 0)::bigint from claims l where l.commission_id = x.commission_id and l.case_id = x.id),
			(select max(hearing_on) from hearings h where h.commission_id = x.commission_id and h.case_id = x.id)
		from (select * from (`+of+`) y order by (not y.open), y.`+l.by.column+`, y.id limit `+limit+`) x
		left join lateral (select string_agg(p.name, '、' order by p.ordinal) filter (where p.side = 'applicant') applicants,
			string_agg(p.name, '、' order by p.ordinal) filter (where p.side = 'respondent') respondents
			from parties p where p.commission_id = x.commission_id and p.case_id = x.id) p on true
		order by (not x.open), x.`+l.by.column+`, x.id`, func(rows pgx.Rows) error {
		page.Rows = append(page.Rows, ListRow{})
		r := &page.Rows[len(page.Rows)-1]
		return rows.Scan(&r.CommissionID, &r.ID, &r.Ref, &r.Number, &r.State, &r.Cause, &r.NextWho, &r.Open, &r.DueKey, &r.OpenedOn,
			&r.DuePeriod, &r.AmberOn, &r.RedOn, &r.HearingKey, &r.NumberKey,
			&r.Ready.Served, &r.Ready.Tribunal, &r.Ready.Defence, &r.Ready.DefenceUntil, &r.Ready.EvidenceUntil, &r.Applicants, &r.Respondents, &r.Amount, &r.HearingOn)
	}, l.args...)
}

// cut takes off the row that only shows that there is a next page.
func (p *Page) cut(limit int, by order) {
	if len(p.Rows) > limit {
		p.Rows = p.Rows[:limit]
		p.Next = by.next(&p.Rows[limit-1])
	}
}
