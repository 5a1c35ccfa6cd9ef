package models

import (
	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// WorkRow is one open case in somebody's hands, or in nobody's.
type WorkRow struct {
	CaseID                             int64
	Ref, Number, Town                  string
	State                              workflows.State
	Version                            int
	Standing                           policies.Standing
	SeatID                             int64
	JointID                            *int64
	Challenged                         bool // somebody's recusal waits for its decision
	ReceivedOn                         calendar.Date
	Open                               bool
	DueKey, AmberOn, RedOn, HearingKey calendar.Date
	DuePeriod                          workflows.Period
	Applicants, Respondents            string
}

const workColumns = `c.id, c.ref, coalesce(c.number, ''), c.town, c.state, c.version, c.joint_id, c.open, c.due_key, c.amber_on, c.red_on, c.hearing_key, c.due_period, coalesce(p.applicants, ''), coalesce(p.respondents, '')`

// workCase joins the case of a row x, each by its key.
const workCase = ` cross join lateral (select * from cases y where y.commission_id = x.commission_id and y.id = x.case_id limit 1) c ` + namesOf

func (w *WorkRow) columns() []any {
	return []any{&w.CaseID, &w.Ref, &w.Number, &w.Town, &w.State, &w.Version, &w.JointID, &w.Open, &w.DueKey, &w.AmberOn, &w.RedOn, &w.HearingKey, &w.DuePeriod, &w.Applicants, &w.Respondents}
}

// MostWork is how many cases one list of work holds.
const MostWork = 200

// SeatWork lists the open cases in which somebody sits or records, what is due first coming first.
func SeatWork(tx *Tx, commission, account int64) (list []WorkRow, err error) {
	b := tx.batch()
	b.query(`select x.standing, t.id, exists (select 1 from recusals r where r.commission_id = x.commission_id and r.case_id = x.case_id and r.decided_on is null), `+workColumns+`
		from (select * from standings s where s.account_id = $2 and s.commission_id = $1 and s.open and s.standing in ('sole', 'presiding', 'member', 'recorder') order by s.due_key, s.case_id limit $3) x
		cross join lateral (select id from seats t where t.commission_id = x.commission_id and t.case_id = x.case_id and t.account_id = x.account_id and t.seat = x.standing and t.until is null limit 1) t`+workCase+`
		order by x.due_key, x.case_id`, func(r pgx.Rows) error {
		var w WorkRow
		err := r.Scan(append([]any{&w.Standing, &w.SeatID, &w.Challenged}, w.columns()...)...)
		list = append(list, w)
		return err
	}, commission, account, MostWork)
	return list, b.send()
}

// MediationWork lists the mediations that somebody has at hand for an organisation; of nobody (0): those that wait to be
// assigned. What runs out first comes first.
func MediationWork(tx *Tx, o Organisation, account int64) (list []WorkRow, err error) {
	of, args := "mediator_id = $3", []any{o.CommissionID, o.ID, account}
	if account == 0 {
		of, args = "mediator_id is null and $3 = 0", []any{o.CommissionID, o.ID, 0}
	}
	b := tx.batch()
	b.query(`select x.received_on, `+workColumns+`
		from (select * from mediations m where m.commission_id = $1 and m.organisation_id = $2 and m.`+of+` and m.concluded_on is null order by m.due_on, m.case_id limit $4) x`+workCase+`
		where c.open order by x.due_on, x.case_id`, func(r pgx.Rows) error {
		w := WorkRow{Standing: policies.Mediating}
		err := r.Scan(append([]any{&w.ReceivedOn}, w.columns()...)...)
		list = append(list, w)
		return err
	}, append(args, MostWork)...)
	return list, b.send()
}

// Seated says who sits in each of the cases now.
func Seated(tx *Tx, commission int64, cases []int64) (map[int64][]int64, error) {
	in := map[int64][]int64{}
	b := tx.batch()
	b.query("select case_id, account_id from seats where commission_id = $1 and case_id = any($2) and until is null order by id", func(r pgx.Rows) error {
		var c, a int64
		err := r.Scan(&c, &a)
		in[c] = append(in[c], a)
		return err
	}, commission, cases)
	return in, b.send()
}

// WorkerRow is somebody with work at hand.
type WorkerRow struct {
	Account int64
	Name    string
	Gone    bool // holds the role no longer, or the account is locked
	Open    int
	Overdue int
}

// PeopleWithWork lists who has work at hand that can be given to others: who sits and records in a commission, or, with an
// organisation, who mediates for it. Those who hold their role no longer come first.
func PeopleWithWork(tx *Tx, commission, organisation int64) (list []WorkerRow, err error) {
	b := tx.batch()
	row := func(r pgx.Rows) error {
		var w WorkerRow
		err := r.Scan(&w.Account, &w.Name, &w.Gone, &w.Open, &w.Overdue)
		list = append(list, w)
		return err
	}
	if organisation != 0 {
		b.query(`select a.id, a.name, a.disabled or not r.holds gone, x.n, x.overdue
			from (select account_id, bool_or(revoked_at is null) holds from roles where organisation_id = $2 and role = 'mediator' group by 1) r join accounts a on a.id = r.account_id
			cross join lateral (select count(*) n, count(*) filter (where m.due_on < $3::date) overdue from mediations m where m.mediator_id = a.id and m.commission_id = $1 and m.organisation_id = $2 and m.concluded_on is null) x
			where x.n > 0 order by gone desc, x.n desc, a.name, a.id`, row, commission, organisation, tx.Today())
		return list, b.send()
	}
	b.query(`select a.id, a.name, a.disabled or not r.holds gone, x.n, x.overdue
		from (select account_id, bool_or(revoked_at is null) holds from roles where commission_id = $1 and role in ('arbitrator', 'recorder') group by 1) r join accounts a on a.id = r.account_id
		cross join lateral (select count(*) n, count(*) filter (where s.due_key < $2::date) overdue from standings s where s.account_id = a.id and s.commission_id = $1 and s.open and s.standing in ('sole', 'presiding', 'member', 'recorder')) x
		where x.n > 0 order by gone desc, x.n desc, a.name, a.id`, row, commission, tx.Today())
	return list, b.send()
}

// CasesHere finds cases of a commission by their references; with an organisation, those that it has or had.
func CasesHere(tx *Tx, commission, organisation int64, refs []string) (map[string]int64, error) {
	found := map[string]int64{}
	b := tx.batch()
	b.query(`select c.ref, c.id from cases c where c.commission_id = $1 and c.ref = any($2)
		and ($3 = 0 or exists (select 1 from organisation_lists o where o.commission_id = c.commission_id and o.organisation_id = $3 and o.case_id = c.id))`, func(r pgx.Rows) error {
		var ref string
		var id int64
		err := r.Scan(&ref, &id)
		found[ref] = id
		return err
	}, commission, refs, organisation)
	return found, b.send()
}
