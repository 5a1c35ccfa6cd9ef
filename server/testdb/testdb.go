// Package testdb gives every test a real PostgreSQL database of its own.
//
// One server runs for each test binary, started by the first test that asks. The schema is built
// once, in a template; each test gets a copy of it, which takes some hundredths of a second, so
// tests can run side by side and never see each other's rows. A test package needs two lines:
//
//	func TestMain(m *testing.M) { testdb.Main(m) }
//
//	dsn := testdb.New(t, migrations.Up)
//
// When the test process ends, however it ends, the kernel ends the server too.
package testdb

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Migrate builds the schema in the empty database at dsn, and closes its connections.
type Migrate = func(ctx context.Context, dsn string) error

// Main runs the tests of a package, stops the server if one was started, and exits.
func Main(m *testing.M) { os.Exit(Run(m)) }

// Run is Main for a package that has more to clear up before it exits with the code.
func Run(m *testing.M) (code int) {
	code = m.Run()
	if err := shutDown(); err != nil {
		fmt.Fprintln(os.Stderr, "testdb:", err)
	}
	return code
}

var number atomic.Int64 // of the databases of this server

// New makes a database with the schema that migrate builds and returns where it is. The database
// goes when the test ends. Tests that pass the same migrate share the work of building it.
func New(t testing.TB, migrate Migrate) (dsn string) {
	t.Helper()
	ctx := t.Context()
	h, err := theHost()
	if err != nil {
		t.Fatalf("testdb: start PostgreSQL: %v", err)
	}
	from, err := h.template(migrate)
	if err != nil {
		t.Fatalf("testdb: build the schema: %v", err)
	}
	name := fmt.Sprint("test_", number.Add(1))
	if err := h.admin(ctx, "create database "+name+" template "+from+h.strategy); err != nil {
		t.Fatalf("testdb: copy the schema: %v", err)
	}
	t.Cleanup(func() {
		// The test's own context has ended by now.
		if err := h.admin(context.Background(), "drop database "+name+" with (force)"); err != nil {
			t.Errorf("testdb: %v", err)
		}
	})
	return h.server.URL(name)
}

// admin runs statements one by one on a connection of its own; leaving none open keeps templates
// free to be copied and leak detectors quiet.
func (h *host) admin(ctx context.Context, statements ...string) error {
	conn, err := pgx.Connect(ctx, h.server.URL("postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for _, s := range statements {
		if _, err := conn.Exec(ctx, s); err != nil {
			return fmt.Errorf("%s: %w", strings.TrimSpace(s), err)
		}
	}
	return nil
}
