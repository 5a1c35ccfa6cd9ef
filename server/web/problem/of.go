package problem

import (
	"context"
	"errors"
	"net/http"
	"time"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Of is the fault to show for any error; nil for nil. The text of an error that is no fault is
// never shown: it may name tables, files or people.
func Of(err error) *fault.Error {
	var large *http.MaxBytesError
	switch {
	case err == nil:
		return nil
	case fault.As(err) != nil:
		return fault.As(err)
	case errors.As(err, &large):
		return fault.New(fault.TooLarge, "too-large", law.Text{
			ZH: "提交的内容太大，请减少后再提交。", EN: "Too much was sent. Please send less."})
	case errors.Is(err, context.DeadlineExceeded):
		f := fault.New(fault.Unavailable, "timeout", law.Text{
			ZH: "办理用的时间太长，已经停下。请稍后再试。", EN: "This took too long and was stopped. Please try again shortly."})
		f.RetryAfter = 5 * time.Second
		return f
	case errors.Is(err, context.Canceled):
		return fault.New(fault.Unavailable, "cancelled", law.Text{
			ZH: "请求中断，没有办完。请再试一次。", EN: "The request was broken off before it was done. Please try again."})
	}
	return internal()
}

func internal() *fault.Error {
	return fault.New(Internal, "internal", law.Text{
		ZH: "出了意外，这一步没有办成。请稍后再试；如果还是不行，请把编号告诉工作人员。",
		EN: "Something went wrong and the step was not done. Please try again later; if it fails again, tell the staff the reference number."})
}
