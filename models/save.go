package models

import (
	"reflect"

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
	from := c.State
	c.move(t)
	if err := c.saveRows(tx); err != nil {
		return nil, err
	}
	c.Events++
	c.Version++
	e := &Event{
		CommissionID: c.CommissionID, CaseID: c.ID, No: c.Events, Event: t.Event, HappenedOn: t.On, RecordedAt: tx.Now,
		AccountID: t.Account, Capacity: t.Capacity, Rule: t.Step.Row.Law.Rule, FromState: from, ToState: c.State, Mode: t.Step.Mode, Detail: t.Detail,
	}
	if e.Detail == nil {
		e.Detail = Detail{}
	}
	if err := e.seal(c.Ref, c.Head); err != nil {
		return nil, err
	}
	c.Head = e.Hash
	if err := tx.Create(e).Error; err != nil {
		return nil, err
	}
	if err := c.Derive(tx, rules); err != nil {
		return nil, err
	}
	return e, c.moveCounters(tx, rules)
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

// Derive counts every clock of the case anew from its facts and brings the lists up to date. The
// same facts give the same rows.
func (c *Case) Derive(tx *Tx, rules workflows.Rules) error {
	f := c.Facts(rules, tx.Today())
	clocks := workflows.Clocks(f)
	next := workflows.NextOf(f, clocks)
	c.Open, c.NextWho, c.DueKey = c.State.Open(), string(next.Who), Far
	if c.Open {
		c.DueKey = dueKey(clocks)
	}
	if err := c.saveClocks(tx, clocks); err != nil {
		return err
	}
	if err := c.saveStandings(tx); err != nil {
		return err
	}
	if m := c.Mediation(); m != nil && m.ConcludedOn.IsZero() {
		if err := tx.Model(m).Update("due_on", mediationDue(clocks)).Error; err != nil {
			return err
		}
	}
	return tx.Model(c).Select("*").Omit("CreatedAt").Updates(c).Error
}

// dueKey is the first due date that somebody still has to keep.
func dueKey(clocks []workflows.ClockAt) calendar.Date {
	first := Far
	for _, k := range clocks {
		if k.Done.IsZero() && !k.Due.IsZero() && !k.Back() && k.Due.Before(first) && k.Period != workflows.DefencePeriod {
			first = k.Due
		}
	}
	return first
}

func mediationDue(clocks []workflows.ClockAt) calendar.Date {
	for _, k := range clocks {
		if k.Period == workflows.MediationPeriod {
			return k.Due
		}
	}
	return Far
}

// Clock is one derived period as a row, for lists by due date (期限).
type Clock struct {
	CommissionID int64            `gorm:"primaryKey;autoIncrement:false"`
	CaseID       int64            `gorm:"primaryKey;autoIncrement:false"`
	Period       workflows.Period `gorm:"primaryKey"`
	Party        string           `gorm:"primaryKey"`
	StartsOn     calendar.Date
	NaturalOn    calendar.Date
	DueOn        calendar.Date
	SafeOn       calendar.Date
	DoneOn       calendar.Date
	Provisional  bool
	Stopped      bool
}

func (c *Case) saveClocks(tx *Tx, clocks []workflows.ClockAt) error {
	if err := tx.Where("commission_id = ? AND case_id = ?", c.CommissionID, c.ID).Delete(&Clock{}).Error; err != nil {
		return err
	}
	rows := make([]Clock, 0, len(clocks))
	for _, k := range clocks {
		rows = append(rows, Clock{c.CommissionID, c.ID, k.Period, k.Party, k.Starts, k.Natural, k.Due, k.Safe, k.Done, k.Provisional, k.Stopped})
	}
	if len(rows) == 0 {
		return nil
	}
	return tx.Create(&rows).Error
}
