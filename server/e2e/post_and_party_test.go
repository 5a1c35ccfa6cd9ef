package e2e

import (
	"slices"
	"strings"
	"testing"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// A part-time arbitrator who is a lawyer speaks for the respondent: in this case they read what a respondent's agent
// reads, and nothing that the commission keeps to itself.
func TestAnArbitratorWhoIsTheLawyerReadsAsALawyer(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.intake.Step(s.ref, "add-agent", j{"party": "被1", "name": "蒋晓红", "kind": "lawyer", "proof": "授权委托书"})
	lawyer := s.As("zhongcai2")
	lawyer.Want(200, lawyer.Do("POST", "/api/v1/link", j{"code": s.agentCode("被1")}), nil)
	s.arbitrator.Step(s.ref, "propose-extend-award-period", j{"days": 10, "reason": "案情复杂，内部意见。"})
	v := lawyer.See(s.ref)
	if !v.Party || !slices.Equal(v.Standings, []policies.Standing{policies.RespondentAgent}) {
		t.Errorf("the lawyer stands as %v, a party: %v", v.Standings, v.Party)
	}
	if v.Proposal != nil || listed(v, "propose-extend-award-period") {
		t.Errorf("the lawyer reads what is only proposed: %+v", v.Proposal)
	}
	for _, d := range v.Documents {
		if d.Paper == workflows.AcceptanceNotice {
			t.Error("the lawyer reads a paper for the other side")
		}
	}
	for _, p := range v.Applicants {
		if p.Phone != "" || p.Address != "" || len(p.Reveal) > 0 {
			t.Errorf("the lawyer reads of the other side: %+v", p)
		}
	}
	for _, e := range v.Timeline {
		if e.Detail != nil {
			t.Errorf("%s carries its particulars", e.Event)
		}
	}
	if page := string(browser(s.Kit, "zhongcai2").Do("GET", "/cases/"+s.ref, nil).Body); strings.Contains(page, "内部意见") || strings.Contains(page, "已报请") {
		t.Error("the page tells what is proposed")
	}
	var d casework.IntakeView
	lawyer.Get("/api/v1/cases/"+s.ref+"/intake", &d)
	if !d.Party {
		t.Error("the lawyer sees the registry's view")
	}
}

// agentCode is a one-time code for the last agent of a party.
func (s *story) agentCode(party string) string {
	s.T.Helper()
	v := s.intake.See(s.ref)
	for _, p := range slices.Concat(v.Applicants, v.Respondents) {
		if p.Mark == party {
			var code struct{ Code string }
			s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/codes", j{"party": party, "agent": p.Agents[len(p.Agents)-1].ID}), &code)
			return code.Code
		}
	}
	s.T.Fatalf("no party %s", party)
	return ""
}

// Whoever's post opens the case anyway, or who sits on it, cannot be a party or an agent in it with the same account.
func TestWhoWorksOnACaseIsNoPartyToIt(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.intake.Step(s.ref, "add-agent", j{"party": "被1", "name": "某律师", "kind": "lawyer", "proof": "授权委托书"})
	code := s.agentCode("被1")
	for _, login := range []string{"lian", "yuanzhang", "zhuren", "zhongcai", "shuji"} {
		c := s.As(login)
		if a := c.Do("POST", "/api/v1/link", j{"code": code}); a.Status != 403 || a.Code() != "works-on-the-case" {
			t.Errorf("%s is linked: %d %s", login, a.Status, a.Code())
		}
	}
	lawyer := s.As("agent") // the code is still good
	lawyer.Want(200, lawyer.Do("POST", "/api/v1/link", j{"code": code}), nil)
	execSQL(t, s.Kit, "insert into roles (account_id, role, given_at) select id, 'worker', now() from accounts where login = 'zhuren'")
	a := s.director.Do("POST", "/api/v1/cases", j{"ask": "consultation", "applicants": []j{{"kind": "worker", "name": "某主任"}}, "respondents": []j{{"kind": "employer", "name": "某厂"}}})
	if a.Code() != "works-on-the-case" {
		t.Errorf("the director opens a case of their own: %d %s", a.Status, a.Code())
	}
}
