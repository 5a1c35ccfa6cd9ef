package models

import (
	"fmt"

	"github.com/jackc/pgx/v5"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// Duplicate is another case of the commission that may be about the same matter (重复申请线索), why it was found, and
// what it says. Nothing is merged: somebody looks.
type Duplicate struct {
	id           int64
	Ref          string
	Number       string
	State        workflows.State
	Mode         workflows.Mode
	OpenedOn     calendar.Date
	Applicants   string
	Respondents  string
	Claims       []Claim // their kinds, sums and times
	SamePerson   bool    // an applicant is the same, by the digest of the ID
	SameEmployer bool    // a respondent or applicant employer is the same, by credit code
	SameClaims   int     // kinds of claim that both have
	SamePeriod   bool    // and a time that both ask for overlaps
}

// duplicatesAtMost is how many are shown: an employer with hundreds of cases fills no page.
const duplicatesAtMost = 20

// Matter is what other cases are compared with: those of the commission that are not the case itself, which may not
// be on record yet (0).
type Matter struct {
	Case   int64
	IDMacs [][]byte // digests of the resident IDs of its people
	Codes  []string // credit codes of its employers
	Claims []Claim
}

// MatterOf is the matter of a case.
func MatterOf(c *Case) Matter {
	m := Matter{Case: c.ID, Claims: c.Claims}
	for _, p := range c.Parties {
		if len(p.IDMac) > 0 {
			m.IDMacs = append(m.IDMacs, p.IDMac)
		}
		if p.CreditCode != "" {
			m.Codes = append(m.Codes, p.CreditCode)
		}
	}
	return m
}

// alike finds cases along two indexes, the digests of the persons' IDs and the employers' credit codes, and says what
// each shares. Its places are the case's own id, its claims, and what its IDs and codes are.
const alike = `with mine as (%[2]s),
		person as (select case_id from parties where commission_id = $1 and id_mac %[3]s and case_id <> %[1]s limit 500),
		employer as (select case_id from parties where commission_id = $1 and credit_code <> '' and credit_code %[4]s and case_id <> %[1]s order by case_id desc limit 500),
		hit as (select case_id, bool_or(person) as person, bool_or(not person) as employer from
			(select case_id, true as person from person union all select case_id, false from employer) x group by case_id),
		shared as (select h.case_id, h.person, h.employer, count(distinct o.code) filter (where o.code in (select code from mine)) as kinds,
			coalesce(bool_or(exists (select 1 from mine m where m.code = o.code and m.period_from <= o.period_to and o.period_from <= m.period_to)), false) as period
			from hit h left join claims o on o.commission_id = $1 and o.case_id = h.case_id group by h.case_id, h.person, h.employer)`

// alikeEnough: the same person; by an employer alone only where a kind of claim is the same as well.
const alikeEnough = `(s.person or s.kinds > 0)`

// Duplicates finds them; those that share more come first.
func Duplicates(tx *Tx, commission int64, m Matter) ([]Duplicate, error) {
	if len(m.IDMacs) == 0 && len(m.Codes) == 0 {
		return nil, nil
	}
	var kinds, from, to []string
	for _, c := range m.Claims {
		kinds, from, to = append(kinds, c.Code), append(from, c.PeriodFrom.String()), append(to, c.PeriodTo.String())
	}
	var list []Duplicate
	b := tx.batch()
	b.query(fmt.Sprintf(alike, "$2::bigint", "select code, nullif(f, '')::date period_from, nullif(t, '')::date period_to from unnest($6::text[], $7::text[], $8::text[]) x(code, f, t)", "= any($3::bytea[])", "= any($4::text[])")+`
		select k.id, k.ref, coalesce(k.number, ''), k.state, coalesce(k.mode, ''), k.opened_on, coalesce(n.applicants, ''), coalesce(n.respondents, ''), s.person, s.employer, s.kinds, s.period
		from shared s join cases k on k.commission_id = $1 and k.id = s.case_id
		left join lateral (select string_agg(p.name, '、' order by p.ordinal) filter (where p.side = 'applicant') applicants,
			string_agg(p.name, '、' order by p.ordinal) filter (where p.side = 'respondent') respondents
			from parties p where p.commission_id = $1 and p.case_id = k.id) n on true
		where `+alikeEnough+`
		order by s.person desc, s.employer desc, s.period desc, s.kinds desc, k.opened_on desc, k.id desc limit $5`,
		func(r pgx.Rows) error {
			var d Duplicate
			err := r.Scan(&d.id, &d.Ref, &d.Number, &d.State, &d.Mode, &d.OpenedOn, &d.Applicants, &d.Respondents, &d.SamePerson, &d.SameEmployer, &d.SameClaims, &d.SamePeriod)
			list = append(list, d)
			return err
		}, commission, m.Case, m.IDMacs, m.Codes, duplicatesAtMost, kinds, from, to)
	if err := b.send(); err != nil || len(list) == 0 {
		return list, err
	}
	return list, claimsOf(tx, commission, list)
}

// claimsOf adds what each of them asks for.
func claimsOf(tx *Tx, commission int64, list []Duplicate) error {
	at, ids := map[int64]*Duplicate{}, make([]int64, len(list))
	for i := range list {
		ids[i], at[list[i].id] = list[i].id, &list[i]
	}
	b := tx.batch()
	b.query(`select case_id, no, code, title, amount, period_from, period_to from claims where commission_id = $1 and case_id = any($2) order by case_id, no`, func(r pgx.Rows) error {
		var id int64
		var c Claim
		var sum int64
		err := r.Scan(&id, &c.No, &c.Code, &c.Title, &sum, &c.PeriodFrom, &c.PeriodTo)
		c.Amount = claims.Fen(sum)
		at[id].Claims = append(at[id].Claims, c)
		return err
	}, commission, ids)
	return b.send()
}
