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

// rederive counts a commission's open clocks anew after a setting was approved.
type rederive struct {
	river.WorkerDefaults[outbox.Rederive]
	desk *casework.Desk
	who  policies.Actor
	log  *slog.Logger
}

func (w *rederive) Work(ctx context.Context, job *river.Job[outbox.Rederive]) error {
	n, err := w.desk.Rederive(ctx, w.who, job.Args.Commission)
	w.log.Info("clocks counted anew", "cases", n)
	return err
}

// Timeout leaves room for a large commission.
func (w *rederive) Timeout(*river.Job[outbox.Rederive]) time.Duration { return time.Hour }
