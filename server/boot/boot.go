// Package boot puts the program together: settings in, a running program out, with Run and Close.
// The command line and the end-to-end tests start the same one.
package boot

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/config"
	"tiaocai/server/devstack"
	"tiaocai/server/evidence"
	"tiaocai/server/jobs"
	"tiaocai/server/logs"
	"tiaocai/server/web"
)

// Program is everything that runs.
type Program struct {
	Desk    *casework.Desk
	DB      *models.DB
	Addr    string // where it listens, once started
	Figures string // where its measures can be fetched; "" if nowhere
	Actors  jobs.Actors

	cfg     config.Config
	log     *slog.Logger
	now     func() time.Time
	out     io.Writer
	own     *devstack.Server
	dsn     string
	ring    *models.Keyring
	pool    *pgxpool.Pool
	sql     *sql.DB
	store   evidence.Store
	closers []func() error
	server  *http.Server
	gauges  *http.Server
	alarms  *prometheus.CounterVec
	workers *river.Client[pgx.Tx]
	demo    bool
	cheap   bool
	parts   casework.Parts // of which the desk is made
	bell    *models.Bell
	trace   pgx.QueryTracer

	vaults // which store, and what a move needs
}

// Extra is what a test sets: a clock, and where words go.
type Extra struct {
	Now func() time.Time // the wall clock if nil
	Log *slog.Logger
	Out io.Writer
	// Demo makes the demo's accounts and pages although the database is not the program's own.
	Demo bool
	// Cheap makes the demo's password quick to check: most tests sign in often, and are about something else.
	Cheap bool
	// Moving opens the disk that a move of the evidence reads, and the S3 store that it fills.
	Moving bool
	// Trace is told every statement, for measuring; see server/bench.
	Trace pgx.QueryTracer
}

// Open brings up everything except the web server and the workers: database, keys, schema, vault.
// Whatever was opened is closed again if something fails.
func Open(ctx context.Context, cfg config.Config, x Extra) (*Program, error) {
	return open(ctx, cfg, x, func(p *Program) []step { return []step{p.database, p.keys, p.migrate, p.vault, p.desk, p.ensure} })
}

// step is one thing that is brought up.
type step = func(context.Context) error

func open(ctx context.Context, cfg config.Config, x Extra, steps func(*Program) []step) (_ *Program, err error) {
	p := &Program{cfg: cfg, log: x.Log, now: x.Now, out: x.Out, demo: cfg.OwnPostgres() || x.Demo, cheap: x.Cheap, trace: x.Trace, vaults: vaults{moving: x.Moving}, alarms: newAlarms()}
	own := x.Now != nil // a test's clock has nothing to do with the database's
	if !own {
		p.now = time.Now
	}
	if p.log == nil {
		p.log = slog.New(slog.DiscardHandler)
	}
	p.log = slog.New(logs.Quiet(p.log.Handler()))
	if p.out == nil {
		p.out = io.Discard
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.Close())
		}
	}()
	for _, step := range steps(p) {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	if !own {
		p.compareClocks(ctx)
	}
	return p, nil
}

func (p *Program) database(ctx context.Context) error {
	url := string(p.cfg.DatabaseURL)
	if p.cfg.OwnPostgres() {
		bin, from, err := devstack.FindPostgres(ctx, devstack.Places{Bin: p.cfg.PGBin, Cache: p.cfg.CacheDir, Log: p.say})
		if err != nil {
			return err
		}
		p.log.Info("PostgreSQL found", "bin", bin, "from", from)
		p.own, err = devstack.Start(ctx, devstack.Postgres{Bin: bin, Dir: filepath.Join(p.cfg.DataDir, "postgres"), MaxConnections: 60, Log: p.say})
		if err != nil {
			return err
		}
		url = p.own.URL(devstack.Database)
	}
	p.dsn = url
	cfg, err := connections(url)
	if err != nil {
		return fmt.Errorf("TIAOCAI_DATABASE_URL: %w", err)
	}
	cfg.ConnConfig.Tracer = p.trace
	if p.pool, err = pgxpool.NewWithConfig(ctx, cfg); err != nil {
		return err
	}
	if err := p.pool.Ping(ctx); err != nil {
		return fmt.Errorf("TIAOCAI_DATABASE_URL: the database does not answer 数据库连不上: %w", err)
	}
	p.sql = stdlib.OpenDBFromPool(p.pool)
	return nil
}

func (p *Program) say(s string) { fmt.Fprintln(p.out, s) }

