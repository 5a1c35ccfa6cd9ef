package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// absences are the steps about a side that stays away from the hearing or leaves it (缺席、中途退庭). What
// follows is decided by two people on the proof that the written notice was served: for the applicant
// DeemWithdrawn, which closes the case; for the respondent HearInDefault, without which there is no award.
var absences = []Row{
	{ // 记录中途退庭
		Event: RecordLeaving, Name: text("记录中途退庭", "Note that a side left the hearing"),
		From: in(Hearing), To: Same, By: by(Tribunal, Recorder),
		When: when(NotSuspended, CameBefore),
		Law:  law.Arbitration(36), RestsOn: hearingOn,
	},
	{ // 缺席审理、裁决
		Event: HearInDefault, Name: text("缺席审理和裁决", "Hear and decide in default"),
		From: in(Hearing, Deliberating), To: Same, By: by(Head), Proposers: by(Tribunal),
		When: when(TribunalFormed, NotSuspended, RespondentAbsent, DefaultOnce),
		Then: then(Tell("in-default", both...)),
		Law:  law.Arbitration(36, 2), NeedsVersion: true, RestsOn: hearingOn,
	},
}

var (
	// CameBefore: only who came can leave.
	CameBefore = Guard{
		Code: "side-was-not-there",
		Says: text("这一方没有到庭，或者已经记过中途退庭。", "That side did not come, or its leaving is on record already."),
		Law:  law.Arbitration(36),
		Holds: func(f Facts) bool {
			return f.Act.Leaver != Applicant && f.Act.Leaver != Respondent || f.there(f.Act.Leaver)
		},
	}
	// ApplicantAbsent: the applicant had written notice and stayed away or left without leave, with proof of service (无正当理由不到庭).
	ApplicantAbsent = Guard{
		Code: "applicant-not-absent",
		Says: text("按撤回处理须申请人收到书面开庭通知（有送达证明）而无正当理由不到庭，或者未经仲裁庭同意中途退庭。", "Deemed withdrawal needs an applicant who had written notice of the hearing, with proof of service, and stayed away, or left it without leave."),
		Law:  law.Arbitration(36, 1),
		Holds: func(f Facts) bool {
			return f.noticed(Applicant) && f.On.Compare(f.Hearing.On) >= 0 && !f.there(Applicant)
		},
		Opens: func(f Facts) calendar.Date { return f.Hearing.On },
	}
	// RespondentAbsent: the same for the respondent.
	RespondentAbsent = Guard{
		Code:  "respondent-not-absent",
		Says:  text("缺席审理须被申请人收到书面开庭通知（有送达证明）而无正当理由不到庭，或者未经仲裁庭同意中途退庭。", "Default needs a respondent who had written notice of the hearing, with proof of service, and stayed away, or left it without leave."),
		Law:   law.Arbitration(36, 2),
		Holds: func(f Facts) bool { return f.noticed(Respondent) && f.Hearing.inDefault() },
	}
	// DefaultOnce: it is decided once for a hearing day.
	DefaultOnce = Guard{
		Code:  "default-decided",
		Says:  text("本次开庭已经决定缺席审理。", "Default is decided for this hearing."),
		Law:   law.Arbitration(36, 2),
		Holds: func(f Facts) bool { return f.Hearing.Default.IsZero() },
	}
	// DefaultDecided: nobody is judged in their absence without the decision that they may be.
	DefaultDecided = Guard{
		Code:  "default-not-decided",
		Says:  text("被申请人没有到庭或者中途退庭，应当先报批缺席审理（附开庭通知的送达证明），再裁决。", "The respondent was not there, or left: default is proposed and approved first, on the proof that the notice was served."),
		Law:   law.Arbitration(36, 2),
		Holds: func(f Facts) bool { return !f.Hearing.inDefault() || !f.Hearing.Default.IsZero() },
	}
)

// inDefault says whether the last hearing was opened and the respondent stayed away or left.
func (h HearingFacts) inDefault() bool {
	return !h.Opened.IsZero() && (!h.RespondentCame || h.RespondentLeft)
}

// there says whether a side came to the hearing and stayed.
func (f Facts) there(side Capacity) bool {
	if side == Applicant {
		return f.Hearing.ApplicantCame && !f.Hearing.ApplicantLeft
	}
	return f.Hearing.RespondentCame && !f.Hearing.RespondentLeft
}
