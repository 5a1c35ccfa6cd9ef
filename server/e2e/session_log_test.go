package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// A mediator logs a session where the earlier ones stand: who came, both offers and how far they are apart, what comes
// next. The page stays behind the wall, and offers no form once the mediation is over.
func TestASessionIsLoggedOnOneScreen(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": idOf(s.manager.See(s.ref).Choices.Mediators, "徐美珍")})
	s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
	at := "/cases/" + s.ref + "/notes"
	in := browser(s.Kit, "tiaojie")
	form := `action="/cases/` + s.ref + `/steps/hold-session"`
	if page := string(in.Do("GET", at, nil).Body); !strings.Contains(page, form) || !strings.Contains(page, "还没有记录") {
		t.Fatalf("the page before the first session:\n%s", page)
	}
	s.Clock.Set("2026-03-09")
	s.mediator.Step(s.ref, "hold-session", j{"outcome": "continued", "attended": "双方到场", "notes": "第一次。", "applicant_offer": "40000.00", "respondent_offer": "20000.00"})
	s.Clock.Set("2026-03-11")
	s.mediator.Step(s.ref, "hold-session", j{"outcome": "closer", "attended": "单位", "notes": "第二次。", "respondent_offer": "30000.00", "respondent_terms": "分两期付。", "next_step": "another-session", "next_on": "2026-03-13"})
	var n casework.Notes
	s.mediator.Get("/api/v1/cases/"+s.ref+"/notes", &n)
	if n.Apart == nil || n.Apart.String() != "10000.00" || n.Notes[1].RespondentTerms != "分两期付。" || n.Notes[1].NextOn.String() != "2026-03-13" {
		t.Errorf("the log: %+v", n)
	}
	if page := string(in.Do("GET", at, nil).Body); !strings.Contains(page, "10,000.00") || !strings.Contains(page, "分两期付") || !strings.Contains(page, form) || !strings.Contains(page, "/steps/fail-mediation") {
		t.Errorf("the page after two sessions:\n%s", page)
	}
	for _, login := range []string{"zhongcai", "lian", "worker", "employer", "tiaojie2"} {
		if a := browser(s.Kit, login).Do("GET", at, nil); a.Status == 200 {
			t.Errorf("%s reads the log", login)
		}
	}
	s.mediator.Step(s.ref, "fail-mediation", nil)
	if page := string(in.Do("GET", at, nil).Body); strings.Contains(page, form) || !strings.Contains(page, "10,000.00") {
		t.Error("a session can be logged after the mediation")
	}
}
