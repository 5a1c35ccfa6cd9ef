package e2e

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	s3 "github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"tiaocai/server/casework"
	"tiaocai/server/evidence"
	"tiaocai/server/testkit"
)

var filing = map[string]string{"title": "工资条", "proves": "拖欠工资", "side": "applicant"}

// sealed is until when an exhibit is to be kept, and until when the store was seen to hold it.
func sealed(t *testing.T, k *testkit.Kit, mark int) string {
	t.Helper()
	return one(t, k, `select keep_until || ' ' || coalesce(retained_until::text, 'open') from exhibits where no = $1 order by id desc limit 1`, mark)
}

// lockedUntil asks the store itself, in the commission's time: the last moment at which it still holds.
func lockedUntil(t *testing.T, k *testkit.Kit, store evidence.Store) string {
	t.Helper()
	f := strings.Split(one(t, k, `select object_key || ' ' || object_version from exhibits order by id desc limit 1`), " ")
	at, err := store.Locked(context.Background(), f[0], f[1])
	if err != nil {
		t.Fatal(err)
	}
	return at.Add(-time.Second).In(time.FixedZone("", 8*3600)).Format("2006-01-02")
}

// What is admitted to the file is locked by a job for five years, and once the case is closed for ten
// years after an award, five after any other end. Nobody can remove it, whatever key they hold.
func TestAdmittedEvidenceIsSealed(t *testing.T) {
	t.Parallel()
	settings := s3Settings(bucketName(t))
	s := newStory(testkit.Start(t, testkit.Settings{Env: settings}))
	if got := s.P.Desk.EvidenceSealing(); got.Kind != evidence.SealLocked {
		t.Fatalf("at the start: %+v", got)
	}
	store := storeOf(t, s.Kit, settings)
	admit := func() {
		t.Helper()
		atTribunal(s)
		var d casework.Done
		s.intake.Want(200, s.intake.Upload(s.ref, filing, "a.txt", []byte("工资条 "+s.ref)), &d)
		if d.Sealing == nil || d.Sealing.Kind != evidence.SealLocked || d.Sealing.Says.ZH == "" || d.Exhibit != "申1" {
			t.Errorf("the receipt says %+v of %s", d.Sealing, d.Exhibit)
		}
		until(t, s.Kit, `select keep_until || ' ' || retained_until from exhibits order by id desc limit 1`, "2031-03-02 2031-03-02")
		if got := lockedUntil(t, s.Kit, store); got != "2031-03-02" {
			t.Errorf("the store holds it until %s", got)
		}
	}
	closed := func(want string) {
		t.Helper()
		until(t, s.Kit, `select keep_until || ' ' || retained_until from exhibits order by id desc limit 1`, want+" "+want)
		if got := lockedUntil(t, s.Kit, store); got != want {
			t.Errorf("once closed the store holds it until %s, want %s", got, want)
		}
	}
	admit()
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true, "present": []string{"张三"}})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	s.arbitrator.Step(s.ref, "propose-make-award", j{"items": []j{{"no": 1, "decision": "supported", "amount": "1000.00", "final": true, "reasons": "工资条可以证明。"}}})
	s.head.Step(s.ref, "make-award", nil)
	closed("2036-03-16")
	f := strings.Split(one(t, s.Kit, `select object_key || ' ' || object_version from exhibits`), " ")
	if removed, err := store.Delete(t.Context(), f[0], f[1], time.Time{}); removed || !errors.Is(err, evidence.ErrLocked) {
		t.Errorf("it was removed: %v, %v", removed, err)
	}
	if page := s.page(s.intake, "/cases/"+s.ref+"/evidence"); !strings.Contains(page, "封存至") || !strings.Contains(page, "可以封存") {
		t.Error("the page of the case does not say that the exhibit is sealed")
	}

	admit()
	s.Clock.Set("2026-03-05")
	s.intake.Step(s.ref, "ask-withdrawal", nil)
	s.arbitrator.Step(s.ref, "propose-allow-withdrawal", nil)
	s.head.Step(s.ref, "allow-withdrawal", nil)
	closed("2031-03-05")
}

