package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// claimant opens a case of one worker against the employer of the story, and brings it before the
// arbitrator, with the copy served and the defence in; it returns its reference.
func (s *story) claimant(name string, claims ...j) string {
	s.T.Helper()
	var d casework.Done
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases", j{"ask": "arbitration", "applicants": []j{{"kind": "worker", "name": name}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某有限公司"}}, "claims": claims}), &d)
	s.ref = d.Ref
	s.intake.Step(s.ref, "accept", fourTests)
	s.serveOn("notice-to-respond", "2026-03-02")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.intake.Step(s.ref, "file-defence", nil)
	return s.ref
}

// joins links the signed-in worker to the case at hand as its applicant.
func (s *story) joins() {
	s.T.Helper()
	var code struct{ Code string }
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/codes", j{"party": "申1"}), &code)
	s.worker.Want(200, s.worker.Do("POST", "/api/v1/link", j{"code": code.Code}), nil)
}

func wages() j { return j{"code": "M01", "amount": "1000.00"} }

// Three workers claim wages from one employer. The tribunal hears them together, with everybody's consent;
// one command sets the day for all, each case gets its own notice, and keeps its number and its clocks. One
// leaves; then the day is moved for the other two only.
func TestCasesAreHeardTogether(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	a, b, c := s.claimant("张三", wages()), s.claimant("李四", wages()), s.claimant("王五", wages())
	join := j{"cases": []string{b, s.intake.See(c).Number}, "ground": "like-claims"}
	s.arbitrator.Refused(a, "join-hearing", join, "joint-needs-consent")
	join["all_agree"] = true
	d := s.arbitrator.Step(a, "join-hearing", join)
	if len(d.Beside) != 2 {
		t.Errorf("joined beside it: %v", d.Beside)
	}
	numbers := map[string]bool{}
	for _, ref := range []string{a, b, c} {
		v := s.arbitrator.See(ref)
		numbers[v.Number] = true
		if v.Joint == nil || v.Joint.Cases != 3 || len(v.Joint.Others) != 2 || v.Joint.Others[0].Due.IsZero() {
			t.Errorf("%s is heard with %+v", ref, v.Joint)
		}
	}
	if len(numbers) != 3 {
		t.Errorf("the numbers are %v", numbers)
	}

	s.arbitrator.Step(b, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	for _, ref := range []string{a, b, c} {
		s.ref = ref
		s.hearingIs("2026-03-16", workflows.Scheduled)
		s.serveOn("hearing-notice", "2026-03-02")
		s.dueOn(workflows.AwardPeriod, "2026-04-16")
		if text := s.noticeText("hearing-notice"); !strings.Contains(text, "与另外2件案件合并审理") {
			t.Errorf("the notice says\n%s", text)
		}
	}
	s.arbitrator.Step(c, "leave-joint", j{"reason": "王五另有请求，分开审理。"})
	s.arbitrator.Refused(c, "leave-joint", j{"reason": "再退一次"}, "not-joint")
	s.arbitrator.Step(a, "schedule-hearing", j{"hearing_on": "2026-03-18", "starts": "14:00", "place": "第二仲裁庭"})
	for ref, day := range map[string]string{a: "2026-03-18", b: "2026-03-18", c: "2026-03-16"} {
		s.ref = ref
		s.hearingIs(day, workflows.Scheduled)
	}
	if v := s.arbitrator.See(a); v.Joint == nil || v.Joint.Cases != 2 {
		t.Errorf("after one left: %+v", v.Joint)
	}
	s.ref = b
	s.closes("terminate", j{"ground": "no-successor", "reason": "申请人死亡，没有继承人。"}, workflows.Terminated, "termination-decision")
	if v := s.arbitrator.See(a); v.Joint != nil {
		t.Errorf("heard together with a closed case: %+v", v.Joint)
	}
	verify(t, s.Kit)
}

// hearingIs fails unless the case at hand has this hearing day, and one notice of it for each party.
func (s *story) hearingIs(day string, state workflows.State) {
	s.T.Helper()
	v := s.intake.See(s.ref)
	if v.Hearing == nil || v.Hearing.On.String() != day || v.State != state {
		s.T.Errorf("%s: %s with the hearing %+v, want %s", s.ref, v.State, v.Hearing, day)
	}
}

// noticeText is the text of the newest paper of a kind in the case at hand.
func (s *story) noticeText(kind string) string {
	s.T.Helper()
	var id int64
	for _, d := range s.arbitrator.See(s.ref).Documents {
		if string(d.Paper) == kind {
			id = d.ID
		}
	}
	var v casework.Paper
	s.arbitrator.Get("/api/v1/cases/"+s.ref+"/documents/"+idText(id), &v)
	return v.Text
}

// If one case of several cannot take the step, none does: no group, no event, no hearing day in any.
func TestJoiningIsForAllOrForNone(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	a, b := s.claimant("张三", wages()), s.claimant("李四", wages())
	other := s.claimant("王五", j{"code": "M20", "title": "出具离职证明"})
	unheard := file(s.Kit, s.intake, "").Ref
	before := s.intake.See(b).Version
	all := func(refs ...string) j { return j{"cases": refs, "ground": "common-subject"} }
	s.arbitrator.Refused(a, "join-hearing", all(b, other), "joint-not-alike")
	for _, no := range []string{"ZZZZZZZZZZZZ", unheard} { // there is none, and none of theirs: one answer
		r := s.arbitrator.Try(a, "join-hearing", all(b, no))
		if r.Status != 422 || !strings.Contains(string(r.Body), `"cases.1"`) || !strings.Contains(string(r.Body), "没有这个案件，或者您不是") {
			t.Errorf("joining %s = %d %s", no, r.Status, r.Body)
		}
	}
	s.ref = a
	s.invalid(s.arbitrator, "join-hearing", all(b, b), "cases.1")
	s.invalid(s.arbitrator, "join-hearing", all(a), "cases.0")
	if v := s.intake.See(b); v.Version != before || v.Joint != nil {
		t.Errorf("something happened: version %d, %+v", v.Version, v.Joint)
	}

	s.arbitrator.Step(a, "join-hearing", all(b))
	s.arbitrator.Refused(other, "join-hearing", all(b), "already-joint")
	s.arbitrator.Step(b, "stop-clock", j{"kind": "inquiry", "ground": "委托临海调查"})
	s.arbitrator.Step(b, "propose-suspend", j{"ground": "appraisal", "reason": "等待工伤认定"})
	s.director.Step(b, "suspend", nil)
	r := s.arbitrator.Try(a, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	if r.Status != 409 || !strings.Contains(string(r.Body), "合并审理的"+s.intake.See(b).Number) {
		t.Errorf("a day although one case is suspended = %d %s", r.Status, r.Body)
	}
	if v := s.intake.See(a); v.Hearing != nil || v.State != workflows.Accepted {
		t.Errorf("the first case has a day: %+v", v.Hearing)
	}
	verify(t, s.Kit)
}

// A worker of one case sees that it is heard with another, and nothing of whose that is.
func TestAWorkerLearnsNothingOfTheOtherCases(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	b := s.claimant("李四标记", wages())
	a := s.claimant("张三", wages())
	s.joins()
	s.arbitrator.Step(a, "join-hearing", j{"cases": []string{b}, "ground": "common-subject"})
	s.arbitrator.Step(a, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	s.told(s.worker, "joint-hearing")
	number := s.intake.See(b).Number
	v := s.worker.See(a)
	if v.Joint == nil || v.Joint.Cases != 2 || len(v.Joint.Others) != 0 {
		t.Errorf("the worker sees %+v", v.Joint)
	}
	page := browser(s.Kit, "worker")
	for path, body := range map[string]string{
		"/api": string(s.worker.Do("GET", "/api/v1/cases/"+a, nil).Body), "/page": string(page.Do("GET", "/cases/"+a, nil).Body),
		"/messages": string(s.worker.Do("GET", "/api/v1/messages", nil).Body), "/paper": s.noticeText("hearing-notice"),
	} {
		for _, secret := range []string{b, number, "李四标记"} {
			if strings.Contains(body, secret) {
				t.Errorf("%s shows the worker %s of the other case", path, secret)
			}
		}
		if path == "/page" && !strings.Contains(body, "合并审理") {
			t.Error("the page does not say that the case is heard together")
		}
	}
	if body := string(browser(s.Kit, "zhongcai").Do("GET", "/cases/"+a, nil).Body); !strings.Contains(body, `href="/cases/`+b+`"`) {
		t.Error("the arbitrator finds no way to the other case")
	}
	verify(t, s.Kit)
}
