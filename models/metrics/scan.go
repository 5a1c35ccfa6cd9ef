package metrics

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

//go:embed *.sql
var files embed.FS

func query(name string) string {
	b, err := files.ReadFile(name + ".sql")
	if err != nil {
		panic(err)
	}
	return strings.TrimSpace(string(b))
}

// The counters, each by a file of its own that reads the tables, not the counters. Those that count
// a dispute once in a period are run for months and for years.
var (
	perCase   = []string{"accepted", "workers", "groups", "decided", "copies", "hearings", "closed", "to_whom", "timing", "settled_in_law", "performed", "court"}
	perPeriod = []string{"mediations", "disputes"}
)

// beginning types the parameters and makes the table of days: which are worked, the how-manieth
// working day each is, the first working day from it on, and whether five days from it are natural ones.
const beginning = `with asked as (select $1::bigint, $2::date, $3::date, $7::text, $8::date),
lengths as materialized (select l[1] as award, l[2] as acceptance, l[3] as copy, l[4] as notice from (select split_part($6::text, ';', 1)::int[] as l) x),
rests as (select unnest(string_to_array($4::text, ','))::date as day),
naturals as (select split_part(r, '~', 1)::date as a, split_part(r, '~', 2)::date as b from unnest(string_to_array(nullif(split_part($6::text, ';', 2), ''), ',')) r),
works as (select unnest(string_to_array($5::text, ','))::date as day),
days as materialized (
  select day, working, count(*) filter (where working) over (order by day) as nth, min(day) filter (where working) over (order by day desc) as rolled,
    exists (select 1 from naturals where day between a and b) as natural
  from (select g::date as day, (extract(isodow from g) < 6 and g::date not in (select day from rests)) or g::date in (select day from works) as working
    from generate_series($2::date - 4000, $3::date + 1000, interval '1 day') g) x)
`

// naturals are the runs of days from which periods of three, five and ten days run in natural days,
// as 2026-01-01~2026-06-30.
func naturals(r workflows.Rules) string {
	list := slices.SortedFunc(slices.Values(r.Readings), func(a, b workflows.Reading) int { return a.From.Compare(b.From) })
	var runs []string
	for i, x := range list {
		if x.Unit != calendar.NaturalDay {
			continue
		}
		end := models.Far
		if i+1 < len(list) {
			end = list[i+1].From.Next(-1)
		}
		runs = append(runs, x.From.String()+"~"+end.String())
	}
	return strings.Join(runs, ",")
}

// span is what a query is asked for.
type span struct {
	from, to, today calendar.Date
	unit            string // month, year or millennium: how often a dispute may count
}

// parameters are those of every query, in the order of their numbers.
func parameters(tx *models.Tx, commission int64, s span) ([]any, error) {
	in, err := models.InForce(tx, commission)
	if err != nil {
		return nil, err
	}
	r := in.Rules
	rest, work := r.Days.Exceptions()
	lengths := fmt.Sprintf("{%d,%d,%d,%d};%s", r.Length(workflows.AwardPeriod).N, r.Length(workflows.AcceptancePeriod).N,
		r.Length(workflows.CopyPeriod).N, r.Length(workflows.HearingNotice).N, naturals(r))
	return []any{commission, s.from, s.to, rest, work, lengths, s.unit, s.today}, nil
}

// together is the union of some counters.
func together(names []string) string {
	parts := make([]string, len(names))
	for i, n := range names {
		parts[i] = "(" + query(n) + "\n)"
	}
	return strings.Join(parts, "\nunion all\n")
}

// line is one kind of a counter, in a month or in a whole period.
type line struct {
	Month  int
	Unit   string
	Kind   string
	N      int
	Amount int
}

// lines runs a query whose columns are those of a line.
func lines(tx *models.Tx, q string, args ...any) ([]line, error) {
	rows, err := tx.SQL().QueryContext(tx.Context(), q, args...)
	if err != nil {
		return nil, fmt.Errorf("count: %w", err)
	}
	defer rows.Close()
	var list []line
	for rows.Next() {
		var x line
		if err := rows.Scan(&x.Month, &x.Unit, &x.Kind, &x.N, &x.Amount); err != nil {
			return nil, err
		}
		list = append(list, x)
	}
	return list, rows.Err()
}

// narrowed is the condition for one unit, with its parameters $9 to $11.
func (u Unit) narrowed() (string, []any) {
	var org, town, cause any
	if u.Organisation != 0 {
		org = max(u.Organisation, 0)
	}
	if u.Town != nil {
		town = *u.Town
	}
	if u.Cause != nil {
		cause = *u.Cause
	}
	return ` ($9::bigint is null or coalesce(x.organisation_id, 0) = $9) and ($10::text is null or x.town = $10)
		and ($11::text is null or exists (select 1 from cases k where k.commission_id = $1 and k.id = x.case_id and k.cause = $11))`, []any{org, town, cause}
}

// scan counts some counters by reading the tables, month by month.
func scan(tx *models.Tx, u Unit, s span, names []string) ([]line, error) {
	where, more := u.narrowed()
	q := beginning + `select extract(month from x.day)::int, '', x.kind, sum(x.n)::bigint, sum(x.amount)::bigint from (` + together(names) + `) x where` + where + ` group by 1, 3`
	args, err := parameters(tx, u.Commission, s)
	if err != nil {
		return nil, err
	}
	return lines(tx, q, append(args, more...)...)
}

func sortInts(list []int) { slices.Sort(list) }
