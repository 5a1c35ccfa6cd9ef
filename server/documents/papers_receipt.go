package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 收件回执: what was handed in, and by when the commission decides.
var _ = register(workflows.Receipt, paper{body: func(d Data) []string {
	out := append(sides(d), "今收到您提交的材料，登记如下。")
	if len(d.Claims) > 0 {
		out = append(append(out, "请求事项："), wanted(d.Claims)...)
	}
	out = append(out, story(d)...)
	return append(out, "", "收件日期："+Day(d.On)+"。",
		"申请仲裁的，本委自收到申请之日起五个工作日内决定是否受理（"+art(law.Arbitration(29))+"）；逾期未作决定的，您可以就该争议直接向人民法院起诉。申请仲裁不收费（"+art(law.Arbitration(53))+"）。")
}})

// 咨询答复: the answer, and the ways that are open.
var _ = register(workflows.AdviceNote, paper{needs: needs(nil, FieldTerms), body: func(d Data) []string {
	return []string{names(d.Applicants) + "：", "您咨询的问题，答复如下：", d.Fields[FieldTerms], "",
		"您可以与对方协商，也可以向调解组织申请调解，或者向有管辖权的仲裁委员会申请仲裁（" + arts(law.Arbitration(4), law.Arbitration(5)) + "）。申请仲裁的时效期间一般为一年，自知道或者应当知道权利被侵害之日起计算（" + art(law.Arbitration(27)) + "）。",
		"本答复供您参考，不是对争议的裁决。"}
}})
