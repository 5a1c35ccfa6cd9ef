package pages

import (
	"maps"

	"tiaocai/workflows/law"
)

// The labels of private notes.
func init() {
	maps.Copy(enumWords, map[string]law.Text{
		"own": {ZH: "只有我自己", EN: "Nobody but me"}, "panel": {ZH: "仲裁庭的仲裁员", EN: "The arbitrators of the tribunal"}, "all": {ZH: "仲裁员和书记员", EN: "The arbitrators and the recorder"},
	})
	who := ask("谁能看", "Who reads it")
	maps.Copy(labels, map[string]said{
		"WriteNotes.facts":        ask("事实", "Facts"),
		"WriteNotes.issues":       ask("争点", "Issues"),
		"WriteNotes.questions":    ask("庭上要问的", "Questions for the hearing"),
		"WriteNotes.law":          ask("法律", "Law"),
		"WriteNotes.facts_to":     {law.Text{ZH: "事实：" + who.label.ZH, EN: "Facts: who reads them"}, law.Text{}},
		"WriteNotes.issues_to":    {law.Text{ZH: "争点：" + who.label.ZH, EN: "Issues: who reads them"}, law.Text{}},
		"WriteNotes.questions_to": {law.Text{ZH: "庭上要问的：" + who.label.ZH, EN: "Questions: who reads them"}, law.Text{}},
		"WriteNotes.law_to":       {law.Text{ZH: "法律：" + who.label.ZH, EN: "Law: who reads it"}, law.Text{}},
	})
}
