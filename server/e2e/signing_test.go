package e2e

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"tiaocai/models"
	"tiaocai/server/casework"
	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

var sixDigits = regexp.MustCompile(`验证码 (\d{6})`)

// codeSent is the newest code to sign with that was sent to anybody.
func codeSent(k *testkit.Kit) string {
	k.T.Helper()
	var body string
	err := k.P.DB.Reading(k.T.Context(), k.Clock.Now(), func(tx *models.Tx) error {
		list, err := models.LastMessages(tx, 1)
		if err == nil {
			body = list[0].Body
		}
		return err
	})
	m := sixDigits.FindStringSubmatch(body)
	if err != nil || m == nil {
		k.T.Fatalf("no code was sent: %q, %v", body, err)
	}
	return m[1]
}

// signs puts a party's mark on the agreement with its own account: by a code, for the text as it stands.
func (s *story) signs(c *testkit.Client) *casework.Done {
	s.T.Helper()
	var sent casework.SigningSent
	c.Want(200, c.Do("POST", "/api/v1/cases/"+s.ref+"/agreement/code", j{}), &sent)
	return c.Step(s.ref, "sign-agreement", j{"code": codeSent(s.Kit), "hash": sent.Hash})
}

// Both parties sign on their phones: a code by message, for the text whose digest the page shows. A text that was
// changed meanwhile, a wrong code, one of somebody else and one that has run out sign nothing, and guessing is stopped.
func TestBothSignByCode(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": idOf(s.manager.See(s.ref).Choices.Mediators, "徐美珍")})
	s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
	s.employerJoins()
	ask := func(c *testkit.Client) testkit.Answer {
		return c.Do("POST", "/api/v1/cases/"+s.ref+"/agreement/code", j{})
	}
	if a := ask(s.worker); a.Code() != "no-agreement-drafted" {
		t.Errorf("a code before there is a text: %d %s", a.Status, a.Body)
	}
	s.mediator.Step(s.ref, "draft-agreement", j{"terms": "三月底付清。", "amount": "9000.00", "perform_by": "2026-03-31"})
	var page casework.Signing
	s.worker.Get("/api/v1/cases/"+s.ref+"/agreement", &page)
	if !page.May || !page.ByCode || !strings.Contains(page.Text, "三月底付清") || len(page.Hash) != 64 || len(page.Names) != 4 {
		t.Fatalf("the worker's view: %+v", page)
	}
	for _, c := range []*testkit.Client{s.arbitrator, s.intake, s.stranger, s.head} {
		if a := c.Do("GET", "/api/v1/cases/"+s.ref+"/agreement", nil); a.Status != 404 && a.Status != 403 {
			t.Errorf("%s reads the agreement: %d", c.Login, a.Status)
		}
	}
	s.invalid(s.worker, "sign-agreement", nil, "code")
	var sent casework.SigningSent
	s.worker.Want(200, ask(s.worker), &sent)
	if sent.Hash != page.Hash || sent.Party != "申1" || !strings.Contains(sent.To, "*") {
		t.Errorf("sent: %+v", sent)
	}
	code := codeSent(s.Kit)
	if a := ask(s.worker); a.Status != 429 || a.Header.Get("Retry-After") == "" {
		t.Errorf("a second code at once: %d", a.Status)
	}
	if a := s.worker.Do("GET", "/api/v1/messages", nil); strings.Contains(string(a.Body), code) {
		t.Error("the code for the phone stands in the box")
	}
	s.invalid(s.employer, "sign-agreement", j{"code": code, "hash": sent.Hash}, "code") // the other side has none of its own
	s.mediator.Step(s.ref, "draft-agreement", j{"terms": "四月底付清。", "amount": "9000.00", "perform_by": "2026-04-30"})
	s.invalid(s.worker, "sign-agreement", j{"code": code, "hash": sent.Hash}, "hash")
	s.worker.Get("/api/v1/cases/"+s.ref+"/agreement", &page)
	s.invalid(s.worker, "sign-agreement", j{"code": code, "hash": page.Hash}, "code") // it was for the other text
	s.Clock.Back(-2 * time.Minute)
	s.worker.Want(200, ask(s.worker), &sent)
	code = codeSent(s.Kit)
	s.Clock.Back(-11 * time.Minute)
	s.invalid(s.worker, "sign-agreement", j{"code": code, "hash": sent.Hash}, "code") // ten minutes are over
	s.signs(s.worker)
	s.worker.Get("/api/v1/cases/"+s.ref+"/agreement", &page)
	if page.May || !page.Names[0].ByCode || page.Names[0].Name != "林小芬" {
		t.Errorf("after signing: %+v", page.Names)
	}
	s.employer.Want(200, ask(s.employer), &sent)
	code = codeSent(s.Kit)
	for range 20 {
		if a := s.employer.Try(s.ref, "sign-agreement", j{"code": "000000", "hash": sent.Hash}); a.Status == 429 {
			break
		}
	}
	if a := s.employer.Try(s.ref, "sign-agreement", j{"code": code, "hash": sent.Hash}); a.Status != 429 {
		t.Errorf("the right code after too many wrong ones: %d", a.Status)
	}
	s.Clock.Back(-time.Hour)
	s.mediator.Step(s.ref, "sign-agreement", nil)
	s.manager.Step(s.ref, "sign-agreement", nil)
	if d := s.signs(s.employer); d.State != workflows.Settled {
		t.Errorf("after the last mark: %s", d.State)
	}
	verify(t, s.Kit)
}

// Whoever has a party's open page cannot sign for it by changing the phone: no code goes to a number that the party alone
// typed in, until the registry has checked it.
func TestNoCodeGoesToAPhoneNobodyChecked(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	inTalks(s)
	s.worker.Step(s.ref, "consent-to-mediation", nil)
	s.employer.Step(s.ref, "consent-to-mediation", nil)
	s.mediator.Step(s.ref, "draft-agreement", j{"terms": "三月底付清。", "amount": "9000.00", "perform_by": "2026-03-31"})
	ask := func() testkit.Answer { return s.worker.Do("POST", "/api/v1/cases/"+s.ref+"/agreement/code", j{}) }
	moved := j{"address": "浙江省仙居县福应街道9号", "phone": "13800000000"}
	s.worker.Step(s.ref, "confirm-address", moved)
	if a := ask(); a.Status != 409 || a.Code() != "phone-unchecked" {
		t.Errorf("a code for a phone nobody checked: %d %s", a.Status, a.Body)
	}
	s.worker.Step(s.ref, "confirm-address", moved) // saying it twice does not make it checked
	if a := ask(); a.Code() != "phone-unchecked" {
		t.Errorf("said twice: %d %s", a.Status, a.Body)
	}
	moved["party"] = "申1"
	s.intake.Step(s.ref, "confirm-address", moved)
	s.signs(s.worker)
	verify(t, s.Kit)
}

// The whole of it in browsers: a desk and two phones.
func TestAMediationInTheBrowser(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-09"}))
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": idOf(s.manager.See(s.ref).Choices.Mediators, "徐美珍")})
	s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
	s.employerJoins()
	if out, err := inbrowser.Run(t, ".", "sign.js", "BASE="+s.Base, "CASE="+s.ref); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if v := s.worker.See(s.ref); v.State != workflows.Settled {
		t.Errorf("the case is %s", v.State)
	}
	verify(t, s.Kit)
}
