//go:build unix

package devstack

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestRowsOutliveAKilledPostmaster(t *testing.T) {
	t.Parallel()
	dir := room(t)
	s := startAs(t, dir, false) // as people run it, not as tests do
	s.sql(t, "create table cases (no text)")
	s.sql(t, "insert into cases select '劳人仲案' || n from generate_series(1, 2000) n")
	killPostmaster(t, s)
	if err := <-s.Died(); err == nil {
		t.Error("Died() gave no error, want one that says that PostgreSQL ended")
	}
	stop(t, s)

	s = startAs(t, dir, false)
	if got := s.sql(t, "select count(*) from cases"); got != "2000" {
		t.Errorf("cases after the crash = %s, want 2000", got)
	}
}

func TestSecondStartNamesTheProcess(t *testing.T) {
	t.Parallel()
	s := start(t, room(t))
	_, err := Start(t.Context(), Postgres{Bin: s.set.Bin, Dir: s.set.Dir, Fast: true})
	names(t, err, strconv.Itoa(os.Getpid()), s.set.Dir, "TIAOCAI_DATA_DIR")
	if got := s.sql(t, "select 1"); got != "1" {
		t.Errorf("select 1 = %q after the refused start, want 1", got)
	}
}

func TestStopLeavesNothingRunning(t *testing.T) {
	t.Parallel()
	dir := room(t)
	s := start(t, dir)
	s.sql(t, "create table kept (n int)")
	stop(t, s)
	stop(t, s) // a second time does nothing
	if err, open := <-s.Died(); open {
		t.Errorf("Died() = %v after Stop, want it closed", err)
	}
	if n := glob(t, dir, "run", ".s*") + glob(t, dir, "data", "postmaster.pid"); n != 0 {
		t.Errorf("%d files of a running server are left", n)
	}
	if err := syscall.Kill(-s.cmd.Process.Pid, 0); err != syscall.ESRCH {
		t.Errorf("the process group still answers: %v", err)
	}
	if log := s.logTail(); !strings.Contains(log, "database system is shut down") {
		t.Errorf("the log does not end in order:\n%s", log)
	}
	start(t, dir).sql(t, "select * from kept")
}

func TestDeepFolderPutsTheSocketElsewhere(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(room(t), strings.Repeat("很深的文件夹/", 8), "pg")
	s := start(t, dir)
	if !fits(s.sockets) || strings.HasPrefix(s.sockets, dir) {
		t.Errorf("sockets in %s, want a short folder", s.sockets)
	}
	s.sql(t, "create table kept (n int)")
	killPostmaster(t, s)
	left := s.sockets
	again := start(t, room(t)) // another folder is not disturbed
	s.child.Close()            // as if our own process had been killed: nothing is tidied
	letGo(s.lock)

	s = start(t, dir)
	s.sql(t, "select * from kept")
	again.sql(t, "select 1")
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Errorf("%s of the killed server is still there", left)
	}
	stop(t, s)
	if _, err := os.Stat(s.sockets); !os.IsNotExist(err) {
		t.Errorf("%s is still there after Stop", s.sockets)
	}
}

func TestDatabaseKnowsChinese(t *testing.T) {
	t.Parallel()
	s := start(t, room(t))
	if got := s.sql(t, "select '工资' ~ '^[[:alpha:]]+$'"); got != "t" {
		t.Errorf("Chinese characters are letters = %s, want t", got)
	}
	if got := s.sql(t, "show server_encoding"); got != "UTF8" {
		t.Errorf("encoding = %s, want UTF8", got)
	}
	if got := s.sql(t, "show listen_addresses"); got != "" {
		t.Errorf("listens on %q, want the Unix socket only", got)
	}
	if want := "postgres://tiaocai@/t_1?host="; !strings.HasPrefix(s.URL("t_1"), want) {
		t.Errorf("URL = %s, want %s…", s.URL("t_1"), want)
	}
}

func TestStaleNumberOfAnotherProgram(t *testing.T) {
	t.Parallel()
	dir := room(t)
	s := start(t, dir)
	s.sql(t, "create table kept (n int)")
	killPostmaster(t, s)
	stop(t, s)

	other := exec.Command("sleep", "600") // the number of the dead postmaster now belongs to this
	other.SysProcAttr = childAttr(s.low, syscall.SIGKILL)
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.Process.Kill(); _ = other.Wait() })
	path := filepath.Join(s.data(), "postmaster.pid")
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(old), "\n")
	if err := os.WriteFile(path, []byte(strconv.Itoa(other.Process.Pid)+"\n"+rest), 0o600); err != nil {
		t.Fatal(err)
	}
	start(t, dir).sql(t, "select * from kept")
}

func TestDataOfAnotherVersionIsNamed(t *testing.T) {
	t.Parallel()
	s := start(t, room(t))
	stop(t, s)
	if err := os.WriteFile(filepath.Join(s.data(), "PG_VERSION"), []byte("9\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Start(t.Context(), s.set)
	names(t, err, "PostgreSQL 9", "TIAOCAI_PG_BIN", s.data())
}

func TestBrokenDataShowsTheLog(t *testing.T) {
	t.Parallel()
	s := start(t, room(t))
	stop(t, s)
	if err := os.WriteFile(filepath.Join(s.data(), "postgresql.conf"), []byte("nonsense = 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Start(t.Context(), s.set)
	names(t, err, "nonsense", "postgres.log")
}

func TestClosedFolderIsNamed(t *testing.T) {
	t.Parallel()
	closed := filepath.Join(room(t), "closed")
	mode := os.FileMode(0o700) // root may write in it, the low user can't enter it
	if os.Geteuid() != 0 {
		mode = 0o500
	}
	if err := os.Mkdir(closed, mode); err != nil {
		t.Fatal(err)
	}
	_, err := Start(t.Context(), Postgres{Bin: bin(t), Dir: filepath.Join(closed, "pg"), Fast: true})
	names(t, err, closed, "TIAOCAI_DATA_DIR")
}

func TestGivenUpStartFreesTheFolder(t *testing.T) {
	t.Parallel()
	dir := room(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Start(ctx, Postgres{Bin: bin(t), Dir: dir, Fast: true}); err == nil {
		t.Error("Start with an ended context = nil, want an error")
	}
	start(t, dir).sql(t, "select 1")
}

func TestOnlyAbandonedFoldersAreRemoved(t *testing.T) {
	t.Parallel()
	root := room(t)
	for _, name := range []string{"old", "young", "foreign", "used"} {
		if err := os.Mkdir(filepath.Join(root, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	long := time.Now().Add(-time.Hour)
	for _, name := range []string{"old", "young", "used"} {
		f, err := takeLock(filepath.Join(root, name, "lock"))
		if err != nil {
			t.Fatal(err)
		}
		if name == "used" {
			defer letGo(f)
		} else {
			letGo(f)
		}
		if name != "young" {
			if err := os.Chtimes(f.Name(), long, long); err != nil {
				t.Fatal(err)
			}
		}
	}
	RemoveAbandoned(filepath.Join(root, "*"))
	for name, want := range map[string]int{"old": 0, "young": 1, "foreign": 1, "used": 1} {
		if got := glob(t, root, name); got != want {
			t.Errorf("%s is there: %d, want %d", name, got, want)
		}
	}
}
