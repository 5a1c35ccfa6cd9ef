package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 准予撤回仲裁申请决定书: a new application must be accepted later.
var _ = register(workflows.WithdrawalDecision, paper{needs: everyCase, body: func(d Data) []string {
	return append(sides(d), cause(d)+"，申请人申请撤回仲裁申请。依照"+art(law.Zhejiang(30))+"，本委于"+Day(d.On)+"决定准予撤回。", "",
		"申请人就同一争议再次申请仲裁，符合受理条件的，应当受理。申请仲裁的时效期间，请自行注意。")
}})

// 按撤回仲裁申请处理决定书: proof of service and absence; the same application is refused afterwards.
var _ = register(workflows.DeemedDecision, paper{needs: needs(everyCase, FieldReason), body: func(d Data) []string {
	out := append(sides(d), cause(d)+"，申请人收到书面开庭通知"+hearingDay(d)+"，无正当理由拒不到庭或者未经仲裁庭同意中途退庭。送达和缺席的情况："+stop(d.Fields[FieldReason]))
	if served := d.Fields[FieldServed]; served != "" {
		out = append(out, "开庭通知的送达证明："+stop(served))
	}
	return append(out, "依照"+art(law.Arbitration(36))+"，本案按撤回仲裁申请处理。", "", "申请人就同一争议再次申请仲裁的，不予受理（"+art(law.CaseRules(39))+"）。")
}})

func hearingDay(d Data) string {
	if on := d.day(FieldHearingOn); on != "" {
		return "（开庭日期 " + on + "）"
	}
	return ""
}
