package e2e

import (
	"context"
	"crypto/sha256"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tiaocai/models"
	"tiaocai/server/casework"
	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/evidence/stamp"
	"tiaocai/server/testkit"
)

// bundleOf is what somebody sees of a case's bundle.
func bundleOf(c *testkit.Client, ref string) casework.BundlePage {
	c.Kit.T.Helper()
	var p casework.BundlePage
	c.Get("/api/v1/cases/"+ref+"/bundle", &p)
	return p
}

// asks asks for a bundle.
func asks(c *testkit.Client, ref string, headers ...string) casework.BundlePage {
	c.Kit.T.Helper()
	var p casework.BundlePage
	c.Want(200, c.Do("POST", "/api/v1/cases/"+ref+"/bundle", j{}, headers...), &p)
	return p
}

// made lets the job of the bundle run, as a worker would.
func made(t *testing.T, k *testkit.Kit, id int64) {
	t.Helper()
	if err := k.P.Desk.MakeBundle(t.Context(), k.P.Actors.Clock, 1, id, false); err != nil {
		t.Fatal(err)
	}
}

// withEvidence is a case with three exhibits: a PDF, a picture and a text.
func withEvidence(t *testing.T, settings testkit.Settings) *story {
	t.Helper()
	s := newStory(testkit.Start(t, settings))
	s.filedForArbitration()
	s.Clock.Set(s.Clock.Today().Next(10).String())
	s.intake.Step(s.ref, "accept", fourTests)
	s.employerJoins()
	return s
}

// Whoever reads the evidence asks for all of it as one PDF; while it is made everybody gets the same one, with its progress.
// It has every exhibit or says why not, comes whole or in part, is noted among the reads, and says what was filed since.
func TestAllExhibitsComeAsOnePDF(t *testing.T) {
	t.Parallel()
	s := withEvidence(t, testkit.Settings{Day: "2026-03-02", Idle: true})
	at := "/api/v1/cases/" + s.ref + "/bundle"
	if a := s.worker.Do("POST", at, j{}); a.Status != 409 || a.Code() != "bundle-empty" {
		t.Errorf("a bundle of nothing: %d %s", a.Status, a.Body)
	}
	s.evidenceComesIn()
	if a := s.worker.Do("GET", at+".pdf", nil); a.Status != 409 || a.Code() != "bundle-none" {
		t.Errorf("a bundle that nobody made: %d %s", a.Status, a.Body)
	}
	key := testkit.NewKey()
	p := asks(s.worker, s.ref, "Idempotency-Key", key)
	if p.Making == nil || p.Making.Done != 0 || p.Making.Listed != 3 || len(p.LeftOut) != 1 || p.LeftOut[0].Mark != "申3" || p.Ready != nil {
		t.Fatalf("asked for: %+v", p)
	}
	page := s.page(s.employer, "/cases/"+s.ref+"/bundle")
	if !strings.Contains(page, `<progress max="3" value="0"`) || !strings.Contains(page, "已收入 0 份，共 3 份") || !strings.Contains(page, `data-hx-trigger="every 2s"`) || !strings.Contains(page, "看看做到哪里") {
		t.Errorf("under way:\n%s", page)
	}
	if strings.Contains(page, "林小芬") || !strings.Contains(page, "对方") {
		t.Error("the other side reads who asked, by name")
	}
	if other := asks(s.intake, s.ref); other.Making == nil || other.Making.ID != p.Making.ID {
		t.Errorf("asked twice: %+v", other.Making)
	}
	if n := one(t, s.Kit, `select count(*) || ' ' || min(queue) from river_job where kind = 'make-bundle'`); n != "1 bundles" {
		t.Errorf("jobs: %s, want one", n)
	}
	made(t, s.Kit, p.Making.ID)
	made(t, s.Kit, p.Making.ID) // a second job for the same one finds nothing to do
	ready := bundleOf(s.employer, s.ref).Ready
	if ready == nil || ready.Pages != 3 || len(ready.LeftOut) != 1 || ready.LeftOut[0].Mark != "申3" || ready.By != "" || ready.Side.ZH != "对方" {
		t.Fatalf("made: %+v", ready)
	}
	whole := s.employer.Do("GET", at+".pdf", nil)
	if whole.Status != 200 || fmt.Sprintf("%x", sha256.Sum256(whole.Body)) != ready.Hash || int64(len(whole.Body)) != ready.Size || whole.Header.Get("Content-Type") != "application/pdf" {
		t.Fatalf("downloaded: %d, %d bytes", whole.Status, len(whole.Body))
	}
	if n, err := stamp.Pages(context.Background(), whole.Body); n != 3 || err != nil {
		t.Errorf("%d pages, %v: want the index, 申1-01 and 申2-01", n, err)
	}
	if a := s.worker.Do("GET", at+".pdf", nil, "Range", "bytes=10-19"); a.Status != 206 || string(a.Body) != string(whole.Body[10:20]) {
		t.Errorf("a part: %d", a.Status)
	}
	if a := s.worker.Do("GET", at+".pdf", nil, "Range", "bytes=10-19", "If-Range", `"another"`); a.Status != 200 || len(a.Body) != len(whole.Body) {
		t.Errorf("a part of another file: %d", a.Status)
	}
	if n := one(t, s.Kit, `select count(*)::text from reads where subject = 'bundle'`); n != "2" {
		t.Errorf("%s readings on record, want the employer's and the worker's", n)
	}
	if page := s.page(s.worker, "/cases/"+s.ref); !strings.Contains(page, "对方 证据卷") || !strings.Contains(page, "/cases/"+s.ref+"/bundle") {
		t.Error("the worker's page does not say that the other side opened the bundle, or has no link to it")
	}
	s.filedSince(ready.Hash, key)
}

