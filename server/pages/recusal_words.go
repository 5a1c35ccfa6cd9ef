package pages

import (
	"maps"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// The words of recusal: the grounds have their names from the law.
func init() {
	for _, g := range workflows.RecusalGrounds() {
		enumWords[string(g.Ground)] = g.Name
	}
	maps.Copy(enumWords, map[string]law.Text{
		"both":    {ZH: "双方", EN: "Both sides"},
		"granted": {ZH: "准许", EN: "Granted"}, "dismissed": {ZH: "驳回", EN: "Refused"},
		"written": {ZH: "书面", EN: "In writing"}, "oral": {ZH: "口头，记入笔录", EN: "Orally, noted in the minutes"},
	})
	maps.Copy(labels, map[string]said{
		"AskRecusal.seat":          ask("申请谁回避", "Whose recusal").with("自行回避的不用选。", "Not needed for your own."),
		"AskRecusal.party":         ask("哪位当事人申请", "Which party asks").with("自己提出的不用选。", "Not needed if you ask yourself."),
		"AskRecusal.known_on":      ask("哪天知道的", "Day it became known").with("开庭以后才申请的必须写。", "Needed once the hearing was opened."),
		"SetEvidencePeriod.side":   ask("哪一方的举证期限", "Whose time for evidence"),
		"SetEvidencePeriod.until":  ask("举证期限的最后一日", "Last day for evidence"),
		"SetEvidencePeriod.reason": ask("延长的理由", "Why it is extended").with("第一次指定不用写。", "Not needed when it is first set."),
		"ChangeClaims.claims":      ask("变更以后的全部请求", "All claims as they would stand").with("不变的也要写上，顺序不变。", "Also those that stay, in their order."),
		"ChangeClaims.reason":      ask("事实与理由", "Facts and reasons"),
		"AcceptChange.waived":      ask("被申请人明确放弃新的答辩期", "The respondent clearly waived a new time to answer"),
		"DecideRecusal.recusal":    ask("哪一件申请", "Which request").with("只有一件的不用选。", "Not needed if only one waits."),
		"DecideRecusal.result":     ask("决定", "Decision"),
		"DecideRecusal.form":       ask("决定的形式", "Form of the decision"),
		"DecideRecusal.met_on":     ask("仲裁委员会开会的日期", "Day the commission met").with("只对主任担任仲裁员的情形。", "Only where the director sits."),
	})
}

// seats are those who sit or record.
func seats(c *casework.CaseView) []Choice {
	var out []Choice
	for _, s := range c.Tribunal {
		t := words["seat:"+s.Seat]
		out = append(out, Choice{strconv.FormatInt(s.ID, 10), law.Text{ZH: t.ZH + " " + s.Name, EN: t.EN + " " + s.Name}})
	}
	return out
}

// waitingRecusals are the requests that nobody has decided on.
func waitingRecusals(c *casework.CaseView) []Choice {
	var out []Choice
	for _, r := range c.Recusals {
		if r.Decided.IsZero() {
			out = append(out, Choice{strconv.FormatInt(r.ID, 10), same(r.Name + " " + r.On.String())})
		}
	}
	return out
}