func (p *Program) migrate(ctx context.Context) error {
	pool, err := unhurried(ctx, p.pool)
	if err != nil {
		return err
	}
	defer pool.Close()
	db := stdlib.OpenDBFromPool(pool)
	defer db.Close()
	if err := p.DB.CheckKeys(ctx); err != nil { // before anything is changed
		return err
	}
	if err := models.Migrate(ctx, pool, db); err != nil {
		return err
	}
	return p.DB.CheckKeys(ctx)
}

func (p *Program) desk(context.Context) error {
	intake, err := evidence.NewIntake(filepath.Join(p.cfg.DataDir, "incoming"))
	if err != nil {
		return err
	}
	if err := intake.Tidy(p.now().Add(-24 * time.Hour)); err != nil {
		return err
	}
	queue, err := river.NewClient(riverdatabasesql.New(nil), &river.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	gate, err := policies.NewGate()
	if err != nil {
		return err
	}
	p.bell = models.NewBell(p.pool)
	p.parts = casework.Parts{Bell: p.bell, DB: p.DB, Gate: gate, Now: p.now, Queue: queue, URL: p.url(), Built: Version(),
		Vault: casework.Vault{Store: p.store, Intake: intake, Limit: p.cfg.UploadLimit, Name: p.storeName}, Reached: p.failPoint(),
		Alarm: p.alarm, StaffFactor: p.cfg.StaffFactor}
	p.Desk = casework.New(p.parts)
	return nil
}

func (p *Program) url() string {
	if p.cfg.PublicURL != "" {
		return p.cfg.PublicURL
	}
	return "http://" + p.cfg.Addr
}

// Listen starts the web server; Addr says where it can be reached.
func (p *Program) Listen(ctx context.Context) error {
	s, err := web.New(web.Parts{Desk: p.Desk, Sessions: web.Sessions(p.pool), Log: p.log, Demo: p.demoAccounts(), Public: p.cfg.PublicURL,
		Proxies: p.cfg.TrustedProxies, Upload: p.cfg.UploadLimit, Ready: p.ready, StaffFactor: p.cfg.StaffFactor, Collectors: p.collectors()})
	if err != nil {
		return err
	}
	p.probe(ctx)
	l, err := net.Listen("tcp", p.cfg.Addr)
	if err != nil {
		return fmt.Errorf("TIAOCAI_ADDR: 这个地址不能用 cannot listen: %w", err)
	}
	p.Addr = l.Addr().String()
	server := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, ErrorLog: slog.NewLogLogger(p.log.Handler(), slog.LevelDebug)}
	p.server = server // Close forgets it; the goroutine below keeps its own
	go func() {
		if err := server.Serve(l); err != nil && !errors.Is(err, http.ErrServerClosed) {
			p.log.Error("web server ended", "error", err.Error())
		}
	}()
	return p.measures(s.Metrics())
}

// Work starts the workers: messages and the periods that run out.
func (p *Program) Work(ctx context.Context) (err error) {
	if p.workers, err = jobs.New(p.pool, p.Desk, p.Actors, p.log); err != nil {
		return err
	}
	return p.workers.Start(context.WithoutCancel(ctx))
}

// Died tells when the program's own PostgreSQL ended by itself; it never does with another's.
func (p *Program) Died() <-chan error {
	if p.own == nil {
		return nil
	}
	return p.own.Died()
}

func (p *Program) ready(ctx context.Context) map[string]error {
	ctx, cancel := context.WithTimeout(ctx, 8*time.Second)
	defer cancel()
	return map[string]error{"database": p.Desk.Ping(ctx), "evidence": p.checkStore(ctx)}
}

// Close stops everything in the order in which it leans on each other. It may be called twice.
func (p *Program) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), 40*time.Second)
	defer cancel()
	var errs []error
	if p.bell != nil {
		p.bell.Close() // those who look on would keep the server waiting
	}
	if p.server != nil {
		errs = append(errs, p.server.Shutdown(ctx))
		p.server = nil
	}
	if p.gauges != nil {
		errs = append(errs, p.gauges.Shutdown(ctx))
		p.gauges = nil
	}
	if p.workers != nil {
		errs = append(errs, p.workers.StopAndCancel(ctx))
		p.workers = nil
	}
	for _, c := range p.closers {
		errs = append(errs, c())
	}
	p.closers = nil
	if p.sql != nil {
		errs = append(errs, p.sql.Close())
		p.sql = nil
	}
	if p.pool != nil {
		p.pool.Close()
		p.pool = nil
	}
	if p.own != nil {
		errs = append(errs, p.own.Stop(ctx))
		p.own = nil
	}
	return errors.Join(errs...)
}
