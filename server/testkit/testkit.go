// Package testkit starts the whole program for a test: its own database, its own vault, a clock
// that the test sets, and HTTP clients that are signed in as people.
package testkit

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"

	"tiaocai/models"
	"tiaocai/server/boot"
	"tiaocai/server/config"
	"tiaocai/server/testdb"
	"tiaocai/workflows/calendar"
)

// Main runs the tests of a package that uses the kit.
func Main(m *testing.M) { os.Exit(Run(m)) }

// Run is Main for a package that has more to clear up. A journey waits for the database, a browser or the clock half of
// its time, so twice as many go on at once as there are processors, unless -parallel says otherwise.
func Run(m *testing.M) int {
	boot.Memory()
	flag.Parse()
	said := false
	flag.Visit(func(f *flag.Flag) { said = said || f.Name == "test.parallel" })
	if !said {
		flag.Set("test.parallel", strconv.Itoa(2*runtime.GOMAXPROCS(0)))
	}
	return testdb.Run(m)
}

// Migrate builds the whole schema in an empty database.
func Migrate(ctx context.Context, dsn string) error {
	pool, err := pgxpool.New(ctx, dsn)
	if err != nil {
		return err
	}
	defer pool.Close()
	db := stdlib.OpenDBFromPool(pool)
	defer db.Close()
	return models.Migrate(ctx, pool, db)
}

// Clock is the time that the program believes.
type Clock struct {
	mu   sync.Mutex
	now  time.Time
	wait func() // before the day changes
}

// Now is the moment it is.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(time.Millisecond) // time goes on between two acts
	return c.now
}

// Set moves to nine in the morning of a day.
func (c *Clock) Set(day string) {
	d := calendar.Must(day)
	c.move(time.Date(d.Year(), d.Month(), d.Day(), 9, 0, 0, 0, models.Zone))
}

// At moves to a moment, as 2026-03-16 10:10.
func (c *Clock) At(moment string) {
	t, err := time.ParseInLocation("2006-01-02 15:04", moment, models.Zone)
	if err != nil {
		panic(err)
	}
	c.move(t)
}

func (c *Clock) move(to time.Time) {
	if c.wait != nil {
		c.wait()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = to
}

// Back sets the clock back, as somebody may do to a machine.
func (c *Clock) Back(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(-by)
}

// Today is the clock's civil day.
func (c *Clock) Today() calendar.Date { return calendar.At(c.Now().In(models.Zone)) }

// Kit is a running program.
type Kit struct {
	T     testing.TB
	Clock *Clock
	P     *boot.Program
	DSN   string
	Base  string // http://127.0.0.1:port
	Log   *Buffer
	Dir   string
	idle  bool
}

// Settings change how the program starts.
type Settings struct {
	Day  string   // the first day; 2026-03-02 if left out
	Env  []string // TIAOCAI_… settings besides the database
	Idle bool     // no workers: messages wait and no period runs out by itself
}

// Start starts a program of its own for the test and stops it at the end.
func Start(t testing.TB, s Settings) *Kit {
	t.Helper()
	k := &Kit{T: t, Clock: &Clock{}, DSN: testdb.New(t, Migrate), Log: &Buffer{}, Dir: t.TempDir(), idle: s.Idle}
	if s.Day == "" {
		s.Day = "2026-03-02"
	}
	k.Clock.Set(s.Day)
	k.P = k.Program(s.Env)
	if !s.Idle {
		k.Clock.wait = sync.OnceFunc(k.firstRound)
	}
	t.Cleanup(func() {
		if err := k.P.Close(); err != nil {
			t.Errorf("stop: %v", err)
		}
	})
	return k
}

// Program starts one more program on the same database and folder.
func (k *Kit) Program(env []string) *boot.Program {
	k.T.Helper()
	keys := filepath.Join(k.Dir, "keys.json")
	if _, err := os.Stat(keys); err != nil {
		if err := models.NewKeyFile(keys); err != nil {
			k.T.Fatal(err)
		}
	}
	dsn := k.DSN
	if strings.Contains(dsn, "?") {
		dsn += "&pool_max_conns=8"
	}
	single := "TIAOCAI_SINGLE=1"
	for _, e := range env {
		if strings.HasPrefix(e, "TIAOCAI_S3_ENDPOINT") {
			single = "TIAOCAI_SINGLE="
		}
	}
	cfg, err := config.FromEnviron(append([]string{"TIAOCAI_ADDR=127.0.0.1:0", "TIAOCAI_DATABASE_URL=" + dsn, single,
		"TIAOCAI_KEYSET=" + keys, "TIAOCAI_DATA_DIR=" + filepath.Join(k.Dir, "data")}, env...))
	if err != nil {
		k.T.Fatal(err)
	}
	ctx := context.Background()
	log := slog.New(slog.NewJSONHandler(k.Log, &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: untimed}))
	p, err := boot.Open(ctx, cfg, boot.Extra{Now: k.Clock.Now, Log: log, Demo: true, Cheap: true})
	if err != nil {
		k.T.Fatalf("start: %v", err)
	}
	steps := []func(context.Context) error{p.SeedDemo, p.Listen, p.Work}
	if k.idle {
		steps = steps[:2]
	}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			p.Close()
			k.T.Fatalf("start: %v", err)
		}
	}
	k.Base = fmt.Sprintf("http://%s", p.Addr)
	return p
}

// firstRound waits until the round that the program makes at its start is over. On a busy machine it may come seconds
// later, and would then take the steps of a day that the test has set meanwhile.
func (k *Kit) firstRound() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	db, err := pgx.Connect(ctx, k.DSN)
	if err != nil {
		k.T.Fatalf("the program's first round: %v", err)
	}
	defer db.Close(context.Background())
	for done := 0; done < 4; time.Sleep(5 * time.Millisecond) {
		if err := db.QueryRow(ctx, `select count(distinct kind) from river_job
			where kind in ('sweep', 'remind', 'keep-evidence', 'check-chains') and finalized_at is not null`).Scan(&done); err != nil {
			k.T.Fatalf("the program's first round is not over: %v", err)
		}
	}
}

// Stop ends the program before the test does.
func (k *Kit) Stop() error {
	k.Clock.wait = nil
	return k.P.Close()
}

// untimed leaves the times out of a test's log: among nine digits behind the second, in tens of thousands of lines, a
// sum that must not be there would turn up by chance.
func untimed(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey || a.Key == "took" {
		return slog.Attr{}
	}
	return a
}

// Buffer keeps a log for looking through; many may write at once.
type Buffer struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *Buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *Buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}
