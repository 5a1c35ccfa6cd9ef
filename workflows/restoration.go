package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
	"tiaocai/workflows/register"
)

// Restored is a period that runs on for a party to a day that the tribunal set (顺延的期限).
type Restored struct {
	Period Period
	Party  string // 申1
	Until  calendar.Date
	On     calendar.Date // the decision
}

// RestorationFacts are what the law asks about periods that somebody missed (耽误的期限).
type RestorationFacts struct {
	Asked   calendar.Date // a request that nobody has decided
	Granted []Restored
}

// RestorationParticulars are what a request, or the decision on it, says.
type RestorationParticulars struct {
	Ended  calendar.Date // the obstacle ended
	Missed calendar.Date // the last day of the period that was missed; none: no such period ran
	Until  calendar.Date // the new last day; none: refused
}

// restorations are the steps about a period missed for good cause (期限的顺延).
var restorations = []Row{
	{ // 申请顺延期限
		Event: AskRestoration, Name: text("申请顺延耽误的期限", "Ask that a missed period be restored"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Applicant, Respondent, Registry, Recorder),
		When: when(NoRestorationWaits, PeriodMissed, RestorationInTime),
		Then: then(Tell("restoration-asked", both...)),
		Law:  law.CivilProcedure(86), RestsOn: accepted,
	},
	{ // 决定是否顺延
		Event: AnswerRestoration, Name: text("决定是否顺延期限", "Decide whether a period is restored"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Tribunal, Head),
		When: when(RestorationWaits, RestoredAhead),
		Then: then(Tell("restoration-answered", both...)),
		Law:  law.CivilProcedure(86), NeedsVersion: true, RestsOn: func(f Facts) calendar.Date { return f.Restoration.Asked },
	},
}

// Periods missed for good cause.
var (
	// NoRestorationWaits: one request is decided before the next one.
	NoRestorationWaits = Guard{
		Code: "restoration-waits", Law: law.CivilProcedure(86),
		Says:  text("有顺延期限的申请还没有决定，请先决定。", "A request to restore a period waits for its decision."),
		Holds: func(f Facts) bool { return f.Restoration.Asked.IsZero() },
	}
	// RestorationWaits is the opposite.
	RestorationWaits = Guard{
		Code: "no-restoration-asked", Law: law.CivilProcedure(86),
		Says:  text("没有等待决定的顺延期限的申请。", "No request to restore a period is waiting."),
		Holds: func(f Facts) bool { return !f.Restoration.Asked.IsZero() },
	}
	// PeriodMissed: while a period runs there is nothing to restore.
	PeriodMissed = Guard{
		Code: "period-not-missed", Law: law.CivilProcedure(86),
		Says:  text("这项期限还没有过，或者还没有开始计算，现在不需要申请顺延。", "This period has not run out, or has not begun: there is nothing to restore yet."),
		Holds: func(f Facts) bool { m := f.Act.Restoration.Missed; return !m.IsZero() && f.On.After(m) },
	}
	// RestorationInTime: ten days after the obstacle ended.
	RestorationInTime = Guard{
		Code: "restoration-too-late", Law: law.CivilProcedure(86),
		Says:  text("顺延期限应当在障碍消除后十日内申请，现在已经超过。", "It is asked for within ten days after the obstacle ended; that time is over."),
		Holds: func(f Facts) bool { return !f.On.After(f.restorationEnds()) },
	}
	// RestoredAhead: nobody is given a day that is over.
	RestoredAhead = Guard{
		Code: "restored-day-past", Law: law.CivilProcedure(86),
		Says:  text("顺延后的最后一日不能早于决定之日。", "The new last day cannot be before the day of the decision."),
		Holds: func(f Facts) bool { u := f.Act.Restoration.Until; return u.IsZero() || !u.Before(f.On) },
	}
)

// restorationEnds is the last day on which the restoration of a period may be asked for.
func (f Facts) restorationEnds() calendar.Date {
	return f.Law.Days.Due(f.Act.Restoration.Ended, register.TimerOf("CPL-86").Span).Statutory
}

// restored is the day to which a party's period was carried on; none if it was not.
func (f Facts) restored(p Period, party string) (last Restored) {
	for _, r := range f.Restoration.Granted {
		if r.Period == p && r.Party == party && r.Until.After(last.Until) {
			last = r
		}
	}
	return last
}

// runOn carries a clock on to the day that the tribunal set, with the reason in its working.
func (c *ClockAt) runOn(r Restored) {
	if c.Period == "" || !r.Until.After(c.Due) {
		return
	}
	cite := law.CivilProcedure(86)
	n := r.Until.Since(c.Due)
	c.Natural, c.Due, c.Safe = r.Until, r.Until, r.Until
	c.Working = append(c.Working, Line{text("耽误期限有正当理由，准许顺延", "missed for good cause, and restored"), &cite, plus(n), r.Until})
}
