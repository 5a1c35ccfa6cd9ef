package documents

import (
	"fmt"
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

var seatNames = map[string]string{"presiding": "首席仲裁员", "sole": "独任仲裁员", "member": "仲裁员", "recorder": "书记员"}

func bench(d Data) string {
	s := make([]string, len(d.Tribunal))
	for i, t := range d.Tribunal {
		s[i] = seatNames[t.Seat] + " " + t.Name
	}
	return strings.Join(s, "，")
}

var preparation = map[workflows.Paper]paper{
	workflows.TribunalNotice: {signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), cause(d)+"，本会已组成仲裁庭："+bench(d)+"。", "", "有"+art(law.Arbitration(33))+"规定情形的，当事人有权在开庭前以口头或者书面方式申请回避；开庭后才知道的，可以在庭审辩论终结前提出。")
	}},
	workflows.HearingNoticePaper: {needs: []Field{FieldHearingOn, FieldHearingAt, FieldPlace}, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), cause(d)+"，定于"+d.day(FieldHearingOn)+" "+d.Fields[FieldHearingAt]+" 在"+d.Fields[FieldPlace]+"开庭。仲裁庭："+bench(d)+"。", "",
			"申请人收到书面通知，无正当理由拒不到庭或者未经同意中途退庭的，可以视为撤回仲裁申请；被申请人有上述情形的，可以缺席裁决（"+art(law.Arbitration(36))+"）。当事人有正当理由的，可以在开庭三个工作日前请求延期开庭，是否延期由本会决定（"+art(law.Arbitration(35))+"）。请携带身份证件和证据原件。")
	}},
	workflows.SuspensionNotice: {needs: []Field{FieldGround}, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), cause(d)+"，因下列情形，经批准自"+Day(d.On)+"起中止审理："+d.Fields[FieldGround], "", "中止的原因消除后恢复审理；中止期间不计入审理期限（"+art(law.CaseRules(46))+"、第四十七条）。")
	}},
	workflows.ResumptionNotice: {signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), cause(d)+"，中止的原因已经消除，自"+Day(d.On)+"起恢复审理，审理期限继续计算。")
	}},
	workflows.ExtensionNotice: {needs: []Field{FieldDays, FieldNewDue, FieldReason}, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), cause(d)+"，案情复杂，经批准延长审理期限 "+d.Fields[FieldDays]+" 日。理由："+d.Fields[FieldReason], "延长后的期限："+d.day(FieldNewDue)+"（"+art(law.Arbitration(43))+"）。")
	}},
}

var closing = map[workflows.Paper]paper{
	workflows.AwardFinalPaper:    {title: "仲 裁 裁 决 书（终局）", signed: tribunalSign, body: func(d Data) []string { return award(d, true) }},
	workflows.AwardNonFinalPaper: {title: "仲 裁 裁 决 书", signed: tribunalSign, body: func(d Data) []string { return award(d, false) }},
	workflows.MediationDocument: {title: "仲 裁 调 解 书", needs: []Field{FieldTerms}, signed: tribunalSign, body: func(d Data) []string {
		out := append(parties(d), "申请人的请求：")
		out = append(out, wanted(d)...)
		return append(out, "", "本案在仲裁庭主持下，双方自愿达成如下协议：", d.Fields[FieldTerms], "", "本调解书经双方当事人签收后，发生法律效力（"+art(law.Arbitration(42))+"）。", bench(d))
	}},
	workflows.WithdrawalDecision: {signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), cause(d)+"，申请人申请撤回仲裁申请，本会于"+Day(d.On)+"决定准予撤回。当事人再次申请仲裁，符合条件的，应当受理。")
	}},
	workflows.DeemedDecision: {needs: []Field{FieldReason}, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), cause(d)+"，申请人收到书面开庭通知，无正当理由拒不到庭："+d.Fields[FieldReason], "依照"+art(law.Arbitration(36))+"，本案按撤回仲裁申请处理。申请人就同一争议再次申请仲裁的，不予受理。")
	}},
	workflows.TerminationDecision: {needs: []Field{FieldReason}, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), cause(d)+"，有下列情形："+d.Fields[FieldReason], "依照"+art(law.Zhejiang(32))+"，本会决定终止审理。")
	}},
	workflows.TransferLetter: {needs: []Field{FieldCommission, FieldReason}, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), d.Fields[FieldCommission]+"：", "本会受理的"+cause(d)+"，经审查应由你会管辖。理由："+d.Fields[FieldReason], "现将案件移送你会处理，并已书面告知当事人。")
	}},
	workflows.CancelDecision: {needs: []Field{FieldReason}, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), cause(d)+"，受理后发现不应受理。理由："+d.Fields[FieldReason], "本会决定撤销案件。")
	}},
	workflows.CorrectionDecision: {needs: []Field{FieldItems}, signed: tribunalSign, body: func(d Data) []string {
		return append(sides(d), "本会"+d.Number+"裁决书补正如下：", d.Fields[FieldItems], "", "本决定书与原裁决书一并发生效力，不影响起诉和申请撤销的期限。")
	}},
	workflows.RevocationDecision: {needs: []Field{FieldReason}, signed: noticeSeal, body: func(d Data) []string {
		return append(sides(d), "本会"+d.Number+"裁决书，有下列情形："+d.Fields[FieldReason], "依照"+art(law.Zhejiang(42))+"，本会决定撤销该裁决书。")
	}},
}

