package pages

import "maps"

func init() {
	which := ask("哪一份裁决", "Which award").with("文号末尾的分号，如 1、2；只有一份的不用填。", "The number at the end of its own, 1 or 2; not needed if there is one.")
	maps.Copy(labels, map[string]said{
		"CorrectAward.award":        which,
		"RevokeAward.award":         which,
		"RecordSuit.award":          which,
		"RecordSuit.party":          ask("哪位当事人", "Which party").with("如 申1、被1。", "As it is numbered in the case."),
		"RecordSuit.workers":        ask("涉及哪几位劳动者", "Which workers it concerns").with("单位只对其中几位的才填编号。", "Only if the employer's move is not about all of them."),
		"RecordRuling.move":         ask("哪一件起诉或者申请", "Which suit or application").with("案卷里的序号。", "Its number in the case."),
		"RecordRuling.outcome":      ask("法院结果", "Outcome"),
		"RecordRuling.cause":        ask("改变的原因", "Why it was changed"),
		"ProveEffect.award":         which,
		"ProveEffect.party":         ask("哪位劳动者", "Which worker").with("如 申1；只有一位的不用填。", "As numbered in the case; not needed if there is one."),
		"Rehear.reason":             ask("为什么重新处理", "Why it is decided anew").with("另立案件，由别的仲裁员审理；当事人、请求和证据自动带过去。", "A case of its own, before other arbitrators; parties, claims and evidence go along."),
		"AwardItem.shares":          ask("各人的份额", "Each worker's share").with("几位劳动者共同请求一笔的才填；合计等于裁决金额。", "Only where several workers claim one sum together; the shares come to the amount awarded."),
		"AwardShare.amount":         ask("份额（元）", "Share (yuan)"),
		"RecordPayment.party":       ask("付给哪位劳动者", "To which worker").with("不填为全体。", "All of them if left out."),
		"RecordPayment.award":       which,
		"ConfirmPayment.payment":    ask("第几笔付款", "Which payment").with("案卷里的序号。", "Its number in the case."),
		"ConfirmPayment.received":   ask("收到了", "It arrived"),
		"ForwardPreservation.court": ask("移送的法院", "Court"),
		"ForwardPreservation.items": ask("申请保全的财产和理由", "The property, and why"),
		"ApproveDisposal.reason":    ask("鉴定意见", "What the appraisal says"),
		"PartialAward.items":        ask("先行裁决的请求", "The claims decided now"),

		"PreliminaryExecution.claim":    ask("第几项请求", "Number of the claim"),
		"PreliminaryExecution.amount":   ask("先予执行的金额（元）", "Amount (yuan)"),
		"PreliminaryExecution.asked":    ask("劳动者已经申请", "The worker asked for it"),
		"PreliminaryExecution.clear":    ask("权利义务关系明确", "The rights are clear"),
		"PreliminaryExecution.hardship": ask("不先予执行将严重影响生活", "Serious hardship without it"),
		"PreliminaryExecution.court":    ask("移送执行的法院", "Court"),
		"PreliminaryExecution.reason":   ask("理由", "Reasons"),
	})
}
