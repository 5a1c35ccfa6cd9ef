package e2e

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// A list is paged by key: every case once, those due first come first, and the page after the last
// row begins with the next.
func TestAListIsPagedByKey(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-30"})
	in := k.As("lian")
	for i := range 23 {
		file(k, in, fmt.Sprintf("2026-03-%02d", 5+i%20))
	}
	seen := map[string]bool{}
	last, after := "", ""
	for range 10 {
		var d casework.Docket
		in.Get("/api/v1/cases?list=office&limit=5&after="+after, &d)
		if d.Total != 23 {
			t.Fatalf("total = %d", d.Total)
		}
		for _, r := range d.Rows {
			if seen[r.Ref] || r.Due.String() < last {
				t.Errorf("%s comes twice or out of order", r.Ref)
			}
			seen[r.Ref], last = true, r.Due.String()
		}
		if after = d.Next; after == "" {
			break
		}
	}
	if len(seen) != 23 {
		t.Errorf("%d cases in all pages, want 23", len(seen))
	}
}

// Each list holds what its reader may see, and the list agrees with the single page.
func TestListsAgreeWithPages(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.workerAsksForAdvice()
	s.mediationIsTriedAndFails()
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()
	file(k, s.intake, "")
	want := map[*testkit.Client]int{s.worker: 1, s.employer: 0, s.intake: 2, s.mediator: 1, s.manager: 1, s.head: 2, s.arbitrator: 0, s.recorder: 0, k.As("guanli2"): 0}
	for c, n := range want {
		var d casework.Docket
		c.Get("/api/v1/cases?closed=true", &d)
		if len(d.Rows) != n || d.Total != n {
			t.Errorf("%s lists %d (total %d), want %d", c.Login, len(d.Rows), d.Total, n)
		}
		listed := map[string]bool{}
		for _, r := range d.Rows {
			listed[r.Ref] = true
		}
		if a := c.Do("GET", "/api/v1/cases/"+s.ref, nil); (a.Status == 200) != listed[s.ref] {
			t.Errorf("%s: page = %d, listed = %v", c.Login, a.Status, listed[s.ref])
		}
	}
	for _, q := range []string{"林小芬", "医药化工", "〔2026〕1", s.ref} {
		var d casework.Docket
		s.employer.Get("/api/v1/cases?q="+q, &d)
		if d.Total != 0 || len(d.Lights) != 0 {
			t.Errorf("a stranger's search for %s counts %d", q, d.Total)
		}
		s.intake.Get("/api/v1/cases?q="+q, &d)
		if d.Total != 1 {
			t.Errorf("the registry's search for %s finds %d, want 1", q, d.Total)
		}
	}
}

// Ten workers choose three to speak for them; one of those sees and acts as a representative.
func TestAGroupChoosesRepresentatives(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	in, w := k.As("lian"), k.As("worker")
	var people []j
	for i := range 10 {
		people = append(people, j{"kind": "worker", "name": fmt.Sprintf("工人%d", i+1)})
	}
	var d casework.Done
	in.Want(200, in.Do("POST", "/api/v1/cases", j{"ask": "arbitration", "applicants": people, "respondents": []j{{"kind": "employer", "name": "某厂"}}, "claims": []j{{"code": "M01", "amount": "1.00"}}}), &d)
	if a := in.Try(file(k, in, "").Ref, "name-representatives", j{"parties": []string{"申1", "申2", "申3"}}); a.Status != 422 {
		t.Errorf("people of no group = %d", a.Status)
	}
	in.Step(d.Ref, "name-representatives", j{"parties": []string{"申1", "申4", "申7"}})
	var code casework.CodeIssued
	in.Want(200, in.Do("POST", "/api/v1/cases/"+d.Ref+"/codes", j{"party": "申4"}), &code)
	w.Want(200, w.Do("POST", "/api/v1/link", j{"code": code.Code}), nil)
	if v := w.See(d.Ref); !slices.Contains(v.Standings, policies.Representing) || len(v.Applicants) != 10 {
		t.Errorf("standings = %v", v.Standings)
	}
}

