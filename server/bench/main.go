// Command bench measures how fast the program is in a large world, beside the same statements in
// the same number sent by a bare Gin + pgx handler, in one run.
//
//	go run ./server/bench -cases 100000 -dir /tmp/world-100000
//
// It makes a world of that many cases in the folder, or takes the one that is there (package
// world), with a PostgreSQL and a MinIO of its own. The figures of our own runs are in
// docs/performance.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/pprof"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"

	"tiaocai/policies"

	"tiaocai/server/bench/world"
	"tiaocai/server/boot"
	"tiaocai/server/devstack"
)

const bucket = "bench"

// unhurried lets statements that make or check a whole world take as long as they take.
const unhurried = "&statement_timeout=0&idle_in_transaction_session_timeout=0"

// bench is one run.
type bench struct {
	p      *boot.Program
	rec    *recorder
	bare   *bare
	base   string
	client *http.Client
	out    io.Writer
	rounds int
	each   int // requests in a round
	steps1 int // steps in a round

	verbose bool // print the statements of each reading
}

// flags of the command.
type options struct {
	cases, rounds, each, steps int
	dir, only, profile         string
	check, upload, verbose     bool
}

func main() {
	var o options
	flag.IntVar(&o.cases, "cases", 10_000, "cases in the world")
	flag.StringVar(&o.dir, "dir", "", "the folder of the world, kept for the next run; a temporary one if left out")
	flag.IntVar(&o.rounds, "rounds", 7, "rounds; the figures are medians over them")
	flag.IntVar(&o.each, "each", 60, "requests of a kind in a round")
	flag.IntVar(&o.steps, "steps", 20, "steps in a round")
	flag.BoolVar(&o.check, "check", false, "verify every chain, the figures' balance and all foreign keys first")
	flag.BoolVar(&o.upload, "upload", true, "measure uploads, with a MinIO of its own")
	flag.BoolVar(&o.verbose, "v", false, "print the statements of each reading")
	flag.StringVar(&o.only, "only", "", "only readings whose name has this part, and nothing else; none to make the world alone")
	flag.StringVar(&o.profile, "profile", "", "write a CPU profile of the readings here")
	flag.Parse()
	boot.Memory()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options, out io.Writer) (err error) {
	if o.dir == "" {
		if o.dir, err = os.MkdirTemp("", "tiaocai-bench-"); err != nil {
			return err
		}
		defer os.RemoveAll(o.dir)
	}
	if o.dir, err = filepath.Abs(o.dir); err != nil {
		return err
	}
	if err := build(ctx, o, out); err != nil {
		return err
	}
	server, err := postgres(ctx, o.dir, false)
	if err != nil {
		return err
	}
	defer server.Stop(context.WithoutCancel(ctx))
	store, env, err := objects(ctx, o)
	if err != nil {
		return err
	}
	if store != nil {
		defer store.Stop()
	}
	b := &bench{rec: newRecorder(), out: out, rounds: o.rounds, each: o.each, steps1: o.steps, verbose: o.verbose,
		client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: users}, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
	dsn := server.URL(devstack.Database) + unhurried
	if err := forgetStore(ctx, dsn); err != nil {
		return err
	}
	if b.p, err = world.Open(ctx, dsn, o.dir, world.NewClock(world.Today), b.rec, env...); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.p.Close()) }()
	if err := b.p.Listen(ctx); err != nil {
		return err
	}
	b.base = "http://" + b.p.Addr
	if b.bare, err = newBare(ctx, dsn); err != nil {
		return err
	}
	defer b.bare.Close()
	return b.all(ctx, o, dsn, store)
}

// all measures one thing after the other.
func (b *bench) all(ctx context.Context, o options, dsn string, store *devstack.ObjectServer) error {
	if o.check {
		cases, events, err := world.Check(ctx, b.p, world.Usual)
		if err != nil {
			return err
		}
		fmt.Fprintf(b.out, "checked: %d cases, %d events, every chain holds, the figures balance, no row hangs\n", cases, events)
	}
	b.rec.forget() // what was sent so far, the program sends once, as it starts
	if o.only == "none" {
		return nil
	}
	list, err := b.looks(ctx)
	if err != nil {
		return err
	}
	if o.only != "" {
		var few []reading
		for _, r := range list {
			if strings.Contains(r.what, o.only) {
				few = append(few, r)
			}
		}
		list = few
	}
	end, err := profiled(o.profile)
	if err != nil {
		return err
	}
	defer end()
	lines, err := b.readings(ctx, list)
	if err != nil {
		return err
	}
	if o.only == "" || o.only == "step" {
		step, err := b.steps(ctx)
		if err != nil {
			return err
		}
		lines = append(lines, step)
	}
	if store != nil && (o.only == "" || o.only == "upload") {
		up, err := b.uploads(ctx, store)
		if err != nil {
			return err
		}
		lines = append(lines, up)
	}
	printTable(b.out, lines)
	if o.only == "" || o.only == "crowd" {
		pages, err := b.crowded(ctx)
		if err != nil {
			return err
		}
		if err := b.crowd(ctx, pages); err != nil {
			return err
		}
	}
	r := testing.Benchmark(func(t *testing.B) { admit(t) })
	fmt.Fprintf(b.out, "\nadmit: %d ns, %d allocations (aim: 1000 ns)\n", r.NsPerOp(), r.AllocsPerOp())
	return b.explain(ctx, dsn)
}

