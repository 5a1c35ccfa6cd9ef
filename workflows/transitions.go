package workflows

import (
	"slices"

	"tiaocai/workflows/law"
)

// Transitions is the table of consultation, mediation and acceptance; transitions_case.go goes on
// with the accepted case. A step that is not in the table does not exist.
var Transitions = [][]Row{slices.Concat(opening, arrivals, reopenings), slices.Concat(consultation, groups, talks), slices.Concat(mediation, offers, agreements, review), slices.Concat(acceptance, intake), slices.Concat(preparation, handling, postponing, together, atOnce, standing, entrusted, recusals, replacements, proofs, examination, changes, restorations, inquiries, counters, joinders), service, slices.Concat(hearing, absences, minutes, appraisals), slices.Concat(clockwork, lapses), slices.Concat(deliberation, furtherHearings), slices.Concat(closing, withdrawals), awards, slices.Concat(afterwards, rehearings), anytime}

var opening = []Row{
	{ // 登记咨询
		Event: OpenConsultation, Name: text("登记咨询", "Register a question"),
		From: in(New), To: Consulting, By: by(Applicant, Registry, Mediator),
		Then: then(Draft(Receipt, Applicant), Tell("received", Applicant)),
		Law:  law.Arbitration(4), RestsOn: anyDay,
	},
	{ // 登记调解申请
		Event: OpenMediation, Name: text("登记调解申请", "Register a request for mediation"),
		From: in(New), To: Mediating, By: by(Applicant, Registry, Mediator),
		When: when(RespondentNamed, OralOnRecord),
		Then: then(DraftIf(orally, OralRequest, Applicant), Draft(MediationReceipt, both...), Tell("mediation-asked", both...)),
		Law:  law.Arbitration(12), RestsOn: anyDay,
	},
	{ // 登记仲裁申请
		Event: OpenApplication, Name: text("登记仲裁申请", "Register an application"),
		From: in(New), To: Filed, By: by(Applicant, Registry),
		When: when(PartiesNamed),
		Then: then(Draft(Receipt, Applicant), Tell("received", Applicant)),
		Law:  law.Arbitration(28, 1), RestsOn: anyDay,
	},
	{ // 带入旧案（未结）
		Event: CarryOver, Name: text("带入旧案（未结）", "Carry over an open case"),
		From: in(New), To: Accepted, By: by(Head),
		When: when(RespondentNamed),
		Then: then(Draft(NoticeToRespond, Respondent)),
		Law:  oldCases, RestsOn: anyDay,
	},
	{ // 带入旧案（已结）
		Event: CarryOverClosed, Name: text("带入旧案（已结）", "Carry over a closed case"),
		From: in(New), To: Closed, By: by(Head),
		When: when(RespondentNamed, ModeKnown),
		Mode: func(f Facts) Mode { return f.Act.Mode },
		Law:  oldCases, RestsOn: accepted,
	},
}

// oldCases: what was accepted on paper, or in another system, before this one is carried over as its file says.
var oldCases = law.House("CO-1", "启用本系统以前受理的案件，照原案卷带入，日期以案卷为准", "cases accepted before this system was begun are carried over as their files say")

var consultation = []Row{
	{ // 修改当事人和请求
		Event: AmendApplication, Name: text("修改当事人和请求", "Change parties and claims"),
		From: in(Consulting, Advised, Mediating, Unsettled, Filed), To: Same, By: by(Applicant, Registry, Mediator),
		Law: law.Arbitration(28, 1), NeedsVersion: true, Disposes: true,
	},
	{ // 保存计算书
		Event: KeepCalculation, Name: text("给请求算一算，保存计算书", "Work out a claim and keep the working"),
		From: in(Consulting, Advised, Mediating, Unsettled, Filed, Accepted, Scheduled, Hearing), To: Same, By: by(Applicant, Registry, Mediator),
		Law: law.Arbitration(28, 1),
	},
	{ // 答复咨询
		Event: GiveAdvice, Name: text("答复咨询", "Answer the question"),
		From: in(Consulting), To: Advised, By: by(Registry, Mediator),
		Then: then(Draft(AdviceNote, Applicant), Tell("advised", Applicant)),
		Law:  law.Arbitration(4),
	},
	{ // 协商和解
		Event: SettleInConsultation, Name: text("协商和解", "Settled by talks"),
		From: in(Consulting, Advised, Unsettled), To: Settled, By: by(Registry, Mediator),
		When: when(RespondentNamed),
		Then: then(Tell("settled", both...)),
		Law:  law.Arbitration(4),
	},
	{ // 申请调解
		Event: AskMediation, Name: text("申请调解", "Ask for mediation"),
		From: in(Consulting, Advised, Unsettled), To: Mediating, By: by(Applicant, Registry, Mediator),
		When: when(RespondentNamed, OralOnRecord),
		Then: then(DraftIf(orally, OralRequest, Applicant), Draft(MediationReceipt, both...), Tell("mediation-asked", both...)),
		Law:  law.Arbitration(12),
	},
}

