package casework

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/workflows/calendar"
)

// overslept is after how long a night counts as missed; then everything is checked.
const overslept = 36 * time.Hour

// CheckChains checks a night's share of the hash chains (校验链): the cases that changed since the
// last check and one in seven of the others, so that each is checked within a week. Everything is
// checked when there was no check before, when a night was missed, and as long as the last check
// found something: a break must not fall out of sight because another share is up.
func (d *Desk) CheckChains(ctx context.Context) (models.Upkeep, error) {
	u := models.Upkeep{Kind: models.ChainCheck, StartedAt: d.now().UTC()}
	var breaks []models.Break
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		breaks = nil
		found := func(b models.Break) { breaks = append(breaks, b) }
		last, err := models.LastUpkeep(tx, models.ChainCheck)
		if err != nil {
			return err
		}
		u.Whole = last == nil || last.Faults > 0 || tx.Now.Sub(last.StartedAt) > overslept
		var cases, events int
		if u.Whole {
			cases, events, err = models.VerifyChains(tx, found)
		} else {
			cases, events, err = models.VerifyChainShare(tx, tx.Today().Since(calendar.On(2020, 1, 1)), last.StartedAt, found)
		}
		u.Cases, u.Events, u.Faults = int64(cases), int64(events), int64(len(breaks))
		return err
	})
	if err != nil {
		return u, fmt.Errorf("check chains: %w", err)
	}
	for _, b := range breaks {
		d.alarm("chain-break", errors.New(b.String()))
	}
	u.FinishedAt = d.now().UTC()
	return u, d.db.NoteUpkeep(ctx, d.now(), u)
}