// Names are found by any two signs of theirs, by their beginning if one sign is given, and numbers by
// their end.
func TestSearchesAsPeopleType(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-30"})
	in := k.As("lian")
	for i, name := range []string{"林芬", "应晓林", "林小芬"} {
		var d casework.Done
		in.Want(200, in.Do("POST", "/api/v1/cases", j{"ask": "arbitration", "applicants": []j{{"kind": "worker", "name": name}},
			"respondents": []j{{"kind": "employer", "name": fmt.Sprintf("仙居百分之%d%%厂", i)}}, "claims": []j{{"code": "M01", "amount": "1.00"}}}), &d)
		in.Step(d.Ref, "accept", fourTests)
	}
	for q, want := range map[string]int{
		"林芬": 1, "林": 2, "小芬": 1, "芬": 0, "晓林": 1, "林小芬": 1, "百分之": 3, "1%": 1, "0_": 0,
		"〔2026〕1": 1, "[2026] 2 号": 1, "3": 1, "3号": 1, "13": 0, "仙劳人仲案〔2026〕1号": 1, "〔2025〕1号": 0,
	} {
		var d casework.Docket
		in.Get("/api/v1/cases?list=office&q="+url.QueryEscape(q), &d)
		if d.Total != want || len(d.Rows) != want || d.More {
			t.Errorf("%q finds %d (%d rows), want %d", q, d.Total, len(d.Rows), want)
		}
	}
}

// Whoever reads a masked ID number does not learn it by searching for digits: the office finds people by it, a person
// finds themselves, and nobody finds the other side, a colleague or a client.
func TestAMaskedNumberIsNotFoundByTrying(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	const id = "331024199003074216"
	var d casework.Done
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases", j{"ask": "consultation", "cause": "A03",
		"applicants":  []j{{"kind": "worker", "name": "单志强", "id_number": id}, {"kind": "worker", "name": "马可名"}},
		"respondents": []j{{"kind": "employer", "name": "仙居宏达机械有限公司"}}, "claims": []j{{"code": "M01", "amount": "1.00"}}}), &d)
	s.ref = d.Ref
	colleague, own := s.linked("makeming", "申2"), s.linked("shanzhiqiang", "申1")
	s.employerJoins()
	s.intake.Step(s.ref, "give-advice", j{"advice": "可以先申请调解。"})
	own.Step(s.ref, "ask-mediation", j{"organisation": 1})
	manager := s.As("guanli")
	for c, list := range map[*testkit.Client]string{colleague: "own", own: "own", s.employer: "own", manager: "organisation", s.intake: "office"} {
		for q, by := range map[string]string{"单志强": "name", "074216": "id-tail", id: "id"} {
			want := 1
			if by != "name" && c != own && c != s.intake {
				want = 0
			}
			var found casework.Docket
			c.Get("/api/v1/cases?closed=true&list="+list+"&q="+url.QueryEscape(q), &found)
			if len(found.Rows) != want || want == 1 && found.Rows[0].Hits[0].By != by {
				t.Errorf("%s finds %+v by %s, want %d", c.Login, found.Rows, by, want)
			}
		}
	}
}

