package pages

import (
	"maps"

	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// minutesPoints are the points of a hearing as they are ticked.
var minutesPoints = map[workflows.MinutesPoint]law.Text{
	workflows.PointIdentity: {ZH: "核对身份", EN: "Identities checked"}, workflows.PointRights: {ZH: "告知权利义务", EN: "Rights and duties told"},
	workflows.PointRecusal: {ZH: "询问是否申请回避", EN: "Asked about recusal"}, workflows.PointStatements: {ZH: "听取请求和答辩", EN: "Claims and defence heard"},
	workflows.PointEvidence: {ZH: "举证、质证", EN: "Evidence cross-examined"}, workflows.PointDebate: {ZH: "辩论", EN: "Debate"},
	workflows.PointLast: {ZH: "征询最后意见", EN: "Last statements"},
}

// The labels and words of the minutes.
func init() {
	for p, name := range minutesPoints {
		words["minutes:"+string(p)] = name
	}
	maps.Copy(enumWords, map[string]law.Text{
		"added": {ZH: "补正，附在笔录后面", EN: "Added below the minutes"}, "not-added": {ZH: "不予补正，记录该申请", EN: "Refused, and noted"},
	})
	maps.Copy(labels, map[string]said{
		"WriteMinutes.text":              ask("笔录全文", "The minutes").with("开庭当中可以再写，成为新的一版，原来的保留；双方和仲裁庭都能看。", "While the hearing is open they can be written again; that is a new version, and the earlier ones stay. Both sides and the tribunal read them."),
		"WriteMinutes.identity":          {minutesPoints[workflows.PointIdentity], law.Text{}},
		"WriteMinutes.rights":            {minutesPoints[workflows.PointRights], law.Text{}},
		"WriteMinutes.recusal":           {minutesPoints[workflows.PointRecusal], law.Text{}},
		"WriteMinutes.statements":        {minutesPoints[workflows.PointStatements], law.Text{}},
		"WriteMinutes.evidence":          {minutesPoints[workflows.PointEvidence], law.Text{}},
		"WriteMinutes.debate":            {minutesPoints[workflows.PointDebate], law.Text{}},
		"WriteMinutes.last_statements":   {minutesPoints[workflows.PointLast], law.Text{}},
		"WriteMinutes.omitted":           ask("没有进行的事项和原因", "What was left out, and why").with("有一项没有勾选就要填，否则不能结束庭审。", "Needed if a box is not ticked: otherwise the hearing cannot end."),
		"SignMinutes.party":              ask("哪位当事人", "Which party").with("仲裁员、书记员签名的不填。", "Left out by arbitrators and recorders."),
		"NoteUnsigned.party":             ask("谁拒绝签名", "Who will not sign"),
		"NoteUnsigned.reason":            ask("拒绝签名的情况", "What was said"),
		"AskMinutesCorrection.party":     ask("哪位当事人", "Which party"),
		"AskMinutesCorrection.text":      ask("遗漏或者差错在哪里，应当怎样记", "What is missing or wrong, and how it should read"),
		"AnswerMinutesCorrection.result": ask("是否补正", "Is it added"),
		"AnswerMinutesCorrection.reason": ask("不予补正的理由", "Why it is refused"),
	})
}
