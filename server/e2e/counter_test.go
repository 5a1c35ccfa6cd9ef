package e2e

import (
	"strings"
	"testing"

	"tiaocai/workflows"
)

// The respondent claims in turn within the time to answer; both are heard together, the award period
// runs anew, and the award decides each side's claims for that side.
func TestACounterApplication(t *testing.T) {
	t.Parallel()
	s := acceptedOne(t, "2026-03-02")
	s.employerJoins()
	in := j{"claims": []j{{"code": "M12", "amount": "5000.00"}}, "reason": "服务期没有满就离职"}
	s.intake.Refused(s.ref, "join-counter", nil, "no-counter")
	s.invalid(s.employer, "counter-apply", j{"claims": []j{}, "reason": "没有请求"}, "claims")
	s.invalid(s.intake, "counter-apply", j{"party": "申1", "claims": in["claims"], "reason": "申请人"}, "party")
	s.Clock.Set("2026-03-05")
	s.employer.Step(s.ref, "counter-apply", in)
	s.employer.Refused(s.ref, "counter-apply", in, "counter-waiting")
	if c := clockOf(s.intake.See(s.ref), workflows.CounterPeriod, ""); c == nil || c.Due.String() != "2026-03-12" {
		t.Fatalf("the time to decide: %+v", c)
	}
	if n := s.intake.See(s.ref).Next; !strings.Contains(n.What.ZH, "反申请") || n.By.String() != "2026-03-12" {
		t.Errorf("next: %+v", n)
	}
	s.intake.Step(s.ref, "decline-counter", j{"result": "separate", "reason": "没有牵连"})
	s.paperSays("counter-refusal", "另行申请仲裁")
	s.employer.Step(s.ref, "counter-apply", in)
	s.Clock.Set("2026-03-09")
	s.intake.Step(s.ref, "join-counter", nil)
	s.paperSays("counter-notice", "反申请请求", "5,000.00")
	s.employer.Refused(s.ref, "counter-apply", in, "counter-waiting")

	v := s.worker.See(s.ref)
	last := v.Claims[len(v.Claims)-1]
	if !last.Counter || v.ClaimTotal.String() == "" || v.Counters[1].Result != "joined" {
		t.Errorf("claims %+v, counters %+v", v.Claims, v.Counters)
	}
	for _, c := range v.Claims[:len(v.Claims)-1] {
		v.ClaimTotal -= c.Amount
	}
	if v.ClaimTotal != 0 {
		t.Error("the total counts what the respondent claims in turn")
	}
	if c := clockOf(v, workflows.AwardPeriod, ""); c.Starts.String() != "2026-03-09" || len(c.Restarts) != 1 {
		t.Errorf("the award period: %+v", c)
	}

	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.intake.Step(s.ref, "file-defence", nil)
	s.arbitrator.Refused(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-20", "starts": "09:00", "place": "一庭"}, "hearing-before-new-defence")
	s.serveOn("counter-notice", "2026-03-09")
	if c := clockOf(s.worker.See(s.ref), workflows.CounterDefence, "申1"); c == nil || c.Due.String() != "2026-03-23" {
		t.Errorf("the time to answer: %+v", c)
	}
	s.worker.Step(s.ref, "answer-counter", nil)
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-20", "starts": "09:00", "place": "一庭"})
	s.serveOn("hearing-notice", "2026-03-09")
	s.Clock.Set("2026-03-20")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)

	var items []j
	for _, c := range s.arbitrator.See(s.ref).Claims {
		decision := map[bool]string{true: "supported", false: "rejected"}[c.Amount > 0]
		items = append(items, j{"no": c.No, "decision": decision, "amount": c.Amount.String(), "final": c.Counter, "reasons": "有据可查。"})
	}
	s.invalid(s.arbitrator, "propose-make-award", j{"items": items}, "items."+idText(int64(len(items)-1))+".final")
	for _, i := range items {
		i["final"] = false
	}
	s.arbitrator.Step(s.ref, "propose-make-award", j{"items": items})
	s.head.Step(s.ref, "make-award", nil)
	s.paperSays("award-nonfinal", "被申请人的反申请请求", "申请人 林小芬 于")
	verify(t, s.Kit)
}

// The tribunal joins a third person: it is served, reads the file and is heard, and gives up nobody's
// right; the award period runs anew.
func TestAThirdPersonIsJoined(t *testing.T) {
	t.Parallel()
	s := acceptedOne(t, "2026-03-02")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	who := j{"kind": "employer", "name": "仙居县某某劳务派遣有限公司"}
	join := j{"as": "third", "who": who, "asked_by": "by-commission", "reason": "是派遣单位"}
	s.invalid(s.arbitrator, "join-party", j{"as": "third", "who": j{"kind": "employer", "name": "甲", "credit_code": "123"}, "asked_by": "by-commission", "reason": "派遣单位"}, "who.credit_code")
	s.Clock.Set("2026-03-06")
	s.arbitrator.Step(s.ref, "join-party", join)
	s.arbitrator.Refused(s.ref, "join-party", join, "already-a-party")
	s.paperSays("join-notice", "为本案第三人", "派遣单位")
	v := s.intake.See(s.ref)
	if c := clockOf(v, workflows.AwardPeriod, ""); c.Starts.String() != "2026-03-06" {
		t.Errorf("the award period: %+v", c)
	}
	last := v.Respondents[len(v.Respondents)-1]
	if last.Role != string(workflows.ThirdPerson) {
		t.Errorf("joined as %+v", last)
	}
	var code struct{ Code string }
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/codes", j{"party": last.Mark}), &code)
	third := s.Kit.As("agent")
	third.Want(200, third.Do("POST", "/api/v1/link", j{"code": code.Code}), nil)
	if seen := third.See(s.ref); seen.Number == "" {
		t.Error("the third person sees nothing")
	}
	for _, step := range []string{"counter-apply", "ask-withdrawal"} {
		if a := third.Try(s.ref, step, j{}); a.Status != 403 {
			t.Errorf("a third person's %s = %d %s", step, a.Status, a.Body)
		}
	}
	if page := string(browser(s.Kit, "zhongcai").Do("GET", "/cases/"+s.ref, nil).Body); !strings.Contains(page, "第三人") {
		t.Error("the page does not name the third person")
	}
	verify(t, s.Kit)
}
