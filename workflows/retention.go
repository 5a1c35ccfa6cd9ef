package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// How long the file of a case is kept (案卷保存期限): ten years after an award, five after any other
// end. The rules say "at least", so longer is never wrong and shorter always.
var (
	KeptAfterAward = calendar.Years(10)
	KeptOtherwise  = calendar.Years(5)
	KeptLaw        = law.CaseRules(24).Recalled()
)

// KeepNear is how near the end of its time the evidence of an open case has to come to get more.
var KeepNear = calendar.Years(1)

// KeepUntil is the last day to which evidence is kept: counted from the day it was filed, and once
// the case is closed from the closing day, by what ended it. It is never before the earlier answer.
func KeepUntil(days *calendar.Holidays, filed, closed calendar.Date, m Mode) calendar.Date {
	until := days.Fixed(filed, KeptOtherwise).Natural
	switch {
	case closed.IsZero() || m == "":
		return until
	case m.Award():
		return calendar.Latest(until, days.Fixed(closed, KeptAfterAward).Natural)
	}
	return calendar.Latest(until, days.Fixed(closed, KeptOtherwise).Natural)
}