var mediation = []Row{
	{ // 指派调解员
		Event: AssignMediator, Name: text("指派调解员", "Assign the mediator"),
		From: in(Mediating, Filed), To: Same, By: by(Organiser),
		When: when(mediationRuns), Then: then(Tell("mediator-assigned", both...)),
		Law: law.Arbitration(11), RestsOn: mediating,
	},
	{ // 同意调解
		Event: ConsentToMediation, Name: text("同意调解", "Agree to mediation"),
		From: in(Mediating, Filed), To: Same, By: by(Applicant, Respondent, Mediator),
		When: when(mediationRuns, ConsentMissing),
		Law:  law.Zhejiang(10, 1), RestsOn: mediating,
	},
	{ // 不同意调解
		Event: RefuseMediation, Name: text("不同意调解", "Refuse mediation"),
		From: in(Mediating), To: Unsettled, By: by(Applicant, Respondent, Mediator),
		When: when(NotYetMediated),
		Then: then(Draft(MediationEnded, both...), Tell("mediation-refused", both...)),
		Law:  law.Zhejiang(10, 1), RestsOn: mediating, Disposes: true,
	},
	{ // 不同意调解，恢复立案审查
		Event: RefuseMediation, Name: text("不同意调解", "Refuse mediation"),
		From: in(Filed), To: Same, By: by(Applicant, Respondent, Mediator),
		When: when(HeldForMediation, NotYetMediated),
		Then: then(Tell("mediation-refused", both...)),
		Law:  law.CaseRules(69).Recalled(), RestsOn: mediating, Disposes: true,
	},
	{ // 记录调解
		Event: HoldSession, Name: text("记录调解", "Log a session"),
		From: in(Mediating, Filed), To: Same, By: by(Mediator),
		When: when(mediationRuns, MediatorAssigned, BothConsent, MediationInTime),
		Law:  law.Arbitration(13), RestsOn: mediating,
	},
	{ // 延长调解期限
		Event: ExtendMediation, Name: text("延长调解期限", "Extend the mediation"),
		From: in(Mediating, Filed), To: Same, By: by(Mediator),
		When: when(mediationRuns, BothConsent, LongerByBoth, MediationInTime),
		Then: then(Tell("mediation-extended", both...)),
		Law:  law.Zhejiang(10, 2), RestsOn: mediating,
	},
	{ // 调解不成
		Event: FailMediation, Name: text("按调解不成结束", "End the mediation as failed"),
		From: in(Mediating), To: Unsettled, By: by(Mediator, Organiser, Applicant, Respondent),
		When: when(BothConsent),
		Then: then(Draft(MediationEnded, both...), Tell("mediation-failed", both...)),
		Law:  law.Arbitration(14, 3), RestsOn: mediating,
	},
	{ // 案前调解不成，恢复立案审查
		Event: FailMediation, Name: text("按调解不成结束", "End the mediation as failed"),
		From: in(Filed), To: Same, By: by(Mediator, Organiser, Applicant, Respondent),
		When: when(HeldForMediation, BothConsent),
		Then: then(Draft(MediationEnded, both...), Tell("mediation-failed", both...)),
		Law:  law.CaseRules(69).Recalled(), RestsOn: mediating,
	},
	{ // 调解期满
		Event: ExpireMediation, Name: text("调解期满", "Time for mediation ran out"),
		From: in(Mediating), To: Unsettled, By: by(Clock),
		When: when(MediationRunOut),
		Then: then(Draft(MediationEnded, both...), Tell("mediation-expired", both...)),
		Law:  law.Arbitration(14, 3), RestsOn: mediating,
	},
	{ // 案前调解期满，恢复立案审查
		Event: ExpireMediation, Name: text("调解期满", "Time for mediation ran out"),
		From: in(Filed), To: Same, By: by(Clock),
		When: when(HeldForMediation, MediationRunOut),
		Then: then(Draft(MediationEnded, both...), Tell("mediation-expired", both...)),
		Law:  law.CaseRules(69).Recalled(), RestsOn: mediating,
	},
}

