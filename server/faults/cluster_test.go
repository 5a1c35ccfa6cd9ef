//go:build linux

package faults

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"tiaocai/models"
	"tiaocai/server/devstack"
)

// cluster is what a commission runs: one PostgreSQL (or a pair), one MinIO, processes of the program.
type cluster struct {
	t        *testing.T
	dir      string
	postgres *devstack.Server
	minio    *devstack.ObjectServer
	urls     []string // where PostgreSQL is, the first choice first
	nodes    []*node
	people   *people
	pool     *sql.DB
	readOnly bool // asks whoever answers, a standby too
}

// newCluster starts PostgreSQL, MinIO and n processes, and makes the people who work there.
func newCluster(t *testing.T, n int) *cluster {
	t.Helper()
	c := bareCluster(t)
	c.startNodes(n)
	return c
}

// bareCluster has PostgreSQL and MinIO and no process yet.
func bareCluster(t *testing.T) *cluster {
	t.Helper()
	dir, err := os.MkdirTemp(room, "c-")
	if err != nil {
		t.Fatal(err)
	}
	os.Chmod(dir, 0o755)
	c := &cluster{t: t, dir: dir}
	c.postgres = c.startPostgres("pg")
	t.Cleanup(func() { c.postgres.Stop(context.Background()) })
	c.urls = []string{c.postgres.URL(devstack.Database)}
	if c.minio, err = devstack.StartMinIO(t.Context(), minioBin, filepath.Join(dir, "minio")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.minio.Stop() })
	if err := models.NewKeyFile(c.keys()); err != nil {
		t.Fatal(err)
	}
	return c
}

func (c *cluster) keys() string { return filepath.Join(c.dir, "keys.json") }

// startPostgres starts a server that syncs: what it calls committed must outlive it.
func (c *cluster) startPostgres(name string) *devstack.Server {
	c.t.Helper()
	s, err := devstack.Start(context.Background(), devstack.Postgres{Bin: postgresBin, Dir: filepath.Join(c.dir, name), MaxConnections: 80})
	if err != nil {
		c.t.Fatal(err)
	}
	return s
}

// killPostgres ends a postmaster with -9; its children follow.
func (c *cluster) killPostgres(name string) {
	c.t.Helper()
	b, err := os.ReadFile(filepath.Join(c.dir, name, "data", "postmaster.pid"))
	if err != nil {
		c.t.Fatal(err)
	}
	pid, _ := strconv.Atoi(strings.SplitN(string(b), "\n", 2)[0])
	if pid <= 1 || syscall.Kill(pid, syscall.SIGKILL) != nil {
		c.t.Fatalf("no postmaster to kill: %d", pid)
	}
}

// url is what the processes are given: several hosts where there are several.
func (c *cluster) url() string {
	hosts, ports := []string{}, []string{}
	for _, one := range c.urls {
		u, _ := url.Parse(one)
		hosts, ports = append(hosts, u.Query().Get("host")), append(ports, u.Query().Get("port"))
	}
	u, _ := url.Parse(c.urls[0])
	u.RawQuery = url.Values{"host": {strings.Join(hosts, ",")}, "port": {strings.Join(ports, ",")}, "sslmode": {"disable"}}.Encode()
	return u.String()
}

func (c *cluster) environ(name string) []string {
	return []string{"PATH=" + os.Getenv("PATH"), "HOME=" + c.dir, "TMPDIR=" + c.dir,
		"TIAOCAI_ADDR=127.0.0.1:0", "TIAOCAI_DATA_DIR=" + filepath.Join(c.dir, name), "TIAOCAI_CACHE_DIR=" + filepath.Join(c.dir, "cache"),
		"TIAOCAI_DATABASE_URL=" + c.url() + "&pool_max_conns=10", "TIAOCAI_KEYSET=" + c.keys(),
		"TIAOCAI_S3_ENDPOINT=" + c.minio.Endpoint, "TIAOCAI_S3_ACCESS_KEY=" + c.minio.AccessKey,
		"TIAOCAI_S3_SECRET_KEY=" + c.minio.SecretKey, "TIAOCAI_S3_BUCKET=evidence", "TIAOCAI_S3_TLS=0"}
}

// startNodes starts processes; the first one builds the schema, and its people are made by commands
// and requests of the program itself.
func (c *cluster) startNodes(n int) {
	c.t.Helper()
	for i := range n {
		d := &node{c: c, name: fmt.Sprint("node", i)}
		c.nodes = append(c.nodes, d)
		c.t.Cleanup(d.kill)
		d.start()
	}
	c.people = makePeople(c)
}

// db is the test's own way in, past the program.
func (c *cluster) db() *sql.DB {
	c.t.Helper()
	if c.pool != nil {
		return c.pool
	}
	wants := "&target_session_attrs=read-write"
	if c.readOnly {
		wants = ""
	}
	db, err := sql.Open("pgx", c.url()+wants)
	if err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(func() { db.Close() })
	c.pool = db
	return db
}

// number asks for one number.
func (c *cluster) number(q string, args ...any) (n int) {
	c.t.Helper()
	if err := c.db().QueryRow(q, args...).Scan(&n); err != nil {
		c.t.Fatalf("%s: %v", q, err)
	}
	return n
}

func (c *cluster) exec(q string, args ...any) {
	c.t.Helper()
	if _, err := c.db().Exec(q, args...); err != nil {
		c.t.Fatalf("%s: %v", q, err)
	}
}

// eventually waits for a state, and fails if it does not come.
func eventually(t *testing.T, within time.Duration, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(within); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatalf("after %s not yet: %s", within, what)
}
