package e2e

import (
	"fmt"
	"maps"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

type j = testkit.J

func (s *story) workerAsksForAdvice() {
	var done casework.Done
	s.worker.Want(200, s.worker.Do("POST", "/api/v1/cases", j{
		"ask": "consultation", "town": "福应街道", "cause": "A03", "facts": "2026年1月起拖欠工资。",
		"applicants":  []j{{"kind": "worker", "name": "林小芬", "id_number": "110101199003070310", "phone": "13857612345", "address": "浙江省仙居县福应街道1号", "e_service": true}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某医药化工机械有限公司", "phone": "0576-87770001", "address": "浙江省仙居县经济开发区2号"}},
		"claims":      []j{{"code": "M01", "amount": "18600.00", "period_from": "2026-01-01", "period_to": "2026-02-28"}, {"code": "M05", "amount": "36400"}},
	}), &done)
	s.ref, s.code = done.Ref, done.QueryCode
	s.stage(workflows.Consulting)
	s.told(s.worker, "received")
	s.intake.Step(s.ref, "give-advice", j{"advice": "可以先申请调解。"})
	s.stage(workflows.Advised)
}

func (s *story) mediationIsTriedAndFails() {
	s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": s.manager.See(s.ref).Choices.Mediators[0].ID})
	s.mediator.Refused(s.ref, "hold-session", j{"outcome": "apart", "attended": "双方", "notes": "x"}, "mediation-needs-both")
	s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
	s.stage(workflows.Mediating)
	s.dueOn(workflows.MediationPeriod, "2026-03-17")
	s.Clock.Set("2026-03-09")
	s.mediator.Step(s.ref, "hold-session", j{"outcome": "apart", "attended": "双方到场", "notes": "单位只肯付一半", "applicant_offer": "40000.00", "respondent_offer": "20000.00"})
	s.mediator.Step(s.ref, "fail-mediation", nil)
	s.stage(workflows.Unsettled)
}

// agree drafts an agreement and puts the four marks on it: both sides on paper, the mediator's, the seal.
func (s *story) agree(terms j) {
	s.T.Helper()
	s.mediator.Step(s.ref, "draft-agreement", terms)
	s.mediator.Step(s.ref, "sign-agreement", j{"party": "申1", "paper": "调解卷第3页"})
	s.mediator.Step(s.ref, "sign-agreement", j{"party": "被1", "paper": "调解卷第3页"})
	s.mediator.Step(s.ref, "sign-agreement", nil)
	s.manager.Step(s.ref, "sign-agreement", nil)
}

func (s *story) workerFilesWithNothingRetyped() {
	s.Clock.Set("2026-03-10")
	s.worker.Step(s.ref, "file-application", nil)
	v := s.worker.See(s.ref)
	if len(v.Claims) != 2 || v.ClaimTotal != 5_500_000 || len(v.Applicants) != 1 {
		s.T.Fatalf("the application lost something: %+v", v)
	}
	s.stage(workflows.Filed)
	s.dueOn(workflows.AcceptancePeriod, "2026-03-17")
}

func (s *story) registryAccepts() {
	s.Clock.Set("2026-03-12")
	tests := j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": false}
	s.intake.Refused(s.ref, "accept", tests, "acceptance-tests")
	tests["jurisdiction"] = true
	done := s.intake.Step(s.ref, "accept", tests)
	if done.Number != "仙劳人仲案〔2026〕1号" {
		s.T.Fatalf("number = %s", done.Number)
	}
	s.stage(workflows.Accepted)
	s.told(s.worker, "accepted")
	s.dueOn(workflows.AwardPeriod, "2026-04-27") // the forty-fifth day, 26 April, is a Sunday
	s.serve("notice-to-respond", "direct", "2026-03-13")
	s.dueOn(workflows.DefencePeriod, "2026-03-27")
}

// serve records that the newest paper of a kind reached everybody it is addressed to.
func (s *story) serve(paper, method, on string) {
	s.T.Helper()
	v := s.intake.See(s.ref)
	for i := len(v.Documents) - 1; i >= 0; i-- {
		d := v.Documents[i]
		if string(d.Paper) != paper {
			continue
		}
		s.Clock.Set(on)
		for _, to := range d.To {
			s.intake.Step(s.ref, "serve-document", j{"document": d.ID, "party": to.Party, "method": method, "proof": "回证 S-1", "receiver": to.Name, "on": on})
		}
		return
	}
	s.T.Fatalf("no paper %s in %v", paper, v.Documents)
}

// numbered fails unless a paper has the number on record and says it.
func (s *story) numbered(paper workflows.Paper, want string) {
	s.T.Helper()
	for _, d := range s.intake.See(s.ref).Documents {
		if d.Paper != paper {
			continue
		}
		var p casework.Paper
		s.intake.Get(fmt.Sprintf("/api/v1/cases/%s/documents/%d", s.ref, d.ID), &p)
		if d.Number != want || !strings.Contains(p.Text, "\n"+want+"\n") {
			s.T.Errorf("%s is numbered %s, want %s\n%s", paper, d.Number, want, p.Text)
		}
		return
	}
	s.T.Errorf("no paper %s", paper)
}

func (s *story) evidenceComesIn() {
	for i, f := range []struct{ name string }{{"工资条.pdf"}, {"打卡.png"}, {"聊天记录.txt"}} {
		a := s.worker.Upload(s.ref, map[string]string{"title": f.name, "proves": "拖欠工资", "claim": "1"}, f.name, sample(f.name))
		var d casework.Done
		s.worker.Want(200, a, &d)
		if want := fmt.Sprintf("申%d", i+1); d.Exhibit != want {
			s.T.Fatalf("exhibit = %s, want %s", d.Exhibit, want)
		}
	}
	s.intake.Step(s.ref, "file-defence", nil)
}

func (s *story) tribunalIsFormedAndHears() {
	s.Clock.Set("2026-03-16")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.serve("tribunal-notice", "direct", "2026-03-17")
	s.arbitrator.Refused(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-19", "starts": "09:00", "place": "第一仲裁庭"}, "hearing-too-soon")
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭"})
	s.stage(workflows.Scheduled)
	s.dueOn(workflows.HearingNotice, "2026-03-23")
	s.serve("hearing-notice", "direct", "2026-03-18")
	s.arbitrator.Refused(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true}, "not-the-hearing-day")
	s.Clock.Set("2026-03-30")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true, "present": []string{"林小芬", "张某"}})
	s.stage(workflows.Hearing)
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	s.stage(workflows.Deliberating)
}

