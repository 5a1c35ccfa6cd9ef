package workflows

import "tiaocai/workflows/law"

// talks are between the parties themselves, before anybody else has the dispute (协商).
var talks = []Row{
	{ // 要求协商
		Event: AskTalks, Name: text("要求协商", "Ask to negotiate"),
		From: in(Consulting, Advised, Unsettled), To: Same, By: by(Applicant, Respondent, Registry, Mediator),
		When: when(RespondentNamed, TalksIdle, TalksLonger),
		Then: then(Tell("talks-asked", both...)),
		Law:  law.EnterpriseRules(10), RestsOn: anyDay,
	},
	{ // 答复协商
		Event: AnswerTalks, Name: text("答复协商", "Answer the request to negotiate"),
		From: in(Consulting, Advised, Unsettled), To: Same, By: by(Applicant, Respondent, Registry, Mediator),
		When: when(TalksRunning, TalksUnanswered, TalksOtherSide, TalksLonger),
		Then: then(Tell("talks-answered", both...)),
		Law:  law.EnterpriseRules(10), RestsOn: talking,
	},
	{ // 延长协商
		Event: ExtendTalks, Name: text("延长协商", "Extend the talks"),
		From: in(Consulting, Advised, Unsettled), To: Same, By: by(Applicant, Respondent, Registry, Mediator),
		When: when(TalksRunning, TalksLonger),
		Law:  law.EnterpriseRules(10), RestsOn: talking,
	},
	{ // 协商不成
		Event: FailTalks, Name: text("协商不成", "The talks failed"),
		From: in(Consulting, Advised, Unsettled), To: Same, By: by(Applicant, Respondent, Registry, Mediator),
		When: when(TalksRunning),
		Then: then(Tell("talks-failed", both...)),
		Law:  law.EnterpriseRules(10), RestsOn: talking,
	},
	{ // 协商期满
		Event: LapseTalks, Name: text("协商期满", "Time for talks ran out"),
		From: in(Consulting, Advised, Unsettled), To: Same, By: by(Clock),
		When: when(TalksRunning, TalksRunOut),
		Then: then(Tell("talks-failed", both...)),
		Law:  law.EnterpriseRules(10), RestsOn: talking,
	},
}

// agreements: the text, and the marks that put it in force (调解协议).
var agreements = []Row{
	{ // 起草调解协议
		Event: DraftAgreement, Name: text("起草调解协议", "Draft the agreement"),
		From: in(Mediating, Filed), To: Same, By: by(Mediator),
		When: when(mediationRuns, MediatorAssigned, BothConsent, MediationInTime),
		Then: then(Draft(Agreement, both...), Tell("agreement-drafted", both...)),
		Law:  law.Arbitration(14, 1), RestsOn: mediating, NeedsVersion: true,
	},
	{ // 签名、盖章；最后一个到位时协议生效
		Event: SignAgreement, Name: text("在调解协议上签名、盖章", "Put a mark on the agreement"),
		From: in(Mediating, Filed), To: Settled, Once: lastMark, By: by(Applicant, Respondent, Organiser, Mediator),
		When: when(mediationRuns, AgreementDrafted, MarkMissing, SettleConsented, MediationInTime),
		Then: then(DraftIf(lastMark, CourtGuide, both...), TellIf(lastMark, "settled", both...)),
		Law:  law.Arbitration(14, 2), RestsOn: mediating, Disposes: true, NeedsVersion: true,
	},
}

// lastMark says whether the mark at hand is the last of those that an agreement needs.
func lastMark(f Facts) bool { return f.Settling.Agreement.Missing <= f.Act.Marks }

