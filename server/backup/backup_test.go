package backup_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"tiaocai/server/backup"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows/fault"
)

// A backup made while the office goes on working comes back on an empty machine: every row and
// every file of the snapshot, chains and digests in order, people can sign in and read their papers.
func TestABackupComesBackOnAnEmptyMachine(t *testing.T) {
	t.Parallel()
	for name, env := range map[string]func(string) []string{"disk": func(string) []string { return nil }, "minio": bucket} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := newOffice(t, env("office"))
			stop := o.keepWorking(t)
			file, r := of(o.Kit, t, env("office")).save()
			made := stop()
			t.Logf("backed up %d cases, %d files, %d bytes in %s, while %d cases came in", r.Cases, r.Objects, r.Size, r.Took, made)
			if r.Cases < 1 || r.Objects < 3 || len(r.Damaged) != 0 {
				t.Errorf("report = %+v", r)
			}
			m := emptyMachine(t, filepath.Join(o.Dir, "keys.json"), env("empty"))
			m.restored(file, r)
			sameRows(t, o.DSN, m.dsn, r, true)
			m.works(o)
		})
	}
}

// keepWorking files cases with evidence until it is told to stop; it says how many.
func (o *office) keepWorking(t *testing.T) (stop func() int) {
	in := o.As("lian2")
	done, n, end := make(chan struct{}), 0, sync.WaitGroup{}
	before := make(chan struct{})
	end.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
			}
			var d casework.Done
			a := in.Do("POST", "/api/v1/cases", application())
			in.Want(200, a, &d)
			if a := in.Upload(d.Ref, map[string]string{"title": "x", "proves": "y", "side": "applicant"}, "a.txt", []byte("words of "+d.Ref+"\n")); a.Status != 200 {
				t.Errorf("upload: %d %s", a.Status, a.Body)
			}
			if n++; n == 3 {
				close(before)
			}
		}
	})
	<-before
	return func() int { close(done); end.Wait(); return n }
}

// restored brings the archive back and verifies the outcome.
func (m *machine) restored(file string, want *backup.Report) {
	m.t.Helper()
	p, s := m.open()
	r, err := backup.Restore(context.Background(), s, file)
	if err != nil {
		m.t.Fatalf("restore: %v", err)
	}
	if err := p.Upgrade(context.Background()); err != nil {
		m.t.Fatal(err)
	}
	v, err := backup.Verify(context.Background(), s)
	if err != nil {
		m.t.Fatal(err)
	}
	m.t.Logf("restored in %s", r.Took)
	if v.Faults() != 0 || int64(v.Cases) != want.Cases || int64(v.Events) != want.Events || v.Objects != want.Objects || v.Bytes != want.Bytes {
		m.t.Errorf("verified %+v, want what was backed up: %+v", v, want)
	}
}

// works starts the program on the restored machine: the old password opens the door, the case is
// there, its files come out byte for byte, and a new one can be handed in.
func (m *machine) works(o *office) {
	m.t.Helper()
	k := &testkit.Kit{T: m.t, Clock: o.Clock, DSN: m.dsn, Log: &testkit.Buffer{}, Dir: m.dir}
	k.P = k.Program(m.env)
	m.t.Cleanup(func() { k.P.Close() })
	in, there := k.As("lian"), o.As("lian")
	x, was := in.See(o.ref).Exhibits, there.See(o.ref).Exhibits
	if len(x) != len(was) {
		m.t.Fatalf("%d exhibits, want %d", len(x), len(was))
	}
	for i := range x {
		at := fmt.Sprintf("/api/v1/cases/%s/exhibits/%d", o.ref, x[i].ID)
		here, home := in.Do("GET", at, nil), there.Do("GET", at, nil)
		if here.Status != 200 || !bytes.Equal(here.Body, home.Body) {
			m.t.Errorf("exhibit %d: %d, %d bytes, want %d", i, here.Status, len(here.Body), len(home.Body))
		}
	}
	in.Want(200, in.Upload(o.ref, map[string]string{"title": "后来", "proves": "y", "side": "applicant"}, "b.txt", []byte("after the restore\n")), nil)
	fileCase(k, in)
}

// sameRows compares every table. While others work, the source has gone on: then what only grows
// must hold every row that came back.
func sameRows(t *testing.T, from, to string, r *backup.Report, grown bool) {
	t.Helper()
	a, b := connect(t, from), connect(t, to)
	tables := strings.Fields(text(t, a, `select string_agg(relname, ' ' order by relname) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
		and relname not in ('sessions', 'upkeep', 'evidence_store') and relname not like 'river_%'`))
	if len(tables) < 25 {
		t.Fatalf("tables: %v", tables)
	}
	for _, table := range tables {
		all := `select coalesce(string_agg(md5((to_jsonb(t) - array['object_version', 'retained_until', 'sealed_at', 'verified_at', 'copied_to'])::text), ' ' order by md5((to_jsonb(t) - array['object_version', 'retained_until', 'sealed_at', 'verified_at', 'copied_to'])::text)), '') from ` + table + ` t`
		source, copied := text(t, a, all), text(t, b, all)
		switch {
		case !grown && source != copied:
			t.Errorf("%s came back different", table)
		case grown && slices.Contains([]string{"case_events", "exhibits", "documents", "parties", "claims"}, table):
			have := strings.Fields(source)
			for _, row := range strings.Fields(copied) {
				if _, ok := slices.BinarySearch(have, row); !ok {
					t.Errorf("%s: a row came back that never was", table)
					break
				}
			}
		}
	}
	if n := text(t, b, "select count(*)::text from cases"); n != fmt.Sprint(r.Cases) {
		t.Errorf("%s cases came back, want %d", n, r.Cases)
	}
}

