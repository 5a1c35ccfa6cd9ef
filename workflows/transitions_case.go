package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

var preparation = []Row{
	{ // 组成仲裁庭
		Event: FormTribunal, Name: text("组成仲裁庭", "Form the tribunal"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Head),
		When: when(SeatsOdd, TripartiteSeats, NoConflict, RecusalDecided),
		Then: then(DraftIf(toldAlone, TribunalNotice, both...), Tell("tribunal-formed", both...)),
		Law:  law.Arbitration(32), NeedsVersion: true, RestsOn: accepted,
	},
	{ // 提交答辩
		Event: FileDefence, Name: text("提交答辩", "File the defence"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Respondent, Registry, Recorder),
		Then: then(Draft(DefenceCopy, Applicant), Tell("defence-filed", Applicant)),
		Law:  law.Arbitration(30, 2), RestsOn: accepted,
	},
	{ // 提交证据
		Event: FileEvidence, Name: text("提交证据", "File evidence"),
		From: in(Consulting, Filed, Accepted, Scheduled, Hearing, Deliberating), To: Same, By: by(Applicant, Respondent, Registry, Recorder),
		When: when(EvidenceInTime),
		Then: then(Tell("evidence-filed", both...)),
		Law:  law.Zhejiang(25, 1), RestsOn: anyDay,
	},
	{ // 委托代理人
		Event: AddAgent, Name: text("委托代理人", "Appoint an agent"),
		From: in(Mediating, Filed, Accepted, Scheduled, Hearing, Deliberating), To: Same, By: by(Applicant, Respondent, Registry, Recorder),
		When: when(AgentsAtMostTwo, NoCharge, PowerOfAttorney),
		Law:  law.Arbitration(24), RestsOn: anyDay,
	},
	{ // 推选代表人
		Event: NameRepresentatives, Name: text("推选代表人", "Name representatives"),
		From: in(Mediating, Filed, Accepted, Scheduled), To: Same, By: by(Applicant, Registry),
		When: when(RepresentativesFit),
		Law:  law.Arbitration(7), RestsOn: anyDay,
	},
	{ // 确认送达地址
		Event: ConfirmAddress, Name: text("确认送达地址", "Confirm the service address"),
		From: in(Consulting, Mediating, Settled, Filed, Accepted, Scheduled, Hearing, Deliberating, Closed), To: Same, By: by(Applicant, Respondent, Registry, Recorder),
		Law: law.CivilProcedure(90), AfterClosing: true, RestsOn: anyDay,
	},
	{ // 确定开庭日期
		Event: ScheduleHearing, Name: text("确定开庭日期", "Set the hearing day"),
		From: in(Accepted, Scheduled), To: Scheduled, By: by(Tribunal),
		When: when(TribunalFormed, ThreeWhereNeeded, OneNotice, NotSuspended, CopyServedOnAll, NoPostponementWaits, ClosedByBoth, HearingOnWorkingDay, HearingAfterNotice, DefenceOver, HearingAfterDefence),
		Then: then(Draft(HearingNoticePaper, both...), Tell("hearing-scheduled", both...)),
		Law:  law.Arbitration(35, 1), NeedsVersion: true,
	},
	{ // 同意提前开庭
		Event: ConsentShortNotice, Name: text("同意不足五日的开庭通知", "Agree to a shorter notice"),
		From: in(Scheduled), To: Same, By: by(Applicant, Respondent, Recorder),
		Law: law.Arbitration(35, 1), Disposes: true,
	},
}

var hearing = []Row{
	{ // 开庭
		Event: OpenHearing, Name: text("开庭", "Open the hearing"),
		From: in(Scheduled), To: Hearing, By: by(Tribunal),
		When: when(TribunalFormed, RecusalDecided, NotSuspended, NoPostponementWaits, HearingDayCome, NoticeInTime, CollectiveAnswered, SomebodyCame, NewDefenceOver),
		Law:  law.CaseRules(41),
	},
	{ // 休庭，另定日期
		Event: AdjournHearing, Name: text("休庭，另定日期", "Adjourn to another day"),
		From: in(Hearing), To: Scheduled, By: by(Tribunal),
		When: when(ClosedByBoth, HearingOnWorkingDay, HearingAfterNotice, HearingAfterDefence),
		Then: then(Draft(HearingNoticePaper, both...), Tell("hearing-scheduled", both...)),
		Law:  law.Arbitration(35, 1), RestsOn: hearingOn,
	},
	{ // 庭上调解
		Event: AttemptMediation, Name: text("庭上调解", "Mediate before the tribunal"),
		From: proceeding, To: Same, By: by(Tribunal),
		When: when(TribunalFormed, NotSuspended),
		Law:  law.Arbitration(42), RestsOn: accepted,
	},
	{ // 庭审结束
		Event: CloseHearing, Name: text("庭审结束", "End the hearing"),
		From: in(Hearing), To: Deliberating, By: by(Tribunal),
		When: when(TribunalFormed, RecusalDecided, NoChangeWaits, CounterDecided, NewDefenceOver, NotSuspended, MinutesWritten, MinutesComplete),
		Law:  law.CaseRules(41), RestsOn: hearingOn,
	},
}

