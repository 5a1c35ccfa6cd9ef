package e2e

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// serviceDay is the first day of these stories: a Monday, accepted the same day.
const serviceDay = "2026-03-23"

// acceptedOn brings a fresh case to acceptance; its employer is 被1.
func acceptedOn(s *story) {
	s.T.Helper()
	s.ref = file(s.Kit, s.intake, "").Ref
	s.intake.Step(s.ref, "accept", fourTests)
}

// paper is the newest paper of a kind as the registry sees it.
func (s *story) paper(kind string) casework.DocumentView {
	s.T.Helper()
	list := s.intake.See(s.ref).Documents
	for i := len(list) - 1; i >= 0; i-- {
		if string(list[i].Paper) == kind {
			return list[i]
		}
	}
	s.T.Fatalf("no paper %s", kind)
	return casework.DocumentView{}
}

// records are the records of service of a paper on a party, oldest first.
func (s *story) records(kind, party string) []casework.ServiceView {
	s.T.Helper()
	for _, to := range s.paper(kind).To {
		if to.Party == party {
			return to.Services
		}
	}
	return nil
}

// toServe is the registry's list of papers to serve.
func (s *story) toServe() []casework.ServiceTask {
	s.T.Helper()
	var d casework.Docket
	s.intake.Get("/api/v1/cases", &d)
	return d.Services
}

// sweep lets the clock act; n is how many steps it must take.
func (s *story) sweep(want int) {
	s.T.Helper()
	if n, err := s.P.Desk.Sweep(context.Background(), s.P.Actors.Clock); n != want || err != nil {
		s.T.Errorf("the clock took %d steps (%v), want %d", n, err, want)
	}
}

// sweepAll lets the clock act until nothing is left to do. The program's own round may have come first.
func (s *story) sweepAll() {
	s.T.Helper()
	for {
		n, err := s.P.Desk.Sweep(context.Background(), s.P.Actors.Clock)
		if err != nil {
			s.T.Fatalf("the clock: %v", err)
		}
		if n == 0 {
			return
		}
	}
}

func (s *story) working(p workflows.Period) (says []string) {
	s.T.Helper()
	for _, c := range s.intake.See(s.ref).Clocks {
		if c.Period == p {
			for _, l := range c.Working {
				says = append(says, l.Says.ZH+" "+l.Date.String())
			}
		}
	}
	return says
}

