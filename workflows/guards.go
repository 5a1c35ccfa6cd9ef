package workflows

import (
	"slices"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Guard is one condition of a step (办理条件): what it says to the person it stops, the article,
// and how to tell from the facts whether it holds. Opens is the day from which it will hold by
// itself, where a clock is the reason.
type Guard struct {
	Code  string
	Says  law.Text
	Law   law.Citation
	Holds func(Facts) bool
	Opens func(Facts) calendar.Date
}

// The parties and what they want.
var (
	// PartiesNamed: an application needs somebody who applies, somebody it is against, and a claim (明确的被申请人和请求).
	PartiesNamed = Guard{
		Code:  "parties-or-claims-missing",
		Says:  law.Text{ZH: "申请书应当写明申请人、被申请人和至少一项仲裁请求。", EN: "An application names the applicant, the respondent and at least one claim."},
		Law:   law.Arbitration(28, 1),
		Holds: func(f Facts) bool { return f.Applicants > 0 && f.Respondents > 0 && f.Claims > 0 },
	}
	// RespondentNamed: a mediation needs a second side.
	RespondentNamed = Guard{
		Code:  "respondent-missing",
		Says:  law.Text{ZH: "申请调解要写明对方是谁。", EN: "A request for mediation names the other side."},
		Law:   law.Arbitration(12),
		Holds: func(f Facts) bool { return f.Applicants > 0 && f.Respondents > 0 },
	}
	// ModeKnown: a closed case was closed somehow, and the file says how (结案方式).
	ModeKnown = Guard{
		Code:  "mode-unknown",
		Says:  law.Text{ZH: "已结案件要写明结案方式。", EN: "A closed case must say how it was closed."},
		Law:   oldCases,
		Holds: func(f Facts) bool { return slices.Contains(Modes(), f.Act.Mode) },
	}
	// AgentsAtMostTwo (委托一至二人).
	AgentsAtMostTwo = Guard{
		Code:  "agents-at-most-two",
		Says:  law.Text{ZH: "每方当事人最多委托两名代理人。", EN: "A party may have two agents at most."},
		Law:   law.Arbitration(24),
		Holds: func(f Facts) bool { return f.Act.Agents <= 2 },
	}
)

// RepresentativesFit: ten workers or more with one claim may choose three to five to speak for them (推选代表人).
var RepresentativesFit = Guard{
	Code: "representatives-number",
	Says: law.Text{ZH: "劳动者一方在十人以上的，可以推选三至五名代表人。", EN: "Ten workers or more may choose three to five representatives."},
	Law:  law.Arbitration(7),
	Holds: func(f Facts) bool {
		n := f.Act.Representatives
		return f.Workers >= collective && (n == 0 || (n >= 3 && n <= 5))
	},
}

// Mediation.
var (
	// BothConsent: nobody is mediated against their will (自愿调解).
	BothConsent = Guard{
		Code:  "mediation-needs-both",
		Says:  law.Text{ZH: "双方都同意以后才能调解。", EN: "Mediation needs the consent of both sides."},
		Law:   law.Zhejiang(10, 1),
		Holds: func(f Facts) bool { return f.Mediation.ApplicantConsents && f.Mediation.RespondentConsents },
	}
	// ConsentMissing: consenting twice is nothing.
	ConsentMissing = Guard{
		Code:  "already-consented",
		Says:  law.Text{ZH: "双方都已经同意调解。", EN: "Both sides have consented already."},
		Law:   law.Zhejiang(10, 1),
		Holds: func(f Facts) bool { return !f.Mediation.ApplicantConsents || !f.Mediation.RespondentConsents },
	}
	// NotYetMediated: refusing at the start is possible until the first consent of both.
	NotYetMediated = Guard{
		Code:  "mediation-has-begun",
		Says:  law.Text{ZH: "双方已经同意调解；不愿继续的，按调解不成结束。", EN: "Both sides agreed to mediate; whoever will not go on ends it as failed."},
		Law:   law.Zhejiang(10, 1),
		Holds: func(f Facts) bool { return !f.Mediation.ApplicantConsents || !f.Mediation.RespondentConsents },
	}
	// MediatorAssigned: somebody must do it.
	MediatorAssigned = Guard{
		Code:  "mediator-missing",
		Says:  law.Text{ZH: "调解组织还没有指派调解员。", EN: "The organisation has not assigned a mediator yet."},
		Law:   law.Arbitration(11),
		Holds: func(f Facts) bool { return f.Mediation.HasMediator },
	}
	// MediationInTime: after fifteen days mediation is over unless both agreed to go on (十五日内).
	MediationInTime = Guard{
		Code:  "mediation-time-is-up",
		Says:  law.Text{ZH: "调解期限已满，双方没有同意延长。", EN: "The time for mediation is up and both sides did not agree to extend it."},
		Law:   law.Arbitration(14, 3),
		Holds: func(f Facts) bool { return !f.On.After(f.mediationEnds()) },
	}
	// MediationRunOut is the opposite, for the clock.
	MediationRunOut = Guard{
		Code:  "mediation-still-in-time",
		Says:  law.Text{ZH: "调解期限还没有届满。", EN: "The time for mediation is not up yet."},
		Law:   law.Arbitration(14, 3),
		Holds: func(f Facts) bool { return f.On.After(f.mediationEnds()) },
		Opens: func(f Facts) calendar.Date { return f.mediationEnds().Next(1) },
	}
	// LongerByBoth: an extension needs both consents and a later day.
	LongerByBoth = Guard{
		Code: "extension-needs-both",
		Says: law.Text{ZH: "延长调解期限须双方同意，并写明新的截止日期，不能早于现在的期限。", EN: "Both sides must agree to a longer mediation, with a new last day after the present one."},
		Law:  law.Zhejiang(10, 2),
		Holds: func(f Facts) bool {
			return f.Act.Until.IsZero() || (f.Act.BothAgree && f.Act.Until.After(f.mediationEnds()))
		},
	}
	// HeldForMediation: the application waits for this mediation (暂缓受理).
	HeldForMediation = Guard{
		Code:  "no-mediation-running",
		Says:  law.Text{ZH: "现在没有正在进行的案前调解。", EN: "No mediation is under way."},
		Law:   law.CaseRules(69).Recalled(),
		Holds: func(f Facts) bool { return f.Mediation.Held && f.Mediation.Running },
	}
)

// mediationEnds is the last day of the mediation.
func (f Facts) mediationEnds() calendar.Date {
	due := f.Law.Days.Due(f.Mediation.Received, f.Law.Length(MediationPeriod)).Statutory
	return calendar.Latest(due, f.Mediation.ExtendedTo)
}

// MediationOver is the last day of the mediation under way; none if none is.
func (f Facts) MediationOver() calendar.Date {
	if !f.Mediation.Running {
		return calendar.Date{}
	}
	return f.mediationEnds()
}

// Acceptance.
var (
	// NotCorrecting: the applicant has been asked to complete the papers and has not yet (补正).
	NotCorrecting = Guard{
		Code:  "correction-pending",
		Says:  law.Text{ZH: "已经通知补正，等申请人补齐材料。", EN: "The applicant was asked to complete the papers and has not done so yet."},
		Law:   law.Zhejiang(21),
		Holds: func(f Facts) bool { return !f.Application.Correcting },
	}
	// CorrectionPending is the opposite.
	CorrectionPending = Guard{
		Code:  "no-correction-asked",
		Says:  law.Text{ZH: "没有需要补正的材料。", EN: "No correction was asked for."},
		Law:   law.Zhejiang(21),
		Holds: func(f Facts) bool { return f.Application.Correcting },
	}
	// CorrectionOnce: all that is missing is said once (一次性告知); a second notice needs a reason.
	CorrectionOnce = Guard{
		Code:  "correction-only-once",
		Says:  law.Text{ZH: "补正事项应当一次性告知；再次通知须写明理由。", EN: "Everything missing is said at once; a second notice needs a reason."},
		Law:   law.Zhejiang(21),
		Holds: func(f Facts) bool { return f.Application.Corrections == 0 || f.Act.Reason != "" },
	}
	// NotHeld: an application on hold for mediation is decided when that is over.
	NotHeld = Guard{
		Code:  "held-for-mediation",
		Says:  law.Text{ZH: "双方同意先行调解，暂缓受理；调解结束后再作决定。", EN: "Acceptance is on hold for mediation; it is decided when that ends."},
		Law:   law.CaseRules(69).Recalled(),
		Holds: func(f Facts) bool { return !f.Mediation.Held || !f.Mediation.Running },
	}
	// FourTests: scope, clear claims and facts, the right parties, jurisdiction (受理条件).
	FourTests = Guard{
		Code:  "acceptance-tests",
		Says:  law.Text{ZH: "受理须同时符合四项条件：属于受理范围；有明确的请求和事实理由；申请人有直接利害关系、有明确的被申请人；属于本会管辖。", EN: "Acceptance needs all four: within scope; clear claims and facts; an applicant concerned and a named respondent; this commission's jurisdiction."},
		Law:   law.CaseRules(30),
		Holds: func(f Facts) bool { return !f.Act.ChecksGiven || f.Act.Checks == 4 },
	}
	// ReasonGiven: a refusal says why.
	ReasonGiven = Guard{
		Code:  "reason-missing",
		Says:  law.Text{ZH: "应当书面说明理由。", EN: "Reasons must be given in writing."},
		Law:   law.Arbitration(29, 1),
		Holds: func(f Facts) bool { return !f.Act.ChecksGiven || f.Act.Reason != "" },
	}
	// HoldByConsent: a hold for mediation needs the applicant's written consent.
	HoldByConsent = Guard{
		Code:  "hold-needs-consent",
		Says:  law.Text{ZH: "暂缓受理须申请人书面同意先行调解。", EN: "A hold for mediation needs the applicant's written consent."},
		Law:   law.CaseRules(69).Recalled(),
		Holds: func(f Facts) bool { return !f.Act.ChecksGiven || f.Act.BothAgree },
	}
)
