package testdb

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

func TestMain(m *testing.M) { Main(m) }

// run executes one statement and closes its connection.
func run(ctx context.Context, dsn, sql string) error {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, sql)
	return err
}

// count answers a question that has a number for an answer.
func count(t *testing.T, dsn, sql string) (n int) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	if err := conn.QueryRow(t.Context(), sql).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

var built atomic.Int64 // how often schema was built

// schema is the migration of these tests. It leaves a connection open, as a pool might.
func schema(ctx context.Context, dsn string) error {
	built.Add(1)
	if _, err := pgx.Connect(ctx, dsn); err != nil {
		return err
	}
	return run(ctx, dsn, "create table cases (no text primary key)")
}

func TestEachTestHasItsOwnRows(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dsn := New(t, schema)
			if err := run(t.Context(), dsn, "insert into cases values ('劳人仲案〔2026〕1号')"); err != nil {
				t.Fatal(err)
			}
			if n := count(t, dsn, "select count(*) from cases"); n != 1 {
				t.Errorf("%d cases, want 1", n)
			}
			if n := built.Load(); n != 1 {
				t.Errorf("the schema was built %d times, want once", n)
			}
		})
	}
}

func TestSchemasAreToldApart(t *testing.T) {
	t.Parallel()
	table := func(name string) Migrate { // closures of one literal
		return func(ctx context.Context, dsn string) error { return run(ctx, dsn, "create table "+name+" (n int)") }
	}
	for _, name := range []string{"awards", "hearings"} {
		dsn := New(t, table(name))
		if n := count(t, dsn, "select count(*) from pg_class where relname in ('awards', 'hearings')"); n != 1 {
			t.Errorf("%d tables, want only %s", n, name)
		}
		if n := count(t, dsn, "select count(*) from "+name); n != 0 {
			t.Errorf("%s has %d rows, want none", name, n)
		}
	}
}

func TestDatabaseGoesWithItsTest(t *testing.T) {
	t.Parallel()
	var dsn string
	t.Run("inner", func(t *testing.T) {
		dsn = New(t, schema)
		if _, err := pgx.Connect(t.Context(), dsn); err != nil { // left open on purpose
			t.Fatal(err)
		}
	})
	if err := run(t.Context(), dsn, "select 1"); err == nil {
		t.Errorf("%s is still there after its test", dsn)
	}
}

func TestFailedMigrationIsToldToAll(t *testing.T) {
	t.Parallel()
	h, err := theHost()
	if err != nil {
		t.Fatal(err)
	}
	var tries int
	broken := errors.New("broken")
	migrate := func(context.Context, string) error { tries++; return broken }
	for range 2 {
		if _, err := h.template(migrate); !errors.Is(err, broken) {
			t.Errorf("template = %v, want %v", err, broken)
		}
	}
	if tries != 1 {
		t.Errorf("migrated %d times, want once", tries)
	}
	if _, err := h.template(nil); err == nil {
		t.Error("template(nil) = nil, want an error")
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New(b, schema)
	}
}