// review and the courts stand side by side from the day of the last mark: each is a procedure of
// its own on a dispute that is settled.
var review = []Row{
	{ // 申请仲裁审查
		Event: AskReview, Name: text("申请仲裁审查", "Ask for a review of the agreement"),
		From: in(Settled), To: Same, By: by(Applicant, Respondent, Registry),
		When: when(AgreementInForce, NotConfirmed, ReviewNotAsked, ReviewInTime),
		Then: then(Tell("review-asked", both...)),
		Law:  law.CaseRules(74), RestsOn: inForce,
	},
	{ // 准许逾期申请审查
		Event: AllowLateReview, Name: text("准许逾期申请审查", "Let a late review in"),
		From: in(Settled), To: Same, By: by(Head), Proposers: by(Registry),
		When: when(AgreementInForce, NotConfirmed, ReviewNotAsked, ReviewLate),
		Law:  lateReview, RestsOn: inForce,
	},
	{ // 受理审查
		Event: AcceptReview, Name: text("受理审查", "Take up the review"),
		From: in(Settled), To: Same, By: by(Registry),
		When: when(ReviewWaits, NotConfirmed),
		Then: then(Draft(ReviewAcceptance, both...), Tell("review-accepted", both...)),
		Law:  law.CaseRules(75), NeedsVersion: true, RestsOn: jointly,
	},
	{ // 不予受理审查
		Event: RefuseReview, Name: text("不予受理审查", "Refuse the review"),
		From: in(Settled), To: Same, By: by(Head), Proposers: by(Registry),
		When: when(ReviewWaits),
		Then: then(Draft(ReviewRefusalPaper, both...), Tell("review-refused", both...)),
		Law:  law.CaseRules(75), NeedsVersion: true, RestsOn: jointly,
	},
	{ // 延长审查期限
		Event: ExtendReview, Name: text("延长审查期限", "Extend the review"),
		From: in(Settled), To: Same, By: by(Director), Proposers: by(Registry),
		When: when(ReviewRuns, ReviewExtendedOnce),
		Law:  law.CaseRules(76).Recalled(), NeedsVersion: true, RestsOn: reviewing,
	},
	{ // 制作仲裁调解书（置换）
		Event: ReplaceAgreement, Name: text("制作仲裁调解书（置换）", "Make the mediation document on the agreement"),
		From: in(Settled), To: Same, By: by(Head), Proposers: by(Registry),
		When: when(ReviewRuns, NotConfirmed),
		Then: then(Draft(ReviewDocument, both...), Tell("review-document", both...)),
		Law:  law.Zhejiang(11), NeedsVersion: true, RestsOn: reviewing,
	},
	{ // 不予制作仲裁调解书
		Event: RejectAgreement, Name: text("不予制作仲裁调解书", "Make no mediation document"),
		From: in(Settled), To: Same, By: by(Head), Proposers: by(Registry),
		When: when(ReviewRuns),
		Then: then(Draft(ReviewRejection, both...), Tell("review-rejected", both...)),
		Law:  law.Zhejiang(11), NeedsVersion: true, RestsOn: reviewing,
	},
	{ // 撤回审查申请
		Event: WithdrawReview, Name: text("撤回审查申请", "Withdraw the application for review"),
		From: in(Settled), To: Same, By: by(Applicant, Respondent, Registry),
		When: when(ReviewRevocable),
		Then: then(Tell("review-withdrawn", both...)),
		Law:  law.CaseRules(76).Recalled(), Disposes: true, RestsOn: inForce,
	},
	{ // 记录司法确认
		Event: RecordConfirmation, Name: text("记录司法确认", "Record judicial confirmation"),
		From: in(Settled), To: Same, By: by(Applicant, Respondent, Registry, Mediator),
		When: when(AgreementInForce, NotReplaced, ConfirmationInTime, ConfirmationJoint, ConfirmationFollows),
		Law:  law.CivilProcedure(205), RestsOn: inForce,
	},
	{ // 记录支付令
		Event: RecordPaymentOrder, Name: text("记录支付令", "Record a payment order"),
		From: in(Settled), To: Same, By: by(Applicant, Registry, Mediator),
		When: when(AgreementInForce, AgreementBroken, PaymentOrderFollows, DebtorTimeOver),
		Law:  law.Arbitration(16), RestsOn: inForce,
	},
}

// entrusted is a mediation by an organisation while the case is before the tribunal (委托调解). The
// award period runs on.
var entrusted = []Row{
	{ // 委托调解
		Event: EntrustMediation, Name: text("委托调解", "Entrust the mediation"),
		From: in(Accepted, Scheduled), To: Same, By: by(Tribunal),
		When: when(TribunalFormed, NotSuspended, EntrustOnce, EntrustByBoth),
		Then: then(Draft(EntrustLetter, both...), Tell("mediation-entrusted", both...)),
		Law:  law.Zhejiang(22), RestsOn: accepted,
	},
	{ // 委托调解结束
		Event: EndEntrusted, Name: text("委托调解结束", "End the entrusted mediation"),
		From: proceeding, To: Same, By: by(Tribunal, Recorder),
		When: when(EntrustRuns),
		Law:  law.Zhejiang(22), RestsOn: entrustedOn,
	},
}
