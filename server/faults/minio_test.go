//go:build linux

package faults

import (
	"fmt"
	"testing"
	"time"
)

// MinIO is killed and comes back. Uploads are refused in words, everything else goes on, and
// afterwards files are taken again.
func TestMinIOStopped(t *testing.T) {
	t.Parallel()
	c := newCluster(t, 2)
	l := c.work(4)
	time.Sleep(2 * time.Second)
	c.minio.Kill()
	c.withoutStore(t, l, time.Minute)
	if err := c.minio.Again(t.Context()); err != nil {
		t.Fatal(err)
	}
	c.storeIsBack(t, l)
	c.compare(t, l.finish(t))
}

// A store that takes connections and answers none is worse than one that is gone. Eight seconds are
// longer than anything that the program keeps about the store (the client's time limit, with its one retry).
func TestMinIOFrozen(t *testing.T) {
	t.Parallel()
	c := newCluster(t, 2)
	l := c.work(4)
	time.Sleep(2 * time.Second)
	if err := c.minio.Freeze(); err != nil {
		t.Fatal(err)
	}
	c.withoutStore(t, l, 8*time.Second)
	if err := c.minio.Thaw(); err != nil {
		t.Fatal(err)
	}
	c.storeIsBack(t, l)
	c.compare(t, l.finish(t))
}

// withoutStore asks both processes again and again for what needs the store and what does not.
func (c *cluster) withoutStore(t *testing.T, l *load, during time.Duration) {
	t.Helper()
	in, ref := c.people.intake, l.anyCase(t)
	for end, i := time.Now().Add(during), 0; time.Now().Before(end); i++ {
		n := c.nodes[i%2]
		up := asFileOf(ref, "聊天记录", "applicant", fmt.Appendf(nil, "另一页 %d", i))
		if a := in.at(n, up); a.status != 503 || a.code() != "evidence-store-unavailable" || a.header.Get("Retry-After") == "" || !inWords(a) {
			t.Errorf("upload at %s: %d %s", n.name, a.status, a.body)
		}
		open := asJSON("POST", "/api/v1/cases", application("李四"))
		open.token = in.token
		if a := in.at(n, open); a.status != 200 {
			t.Errorf("opening a case at %s: %d %s", n.name, a.status, a.body)
		} else {
			l.note(open, a, [32]byte{})
		}
		for path, want := range map[string]int{"/api/v1/cases/" + ref: 200, "/work": 200, "/healthz": 200, "/readyz": 503} {
			if a := in.at(n, request{method: "GET", path: path}); a.status != want {
				t.Errorf("%s at %s: %d, want %d", path, n.name, a.status, want)
			}
		}
	}
}

// storeIsBack wants readyz to say so at both, and the load to hand in files again.
func (c *cluster) storeIsBack(t *testing.T, l *load) {
	t.Helper()
	for _, n := range c.nodes {
		eventually(t, 20*time.Second, n.name+" is ready", func() bool {
			return c.people.intake.at(n, request{method: "GET", path: "/readyz"}).status == 200
		})
	}
	before := l.count()
	eventually(t, 20*time.Second, "files are taken again", func() bool { return l.count() > before+20 })
}

// anyCase is a case that is open for evidence.
func (l *load) anyCase(t *testing.T) (ref string) {
	t.Helper()
	eventually(t, 20*time.Second, "a case was accepted", func() bool {
		l.mu.Lock()
		defer l.mu.Unlock()
		for _, e := range l.journal {
			if e.Event == "accept" {
				ref = e.Ref
			}
		}
		return ref != ""
	})
	return ref
}
