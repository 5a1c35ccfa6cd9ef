package casework

import (
	"context"
	"errors"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
)

// lapse is one row of what happens by itself when a day has passed (期满的后果): which cases, and the
// step that takes place in each. The list may name a case whose step is not due after all, or was taken
// meanwhile: the door refuses it, and nothing happens.
type lapse struct {
	cases func(*models.Tx) ([]models.RunOut, error)
	step  func(models.RunOut) Command
}

// lapses are all of them. Whatever else is to happen by itself is a row here: a list along an index, and
// a step of the table that the clock may take.
var lapses = []lapse{
	{models.ServicesDeemed, func(r models.RunOut) Command { return &DeemServed{Dated{On: r.DueOn}, r.ID} }},
	{models.MediationsRunOut, func(r models.RunOut) Command { return ExpireMediation{dayAfter(r)} }},
	{models.OffersRunOut, func(r models.RunOut) Command { return LapseOffer{dayAfter(r), r.ID} }},
	{models.TalksOver, func(r models.RunOut) Command { return LapseTalks{dayAfter(r)} }},
	{models.ClocksRunOut(workflows.AcceptancePeriod), func(r models.RunOut) Command { return CertifyNoDecision{Dated: dayAfter(r)} }},
	{models.ClocksRunOut(workflows.AwardPeriod), func(r models.RunOut) Command { return CertifyNoAward{dayAfter(r)} }},
	{models.AwardsBinding, func(r models.RunOut) Command { return TakeEffect{Dated{On: r.DueOn}} }},
}

// dayAfter is when it happened: the day after the last day, whenever the program gets to it.
func dayAfter(r models.RunOut) Dated { return Dated{On: r.DueOn.Next(1)} }

// Sweep lets the clock act: every lapse that is due takes effect, each through the door, in the name of
// the program's own actor. It returns how many. It may be run twice, or stop half way: what happened is
// on record and is not listed again, and one that somebody else just did is passed over.
func (d *Desk) Sweep(ctx context.Context, clock policies.Actor) (n int, failed error) {
	if err := d.maySweep(clock); err != nil {
		return 0, err
	}
	for _, l := range lapses {
		taken, err := d.lapse(ctx, clock, l)
		n, failed = n+taken, errors.Join(failed, err)
	}
	return n, failed
}

func (d *Desk) lapse(ctx context.Context, clock policies.Actor, l lapse) (n int, failed error) {
	var due []models.RunOut
	failed = d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
		due, err = l.cases(tx)
		return err
	})
	for _, r := range due {
		_, err := d.Do(ctx, clock, r.Ref, l.step(r), Options{})
		switch {
		case err == nil:
			n++
		case fault.Is(err, fault.Refused):
		default:
			failed = errors.Join(failed, fmt.Errorf("case %s: %w", r.Ref, err))
		}
	}
	return n, failed
}

// CertifyNoAward certifies that no award was made in time: either party may sue (逾期未作出裁决证明).
type CertifyNoAward struct{ Dated }

func (CertifyNoAward) Event() workflows.Event { return workflows.CertifyNoAward }

func (CertifyNoAward) Tell(a *Act, f *workflows.Facts) error {
	f.Act.ByClock = a.Capacity == workflows.Clock
	return nil
}

func (CertifyNoAward) Apply(a *Act) error {
	a.say(documents.FieldReceivedOn, a.Case.AcceptedOn.String())
	a.say(documents.FieldNewDue, a.Case.Facts(a.Rules, a.Tx.Today()).AwardReckoning().Statutory.String())
	return nil
}
