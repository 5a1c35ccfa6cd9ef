package jobs

import (
	"context"
	"log/slog"
	"time"

	"github.com/riverqueue/river"

	"tiaocai/models/outbox"
	"tiaocai/policies"
	"tiaocai/server/casework"
)

// checkFigures is the nightly comparison of the figures' counters with a full scan (指标核对).
type checkFigures struct {
	river.WorkerDefaults[outbox.CheckFigures]
	desk *casework.Desk
	who  policies.Actor
	log  *slog.Logger
}

func (w *checkFigures) Work(ctx context.Context, _ *river.Job[outbox.CheckFigures]) error {
	n, err := w.desk.CheckFigures(ctx, w.who)
	if n > 0 {
		w.log.Warn("figures differ from the full scan", "counters", n)
	}
	return err
}

// Timeout leaves room for a large commission.
func (w *checkFigures) Timeout(*river.Job[outbox.CheckFigures]) time.Duration {
	return 30 * time.Minute
}

// nightly runs at half past two in the commission's time, whenever the process was started.
type nightly struct{}

func (nightly) Next(now time.Time) time.Time {
	t := now.In(zone)
	next := time.Date(t.Year(), t.Month(), t.Day(), 2, 30, 0, 0, zone)
	if !next.After(t) {
		next = next.AddDate(0, 0, 1)
	}
	return next
}

var zone = time.FixedZone("Asia/Shanghai", 8*3600)

func everyNight() *river.PeriodicJob {
	return river.NewPeriodicJob(nightly{}, func() (river.JobArgs, *river.InsertOpts) {
		return outbox.CheckFigures{}, &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByPeriod: time.Hour}}
	}, nil)
}
