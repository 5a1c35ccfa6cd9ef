package e2e

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/devstack"
	"tiaocai/server/testkit"
)

// What is handed in comes back byte for byte, in part or whole; wrong files are refused in words;
// a file that was changed in the store never arrives complete.
func TestEvidenceComesBackAsItWas(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	w := k.As("worker")
	ref := file(k, k.As("lian"), "").Ref
	var code casework.CodeIssued
	in := k.As("lian")
	in.Want(200, in.Do("POST", "/api/v1/cases/"+ref+"/codes", j{"party": "申1"}), &code)
	w.Want(200, w.Do("POST", "/api/v1/link", j{"code": code.Code}), nil)
	content := append(pdf("Payslip"), bytes.Repeat([]byte("\n% filler"), 9000)...)
	chat := []byte(strings.Repeat("1月5日 老板：工资下个月一起发。\n", 4000))
	var d casework.Done
	w.Want(200, w.Upload(ref, map[string]string{"title": "聊天", "proves": "拖欠"}, "../../聊天.txt", chat), &d)
	x := w.See(ref).Exhibits[0]
	if x.Hash != fmt.Sprintf("%x", sha256.Sum256(chat)) || x.FileName != "聊天.txt" || x.Mark != "申1" {
		t.Errorf("exhibit = %+v", x)
	}
	at := fmt.Sprintf("/api/v1/cases/%s/exhibits/%d", ref, x.ID)
	if a := w.Do("GET", at, nil); a.Status != 200 || !bytes.Equal(a.Body, chat) {
		t.Errorf("whole = %d, %d bytes", a.Status, len(a.Body))
	}
	if a := w.Do("GET", at, nil, "Range", "bytes=10-19"); a.Status != 206 || !bytes.Equal(a.Body, chat[10:20]) || a.Header.Get("Content-Range") != fmt.Sprintf("bytes 10-19/%d", len(chat)) {
		t.Errorf("range = %d %q", a.Status, a.Header.Get("Content-Range"))
	}
	if a := w.Do("GET", at, nil, "Range", "bytes=99999999-"); a.Status != 416 {
		t.Errorf("a range beyond the end = %d", a.Status)
	}
	for name, bad := range map[string][]byte{"空.pdf": {}, "坏.pdf": content[:200], "程序.pdf": append([]byte("MZ\x90\x00"), make([]byte, 500)...)} {
		if a := w.Upload(ref, map[string]string{"title": "x", "proves": "y"}, name, bad); a.Status != 422 || !strings.Contains(string(a.Body), `"file"`) {
			t.Errorf("%s = %d %s", name, a.Status, a.Body)
		}
	}
	if n := one(t, k, "select count(*)::text from reads where subject like 'exhibit%'"); n != "1" {
		t.Errorf("%s rows of reading, want one an hour", n)
	}
	if n := one(t, k, "select count(*)::text from exhibits"); n != "1" {
		t.Errorf("%s exhibits, want 1", n)
	}
	tamper(t, filepath.Join(k.Dir, "data", "evidence"))
	if broken := w.Broken("GET", at); !broken {
		t.Error("a changed file arrived complete")
	}
	if !strings.Contains(k.Log.String(), "evidence-mismatch") {
		t.Error("no alarm was raised")
	}
}

// tamper changes one byte of every stored file.
func tamper(t *testing.T, dir string) {
	t.Helper()
	n := 0
	filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().IsRegular() && info.Size() > 1000 {
			b, _ := os.ReadFile(path)
			b[len(b)/2] ^= 1
			os.Chmod(path, 0o600)
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
			n++
		}
		return nil
	})
	if n == 0 {
		t.Fatal("nothing was stored on disk")
	}
}

// With the store down an upload is told so in words and leaves nothing; everything else goes on.
func TestTheStoreIsDown(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	_, cache := devstack.Folders()
	bin, err := devstack.FindMinIO(ctx, cache)
	if err != nil {
		t.Fatal(err)
	}
	own, err := devstack.StartMinIO(ctx, bin, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer own.Stop()
	k := testkit.Start(t, testkit.Settings{Env: []string{"TIAOCAI_S3_ENDPOINT=" + own.Endpoint, "TIAOCAI_S3_ACCESS_KEY=" + own.AccessKey,
		"TIAOCAI_S3_SECRET_KEY=" + own.SecretKey, "TIAOCAI_S3_BUCKET=down", "TIAOCAI_S3_TLS=0"}})
	in := k.As("lian")
	ref := file(k, in, "").Ref
	fields := map[string]string{"title": "x", "proves": "y", "side": "applicant"}
	in.Want(200, in.Upload(ref, fields, "a.txt", []byte("first words of evidence\n")), nil)
	own.Stop()
	a := in.Upload(ref, fields, "b.txt", []byte("second words of evidence\n"))
	if a.Status != 503 || a.Header.Get("Retry-After") == "" {
		t.Errorf("upload with the store down = %d %s", a.Status, a.Body)
	}
	x := in.See(ref).Exhibits
	if len(x) != 1 {
		t.Fatalf("%d exhibits, want the first alone", len(x))
	}
	if a := in.Do("GET", fmt.Sprintf("/api/v1/cases/%s/exhibits/%d", ref, x[0].ID), nil); a.Status != 503 {
		t.Errorf("download with the store down = %d", a.Status)
	}
	if a := k.Nobody().Do("GET", "/readyz", nil); a.Status != 503 {
		t.Errorf("readyz = %d, want 503", a.Status)
	}
	if a := k.Nobody().Do("GET", "/healthz", nil); a.Status != 200 {
		t.Errorf("healthz = %d, want 200", a.Status)
	}
}
