//go:build unix

package devstack

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// Database is the database that Start makes if it is missing, and also the name of the only user.
const Database = "tiaocai"

// Postgres says which PostgreSQL to run and where.
type Postgres struct {
	Bin            string       // the folder with postgres and initdb, from FindPostgres
	Dir            string       // a folder of its own: data, socket, log and locks
	Fast           bool         // for tests: nothing is synced to disk, so a power cut loses data
	MaxConnections int          // 50 if zero
	Log            func(string) // told what happens; may be nil
}

// Server is a running PostgreSQL that is a child of this process. It listens on a Unix socket only,
// which nobody but its user and root can open, so it needs no password.
type Server struct {
	set      Postgres
	low      *account // as whom it runs; nil for ourselves
	sockets  string   // the folder of the socket
	lock     *os.File // held by us alone
	child    *os.File // held by us and every process of PostgreSQL
	cmd      *exec.Cmd
	logFrom  int64 // where this run begins in the log file
	stopping atomic.Bool
	ended    chan struct{} // closed when the postmaster has ended
	died     chan error
	once     sync.Once
}

// Start runs PostgreSQL in the folder and returns when it takes connections. It first makes the
// data folder if there is none, waits for a predecessor that is still ending, and lets PostgreSQL
// recover from a crash. If another process uses the folder, the Trouble names its number.
func Start(ctx context.Context, set Postgres) (*Server, error) {
	set.MaxConnections = cmp.Or(set.MaxConnections, 50)
	dir, err := filepath.Abs(set.Dir)
	if err != nil {
		return nil, err
	}
	set.Dir = dir
	s := &Server{set: set, ended: make(chan struct{}), died: make(chan error, 1)}
	if err := s.prepare(ctx); err != nil {
		s.release()
		return nil, err
	}
	if err := s.launch(); err != nil {
		s.release()
		return nil, err
	}
	if err := s.ready(ctx); err != nil {
		s.halt(syscall.SIGQUIT)
		return nil, err
	}
	return s, nil
}

// prepare does everything that comes before the child: locks first, then accounts, then folders.
func (s *Server) prepare(ctx context.Context) (err error) {
	if err := s.makeDir(); err != nil {
		return err
	}
	if s.lock, err = s.takeOver(); err != nil {
		return err
	}
	if s.child, err = s.waitForOld(ctx); err != nil {
		return err
	}
	if s.low, err = lowUser(s.data()); err != nil {
		return err
	}
	if err := s.low.reaches(s.set.Dir, "TIAOCAI_DATA_DIR", "/var/lib/tiaocai"); err != nil {
		return err
	}
	if err := s.low.reaches(s.set.Bin, "TIAOCAI_CACHE_DIR", "/var/cache/tiaocai"); err != nil {
		return err
	}
	if err := s.makeData(ctx); err != nil {
		return err
	}
	s.forgetStalePID()
	s.sockets, err = s.makeSockets()
	return err
}

func (s *Server) data() string { return filepath.Join(s.set.Dir, "data") }

func (s *Server) say(format string, args ...any) {
	if s.set.Log != nil {
		s.set.Log(fmt.Sprintf(format, args...))
	}
}

// launch starts the postmaster and leaves a goroutine with it until it ends. That goroutine keeps
// its thread: the parent-death signal would come if the thread ended before the child.
func (s *Server) launch() error {
	log, err := s.openLog()
	if err != nil {
		return err
	}
	s.cmd = exec.Command(filepath.Join(s.set.Bin, "postgres"), s.arguments()...)
	s.cmd.Dir = s.data()
	s.cmd.Env = s.environment()
	s.cmd.Stdout, s.cmd.Stderr = log, log
	s.cmd.ExtraFiles = []*os.File{s.child}
	s.cmd.SysProcAttr = childAttr(s.low, syscall.SIGINT)
	started := make(chan error)
	go func() {
		_ = onOwnThread(func() error {
			err := s.cmd.Start()
			log.Close()
			started <- err
			if err == nil {
				s.finish(s.cmd.Wait())
			}
			return err
		})
	}()
	if err := <-started; err != nil {
		return fmt.Errorf("start postgres: %w", err)
	}
	return nil
}

// arguments are the settings of the server. Its log must not hold what people told the registry:
// so neither statements nor the values of rows that were refused.
func (s *Server) arguments() []string {
	set := []string{
		"listen_addresses=", "port=5432", "unix_socket_permissions=0700",
		fmt.Sprint("max_connections=", s.set.MaxConnections),
		"log_min_error_statement=panic", "log_error_verbosity=terse", "log_timezone=UTC",
	}
	if s.set.Fast {
		set = append(set, "shared_buffers=32MB", "fsync=off", "full_page_writes=off")
	} else {
		set = append(set, "shared_buffers=128MB")
	}
	args := []string{"-D", s.data(), "-k", s.sockets}
	for _, one := range set {
		args = append(args, "-c", one)
	}
	return args
}

// environment is the whole of it: nothing of ours, least of all our secrets.
func (s *Server) environment() []string {
	return []string{"PATH=/usr/bin:/bin", "LC_ALL=" + locale, "TZ=UTC", "HOME=" + s.set.Dir}
}

// ready waits until the server answers, however long recovery takes, and makes our database.
func (s *Server) ready(ctx context.Context) error {
	for turn := 0; ; turn++ {
		err := s.ask(ctx)
		if err == nil {
			return nil
		}
		if isStarting(err) && turn == 100 { // two seconds
			s.say("PostgreSQL is recovering from a sudden end; this can take a while")
		}
		if !isStarting(err) && !isNotListening(err) {
			return fmt.Errorf("PostgreSQL in %s: %w", s.set.Dir, err)
		}
		select {
		case <-s.ended:
			return s.endedEarly()
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// ask connects once; a server without our database gets it.
func (s *Server) ask(ctx context.Context) error {
	_, err := s.query(ctx, Database, "select 1")
	if !isNoDatabase(err) {
		return err
	}
	_, err = s.query(ctx, "postgres", "create database "+Database)
	return err
}

// URL is where clients find a database of this server, in the form that pgx and psql take.
func (s *Server) URL(database string) string {
	u := url.URL{
		Scheme: "postgres", User: url.User(Database), Path: "/" + database,
		RawQuery: url.Values{"host": {s.sockets}, "port": {"5432"}, "sslmode": {"disable"}}.Encode(),
	}
	return u.String()
}

// Died gives one error if PostgreSQL ends although nobody stopped it. It is closed, without an
// error, after Stop.
func (s *Server) Died() <-chan error { return s.died }
