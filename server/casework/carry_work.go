package casework

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/spreadsheet"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

const (
	carrySlice  = 400  // rows in one transaction
	mostFinding = 1000 // that are kept
)

// WorkCarryOver does what a sheet waits for: checks it, or carries its cases over, slice by slice.
// Each slice commits with the place it has come to, so whoever goes on after a power cut begins
// there. progress may be nil. The cases come in under the name of the person who said so, who must
// still be allowed to.
func (d *Desk) WorkCarryOver(ctx context.Context, commission, id int64, progress func(CarryView)) error {
	var c *models.CarryOver
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
		c, err = models.CarrySheetOf(tx, commission, id)
		return err
	})
	if err != nil {
		return fmt.Errorf("carry over: %w", err)
	}
	table, err := spreadsheet.Read([]byte(c.Sheet))
	if err != nil {
		return d.carryFailed(ctx, commission, id, err)
	}
	today := d.Today()
	list := make([]*OldCase, len(table.Rows))
	for i, r := range table.Rows {
		list[i] = oldCase(r, c.Mapping, today)
	}
	twice(list)
	switch c.State {
	case "checking":
		return d.checkCarryOver(ctx, commission, id, list)
	case "running":
		return d.runCarryOver(ctx, commission, id, list, progress)
	}
	return nil
}

// twice finds numbers that stand on the sheet more than once.
func twice(list []*OldCase) {
	first := map[string]int{}
	for _, o := range list {
		if o.Number == "" {
			continue
		}
		if at, ok := first[o.Number]; ok {
			o.bad("number", fmt.Sprintf("这个案号在第%d行已经有了。", at), fmt.Sprintf("This case number stands in row %d already.", at))
			continue
		}
		first[o.Number] = o.Line
	}
}

func (d *Desk) checkCarryOver(ctx context.Context, commission, id int64, list []*OldCase) error {
	return d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		c, err := models.LockCarryOver(tx, commission, id)
		if err != nil || c == nil || c.State != "checking" {
			return err
		}
		c.Bad, c.Findings = 0, []models.Finding{}
		var good []*OldCase
		for part := range slices.Chunk(list, 5000) {
			if err := numbersTaken(tx, part); err != nil {
				return err
			}
		}
		for _, o := range list {
			if len(o.wrong) == 0 {
				good = append(good, o)
				continue
			}
			c.Bad++
			c.Findings = append(c.Findings, o.wrong[:min(len(o.wrong), mostFinding-len(c.Findings))]...)
		}
		c.Years, c.State = yearsOf(good, tx.Today()), "checked"
		c.Said = expected(c)
		return c.Went(tx)
	})
}

// expected compares the open cases with what somebody said there should be.
func expected(c *models.CarryOver) law.Text {
	if c.ExpectOpen == nil || len(c.Years) == 0 {
		return law.Text{}
	}
	if open := c.Years[len(c.Years)-1].Open; open != *c.ExpectOpen {
		return text(fmt.Sprintf("表里未结%d件，您说应为%d件，请核对。", open, *c.ExpectOpen), fmt.Sprintf("%d cases are open here, %d were expected.", open, *c.ExpectOpen))
	}
	return law.Text{}
}

// numbersTaken finds numbers that belong to other cases already. The same case, carried over
// before, is no fault.
func numbersTaken(tx *models.Tx, list []*OldCase) error {
	taken, err := models.AcceptedUnder(tx, numbersIn(list))
	for _, o := range list {
		if on, ok := taken[o.Number]; ok && on != o.Accepted {
			o.bad("number", "系统里已有这个案号，受理日期不同。", "This number belongs to a case that was accepted on another day.")
		}
	}
	return err
}

func numbersIn(list []*OldCase) []string {
	var all []string
	for _, o := range list {
		all = append(all, o.Number)
	}
	return all
}

func (d *Desk) runCarryOver(ctx context.Context, commission, id int64, list []*OldCase, progress func(CarryView)) error {
	for {
		var c *models.CarryOver
		err := d.db.Act(ctx, d.now(), func(tx *models.Tx) (err error) {
			if c, err = models.LockCarryOver(tx, commission, id); err != nil || c == nil || c.State != "running" {
				return err
			}
			return d.carrySlice(tx, c, list)
		})
		switch {
		case err != nil && ctx.Err() == nil && !fault.Is(err, fault.Unavailable):
			return d.carryFailed(ctx, commission, id, err)
		case err != nil:
			return fmt.Errorf("carry over: %w", err)
		case c == nil || c.State != "running":
			return nil
		}
		if progress != nil {
			progress(*carryView(c))
		}
		if c.At >= len(list) {
			return d.carried(ctx, commission, id)
		}
	}
}

