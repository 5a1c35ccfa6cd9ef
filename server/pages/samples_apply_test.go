package pages

import (
	"time"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// sampleDraft is an application with every answer.
func sampleDraft() *casework.DraftView {
	at := time.Date(2026, 11, 20, 10, 42, 0, 0, time.UTC)
	c, _ := claims.CalculatorNamed("severance")
	sum, err := c.Reckon(c.Example, claims.National(), calendar.Published())
	if err != nil {
		panic(err)
	}
	a := casework.Answers{Who: &casework.AnswerWho{Name: "林小芬"}, Reach: &casework.AnswerReach{Phone: "13857612345", Address: "仙居县福应街道"},
		Employer: &casework.AnswerEmployer{Name: longName}, Started: &casework.AnswerStarted{On: on("2023-05-10")}, Ended: &casework.AnswerEnded{On: on("2026-08-20")},
		Job: &casework.AnswerJob{Post: "质检员", Wage: 520000, Place: "仙居县经济开发区"}, Wanted: &casework.AnswerWanted{Kinds: []string{"M01", "M05"}},
		Sums: map[string]*casework.AnswerSum{"M01": {Amount: 1860000}, "M05": {Amount: sum.Amount}}, Given: map[string]claims.Given{"M05": c.Example},
		Known: &casework.AnswerKnown{On: on("2026-08-20")}, Facts: &casework.AnswerFacts{Facts: "拖欠工资"}, Looked: true}
	l := workflows.CountLimitation(calendar.Published(), workflows.LimitationTerm{Known: on("2026-08-20")}, on("2026-11-20"))
	return &casework.DraftView{Questions: casework.QuestionsOf(&a), Next: "check", Answers: a, SavedAt: at, ExpiresAt: at.AddDate(0, 0, 30), MostPhotos: 30, MostMB: 20, Today: on("2026-11-20"),
		Known: []casework.KnownView{{Step: "employer", Label: law.Text{ZH: "单位", EN: "Employer"}, Value: law.Text{ZH: longName, EN: longName}}, {Step: "started", Label: law.Text{ZH: "入职", EN: "First day"}, Value: law.Text{ZH: "2023-05-10", EN: "2023-05-10"}}},
		Exhibits: []casework.DraftExhibits{{DraftItem: casework.DraftItem{No: 1, Title: "工资条", Proves: "拖欠工资"}, Photos: []casework.DraftPhoto{
			{ID: 7, FileName: "IMG_0142.HEIC", MediaType: "image/heic", Size: 2 << 20, Hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", AddedAt: at}}}, {DraftItem: casework.DraftItem{No: 3, Title: "合同", Proves: "劳动关系"}}},
		Workings:   []casework.DraftWorking{{Code: "M05", Sum: sum}},
		Limitation: []casework.LimitationView{{No: 1, Title: law.Text{ZH: "拖欠工资", EN: "Unpaid wages"}, State: l.State, Due: l.Statutory, Says: workflows.LimitationSays(l), Working: l.Working}},
		Lacking:    []law.Text{{ZH: "身份证号没有填。", EN: "Your ID number is missing."}}, Text: "劳动人事争议仲裁申请书\n\n申请人：林小芬。\n", Hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}
}

func sampleApply() []sample {
	v := sampleDraft()
	sent := *v
	sent.Sent, sent.Ref = true, "K7M2Q9XH4T3W"
	list := []sample{visitor("apply", Apply, ApplyBody{}), visitor("apply-under-way", Apply, ApplyBody{Draft: v}), visitor("apply-sent", Apply, ApplyBody{Draft: &sent}), visitor("apply-lost", Apply, ApplyBody{Typed: []string{"老板让我不用来了。"}}), party("apply-mine", Apply, ApplyBody{Mine: true, Left: true}),
		visitor("apply-code", ApplyCode, &casework.DraftBegun{Code: "ABCD-EFGH-JKMN-PQRS", ExpiresAt: v.ExpiresAt}),
		visitor("apply-check", ApplyCheck, NewApplyCheck(v, false)), party("apply-check-signed-in", ApplyCheck, NewApplyCheck(v, true)),
		visitor("apply-receipt", ApplyReceipt, &casework.DraftReceipt{Ref: "K7M2Q9XH4T3W", QueryCode: "7F3A9K2M", At: v.SavedAt, Hash: v.Hash, Record: v.Hash,
			Papers:   []casework.DonePaper{{ID: 1, Paper: workflows.Receipt, Name: law.Text{ZH: "收件回执", EN: "Receipt"}}},
			Exhibits: []casework.ReceiptPiece{{Mark: "申1", Title: "工资条", Hash: v.Hash, Photos: []string{v.Hash, v.Hash}}, {Title: "合同", Failed: &law.Text{ZH: "照片找不到了。", EN: "The photos are gone."}}}}),
		party("photos", Photos, PhotosBody{Case: sampleCase(true, workflows.Applicant), MostPhotos: 30, MostMB: 20}),
		staff("application", Application, &casework.SentView{Ref: "K7M2Q9XH4T3W", Text: v.Text, Hash: v.Hash, SentAt: v.SavedAt}),
		visitor("problems", Problems, WorkProblems()),
	}
	for _, q := range v.Questions {
		name := map[string]Name{"wanted": ApplyWanted, "evidence": ApplyEvidence}[q.Step]
		if name == "" {
			name = ApplyQuestion
		}
		b, kept, _ := NewApplyStep(v, q.Step, nil)
		s := visitor("apply-"+q.Step, name, b)
		s.Page.Kept = kept
		list = append(list, s)
	}
	for _, p := range WorkProblems() {
		list = append(list, visitor("problem-"+p.Name, ProblemHelp, ProblemBody{p, &casework.Mediators{Town: "福应街道", Towns: []string{"福应街道", "横溪镇"},
			List: []casework.OrganisationView{{Name: "福应街道劳动人事争议调解中心", Town: "福应街道", Near: true}, {Name: "仙居县总工会", Town: ""}}}}))
	}
	c, _ := claims.CalculatorNamed("severance")
	tool := visitor("apply-work-out", ApplyWorkOut, CalculatorBody{Calculator: c, Known: claims.National(), Today: on("2026-11-20")})
	tool.Page.Kept = KeptCalculator(c, v.Answers.Prefill(c))
	b, _, _ := NewApplyStep(v, "ended", nil)
	bad := visitor("apply-bad", ApplyQuestion, b)
	bad.Page.Kept = map[string][]string{"day.year": {"2022"}, "day.month": {"8"}, "day.day": {"20"}}
	bad.Page.Fault = fault.Bad("day", law.Text{ZH: "最后上班那天不能早于入职那天（2023-05-10）。", EN: "The last day cannot be before the first (2023-05-10)."})
	return append(list, tool, bad)
}