// profiled writes what the processor does into a file, until end is called.
func profiled(file string) (end func(), err error) {
	if file == "" {
		return func() {}, nil
	}
	f, err := os.Create(file)
	if err != nil {
		return nil, err
	}
	return func() { pprof.StopCPUProfile(); f.Close() }, pprof.StartCPUProfile(f)
}

func (b *bench) explain(ctx context.Context, dsn string) error {
	checked, wrong, err := b.rec.plans(ctx, dsn)
	if err != nil {
		return err
	}
	fmt.Fprintf(b.out, "plans: %d statements looked at, %d without an index\n", checked, len(wrong))
	for _, w := range wrong {
		fmt.Fprintln(b.out, "  "+w)
	}
	return nil
}

// admit asks the gate as a step does: an arbitrator's holdings, and an act of the tribunal.
func admit(t *testing.B) {
	gate := policies.MustGate()
	who, of := policies.Actor{Account: 7}, policies.Case{Commission: 1, ID: 9}
	hs := []policies.Holding{{Role: policies.Arbitrator, Dom: policies.InCommission, Standing: policies.Office}, {Role: policies.Arbitrator, Dom: policies.InCommission, Standing: policies.Standing("sole")}}
	t.ReportAllocs()
	for t.Loop() {
		if _, err := gate.Admit(who, of, hs, policies.ReadEvidence); err != nil {
			t.Fatal(err)
		}
	}
}

func postgres(ctx context.Context, dir string, fast bool) (*devstack.Server, error) {
	_, cache := devstack.Folders()
	bin, _, err := devstack.FindPostgres(ctx, devstack.Places{Bin: os.Getenv("TIAOCAI_PG_BIN"), Cache: cache, Log: func(string) {}})
	if err != nil {
		return nil, err
	}
	return devstack.Start(ctx, devstack.Postgres{Bin: bin, Dir: filepath.Join(dir, "postgres"), Fast: fast, MaxConnections: 60})
}

// forgetStore lets the world be opened with another object store than it was made with. Nothing that
// is measured reads an object of the world.
func forgetStore(ctx context.Context, dsn string) error {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, "delete from evidence_store")
	return err
}

// build makes the world, unless the folder has one. While it is made nothing is synced.
func build(ctx context.Context, o options, out io.Writer) (err error) {
	done := filepath.Join(o.dir, "cases")
	if b, err := os.ReadFile(done); err == nil {
		if string(b) != strconv.Itoa(o.cases) {
			return fmt.Errorf("the world in %s has %s cases, not %d", o.dir, b, o.cases)
		}
		return nil
	}
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return err
	}
	server, err := postgres(ctx, o.dir, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Stop(context.WithoutCancel(ctx))) }()
	clock := world.NewClock(world.Today)
	p, err := world.Open(ctx, server.URL(devstack.Database)+unhurried, o.dir, clock, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	t, err := world.NewTeller(ctx, p, clock)
	if err != nil {
		return err
	}
	if err := world.Make(ctx, t, world.Usual, o.cases, func(s string) { fmt.Fprintln(out, s) }); err != nil {
		return err
	}
	return os.WriteFile(done, []byte(strconv.Itoa(o.cases)), 0o644)
}

// objects starts the store and says how the program finds it.
func objects(ctx context.Context, o options) (*devstack.ObjectServer, []string, error) {
	if !o.upload {
		return nil, nil, nil
	}
	_, cache := devstack.Folders()
	bin, err := devstack.FindMinIO(ctx, cache)
	if err != nil {
		return nil, nil, err
	}
	s, err := devstack.StartMinIO(ctx, bin, filepath.Join(o.dir, "objects"))
	if err != nil {
		return nil, nil, err
	}
	return s, []string{"TIAOCAI_SINGLE=", "TIAOCAI_S3_ENDPOINT=" + s.Endpoint, "TIAOCAI_S3_ACCESS_KEY=" + s.AccessKey,
		"TIAOCAI_S3_SECRET_KEY=" + s.SecretKey, "TIAOCAI_S3_BUCKET=" + bucket, "TIAOCAI_S3_TLS=0"}, nil
}
