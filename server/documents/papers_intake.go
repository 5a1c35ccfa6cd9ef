package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

const (
	noticeSeal   = "（盖章）"
	partiesSign  = "申请人（签名）：　　　　　　被申请人（签名或盖章）：　　　　　　调解员（签名）：　　　　　　（调解组织盖章）"
	tribunalSign = "（本会印章）"
)

// papers are all papers there are: a test compares them with those that the law's table asks for.
var papers = func() map[workflows.Paper]paper {
	all := map[workflows.Paper]paper{}
	for _, group := range []map[workflows.Paper]paper{intake, mediation, preparation, closing} {
		for k, v := range group {
			all[k] = v
		}
	}
	return all
}()

var intake = map[workflows.Paper]paper{
	workflows.Receipt: {signed: noticeSeal, body: func(d Data) []string {
		out := append(sides(d), "今收到您提交的材料，登记如下：")
		if len(d.Claims) > 0 {
			out = append(append(out, "请求事项："), wanted(d)...)
		}
		if d.Facts != "" {
			out = append(out, "事实与理由："+d.Facts)
		}
		return append(out, "", "申请仲裁的，本会自收到申请之日起五个工作日内决定是否受理（"+art(law.Arbitration(29))+"）；逾期未作决定的，您可以直接向人民法院起诉。申请仲裁不收费。")
	}},
	workflows.AdviceNote: {needs: []Field{FieldTerms}, signed: noticeSeal, body: func(d Data) []string {
		return []string{names(d.Applicants) + "：", "您咨询的问题，答复如下：", d.Fields[FieldTerms], "", "您可以与对方协商，也可以向调解组织申请调解，或者向有管辖权的仲裁委员会申请仲裁（" + art(law.Arbitration(4)) + "、第五条）。劳动争议申请仲裁的时效期间一般为一年。"}
	}},
	workflows.CorrectionNotice: {needs: []Field{FieldItems}, signed: noticeSeal, body: func(d Data) []string {
		return []string{names(d.Applicants) + "：", "您的仲裁申请材料不齐，依照" + art(law.Zhejiang(21)) + "，现将需要补正的事项一次性告知：", d.Fields[FieldItems], "", "材料补齐之日为收到申请之日，受理期限自次日起算。"}
	}},
	workflows.MediationProposal: {signed: noticeSeal, body: func(d Data) []string {
		return []string{names(d.Applicants) + "：", "本会建议您与" + names(d.Respondents) + "先行调解，由" + d.Organisation + "主持。您已书面同意，本会暂缓作出受理决定；调解期限为十五日，期满未达成协议的，本会依法作出决定。调解不收费，也不影响您申请仲裁的权利。"}
	}},
	workflows.AcceptanceNotice: {signed: noticeSeal, body: func(d Data) []string {
		out := append(sides(d), "您的仲裁申请符合受理条件，本会于"+Day(d.On)+"决定受理，案号为 "+d.Number+"。", "请求事项：")
		out = append(out, wanted(d)...)
		return append(out, "", "本会自受理之日起五个工作日内组成仲裁庭并书面告知（"+art(law.Arbitration(32))+"），自受理之日起四十五日内结案；案情复杂需要延期的，经批准可以延长，最多十五日（"+art(law.Arbitration(43))+"）。",
			"您有权委托代理人、申请回避、提供证据、进行辩论、变更或者撤回请求、与对方和解。请在指定的举证期限内提交证据。")
	}},
	workflows.RefusalNotice: {needs: []Field{FieldReason}, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), "您的仲裁申请，本会决定不予受理。理由："+d.Fields[FieldReason], "", "如不服本决定，您可以就该争议向人民法院起诉（"+art(law.Arbitration(29))+"）。")
	}},
	workflows.ReferralNotice: {needs: []Field{FieldCommission, FieldReason}, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), "您申请仲裁的争议不属于本会管辖。理由："+d.Fields[FieldReason], "请向有管辖权的"+d.Fields[FieldCommission]+"申请（"+art(law.CaseRules(31))+"）。")
	}},
	workflows.NoticeToRespond: {signed: noticeSeal, body: func(d Data) []string {
		out := append(sides(d), names(d.Respondents)+"：", "本会已受理"+cause(d)+"，现将仲裁申请书副本送达你方。申请人的请求：")
		out = append(out, wanted(d)...)
		if d.Facts != "" {
			out = append(out, "事实与理由："+d.Facts)
		}
		return append(out, "", "一、你方应当在收到副本之日起十个工作日内提交答辩书；不提交的，不影响仲裁程序的进行（"+art(law.Arbitration(30))+"）。",
			"二、与争议有关、由你方掌握管理的证据，你方应当提供；不提供的，承担不利后果（"+art(law.Arbitration(6))+"）。",
			"三、答辩期内，你方可以提出反申请；对管辖有异议的，应当在答辩期满前书面提出。",
			"四、你方有权委托代理人、申请回避、提供证据、进行辩论、与对方和解。收到书面开庭通知无正当理由不到庭的，可以缺席裁决。")
	}},
}

var mediation = map[workflows.Paper]paper{
	workflows.MediationReceipt: {org: true, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), "本组织已于"+Day(d.On)+"收到调解申请。双方都同意的，依法进行调解；一方明确不同意的，不进行调解（"+art(law.Zhejiang(10))+"）。调解自收到申请之日起十五日内结束，双方同意延长的除外；期满未达成协议的，可以依法申请仲裁（"+art(law.Arbitration(14))+"）。")
	}},
	workflows.Agreement: {org: true, needs: []Field{FieldTerms, FieldPerformBy}, signed: partiesSign, body: func(d Data) []string {
		return append(sides(d), "经调解，双方自愿达成如下协议：", d.Fields[FieldTerms], "协议金额 "+d.Fields[FieldAmount]+" 元，于"+d.day(FieldPerformBy)+"前履行。", "",
			"本协议自双方当事人签名或盖章、调解员签名并加盖调解组织印章后生效，对双方具有约束力（"+art(law.Arbitration(14))+"）。双方可以自协议生效之日起十五日内共同向仲裁委员会申请审查，或者自三十日内共同向人民法院申请司法确认；一方不履行的，另一方可以依法申请仲裁。")
	}},
	workflows.MediationEnded: {org: true, needs: []Field{FieldReason}, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), "本次调解于"+Day(d.On)+"结束："+d.Fields[FieldReason]+"。", "", "当事人可以依法向有管辖权的劳动人事争议仲裁委员会申请仲裁。调解中的陈述和让步，不得在仲裁、诉讼中作为对其不利的证据。")
	}},
}
