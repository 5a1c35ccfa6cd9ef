package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 简易处理告知书: the ground, one arbitrator, and the thirty-day date.
var _ = register(workflows.SimpleNotice, paper{needs: needs(everyCase, FieldGround, FieldNewDue), body: func(d Data) []string {
	out := append(sides(d), cause(d)+"，因"+d.Fields[FieldGround]+"，本委决定自"+Day(d.On)+"起简易处理，由一名仲裁员独任审理（"+arts(law.CaseRules(56), law.Zhejiang(39))+"）。",
		"自受理之日起三十日内结案："+stop(d.day(FieldNewDue)))
	switch days := d.Fields[FieldDays]; days {
	case "":
	case "0":
		out = append(out, "经被申请人同意，取消答辩期。")
	default:
		out = append(out, "经被申请人同意，答辩期缩短为 "+days+" 个工作日。")
	}
	return append(out, "可以用电话、短信、传真、电子邮件等简便方式送达，调解书和裁决书除外。不宜简易处理的，转为一般程序并书面告知。")
}})

// 转为一般程序通知书: why, and that the time runs from the original acceptance.
var _ = register(workflows.OrdinaryNotice, paper{needs: needs(everyCase, FieldReason, FieldNewDue), body: func(d Data) []string {
	return append(sides(d), cause(d)+"，不宜简易处理，自"+Day(d.On)+"起转为一般程序（"+art(law.CaseRules(61))+"）。", "理由："+stop(d.Fields[FieldReason]),
		"审理期限自原受理之日起计算："+stop(d.day(FieldNewDue)), "双方已经确认的事实，可以不再举证、质证。")
}})

// 延期开庭决定书: the day that was set, and the new one.
var _ = register(workflows.PostponementDecision, paper{needs: needs(everyCase, FieldEarlier, FieldHearingOn, FieldHearingAt, FieldPlace), body: func(d Data) []string {
	return append(sides(d), cause(d)+"，原定于"+d.day(FieldEarlier)+"开庭。当事人有正当理由请求延期，仲裁庭决定准许延期开庭（"+art(law.Arbitration(35))+"）。",
		"延期后的时间："+d.day(FieldHearingOn)+" "+d.Fields[FieldHearingAt], "地点："+d.Fields[FieldPlace], "延期开庭不停止计算审理期限。")
}})
