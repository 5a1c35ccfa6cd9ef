//go:build linux

package faults

import (
	"testing"
	"time"
)

// Two processes on one PostgreSQL and one MinIO; now the one, now the other is killed with -9.
func TestProcessesKilledAgainAndAgain(t *testing.T) {
	t.Parallel()
	c := newCluster(t, 2)
	l := c.work(4)
	for i := range 8 {
		time.Sleep(1500 * time.Millisecond)
		victim := c.nodes[i%2]
		victim.kill()
		before := l.count()
		eventually(t, 10*time.Second, "the other process goes on", func() bool { return l.count() > before+5 })
		victim.start()
	}
	journal := l.finish(t)
	for _, n := range c.nodes { // an update goes the same way, in order; somebody new leads the queue
		n.stop()
		n.start()
	}
	c.compare(t, journal)
}
