package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// EvidenceFacts are the days that the tribunal set (指定的举证期限); none where it set none.
type EvidenceFacts struct {
	Applicant, Respondent calendar.Date
	Filed                 int // exhibits that a side can speak about
}

// EvidenceParticulars are what a step that sets them says.
type EvidenceParticulars struct {
	Until   calendar.Date // the last day
	Present calendar.Date // the day set for that side before; the later one of both
}

// proofs are the steps about the time for evidence.
var proofs = []Row{
	{ // 指定举证期限
		Event: SetEvidencePeriod, Name: text("指定或者延长举证期限", "Set or extend the time for evidence"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Tribunal),
		When: when(TribunalFormed, NotSuspended, EvidenceDayAhead, EvidenceOnlyLonger),
		Then: then(Draft(EvidenceNotice, both...), Tell("evidence-period", both...)),
		Law:  law.Zhejiang(25, 1), NeedsVersion: true, RestsOn: formed,
	},
}

// examination is what each side says about the other's exhibits, before they are taken up at the hearing.
var examination = []Row{
	{ // 质证意见
		Event: ExamineExhibit, Name: text("对证据质证", "Answer an exhibit"),
		From: []State{Accepted, Scheduled, Hearing}, To: Same, By: by(Applicant, Respondent, Recorder),
		When: when(SomethingToExamine),
		Law:  law.Arbitration(38).Recalled(), RestsOn: accepted,
	},
}

// SomethingToExamine: an exhibit was filed.
var SomethingToExamine = Guard{
	Code: "nothing-to-examine", Law: law.Arbitration(38).Recalled(),
	Says:  text("还没有可以质证的证据。", "No exhibit has been filed yet."),
	Holds: func(f Facts) bool { return f.Evidence.Filed > 0 },
}

// The time for evidence.
var (
	// EvidenceDayAhead: nobody is given a day that is over.
	EvidenceDayAhead = Guard{
		Code:  "evidence-day-past",
		Says:  text("举证期限的最后一日不能早于指定之日。", "The last day for evidence cannot be before the day it is set."),
		Law:   law.Zhejiang(25, 1),
		Holds: func(f Facts) bool { return f.Act.Evidence.Until.IsZero() || !f.Act.Evidence.Until.Before(f.On) },
	}
	// EvidenceOnlyLonger: a day that was set moves only on, at a party's request and for a reason.
	EvidenceOnlyLonger = Guard{
		Code: "evidence-only-longer",
		Says: text("已经指定的举证期限只能因当事人确有困难、申请延长而延长，请写明理由和更晚的日期。", "A day that was set is only moved on, because a party has real difficulty and asks for it: please give the reason and a later day."),
		Law:  law.CaseRules(15).Recalled(),
		Holds: func(f Facts) bool {
			e := f.Act.Evidence
			return e.Present.IsZero() || (f.Act.Reason != "" && e.Until.After(e.Present))
		},
	}
)

// EvidenceEnds is the last day for a side's evidence: the day that the tribunal set, else the end of the
// last time to answer; a new time to answer changed claims moves it on. None while it is open. The
// commission's own papers have the later of both sides' days.
func (f Facts) EvidenceEnds(side Capacity) calendar.Date {
	set := calendar.Latest(f.Evidence.Applicant, f.Evidence.Respondent)
	switch side {
	case Applicant:
		set = f.Evidence.Applicant
	case Respondent:
		set = f.Evidence.Respondent
	}
	if set.IsZero() {
		for _, s := range f.CopyServed {
			if !s.On.IsZero() {
				set = calendar.Latest(set, f.Law.Days.Due(s.On, f.Law.LengthFrom(DefencePeriod, s.On)).Statutory)
			}
		}
	}
	return calendar.Latest(set, f.newDefenceEnds())
}
