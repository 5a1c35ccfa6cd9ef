package pages

import (
	"maps"

	"tiaocai/workflows/law"
)

// The labels and words of cases heard together, and of a hearing that is reopened.
func init() {
	maps.Copy(enumWords, map[string]law.Text{
		"like-claims": {ZH: "同一种类的请求，各案当事人同意", EN: "Like claims; the parties agree"}, "common-subject": {ZH: "共同的请求", EN: "One common subject"},
	})
	maps.Copy(enumWords, map[string]law.Text{
		"facts-unclear": {ZH: "事实还没有查清", EN: "A fact is still open"}, "new-evidence": {ZH: "有新的证据要质证", EN: "New evidence has to be heard"},
		"arbitrator-unable": {ZH: "仲裁员不能继续办理，要更换", EN: "An arbitrator cannot go on and is replaced"},
	})
	maps.Copy(labels, map[string]said{
		"JoinHearing.cases":           ask("一并审理的其他案件", "The other cases").with("案号或者查询号；要是同一仲裁庭、同一用人单位的同类案件。", "By number or reference: like cases of the same employer before the same tribunal."),
		"JoinHearing.ground":          ask("合并的情形", "Why they are heard together"),
		"JoinHearing.all_agree":       ask("各案当事人都同意合并审理", "The parties of every case agree"),
		"FormTribunal.tripartite":     ask("三方组成的仲裁庭", "Tribunal of three sides").with("只用于集体合同争议：三名仲裁员分别来自劳动行政部门、工会和用人单位方面。", "Only over a collective contract: one each from the labour authority, the union and the employers."),
		"NotifyAtOnce.evidence_until": ask("双方举证期限的最后一日", "Last day for evidence of both sides").with("已经指定过的不填。", "Left out if it was set."),
		"NotifyAtOnce.guided":         ask("已经引导双方协商或者调解", "The parties were guided to talk or mediate"),
		"NotifyAtOnce.helpers":        ask("参与协商调解的组织", "Who helps them").with("工会、企业代表组织等，写进通知。", "The union, an employers' association: named in the notice."),
		"NotifyAtOnce.at_firm":        ask("到用人单位开庭", "The hearing is held at the firm"),
		"ReopenHearing.ground":        ask("恢复庭审的原因", "Why the hearing goes on").with("恢复以前的评议意见不再算数；审理期限照常计算。", "Opinions entered before no longer count; the period for the award runs on."),
		"LeaveJoint.reason":           ask("退出的理由", "Why it leaves"),
	})
}