// filedSince: one more exhibit, and the bundle says that it is older; made anew it has it. Without another exhibit it is the
// same file again.
func (s *story) filedSince(hash, key string) {
	t := s.T.(*testing.T)
	again := asks(s.head, s.ref)
	made(t, s.Kit, again.Making.ID)
	if same := bundleOf(s.worker, s.ref); same.Ready.Hash != hash || same.Ready.ID != again.Making.ID || !same.Later.IsZero() {
		t.Errorf("made again: %+v", same.Ready)
	}
	s.worker.Want(200, s.worker.Upload(s.ref, map[string]string{"title": "劳动合同", "proves": "劳动关系"}, "合同.pdf", pdf("Contract")), nil)
	p := bundleOf(s.worker, s.ref)
	if !strings.Contains(p.Later.ZH, "申4 提交之前") || !strings.Contains(p.Later.EN, "before 申4 was filed") {
		t.Errorf("later: %+v", p.Later)
	}
	if old := asks(s.worker, s.ref, "Idempotency-Key", key); old.Making == nil || old.Making.Listed != 3 {
		t.Errorf("the first request again: %+v, want its first answer", old.Making)
	}
	clerk := browser(s.Kit, "lian")
	if a := clerk.Do("POST", "/cases/"+s.ref+"/bundle", url.Values{"_key": {testkit.NewKey()}}.Encode(), "Content-Type", formed); a.Status != 303 || a.Header.Get("Location") != "/cases/"+s.ref+"/bundle" {
		t.Errorf("the form: %d %s", a.Status, a.Body)
	}
	made(t, s.Kit, bundleOf(s.worker, s.ref).Making.ID)
	if p := bundleOf(s.worker, s.ref); !p.Later.IsZero() || p.Ready.Pages != 4 || p.Ready.Listed != 4 || p.Ready.By == "" {
		t.Errorf("made anew: %+v", p.Ready)
	}
	if n := one(t, s.Kit, `select count(*)::text from bundles`); n != "1" {
		t.Errorf("%s bundles, want the newest alone", n)
	}
}

