package workflows

import "tiaocai/workflows/calendar"

// Coming says whether there is a hearing day that people are to come to (要到庭的开庭日): a day was set, it is
// today or ahead, nobody has opened it, and the case doesn't stand still. Nothing but this tells a party to come.
func (f Facts) Coming() bool {
	return f.State == Scheduled && !f.Clock.Suspended && f.Hearing.Opened.IsZero() && !f.Hearing.On.IsZero() && !f.Hearing.On.Before(f.Today)
}

// coming is that day; none if there is none.
func (f Facts) coming() calendar.Date {
	if f.Coming() {
		return f.Hearing.On
	}
	return calendar.Date{}
}

// nextToHear: the notice goes out, the day comes; a day that went by unheard is put on record or replaced.
func (f Facts) nextToHear() Next {
	switch {
	case !f.Coming():
		return Next{Who: Tribunal, Task: SetAnotherDay, Period: AwardPeriod}
	case !servedOn(f.Hearing.Notices):
		return Next{Who: Recorder, Task: ServeHearingNotice, Period: HearingNotice}
	}
	return Next{Who: Tribunal, Task: HoldHearing, By: f.Hearing.On}
}
