package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 组庭通知书: the names, and the right to ask for recusal.
var _ = register(workflows.TribunalNotice, paper{needs: append([]Need{needTribunal}, everyCase...), body: func(d Data) []string {
	formed := "组成仲裁庭："
	if seat := d.Fields[FieldReplaced]; seat != "" {
		formed = "组成仲裁庭。现更换" + seat + "，更换以后的仲裁庭："
	}
	return append(sides(d), cause(d)+"，本委依照"+art(law.Arbitration(32))+formed+bench(d)+"。", "",
		"仲裁员有"+art(law.Arbitration(33))+"规定情形的，当事人有权以口头或者书面方式申请回避。申请应当在开庭前提出；开庭后才知道的，可以在庭审辩论终结前提出。书记员的回避，同样适用。")
}})

// 开庭通知书: day, place, tribunal, and what absence does.
var _ = register(workflows.HearingNoticePaper, paper{needs: needs(append([]Need{needTribunal}, everyCase...), FieldHearingOn, FieldHearingAt, FieldPlace), body: func(d Data) []string {
	held := "公开"
	if p := d.Fields[FieldPublic]; p != "" {
		held = p
	}
	lines := append(sides(d), cause(d)+"，定于下列时间、地点开庭：", "时间："+d.day(FieldHearingOn)+" "+d.Fields[FieldHearingAt], "地点："+d.Fields[FieldPlace], "方式："+held+"（"+art(law.Arbitration(26))+"）", "仲裁庭："+bench(d))
	if n := d.Fields[FieldJoint]; n != "" {
		lines = append(lines, "本案与另外"+n+"件案件合并审理，案号、期限和裁决各自计算。")
	}
	return append(append(lines, atOnce(d)...), "",
		"一、申请人收到书面通知，无正当理由拒不到庭或者未经仲裁庭同意中途退庭的，可以视为撤回仲裁申请；被申请人有上述情形的，可以缺席裁决（"+art(law.Arbitration(36))+"）。",
		"二、当事人有正当理由的，可以在开庭三个工作日前请求延期开庭，是否延期由本委决定（"+art(law.Arbitration(35))+"）。",
		"三、请携带身份证件和证据原件；委托代理人到庭的，提交授权委托书（"+art(law.Arbitration(24))+"）。")
}})

// atOnce is what the notice of the hearing adds in a collective dispute: all that there is to tell, in one notice.
func atOnce(d Data) []string {
	until := d.day(FieldEvidenceBy)
	if until == "" {
		return nil
	}
	lines := []string{"", "本案为集体争议，优先审理。依照" + art(law.CaseRules(64)) + "，一并通知：",
		"答辩期：被申请人收到仲裁申请书副本之日起 " + d.Fields[FieldDefenceTime] + "内提交答辩书。", "举证期限：双方至" + until + "止。",
		"回避：仲裁员有" + art(law.Arbitration(33)) + "规定情形的，当事人有权在开庭前申请回避；开庭后才知道的，可以在庭审辩论终结前提出。书记员的回避，同样适用。",
		"协商、调解：开庭前双方可以先行协商，或者请工会、行业组织等参与调解。"}
	if who := d.Fields[FieldHelpers]; who != "" {
		lines[len(lines)-1] += "参与的组织：" + stop(who)
	}
	return lines
}