func (s *story) awardIsMadeAndServed() {
	s.Clock.Set("2026-04-08")
	award := j{"items": []j{
		{"no": 1, "decision": "supported", "amount": "18600.00", "final": true, "reasons": "工资条和打卡记录可以证明。"},
		{"no": 2, "decision": "partly", "amount": "18200.00", "final": false, "reasons": "工作年限为三年半。"}}}
	s.arbitrator.Refused(s.ref, "propose-make-award", award, "mediation-not-attempted")
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	s.arbitrator.Step(s.ref, "propose-make-award", award)
	done := s.head.Step(s.ref, "make-award", nil)
	if done.Mode != workflows.AwardBoth || done.State != workflows.Closed {
		s.T.Fatalf("closed as %s in %s", done.Mode, done.State)
	}
	s.numbered("award-final", "仙劳人仲裁〔2026〕1-1号")
	s.numbered("award-nonfinal", "仙劳人仲裁〔2026〕1-2号")
	s.numbered("receipt", "仙劳人仲收〔2026〕1号")
	s.serve("award-final", "direct", "2026-04-09")
	s.serve("award-nonfinal", "direct", "2026-04-09")
	s.stage(workflows.Closed)
	s.told(s.worker, "awarded")
	s.dueOn(workflows.SuitPeriod, "2026-04-24")
	s.arbitrator.Refused(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true}, "not-open-in-this-state")
	s.recorder.Step(s.ref, "archive", nil)
}

func idOf(list []casework.Choice, name string) int64 {
	for _, c := range list {
		if c.Name == name {
			return c.ID
		}
	}
	return 0
}

// One acceptance, one closing, one failed mediation: nothing else moved.
func (s *story) figuresMovedByExactlyThisCase() {
	var after casework.Figures
	s.statistic.Get("/api/v1/figures", &after)
	moved := map[string]int{}
	for i, c := range after.Counters {
		if d := c.N - s.before.Counters[i].N; d != 0 {
			moved[c.Symbol] = d
		}
	}
	if want := map[string]int{"A": 1, "K": 1, "Kn": 1, "MF": 1}; !maps.Equal(moved, want) || !after.Balanced {
		s.T.Errorf("the figures moved by %v, want %v", moved, want)
	}
	var behind casework.FigureCases
	s.director.Get("/api/v1/figures/cases?number=AWARD_BOTH", &behind)
	if len(behind.Rows) != 1 || behind.Rows[0].Ref != s.ref {
		s.T.Errorf("behind AWARD_BOTH: %v", behind.Rows)
	}
	for _, month := range after.Months {
		if (month.Month == 3) != (month.Accepted == 1) || (month.Month == 4) != (month.Closed == 1) {
			s.T.Errorf("month %d: accepted %d, closed %d", month.Month, month.Accepted, month.Closed)
		}
	}
	figuresAgree(s.T, s.Kit)
}
