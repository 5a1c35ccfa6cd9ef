package devstack

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

func TestKilledSupervisor(t *testing.T) {
	t.Parallel()
	dir := room(t)
	for range 3 { // each time the kernel stops PostgreSQL, and the next one starts at once
		helper, out := supervisor(t, dir)
		if line, err := out.ReadString('\n'); line != "ready\n" {
			t.Fatalf("the supervisor says %q, %v; want ready", line, err)
		}
		if err := helper.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = helper.Wait()
	}
	s := start(t, dir)
	if got := s.sql(t, "select current_database()"); got != Database {
		t.Errorf("database = %s, want %s", got, Database)
	}
}

func TestSupervisorKilledInInitdb(t *testing.T) {
	t.Parallel()
	dir := room(t)
	helper, out := supervisor(t, dir)
	for glob(t, dir, "data.tmp-*", "base") == 0 {
		if glob(t, dir, "data") != 0 {
			t.Fatal("initdb ended before it could be interrupted")
		}
	}
	if err := helper.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if rest, _ := io.ReadAll(out); len(rest) != 0 {
		t.Fatalf("the supervisor got as far as %q", rest)
	}
	_ = helper.Wait()
	start(t, dir).sql(t, "select 1")
	if n := glob(t, dir, "data.tmp-*"); n != 0 {
		t.Errorf("%d unfinished data folders are left", n)
	}
}

// TestAsOrdinaryUser runs the tests of this file's neighbours once more as the user nobody, with a
// home of its own. An ordinary user who runs the tests has seen just that already.
func TestAsOrdinaryUser(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		return
	}
	home := room(t)
	nobody := &account{name: "nobody", uid: 65534, gid: 65534}
	program := filepath.Join(home, "devstack.test") // the one in use lies in a folder closed to others
	copyFile(t, "/proc/self/exe", program)
	if err := nobody.give(home); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-test.v", "-test.run",
		"Killed|SecondStart|StopLeaves|DeepFolder|Chinese|Stale|ClosedFolder|Folders")
	cmd.Dir = home
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + home, "TMPDIR=" + home, "TIAOCAI_PG_BIN=" + bin(t)}
	cmd.SysProcAttr = childAttr(nobody, syscall.SIGKILL)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("as nobody: %v\n%s", err, out)
	}
	t.Logf("as nobody:\n%s", out)
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
