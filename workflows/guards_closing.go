package workflows

import "tiaocai/workflows/law"

// Closing, and after it.
var (
	// MediationTried: no award before the tribunal has tried to mediate (裁决前应当先行调解).
	MediationTried = Guard{
		Code:  "mediation-not-attempted",
		Says:  law.Text{ZH: "裁决以前应当先行调解，并记明结果。", EN: "Before an award the tribunal must try to mediate and record the result."},
		Law:   law.Arbitration(42),
		Holds: func(f Facts) bool { return f.MediationAttempted },
	}
	// MajoritySigned: every arbitrator signs for themselves; a minority may leave it (裁决书署名).
	MajoritySigned = Guard{
		Code:  "award-not-signed",
		Says:  law.Text{ZH: "裁决书要有仲裁庭多数成员签名；持不同意见的可以不签。", EN: "The award needs the signatures of a majority of the tribunal; who dissents need not sign."},
		Law:   law.Arbitration(45),
		Holds: func(f Facts) bool { return f.Proposed != MakeAward || 2*f.Tribunal.Signed > f.Tribunal.Size },
	}
	// AwardWaits: there is an award to sign.
	AwardWaits = Guard{
		Code:  "no-award-to-sign",
		Says:  law.Text{ZH: "还没有报批的裁决书。", EN: "No award has been proposed yet."},
		Law:   law.Arbitration(46),
		Holds: func(f Facts) bool { return f.Proposed == MakeAward },
	}
	// NotAgreed: whoever settled gets a mediation document, not an award.
	NotAgreed = Guard{
		Code:  "parties-agreed",
		Says:  law.Text{ZH: "双方已在庭上达成调解协议，应当制作调解书；一方反悔的，先记明调解不成。", EN: "The parties agreed before the tribunal: a mediation document follows. If one backs out, record that first."},
		Law:   law.Arbitration(42),
		Holds: func(f Facts) bool { return !f.MediationAgreed },
	}
	// EveryClaimDecided: an award answers every claim (裁决事项齐全).
	EveryClaimDecided = Guard{
		Code: "claims-undecided",
		Says: law.Text{ZH: "裁决书应当对每一项请求作出认定：支持、部分支持或不支持，并注明终局或非终局。", EN: "An award answers every claim: supported, partly or rejected, final or non-final."},
		Law:  law.Arbitration(46),
		Holds: func(f Facts) bool {
			return !f.Act.AwardGiven || (f.Act.Undecided == 0 && f.Act.FinalItems+f.Act.NonFinalItems > 0)
		},
	}
	// AgreedBeforeTribunal: a mediation document needs an agreement.
	AgreedBeforeTribunal = Guard{
		Code:  "no-agreement",
		Says:  law.Text{ZH: "双方还没有在仲裁庭主持下达成协议。", EN: "The parties have not agreed before the tribunal."},
		Law:   law.Arbitration(42),
		Holds: func(f Facts) bool { return f.MediationAgreed },
	}
	// BothSigned: a mediation document takes effect when both have signed for it (双方签收).
	BothSigned = Guard{
		Code:  "not-signed-by-both",
		Says:  law.Text{ZH: "调解书经双方签收后才发生法律效力。", EN: "A mediation document takes effect when both parties have signed for it."},
		Law:   law.Arbitration(42),
		Holds: func(f Facts) bool { return !f.Act.AwardGiven || f.Act.BothAgree },
	}
	// WithdrawalWanted: the applicant asked for it.
	WithdrawalWanted = Guard{
		Code:  "withdrawal-not-asked",
		Says:  law.Text{ZH: "申请人没有申请撤回。", EN: "The applicant has not asked to withdraw."},
		Law:   law.Arbitration(41),
		Holds: func(f Facts) bool { return f.WithdrawalAsked },
	}
	// ExtensionOnce: fifteen days at most, once, approved before the period ends (延长不得超过十五日).
	ExtensionOnce = Guard{
		Code: "extension-limits",
		Says: law.Text{ZH: "案情复杂需要延期的，只能延长一次，不得超过十五日。", EN: "A complex case may be extended once, by fifteen days at most."},
		Law:  law.Arbitration(43, 2),
		Holds: func(f Facts) bool {
			return f.Clock.Extension == 0 && f.Act.Days >= 0 && f.Act.Days <= f.Law.longest(AwardPeriod)
		},
	}
	// ExtensionInTime: an extension approved after the last day is none.
	ExtensionInTime = Guard{
		Code: "extension-too-late",
		Says: law.Text{ZH: "延长审限应当在期限届满以前批准。", EN: "An extension must be approved before the period ends."},
		Law:  law.Arbitration(43, 2),
		Holds: func(f Facts) bool {
			due := f.AwardReckoning().Statutory
			return due.IsZero() || !f.On.After(due)
		},
	}
	// SuitAfterward: a suit or an application to set aside concerns an award.
	SuitAfterward = Guard{
		Code:  "no-award",
		Says:  law.Text{ZH: "本案没有裁决书。", EN: "There is no award in this case."},
		Law:   law.Arbitration(50),
		Holds: func(f Facts) bool { return f.Mode.Award() },
	}
	// NotArchived: a case is archived once.
	NotArchived = Guard{
		Code:  "already-archived",
		Says:  law.Text{ZH: "案卷已经归档。", EN: "The file has been archived."},
		Law:   law.CaseRules(21).Recalled(),
		Holds: func(f Facts) bool { return !f.Archived },
	}
)

// The second pair of eyes: steps that one person proposes and another approves.
var (
	// NothingProposed: one proposal at a time.
	NothingProposed = Guard{
		Code:  "proposal-pending",
		Says:  law.Text{ZH: "已经有一件报批事项等待决定。", EN: "Another proposal is waiting for a decision."},
		Law:   twoPeople,
		Holds: func(f Facts) bool { return f.Proposed == "" },
	}
	// SomebodyElse: whoever proposed a step does not approve it (经办与审批分离).
	SomebodyElse = Guard{
		Code:  "own-proposal",
		Says:  law.Text{ZH: "经办人不能审批自己报的事项，请由另一人审批。", EN: "Whoever proposed this may not approve it; somebody else decides."},
		Law:   twoPeople,
		Holds: func(f Facts) bool { return !f.ProposedBy },
	}
)

var twoPeople = law.House("SD-1", "经办与审批分离", "one proposes, another approves")

// proposed holds when this very step was proposed.
func proposed(e Event) Guard {
	return Guard{
		Code:  "not-proposed",
		Says:  law.Text{ZH: "要由经办人先报批，再由另一人批准。", EN: "This needs a proposal first; then somebody else approves it."},
		Law:   twoPeople,
		Holds: func(f Facts) bool { return f.Proposed == e },
	}
}

// anythingProposed holds when there is something to decline.
var anythingProposed = Guard{
	Code:  "nothing-proposed",
	Says:  law.Text{ZH: "没有等待审批的事项。", EN: "Nothing waits for approval."},
	Law:   twoPeople,
	Holds: func(f Facts) bool { return f.Proposed != "" },
}
