package e2e

import (
	"fmt"
	"strings"
	"testing"

	"tiaocai/models"
	"tiaocai/server/casework"
	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// offered makes an offer as a party and returns its number.
func (s *story) offered(c *testkit.Client, amount, terms, payBy, until string) int64 {
	s.T.Helper()
	c.Step(s.ref, "make-offer", j{"amount": amount, "terms": terms, "pay_by": payBy, "until": until})
	for _, o := range c.See(s.ref).Offers.Open {
		if o.Mine {
			return o.ID
		}
	}
	s.T.Fatalf("%s made no offer", c.Login)
	return 0
}

// inTalks brings a dispute before a mediator, with both sides' accounts in it.
func inTalks(s *story) {
	s.T.Helper()
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": idOf(s.manager.See(s.ref).Choices.Mediators, "徐美珍")})
	s.employerJoins()
}

// Offers go to and fro between the two sides: a new one takes the place of the old, each is answered once and by the
// other side, the last day counts, and the clock voids what nobody answered.
func TestOffersGoToAndFroUntilTheirLastDay(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	inTalks(s)
	offer := func(id int64) j { return j{"offer": id} }
	good := j{"amount": "30000.00", "terms": "一次付清。", "pay_by": "2026-03-31", "until": "2026-03-05"}
	for field, wrong := range map[string]any{"until": "2026-03-01", "pay_by": "2026-03-01", "amount": "三万", "terms": ""} {
		body := j{}
		for k, v := range good {
			body[k] = v
		}
		body[field] = wrong
		s.invalid(s.employer, "make-offer", body, field)
	}
	s.invalid(s.employer, "make-offer", j{"amount": "1.00", "terms": "一次付清。", "pay_by": "2026-12-31", "until": "2026-12-05"}, "until")
	s.invalid(s.employer, "make-offer", j{"amount": "1.00", "terms": "一次付清。", "pay_by": "2026-03-31", "until": "2026-03-18"}, "until") // the mediation ends the day before
	s.invalid(s.employer, "make-offer", j{"amount": "1.00", "terms": "一次付清。", "pay_by": "2026-03-04", "until": "2026-03-05"}, "pay_by")
	s.worker.Refused(s.ref, "accept-offer", offer(1), "no-offer-to-answer")
	s.worker.Refused(s.ref, "decline-offer", offer(1), "no-offer-to-answer")
	s.worker.Refused(s.ref, "withdraw-offer", offer(1), "no-offer-to-withdraw")

	first := s.offered(s.employer, "20000.00", "一次付清。", "2026-03-31", "2026-03-05")
	s.told(s.worker, "offer-made")
	s.employer.Refused(s.ref, "accept-offer", offer(first), "no-offer-to-answer") // nobody accepts their own
	second := s.offered(s.employer, "25000.00", "一次付清。", "2026-03-31", "2026-03-05")
	s.invalid(s.worker, "accept-offer", offer(first), "offer") // what was read is not what is open now
	s.worker.Step(s.ref, "decline-offer", offer(second))
	s.told(s.employer, "offer-declined")
	own := s.offered(s.worker, "40000.00", "一次付清。", "2026-03-20", "2026-03-06")
	s.worker.Step(s.ref, "withdraw-offer", offer(own))
	s.employer.Refused(s.ref, "accept-offer", offer(own), "no-offer-to-answer")

	third := s.offered(s.employer, "27000.00", "一次付清。", "2026-03-31", "2026-03-05")
	s.Clock.Set("2026-03-05")
	s.sweep(0) // the last day is one of its days
	s.Clock.Set("2026-03-06")
	if a := s.worker.Try(s.ref, "accept-offer", offer(third)); a.Code() != "offer-run-out" { // before the clock has come to it
		t.Errorf("accepted after its last day: %d %s", a.Status, a.Body)
	}
	if v := s.worker.See(s.ref).Offers; len(v.Open) != 0 || v.Past[0].State != models.OfferLapsed || v.Past[0].EndedOn.String() != "2026-03-06" {
		t.Errorf("after its last day: %+v", v)
	}
	s.sweep(1)
	s.sweep(0)
	s.told(s.employer, "offer-lapsed")
	fourth := s.offered(s.employer, "28000.00", "一次付清。", "2026-03-31", "2026-03-09")
	s.Clock.Set("2026-03-09")
	s.worker.Step(s.ref, "accept-offer", offer(fourth))
	s.employer.Refused(s.ref, "withdraw-offer", offer(fourth), "no-offer-to-withdraw")
	s.told(s.worker, "offer-accepted")
	states := ""
	for _, o := range s.employer.See(s.ref).Offers.Past {
		states += " " + string(o.State)
	}
	if states != " accepted lapsed withdrawn declined replaced" {
		t.Errorf("what became of them:%s", states)
	}
	// a mediation that is over takes its open offers along
	s.offered(s.employer, "29000.00", "一次付清。", "2026-03-31", "2026-03-17")
	s.mediator.Step(s.ref, "fail-mediation", nil)
	if got := one(t, s.Kit, "select string_agg(state, ' ' order by id) from offers where ended_by is null"); got != "lapsed ended" {
		t.Errorf("ended by nobody: %s", got)
	}
	verify(t, s.Kit)
}

// What both sides accepted in mediation is the draft of the agreement: the mediator types nothing, the log says that both
// accepted it, and both sign.
func TestAnAcceptedOfferBecomesTheAgreement(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	inTalks(s)
	id := s.offered(s.employer, "31415.00", "付清后开离职证明。", "2026-03-31", "2026-03-09")
	s.worker.Step(s.ref, "accept-offer", j{"offer": id})
	if v := s.mediator.See(s.ref); v.Offers == nil || v.Offers.Agreed == nil || v.Offers.Agreed.Amount != 3_141_500 || !v.Mediation.RespondentConsents {
		t.Fatalf("the mediator sees %+v", v.Offers)
	}
	if page := s.mediator.Do("GET", "/cases/"+s.ref+"/notes", nil); !strings.Contains(string(page.Body), "双方已接受") || !strings.Contains(string(page.Body), "31,415.00") {
		t.Error("the log does not say that both accepted")
	}
	if form := s.mediator.Do("GET", "/cases/"+s.ref+"/steps/draft-agreement", nil); !strings.Contains(string(form.Body), "付清后开离职证明。") || !strings.Contains(string(form.Body), `value="31415.00"`) {
		t.Error("the draft's form does not hold what was accepted")
	}
	s.mediator.Step(s.ref, "draft-agreement", nil)
	var page casework.Signing
	s.worker.Get("/api/v1/cases/"+s.ref+"/agreement", &page)
	if !strings.Contains(page.Text, "31,415.00") || !strings.Contains(page.Text, "付清后开离职证明") || page.Agreement.PerformBy.String() != "2026-03-31" {
		t.Fatalf("the agreement:\n%s", page.Text)
	}
	s.signs(s.worker)
	s.mediator.Step(s.ref, "sign-agreement", nil)
	s.manager.Step(s.ref, "sign-agreement", nil)
	if d := s.signs(s.employer); d.State != workflows.Settled {
		t.Errorf("after the last mark: %s", d.State)
	}
	if p := s.worker.See(s.ref).Performance; p == nil || !p.MayReport || p.Amount != 3_141_500 || len(p.Instalments) != 1 {
		t.Errorf("to be performed: %+v", p)
	}
	verify(t, s.Kit)
}

// Settling is a disposal: an agent with general authority neither reads offers nor makes or answers one, and is told so
// before trying; one with special authority may.
func TestAnAgentSettlesOnlyWithSpecialAuthority(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.employerJoins()
	s.workerJoins()
	agent := s.As("agent")
	appoint := func(special bool) {
		s.intake.Step(s.ref, "add-agent", j{"party": "被1", "name": "金律师", "kind": "lawyer", "special": special, "proof": "授权委托书一份"})
		var code struct{ Code string }
		list := s.intake.See(s.ref).Respondents[0].Agents
		s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/codes", j{"party": "被1", "agent": list[len(list)-1].ID}), &code)
		agent.Want(200, agent.Do("POST", "/api/v1/link", j{"code": code.Code}), nil)
	}
	appoint(false)
	body := j{"amount": "9000.00", "terms": "一次付清。", "pay_by": "2026-03-31", "until": "2026-03-09"}
	id := s.offered(s.worker, "9000.00", "一次付清。", "2026-03-31", "2026-03-09")
	for _, event := range []string{"make-offer", "accept-offer", "decline-offer", "withdraw-offer", "ask-mediation-document"} {
		in := body
		if event != "make-offer" {
			in = j{"offer": id}
		}
		if event == "ask-mediation-document" {
			in = nil
		}
		if a := agent.Try(s.ref, event, in); a.Status != 403 {
			t.Errorf("general authority: %s is %d %s", event, a.Status, a.Body)
		}
	}
	if a := agent.Do("GET", fmt.Sprintf("/api/v1/cases/%s/offers/%d", s.ref, id), nil); a.Status != 403 {
		t.Errorf("general authority reads the offer: %d", a.Status)
	}
	v := agent.See(s.ref)
	if v.Offers != nil {
		t.Errorf("general authority sees %+v", v.Offers)
	}
	for _, o := range v.Options {
		if o.Event == workflows.MakeOffer && (o.Open || o.Code != "special-authority") {
			t.Errorf("the page offers it what it may not do: %+v", o)
		}
	}
	before := shutBy(v, workflows.AskDocument)
	s.employer.Step(s.ref, "accept-offer", j{"offer": id})
	if now := shutBy(agent.See(s.ref), workflows.AskDocument); now != before || now != "no-offer-agreed" {
		t.Errorf("general authority learns from a shut step that an offer was accepted: %q, before it %q", now, before)
	}
	id = s.offered(s.worker, "9000.00", "一次付清。", "2026-03-31", "2026-03-09")
	s.intake.Step(s.ref, "end-agency", j{"agent": v.Respondents[0].Agents[0].ID, "reason": "revoked"})
	appoint(true)
	agent.Step(s.ref, "accept-offer", j{"offer": id})
	agent.Step(s.ref, "ask-mediation-document", nil)
	verify(t, s.Kit)
}

// Before the tribunal an accepted offer closes nothing and tells it nothing. When a side asks, the tribunal reads what was
// settled, finds it in its form, and closes by a mediation document.
func TestTheTribunalLearnsOfASettlementFromThePartiesAlone(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.employerJoins()
	s.workerJoins()
	s.worker.Refused(s.ref, "ask-mediation-document", nil, "no-offer-agreed")
	before := s.arbitrator.See(s.ref)
	id := s.offered(s.employer, "27182.00", "一次付清，MARKER7Q3Z。", "2026-03-31", "2026-03-09")
	s.worker.Step(s.ref, "accept-offer", j{"offer": id})
	if v := s.worker.See(s.ref); v.State != workflows.Scheduled || v.Offers.Agreed == nil || !strings.Contains(v.Offers.Agreed.Document, "27,182.00") {
		t.Fatalf("the worker reads %+v", v.Offers)
	}
	if v := s.arbitrator.See(s.ref); v.DocumentAsked != nil || v.Next.Task == workflows.MakeDocument || len(v.Timeline) != len(before.Timeline) {
		t.Errorf("the tribunal knows: %+v", v.DocumentAsked)
	}
	// what happened behind the wall makes nobody look again
	version := before.Version
	if a := s.arbitrator.Do("POST", "/api/v1/cases/"+s.ref+"/schedule-hearing", j{"hearing_on": "2026-03-17", "starts": "09:00", "place": "第一仲裁庭"}, "If-Match", fmt.Sprint(version)); a.Status != 200 {
		t.Errorf("with the version seen before the offer: %d %s", a.Status, a.Body)
	}
	if a := s.arbitrator.Do("POST", "/api/v1/cases/"+s.ref+"/schedule-hearing", j{"hearing_on": "2026-03-18", "starts": "09:00", "place": "第一仲裁庭"}, "If-Match", fmt.Sprint(version)); a.Code() != "version-stale" || strings.Contains(string(a.Body), "和解") {
		t.Errorf("with a version that others changed: %d %s", a.Status, a.Body)
	}
	s.employer.Step(s.ref, "ask-mediation-document", nil)
	s.worker.Refused(s.ref, "ask-mediation-document", nil, "document-asked")
	v := s.arbitrator.See(s.ref)
	if v.DocumentAsked == nil || !strings.Contains(v.DocumentAsked.Terms, "MARKER7Q3Z") || v.Next.Task != workflows.MakeDocument || v.Offers != nil {
		t.Fatalf("the tribunal reads %+v, next %+v", v.DocumentAsked, v.Next)
	}
	if form := s.arbitrator.Do("GET", "/cases/"+s.ref+"/steps/attempt-mediation", nil); !strings.Contains(string(form.Body), "MARKER7Q3Z") {
		t.Error("the tribunal types it again")
	}
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "agreed", "terms": v.DocumentAsked.Terms})
	s.closes("close-by-mediation", j{"applicant_signed_on": "2026-03-02", "respondent_signed_on": "2026-03-02", "amount": "27182.00"}, workflows.Mediated, "mediation-document")
	verify(t, s.Kit)
}

// workerJoins links the worker's account to a case that was filed at the counter.
func (s *story) workerJoins() {
	s.T.Helper()
	var code struct{ Code string }
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/codes", j{"party": "申1"}), &code)
	s.worker.Want(200, s.worker.Do("POST", "/api/v1/link", j{"code": code.Code}), nil)
}

// The employer settles from a phone without scripts; the worker accepts at a desk, in English.
func TestTheEmployerSettlesFromThePhone(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	inTalks(s)
	if out, err := inbrowser.Run(t, ".", "offers.js", "BASE="+s.Base, "CASE="+s.ref); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	s.mediator.Step(s.ref, "draft-agreement", nil)
	verify(t, s.Kit)
}

// shutBy is why a step is shut to the reader; empty if it is open or not offered.
func shutBy(v *casework.CaseView, e workflows.Event) string {
	for _, o := range v.Options {
		if o.Event == e && !o.Open {
			return o.Code
		}
	}
	return ""
}
