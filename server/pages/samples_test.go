package pages

import (
	"net/url"
	"reflect"
	"strings"
	"time"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

func on(s string) calendar.Date { return calendar.Must(s) }

func fen(yuan int64) *claims.Fen { f := claims.Yuan(yuan); return &f }

// sampleFacts are those of a case in deliberation, its clock stopped for five days on the way.
func sampleFacts() workflows.Facts {
	return workflows.Facts{State: workflows.Deliberating, StateSince: on("2026-11-12"), Today: on("2026-11-20"), On: on("2026-11-20"),
		Law: workflows.Rules{Days: calendar.Published()}, Applicants: 1, Respondents: 1, Workers: 1, Claims: 3,
		Accepted: on("2026-10-09"), Application: workflows.ApplicationFacts{FirstReceived: on("2026-09-29")},
		Tribunal: workflows.TribunalFacts{Formed: on("2026-10-15"), Size: 1, Filled: 1, Recorder: true}, MediationAttempted: true,
		Clock: workflows.ClockFacts{Stops: []workflows.Stop{{Kind: workflows.StopInquiry, From: on("2026-10-23"), To: on("2026-10-28")}}},
	}
}

var longName = "仙居县某某医药化工机械设备制造有限公司"

// sampleCase is one case as somebody with these capacities sees it.
func sampleCase(party bool, caps ...workflows.Capacity) *casework.CaseView {
	f := sampleFacts()
	v := &casework.CaseView{
		Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", State: f.State, StateName: f.State.Says().Staff, StaffName: f.State.Says().Staff, Version: 14,
		OpenedOn: on("2026-09-29"), AcceptedOn: f.Accepted, Cause: "A06", CauseName: law.Text{ZH: "违法解除、终止劳动合同赔偿金", EN: "Damages for unlawful dismissal"},
		Town: "福应街道", Facts: "2023年5月10日入职，任质检员。\n2026年8月20日被口头辞退。", Today: f.Today, Options: workflows.Options(f, caps), ClaimTotal: claims.Yuan(62560),
		Capacities: caps, Party: party, Known: claims.National(), EvidenceOpen: true, NotesOpen: party,
	}
	if party {
		v.StateName = f.State.Says().Worker
	}
	for _, k := range workflows.Clocks(f) {
		t := k.Term()
		c := casework.ClockView{Period: k.Period, Name: t.Name, Party: k.Party, For: law.Text{ZH: "仲裁庭", EN: "Tribunal"}, Starts: k.Starts, Due: k.Due, Safe: k.Safe,
			Done: k.Done, Stopped: k.Stopped, Provisional: k.Provisional, Law: t.Law, Lapse: law.Text{ZH: "期满没有办完的，当事人可以直接向法院起诉。", EN: "If it is not done by then, the party may sue in court."}, Working: k.Working,
			Explanation: k.Explanation(), Rule: t.Law.Rule, Natural: k.Natural, Trigger: &casework.ClockStep{No: 3, Name: law.Text{ZH: "受理", EN: "Accept"}}}
		c.Light, c.Left = k.LightOn(f.Today, f.Law.Days)
		v.Clocks = append(v.Clocks, c)
	}
	n := workflows.NextOf(f, workflows.Clocks(f))
	v.Next = casework.NextView{Who: n.Who, WhoName: law.Text{ZH: "仲裁庭", EN: "Tribunal"}, What: n.What, By: n.By, You: !party, Clock: &v.Clocks[len(v.Clocks)-1],
		Advice: law.Text{ZH: "轮到您：写裁决书。", EN: "It is your turn: write the award."}}
	if party {
		v.Next.Advice = law.Text{ZH: "您现在不用做什么。有新的情况会通知您。", EN: "You need not do anything now. You will be told of any news."}
	}
	fillSample(v)
	return v
}

func fillSample(v *casework.CaseView) {
	stage := func(zh, en, is, day, wzh, wen string) casework.Stage {
		s := casework.Stage{Name: law.Text{ZH: zh, EN: en}, Is: is, Word: law.Text{ZH: wzh, EN: wen}}
		if day != "" {
			s.On = on(day)
		}
		return s
	}
	v.Track = []casework.Stage{stage("调解", "Mediation", "done", "2026-09-28", "未达成", "failed"), stage("立案", "Acceptance", "done", "2026-10-09", "已受理", "accepted"),
		stage("庭前", "Preparation", "done", "", "已完成", "done"), stage("开庭", "Hearing", "done", "2026-11-12", "已完成", "done"), stage("裁决", "Award", "now", "", "评议中", "deliberating")}
	v.Except = []casework.ExceptView{{Name: law.Text{ZH: "停钟", EN: "Clock stopped"}, Says: law.Text{ZH: "委托调查，2026-10-23 起停止计算，2026-10-28 起接着计算（当天计入）。", EN: "commissioned inquiry: stopped from 2026-10-23; counts again from 2026-10-28, that day included."}, Law: law.Zhejiang(36, 1)}}
	v.Applicants = []casework.PartyView{{ID: 11, Mark: "申1", Kind: "worker", Name: "林小芬", IDNumber: "3310**********4628", Phone: "138****0123", Address: "浙江省仙居县****", BankAccount: "6228***********4417",
		EServiceOn: on("2026-09-29"), Linked: true, You: v.Party, Reveal: []string{"address", "bank_account", "id_number", "phone"}}}
	v.Respondents = []casework.PartyView{{ID: 12, Mark: "被1", Kind: "employer", Name: longName, CreditCode: "91331024MA2ABCDE4K", LegalRepresentative: "张某，总经理",
		Agents: []casework.AgentView{{ID: 5, Name: "金某", Kind: "lawyer", Special: true}}}}
	v.Claims = []casework.ClaimView{
		{No: 1, Code: "M01", Title: law.Text{ZH: "2026年7月1日至8月20日拖欠的工资", EN: "2026年7月1日至8月20日拖欠的工资"}, Money: true, Amount: claims.Yuan(8760), PeriodFrom: on("2026-07-01"), PeriodTo: on("2026-08-20"), Basis: "月工资 5200 元"},
		{No: 2, Code: "M07", Title: law.Text{ZH: "违法解除或者终止劳动合同赔偿金", EN: "Damages for unlawful dismissal"}, Money: true, Amount: claims.Yuan(53800), Calculation: sampleWorking()},
		{No: 3, Code: "M20", Title: law.Text{ZH: "办理档案和社会保险关系转移手续", EN: "Transfer of files and insurance"}}}
	v.Mediation = &casework.MediationView{Organisation: "福应街道劳动人事争议调解中心", Mediator: "徐美珍", ReceivedOn: on("2026-09-13"), ApplicantConsents: true, RespondentConsents: true, ConcludedOn: on("2026-09-28"), Outcome: "failed"}
	v.Application = &casework.ApplicationView{ReceivedOn: on("2026-09-29"), DecidedOn: on("2026-10-09"), Outcome: "accepted"}
	v.Tribunal = []casework.SeatView{{ID: 1, Seat: "sole", Name: "周立民"}, {ID: 2, Seat: "recorder", Name: "应晓燕"}}
	v.EvidenceDays = casework.EvidenceDays{Applicant: on("2026-10-20"), Respondent: on("2026-10-22")}
	v.Recusals = []casework.RecusalView{{ID: 1, Name: "周立民", Party: "被1", Ground: "interest", Says: law.Text{ZH: "与本案有利害关系", EN: "An interest in the case"}, Reason: "持股", On: on("2026-10-12")},
		{ID: 2, Name: "应晓燕", Ground: "interest", Says: law.Text{ZH: "与本案有利害关系", EN: "An interest in the case"}, On: on("2026-10-12"), Decided: on("2026-10-14"), Granted: true}}
	v.Changes = []casework.ClaimChangeView{{On: on("2026-10-12"), Claims: v.Claims, Reason: "漏算一个月"}, {On: on("2026-10-12"), Decided: on("2026-10-14"), Accepted: true, Waived: true}}
	v.Hearing = &casework.HearingView{No: 1, On: on("2026-11-12"), Starts: "09:00", Place: "第二仲裁庭", OpenedOn: on("2026-11-12"), Applicant: true, Respondent: true, Noticed: true, Held: workflows.ClosedForTrade.Says(), Left: []string{"respondent"}, DefaultOn: on("2026-11-12")}
	v.Appraisals = []casework.AppraisalView{{On: on("2026-11-13"), Agency: "浙江某某司法鉴定中心", Amount: claims.Yuan(3000), AskedBy: "applicant", Bears: workflows.Respondent, Why: law.Text{ZH: "鉴定结论对被申请人不利", EN: "the result goes against the respondent"}, Law: law.Zhejiang(29)}}
	v.Withdrawal = &casework.WithdrawalView{On: on("2026-11-13"), Waits: 1, Answers: []casework.WithdrawalAnswerView{{Party: "被1", On: on("2026-11-14"), Answer: workflows.Objection, Reason: "要求裁决。"}}}
	hash := "9f2c61d07be4a3585c0e1ab7d1f04e6623b8cc5a0d9e7714fe23a86b90c47d1e"
	v.Documents = []casework.DocumentView{{ID: 3, Paper: workflows.HearingNoticePaper, Name: law.Text{ZH: "开庭通知书", EN: "Notice of the hearing"}, On: on("2026-11-02"), Hash: hash,
		To: []casework.ServedView{{ID: 8, Party: "申1", Name: "林小芬", On: on("2026-11-03"), Method: "electronic", Proof: "回执 S-3317"}, {Party: "被1", Name: longName, Services: sampleServices()}}}}
	v.Exhibits = []casework.ExhibitView{{ID: 21, Mark: "申1", Title: "劳动合同（2023年5月签）", Proves: "劳动关系自 2023年5月10日 建立", Claim: 2, FileName: "合同.pdf", MediaType: "application/pdf", Size: 482133, Hash: hash, FiledOn: on("2026-09-29")},
		{ID: 22, Mark: "被1", Title: "考勤表", Proves: "未加班", FileName: "k.xlsx", MediaType: "x", Size: 88, Hash: hash, FiledOn: on("2026-10-28"), Late: "电脑故障"}}
	v.Stops = []casework.StopView{{ID: 4, Name: law.Text{ZH: "委托调查", EN: "commissioned inquiry"}, From: on("2026-10-23"), To: on("2026-10-28"), Law: law.Zhejiang(36, 1)}}
	v.Proposal = &casework.ProposalView{Event: workflows.ExtendAwardPeriod, Name: law.Text{ZH: "延长审理期限", EN: "Extend the award period"}, Maker: "周立民", MadeOn: on("2026-11-19"), Body: `{"days":15,"reason":"案情复杂，需等待 2026-11-25 的回函"}`}
	at := time.Date(2026, 11, 12, 11, 40, 0, 0, time.UTC)
	v.Minutes = []casework.MinutesView{{No: 1, Version: 2, On: on("2026-11-12"), Text: "仲裁员：现在开庭。\n申请人：请求支付工资。", Points: workflows.MinutesPoints()[:6], Omitted: "被申请人没有到庭，没有辩论。",
		Marks:       []casework.MinutesMarkView{{Name: "周立民", On: on("2026-11-12")}, {Party: "申1", On: on("2026-11-12"), Refused: true, Reason: "认为记录不全。"}},
		Corrections: []casework.MinutesCorrectionView{{Party: "申1", On: on("2026-11-12"), Text: "漏记了加班地点。"}, {Party: "被1", On: on("2026-11-13"), Text: "日期有误。", Decided: on("2026-11-14"), Answer: "录音中没有这一句。"}}}}
	v.Records = []casework.RecordView{{No: 1, Kind: "inquiry", On: on("2026-10-20"), By: []string{"周立民", "应晓燕"}, Source: "社会保险中心", Text: "参保至2026年1月。", Comments: []casework.CommentView{{Party: "被1", On: on("2026-10-22"), Text: "真实，与争议无关。"}}},
		{No: 2, Kind: "appraisal", On: on("2026-10-21"), By: []string{"周立民"}, Source: "某司法鉴定所", Text: "签名为本人书写。", OpinionOn: on("2026-10-27")},
		{No: 3, Kind: "appraisal", On: on("2026-10-28"), By: []string{"周立民"}, Source: "某司法鉴定所", Agreed: true}}
	v.Requests = []casework.RequestView{{Kind: "witness", Party: "申1", On: on("2026-10-01"), Text: "班长可以证明加班。"}, {Kind: "defence", Party: "被1", On: on("2026-10-12"), Text: "台风停电。", Ended: on("2026-10-10"), Decided: on("2026-10-14"), Granted: true, Until: on("2026-10-19"), Answer: "属于不可抗力。"}}
	v.Timeline = []casework.EventView{{No: 13, Event: workflows.CloseHearing, Name: law.Text{ZH: "庭审结束", EN: "Close the hearing"}, On: on("2026-11-12"), At: at, Who: "周立民", Capacity: law.Text{ZH: "仲裁庭", EN: "Tribunal"}, Law: law.Text{ZH: "调解仲裁法第四十条", EN: "Art. 40"}, Hash: hash},
		{No: 2, Event: workflows.FileEvidence, Name: law.Text{ZH: "提交证据", EN: "File evidence"}, On: on("2026-09-29"), At: at, Who: "林小芬", Capacity: law.Text{ZH: "申请人", EN: "Applicant"}, Law: law.Text{ZH: "调解仲裁法第三十九条", EN: "Art. 39"}, Detail: map[string]any{"exhibit": "申1", "paper": "receipt", "method": "post"}, Hash: hash}}
	v.Readers = []casework.ReaderView{{Who: "周立民", Subject: "case", Hour: at}, {Who: "应晓燕", Subject: "exhibit 申1", Hour: at}}
	v.Choices = casework.Choices{Organisations: []casework.Choice{{ID: 1, Name: "福应街道劳动人事争议调解中心"}}, Mediators: []casework.Choice{{ID: 9, Name: "徐美珍"}},
		Arbitrators: []casework.Choice{{ID: 2, Name: "周立民"}, {ID: 3, Name: "蒋晓红"}}, Recorders: []casework.Choice{{ID: 4, Name: "应晓燕"}}, Commissions: []casework.Choice{{ID: 2, Name: "临海市劳动人事争议仲裁委员会"}}}
}

// closedCase is the same case after its award.
func closedCase() *casework.CaseView {
	v := sampleCase(true, workflows.Applicant)
	v.State, v.ClosedOn, v.Mode, v.Proposal = workflows.Closed, on("2026-11-27"), workflows.AwardBoth, nil
	name := v.Mode.Name()
	v.ModeName = &name
	yes, no := true, false
	v.Claims[0].Decision, v.Claims[0].Awarded, v.Claims[0].Final, v.Claims[0].Reasons = "partly", fen(8547), &yes, "计薪 14 日未付。"
	v.Claims[1].Decision, v.Claims[1].Awarded, v.Claims[1].Final = "supported", fen(36400), &no
	v.AwardTotal, v.Later, v.Earlier = claims.Yuan(44947), "K7M2P4R8T3WQ", "K7M2P4R8T3WX"
	v.After = &casework.AfterView{Awards: []casework.AwardView{{No: 1, Number: "仙劳人仲裁〔2026〕1号-1", Kind: "award", Final: true, MadeOn: on("2026-11-27"), Amount: claims.Yuan(8547),
		Items: []casework.AwardedView{{Claim: 1, Decision: "partly", Amount: claims.Yuan(8547), Rule: "LDMA-47-1", Unproven: &law.Text{ZH: "第1项写明终局，但裁决日没有登记最低月工资标准，未经核对。", EN: "Item 1 is stated as final, but no minimum wage was on record for the day: not checked."}}}}}}
	return v
}

func staffMe() *casework.Me {
	return &casework.Me{Account: 2, Name: "周立民", Docket: true, MayOpen: true, Figures: true, Prints: true, Posts: []casework.PostView{{Role: "arbitrator", Name: law.Text{ZH: "仲裁员", EN: "Arbitrator"}}}}
}

func partyMe() *casework.Me {
	return &casework.Me{Account: 30, Name: "林小芬", Docket: true, MayOpen: true, Party: true, UnreadCount: casework.UnreadCount{Unread: 3}, Posts: []casework.PostView{{Role: "worker", Name: law.Text{ZH: "劳动者", EN: "Worker"}}}}
}

// stepOf is the body of a step's form page.
func stepOf(e workflows.Event, v *casework.CaseView) Step {
	row := workflows.RowsOf(e)[0]
	t, ok := casework.BodyOf(row)
	if !ok {
		t = reflect.TypeFor[casework.FileEvidence]()
	}
	return Step{Case: v, Event: e, Row: row, Form: FormOf(t, v, e)}
}

// sample is one page to render.
type sample struct {
	File string // how it is called where it is looked at
	Name Name
	Page Page
}

func staff(file string, name Name, body any) sample {
	return sample{file, name, Page{URL: "/work", Me: staffMe(), Key: "k0123456789", Demo: true, Body: body}}
}

func party(file string, name Name, body any) sample {
	return sample{file, name, Page{URL: "/cases/K7M2Q9XH4T3W", Me: partyMe(), Key: "k0123456789", Body: body}}
}

func visitor(file string, name Name, body any) sample {
	return sample{file, name, Page{URL: "/" + string(name), Key: "k0123456789", Demo: true, Body: body}}
}

// samples has every page at least once, in its richest form.
func samples() []sample {
	list := []sample{
		visitor("home", Home, nil), party("home-party", Home, nil),
		visitor("sign-in", SignInPage, SignIn{Next: "/work", Accounts: []DemoAccount{{"zhongcai", "tiaocai-demo", "周立民", "arbitrator"}, {"worker", "tiaocai-demo", "林小芬", "worker"}}}),
		visitor("register", RegisterPage, nil), visitor("first-sign-in", FirstSignIn, nil), staff("account", AccountPage, Account{}), staff("account-factor", AccountPage, Account{Factor: *sampleFactor("on")}), party("account-changed", AccountPage, Account{Changed: true}), sampleFeed(), staff("work", Work, sampleWork()), party("work-empty", Work, WorkBody{Docket: &casework.Docket{List: "own", Lists: []string{"own"}, Today: on("2026-11-20")}}),
		party("new-case", NewCase, NewCaseBody{Organisations: []casework.Choice{{ID: 1, Name: "福应街道劳动人事争议调解中心"}}}),
		staff("case", Case, sampleCase(false, workflows.Tribunal, workflows.Head, workflows.Registry)), staff("case-closed", Case, closedCase()), party("my-case", MyCase, sampleMyCase(false)), party("my-case-few", MyCase, sampleMyCase(true)), party("my-case-closed", MyCase, closedCase()),
		staff("paper", Paper, PaperPage{samplePaper()}), staff("notes", Notes, sampleNotes(true)), staff("notes-read", Notes, sampleNotes(false)), staff("room", RoomPage, sampleRoom(false)), staff("room-write", RoomPage, sampleRoom(true)), staff("agreement", SignPage, sampleSigning(false)), party("agreement-sign", SignPage, sampleSigning(true)), staff("deliberation", Deliberation, sampleDeliberation()), party("step-mend", StepPage, sampleMend()), visitor("status-form", StatusForm, nil), visitor("status", StatusPage, sampleStatus()),
		party("messages", Messages, Box(sampleMessages())), party("messages-empty", Messages, MessagesBody{}), staff("outbox", Outbox, sampleMessages()), party("link", Link, nil), party("linked", Linked, &casework.Linked{Ref: "K7M2Q9XH4T3W", Party: "申1"}),
		staff("revealed", RevealedPage, Revealed{Ref: "K7M2Q9XH4T3W", Revealed: &casework.Revealed{Party: "申1", Field: "phone", Value: "13857650123"}}),
		staff("code", Code, &casework.CodeIssued{Party: "申1", Name: "林小芬", Code: "7F3A-9K2M", ExpiresAt: time.Date(2026, 12, 20, 10, 0, 0, 0, time.UTC), QueryCode: "7F3A9K", Ref: "K7M2Q9XH4T3W"}),
		visitor("api-docs", APIDocsPage, APIDocs{[]APIOperation{{"POST", "/api/v1/cases/{case}/make-award", "作出裁决 Make the award", "make-award"}}}),
		staff("disposals", Disposals, &casework.Disposals{Today: on("2036-11-20"), By: on("2036-12-31"), Law: workflows.KeptLaw, Next: "2036-11-27_7", Rows: []casework.DisposalView{
			{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", ModeName: workflows.AwardBoth.Name(), ClosedOn: on("2026-11-01"), Archived: on("2026-12-01"), KeptUntil: on("2036-11-01"), May: true,
				Main: []casework.VolumePart{{Name: law.Text{ZH: "文书", EN: "Papers"}, N: 12}}, Secret: []casework.VolumePart{{Name: law.Text{ZH: "评议意见", EN: "Opinions"}, N: 3}}},
			{Ref: "K7M2Q9XH4T3X", ModeName: workflows.Mediated.Name(), KeptUntil: on("2036-11-27"), Proposed: true}}}),
		staff("disposals-empty", Disposals, &casework.Disposals{Today: on("2026-11-20"), By: on("2026-11-19"), Law: workflows.KeptLaw}),
		staff("board", BoardPage, &casework.Board{Today: on("2026-11-20"), Open: 50, Overdue: 1, Within3: 3, Within10: 8, MayList: true, Halted: []casework.Halted{{Kind: "appraisal", Name: law.Text{ZH: "鉴定", EN: "Appraisal"}, Law: law.Arbitration(37), N: 2}},
			Load:     []casework.Load{{Account: 7, Name: "周立民", Open: 50, Leads: 41, Overdue: 1, Within10: 8, Red: 2, Amber: 5, Green: 42}, {Account: 8, Name: "蒋晓红"}},
			Urgent:   []casework.DocketRow{{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕109号", Applicants: "林小芬", Respondents: longName, StateName: workflows.Deliberating.Says().Staff, Next: law.Text{ZH: "仲裁庭", EN: "Tribunal"}, Due: on("2026-11-16"), Light: "black", Left: -4}},
			Waiting:  &casework.Approvals{Rows: []casework.Waiting{{Ref: "K7M2Q9XH4T3W", Event: workflows.ExtendAwardPeriod, Name: law.Text{ZH: "延长裁决期限", EN: "Extend the award period"}, Law: law.Arbitration(43), Maker: "周立民", MadeOn: on("2026-11-18"), Light: "red"}}},
			Figures:  []casework.IndicatorView{indicator("I1", "调解成功率", "Mediation success", 65, 327, 499, "green"), indicator("I2", "仲裁结案率（净）", "Arbitration closure, net", 92, 411, 513, "")},
			Repeated: []casework.Repeated{{Name: longName, Workers: 12, Cases: 3}}, Checks: casework.BoardChecks{NoNext: 1, Differences: 2, CheckedAt: "2026-11-20 02:30"}}),
		staff("calendar", CalendarPage, &casework.Calendar{List: "office", Lists: []string{"office", "own"}, Span: "week", Today: on("2026-11-20"), First: on("2026-11-16"), Last: on("2026-11-22"), Before: on("2026-11-09"), After: on("2026-11-23"), N: 2, Days: []casework.CalendarDay{
			{On: on("2026-11-16"), Working: true, Hearings: []casework.CalendarHearing{{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", Starts: "09:00", Place: "第二仲裁庭", Applicants: "林小芬", Respondents: longName, StateName: workflows.Scheduled.Says().Staff},
				{Ref: "A7M2Q9XH4T3W", Starts: "14:30", Place: "第一仲裁庭", Applicants: "潘某琴等 12 人", StateName: workflows.Deliberating.Says().Staff, Held: true}}},
			{On: on("2026-11-17"), Working: true}, {On: on("2026-11-21")}, {On: on("2026-11-22"), Guessed: true}}}),
		staff("calendar-empty", CalendarPage, &casework.Calendar{List: "own", Lists: []string{"own"}, Span: "month", Today: on("2026-11-20"), First: on("2026-12-01"), Last: on("2026-12-31"), Before: on("2026-11-01"), After: on("2027-01-01")}),
		staff("board-empty", BoardPage, &casework.Board{Today: on("2026-11-20")}), staff("approvals-empty", ApprovalPage, &casework.Approvals{Today: on("2026-11-20")}),
		staff("approvals", ApprovalPage, &casework.Approvals{Today: on("2026-11-20"), Rows: []casework.Waiting{
			{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", StateName: workflows.Deliberating.Says().Staff, Applicants: "林小芬", Respondents: longName, Event: workflows.ExtendAwardPeriod, Name: law.Text{ZH: "延长裁决期限", EN: "Extend the award period"}, Law: law.Arbitration(43), Maker: "周立民", MadeOn: on("2026-11-18"), Due: on("2026-11-23"), Light: "red", Left: 3},
			{Ref: "A7M2Q9XH4T3W", StateName: workflows.Accepted.Says().Staff, Applicants: "潘某琴", Event: workflows.MakeAward, Name: law.Text{ZH: "作出裁决", EN: "Make the award"}, Law: law.Arbitration(46), Maker: "王海波", MadeOn: on("2026-11-19"), Own: true, Light: "grey"}}}),
		sampleOperations(), sampleClocks(), party("clocks-empty", Clocks, ClocksBody{List: &casework.OpenClocks{List: "own", Lists: []string{"own"}, Today: on("2026-11-20")}}),
		visitor("notices", Notices, []casework.NoticeView{{Commission: "仙居县劳动人事争议仲裁委员会", Number: "仙劳人仲案〔2026〕123号", Recipient: longName, Paper: law.Text{ZH: "应诉通知书", EN: "Notice to respond"},
			IssuedOn: on("2026-11-02"), DeemsOn: on("2026-12-02"), Address: "仙居县福应街道", Phone: "0576-87770000"}}),
		sampleSettings(), sampleNewSetting(), sampleNewNotice(),
		visitor("problem", Problem, nil), sampleFigures(), sampleFigureCases(),
	}
	list[len(list)-3].Page.Fault, list[len(list)-3].Page.Reference = fault.Missing(), "7F3A-1042"
	for _, as := range []casework.Showing{casework.AsPages, casework.AsPicture, casework.AsSound, casework.AsFilm, casework.AsText, casework.AsFile} {
		x := &casework.ExhibitPage{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", Exhibit: sampleCase(false, workflows.Tribunal).Exhibits[0], Showing: as, Pages: []string{"申1-01", "申1-02"}, Printed: as == casework.AsPages, After: &casework.Neighbour{ID: 8, Mark: "申2"}}
		list = append(list, staff("exhibit-"+string(as), ExhibitPage, x))
	}
	list = append(list, sampleRegistry()...)
	for name, path := range CaseTabs() {
		if path != "" {
			list = append(list, staff(string(name), name, sampleCase(false, workflows.Tribunal, workflows.Head, workflows.Registry)), staff(string(name)+"-closed", name, closedCase()))
		}
	}
	list = append(list, offerSamples()...)
	list = append(list, sampleAssign()...)
	for _, more := range [][]sample{sampleDeciding(), sampleSteps(), sampleHearings(), sampleCarry(), samplePeople(), sampleBundles(), sampleCalculators(), sampleApply()} {
		list = append(list, more...)
	}
	return list
}

// sampleClocks is the list of open clocks in its richest form.
func sampleClocks() sample {
	list := &casework.OpenClocks{List: "office", Lists: []string{"office", "own"}, Today: on("2026-11-20"), Next: "2026-12-01_1_2_award_",
		Rules: []casework.ClockRule{{Rule: "LDMA-43-1", Name: law.Text{ZH: "裁决期限", EN: "Award"}}}}
	for _, k := range sampleCase(false, workflows.Tribunal).Clocks {
		list.Rows = append(list.Rows, casework.OpenClockView{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", ClockView: k})
	}
	return staff("clocks", Clocks, ClocksBody{List: list, Query: casework.ClocksQuery{Rule: "LDMA-43-1", Before: on("2026-12-31")}})
}

func sampleSteps() []sample {
	v := sampleCase(false, workflows.Tribunal, workflows.Head, workflows.Registry)
	list := []sample{staff("step-award", StepPage, stepOf(workflows.MakeAward.Proposal(), v)), staff("step-serve", StepPage, stepOf(workflows.ServeDocument, v)), staff("step-approve", StepPage, stepOf(workflows.ExtendAwardPeriod, v)),
		staff("step-correct", StepPage, stepOf(workflows.CorrectEntry.Proposal(), v)), staff("step-tribunal", StepPage, stepOf(workflows.FormTribunal, v)), staff("step-hearing", StepPage, stepOf(workflows.OpenHearing, v)),
		staff("step-amend", StepPage, stepOf(workflows.AmendApplication, v)), staff("step-accept", StepPage, stepOf(workflows.Accept, v)), party("step-evidence", StepPage, stepOf(workflows.FileEvidence, sampleCase(true, workflows.Applicant)))}
	bad := staff("step-bad", StepPage, stepOf(workflows.MakeAward.Proposal(), v))
	bad.Page.Kept = url.Values{"items.1.amount": {"三万"}, "items.1.decision": {"partly"}, "items.1.reasons": {"计算年限 3.5 年。"}, "on.year": {"2026"}}
	bad.Page.Fault = &fault.Error{Kind: fault.Invalid, Code: "invalid", Says: law.Text{ZH: "有 3 处要改。", EN: "3 places"}, Fields: []fault.Field{
		{Place: "items.1.amount", Says: law.Text{ZH: "金额应当是数字。", EN: "The amount must be a number."}}, {Place: "items.0.final", Says: law.Text{ZH: "这一项必须填写。", EN: "This is needed."}}, {Place: "on", Says: law.Text{ZH: "日期不完整。", EN: "The date is not complete."}}, {Place: "nowhere", Says: law.Text{ZH: "没有这一项。", EN: "There is no such field."}}}}
	refused := staff("step-refused", StepPage, stepOf(workflows.OpenHearing, v))
	refused.Page.Fault = &fault.Error{Kind: fault.Refused, Code: "x", Says: law.Text{ZH: "应当在开庭五日前书面通知双方当事人。", EN: "Notice five days ahead."}, Law: law.Arbitration(35), Opens: on("2026-12-01")}
	return append(list, bad, refused)
}

func sampleWork() WorkBody {
	row := func(ref, number string, light workflows.Light, left int, due string) casework.DocketRow {
		r := casework.DocketRow{Ref: ref, Number: number, State: workflows.Deliberating, StateName: workflows.Deliberating.Says().Staff, Applicants: "潘某琴等 12 人", Respondents: longName,
			Cause: law.Text{ZH: "追索劳动报酬", EN: "Labor pay"}, Amount: claims.Yuan(386420), Next: law.Text{ZH: "仲裁庭", EN: "Tribunal"}, Light: light, Left: left, OpenedOn: on("2026-10-01")}
		if r.Preparing = left > 0; left == 5 {
			r.Lacks = workflows.Readiness{Served: true}.Lacks(on("2026-11-20"))
		}
		if due != "" {
			r.Due, r.HearingOn = on(due), on("2026-11-10")
		}
		return r
	}
	return WorkBody{Query: casework.DocketQuery{List: "office", Search: "潘"}, Docket: &casework.Docket{List: "office", Lists: []string{"office", "own"}, Today: on("2026-11-20"), Total: 61,
		Services: []casework.ServiceTask{{Service: 4, Document: 3, Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕109号", Paper: law.Text{ZH: "应诉通知书", EN: "Notice to respond"}, Party: "被1", Name: longName, Since: on("2026-11-12"),
			Says: law.Text{ZH: "邮寄送达：无法送达", EN: "by post: undeliverable"}, Method: workflows.ByHand, Proposal: law.Text{ZH: "改用直接送达", EN: "go on by hand"}, Event: workflows.SendDocument}},
		Next: "abc", MayOpen: true,
		Lights: []casework.LightCount{{Light: "black", N: 1}, {Light: "red", N: 2}, {Light: "amber", N: 5}, {Light: "green", N: 40}, {Light: "grey", N: 2}},
		Rows: []casework.DocketRow{row("K7M2Q9XH4T3W", "仙劳人仲案〔2026〕109号", "black", -4, "2026-11-16"), row("A7M2Q9XH4T3W", "仙劳人仲案〔2026〕121号", "red", 3, "2026-11-23"),
			row("B7M2Q9XH4T3W", "", "amber", 5, "2026-11-25"), row("C7M2Q9XH4T3W", "仙劳人仲案〔2026〕126号", "green", 30, "2026-12-20"), row("D7M2Q9XH4T3W", "", "grey", 0, "")}}}
}

func sampleServices() []casework.ServiceView {
	return []casework.ServiceView{
		{ID: 9, Method: workflows.ByPost, MethodName: law.Text{ZH: "邮寄送达", EN: "by post"}, State: workflows.ServiceUndeliverable, StateName: workflows.ServiceUndeliverable.Name(), SentOn: on("2026-11-03"), EndedOn: on("2026-11-09"), Proof: "EMS 1234567890", Reason: "无人签收，退回", File: 7},
		{ID: 10, Method: workflows.LeftAtDoor, MethodName: law.Text{ZH: "留置或张贴于住所", EN: "left or put up at the residence"}, State: workflows.ServiceDelivered, StateName: workflows.ServiceDelivered.Name(), Delivered: on("2026-11-10"), DeemsOn: on("2026-11-13")},
		{ID: 11, Method: workflows.ByNotice, MethodName: law.Text{ZH: "公告送达", EN: "by public notice"}, State: workflows.ServiceQueued, StateName: workflows.ServiceQueued.Name()}}
}

func samplePaper() *casework.Paper {
	return &casework.Paper{ID: 3, Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", Name: law.Text{ZH: "开庭通知书", EN: "Notice of the hearing"}, On: on("2026-11-02"),
		Text: "仙居县劳动人事争议仲裁委员会\n开庭通知书\n仙劳人仲案〔2026〕123号\n\n林小芬：\n　　本委受理的你与" + longName + "劳动争议一案，定于2026年11月12日9时00分在第二仲裁庭开庭审理。\n", Hash: "9f2c61d07be4a3585c0e1ab7d1f04e6623b8cc5a0d9e7714fe23a86b90c47d1e", QueryCode: "7F3A9K",
		To: []casework.ServedView{{Party: "申1", Name: "林小芬", On: on("2026-11-03"), Method: "direct", Proof: "S-1"}, {Party: "被1", Name: longName}}}
}

func sampleRoom(writes bool) *casework.Room {
	r := &casework.Room{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", Hearing: &casework.HearingView{No: 1, On: on("2026-11-20"), Starts: "09:00", Place: "第二仲裁庭", OpenedOn: on("2026-11-20"), Applicant: true, Left: []string{"respondent"}, Held: law.Text{ZH: "公开开庭", EN: "public"}},
		Seats: []casework.SeatView{{ID: 1, Seat: "sole", Name: "周立民"}, {ID: 2, Seat: "recorder", Name: "应晓燕"}}, Text: "仲裁员：现在核对双方身份。\n申请人：林小芬。", Draft: 3, SavedAt: time.Date(2026, 11, 20, 9, 12, 0, 0, time.UTC), Open: true, Writes: writes}
	for i, p := range workflows.MinutesPoints() {
		r.Points = append(r.Points, casework.RoomPoint{Point: p, Done: i < 2})
	}
	return r
}

func sampleSigning(code bool) *casework.Signing {
	v := &casework.AgreementView{DraftedOn: on("2026-09-20"), Amount: 900000, Terms: "三月底付清。", PerformBy: on("2026-10-31"), Instalments: []casework.InstalmentView{{No: 1, Due: on("2026-10-31"), Amount: 900000}}}
	s := &casework.Signing{Ref: "K7M2Q9XH4T3W", Document: 7, Text: "调解协议书\n\n双方同意：三月底付清。", Hash: strings.Repeat("7f3a9c2e", 8), Agreement: v, May: true, ByCode: code,
		Names: []casework.Marking{{MarkView: casework.MarkView{Mark: "申1", On: on("2026-09-21"), ByCode: true}, Name: "林小芬"}, {MarkView: casework.MarkView{Mark: "被1", On: on("2026-09-22"), Paper: "调解卷第3页"}, Name: "仙居某某医药化工机械有限公司"},
			{MarkView: casework.MarkView{Mark: "mediator"}}, {MarkView: casework.MarkView{Mark: "organisation"}}}}
	if code {
		s.For, s.SentTill = []string{"申1", "申2"}, time.Date(2026, 9, 22, 10, 10, 0, 0, time.UTC)
		s.Shut = &law.Text{ZH: "双方没有都同意调解。", EN: "Both have not agreed to mediate."}
	}
	return s
}

func sampleNotes(open bool) NotesBody {
	n := &casework.Notes{Apart: fen(2500), Ref: "K7M2Q9XH4T3W", Notes: []casework.NoteView{{On: on("2026-09-20"), Author: "徐美珍", Outcome: "closer", Attended: "双方", Notes: "单位提到 17,500。\n劳动者降到 20,000。", ApplicantOffer: fen(20000), RespondentOffer: fen(17500), RespondentTerms: "分两期付。", NextStep: "another-session", NextOn: on("2026-09-25")}, {On: on("2026-09-14"), Author: "徐美珍", Outcome: "continued", Attended: "劳动者", Notes: "通话。", ApplicantOffer: fen(26000)}}}
	b := NotesBody{Notes: n, Case: sampleCase(false, workflows.Mediator), Log: open}
	if open {
		b.Form = FormOf(reflect.TypeFor[casework.HoldSession](), b.Case, workflows.HoldSession)
	}
	return b
}

func sampleDeliberation() *casework.Deliberation {
	return &casework.Deliberation{Ref: "K7M2Q9XH4T3W", Votes: []casework.VoteView{{On: on("2026-11-26"), Who: "周立民", Stance: "presiding-view", View: "证据不足。", Counts: true}, {On: on("2026-11-26"), Who: "吴一", Stance: "other-view", View: "工资条可以采信。"}}}
}

func sampleStatus() *casework.Status {
	v := sampleCase(true)
	return &casework.Status{Ref: v.Ref, Number: v.Number, Stage: v.StateName, Means: v.StateName, Says: v.Next.What, Expected: sampleExpected(false), Track: v.Track, Except: v.Except, Next: v.Next.WhoName, What: v.Next.What, By: v.Next.By, Clock: v.Next.Clock, HearingOn: on("2026-11-25"), HearingAt: "09:00", Place: "第二仲裁庭", Today: v.Today,
		Queue: sampleQueue(), Calendar: "http://127.0.0.1:8080/feeds/case/K7M2Q9XH4T3W-0123456789abcdef.ics"}
}

func sampleMessages() []casework.MessageView {
	return []casework.MessageView{{Ref: "K7M2Q9XH4T3W", Name: "hearing", To: "林小芬", Channel: "sms", State: "sent", Body: "您的案件将于2026年11月25日开庭。", At: "2026-11-18 10:00", ID: 7, Number: "仙劳人仲案〔2026〕123号", Unread: true}, {Ref: "K7M2Q9XH4T3W", Name: "received", To: "林小芬", Channel: "box", State: "queued", Body: "已收到您的申请。", At: "2026-09-29 10:00"}}
}
