package models

import (
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"gorm.io/gorm/clause"

	"tiaocai/policies"
)

// PeopleQuery narrows the list of people.
type PeopleQuery struct {
	Search string // in login or name
	Role   policies.Role
	After  string // login
	Limit  int
}

// PersonRow is one account as its administrator sees it.
type PersonRow struct {
	ID         int64
	Login      string
	Name       string
	Unit       string
	Disabled   bool
	Waiting    bool // no password was chosen yet
	Factor     bool
	Own        bool // never held a role in any unit: a party's or an agent's account
	LastSignIn *time.Time
	Posts      []PersonPost
}

// PersonPost is a role held in the commission, in one of its organisations, or for oneself.
type PersonPost struct {
	Account        int64
	Role           policies.Role
	CommissionID   int64
	OrganisationID int64
	Organisation   string
	GivenAt        time.Time
}

// theirs are the accounts that a commission ($1) manages: whoever ever held a role there or in one of its organisations.
const theirs = `select r.account_id id from roles r where r.commission_id = $1
	union select r.account_id from organisations o join roles r on r.organisation_id = o.id where o.commission_id = $1`

// ownOnly says that an account holds, and held, no role in any unit: it is a party's or an agent's.
const ownOnly = `not a.system and not exists (select 1 from roles r where r.account_id = a.id and (r.commission_id is not null or r.organisation_id is not null))`

const personColumns = `a.id, a.login, a.name, a.unit, a.disabled, a.password = '', f.confirmed_at is not null, (` + ownOnly + `), a.last_sign_in
	from accounts a left join second_factors f on f.account_id = a.id`

func scanPerson(r pgx.Rows, p *PersonRow) error {
	return r.Scan(&p.ID, &p.Login, &p.Name, &p.Unit, &p.Disabled, &p.Waiting, &p.Factor, &p.Own, &p.LastSignIn)
}

// ListPeople lists a commission's people by login. A party is in no list: their account is found only by its whole
// login, which they tell themselves. next is the key of the next page; "" if there is none.
func ListPeople(tx *Tx, commission int64, q PeopleQuery) (rows []PersonRow, next string, err error) {
	search := strings.ToLower(strings.TrimSpace(q.Search))
	b := tx.batch()
	b.query(`with p as (`+theirs+` union select a.id from accounts a where a.login = $2 and `+ownOnly+`)
		select `+personColumns+` join p on p.id = a.id
		where not a.system and a.login > $3 and ($2 = '' or position($2 in a.login) > 0 or position($2 in lower(a.name)) > 0)
			and ($4 = '' or exists (select 1 from roles r left join organisations o on o.id = r.organisation_id
				where r.account_id = a.id and r.revoked_at is null and r.role = $4 and $1 in (r.commission_id, o.commission_id)))
		order by a.login limit $5`,
		func(r pgx.Rows) error {
			var p PersonRow
			err := scanPerson(r, &p)
			rows = append(rows, p)
			return err
		}, commission, search, q.After, string(q.Role), q.Limit+1)
	if err := b.send(); err != nil {
		return nil, "", err
	}
	if len(rows) > q.Limit {
		rows = rows[:q.Limit]
		next = rows[q.Limit-1].Login
	}
	return rows, next, fillPosts(tx, commission, rows)
}

// PersonByID finds one of the commission's people, or, if its whole login is given, a party's account; nil if it is neither.
// Counting through the numbers finds no party.
func PersonByID(tx *Tx, commission, id int64, login string) (*PersonRow, error) {
	var rows []PersonRow
	b := tx.batch()
	b.query(`select `+personColumns+` where a.id = $2 and not a.system and (a.login = $3 and `+ownOnly+` or a.id in (`+theirs+`))`,
		func(r pgx.Rows) error {
			var p PersonRow
			err := scanPerson(r, &p)
			rows = append(rows, p)
			return err
		}, commission, id, strings.ToLower(strings.TrimSpace(login)))
	if err := b.send(); err != nil || len(rows) == 0 {
		return nil, err
	}
	if err := fillPosts(tx, commission, rows); err != nil {
		return nil, err
	}
	return &rows[0], nil
}

