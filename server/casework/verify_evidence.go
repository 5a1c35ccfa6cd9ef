package casework

import (
	"context"
	"errors"
	"time"

	"tiaocai/models"
	"tiaocai/server/evidence"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Difference is an exhibit whose object isn't as its row says.
type Difference struct {
	Ref, Mark, Key, Version string
	Says                    law.Text
}

// Verified is what a look at everything found.
type Verified struct {
	Exhibits, Bytes int64
	Different       int
	Unlocked        int // kept by a store that locks, and not locked as long as the row says
}

// VerifyEvidence reads every object whole and compares it with its row; each is called for every
// difference, and tell now and then. A store that can't be reached ends it with an error: then
// nothing is known of the rest.
func (d *Desk) VerifyEvidence(ctx context.Context, each func(Difference), tell func(Verified)) (Verified, error) {
	var all Verified
	var last models.Kept
	if err := d.watch(d.vault.Store.Check(ctx)); err != nil {
		return all, err
	}
	for {
		var list []models.Kept
		err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
			list, err = models.KeptAfter(tx, last.CommissionID, last.ID, keptAtOnce)
			return err
		})
		if err != nil || len(list) == 0 {
			return all, err
		}
		for _, last = range list {
			says, err := d.lookAt(ctx, last, &all)
			if err != nil {
				return all, err
			}
			if !says.IsZero() {
				all.Different++
				each(Difference{last.Ref, last.Mark(), last.ObjectKey, last.ObjectVersion, says})
			}
			all.Exhibits++
			all.Bytes += last.Size
		}
		tell(all)
	}
}

// lookAt says in words how an exhibit differs; no words if it doesn't.
func (d *Desk) lookAt(ctx context.Context, x models.Kept, all *Verified) (law.Text, error) {
	err := d.verifyExhibit(ctx, x.Exhibit)
	switch {
	case errors.Is(err, evidence.ErrDamaged):
		return text("内容与提交时不一致", "the content is not what was handed over"), nil
	case fault.Is(err, fault.NotFound):
		d.alarm("evidence-missing", err)
		return text("文件不见了", "the object is missing"), nil
	case err != nil:
		return law.Text{}, err
	}
	if x.RetainedUntil.IsZero() {
		return law.Text{}, nil
	}
	until, err := d.vault.Store.Locked(ctx, x.ObjectKey, x.ObjectVersion)
	if err != nil {
		return law.Text{}, err
	}
	if until.Before(endOf(x.RetainedUntil).Add(-time.Second)) {
		all.Unlocked++
		return text("没有锁定到 "+x.RetainedUntil.String(), "it is not locked until "+x.RetainedUntil.String()), nil
	}
	return law.Text{}, nil
}
