package e2e

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// Every wrong input gets a clear sentence in both languages, names the field, changes nothing, and
// never repeats a personal value.
func TestWrongInputIsToldInWords(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	in := k.As("lian")
	const id = "110101199003070310"
	tests := map[string]struct {
		body   string
		status int
		place  string
	}{
		"malformed":       {`{"ask": "arbitration",`, 422, ""},
		"double field":    {`{"ask":"consultation","ask":"mediation","applicants":[{"kind":"worker","name":"甲"}]}`, 422, "ask"},
		"unknown field":   {`{"ask":"consultation","applicants":[{"kind":"worker","name":"甲","salary":1}]}`, 422, "applicants.0.salary"},
		"wrong type":      {`{"ask":"consultation","applicants":"甲"}`, 422, "applicants"},
		"invalid UTF-8":   {"{\"ask\":\"consultation\",\"town\":\"\xff\xfe\"}", 422, ""},
		"U+0000":          {`{"ask":"consultation","town":"a\u0000b","applicants":[{"kind":"worker","name":"甲"}]}`, 422, ""},
		"over-long":       {fmt.Sprintf(`{"ask":"consultation","town":%q,"applicants":[{"kind":"worker","name":"甲"}]}`, strings.Repeat("长", 500)), 422, "town"},
		"impossible date": {`{"ask":"consultation","on":"2026-02-30","applicants":[{"kind":"worker","name":"甲"}]}`, 422, "on"},
		"future":          {`{"ask":"consultation","on":"2026-03-03","applicants":[{"kind":"worker","name":"甲"}]}`, 422, "on"},
		"negative money":  {`{"ask":"consultation","applicants":[{"kind":"worker","name":"甲"}],"claims":[{"code":"M01","amount":"-5.00"}]}`, 422, "claims.0.amount"},
		"third decimal":   {`{"ask":"consultation","applicants":[{"kind":"worker","name":"甲"}],"claims":[{"code":"M01","amount":"5.001"}]}`, 422, "claims.0.amount"},
		"no such claim":   {`{"ask":"consultation","applicants":[{"kind":"worker","name":"甲"}],"claims":[{"code":"M99"}]}`, 422, "claims.0.code"},
		"check digit":     {`{"ask":"consultation","applicants":[{"kind":"worker","name":"甲","id_number":"110101199003070311"}]}`, 422, "applicants.0.id_number"},
		"credit code":     {`{"ask":"consultation","applicants":[{"kind":"worker","name":"甲"}],"respondents":[{"kind":"employer","name":"厂","credit_code":"91350100M000100Y44"}]}`, 422, "respondents.0.credit_code"},
		"nobody":          {`{"ask":"consultation","applicants":[]}`, 422, "applicants"},
		"too large":       {`{"ask":"consultation","facts":"` + strings.Repeat("a", 2<<20) + `"}`, 413, ""},
		"end before":      {`{"ask":"consultation","applicants":[{"kind":"worker","name":"甲"}],"claims":[{"code":"M01","period_from":"2026-02-01","period_to":"2026-01-01"}]}`, 422, "claims.0.period_to"},
	}
	for name, tt := range tests {
		a := in.Do("POST", "/api/v1/cases", tt.body)
		var p struct {
			Says      struct{ ZH, EN string }
			Errors    []struct{ Location string }
			Reference string
		}
		if err := json.Unmarshal(a.Body, &p); err != nil || a.Status != tt.status || p.Says.ZH == "" || p.Says.EN == "" || p.Reference == "" {
			t.Errorf("%s: %d %s", name, a.Status, a.Body)
			continue
		}
		found := tt.place == ""
		for _, e := range p.Errors {
			found = found || e.Location == tt.place
		}
		if !found {
			t.Errorf("%s: no word about %s in %s", name, tt.place, a.Body)
		}
		if strings.Contains(string(a.Body), "11010119900307") || strings.Contains(string(a.Body), "M000100") {
			t.Errorf("%s: the answer repeats the value: %s", name, a.Body)
		}
		if !strings.Contains(k.Log.String(), p.Reference) {
			t.Errorf("%s: reference %s is not in the log", name, p.Reference)
		}
	}
	if n := one(t, k, "select count(*)::text from cases"); n != "0" {
		t.Errorf("%s cases were made by wrong input", n)
	}
	if strings.Contains(k.Log.String(), id[:14]) {
		t.Error("the log holds a personal number")
	}
}

