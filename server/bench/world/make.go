package world

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/workflows/calendar"
)

// template is a case made through the door, and in how many blocks it is copied.
type template struct {
	ref   string
	every int
}

// Templates tells all stories through the door.
func (t *Teller) templates(s Size) (list []template, err error) {
	ended, running := s.days()
	for _, set := range []struct {
		days    []calendar.Date
		stories []story
	}{{ended, over}, {running, current}} {
		for _, d := range set.days {
			for _, st := range set.stories {
				if err := t.tell(d, st.tell); err != nil {
					return nil, fmt.Errorf("story %q from %s: %w", st.name, d, err)
				}
				list = append(list, template{t.ref, st.every})
			}
		}
	}
	t.Clock.Set(Today)
	return list, nil
}

// Make tells the stories and copies them until there are at least n cases. The program's workers
// must not run yet.
func Make(ctx context.Context, t *Teller, s Size, n int, say func(string)) error {
	list, err := t.templates(s)
	if err != nil {
		return err
	}
	say(fmt.Sprintf("%d cases made through the door", len(list)))
	conn, err := t.P.DB.SQL().Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	c := copier{ctx: ctx, conn: conn, say: say, spell: func() error {
		_, err := t.P.DB.SpellNames(ctx, t.Clock.Now)
		return err
	}}
	if err := c.run(list, n); err != nil {
		return err
	}
	say("counting the figures anew")
	return t.P.DB.InTx(ctx, t.Clock.Now(), func(tx *models.Tx) error { return metrics.Rebuild(tx, 1) })
}
