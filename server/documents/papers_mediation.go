package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 调解申请回执: mediation is for two who want it, and for fifteen days.
var _ = register(workflows.MediationReceipt, paper{org: true, needs: []Need{needRespondents}, body: func(d Data) []string {
	return append(sides(d), "本组织已于"+Day(d.On)+"收到调解申请。双方都同意的，依法进行调解；一方明确不同意的，不进行调解（"+art(law.Zhejiang(10))+"）。",
		"调解自收到申请之日起十五日内结束，双方同意延长的除外；期满未达成协议的，当事人可以依法申请仲裁（"+art(law.Arbitration(14))+"）。")
}})

// 调解建议书: the commission proposes to mediate first; acceptance waits by written consent.
var _ = register(workflows.MediationProposal, paper{needs: []Need{needRespondents, needOrganisation}, body: func(d Data) []string {
	return []string{names(d.Applicants) + "：", "本委建议您与" + names(d.Respondents) + "先行调解，由" + d.Organisation + "主持。您已书面同意，本委暂缓作出受理决定。", "",
		"对方不同意的，不进行调解（" + art(law.Zhejiang(10)) + "）。调解期限为十五日，期满未达成协议的，本委依法作出是否受理的决定。调解不收费，也不影响您申请仲裁的权利。"}
}})

// 调解终结书: that and why mediation ended. What was said or offered in it stands on no paper.
var _ = register(workflows.MediationEnded, paper{org: true, needs: needs([]Need{needRespondents}, FieldReason), body: func(d Data) []string {
	return append(sides(d), "本次调解于"+Day(d.On)+"结束："+stop(d.Fields[FieldReason]), "",
		"当事人可以依法向有管辖权的劳动人事争议仲裁委员会申请仲裁（"+art(law.Arbitration(5))+"）；已经申请、正在等待调解结果的，由仲裁委员会依法作出是否受理的决定。调解中的陈述和让步，不得在仲裁、诉讼中作为对其不利的证据。")
}})
