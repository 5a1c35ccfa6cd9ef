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

func everyNight() *river.PeriodicJob {
	return river.NewPeriodicJob(nightly{}, func() (river.JobArgs, *river.InsertOpts) {
		return outbox.CheckFigures{}, &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByPeriod: time.Hour}}
	}, nil)
}
