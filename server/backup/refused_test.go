package backup_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"os/exec"

	"tiaocai/models"
	"tiaocai/server/backup"
	"tiaocai/server/boot"
	"tiaocai/server/config"
	"tiaocai/server/evidence"
	"tiaocai/workflows/fault"
)

// Whatever is wrong with an archive or a target is said before anything is written.
func TestARestoreThatCannotGoWellChangesNothing(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	o := newOffice(t, nil)
	file, r := of(o.Kit, t, nil).save()
	m := emptyMachine(t, filepath.Join(o.Dir, "keys.json"), nil)
	_, s := m.open()
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	untouched := func(what string) {
		t.Helper()
		if n := text(t, connect(t, m.dsn), "select count(*)::text from pg_class where relnamespace = 'public'::regnamespace"); n != "0" {
			t.Fatalf("%s: the database has %s tables", what, n)
		}
		if left, _ := filepath.Glob(filepath.Join(m.dir, "data", "*", "*", "*")); len(left) != 0 {
			t.Fatalf("%s: files were left: %v", what, left)
		}
	}
	with := func(what string, content []byte, code string) {
		t.Helper()
		path := filepath.Join(t.TempDir(), "x.tar")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := backup.Restore(ctx, s, path)
		mustRefuse(t, what, err, code)
		untouched(what)
	}
	for _, at := range []int{1, 2, 10, 100, 500, 1000, 4000} { // in thousandths of the way from the front, or bytes from the end
		with(fmt.Sprint("cut ", at, " bytes before the end"), whole[:len(whole)-at], "backup-cut-short")
	}
	for part := range 9 {
		cut := len(whole) * (part + 1) / 10
		with(fmt.Sprint("cut at ", cut), whole[:cut], "backup-cut-short")
		with(fmt.Sprint("cut at a block, ", cut/512*512), whole[:cut/512*512], "backup-cut-short")
	}
	for part := range 9 {
		bad := append([]byte{}, whole...)
		bad[len(bad)*(part+1)/10+7] ^= 1
		path := filepath.Join(t.TempDir(), "x.tar")
		os.WriteFile(path, bad, 0o600)
		if _, err := backup.Restore(ctx, s, path); fault.As(err) == nil {
			t.Errorf("one bit changed at %d/10: %v", part+1, err)
		}
		untouched("a bit changed")
	}
	with("no archive at all", []byte("not a tar file, but words\n"), "backup-unknown")
	with("nothing", nil, "backup-cut-short")
	_, err = backup.Restore(ctx, s, filepath.Join(t.TempDir(), "none.tar"))
	mustRefuse(t, "no file", err, "backup-unknown")

	other := emptyMachine(t, filepath.Join(o.Dir, "keys.json"), nil)
	os.Remove(other.keys())
	if err := models.NewKeyFile(other.keys()); err != nil {
		t.Fatal(err)
	}
	_, wrong := other.open()
	_, err = backup.Restore(ctx, wrong, file)
	mustRefuse(t, "another key set", err, "backup-wrong-keys")

	if err := os.WriteFile(filepath.Join(m.dir, "stray"), []byte("evidence of somebody else"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, _ := os.Open(filepath.Join(m.dir, "stray"))
	defer f.Close()
	sum := [32]byte{}
	copy(sum[:], sha(t, filepath.Join(m.dir, "stray")))
	if _, err := s.Store.Put(ctx, "c1/STRAY/0", f, 25, sum, "text/plain"); err != nil {
		t.Fatal(err)
	}
	_, err = backup.Restore(ctx, s, file)
	mustRefuse(t, "a store in use", err, "restore-store-not-empty")
	if gone, err := s.Store.Delete(ctx, "c1/STRAY/0", "", time.Time{}); err != nil || !gone {
		t.Fatal(gone, err)
	}
	os.Remove(filepath.Join(m.dir, "stray"))
	db := connect(t, m.dsn)
	db.Exec("create table somebody_elses (x int)")
	_, err = backup.Restore(ctx, s, file)
	mustRefuse(t, "a database in use", err, "restore-database-not-empty")
	db.Exec("drop table somebody_elses")
	m.restored(file, r) // and after all of that it still goes well
	_, err = backup.Restore(ctx, s, file)
	mustRefuse(t, "a second time", err, "restore-database-not-empty")
}

// When the database refuses in the middle, everything is taken back, and the next try succeeds.
func TestAFailedRestoreIsUndone(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	o := newOffice(t, bucket("undone-from"))
	file, r := of(o.Kit, t, bucket("undone-from")).save()
	m := emptyMachine(t, filepath.Join(o.Dir, "keys.json"), bucket("undone-to"))
	_, s := m.open()
	db := connect(t, m.dsn)
	if _, err := db.Exec("create function refuse_change() returns trigger language plpgsql as 'begin end'"); err != nil { // a name that the dump makes too
		t.Fatal(err)
	}
	_, err := backup.Restore(ctx, s, file)
	mustRefuse(t, "a clash in the middle", err, "restore-undone")
	if n := text(t, db, "select count(*)::text from pg_class where relnamespace = 'public'::regnamespace"); n != "0" {
		t.Errorf("the database has %s tables", n)
	}
	left := func() (keys []string) {
		t.Helper()
		if err := s.Store.List(ctx, "", func(o evidence.Info) error {
			if !evidence.Probing(o.Key) {
				keys = append(keys, o.Key)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return keys
	}
	if keys := left(); len(keys) != 0 {
		t.Errorf("files were left in the store: %v", keys)
	}
	if _, err := db.Exec("drop function refuse_change()"); err != nil {
		t.Fatal(err)
	}
	// as after a power cut in the middle: the database is empty, some of the files are there
	_, home := of(o.Kit, t, bucket("undone-from")).open()
	var first evidence.Info
	if err := home.Store.List(ctx, "", func(o evidence.Info) error {
		if !evidence.Probing(o.Key) {
			first = o
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	half, err := home.Store.Open(ctx, first.Key, first.Version, 0, -1)
	if err != nil {
		t.Fatal(err)
	}
	defer half.Close()
	content, err := io.ReadAll(half)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(t.TempDir(), "half"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	f.Write(content)
	if _, err := s.Store.Put(ctx, first.Key, f, int64(len(content)), sha256.Sum256(content), "text/plain"); err != nil {
		t.Fatal(err)
	}
	m.restored(file, r)
	if keys := left(); len(keys) < 3 {
		t.Errorf("in the store: %v", keys)
	}
}

func sha(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b)
	return sum[:]
}

// A disk that is full ends the backup with a sentence; the unfinished file goes, and nothing else is
// touched: neither the data nor the backup of yesterday.
func TestAFullDiskIsSaid(t *testing.T) {
	t.Parallel()
	o := newOffice(t, nil)
	m := of(o.Kit, t, nil)
	dir := t.TempDir()
	yesterday := filepath.Join(dir, "yesterday.tar")
	os.WriteFile(yesterday, []byte("whole"), 0o600)

	_, s := m.open()
	full, err := backup.Open("/dev/full", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	_, err = backup.Make(context.Background(), s, full)
	mustRefuse(t, "/dev/full", err, "backup-disk-full")
	full.Drop()

	c := exec.Command(os.Args[0])
	c.Env = append(m.settings(), childSetting+"="+filepath.Join(dir, "today.tar"), "PATH="+os.Getenv("PATH"))
	out, err := c.CombinedOutput()
	if err != nil || string(out) != "backup-disk-full\n" {
		t.Errorf("with a limit on files: %v %s", err, out)
	}
	left, _ := filepath.Glob(filepath.Join(dir, "*"))
	if len(left) != 1 || left[0] != yesterday {
		t.Errorf("left behind: %v", left)
	}
	_, err = backup.Open(yesterday, time.Now())
	mustRefuse(t, "an existing file", err, "backup-exists")
	v, err := backup.Verify(context.Background(), s)
	if err != nil || v.Faults() != 0 {
		t.Errorf("verify: %+v %v", v, err)
	}
}

const childSetting = "BACKUP_TEST_CHILD"

// child is a process whose files may not grow: its backup goes to the path in the setting.
func child() int {
	path := os.Getenv(childSetting)
	os.Unsetenv(childSetting)
	err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 60_000, Max: 60_000})
	if err == nil {
		err = backUpTo(path)
	}
	if f := fault.As(err); f != nil {
		fmt.Println(f.Code)
		return 0
	}
	fmt.Println(err)
	return 1
}

func backUpTo(path string) (err error) {
	cfg, err := config.FromEnviron(os.Environ())
	if err != nil {
		return err
	}
	p, err := boot.OpenApart(context.Background(), cfg, boot.Extra{})
	if err != nil {
		return err
	}
	defer p.Close()
	s, err := p.Site()
	if err != nil {
		return err
	}
	to, err := backup.Open(path, time.Now())
	if err != nil {
		return err
	}
	if _, err = backup.Make(context.Background(), s, to); err != nil {
		return errors.Join(err, to.Drop())
	}
	return to.Keep()
}
