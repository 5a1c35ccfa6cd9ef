package e2e

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiaocai/server/evidence"
	"tiaocai/server/testkit"
)

// filled is a disk store with exhibits in two cases, one file handed in twice; the program is closed.
func filled(t *testing.T) (k *testkit.Kit, refs []string, contents [][]byte) {
	t.Helper()
	k, ref := beforehand(t, nil)
	p := launch(t, k, nil)
	in := k.As("lian")
	refs = []string{ref, file(k, in, "").Ref}
	for i := range 5 {
		contents = append(contents, bytes.Repeat(fmt.Appendf(nil, "第 %d 份证据\n", i%4), 2000)) // the last is the first once more
		in.Want(200, in.Upload(refs[i%2], filing, fmt.Sprintf("%d.txt", i), contents[i]), nil)
	}
	p.stop()
	return k, refs, contents
}

// verify re-hashes everything and names what differs, what is missing, and nothing else.
func TestVerifyNamesWhatDiffers(t *testing.T) {
	t.Parallel()
	k, refs, _ := filled(t)
	out, err := say(t, k, nil, "evidence", "verify")
	if err != nil || !strings.Contains(out, "5 exhibits") || strings.Contains(out, "differs") {
		t.Fatalf("sound: %v\n%s", err, out)
	}
	if n := one(t, k, `select count(*)::text from exhibits where verified_at is not null`); n != "5" {
		t.Errorf("%s exhibits are noted as verified, want 5", n)
	}
	place := func(no int) string {
		return filepath.Join(k.Dir, "data", "evidence", "objects", one(t, k, `select object_key from exhibits where no = $1 order by id limit 1`, no))
	}
	b, err := os.ReadFile(place(1))
	if err != nil {
		t.Fatal(err)
	}
	b[100] ^= 1
	if err := os.WriteFile(place(1), b, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(place(2)); err != nil {
		t.Fatal(err)
	}
	changed := strings.TrimPrefix(place(1), filepath.Join(k.Dir, "data", "evidence", "objects")+"/")
	out, err = say(t, k, nil, "evidence", "verify") // the file that was handed in twice is one object and two exhibits
	if err == nil || strings.Count(out, "differs") != 3 || !strings.Contains(out, changed) || !strings.Contains(out, "missing") ||
		!strings.Contains(out, refs[0]) || !strings.Contains(out, "申1") || !strings.Contains(out, "3 exhibits differ") {
		t.Errorf("changed and missing: %v\n%s", err, out)
	}
	for _, args := range [][]string{{"evidence"}, {"evidence", "fly"}} {
		if out, err := say(t, k, nil, args...); err == nil || !strings.Contains(out, "Usage") {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
	}
}

// A move that is killed goes on where it was, compares what it copied, writes the versions into the
// rows and switches; from then on the program starts on the new store alone.
func TestMoveFromDiskToS3(t *testing.T) {
	t.Parallel()
	k, refs, _ := filled(t)
	settings := s3Settings(bucketName(t))
	if out, err := say(t, k, settings, "verify"); err == nil || !strings.Contains(out, "disk") || !strings.Contains(out, "server evidence move") {
		t.Fatalf("it started on a store that is not in force: %v\n%s", err, out)
	}
	if out, err := say(t, k, nil, "evidence", "move"); err == nil || !strings.Contains(out, "TIAOCAI_S3_ENDPOINT") {
		t.Errorf("a move to nowhere: %v\n%s", err, out)
	}
	for range 2 { // each is killed with an object copied and its row not yet told
		if out, err := say(t, k, append([]string{"TIAOCAI_FAIL_AT=before-moved-row"}, settings...), "evidence", "move"); err == nil {
			t.Fatalf("it was not killed: %s", out)
		}
		// as if it had come one further
		oneByHand(t, k, settings)
	}
	p := launch(t, k, nil) // half moved, the disk is still in force and reads as before
	in := k.As("lian")
	downloads(t, k, in, refs)
	in.Want(200, in.Upload(refs[0], filing, "late.txt", []byte("搬迁途中提交的证据\n")), nil)
	p.stop()

	out, err := say(t, k, settings, "evidence", "move")
	if err != nil || !strings.Contains(out, "0 left") || !strings.Contains(out, "start the program with these settings") {
		t.Fatalf("move: %v\n%s", err, out)
	}
	if strings.Contains(out, "6 moved") || !strings.Contains(out, "4 moved") {
		t.Errorf("what was copied was copied again:\n%s", out)
	}
	store := storeOf(t, k, settings)
	if n := rowsHaveObjects(t, k, store); n != 6 {
		t.Errorf("%d rows, want 6", n)
	}
	if n := one(t, k, `select count(*)::text from exhibits where object_version = ''`); n != "0" {
		t.Errorf("%s rows name no version", n)
	}
	if out, err := say(t, k, nil, "verify"); err == nil || !strings.Contains(out, "s3:") {
		t.Errorf("it started on the disk: %v\n%s", err, out)
	}
	if out, err := say(t, k, settings, "evidence", "move"); err == nil || !strings.Contains(out, "already") {
		t.Errorf("a second move: %v\n%s", err, out)
	}
	p = launch(t, k, settings)
	in = k.As("lian")
	downloads(t, k, in, refs)
	until(t, k, `select count(*)::text from exhibits where retained_until = keep_until`, "6")
	p.stop()
	if out, err := say(t, k, settings, "evidence", "verify"); err != nil || !strings.Contains(out, "6 exhibits") {
		t.Errorf("verify: %v\n%s", err, out)
	}
	execSQL(t, k, `update exhibits set retained_until = keep_until + 1 where no = 2 and case_id = 1`) // more than the store holds
	if out, err := say(t, k, settings, "evidence", "verify"); err == nil || strings.Count(out, "differs") != 1 || !strings.Contains(out, "not locked until") {
		t.Errorf("verify of a lock that is too short: %v\n%s", err, out)
	}
}

// oneByHand does for the first exhibit that waits what the move was about to do when it was killed.
func oneByHand(t *testing.T, k *testkit.Kit, settings []string) {
	t.Helper()
	store := storeOf(t, k, settings)
	key := one(t, k, `select object_key from exhibits where copied_to = '' order by id limit 1`)
	info, err := store.Stat(t.Context(), key, "")
	if err != nil || info.Version == "" {
		t.Fatalf("the killed move left no copy of %s: %v", key, err)
	}
	execSQL(t, k, fmt.Sprintf(`update exhibits set copied_to = 's3:%s', object_version = '%s' where id = (select min(id) from exhibits where copied_to = '')`,
		strings.TrimPrefix(settings[3], "TIAOCAI_S3_BUCKET="), info.Version))
}

// downloads reads every exhibit of the cases through the program and compares the digests.
func downloads(t *testing.T, k *testkit.Kit, in *testkit.Client, refs []string) {
	t.Helper()
	for _, ref := range refs {
		for _, x := range in.See(ref).Exhibits {
			a := in.Do("GET", fmt.Sprintf("/api/v1/cases/%s/exhibits/%d", ref, x.ID), nil)
			if a.Status != 200 || fmt.Sprintf("%x", sha256.Sum256(a.Body)) != x.Hash {
				t.Errorf("%s of %s = %d, %d bytes", x.Mark, ref, a.Status, len(a.Body))
			}
		}
	}
}

// What is damaged on the disk is named, stays, and keeps the disk in force until it was restored.
func TestMoveStopsAtDamage(t *testing.T) {
	t.Parallel()
	k, _, _ := filled(t)
	settings := s3Settings(bucketName(t))
	place := filepath.Join(k.Dir, "data", "evidence", "objects", one(t, k, `select object_key from exhibits order by id limit 1`))
	whole, err := os.ReadFile(place)
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string][]byte{"changed": append([]byte("x"), whole[1:]...), "short": whole[:100]} {
		if err := os.WriteFile(place, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := say(t, k, settings, "evidence", "move")
		if err == nil || !strings.Contains(out, "differs") || !strings.Contains(out, "申1") || !strings.Contains(out, "stays on the local disk") {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
		if got := one(t, k, `select name from evidence_store`); got != "disk" {
			t.Errorf("%s: %s is in force", name, got)
		}
	}
	if err := os.WriteFile(place, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := say(t, k, settings, "evidence", "move"); err != nil {
		t.Fatalf("restored: %v\n%s", err, out)
	}
	store := storeOf(t, k, settings)
	if s, ok := store.(*evidence.S3); !ok || s.Probe(t.Context()) != nil || rowsHaveObjects(t, k, store) != 5 {
		t.Error("restored, it is not all there")
	}
}