// page reads a page as a browser does, signed in by its form.
func (s *story) page(c *testkit.Client, path string) string {
	s.T.Helper()
	b := s.Nobody()
	a := b.Do("POST", "/sign-in", url.Values{"login": {c.Login}, "password": {"tiaocai-demo"}}.Encode(), "Content-Type", "application/x-www-form-urlencoded")
	if a.Status != 303 {
		s.T.Fatalf("sign in = %d %s", a.Status, a.Body)
	}
	return string(b.Do("GET", path, nil).Body)
}

// A delete marker that somebody planted above an exhibit hides it from nobody who names its version.
func TestAPlantedDeleteMarker(t *testing.T) {
	t.Parallel()
	bucket := bucketName(t)
	k := testkit.Start(t, testkit.Settings{Env: s3Settings(bucket)})
	in := k.As("lian")
	ref := file(k, in, "").Ref
	content := bytes.Repeat([]byte("工资条\n"), 5000)
	in.Want(200, in.Upload(ref, filing, "a.txt", content), nil)
	client, err := s3.New(minio.Endpoint, &s3.Options{Creds: credentials.NewStaticV4(minio.AccessKey, minio.SecretKey, "")})
	if err != nil {
		t.Fatal(err)
	}
	key := one(t, k, `select object_key from exhibits`)
	if err := client.RemoveObject(t.Context(), bucket, key, s3.RemoveObjectOptions{}); err != nil {
		t.Fatal(err)
	}
	if _, err := client.StatObject(t.Context(), bucket, key, s3.StatObjectOptions{}); err == nil {
		t.Fatal("the marker hides nothing")
	}
	at := fmt.Sprintf("/api/v1/cases/%s/exhibits/%d", ref, in.See(ref).Exhibits[0].ID)
	if a := in.Do("GET", at, nil, "Range", "bytes=3-11"); a.Status != 206 || !bytes.Equal(a.Body, content[3:12]) {
		t.Errorf("a part = %d %q", a.Status, a.Body)
	}
	if a := in.Do("GET", at, nil); a.Status != 200 || !bytes.Equal(a.Body, content) {
		t.Errorf("the whole = %d, %d bytes", a.Status, len(a.Body))
	}
	until(t, k, `select count(*)::text from exhibits where retained_until = keep_until`, "1")
	k.Clock.Set(time.Now().AddDate(0, 0, 3).Format("2006-01-02"))
	if _, err := k.P.Desk.SweepOrphans(t.Context()); err != nil {
		t.Errorf("sweep: %v", err)
	}
	if a := k.As("lian").Do("GET", at, nil); a.Status != 200 || !bytes.Equal(a.Body, content) {
		t.Errorf("after the sweep = %d, %d bytes", a.Status, len(a.Body))
	}
}

// The night's round gives the evidence of an open case its years anew before they are over, mends what
// a job left undone, and follows a closing day that was mended.
func TestTheNightKeepsWhatIsOpen(t *testing.T) {
	t.Parallel()
	settings := s3Settings(bucketName(t))
	k := testkit.Start(t, testkit.Settings{Day: "2026-12-01", Env: settings})
	in := k.As("lian")
	ref := file(k, in, "").Ref
	in.Want(200, in.Upload(ref, filing, "a.txt", []byte("考勤记录")), nil)
	until(t, k, `select retained_until::text from exhibits`, "2031-12-01")
	night := func(day, want string) {
		t.Helper()
		k.Clock.Set(day)
		if _, err := k.P.Desk.KeepEvidence(t.Context(), k.P.Actors.Clock); err != nil {
			t.Fatalf("the night of %s: %v", day, err)
		}
		if got := sealed(t, k, 1); got != want+" "+want {
			t.Errorf("after the night of %s: %s, want %s", day, got, want)
		}
	}
	night("2029-12-01", "2031-12-01") // two years left
	night("2030-12-05", "2035-12-05") // less than one
	execSQL(t, k, `update exhibits set retained_until = null, sealed_at = null`)
	night("2030-12-06", "2035-12-05")
	execSQL(t, k, `update cases set open = false, state = 'closed', mode = 'AWARD_FINAL', closed_on = '2031-01-05'`)
	night("2031-01-06", "2041-01-05")
	if err := k.P.Desk.SealExhibit(t.Context(), k.P.Actors.Postman, 1, 1); err == nil {
		t.Error("the postman may lock evidence")
	}
}

