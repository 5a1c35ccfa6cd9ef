package models

import (
	"strings"

	"github.com/jackc/pgx/v5"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/identity"
)

// KnownEmployer is an employer as it was last written down in a case of the commission (单位名册). Addresses and phone
// numbers are sealed with each case and are not among it.
type KnownEmployer struct {
	ID             int64 // of the party that was last written down so
	Name           string
	FormerName     string
	CreditCode     string
	Representative string
	Cases          int
	Last           calendar.Date
	By             string // credit-code, name, former-name, spelling
}

// employersAtMost is how many are shown; who looks for one types more of its name.
const employersAtMost = 6

const employerRows = `select p.id, p.case_id, p.name, p.former_name, p.credit_code, p.legal_representative, `
const employerOf = ` as by from parties p where p.commission_id = $1 and p.kind = 'employer' and `

// Employers finds the employers of a commission's cases by credit code, or by a part of the name, the former name or
// how the name is spelled. The same code, or the same name without a code, is one employer.
func Employers(tx *Tx, commission int64, code, name string) ([]KnownEmployer, error) {
	args := []any{commission, employersAtMost}
	var selects []string
	name, code = strings.TrimSpace(name), strings.ToUpper(strings.TrimSpace(code))
	switch {
	case identity.CreditCode(code) == nil:
		args = append(args, code)
		selects = []string{employerRows + "'credit-code'" + employerOf + "p.credit_code <> '' and p.credit_code = $3 order by p.case_id desc limit 200"}
	case len([]rune(name)) < 2:
		return nil, nil
	default:
		args = append(args, name, "%"+escape(name)+"%")
		selects = []string{employerRows + "'name'" + employerOf + "name_pairs(p.name) @> name_pairs($3) and p.name like $4 limit 200",
			employerRows + "'former-name'" + employerOf + "p.former_name <> '' and name_pairs(p.former_name) @> name_pairs($3) and p.former_name like $4 limit 200"}
		if s := spelling(name); s != "" {
			pattern, triples := spelledSo(s)
			args = append(args, triples, pattern)
			selects = append(selects, employerRows+"'spelling'"+employerOf+"name_triples(replace(p.spelled, '.', '')) @> name_triples($5) and p.spelled ~ $6 limit 200")
		}
	}
	var list []KnownEmployer
	b := tx.batch()
	b.query(`with hit as materialized ((`+strings.Join(selects, ") union all (")+`)),
		last as (select distinct on (coalesce(nullif(credit_code, ''), name)) *, count(*) over (partition by coalesce(nullif(credit_code, ''), name)) n
			from (select distinct on (id) * from hit order by id) h order by coalesce(nullif(credit_code, ''), name), case_id desc, id desc)
		select l.id, l.name, l.former_name, l.credit_code, l.legal_representative, l.n, c.opened_on, l.by
		from last l join cases c on c.commission_id = $1 and c.id = l.case_id order by l.n desc, l.case_id desc limit $2`,
		func(r pgx.Rows) error {
			var e KnownEmployer
			err := r.Scan(&e.ID, &e.Name, &e.FormerName, &e.CreditCode, &e.Representative, &e.Cases, &e.Last, &e.By)
			list = append(list, e)
			return err
		}, args...)
	return list, b.send()
}

// EmployerByID is one of them; fault.NotFound where the commission has no such employer.
func EmployerByID(tx *Tx, commission, id int64) (*KnownEmployer, error) {
	var e *KnownEmployer
	b := tx.batch()
	b.query("select id, name, former_name, credit_code, legal_representative from parties where commission_id = $1 and id = $2 and kind = 'employer'", func(r pgx.Rows) error {
		e = &KnownEmployer{}
		return r.Scan(&e.ID, &e.Name, &e.FormerName, &e.CreditCode, &e.Representative)
	}, commission, id)
	err := b.send()
	if err == nil && e == nil {
		err = fault.Missing()
	}
	return e, err
}
