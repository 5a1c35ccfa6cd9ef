package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 应诉通知书: goes out with the copy of the application; says what the respondent may and must do.
var _ = register(workflows.NoticeToRespond, paper{needs: append([]Need{needClaims}, everyCase...), body: func(d Data) []string {
	out := append(sides(d), names(d.Respondents)+"：", "本委已受理"+cause(d)+"，案号为 "+d.Number+"。现将仲裁申请书副本送达你方（"+art(law.Arbitration(30))+"）。", "申请人的请求：")
	out = append(append(out, wanted(d.Claims)...), story(d)...)
	return append(out, "", "一、答辩。你方应当在收到副本之日起十个工作日内提交答辩书"+defenceDue(d)+"；不提交的，不影响仲裁程序的进行（"+art(law.Arbitration(30))+"）。邮寄提交的，以交邮之日（邮戳）为准，在途时间不计入期限（"+art(law.CivilProcedure(85))+"）。",
		"二、举证。请在指定的举证期限内提交证据。与争议有关、由你方掌握管理的证据，你方应当提供；不提供的，承担不利后果（"+art(law.Arbitration(6))+"）。",
		"三、反申请。你方可以在答辩期内提出反申请；逾期提出的，另行申请仲裁。",
		"四、管辖异议。对管辖有异议的，应当在答辩期满前书面提出。",
		"五、其他权利义务。你方有权委托代理人、申请回避、进行辩论、与对方和解。收到书面开庭通知，无正当理由不到庭或者未经同意中途退庭的，可以缺席裁决（"+art(law.Arbitration(36))+"）。")
}})

// defenceDue is the last day where service is already on record: it depends on the day of receipt.
func defenceDue(d Data) string {
	if due := d.day(FieldDefenceDue); due != "" {
		return "（最迟" + due + "，含当日）"
	}
	return ""
}