var clockwork = []Row{
	{ // 停止计算期限
		Event: StopClock, Name: text("停止计算期限", "Stop the clock"),
		From: proceeding, To: Same, By: by(Tribunal), When: when(NotSuspended, OrdinaryForNotice),
		Then: then(Tell("clock-stopped", both...)),
		Law:  law.Zhejiang(36), RestsOn: accepted,
	},
	{ // 恢复计算期限
		Event: EndStop, Name: text("恢复计算期限", "Let the clock run on"),
		From: proceeding, To: Same, By: by(Tribunal), When: when(StopRuns),
		Then: then(Tell("clock-runs", both...)),
		Law:  law.Zhejiang(36), RestsOn: accepted,
	},
	{ // 中止审理
		Event: Suspend, Name: text("中止审理", "Suspend"),
		From: proceeding, To: Same, By: by(Director), Proposers: by(Tribunal),
		When: when(TribunalFormed, NotSuspended),
		Then: then(Draft(SuspensionNotice, both...), Tell("suspended", both...)),
		Law:  law.CaseRules(47), NeedsVersion: true, RestsOn: accepted,
	},
	{ // 恢复审理
		Event: Resume, Name: text("恢复审理", "Resume"),
		From: proceeding, To: Same, By: by(Tribunal, Head),
		When: when(IsSuspended),
		Then: then(Draft(ResumptionNotice, both...), Tell("resumed", both...)),
		Law:  law.CaseRules(47), RestsOn: suspended,
	},
	{ // 延长审限
		Event: ExtendAwardPeriod, Name: text("延长审限", "Extend the award period"),
		From: proceeding, To: Same, By: by(Director), Proposers: by(Tribunal),
		When: when(TribunalFormed, OrdinaryForLonger, ExtensionOnce, ExtensionInTime),
		Then: then(Draft(ExtensionNotice, both...), Tell("extended", both...)),
		Law:  law.Arbitration(43, 2), NeedsVersion: true, RestsOn: accepted,
	},
}

// suspended is the day the running suspension began.
func suspended(f Facts) calendar.Date {
	for _, s := range f.Clock.Stops {
		if s.Kind == StopSuspension && s.To.IsZero() {
			return s.From
		}
	}
	return f.Accepted
}

var closing = []Row{
	{ // 仲裁员签名
		Event: SignAward, Name: text("在裁决书上签名", "Sign the award"),
		From: in(Deliberating), To: Same, By: by(Member),
		When: when(AwardWaits),
		Law:  law.Arbitration(46),
	},
	{ // 作出裁决
		Event: MakeAward, Name: text("作出裁决", "Make the award"),
		From: in(Deliberating), To: Closed, By: by(Head), Proposers: by(Tribunal),
		When: when(TribunalFormed, ThreeWhereNeeded, NotSuspended, MediationTried, NotAgreed, DefaultDecided, EveryClaimDecided, VotesIn, MajorityRules, MajoritySigned),
		Then: then(
			DraftIf(func(f Facts) bool { return f.Act.FinalItems > 0 }, AwardFinalPaper, both...),
			DraftIf(func(f Facts) bool { return f.Act.NonFinalItems > 0 }, AwardNonFinalPaper, both...),
			Tell("awarded", both...)),
		Mode: awardMode, Law: law.Arbitration(46), NeedsVersion: true,
	},
	{ // 调解书结案
		Event: CloseByMediation, Name: text("调解书结案", "Close by mediation document"),
		From: proceeding, To: Closed, By: by(Head), Proposers: by(Tribunal),
		When: when(TribunalFormed, NotSuspended, AgreedBeforeTribunal, SettleConsented, BothSigned),
		Then: then(Draft(MediationDocument, both...), Tell("closed", both...)),
		Mode: always(Mediated), Law: law.Arbitration(42), NeedsVersion: true,
	},
	{ // 申请撤回
		Event: AskWithdrawal, Name: text("申请撤回", "Ask to withdraw"),
		From: proceeding, To: Same, By: by(Applicant, Registry, Recorder),
		Then: then(Tell("withdrawal-asked", Respondent)),
		Law:  law.Arbitration(41), Disposes: true,
	},
	{ // 准予撤回
		Event: AllowWithdrawal, Name: text("准予撤回", "Allow the withdrawal"),
		From: proceeding, To: Closed, By: by(Head), Proposers: by(Tribunal, Registry),
		When: when(WithdrawalWanted, RespondentsAsked, RespondentsLetGo, WithdrawConsented),
		Then: then(Draft(WithdrawalDecision, both...), Tell("closed", both...)),
		Mode: withdrawalMode, Law: law.CaseRules(35).Recalled(), NeedsVersion: true,
	},
	{ // 按撤回处理
		Event: DeemWithdrawn, Name: text("按撤回处理", "Deem withdrawn"),
		From: in(Scheduled, Hearing), To: Closed, By: by(Head), Proposers: by(Tribunal),
		When: when(TribunalFormed, NotSuspended, NoPostponementWaits, ApplicantAbsent),
		Then: then(Draft(DeemedDecision, both...), Tell("closed", both...)),
		Mode: always(DeemedWithdrawn), Law: law.Arbitration(36, 1), NeedsVersion: true,
	},
	{ // 终止审理
		Event: Terminate, Name: text("终止审理", "Terminate"),
		From: proceeding, To: Closed, By: by(Head), Proposers: by(Tribunal),
		When: when(TribunalFormed),
		Then: then(Draft(TerminationDecision, both...), Tell("closed", both...)),
		Mode: always(Terminated), Law: law.Zhejiang(32), NeedsVersion: true,
	},
	{ // 移送管辖
		Event: Transfer, Name: text("移送管辖", "Transfer to another commission"),
		From: proceeding, To: Closed, By: by(Head), Proposers: by(Tribunal, Registry),
		Then: then(Draft(TransferLetter, both...), Tell("closed", both...)),
		Mode: always(Transferred), Law: law.CaseRules(9).Recalled(), NeedsVersion: true,
	},
	{ // 撤销案件
		Event: Cancel, Name: text("撤销案件", "Cancel the case"),
		From: proceeding, To: Closed, By: by(Head), Proposers: by(Tribunal, Registry),
		Then: then(Draft(CancelDecision, both...), Tell("closed", both...)),
		Mode: always(Cancelled), Law: law.CaseRules(32).Recalled(), NeedsVersion: true,
	},
}

