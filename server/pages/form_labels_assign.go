package pages

import (
	"maps"

	"tiaocai/workflows/law"
)

// The labels and words of who gets what work.
func init() {
	maps.Copy(enumWords, map[string]law.Text{
		"left-office": {ZH: "离任、调离", EN: "Left the post"}, "illness": {ZH: "患病", EN: "Illness"},
		"long-absence": {ZH: "长期请假、外派", EN: "A long absence"}, "other-duties": {ZH: "工作调整", EN: "Other duties"},
	})
	maps.Copy(words, map[string]law.Text{
		"seat:mediator":  {ZH: "调解员", EN: "Mediator"},
		"handed:waiting": {ZH: "还没有办", EN: "not dealt with yet"}, "handed:moved": {ZH: "已移交", EN: "handed over"}, "handed:failed": {ZH: "没有移交", EN: "not moved"},
		"detail:as_proposed": {ZH: "系统建议", EN: "proposal"}, "asproposed:true": {ZH: "照此办理", EN: "followed"}, "asproposed:false": {ZH: "另选他人", EN: "not followed"},
	})
	maps.Copy(labels, map[string]said{
		"ReplaceSeat.seat":      ask("更换谁", "Whose seat"),
		"ReplaceSeat.successor": ask("由谁接手", "Who takes it over").with("仲裁员换仲裁员，书记员换书记员。", "An arbitrator for an arbitrator, a recorder for a recorder."),
		"ReplaceSeat.reason":    ask("更换的原因", "Why"),
		"ReplaceSeat.consent":   ask("双方书面同意原调解员任仲裁员的文件编号", "File in which both parties agree to the former mediator").with("只在原调解员担任本案仲裁员时填，如 申3。", "Only if the former mediator sits: the number of the file."),
		"HandOver.reason":       ask("移交的原因", "Why the work is handed over"),
	})
}
