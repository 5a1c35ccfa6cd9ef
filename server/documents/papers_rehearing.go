package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 重新处理通知书: which award was revoked, that the dispute goes on under another number, before others, and from
// which day its time runs.
var _ = register(workflows.RehearingNotice, paper{needs: needs(everyCase, FieldEarlier, FieldItems), body: func(d Data) []string {
	return append(sides(d), "本委在 "+d.Fields[FieldEarlier]+" 一案中作出的"+d.Fields[FieldItems]+"裁决书已由本委决定撤销。"+cause(d)+"由本委重新处理（"+art(law.Courts(8))+"），案号为 "+d.Number+"。",
		"一、审理期限自"+Day(d.On)+"起重新计算（"+art(law.Arbitration(43))+"）。",
		"二、本委另行组成仲裁庭；参加过原裁决的仲裁员不再审理本案。仲裁庭组成后另行通知，双方可以申请回避（"+art(law.Arbitration(33))+"）。",
		"三、原案中提交的证据和委托手续继续有效，不必重新提交；可以补充。")
}})
