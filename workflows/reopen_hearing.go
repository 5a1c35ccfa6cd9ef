package workflows

import "tiaocai/workflows/law"

// furtherHearings: while the tribunal deliberates it turns out that a fact is still open, or one of those who heard the
// case cannot go on. The hearing goes on at another day; the period for the award runs all the while. What was
// voted before does not count for what is heard afterwards. A seat can then change hands as between any two days (TR-1).
var furtherHearings = []Row{
	{ // 评议中恢复庭审
		Event: ReopenHearing, Name: text("恢复庭审，另定日期", "Reopen the hearing on another day"),
		From: in(Deliberating), To: Scheduled, By: by(Tribunal, Head),
		When: when(TribunalFormed, NotSuspended, NoAwardWaits, ClosedByBoth, HearingOnWorkingDay, HearingAfterNotice, HearingAfterDefence),
		Then: then(Draft(HearingNoticePaper, both...), Tell("hearing-scheduled", both...)),
		Law:  law.House("TR-2", reopenZH, reopenEN), NeedsVersion: true, RestsOn: hearingOn,
	},
}

const (
	reopenZH = "评议中发现事实没有查清、有新的证据，或者仲裁员不能继续办理的，恢复庭审；审理期限照常计算，恢复前的评议意见不再算数"
	reopenEN = "where deliberation shows that a fact is open, that there is new evidence, or that an arbitrator cannot go on, the hearing is reopened; the period for the award runs on, and opinions entered before it no longer count"
)

// NoAwardWaits: an award that was proposed is decided about, or taken back, first.
var NoAwardWaits = Guard{
	Code:  "award-waits",
	Says:  text("裁决书已经提交审批。要恢复庭审，请先撤回或者退回。", "The award waits for approval. Take it back, or send it back, before the hearing is reopened."),
	Law:   law.House("TR-2", reopenZH, reopenEN),
	Holds: func(f Facts) bool { return f.Proposed != MakeAward },
}
