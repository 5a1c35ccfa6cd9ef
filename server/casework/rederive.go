package casework

import (
	"context"
	"errors"
	"fmt"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/policies"
)

// rederivedAtOnce is how many cases are looked up at a time.
const rederivedAtOnce = 500

// Rederive counts every open clock of a commission anew, case by case, by what is in force now; then
// the figures, which measure by the same days (重新计算期限). The same settings give the same dates, so
// it may be run again, and a case that a step has changed meanwhile loses nothing. It returns how
// many cases it counted.
func (d *Desk) Rederive(ctx context.Context, clock policies.Actor, commission int64) (n int, err error) {
	if err := d.maySweep(clock); err != nil {
		return 0, err
	}
	var failed error
	for after := int64(0); ; {
		var list []models.CaseRef
		err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
			list, err = models.OpenClocksAfter(tx, commission, after, rederivedAtOnce)
			return err
		})
		if err != nil {
			return n, fmt.Errorf("rederive: %w", err)
		}
		for _, c := range list {
			after = c.ID
			if err := d.rederive(ctx, c.Ref); err != nil {
				failed = errors.Join(failed, fmt.Errorf("case %s: %w", c.Ref, err))
				continue
			}
			n++
		}
		if len(list) < rederivedAtOnce {
			break
		}
	}
	return n, errors.Join(failed, d.remeasure(ctx, commission))
}

// remeasure counts the figures anew if what is in force now measures some of them otherwise. Looking
// takes no lock; only counting makes steps wait.
func (d *Desk) remeasure(ctx context.Context, commission int64) error {
	same := true
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		found, err := metrics.Check(tx, commission)
		same = len(found) == 0
		return err
	})
	if err != nil || same {
		return err
	}
	return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error { return metrics.Rebuild(tx, commission) })
}

func (d *Desk) rederive(ctx context.Context, ref string) error {
	return d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		c, err := models.LockCase(tx, ref)
		if err != nil {
			return err
		}
		law, err := rules(tx, c.CommissionID)
		if err != nil {
			return err
		}
		return c.Derive(tx, law)
	})
}