// carrySlice carries the next rows over in one transaction and notes how far it came.
func (d *Desk) carrySlice(tx *models.Tx, c *models.CarryOver, list []*OldCase) error {
	who := policies.Actor{Account: c.MadeBy}
	if commission, err := d.carries(tx, who); err != nil || commission != c.CommissionID {
		return policies.Forbid()
	}
	part := list[c.At:min(c.At+carrySlice, len(list))]
	there, err := models.AcceptedUnder(tx, numbersIn(part))
	if err != nil {
		return err
	}
	law, err := rules(tx, c.CommissionID)
	if err != nil {
		return err
	}
	b := &carrying{Act: Act{Tx: tx, Who: who, Capacity: workflows.Head, Rules: law, Desk: d, Case: &models.Case{CommissionID: c.CommissionID}}, reached: map[string]int{}}
	if b.series, err = seriesOf(tx, c.CommissionID); err != nil {
		return err
	}
	for _, o := range part {
		accepted, known := there[o.Number]
		switch {
		case len(o.wrong) > 0, known && accepted != o.Accepted: // left out
		case known:
			c.There++
		default:
			if err := b.take(o); err != nil {
				return fmt.Errorf("row %d: %w", o.Line, err)
			}
			c.Taken++
		}
	}
	c.At += len(part)
	return errors.Join(b.save(), c.Moved(tx))
}

// carrying collects a slice.
type carrying struct {
	Act
	closed  []models.Carried
	series  string
	reached map[string]int // year to number
}

func seriesOf(tx *models.Tx, commission int64) (string, error) {
	var s string
	return s, tx.Raw("select series from commissions where id = ?", commission).Scan(&s).Error
}

// take asks the law about one old case. A closed one waits for the others; an open one is written
// at once, with its papers.
func (b *carrying) take(o *OldCase) error {
	c := o.row(&b.Act)
	event, on := o.event()
	f := c.Facts(b.Rules, b.Tx.Today())
	f.On, f.Act.Mode = on, o.Mode
	step, err := workflows.Decide(f, event)
	if err != nil {
		return err
	}
	if o.Number == models.CaseNumberText(b.series, "案", o.Year, o.N) {
		b.reached[itoa(o.Year)] = max(b.reached[itoa(o.Year)], o.N)
	}
	detail := models.Detail{"number": o.Number, "accepted_on": o.Accepted, "line": o.Line}
	if event == workflows.CarryOverClosed {
		b.closed = append(b.closed, models.Carried{Case: c, Taken: models.Taken{Step: step, Event: event, On: on, Account: b.Who.Account, Capacity: b.Capacity, Detail: detail}})
		return nil
	}
	a := b.Act
	a.Case, a.On, a.Detail = c, on, detail
	return a.carryOpen(o, step)
}

// carryOpen writes an open old case: it goes on here.
func (a *Act) carryOpen(o *OldCase, step workflows.Step) error {
	if err := a.insert(step.To); err != nil {
		return err
	}
	accepted := "accepted"
	a.Case.Applications = []models.Application{{Child: a.child(), FirstReceivedOn: o.Received, ReceivedOn: o.Received, DecidedOn: o.Accepted, Outcome: &accepted}}
	a.Case.Change(&a.Case.Applications[0])
	if !o.Suspended.IsZero() {
		a.Case.ClockEvents = []models.ClockEvent{{Child: a.child(), Kind: string(workflows.StopSuspension), FromOn: o.Suspended}}
		a.Case.Change(&a.Case.ClockEvents[0])
	}
	_, err := a.save(carryCommand{}, step)
	return err
}

// carryCommand names the step; what it does was done by the sheet.
type carryCommand struct{}

func (carryCommand) Event() workflows.Event { return workflows.CarryOver }

func (b *carrying) save() error {
	if err := models.SaveCarried(b.Tx, b.closed, b.Rules); err != nil {
		return err
	}
	for year, n := range b.reached {
		y := calendar.Must(year + "-01-01").Year()
		if err := models.NumbersReached(b.Tx, b.Case.CommissionID, "案", y, n); err != nil {
			return err
		}
	}
	return nil
}

// carried notes the end.
func (d *Desk) carried(ctx context.Context, commission, id int64) error {
	return d.carryEnds(ctx, commission, id, "done", law.Text{})
}

func (d *Desk) carryFailed(ctx context.Context, commission, id int64, cause error) error {
	said := text("出错停下了，已带入的保留；可以接着带入。", "It stopped; what was carried over stays, and it can go on.")
	if f := fault.As(cause); f != nil {
		said = f.Says
	}
	d.alarm("carry-over-failed", cause)
	return d.carryEnds(ctx, commission, id, "failed", said)
}

func (d *Desk) carryEnds(ctx context.Context, commission, id int64, state string, said law.Text) error {
	return d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		c, err := models.LockCarryOver(tx, commission, id)
		if err != nil || c == nil {
			return err
		}
		now := tx.Now
		c.State, c.FinishedAt = state, &now
		if !said.IsZero() {
			c.Said = said
		}
		return c.Went(tx)
	})
}
