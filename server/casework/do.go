package casework

import (
	"context"
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Do carries out one command on one case in one transaction: lock, admit, decide, apply, save. A
// refusal on the way leaves the case exactly as it was. The law decides before anything changes:
// what it asks about the step itself, the command tells it.
func (d *Desk) Do(ctx context.Context, who policies.Actor, ref string, cmd Command, o Options) (*Done, error) {
	var done *Done
	err := d.unlessGuessed(ctx, who, cmd, func() error {
		return d.db.Act(ctx, d.now(), func(tx *models.Tx) (err error) {
			c, err := models.LockCase(tx, ref)
			if err != nil {
				return err
			}
			done, err = d.do(tx, who, c, cmd, o)
			d.written(cmd, err)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cmd.Event(), err)
	}
	return done, nil
}

func (d *Desk) do(tx *models.Tx, who policies.Actor, c *models.Case, cmd Command, o Options) (*Done, error) {
	a, err := d.admitted(tx, who, c, cmd.Event())
	if err != nil {
		return nil, err
	}
	return once(tx, who, o, func() (*Done, error) {
		done, err := a.carryOut(cmd, o)
		if err != nil {
			return nil, err
		}
		return done, a.beside(cmd, done)
	})
}

// admitted is the act of somebody who may take the step in the case, before the law is asked.
func (d *Desk) admitted(tx *models.Tx, who policies.Actor, c *models.Case, e workflows.Event) (*Act, error) {
	a := &Act{Tx: tx, Case: c, Who: who, Detail: models.Detail{}, Desk: d}
	var err error
	if a.Rules, err = rules(tx, c.CommissionID); err != nil {
		return nil, err
	}
	if a.holdings, err = models.HoldingsOn(tx, who, c); err != nil {
		return nil, err
	}
	if a.Capacity, err = d.admit(a.holdings, c.State, e); err != nil {
		return nil, err
	}
	if a.Capacity == workflows.Mediator && !mediates(c, who) {
		return nil, policies.Forbid()
	}
	return a, nil
}

// carryOut is what happens the first time a request comes in.
func (a *Act) carryOut(cmd Command, o Options) (*Done, error) {
	a.On = dayOf(cmd, a.Tx.Today())
	if err := a.versionHolds(cmd.Event(), o.Version); err != nil {
		return nil, err
	}
	if err := a.behindWall(cmd); err != nil {
		return nil, err
	}
	return a.take(cmd)
}

// take asks the law, applies the command and saves the step.
func (a *Act) take(cmd Command) (*Done, error) {
	f := a.Case.Facts(a.Rules, a.Tx.Today())
	f.On = a.On
	f.ProposedBy = a.Case.Proposal != nil && a.Case.Proposal.MakerID == a.Who.Account
	f.Recusal.Paused = a.Case.Challenged(a.Who.Account)
	f.Settling.Offers, f.Act.Side = a.Case.OfferFacts(a.ownSide()), workflows.Capacity(a.ownSide())
	if t, ok := cmd.(telling); ok {
		if err := t.Tell(a, &f); err != nil {
			return nil, err
		}
	}
	step, err := workflows.Decide(f, cmd.Event())
	if err != nil {
		return nil, err
	}
	if ap, ok := cmd.(applying); ok {
		if err := ap.Apply(a); err != nil {
			return nil, err
		}
	}
	a.endOffers(step)
	return a.save(cmd, step)
}

func (a *Act) save(cmd Command, step workflows.Step) (*Done, error) {
	if err := a.Case.Flush(a.Tx); err != nil {
		return nil, err
	}
	papers, err := a.draft(step)
	if err != nil {
		return nil, err
	}
	e, err := models.SaveStep(a.Tx, a.Case, models.Taken{Step: step, Event: cmd.Event(), On: a.On,
		Account: a.Who.Account, Capacity: a.Capacity, Detail: a.Detail}, a.Rules)
	if err != nil {
		return nil, err
	}
	a.Desk.watchClock(e.RecordedAt.Sub(a.Tx.Now))
	if err := a.tell(step, e); err != nil {
		return nil, err
	}
	done := doneOf(a.Case, e, papers)
	return done, a.settle(cmd, step, done)
}

func doneOf(c *models.Case, e *models.Event, papers []DonePaper) *Done {
	return &Done{Ref: c.Ref, Number: c.CaseNumber(), State: c.State, StateName: c.State.Says().Staff, Mode: c.ClosingMode(),
		Version: c.Version, EventNo: e.No, Event: e.Event, On: e.HappenedOn, Recorded: e.RecordedAt, Hash: fmt.Sprintf("%x", e.Hash), Papers: papers}
}

// admit finds the hat in which the holdings may take the step. A stranger is told that there is
// nothing; somebody of the case without the right, that they may not.
func (d *Desk) admit(hs []policies.Holding, s workflows.State, e workflows.Event) (workflows.Capacity, error) {
	if !d.gate.Any(hs, policies.ViewCase) {
		return "", fault.Missing()
	}
	rows := workflows.RowsOf(e)
	if r, ok := workflows.RowOf(e, s); ok {
		rows = []workflows.Row{r}
	}
	for _, r := range rows {
		for _, c := range r.By {
			if d.gate.Any(hs, policies.Acting(c)) && (!r.Disposes || d.mayDispose(hs, c)) {
				return c, nil
			}
		}
	}
	if len(rows) == 0 {
		return "", fault.New(fault.NotFound, "no-such-step", text("没有这个步骤。", "There is no such step."))
	}
	return "", policies.Forbid()
}

// mayDispose asks a party's agent for special authority (特别授权); staff give up nobody's right.
func (d *Desk) mayDispose(hs []policies.Holding, c workflows.Capacity) bool {
	if c != workflows.Applicant && c != workflows.Respondent {
		return true
	}
	return d.gate.Any(hs, policies.Disposing(c))
}

func dayOf(cmd Command, today calendar.Date) calendar.Date {
	if c, ok := cmd.(interface{ day() calendar.Date }); ok && !c.day().IsZero() {
		return c.day()
	}
	return today
}

// versionHolds refuses a step that decides or replaces something that has changed since the
// person looked; it says who changed what.
func (a *Act) versionHolds(e workflows.Event, seen *int) error {
	row, ok := workflows.RowOf(e, a.Case.State)
	if a.Who.Program != "" {
		return nil
	}
	if ok && !row.NeedsVersion {
		return a.rewritten(e, seen)
	}
	if seen == nil {
		if !ok {
			return nil // the table will refuse in its own words
		}
		return bad("If-Match", "这一步要写明您看到的案件版本（If-Match 或表单里的版本）。", "This step needs the version of the case that you saw (If-Match, or the form's version).")
	}
	if *seen == a.Case.Version {
		return nil
	}
	return a.changedSince(a.shown(*seen), "")
}

// texts are the steps that write a text which the next one of the same kind replaces, or follows: whoever has the form
// open is told when somebody else was quicker, though the step itself does not ask for the version.
var texts = []workflows.Event{workflows.DraftAgreement, workflows.HoldSession, workflows.WriteMinutes, workflows.ChangeClaims, workflows.AttemptMediation}

// WritesText says whether a step writes such a text.
func WritesText(e workflows.Event) bool { return slices.Contains(texts, e) }

// rewritten refuses a step that writes a text, where the same step was taken since the person looked. Who does not say
// what they saw is not asked.
func (a *Act) rewritten(e workflows.Event, seen *int) error {
	if seen == nil || *seen >= a.Case.Version || !WritesText(e) {
		return nil
	}
	var again bool
	err := a.Tx.Raw(`select exists (select 1 from case_events where commission_id = ? and case_id = ? and no > ? and event = ?)`,
		a.Case.CommissionID, a.Case.ID, a.shown(*seen), string(e)).Scan(&again).Error
	if err != nil || !again {
		return err
	}
	return a.changedSince(a.shown(*seen), e)
}

// shown is the last event that belongs to a version of the case; none for a version that there never was.
func (a *Act) shown(version int) int {
	if no := a.Case.Events - (a.Case.Version - version); no < a.Case.Events {
		return no
	}
	return 0
}

// changedSince names the last step after the one that the person saw, or the last one of a kind, and who took it. Steps
// behind the wall change nothing that anybody else decides on: with nothing else since, the version that was seen holds.
func (a *Act) changedSince(seen int, of workflows.Event) error {
	var last struct {
		Event workflows.Event
		Name  string
	}
	err := a.Tx.Raw(`select e.event, a.name from case_events e join accounts a on a.id = e.account_id
		where e.commission_id = ? and e.case_id = ? and e.no > ? and (? = '' or e.event = ?) and (e.event not in ? or e.from_state <> e.to_state) order by e.no desc limit 1`, a.Case.CommissionID, a.Case.ID,
		seen, string(of), string(of), a.untold()).Scan(&last).Error
	if err != nil || last.Name == "" {
		return err
	}
	name := nameOf(last.Event)
	return fault.New(fault.Conflict, "version-stale", law.Text{
		ZH: fmt.Sprintf("您打开以后，%s 已经办了“%s”（现为第 %d 版）。请看过新的情况再办。", last.Name, name.ZH, a.Case.Version),
		EN: fmt.Sprintf("After you opened it, %s took the step “%s” (now version %d). Please look again first.", last.Name, name.EN, a.Case.Version),
	})
}

func nameOf(e workflows.Event) law.Text {
	if rows := workflows.RowsOf(e); len(rows) > 0 {
		return rows[0].Name
	}
	return law.Text{ZH: string(e), EN: string(e)}
}
