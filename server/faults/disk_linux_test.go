//go:build linux

package faults

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The disk under PostgreSQL is full: files cannot grow any more. What is written is refused in words
// and leaves nothing; what is read goes on; when there is room again, so does everything.
//
// A file system of its own would need rights that a test does not have. Instead the kernel is told,
// for every process of this PostgreSQL, that no file may grow beyond the size that the fullest
// tables have: writing past it stops half-way through a page, which PostgreSQL treats as what it is
// on a full disk ("could not extend file … check free disk space").
func TestDiskFullUnderPostgres(t *testing.T) {
	t.Parallel()
	c := newCluster(t, 2)
	first := c.work(4)
	eventually(t, 20*time.Second, "there are cases", func() bool { return first.count() > 120 })
	journal := first.finish(t)
	size := c.fill("idempotency_keys", `insert into idempotency_keys select 0, 'filler', gen_random_uuid()::text, '\x00', convert_to(repeat('x', 1528), 'UTF8'), now()`)
	c.exec(`alter table reads add column filler text`)
	if other := c.fill("reads", `insert into reads select c.commission_id, c.id, a.id, gen_random_uuid()::text, now(), repeat('x', 1524) from (select * from cases limit 1) c, (select * from accounts limit 1) a`); other != size {
		t.Fatalf("tables of %d and %d bytes", size, other)
	}
	c.fileLimit(strconv.Itoa(size + 4096))
	t.Cleanup(func() { c.fileLimit("unlimited") })
	l := c.work(4)
	c.refusesInWords(t, l)
	c.canBeRead(t, journal)
	c.fileLimit("unlimited")
	before := l.count()
	eventually(t, 20*time.Second, "work goes on", func() bool { return l.count() > before+20 })
	c.compare(t, append(journal, l.finish(t)...))
}

// refusesInWords waits until nothing fits any more, and looks at the refusal.
func (c *cluster) refusesInWords(t *testing.T, l *load) {
	t.Helper()
	var a answer
	eventually(t, 20*time.Second, "writes are refused", func() bool {
		r := asJSON("POST", "/api/v1/cases", application("李四"))
		r.token = c.people.intake.token
		if a = c.people.intake.at(c.nodes[0], r); a.status == 200 {
			l.note(r, a, [32]byte{})
		}
		return a.status != 200
	})
	if a.status != 503 || a.code() != "database-full" && a.code() != "database-trouble" || a.header.Get("Retry-After") == "" || !inWords(a) || !strings.Contains(string(a.body), "磁盘") {
		t.Errorf("with the disk full: %d %s", a.status, a.body)
	}
}

// canBeRead opens every case of the journal, as JSON and as a page; what can't be noted in the
// database is noted in the log.
func (c *cluster) canBeRead(t *testing.T, journal []entry) {
	t.Helper()
	for i, e := range journal {
		for _, path := range []string{"/api/v1/cases/" + e.Ref, "/cases/" + e.Ref, "/api/v1/cases"} {
			if a := c.people.intake.at(c.nodes[i%2], request{method: "GET", path: path}); a.status != 200 {
				t.Fatalf("%s with the disk full: %d %s", path, a.status, a.body)
			}
		}
	}
	if log := c.nodes[0].log.String() + c.nodes[1].log.String(); !strings.Contains(log, "opened-while-full") {
		t.Error("what was opened meanwhile is noted nowhere")
	}
}

// fill makes a table seventeen megabytes large: more than a segment of the write-ahead log, which
// must still find room. It adds rows one by one, so that the table stops at the page; five rows fill one
// to the last bytes, so that nothing else slips in between.
func (c *cluster) fill(table, insert string) int {
	c.t.Helper()
	c.exec(`do $$ begin
		while pg_relation_size('` + table + `') < 17 * 1024 * 1024 loop ` + insert + `; end loop;
		for i in 1 .. 3 loop ` + insert + `; end loop; end $$`)
	return c.number(`select pg_relation_size('` + table + `')`)
}

// fileLimit says how large a file of this PostgreSQL may become, to every process of it, in the name
// of the user that it runs as: being root is not enough in a container.
func (c *cluster) fileLimit(size string) {
	c.t.Helper()
	data := filepath.Join(c.dir, "pg", "data")
	b, err := os.ReadFile(filepath.Join(data, "postmaster.pid"))
	if err != nil {
		c.t.Fatal(err)
	}
	info, err := os.Stat(data)
	if err != nil {
		c.t.Fatal(err)
	}
	who := info.Sys().(*syscall.Stat_t)
	for _, pid := range family(strings.SplitN(string(b), "\n", 2)[0]) {
		cmd := exec.Command("prlimit", "--pid", strconv.Itoa(pid), "--fsize="+size+":")
		if os.Geteuid() != int(who.Uid) {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: who.Uid, Gid: who.Gid}}
		}
		if out, err := cmd.CombinedOutput(); err != nil && syscall.Kill(pid, 0) == nil {
			c.t.Fatalf("limit of process %d: %v %s", pid, err, out)
		}
	}
}
