package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 终止审理决定书.
var _ = register(workflows.TerminationDecision, paper{needs: needs(everyCase, FieldReason), body: func(d Data) []string {
	return append(sides(d), cause(d)+"，有下列情形："+stop(d.Fields[FieldReason]), "依照"+art(law.Zhejiang(32))+"，本委决定终止审理。")
}})

// 撤销案件决定书: the case should not have been accepted.
var _ = register(workflows.CancelDecision, paper{needs: needs(everyCase, FieldReason), body: func(d Data) []string {
	return append(sides(d), cause(d)+"，受理后发现不符合受理条件。", "理由："+stop(d.Fields[FieldReason]), "本委决定撤销案件（案号 "+d.Number+"）。")
}})

// 案件移送函: to the competent commission; the parties get a copy.
var _ = register(workflows.TransferLetter, paper{needs: needs(everyCase, FieldCommission, FieldReason), body: func(d Data) []string {
	return append([]string{d.Fields[FieldCommission] + "：", ""}, append(sides(d), "本委受理的"+cause(d)+"，经审查应由你委管辖（"+art(law.Arbitration(21))+"）。", "理由："+stop(d.Fields[FieldReason]),
		"现将案件移送你委处理。本函同时送达双方当事人。")...)
}})
