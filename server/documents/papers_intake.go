package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 逾期未作出受理决定证明: received on this day, not decided to this day; the court asks why.
var _ = register(workflows.NoDecisionCertificate, paper{needs: needs(nil, FieldReceivedOn), body: func(d Data) []string {
	out := append(sides(d), "本委于"+d.day(FieldReceivedOn)+"收到申请人的仲裁申请，至"+Day(d.On)+"未作出是否受理的决定，受理期限已经届满。")
	for _, n := range workflows.NoDecisions() {
		if n.Code == d.Fields[FieldGround] && n.Code != "none" {
			out = append(out, "未作出决定的情形："+n.Name.ZH+"（"+art(workflows.NoDecisionLaw())+"）。")
		}
	}
	return append(out, "申请人可以就该争议事项向人民法院提起诉讼（"+art(law.Arbitration(29))+"）。特此证明。")
}})

// 逾期未作出裁决证明: accepted on this day, due on that day, no award to this day.
var _ = register(workflows.NoAwardCertificate, paper{needs: needs(everyCase, FieldReceivedOn, FieldNewDue), body: func(d Data) []string {
	return append(sides(d), cause(d)+"，本委于"+d.day(FieldReceivedOn)+"受理，裁决期限至"+stop(d.day(FieldNewDue))+"至"+Day(d.On)+"，本委未作出仲裁裁决，裁决期限已经届满。",
		"当事人可以就该争议事项向人民法院提起诉讼（"+art(law.Arbitration(43))+"）。在人民法院受理以前，本委继续审理。特此证明。")
}})

// 移送案件接收通知书: the case has its number here, and the clock runs anew.
var _ = register(workflows.TakeOverNotice, paper{needs: needs(everyCase, FieldEarlier), body: func(d Data) []string {
	return append(sides(d), "其他仲裁委员会移送的"+cause(d)+"（原案号 "+d.Fields[FieldEarlier]+"），本委于"+Day(d.On)+"接收，案号为 "+d.Number+"。",
		"审理期限自接收之日起重新计算（"+art(law.CaseRules(46))+"）。已经提交的材料、证据和已经送达的文书继续有效，不用重新提交。")
}})

// 驳回管辖异议决定书: the case stays here.
var _ = register(workflows.ObjectionDismissal, paper{needs: needs(everyCase, FieldReason), body: func(d Data) []string {
	return append(sides(d), cause(d)+"，被申请人对管辖提出异议。本委审查认为，异议不成立。", "理由："+stop(d.Fields[FieldReason]),
		"依照"+art(law.CaseRules(10))+"，本委决定驳回管辖异议，案件由本委继续审理。")
}})
