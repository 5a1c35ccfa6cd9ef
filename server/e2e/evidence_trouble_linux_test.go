package e2e

import (
	"bytes"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"tiaocai/server/devstack"
	"tiaocai/server/evidence"
	"tiaocai/server/testkit"
)

// A store that turns our key away is told in words, to the people as 503 and to the administrators by
// an alarm; nothing is kept and nothing breaks.
func TestTheStoreRefusesOurKey(t *testing.T) {
	t.Parallel()
	settings := s3Settings(bucketName(t))
	k := testkit.Start(t, testkit.Settings{Env: settings})
	in := k.As("lian")
	ref := file(k, in, "").Ref
	in.Want(200, in.Upload(ref, filing, "a.txt", []byte("first words\n")), nil)
	if err := k.Stop(); err != nil {
		t.Fatal(err)
	}
	settings[2] = "TIAOCAI_S3_SECRET_KEY=this-is-not-it"
	wrong := k.Program(settings)
	defer wrong.Close()
	if got := wrong.Desk.EvidenceSealing().Kind; got != evidence.SealUnknown {
		t.Errorf("the sealing of a store that refuses us = %s", got)
	}
	if n := strings.Count(k.Log.String(), evidence.CodeRefused); n == 0 {
		t.Error("no alarm at the start")
	}
	for what, a := range map[string]testkit.Answer{
		"upload":   in.Upload(ref, filing, "b.txt", []byte("second words\n")),
		"download": in.Do("GET", "/api/v1/cases/"+ref+"/exhibits/1", nil),
		"a part":   in.Do("GET", "/api/v1/cases/"+ref+"/exhibits/1", nil, "Range", "bytes=0-3"),
	} {
		if a.Status != 503 || a.Code() != evidence.CodeRefused || !strings.Contains(string(a.Body), "The store refuses our key") || a.Header.Get("Retry-After") == "" {
			t.Errorf("%s = %d %s", what, a.Status, a.Body)
		}
	}
	if n := one(t, k, "select count(*)::text from exhibits"); n != "1" {
		t.Errorf("%s exhibits, want 1", n)
	}
	if !strings.Contains(k.Log.String(), `"ALARM","what":"evidence-store-refuses"`) {
		t.Errorf("no alarm")
	}
}

// door is a way to a server that can be shut, and that may run a deed after some bytes went through.
type door struct {
	net.Listener
	to    string
	shut  atomic.Bool
	mu    sync.Mutex
	bytes int64
	after int64
	deed  func()
}

func newDoor(t *testing.T, to string) *door {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	d := &door{Listener: l, to: to}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go d.pass(c)
		}
	}()
	return d
}

func (d *door) pass(c net.Conn) {
	defer c.Close()
	if d.shut.Load() {
		return
	}
	s, err := net.Dial("tcp", d.to)
	if err != nil {
		return
	}
	defer s.Close()
	go func() { io.Copy(c, s); c.Close() }()
	io.Copy(io.MultiWriter(s, counted{d}), c)
}

type counted struct{ *door }

func (d counted) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.bytes += int64(len(p)); d.deed != nil && d.bytes > d.after {
		d.deed()
		d.deed = nil
	}
	return len(p), nil
}

// A store that is down at the start is asked again once it is up: the first receipt tells what it can.
func TestAStoreThatComesLateIsProbed(t *testing.T) {
	t.Parallel()
	way := newDoor(t, minio.Endpoint)
	way.shut.Store(true)
	settings := s3Settings(bucketName(t))
	settings[0] = "TIAOCAI_S3_ENDPOINT=" + way.Addr().String()
	k := testkit.Start(t, testkit.Settings{Env: settings})
	if got := k.P.Desk.EvidenceSealing(); got.Kind != evidence.SealUnknown || got.Says.ZH == "" {
		t.Errorf("while it is down: %+v", got)
	}
	in := k.As("lian")
	ref := file(k, in, "").Ref
	if a := in.Upload(ref, filing, "a.txt", []byte("first words\n")); a.Status != 503 {
		t.Errorf("upload while it is down = %d", a.Status)
	}
	way.shut.Store(false)
	a := in.Upload(ref, filing, "a.txt", []byte("first words\n"))
	if a.Status != 200 || !strings.Contains(string(a.Body), `"kind":"locked"`) {
		t.Errorf("upload once it is up = %d %s", a.Status, a.Body)
	}
	until(t, k, "select count(*)::text from exhibits where retained_until = keep_until", "1")
}