// An exhibit that is not what was handed over is in no bundle: it fails by name, and the alarm is raised.
func TestATamperedExhibitIsInNoBundle(t *testing.T) {
	t.Parallel()
	s := withEvidence(t, testkit.Settings{Day: "2026-03-02", Idle: true})
	s.evidenceComesIn()
	s.worker.Want(200, s.worker.Upload(s.ref, map[string]string{"title": "流水", "proves": "工资"}, "流水.pdf", pdf(strings.Repeat("Bank ", 300))), nil)
	tamper(t, filepath.Join(s.Dir, "data", "evidence"))
	made(t, s.Kit, asks(s.worker, s.ref).Making.ID)
	p := bundleOf(s.worker, s.ref)
	if p.Making != nil || p.Ready != nil || p.Failed == nil || !strings.Contains(p.Failed.Said.ZH, "申4 与提交时的内容不一致") || p.Failed.Done != 3 {
		t.Fatalf("with a changed exhibit: %+v", p.Failed)
	}
	if !strings.Contains(s.Log.String(), "evidence-mismatch") {
		t.Error("no alarm was raised")
	}
	if page := s.page(s.worker, "/cases/"+s.ref+"/bundle"); !strings.Contains(page, "上一次没有做成") {
		t.Errorf("the page:\n%s", page)
	}
	if a := s.worker.Do("GET", "/api/v1/cases/"+s.ref+"/bundle.pdf", nil); a.Status != 409 {
		t.Errorf("the bundle that was not made: %d", a.Status)
	}
	if left, err := filepath.Glob(filepath.Join(s.Dir, "data", "*", "made-*")); len(left) > 0 || err != nil {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// A bundle that was damaged in the store is withheld and forgotten; the exhibits are not affected.
func TestADamagedBundleIsWithheld(t *testing.T) {
	t.Parallel()
	s := withEvidence(t, testkit.Settings{Day: "2026-03-02", Idle: true})
	s.evidenceComesIn()
	at := "/api/v1/cases/" + s.ref + "/bundle.pdf"
	for _, header := range [][]string{nil, {"Range", "bytes=0-9"}} {
		made(t, s.Kit, asks(s.worker, s.ref).Making.ID)
		found, err := filepath.Glob(filepath.Join(s.Dir, "data", "evidence", "*", "*", "*", "bundle-*"))
		if more, _ := filepath.Glob(filepath.Join(s.Dir, "data", "evidence", "*", "*", "bundle-*")); len(found) == 0 {
			found = more
		}
		if len(found) != 1 || err != nil {
			t.Fatalf("bundles in the store: %v, %v", found, err)
		}
		if header == nil {
			tamper(t, filepath.Dir(found[0]))
			if !s.worker.Broken("GET", at) {
				t.Error("a changed bundle arrived complete")
			}
		} else {
			execSQL(t, s.Kit, `update bundles set verified_at = null`)
			os.Remove(found[0])
			if a := s.worker.Do("GET", at, nil, header...); a.Status != 409 || a.Code() != "bundle-damaged" {
				t.Errorf("a part of a bundle that is gone: %d %s", a.Status, a.Body)
			}
		}
		if p := bundleOf(s.worker, s.ref); p.Ready != nil {
			t.Error("it is still offered")
		}
		os.Remove(found[0])
	}
}

// After a week a bundle goes, row and object; the exhibits stay. Whoever lost the right is turned away before that.
func TestABundleGoesAfterAWeek(t *testing.T) {
	t.Parallel()
	today := time.Now().In(models.Zone)
	s := withEvidence(t, testkit.Settings{Day: today.AddDate(0, 0, -10).Format("2006-01-02"), Idle: true})
	s.evidenceComesIn()
	store := storeOf(t, s.Kit, nil)
	made(t, s.Kit, asks(s.worker, s.ref).Making.ID)
	if n := objects(t, store); n != 4 {
		t.Errorf("%d objects, want three exhibits and the bundle", n)
	}
	for _, login := range []string{"zhongcai2", "tiaojie", "ducha"} {
		for _, path := range []string{"/cases/" + s.ref + "/bundle", "/cases/" + s.ref + "/bundle.pdf"} {
			if a := browser(s.Kit, login).Do("GET", path, nil); a.Status != 404 && a.Status != 403 {
				t.Errorf("%s opens %s: %d", login, path, a.Status)
			}
		}
	}
	sweep := func(days int, rows string, want int) {
		t.Helper()
		s.Clock.Set(today.AddDate(0, 0, days).Format("2006-01-02"))
		if _, err := s.P.Desk.SweepOrphans(t.Context()); err != nil {
			t.Fatal(err)
		}
		if n := one(t, s.Kit, `select count(*)::text from bundles`); n != rows || objects(t, store) != want {
			t.Errorf("after %d days %s bundles and %d objects, want %s and %d", days, n, objects(t, store), rows, want)
		}
	}
	sweep(6, "1", 4)
	sweep(8, "0", 3)
	if a := s.intake.Do("GET", "/api/v1/cases/"+s.ref+"/bundle.pdf", nil); a.Status != 409 {
		t.Errorf("after its time: %d", a.Status)
	}
}

// A process that is killed between the object and its row leaves a job that makes the bundle after all, once.
func TestABundleIsFinishedAfterAKill(t *testing.T) {
	t.Parallel()
	k, ref := beforehand(t, nil)
	p := launch(t, k, []string{"TIAOCAI_FAIL_AT=after-bundle"})
	in := k.As("lian")
	in.Want(200, in.Upload(ref, map[string]string{"title": "工资条", "proves": "工资", "side": "applicant"}, "工资条.pdf", pdf("Payslip")), nil)
	asks(in, ref)
	p.killed()
	if state := one(t, k, `select state || ' ' || done || '/' || listed from bundles`); state != "working 1/1" {
		t.Errorf("after the kill: %s", state)
	}
	// two hours later: jobs that were running when the process died are taken up again
	execSQL(t, k, `update river_job set attempted_at = attempted_at - interval '2 hours' where state = 'running'`, `delete from river_leader`)
	p = launch(t, k, nil)
	until(t, k, `select state from bundles`, "done")
	in = k.As("lian")
	if a := in.Do("GET", "/api/v1/cases/"+ref+"/bundle.pdf", nil); a.Status != 200 || fmt.Sprintf("%x", sha256.Sum256(a.Body)) != bundleOf(in, ref).Ready.Hash {
		t.Errorf("after all: %d, %d bytes", a.Status, len(a.Body))
	}
	p.stop()
	if n := objects(t, storeOf(t, k, nil)); n != 2 {
		t.Errorf("%d objects, want the exhibit and one bundle", n)
	}
}

// A bundle that has stood still for two minutes is pushed on by whoever asks; who makes it does so by a worker.
func TestABundleThatStandsStillIsPushedOn(t *testing.T) {
	t.Parallel()
	s := withEvidence(t, testkit.Settings{Day: "2026-03-02", Idle: true})
	s.evidenceComesIn()
	first := asks(s.worker, s.ref).Making
	execSQL(t, s.Kit, `update bundles set state = 'working', done = 1, moved_at = moved_at - interval '3 minutes'`)
	if p := bundleOf(s.worker, s.ref); !p.Making.Stopped || p.Making.Done != 1 {
		t.Errorf("it stands still: %+v", p.Making)
	}
	if again := asks(s.worker, s.ref).Making; again.ID != first.ID || again.Stopped {
		t.Errorf("pushed on: %+v", again)
	}
	if n := one(t, s.Kit, `select count(*)::text from river_job where kind = 'make-bundle'`); n != "2" {
		t.Errorf("%s jobs, want a second", n)
	}
	if err := s.P.Work(t.Context()); err != nil {
		t.Fatal(err)
	}
	until(t, s.Kit, `select state from bundles`, "done")
}

// The page of a bundle in a browser, with scripts and without: under way and done, in both languages, on a phone and at a desk.
func TestBundleInTheBrowser(t *testing.T) {
	t.Parallel()
	s := withEvidence(t, testkit.Settings{Day: "2026-03-02", Idle: true})
	s.evidenceComesIn()
	seen := filepath.Join(t.TempDir(), "seen")
	began := make(chan error, 1)
	go func() {
		for {
			if _, err := os.Stat(seen); err == nil {
				began <- s.P.Work(t.Context())
				return
			}
			select {
			case <-t.Context().Done():
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	out, err := inbrowser.Run(t, ".", "bundle.js", "BASE="+s.Base, "CASE="+s.ref, "SEEN="+seen, "SHOTS="+os.Getenv("TIAOCAI_SHOTS"))
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := <-began; err != nil {
		t.Error(err)
	}
}
