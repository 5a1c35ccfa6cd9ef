package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// SeatTitle is what papers call who sits there.
func SeatTitle(seat string) string { return seatNames[seat] }

// 回避决定书: whose recusal, granted or not, and why.
var _ = register(workflows.RecusalDecision, paper{needs: needs(everyCase, FieldPerson, FieldOutcome, FieldReason), body: func(d Data) []string {
	out := append(sides(d), cause(d)+"，本委收到对"+d.Fields[FieldPerson]+"的回避申请，该人员自申请之日起暂停参与本案。", "理由："+stop(d.Fields[FieldReason]))
	by := "依照" + art(law.Arbitration(33)) + "、" + art(law.CaseRules(12)) + "，"
	if d.Fields[FieldOutcome] == "granted" {
		return append(out, by+"本委决定：回避申请成立，予以准许。仲裁庭将重新组成并另行通知。")
	}
	return append(out, by+"本委决定：驳回回避申请，该人员恢复参与本案。")
}})
