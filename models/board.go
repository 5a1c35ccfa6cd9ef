package models

import (
	"github.com/jackc/pgx/v5"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// seated are the standings of those who sit in a tribunal.
const seated = "('sole', 'presiding', 'member')"

// BoardRow counts a commission's open cases (在办).
type BoardRow struct {
	Open, Overdue, Within3, Within10 int
	NoNext                           int // open and nobody's turn
	Halted                           []HaltedRow
	Load                             []LoadRow
	Repeated                         []RepeatedRow
}

// RepeatedRow is an employer of whom several workers came within a month (同一单位).
type RepeatedRow struct {
	Name           string
	Workers, Cases int
}

// repeated is from how many workers on an employer is named, and recently over how many days.
const repeated, recently = 3, 30

// HaltedRow counts cases whose award clock stands still for one reason.
type HaltedRow struct {
	Kind string
	N    int
}

// LoadRow is what one arbitrator has open.
type LoadRow struct {
	Account                      int64
	Name                         string
	Open, Leads, Overdue, Within int // Leads: alone or presiding; Within: due within ten days
	Red, Amber, Green            int // by the light of the case's first due date; Overdue is the black one
}

// CountBoard counts by each case's first due date; days are natural and inclusive.
func CountBoard(tx *Tx, commission int64) (*BoardRow, error) {
	r := &BoardRow{}
	today := tx.Today()
	b := tx.batch()
	b.query(`select count(*), count(*) filter (where due_key < $2::date), count(*) filter (where due_key between $2::date and $3::date), count(*) filter (where due_key between $2::date and $4::date), count(*) filter (where next_who = '')
		from cases where commission_id = $1 and open`,
		func(rows pgx.Rows) error { return rows.Scan(&r.Open, &r.Overdue, &r.Within3, &r.Within10, &r.NoNext) }, commission, today, today.Next(3), today.Next(10))
	b.query(`select e.kind, count(distinct e.case_id) from clock_events e join cases c on c.commission_id = e.commission_id and c.id = e.case_id
		where e.commission_id = $1 and e.to_on is null and not e.restart and c.open group by 1 order by 2 desc, 1`,
		func(rows pgx.Rows) error {
			var h HaltedRow
			err := rows.Scan(&h.Kind, &h.N)
			r.Halted = append(r.Halted, h)
			return err
		}, commission)
	b.query(`select a.id, a.name, x.open, x.leads, x.overdue, x.soon, x.red, x.amber, x.green
		from (select distinct account_id from roles where commission_id = $1 and role = 'arbitrator' and revoked_at is null) r join accounts a on a.id = r.account_id
		cross join lateral (select count(*) open, count(*) filter (where s.standing <> 'member') leads, count(*) filter (where s.due_key < $2::date) overdue,
			count(*) filter (where s.due_key between $2::date and $3::date) soon, count(*) filter (where s.due_key >= $2::date and s.red_on <= $2::date) red,
			count(*) filter (where s.due_key >= $2::date and s.red_on > $2::date and s.amber_on <= $2::date) amber,
			count(*) filter (where s.due_key >= $2::date and s.red_on > $2::date and s.amber_on > $2::date) green
			from standings s where s.account_id = a.id and s.commission_id = $1 and s.open and s.standing in `+seated+`) x
		order by x.open desc, a.name`,
		func(rows pgx.Rows) error {
			var l LoadRow
			err := rows.Scan(&l.Account, &l.Name, &l.Open, &l.Leads, &l.Overdue, &l.Within, &l.Red, &l.Amber, &l.Green)
			r.Load = append(r.Load, l)
			return err
		}, commission, today, today.Next(10))
	b.query(`select max(r.name), sum(x.workers)::int, count(distinct c.id)::int from cases c
		cross join lateral (select p.name, p.credit_code from parties p where p.commission_id = c.commission_id and p.case_id = c.id and p.side = 'respondent' and p.kind = 'employer' offset 0) r
		cross join lateral (select count(*) workers from parties a where a.commission_id = c.commission_id and a.case_id = c.id and a.side = 'applicant' and a.kind = 'worker') x
		where c.commission_id = $1 and c.opened_on between $2::date and $4::date group by coalesce(nullif(r.credit_code, ''), r.name) having sum(x.workers) >= $3 order by 2 desc, 1 limit 5`,
		func(rows pgx.Rows) error {
			var e RepeatedRow
			err := rows.Scan(&e.Name, &e.Workers, &e.Cases)
			r.Repeated = append(r.Repeated, e)
			return err
		}, commission, today.Next(1-recently), repeated, today)
	return r, b.send()
}

// WaitingRow is something that was proposed, or a recusal that was asked for, and waits for its decision. A party that
// asks has no number of an account here.
type WaitingRow struct {
	Ref, Number             string
	State                   workflows.State
	Event                   workflows.Event
	MakerID                 int64
	Maker                   string
	MadeOn                  calendar.Date
	Applicants, Respondents string
	DuePeriod               workflows.Period
	DueKey, AmberOn, RedOn  calendar.Date
	Open                    bool
}

// ListWaiting lists what waits for a decision in a commission, the case that is due first coming first; up to two
// hundred, which nobody decides in a day.
func ListWaiting(tx *Tx, commission int64) (list []WaitingRow, err error) {
	b := tx.batch()
	b.query(`select c.ref, coalesce(c.number, ''), c.state, p.event, p.maker_id, p.maker, p.made_on, coalesce(n.applicants, ''), coalesce(n.respondents, ''), c.due_period, c.due_key, c.amber_on, c.red_on, c.open
		from (select commission_id, case_id, id, event, maker_id, (select name from accounts a where a.id = maker_id) maker, made_on from proposals where commission_id = $1 and decided_on is null
			union all
			select r.commission_id, r.case_id, r.id, $2, case when r.party_id is null then r.account_id else 0 end,
				coalesce((select name from parties x where x.commission_id = r.commission_id and x.id = r.party_id), (select name from accounts a where a.id = r.account_id)), r.asked_on
			from recusals r where r.commission_id = $1 and r.decided_on is null) p
		join cases c on c.commission_id = p.commission_id and c.id = p.case_id
		left join lateral (select string_agg(p.name, '、' order by p.ordinal) filter (where p.side = 'applicant') applicants,
			string_agg(p.name, '、' order by p.ordinal) filter (where p.side = 'respondent') respondents
			from parties p where p.commission_id = c.commission_id and p.case_id = c.id) n on true
		order by c.due_key, p.made_on, p.id limit 200`,
		func(r pgx.Rows) error {
			var w WaitingRow
			err := r.Scan(&w.Ref, &w.Number, &w.State, &w.Event, &w.MakerID, &w.Maker, &w.MadeOn, &w.Applicants, &w.Respondents, &w.DuePeriod, &w.DueKey, &w.AmberOn, &w.RedOn, &w.Open)
			list = append(list, w)
			return err
		}, commission, string(workflows.DecideRecusal))
	return list, b.send()
}
