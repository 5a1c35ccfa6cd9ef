package metrics

import (
	"slices"

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
	Kind   string        // closing mode or outcome, where the number has one
}

// behind is how the cases of a number are found: a counter's file, and which kinds of it.
type behind struct {
	file  string
	kinds string // a condition on kind
	label string // what to show as the kind
}

const (
	anyKind = "true"
	netOnly = "kind not in ('K:TRANSFERRED', 'K:CANCELLED')"
)

// numbers are all that can be opened.
var numbers = func() map[string]behind {
	m := map[string]behind{
		"C0": {file: "opening", kinds: anyKind}, "A": {file: "accepted", kinds: anyKind}, "O": {file: "open", kinds: anyKind},
		"S": {file: "suspended", kinds: anyKind}, "notdue": {file: "not_due", kinds: anyKind}, "overdue": {file: "overdue", kinds: anyKind},
		"copydue": {file: "copies_overdue", kinds: anyKind}, "W": {file: "workers", kinds: anyKind}, "G": {file: "groups", kinds: anyKind},
		"K": {"closed", anyKind, "substr(kind, 3)"}, "Kn": {"closed", netOnly, "substr(kind, 3)"},
		"settled": {"closed", "kind in ('K:MEDIATED', 'K:WITHDRAWN_SETTLED', 'K:WITHDRAWN_VOLUNTARY')", "substr(kind, 3)"},
		"awards":  {"closed", "kind in ('K:AWARD_FINAL', 'K:AWARD_NONFINAL', 'K:AWARD_BOTH')", "substr(kind, 3)"},
		"final":   {"closed", "kind in ('K:AWARD_FINAL', 'K:AWARD_BOTH')", "substr(kind, 3)"},
		"MS":      {"mediations", "kind = 'M:success'", "substr(kind, 3)"}, "MF": {"mediations", "kind = 'M:failed'", "substr(kind, 3)"},
		"MT": {"mediations", "kind = 'M:expired'", "substr(kind, 3)"}, "MR": {"mediations", "kind = 'M:refused'", "substr(kind, 3)"},
		"M":  {"mediations", "kind <> 'M:refused'", "substr(kind, 3)"},
		"BW": {file: "disputes", kinds: "kind = 'B:won'"}, "B": {file: "disputes", kinds: anyKind},
		"T": {file: "timing", kinds: "kind = 'T:t'"}, "TL": {file: "timing", kinds: "kind = 'T:l'"},
		"E": {file: "timing", kinds: "kind = 'E'"}, "U": {file: "timing", kinds: "kind = 'U'"},
		"D": {file: "decided", kinds: "kind = 'D:t'"}, "DL": {file: "decided", kinds: "kind = 'D:l'"},
		"C": {file: "copies", kinds: "kind = 'C:t'"}, "CL": {file: "copies", kinds: "kind = 'C:l'"},
		"H": {file: "hearings", kinds: "kind = 'H:t'"}, "HL": {file: "hearings", kinds: "kind = 'H:l'"},
		"RQ": {file: "settled_in_law", kinds: "kind = 'R:quiet'"}, "RS": {file: "settled_in_law", kinds: "kind = 'R:sued'"},
		"P": {file: "performed", kinds: "kind = 'P:t'"}, "PL": {file: "performed", kinds: "kind = 'P:l'"},
		"MA": {"mediations", anyKind, "substr(kind, 3)"}, "DA": {file: "decided", kinds: anyKind}, "CA": {file: "copies", kinds: anyKind}, "HA": {file: "hearings", kinds: anyKind},
		"PA": {file: "performed", kinds: anyKind}, "R": {file: "settled_in_law", kinds: anyKind},
		"VW": {file: "to_whom", kinds: "kind = 'V:worker'"}, "VE": {file: "to_whom", kinds: "kind = 'V:employer'"},
		"L": {file: "workload", kinds: "kind <> 'left'"}, "LG": {file: "workload", kinds: anyKind}, "LD": {file: "workload", kinds: "kind = 'due'"},
		"unripe": {"closed", netOnly + " and (x.case_id not in (select case_id from (" + query("settled_in_law") + ") r) or x.case_id in (select case_id from (" + query("windows") + ") w))", "substr(kind, 3)"},
	}
	for _, k := range workflows.Modes() {
		m[string(k)] = behind{"closed", "kind = 'K:" + string(k) + "'", "substr(kind, 3)"}
	}
	return m
}()

// off are taken off the numbers whose periods still run.
var off = map[string]string{"RQ": "windows", "RS": "windows", "R": "windows", "P": "ahead", "PL": "ahead", "PA": "ahead"}

// Numbers lists the names under which cases can be opened.
func Numbers() []string {
	var list []string
	for n := range numbers {
		list = append(list, n)
	}
	slices.Sort(list)
	return list
}

// Cases lists the cases behind a number, by id, after an id, so that every number can be opened. A
// case with two services or two workers stands there once.
func Cases(tx *models.Tx, u Unit, from, to, today calendar.Date, number string, after int64, most int) ([]CaseRow, error) {
	b, ok := numbers[number]
	if !ok {
		return nil, fault.Bad("number", law.Text{ZH: "没有这个数。", EN: "There is no such number."})
	}
	if b.label == "" {
		b.label = "''"
	}
	where, more := u.narrowed()
	args, err := parameters(tx, u.Commission, span{from, to, today, "millennium"})
	if err != nil {
		return nil, err
	}
	args = append(args, more...)
	q := beginning + `select c.id, c.ref, coalesce(c.number, ''), c.state, y.day, y.label from (
		select distinct on (x.case_id) x.case_id, x.day, ` + b.label + ` as label from (` + query(b.file) + `) x
		where ` + b.kinds + ` and x.case_id > $12 and` + where
	if name := off[number]; name != "" {
		q += ` and x.case_id not in (select case_id from (` + query(name) + `) z)`
	}
	q += ` order by x.case_id limit $13) y join cases c on c.commission_id = $1 and c.id = y.case_id order by c.id`
	rows, err := tx.SQL().QueryContext(tx.Context(), q, append(args, after, most)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []CaseRow
	for rows.Next() {
		var r CaseRow
		if err := rows.Scan(&r.ID, &r.Ref, &r.Number, &r.State, &r.Day, &r.Kind); err != nil {
			return nil, err
		}
		list = append(list, r)
	}
	return list, rows.Err()
}
