package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 不予受理通知书: the reason, and the right to sue.
var _ = register(workflows.RefusalNotice, paper{needs: needs(nil, FieldReason), body: func(d Data) []string {
	out := append(append(sides(d), "您的仲裁申请，本委决定不予受理。"), groundOf(d)...)
	return append(out, "理由："+stop(d.Fields[FieldReason]), "",
		"您可以就该争议事项向有管辖权的人民法院起诉（"+art(law.Arbitration(29))+"）。")
}})

// groundOf is the ground of a refusal with its article; nothing where the step names none.
func groundOf(d Data) []string {
	k, ok := workflows.GroundOf(workflows.Ground(d.Fields[FieldGround]))
	if !ok {
		return nil
	}
	return []string{"情形：" + k.Name.ZH + "（" + art(k.Law) + "）。"}
}

// 管辖告知书: another commission is competent, and which.
var _ = register(workflows.ReferralNotice, paper{needs: needs(nil, FieldCommission, FieldReason), body: func(d Data) []string {
	return append(sides(d), "您申请仲裁的争议，不属于本委管辖（"+art(law.Arbitration(21))+"）。", "理由："+stop(d.Fields[FieldReason]), "",
		"请向有管辖权的"+d.Fields[FieldCommission]+"申请仲裁（"+art(law.CaseRules(31))+"）。")
}})
