package e2e

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

const (
	lin    = "110101199003070310" // 林小芬
	formed = "application/x-www-form-urlencoded"
)

// thin is an application that lacks much of what the law wants.
func thin(k *testkit.Kit, by *testkit.Client) string {
	k.T.Helper()
	var d casework.Done
	by.Want(200, by.Do("POST", "/api/v1/cases", j{"ask": "arbitration", "facts": "没有发工资。",
		"applicants":  []j{{"kind": "worker", "name": "林小芬", "address": "浙江省仙居县福应街道1号"}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某有限公司", "address": "仙居县经济开发区2号", "legal_representative": "张某，经理"}},
		"claims":      []j{{"code": "M01"}}}), &d)
	return d.Ref
}

func intakeOf(c *testkit.Client, ref string) *casework.IntakeView {
	c.Kit.T.Helper()
	v := &casework.IntakeView{}
	c.Get("/api/v1/cases/"+ref+"/intake", v)
	return v
}

// browser is somebody at the pages, signed in by the form.
func browser(k *testkit.Kit, login string) *testkit.Client {
	k.T.Helper()
	b := k.Nobody()
	if a := b.Do("POST", "/sign-in", url.Values{"login": {login}, "password": {"tiaocai-demo"}}.Encode(), "Content-Type", formed); a.Status != 303 {
		k.T.Fatalf("sign in = %d", a.Status)
	}
	return b
}

// The registry's notice names all that is missing at once; the applicant mends exactly these fields on
// one page, and the time to decide runs anew from that day.
func TestTheApplicantMendsOnOnePage(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	ref := thin(k, s.worker)
	var lacking []string
	for _, l := range s.intake.See(ref).Lacking {
		lacking = append(lacking, strings.TrimSpace(l.Of+" "+string(l.Field)))
	}
	if got := strings.Join(lacking, ", "); got != "申1 id_number, 申1 phone, 1 amount, facts" && got != "申1 id_number, 申1 phone, 1 amount, evidence" {
		t.Fatalf("the checklist lacks %s", got)
	}
	s.Clock.Set("2026-03-04")
	asking := string(browser(k, "lian").Do("GET", "/cases/"+ref+"/steps/ask-correction", nil).Body)
	if !strings.Contains(asking, `<option value="id_number" selected>`) || !strings.Contains(asking, `name="defects.0.of" value="申1"`) {
		t.Error("the form does not begin with what the checklist found")
	}
	marks := []j{{"field": "id_number", "of": "申1"}, {"field": "phone", "of": "申1"}, {"field": "amount", "of": "1"}}
	s.intake.Refused(ref, "ask-correction", j{"defects": marks}, "defects-left-out")
	if a := s.intake.Try(ref, "ask-correction", j{"defects": []j{{"field": "phone", "of": "申9"}}}); a.Status != 422 || !strings.Contains(string(a.Body), "defects.0.of") {
		t.Errorf("a mark that leads nowhere = %d %s", a.Status, a.Body)
	}
	marks = append(marks, j{"field": "evidence", "missing": "请交工资条。"})
	s.intake.Step(ref, "ask-correction", j{"defects": marks, "mend_by": "2026-03-12"})
	s.intake.Refused(ref, "propose-refuse-acceptance", j{"ground": "not-corrected", "reason": "没有补正"}, "not-asked-to-correct") // there is still time

	b := browser(k, "worker")
	page := string(b.Do("GET", "/cases/"+ref+"/steps/complete-correction", nil).Body)
	fields := regexp.MustCompile(`name="(mends\.\d+\.value)"`).FindAllStringSubmatch(page, -1)
	if len(fields) != 4 || !strings.Contains(page, "请交工资条。") || strings.Contains(page, "claims.0") {
		t.Fatalf("the page has %d fields to mend:\n%s", len(fields), page)
	}
	form := url.Values{"_key": {testkit.NewKey()}}
	for _, m := range regexp.MustCompile(`name="(mends\.\d+\.defect)" value="(\d+)"`).FindAllStringSubmatch(page, -1) {
		form.Set(m[1], m[2])
	}
	for i, v := range []string{"110101199003070311", "13857612345", "18600.00", "已在证据里提交，编号申1"} {
		form.Set("mends."+string(rune('0'+i))+".value", v)
	}
	s.Clock.Set("2026-03-09")
	to := "/cases/" + ref + "/steps/complete-correction"
	if a := b.Do("POST", to, form.Encode(), "Content-Type", formed); a.Status != 422 || !strings.Contains(string(a.Body), "f-mends-0-value") || !strings.Contains(string(a.Body), "18600.00") {
		t.Errorf("a wrong number = %d; what was typed must stand there again", a.Status)
	}
	form.Set("mends.0.value", lin)
	form.Set("_key", testkit.NewKey())
	if a := b.Do("POST", to, form.Encode(), "Content-Type", formed); a.Status != 303 {
		t.Fatalf("mend = %d\n%s", a.Status, a.Body)
	}
	v := s.intake.See(ref)
	if v.Application.Correcting || v.Claims[0].Amount != 1_860_000 || v.Applicants[0].IDNumber == "" || v.Application.ReceivedOn.String() != "2026-03-09" {
		t.Errorf("after mending: %+v", v.Application)
	}
	s.ref = ref
	s.dueOn(workflows.AcceptancePeriod, "2026-03-16")
	if in := intakeOf(s.intake, ref); len(in.Receipts) != 1 || in.Receipts[0].Asked.String() != "2026-03-04" || in.Receipts[0].Completed.String() != "2026-03-09" || len(in.Clock.Working) != 5 {
		t.Errorf("the receipts = %+v", in.Receipts)
	}
	s.intake.Refused(ref, "ask-correction", j{"items": []string{"再补一份"}}, "correction-only-once")
	s.intake.Step(ref, "accept", fourTests)
	verify(t, k)
}

// Whoever sends back a marked field as it was has mended nothing; when the time is over the head may refuse.
func TestWhatIsNotMendedMayBeRefused(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	ref := thin(s.Kit, s.worker)
	s.intake.Step(ref, "ask-correction", j{"defects": []j{{"field": "address", "of": "申1", "missing": "门牌号没有写全。"}}, "rest_not_needed": true, "mend_by": "2026-03-09"})
	d := s.worker.See(ref).Application.Defects
	if len(d) != 1 || d[0].Missing != "门牌号没有写全。" || d[0].Value != "" {
		t.Fatalf("the applicant sees %+v", d)
	}
	s.worker.Refused(ref, "complete-correction", j{"mends": []j{{"defect": d[0].ID, "value": "浙江省仙居县福应街道1号"}}}, "not-all-mended")
	s.worker.Refused(ref, "complete-correction", nil, "not-all-mended")
	s.Clock.Set("2026-03-10")
	s.intake.Step(ref, "propose-refuse-acceptance", j{"ground": "not-corrected", "reason": "经通知未补齐送达地址。"})
	done := s.head.Step(ref, "refuse-acceptance", nil)
	var paper casework.Paper
	s.worker.Get("/api/v1/cases/"+ref+"/documents/"+fmt.Sprint(done.Papers[0].ID), &paper)
	if !strings.Contains(paper.Text, "情形：经书面告知仍未补正（《浙江省劳动人事争议调解仲裁条例》第二十条）") {
		t.Errorf("the refusal says\n%s", paper.Text)
	}
}

// The applicant sees the five working days and the right to sue, and on lapse gets a certificate.
func TestWhenNothingIsDecidedInTime(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-04-29"}))
	ref := thin(s.Kit, s.worker)
	if says := s.worker.See(ref).RightToSue; says == nil || !strings.Contains(says.ZH, "2026-05-09") || !strings.Contains(says.ZH, "起诉") {
		t.Errorf("the applicant reads %v", says)
	}
	s.Clock.Set("2026-05-09") // a working Saturday, and the last day (V1)
	s.worker.Refused(ref, "certify-no-decision", nil, "acceptance-period-runs")
	s.Clock.Set("2026-05-10")
	if says := intakeOf(s.worker, ref).Right; says == nil || !strings.Contains(says.ZH, "期限已经届满") {
		t.Errorf("after the lapse the applicant reads %v", says)
	}
	done := s.worker.Step(ref, "certify-no-decision", nil)
	var paper casework.Paper
	s.worker.Get("/api/v1/cases/"+ref+"/documents/"+fmt.Sprint(done.Papers[0].ID), &paper)
	if !strings.Contains(paper.Text, "于2026年4月29日收到") || !strings.Contains(paper.Text, "至2026年5月10日未作出") || strings.Contains(paper.Text, "司法解释") {
		t.Errorf("the certificate says\n%s", paper.Text)
	}
	if a := s.worker.Try(ref, "certify-no-decision", j{"cause": "expert"}); a.Status != 422 {
		t.Errorf("an applicant gives the cause: %d", a.Status)
	}
	s.intake.Step(ref, "accept", fourTests) // late, but still possible
}

// The registry is shown other cases of the same worker, employer and claims, with the reason; nobody
// else is, and the same matter is refused only with the case that bars it.
func TestDuplicatesAreShown(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	open := func(name, id, code string) string {
		var d casework.Done
		s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases", j{"ask": "arbitration", "applicants": []j{{"kind": "worker", "name": name, "id_number": id}},
			"respondents": []j{{"kind": "employer", "name": "仙居某某有限公司", "credit_code": "91350100M000100Y43"}},
			"claims":      []j{{"code": code, "amount": "1000.00", "period_from": "2026-01-01", "period_to": "2026-01-31"}}}), &d)
		return d.Ref
	}
	first := open("林小芬", lin, "M01")
	other := open("王小明", "", "M05") // the same employer, nothing else
	again := open("林晓芬", lin, "M01")
	v := intakeOf(s.intake, again)
	if len(v.Duplicates) != 1 || v.Duplicates[0].Ref != first || !v.Duplicates[0].Bars || len(v.Duplicates[0].Why) != 4 {
		t.Fatalf("duplicates = %+v", v.Duplicates)
	}
	if v := intakeOf(s.head, again); v.Duplicates != nil || len(v.Checklist) == 0 {
		t.Errorf("the head sees %+v", v.Duplicates)
	}
	refusal := j{"ground": "same-matter", "reason": "与在先案件相同。", "earlier": other}
	if a := s.intake.Try(again, "propose-refuse-acceptance", refusal); a.Status != 422 {
		t.Errorf("somebody else's case bars it: %d %s", a.Status, a.Body)
	}
	refusal["earlier"] = first
	s.intake.Step(again, "propose-refuse-acceptance", refusal)
	s.head.Step(again, "refuse-acceptance", nil)
	s.intake.Refused(first, "propose-refuse-acceptance", j{"ground": "deemed-before", "reason": "曾按撤回处理。", "earlier": again}, "not-deemed-withdrawn")
}

