package models

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// ClockQuery narrows the list of open clocks.
type ClockQuery struct {
	Before calendar.Date // due on this day or earlier; none: any, and those that stand still
	Rule   string
	After  string
	Limit  int
}

// ClockRow is one open clock of the list, with the case it is of.
type ClockRow struct {
	Clock
	Ref       string
	Number    string
	Triggered workflows.Event // the step that set it off; "" if unknown
	Tale      ClockStory
	key       string
}

// ListClocks lists the open clocks of a scope by due date, those that stand still last: duties until
// they are done, however late, and parties' own periods until they have run. It pages by key along an
// index. next is the key of the next page; "" if there is none.
func ListClocks(tx *Tx, s policies.Scope, q ClockQuery) (rows []ClockRow, next string, err error) {
	l := list{}
	from, err := l.clocksOf(s)
	if err != nil {
		return nil, "", err
	}
	where := ""
	if q.Rule != "" {
		where += " and k.rule = " + l.arg(q.Rule)
	}
	if !q.Before.IsZero() {
		where += " and k.due_key <= " + l.arg(q.Before) + "::date"
	}
	if q.After != "" {
		k, err := readClockKey(q.After)
		if err != nil {
			return nil, "", err
		}
		where += fmt.Sprintf(" and (k.due_key, k.commission_id, k.case_id, k.period, k.party) > (%s::date, %s::bigint, %s::bigint, %s, %s)",
			l.arg(k.DueKey), l.arg(k.CommissionID), l.arg(k.CaseID), l.arg(string(k.Period)), l.arg(k.Party))
		where += " and k.due_key >= " + l.arg(k.DueKey) + "::date" // which the index can begin at
	}
	limit := l.arg(q.Limit + 1)
	const order = " order by k.due_key, k.commission_id, k.case_id, k.period, k.party"
	part := func(of string) string {
		return "(select k.* " + from + where + of + order + " limit " + limit + ")"
	}
	b := tx.batch()
	b.query(`select k.commission_id, k.case_id, k.period, k.party, k.starts_on, k.natural_on, k.due_on, k.safe_on, k.provisional, k.stopped, k.rule, k.extension,
			k.started_by, k.due_key, coalesce(k.story::text, ''), c.ref, coalesce(c.number, ''), coalesce(e.event, '')
		from (`+part(" and k.runs and not k.its_right")+" union all "+part(" and k.runs and k.its_right and k.due_key >= "+l.arg(tx.Today())+"::date")+`) k
		join cases c on c.commission_id = k.commission_id and c.id = k.case_id
		left join case_events e on e.commission_id = k.commission_id and e.case_id = k.case_id and e.no = k.started_by`+order+" limit "+limit,
		func(r pgx.Rows) error {
			var k ClockRow
			var story string
			if err := r.Scan(&k.CommissionID, &k.CaseID, &k.Period, &k.Party, &k.StartsOn, &k.NaturalOn, &k.DueOn, &k.SafeOn, &k.Provisional, &k.Stopped, &k.Rule,
				&k.Extension, &k.StartedBy, &k.DueKey, &story, &k.Ref, &k.Number, &k.Triggered); err != nil {
				return err
			}
			if story != "" {
				if err := json.Unmarshal([]byte(story), &k.Tale); err != nil {
					return err
				}
			}
			k.key = fmt.Sprintf("%s_%d_%d_%s_%s", k.DueKey, k.CommissionID, k.CaseID, k.Period, k.Party)
			rows = append(rows, k)
			return nil
		}, l.args...)
	if err := b.send(); err != nil {
		return nil, "", err
	}
	if len(rows) > q.Limit {
		rows = rows[:q.Limit]
		next = rows[q.Limit-1].key
	}
	return rows, next, nil
}

// clocksOf are the clocks of the scope's cases: along the commission's index, or through the list of
// an organisation's or a person's cases.
func (l *list) clocksOf(s policies.Scope) (string, error) {
	switch {
	case s.Commission() != 0:
		return "from clocks k where k.commission_id = " + l.arg(s.Commission()), nil
	case s.Organisation() != 0:
		return "from clocks k join organisation_lists o on o.commission_id = k.commission_id and o.case_id = k.case_id where o.organisation_id = " + l.arg(s.Organisation()), nil
	case s.Account() != 0: // a person may stand twice in a case
		return "from clocks k join (select distinct commission_id, case_id from standings where account_id = " + l.arg(s.Account()) + ") s on s.commission_id = k.commission_id and s.case_id = k.case_id where true", nil
	}
	return "", fault.Missing()
}

func readClockKey(s string) (Clock, error) {
	wrong := fault.Bad("after", law.Text{ZH: "翻页的位置不对，请从第一页看起。", EN: "That page key is not one of ours; please start at the first page."})
	parts := strings.SplitN(s, "_", 5)
	if len(parts) != 5 {
		return Clock{}, wrong
	}
	k := Clock{Period: workflows.Period(parts[3]), Party: parts[4]}
	var err error
	if k.DueKey, err = calendar.Parse(parts[0]); err != nil {
		return k, wrong
	}
	if k.CommissionID, err = strconv.ParseInt(parts[1], 10, 64); err != nil {
		return k, wrong
	}
	if k.CaseID, err = strconv.ParseInt(parts[2], 10, 64); err != nil {
		return k, wrong
	}
	return k, nil
}

// ClockSteps are the entries that set the case's clocks off and ended them.
type ClockSteps struct {
	Period           workflows.Period
	Party            string
	Started, Done    int // 0: unknown, or not done
	StartedBy, Ended workflows.Event
}

// clockSteps asks for them within the sheet of a case.
func (s *Sheet) clockSteps(b *batch, commission, id int64) {
	b.query(`select k.period, k.party, coalesce(k.started_by, 0), coalesce(k.done_by, 0), coalesce(s.event, ''), coalesce(d.event, '') from clocks k
		left join case_events s on s.commission_id = k.commission_id and s.case_id = k.case_id and s.no = k.started_by
		left join case_events d on d.commission_id = k.commission_id and d.case_id = k.case_id and d.no = k.done_by
		where k.commission_id = $1 and k.case_id = $2`, func(r pgx.Rows) error {
		var k ClockSteps
		err := r.Scan(&k.Period, &k.Party, &k.Started, &k.Done, &k.StartedBy, &k.Ended)
		s.Clocks = append(s.Clocks, k)
		return err
	}, commission, id)
}
