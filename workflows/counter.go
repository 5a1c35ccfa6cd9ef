package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// CounterFacts are what the law asks about what the respondent claims in turn (反申请).
type CounterFacts struct {
	Asked    calendar.Date // waits for the decision
	Joined   calendar.Date // heard together with the application since
	Notices  []Served      // the notice of it on each applicant
	Answered calendar.Date // the applicant answered it
}

// counters are the steps about what the respondent claims in turn (反申请).
var counters = []Row{
	{ // 提出反申请
		Event: CounterApply, Name: text("提出反申请", "Counter-apply"),
		From: in(Accepted, Scheduled), To: Same, By: by(Respondent, Registry, Recorder),
		When: when(NoCounterWaits, CounterInTime),
		Then: then(Tell("counter-asked", both...)),
		Law:  law.CaseRules(36).Recalled(), Disposes: true, RestsOn: accepted,
	},
	{ // 受理反申请，合并处理
		Event: JoinCounter, Name: text("受理反申请，合并处理", "Take the counter-application on and hear both together"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Registry, Head),
		When: when(CounterWaits, NotSuspended),
		Then: then(Draft(CounterNotice, both...), Tell("counter-joined", both...)),
		Law:  law.CaseRules(36).Recalled(), NeedsVersion: true, RestsOn: counterAsked,
	},
	{ // 反申请不合并处理或者不予受理
		Event: DeclineCounter, Name: text("反申请另行申请或者不予受理", "Send the counter-application its own way, or refuse it"),
		From: proceeding, To: Same, By: by(Registry, Head),
		When: when(CounterWaits),
		Then: then(Draft(CounterRefusal, both...), Tell("counter-declined", both...)),
		Law:  law.CaseRules(36).Recalled(), NeedsVersion: true, RestsOn: counterAsked,
	},
	{ // 对反申请答辩
		Event: AnswerCounter, Name: text("对反申请答辩", "Answer the counter-application"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Applicant, Registry, Recorder),
		When: when(CounterJoined),
		Then: then(Tell("counter-answered", Respondent)),
		Law:  law.Arbitration(30, 2), RestsOn: func(f Facts) calendar.Date { return f.Counter.Joined },
	},
}

func counterAsked(f Facts) calendar.Date { return f.Counter.Asked }

// What the respondent claims in turn.
var (
	// NoCounterWaits: one at a time.
	NoCounterWaits = Guard{
		Code: "counter-waiting", Law: law.CaseRules(36).Recalled(),
		Says:  text("已经提出的反申请还没有决定，或者已经合并处理。", "A counter-application is waiting, or is heard together already."),
		Holds: func(f Facts) bool { return f.Counter.Asked.IsZero() && f.Counter.Joined.IsZero() },
	}
	// CounterInTime: within the time to answer; later it is an application of its own.
	CounterInTime = Guard{
		Code: "counter-too-late", Law: law.CaseRules(36).Recalled(),
		Says:  text("反申请应当在答辩期内提出；答辩期已满，请另行申请仲裁。", "A counter-application comes within the time to answer. That is over: please file an application of its own."),
		Holds: func(f Facts) bool { e := f.answerEnds(); return e.IsZero() || !f.On.After(e) },
	}
	// CounterWaits is the opposite.
	CounterWaits = Guard{
		Code: "no-counter", Law: law.CaseRules(36).Recalled(),
		Says:  text("没有等待决定的反申请。", "No counter-application is waiting."),
		Holds: func(f Facts) bool { return !f.Counter.Asked.IsZero() },
	}
	// CounterDecided: what the respondent claims in turn is taken on, or sent its own way, while it can still be heard.
	CounterDecided = Guard{
		Code: "counter-undecided", Law: law.CaseRules(36).Recalled(),
		Says:  text("有反申请还没有决定：庭审结束以前，先决定合并处理，或者另行申请、不予受理。", "A counter-application is undecided: before the hearing ends it is taken on, or sent its own way."),
		Holds: func(f Facts) bool { return f.Counter.Asked.IsZero() },
	}
	// CounterJoined: there is something to answer.
	CounterJoined = Guard{
		Code: "no-counter-joined", Law: law.CaseRules(36).Recalled(),
		Says:  text("没有合并处理的反申请。", "No counter-application is heard together with the case."),
		Holds: func(f Facts) bool { return !f.Counter.Joined.IsZero() },
	}
)

// counterOver says whether the counter-application may be heard on a day: each applicant's time to answer
// it is over, or the only one has answered.
func (f Facts) counterOver(d calendar.Date) bool {
	c := f.Counter
	if c.Joined.IsZero() || (len(c.Notices) == 1 && !c.Answered.IsZero()) {
		return true
	}
	return servedOn(c.Notices) && d.After(f.counterAnswerEnds())
}

// counterAnswerEnds is the last day of the applicants' time to answer.
func (f Facts) counterAnswerEnds() (last calendar.Date) {
	for _, s := range f.Counter.Notices {
		if !s.On.IsZero() {
			last = calendar.Latest(last, f.Law.Days.Due(s.On, f.Law.LengthFrom(CounterDefence, s.On)).Statutory)
		}
	}
	return last
}

// counterClocks: five working days to decide on it, then the applicants' ten to answer.
func (w *watch) counterClocks() {
	c := w.f.Counter
	w.add(CounterPeriod, "", text("收到反申请之日", "day the counter-application came in"), c.Asked, w.f.Closed)
	for _, s := range c.Notices {
		w.served(CounterDefence, s, text("反申请送达之日", "day the counter-application was served"), earliest(c.Answered, w.f.Closed))
	}
}