// After a deemed withdrawal with proof of service a new application is refused; it is the service
// record that proves it.
func TestAfterADeemedWithdrawal(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	old := s.ref
	s.Clock.Set("2026-03-16")
	s.closes("deem-withdrawn", j{"reason": "经书面通知未到庭"}, workflows.DeemedWithdrawn, "deemed-withdrawal-decision")
	again := file(s.Kit, s.intake, "").Ref
	s.intake.Step(again, "propose-refuse-acceptance", j{"ground": "deemed-before", "reason": "开庭通知已送达，无正当理由不到庭。", "earlier": old})
	if d := s.head.Step(again, "refuse-acceptance", nil); d.State != workflows.NotAccepted {
		t.Errorf("refused: %s", d.State)
	}
}

// A dispute over dispatched work is accepted when agency and user firm are both respondents.
func TestDispatchedWork(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	ref := file(s.Kit, s.intake, "").Ref
	s.intake.Step(ref, "amend-application", j{"employment": "dispatch", "respondents": []j{{"kind": "employer", "name": "某某劳务派遣公司", "role": "agency"}}})
	s.intake.Refused(ref, "accept", fourTests, "dispatch-needs-both")
	s.intake.Step(ref, "amend-application", j{"respondents": []j{{"kind": "employer", "name": "某某劳务派遣公司", "role": "agency"}, {"kind": "employer", "name": "仙居某某有限公司", "role": "user-firm"}}})
	s.intake.Step(ref, "accept", fourTests)
}

