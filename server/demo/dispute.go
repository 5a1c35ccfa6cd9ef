package demo

import (
	"bytes"
	"container/heap"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// errOver ends a dispute's story: its next act would lie after today.
var errOver = errors.New("demo: the story is over")

// dispute is one dispute on its way. Its play is told in one go, from the first contact to the
// archive; wherever it waits for another day, the other disputes go on.
type dispute struct {
	*facts
	w    *World
	ctx  context.Context
	no   int
	day  calendar.Date // on which its next act happens
	rnd  *rand.Rand
	step int
	err  error

	next func() (calendar.Date, bool)
	stop func()
	wait func(calendar.Date) bool

	ref, code string
	version   int
	state     workflows.State
	papers    map[workflows.Paper]int64
	panel     []string // who sits, the presiding one first
	recorder  string
	org       int // place of the mediation organisation

	lead          string // who presides, where the scene says so
	starts, place string // where and when the hearing is, where the scene says so
	closedFor     string // why it is not public
}

func newDispute(ctx context.Context, w *World, no int, r role) *dispute {
	rnd := rand.New(rand.NewPCG(uint64(no), 331024))
	d := &dispute{w: w, ctx: ctx, no: no, day: r.first, rnd: rnd, facts: invent(rnd, no, r.first), papers: map[workflows.Paper]int64{}, org: rnd.IntN(3)}
	d.next, d.stop = iter.Pull(func(yield func(calendar.Date) bool) {
		defer func() {
			if p := recover(); p != nil && p != errOver { //nolint:errorlint // only ever this very value
				panic(p)
			}
		}()
		d.wait = yield
		if yield(d.day) {
			r.play(d)
		}
	})
	d.next()
	return d
}

// turn lets the dispute act on its day and says whether there is a next one.
func (d *dispute) turn() (more bool, err error) {
	d.w.at(d.day)
	day, more := d.next()
	if more {
		d.day = day
	}
	return more && d.err == nil, d.err
}

// on waits until the day; a day that is past is today.
func (d *dispute) on(day calendar.Date) {
	day = calendar.Latest(day, d.day)
	if day == d.day {
		return
	}
	if !d.wait(day) {
		panic(errOver)
	}
}

// work waits some working days.
func (d *dispute) work(n int) { d.on(d.w.days.Due(d.day, calendar.WorkingDays(n)).Statutory) }

// later waits some natural days and until the office is open.
func (d *dispute) later(n int) { d.on(d.w.days.Roll(d.day.Next(n))) }

// fail ends the story with what went wrong.
func (d *dispute) fail(err error) {
	if err != nil {
		d.err = err
		panic(errOver)
	}
}

func (d *dispute) who(login string) policies.Actor {
	a, ok := d.w.parts.People[login]
	if !ok {
		d.fail(fmt.Errorf("there is no %s", login))
	}
	return a
}

// options of the next act: its key says which dispute and which act it is.
func (d *dispute) options(cmd any) casework.Options {
	d.step++
	d.w.acts++
	body, err := json.Marshal(cmd)
	d.fail(err)
	v := d.version
	return casework.Options{Key: fmt.Sprintf("demo-%04d-%03d", d.no, d.step), Route: "demo", Digest: sha256.Sum256(body), Version: &v}
}

// do takes a step as somebody.
func (d *dispute) do(login string, cmd casework.Command) *casework.Done {
	done, err := d.w.desk.Do(d.ctx, d.who(login), d.ref, cmd, d.options(cmd))
	d.fail(err)
	d.note(done)
	return done
}

// timeIsUp lets the clock act. Told again, the story finds that it has.
func (d *dispute) timeIsUp() {
	_, err := d.w.desk.Do(d.ctx, d.w.parts.Clock, d.ref, casework.ExpireMediation{}, casework.Options{})
	if err != nil && !fault.Is(err, fault.Refused) {
		d.fail(err)
	}
	d.version++
	d.state = workflows.Unsettled
}

func (d *dispute) note(done *casework.Done) {
	d.version, d.state = done.Version, done.State
	for _, p := range done.Papers {
		d.papers[p.Paper] = p.ID
	}
}

// open makes the first contact.
func (d *dispute) open(login, ask string) {
	cmd := casework.OpenCase{Ask: ask, Applicants: d.applicants, Respondents: d.respondents, Claims: d.claims, Cause: d.cause, Town: d.town, Facts: d.story, Oral: d.rnd.IntN(5) == 0}
	if ask == "mediation" && login[:4] != "tiao" {
		cmd.Organisation = d.w.parts.Orgs[d.org]
	}
	done, err := d.w.desk.Begin(d.ctx, d.who(login), cmd, d.options(cmd))
	d.fail(err)
	d.ref, d.code = done.Ref, done.QueryCode
	d.note(done)
}

// hand in an exhibit.
func (d *dispute) exhibit(login, side string, f file) {
	cmd := casework.FileEvidence{Title: f.title, Proves: f.proves, Claim: 1, Side: side, Reason: "当事人补交。"}
	if login == "worker" || login == "employer" {
		cmd.Side = ""
	}
	done, err := d.w.desk.Receive(d.ctx, d.who(login), d.ref, cmd, f.name, bytes.NewReader(f.body), d.options(f.name))
	d.fail(err)
	d.note(done)
}

// queue holds the disputes by their next day, then by number.
type queue []*dispute

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	if q[i].day != q[j].day {
		return q[i].day.Before(q[j].day)
	}
	return q[i].no < q[j].no
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(*dispute)) }
func (q *queue) Pop() any {
	old := *q
	d := old[len(old)-1]
	*q = old[:len(old)-1]
	return d
}

func (q *queue) add(d *dispute)  { heap.Push(q, d) }
func (q *queue) first() *dispute { return heap.Pop(q).(*dispute) }
