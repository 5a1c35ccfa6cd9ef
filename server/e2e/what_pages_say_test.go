package e2e

import (
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// lacksOnPage fails if the worker's page says any of it.
func (s *story) lacksOnPage(words ...string) {
	s.T.Helper()
	page := s.page(s.worker, "/cases/"+s.ref)
	for _, w := range words {
		if strings.Contains(page, w) {
			s.T.Errorf("the worker's page says %s", w)
		}
	}
}

// planned is an accepted case with its tribunal and a hearing on 2026-03-16, of which everybody had notice.
func planned(t *testing.T) *story {
	t.Helper()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	var d casework.Done
	s.worker.Want(200, s.worker.Do("POST", "/api/v1/cases", j{"ask": "arbitration", "facts": "没有发工资。",
		"applicants":  []j{{"kind": "worker", "name": "林小芬", "address": "浙江省仙居县福应街道1号"}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某有限公司", "address": "仙居县经济开发区2号", "legal_representative": "张某，经理"}},
		"claims":      []j{{"code": "M01", "amount": "100.00"}}}), &d)
	s.ref = d.Ref
	s.intake.Step(s.ref, "accept", fourTests)
	s.serveOn("notice-to-respond", "2026-03-02")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.intake.Step(s.ref, "file-defence", nil)
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-02")
	return s
}

// Whoever settled before the tribunal reads that a mediation document follows, not an award; the tribunal's
// next step is that document.
func TestWhoSettledWaitsForADocument(t *testing.T) {
	t.Parallel()
	s := planned(t)
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	s.reads("仲裁庭正在写裁决书")
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "agreed", "terms": "三日内付清。"})
	if n := s.arbitrator.See(s.ref).Next; n.Task != workflows.MakeDocument || !n.You {
		t.Errorf("next = %+v", n)
	}
	s.reads("仲裁庭会制作调解书", "双方都签收")
	s.lacksOnPage("写裁决书", "等待裁决")
	if page := string(browser(s.Kit, "zhongcai").Do("GET", "/cases/"+s.ref, nil).Body); !strings.Contains(page, `<a class="button" href="/cases/`+s.ref+`/steps/propose-close-by-mediation"`) {
		t.Error("the tribunal's own button does not close by the document")
	}
}

// A day that nobody opened, and a case that stands still, call nobody: no page and no calendar file says come.
func TestAHearingThatIsOffCallsNobody(t *testing.T) {
	t.Parallel()
	s := planned(t)
	s.Clock.Set("2026-03-16")
	s.reads("请按通知的时间、地点到庭", "hearing.ics", "可能不予受理")
	s.Clock.Set("2026-03-17")
	s.callsNobody()
	if n := s.arbitrator.See(s.ref).Next; n.Task != workflows.SetAnotherDay || n.By.String() == "2026-03-16" {
		t.Errorf("next = %+v", n)
	}
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-17")
	s.reads("请按通知的时间、地点到庭", "hearing.ics")
	s.arbitrator.Step(s.ref, "propose-suspend", j{"ground": "other", "reason": "申请人住院，无法到庭。"})
	s.director.Step(s.ref, "suspend", nil)
	s.callsNobody()
}

func (s *story) callsNobody() {
	s.T.Helper()
	s.lacksOnPage("请按通知的时间、地点到庭", "请按时到庭", "hearing.ics")
	if h := s.worker.See(s.ref).Hearing; h == nil || h.Coming {
		s.T.Errorf("the hearing = %+v", h)
	}
	if a := s.worker.Do("GET", "/cases/"+s.ref+"/hearing.ics", nil); a.Status != 404 {
		s.T.Errorf("the calendar file = %d", a.Status)
	}
}

// Who looks the case up without an account reads that the applicant has to complete the papers, by which day,
// and what it costs not to; nobody is told to wait who must act.
func TestThePublicStatusSaysWhoMustMend(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	done := file(s.Kit, s.intake, "")
	s.ref, s.code = done.Ref, done.QueryCode
	const wait = "等通知，现在不用到仲裁院来"
	if page := s.publicPage(); !strings.Contains(page, wait) {
		t.Error("while the commission decides there is nothing to wait for")
	}
	s.intake.Step(s.ref, "ask-correction", j{"defects": []j{{"field": "address", "of": "申1", "missing": "门牌号没有写全。"}}, "rest_not_needed": true, "mend_by": "2026-03-09"})
	page := s.publicPage()
	for _, want := range []string{"补齐材料的最后一日", "3月9日", "申请人：补齐材料", "可能不予受理"} {
		if !strings.Contains(page, want) {
			t.Errorf("the status page does not say %s", want)
		}
	}
	if strings.Contains(page, wait) || strings.Contains(page, "门牌号") {
		t.Error("the status page says too little, or too much")
	}
	var st casework.Status
	s.Nobody().Want(200, s.Nobody().Do("POST", "/api/v1/status", j{"number": s.ref, "code": s.code}), &st)
	if st.MendBy.String() != "2026-03-09" || st.Turn == nil || !strings.Contains(st.Turn.ZH, "请登录办理") {
		t.Errorf("the status = %+v", st)
	}
}

func (s *story) publicPage() string {
	s.T.Helper()
	a := s.Nobody().Do("POST", "/status", url.Values{"number": {s.ref}, "code": {s.code}}.Encode(), "Content-Type", formed)
	if a.Status != 200 {
		s.T.Fatalf("the status page = %d", a.Status)
	}
	return string(a.Body)
}

// Who lost everything is asked for no payment and told of no enforcement; who won is, until the award is revoked.
func TestOnlyWhatIsOwedIsAskedFor(t *testing.T) {
	t.Parallel()
	for _, decision := range []string{"rejected", "supported"} {
		s := planned(t)
		s.employerJoins()
		s.Clock.Set("2026-03-16")
		s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
		s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
		s.recorder.Step(s.ref, "write-minutes", allPoints())
		s.arbitrator.Step(s.ref, "close-hearing", nil)
		item := j{"no": 1, "decision": decision, "final": false, "reasons": "有工资条可以证明。"}
		if decision == "supported" {
			item["amount"] = "100.00"
		}
		s.arbitrator.Step(s.ref, "propose-make-award", j{"items": []j{item}})
		s.head.Step(s.ref, "make-award", nil)
		s.serveOn("award-nonfinal", "2026-03-16")
		s.Clock.Set("2026-04-20")
		s.sweepAll()
		lost := decision == "rejected"
		if lost {
			s.owesNothing()
		} else {
			s.reads("付了没有", "向单位住所地")
			s.head.Step(s.ref, "propose-revoke-award", j{"reason": "认定事实有误。"})
			s.director.Step(s.ref, "revoke-award", nil)
			s.owesNothing()
		}
		clock := false
		for _, c := range s.worker.See(s.ref).Clocks {
			clock = clock || c.Period == workflows.EnforcementPeriod
		}
		if lost && clock {
			t.Error("who lost has a time to ask for enforcement")
		}
	}
}

func (s *story) owesNothing() {
	s.T.Helper()
	s.lacksOnPage("付了没有", "向单位住所地")
	for _, c := range []*testkit.Client{s.worker, s.employer} {
		if p := c.See(s.ref).Performance; p != nil {
			s.T.Errorf("%s is asked about %+v", c.Login, p)
		}
	}
}
