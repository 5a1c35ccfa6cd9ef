package pages

import (
	"net/url"
	"time"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

var none calendar.Date

// sampleRegistry are the pages of the counter and the registry.
func sampleRegistry() []sample {
	look := law.Text{ZH: "没有写明。", EN: "Not given."}
	v := sampleIntake()
	v.Came = &law.Text{ZH: "窗口", EN: "at the counter"}
	v.Paper = []casework.PaperPart{{Of: "申1", Name: law.Text{ZH: "申请人", EN: "Applicant"}, Lines: []casework.PaperLine{{Field: workflows.FieldName, Name: law.Text{ZH: "姓名", EN: "name"}, Value: "林小芬"}, {Field: workflows.FieldPhone, Name: law.Text{ZH: "电话", EN: "phone"}, Look: &look}}},
		{Of: "1", Name: law.Text{ZH: "拖欠的工资", EN: "Unpaid wages"}, Lines: []casework.PaperLine{{Field: workflows.FieldAmount, Name: law.Text{ZH: "金额", EN: "amount"}, Value: "24800.00 元", Look: &look}}}}
	plain := *v
	plain.Checklist, plain.Duplicates, plain.Paper = nil, nil, nil
	return append(sampleCounter(),
		staff("intake", Intake, NewIntake(v, sampleFiled(workflows.Registry))), staff("intake-head", Intake, NewIntake(v, sampleFiled(workflows.Head))),
		party("intake-party", Intake, NewIntake(&plain, sampleFiled(workflows.Applicant))),
		staff("queue", QueuePage, sampleIntakeQueue()), staff("queue-empty", QueuePage, QueueBody{Queue: &casework.Queue{Waits: "decision", Today: on("2026-11-20")}}),
		staff("queue-nothing", QueuePage, QueueBody{Queue: &casework.Queue{Waits: "correction", Today: on("2026-11-20")}, Query: casework.QueueQuery{Waits: "correction", Search: "林"}}),
		staff("receipt", ReceiptPage, sampleSlip()), staff("label", LabelPage, sampleLabel(on("2026-10-09").String(), 4)), staff("label-before", LabelPage, sampleLabel("", 1)))
}

// sampleFiled is a case before acceptance.
func sampleFiled(caps ...workflows.Capacity) *casework.CaseView {
	f := sampleFacts()
	f.State, f.Accepted, f.Tribunal = workflows.Filed, none, workflows.TribunalFacts{}
	v := sampleCase(caps[0] == workflows.Applicant, caps...)
	v.State, v.StateName, v.StaffName, v.Options = workflows.Filed, workflows.Filed.Says().Staff, workflows.Filed.Says().Staff, workflows.Options(f, caps)
	if caps[0] == workflows.Registry {
		v.Lacking = workflows.Lacking(sampleIntake().Checklist)
	}
	return v
}

// sampleCounter is the form at the counter: blank, with what is known beside it, and with something wrong.
func sampleCounter() []sample {
	orgs := []casework.Choice{{ID: 1, Name: "福应街道劳动人事争议调解中心"}}
	blank := NewCaseBody{Organisations: orgs, Desk: true, Rows: WalkInRows(nil), Focus: "applicants.0.name"}
	found := blank
	found.Rows = map[string]int{"applicants": 2, "respondents": 1, "claims": 3}
	found.Focus = "_take"
	found.Found = &casework.LookFound{Cases: sampleIntake().Duplicates,
		Numbers:   []casework.NumberRead{{Place: "applicants.0.id_number", OK: true, Says: law.Text{ZH: "女，1990-03-07 出生", EN: "female, born 1990-03-07"}}, {Place: "respondents.0.credit_code", Says: law.Text{ZH: "统一社会信用代码的校验位不符。", EN: "It does not add up."}}},
		Employers: []casework.EmployerSeen{{ID: 7, Name: longName, FormerName: "仙居某某机械厂", CreditCode: "91331024MA2EXAMPLE", Representative: "张某，经理", Cases: 3, Last: on("2026-08-01"), By: "former-name"}}}
	none := blank
	none.Found = &casework.LookFound{}
	seen := staff("counter-found", NewCase, found)
	seen.Page.Kept = url.Values{"applicants.0.name": {"林小芬"}, "applicants.0.id_number": {"110101199003070310"}, "applicants.0.kind": {"worker"}, "applicants.1.kind": {"employer"}, "respondents.0.name": {"某某医药"}, "claims.0.code": {"M01"}}
	wrong := staff("counter-wrong", NewCase, blank)
	wrong.Page.Fault = &fault.Error{Kind: fault.Invalid, Code: "invalid", Says: law.Text{ZH: "有 2 处要改。", EN: "2 places"}, Fields: []fault.Field{{Place: "applicants.0.phone", Says: law.Text{ZH: "号码不对。", EN: "Wrong number."}}, {Place: "claims.1.basis", Says: law.Text{ZH: "太长。", EN: "Too long."}}, {Place: "claims", Says: law.Text{ZH: "请写请求。", EN: "Please give the claims."}}}}
	done := casework.Done{Ref: "K7M2Q9XH4T3W", State: workflows.Filed, StateName: workflows.Filed.Says().Staff, On: on("2026-09-29"), QueryCode: "7F3A9K", Papers: []casework.DonePaper{{ID: 1, Paper: workflows.Receipt, Name: law.Text{ZH: "收件回执", EN: "Receipt"}}}}
	return []sample{staff("counter", NewCase, blank), seen, wrong, staff("counter-none", NewCase, none),
		party("opened", Opened, OpenedBody{Done: &done, Slip: sampleSlip()}), staff("opened-counter", Opened, OpenedBody{Done: &done, Slip: sampleSlip(), Desk: true})}
}

func sampleIntakeQueue() QueueBody {
	row := func(light workflows.Light, left int, due string) casework.QueueRow {
		r := casework.QueueRow{DocketRow: casework.DocketRow{Ref: "K7M2Q9XH4T3W", Applicants: "潘某琴等 12 人", Respondents: longName, Cause: law.Text{ZH: "追索劳动报酬", EN: "Labor pay"}, Amount: claims.Yuan(24800), Light: light, Left: left, OpenedOn: on("2026-11-16")},
			WorkingDays: true, Claims: 2, Came: "counter", CameName: law.Text{ZH: "窗口", EN: "at the counter"}, ReceivedOn: on("2026-11-16"), Act: workflows.Accept, ActName: law.Text{ZH: "审查，决定是否受理", EN: "look it over and decide"}}
		if due != "" {
			r.Due = on(due)
		}
		return r
	}
	rows := []casework.QueueRow{row("black", -2, "2026-11-18"), row("red", 1, "2026-11-23"), row("green", 5, "2026-11-27"), row("grey", 0, "")}
	rows[0].Missing, rows[0].Duplicates, rows[0].Oral = 3, 21, true
	rows[1].Asked, rows[1].Mended, rows[1].Marks, rows[1].Doubts, rows[1].Duplicates = on("2026-11-10"), on("2026-11-16"), 2, 1, 1
	rows[1].Hits = []casework.SearchHit{{By: "spelling", Party: "申1", Name: "林小芬"}}
	rows[3].Asked, rows[3].MendBy, rows[3].Marks, rows[3].Act, rows[3].ReceivedOn = on("2026-11-19"), on("2026-11-26"), 2, "", none
	return QueueBody{Queue: &casework.Queue{Waits: "decision", Today: on("2026-11-20"), Rows: rows, Total: 61, Next: "true_2026-11-27_9",
		Lights: []casework.LightCount{{Light: "black", N: 1}, {Light: "red", N: 1}, {Light: "green", N: 1}, {Light: "grey", N: 1}}}, Query: casework.QueueQuery{Light: "red", Search: "lxf"}}
}

func sampleSlip() *casework.ReceiptSlip {
	at := time.Date(2026, 9, 29, 10, 5, 0, 0, time.UTC)
	const hash = "9f2c61d07be4a3585c0e1ab7d1f04e6623b8cc5a0d9e7714fe23a86b90c47d1e"
	n := sampleCase(true).Next
	return &casework.ReceiptSlip{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", Commission: "仙居县劳动人事争议仲裁委员会", Applicants: "林小芬", Respondents: longName, Claims: 2, OpenedAt: at, ReceivedOn: on("2026-09-29"), Record: hash,
		Text: &casework.SlipPiece{Title: "仲裁申请书", At: at, Hash: hash}, Pieces: []casework.SlipPiece{{Mark: "申1", Title: "工资条", At: at, Hash: hash}}, Next: n, Status: "http://127.0.0.1:8080/status?number=K7M2Q9XH4T3W", Printed: at}
}

func sampleLabel(accepted string, copies int) LabelBody {
	l := &casework.FileLabel{Ref: "K7M2Q9XH4T3W", Commission: "仙居县劳动人事争议仲裁委员会", Applicants: "林小芬", Respondents: longName, Cause: law.Text{ZH: "追索劳动报酬", EN: "Labor pay"}, ReceivedOn: on("2026-09-29"), Link: "http://127.0.0.1:8080/cases/K7M2Q9XH4T3W"}
	if accepted != "" {
		l.Number, l.AcceptedOn = "仙劳人仲案〔2026〕123号", on(accepted)
	}
	return LabelBody{l, copies}
}
