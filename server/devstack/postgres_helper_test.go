//go:build unix

package devstack

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// The test binary is also the program that the tests kill: with this variable it starts a
// PostgreSQL in the folder named there, says where it is, and waits for its end.
const helperDir = "DEVSTACK_HELPER_DIR"

func init() {
	dir := os.Getenv(helperDir)
	if dir == "" {
		return
	}
	bin, _, err := FindPostgres(context.Background(), Places{Bin: os.Getenv("TIAOCAI_PG_BIN")})
	if err == nil {
		_, err = Start(context.Background(), Postgres{Bin: bin, Dir: dir, Fast: true})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("ready")
	select {}
}

// supervisor starts such a program.
func supervisor(t *testing.T, dir string) (*exec.Cmd, *bufio.Reader) {
	t.Helper()
	cmd := exec.Command("/proc/self/exe")
	cmd.Env = append(os.Environ(), helperDir+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return cmd, bufio.NewReader(out)
}

// bin is the PostgreSQL of the tests.
func bin(t *testing.T) string {
	t.Helper()
	_, cache := Folders()
	bin, _, err := FindPostgres(t.Context(), Places{Bin: os.Getenv("TIAOCAI_PG_BIN"), Cache: cache})
	if err != nil {
		t.Fatal(err)
	}
	return bin
}

// room makes a folder that the low user can reach, unlike t.TempDir.
func room(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "devstack-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// start runs a PostgreSQL until the end of the test.
func start(t *testing.T, dir string) *Server {
	t.Helper()
	return startAs(t, dir, true)
}

func startAs(t *testing.T, dir string, fast bool) *Server {
	t.Helper()
	s, err := Start(t.Context(), Postgres{Bin: bin(t), Dir: dir, Fast: fast, Log: func(line string) { t.Log(line) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(t, s) })
	return s
}

func stop(t *testing.T, s *Server) {
	t.Helper()
	if err := s.Stop(context.Background()); err != nil {
		t.Errorf("Stop() = %v, want a clean stop", err)
	}
}

// sql runs one statement and returns the first column, joined by spaces.
func (s *Server) sql(t *testing.T, statement string) string {
	t.Helper()
	rows, err := s.query(t.Context(), Database, statement)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	return strings.Join(rows, " ")
}

// killPostmaster ends it as a power cut would, and waits until it is gone.
func killPostmaster(t *testing.T, s *Server) {
	t.Helper()
	if err := syscall.Kill(s.cmd.Process.Pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	<-s.ended
}

// names fails unless the error is a Trouble with these words in both languages.
func names(t *testing.T, err error, words ...string) {
	t.Helper()
	tr, ok := err.(*Trouble)
	if !ok {
		t.Fatalf("error = %v (%T), want a Trouble", err, err)
	}
	for _, w := range words {
		if !strings.Contains(tr.ZH, w) || !strings.Contains(tr.EN, w) {
			t.Errorf("%q / %q do not name %q", tr.ZH, tr.EN, w)
		}
	}
}

// glob is how many files fit the pattern.
func glob(t *testing.T, parts ...string) int {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return len(found)
}
