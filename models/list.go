package models

import (
	"fmt"
	"strconv"
	"strings"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/identity"
	"tiaocai/workflows/law"
)

// ListQuery narrows a list.
type ListQuery struct {
	State  string
	Search string
	Closed bool
	After  string
	Limit  int
}

// ListRow is one case of a list.
type ListRow struct {
	CommissionID int64
	ID           int64
	Ref          string
	Number       string
	State        workflows.State
	Cause        string
	NextWho      string
	Open         bool
	DueKey       calendar.Date
	Period       string
	SafeOn       calendar.Date
	OpenedOn     calendar.Date
	Applicants   string
	Respondents  string
	Amount       claims.Fen
	HearingOn    calendar.Date
}

// Page is one page of a list, with the key of the next.
type Page struct {
	Rows   []ListRow
	Next   string
	Total  int
	Lights []struct {
		Light string
		N     int
	}
}

// ListCases lists the cases of a scope: those that are due first come first, done ones last. It
// pages by key, so that the hundredth page costs what the first does.
func ListCases(tx *Tx, s policies.Scope, q ListQuery) (*Page, error) {
	from, where, args, err := scoped(tx, s, q)
	if err != nil {
		return nil, err
	}
	page := &Page{}
	count := append([]any{}, args...)
	if err := tx.Raw("select count(*) from "+from+" where "+where, count...).Scan(&page.Total).Error; err != nil {
		return nil, err
	}
	if err := lights(tx, from, where, args, page); err != nil {
		return nil, err
	}
	key := "c"
	if s.Account() != 0 {
		key = "s"
	}
	if q.After != "" {
		open, due, id, err := readKey(q.After)
		if err != nil {
			return nil, err
		}
		where += fmt.Sprintf(" and ((not %[1]s.open), %[1]s.due_key, c.id) > (?, ?, ?)", key)
		args = append(args, !open, due, id)
	}
	args = append(args, q.Limit+1)
	err = tx.Raw(`select x.*, coalesce(k.period, '') period, k.safe_on,
			(select string_agg(p.name, '、' order by p.ordinal) from parties p where p.commission_id = x.commission_id and p.case_id = x.id and p.side = 'applicant') applicants,
			(select string_agg(p.name, '、' order by p.ordinal) from parties p where p.commission_id = x.commission_id and p.case_id = x.id and p.side = 'respondent') respondents,
			(select coalesce(sum(amount), 0) from claims l where l.commission_id = x.commission_id and l.case_id = x.id) amount,
			(select max(hearing_on) from hearings h where h.commission_id = x.commission_id and h.case_id = x.id) hearing_on
		from (select c.commission_id, c.id, c.ref, coalesce(c.number, '') number, c.state, c.cause, c.next_who, c.open, c.due_key, c.opened_on
			from `+from+` where `+where+fmt.Sprintf(` order by (not %[1]s.open), %[1]s.due_key, c.id limit ?) x`, key)+`
		left join lateral (select period, safe_on from clocks k where k.commission_id = x.commission_id and k.case_id = x.id
			and k.done_on is null and k.due_on = x.due_key order by period limit 1) k on true
		order by (not x.open), x.due_key, x.id`, args...).Scan(&page.Rows).Error
	if err != nil {
		return nil, err
	}
	if len(page.Rows) > q.Limit {
		page.Rows = page.Rows[:q.Limit]
		last := page.Rows[q.Limit-1]
		page.Next = fmt.Sprintf("%t_%s_%d", last.Open, last.DueKey, last.ID)
	}
	return page, nil
}

// scoped is the scope as a FROM and a WHERE; the search goes inside it, never beside it.
func scoped(tx *Tx, s policies.Scope, q ListQuery) (from, where string, args []any, err error) {
	switch {
	case s.Commission() != 0:
		from, where, args = "cases c", "c.commission_id = ?", []any{s.Commission()}
	case s.Organisation() != 0:
		from = "cases c"
		where = "(c.organisation_id = ? or exists (select 1 from mediations m where m.commission_id = c.commission_id and m.case_id = c.id and m.organisation_id = ?))"
		args = []any{s.Organisation(), s.Organisation()}
	case s.Account() != 0:
		from = `(select distinct on (open, due_key, case_id, commission_id) * from standings where account_id = ? order by open, due_key, case_id, commission_id) s
			join cases c on c.commission_id = s.commission_id and c.id = s.case_id`
		where, args = "true", []any{s.Account()}
	default:
		return "", "", nil, fault.Missing()
	}
	if !q.Closed && q.State == "" && q.Search == "" {
		where += " and c.open"
	}
	if q.State != "" {
		where += " and c.state = ?"
		args = append(args, q.State)
	}
	if q.Search != "" {
		more, with := search(tx, strings.TrimSpace(q.Search))
		where += " and " + more
		args = append(args, with...)
	}
	return from, where, args, nil
}

// search looks for a number, a reference, a resident ID or its tail (by digest), or a name.
func search(tx *Tx, text string) (string, []any) {
	party := func(cond string) string {
		return "exists (select 1 from parties p where p.commission_id = c.commission_id and p.case_id = c.id and " + cond + ")"
	}
	id := identity.NormalID(text)
	switch {
	case IsRef(strings.ToUpper(text)):
		return "c.ref = ?", []any{strings.ToUpper(text)}
	case identity.ResidentID(id) == nil:
		return party("p.id_mac = ?"), []any{tx.Keys.MAC("id", id)}
	case identity.CreditCode(strings.ToUpper(text)) == nil:
		return party("p.credit_code = ?"), []any{strings.ToUpper(text)}
	case len(id) == 6 && digits(id[:5]):
		return party("p.id_tail_mac = ?"), []any{tx.Keys.MAC("id-tail", id)}
	}
	like := "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(text) + "%"
	return "(c.number like ? or " + party("p.name like ?") + ")", []any{like, like}
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// lights counts the list's open cases by how near their first due date is, in natural days.
func lights(tx *Tx, from, where string, args []any, page *Page) error {
	today := tx.Today()
	with := append([]any{Far, today, today.Next(3), today.Next(10)}, args...)
	return tx.Raw(`select case when c.due_key = ? then 'grey' when c.due_key < ? then 'black' when c.due_key <= ? then 'red'
			when c.due_key <= ? then 'amber' else 'green' end light, count(*) n
		from `+from+` where c.open and `+where+` group by 1`, with...).Scan(&page.Lights).Error
}

func readKey(s string) (open bool, due calendar.Date, id int64, err error) {
	parts := strings.Split(s, "_")
	wrong := fault.Bad("after", law.Text{ZH: "翻页的位置不对，请从第一页看起。", EN: "That page key is not one of ours; please start at the first page."})
	if len(parts) != 3 {
		return false, due, 0, wrong
	}
	due, err = calendar.Parse(parts[1])
	if err == nil {
		id, err = strconv.ParseInt(parts[2], 10, 64)
	}
	if err != nil {
		return false, due, 0, wrong
	}
	return parts[0] == "true", due, id, nil
}
