package workflows

import (
	"slices"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// ChangeFacts are what the law asks about claims that were added or changed (增加、变更请求).
type ChangeFacts struct {
	Asked    calendar.Date // a change waits for the tribunal
	Switched bool          // severance and damages were switched once
	Notices  []Served      // the last accepted change on each respondent, where there is a new time to answer
	Answered calendar.Date // the respondent answered it
}

// ChangeParticulars are what a change says about itself.
type ChangeParticulars struct {
	Late   bool // after the time for evidence
	Switch bool // severance for damages or the other way round, and nothing else
}

// ClaimAsked is one claim as a change compares it.
type ClaimAsked struct {
	Code   claims.Code
	Title  string
	Amount claims.Fen
}

// SwitchOnly says whether a change is the one that may come late: severance becomes damages for
// unlawful dismissal, or the other way round, and all else stays (CF-7).
func SwitchOnly(had, want []ClaimAsked) bool {
	if len(had) != len(want) {
		return false
	}
	switched := 0
	for i := range had {
		if had[i] == want[i] {
			continue
		}
		pair := []claims.Code{had[i].Code, want[i].Code}
		slices.Sort(pair)
		if !slices.Equal(pair, []claims.Code{"M05", "M07"}) {
			return false
		}
		switched++
	}
	return switched == 1
}

// changes are the steps about what is claimed, once the case is accepted.
var changes = []Row{
	{ // 增加、变更请求
		Event: ChangeClaims, Name: text("增加、变更仲裁请求", "Add or change claims"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Applicant, Registry, Recorder),
		When: when(NoChangeWaits, ChangeInTime),
		Then: then(Tell("change-asked", Respondent)),
		Law:  law.CaseRules(44), Disposes: true, RestsOn: accepted,
	},
	{ // 受理变更请求
		Event: AcceptChange, Name: text("受理变更的请求", "Accept the changed claims"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Tribunal),
		When: when(ChangeWaits, ChangeConsented, TribunalFormed, NotSuspended),
		Then: then(Draft(ChangeNotice, both...), Tell("change-accepted", both...)),
		Law:  law.CaseRules(44), NeedsVersion: true, RestsOn: changeAsked,
	},
	{ // 不受理变更请求
		Event: DeclineChange, Name: text("不受理变更的请求", "Decline the changed claims"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Tribunal),
		When: when(ChangeWaits, TribunalFormed),
		Then: then(Draft(ChangeRefusal, both...), Tell("change-declined", both...)),
		Law:  law.CaseRules(44), NeedsVersion: true, RestsOn: changeAsked,
	},
}

func changeAsked(f Facts) calendar.Date { return f.Change.Asked }

// Changes of claims.
var (
	// NoChangeWaits: one change at a time.
	NoChangeWaits = Guard{
		Code:  "change-waiting",
		Says:  text("已经提出的变更请求还没有决定。", "A change of claims is waiting for its decision."),
		Law:   law.CaseRules(44),
		Holds: func(f Facts) bool { return f.Change.Asked.IsZero() },
	}
	// ChangeWaits is the opposite.
	ChangeWaits = Guard{
		Code:  "no-change",
		Says:  text("没有等待决定的变更请求。", "No change of claims is waiting."),
		Law:   law.CaseRules(44),
		Holds: func(f Facts) bool { return !f.Change.Asked.IsZero() },
	}
	// ChangeInTime: before the time for evidence is over; later only severance and damages may be
	// switched, once, until debate closes.
	ChangeInTime = Guard{
		Code: "change-too-late",
		Says: text("增加、变更请求应当在举证期限届满前提出；期满以后提出的，请另行申请仲裁。只在经济补偿和赔偿金之间改一次的，可以在辩论终结前提出。", "Claims are added or changed before the time for evidence is over; after that, please file another application. Only a switch between severance and damages may come until debate closes, once."),
		Law:  law.House("CF-7", "经济补偿与赔偿金可以在辩论终结前互换一次，其他逾期变更另行申请", "severance and damages may be switched once until debate closes; other late changes are new applications"),
		Holds: func(f Facts) bool {
			return !f.Act.Change.Late || (f.Act.Change.Switch && !f.Change.Switched)
		},
	}
	// NewDefenceOver: nobody is heard on changed claims before the new time to answer is over, unless the
	// answer is in or the respondent waived it.
	NewDefenceOver = Guard{
		Code:  "new-defence-runs",
		Says:  text("请求已经变更或者有反申请：通知送达对方每一位当事人、新的答辩期满以后才能办；对方已经答辩的除外。", "The claims were changed, or there is a counter-application: this waits until everybody on the other side was served and the new time to answer is over, unless the answer is in."),
		Law:   law.CaseRules(44),
		Holds: func(f Facts) bool { return f.afterNewDefence(f.On) },
		Opens: func(f Facts) calendar.Date {
			if !servedOn(slices.Concat(f.Change.Notices, f.Counter.Notices)) {
				return calendar.Date{}
			}
			return calendar.Latest(f.newDefenceEnds(), f.counterAnswerEnds()).Next(1)
		},
	}
	// HearingAfterDefence: the day of the next hearing lies after the new time to answer.
	HearingAfterDefence = Guard{
		Code:  "hearing-before-new-defence",
		Says:  text("请求已经变更或者有反申请：先把通知送达对方每一位当事人，开庭日期定在新的答辩期满以后；对方已经答辩的除外。", "The claims were changed, or there is a counter-application: first serve everybody on the other side, and set the hearing after the new time to answer, unless the answer is in."),
		Law:   law.CaseRules(44),
		Holds: func(f Facts) bool { return f.Act.HearingOn.IsZero() || f.afterNewDefence(f.Act.HearingOn) },
	}
)

// changeAnswered says whether nobody has to be waited for: of several respondents one answer does not
// cut short the others' time.
func (f Facts) changeAnswered() bool {
	return len(f.Change.Notices) == 0 || (len(f.Change.Notices) == 1 && !f.Change.Answered.IsZero())
}

// afterNewDefence says whether the changed claims may be heard on a day.
func (f Facts) afterNewDefence(d calendar.Date) bool {
	return f.counterOver(d) && (f.changeAnswered() || (servedOn(f.Change.Notices) && d.After(f.newDefenceEnds())))
}

// newDefenceEnds is the last day of the new time to answer.
func (f Facts) newDefenceEnds() calendar.Date {
	var last calendar.Date
	for _, s := range f.Change.Notices {
		if !s.On.IsZero() {
			last = calendar.Latest(last, f.Law.Days.Due(s.On, f.Law.LengthFrom(NewDefence, s.On)).Statutory)
		}
	}
	return last
}

// changeClocks: ten working days for each respondent from the day the changed claims were served.
func (w *watch) changeClocks() {
	for _, s := range w.f.Change.Notices {
		w.served(NewDefence, s, law.Text{ZH: "变更请求送达之日", EN: "day the changed claims were served"}, earliest(w.f.Change.Answered, w.f.Closed))
	}
}
