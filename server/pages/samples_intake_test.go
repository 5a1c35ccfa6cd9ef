package pages

import (
	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// sampleIntake is the page before acceptance, in its richest form.
func sampleIntake() *casework.IntakeView {
	yes := true
	f := workflows.Filing{Venue: workflows.Venue("临海市", "仙居县", "仙居县"), Employ: workflows.DispatchWork,
		Parties: []workflows.FiledParty{{Mark: "申1", Side: workflows.Applicant, Worker: true, OverAge: true, Has: map[workflows.FiledField]bool{workflows.FieldName: true}}, {Mark: "被1", Side: workflows.Respondent}},
		Claims:  []workflows.FiledClaim{{No: "1", Money: true}}}
	l := workflows.CountLimitation(calendar.Published(), workflows.LimitationTerm{Known: on("2025-10-03"), Interruptions: []workflows.Interruption{{Kind: workflows.ClaimedFromOther, On: on("2026-01-05")}}}, on("2026-09-29"))
	says := law.Text{ZH: "仲裁委最迟在 2026-10-09 决定是否受理；逾期没有决定的，申请人可以直接向人民法院起诉。", EN: "The commission decides on acceptance by 2026-10-09 at the latest; if it does not, the applicant may sue in court."}
	return &casework.IntakeView{Ref: "K7M2Q9XH4T3W", State: workflows.Filed, Right: &says, Clock: sampleCase(false).Next.Clock, Checklist: workflows.Checklist(f),
		Duplicates: []casework.DuplicateView{{Ref: "A7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕88号", State: workflows.Hearing.Says().Staff, OpenedOn: on("2026-08-01"), Bars: true, Applicants: "林小芬", Respondents: longName,
			Claims: []casework.ClaimInShort{{Title: law.Text{ZH: "拖欠的工资", EN: "Unpaid wages"}, Money: true, Amount: claims.Yuan(8000), From: on("2026-06-01"), To: on("2026-07-31")}, {Title: law.Text{ZH: "确认劳动关系", EN: "Confirm the relation"}}},
			Why:    []law.Text{{ZH: "同一劳动者（身份证号相同）", EN: "the same worker (same resident ID)"}, {ZH: "2 类请求相同", EN: "2 kinds of claim in common"}}}},
		Venue:      &casework.VenueView{VenueFinding: f.Venue, Performance: "临海市杜桥镇", PerformanceProof: "考勤记录", Employer: "仙居县"},
		Objections: []casework.ObjectionView{{Party: "被1", On: on("2026-10-12"), Competent: "临海市劳动人事争议仲裁委员会"}, {Party: "被1", On: on("2026-10-12"), Competent: "临海市劳动人事争议仲裁委员会", Decided: on("2026-10-15"), Founded: &yes}},
		Receipts:   []casework.ReceiptView{{No: 1, Asked: on("2026-09-29"), MendBy: on("2026-10-09"), Defects: sampleDefects()}},
		Limitation: []casework.LimitationView{{No: 1, Title: law.Text{ZH: "拖欠的工资", EN: "Unpaid wages"}, State: l.State, Due: l.Statutory, Says: workflows.LimitationSays(l), Working: l.Working}},
		Breaks:     []casework.InterruptionView{{Name: law.Text{ZH: "向对方主张权利", EN: "claimed from the other side"}, On: on("2026-01-05"), Evidence: "微信催款记录"}, {Name: law.Text{ZH: "中止", EN: "suspended"}, On: on("2026-02-01"), Until: on("2026-02-09"), Evidence: "住院证明"}},
		Transferred: &casework.TransferView{From: "临海市劳动人事争议仲裁委员会", Ref: "B7M2Q9XH4T3W", Number: "临劳人仲案〔2026〕9号", SentOn: on("2026-09-20"), TakenOn: on("2026-09-29"), Disputed: on("2026-09-21"), Superior: "台州市劳动人事争议仲裁委员会", Events: 12, Head: "9f2c61d07be4a358",
			Record: []casework.PastEvent{{No: 1, Name: law.Text{ZH: "登记仲裁申请", EN: "Register an application"}, On: on("2026-09-01"), Hash: "9f2c"}}}}
}

func sampleDefects() []casework.DefectView {
	var list []casework.DefectView
	for i, f := range []workflows.FiledField{workflows.FieldIDNumber, workflows.FieldFacts, workflows.FieldIdentity} {
		k, _ := workflows.FiledFieldOf(f)
		d := casework.DefectView{ID: int64(i + 1), Field: f, Name: k.Name, Missing: "没有写明。", Long: k.Long, Paper: k.Paper}
		if i == 0 {
			d.Of = "申1"
		}
		list = append(list, d)
	}
	list[1].Value = "2026年7月起没有发工资。"
	return list
}

// sampleMend is the one page on which an applicant mends what a notice marks.
func sampleMend() Step {
	v := sampleCase(true, workflows.Applicant)
	v.State = workflows.Filed
	v.Application.Correcting, v.Application.Defects = true, sampleDefects()
	return stepOf(workflows.CompleteCorrection, v)
}
