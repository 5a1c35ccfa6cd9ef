// Package jobs does what is not done within a request: messages go out, periods that ran out take
// effect, stored objects that nobody names are removed.
//
// A job is inserted in the transaction that causes it, so it exists exactly if the act happened.
// Each job acts as a named actor of the program with a few rights of its own, and goes through the
// same door as everybody.
package jobs

import (
	"context"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"tiaocai/models/outbox"
	"tiaocai/policies"
	"tiaocai/server/casework"
)

// Actors are the program's own actors, each an account of the database so that events name it.
type Actors struct {
	Clock   policies.Actor // 期限程序
	Postman policies.Actor // 通知程序
}

type deliver struct {
	river.WorkerDefaults[outbox.Deliver]
	desk *casework.Desk
	who  policies.Actor
}

func (w *deliver) Work(ctx context.Context, job *river.Job[outbox.Deliver]) error {
	return w.desk.DeliverMessage(ctx, w.who, job.Args.Commission, job.Args.Message)
}

type sweep struct {
	river.WorkerDefaults[outbox.Sweep]
	desk *casework.Desk
	who  policies.Actor
	log  *slog.Logger
}

func (w *sweep) Work(ctx context.Context, _ *river.Job[outbox.Sweep]) error {
	n, err := w.desk.Sweep(ctx, w.who)
	if n > 0 {
		w.log.Info("mediations ended because their time ran out", "cases", n)
	}
	return err
}

type orphans struct {
	river.WorkerDefaults[outbox.Orphans]
	desk *casework.Desk
	log  *slog.Logger
}

func (w *orphans) Work(ctx context.Context, _ *river.Job[outbox.Orphans]) error {
	n, err := w.desk.SweepOrphans(ctx)
	if n > 0 {
		w.log.Info("stored objects without a row removed", "objects", n)
	}
	return err
}

// New makes the workers. Periodic jobs run in one process at a time, the one that leads.
func New(pool *pgxpool.Pool, desk *casework.Desk, who Actors, log *slog.Logger) (*river.Client[pgx.Tx], error) {
	workers := river.NewWorkers()
	river.AddWorker(workers, &deliver{desk: desk, who: who.Postman})
	river.AddWorker(workers, &sweep{desk: desk, who: who.Clock, log: log})
	river.AddWorker(workers, &orphans{desk: desk, log: log})
	river.AddWorker(workers, &checkFigures{desk: desk, who: who.Clock, log: log})
	return river.NewClient(riverpgxv5.New(pool), &river.Config{
		Queues:  map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 4}},
		Workers: workers,
		Logger:  slog.New(slog.DiscardHandler),
		PeriodicJobs: []*river.PeriodicJob{
			periodic(time.Hour, outbox.Sweep{}),
			periodic(6*time.Hour, outbox.Orphans{}),
			everyNight(),
		},
	})
}

func periodic(every time.Duration, args river.JobArgs) *river.PeriodicJob {
	return river.NewPeriodicJob(river.PeriodicInterval(every), func() (river.JobArgs, *river.InsertOpts) {
		return args, &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByPeriod: every}}
	}, &river.PeriodicJobOpts{RunOnStart: true})
}
