package e2e

import (
	"fmt"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// linked is a new account of a party of the case.
func (s *story) linked(login, party string) *testkit.Client {
	s.T.Helper()
	n := s.Nobody()
	n.Want(200, n.Do("POST", "/api/v1/accounts", j{"login": login, "name": login, "password": "tiaocai-demo", "as": "worker"}), nil)
	var code casework.CodeIssued
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/codes", j{"party": party}), &code)
	c := s.As(login)
	c.Want(200, c.Do("POST", "/api/v1/link", j{"code": code.Code}), nil)
	return c
}

// In a group each worker speaks of their own money: what a colleague had is not theirs to confirm, nor shown to them as
// theirs, and the employer has paid once everybody has all that every award gives.
func TestEachWorkerSaysWhatReachedThem(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	twoClaimOneSum(s)
	s.Clock.Set("2026-04-01")
	shares := []j{{"party": "申1", "amount": "18000.01"}, {"party": "申2", "amount": "11999.99"}} // awards 2 and 1
	s.arbitrator.Step(s.ref, "propose-make-award", j{"items": []j{{"no": 1, "decision": "supported", "amount": "30000.00", "reasons": "工资条可以证明。", "shares": shares}}})
	s.head.Step(s.ref, "make-award", nil)
	s.employerJoins()
	first, second := s.linked("zhangsan", "申1"), s.linked("lisi", "申2")
	kept := func(c *testkit.Client) string {
		t.Helper()
		p := c.See(s.ref).Performance
		if p == nil {
			t.Fatalf("%s is not told whether it was paid", c.Login)
		}
		if p.KeptOn.IsZero() {
			return "open"
		}
		return p.KeptOn.String()
	}
	all := func(moment, a, b, employer string) {
		t.Helper()
		for c, want := range map[*testkit.Client]string{first: a, second: b, s.employer: employer} {
			if got := kept(c); got != want {
				t.Errorf("%s, %s reads %s, want %s", moment, c.Login, got, want)
			}
		}
	}

	s.invalid(first, "record-payment", j{"party": "申2", "award": 1, "result": "paid"}, "party")
	s.employer.Step(s.ref, "record-payment", j{"party": "申2", "award": 1, "result": "paid"})
	s.invalid(first, "confirm-payment", j{"payment": 1, "received": true}, "payment")
	if p := first.See(s.ref).Performance; len(p.Unsure) != 0 {
		t.Errorf("a colleague is asked: %+v", p.Unsure)
	}
	all("only said", "open", "open", "open")
	first.Step(s.ref, "record-payment", j{"award": 2, "result": "paid"})
	all("one has it", "2026-04-01", "open", "open")
	s.Clock.Set("2026-04-03")
	s.employer.Step(s.ref, "record-payment", j{"result": "part", "party": "申1", "award": 2, "amount": "1.00"})
	second.Step(s.ref, "confirm-payment", j{"payment": 1, "received": true})
	all("both have it", "2026-04-01", "2026-04-01", "2026-04-01")
	verify(t, s.Kit)
}

// An agent without special authority says that nothing came; that all of it came is an admission, which waits for the
// worker.
func TestAnAgentDoesNotAdmitThatItWasPaid(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	mixedAward(s)
	execSQL(t, s.Kit, fmt.Sprintf("insert into agents (commission_id, case_id, party_id, name, kind, special, account_id, appointed_on) select commission_id, case_id, id, '金律师', 'lawyer', false, %d, '2026-03-02' from parties where side = 'applicant'", account(s.Kit, "agent")))
	agent, worker := s.As("agent"), s.linked("linxiaofen", "申1")
	agent.Step(s.ref, "record-payment", j{"result": "paid"})
	s.invalid(agent, "confirm-payment", j{"payment": 1, "received": true}, "received")
	if p := worker.See(s.ref).Performance; !p.KeptOn.IsZero() || len(p.Unsure) != 1 {
		t.Errorf("the agent's word is the worker's: %+v", p)
	}
	worker.Step(s.ref, "confirm-payment", j{"payment": 1, "received": true})
	if p := worker.See(s.ref).Performance; p.KeptOn.IsZero() {
		t.Errorf("the worker's own word: %+v", p)
	}
	verify(t, s.Kit)
}
