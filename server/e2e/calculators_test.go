package e2e

import (
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/testkit"
	"tiaocai/workflows/claims"
)

// Anybody can reckon what a claim is worth, by program or on the page, without signing in.
func TestAnybodyCanReckonAClaim(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-09-01"})
	nobody := k.Nobody()

	var got struct {
		Amount string
		Steps  []struct {
			ZH, EN, Formula string
			Law             struct{ Rule, Confidence string }
		}
	}
	nobody.Want(200, nobody.Do("POST", "/api/v1/tools/claims/severance", j{"employed_from": "2020-03-01", "last_day": "2026-08-31", "average_wage": "6500", "minimum_wage": "2010", "city_average_wage": "8000"}), &got)
	if got.Amount != "45500.00" || len(got.Steps) < 3 || got.Steps[len(got.Steps)-1].Law.Rule != "LCL-47" {
		t.Errorf("severance = %+v", got)
	}
	for _, hours := range []any{20, "20", 20.0} {
		nobody.Want(200, nobody.Do("POST", "/api/v1/tools/claims/overtime", j{"monthly_wage": "5220", "hours_150": hours, "hours_200": 16, "hours_300": 8}), &got)
		if got.Amount != "2580.00" {
			t.Errorf("overtime = %s", got.Amount)
		}
	}
	for _, c := range claims.Calculators() {
		body := j{}
		for name, v := range c.Example {
			body[name] = v
		}
		nobody.Want(200, nobody.Do("POST", "/api/v1/tools/claims/"+c.Name, body), &got)
		if got.Amount == "" || len(got.Steps) == 0 {
			t.Errorf("%s = %+v", c.Name, got)
		}
	}
}

// What cannot be is refused with the field's name, and the value is never repeated.
func TestImpossibleAmountsAndDatesAreNamed(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-09-01"})
	nobody := k.Nobody()
	good := func(name string, v any) j {
		b := j{"employed_from": "2020-03-01", "last_day": "2026-08-31", "average_wage": "6500", "minimum_wage": "2010", "city_average_wage": "8000"}
		if v == nil {
			delete(b, name)
		} else {
			b[name] = v
		}
		return b
	}
	for field, values := range map[string][]any{
		"employed_from": {"2026-02-30", "soon", nil, 7}, "last_day": {"2020-02-29", "2026-13-01", nil}, "average_wage": {"-1", "1.001", "many", nil, j{"a": 1}},
		"minimum_wage": {"0", "-2010", nil}, "city_average_wage": {"1e9", nil}, "horoscope": {"1"},
	} {
		for _, v := range values {
			a := nobody.Do("POST", "/api/v1/tools/claims/severance", good(field, v))
			var p struct{ Errors []struct{ Place string } }
			nobody.Want(422, a, &p)
			if !strings.Contains(string(a.Body), `"`+field+`"`) {
				t.Errorf("%s = %v is not named: %s", field, v, a.Body)
			}
		}
	}
	if a := nobody.Do("POST", "/api/v1/tools/claims/severance", "{"); a.Status != 422 && a.Status != 400 {
		t.Errorf("broken JSON = %d", a.Status)
	}
	if a := nobody.Do("POST", "/api/v1/tools/claims/horoscope", j{}); a.Status != 404 {
		t.Errorf("an unknown calculator = %d, want 404", a.Status)
	}
	if a := nobody.Do("GET", "/calculators/horoscope", nil, "Accept", "text/html"); a.Status != 404 {
		t.Errorf("its page = %d, want 404", a.Status)
	}
}

// The page works without scripts, in both languages, and keeps nothing.
func TestTheCalculatorPage(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-09-01"})
	nobody := k.Nobody()
	home := nobody.Do("GET", "/", nil, "Accept", "text/html")
	if !strings.Contains(string(home.Body), `href="/calculators"`) {
		t.Error("the home page does not lead to the calculators")
	}
	list := nobody.Do("GET", "/calculators", nil, "Accept", "text/html")
	for _, c := range claims.Calculators() {
		if !strings.Contains(string(list.Body), `href="/calculators/`+c.Name+`"`) {
			t.Errorf("%s is not on the list", c.Name)
		}
		if a := nobody.Do("GET", "/calculators/"+c.Name+"?lang=en", nil, "Accept", "text/html"); a.Status != 200 {
			t.Errorf("%s = %d", c.Name, a.Status)
		}
	}
	form := url.Values{"employed_from.year": {"2023"}, "employed_from.month": {"5"}, "employed_from.day": {"10"}, "last_day": {"2026-08-20"},
		"monthly_wages": {"5200\r\n5200"}, "average_wage": {""}, "minimum_wage": {"2010"}, "city_average_wage": {"８000"}, "_key": {testkit.NewKey()}}
	send := func() testkit.Answer {
		return nobody.Do("POST", "/calculators/severance?lang=zh", form.Encode(), "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html")
	}
	a := send()
	for _, want := range []string{"18,200.00", "3 年 3 个月 11 天", "劳动合同法第四十七条", `value="2023"`} {
		if !strings.Contains(string(a.Body), want) {
			t.Errorf("the page lacks %q: %d", want, a.Status)
		}
	}
	form.Set("last_day", "2023-05-09")
	if a := send(); a.Status != 422 || !strings.Contains(string(a.Body), "不能早于入职那天") || !strings.Contains(string(a.Body), `value="2010"`) {
		t.Errorf("a last day before the first = %d", a.Status)
	}
	if strings.Contains(k.Log.String(), "5200") {
		t.Error("the log holds a wage")
	}
}
