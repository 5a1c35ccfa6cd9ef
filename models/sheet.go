package models

import (
	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
)

// Sheet is what stands around a case on its page: events, exhibits, who looked, names, and whom
// forms may name.
type Sheet struct {
	Events        []Event // newest first
	Exhibits      []Exhibit
	Calculations  []Calculation // oldest first
	Clocks        []ClockSteps
	Reads         []ReadRow        // the last thirty, newest first
	Names         map[int64]string // of everybody in the events, and of those asked for
	Organisation  string
	Arbitrators   []Colleague
	Recorders     []Colleague
	Mediators     []Colleague
	Organisations []Organisation
	Commissions   []Commission // others, to which a case could be transferred
	Unread        bool         // the person has a message of the case that they have not seen
	Own           []Commission // the case's own, for whoever is to be told its phone

	OrganisationPhone string
}

// SheetQuery says what of it is wanted.
type SheetQuery struct {
	People        []int64
	Organisation  int64 // whose name, and whose mediators
	Court         bool  // arbitrators and recorders
	Mediators     bool
	Organisations bool
	Commissions   bool
	Own           bool // its own commission
	Reads         ReadsShown
}

// ReadsShown says which entries of who opened the file (谁看过案卷) the reader may have: the last thirty are taken of those.
type ReadsShown struct {
	Hidden []string // subjects that are left out
	Party  bool     // only what parties are told: Told, and the parties' and the commission's exhibits
	Told   []string
}

// SheetOf notes that the case that the grant was issued for is looked at, and reads its sheet in one
// round trip.
func SheetOf(tx *Tx, g policies.Grant, q SheetQuery) (*Sheet, error) {
	const mine = "where commission_id = $1 and case_id = $2 "
	com, id := g.Case().Commission, g.Case().ID
	s := &Sheet{Names: map[int64]string{}}
	b := tx.batch()
	noteRead(b, g.Case(), g.Actor().Account, "case")
	into(b, &s.Events, mine+"order by no desc", com, id)
	b.query(`select id, name from accounts where id = any(array(select account_id from case_events `+mine+`) || $3::bigint[])`,
		func(r pgx.Rows) error {
			var id int64
			var name string
			err := r.Scan(&id, &name)
			s.Names[id] = name
			return err
		}, com, id, q.People)
	into(b, &s.Calculations, mine+"order by id", com, id)
	if g.May(policies.ReadEvidence) {
		into(b, &s.Exhibits, mine+"order by side, no", com, id)
	}
	b.query(`select a.id, a.name, r.subject, r.hour from reads r join accounts a on a.id = r.account_id
		where r.commission_id = $1 and r.case_id = $2 and not r.subject = any($3::text[])
			and (not $4::bool or r.subject = any($5::text[]) or r.subject like 'exhibit %' and r.subject not like 'exhibit 送%')
		order by r.hour desc, a.name, r.subject limit 30`,
		func(r pgx.Rows) error {
			var row ReadRow
			err := r.Scan(&row.AccountID, &row.Name, &row.Subject, &row.Hour)
			s.Reads = append(s.Reads, row)
			return err
		}, com, id, append([]string{}, q.Reads.Hidden...), q.Reads.Party, q.Reads.Told)
	if g.Party() {
		unreadIn(b, g.Case(), g.Actor().Account, &s.Unread)
	}
	s.clockSteps(b, com, id)
	s.ask(b, q, com)
	return s, b.send()
}

// ask adds the names that depend on who looks.
func (s *Sheet) ask(b *batch, q SheetQuery, commission int64) {
	if q.Organisation != 0 {
		b.query("select name, phone from organisations where id = $1", func(r pgx.Rows) error { return r.Scan(&s.Organisation, &s.OrganisationPhone) }, q.Organisation)
	}
	if q.Court {
		colleagues(b, &s.Arbitrators, "commission_id", "arbitrator", commission)
		colleagues(b, &s.Recorders, "commission_id", "recorder", commission)
	}
	if q.Mediators {
		colleagues(b, &s.Mediators, "organisation_id", "mediator", q.Organisation)
	}
	if q.Own {
		into(b, &s.Own, "where id = $1", commission)
	}
	if q.Commissions {
		into(b, &s.Commissions, "where id <> $1 order by id", commission)
	}
	if q.Organisations {
		into(b, &s.Organisations, "where commission_id = $1 order by id", commission)
	}
}

func colleagues(b *batch, list *[]Colleague, column, role string, of int64) {
	b.query(`select distinct a.id, a.name from roles r join accounts a on a.id = r.account_id
		where r.role = $1 and r.`+column+` = $2 and r.revoked_at is null and not a.disabled order by a.name, a.id`,
		func(r pgx.Rows) error {
			var c Colleague
			err := r.Scan(&c.ID, &c.Name)
			*list = append(*list, c)
			return err
		}, role, of)
}
