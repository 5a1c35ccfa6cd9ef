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

// sealing adds the workers that lock evidence in the store.
func sealing(workers *river.Workers, desk *casework.Desk, who policies.Actor, log *slog.Logger) {
	river.AddWorker(workers, &seal{desk: desk, who: who})
	river.AddWorker(workers, &sealCase{desk: desk, who: who})
	river.AddWorker(workers, &keepEvidence{desk: desk, who: who, log: log})
}

type seal struct {
	river.WorkerDefaults[outbox.Seal]
	desk *casework.Desk
	who  policies.Actor
}

func (w *seal) Work(ctx context.Context, job *river.Job[outbox.Seal]) error {
	return w.desk.SealExhibit(ctx, w.who, job.Args.Commission, job.Args.Exhibit)
}

type sealCase struct {
	river.WorkerDefaults[outbox.SealCase]
	desk *casework.Desk
	who  policies.Actor
}

func (w *sealCase) Work(ctx context.Context, job *river.Job[outbox.SealCase]) error {
	return w.desk.SealCase(ctx, w.who, job.Args.Commission, job.Args.Case)
}

// Timeout is longer than a minute: a case may have many exhibits.
func (w *sealCase) Timeout(*river.Job[outbox.SealCase]) time.Duration { return 10 * time.Minute }

type keepEvidence struct {
	river.WorkerDefaults[outbox.KeepEvidence]
	desk *casework.Desk
	who  policies.Actor
	log  *slog.Logger
}

func (w *keepEvidence) Work(ctx context.Context, _ *river.Job[outbox.KeepEvidence]) error {
	n, err := w.desk.KeepEvidence(ctx, w.who)
	if n > 0 {
		w.log.Info("exhibits locked in the store", "exhibits", n)
	}
	return err
}

// Timeout lets a first night after a move go through everything; what is left, the next night does.
func (w *keepEvidence) Timeout(*river.Job[outbox.KeepEvidence]) time.Duration {
	return 30 * time.Minute
}