func connect(t *testing.T, dsn string) *sql.DB {
	t.Helper()
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func text(t *testing.T, db *sql.DB, q string) string {
	t.Helper()
	var s string
	if err := db.QueryRow(q).Scan(&s); err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	return s
}

// With nobody at work every table comes back row for row, and the sessions stay behind.
func TestEveryRowComesBack(t *testing.T) {
	t.Parallel()
	o := newOffice(t, nil)
	if err := o.P.Close(); err != nil {
		t.Fatal(err)
	}
	db := connect(t, o.DSN)
	if _, err := db.Exec(`insert into sessions (token, data, expiry) values ('a-session-token', '', now())`); err != nil {
		t.Fatal(err)
	}
	file, r := of(o.Kit, t, nil).save()
	m := emptyMachine(t, filepath.Join(o.Dir, "keys.json"), nil)
	m.restored(file, r)
	sameRows(t, o.DSN, m.dsn, r, false)
	if n := text(t, connect(t, m.dsn), "select count(*)::text from sessions"); n != "0" {
		t.Errorf("%s sessions came back, want none", n)
	}
	keys, _ := os.ReadFile(m.keys())
	archive, _ := os.ReadFile(file)
	for _, secret := range []string{"a-session-token", string(keys[40:80])} {
		if bytes.Contains(archive, []byte(secret)) {
			t.Errorf("the archive holds %q", secret)
		}
	}
}

// A file that was damaged in the store before the backup keeps nothing else from being saved; the
// backup, the restore and every check name it.
func TestADamagedFileIsNamedAndTheRestIsSaved(t *testing.T) {
	t.Parallel()
	o := newOffice(t, nil)
	objects := filepath.Join(o.Dir, "data", "evidence", "objects")
	var files []string
	filepath.Walk(objects, func(path string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().IsRegular() {
			files = append(files, path)
		}
		return nil
	})
	if len(files) != 3 {
		t.Fatalf("files: %v", files)
	}
	os.Chmod(files[0], 0o600)
	if err := os.WriteFile(files[0], []byte("other words, and fewer\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(files[1]); err != nil {
		t.Fatal(err)
	}
	file, r := of(o.Kit, t, nil).save()
	if len(r.Damaged) != 2 || r.Damaged[0].Missing == r.Damaged[1].Missing {
		t.Fatalf("damaged = %+v, want one changed and one missing", r.Damaged)
	}
	m := emptyMachine(t, filepath.Join(o.Dir, "keys.json"), nil)
	_, s := m.open()
	if _, err := backup.Restore(context.Background(), s, file); err != nil {
		t.Fatal(err)
	}
	v, err := backup.Verify(context.Background(), s)
	if err != nil || v.Faults() != 2 || len(v.Damaged) != 2 || v.Objects != 3 {
		t.Errorf("verify after the restore: %+v, %v; want the two that were lost before", v, err)
	}
}

func mustRefuse(t *testing.T, what string, err error, code string) {
	t.Helper()
	if f := fault.As(err); f == nil || f.Code != code || f.Says.ZH == "" || f.Says.EN == "" {
		t.Errorf("%s: %v, want %s", what, err, code)
	}
}

// A bundle of exhibits is in no backup, neither row nor file: on the restored machine it is made anew, with the same bytes.
func TestABundleIsMadeAnewAfterARestore(t *testing.T) {
	t.Parallel()
	o := newOffice(t, nil)
	at := "/api/v1/cases/" + o.ref + "/bundle"
	bundle := func(k *testkit.Kit) (hash string) {
		t.Helper()
		in := k.As("lian")
		in.Want(200, in.Do("POST", at, j{}), nil)
		for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			var p casework.BundlePage
			if in.Get(at, &p); p.Ready != nil {
				return p.Ready.Hash
			}
		}
		t.Fatal("no bundle was made")
		return ""
	}
	hash := bundle(o.Kit)
	file, r := of(o.Kit, t, nil).save()
	if r.Objects != 3 {
		t.Errorf("%d files in the backup, want the three exhibits", r.Objects)
	}
	m := emptyMachine(t, filepath.Join(o.Dir, "keys.json"), nil)
	m.restored(file, r)
	if n := text(t, connect(t, m.dsn), "select count(*)::text from bundles"); n != "0" {
		t.Errorf("%s bundles came back, want none", n)
	}
	k := &testkit.Kit{T: t, Clock: o.Clock, DSN: m.dsn, Log: &testkit.Buffer{}, Dir: m.dir}
	k.P = k.Program(m.env)
	t.Cleanup(func() { k.P.Close() })
	if again := bundle(k); again != hash {
		t.Errorf("made anew it is %s, was %s", again, hash)
	}
}
