package evidence

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tiaocai/workflows/fault"
)

func diskIn(t *testing.T) (*Disk, string) {
	t.Helper()
	dir := t.TempDir()
	d, err := NewDisk(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d, dir
}

// A file that was changed behind our back is not quietly mended by handing it over again.
func TestDiskNoticesDamageWhenPutAgain(t *testing.T) {
	t.Parallel()
	d, dir := diskIn(t)
	content := []byte("原件")
	key, _ := mustPut(t, d, content)
	if err := os.WriteFile(filepath.Join(dir, "objects", key), []byte("假件"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, sum := fileOf(t, content)
	if _, err := d.Put(t.Context(), key, f, int64(len(content)), sum, "text/plain"); !errors.Is(err, ErrTaken) {
		t.Errorf("Put over a changed object: %v, want ErrTaken", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "tmp", "*")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestDiskFollowsNoLinksOutside(t *testing.T) {
	t.Parallel()
	d, dir := diskIn(t)
	outside := t.TempDir()
	if err := os.WriteFile(filepath.Join(outside, "secret"), []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "objects", "c1")); err != nil {
		t.Fatal(err)
	}
	if r, err := d.Open(t.Context(), "c1/secret", "", 0, -1); err == nil {
		r.Close()
		t.Error("Open followed a link to the outside")
	}
	f, sum := fileOf(t, []byte("x"))
	if _, err := d.Put(t.Context(), "c1/new", f, 1, sum, "text/plain"); err == nil {
		t.Error("Put followed a link to the outside")
	}
}

func TestDiskFoldersAreNoObjects(t *testing.T) {
	t.Parallel()
	d, _ := diskIn(t)
	mustPut(t, d, []byte("x"))
	if _, err := d.Stat(t.Context(), "c7/2026-000123", ""); !fault.Is(err, fault.NotFound) {
		t.Errorf("Stat of a folder: %v, want not found", err)
	}
	if r, err := d.Open(t.Context(), "c7/2026-000123", "", 0, -1); !fault.Is(err, fault.NotFound) {
		t.Errorf("Open of a folder: %v, %v, want not found", r, err)
	}
}

func TestDiskTidiesAndRemovesEmptyFolders(t *testing.T) {
	t.Parallel()
	d, dir := diskIn(t)
	left := filepath.Join(dir, "tmp", "put-left")
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	key, _ := mustPut(t, d, []byte("x"))
	all := func(string, string) (bool, error) { return false, nil }
	if n, err := Sweep(t.Context(), d, time.Now().Add(-time.Hour), all); n != 0 || err != nil {
		t.Errorf("Sweep = %d, %v, want 0", n, err)
	}
	if _, err := os.Stat(left); err != nil {
		t.Errorf("a young temporary file is gone: %v", err)
	}
	if n, err := Sweep(t.Context(), d, time.Now().Add(time.Hour), all); n != 1 || err != nil {
		t.Errorf("Sweep = %d, %v, want 1", n, err)
	}
	for _, gone := range []string{left, filepath.Join(dir, "objects", key), filepath.Join(dir, "objects", "c7")} {
		if _, err := os.Lstat(gone); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is still there: %v", gone, err)
		}
	}
}

func TestPutAgainMakesYoung(t *testing.T) {
	t.Parallel()
	d, dir := diskIn(t)
	key, _ := mustPut(t, d, []byte("x"))
	yesterday := time.Now().Add(-48 * time.Hour)
	if err := os.Chtimes(filepath.Join(dir, "objects", key), yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	mustPut(t, d, []byte("x"))
	if removed, err := d.Delete(t.Context(), key, "", time.Now().Add(-24*time.Hour)); removed || err != nil {
		t.Errorf("Delete of what was just put again = %v, %v, want false", removed, err)
	}
}

func TestKeysDoNotMeet(t *testing.T) {
	t.Parallel()
	sum := sha256.Sum256([]byte("x"))
	seen := map[string]string{}
	for _, commission := range []int64{1, 12} {
		for _, ref := range []string{"2026-000123", "京劳人仲字[2026]第1号", "..", ".", "", "a/b", "=61", "61", "a b"} {
			key := Key(commission, ref, sum)
			if err := checkKey(key); err != nil && ref != "" {
				t.Errorf("Key(%d, %q) = %q: %v", commission, ref, key, err)
			}
			if who := fmt.Sprint(commission, ref); seen[key] != "" {
				t.Errorf("%s and %s share the key %s", seen[key], who, key)
			} else {
				seen[key] = who
			}
		}
	}
}