func awardMode(f Facts) Mode {
	switch {
	case f.Act.FinalItems > 0 && f.Act.NonFinalItems > 0:
		return AwardBoth
	case f.Act.FinalItems > 0:
		return AwardFinal
	}
	return AwardNonFinal
}

func withdrawalMode(f Facts) Mode {
	if f.WithdrawalSettled {
		return WithdrawnSettled
	}
	return WithdrawnVoluntary
}

var afterwards = []Row{
	{ // 补正裁决书
		Event: CorrectAward, Name: text("补正裁决书", "Correct the award"),
		From: in(Closed), To: Same, By: by(Tribunal), AfterClosing: true,
		When: when(SuitAfterward),
		Then: then(Draft(CorrectionDecision, both...), Tell("award-corrected", both...)),
		Law:  law.CaseRules(54).Recalled(),
	},
	{ // 记录起诉或申请撤销
		Event: RecordSuit, Name: text("记录起诉或申请撤销", "Record a suit"),
		From: withAwards, To: Same, By: by(Registry, Recorder), AfterClosing: true,
		When: when(AwardMade, WorkerAlone),
		Law:  law.Arbitration(50), RestsOn: accepted,
	},
	{ // 撤销裁决
		Event: RevokeAward, Name: text("撤销裁决", "Revoke the award"),
		From: in(Closed), To: Same, By: by(Director), Proposers: by(Head), AfterClosing: true,
		When: when(SuitAfterward),
		Then: then(Draft(RevocationDecision, both...), Tell("award-revoked", both...)),
		Law:  law.Zhejiang(42), NeedsVersion: true,
	},
	{ // 记录强制执行
		Event: RecordEnforcement, Name: text("记录强制执行", "Record enforcement"),
		From: in(Closed), To: Same, By: by(Registry, Recorder), AfterClosing: true,
		Law: law.Arbitration(51),
	},
	{ // 记录履行
		Event: RecordPayment, Name: text("记录履行", "Record payment"),
		From: in(Settled, Closed), To: Same, By: by(Applicant, Respondent, Registry, Recorder, Mediator), AfterClosing: true,
		When: when(PaymentOverdue),
		Law:  law.Arbitration(51),
	},
	{ // 归档
		Event: Archive, Name: text("归档", "Archive"),
		From: in(Closed), To: Same, By: by(Recorder, Registry), AfterClosing: true,
		When: when(NotArchived),
		Then: then(Draft(VolumeIndex)),
		Law:  law.CaseRules(21).Recalled(),
	},
}

var anytime = []Row{
	{ // 更正登记
		Event: CorrectEntry, Name: text("更正登记", "Correct an entry"),
		From: States(), To: Same, By: by(Head), Proposers: by(Registry, Recorder, Mediator, Tribunal), AfterClosing: true,
		Law: law.House("CE-1", "登记错误由另一人核准更正，原记录保留", "a wrong entry is mended by two people and stays on record"), NeedsVersion: true, RestsOn: anyDay,
	},
	{ // 不同意报批
		Event: DeclineProposal, Name: text("不同意报批", "Decline the proposal"),
		From: States(), To: Same, By: by(Head, Director), AfterClosing: true,
		When: when(anythingProposed),
		Law:  twoPeople, RestsOn: anyDay,
	},
}
