package world

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"reflect"

	"tiaocai/policies"
	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Teller carries out the steps of a story through the door, as its people.
type Teller struct {
	P     *boot.Program
	Clock *Clock

	ctx     context.Context
	people  map[string]policies.Actor
	ref     string
	version int
	day     calendar.Date
	keys    int
}

type j = map[string]any

// NewTeller knows the demo's people by their logins.
func NewTeller(ctx context.Context, p *boot.Program, c *Clock) (*Teller, error) {
	t := &Teller{P: p, Clock: c, ctx: ctx, people: map[string]policies.Actor{}}
	rows, err := p.DB.SQL().QueryContext(ctx, "select id, login, name from accounts where not system")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var a policies.Actor
		var login string
		if err := rows.Scan(&a.Account, &login, &a.Name); err != nil {
			return nil, err
		}
		t.people[login] = a
	}
	return t, rows.Err()
}

// Who is the actor behind a login.
func (t *Teller) Who(login string) policies.Actor { return t.people[login] }

// Ref is the case that is being told.
func (t *Teller) Ref() string { return t.ref }

// stop carries the first error out of a story.
type stop struct{ err error }

// tell runs one story from a day on.
func (t *Teller) tell(from calendar.Date, story func(*Teller)) (err error) {
	defer func() {
		if r := recover(); r != nil {
			s, ok := r.(stop)
			if !ok {
				panic(r)
			}
			err = s.err
		}
	}()
	t.day = from
	t.Clock.Set(from)
	story(t)
	return nil
}

func (t *Teller) must(err error) {
	if err != nil {
		panic(stop{err})
	}
}

// later moves on by worked days.
func (t *Teller) later(days int) calendar.Date {
	for ; days > 0; days-- {
		for t.day = t.day.Next(1); !calendar.Published().Working(t.day); {
			t.day = t.day.Next(1)
		}
	}
	t.Clock.Set(t.day)
	return t.day
}

// ahead is the first worked day after so many days.
func (t *Teller) ahead(days int) calendar.Date {
	d := t.day.Next(days)
	for !calendar.Published().Working(d) {
		d = d.Next(1)
	}
	return d
}

func (t *Teller) options(event string) casework.Options {
	t.keys++
	key := fmt.Sprintf("world-key-%08d", t.keys)
	v := t.version
	return casework.Options{Key: key, Route: "POST /api/v1/cases/" + event, Digest: sha256.Sum256([]byte(key)), Version: &v}
}

// opens opens a case.
func (t *Teller) opens(login string, body j) {
	var in casework.OpenCase
	t.fill(body, &in)
	d, err := t.P.Desk.Begin(t.ctx, t.people[login], in, t.options("open"))
	if err != nil {
		t.must(fmt.Errorf("%s opens: %w", login, err))
	}
	t.ref, t.version = d.Ref, d.Version
}

// does takes a step; a row that must be proposed is named propose-… first.
func (t *Teller) does(login, event string, body j) *casework.Done {
	cmd, err := t.command(workflows.Event(event), body)
	t.must(err)
	d, err := t.P.Desk.Do(t.ctx, t.people[login], t.ref, cmd, t.options(event))
	if err != nil {
		t.must(fmt.Errorf("%s: %s: %w", login, event, err))
	}
	t.version = d.Version
	return d
}

func (t *Teller) command(e workflows.Event, body j) (casework.Command, error) {
	rows := workflows.RowsOf(e)
	if len(rows) == 0 {
		return nil, fmt.Errorf("no step %s", e)
	}
	typ, ok := casework.BodyOf(rows[0])
	if !ok {
		return nil, fmt.Errorf("%s has a door of its own", e)
	}
	into := reflect.New(typ).Interface()
	t.fill(body, into)
	return casework.CommandOf(rows[0], into), nil
}

func (t *Teller) fill(body j, into any) {
	b, err := json.Marshal(body)
	t.must(err)
	t.must(json.Unmarshal(b, into))
}

// agreed proposes a step and lets somebody else approve it.
func (t *Teller) agreed(maker, approver, event string, body j) {
	t.does(maker, "propose-"+event, body)
	t.does(approver, event, nil)
}

// serves records that papers of a kind reached everybody they are addressed to.
func (t *Teller) serves(paper string) {
	v, err := t.P.Desk.SeeCase(t.ctx, t.people["lian"], t.ref)
	t.must(err)
	for _, d := range v.Documents {
		for _, to := range d.To {
			if string(d.Paper) == paper && to.On.IsZero() {
				t.does("lian", "serve-document", j{"document": d.ID, "party": to.Party, "method": "direct", "proof": "回证 S-1", "receiver": "本人"})
			}
		}
	}
}

// recorderSeat is the number of the seat of whoever records.
func (t *Teller) recorderSeat() int64 {
	v, err := t.P.Desk.SeeCase(t.ctx, t.people["yuanzhang"], t.ref)
	t.must(err)
	for _, s := range v.Tribunal {
		if s.Seat == "recorder" {
			return s.ID
		}
	}
	return 0
}