// LockPerson is PersonByID for whoever changes the account: nobody gets a seat, or another role, meanwhile.
func LockPerson(tx *Tx, commission, id int64, login string) (*PersonRow, error) {
	a := &Account{}
	if ok, err := found(tx.Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", id).Take(a).Error); !ok {
		return nil, err
	}
	return PersonByID(tx, commission, id, login)
}

// fillPosts reads the roles of all rows in one trip: those of the commission and those that people hold for themselves.
func fillPosts(tx *Tx, commission int64, rows []PersonRow) error {
	at := map[int64]*PersonRow{}
	ids := make([]int64, len(rows))
	for i := range rows {
		ids[i], at[rows[i].ID] = rows[i].ID, &rows[i]
	}
	b := tx.batch()
	b.query(`select r.account_id, r.role, coalesce(r.commission_id, 0), coalesce(r.organisation_id, 0), coalesce(o.name, ''), r.given_at
		from roles r left join organisations o on o.id = r.organisation_id
		where r.account_id = any($2) and r.revoked_at is null and (r.commission_id = $1 or o.commission_id = $1 or r.commission_id is null and r.organisation_id is null)
		order by r.id`,
		func(r pgx.Rows) error {
			var p PersonPost
			err := r.Scan(&p.Account, &p.Role, &p.CommissionID, &p.OrganisationID, &p.Organisation, &p.GivenAt)
			at[p.Account].Posts = append(at[p.Account].Posts, p)
			return err
		}, commission, ids)
	return b.send()
}

// OpenWork is how many open cases somebody holds in a role.
type OpenWork struct {
	Role policies.Role
	N    int
}

// OpenWorkOf counts the open cases in which somebody sits or records, and the mediations and questions that are still
// theirs; in one commission, or everywhere if that is 0.
func OpenWorkOf(tx *Tx, account, commission int64) (list []OpenWork, err error) {
	b := tx.batch()
	b.query(`select x.role, count(distinct (x.commission_id, x.case_id)) from (
			select s.commission_id, s.case_id, case s.standing when 'recorder' then 'recorder' when 'mediator' then 'mediator' else 'arbitrator' end as role
			from standings s join cases c on c.commission_id = s.commission_id and c.id = s.case_id
			where s.account_id = $1 and s.open and ($2::bigint = 0 or s.commission_id = $2) and (s.standing in ('presiding', 'sole', 'member', 'recorder')
				or s.standing = 'mediator' and (c.state = 'consulting' and c.advisor_id = $1
					or exists (select 1 from mediations m where m.commission_id = c.commission_id and m.case_id = c.id and m.mediator_id = $1 and m.concluded_on is null)))) x
		group by x.role order by x.role`,
		func(r pgx.Rows) error {
			var w OpenWork
			err := r.Scan(&w.Role, &w.N)
			list = append(list, w)
			return err
		}, account, commission)
	return list, b.send()
}

// OtherAdministrators counts who else manages a commission's accounts.
func OtherAdministrators(tx *Tx, commission, account int64) (int, error) {
	var n int
	err := tx.Raw(`select count(distinct r.account_id) from roles r join accounts a on a.id = r.account_id
		where r.commission_id = ? and r.role = ? and r.revoked_at is null and not a.disabled and a.id <> ?`, commission, policies.SysAdmin, account).Scan(&n).Error
	return n, err
}

// LockCommission lets one act on a commission's people go after the other.
func LockCommission(tx *Tx, commission int64) error {
	return tx.Exec("select 1 from commissions where id = ? for no key update", commission).Error
}

// StaffedOrganisation is a mediation organisation with how many people hold a role in it now.
type StaffedOrganisation struct {
	Organisation
	People int
}

// OrganisationsStaffed lists a commission's organisations.
func OrganisationsStaffed(tx *Tx, commission int64) (list []StaffedOrganisation, err error) {
	return list, tx.Raw(`select o.*, (select count(distinct r.account_id) from roles r join accounts a on a.id = r.account_id
			where r.organisation_id = o.id and r.revoked_at is null and not a.disabled) people
		from organisations o where o.commission_id = ? order by o.id`, commission).Scan(&list).Error
}
