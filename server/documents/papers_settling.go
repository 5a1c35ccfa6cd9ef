package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 口头申请调解笔录: written on the spot, so that a request by word of mouth is as good as a written one.
var _ = register(workflows.OralRequest, paper{org: true, needs: needs([]Need{needRespondents}, FieldTerms),
	signs: func(Data) []string {
		return []string{"申请人（签名、盖章或者捺印）：", "记录人：", ""}
	},
	body: func(d Data) []string {
		out := append(sides(d), "申请人于"+Day(d.On)+"口头申请调解，工作人员当场记录如下（"+art(law.Arbitration(12))+"）。", "", "争议事项和理由："+d.Fields[FieldTerms])
		if len(d.Claims) > 0 {
			out = append(append(out, "", "请求："), wanted(d.Claims)...)
		}
		return append(out, story(d)...)
	}})

// 支付令、司法确认指引: the ways that are open from the day of the last mark, and until when.
var _ = register(workflows.CourtGuide, paper{org: true, needs: needs([]Need{needRespondents}, FieldReviewBy, FieldConfirmBy, FieldPerformBy), body: func(d Data) []string {
	return append(sides(d), "调解协议已于"+Day(d.On)+"生效。下面几条路可以同时考虑：",
		"一、双方最迟可以在"+d.day(FieldReviewBy)+"共同向仲裁委员会申请审查，经审查合法的，制作仲裁调解书，双方签收后可以申请强制执行（"+art(law.CaseRules(74))+"）。",
		"二、双方最迟可以在"+d.day(FieldConfirmBy)+"共同向人民法院申请司法确认（"+art(law.CivilProcedure(205))+"）；法院确认以后，不再审查。",
		"三、协议最迟应当在"+d.day(FieldPerformBy)+"履行。因支付拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金达成的协议，用人单位到期不履行的，劳动者可以持协议书向人民法院申请支付令（"+art(law.Arbitration(16))+"）。法院在五日内通知是否受理，受理后十五日内发出支付令；债务人自收到之日起十五日内清偿或者提出书面异议（"+art(law.CivilProcedure(227))+"）。",
		"四、到期不履行的，另一方可以向仲裁委员会申请仲裁，材料不用重填（"+art(law.Arbitration(15))+"）。")
}})

// 审查受理通知书: the review has a number and five working days.
var _ = register(workflows.ReviewAcceptance, paper{needs: needs([]Need{needRespondents}, FieldNewDue), body: func(d Data) []string {
	return append(sides(d), "你们共同提出的调解协议审查申请，本委决定受理，最迟于"+d.day(FieldNewDue)+"审查结束；经批准可以延长五个工作日。",
		"经审查，调解协议的程序和内容合法有效的，本委制作仲裁调解书；在调解书送达以前，一方可以撤回申请（"+art(law.CaseRules(76))+"）。")
}})

// 不予受理审查通知书: which of the grounds, and what remains open.
var _ = register(workflows.ReviewRefusalPaper, paper{needs: needs([]Need{needRespondents}, FieldGround, FieldReason), body: func(d Data) []string {
	return append(sides(d), "你们共同提出的调解协议审查申请，"+d.Fields[FieldGround]+"，本委不予受理（"+art(law.CaseRules(75))+"）。", "理由："+stop(d.Fields[FieldReason]),
		"调解协议的效力不因此受影响；不履行的，另一方可以依法申请仲裁（"+art(law.Arbitration(15))+"）。")
}})

// 仲裁调解书（置换）: the content of the agreement, in force when both have signed for it.
var _ = register(workflows.ReviewDocument, paper{needs: needs([]Need{needRespondents}, FieldTerms, FieldPerformBy),
	signs: func(Data) []string {
		return []string{"仲裁员（签名）：", "申请人（签收）：", "被申请人（签收）：", ""}
	},
	body: func(d Data) []string {
		out := append(parties(d, false), cause(d)+"，经"+d.Organisation+"调解达成调解协议，双方共同向本委申请审查。本委经审查认为，调解协议的程序和内容合法有效，予以确认（"+art(law.Zhejiang(11))+"）。", "")
		if len(d.Claims) > 0 {
			out = append(append(out, "申请人的请求："), append(wanted(d.Claims), "")...)
		}
		return append(out, "协议内容："+d.Fields[FieldTerms], performance(d), "",
			"本调解书经双方当事人签收后，发生法律效力。一方逾期不履行的，另一方可以依法向人民法院申请执行（"+art(law.Arbitration(51))+"）。")
	}})

// 不予制作仲裁调解书通知书: which of the grounds, and that arbitration is open.
var _ = register(workflows.ReviewRejection, paper{needs: needs([]Need{needRespondents}, FieldGround, FieldReason), body: func(d Data) []string {
	return append(sides(d), "你们共同申请审查的调解协议，经审查，"+d.Fields[FieldGround]+"，本委不予制作仲裁调解书（"+art(law.Zhejiang(11))+"）。", "理由："+stop(d.Fields[FieldReason]),
		"当事人可以依法就原争议向本委申请仲裁（"+art(law.CaseRules(78).Recalled())+"）。")
}})

// 委托调解函: ten working days, and the hearing waits for nobody.
var _ = register(workflows.EntrustLetter, paper{needs: needs(everyCase, FieldOrganisation, FieldNewDue), body: func(d Data) []string {
	return append(sides(d), "经双方同意，本案于"+Day(d.On)+"委托"+d.Fields[FieldOrganisation]+"调解。最迟到"+d.day(FieldNewDue)+"仍未达成协议的，仲裁庭应当开庭审理（"+art(law.Zhejiang(22))+"）。",
		"委托调解的时间不从审理期限中扣除。")
}})
