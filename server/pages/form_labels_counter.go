package pages

import (
	"maps"

	"tiaocai/workflows/law"
)

// The labels and words of counter-applications, and of who comes in later.
func init() {
	results := map[string]law.Text{
		"joined": {ZH: "受理，合并处理", EN: "taken on, both heard together"}, "separate": {ZH: "另行申请", EN: "to be an application of its own"}, "not-accepted": {ZH: "不予受理", EN: "not accepted"},
	}
	for r, name := range results {
		words["counter:"+r] = name
	}
	maps.Copy(enumWords, map[string]law.Text{
		"separate": {ZH: "另行申请", EN: "An application of its own"}, "not-accepted": {ZH: "不予受理", EN: "Not accepted"},
		"third": {ZH: "第三人", EN: "Third person"}, "by-application": {ZH: "当事人或者第三人申请", EN: "On application"}, "by-commission": {ZH: "仲裁委通知", EN: "By notice of the commission"},
	})
	maps.Copy(labels, map[string]said{
		"CounterApply.party":    ask("哪位被申请人", "Which respondent"),
		"CounterApply.claims":   ask("反申请的请求", "What is claimed in turn"),
		"CounterApply.reason":   ask("事实与理由", "Facts and reasons").with("在答辩期内提出；期满以后请另行申请仲裁。", "Within the time to answer; after that please file an application of its own."),
		"DeclineCounter.result": ask("怎样处理", "What becomes of it"),
		"DeclineCounter.reason": ask("理由", "Reason"),
		"JoinParty.as":          ask("追加为", "Joined as").with("审理期限从追加之日起重新计算。", "The award period runs anew from that day."),
		"JoinParty.who":         ask("追加谁", "Who is joined"),
		"JoinParty.asked_by":    ask("怎样追加的", "How it came about"),
		"JoinParty.reason":      ask("与本案有什么关系", "What they have to do with the case"),
	})
}
