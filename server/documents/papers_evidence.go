package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

var sideWords = map[string]string{"both": "双方当事人", "applicant": "申请人", "respondent": "被申请人"}

// 举证通知书: by when, what comes late, and what the employer holds.
var _ = register(workflows.EvidenceNotice, paper{needs: needs(everyCase, FieldSide, FieldUntil), body: func(d Data) []string {
	return append(sides(d), cause(d)+"，请"+sideWords[d.Fields[FieldSide]]+noLater(d.day(FieldUntil))+"提交证据（"+art(law.Zhejiang(25))+"）。", "",
		"一、确有困难的，可以在期满前申请延长。",
		"二、逾期提交的，应当说明理由；没有理由或者理由不成立的，可以不予采纳。",
		"三、与争议有关、由用人单位掌握管理的证据，用人单位应当提供；不提供的，承担不利后果（"+art(law.Arbitration(6))+"）。",
		"四、申请证人出庭的，在期满前提出。",
		"五、增加、变更仲裁请求的，在期满前提出（"+art(law.CaseRules(44))+"）。")
}})
