package world

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"
)

// copier multiplies the templates on one connection. Copy i of a template is the template with all
// its ids moved on by i times a step that is larger than any id, so that rows that belong together
// stay together; the accounts are dealt out anew for each i.
type copier struct {
	ctx   context.Context
	conn  *sql.Conn
	say   func(string)
	step  int64
	cast  string            // an account id as an expression of %s and i
	held  map[string]string // what the columns of the table in hand refer to
	spell func() error      // fills what no SQL can say
}

// What a column may hold.
const (
	ofCase = "case"   // the id of a row of the same case
	person = "person" // an account
)

// own are tables of a case that are left out: a code works once, and a key is one request's.
var own = []string{"party_codes", "case_events", "cases"}

func (c *copier) exec(q string, args ...any) error {
	if _, err := c.conn.ExecContext(c.ctx, q, args...); err != nil {
		return fmt.Errorf("%.120s: %w", strings.TrimSpace(q), err)
	}
	return nil
}

func (c *copier) number(q string, args ...any) (n int64, err error) {
	return n, c.conn.QueryRowContext(c.ctx, q, args...).Scan(&n)
}

func (c *copier) strings(q string, args ...any) (list []string, err error) {
	rows, err := c.conn.QueryContext(c.ctx, q, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, rows.Err()
}

// timed says how long a part took.
func (c *copier) timed(what string, f func() error) error {
	start := time.Now()
	err := f()
	c.say(fmt.Sprintf("%-24s %s", what, time.Since(start).Round(10*time.Millisecond)))
	return err
}

func (c *copier) run(list []template, n int) error {
	if err := c.prepare(list, n); err != nil {
		return err
	}
	var indexes []string
	parts := []struct {
		what string
		do   func() error
	}{
		{"accounts", func() error { return c.accounts(n) }},
		{"drop indexes", func() (err error) { indexes, err = c.dropIndexes(); return err }},
		{"plan of copies", func() error { return c.plan(n) }},
		{"events", c.events},
		{"cases", c.cases},
		{"rows of cases", c.rows},
		{"counters, sequences", c.counters},
		{"indexes", func() error { return c.each(indexes) }},
		{"clear up", c.clear},
		{"names spelled", func() error {
			if err := c.spell(); err != nil {
				return err
			}
			return c.exec("vacuum full parties") // every row was written twice
		}},
		{"vacuum analyze", func() error { return c.exec("vacuum (analyze, freeze)") }},
	}
	for _, p := range parts {
		if err := c.timed(p.what, p.do); err != nil {
			return fmt.Errorf("%s: %w", p.what, err)
		}
	}
	return nil
}

func (c *copier) each(statements []string) error {
	for _, s := range statements {
		if err := c.exec(s); err != nil {
			return err
		}
	}
	return nil
}

// prepare switches foreign keys and triggers off for this connection and notes the templates.
func (c *copier) prepare(list []template, n int) error {
	if err := c.each(append([]string{
		"set session_replication_role = replica", "set synchronous_commit = off", "set maintenance_work_mem = '512MB'", "set work_mem = '256MB'",
		"create schema world", "create table world.templates (ref text primary key, every int not null)",
	}, helpers...)); err != nil {
		return err
	}
	for _, t := range list {
		if err := c.exec("insert into world.templates values ($1, $2)", t.ref, t.every); err != nil {
			return err
		}
	}
	tables, err := c.strings(`select table_name from information_schema.columns where table_schema = 'public' and column_name = 'id' and is_identity = 'YES'`)
	if err != nil {
		return err
	}
	for _, t := range tables {
		most, err := c.number("select coalesce(max(id), 0) from " + t)
		if err != nil {
			return err
		}
		c.step = max(c.step, most+1)
	}
	return nil
}

// plan lists all copies with their new ids, references and numbers.
func (c *copier) plan(n int) error {
	if err := c.exec(fmt.Sprintf(`create unlogged table world.copies as
		select i, c.id as old, c.id + i * %d as new, c.ref as old_ref, world.ref(c.id + i * %[1]d) as ref, c.number as old_number, c.number as number, c.accepted_on, c.commission_id
		from generate_series(1, (select 1 + ceil(greatest(0, $1 - count(*)) / sum(case when every > 0 then 1.0 / every else 0 end))::bigint from world.templates)) i
		join world.templates t on t.every > 0 and i %% t.every = 0
		join cases c on c.ref = t.ref`, c.step), n); err != nil {
		return err
	}
	return c.each([]string{
		`update world.copies x set number = y.number from (
			select new, regexp_replace(old_number, '[0-9]+号$', '') || (k.n + row_number() over (partition by extract(year from accepted_on) order by new)) || '号' as number
			from world.copies c join counters k on k.commission_id = c.commission_id and k.year = extract(year from accepted_on) and k.series = '案' where old_number is not null) y where y.new = x.new`,
		`create index on world.copies (old)`, `analyze world.copies`,
	})
}

// events writes every copy's events in their order, each chained to the one before.
func (c *copier) events() error {
	cols, err := c.columns("case_events")
	if err != nil {
		return err
	}
	into, from := c.list(cols, "e", map[string]string{
		"canonical": "convert_to(e.text, 'UTF8')", "hash": "sha256(convert_to(e.text, 'UTF8'))",
		"detail": "case when e.detail ? 'number' then jsonb_set(e.detail, '{number}', to_jsonb(x.number)) else e.detail end",
	})
	if err := c.each([]string{ // of the templates alone: what is being inserted must not be looked through for each copy
		`create unlogged table world.events as select e.* from case_events e join cases c on c.commission_id = e.commission_id and c.id = e.case_id join world.templates using (ref)`,
		`create index on world.events (case_id)`, `analyze world.events`,
	}); err != nil {
		return err
	}
	return c.exec(fmt.Sprintf(`insert into case_events (%s) select %s from (select * from world.copies order by new) x cross join lateral (
		select e.*, world.chain(left(s.text, length(s.text) - case when e.no = 1 then 2 else 66 end)) over (order by e.no) as text
		from world.events e cross join lateral (select replace(replace(replace(convert_from(e.canonical, 'UTF8'),
			'"case":"' || x.old_ref || '"', '"case":"' || x.ref || '"'),
			'"account":' || e.account_id || ',', '"account":' || %s || ','),
			coalesce('"' || x.old_number || '"', '""'), coalesce('"' || x.number || '"', '""')) as text) s
		where e.case_id = x.old) e`, into, from, c.account("e.account_id")))
}

func (c *copier) cases() error {
	cols, err := c.columns("cases")
	if err != nil {
		return err
	}
	into, from := c.list(cols, "t", map[string]string{"ref": "x.ref", "number": "x.number", "number_key": ownNumberKey,
		"head": "(select e.hash from case_events e where e.commission_id = t.commission_id and e.case_id = x.new and e.no = t.events)"})
	return c.exec(fmt.Sprintf("insert into cases (%s) select %s from world.copies x join cases t on t.id = x.old order by x.new", into, from))
}

// rows copies every other table that belongs to cases, whichever there are.
func (c *copier) rows() error {
	tables, err := c.strings(`select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
		where c.table_schema = 'public' and c.column_name = 'case_id' and t.table_type = 'BASE TABLE' order by 1`)
	if err != nil {
		return err
	}
	for _, t := range tables {
		if slices.Contains(own, t) {
			continue
		}
		cols, err := c.columns(t)
		if err != nil {
			return err
		}
		if c.held, err = c.references(t); err != nil {
			return err
		}
		into, from := c.list(cols, "t", varied[t])
		if err := c.timed("  "+t, func() error {
			return c.exec(fmt.Sprintf("insert into %s (%s) select %s from world.copies x join %[1]s t on t.case_id = x.old order by x.new", t, into, from))
		}); err != nil {
			return err
		}
	}
	return nil
}

// counters and sequences go on after the last copy.
func (c *copier) counters() error {
	if err := c.exec(`update counters k set n = greatest(k.n, (select max(substring(number from '([0-9]+)号$')::int) from cases c where c.commission_id = k.commission_id and extract(year from accepted_on) = k.year)) where series = '案'`); err != nil {
		return err
	}
	tables, err := c.strings(`select table_name from information_schema.columns where table_schema = 'public' and column_name = 'id' and is_identity = 'YES'`)
	for _, t := range tables {
		if err == nil {
			err = c.exec(fmt.Sprintf("select setval(pg_get_serial_sequence('%s', 'id'), greatest(1, (select max(id) from %[1]s)))", t))
		}
	}
	return err
}

// dropIndexes drops those that no constraint needs and returns what makes them again.
func (c *copier) dropIndexes() (again []string, err error) {
	where := `from pg_index i join pg_class t on t.oid = i.indrelid where t.relnamespace = 'public'::regnamespace and t.relname not like 'river%' and t.relname not like 'goose%'
		and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid) order by i.indexrelid`
	if again, err = c.strings("select pg_get_indexdef(i.indexrelid) " + where); err != nil {
		return nil, err
	}
	names, err := c.strings("select i.indexrelid::regclass::text " + where)
	for _, n := range names {
		if err == nil {
			err = c.exec("drop index " + n)
		}
	}
	return again, err
}

// clear ends what was only for copying. The queue of the templates' messages is emptied.
func (c *copier) clear() error {
	return c.each([]string{"drop schema world cascade", "delete from river_job", "reset session_replication_role"})
}

func (c *copier) columns(table string) ([]string, error) {
	return c.strings(`select column_name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`, table)
}

// references asks the foreign keys of a table which columns hold accounts, and which rows of the same
// case: a new table needs no entry here.
func (c *copier) references(table string) (map[string]string, error) {
	list, err := c.strings(`select a.attname || ' ' || case when k.confrelid = 'accounts'::regclass then 'person' else 'case' end
		from pg_constraint k cross join lateral unnest(k.conkey, k.confkey) as u(mine, theirs)
		join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.mine
		join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.theirs and b.attname = 'id'
		where k.contype = 'f' and k.conrelid = $1::regclass and (k.confrelid = 'accounts'::regclass
			or exists (select 1 from pg_attribute o where o.attrelid = k.confrelid and o.attname = 'case_id' and o.attnum > 0))`, table)
	held := map[string]string{}
	for _, l := range list {
		column, what, _ := strings.Cut(l, " ")
		held[column] = what
	}
	return held, err
}

// list makes the two lists of an INSERT: ids moved on, accounts dealt out, the rest as it is.
func (c *copier) list(cols []string, t string, special map[string]string) (into, from string) {
	var values []string
	for _, col := range cols {
		v := t + "." + col
		switch {
		case special[col] != "":
			v = special[col]
		case col == "case_id":
			v = "x.new"
		case col == "id", c.held[col] == ofCase:
			v = fmt.Sprintf("%s + x.i * %d", v, c.step)
		case c.held[col] == person, slices.Contains(people, col):
			v = c.account(v)
		}
		values = append(values, v)
	}
	return strings.Join(cols, ", "), strings.Join(values, ", ")
}

func (c *copier) account(expr string) string { return strings.ReplaceAll(c.cast, "%s", expr) }
