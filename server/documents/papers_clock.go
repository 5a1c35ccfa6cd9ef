package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 中止审理通知书: the ground, and from which day.
var _ = register(workflows.SuspensionNotice, paper{needs: needs(everyCase, FieldGround), body: func(d Data) []string {
	return append(sides(d), cause(d)+"，因下列情形，经批准自"+Day(d.On)+"起中止审理：", stop(d.Fields[FieldGround]), "",
		"中止审理的原因消除后，恢复审理；中止期间不计入审理期限（"+arts(law.CaseRules(46), law.CaseRules(47))+"）。")
}})

// 恢复审理通知书.
var _ = register(workflows.ResumptionNotice, paper{needs: everyCase, body: func(d Data) []string {
	return append(sides(d), cause(d)+"，中止审理的原因已经消除，自"+Day(d.On)+"起恢复审理，审理期限继续计算（"+art(law.CaseRules(47))+"）。")
}})

// 延期审理通知书: how many days, until when, and why.
var _ = register(workflows.ExtensionNotice, paper{needs: needs(everyCase, FieldDays, FieldNewDue, FieldReason), body: func(d Data) []string {
	return append(sides(d), cause(d)+"，案情复杂，经批准延长审理期限 "+d.Fields[FieldDays]+" 日（"+art(law.Arbitration(43))+"）。", "理由："+stop(d.Fields[FieldReason]),
		"延长后的期限："+stop(d.day(FieldNewDue)), "", "逾期未作出裁决的，当事人可以就该争议事项向人民法院起诉。")
}})
