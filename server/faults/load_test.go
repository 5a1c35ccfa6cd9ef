//go:build linux

package faults

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// done is what the program acknowledged: the fields of an answer that a journal keeps.
type done struct {
	Ref     string
	Number  string
	Version int
	EventNo int `json:"event_no"`
	Event   string
	Hash    string
	Exhibit string
}

// entry is one acknowledged request.
type entry struct {
	done
	request request
	answer  string
	sum     [32]byte // of the file that was handed in
}

// load is people at work: each opens a case, accepts it, files evidence, and begins again. Whoever
// gets no answer, or a 503, sends the same request with the same key to the next process.
type load struct {
	c    *cluster
	stop atomic.Bool
	wg   sync.WaitGroup

	mu      sync.Mutex
	journal []entry
	wrong   []string       // answers that no fault excuses
	codes   map[string]int // refusals by their code; "" for broken connections
}

func (c *cluster) work(workers int) *load {
	l := &load{c: c, codes: map[string]int{}}
	for w := range workers {
		l.wg.Go(func() {
			for i := 0; !l.stop.Load(); i++ {
				if !l.oneCase(w, i) {
					return
				}
			}
		})
	}
	return l
}

// oneCase is one case's way; false if something could not be done.
func (l *load) oneCase(w, i int) bool {
	p := l.c.people.intake
	if i%3 == 2 {
		p = l.c.people.worker
	}
	opened, ok := l.take(p, w, asJSON("POST", "/api/v1/cases", application(fmt.Sprintf("张三%d-%d", w, i))), [32]byte{})
	if !ok {
		return false
	}
	content := fmt.Appendf(nil, "1月5日 老板：工资下个月一起发。%d-%d\n", w, i)
	file := asFile(opened.Ref, "聊天记录", content)
	if p == l.c.people.intake {
		file = asFileOf(opened.Ref, "聊天记录", "applicant", content)
	}
	if _, ok := l.take(p, w+1, file, sha256.Sum256(content)); !ok {
		return false
	}
	accept := asJSON("POST", "/api/v1/cases/"+opened.Ref+"/accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true})
	accept.version = opened.Version + 1
	_, ok = l.take(l.c.people.intake, w, accept, [32]byte{})
	return ok
}

// take sends a request until it is acknowledged, for a hundred seconds at most.
func (l *load) take(p *person, at int, r request, sum [32]byte) (done, bool) {
	r.token = p.token
	for end := time.Now().Add(100 * time.Second); time.Now().Before(end); at++ {
		base := l.c.nodes[at%len(l.c.nodes)].where()
		if base == "" {
			time.Sleep(20 * time.Millisecond)
			continue
		}
		a, err := r.send(base)
		if err == nil && a.status == 200 {
			return l.note(r, a, sum)
		}
		if !l.excused(r, a, err) {
			return done{}, false
		}
		time.Sleep(100 * time.Millisecond)
	}
	l.fault(fmt.Sprintf("%s was never done", r.path))
	return done{}, false
}

func (l *load) note(r request, a answer, sum [32]byte) (done, bool) {
	var d done
	if err := json.Unmarshal(a.body, &d); err != nil || d.Hash == "" {
		l.fault(fmt.Sprintf("%s: 200 without a record: %s", r.path, a.body))
		return d, false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.journal = append(l.journal, entry{d, r, string(a.body), sum})
	return d, true
}

// excused says whether a fault explains the answer: a broken connection, or a 503 that says in words
// what to do and when to come back.
func (l *load) excused(r request, a answer, err error) bool {
	code := ""
	if err == nil {
		code = a.code()
		if a.status != 503 || a.header.Get("Retry-After") == "" || !inWords(a) {
			l.fault(fmt.Sprintf("%s: %d %s", r.path, a.status, a.body))
			return false
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.codes[code]++
	return true
}

func (l *load) fault(s string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.wrong = append(l.wrong, s)
}

func (l *load) count() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.journal)
}

// finish lets everybody complete what they have in hand.
func (l *load) finish(t *testing.T) []entry {
	t.Helper()
	l.stop.Store(true)
	l.wg.Wait()
	for _, w := range l.wrong {
		t.Errorf("unexcused: %s", w)
	}
	t.Logf("%d acknowledged; refusals and broken connections: %v", len(l.journal), l.codes)
	return l.journal
}
