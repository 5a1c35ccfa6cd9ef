package pages

import (
	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// caseTab is one page of a case file.
type caseTab struct {
	Page Name
	Path string // after the case's own address
	Name law.Text
	N    int // how many of it there are; 0 shows none
	has  func(*casework.CaseView) bool
	n    func(*casework.CaseView) int
	own  bool // a reading of its own, not the case's
}

// caseTabs are the pages of a case file (案卷), in the order of their use. Those with nothing on them are not offered.
var caseTabs = []caseTab{
	{Page: Case, Name: law.Text{ZH: "概况", EN: "Summary"}},
	{Page: CaseClaims, Path: "/claims", Name: law.Text{ZH: "请求与裁决", EN: "Claims and award"}, n: func(v *casework.CaseView) int { return len(v.Claims) },
		has: func(v *casework.CaseView) bool { return len(v.Claims) > 0 || v.Facts != "" || v.After != nil }},
	{Page: CaseEvidence, Path: "/evidence", Name: law.Text{ZH: "证据", EN: "Evidence"}, n: func(v *casework.CaseView) int { return len(v.Exhibits) }},
	{Page: CaseHearing, Path: "/hearing", Name: law.Text{ZH: "庭审与调查", EN: "Hearing, inquiries"},
		has: func(v *casework.CaseView) bool {
			return v.Hearing != nil || len(v.Counters)+len(v.Requests)+len(v.Records)+len(v.Minutes) > 0
		}},
	{Page: CasePapers, Path: "/papers", Name: law.Text{ZH: "文书与送达", EN: "Papers, service"}, n: func(v *casework.CaseView) int { return len(v.Documents) }},
	{Page: AwardPage, Path: "/award", Name: law.Text{ZH: "裁决草稿", EN: "Award draft"}, own: true, has: func(v *casework.CaseView) bool { return v.AwardOpen }},
	{Page: WorkbookPage, Path: "/workbook", Name: law.Text{ZH: "阅卷笔记", EN: "My notes"}, own: true, has: func(v *casework.CaseView) bool { return v.NotebookOpen }},
	{Page: CaseClocks, Path: "/clocks", Name: law.Text{ZH: "期限", EN: "Periods"}, n: func(v *casework.CaseView) int { return len(v.Clocks) },
		has: func(v *casework.CaseView) bool { return len(v.Clocks) > 0 }},
	{Page: CaseTimeline, Path: "/timeline", Name: law.Text{ZH: "经过", EN: "Timeline"}, n: func(v *casework.CaseView) int { return len(v.Timeline) }},
}

// CaseTabs are the pages of a case file that show the case, with the end of their address.
func CaseTabs() map[Name]string {
	m := map[Name]string{}
	for _, t := range caseTabs {
		if !t.own {
			m[t.Page] = t.Path
		}
	}
	return m
}

// tabsOf are those that a case has, with their numbers. The one that is open is among them, even if it is empty.
func tabsOf(v *casework.CaseView, here Name) (list []caseTab) {
	for _, t := range caseTabs {
		if t.has != nil && t.Page != here && !t.has(v) {
			continue
		}
		if t.n != nil {
			t.N = t.n(v)
		}
		list = append(list, t)
	}
	return list
}
