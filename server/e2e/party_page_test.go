package e2e

import (
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// When the mediation has come to nothing, or its time is up, the worker's page leads to the application as it will be
// filed; one press files it, and the receipt is the next page. Nothing is typed again, and the words that were filed are
// kept.
func TestAFailedMediationBecomesAnApplicationWithOneButton(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	inTalks(s)
	if page := s.worker.Do("GET", "/cases/"+s.ref, nil); strings.Contains(string(page.Body), "现在申请仲裁") {
		t.Error("the page leads to an application while the mediation runs")
	}
	var before casework.Filing
	s.worker.Get("/api/v1/cases/"+s.ref+"/filing", &before)
	if before.Open || before.Shut == nil {
		t.Errorf("it could be filed while the mediation runs: %+v", before)
	}
	s.Clock.Set("2026-03-18") // the fifteenth day was the 17th
	s.sweepAll()
	page := string(s.worker.Do("GET", "/cases/"+s.ref, nil).Body)
	if !strings.Contains(page, "现在申请仲裁") || !strings.Contains(page, `href="tel:0576-87770000"`) {
		t.Fatal("the worker's page leads to no application, or names nobody to phone")
	}
	var f casework.Filing
	s.worker.Get("/api/v1/cases/"+s.ref+"/filing", &f)
	for _, want := range []string{"林小芬", "110101199003070310", "18,600.00", "仙居某某医药化工机械有限公司"} {
		if !strings.Contains(f.Text, want) {
			t.Errorf("the application lacks %s:\n%s", want, f.Text)
		}
	}
	if !f.Open || f.Failed == nil {
		t.Errorf("filing: %+v", f)
	}
	for c, want := range map[*testkit.Client]int{s.employer: 403, s.mediator: 403, s.stranger: 404} {
		if a := c.Do("GET", "/api/v1/cases/"+s.ref+"/filing", nil); a.Status != want {
			t.Errorf("%s reads the application: %d", c.Login, a.Status)
		}
	}
	form := string(s.worker.Do("GET", "/cases/"+s.ref+"/steps/file-application", nil).Body)
	if !strings.Contains(form, "没有错，提交申请") || strings.Contains(form, "<input type=\"text\"") {
		t.Error("the page asks for something again")
	}
	s.worker.Step(s.ref, "file-application", nil)
	var sent casework.SentView
	s.worker.Get("/api/v1/cases/"+s.ref+"/application", &sent)
	if sent.Text != f.Text {
		t.Errorf("what was filed is not what was shown:\n%s", sent.Text)
	}
	if v := s.worker.See(s.ref); v.State != workflows.Filed || !v.SentOnline {
		t.Errorf("after filing: %s", v.State)
	}
	verify(t, s.Kit)
}

// The worker's page shows the plan with its lights and asks whether the money came; what the employer says it paid waits
// for the worker's word; what is not paid in time leads on.
func TestThePageAsksWhetherItWasPaid(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	agreedOn(s) // 13,333 on the 20th, 20,000 on the 31st
	s.Clock.Set("2026-03-18")
	p := s.worker.See(s.ref).Performance
	if p == nil || !p.MayReport || !p.Worker || p.Light != workflows.Amber || p.Left != 2 || p.Instalments[0].Light != workflows.Amber || p.Instalments[1].Light != workflows.Green {
		t.Fatalf("two days before the first: %+v", p)
	}
	page := string(s.worker.Do("GET", "/cases/"+s.ref, nil).Body)
	for _, q := range []string{"paid", "part", "not-paid"} {
		if !strings.Contains(page, "/steps/record-payment?result="+q) {
			t.Errorf("the page has no button %s", q)
		}
	}
	if form := string(s.worker.Do("GET", "/cases/"+s.ref+"/steps/record-payment?"+url.Values{"result": {"not-paid"}}.Encode(), nil).Body); !strings.Contains(form, `value="not-paid" selected`) || strings.Contains(form, `name="award"`) {
		t.Error("the answer that was pressed is not chosen on the form")
	}
	s.Clock.Set("2026-03-21")
	s.employer.Step(s.ref, "record-payment", j{"result": "part", "amount": "10000.00"})
	s.worker.Step(s.ref, "record-payment", j{"result": "not-paid"})
	p = s.worker.See(s.ref).Performance
	if p.Light != workflows.Black || p.BrokenOn.IsZero() || p.Instalments[0].Paid != 1_000_000 {
		t.Errorf("a day after the first: %+v", p)
	}
	if page = string(s.worker.Do("GET", "/cases/"+s.ref, nil).Body); !strings.Contains(page, "没有按期付，您可以") || !strings.Contains(page, "/steps/file-application") {
		t.Error("the page does not say what to do next")
	}
	if v := s.arbitrator.Do("GET", "/api/v1/cases/"+s.ref, nil); strings.Contains(string(v.Body), "13333") {
		t.Error("the tribunal's side reads the plan")
	}
	verify(t, s.Kit)
}

// After an award that is not kept, the worker's page lists what the court wants to see, with the papers that there are.
func TestAnAwardThatIsNotKeptHasItsPack(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.tell()
	s.employerJoins()
	s.Clock.Set("2026-05-04")
	s.employer.Step(s.ref, "record-payment", j{"result": "part", "amount": "500.00"})
	p := s.worker.See(s.ref).Performance
	if p == nil || len(p.Unsure) != 1 || !p.MayConfirm || p.Court.IsZero() {
		t.Fatalf("what the employer says it paid: %+v", p)
	}
	awards, effect := 0, false
	for _, l := range p.Pack {
		if l.Document != 0 && strings.Contains(l.Name.ZH, "裁决书") {
			awards++
		}
		effect = effect || l.Name.ZH == "生效证明"
	}
	if awards != 2 || !effect {
		t.Errorf("the pack: %+v", p.Pack)
	}
	s.worker.Step(s.ref, "confirm-payment", j{"payment": p.Unsure[0].No, "received": false})
	if e := s.employer.See(s.ref).Performance; e.Worker || e.Pack != nil {
		t.Errorf("the employer's page: %+v", e)
	}
}
