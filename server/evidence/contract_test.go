package evidence

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"tiaocai/server/devstack"
	"tiaocai/workflows/fault"
)

func TestPutOpenStatDelete(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		if err := s.Check(t.Context()); err != nil {
			t.Fatalf("Check: %v", err)
		}
		content := []byte("工资条：2026年3月，实发 0 元。")
		key, version := mustPut(t, s, content)
		if (version != "") != versioned(s) {
			t.Errorf("version = %q", version)
		}
		info, err := s.Stat(t.Context(), key, version)
		if err != nil || info.Size != int64(len(content)) || info.Version != version || info.Key != key || info.Modified.IsZero() {
			t.Errorf("Stat = %+v, %v", info, err)
		}
		if got := read(t, s, key, version, 0, -1); !bytes.Equal(got, content) {
			t.Errorf("read %q, want %q", got, content)
		}
		if removed, err := s.Delete(t.Context(), key, version, time.Time{}); err != nil || !removed {
			t.Errorf("Delete = %v, %v", removed, err)
		}
		if _, err := s.Stat(t.Context(), key, version); !fault.Is(err, fault.NotFound) {
			t.Errorf("Stat of a deleted object: %v, want not found", err)
		}
		if _, err := s.Open(t.Context(), key, version, 0, -1); !fault.Is(err, fault.NotFound) {
			t.Errorf("Open of a deleted object: %v, want not found", err)
		}
		if removed, err := s.Delete(t.Context(), key, version, time.Time{}); err != nil || removed {
			t.Errorf("second Delete = %v, %v, want false", removed, err)
		}
	})
}

func TestRanges(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		key, version := mustPut(t, s, []byte("0123456789"))
		for _, c := range []struct {
			from, length int64
			want         string
		}{{0, -1, "0123456789"}, {0, 1, "0"}, {3, 4, "3456"}, {9, 1, "9"}, {4, -1, "456789"}, {0, 10, "0123456789"}} {
			if got := read(t, s, key, version, c.from, c.length); string(got) != c.want {
				t.Errorf("%d bytes from %d = %q, want %q", c.length, c.from, got, c.want)
			}
		}
		for _, c := range [][2]int64{{0, 11}, {9, 2}, {10, 1}, {10, -1}, {11, -1}, {-1, 3}, {0, -2}, {2, 0}} {
			if r, err := s.Open(t.Context(), key, version, c[0], c[1]); !errors.Is(err, ErrRange) {
				t.Errorf("%d bytes from %d: %v, %v, want ErrRange", c[1], c[0], r, err)
			}
		}
	})
}

func TestSameContentTwice(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		content := []byte("劳动合同")
		key, first := mustPut(t, s, content)
		again, second := mustPut(t, s, content)
		if key != again || (first != second) != versioned(s) {
			t.Errorf("put %s %q, then %s %q", key, first, again, second)
		}
		for _, version := range []string{first, second} {
			if got := read(t, s, key, version, 0, -1); !bytes.Equal(got, content) {
				t.Errorf("version %q reads %q", version, got)
			}
		}
		if versioned(s) { // removing the later leaves the earlier
			if _, err := s.Delete(t.Context(), key, second, time.Time{}); err != nil {
				t.Fatal(err)
			}
			if got := read(t, s, key, first, 0, -1); !bytes.Equal(got, content) {
				t.Errorf("version %q then reads %q", first, got)
			}
		}
	})
}

func TestOtherContentNeverReplaces(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		content := []byte("考勤记录")
		key, version := mustPut(t, s, content)
		other, sum := fileOf(t, []byte("改过的考勤"))
		_, err := s.Put(t.Context(), key, other, 15, sum, "text/plain")
		if !versioned(s) && !errors.Is(err, ErrTaken) {
			t.Errorf("Put of other content: %v, want ErrTaken", err)
		}
		if got := read(t, s, key, version, 0, -1); !bytes.Equal(got, content) {
			t.Errorf("then the object reads %q", got)
		}
	})
}

func TestWrongDigestIsRefused(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		for _, size := range []int{10, 5 << 20, 20 << 20} {
			content := make([]byte, size)
			f, _ := fileOf(t, content)
			sum := sha256.Sum256([]byte("something else"))
			key := Key(1, "wrong", sum)
			if _, err := s.Put(t.Context(), key, f, int64(size), sum, "image/png"); !errors.Is(err, ErrChecksum) {
				t.Errorf("Put of %d bytes with a wrong digest: %v, want ErrChecksum", size, err)
			}
			if _, err := s.Stat(t.Context(), key, ""); !fault.Is(err, fault.NotFound) {
				t.Errorf("then Stat: %v, want not found", err)
			}
		}
	})
}

