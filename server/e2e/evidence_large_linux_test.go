package e2e

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"tiaocai/server/casework"
)

const (
	gigabyte  = 1 << 30
	mostExtra = 32 << 10 // KB of memory that a gigabyte may cost beyond what a small file costs
)

// generated is a recording of any length that is nowhere kept: no two of its blocks are alike.
type generated struct {
	left, at int64
	block    []byte
	hash     hash.Hash
}

func newRecording(size int64) *generated {
	g := &generated{left: size, block: make([]byte, 1<<20), hash: sha256.New()}
	for i := range g.block {
		g.block[i] = byte(i * i >> 7)
	}
	copy(g.block, "RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00")
	return g
}

func (g *generated) Read(p []byte) (int, error) {
	if g.left == 0 {
		return 0, io.EOF
	}
	from := int(g.at % int64(len(g.block)))
	if from == 0 && g.at > 0 {
		copy(g.block, fmt.Sprintf("block %d ", g.at))
	}
	n := copy(p[:min(int64(len(p)), g.left)], g.block[from:])
	g.hash.Write(p[:n])
	g.left, g.at = g.left-int64(n), g.at+int64(n)
	return n, nil
}

// roomFor is a folder in memory if there is plenty, because a disk takes long to write gigabytes, and
// else an ordinary one.
func roomFor(t *testing.T, size uint64) string {
	t.Helper()
	const inMemory = "/dev/shm"
	var fs syscall.Statfs_t
	if os.Getenv("TMPDIR") != "" || syscall.Statfs(inMemory, &fs) != nil || fs.Bavail*uint64(fs.Bsize) < 3*size {
		return t.TempDir()
	}
	left, _ := filepath.Glob(inMemory + "/tiaocai-large-*") // of test runs that were killed
	for _, dir := range left {
		if info, err := os.Stat(dir); err == nil && time.Since(info.ModTime()) > time.Hour {
			os.RemoveAll(dir)
		}
	}
	dir, err := os.MkdirTemp(inMemory, "tiaocai-large-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// memory reads a line of a process's status, in KB: VmRSS is what it has, VmHWM the most it had.
func memory(t *testing.T, pid int, what string) (kb int) {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(status, []byte(what+":"))
	if at < 0 {
		t.Fatalf("no %s in %s", what, status)
	}
	fmt.Sscanf(string(status[at+len(what)+1:]), "%d kB", &kb)
	return kb
}

// forgetPeak makes the most that a process had what it has now.
func forgetPeak(t *testing.T, pid int) {
	t.Helper()
	if err := os.WriteFile(fmt.Sprintf("/proc/%d/clear_refs", pid), []byte("5"), 0o200); err != nil {
		t.Fatal(err)
	}
}

// A gigabyte goes up and comes down byte for byte, whole and in part, and the program never holds it.
func TestAGigabyteUpAndDown(t *testing.T) {
	t.Parallel()
	bothStores(t, func(t *testing.T, settings []string) {
		t.Parallel()
		settings = append([]string{"TIAOCAI_DATA_DIR=" + roomFor(t, 3*gigabyte)}, settings...)
		k, ref := beforehand(t, settings)
		p := launch(t, k, append([]string{"TIAOCAI_UPLOAD_LIMIT=2147483648"}, settings...))
		in := k.As("lian")
		token := in.Token
		up := func(size int64) (mark, sum string) {
			g := newRecording(size)
			status, body, err := hand(k, token, ref, "recording-"+fmt.Sprint(size), "录音.wav", g)
			var d casework.Done
			if err != nil || status != 200 || json.Unmarshal(body, &d) != nil {
				t.Fatalf("up: %d %s %v\n%s", status, body, err, p.out)
			}
			return d.Exhibit, fmt.Sprintf("%x", g.hash.Sum(nil))
		}
		down := func(mark, want string, size int64) {
			var id int64
			for _, x := range in.See(ref).Exhibits {
				if x.Mark == mark {
					id = x.ID
				}
			}
			got := sha256.New()
			n := fetch(t, fmt.Sprintf("%s/api/v1/cases/%s/exhibits/%d", k.Base, ref, id), token, "", got)
			if n != size || fmt.Sprintf("%x", got.Sum(nil)) != want {
				t.Errorf("%s came down as %d bytes, %x, want %d, %s", mark, n, got.Sum(nil), size, want)
			}
			execSQL(t, k, `update exhibits set verified_at = null`) // so that the part asks for a look at the whole
			if n := fetch(t, fmt.Sprintf("%s/api/v1/cases/%s/exhibits/%d", k.Base, ref, id), token, "bytes=1000-1999", io.Discard); n != 1000 {
				t.Errorf("a part came down as %d bytes, want 1000", n)
			}
		}
		mark, sum := up(5 << 20)
		down(mark, sum, 5<<20)
		pid := p.cmd.Process.Pid
		forgetPeak(t, pid)
		before := memory(t, pid, "VmRSS")
		began := time.Now()
		mark, sum = up(gigabyte)
		wasUp := time.Since(began)
		down(mark, sum, gigabyte)
		extra := memory(t, pid, "VmHWM") - before
		t.Logf("up %.1f s, down and once more looked at %.1f s, from %d KB on, extra %d KB", wasUp.Seconds(), (time.Since(began) - wasUp).Seconds(), before, extra)
		if extra > mostExtra {
			t.Errorf("%d KB of extra memory, want at most %d", extra, mostExtra)
		}
		p.stop()
	})
}

// fetch downloads and says how many bytes there were.
func fetch(t *testing.T, at, token, part string, into io.Writer) int64 {
	t.Helper()
	req, err := http.NewRequest("GET", at, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+token)
	if part != "" {
		req.Header.Set("Range", part)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	n, err := io.Copy(into, res.Body)
	if err != nil || res.StatusCode >= 300 {
		t.Fatalf("%s: %d after %d bytes: %v", at, res.StatusCode, n, err)
	}
	return n
}
