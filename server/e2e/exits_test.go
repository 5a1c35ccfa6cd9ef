package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// atTribunal brings a fresh case before a tribunal, with a hearing day set and noticed.
func atTribunal(s *story) {
	s.T.Helper()
	s.Clock.Set("2026-03-02")
	s.ref = file(s.Kit, s.intake, "").Ref
	s.intake.Step(s.ref, "accept", fourTests)
	s.serveOn("notice-to-respond", "2026-03-02")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.intake.Step(s.ref, "file-defence", nil)
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-02")
}

// serveOn records service without moving the clock.
func (s *story) serveOn(paper, on string) {
	s.T.Helper()
	for _, d := range s.intake.See(s.ref).Documents {
		for _, to := range d.To {
			if string(d.Paper) == paper && to.On.IsZero() {
				s.intake.Step(s.ref, "serve-document", j{"document": d.ID, "party": to.Party, "method": "post", "proof": "EMS 1", "receiver": "本人", "on": on})
			}
		}
	}
}

// closes proposes and approves a closing, and checks mode, date and paper.
func (s *story) closes(event string, body j, mode workflows.Mode, paper string) {
	s.T.Helper()
	s.arbitrator.Step(s.ref, "propose-"+event, body)
	d := s.head.Step(s.ref, event, nil)
	if d.Mode != mode || d.State != workflows.Closed || len(d.Papers) == 0 || string(d.Papers[0].Paper) != paper {
		s.T.Errorf("%s: %s in %s with %v, want %s and a %s", event, d.Mode, d.State, d.Papers, mode, paper)
	}
	s.arbitrator.Refused(s.ref, "attempt-mediation", j{"result": "failed"}, "not-open-in-this-state")
}

// Every way in which a case ends, through the door, with its paper.
func TestEveryWayToClose(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	reason := j{"reason": "理由如卷", "ground": "other", "commission": "临海市劳动人事争议仲裁委员会"}

	atTribunal(s)
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "agreed", "terms": "单位支付 800 元。"})
	s.closes("close-by-mediation", j{"applicant_signed_on": "2026-03-02", "respondent_signed_on": "2026-03-02", "amount": "800.00"}, workflows.Mediated, "mediation-document")
	atTribunal(s)
	s.intake.Step(s.ref, "ask-withdrawal", j{"settled": true})
	s.closes("allow-withdrawal", nil, workflows.WithdrawnSettled, "withdrawal-decision")
	atTribunal(s)
	s.intake.Step(s.ref, "ask-withdrawal", nil)
	s.closes("allow-withdrawal", nil, workflows.WithdrawnVoluntary, "withdrawal-decision")
	atTribunal(s)
	s.closes("terminate", j{"ground": "no-successor", "reason": "申请人死亡，没有继承人。"}, workflows.Terminated, "termination-decision")
	atTribunal(s)
	s.closes("transfer", j{"reason": reason["reason"], "commission": reason["commission"]}, workflows.Transferred, "transfer-letter")
	atTribunal(s)
	s.closes("cancel", j{"reason": reason["reason"]}, workflows.Cancelled, "cancellation-decision")
	atTribunal(s)
	s.arbitrator.Refused(s.ref, "propose-deem-withdrawn", j{"reason": "经通知未到庭"}, "applicant-not-absent")
	s.Clock.Set("2026-03-16")
	s.arbitrator.Refused(s.ref, "open-hearing", j{"applicant_present": false, "respondent_present": true}, "nobody-came")
	s.closes("deem-withdrawn", j{"reason": "经书面通知未到庭"}, workflows.DeemedWithdrawn, "deemed-withdrawal-decision")
	verify(t, s.Kit)
}

