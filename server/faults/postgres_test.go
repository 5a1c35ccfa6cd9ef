//go:build linux

package faults

import (
	"testing"
	"time"
)

// PostgreSQL is killed with -9 and started again on the same folder. The processes are left alone:
// they say what is wrong while it is away, and go on by themselves.
func TestPostgresKilledAgainAndAgain(t *testing.T) {
	t.Parallel()
	c := newCluster(t, 2)
	l := c.work(4)
	for range 4 {
		time.Sleep(2 * time.Second)
		c.killPostgres("pg")
		<-c.postgres.Died()
		time.Sleep(500 * time.Millisecond)
		for _, n := range c.nodes {
			c.saysDown(t, n)
		}
		c.postgres.Stop(t.Context())
		c.postgres = c.startPostgres("pg")
		before := l.count()
		eventually(t, 20*time.Second, "work goes on", func() bool { return l.count() > before+10 })
	}
	c.compare(t, l.finish(t))
}

// saysDown wants a 503 with a sentence and a time, from the API, from a page and from readyz.
func (c *cluster) saysDown(t *testing.T, n *node) {
	t.Helper()
	a := c.people.intake.at(n, asJSON("POST", "/api/v1/cases", application("张三")))
	if a.status != 503 || a.code() != "database-down" || a.header.Get("Retry-After") == "" || !inWords(a) {
		t.Errorf("%s without a database: %d %s", n.name, a.status, a.body)
	}
	if a := c.people.intake.at(n, request{method: "GET", path: "/work"}); a.status != 503 || a.header.Get("Retry-After") == "" {
		t.Errorf("a page of %s without a database: %d", n.name, a.status)
	}
	if a := c.people.intake.at(n, request{method: "GET", path: "/readyz"}); a.status != 503 {
		t.Errorf("readyz of %s without a database: %d %s", n.name, a.status, a.body)
	}
}
