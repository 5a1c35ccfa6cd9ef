package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 仲裁先行裁决书: some of the claims, for good; its kind is that of its items.
var _ = register(workflows.PartialAwardPaper, paper{needs: awardNeeds, signs: tribunalSigns,
	check: func(d Data) error { return checkAward(d.Claims) },
	body: func(d Data) []string {
		final := d.Claims[0].Final
		out := append(parties(d, true), cause(d)+"，本委审理中查明，下列请求的事实已经清楚，依照"+art(law.Arbitration(43, 3))+"先行裁决；其余请求另行裁决。", "", "先行裁决的请求：")
		out = append(out, wanted(d.Claims)...)
		out = append(out, "", "本委认为：")
		for _, c := range d.Claims {
			out = append(out, "关于"+c.Title+"："+stop(c.Reasons)+worked(c))
		}
		out = append(out, "", "依照"+basis(final)+"，先行裁决如下：")
		out = append(append(out, ordered(d, d.Claims)...), "")
		return append(out, remedies(d, final)...)
	}})

// 先予执行裁决书: a sum before the award; it is transferred to the court at once, and not sued over.
var _ = register(workflows.PreliminaryAwardPaper, paper{needs: needs(append([]Need{needTribunal}, everyCase...), FieldItems, FieldAmount, FieldReason), signs: tribunalSigns, body: func(d Data) []string {
	return append(parties(d, true), cause(d)+"，劳动者申请先予执行。本委认为："+stop(d.Fields[FieldReason]), "",
		"当事人之间权利义务关系明确，不先予执行将严重影响申请人的生活，依照"+art(law.Arbitration(44))+"，裁决如下：",
		"被申请人 "+names(d.Respondents)+"先予支付申请人 "+names(d.Applicants)+"（"+d.Fields[FieldItems]+"）"+d.Fields[FieldAmount]+" 元。", "",
		"劳动者申请先予执行的，可以不提供担保。本裁决移送人民法院执行，当事人不能就本裁决起诉。")
}})

// 移送执行函: the court executes what was awarded in advance.
var _ = register(workflows.EnforcementLetter, paper{needs: needs(everyCase, FieldToCourt, FieldAmount), body: func(d Data) []string {
	return append(sides(d), d.Fields[FieldToCourt]+"：", "本委就"+cause(d)+"裁决先予执行 "+d.Fields[FieldAmount]+" 元，依照"+art(law.Arbitration(44))+"移送你院执行。附：先予执行裁决书一份。")
}})

// 财产保全申请移送函: the court decides about it.
var _ = register(workflows.PreservationLetter, paper{needs: needs(everyCase, FieldToCourt, FieldItems), body: func(d Data) []string {
	return append(sides(d), d.Fields[FieldToCourt]+"：", "当事人在"+cause(d)+"中申请财产保全，依照"+art(law.Zhejiang(33))+"移送你院审查。申请的内容："+stop(d.Fields[FieldItems]))
}})

// 裁决生效证明: for one worker, from which day, and by which article.
var _ = register(workflows.EffectProof, paper{needs: needs(everyCase, FieldItems, FieldPerson, FieldUntil, FieldReason), body: func(d Data) []string {
	return append(sides(d), "本委作出的"+d.Fields[FieldItems]+"裁决书，对"+d.Fields[FieldPerson]+"自"+d.day(FieldUntil)+"起发生法律效力（"+d.Fields[FieldReason]+"）。",
		"一方当事人逾期不履行的，另一方可以依法向人民法院申请执行（"+art(law.Arbitration(51))+"）。特此证明。")
}})

// 卷宗目录: what lies in the main and in the secret volume.
var _ = register(workflows.VolumeIndex, paper{needs: needs(everyCase, FieldItems), body: func(d Data) []string {
	return append(sides(d), cause(d)+"的案卷：", d.Fields[FieldItems], "当事人和代理人可以查阅、复制正卷（"+art(law.CaseRules(23).Recalled())+"）。")
}})
