package e2e

import (
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/testkit"
	"tiaocai/workflows/claims"
)

// The applicant works a claim out in the application; who sees the claim sees the working, and
// nobody reads a wage in the database, the events or the log.
func TestTheWorkingIsKeptWithTheClaim(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.workerAsksForAdvice()
	inputs := j{"employed_from": "2020-03-01", "last_day": "2026-02-28", "average_wage": "6543.21", "minimum_wage": "2010", "city_average_wage": "8000"}
	s.worker.Step(s.ref, "keep-calculation", j{"claim": 2, "inputs": inputs})
	for _, c := range []*testkit.Client{s.worker, s.intake} {
		v := c.See(s.ref)
		got := v.Claims[1].Calculation
		if got == nil || got.Amount != 3_925_926 || len(got.Steps) < 3 || v.Claims[0].Calculation != nil {
			t.Fatalf("%s sees %+v", c.Login, got)
		}
		if v.Claims[1].Amount != claims.Yuan(36_400) {
			t.Errorf("what is claimed became %s", v.Claims[1].Amount)
		}
	}
	inputs["average_wage"] = "5000"
	s.intake.Step(s.ref, "keep-calculation", j{"claim": 2, "inputs": inputs})
	if got := s.worker.See(s.ref).Claims[1].Calculation; got.Amount != claims.Yuan(30_000) || got.By.EN == "" {
		t.Errorf("the newest working is %+v", got)
	}
	raw := one(t, k, "select string_agg(regexp_replace(encode(content, 'escape'), '\\\\[0-7]{3}', '.', 'g'), '') from calculations") + one(t, k, "select string_agg(detail::text, '') from case_events")
	for _, secret := range []string{"6543", "5000", "average_wage", "2020-03-01"} {
		if strings.Contains(raw, secret) || strings.Contains(k.Log.String(), secret) {
			t.Errorf("%s lies open", secret)
		}
	}
	wrongWorkings(t, s, inputs)
}

func wrongWorkings(t *testing.T, s *story, inputs j) {
	t.Helper()
	for field, body := range map[string]j{
		"claim":            {"claim": 9, "inputs": inputs},
		"inputs":           {"claim": 2},
		"inputs.last_day":  {"claim": 2, "inputs": j{"employed_from": "2020-03-01", "last_day": "2019-01-01", "average_wage": "1", "minimum_wage": "1", "city_average_wage": "1"}},
		"inputs.paid_days": {"claim": 1, "inputs": j{"monthly_wage": "5000", "paid_days": "-1"}},
	} {
		a := s.worker.Try(s.ref, "keep-calculation", body)
		if a.Status != 422 || !strings.Contains(string(a.Body), `"`+field+`"`) {
			t.Errorf("%s: %d %s", field, a.Status, a.Body)
		}
	}
	if n := one(t, s.Kit, "select count(*)::text from calculations"); n != "2" {
		t.Errorf("%s calculations are kept, want 2", n)
	}
	if a := s.employer.Try(s.ref, "keep-calculation", j{"claim": 2, "inputs": inputs}); a.Status != 404 {
		t.Errorf("a stranger = %d, want 404", a.Status)
	}
}

// The same by hand: from the case page to the claim's form, and back with the working in place.
func TestAClaimIsWorkedOutOnThePage(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.workerAsksForAdvice()
	see := func(path string) string {
		a := s.worker.Do("GET", path, nil, "Accept", "text/html")
		if a.Status != 200 {
			t.Fatalf("%s = %d", path, a.Status)
		}
		return string(a.Body)
	}
	step := "/cases/" + s.ref + "/steps/keep-calculation"
	if !strings.Contains(see("/cases/"+s.ref), step+"?claim=1") {
		t.Error("no link beside the claim")
	}
	if page := see(step); !strings.Contains(page, `name="claim"`) || strings.Contains(page, "inputs.") {
		t.Error("the form does not ask for the claim first")
	}
	if page := see(step + "?claim=1"); !strings.Contains(page, `name="inputs.monthly_wage"`) {
		t.Error("the form does not ask for what the claim needs")
	}
	post := func(form url.Values) testkit.Answer {
		form.Set("_key", testkit.NewKey())
		return s.worker.Do("POST", step, form.Encode(), "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html")
	}
	if a := post(url.Values{"claim": {"1"}}); a.Status != 422 || !strings.Contains(string(a.Body), `name="inputs.monthly_wage"`) {
		t.Errorf("choosing the claim = %d", a.Status)
	}
	a := post(url.Values{"claim": {"1"}, "inputs.monthly_wage": {"9300"}, "inputs.full_months": {"x"}})
	if a.Status != 422 || !strings.Contains(string(a.Body), `value="9300"`) || !strings.Contains(string(a.Body), "这里要填整数") {
		t.Errorf("a wrong number = %d", a.Status)
	}
	if a := post(url.Values{"claim": {"1"}, "inputs.monthly_wage": {"9300"}, "inputs.full_months": {"2"}, "inputs.part_from.year": {""}, "inputs.part_from.month": {""},
		"inputs.part_to.year": {""}}); a.Status != 303 {
		t.Fatalf("keeping = %d %s", a.Status, a.Body)
	}
	if page := see("/cases/" + s.ref); !strings.Contains(page, "18,600.00") || !strings.Contains(page, "2 × 9,300.00 = 18,600.00") {
		t.Error("the working does not stand beside the claim")
	}
	if page := see(step + "?claim=1"); !strings.Contains(page, `value="9300"`) {
		t.Error("the form does not begin with what was kept")
	}
	dated := url.Values{"claim": {"2"}, "inputs.average_wage": {"6000"}, "inputs.minimum_wage": {"2010"}, "inputs.city_average_wage": {"8000"}, "inputs.monthly_wages": {""}}
	for name, day := range map[string][3]string{"employed_from": {"2020", "3", "1"}, "last_day": {"2026", "2", "28"}} {
		dated.Set("inputs."+name+".year", day[0])
		dated.Set("inputs."+name+".month", day[1])
		dated.Set("inputs."+name+".day", day[2])
	}
	if a := post(dated); a.Status != 303 {
		t.Fatalf("keeping with dates in three boxes = %d %s", a.Status, a.Body)
	}
	if page := see(step + "?claim=2"); !strings.Contains(page, `name="inputs.employed_from.year" inputmode="numeric" maxlength="4" autocomplete="off" value="2020"`) {
		t.Error("the dates do not stand in their boxes again")
	}
}