func TestShorterThanSaidLeavesNothing(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		f, sum := fileOf(t, make([]byte, 1000))
		key := Key(1, "short", sum)
		within, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		defer cancel()
		if _, err := s.Put(within, key, f, 2000, sum, "image/png"); err == nil {
			t.Error("Put of half a file: no error")
		}
		if _, err := s.Stat(t.Context(), key, ""); !fault.Is(err, fault.NotFound) {
			t.Errorf("then Stat: %v, want not found", err)
		}
	})
}

func TestKeysThatLeadElsewhereAreRefused(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		f, sum := fileOf(t, []byte("x"))
		for _, key := range []string{"", ".", "..", "../x", "a/../../x", "/etc/passwd", "a//b", "a/", "a/./b", `a\..\b`,
			"a/.hidden", "a\x00b", "a b", "案件/x", "=", "a/==b", "%2e%2e/x", strings.Repeat("a", 600)} {
			if _, err := s.Put(t.Context(), key, f, 1, sum, "text/plain"); !errors.Is(err, ErrKey) {
				t.Errorf("Put under %q: %v, want ErrKey", key, err)
			}
			if _, err := s.Open(t.Context(), key, "", 0, -1); !errors.Is(err, ErrKey) {
				t.Errorf("Open of %q: %v, want ErrKey", key, err)
			}
			if _, err := s.Stat(t.Context(), key, ""); !errors.Is(err, ErrKey) {
				t.Errorf("Stat of %q: %v, want ErrKey", key, err)
			}
			if _, err := s.Delete(t.Context(), key, "", time.Time{}); !errors.Is(err, ErrKey) {
				t.Errorf("Delete of %q: %v, want ErrKey", key, err)
			}
		}
	})
}

func TestLargeStream(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		content := make([]byte, 64<<20)
		rand.Read(content)
		key, version := mustPut(t, s, content)
		body, err := s.Open(t.Context(), key, version, 0, -1)
		if err != nil {
			t.Fatal(err)
		}
		defer body.Close()
		alarm := func() { t.Error("alarm for a sound object") }
		n, err := io.Copy(io.Discard, Verify(body, sha256.Sum256(content), int64(len(content)), alarm))
		if err != nil || n != int64(len(content)) {
			t.Errorf("read %d bytes, %v", n, err)
		}
		if got := read(t, s, key, version, 33<<20, 100); !bytes.Equal(got, content[33<<20:33<<20+100]) {
			t.Error("a range in the middle differs")
		}
	})
}

func TestManyPutTheSame(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		content := make([]byte, 1<<20)
		rand.Read(content)
		f, sum := fileOf(t, content)
		key := Key(3, "many", sum)
		var versions [8]string
		var all sync.WaitGroup
		for i := range versions {
			all.Go(func() {
				var err error
				if versions[i], err = s.Put(t.Context(), key, f, 1<<20, sum, "application/pdf"); err != nil {
					t.Errorf("Put: %v", err)
				}
			})
		}
		all.Wait()
		for _, version := range versions {
			if got := read(t, s, key, version, 0, -1); !bytes.Equal(got, content) {
				t.Errorf("version %q differs", version)
			}
		}
	})
}

func TestListKnowsPrefixesAndVersions(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		want := map[string]bool{}
		for _, content := range []string{"one", "two", "three"} {
			key, version := mustPut(t, s, []byte(content))
			want[key+"@"+version] = true
		}
		got := map[string]bool{}
		list := func(prefix string) int {
			n := 0
			if err := s.List(t.Context(), prefix, func(o Info) error {
				n++
				got[o.Key+"@"+o.Version] = true
				if o.Size < 3 || o.Modified.IsZero() {
					t.Errorf("List tells %+v", o)
				}
				return nil
			}); err != nil {
				t.Errorf("List(%q): %v", prefix, err)
			}
			return n
		}
		if n := list(""); n != 3 || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("List = %v, want %v", got, want)
		}
		if a, b := list("c7/2026-000123/"), list("c8/"); a != 3 || b != 0 {
			t.Errorf("List by prefix gives %d and %d, want 3 and 0", a, b)
		}
		stop := errors.New("stop")
		if err := s.List(t.Context(), "", func(Info) error { return stop }); !errors.Is(err, stop) {
			t.Errorf("List = %v, want the error of each", err)
		}
	})
}