// The copy comes back from the post; the work list says to go there; the employer refuses to sign; the
// copy is left at the door with a photo; three working days later the clock serves it, and only then
// does the defence run, saying why.
func TestTheCopyIsLeftAtTheDoor(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: serviceDay}))
	acceptedOn(s)
	doc := s.paper("notice-to-respond").ID
	to := func(more j) j {
		body := j{"document": doc, "party": "被1"}
		for k, v := range more {
			body[k] = v
		}
		return body
	}
	s.invalid(s.intake, "send-document", to(j{"method": "post"}), "proof")
	s.invalid(s.intake, "send-document", to(j{"method": "post", "proof": "EMS 1", "on": "2026-03-20"}), "on")
	s.intake.Refused(s.ref, "send-document", to(j{"method": "electronic"}), "e-service-needs-consent")
	s.intake.Refused(s.ref, "send-document", to(j{"method": "simple-means"}), "simple-means-not-allowed")
	s.intake.Step(s.ref, "send-document", to(j{"method": "post", "proof": "EMS 1234567890"}))
	s.intake.Refused(s.ref, "send-document", to(j{"method": "post", "proof": "EMS 1"}), "service-not-in-that-state")
	if s.due(workflows.DefencePeriod) != "" {
		t.Error("a period runs from sending")
	}
	s.Clock.Set("2026-03-31")
	if list := s.toServe(); len(list) != 1 || list[0].Event != workflows.RecordDelivery || list[0].Party != "被1" {
		t.Errorf("sent and silent for more than five working days: %+v", list)
	}
	post := s.records("notice-to-respond", "被1")[0]
	s.invalid(s.intake, "record-delivery", j{"service": post.ID, "outcome": "undeliverable"}, "reason")
	s.invalid(s.intake, "record-delivery", j{"service": post.ID, "outcome": "delivered"}, "receiver")
	s.invalid(s.intake, "record-delivery", j{"service": post.ID, "outcome": "undeliverable", "reason": "退回", "on": "2026-03-22"}, "on")
	s.invalid(s.intake, "record-delivery", j{"service": post.ID + 99, "outcome": "undeliverable", "reason": "退回"}, "service")
	s.intake.Refused(s.ref, "record-delivery", j{"service": post.ID, "outcome": "confirmed"}, "service-not-in-that-state")
	s.intake.Step(s.ref, "record-delivery", j{"service": post.ID, "outcome": "undeliverable", "reason": "无人签收，退回"})

	list := s.toServe()
	if len(list) != 1 || list[0].Method != workflows.ByHand || list[0].Event != workflows.SendDocument || list[0].Says.ZH != "邮寄送达：无法送达" {
		t.Fatalf("the work list proposes %+v, want to go there", list)
	}
	s.workPageOffers(list[0].Ref)
	s.Clock.Set("2026-04-02")
	s.intake.Step(s.ref, "send-document", to(j{"method": "direct"}))
	hand := s.records("notice-to-respond", "被1")[1]
	s.intake.Step(s.ref, "record-delivery", j{"service": hand.ID, "outcome": "refused", "reason": "门卫拒收"})
	if list := s.toServe(); len(list) != 1 || list[0].Method != workflows.LeftAtDoor || list[0].Event != workflows.ServeDocument {
		t.Fatalf("the work list proposes %+v, want the door", list)
	}
	door := to(j{"method": "left-at-door", "ground": "refused-to-sign", "proof": "照片一张"})
	s.intake.Refused(s.ref, "serve-document", door, "left-needs-proof")
	a := s.intake.Send("/api/v1/cases/"+s.ref+"/serve-document", map[string]string{"document": idText(doc), "party": "被1", "method": "left-at-door",
		"ground": "refused-to-sign", "proof": "照片一张"}, "门口.png", sample("打卡.png"))
	var done casework.Done
	s.intake.Want(200, a, &done)
	if done.Exhibit != "送1" || done.Sealing == nil {
		t.Errorf("the photo is kept as %q, sealing %v", done.Exhibit, done.Sealing)
	}
	if s.due(workflows.DefencePeriod) != "" || s.due(workflows.DoorPeriod) != "2026-04-08" {
		t.Errorf("defence %q, deemed %q", s.due(workflows.DefencePeriod), s.due(workflows.DoorPeriod))
	}
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(s.head.See(s.ref).Choices.Arbitrators, "周立民")}, "recorder": idOf(s.head.See(s.ref).Choices.Recorders, "应晓燕")})
	s.arbitrator.Refused(s.ref, "schedule-hearing", j{"hearing_on": "2026-05-20", "starts": "09:00", "place": "第一仲裁庭"}, "copy-not-served")

	s.Clock.Set("2026-04-07")
	s.sweep(0)
	s.Clock.Set("2026-04-10")
	s.sweep(1)
	s.sweep(0)
	last := s.records("notice-to-respond", "被1")[2]
	if last.State != workflows.ServiceServed || last.ServedOn.String() != "2026-04-08" || last.File == 0 {
		t.Errorf("the last record is %+v", last)
	}
	s.dueOn(workflows.DefencePeriod, "2026-04-22")
	says := strings.Join(s.working(workflows.DefencePeriod), "; ")
	for _, want := range []string{"留置或张贴于住所之日（当日不计） 2026-04-02", "3 个工作日，视为送达 2026-04-08", "副本送达之日（当日不计） 2026-04-08"} {
		if !strings.Contains(says, want) {
			t.Errorf("the defence's arithmetic %q does not say %q", says, want)
		}
	}
	v := s.intake.See(s.ref)
	if len(v.Exhibits) != 0 || len(s.toServe()) != 0 {
		t.Errorf("%d exhibits, work list %+v; a proof is no evidence, and nothing is left to do", len(v.Exhibits), s.toServe())
	}
	if b := s.intake.Do("GET", "/api/v1/cases/"+s.ref+"/exhibits/"+idText(last.File), nil); b.Status != 200 || string(b.Body) != string(sample("打卡.png")) {
		t.Errorf("the photo comes back as %d, %d bytes", b.Status, len(b.Body))
	}
	var slip casework.Paper
	s.intake.Get("/api/v1/cases/"+s.ref+"/services/"+idText(hand.ID), &slip)
	for _, want := range []string{"送达回证", "送达方式：直接送达", "拒收，2026年4月2日", "不能送达的理由：门卫拒收。"} {
		if !strings.Contains(slip.Text, want) {
			t.Errorf("the slip does not say %q:\n%s", want, slip.Text)
		}
	}
	figuresAgree(t, s.Kit)
	verify(t, s.Kit)
}

