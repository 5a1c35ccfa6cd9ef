package models

import (
	"reflect"
	"time"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Taken is one step as it is to be remembered.
type Taken struct {
	Step     workflows.Step
	Event    workflows.Event
	On       calendar.Date
	Account  int64
	Capacity workflows.Capacity
	Detail   Detail
}

// SaveStep writes one step: the rows that the command changed, the new state, one event chained
// to the last, the clocks derived anew, and everybody's lists; it writes the case's own row, and last
// the counters of the figures. It returns the event. The caller commits.
func SaveStep(tx *Tx, c *Case, t Taken, rules workflows.Rules) (*Event, error) {
	if err := c.saveRows(tx); err != nil {
		return nil, err
	}
	at, err := c.nextMoment(tx)
	if err != nil {
		return nil, err
	}
	e, clocks, err := c.step(tx, t, at, rules)
	if err != nil {
		return nil, err
	}
	if err := tx.Create(e).Error; err != nil {
		return nil, err
	}
	if err := c.keep(tx, clocks, c.Facts(rules, tx.Today())); err != nil {
		return nil, err
	}
	return e, c.moveCounters(tx, rules)
}

// step changes the case in memory as the law decided, and gives its event, chained to the last and
// recorded at the moment, and its clocks. It writes nothing.
func (c *Case) step(tx *Tx, t Taken, at time.Time, rules workflows.Rules) (*Event, []workflows.ClockAt, error) {
	from := c.State
	c.move(t)
	c.Events++
	c.Version++
	e := &Event{
		CommissionID: c.CommissionID, CaseID: c.ID, No: c.Events, Event: t.Event, HappenedOn: t.On, RecordedAt: at,
		AccountID: t.Account, Capacity: t.Capacity, Rule: t.Step.Row.Law.Rule, FromState: from, ToState: c.State, Mode: t.Step.Mode, Detail: t.Detail,
	}
	if e.Detail == nil {
		e.Detail = Detail{}
	}
	if err := e.seal(c.Ref, c.Head); err != nil {
		return nil, nil, err
	}
	c.Head = e.Hash
	return e, c.derive(tx, rules), nil
}

// nextMoment is now, or just after the case's last event if a clock was set back since, or runs
// behind that of another machine: on record, time never runs backwards within a case.
func (c *Case) nextMoment(tx *Tx) (time.Time, error) {
	var last time.Time
	err := tx.Raw("select recorded_at from case_events where commission_id = ? and case_id = ? and no = ?", c.CommissionID, c.ID, c.Events).Scan(&last).Error
	if last = last.UTC().Add(time.Microsecond); err != nil || tx.Now.Before(last) {
		return last, err
	}
	return tx.Now, nil
}

// move sets state, closing mode and closing date; the last two only once.
func (c *Case) move(t Taken) {
	if t.Step.To != c.State {
		c.State, c.StateSince = t.Step.To, t.On
	}
	if t.Step.Mode != "" && c.Mode == nil {
		mode := t.Step.Mode
		c.Mode, c.ClosedOn = &mode, t.On
	}
}

// saveRows writes the rows that were noted by Change, one by one: GORM's Save of a whole
// aggregate leaves existing associated rows unwritten and says nothing.
func (c *Case) saveRows(tx *Tx) error {
	for _, row := range c.changed {
		var err error
		if isNew(row) {
			err = tx.Create(row).Error
		} else {
			err = tx.Model(row).Select("*").Updates(row).Error
		}
		if err != nil {
			return err
		}
	}
	c.changed = nil
	return nil
}

// Flush writes noted rows early, where a later row needs their ids.
func (c *Case) Flush(tx *Tx) error { return c.saveRows(tx) }

func isNew(row any) bool {
	return reflect.ValueOf(row).Elem().FieldByName("ID").Int() == 0
}

// Derive counts the clocks anew where something beside a step has changed.
func (c *Case) Derive(tx *Tx, rules workflows.Rules) error {
	return c.keep(tx, c.derive(tx, rules), c.Facts(rules, tx.Today()))
}

// derive counts every clock of the case anew from its facts. The same facts give the same clocks.
func (c *Case) derive(tx *Tx, rules workflows.Rules) []workflows.ClockAt {
	f := c.Facts(rules, tx.Today())
	clocks := workflows.Clocks(f)
	next := workflows.NextOf(f, clocks)
	c.Open, c.NextWho, c.KeptUntil = f.Open(), string(next.Who), f.After.KeptUntil
	c.firstDue(clocks, rules.Days)
	c.sortKeys()
	r := f.Readiness()
	c.ReadyServed, c.ReadyTribunal, c.DefenceUntil, c.EvidenceUntil = r.Served, r.Tribunal, r.DefenceUntil, r.EvidenceUntil
	return clocks
}

// keep writes the clocks, everybody's lists, and the case's own row last.
func (c *Case) keep(tx *Tx, clocks []workflows.ClockAt, f workflows.Facts) error {
	b := tx.batch()
	c.saveClocks(b, clocks)
	c.saveForces(b, f)
	c.saveStandings(b)
	c.saveOrganisationLists(b)
	if err := b.send(); err != nil {
		return err
	}
	if m := c.Mediation(); m != nil && m.ConcludedOn.IsZero() {
		if err := tx.Model(m).Update("due_on", mediationDue(clocks)).Error; err != nil {
			return err
		}
	}
	return tx.Model(c).Select("*").Omit("CreatedAt").Updates(c).Error
}

// firstDue notes the first due date that somebody still has to keep, and when its light turns.
func (c *Case) firstDue(clocks []workflows.ClockAt, days *calendar.Holidays) {
	c.DueKey, c.DuePeriod, c.AmberOn, c.RedOn = Far, "", Far, Far
	if !c.Open {
		return
	}
	for _, k := range clocks {
		if k.Done.IsZero() && !k.Due.IsZero() && !k.Back() && k.For != workflows.Clock && k.Due.Before(c.DueKey) && k.Period != workflows.DefencePeriod && !k.Period.Remedy() {
			c.DueKey, c.DuePeriod = k.Due, k.Period
			c.AmberOn, c.RedOn = k.Turns(days)
		}
	}
}

func mediationDue(clocks []workflows.ClockAt) calendar.Date {
	for _, k := range clocks {
		if k.Period == workflows.MediationPeriod {
			return k.Due
		}
	}
	return Far
}

// createAll writes a slice of rows in statements of some hundred each; none for none.
func createAll(tx *Tx, rows any) error {
	if reflect.ValueOf(rows).Elem().Len() == 0 {
		return nil
	}
	return tx.CreateInBatches(rows, 400).Error
}