// mediationRuns keeps mediation steps out of applications that don't wait for one.
var mediationRuns = Guard{
	Code: "no-mediation-running", Says: HeldForMediation.Says, Law: law.CaseRules(69).Recalled(),
	Holds: func(f Facts) bool { return f.Mediation.Running },
}

var acceptance = []Row{
	{ // 申请仲裁
		Event: FileApplication, Name: text("申请仲裁", "Apply for arbitration"),
		From: in(Consulting, Advised, Unsettled, Settled), To: Filed, By: by(Applicant, Registry),
		When: when(PartiesNamed, NotReplaced),
		Then: then(Draft(Receipt, Applicant), Tell("received", Applicant)),
		Law:  law.Arbitration(28, 1),
	},
	{ // 通知补正
		Event: AskCorrection, Name: text("通知补正", "Ask for corrections"),
		From: in(Filed), To: Same, By: by(Registry),
		When: when(NotHeld, NotCorrecting, CorrectionOnce, AllAtOnce, NotTransferredIn),
		Then: then(Draft(CorrectionNotice, Applicant), Tell("correction-asked", Applicant)),
		Law:  law.Zhejiang(21), NeedsVersion: true,
	},
	{ // 补正材料
		Event: CompleteCorrection, Name: text("补正材料", "Complete the papers"),
		From: in(Filed), To: Same, By: by(Applicant, Registry),
		When: when(CorrectionPending, AllMended),
		Then: then(Tell("correction-done", Applicant)),
		Law:  law.CaseRules(46, 2),
	},
	{ // 暂缓受理，先行调解
		Event: HoldForMediation, Name: text("暂缓受理，先行调解", "Hold for mediation"),
		From: in(Filed), To: Same, By: by(Registry),
		When: when(NotHeld, NotCorrecting, RespondentNamed, HoldByConsent, NotTransferredIn),
		Then: then(Draft(MediationProposal, Applicant), Tell("mediation-asked", both...)),
		Law:  law.CaseRules(69).Recalled(), NeedsVersion: true,
	},
	{ // 受理
		Event: Accept, Name: text("受理", "Accept"),
		From: in(Filed), To: Accepted, By: by(Registry),
		When: when(PartiesNamed, NotHeld, NotCorrecting, FourTests, DispatchBoth, NotTransferredIn),
		Then: then(Draft(AcceptanceNotice, Applicant), Draft(NoticeToRespond, Respondent), Tell("accepted", both...)),
		Law:  law.Arbitration(29, 1), NeedsVersion: true, RestsOn: received,
	},
	{ // 不予受理
		Event: RefuseAcceptance, Name: text("不予受理", "Refuse acceptance"),
		From: in(Filed), To: NotAccepted, By: by(Head), Proposers: by(Registry),
		When: when(NotHeld, ReasonGiven, CorrectionFirst, EarlierCase, DeemedProven, NotTransferredIn),
		Then: then(Draft(RefusalNotice, Applicant), Tell("not-accepted", Applicant)),
		Law:  law.Arbitration(29, 1), NeedsVersion: true, RestsOn: received,
	},
	{ // 告知有管辖权的仲裁委
		Event: Refer, Name: text("告知有管辖权的仲裁委", "Refer to the competent commission"),
		From: in(Consulting, Filed), To: Referred, By: by(Registry),
		When: when(NotHeld, ReferOnlyIfDesignated),
		Then: then(Draft(ReferralNotice, Applicant), Tell("referred", Applicant)),
		Law:  law.CaseRules(31, 2), NeedsVersion: true,
	},
	{ // 受理前撤回申请
		Event: WithdrawApplication, Name: text("撤回申请", "Withdraw the application"),
		From: in(Filed), To: Unsettled, By: by(Applicant, Registry),
		When: when(NotHeld, NotTransferredIn),
		Then: then(Tell("withdrawn", Applicant)),
		Law:  law.CaseRules(35).Recalled(), Disposes: true,
	},
}
