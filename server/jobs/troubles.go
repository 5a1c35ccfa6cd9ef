package jobs

import (
	"context"
	"log/slog"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"tiaocai/server/logs"
)

// troubles logs jobs that failed: which kind, which try, why. River tries again by itself.
type troubles struct{ log *slog.Logger }

func (t *troubles) HandleError(_ context.Context, job *rivertype.JobRow, err error) *river.ErrorHandlerResult {
	t.log.Warn("job failed", "kind", job.Kind, "job", job.ID, "try", job.Attempt, "of", job.MaxAttempts, "error", err.Error())
	return nil
}

func (t *troubles) HandlePanic(_ context.Context, job *rivertype.JobRow, value any, trace string) *river.ErrorHandlerResult {
	t.log.Error("job failed", "kind", job.Kind, "job", job.ID, "try", job.Attempt, "of", job.MaxAttempts, "error", "panic: "+logs.Panicked(value), "stack", trace)
	return nil
}
