package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

var binary string

// TestMain builds the program once; the tests start it as people do.
func TestMain(m *testing.M) { os.Exit(built(m)) }

func built(m *testing.M) int {
	dir, err := os.MkdirTemp("", "tiaocai-main-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	os.Chmod(dir, 0o755)
	binary = filepath.Join(dir, "server")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s\n", out)
		return 1
	}
	return m.Run()
}

// running is one started server.
type running struct {
	t    *testing.T
	cmd  *exec.Cmd
	url  string
	out  *bytes.Buffer
	done chan error
}

func environ(dir string) []string {
	env := []string{"TIAOCAI_DATA_DIR=" + filepath.Join(dir, "data"), "TIAOCAI_CACHE_DIR=" + filepath.Join(dir, "cache"), "TIAOCAI_ADDR=127.0.0.1:0"}
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "TIAOCAI_") {
			env = append(env, e)
		}
	}
	return env
}

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// start starts the server on a folder and waits until it says where it is.
func start(t *testing.T, dir string) *running {
	t.Helper()
	r := &running{t: t, cmd: exec.Command(binary), out: &bytes.Buffer{}, done: make(chan error, 1)}
	r.cmd.Env = environ(dir)
	r.cmd.Stderr = io.Discard
	pipe, err := r.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	found := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(pipe)
		for lines.Scan() {
			r.out.WriteString(lines.Text() + "\n")
			if u := address.FindString(lines.Text()); u != "" {
				select {
				case found <- u:
				default:
				}
			}
		}
		r.done <- r.cmd.Wait()
	}()
	select {
	case r.url = <-found:
	case <-r.done:
		t.Fatalf("it ended: %s", r.out)
	case <-time.After(2 * time.Minute):
		r.cmd.Process.Kill()
		t.Fatal("it never said where it is")
	}
	t.Cleanup(func() { r.cmd.Process.Kill() })
	return r
}

func (r *running) get(path string) (int, string) {
	r.t.Helper()
	res, err := http.Get(r.url + path)
	if err != nil {
		r.t.Fatal(err)
	}
	defer res.Body.Close()
	b, _ := io.ReadAll(res.Body)
	return res.StatusCode, string(b)
}

// ends waits until the process is gone.
func (r *running) ends() error {
	r.t.Helper()
	select {
	case err := <-r.done:
		return err
	case <-time.After(time.Minute):
		r.t.Fatal("it does not end")
		return nil
	}
}

func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "tiaocai-main-data-")
	if err != nil {
		t.Fatal(err)
	}
	os.Chmod(dir, 0o755)
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// One command starts everything; Ctrl-C stops it cleanly; a second process on the same data says
// who holds it; after kill -9 of either part the next start has the data.
func TestStartStopAndPulledPlugs(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	r := start(t, dir)
	if code, body := r.get("/readyz"); code != 200 {
		t.Fatalf("readyz = %d %s", code, body)
	}
	if !strings.Contains(r.out.String(), "worker") || !strings.Contains(r.out.String(), "tiaocai-demo") {
		time.Sleep(100 * time.Millisecond)
	}
	second := exec.Command(binary)
	second.Env = environ(dir)
	out, err := second.CombinedOutput()
	if err == nil || !strings.Contains(string(out), fmt.Sprint(r.cmd.Process.Pid)) {
		t.Errorf("a second process = %v\n%s\nwant the pid %d", err, out, r.cmd.Process.Pid)
	}
	token := signIn(t, r)
	ref := openCase(t, r, token)

	r.cmd.Process.Signal(syscall.SIGKILL) // the server
	r.ends()
	r = start(t, dir)
	mustSee(t, r, token, ref)

	postgres := postmaster(t, dir)
	syscall.Kill(postgres, syscall.SIGKILL) // its PostgreSQL
	if err := r.ends(); err == nil {
		t.Error("with its PostgreSQL gone it ended without an error")
	}
	r = start(t, dir)
	mustSee(t, r, token, ref)

	r.cmd.Process.Signal(os.Interrupt)
	if err := r.ends(); err != nil {
		t.Errorf("Ctrl-C: %v\n%s", err, r.out)
	}
	verify := exec.Command(binary, "verify")
	verify.Env = environ(dir)
	if out, err := verify.CombinedOutput(); err != nil || !regexp.MustCompile(`(?m)^3\d\d 件案件，\d+ 条记录`).Match(out) {
		t.Errorf("verify: %v\n%s", err, out)
	}
}

