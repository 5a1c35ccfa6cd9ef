package jobs

import (
	"context"
	"log/slog"

	"github.com/riverqueue/river"

	"tiaocai/models/outbox"
	"tiaocai/policies"
	"tiaocai/server/casework"
)

// remind reminds everybody of their hearings. It runs every ten minutes: the last reminder is due two hours before.
type remind struct {
	river.WorkerDefaults[outbox.Remind]
	desk *casework.Desk
	who  policies.Actor
	log  *slog.Logger
}

func (w *remind) Work(ctx context.Context, _ *river.Job[outbox.Remind]) error {
	n, err := w.desk.Remind(ctx, w.who)
	if n > 0 {
		w.log.Info("reminded of hearings", "messages", n)
	}
	return err
}