// Codes and masks: a case is looked up by number and code, joined by a one-time code, and a masked
// value is uncovered one by one, with a reason, on record.
func TestCodesAndMasks(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.workerAsksForAdvice()
	nobody := k.Nobody()
	var st casework.Status
	nobody.Want(200, nobody.Do("POST", "/api/v1/status", j{"number": s.ref, "code": s.code}), &st)
	for _, personal := range []string{"林小芬", "医药化工", "18600", "18,600", "138"} {
		if b, _ := json.Marshal(st); strings.Contains(string(b), personal) {
			t.Errorf("the public status shows %s", personal)
		}
	}
	wrong := nobody.Do("POST", "/api/v1/status", j{"number": s.ref, "code": "AAAA2222"})
	unknown := nobody.Do("POST", "/api/v1/status", j{"number": "ABCDEFGH2345", "code": "AAAA2222"})
	if wrong.Status != 404 || unknown.Status != 404 || wrong.Code() != unknown.Code() {
		t.Errorf("a wrong code = %d %s, an unknown number = %d %s; want the same", wrong.Status, wrong.Code(), unknown.Status, unknown.Code())
	}
	for range 12 {
		nobody.Do("POST", "/api/v1/status", j{"number": s.ref, "code": "AAAA2222"})
	}
	if a := nobody.Do("POST", "/api/v1/status", j{"number": s.ref, "code": s.code}); a.Status != 429 || a.Header.Get("Retry-After") == "" {
		t.Errorf("after many guesses = %d, want 429 with Retry-After", a.Status)
	}

	v := s.intake.See(s.ref)
	p := v.Applicants[0]
	if p.IDNumber != "1101**********0310" || p.Phone != "138****2345" || strings.Contains(p.Address, "1号") {
		t.Errorf("masks: %s %s %s", p.IDNumber, p.Phone, p.Address)
	}
	var r casework.Revealed
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/reveal", j{"party": "申1", "field": "id_number", "reason": "核对身份"}), &r)
	if r.Value != "110101199003070310" || one(t, k, "select reason from reveals") != "核对身份" {
		t.Errorf("revealed %q", r.Value)
	}
	if a := s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/reveal", j{"party": "申1", "field": "phone"}); a.Status != 422 {
		t.Errorf("without a reason = %d", a.Status)
	}
	var list casework.Docket
	s.intake.Get("/api/v1/cases?q=070310", &list)
	if len(list.Rows) != 1 {
		t.Errorf("search by the last six signs finds %d", len(list.Rows))
	}
	s.intake.Get("/api/v1/cases?q=110101199003070310", &list)
	if len(list.Rows) != 1 {
		t.Errorf("search by ID finds %d", len(list.Rows))
	}
	s.employer.Get("/api/v1/cases?q=110101199003070310", &list)
	if len(list.Rows) != 0 {
		t.Error("a search reaches beyond the scope")
	}
	if strings.Contains(one(t, k, "select encode(id_number, 'escape') || encode(phone, 'escape') from parties where side = 'applicant'"), "1101") {
		t.Error("the ID stands in clear in the table")
	}

	if a := s.employer.Do("GET", "/api/v1/cases/"+s.ref, nil); a.Status != 404 {
		t.Errorf("before the code = %d, want 404", a.Status)
	}
	var code casework.CodeIssued
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/codes", j{"party": "被1"}), &code)
	if a := s.employer.Do("POST", "/api/v1/link", j{"code": "ZZZZZZZZZZ"}); a.Status != 404 {
		t.Errorf("a wrong code = %d", a.Status)
	}
	s.employer.Want(200, s.employer.Do("POST", "/api/v1/link", j{"code": strings.ToLower(code.Code[:5] + "-" + code.Code[5:])}), nil)
	if e := s.employer.See(s.ref); e.Applicants[0].Phone != "" || e.Applicants[0].Address != "" || !e.Party {
		t.Errorf("the other side sees phone %q, address %q", e.Applicants[0].Phone, e.Applicants[0].Address)
	}
	other := k.As("agent")
	if a := other.Do("POST", "/api/v1/link", j{"code": code.Code}); a.Status != 404 {
		t.Errorf("the code works twice: %d", a.Status)
	}
}
