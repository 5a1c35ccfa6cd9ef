package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 反申请受理通知书: what the respondent claims in turn, and the applicant's time to answer.
var _ = register(workflows.CounterNotice, paper{needs: needs(append([]Need{needClaims}, everyCase...), FieldNewDue), body: func(d Data) []string {
	out := append(sides(d), cause(d)+"，被申请人提出反申请，本委决定受理，与本案合并处理（"+art(law.CaseRules(36).Recalled())+"）。", "")
	if list := claimsOf(d.Claims, true); len(list) > 0 {
		out = append(append(out, "被申请人的反申请请求："), numbered(list)...)
	}
	return append(out, "", "申请人自收到本通知之日起十个工作日内可以提交答辩；不答辩的，不影响仲裁程序进行。",
		"本案审理期限自受理反申请之日起重新计算，最迟"+d.Fields[FieldNewDue]+"（"+art(law.CaseRules(46, 4))+"）。")
}})

// 反申请处理通知书: its own application, or none.
var _ = register(workflows.CounterRefusal, paper{needs: needs(everyCase, FieldOutcome, FieldReason), body: func(d Data) []string {
	said := "不予受理"
	if d.Fields[FieldOutcome] == "separate" {
		said = "不在本案中合并处理，被申请人可以另行申请仲裁"
	}
	return append(sides(d), cause(d)+"，被申请人提出的反申请，本委决定"+said+"（"+art(law.CaseRules(36).Recalled())+"）。", "理由："+stop(d.Fields[FieldReason]))
}})

// 追加当事人、第三人通知书: who comes in, as what, and the new time for the award.
var _ = register(workflows.JoinNotice, paper{needs: needs(everyCase, FieldPerson, FieldReason, FieldNewDue), body: func(d Data) []string {
	as := "被申请人"
	if d.Fields[FieldOutcome] == "third" {
		as = "第三人"
	}
	return append(sides(d), cause(d)+"，本委决定追加 "+d.Fields[FieldPerson]+" 为本案"+as+"（"+art(law.Arbitration(23))+"）。", "理由："+stop(d.Fields[FieldReason]), "",
		"被追加的当事人有权查阅案卷、提交证据、参加庭审；申请书副本随本通知送达，答辩期自送达之日起计算。",
		"本案审理期限自追加之日起重新计算，最迟"+d.Fields[FieldNewDue]+"（"+art(law.CaseRules(46, 1))+"）。")
}})
