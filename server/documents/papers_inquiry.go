package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 调查函: what is asked of somebody who is not a party, who has to help free of charge.
var _ = register(workflows.InquiryLetter, paper{needs: needs(everyCase, FieldRecipient, FieldTerms), body: func(d Data) []string {
	return []string{d.Fields[FieldRecipient] + "：", "", cause(d) + "，因审理需要，请贵单位就下列事项协助调查，并将有关材料和说明书面函复本委：", d.Fields[FieldTerms], "",
		"有关单位和个人应当协助，不收取费用；调查由二人以上进行，并出示证件（" + art(law.Zhejiang(28)) + "）。"}
}})

// 鉴定委托书: what is to be appraised, who chose the agency and who advances the fee.
var _ = register(workflows.AppraisalLetter, paper{needs: needs(append([]Need{needTribunal}, everyCase...), FieldRecipient, FieldTerms), signs: tribunalSigns, body: func(d Data) []string {
	return []string{d.Fields[FieldRecipient] + "：", "", cause(d) + "，因专门性问题需要鉴定，现委托贵机构鉴定（" + art(law.Arbitration(37)) + "）。", "", "鉴定事项：" + d.Fields[FieldTerms], "",
		"鉴定费由申请鉴定的一方垫付，最后由鉴定意见对其不利的一方承担（" + art(law.Zhejiang(29)) + "）。",
		"当事人申请或者仲裁庭要求的，鉴定人应当参加开庭，接受当事人提问。"}
}})

// 答辩书副本送达通知书: the other side's answer, within five working days.
var _ = register(workflows.DefenceCopy, paper{needs: everyCase, body: func(d Data) []string {
	return append(sides(d), cause(d)+"，被申请人已经提交答辩书，现将副本送达给您（"+art(law.Arbitration(30, 2))+"）。", "",
		"您可以在举证期限内针对答辩补充证据，也可以在庭审中发表意见。")
}})