// invalid fails unless the step is refused as impossible, naming the field.
func (s *story) invalid(c *testkit.Client, event string, body j, place string) {
	s.T.Helper()
	a := c.Try(s.ref, event, body)
	if a.Status != 422 || !strings.Contains(string(a.Body), `"`+place+`"`) {
		s.T.Errorf("%s with %v = %d %s, want 422 naming %s", event, body, a.Status, a.Body, place)
	}
}

func idText(id int64) string { return strconv.FormatInt(id, 10) }

// workPageOffers: the page shows the same list, with the step behind it.
func (s *story) workPageOffers(ref string) {
	s.T.Helper()
	page := s.intake.Do("GET", "/work", nil)
	if page.Status != 200 || !strings.Contains(string(page.Body), "/cases/"+ref+"/steps/send-document") || !strings.Contains(string(page.Body), "改用直接送达") {
		s.T.Errorf("the page of work does not offer the step: %d", page.Status)
	}
}

// Nobody is found: a public notice is drafted, everybody reads it without a name of a person, the award
// clock stands for thirty days, and then the clock serves the paper.
func TestPublicNotice(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-10"}))
	acceptedOn(s)
	before := s.due(workflows.AwardPeriod)
	doc := s.paper("notice-to-respond").ID
	notice := j{"document": doc, "party": "被1", "ground": "other-ways-failed", "reason": "两次上门无人，邮件退回。", "place": "本委公告栏和仙居新闻网"}
	s.intake.Refused(s.ref, "publish-notice", notice, "notice-too-early")
	notice["ground"] = "whereabouts-unknown"
	done := s.intake.Step(s.ref, "publish-notice", notice)
	if len(done.Papers) != 1 || done.Papers[0].Paper != workflows.PublicNoticePaper {
		t.Fatalf("drafted %v", done.Papers)
	}
	if before != "2026-04-24" {
		t.Fatalf("the award was due %s", before)
	}
	s.dueOn(workflows.AwardPeriod, "2026-05-25") // 30 days more end on Sunday the 24th
	if says := strings.Join(s.working(workflows.AwardPeriod), "; "); !strings.Contains(says, "停钟：公告送达，2026-03-10 至 2026-04-09（当日恢复）") {
		t.Errorf("the award clock says %s", says)
	}
	var text casework.Paper
	s.intake.Get("/api/v1/cases/"+s.ref+"/documents/"+idText(done.Papers[0].ID), &text)
	for _, want := range []string{"因你方下落不明", "公告送达应诉通知书", "30 日，即于2026年4月9日视为送达", "送达之日起 10 个工作日"} {
		if !strings.Contains(text.Text, want) {
			t.Errorf("the notice does not say %q:\n%s", want, text.Text)
		}
	}
	if strings.Contains(text.Text, "两次上门") || strings.Contains(text.Text, "查询码") {
		t.Errorf("the notice says too much:\n%s", text.Text)
	}
	var list []casework.NoticeView
	nobody := s.Nobody()
	a := nobody.Do("GET", "/api/v1/notices", nil)
	nobody.Want(200, a, &list)
	if len(list) != 1 || list[0].DeemsOn.String() != "2026-04-09" || strings.Contains(string(a.Body), "林小芬") || strings.Contains(string(a.Body), "两次上门") {
		t.Errorf("what everybody reads: %s", a.Body)
	}
	if page := nobody.Do("GET", "/notices", nil); page.Status != 200 || !strings.Contains(string(page.Body), list[0].Recipient) {
		t.Errorf("the page of notices: %d", page.Status)
	}
	s.Clock.Set("2026-04-09")
	s.sweep(1)
	s.dueOn(workflows.DefencePeriod, "2026-04-23")
	nobody.Want(200, nobody.Do("GET", "/api/v1/notices", nil), &list)
	if len(list) != 0 {
		t.Errorf("a notice that has run is still announced: %v", list)
	}
	s.dueOn(workflows.AwardPeriod, "2026-05-25")
	figuresAgree(t, s.Kit)
}

