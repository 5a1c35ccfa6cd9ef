package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 变更仲裁请求受理通知书: the claims as they stand now, the new time to answer, the new award period.
var _ = register(workflows.ChangeNotice, paper{needs: needs(append([]Need{needClaims}, everyCase...), FieldOutcome, FieldNewDue), body: func(d Data) []string {
	out := append(sides(d), cause(d)+"，申请人增加、变更仲裁请求。本委审查后决定受理（"+art(law.CaseRules(44))+"）。变更以后的请求：")
	out = append(append(out, wanted(d.Claims)...), "")
	if d.Fields[FieldOutcome] == "waived" {
		out = append(out, "被申请人已经明确放弃新的答辩期。")
	} else {
		out = append(out, "被申请人可以在收到本通知书之日起十个工作日内答辩；不答辩的，不影响仲裁程序的进行。")
	}
	return append(out, "审理期限自"+Day(d.On)+"起重新计算（"+art(law.CaseRules(46))+"）；重新计算后的期限："+stop(d.day(FieldNewDue)))
}})

// 不予受理变更请求通知书: the claims stay as they are.
var _ = register(workflows.ChangeRefusal, paper{needs: needs(everyCase, FieldReason), body: func(d Data) []string {
	return append(sides(d), cause(d)+"，申请人增加、变更仲裁请求。本委审查后决定不予受理，案件按原请求继续审理（"+art(law.CaseRules(44))+"）。", "理由："+stop(d.Fields[FieldReason]),
		"申请人可以就该请求另行申请仲裁。")
}})
