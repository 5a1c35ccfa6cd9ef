package workflows

import "tiaocai/workflows/law"

// postponing are the steps about another hearing day, and about who consents in a group (庭前).
var postponing = []Row{
	{ // 请求延期开庭
		Event: AskPostponement, Name: text("请求延期开庭", "Ask for another hearing day"),
		From: in(Scheduled), To: Same, By: by(Applicant, Respondent, Registry, Recorder),
		When: when(NoPostponementWaits, HearingStillAhead, LateAskExplained),
		Then: then(Tell("postponement-asked", both...)),
		Law:  law.Arbitration(35, 2),
	},
	{ // 准许延期开庭
		Event: GrantPostponement, Name: text("准许延期，另定开庭日期", "Grant another hearing day"),
		From: in(Scheduled), To: Scheduled, By: by(Tribunal),
		When: when(PostponementWaits, NotSuspended, ClosedByBoth, HearingOnWorkingDay, HearingAfterNotice),
		Then: then(Draft(PostponementDecision, both...), Draft(HearingNoticePaper, both...), Tell("hearing-scheduled", both...)),
		Law:  law.Arbitration(35, 2), NeedsVersion: true, RestsOn: askedOn,
	},
	{ // 不准延期开庭
		Event: RefusePostponement, Name: text("不准延期", "Refuse another hearing day"),
		From: in(Scheduled), To: Same, By: by(Tribunal),
		When: when(PostponementWaits),
		Then: then(Tell("postponement-refused", both...)),
		Law:  law.Arbitration(35, 2), NeedsVersion: true, RestsOn: askedOn,
	},
	{ // 登记被代表人的同意
		Event: RecordConsents, Name: text("登记被代表人的同意", "Enter the consents of those represented"),
		From: in(Mediating, Filed, Accepted, Scheduled, Hearing, Deliberating), To: Same, By: by(Applicant, Registry, Recorder, Mediator),
		When: when(GroupRepresented),
		Law:  law.Zhejiang(40), Disposes: true, RestsOn: anyDay,
	},
}
