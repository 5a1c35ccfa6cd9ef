package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 补正决定书: slips and sums of an award. The time to sue runs on unless its content changes.
var _ = register(workflows.CorrectionDecision, paper{needs: needs(append([]Need{needTribunal}, everyCase...), FieldItems), signs: tribunalSigns, body: func(d Data) []string {
	return append(sides(d), "本委就"+cause(d)+"作出的裁决书（案号 "+d.Number+"），补正如下：", d.Fields[FieldItems], "",
		"本决定书是原裁决书的一部分。补正不改变原裁决内容的，起诉和申请撤销裁决的期限仍自收到原裁决书之日起计算。")
}})

// 撤销裁决决定书: got by collusion, forged proof or a sham relation.
var _ = register(workflows.RevocationDecision, paper{needs: needs(everyCase, FieldReason), body: func(d Data) []string {
	return append(sides(d), "本委就"+cause(d)+"作出的裁决书（案号 "+d.Number+"），有下列情形："+stop(d.Fields[FieldReason]), "依照"+art(law.Zhejiang(42))+"，本委决定撤销该裁决书。")
}})
