package workflows

import "tiaocai/workflows/law"

// arrivals bring a case in that another commission transferred (移送到达).
var arrivals = []Row{
	{ // 移送案件到达
		Event: Arrive, Name: text("移送案件到达", "A transferred case arrives"),
		From: in(New), To: Filed, By: by(Head),
		When: when(PartiesNamed),
		Then: then(Draft(Receipt, Applicant), Tell("transferred-in", both...)),
		Law:  law.CaseRules(9).Recalled(), RestsOn: anyDay,
	},
}

// intake are the steps around acceptance beside the decision itself (立案).
var intake = []Row{
	{ // 记录时效中断、中止
		Event: RecordInterruption, Name: text("记录时效中断、中止", "Record what interrupts or suspends the time to apply"),
		From: in(Consulting, Advised, Mediating, Settled, Unsettled, Filed, Accepted, Scheduled, Hearing), To: Same, By: by(Applicant, Registry, Mediator, Recorder),
		Law: law.Arbitration(27, 2), RestsOn: anyDay,
	},
	{ // 出具逾期未决定证明
		Event: CertifyNoDecision, Name: text("索取逾期未作出决定证明", "Certify that nothing was decided in time"),
		From: in(Filed), To: Same, By: by(Applicant, Registry, Clock),
		When: when(AcceptanceLapsed, NoDecisionNew),
		Then: then(Draft(NoDecisionCertificate, Applicant), Tell("no-decision", Applicant)),
		Law:  law.Arbitration(29, 1), RestsOn: received,
	},
	{ // 接收移送的案件
		Event: TakeOver, Name: text("接收移送的案件", "Take over the transferred case"),
		From: in(Filed), To: Accepted, By: by(Registry, Head),
		When: when(TransferWaits, NotInDispute),
		Then: then(Draft(TakeOverNotice, both...), Tell("taken-over", both...)),
		Law:  law.CaseRules(46, 5), NeedsVersion: true,
	},
	{ // 报请指定管辖
		Event: DisputeTransfer, Name: text("报请共同的上级指定管辖", "Report to the common superior"),
		From: in(Filed), To: Same, By: by(Head), Proposers: by(Registry),
		When: when(TransferWaits, NotYetDisputed),
		Law:  law.CaseRules(9).Recalled(), NeedsVersion: true,
	},
	{ // 记录指定管辖
		Event: RecordDesignation, Name: text("记录指定管辖", "Record the designation"),
		From: in(Filed), To: Same, By: by(Registry, Head),
		When: when(TransferWaits, DisputeOpen),
		Law:  law.Zhejiang(17), NeedsVersion: true,
	},
}

// standing are the steps about who speaks for a party and which commission is competent.
var standing = []Row{
	{ // 终止委托
		Event: EndAgency, Name: text("终止委托", "End an agency"),
		From: in(Mediating, Settled, Filed, Accepted, Scheduled, Hearing, Deliberating, Closed), To: Same, By: by(Applicant, Respondent, Registry, Recorder),
		Law: law.Arbitration(24), AfterClosing: true, RestsOn: anyDay,
	},
	{ // 提出管辖异议
		Event: ObjectToJurisdiction, Name: text("提出管辖异议", "Object to jurisdiction"),
		From: proceeding, To: Same, By: by(Respondent, Registry, Recorder),
		When: when(NoObjectionWaits, ObjectionInTime),
		Then: then(Tell("objection-filed", Applicant)),
		Law:  law.CaseRules(10).Recalled(), RestsOn: accepted,
	},
	{ // 驳回管辖异议
		Event: DismissObjection, Name: text("驳回管辖异议", "Dismiss the objection"),
		From: proceeding, To: Same, By: by(Head), Proposers: by(Tribunal, Registry),
		When: when(ObjectionWaits),
		Then: then(Draft(ObjectionDismissal, both...), Tell("objection-dismissed", both...)),
		Law:  law.CaseRules(10).Recalled(), NeedsVersion: true, RestsOn: accepted,
	},
}
