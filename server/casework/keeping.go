package casework

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/models/outbox"
	"tiaocai/policies"
	"tiaocai/server/evidence"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// EvidenceSealing is what the evidence store can promise, as it was found by trying.
func (d *Desk) EvidenceSealing() evidence.Sealing { return d.vault.Store.Sealing() }

// sealing is EvidenceSealing, asked again if the store was down when the program started.
func (d *Desk) sealing(ctx context.Context) evidence.Sealing {
	if s := d.vault.Store.Sealing(); s.Kind != evidence.SealUnknown {
		return s
	}
	_ = d.watch(d.vault.Store.Probe(ctx)) // the filing doesn't fail for it; the night's job asks again
	return d.vault.Store.Sealing()
}

// watch passes an error of the store on, and raises the alarm if the store turned our key away: that
// mends itself by no waiting.
func (d *Desk) watch(err error) error {
	if evidence.Refused(err) {
		d.alarm(evidence.CodeRefused, err)
	}
	return err
}

// settling is a command that has something to arrange once its rows are written.
type settling interface {
	Settle(a *Act, done *Done) error
}

// settle arranges what follows from a step: the command's own affairs, and with the closing of a case
// how long its evidence is kept, and the job that makes the store know.
func (a *Act) settle(cmd Command, step workflows.Step, done *Done) error {
	if s, ok := cmd.(settling); ok {
		if err := s.Settle(a, done); err != nil {
			return err
		}
	}
	if step.Mode == "" {
		return nil
	}
	until := workflows.KeepUntil(a.Rules.Days, a.Case.ClosedOn, a.Case.ClosedOn, a.Case.ClosingMode())
	n, err := models.KeepCase(a.Tx, a.Case.Key(), until)
	if err != nil || n == 0 {
		return err
	}
	_, err = a.Desk.queue.InsertTx(a.Tx.Context(), a.Tx.SQL(), outbox.SealCase{Commission: a.Case.CommissionID, Case: a.Case.ID}, nil)
	return err
}

// SealExhibit locks one exhibit in the store to the day to which it is kept. It may be repeated.
func (d *Desk) SealExhibit(ctx context.Context, clock policies.Actor, commission, id int64) error {
	if err := d.maySweep(clock); err != nil {
		return err
	}
	var x models.Kept
	var there bool
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
		x, there, err = models.KeptOne(tx, commission, id)
		return err
	})
	if err != nil || !there {
		return err
	}
	return d.seal(ctx, x)
}

// SealCase locks the exhibits of one case anew, after its closing gave them more years.
func (d *Desk) SealCase(ctx context.Context, clock policies.Actor, commission, id int64) error {
	if err := d.maySweep(clock); err != nil {
		return err
	}
	var list []models.Kept
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
		list, err = models.KeptOfCase(tx, commission, id)
		return err
	})
	for _, x := range list {
		err = errors.Join(err, d.seal(ctx, x))
	}
	return err
}

// KeepEvidence is the night's round: the time of open cases is lengthened, what isn't locked as long
// as it should be is locked, and the lock itself is tried again. It returns how many were locked.
func (d *Desk) KeepEvidence(ctx context.Context, clock policies.Actor) (int, error) {
	if err := d.maySweep(clock); err != nil {
		return 0, err
	}
	if err := d.watch(d.vault.Store.Probe(ctx)); err != nil {
		return 0, err
	}
	days, today := calendar.Published(), d.Today()
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		_, err := models.KeepLonger(tx, days.Fixed(today, workflows.KeepNear).Natural, days.Fixed(today, workflows.KeptOtherwise).Natural)
		return err
	})
	if err != nil || !d.EvidenceSealing().Locks() {
		return 0, err
	}
	return d.sealAll(ctx)
}

const keptAtOnce = 200 // exhibits read at a time

func (d *Desk) sealAll(ctx context.Context) (n int, failed error) {
	var last models.Kept
	for {
		var list []models.Kept
		err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
			list, err = models.Unsealed(tx, last.CommissionID, last.ID, keptAtOnce)
			return err
		})
		if err != nil || len(list) == 0 {
			return n, errors.Join(failed, err)
		}
		for _, last = range list {
			if err := d.seal(ctx, last); fault.Is(err, fault.Unavailable) {
				return n, err // the others would fail as well
			} else if err != nil {
				failed = errors.Join(failed, err)
				continue
			}
			n++
		}
	}
}

// seal locks an exhibit and notes it, where the store can lock and there is a day to lock it to.
func (d *Desk) seal(ctx context.Context, x models.Kept) error {
	if !d.sealing(ctx).Locks() || !x.KeepUntil.After(d.Today()) {
		if d.EvidenceSealing().Kind == evidence.SealUnknown {
			return fmt.Errorf("seal exhibit %d: the store has not answered yet", x.ID) // the job comes again
		}
		return nil
	}
	if !x.RetainedUntil.Before(x.KeepUntil) {
		return nil
	}
	err := d.watch(d.vault.Store.Lock(ctx, x.ObjectKey, x.ObjectVersion, endOf(x.KeepUntil)))
	if errors.Is(err, evidence.ErrNoLock) || fault.Is(err, fault.NotFound) {
		d.alarm("evidence-not-sealed", fmt.Errorf("exhibit %s of %s: %w", x.Mark(), x.Ref, err))
	}
	if err != nil {
		return fmt.Errorf("seal exhibit %d: %w", x.ID, err)
	}
	return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error { return models.NoteSealed(tx, x.Exhibit, x.KeepUntil) })
}

// endOf is the moment at which a civil day is over at the commission.
func endOf(day calendar.Date) time.Time {
	next := day.Next(1)
	return time.Date(next.Year(), next.Month(), next.Day(), 0, 0, 0, 0, models.Zone)
}

// maySweep says whether an actor of the program may run the rounds.
func (d *Desk) maySweep(clock policies.Actor) error {
	ok, err := d.gate.Allows(policies.Holding{Role: clock.Program, Dom: policies.InProgram, Standing: policies.None}, policies.RunSweeps)
	if err != nil || !ok {
		return policies.Forbid()
	}
	return nil
}
