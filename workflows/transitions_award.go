package workflows

import "tiaocai/workflows/law"

// withAwards are the states in which an award may be there: a partial one before closing, too.
var withAwards = in(Accepted, Scheduled, Hearing, Deliberating, Closed)

// awards are the steps about single awards: those before the last one, and what courts, payments and
// time make of them (先行裁决、先予执行、保全、法院结果、生效、履行).
var awards = []Row{
	{ // 先行裁决
		Event: PartialAward, Name: text("先行裁决", "Make a partial award"),
		From: in(Hearing, Deliberating), To: Same, By: by(Head), Proposers: by(Tribunal),
		When: when(TribunalFormed, NotSuspended, MediationTried, DefaultDecided, PartOfOneKind),
		Then: then(Draft(PartialAwardPaper, both...), Tell("awarded", both...)),
		Law:  law.Arbitration(43, 3), NeedsVersion: true, RestsOn: accepted,
	},
	{ // 先予执行
		Event: PreliminaryExecution, Name: text("裁决先予执行", "Award preliminary execution"),
		From: proceeding, To: Same, By: by(Head), Proposers: by(Tribunal),
		When: when(TribunalFormed, NotSuspended, PreliminaryClaims, PreliminaryGrounds),
		Then: then(Draft(PreliminaryAwardPaper, both...), Draft(EnforcementLetter), Tell("awarded", both...)),
		Law:  law.Arbitration(44), NeedsVersion: true, RestsOn: accepted,
	},
	{ // 移送财产保全申请
		Event: ForwardPreservation, Name: text("移送财产保全申请", "Forward an application to preserve property"),
		From: withAwards, To: Same, By: by(Registry, Recorder), AfterClosing: true,
		When: when(PreservedOnce),
		Then: then(Draft(PreservationLetter, Applicant)),
		Law:  law.Zhejiang(33), RestsOn: accepted,
	},
	{ // 记录法院结果
		Event: RecordRuling, Name: text("记录法院结果", "Record what the court decided"),
		From: withAwards, To: Same, By: by(Registry, Recorder), AfterClosing: true,
		When: when(AwardMade, MovePending, OutcomeFits),
		Law:  law.SuitEnded(), RestsOn: accepted,
	},
	{ // 裁决生效
		Event: TakeEffect, Name: text("裁决生效", "The award comes into force"),
		From: withAwards, To: Same, By: by(Clock), AfterClosing: true,
		When: when(AwardMade, EffectDue),
		Law:  law.Arbitration(50), RestsOn: accepted,
	},
	{ // 出具生效证明
		Event: ProveEffect, Name: text("出具生效证明", "Issue a proof of effect"),
		From: withAwards, To: Same, By: by(Registry, Recorder), AfterClosing: true,
		When: when(AwardMade, ProvenInForce),
		Then: then(Draft(EffectProof, both...)),
		Law:  law.Arbitration(51), RestsOn: accepted,
	},
	{ // 确认付款
		Event: ConfirmPayment, Name: text("确认是否收到付款", "Say whether a payment arrived"),
		From: in(Closed), To: Same, By: by(Applicant, Registry, Recorder), AfterClosing: true,
		When: when(PaymentUnsure),
		Law:  law.Arbitration(51), RestsOn: anyDay,
	},
	{ // 批准销毁
		Event: ApproveDisposal, Name: text("批准销毁保存期满的案卷", "Approve the disposal of a file"),
		From: in(Closed), To: Same, By: by(Head), Proposers: by(Recorder, Registry), AfterClosing: true,
		When: when(ArchivedFirst, RetentionOver, NotDisposed),
		Law:  KeptLaw, NeedsVersion: true,
	},
}
