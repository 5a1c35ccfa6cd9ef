package jobs

import (
	"context"
	"log/slog"
	"time"

	"github.com/riverqueue/river"

	"tiaocai/models"
	"tiaocai/models/outbox"
	"tiaocai/server/casework"
)

// chains checks a night's share of the chains. What does not hold together raises an alarm; the
// numbers are kept in the record of upkeep, so that a check that no longer runs is seen as well.
type chains struct {
	river.WorkerDefaults[outbox.CheckChains]
	desk *casework.Desk
	log  *slog.Logger
}

func (w *chains) Work(ctx context.Context, _ *river.Job[outbox.CheckChains]) error {
	u, err := w.desk.CheckChains(ctx)
	if err == nil {
		w.log.Info("chains checked", "cases", u.Cases, "events", u.Events, "breaks", u.Faults)
	}
	return err
}

// Timeout is longer than other jobs': it reads every case once a week.
func (w *chains) Timeout(*river.Job[outbox.CheckChains]) time.Duration { return time.Hour }

// nightly is half past two in the morning at the commission.
type nightly struct{}

func (nightly) Next(now time.Time) time.Time {
	t := now.In(models.Zone)
	at := time.Date(t.Year(), t.Month(), t.Day(), 2, 30, 0, 0, models.Zone)
	if !at.After(t) {
		at = at.AddDate(0, 0, 1)
	}
	return at
}

// chainCheck runs every night, and once when the program starts, but not twice within six hours.
func chainCheck() *river.PeriodicJob {
	return river.NewPeriodicJob(nightly{}, func() (river.JobArgs, *river.InsertOpts) {
		return outbox.CheckChains{}, &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByPeriod: 6 * time.Hour}}
	}, &river.PeriodicJobOpts{RunOnStart: true})
}
