package e2e

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"tiaocai/server/casework"
	"tiaocai/server/config"
	"tiaocai/server/evidence"
	"tiaocai/server/testkit"
)

// binary builds the program once, as people install it.
var binary = sync.OnceValues(func() (string, error) {
	bin := filepath.Join(workshop, "server")
	out, err := exec.Command("go", "build", "-o", bin, "tiaocai/server").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%w\n%s", err, out)
	}
	return bin, err
})

// process is the real program as a child on the database and the folder of a kit.
type process struct {
	*testkit.Kit
	cmd  *exec.Cmd
	out  *testkit.Buffer
	done chan error
}

// s3Settings names a bucket on the MinIO of all journeys.
func s3Settings(bucket string) []string {
	return []string{"TIAOCAI_S3_ENDPOINT=" + minio.Endpoint, "TIAOCAI_S3_ACCESS_KEY=" + minio.AccessKey,
		"TIAOCAI_S3_SECRET_KEY=" + minio.SecretKey, "TIAOCAI_S3_BUCKET=" + bucket, "TIAOCAI_S3_TLS=0"}
}

// bothStores runs a test on a disk and on MinIO.
func bothStores(t *testing.T, test func(t *testing.T, settings []string)) {
	for name, settings := range map[string][]string{"disk": nil, "minio": s3Settings(bucketName(t))} {
		t.Run(name, func(t *testing.T) { test(t, settings) })
	}
}

// bucketName is a bucket of the test's own.
func bucketName(t *testing.T) string {
	sum := sha256.Sum256([]byte(t.Name() + testkit.NewKey()))
	return fmt.Sprintf("b%x", sum[:12])
}

func program(t *testing.T, k *testkit.Kit, settings []string, args ...string) *exec.Cmd {
	t.Helper()
	bin, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(bin, args...)
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "TIAOCAI_") {
			cmd.Env = append(cmd.Env, e)
		}
	}
	cmd.Env = append(cmd.Env, "TIAOCAI_ADDR=127.0.0.1:0", "TIAOCAI_DATABASE_URL="+k.DSN, "TIAOCAI_KEYSET="+filepath.Join(k.Dir, "keys.json"),
		"TIAOCAI_DATA_DIR="+filepath.Join(k.Dir, "data"), "TIAOCAI_CACHE_DIR="+filepath.Join(k.Dir, "cache"), "TIAOCAI_SINGLE=1")
	cmd.Env = append(cmd.Env, settings...)
	return cmd
}

// say runs a command of the program to its end and gives what it said.
func say(t *testing.T, k *testkit.Kit, settings []string, args ...string) (string, error) {
	t.Helper()
	out, err := program(t, k, settings, args...).CombinedOutput()
	return string(out), err
}

var listens = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// launch starts the program and points the kit's clients at it.
func launch(t *testing.T, k *testkit.Kit, settings []string, wrap ...string) *process {
	t.Helper()
	p := &process{Kit: k, cmd: program(t, k, settings), out: &testkit.Buffer{}, done: make(chan error, 1)}
	if len(wrap) > 0 {
		p.cmd.Args = append(wrap, p.cmd.Path)
		path, err := exec.LookPath(wrap[0])
		if err != nil {
			t.Fatal(err)
		}
		p.cmd.Path = path
	}
	p.cmd.Stderr = p.out
	pipe, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.cmd.Process.Kill() })
	found := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(pipe); lines.Scan(); {
			fmt.Fprintln(p.out, lines.Text())
			if u := listens.FindString(lines.Text()); u != "" && len(found) == 0 {
				found <- u
			}
		}
		p.done <- p.cmd.Wait()
	}()
	select {
	case k.Base = <-found:
	case <-p.done:
		t.Fatalf("it ended: %s", p.out)
	case <-time.After(2 * time.Minute):
		t.Fatalf("it never said where it is: %s", p.out)
	}
	return p
}

// killed waits until the process was ended by SIGKILL.
func (p *process) killed() {
	p.T.Helper()
	select {
	case <-p.done:
		if s, ok := p.cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || s.Signal() != syscall.SIGKILL {
			p.T.Fatalf("it ended as %s: %s", p.cmd.ProcessState, p.out)
		}
	case <-time.After(time.Minute):
		p.T.Fatal("it was not killed")
	}
}

