package models_test

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm/schema"

	"tiaocai/models"
	"tiaocai/server/testdb"
	"tiaocai/server/testkit"
)

var update = flag.Bool("update", false, "rewrite golden files")

func TestMain(m *testing.M) { testdb.Main(m) }

func open(t *testing.T) *sql.DB {
	t.Helper()
	db, err := sql.Open("pgx", testdb.New(t, testkit.Migrate))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func lines(t *testing.T, db *sql.DB, q string, args ...any) []string {
	t.Helper()
	rows, err := db.QueryContext(context.Background(), q, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var list []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

const ours = `c.relnamespace = 'public'::regnamespace and c.relname not like 'river%' and c.relname not like 'goose%'`

// The schema that the migrations make is golden, so that a diff shows what changed.
func TestSchemaIsOnPaper(t *testing.T) {
	t.Parallel()
	db := open(t)
	var b strings.Builder
	b.WriteString("-- The schema as the migrations make it. Golden: go test ./models -run Schema -update\n")
	for _, table := range lines(t, db, `select c.relname from pg_class c where c.relkind = 'r' and `+ours+` order by 1`) {
		fmt.Fprintf(&b, "\n%s\n", table)
		for _, l := range lines(t, db, `select '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
			|| coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || case a.attidentity when '' then '' else ' identity' end
			from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
			where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`, table) {
			b.WriteString(l + "\n")
		}
		for _, l := range lines(t, db, `select '  ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = $1::regclass order by contype desc, 1`, table) {
			b.WriteString(l + "\n")
		}
		for _, l := range lines(t, db, `select '  ' || indexdef from pg_indexes where tablename = $1 and schemaname = 'public' order by indexname`, table) {
			b.WriteString(l + "\n")
		}
		for _, l := range lines(t, db, `select '  ' || pg_get_triggerdef(oid) from pg_trigger where tgrelid = $1::regclass and not tgisinternal order by tgname`, table) {
			b.WriteString(l + "\n")
		}
	}
	if *update {
		if err := os.WriteFile("schema.sql", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("schema.sql")
	if err != nil || string(want) != b.String() {
		t.Error("schema.sql differs from the migrations; if the change is meant, run: go test ./models -run Schema -update")
	}
}

// Every column has its field and every field its column: an entity that drifted is found here.
func TestEntitiesMatchTheSchema(t *testing.T) {
	t.Parallel()
	db := open(t)
	for _, e := range []any{models.Case{}, models.Party{}, models.PartyAgent{}, models.Claim{}, models.Mediation{}, models.Note{}, models.Application{},
		models.Seat{}, models.Hearing{}, models.ClockEvent{}, models.Award{}, models.Document{}, models.Service{}, models.Proposal{}, models.Exhibit{},
		models.Event{}, models.Clock{}, models.StandingRow{}, models.Account{}, models.RoleRow{}, models.Commission{}, models.Organisation{},
		models.Token{}, models.SignIn{}, models.Message{}, models.PartyCode{}, models.Reveal{}, models.Key{}, models.FigureCounter{}} {
		s, err := schema.Parse(reflect.New(reflect.TypeOf(e)).Interface(), &sync.Map{}, schema.NamingStrategy{})
		if err != nil {
			t.Fatal(err)
		}
		fields := slices.Sorted(slices.Values(s.DBNames))
		columns := lines(t, db, `select column_name from information_schema.columns where table_name = $1 and table_schema = 'public' order by column_name collate "C"`, s.Table)
		if !slices.Equal(fields, columns) {
			t.Errorf("%s: fields %v, columns %v", s.Table, fields, columns)
		}
	}
}

// Every foreign key has an index that begins with its columns, so that no check reads a table.
func TestForeignKeysAreIndexed(t *testing.T) {
	t.Parallel()
	db := open(t)
	missing := lines(t, db, `select k.conrelid::regclass || ' ' || pg_get_constraintdef(k.oid) from pg_constraint k join pg_class c on c.oid = k.conrelid
		where k.contype = 'f' and `+ours+` and not exists (select 1 from pg_index i where i.indrelid = k.conrelid
			and (select array_agg(x order by x) from unnest(k.conkey) x) <@ (select array_agg(x) from unnest((i.indkey::int2[])[0:array_length(k.conkey,1)]) x))
		and cardinality(k.conkey) > 0 order by 1`)
	for _, m := range missing {
		if !strings.Contains(m, "REFERENCES commissions") && !strings.Contains(m, "organisations") {
			t.Errorf("no index for %s", m)
		}
	}
}

// What happened cannot be changed, not even by the table's owner.
func TestEventsAreAppendOnly(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	w := k.As("worker")
	w.Want(200, w.Do("POST", "/api/v1/cases", testkit.J{"ask": "consultation", "applicants": []testkit.J{{"kind": "worker", "name": "林小芬"}}}), nil)
	db, err := sql.Open("pgx", k.DSN)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, q := range []string{"update case_events set event = 'accept'", "delete from case_events", "truncate case_events cascade"} {
		if _, err := db.Exec(q); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s = %v, want a refusal", q, err)
		}
	}
}
