package casework

import (
	"context"
	"time"

	"tiaocai/models"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// guard stops somebody who has guessed wrong too often, by address and by what was guessed at. The
// counts live in the database, so that all processes count together.
func (d *Desk) guard(ctx context.Context, kind string, most int, window time.Duration, subjects ...string) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error { return guarded(tx, kind, most, window, subjects...) })
}

// guarded is guard inside a transaction that reads more.
func guarded(tx *models.Tx, kind string, most int, window time.Duration, subjects ...string) error {
	kinds := make([]string, len(subjects))
	for i := range subjects {
		kinds[i] = kind + itoa(i)
	}
	counts, err := models.Counted(tx, window, kinds, subjects)
	if err != nil {
		return err
	}
	for i, n := range counts {
		limit := most
		if i == 0 {
			limit = most * 5 // many people share an address
		}
		if n >= limit {
			f := fault.New(fault.TooMany, "too-many-tries", law.Text{ZH: "试错次数太多，请一刻钟后再试，或者打电话询问。", EN: "Too many wrong tries. Please wait a quarter of an hour, or call us."})
			f.RetryAfter = window
			return f
		}
	}
	return nil
}

// wrongGuess counts a wrong guess and makes its answer.
func (d *Desk) wrongGuess(ctx context.Context, kind, address, subject string, says law.Text) error {
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		if _, err := models.Count(tx, kind+"0", address, codeWindow); err != nil {
			return err
		}
		_, err := models.Count(tx, kind+"1", subject, codeWindow)
		return err
	})
	if err != nil {
		return err
	}
	return fault.New(fault.NotFound, "not-found", says)
}
