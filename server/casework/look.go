package casework

import (
	"context"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
)

// look runs a reading that leaves a note of who opened what. While the database is full it goes on
// without: the note then stands in the program's log, as an alarm, until somebody makes room.
func (d *Desk) look(ctx context.Context, f func(*models.Tx) error) error {
	err := d.db.InTx(ctx, d.now(), f)
	if !models.Full(err) {
		return err
	}
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		tx.Unnoted = func(c policies.Case, account int64, subject string) {
			d.alarm("opened-while-full", fmt.Errorf("account %d opened %s of case %d/%d; the database is full, so it is noted here", account, subject, c.Commission, c.ID))
		}
		return f(tx)
	})
}

// watchClock raises an alarm when a case's last event is later than now: the clock was set back, or
// another machine's runs ahead. The event was recorded just after that one all the same.
func (d *Desk) watchClock(behind time.Duration) {
	if behind > 5*time.Second {
		d.alarm("clock", fmt.Errorf("the clock runs %s behind the record 时钟比记录慢；请校准各台机器的时间（NTP）。Please set the time of all machines (NTP)", behind.Round(time.Second)))
	}
}
