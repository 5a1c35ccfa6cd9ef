package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
)

// small is how many rows a table may have and be read whole.
const small = 500

// exempt are statements that may read a table whole, and why. A statement is named by a part of it.
var exempt = map[string]string{
	"from mediations m join cases c on c.commission_id = m.commission_id and c.id = m.case_id\n\t\tjoin case_events": "the sweep takes everything that ran out, in a worker, once in a while",
	"k.period = 'award'":                              "figures: how many are not yet due is counted over all open cases",
	"k.lapsed_on is null and k.period =":              "the clock's round: up to five hundred cases whose period ran out, in a worker, once in a while",
	"s.deems_on <=":                                   "the clock's round: both indexes hold only papers that are on their way, which are few",
	"delete from figure_counters where commission_id": "a recount makes a commission's counters anew: all of them go",
	"select distinct on (x.case_id) x.case_id, x.day": "the cases behind a figure of a whole year: they are a large part of the table, each once",
}

// broad are statements that a small world hands a large part of a table: what a search found (up to
// 5,000 cases, a quarter), what one of three organisations has, and all the open work of one of a few people. That may be read whole then; for any
// arguments, and where an index must do, the plan is looked at.
var broad = []string{"in (select * from unnest(", "from clocks k join organisation_lists o", "with me as materialized (select x.* from unnest(", "from seats where commission_id = $1 and case_id = any($2)"}

// node is one node of a plan.
type node struct {
	Type     string `json:"Node Type"`
	Relation string `json:"Relation Name"`
	Index    string `json:"Index Name"`
	Cond     string `json:"Index Cond"`
	Plans    []node `json:"Plans"`
}

// readsWhole names what a plan reads without an index: a table read whole, or an index walked from
// one end to the other. Under a LIMIT a walk along an index is how a list is read.
func (n node) readsWhole(large map[string]bool, limited bool) (list []string) {
	limited = limited || n.Type == "Limit"
	switch {
	case !large[n.Relation]:
	case n.Type == "Seq Scan" || n.Type == "Parallel Seq Scan":
		list = append(list, "reads "+n.Relation+" whole")
	case strings.HasPrefix(n.Type, "Index") && n.Cond == "" && !limited:
		list = append(list, "walks all of "+n.Index)
	}
	for _, p := range n.Plans {
		list = append(list, p.readsWhole(large, limited)...)
	}
	return list
}

// plans looks at the plan of every statement that was seen: as it is for any arguments, for those it
// was last sent with, and with reading whole tables made dear, which proves that an index exists.
func (r *recorder) plans(ctx context.Context, dsn string) (checked int, wrong []string, err error) {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return 0, nil, err
	}
	defer conn.Close(ctx)
	large, err := largeTables(ctx, conn)
	if err != nil {
		return 0, nil, err
	}
	r.mu.Lock()
	seen := make(map[string][]any, len(r.seen))
	for q, args := range r.seen {
		seen[q] = args
	}
	r.mu.Unlock()
	for q, args := range seen {
		if !explainable(q) {
			continue
		}
		checked++
		for _, how := range []string{"any arguments", "these arguments", "an index must do"} {
			n, err := explain(ctx, conn, q, args, how)
			if err != nil {
				return checked, wrong, fmt.Errorf("explain %s: %w", q, err)
			}
			for _, w := range n.readsWhole(large, false) {
				if !isExempt(q) && !(how == "these arguments" && isBroad(q)) {
					wrong = append(wrong, fmt.Sprintf("%s (%s): %s", w, how, strings.Join(strings.Fields(q), " ")))
				}
			}
		}
	}
	slices.Sort(wrong)
	return checked, wrong, nil
}

func isExempt(q string) bool {
	for part := range exempt {
		if strings.Contains(q, part) {
			return true
		}
	}
	return false
}

func isBroad(q string) bool {
	return slices.ContainsFunc(broad, func(part string) bool { return strings.Contains(q, part) })
}

func explainable(q string) bool {
	q = strings.TrimSpace(strings.ToLower(q))
	for strings.HasPrefix(q, "--") { // the head of a counter says what it counts
		_, q, _ = strings.Cut(q, "\n")
	}
	q = strings.TrimSpace(q)
	if strings.Contains(q, "river_") || strings.Contains(q, "goose_") || strings.Contains(q, "pg_") {
		return false
	}
	for _, verb := range []string{"select", "insert", "update", "delete", "with"} {
		if strings.HasPrefix(q, verb) {
			return true
		}
	}
	return false
}

func largeTables(ctx context.Context, conn *pgx.Conn) (map[string]bool, error) {
	rows, err := conn.Query(ctx, `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > $1`, small)
	if err != nil {
		return nil, err
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	large := map[string]bool{}
	for _, n := range names {
		large[n] = true
	}
	if err == nil && !large["cases"] {
		err = errors.New("the world is too small to say anything about plans")
	}
	return large, err
}

// explain plans one statement in a transaction that is rolled back. Where the statement is planned
// for any arguments it is prepared, and its arguments are all NULL.
func explain(ctx context.Context, conn *pgx.Conn, q string, args []any, how string) (node, error) {
	tx, err := conn.Begin(ctx)
	if err != nil {
		return node{}, err
	}
	defer tx.Rollback(ctx)
	if how == "an index must do" {
		if _, err := tx.Exec(ctx, "set local enable_seqscan = off"); err != nil {
			return node{}, err
		}
	}
	var text []byte
	if how == "these arguments" {
		err = tx.QueryRow(ctx, "explain (format json) "+q, append([]any{pgx.QueryExecModeDescribeExec}, args...)...).Scan(&text)
	} else {
		text, err = explainGeneric(ctx, tx, q)
	}
	if err != nil {
		return node{}, err
	}
	var out []struct{ Plan node }
	err = json.Unmarshal(text, &out)
	return out[0].Plan, err
}

func explainGeneric(ctx context.Context, tx pgx.Tx, q string) (text []byte, err error) {
	if _, err := tx.Exec(ctx, "set local plan_cache_mode = force_generic_plan"); err != nil {
		return nil, err
	}
	if _, err := tx.Exec(ctx, "prepare looked_at as "+q, pgx.QueryExecModeSimpleProtocol); err != nil {
		return nil, err
	}
	defer tx.Exec(ctx, "deallocate looked_at", pgx.QueryExecModeSimpleProtocol)
	var n int
	if err := tx.QueryRow(ctx, "select cardinality(parameter_types) from pg_prepared_statements where name = 'looked_at'").Scan(&n); err != nil {
		return nil, err
	}
	call := "explain (format json) execute looked_at"
	if n > 0 {
		call += "(" + strings.TrimSuffix(strings.Repeat("null, ", n), ", ") + ")"
	}
	return text, tx.QueryRow(ctx, call, pgx.QueryExecModeSimpleProtocol).Scan(&text)
}