// Interruptions are entered with their evidence; staff see the arithmetic, the applicant a neutral
// sentence, and a claim out of time is accepted all the same.
func TestTheTimeToApplyIsShownAndNeverRefuses(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	ref := thin(s.Kit, s.worker)
	s.intake.Step(ref, "amend-application", j{"claims": []j{{"code": "M05", "amount": "1000.00", "known_on": "2024-12-02"}, {"code": "M01", "amount": "1000.00", "in_service": true}}})
	v := intakeOf(s.intake, ref)
	if v.Limitation[0].State != workflows.LimitationOver || v.Limitation[0].Due.String() != "2025-12-02" || v.Limitation[1].State != workflows.LimitationNone {
		t.Errorf("limitation = %+v", v.Limitation)
	}
	if a := s.worker.Try(ref, "record-interruption", j{"kind": "claimed", "happened": "2027-01-01", "evidence": "微信"}); a.Status != 422 {
		t.Errorf("a day that has not come = %d", a.Status)
	}
	s.worker.Step(ref, "record-interruption", j{"kind": "claimed", "happened": "2025-06-10", "evidence": "微信催款记录"})
	s.worker.Step(ref, "record-interruption", j{"kind": "obstacle", "happened": "2025-07-01", "until": "2025-07-11", "evidence": "住院证明"})
	v = intakeOf(s.intake, ref)
	if l := v.Limitation[0]; l.State != workflows.LimitationRuns || l.Due.String() != "2026-06-22" || len(l.Working) != 5 {
		t.Errorf("with interruption and obstacle: %s %s in %d lines", l.State, l.Due, len(l.Working))
	}
	mine := intakeOf(s.worker, ref)
	if l := mine.Limitation[0]; l.Working != nil || l.State != "" || !strings.Contains(l.Says.ZH, "不因此不予受理") || len(mine.Breaks) != 2 || mine.Checklist != nil || mine.Venue != nil {
		t.Errorf("the applicant sees %+v", mine)
	}
	s.intake.Step(ref, "accept", fourTests)
}

