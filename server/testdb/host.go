package testdb

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"unsafe"

	"github.com/jackc/pgx/v5"

	"tiaocai/server/devstack"
)

// host is the PostgreSQL of this test binary.
type host struct {
	bin, dir string
	server   *devstack.Server
	strategy string // how to copy a template fast

	mutex     sync.Mutex
	templates map[unsafe.Pointer]*template
}

// theHost starts the server at the first call; every caller gets the same one, or the same error.
var theHost = sync.OnceValues(func() (*host, error) {
	h, err := startHost(context.Background())
	if err == nil {
		running = h
	}
	return h, err
})

// running is the started host. Main reads it after all tests have ended.
var running *host

const dirPattern = "tiaocai-testdb-"

// startHost runs PostgreSQL in a temporary folder, never in the repository. It takes no context
// of a test: the server outlives the test that happens to be first.
func startHost(ctx context.Context) (*host, error) {
	room := room()
	devstack.RemoveAbandoned(filepath.Join(room, dirPattern+"*")) // of test runs that were killed
	_, cache := devstack.Folders()
	bin, _, err := devstack.FindPostgres(ctx, devstack.Places{Bin: os.Getenv("TIAOCAI_PG_BIN"), Cache: cache, Log: tell})
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(room, dirPattern)
	if err != nil {
		return nil, err
	}
	h := &host{bin: bin, dir: dir, templates: map[unsafe.Pointer]*template{}}
	h.server, err = devstack.Start(ctx, devstack.Postgres{Bin: bin, Dir: dir, Fast: true, MaxConnections: 300})
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	if h.strategy, err = h.fastest(ctx); err != nil {
		return nil, errors.Join(err, h.close())
	}
	return h, nil
}

func tell(line string) { fmt.Fprintln(os.Stderr, "testdb:", line) }

// fastest is the copying of files, twice as fast for small databases; PostgreSQL 14 knows no other.
func (h *host) fastest(ctx context.Context) (string, error) {
	conn, err := pgx.Connect(ctx, h.server.URL("postgres"))
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx)
	var version int
	err = conn.QueryRow(ctx, "select current_setting('server_version_num')::int").Scan(&version)
	if err != nil || version < 150000 {
		return "", err
	}
	return " strategy file_copy", nil
}

func (h *host) close() error {
	return errors.Join(h.server.Stop(context.Background()), os.RemoveAll(h.dir))
}

// shutDown stops the server, if there is one.
func shutDown() error {
	if running == nil {
		return nil
	}
	return running.close()
}
