package pages

import (
	"net/url"
	"time"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

func sampleBook() *casework.Notebook {
	at := time.Date(2026, 11, 20, 9, 12, 0, 0, time.UTC)
	return &casework.Notebook{Ref: "K7M2Q9XH4T3W", Revision: 4, Panel: true, Own: casework.NotesPage{Edition: 2, Facts: "合同见申1-02，考勤见被1-11；申9-01 没有。", Questions: "辞退那天谁在场？", FactsTo: "own", IssuesTo: "own", QuestionsTo: "panel", LawTo: "own", SavedAt: at},
		Frozen: []casework.NotesPage{{Edition: 1, Facts: "合同见申1-02。", Issues: "是不是违法解除。", IssuesTo: "all", FrozenOn: on("2026-11-12"), SavedAt: at}},
		Shared: []casework.NotesPage{{Edition: 1, Author: "蒋晓红", Seat: "member", Law: "四十八条。", SavedAt: at}, {Edition: 1, Author: "吴一", Issues: "加班是不是批准过。", FrozenOn: on("2026-11-12"), SavedAt: at}}}
}

func sampleAward(writes bool) AwardBody {
	v := sampleCase(false, workflows.Tribunal)
	v.AwardOpen, v.NotebookOpen = true, true
	v.Exhibits[0].Claim = 2
	w := sampleWorking().Calculation
	yes, no := true, false
	d := &casework.AwardDraft{Ref: v.Ref, Draft: 3, SavedAt: time.Date(2026, 11, 20, 9, 12, 0, 0, time.UTC), SavedBy: "周立民", Writes: writes, Claimed: claims.Yuan(62560), Awarded: claims.Yuan(44947), Missing: 1, Decided: []int{9},
		Typed: casework.Typed{"items.0.no": "1", "items.0.decision": "partly", "items.0.amount": "8547.13", "items.0.reasons": "计薪 14 日未付。", "items.1.no": "2", "items.1.decision": "supported", "items.1.amount": "三万"},
		Items: []casework.AwardLine{
			{No: 1, Decision: "partly", Claimed: claims.Yuan(8760), Money: true, Amount: claims.Yuan(8547), Final: &yes, Why: law.Text{ZH: "不超过十二个月最低工资。", EN: "Not above twelve months."}, WhyLaw: law.Arbitration(47, 1)},
			{No: 2, Decision: "supported", Claimed: claims.Yuan(53800), Money: true, Amount: claims.Yuan(36400), Working: &w, Final: &no, Why: law.Text{ZH: "超过。", EN: "Above."}, WhyLaw: law.Arbitration(47, 1), Wrong: []fault.Field{{Place: "items.1.amount", Says: law.Text{ZH: "金额写成数字。", EN: "A number."}}}},
			{No: 3, Lacks: []law.Text{{ZH: "缺裁决结果", EN: "the decision is missing"}, {ZH: "缺理由", EN: "the reasons are missing"}}}},
		Texts: []casework.AwardText{{Paper: workflows.AwardFinalPaper, Name: law.Text{ZH: "仲裁裁决书（终局）", EN: "Final award"}, Final: true, Claims: []int{1}, Amount: claims.Yuan(8547), Text: "仙居县劳动人事争议仲裁委员会\n仲裁裁决书\n仙劳人仲裁〔2026〕123-1号\n\n林小芬：\n　　裁决如下。\n"}}}
	return AwardBody{Case: v, Draft: d}
}

// sampleDeciding are the pages of those who decide: private notes, the award while it is written, and both when
// somebody else was quicker.
func sampleDeciding() []sample {
	v := sampleAward(true).Case
	changed := &fault.Error{Kind: fault.Conflict, Code: "notes-changed", Says: law.Text{ZH: "另一个窗口存过。", EN: "Another window saved."}}
	body := WorkbookBody{Case: v, Book: sampleBook()}
	clash := staff("workbook-clash", WorkbookPage, body)
	clash.Page.Fault, clash.Page.Kept, clash.Page.Theirs = changed, url.Values{"facts": {"合同见申1-03。"}, "law": {"八十七条"}}, NotesTyped(body.Book.Own)
	twice := staff("award-clash", AwardPage, sampleAward(true))
	twice.Page.Fault = &fault.Error{Kind: fault.Conflict, Code: "draft-changed", Says: law.Text{ZH: "蒋晓红 存过。", EN: "蒋晓红 saved it."}}
	twice.Page.Kept, twice.Page.Theirs = url.Values{"items.0.no": {"1"}, "items.0.reasons": {"计薪 15 日未付。"}}, url.Values{"items.0.reasons": {"计薪 14 日未付。"}}
	stale := staff("step-stale", StepPage, stepOf(workflows.AmendApplication, v))
	stale.Page.Fault = &fault.Error{Kind: fault.Conflict, Code: "version-stale", Says: law.Text{ZH: "您打开以后，林小芬 已经办了“补正材料”。", EN: "After you opened it, 林小芬 took a step."}}
	stale.Page.Kept, stale.Page.Theirs = url.Values{"facts": {"2026年8月20日被书面辞退。"}}, url.Values{"facts": {v.Facts}}
	back := party("step-back", StepPage, stepOf(workflows.FileEvidence, sampleCase(true, workflows.Applicant)))
	back.Page.Restored, back.Page.Kept = true, url.Values{"title": {"工资条"}, "_version": {"3"}}
	again := visitor("sign-in-again", SignInPage, SignIn{Next: "/cases/K7M2Q9XH4T3W/workbook", Typed: "eyJ0aXRsZSI6WyLlt6XotYTmnaEiXX0", Accounts: []DemoAccount{{"zhongcai", "tiaocai-demo", "周立民", "arbitrator"}}})
	again.Page.Fault = &fault.Error{Kind: fault.Unauthorized, Code: "sign-in-needed", Says: law.Text{ZH: "请先登录。", EN: "Please sign in."}}
	return []sample{staff("workbook", WorkbookPage, body), staff("workbook-closed", WorkbookPage, WorkbookBody{Case: v, Book: &casework.Notebook{Ref: v.Ref, Closed: true}}), staff("workbook-print", WorkbookPrint, body), clash,
		staff("award", AwardPage, sampleAward(true)), staff("award-read", AwardPage, sampleAward(false)), twice, stale, back, again}
}
