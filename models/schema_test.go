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
		models.Talks{}, models.Agreement{}, models.AgreementMark{}, models.Instalment{}, models.Review{}, models.CourtStage{}, models.Entrustment{}, models.Offer{},
		models.AwardItem{}, models.CourtMove{}, models.AwardForce{}, models.Payment{},
		models.Seat{}, models.Hearing{}, models.ClockEvent{}, models.Award{}, models.Document{}, models.Service{}, models.Proposal{}, models.Exhibit{},
		models.Event{}, models.Clock{}, models.StandingRow{}, models.OrganisationRow{}, models.Account{}, models.RoleRow{}, models.Commission{}, models.Organisation{},
		models.Token{}, models.SignIn{}, models.Message{}, models.PartyCode{}, models.Reveal{}, models.Key{}, models.Upkeep{}, models.CarryOver{}, models.SeriesStart{}, models.Calculation{}, models.FigureCounter{},
		models.Correction{}, models.Defect{}, models.Interruption{}, models.Obstacle{}, models.Objection{}, models.TransferIn{}, models.Recusal{}, models.ClaimChange{}, models.Setting{}, models.CommissionEvent{},
		models.Vote{}, models.Consent{}, models.Postponement{}, models.Minutes{}, models.MinutesMark{}, models.MinutesCorrection{}, models.Restoration{}, models.CounterApplication{}, models.EvidenceTaking{}, models.InquiryRecord{}, models.RecordComment{}, models.ExhibitExamination{},
		models.Draft{}, models.DraftFile{}, models.Bundle{}, models.SentApplication{}, models.Feed{}, models.SecondFactor{}, models.RecoveryCode{}, models.MinutesDraft{}, models.Workbook{}, models.AwardDraft{}, models.Duty{}, models.Handover{}, models.HandoverRow{}} {
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

// exempt are the tables that a commission's rows are not spread by, each with its reason. Everything
// that is not named here belongs to casework.
var exempt = map[string]string{
	"accounts":           "people, who may work for several commissions or for none",
	"roles":              "of people; a role may stand outside any commission",
	"sign_ins":           "of people",
	"tokens":             "of people",
	"second_factors":     "of people",
	"recovery_codes":     "of people",
	"feeds":              "of people, who may stand in cases of several commissions",
	"sessions":           "of people",
	"attempts":           "guesses, counted by address and account before anybody knows the commission",
	"idempotency_keys":   "of people: the key is the account's, and the path names the case",
	"keyset_fingerprint": "one row for the whole database",
	"commissions":        "the list of commissions itself",
	"evidence_store":     "one row for the whole database: which store is in force",
	"upkeep":             "of the whole database: backups and checks",
	"demo_world":         "one row for the whole database, in the demo only",
}

func casework(table string) bool { return exempt[table] == "" }

// Every table of casework has a key that begins with the commission, (commission_id, id) where it has
// an id at all, and whatever is unique is unique within a commission.
func TestKeysBeginWithTheCommission(t *testing.T) {
	t.Parallel()
	db := open(t)
	tables := lines(t, db, `select c.relname from pg_class c where c.relkind in ('r', 'p') and `+ours+` order by 1`)
	if len(tables) < 25 {
		t.Fatalf("only %d tables", len(tables))
	}
	for table := range exempt {
		if !slices.Contains(tables, table) {
			t.Errorf("%s is exempt and does not exist", table)
		}
	}
	for _, table := range tables {
		if !casework(table) {
			continue
		}
		key := lines(t, db, `select string_agg(a.attname, ', ' order by k.place) from pg_constraint c, unnest(c.conkey) with ordinality k(att, place), pg_attribute a
			where c.conrelid = $1::regclass and c.contype = 'p' and a.attrelid = c.conrelid and a.attnum = k.att group by c.oid`, table)
		hasID := len(lines(t, db, `select attname::text from pg_attribute where attrelid = $1::regclass and attname = 'id' and not attisdropped`, table)) > 0
		if len(key) != 1 || !strings.HasPrefix(key[0], "commission_id, ") || hasID && key[0] != "commission_id, id" {
			t.Errorf("%s has the primary key %v, want (commission_id, id) or at least (commission_id, …)", table, key)
		}
		for _, u := range lines(t, db, `select i.indexrelid::regclass::text from pg_index i where i.indrelid = $1::regclass and i.indisunique
			and not exists (select 1 from unnest(i.indkey::int2[]) k join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k where a.attname = 'commission_id')`, table) {
			if table != "organisations" || u != "organisations_id_key" { // a small list that every machine has whole
				t.Errorf("%s is unique without the commission", u)
			}
		}
	}
}

// Every reference between tables of casework names the commission on both sides, at the same place.
func TestReferencesNameTheCommission(t *testing.T) {
	t.Parallel()
	db := open(t)
	references := lines(t, db, `select k.conrelid::regclass || '|' || k.confrelid::regclass || '|' || exists (select 1 from unnest(k.conkey, k.confkey) x(f, r)
			join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.f join pg_attribute b on b.attrelid = k.confrelid and b.attnum = x.r
			where a.attname = 'commission_id' and b.attname = 'commission_id') || '|' || pg_get_constraintdef(k.oid)
		from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and k.conparentid = 0 and `+ours+` order by 1`)
	between := 0
	for _, r := range references {
		p := strings.SplitN(r, "|", 4)
		if !casework(p[0]) || !casework(p[1]) {
			continue
		}
		between++
		if p[2] != "true" {
			t.Errorf("%s: %s", p[0], p[3])
		}
	}
	if between < 20 {
		t.Errorf("only %d references between tables of casework", between)
	}
}

// What is named after a table's row is held to it: a column called something_id has a reference.
func TestEveryIDColumnIsAReference(t *testing.T) {
	t.Parallel()
	db := open(t)
	for _, m := range lines(t, db, `select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
		where c.relkind = 'r' and `+ours+` and a.attname like '%\_id' and a.attnum > 0 and not a.attisdropped
		and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)) order by 1`) {
		if m != "idempotency_keys.account_id" { // forgotten with its key after a while, and never joined
			t.Errorf("%s refers to nothing", m)
		}
	}
}
