package testdb

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tiaocai/server/devstack"
)

// ending says to the test binary, run once more as a child, how its TestAsChild ends.
const ending = "TESTDB_ENDING"

// TestAsChild does something only in a child of the tests below: it takes a database, says in which
// folder the server runs, and ends as it was told.
func TestAsChild(t *testing.T) {
	how := os.Getenv(ending)
	if how == "" {
		return
	}
	New(t, schema)
	os.Stdout.WriteString(running.dir + "\n")
	switch how {
	case "panic":
		panic("as told")
	case "fail":
		t.Fatal("as told")
	case "hang":
		select {}
	}
}

// child runs the test binary again and returns it with the folder of its server.
func child(t *testing.T, how string) (cmd *exec.Cmd, dir string) {
	t.Helper()
	cmd = exec.Command("/proc/self/exe", "-test.run", "^TestAsChild$")
	cmd.Env = append(os.Environ(), ending+"="+how)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	r := bufio.NewReader(out)
	line, err := r.ReadString('\n')
	if err != nil || !strings.Contains(line, dirPattern) {
		t.Fatalf("the child says %q, %v; want the folder of its server", line, err)
	}
	if how == "hang" {
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
	}
	_, _ = io.Copy(io.Discard, r)
	return cmd, strings.TrimSpace(line)
}

func TestMainStopsTheServerAndKeepsTheExitCode(t *testing.T) {
	t.Parallel()
	for how, want := range map[string]int{"pass": 0, "fail": 1} {
		cmd, dir := child(t, how)
		_ = cmd.Wait()
		if got := cmd.ProcessState.ExitCode(); got != want {
			t.Errorf("%s: exit code %d, want %d", how, got, want)
		}
		if _, err := os.Stat(dir); !os.IsNotExist(err) {
			t.Errorf("%s: the folder %s is still there", how, dir)
		}
	}
}

func TestServerEndsWithAKilledProcess(t *testing.T) {
	t.Parallel()
	h, err := theHost()
	if err != nil {
		t.Fatal(err)
	}
	for _, how := range []string{"panic", "hang"} {
		cmd, dir := child(t, how)
		t.Cleanup(func() { os.RemoveAll(dir) })
		if err := cmd.Wait(); err == nil {
			t.Errorf("%s: the child ended well, want a bad end", how)
		}
		// Start waits until every process of the old server is gone, and refuses if it stays.
		s, err := devstack.Start(t.Context(), devstack.Postgres{Bin: h.bin, Dir: dir, Fast: true})
		if err != nil {
			t.Fatalf("%s: %v", how, err)
		}
		if err := s.Stop(t.Context()); err != nil {
			t.Errorf("%s: %v", how, err)
		}
		log, err := os.ReadFile(filepath.Join(dir, "postgres.log"))
		if err != nil || strings.Contains(string(log), "was interrupted") {
			t.Errorf("%s: the server did not end in order, %v:\n%s", how, err, log)
		}
	}
}