// On a phone a name is typed as it sounds, or by its first letters; a firm is found by what it was called before; and
// each row says why it is there.
func TestSearchesByHowANameSoundsAndSayWhy(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-30"})
	in := k.As("lian")
	var d casework.Done
	in.Want(200, in.Do("POST", "/api/v1/cases", j{"ask": "arbitration", "applicants": []j{{"kind": "worker", "name": "单志强", "id_number": "331024199003074216"}},
		"respondents": []j{{"kind": "employer", "name": "仙居宏达机械有限公司", "former_name": "仙居红星农具厂"}}, "claims": []j{{"code": "M01", "amount": "1.00"}}}), &d)
	in.Step(d.Ref, "accept", fourTests)
	for q, by := range map[string]string{"shanzq": "spelling 申1 单志强", "Shan Zhi": "spelling 申1 单志强", "xjhd": "spelling 被1 仙居宏达机械有限公司", "hongxing": "spelling 被1 仙居宏达机械有限公司",
		"红星": "former-name 被1 仙居红星农具厂", "志强": "name 申1 单志强", "〔2026〕1": "number  ", d.Ref: "reference  ", "074216": "id-tail 申1 单志强", "331024199003074216": "id 申1 单志强"} {
		var list casework.Docket
		in.Get("/api/v1/cases?list=office&q="+url.QueryEscape(q), &list)
		if len(list.Rows) != 1 || len(list.Rows[0].Hits) != 1 {
			t.Errorf("%s finds %+v", q, list.Rows)
			continue
		}
		if h := list.Rows[0].Hits[0]; h.By+" "+h.Party+" "+h.Name != by {
			t.Errorf("%s is found by %+v, want %s", q, h, by)
		}
	}
	for _, q := range []string{"zq", "danger", "szq1", "x"} {
		var list casework.Docket
		in.Get("/api/v1/cases?list=office&q="+q, &list)
		if list.Total != 0 {
			t.Errorf("%s finds %d", q, list.Total)
		}
	}
	// a name from before there were spellings is spelled by the hourly job
	err := k.P.DB.InTx(t.Context(), k.Clock.Now(), func(tx *models.Tx) error {
		return tx.Exec("update parties set spelled = null").Error
	})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := k.P.Desk.SpellNames(t.Context()); n != 2 || err != nil {
		t.Fatalf("%d spelled, %v", n, err)
	}
	var list casework.Docket
	in.Get("/api/v1/cases?q=szq", &list)
	if list.Total != 1 {
		t.Error("spelled later, not found")
	}
}

// An organisation keeps seeing what it mediated after the case went to another one.
func TestAnOrganisationKeepsItsList(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	first, second, mediator := k.As("guanli"), k.As("guanli2"), k.As("tiaojie")
	var d casework.Done
	mediator.Want(200, mediator.Do("POST", "/api/v1/cases", j{"ask": "mediation", "applicants": []j{{"kind": "worker", "name": "林小芬"}}, "respondents": []j{{"kind": "employer", "name": "某厂"}}}), &d)
	mediator.Step(d.Ref, "refuse-mediation", j{"side": "respondent"})
	k.As("lian").Step(d.Ref, "ask-mediation", j{"organisation": 2})
	for _, c := range []*testkit.Client{first, second} {
		var list casework.Docket
		c.Get("/api/v1/cases", &list)
		if len(list.Rows) != 1 || list.Rows[0].Ref != d.Ref || list.Rows[0].State != "mediating" || list.Total != 1 {
			t.Errorf("%s lists %+v", c.Login, list.Rows)
		}
		c.Get("/api/v1/cases?state=unsettled", &list)
		if len(list.Rows) != 0 || list.Total != 0 {
			t.Errorf("%s lists %d as unsettled", c.Login, list.Total)
		}
	}
}

// A mediation that failed is done, and is where the worker goes on: a party's own list has it without being asked.
func TestAPartyListsWhatIsDoneToo(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.workerAsksForAdvice()
	s.mediationIsTriedAndFails()
	for c, n := range map[*testkit.Client]int{s.worker: 1, s.mediator: 0} {
		var d casework.Docket
		c.Get("/api/v1/cases", &d)
		if len(d.Rows) != n {
			t.Errorf("%s lists %d, want %d", c.Login, len(d.Rows), n)
		}
	}
	if page := s.page(s.worker, "/work"); !strings.Contains(page, "/cases/"+s.ref) || strings.Contains(page, `name="closed"`) {
		t.Errorf("the worker's page:\n%s", page)
	}
}