// Whoever is reached while a notice runs ends it; the award clock runs on from that day.
func TestANoticeIsOvertaken(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-10"}))
	acceptedOn(s)
	doc := s.paper("notice-to-respond").ID
	s.intake.Step(s.ref, "publish-notice", j{"document": doc, "party": "被1", "ground": "whereabouts-unknown", "reason": "登记地址已无此单位。", "place": "本委公告栏"})
	s.Clock.Set("2026-03-13")
	body := j{"document": doc, "party": "被1", "method": "direct", "proof": "回证 1"}
	s.invalid(s.intake, "serve-document", body, "receiver")
	body["receiver"], body["receiver_kind"], body["sent_on"] = "王某", "mail-clerk", "2026-03-14"
	s.invalid(s.intake, "serve-document", body, "sent_on")
	body["sent_on"] = "2026-03-09"
	s.invalid(s.intake, "serve-document", body, "sent_on")
	body["sent_on"] = "2026-03-12"
	s.intake.Step(s.ref, "serve-document", body)
	list := s.records("notice-to-respond", "被1")
	if list[0].State != workflows.ServiceOvertaken || list[1].State != workflows.ServiceServed {
		t.Errorf("the records are %+v", list)
	}
	if a := s.intake.Try(s.ref, "serve-document", body); a.Status != 409 || !strings.Contains(string(a.Body), "already-served") {
		t.Errorf("served twice: %d %s", a.Status, a.Body)
	}
	s.dueOn(workflows.AwardPeriod, "2026-04-27")   // three days stopped
	s.dueOn(workflows.DefencePeriod, "2026-03-27") // from the day it was handed over
	s.Clock.Set("2026-04-20")
	s.sweep(0)
}

// A final award that the employer refuses is left with a photo and served three working days later; a
// mediation document cannot be left or announced at all.
func TestARefusedAward(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	items := []j{}
	for _, c := range s.arbitrator.See(s.ref).Claims {
		items = append(items, j{"no": c.No, "decision": "supported", "amount": "100.00", "final": true, "reasons": "有工资条可以证明。"})
	}
	s.Clock.Set("2026-04-01")
	s.arbitrator.Step(s.ref, "propose-make-award", j{"items": items})
	s.head.Step(s.ref, "make-award", nil)
	doc := s.paper("award-final").ID
	s.Clock.Set("2026-04-02")
	s.recorder.Step(s.ref, "send-document", j{"document": doc, "party": "被1", "method": "direct"})
	s.recorder.Step(s.ref, "record-delivery", j{"service": s.records("award-final", "被1")[0].ID, "outcome": "refused", "reason": "法定代表人拒绝签收"})
	var d casework.Docket
	s.recorder.Get("/api/v1/cases?closed=true", &d)
	if len(d.Services) != 1 || d.Services[0].Method != workflows.LeftAtDoor {
		t.Errorf("the recorder's work list: %+v", d.Services)
	}
	a := s.recorder.Send("/api/v1/cases/"+s.ref+"/serve-document", map[string]string{"document": idText(doc), "party": "被1", "method": "left-at-door", "ground": "refused-to-sign", "proof": "照片"}, "门口.png", sample("打卡.png"))
	s.recorder.Want(200, a, nil)
	if s.due(workflows.SetAsidePeriod) != "" {
		t.Error("the employer's period runs before service")
	}
	s.Clock.Set("2026-04-08")
	s.sweepAll() // served; and the award, made a week ago, is put on record as in force
	s.dueOn(workflows.SetAsidePeriod, "2026-05-08")

	atTribunal(s)
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "agreed", "terms": "单位支付 800 元。"})
	s.closes("close-by-mediation", j{"applicant_signed_on": "2026-03-02", "respondent_signed_on": "2026-03-02", "amount": "800.00"}, workflows.Mediated, "mediation-document")
	doc = s.paper("mediation-document").ID
	s.recorder.Refused(s.ref, "serve-document", j{"document": doc, "party": "被1", "method": "electronic", "proof": "系统回执"}, "paper-needs-signature")
	s.recorder.Refused(s.ref, "serve-document", j{"document": doc, "party": "被1", "method": "left-with-proof", "ground": "refused-to-sign", "witness": "村委会张某", "proof": "回证"}, "paper-needs-signature")
	s.recorder.Refused(s.ref, "publish-notice", j{"document": doc, "party": "被1", "ground": "whereabouts-unknown", "reason": "找不到人。", "place": "公告栏"}, "paper-needs-signature")
	s.recorder.Refused(s.ref, "serve-document", j{"document": doc, "party": "申1", "method": "direct", "receiver": "妻子", "receiver_kind": "family", "proof": "回证"}, "paper-needs-signature")
	s.recorder.Step(s.ref, "serve-document", j{"document": doc, "party": "申1", "method": "direct", "receiver": "本人", "proof": "回证"})
}