// A store that is stopped in the middle of an upload is told as such; nothing of it is left, and the
// same request goes through once the store is back.
func TestTheStoreStopsInTheMiddle(t *testing.T) {
	t.Parallel()
	_, cache := devstack.Folders()
	bin, err := devstack.FindMinIO(t.Context(), cache)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	own, err := devstack.StartMinIO(t.Context(), bin, dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(own.Stop)
	way := newDoor(t, own.Endpoint)
	settings := []string{"TIAOCAI_S3_ENDPOINT=" + way.Addr().String(), "TIAOCAI_S3_ACCESS_KEY=" + own.AccessKey,
		"TIAOCAI_S3_SECRET_KEY=" + own.SecretKey, "TIAOCAI_S3_BUCKET=middle", "TIAOCAI_S3_TLS=0"}
	k := testkit.Start(t, testkit.Settings{Env: settings})
	in := k.As("lian")
	ref := file(k, in, "").Ref
	content := append(recording[:1000:1000], bytes.Repeat([]byte("0123456789abcdef"), 2<<20)...) // 32 MB
	way.mu.Lock()
	way.after, way.deed = way.bytes+16<<20, func() { own.Stop(); way.shut.Store(true) }
	way.mu.Unlock()
	a := in.Upload(ref, filing, "a.wav", content, "Idempotency-Key", "stopped-in-the-middle")
	if a.Status != 503 || a.Header.Get("Retry-After") == "" || a.Code() != "evidence-store-unavailable" {
		t.Errorf("the upload = %d %s", a.Status, a.Body)
	}
	if !way.shut.Load() {
		t.Fatal("the store was not stopped")
	}
	if n := one(t, k, "select count(*)::text from exhibits"); n != "0" {
		t.Errorf("%s exhibits, want none", n)
	}
	if left, _ := filepath.Glob(filepath.Join(k.Dir, "data", "incoming", "*")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	back, err := devstack.StartMinIO(t.Context(), bin, dir) // with keys of its own: its users are not on the disk
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(back.Stop)
	store, err := evidence.NewS3(evidence.S3Config{Endpoint: back.Endpoint, AccessKey: back.AccessKey, SecretKey: back.SecretKey, Bucket: "middle"})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if n := objects(t, store); n != 0 {
		t.Errorf("%d objects of an upload that broke off, want none", n)
	}
	k.Stop()
	p := k.Program([]string{"TIAOCAI_S3_ENDPOINT=" + back.Endpoint, "TIAOCAI_S3_ACCESS_KEY=" + back.AccessKey,
		"TIAOCAI_S3_SECRET_KEY=" + back.SecretKey, "TIAOCAI_S3_BUCKET=middle", "TIAOCAI_S3_TLS=0"})
	defer p.Close()
	if a := in.Upload(ref, filing, "a.wav", content, "Idempotency-Key", "stopped-in-the-middle"); a.Status != 200 {
		t.Errorf("the retry = %d %s", a.Status, a.Body)
	}
	if n := rowsHaveObjects(t, k, store); n != 1 {
		t.Errorf("%d exhibits after the retry, want 1", n)
	}
}

// A disk that takes no more is told in words and leaves nothing behind; what was there goes on. The
// limit on file sizes stands for the full disk, because nobody needs to be root to set it.
func TestTheDiskIsFull(t *testing.T) {
	t.Parallel()
	k, ref := beforehand(t, nil)
	p := launch(t, k, nil, "sh", "-c", `ulimit -f 8192; exec "$0"`) // blocks of 512 bytes: 4 MB
	in := k.As("lian")
	if a := in.Upload(ref, filing, "small.wav", recording); a.Status != 200 {
		t.Fatalf("a small one = %d %s", a.Status, a.Body)
	}
	content := append(recording[:1000:1000], make([]byte, 6<<20)...)
	a := in.Upload(ref, filing, "large.wav", content)
	if a.Status != 503 || a.Header.Get("Retry-After") == "" || a.Code() != "evidence-store-unavailable" {
		t.Errorf("a large one = %d %s", a.Status, a.Body)
	}
	if a := in.Upload(ref, filing, "again.wav", append(recording[:500:500], 1, 2, 3)); a.Status != 200 {
		t.Errorf("another small one = %d %s", a.Status, a.Body)
	}
	for _, folder := range []string{"incoming", "evidence/tmp"} {
		if left, err := os.ReadDir(filepath.Join(k.Dir, "data", folder)); err != nil || len(left) != 0 {
			t.Errorf("left in %s: %v, %v", folder, left, err)
		}
	}
	store := storeOf(t, k, nil)
	if rows, kept := rowsHaveObjects(t, k, store), objects(t, store); rows != 2 || kept != 2 {
		t.Errorf("%d rows and %d objects, want 2 and 2", rows, kept)
	}
	p.stop()
}
