package pages

import (
	"maps"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// recordNames are the kinds of records that the tribunal makes itself.
var recordNames = map[string]law.Text{
	"inquiry": {ZH: "调查记录", EN: "Record of an inquiry"}, "exchange": {ZH: "证据交换记录", EN: "Exchange of evidence"}, "appraisal": {ZH: "鉴定", EN: "Appraisal"},
}

// recordChoices are the records that a side can comment on.
func recordChoices(list []casework.RecordView) []Choice {
	var out []Choice
	for _, r := range list {
		if r.Text != "" {
			n := recordNames[r.Kind]
			no := strconv.Itoa(r.No)
			out = append(out, Choice{no, law.Text{ZH: "调" + no + " " + n.ZH, EN: "R" + no + " " + n.EN}})
		}
	}
	return out
}

// exhibitChoices are the exhibits that somebody can speak about; a side's own are the other side's to answer.
func exhibitChoices(c *casework.CaseView) []Choice {
	var out []Choice
	for _, x := range c.Exhibits {
		out = append(out, Choice{x.Mark, same(x.Mark + " " + x.Title)})
	}
	return out
}

// The labels and words of evidence that the tribunal takes, and of missed periods.
func init() {
	for kind, name := range recordNames {
		words["record:"+kind] = name
	}
	asked := map[string]law.Text{
		"collect": {ZH: "调查收集证据", EN: "Collecting evidence"}, "appraise": {ZH: "鉴定", EN: "An appraisal"}, "witness": {ZH: "证人出庭", EN: "A witness"},
		"defence": {ZH: "顺延答辩期", EN: "Restoring the time to answer"}, "evidence": {ZH: "顺延举证期限", EN: "Restoring the time for evidence"},
	}
	for kind, name := range asked {
		words["request:"+kind] = name
	}
	maps.Copy(enumWords, map[string]law.Text{
		"collect": asked["collect"], "appraise": asked["appraise"], "witness": asked["witness"],
		"defence": {ZH: "答辩期", EN: "The time to answer"}, "evidence": {ZH: "举证期限", EN: "The time for evidence"},
		"accepted": {ZH: "认可", EN: "Accepted"}, "disputed": {ZH: "有异议", EN: "Disputed"},
		"allow": {ZH: "准许", EN: "Granted"}, "decline": {ZH: "不准许", EN: "Refused"},
		"by-both": {ZH: "双方约定", EN: "Agreed by both"}, "by-tribunal": {ZH: "仲裁庭指定", EN: "Appointed by the tribunal"},
	})
	maps.Copy(labels, map[string]said{
		"AskEvidenceTaking.party":     ask("哪位当事人", "Which party"),
		"AskEvidenceTaking.kind":      ask("申请什么", "What you ask for").with("证人出庭要在举证期限届满前申请。", "A witness is asked for before the time for evidence ends."),
		"AskEvidenceTaking.subject":   ask("具体内容和理由", "What exactly, and why").with("写明要证明什么，为什么自己不能取得。", "Say what it proves and why you cannot get it yourself."),
		"AnswerEvidenceTaking.result": ask("决定", "Decision"),
		"AnswerEvidenceTaking.reason": ask("理由", "Reason"),
		"ExchangeEvidence.agreed":     ask("双方无争议的", "What both agree on"),
		"ExchangeEvidence.disputed":   ask("有争议的，以及理由", "What is disputed, and why"),
		"RecordInquiry.second":        ask("另一位调查人员", "Who else inquired").with("调查取证应当二人以上进行，并出示证件。", "An inquiry is made by two at least, with their cards."),
		"RecordInquiry.source":        ask("向谁、在哪里调查", "Who was asked, and where"),
		"RecordInquiry.text":          ask("调查记录", "The record").with("双方都能看，并发表意见。", "Both sides read it and can comment."),
		"SendInquiry.to_whom":         ask("发给谁", "To whom"),
		"SendInquiry.questions":       ask("调查事项", "What is asked"),
		"SendInquiry.entrusted":       ask("委托外地调查", "Entrusted elsewhere").with("委托调查的期间不计入审限；收到回复后恢复计算。", "The time does not count; let the clock run on when the answer comes."),
		"EntrustAppraisal.agency":     ask("鉴定机构", "Agency"),
		"EntrustAppraisal.chosen":     ask("怎样确定的", "How it was chosen").with("先由双方约定，约定不成的由仲裁庭指定。", "Both agree on it; failing that the tribunal appoints it."),
		"EntrustAppraisal.questions":  ask("鉴定事项", "What is to be appraised"),
		"ReceiveOpinion.text":         ask("鉴定意见", "The opinion"),
		"CommentRecord.party":         ask("哪位当事人", "Which party"),
		"CommentRecord.record":        ask("对哪一份", "On which record"),
		"CommentRecord.text":          ask("意见", "What you say").with("可以说真实不真实、来得合不合法、和争议有没有关系。", "Whether it is true, lawfully made, and to the point."),
		"ExamineExhibit.party":        ask("哪位当事人", "Which party"),
		"ExamineExhibit.exhibit":      ask("对哪一份证据", "Which exhibit").with("自己提交的证据由对方质证。", "Your own exhibits are answered by the other side."),
		"ExamineExhibit.authentic":    ask("真实性", "Authenticity").with("它是不是真的：原件、没有改动。", "Whether it is what it seems: the original, unchanged."),
		"ExamineExhibit.lawful":       ask("合法性", "Legality").with("它的来源和取得方式合不合法。", "Whether it was made and come by lawfully."),
		"ExamineExhibit.relevant":     ask("关联性", "Relevance").with("它和争议的事实有没有关系。", "Whether it has to do with what is disputed."),
		"ExamineExhibit.remark":       ask("理由", "Reasons").with("有异议的必须写明；证明目的不同意的也写在这里。", "Needed for what is disputed; say here too if it proves something else."),
		"AskRestoration.party":        ask("哪位当事人", "Which party"),
		"AskRestoration.period":       ask("耽误了哪个期限", "Which period was missed"),
		"AskRestoration.obstacle":     ask("为什么耽误", "Why it was missed"),
		"AskRestoration.ended_on":     ask("障碍哪天消除", "When the obstacle ended").with("障碍消除后十日内申请。", "Ask within ten days after that."),
		"AnswerRestoration.until":     ask("顺延到哪一天", "Until when it runs on").with("不准许的不填。", "Left out if refused."),
		"AnswerRestoration.reason":    ask("理由", "Reason"),
	})
}
