package workflows

import "tiaocai/workflows/law"

// handling are the steps that choose the way in which a case is handled (处理程序).
var handling = []Row{
	{ // 简易处理
		Event: HandleSimply, Name: text("简易处理", "Handle the case simply"),
		From: in(Accepted, Scheduled), To: Same, By: by(Tribunal, Head),
		When: when(NotSimpleYet, NothingBarsSimple, SoleInSimple, SimpleInTime, SimpleGroundHolds),
		Then: then(Draft(SimpleNotice, both...), Tell("simplified", both...)),
		Law:  law.CaseRules(56), NeedsVersion: true, RestsOn: accepted,
	},
	{ // 转为一般程序
		Event: ConvertToOrdinary, Name: text("转为一般程序", "Convert to the ordinary way"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Tribunal, Head),
		When: when(IsSimple, ConvertedInTime),
		Then: then(Draft(OrdinaryNotice, both...), Tell("ordinary", both...)),
		Law:  law.CaseRules(61).Recalled(), NeedsVersion: true, RestsOn: simpleSince,
	},
}
