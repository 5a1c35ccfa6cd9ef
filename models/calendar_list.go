package models

import (
	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// HearingRow is one hearing day in a calendar.
type HearingRow struct {
	Ref, Number, Starts, Place string
	State                      workflows.State
	On, OpenedOn               calendar.Date
	Applicants, Respondents    string
}

// stands leaves out days that were put off, and those of cases that ended before.
const stands = `(h.opened_on is not null or c.open and not exists (select 1 from hearings n where n.commission_id = h.commission_id and n.case_id = h.case_id and n.no > h.no))`

// caseOf joins the case of a hearing, each by its key: a month has a hundred hearings, and the commission a hundred
// thousand cases.
const caseOf = ` cross join lateral (select * from cases x where x.commission_id = h.commission_id and x.id = h.case_id limit 1) c `

// namesOf joins the names of both sides to a case.
const namesOf = ` left join lateral (select string_agg(p.name, '、' order by p.ordinal) filter (where p.side = 'applicant') applicants,
			string_agg(p.name, '、' order by p.ordinal) filter (where p.side = 'respondent') respondents
			from parties p where p.commission_id = c.commission_id and p.case_id = c.id) p on true `

// HearingsBetween lists the hearings of a scope from one day to another, both included, in the order of the day. An
// organisation has none: it mediates.
func HearingsBetween(tx *Tx, s policies.Scope, from, to calendar.Date) (list []HearingRow, err error) {
	of, args := "", []any{from, to}
	switch {
	case s.Commission() != 0:
		of, args = "hearings h"+caseOf+namesOf+"where h.commission_id = $3", append(args, s.Commission())
	case s.Organisation() != 0:
		return nil, nil
	case s.Account() != 0:
		of = `(select distinct commission_id, case_id from standings where account_id = $3) s join cases c on c.commission_id = s.commission_id and c.id = s.case_id
			join hearings h on h.commission_id = c.commission_id and h.case_id = c.id` + namesOf + `where true`
		args = append(args, s.Account())
	default:
		return nil, fault.Missing()
	}
	b := tx.batch()
	b.query(`select c.ref, coalesce(c.number, ''), h.starts, h.place, c.state, h.hearing_on, h.opened_on, coalesce(p.applicants, ''), coalesce(p.respondents, '')
		from `+of+` and h.hearing_on between $1::date and $2::date and `+stands+`
		order by h.hearing_on, h.starts, h.place, c.ref`, func(r pgx.Rows) error {
		var h HearingRow
		err := r.Scan(&h.Ref, &h.Number, &h.Starts, &h.Place, &h.State, &h.On, &h.OpenedOn, &h.Applicants, &h.Respondents)
		list = append(list, h)
		return err
	}, args...)
	return list, b.send()
}