// stop ends the process in order.
func (p *process) stop() {
	p.T.Helper()
	p.cmd.Process.Signal(os.Interrupt)
	select {
	case err := <-p.done:
		if err != nil {
			p.T.Errorf("stop: %v\n%s", err, p.out)
		}
	case <-time.After(time.Minute):
		p.T.Fatal("it does not stop")
	}
}

// beforehand opens a case with two parties who are told by SMS, on a program in this process, and
// closes that program when everything was delivered.
func beforehand(t *testing.T, settings []string) (k *testkit.Kit, ref string) {
	t.Helper()
	k = testkit.Start(t, testkit.Settings{Day: time.Now().In(time.FixedZone("", 8*3600)).Format("2006-01-02"), Env: settings})
	in := k.As("lian")
	var d struct{ Ref string }
	in.Want(200, in.Do("POST", "/api/v1/cases", j{"ask": "arbitration",
		"applicants":  []j{{"kind": "worker", "name": "张三", "phone": "13857612345"}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某有限公司", "phone": "0576-87770001"}},
		"claims":      []j{{"code": "M01", "amount": "1000.00"}}}), &d)
	until(t, k, "select count(*)::text from messages where state <> 'sent'", "0")
	if err := k.Stop(); err != nil {
		t.Fatal(err)
	}
	return k, d.Ref
}

// until waits for a state of the database.
func until(t *testing.T, k *testkit.Kit, q, want string) {
	t.Helper()
	for end := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		got := one(t, k, q)
		if got == want {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("%s = %s, want %s", q, got, want)
		}
	}
}

// hand streams a file as multipart, without ever holding it.
func hand(k *testkit.Kit, token, ref, key, name string, content io.Reader) (status int, body []byte, err error) {
	r, w := io.Pipe()
	form := multipart.NewWriter(w)
	go func() {
		for field, value := range map[string]string{"title": "录音", "proves": "拖欠", "side": "applicant"} {
			form.WriteField(field, value)
		}
		file, err := form.CreateFormFile("file", name)
		if err == nil {
			_, err = io.Copy(file, content)
		}
		if err == nil {
			err = form.Close()
		}
		w.CloseWithError(err)
	}()
	req, err := http.NewRequest("POST", k.Base+"/api/v1/cases/"+ref+"/file-evidence", r)
	if err != nil {
		return 0, nil, err
	}
	req.Header.Set("Content-Type", form.FormDataContentType())
	req.Header.Set("Idempotency-Key", key)
	req.Header.Set("Authorization", "Bearer "+token)
	res, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(req)
	if err != nil {
		r.CloseWithError(err)
		return 0, nil, err
	}
	defer res.Body.Close()
	body, err = io.ReadAll(res.Body)
	return res.StatusCode, body, err
}

