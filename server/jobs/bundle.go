package jobs

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"tiaocai/models/outbox"
	"tiaocai/policies"
	"tiaocai/server/casework"
)

// makeBundle binds the exhibits of a case into one PDF (证据卷).
type makeBundle struct {
	river.WorkerDefaults[outbox.MakeBundle]
	desk *casework.Desk
	who  policies.Actor
}

func (w *makeBundle) Work(ctx context.Context, job *river.Job[outbox.MakeBundle]) error {
	return w.desk.MakeBundle(ctx, w.who, job.Args.Commission, job.Args.Bundle, job.Attempt >= job.MaxAttempts)
}

// Timeout is longer than a minute: a case may have thousands of pages. It is also how long after a process was killed its
// bundle is taken up again, unless somebody asks before.
func (w *makeBundle) Timeout(*river.Job[outbox.MakeBundle]) time.Duration { return 10 * time.Minute }