// Suspension, stop and extension move the award clock; each is proposed and decided by two people.
func TestWhatMovesTheClock(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.dueOn(workflows.AwardPeriod, "2026-04-16")
	s.Clock.Set("2026-03-10")
	s.arbitrator.Step(s.ref, "propose-suspend", j{"ground": "appraisal", "reason": "等待工伤认定"})
	s.director.Step(s.ref, "suspend", nil)
	s.dueOn(workflows.AwardPeriod, "")
	s.arbitrator.Refused(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭"}, "case-suspended")
	s.Clock.Set("2026-03-20")
	s.arbitrator.Step(s.ref, "resume", nil)
	s.dueOn(workflows.AwardPeriod, "2026-04-27") // ten days more end on a Sunday
	s.arbitrator.Step(s.ref, "propose-extend-award-period", j{"days": 15, "reason": "案情复杂"})
	s.employerJoins()
	if v := s.employer.See(s.ref); v.Proposal != nil || strings.HasPrefix(string(v.Timeline[0].Event), "propose-") {
		t.Errorf("a party sees what is only proposed: %+v, %s", v.Proposal, v.Timeline[0].Event)
	}
	s.director.Step(s.ref, "extend-award-period", nil)
	s.arbitrator.Refused(s.ref, "propose-extend-award-period", j{"days": 1, "reason": "再延"}, "extension-limits")
	s.dueOn(workflows.AwardPeriod, "2026-05-11")
	s.arbitrator.Step(s.ref, "stop-clock", j{"kind": "inquiry", "ground": "委托临海调查"})
	s.Clock.Set("2026-03-25")
	s.arbitrator.Step(s.ref, "end-stop", nil)
	s.dueOn(workflows.AwardPeriod, "2026-05-18") // five days more: a Saturday, rolled to Monday
	s.arbitrator.Step(s.ref, "propose-suspend", j{"ground": "other", "reason": "误报"})
	s.director.Step(s.ref, "decline-proposal", j{"reason": "不符合中止情形"})
	verify(t, s.Kit)
}

// An application waits for mediation: agreed, it is settled; failed, the registry decides in five
// working days from then.
func TestAcceptanceWaitsForMediation(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	for _, outcome := range []string{"fail-mediation", "sign-agreement"} {
		s.Clock.Set("2026-03-02")
		s.ref = file(s.Kit, s.intake, "").Ref
		s.intake.Refused(s.ref, "hold-for-mediation", j{"organisation": 1, "consent": false}, "hold-needs-consent")
		s.intake.Step(s.ref, "hold-for-mediation", j{"organisation": 1, "consent": true})
		s.intake.Refused(s.ref, "accept", fourTests, "held-for-mediation")
		s.manager.Step(s.ref, "assign-mediator", j{"mediator": s.manager.See(s.ref).Choices.Mediators[0].ID})
		s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
		s.Clock.Set("2026-03-09")
		if outcome == "fail-mediation" {
			s.mediator.Step(s.ref, outcome, nil)
			s.dueOn(workflows.AcceptancePeriod, "2026-03-16")
			s.intake.Step(s.ref, "accept", fourTests)
			continue
		}
		s.agree(j{"terms": "三日内付清 SECRETTERMS", "amount": "900.00", "perform_by": "2026-03-12"})
		if v := s.mediator.See(s.ref); v.State != workflows.Settled || v.Mediation.AgreedAmount == nil {
			t.Errorf("settled: %s %+v", v.State, v.Mediation)
		}
		if a := s.intake.Do("GET", "/api/v1/cases/"+s.ref, nil); strings.Contains(string(a.Body), "900.00") || strings.Contains(string(a.Body), "SECRETTERMS") {
			t.Error("the registry sees what was agreed in mediation")
		}
	}
	var f struct {
		Counters []struct {
			Symbol string
			N      int
		}
	}
	s.statistic.Get("/api/v1/figures", &f)
	for _, c := range f.Counters {
		if (c.Symbol == "MS" || c.Symbol == "MF") && c.N != 1 {
			t.Errorf("%s = %d, want 1", c.Symbol, c.N)
		}
	}
	verify(t, s.Kit)
}
