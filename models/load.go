package models

import (
	"github.com/jackc/pgx/v5"

	"tiaocai/workflows/calendar"
)

// Loaded is what somebody has to do now, as work is given out by it (在办负担).
type Loaded struct {
	Account  int64
	Name     string
	Leads    int           // alone or presiding; for recorders and mediators: all that is open
	Others   int           // as a member of a tribunal
	Overdue  int           // of these, past their first due date
	Soon     int           // due within ten days; for mediators within three
	Hearings int           // in the coming two weeks
	Last     calendar.Date // when they last got a case; none if never
	Duty     bool          // a mediator on duty today

	Concluded, Settled int // a mediator's this year
}

// Open are all cases at hand.
func (l Loaded) Open() int { return l.Leads + l.Others }

// SeatLoads counts for everybody who arbitrates, or records, in a commission: days are natural and inclusive.
func SeatLoads(tx *Tx, commission int64, recorders bool) (list []Loaded, err error) {
	role, mine := "arbitrator", []string{"sole", "presiding", "member"}
	if recorders {
		role, mine = "recorder", []string{"recorder"}
	}
	today := tx.Today()
	b := tx.batch()
	b.query(`select a.id, a.name, x.leads, x.others, x.overdue, x.soon, x.hearings, l.last
		from (select distinct account_id from roles where commission_id = $1 and role = $2 and revoked_at is null) r join accounts a on a.id = r.account_id and not a.disabled
		cross join lateral (select count(*) filter (where s.standing <> 'member') leads, count(*) filter (where s.standing = 'member') others,
			count(*) filter (where s.due_key < $4::date) overdue, count(*) filter (where s.due_key between $4::date and $5::date) soon,
			count(*) filter (where s.hearing_key between $4::date and $6::date) hearings
			from standings s where s.account_id = a.id and s.commission_id = $1 and s.open and s.standing = any($3)) x
		cross join lateral (select max(since) last from seats s where s.account_id = a.id and s.commission_id = $1 and s.seat = any($3)) l
		order by a.id`, scanLoaded(&list, false), commission, role, mine, today, today.Next(10), today.Next(14))
	return list, b.send()
}

func scanLoaded(list *[]Loaded, mediator bool) func(pgx.Rows) error {
	return func(r pgx.Rows) error {
		var l Loaded
		to := []any{&l.Account, &l.Name, &l.Leads, &l.Others, &l.Overdue, &l.Soon, &l.Hearings, &l.Last}
		if mediator {
			to = append(to, &l.Duty, &l.Concluded, &l.Settled)
		}
		err := r.Scan(to...)
		*list = append(*list, l)
		return err
	}
}

// MediatorLoads counts the mediations of everybody who mediates for an organisation, and says who is on duty today.
func MediatorLoads(tx *Tx, commission, organisation int64) (list []Loaded, err error) {
	today := tx.Today()
	b := tx.batch()
	b.query(`select a.id, a.name, x.open, 0, x.overdue, x.soon, 0, x.last,
			exists (select 1 from duties d where d.commission_id = $1 and d.organisation_id = $2 and d.duty_on = $3::date and d.account_id = a.id), x.concluded, x.settled
		from (select distinct account_id from roles where organisation_id = $2 and role = 'mediator' and revoked_at is null) r join accounts a on a.id = r.account_id and not a.disabled
		cross join lateral (select count(*) filter (where m.concluded_on is null) open, count(*) filter (where m.concluded_on is null and m.due_on < $3::date) overdue,
			count(*) filter (where m.concluded_on is null and m.due_on between $3::date and $4::date) soon,
			count(*) filter (where m.concluded_on >= $5::date) concluded, count(*) filter (where m.concluded_on >= $5::date and m.outcome = 'success') settled, max(m.received_on) last
			from mediations m where m.mediator_id = a.id and m.commission_id = $1 and m.organisation_id = $2) x
		order by a.id`, scanLoaded(&list, true), commission, organisation, today, today.Next(3), calendar.On(today.Year(), 1, 1))
	return list, b.send()
}
