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
		w.log.Info("periods ran out and took effect", "steps", n)
	}
	if err != nil {
		return err
	}
	if n, err = w.desk.SpellNames(ctx); n > 0 {
		w.log.Info("names of earlier parties spelled for the search", "parties", n)
	}
	return err
}

type orphans struct {
	river.WorkerDefaults[outbox.Orphans]
	desk *casework.Desk
	log  *slog.Logger
}

// Timeout is longer than a minute: the whole store is listed.
func (w *orphans) Timeout(*river.Job[outbox.Orphans]) time.Duration { return 30 * time.Minute }

func (w *orphans) Work(ctx context.Context, _ *river.Job[outbox.Orphans]) error {
	n, err := w.desk.SweepOrphans(ctx)
	if n > 0 {
		w.log.Info("stored objects without a row removed", "objects", n)
	}
	return err
}

type carryOver struct {
	river.WorkerDefaults[outbox.CarryOver]
	desk *casework.Desk
}

func (w *carryOver) Work(ctx context.Context, job *river.Job[outbox.CarryOver]) error {
	return w.desk.WorkCarryOver(ctx, job.Args.Commission, job.Args.Sheet, nil)
}

// Timeout: a hundred thousand rows take some minutes.
func (w *carryOver) Timeout(*river.Job[outbox.CarryOver]) time.Duration { return 30 * time.Minute }

// New makes the workers. Periodic jobs run in one process at a time, the one that leads.
func New(pool *pgxpool.Pool, desk *casework.Desk, who Actors, log *slog.Logger) (*river.Client[pgx.Tx], error) {
	workers := river.NewWorkers()
	river.AddWorker(workers, &deliver{desk: desk, who: who.Postman})
	river.AddWorker(workers, &sweep{desk: desk, who: who.Clock, log: log})
	river.AddWorker(workers, &remind{desk: desk, who: who.Clock, log: log})
	river.AddWorker(workers, &orphans{desk: desk, log: log})
	river.AddWorker(workers, &carryOver{desk: desk})
	river.AddWorker(workers, &rederive{desk: desk, who: who.Clock, log: log})
	river.AddWorker(workers, &makeBundle{desk: desk, who: who.Clock})
	sealing(workers, desk, who.Clock, log)
	river.AddWorker(workers, &checkFigures{desk: desk, who: who.Clock, log: log})
	river.AddWorker(workers, &chains{desk: desk, log: log})
	return river.NewClient(riverpgxv5.New(pool), &river.Config{
		Queues:  map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 4}, outbox.Bundles: {MaxWorkers: 1}},
		Workers: workers,
		Logger:  slog.New(slog.DiscardHandler),
		// what a killed process had in hand is taken up again after two minutes, not after River's hour
		JobTimeout: time.Minute, RescueStuckJobsAfter: 2 * time.Minute,
		ErrorHandler: &troubles{log},
		PeriodicJobs: []*river.PeriodicJob{
			periodic(time.Hour, outbox.Sweep{}),
			periodic(10*time.Minute, outbox.Remind{}),
			periodic(6*time.Hour, outbox.Orphans{}),
			periodic(24*time.Hour, outbox.KeepEvidence{}),
			everyNight(),
			chainCheck(),
		},
	})
}

func periodic(every time.Duration, args river.JobArgs) *river.PeriodicJob {
	return river.NewPeriodicJob(river.PeriodicInterval(every), func() (river.JobArgs, *river.InsertOpts) {
		return args, &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByPeriod: every}}
	}, &river.PeriodicJobOpts{RunOnStart: true})
}
