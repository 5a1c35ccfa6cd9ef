package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// agreedOn brings a dispute to an agreement in force on the day of its last mark, 2026-03-11.
func agreedOn(s *story) {
	s.T.Helper()
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": s.manager.See(s.ref).Choices.Mediators[0].ID})
	s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
	s.employerJoins()
	s.Clock.Set("2026-03-09")
	s.mediator.Step(s.ref, "hold-session", j{"outcome": "agreed-in-principle", "attended": "双方到场", "notes": "各让一步", "applicant_offer": "33333.00", "respondent_offer": "33333.00", "applicant_terms": "三月底付清", "respondent_terms": "三月底付清"})
	s.mediator.Refused(s.ref, "sign-agreement", nil, "no-agreement-drafted")
	s.mediator.Step(s.ref, "draft-agreement", j{"instalments": []j{{"due": "2026-03-20", "amount": "13333.00"}, {"due": "2026-03-31", "amount": "20000.00"}}})
	s.Clock.Set("2026-03-11")
	s.signs(s.worker)
	if a := s.worker.Try(s.ref, "sign-agreement", nil); a.Code() != "already-marked" {
		s.T.Errorf("signed twice: %d %s", a.Status, a.Code())
	}
	s.mediator.Step(s.ref, "sign-agreement", nil)
	s.manager.Step(s.ref, "sign-agreement", nil)
	if d := s.signs(s.employer); d.State != workflows.Settled {
		s.T.Fatalf("after the last of four marks: %s", d.State)
	}
}

// The worker asks the employer to talk; no answer is a refusal, on record by itself, and what was
// claimed interrupts the time to apply.
func TestTalksThatCameToNothing(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "ask-talks", nil)
	s.dueOn(workflows.TalksPeriod, "2026-03-09") // the 7th is a Saturday
	s.worker.Refused(s.ref, "ask-talks", nil, "talks-running")
	s.worker.Refused(s.ref, "answer-talks", j{"agree": true}, "talks-answered-by-asker")
	s.Clock.Set("2026-03-09")
	s.sweep(0)
	s.Clock.Set("2026-03-10")
	s.sweep(1)
	if b := intakeOf(s.worker, s.ref).Breaks; len(b) != 2 {
		t.Errorf("interruptions: %+v", b)
	}
	s.worker.Step(s.ref, "ask-talks", nil)
	s.intake.Step(s.ref, "answer-talks", j{"agree": true, "side": "respondent"})
	s.worker.Refused(s.ref, "extend-talks", j{"until": "2026-03-20", "both_agree": false}, "talks-term-needs-both")
	s.worker.Step(s.ref, "extend-talks", j{"until": "2026-03-20", "both_agree": true})
	s.dueOn(workflows.TalksPeriod, "2026-03-20")
	s.worker.Step(s.ref, "fail-talks", nil)
	s.worker.Step(s.ref, "file-application", nil)
	verify(t, s.Kit)
}

// An agreement is in force with the last of four marks; both ask for a review, which is taken up with
// a number of its own, extended once, and ends in a document that can be enforced. What was offered
// and agreed on never shows outside.
func TestAnAgreementIsReviewed(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	agreedOn(s)
	s.dueOn(workflows.ReviewApplication, "2026-03-26")
	s.dueOn(workflows.ConfirmationPeriod, "2026-04-10")
	s.Clock.Set("2026-03-12")
	s.intake.Refused(s.ref, "accept-review", nil, "review-not-asked-by-both")
	s.worker.Step(s.ref, "ask-review", nil)
	s.worker.Refused(s.ref, "ask-review", nil, "review-asked")
	s.intake.Refused(s.ref, "accept-review", nil, "review-not-asked-by-both")
	s.employer.Step(s.ref, "ask-review", nil)
	s.intake.Step(s.ref, "accept-review", nil)
	if got := one(t, s.Kit, "select number from reviews"); got != "仙劳人仲审〔2026〕1号" {
		t.Errorf("the review's number is %q", got)
	}
	s.dueOn(workflows.ReviewPeriod, "2026-03-19")
	s.intake.Step(s.ref, "propose-extend-review", j{"reason": "需要核实金额。"})
	s.intake.Refused(s.ref, "propose-replace-agreement", j{"lawful": true}, "proposal-pending")
	s.director.Step(s.ref, "extend-review", nil)
	s.dueOn(workflows.ReviewPeriod, "2026-03-26")
	s.intake.Step(s.ref, "propose-replace-agreement", j{"lawful": true})
	done := s.head.Step(s.ref, "replace-agreement", nil)
	if len(done.Papers) != 1 || done.Papers[0].Paper != workflows.ReviewDocument {
		t.Fatalf("papers = %v", done.Papers)
	}
	for _, side := range []string{"申1", "被1"} {
		s.intake.Step(s.ref, "serve-document", j{"document": done.Papers[0].ID, "party": side, "method": "direct", "proof": "回证", "receiver": "本人"})
	}
	s.worker.Refused(s.ref, "file-application", nil, "document-in-force")
	for _, c := range []*testkit.Client{s.arbitrator, s.stranger, s.statistic} {
		if a := c.Do("GET", "/api/v1/cases/"+s.ref, nil); strings.Contains(string(a.Body), "33333") || strings.Contains(string(a.Body), "33,333") {
			t.Errorf("%s sees what was agreed on", c.Login)
		}
	}
	if log := one(t, s.Kit, "select string_agg(detail::text, '') from case_events"); strings.Contains(log, "33333") || strings.Contains(log, "3333300") {
		t.Errorf("the record shows what was agreed on: %s", log)
	}
	figuresAgree(t, s.Kit)
	verify(t, s.Kit)
}