// Agents: the power of attorney is a file or in the staff's hands, some may not charge, and an agency
// ends on its day.
func TestAgentsAndTheirEnd(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	ref := thin(s.Kit, s.worker)
	agent := j{"name": "林大海", "kind": "relative", "proof": "户口簿", "special": true}
	s.worker.Refused(ref, "add-agent", agent, "agent-may-not-charge")
	agent["no_charge"] = true
	s.worker.Refused(ref, "add-agent", agent, "power-of-attorney-missing")
	s.worker.Want(200, s.worker.Upload(ref, map[string]string{"title": "授权委托书", "proves": "委托林大海"}, "授权委托书.pdf", sample("授权委托书.pdf")), nil)
	agent["exhibit"] = "申1"
	s.worker.Step(ref, "add-agent", agent)
	a := s.worker.See(ref).Applicants[0].Agents
	if len(a) != 1 || !a[0].File || !a[0].Special {
		t.Fatalf("agents = %+v", a)
	}
	s.intake.Step(ref, "add-agent", j{"party": "申1", "name": "陈律师", "kind": "lawyer", "proof": "授权委托书"})
	s.intake.Refused(ref, "add-agent", j{"party": "申1", "name": "李律师", "kind": "lawyer", "proof": "授权委托书"}, "agents-at-most-two")
	if x := s.intake.Try(ref, "add-agent", j{"party": "被1", "name": "某某", "kind": "statutory", "proof": "户口簿"}); x.Status != 422 {
		t.Errorf("an employer has a statutory agent: %d", x.Status)
	}
	lawyer := s.As("agent") // with a general authority
	var code struct{ Code string }
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+ref+"/codes", j{"party": "申1", "agent": s.intake.See(ref).Applicants[0].Agents[1].ID}), &code)
	lawyer.Want(200, lawyer.Do("POST", "/api/v1/link", j{"code": code.Code}), nil)
	lawyer.Step(ref, "confirm-address", j{"party": "申1", "address": "浙江省仙居县福应街道9号", "phone": "13857612345"})
	if x := lawyer.Try(ref, "withdraw-application", nil); x.Status != 403 {
		t.Errorf("a general authority withdraws: %d", x.Status)
	}
	s.worker.Step(ref, "end-agency", j{"agent": s.worker.See(ref).Applicants[0].Agents[1].ID, "reason": "revoked"})
	if x := lawyer.Do("GET", "/api/v1/cases/"+ref, nil); x.Status != 404 {
		t.Errorf("after its end the agent still sees the case: %d", x.Status)
	}
	s.worker.Step(ref, "end-agency", j{"agent": a[0].ID, "reason": "charged"})
	if x := s.worker.Try(ref, "end-agency", j{"agent": a[0].ID, "reason": "revoked"}); x.Status != 422 {
		t.Errorf("ended twice: %d", x.Status)
	}
	s.intake.Step(ref, "add-agent", j{"party": "申1", "name": "李律师", "kind": "lawyer", "proof": "授权委托书"})
}

// A respondent objects within the defence period; dismissed in writing, the case goes on; a late
// objection does not affect it.
func TestObjectionToJurisdiction(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	s.ref = file(s.Kit, s.intake, "").Ref
	s.intake.Step(s.ref, "accept", fourTests)
	s.serveOn("notice-to-respond", "2026-03-02")
	s.employerJoins()
	s.Clock.Set("2026-03-10")
	s.employer.Step(s.ref, "object-to-jurisdiction", j{"competent": "临海市劳动人事争议仲裁委员会", "reason": "履行地在临海。"})
	s.dueOn("objection", "2026-03-17")
	s.employer.Refused(s.ref, "object-to-jurisdiction", j{"competent": "临海", "reason": "再提"}, "objection-waiting")
	s.intake.Step(s.ref, "propose-dismiss-objection", j{"reason": "考勤记录证明履行地在仙居。"})
	d := s.head.Step(s.ref, "dismiss-objection", nil)
	if len(d.Papers) != 1 || string(d.Papers[0].Paper) != "objection-dismissal" {
		t.Errorf("papers = %v", d.Papers)
	}
	s.dueOn("objection", "")
	s.Clock.Set("2026-03-17") // the eleventh working day after service
	s.employer.Refused(s.ref, "object-to-jurisdiction", j{"competent": "临海市劳动人事争议仲裁委员会", "reason": "又提"}, "objection-too-late")
	verify(t, s.Kit)
}
