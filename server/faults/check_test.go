//go:build linux

package faults

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os/exec"
	"strings"
	"testing"
	"time"

	"tiaocai/server/evidence"
)

// compare holds the journal against what is there now: nothing acknowledged is missing, nothing is
// half done, nothing is done twice. Every request of the load was acknowledged in the end, so the
// numbers must be equal, not only large enough.
func (c *cluster) compare(t *testing.T, journal []entry) {
	t.Helper()
	if len(journal) < 30 {
		t.Errorf("only %d requests were acknowledged: that was no load", len(journal))
	}
	c.compareEvents(t, journal)
	c.compareNumbers(t, journal)
	c.compareFiles(t, journal)
	c.compareMessages(t)
	c.sendAgain(t, journal)
	c.verify(t)
}

func (c *cluster) compareEvents(t *testing.T, journal []entry) {
	t.Helper()
	rows, err := c.db().Query(`select c.ref, e.no, e.event, encode(e.hash, 'hex') from case_events e join cases c on c.commission_id = e.commission_id and c.id = e.case_id`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	there := map[string]int{}
	events := 0
	for rows.Next() {
		var d done
		if err := rows.Scan(&d.Ref, &d.EventNo, &d.Event, &d.Hash); err != nil {
			t.Fatal(err)
		}
		events++
		there[d.Hash]++
	}
	for _, e := range journal {
		if there[e.Hash] != 1 {
			t.Errorf("%s of %s was acknowledged and is there %d times", e.Event, e.Ref, there[e.Hash])
		}
	}
	if events != len(journal) {
		t.Errorf("%d events are there, %d were acknowledged", events, len(journal))
	}
	if keys := c.number(`select count(*) from idempotency_keys where route like 'POST /api/v1/cases%'`); keys != len(journal) {
		t.Errorf("%d keys are remembered for %d acknowledged requests", keys, len(journal))
	}
}

// compareNumbers wants case numbers without a gap and without a double.
func (c *cluster) compareNumbers(t *testing.T, journal []entry) {
	t.Helper()
	accepted := 0
	given := map[string]string{}
	for _, e := range journal {
		if e.Event != "accept" {
			continue
		}
		accepted++
		if other, twice := given[e.Number]; twice || e.Number == "" {
			t.Errorf("number %q was given to %s and %s", e.Number, other, e.Ref)
		}
		given[e.Number] = e.Ref
	}
	if n := c.number(`select coalesce(max(n), 0) from counters where series = '案'`); n != accepted {
		t.Errorf("the counter stands at %d after %d acceptances", n, accepted)
	}
	if n := c.number(`select count(distinct number) from cases`); n != accepted {
		t.Errorf("%d numbers are there after %d acceptances", n, accepted)
	}
}

// compareFiles reads every exhibit back from the store.
func (c *cluster) compareFiles(t *testing.T, journal []entry) {
	t.Helper()
	store, err := evidence.NewS3(evidence.S3Config{Endpoint: c.minio.Endpoint, AccessKey: c.minio.AccessKey, SecretKey: c.minio.SecretKey, Bucket: "evidence"})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	filed := 0
	for _, e := range journal {
		if e.Event != "file-evidence" {
			continue
		}
		filed++
		var key, version, digest string
		err := c.db().QueryRow(`select x.object_key, x.object_version, encode(x.digest, 'hex') from exhibits x join cases c on c.commission_id = x.commission_id and c.id = x.case_id
			where c.ref = $1`, e.Ref).Scan(&key, &version, &digest)
		if err != nil || digest != hex.EncodeToString(e.sum[:]) || e.Exhibit == "" {
			t.Errorf("exhibit %q of %s: %v, digest %s", e.Exhibit, e.Ref, err, digest)
			continue
		}
		if sum, err := read(store, key, version); err != nil || sum != e.sum {
			t.Errorf("the object of %s: %v, %x", e.Ref, err, sum)
		}
	}
	if n := c.number(`select count(*) from exhibits`); n != filed {
		t.Errorf("%d exhibits are there, %d were acknowledged", n, filed)
	}
}

func read(store evidence.Store, key, version string) (sum [32]byte, err error) {
	body, err := store.Open(context.Background(), key, version, 0, -1)
	if err != nil {
		return sum, err
	}
	defer body.Close()
	b, err := io.ReadAll(body)
	return sha256.Sum256(b), err
}

// compareMessages wants the same messages for every acceptance, one job for each, and all of them
// out. What a killed process had in hand is taken up after two minutes; they are made to pass here.
func (c *cluster) compareMessages(t *testing.T) {
	t.Helper()
	if n := c.number(`select count(*) from (select event_no, case_id, party_id, agent_id, name from messages group by 1, 2, 3, 4, 5 having count(*) > 1) twice`); n != 0 {
		t.Errorf("%d messages are there twice", n)
	}
	least := c.number(`select min(n) from (select count(m.id) n from case_events e left join messages m on m.case_id = e.case_id and m.event_no = e.no where e.event = 'accept' group by e.case_id) x`)
	most := c.number(`select max(n) from (select count(m.id) n from case_events e left join messages m on m.case_id = e.case_id and m.event_no = e.no where e.event = 'accept' group by e.case_id) x`)
	if least != most || least == 0 {
		t.Errorf("acceptances have %d to %d messages each", least, most)
	}
	if jobs, messages := c.number(`select count(*) from river_job where kind = 'deliver'`), c.number(`select count(*) from messages`); jobs != messages {
		t.Errorf("%d messages and %d jobs", messages, jobs)
	}
	held := c.number(`select count(*) from river_job where state = 'running' and kind = 'deliver'`)
	c.exec(`update river_job set attempted_at = attempted_at - interval '3 minutes' where state = 'running'`)
	begun := time.Now()
	eventually(t, 60*time.Second, "every message is out", func() bool {
		return c.number(`select count(*) from messages where state <> 'sent'`)+c.number(`select count(*) from river_job where kind = 'deliver' and state <> 'completed'`) == 0
	})
	t.Logf("%d jobs were in hand; all messages out after %s", held, time.Since(begun).Round(100*time.Millisecond))
}

// sendAgain sends requests once more with their keys, a few hundred of all: each gets its first
// answer, word for word.
func (c *cluster) sendAgain(t *testing.T, journal []entry) {
	t.Helper()
	for i := 0; i < len(journal); i += 1 + len(journal)/300 {
		e := journal[i]
		a, err := e.request.send(c.nodes[i%len(c.nodes)].where())
		if err != nil || a.status != 200 || strings.TrimSpace(string(a.body)) != strings.TrimSpace(e.answer) {
			t.Errorf("%s again: %v %d %s, want %s", e.request.path, err, a.status, a.body, e.answer)
			return
		}
	}
	if n := c.number(`select count(*) from case_events`); n != len(journal) {
		t.Errorf("%d events after all requests were sent again, want %d", n, len(journal))
	}
}

// verify runs the command that recomputes every chain.
func (c *cluster) verify(t *testing.T) {
	t.Helper()
	cmd := exec.Command(binary, "verify")
	cmd.Env = c.environ("verify")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("verify: %v\n%s", err, out)
	}
}
