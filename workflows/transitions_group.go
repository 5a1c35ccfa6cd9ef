package workflows

import "tiaocai/workflows/law"

// groups are the steps of many workers together (集体申请).
var groups = []Row{
	{ // 用表格登记集体申请
		Event: EnterGroup, Name: text("用表格登记多名劳动者", "Enter a group from a sheet"),
		From: in(Consulting, Advised, Mediating, Unsettled, Filed), To: Same, By: by(Applicant, Registry, Mediator),
		When: when(GroupRepresentatives),
		Law:  law.Zhejiang(40), NeedsVersion: true, Disposes: true,
	},
}
