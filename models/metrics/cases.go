package metrics

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// CaseRow is one case behind a number.
type CaseRow struct {
	ID     int64
	Ref    string
	Number string
	State  workflows.State
	Day    calendar.Date // the day that counts
	Kind   string        // closing mode or outcome
}

// Cases lists the cases behind a number, by id, after an id, so that every number can be opened.
// Numbers: C0, A, K, Kn, O, S, notdue, MS, MF, MT, MR, or a closing mode.
func Cases(tx *models.Tx, u Unit, from, to calendar.Date, number string, after int64, most int) ([]CaseRow, error) {
	q, args := behind(number, from, to)
	if q == "" {
		return nil, fault.Bad("number", law.Text{ZH: "没有这个数。", EN: "There is no such number."})
	}
	if number[0] == 'M' && len(number) == 2 {
		q = `select distinct on (c.id) c.id, c.ref, coalesce(c.number, '') number, c.state, m.concluded_on as day, m.outcome as kind
			from mediations m join cases c on c.commission_id = m.commission_id and c.id = m.case_id
			where m.commission_id = ? and m.concluded_on between ? and ? and (? = 0 or m.organisation_id = ?) and c.id > ?
			order by c.id, m.concluded_on desc, m.id desc`
		q = `select * from (` + q + `) x where kind = ? order by id limit ?`
		args = []any{u.Commission, from, to, u.Organisation, u.Organisation, after, outcomes[number], most}
	} else {
		q = `select c.id, c.ref, coalesce(c.number, '') number, c.state, ` + q + ` and c.commission_id = ? and c.id > ? order by c.id limit ?`
		args = append(args, u.Commission, after, most)
	}
	var list []CaseRow
	return list, tx.Raw(q, args...).Scan(&list).Error
}

var outcomes = map[string]string{"MS": "success", "MF": "failed", "MT": "expired", "MR": "refused"}

// behind is the end of the query for a number: which day counts, and which cases.
func behind(number string, from, to calendar.Date) (string, []any) {
	const closed = `c.closed_on as day, coalesce(c.mode, '') as kind from cases c where c.accepted_on is not null and c.closed_on between ? and ?`
	const open = `c.accepted_on as day, '' as kind from cases c where c.accepted_on <= ? and (c.closed_on is null or c.closed_on > ?)`
	switch number {
	case "C0":
		return `c.accepted_on as day, '' as kind from cases c where c.accepted_on < ? and (c.closed_on is null or c.closed_on >= ?)`, []any{from, from}
	case "A":
		return `c.accepted_on as day, '' as kind from cases c where c.accepted_on between ? and ?`, []any{from, to}
	case "K":
		return closed, []any{from, to}
	case "Kn":
		return closed + ` and c.mode not in ('TRANSFERRED', 'CANCELLED')`, []any{from, to}
	case "O":
		return open, []any{to, to}
	case "S":
		return open + ` and exists (select 1 from clock_events e where e.commission_id = c.commission_id and e.case_id = c.id
			and e.kind = 'suspension' and not e.restart and e.from_on <= ? and (e.to_on is null or e.to_on > ?))`, []any{to, to, to, to}
	case "notdue":
		return open + ` and exists (select 1 from clocks k where k.commission_id = c.commission_id and k.case_id = c.id and k.period = 'award' and (k.stopped or k.due_on >= ?))`, []any{to, to, to}
	}
	if _, ok := outcomes[number]; ok {
		return "mediations", nil
	}
	for _, m := range workflows.Modes() {
		if string(m) == number {
			return closed + ` and c.mode = ?`, []any{from, to, number}
		}
	}
	return "", nil
}
