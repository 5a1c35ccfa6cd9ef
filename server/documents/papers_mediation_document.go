package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 仲裁调解书: the claims, the result, and in force when both have signed for it.
var _ = register(workflows.MediationDocument, paper{needs: needs(append([]Need{needTribunal, needClaims}, everyCase...), FieldTerms),
	signs: func(d Data) []string {
		return append(tribunalSigns(d), "申请人（签收）：", "被申请人（签收）：", "")
	},
	body: func(d Data) []string {
		out := append(parties(d, false), cause(d)+"，本委受理后依法组成仲裁庭。", "", "申请人的请求：")
		out = append(out, wanted(d.Claims)...)
		out = append(out, "", "在仲裁庭主持下，双方当事人自愿达成如下协议：", d.Fields[FieldTerms])
		if a := d.Fields[FieldAmount]; a != "" && a != "0.00" {
			out = append(out, "调解金额 "+a+" 元。")
		}
		return append(out, "", "本调解书经双方当事人签收后，发生法律效力；调解不成或者送达前一方反悔的，仲裁庭应当及时作出裁决（"+art(law.Arbitration(42))+"）。",
			"一方逾期不履行的，另一方可以依法向人民法院申请执行（"+art(law.Arbitration(51))+"）。")
	}})
