package pages

import (
	"maps"

	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// The labels and words of handling and hearing.
func init() {
	for _, g := range workflows.SimpleGrounds() {
		enumWords[string(g.Ground)] = g.Name
	}
	maps.Copy(enumWords, map[string]law.Text{
		"settle": {ZH: "和解、调解", EN: "Settling"}, "withdraw": {ZH: "撤回申请", EN: "Withdrawing"}, "change": {ZH: "变更、放弃请求", EN: "Changing or dropping claims"},
		"presiding-view": {ZH: "同意首席的意见", EN: "The presiding arbitrator's view"}, "other-view": {ZH: "同意另一种意见", EN: "The other view"}, "own-view": {ZH: "单独的第三种意见", EN: "A third view of one's own"},
		"unsuitable": {ZH: "不宜简易处理", EN: "Unsuitable for simple handling"}, "public-interest": {ZH: "涉及国家利益、社会公共利益", EN: "State or public interests"},
		"major-influence": {ZH: "有重大社会影响", EN: "Major influence"}, "whereabouts-unknown": {ZH: "被申请人下落不明", EN: "The respondent cannot be found"},
	})
	maps.Copy(labels, map[string]said{
		"AskPostponement.party":     ask("哪位当事人", "Which party"),
		"AskPostponement.reason":    ask("为什么不能按时到庭", "Why you cannot come that day"),
		"AskPostponement.why_late":  ask("为什么没能早些提出", "Why it could not be earlier").with("离开庭不足三个工作日才要填。", "Only if less than three working days are left."),
		"RefusePostponement.reason": ask("理由", "Reason"),
		"RecordConsents.about":      ask("同意什么", "To what they consent"),
		"RecordConsents.parties":    ask("哪些人同意", "Who consents").with("代表人以外的每一个人都要同意。", "Everybody but the representatives must consent."),
		"RecordConsents.proof":      ask("书面同意在哪里", "Where the written consents are"),
		"CastVote.stance":           ask("您的意见归哪一类", "Where you stand"),
		"CastVote.view":             ask("意见和理由", "Opinion and reasons").with("记入副卷，只有仲裁庭和院长、主任能看。", "It stays in the secret volume, for the tribunal, the head and the director alone."),
		"EnterGroup.sheet": ask("从表格里复制，粘贴在这里", "Copy it from the sheet and paste it here").with("第一行是表头：姓名、身份证号、电话，可加送达地址、收款账号、农民工、代表人；其余各列是请求，如“拖欠工资”“经济补偿”或 M01、M05，填金额（元）。每人一行。已有的请求全部换成表格里的。",
			"A head first: name, id, phone, further address, bank account, migrant, representative; the other columns are types of claim, as M01 or its name, with amounts in yuan. One row per worker. All claims so far are replaced."),
		"HandleSimply.ground":        ask("简易处理的情形", "Ground of simple handling"),
		"HandleSimply.average":       ask("上年度全省职工年平均工资（元）", "Last year's average annual wage of the province (yuan)").with("按标的额简易处理的要填；按请求总额核对。", "Needed for the ground of the amount; compared with the sum of all claims."),
		"HandleSimply.both_agree":    ask("双方书面同意简易处理", "Both parties agree in writing"),
		"HandleSimply.nothing_bars":  ask("已核对没有不得简易处理的情形", "Checked: nothing bars it").with("不涉及国家和社会公共利益，无重大社会影响，被申请人能联系上。", "No state or public interest, no major influence, the respondent can be found."),
		"HandleSimply.short_defence": ask("被申请人同意缩短或者取消答辩期", "The respondent agrees to a shorter time to answer"),
		"HandleSimply.defence_days":  ask("缩短后的答辩期（工作日）", "That time, in working days").with("取消答辩期填 0。", "0 if it falls away."),
		"ConvertToOrdinary.why":      ask("转换的原因", "Why").with("不宜简易处理的，要在三十日期满前转换；其余三项随时转换。", "An unsuitable case is converted before the thirty days end; the other three at any time."),
		"ConvertToOrdinary.reason":   ask("具体情况", "What exactly"),
	})
}