// parties are the full opening of an award: who they are and where.
func parties(d Data) []string {
	var out []string
	add := func(role string, list []Party) {
		for _, p := range list {
			line := role + "：" + p.Name
			for _, x := range []struct{ label, value string }{{"公民身份号码 ", p.IDNumber}, {"统一社会信用代码 ", p.CreditCode}, {"住所 ", p.Address}, {"法定代表人 ", p.LegalRepresentative}} {
				if x.value != "" {
					line += "，" + x.label + x.value
				}
			}
			out = append(out, line+"。")
		}
	}
	add("申请人", d.Applicants)
	add("被申请人", d.Respondents)
	return append(out, "")
}

// award writes one of the two awards: the final one holds the final items, the other the rest, each
// with its own remedies.
func award(d Data, final bool) []string {
	out := append(parties(d), cause(d)+"，本会受理后依法组成仲裁庭进行审理。裁决前经仲裁庭调解，未能达成协议。本案现已审理终结。", "", "申请人的请求：")
	out = append(out, wanted(d)...)
	if d.Facts != "" {
		out = append(out, "事实与理由："+d.Facts)
	}
	out = append(out, "", "本会认为：")
	n := 0
	var items []string
	for _, c := range d.Claims {
		if c.Final != final || c.Decision == "" {
			continue
		}
		n++
		out = append(out, fmt.Sprintf("关于第 %d 项请求（%s）：%s", c.No, c.Title, c.Reasons))
		items = append(items, decided(n, d, c))
	}
	out = append(out, "", "依照"+art(law.Arbitration(46))+"等规定，裁决如下：")
	out = append(append(out, items...), "")
	return append(append(out, remedies(final)...), "", bench(d))
}

func decided(n int, d Data, c Claim) string {
	switch {
	case c.Decision == "rejected":
		return fmt.Sprintf("%d. 不支持申请人第 %d 项请求。", n, c.No)
	case c.Money:
		return fmt.Sprintf("%d. 被申请人 %s 于本裁决书生效之日起十日内支付申请人 %s：%s %s 元。", n, names(d.Respondents), names(d.Applicants), c.Title, c.Awarded.Grouped())
	}
	return fmt.Sprintf("%d. 支持申请人第 %d 项请求：%s。", n, c.No, c.Title)
}

// remedies follow from the kind of award alone.
func remedies(final bool) []string {
	if final {
		return []string{"本裁决为终局裁决，裁决书自作出之日起发生法律效力（" + art(law.Arbitration(47)) + "）。",
			"劳动者对本裁决不服的，可以自收到裁决书之日起十五日内向人民法院起诉（" + art(law.Arbitration(48)) + "）。用人单位有证据证明本裁决有法定情形的，可以自收到裁决书之日起三十日内向台州市中级人民法院申请撤销裁决（" + art(law.Arbitration(49)) + "）。"}
	}
	return []string{"当事人对本裁决不服的，可以自收到裁决书之日起十五日内向仙居县人民法院起诉；期满不起诉的，裁决书发生法律效力（" + art(law.Arbitration(50)) + "）。"}
}