// A disk says that it cannot seal: in the receipt, in the case, at the start.
func TestADiskDoesNotPretendToSeal(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	ref := file(s.Kit, s.intake, "").Ref
	var d casework.Done
	s.intake.Want(200, s.intake.Upload(ref, filing, "a.txt", []byte("工资条\n")), &d)
	if d.Sealing == nil || d.Sealing.Kind != evidence.SealNone || !strings.HasPrefix(d.Sealing.Says.ZH, "未封存") || !strings.HasPrefix(d.Sealing.Says.EN, "Not sealed") {
		t.Errorf("the receipt says %+v", d.Sealing)
	}
	until(t, s.Kit, `select count(*)::text from river_job where kind = 'seal' and state = 'completed'`, "1")
	if _, err := s.P.Desk.KeepEvidence(t.Context(), s.P.Actors.Clock); err != nil {
		t.Errorf("the night: %v", err)
	}
	if got := sealed(t, s.Kit, 1); got != "2031-03-02 open" {
		t.Errorf("on a disk: %s", got)
	}
	if v := s.intake.See(ref); v.Sealing == nil || v.Sealing.Kind != evidence.SealNone || !v.Exhibits[0].RetainedUntil.IsZero() {
		t.Errorf("the case says %+v", v.Sealing)
	}
	if page := s.page(s.intake, "/cases/"+ref+"/evidence"); strings.Contains(page, "封存至") || !strings.Contains(page, "未封存") {
		t.Error("the page of the case does not say that the disk cannot seal")
	}
}

// A part goes out only of what was looked at whole within a day; what differs is withheld altogether.
func TestAPartOfSomethingVerified(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	in := k.As("lian")
	ref := file(k, in, "").Ref
	content := bytes.Repeat([]byte("1月5日 老板：工资下个月一起发。\n"), 40000)
	in.Want(200, in.Upload(ref, filing, "a.txt", content), nil)
	at := fmt.Sprintf("/api/v1/cases/%s/exhibits/%d", ref, in.See(ref).Exhibits[0].ID)
	part := func() testkit.Answer { return in.Do("GET", at, nil, "Range", "bytes=100-199") }
	looked := func() string { return one(t, k, `select coalesce(verified_at::text, 'never') from exhibits`) }
	if looked() != "never" {
		t.Errorf("verified at %s by the upload", looked())
	}
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			if a := part(); a.Status != 206 || !bytes.Equal(a.Body, content[100:200]) {
				t.Errorf("a part = %d, %d bytes", a.Status, len(a.Body))
			}
		})
	}
	all.Wait()
	first := looked()
	if a := part(); a.Status != 206 || looked() != first {
		t.Errorf("within the day it was looked at again: %s, then %s", first, looked())
	}
	k.Clock.Set("2026-03-04")
	if a := part(); a.Status != 206 || looked() == first {
		t.Errorf("after the day nobody looked: %d, %s", a.Status, looked())
	}
	second := looked()
	k.Clock.Set("2026-03-06")
	if a := in.Do("GET", at, nil); a.Status != 200 {
		t.Errorf("a sound download = %d", a.Status)
	}
	for end := time.Now().Add(20 * time.Second); looked() == second; time.Sleep(10 * time.Millisecond) { // it is noted after the last byte went out
		if time.Now().After(end) {
			t.Fatalf("a sound download is no look: %s", looked())
		}
	}
	tamper(t, k.Dir+"/data/evidence")
	k.Clock.Set("2026-03-08")
	for range 2 {
		if a := part(); a.Status != 409 || a.Code() != "evidence-damaged" || bytes.Contains(a.Body, content[100:130]) || a.Header.Get("Content-Range") != "" {
			t.Errorf("a part of a changed file = %d %s", a.Status, a.Body)
		}
	}
	if looked() != "never" || !strings.Contains(k.Log.String(), "evidence-mismatch") {
		t.Errorf("afterwards verified at %s; alarm %v", looked(), strings.Contains(k.Log.String(), "evidence-mismatch"))
	}
	execSQL(t, k, `update exhibits set verified_at = now()`)
	if !in.Broken("GET", at) || looked() != "never" {
		t.Errorf("a broken download leaves verified at %s", looked())
	}
}
