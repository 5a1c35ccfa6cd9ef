package models

import (
	"github.com/jackc/pgx/v5"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Duplicate is another case of the commission that may be about the same matter (重复申请线索), and
// why it was found. Nothing is merged: somebody looks.
type Duplicate struct {
	Ref          string
	Number       string
	State        workflows.State
	Mode         workflows.Mode
	OpenedOn     calendar.Date
	SamePerson   bool // an applicant is the same, by the digest of the ID
	SameEmployer bool // a respondent or applicant employer is the same, by credit code
	SameClaims   int  // kinds of claim that both have
	SamePeriod   bool // and a time that both ask for overlaps
}

// duplicatesAtMost is how many are shown: an employer with hundreds of cases fills no page.
const duplicatesAtMost = 20

// Duplicates finds them along two indexes: the digests of the persons' IDs, and the employers' credit
// codes; by an employer alone only where a kind of claim is the same as well. Those that share more
// come first.
func Duplicates(tx *Tx, c *Case) ([]Duplicate, error) {
	var macs [][]byte
	var codes []string
	for _, p := range c.Parties {
		if len(p.IDMac) > 0 {
			macs = append(macs, p.IDMac)
		}
		if p.CreditCode != "" {
			codes = append(codes, p.CreditCode)
		}
	}
	if len(macs) == 0 && len(codes) == 0 {
		return nil, nil
	}
	var list []Duplicate
	b := tx.batch()
	b.query(`with mine as (select code, period_from, period_to from claims where commission_id = $1 and case_id = $2),
		person as (select case_id from parties where commission_id = $1 and id_mac = any($3) and case_id <> $2 limit 500),
		employer as (select case_id from parties where commission_id = $1 and credit_code <> '' and credit_code = any($4) and case_id <> $2 order by case_id desc limit 500),
		hit as (select case_id, bool_or(person) as person, bool_or(not person) as employer from
			(select case_id, true as person from person union all select case_id, false from employer) x group by case_id),
		shared as (select h.case_id, h.person, h.employer, count(distinct o.code) filter (where o.code in (select code from mine)) as kinds,
			coalesce(bool_or(exists (select 1 from mine m where m.code = o.code and m.period_from <= o.period_to and o.period_from <= m.period_to)), false) as period
			from hit h left join claims o on o.commission_id = $1 and o.case_id = h.case_id group by h.case_id, h.person, h.employer)
		select k.ref, coalesce(k.number, ''), k.state, coalesce(k.mode, ''), k.opened_on, s.person, s.employer, s.kinds, s.period
		from shared s join cases k on k.commission_id = $1 and k.id = s.case_id
		where s.person or s.kinds > 0
		order by s.person desc, s.employer desc, s.period desc, s.kinds desc, k.opened_on desc, k.id desc limit $5`,
		func(r pgx.Rows) error {
			var d Duplicate
			err := r.Scan(&d.Ref, &d.Number, &d.State, &d.Mode, &d.OpenedOn, &d.SamePerson, &d.SameEmployer, &d.SameClaims, &d.SamePeriod)
			list = append(list, d)
			return err
		}, c.CommissionID, c.ID, macs, codes, duplicatesAtMost)
	return list, b.send()
}
