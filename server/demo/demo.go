// Package demo makes a world to try the program in (演示数据): some three hundred disputes of the
// last fourteen months before the commission of a county, with people, employers, papers, exhibits
// and outcomes.
//
// Every act goes through the door (server/casework) as a person of the demo, with the clock moved
// to the day on which it happens; nothing is written beside it. So the world is real input: what
// the statute refuses cannot be in it, and every chain, clock and figure holds. Each act carries a
// key of its own, so making the world again, after a power cut for instance, goes on where it was.
//
// The people don't exist. Their ID numbers add up but have a county that was never given out, their
// phones are extensions of the commission's own exchange, and every firm has 某 in its name.
package demo

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/workflows/calendar"
)

// Disputes is how many the world has, besides those that stand for one stage each.
const Disputes = 290

// Months is how far back the world begins.
const Months = 14

// Parts are what a world is made with.
type Parts struct {
	// Desk makes a door that believes the given clock.
	Desk   func(now func() time.Time) *casework.Desk
	People map[string]policies.Actor // the demo's accounts by login
	Clock  policies.Actor            // 期限程序
	Orgs   []int64                   // the three mediation organisations
	Today  calendar.Date             // the day on which the world stands
	Say    func(string)              // progress, may be nil
	Number int                       // how many disputes; Disputes if 0
}

// World is a world in the making.
type World struct {
	parts Parts
	desk  *casework.Desk
	days  *calendar.Holidays
	now   time.Time
	acts  int
}

// Make makes the world. It takes about a minute.
func Make(ctx context.Context, p Parts) error {
	if p.Number == 0 {
		p.Number = Disputes
	}
	w := &World{parts: p, days: calendar.Published()}
	w.desk = p.Desk(func() time.Time { w.now = w.now.Add(time.Millisecond); return w.now })
	line, err := w.run(ctx, w.cast())
	if err != nil {
		return fmt.Errorf("demo dispute %d, %s: %w", line.no, line.day, err)
	}
	if err := w.rosters(ctx); err != nil {
		return fmt.Errorf("demo rosters: %w", err)
	}
	w.say(fmt.Sprintf("演示数据已就绪：%d 件争议，%d 个步骤 The demo's world is ready: %d disputes, %d acts.", len(w.cast()), w.acts, len(w.cast()), w.acts))
	return nil
}

func (w *World) say(s string) {
	if w.parts.Say != nil {
		w.parts.Say(s)
	}
}

// role is one dispute as it is cast: what becomes of it, and when it begins.
type role struct {
	play  func(*dispute)
	first calendar.Date
}

// cast says which disputes there are: the many, spread over the months, and one for each stage and
// light that a page must be able to show.
func (w *World) cast() []role {
	rnd := rand.New(rand.NewPCG(20230606, 331024))
	begin := w.parts.Today.Next(-Months * 30)
	var list []role
	for range w.parts.Number {
		list = append(list, role{plays.pick(rnd), w.days.Roll(begin.Next(rnd.IntN(Months*30 - 1)))})
	}
	for _, s := range showcase {
		list = append(list, role{s.play, w.days.Before(w.parts.Today.Next(1), calendar.WorkingDays(s.before+1))})
	}
	return list
}

// run plays all disputes side by side, day by day, until today: numbers, dates and the order of
// events are those of one office.
func (w *World) run(ctx context.Context, cast []role) (*dispute, error) {
	var q queue
	for i, r := range cast {
		d := newDispute(ctx, w, i+1, r)
		defer d.stop()
		q.add(d)
	}
	month := ""
	for q.Len() > 0 {
		d := q.first()
		if d.day.After(w.parts.Today) {
			break
		}
		if m := d.day.String()[:7]; m != month {
			month = m
			w.say("演示数据 the demo's world: " + m)
		}
		if err := ctx.Err(); err != nil {
			return d, err
		}
		more, err := d.turn()
		if err != nil && !errors.Is(err, errOver) {
			return d, err
		}
		if more {
			q.add(d)
		}
	}
	return &dispute{}, nil
}

// at sets the clock to the day: office hours, each act some seconds after the last.
func (w *World) at(day calendar.Date) {
	t := day.Time()
	start := time.Date(t.Year(), t.Month(), t.Day(), 8, 40, 0, 0, models.Zone)
	w.now = start.Add(time.Duration(w.acts%1200) * 25 * time.Second)
}
