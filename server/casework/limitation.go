package casework

import (
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// RecordInterruption notes what lets the year to apply begin anew, or a time in which nobody could
// apply, with its evidence (记录时效中断、中止). It decides nothing: the year is the other side's defence.
type RecordInterruption struct {
	Dated
	Kind     string        `json:"kind" enum:"claimed,relief,will-perform,talks-failed,mediation-end,obstacle" doc:"中断的事由，或不能申请的障碍（中止） What interrupted it, or an obstacle that suspends it"`
	Happened calendar.Date `json:"happened" doc:"发生之日；中止的，开始之日 The day it happened, or an obstacle began"`
	Until    calendar.Date `json:"until,omitempty" doc:"障碍消除之日，只对中止 The day an obstacle ended"`
	Evidence string        `json:"evidence" minLength:"2" maxLength:"500" doc:"证明材料 Evidence"`
}

func (RecordInterruption) Event() workflows.Event { return workflows.RecordInterruption }

// Tell refuses days that cannot be.
func (r RecordInterruption) Tell(_ *Act, f *workflows.Facts) error {
	switch {
	case r.Happened.IsZero():
		return bad("happened", "请写明是哪一天。", "Please give the day.")
	case r.Happened.After(f.Today):
		return bad("happened", "日期不能晚于今天（"+f.Today.String()+"）。", "The day cannot be after today ("+f.Today.String()+").")
	case !r.Until.IsZero() && r.Kind != "obstacle":
		return bad("until", "只有中止才有障碍消除之日。", "Only an obstacle has a day on which it ended.")
	case !r.Until.IsZero() && (r.Until.Before(r.Happened) || r.Until.After(f.Today)):
		return bad("until", "障碍消除之日应当在开始以后，不能晚于今天。", "The obstacle ended after it began, and not after today.")
	}
	return nil
}

func (r RecordInterruption) Apply(a *Act) error {
	a.Detail["kind"], a.Detail["happened"] = r.Kind, r.Happened
	if r.Kind == "obstacle" {
		a.Case.AddObstacle(a.Tx, r.Happened, r.Until, r.Evidence)
		return nil
	}
	a.Case.AddInterruption(a.Tx, workflows.InterruptionKind(r.Kind), r.Happened, r.Evidence)
	return nil
}
