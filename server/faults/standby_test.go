//go:build linux

package faults

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"tiaocai/server/devstack"
)

// newPair is a cluster with a primary and a hot standby. A commit is acknowledged when both have it.
func newPair(t *testing.T, n int) (c *cluster, standby *devstack.Server) {
	t.Helper()
	c = bareCluster(t)
	c.postgres.Stop(context.Background()) // a folder that was shut down in order can be copied as it is
	primary, second := filepath.Join(c.dir, "pg"), filepath.Join(c.dir, "pg2")
	if err := os.Mkdir(second, 0o711); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("cp", "-a", filepath.Join(primary, "data"), second).CombinedOutput(); err != nil {
		t.Fatalf("copy: %v %s", err, out)
	}
	set(t, primary, "synchronous_standby_names = '*'")
	c.postgres = c.startPostgres("pg")
	set(t, second, fmt.Sprintf("primary_conninfo = 'host=%s port=5432 user=%s'", filepath.Join(primary, "run"), devstack.Database))
	if out, err := exec.Command("cp", "-a", filepath.Join(second, "data", "PG_VERSION"), filepath.Join(second, "data", "standby.signal")).CombinedOutput(); err != nil {
		t.Fatalf("standby.signal: %v %s", err, out) // copied, so that it belongs to whom the rest belongs
	}
	standby = c.startPostgres("pg2")
	t.Cleanup(func() { standby.Stop(context.Background()) })
	c.urls = []string{c.postgres.URL(devstack.Database), standby.URL(devstack.Database)}
	eventually(t, 20*time.Second, "the standby keeps up", func() bool {
		return c.number(`select count(*) from pg_stat_replication where sync_state = 'sync'`) == 1
	})
	c.startNodes(n)
	return c, standby
}

// set adds a line to a server's settings before it starts.
func set(t *testing.T, dir, line string) {
	t.Helper()
	f, err := os.OpenFile(filepath.Join(dir, "data", "postgresql.conf"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	fmt.Fprintln(f, line)
}

// The primary is killed and the standby promoted. The processes know both hosts and find the one
// that takes writes by themselves; what was acknowledged is on the new one.
func TestStandbyPromoted(t *testing.T) {
	t.Parallel()
	c, _ := newPair(t, 2)
	l := c.work(4)
	time.Sleep(4 * time.Second)
	c.killPostgres("pg")
	<-c.postgres.Died()
	time.Sleep(500 * time.Millisecond)
	for _, n := range c.nodes {
		c.saysDown(t, n) // the standby answers, but takes no writes
	}
	promote(t, c.urls[1])
	before := l.count()
	eventually(t, 20*time.Second, "work goes on at the standby", func() bool { return l.count() > before+30 })
	time.Sleep(3 * time.Second)
	c.compare(t, l.finish(t))
}

func promote(t *testing.T, url string) {
	t.Helper()
	c := &cluster{t: t, urls: []string{url}}
	c.readOnly = true
	c.exec(`select pg_promote()`)
}

// A client gives up while a commit waits for the standby, and asks again with the same key. It must
// not hear "done" as long as only the primary has it: if that is lost now, so is the record.
func TestNothingIsConfirmedThatOnlyOneMachineHas(t *testing.T) {
	t.Parallel()
	c, standby := newPair(t, 2)
	c.freeze(syscall.SIGSTOP)
	t.Cleanup(func() { c.freeze(syscall.SIGCONT) })
	hasty := &http.Client{Timeout: time.Second}
	r := asJSON("POST", "/api/v1/cases", application("张三"))
	r.token = c.people.worker.token
	if a, err := r.sendBy(hasty, c.nodes[0].where()); err == nil {
		t.Fatalf("without the standby it was acknowledged: %d %s", a.status, a.body)
	}
	eventually(t, 10*time.Second, "the primary alone has it", func() bool {
		return c.number(`select count(*) from idempotency_keys where key = $1`, r.key) == 1
	})
	for _, n := range c.nodes {
		if a, err := r.sendBy(hasty, n.where()); err == nil && a.status < 300 {
			t.Errorf("%s confirms what only the primary has: %s", n.name, a.body)
		}
	}
	waiting := func() int { // requests hold the lock of their key meanwhile; the job queue's own commits hold none
		return c.number(`select count(*) from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.granted and a.query = 'commit' and a.state = 'active'`)
	}
	eventually(t, 10*time.Second, "the hasty client's commits were given up", func() bool { return waiting() == 0 })
	pressed := make(chan answer, 1)
	go func() { // somebody presses a button and waits
		a, _ := form(c.people.worker, "pressed-once").send(c.nodes[1].where())
		pressed <- a
	}()
	eventually(t, 10*time.Second, "the button's commit waits for the standby", func() bool { return waiting() > 0 })
	c.killPostgres("pg")
	<-c.postgres.Died()
	if a := <-pressed; a.status != 503 || a.header.Get("Retry-After") == "" || !strings.Contains(string(a.body), "不能确定是否已经办成") {
		t.Errorf("a commit that broke: %d %s", a.status, a.body)
	}
	c.freeze(syscall.SIGCONT)
	promote(t, standby.URL(devstack.Database))
	var a answer
	eventually(t, 20*time.Second, "the request is done at the standby", func() (ok bool) {
		var err error
		a, err = r.send(c.nodes[0].where())
		return err == nil && a.status == 200
	})
	if a := c.people.worker.at(c.nodes[0], form(c.people.worker, "pressed-once")); a.status != 200 {
		t.Errorf("pressed once more: %d %s", a.status, a.body)
	}
	if n := c.number(`select count(*) from case_events`); n != 2 {
		t.Errorf("%d events for one request and one form", n)
	}
	c.verify(t)
}

// form is the page's form for a new case.
func form(p *person, key string) request {
	fields := url.Values{"_key": {key}, "ask": {"consultation"}, "applicants.0.kind": {"worker"}, "applicants.0.name": {"张三"}}
	return request{method: "POST", path: "/cases", contentType: "application/x-www-form-urlencoded", body: []byte(fields.Encode()), token: p.token}
}

// freeze sends a signal to every process of the standby: first to the one that makes others.
func (c *cluster) freeze(sig syscall.Signal) {
	c.t.Helper()
	b, err := os.ReadFile(filepath.Join(c.dir, "pg2", "data", "postmaster.pid"))
	if err != nil {
		c.t.Fatal(err)
	}
	parent := strings.SplitN(string(b), "\n", 2)[0]
	first, _ := strconv.Atoi(parent)
	if err := syscall.Kill(first, sig); err != nil {
		c.t.Fatal(err)
	}
	for _, pid := range family(parent) { // some may end meanwhile
		if err := syscall.Kill(pid, sig); err != nil && err != syscall.ESRCH {
			c.t.Fatal(err)
		}
	}
}

// family is a process and its children.
func family(parent string) []int {
	var list []int
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range stats {
		b, err := os.ReadFile(path)
		if err != nil {
			continue // it ended
		}
		fields := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
		pid := filepath.Base(filepath.Dir(path))
		if len(fields) > 1 && (pid == parent || fields[1] == parent) {
			n, _ := strconv.Atoi(pid)
			list = append(list, n)
		}
	}
	return list
}
