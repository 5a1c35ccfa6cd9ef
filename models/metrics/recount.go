package metrics

import (
	"fmt"
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/workflows/calendar"
)

// Difference is a counter that the full scan does not confirm.
type Difference struct {
	Part          string // all, organisation, town, cause
	Unit          string
	Month         calendar.Date
	Kind          string
	CountedN      int64
	CountedAmount int64
	FoundN        int64
	FoundAmount   int64
}

// everything is the full scan of a commission, in the shape of the counters. It shares no code with
// Case.Contributions: what one of the two gets wrong, the other shows.
func everything() string {
	months := together(append(slices.Clone(perCase), perPeriod...))
	years := strings.ReplaceAll(together(perPeriod), "$7", "'year'")
	return `summed as (
	select date_trunc('month', x.day::timestamp)::date as month, x.case_id, x.kind, coalesce(x.organisation_id::text, '') as organisation, x.town, x.n, x.amount from (` + months + `) x
	union all
	select date_trunc('year', x.day::timestamp)::date, x.case_id, 'y' || x.kind, coalesce(x.organisation_id::text, ''), x.town, x.n, x.amount from (` + years + `) x),
counted as (select s.*, (select k.cause from cases k where k.commission_id = $1 and k.id = s.case_id) as cause from summed s),
found as (
	select case when grouping(organisation) = 0 then 'organisation' when grouping(town) = 0 then 'town' when grouping(cause) = 0 then 'cause' else 'all' end as part, month, kind,
		case when grouping(organisation) = 0 then organisation when grouping(town) = 0 then town when grouping(cause) = 0 then cause else '' end as unit,
		sum(n)::bigint as n, sum(amount)::bigint as amount
	from counted group by grouping sets ((month, kind), (month, kind, organisation), (month, kind, town), (month, kind, cause))
	having grouping(organisation) + grouping(town) + grouping(cause) = 3 or kind !~ '^[XY]:')`
}

// allTime is every day that can be on record: nothing happens more than a year ahead, and each decade more is a table of days
// that is three thousand rows longer.
func allTime(today calendar.Date) span {
	return span{calendar.On(2000, 1, 1), calendar.On(today.Year()+5, 12, 31), calendar.On(2098, 12, 31), "month"}
}

func head() string { return strings.TrimRight(beginning, "\n") + ",\n" + everything() }

// Rebuild counts a commission anew from its tables, in the transaction of the caller, and notes that
// it was done. Steps that are under way wait for it and add themselves to what it found: use it
// after cases came in by another way than the door (an import, a repair).
func Rebuild(tx *models.Tx, commission int64) error {
	ctx, q := tx.Context(), tx.SQL()
	if err := roomy(tx); err != nil {
		return err
	}
	if _, err := q.ExecContext(ctx, `lock table figure_counters in share row exclusive mode`); err != nil {
		return fmt.Errorf("recount: %w", err)
	}
	if _, err := q.ExecContext(ctx, `delete from figure_counters where commission_id = $1`, commission); err != nil {
		return fmt.Errorf("recount: %w", err)
	}
	args, err := parameters(tx, commission, allTime(tx.Today()))
	if err != nil {
		return err
	}
	done, err := q.ExecContext(ctx, `insert into figure_counters (commission_id, part, month, kind, unit, n, amount) `+
		head()+` select $1, part, month, kind, unit, n, amount from found`, args...)
	if err != nil {
		return fmt.Errorf("recount: %w", err)
	}
	rows, _ := done.RowsAffected()
	return noted(tx, commission, "recount", rows, 0)
}

// roomy gives the one large query of a full scan memory to sort in, and time (minutes at a million
// cases), for this transaction alone; compiling it would take longer than it saves.
func roomy(tx *models.Tx) error {
	_, err := tx.SQL().ExecContext(tx.Context(), `select set_config('work_mem', '64MB', true), set_config('jit', 'off', true), set_config('statement_timeout', '0', true)`)
	return err
}

func noted(tx *models.Tx, commission int64, kind string, rows int64, differences int) error {
	return tx.Exec(`insert into figure_checks (commission_id, kind, at, rows, differences) values (?, ?, ?, ?, ?)`, commission, kind, tx.Now, rows, differences).Error
}

// Check compares every counter of a commission with the full scan, in one statement that sees one
// state of the database. It must find nothing; it writes nothing.
func Check(tx *models.Tx, commission int64) ([]Difference, error) {
	if err := roomy(tx); err != nil {
		return nil, err
	}
	args, err := parameters(tx, commission, allTime(tx.Today()))
	if err != nil {
		return nil, err
	}
	rows, err := tx.SQL().QueryContext(tx.Context(), head()+`
		select coalesce(c.part, f.part), coalesce(c.unit, f.unit), coalesce(c.month, f.month), coalesce(c.kind, f.kind),
			coalesce(c.n, 0), coalesce(c.amount, 0), coalesce(f.n, 0), coalesce(f.amount, 0)
		from (select * from figure_counters where commission_id = $1 and (n <> 0 or amount <> 0)) c
		full join found f on f.part = c.part and f.month = c.month and f.kind = c.kind and f.unit = c.unit
		where coalesce(c.n, 0) <> coalesce(f.n, 0) or coalesce(c.amount, 0) <> coalesce(f.amount, 0)
		order by 1, 3, 4, 2`, args...)
	if err != nil {
		return nil, fmt.Errorf("check figures: %w", err)
	}
	defer rows.Close()
	var list []Difference
	for rows.Next() {
		var d Difference
		if err := rows.Scan(&d.Part, &d.Unit, &d.Month, &d.Kind, &d.CountedN, &d.CountedAmount, &d.FoundN, &d.FoundAmount); err != nil {
			return nil, err
		}
		list = append(list, d)
	}
	return list, rows.Err()
}

// Counted says whether the counters of a commission were ever made or moved: not, if it has cases
// from before there were counters.
func Counted(tx *models.Tx, commission int64) (bool, error) {
	var ok bool
	err := tx.Raw(`select exists (select 1 from figure_checks where commission_id = ?) or exists (select 1 from figure_counters where commission_id = ?)
		or not exists (select 1 from cases where commission_id = ?)`, commission, commission, commission).Scan(&ok).Error
	return ok, err
}
