package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 补正通知书: everything that is missing, said once.
var _ = register(workflows.CorrectionNotice, paper{needs: needs(nil, FieldItems), body: func(d Data) []string {
	return []string{names(d.Applicants) + "：", "您的仲裁申请材料不齐，依照" + art(law.Zhejiang(21)) + "，现将需要补正的事项一次性告知：", d.Fields[FieldItems], "", mendBy(d),
		"材料补齐之日为收到申请之日，受理期限自次日起计算（" + art(law.CaseRules(46)) + "）。经告知仍未补正的，不予受理（" + art(law.Zhejiang(20)) + "）。"}
}})

// mendBy asks for the day, where the notice names one.
func mendBy(d Data) string {
	if d.Fields[FieldMendBy] == "" {
		return ""
	}
	return "请" + noLater(d.day(FieldMendBy)) + "补齐。"
}

// 受理通知书: the case has its number and its clock.
var _ = register(workflows.AcceptanceNotice, paper{needs: append([]Need{needClaims}, everyCase...), body: func(d Data) []string {
	out := append(sides(d), "您的仲裁申请符合受理条件，本委依照"+art(law.Arbitration(29))+"，于"+Day(d.On)+"决定受理，案号为 "+d.Number+"。", "请求事项：")
	out = append(out, wanted(d.Claims)...)
	return append(out, "", "一、本委自受理之日起五个工作日内组成仲裁庭并书面告知（"+art(law.Arbitration(32))+"）。",
		"二、本案自受理之日起四十五日内结束；案情复杂需要延期的，经批准可以延长，延长不超过十五日（"+art(law.Arbitration(43))+"）。",
		"三、您有权委托代理人、申请回避、提供证据、进行辩论、变更或者撤回请求、与对方和解。请在指定的举证期限内提交证据。",
		"四、收到书面开庭通知，无正当理由不到庭或者未经同意中途退庭的，可以视为撤回仲裁申请（"+art(law.Arbitration(36))+"）。")
}})