func TestSweepTakesOnlyOldStrangers(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		stranger, strangerVersion := mustPut(t, s, []byte("without a row"))
		kept, keptVersion := mustPut(t, s, []byte("with a row"))
		known := func(key, _ string) (bool, error) { return key == kept, nil }

		if n, err := Sweep(t.Context(), s, time.Now().Add(-time.Hour), known); n != 0 || err != nil {
			t.Errorf("Sweep of young objects = %d, %v, want 0", n, err)
		}
		down := errors.New("database down")
		if n, err := Sweep(t.Context(), s, time.Now().Add(time.Hour), func(string, string) (bool, error) { return false, down }); n != 0 || !errors.Is(err, down) {
			t.Errorf("Sweep without a database = %d, %v, want 0 and its error", n, err)
		}
		if n, err := Sweep(t.Context(), s, time.Now().Add(time.Hour), known); n != 1 || err != nil {
			t.Errorf("Sweep = %d, %v, want 1", n, err)
		}
		if _, err := s.Stat(t.Context(), stranger, strangerVersion); !fault.Is(err, fault.NotFound) {
			t.Errorf("the stranger: %v, want not found", err)
		}
		if _, err := s.Stat(t.Context(), kept, keptVersion); err != nil {
			t.Errorf("the kept one: %v", err)
		}
	})
}

func TestCallerWhoGoesAway(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		f, sum := fileOf(t, make([]byte, 1<<20))
		gone, cancel := context.WithCancel(t.Context())
		cancel()
		_, err := s.Put(gone, Key(1, "gone", sum), f, 1<<20, sum, "image/png")
		if !errors.Is(err, context.Canceled) || fault.As(err) != nil {
			t.Errorf("Put for nobody: %v, want context.Canceled and no fault", err)
		}
		if err := s.List(t.Context(), "", func(o Info) error { return fmt.Errorf("there is %s", o.Key) }); err != nil {
			t.Error(err)
		}
	})
}

// The child is killed while it writes: whatever is there is whole.
func TestKilledWhileWriting(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, how setting) {
		text, err := json.Marshal(how)
		if err != nil {
			t.Fatal(err)
		}
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childSetting+"="+string(text))
		said, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		line := make([]byte, 6) // "0\n1\n2\n"
		_, err = io.ReadFull(said, line)
		child.Process.Kill()
		rest, _ := io.ReadAll(said)
		child.Wait()
		if err != nil || string(line) != "0\n1\n2\n" {
			t.Fatalf("the child says %q%q, %v", line, rest, err)
		}
		n := 0
		if err := s.List(t.Context(), "", func(o Info) error {
			n++
			got := read(t, s, o.Key, o.Version, 0, -1)
			if sum := sha256.Sum256(got); len(got) != childSize || hex.EncodeToString(sum[:]) != path.Base(o.Key) {
				t.Errorf("%s has %d bytes and digest %x", o.Key, len(got), sum)
			}
			return nil
		}); err != nil || n < 3 {
			t.Errorf("List: %d objects, %v, want at least 3", n, err)
		}
	})
}

// A store that is down says so in words, at once rather than after many tries.
func TestServerStopped(t *testing.T) {
	t.Parallel()
	for name, start := range map[string]func(string) (*devstack.ObjectServer, error){"minio": startMinIO, "versitygw": startVersityGW} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server, err := start(filepath.Join(t.TempDir(), name))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(server.Stop)
			s, err := bucketOn(server).open()
			if err != nil {
				t.Fatal(err)
			}
			key, version := mustPut(t, s, []byte("kept before"))
			server.Stop()

			within, cancel := context.WithTimeout(t.Context(), 30*time.Second)
			defer cancel()
			f, sum := fileOf(t, []byte("comes too late"))
			_, put := s.Put(within, Key(1, "late", sum), f, 14, sum, "text/plain")
			_, open := s.Open(within, key, version, 0, -1)
			_, stat := s.Stat(within, key, version)
			_, del := s.Delete(within, key, version, time.Time{})
			list := s.List(within, "", func(Info) error { return nil })
			for act, err := range map[string]error{"Put": put, "Open": open, "Stat": stat, "Delete": del, "List": list, "Check": s.Check(within)} {
				f := fault.As(err)
				if f == nil || f.Kind != fault.Unavailable || f.Says.ZH == "" || f.Says.EN == "" || f.RetryAfter != 30*time.Second {
					t.Errorf("%s: %v, want fault.Unavailable in words", act, err)
				}
			}
		})
	}
}

// read reads a part of an object.
func read(t *testing.T, s Store, key, version string, from, length int64) []byte {
	t.Helper()
	r, err := s.Open(t.Context(), key, version, from, length)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	defer r.Close()
	got, err := io.ReadAll(r)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return got
}