// What was not kept: the first instalment is paid, the second is not; the worker asks for a payment
// order, which the court issues, and after the debtor's fifteen days it can be enforced.
func TestAnAgreementIsNotKept(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	agreedOn(s)
	order := func(stage string, more j) j {
		body := j{"stage": stage, "court": "仙居县人民法院"}
		for k, v := range more {
			body[k] = v
		}
		return body
	}
	s.Clock.Set("2026-03-20")
	s.mediator.Step(s.ref, "record-payment", j{"result": "part", "amount": "13333.00"})
	early := s.mediator.Try(s.ref, "record-payment", j{"result": "not-paid"}) // the second instalment is due on the 31st
	if early.Status != 409 || early.Code() != "payment-not-due" || !strings.Contains(string(early.Body), "2026-04-01") {
		t.Errorf("“not paid” before its day: %d %s", early.Status, early.Body)
	}
	s.worker.Refused(s.ref, "record-payment-order", order("applied", j{"kinds": []string{"wages"}}), "agreement-not-broken")
	s.Clock.Set("2026-04-01")
	s.mediator.Step(s.ref, "record-payment", j{"result": "not-paid"})
	s.invalid(s.worker, "record-payment-order", order("applied", nil), "kinds")
	s.worker.Step(s.ref, "record-payment-order", order("applied", j{"kinds": []string{"wages"}}))
	s.dueOn(workflows.CourtReply, "2026-04-07")
	s.worker.Refused(s.ref, "record-payment-order", order("received", nil), "payment-order-out-of-order")
	s.Clock.Set("2026-04-10")
	for _, stage := range []string{"taken-up", "issued", "received"} {
		s.worker.Step(s.ref, "record-payment-order", order(stage, nil))
	}
	s.dueOn(workflows.DebtorPeriod, "2026-04-27") // the 25th is a Saturday
	s.worker.Refused(s.ref, "record-payment-order", order("enforceable", nil), "debtor-still-in-time")
	s.Clock.Set("2026-04-28")
	s.worker.Step(s.ref, "record-payment-order", order("enforceable", nil))
	s.worker.Step(s.ref, "file-application", nil) // the way to arbitration stays open, with nothing retyped
	if v := s.worker.See(s.ref); len(v.Claims) != 2 || len(v.Respondents) != 1 {
		t.Errorf("the application lost something: %+v", v.Claims)
	}
	verify(t, s.Kit)
}

// Both ask the court to confirm it, in time and together; a late review needs the head's approval.
func TestConfirmationAndALateReview(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	agreedOn(s)
	s.Clock.Set("2026-03-27")
	s.worker.Refused(s.ref, "ask-review", nil, "review-too-late")
	s.intake.Step(s.ref, "propose-allow-late-review", j{"reason": "单位迟迟不配合，劳动者按期提出过。"})
	s.head.Step(s.ref, "allow-late-review", nil)
	s.intake.Step(s.ref, "ask-review", j{"joint": true})
	s.intake.Step(s.ref, "accept-review", nil)
	s.worker.Step(s.ref, "withdraw-review", nil)
	body := j{"stage": "applied", "court": "仙居县人民法院"}
	s.worker.Refused(s.ref, "record-confirmation", body, "confirmation-needs-both")
	body["joint"] = true
	s.worker.Step(s.ref, "record-confirmation", body)
	s.worker.Step(s.ref, "record-confirmation", j{"stage": "held-valid", "court": "仙居县人民法院", "reason": "（2026）浙1024民特1号"})
	s.intake.Refused(s.ref, "ask-review", j{"joint": true}, "judicially-confirmed")
	s.worker.Refused(s.ref, "file-application", nil, "document-in-force")
	verify(t, s.Kit)
}

// A tribunal entrusts the mediation to an organisation if both agree: ten working days, and the award
// clock runs on.
func TestAnEntrustedMediation(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	before := s.due(workflows.AwardPeriod)
	s.arbitrator.Refused(s.ref, "entrust-mediation", j{"organisation": 1, "both_agree": false}, "entrusting-needs-both")
	s.invalid(s.arbitrator, "entrust-mediation", j{"organisation": 99, "both_agree": true}, "organisation")
	s.arbitrator.Step(s.ref, "entrust-mediation", j{"organisation": 1, "both_agree": true})
	s.dueOn(workflows.AwardPeriod, before)
	if s.due(workflows.EntrustedPeriod) == "" {
		t.Error("an entrusted mediation has ten working days")
	}
	s.arbitrator.Step(s.ref, "end-entrusted", j{"outcome": "failed"})
	s.arbitrator.Refused(s.ref, "entrust-mediation", j{"organisation": 1, "both_agree": true}, "entrusted-before")
	if v := s.arbitrator.See(s.ref); v.State != workflows.Scheduled {
		t.Errorf("after it the hearing goes on: %s", v.State)
	}
	verify(t, s.Kit)
}