func signIn(t *testing.T, r *running) string {
	t.Helper()
	res, err := http.Post(r.url+"/api/v1/tokens", "application/json", strings.NewReader(`{"login":"worker","password":"tiaocai-demo"}`))
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, _ := io.ReadAll(res.Body)
	return field(t, b, "token")
}

func openCase(t *testing.T, r *running, token string) string {
	t.Helper()
	req, _ := http.NewRequest("POST", r.url+"/api/v1/cases", strings.NewReader(`{"ask":"consultation","applicants":[{"kind":"worker","name":"林小芬"}]}`))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Idempotency-Key", "plug-pulled")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, _ := io.ReadAll(res.Body)
	return field(t, b, "ref")
}

func mustSee(t *testing.T, r *running, token, ref string) {
	t.Helper()
	req, _ := http.NewRequestWithContext(context.Background(), "GET", r.url+"/api/v1/cases/"+ref, nil)
	req.Header.Set("Authorization", "Bearer "+token)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != 200 {
		t.Errorf("the case is gone: %d", res.StatusCode)
	}
}

func field(t *testing.T, body []byte, name string) string {
	t.Helper()
	m := regexp.MustCompile(`"` + name + `":"([^"]+)"`).FindSubmatch(body)
	if m == nil {
		t.Fatalf("no %s in %s", name, body)
	}
	return string(m[1])
}

// postmaster is the process id of the server's own PostgreSQL.
func postmaster(t *testing.T, dir string) int {
	t.Helper()
	var pid int
	filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err == nil && filepath.Base(path) == "postmaster.pid" {
			b, _ := os.ReadFile(path)
			fmt.Sscan(string(b), &pid)
		}
		return nil
	})
	if pid == 0 {
		t.Fatal("no postmaster.pid")
	}
	return pid
}

func TestWrongSettingsAreNamed(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		env  []string
		args []string
		want string
	}{
		"a typo":                {[]string{"TIAOCAI_ADRR=1"}, []string{"config"}, "TIAOCAI_ADRR"},
		"not loopback":          {[]string{"TIAOCAI_ADDR=0.0.0.0:80"}, []string{"config"}, "TIAOCAI_ADDR"},
		"database without S3":   {[]string{"TIAOCAI_DATABASE_URL=postgres://x/y", "TIAOCAI_KEYSET=/tmp/k"}, []string{"config"}, "TIAOCAI_S3_ENDPOINT"},
		"database without keys": {[]string{"TIAOCAI_DATABASE_URL=postgres://x/y", "TIAOCAI_SINGLE=1"}, []string{"config"}, "TIAOCAI_KEYSET"},
		"no such command":       {nil, []string{"fly"}, "fly"},
	} {
		cmd := exec.Command(binary, tt.args...)
		cmd.Env = append(environ(t.TempDir()), tt.env...)
		out, err := cmd.CombinedOutput()
		if err == nil || !strings.Contains(string(out), tt.want) {
			t.Errorf("%s: %v\n%s\nwant a sentence naming %s", name, err, out, tt.want)
		}
	}
}

func TestHelpAndConfig(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--help"}, {"serve", "--help"}, {"verify", "--help"}, {"admin", "--help"}, {"config"}, {"version"}} {
		cmd := exec.Command(binary, args...)
		cmd.Env = append(environ(t.TempDir()), "TIAOCAI_S3_SECRET_KEY=hush", "TIAOCAI_S3_ACCESS_KEY=who", "TIAOCAI_S3_ENDPOINT=127.0.0.1:9", "TIAOCAI_S3_BUCKET=b")
		out, err := cmd.CombinedOutput()
		if err != nil || len(out) < 10 || strings.Contains(string(out), "hush") {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
	}
}