// storeOf opens the store of a kit's program from outside.
func storeOf(t *testing.T, k *testkit.Kit, settings []string) evidence.Store {
	t.Helper()
	if settings == nil {
		d, err := evidence.NewDisk(filepath.Join(k.Dir, "data", "evidence"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		return d
	}
	c := evidence.S3Config{Endpoint: minio.Endpoint, AccessKey: minio.AccessKey, SecretKey: minio.SecretKey}
	for _, s := range settings {
		if b, ok := strings.CutPrefix(s, "TIAOCAI_S3_BUCKET="); ok {
			c.Bucket = b
		}
	}
	s, err := evidence.NewS3(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// rowsHaveObjects compares every row with its object and gives how many rows there are.
func rowsHaveObjects(t *testing.T, k *testkit.Kit, store evidence.Store) int {
	t.Helper()
	all := one(t, k, `select coalesce(string_agg(object_key || ' ' || object_version || ' ' || encode(digest, 'hex'), E'\n' order by id), '') from exhibits`)
	if all == "" {
		return 0
	}
	rows := strings.Split(all, "\n")
	for _, row := range rows {
		f := strings.Split(row, " ")
		body, err := store.Open(context.Background(), f[0], f[1], 0, -1)
		if err != nil {
			t.Errorf("a row without its object: %s: %v", row, err)
			continue
		}
		h := sha256.New()
		io.Copy(h, body)
		body.Close()
		if got := fmt.Sprintf("%x", h.Sum(nil)); got != f[2] {
			t.Errorf("the object of %s has the SHA-256 %s", row, got)
		}
	}
	return len(rows)
}

// objects counts the versions that a store keeps of evidence.
func objects(t *testing.T, store evidence.Store) (n int) {
	t.Helper()
	err := store.List(context.Background(), "c1/", func(evidence.Info) error { n++; return nil })
	if err != nil {
		t.Fatal(err)
	}
	return n
}

var recording = append([]byte("RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00"), bytes.Repeat([]byte("声音"), 50000)...)

// A process killed at any point between object, row and message leaves no row without its object, and
// the client's retry no second exhibit and no second message. What is left over goes after a day.
func TestKilledBetweenObjectRowAndMessage(t *testing.T) {
	t.Parallel()
	for _, point := range []string{"after-object", "before-commit", "after-commit", "before-message"} {
		t.Run(point, func(t *testing.T) {
			bothStores(t, func(t *testing.T, settings []string) { t.Parallel(); killedAt(t, point, settings) })
		})
	}
}

func killedAt(t *testing.T, point string, settings []string) {
	k, ref := beforehand(t, settings)
	p := launch(t, k, append([]string{"TIAOCAI_FAIL_AT=" + point}, settings...))
	const key = "the-one-and-only-key"
	status, _, err := hand(k, k.As("lian").Token, ref, key, "录音.wav", bytes.NewReader(recording))
	if err == nil && point != "before-message" {
		t.Fatalf("the client was answered %d", status)
	}
	p.killed()
	store := storeOf(t, k, settings)
	if n, want := rowsHaveObjects(t, k, store), map[string]int{"after-commit": 1, "before-message": 1}[point]; n != want {
		t.Errorf("%d rows after the kill, want %d", n, want)
	}
	if n := objects(t, store); n != 1 {
		t.Errorf("%d objects after the kill, want 1", n)
	}
	// two hours later: jobs that were running when the process died are taken up again
	execSQL(t, k, `update river_job set attempted_at = attempted_at - interval '2 hours' where state = 'running'`, `delete from river_leader`)

	p = launch(t, k, settings)
	in := k.As("lian")
	for range 2 {
		status, body, err := hand(k, in.Token, ref, key, "录音.wav", bytes.NewReader(recording))
		if err != nil || status != 200 || !strings.Contains(string(body), `"exhibit":"申1"`) {
			t.Fatalf("the retry: %d %s %v", status, body, err)
		}
	}
	if n := rowsHaveObjects(t, k, store); n != 1 {
		t.Errorf("%d exhibits, want 1", n)
	}
	until(t, k, `select count(*) || ' ' || count(sent_at) from messages where name = 'evidence-filed'`, "2 2")
	until(t, k, `select count(*) || ' ' || count(*) filter (where state = 'completed') from river_job where kind = 'deliver'
		and (args->>'message')::bigint in (select id from messages where name = 'evidence-filed')`, "2 2")
	x := in.See(ref).Exhibits
	if len(x) != 1 {
		t.Fatalf("the case shows %d exhibits, want 1", len(x))
	}
	if a := in.Do("GET", fmt.Sprintf("/api/v1/cases/%s/exhibits/%d", ref, x[0].ID), nil); !bytes.Equal(a.Body, recording) {
		t.Errorf("downloaded %d bytes with %d", len(a.Body), a.Status)
	}
	p.stop()

	k.Clock.Set(time.Now().AddDate(0, 0, 2).Format("2006-01-02"))
	later := k.Program(settings)
	defer later.Close()
	if _, err := later.Desk.SweepOrphans(t.Context()); err != nil {
		t.Errorf("sweep: %v", err)
	}
	if n := objects(t, store); n != 1 || rowsHaveObjects(t, k, store) != 1 {
		t.Errorf("%d objects after the sweep, want the one with a row", n)
	}
}

// Every fail point can be set, so that none is left untried because of a typing error.
func TestEveryFailPointCanBeSet(t *testing.T) {
	t.Parallel()
	for _, point := range casework.FailPoints() {
		if c, err := config.FromEnviron([]string{"TIAOCAI_ADDR=127.0.0.1:0", "TIAOCAI_FAIL_AT=" + point}); err != nil || c.FailAt != point {
			t.Errorf("%s: %q, %v", point, c.FailAt, err)
		}
	}
}
