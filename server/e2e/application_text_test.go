package e2e

import (
	"slices"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// twoApply: the worker applies for themselves and a colleague, who has an account of their own.
func twoApply(t *testing.T) (s *story, colleague *testkit.Client) {
	t.Helper()
	s = newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	var done casework.Done
	s.worker.Want(200, s.worker.Do("POST", "/api/v1/cases", j{"ask": "consultation", "town": "福应街道", "cause": "A03", "facts": "拖欠工资。",
		"applicants": []j{{"kind": "worker", "name": "林小芬", "id_number": "110101199003070310", "phone": "13857612345", "address": "浙江省仙居县福应街道1号"},
			{"kind": "worker", "name": "陈大明", "phone": "13857655555", "address": "浙江省仙居县南峰街道7号"}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某医药化工机械有限公司", "phone": "0576-87770001", "address": "浙江省仙居县经济开发区2号"}},
		"claims":      []j{{"code": "M01", "amount": "18600.00", "period_from": "2026-01-01", "period_to": "2026-02-28"}}}), &done)
	s.ref = done.Ref
	s.intake.Step(s.ref, "give-advice", j{"advice": "可以申请仲裁。"})
	s.worker.Step(s.ref, "file-application", nil)
	colleague = s.stranger // works as an arbitrator, and has a dispute of their own
	s.links(colleague, j{"party": "申2"})
	return s, colleague
}

// links ties an account to a party, or an agent, by its one-time code.
func (s *story) links(c *testkit.Client, whom j) {
	s.T.Helper()
	var code struct{ Code string }
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/codes", whom), &code)
	c.Want(200, c.Do("POST", "/api/v1/link", j{"code": code.Code}), nil)
}

// The application as it was sent holds numbers, addresses and phones: it is whole for whoever filed it and for staff. Of
// several applicants the others are told why not; each learns who read it, however much else was opened since.
func TestTheApplicationIsItsFilersOwn(t *testing.T) {
	t.Parallel()
	s, colleague := twoApply(t)
	s.employerJoins()
	at := "/api/v1/cases/" + s.ref + "/application"
	if a := colleague.Do("GET", at, nil); a.Status != 403 || a.Code() != "application-of-others" {
		t.Errorf("the other applicant reads it: %d %s", a.Status, a.Code())
	}
	if a := s.employer.Do("GET", at, nil); a.Status != 403 {
		t.Errorf("the employer reads it: %d", a.Status)
	}
	for _, c := range []*testkit.Client{s.worker, s.intake} {
		if a := c.Do("GET", at, nil); a.Status != 200 {
			t.Errorf("%s does not read it: %d", c.Login, a.Status)
		}
	}
	if !s.worker.See(s.ref).SentOnline || colleague.See(s.ref).SentOnline || s.employer.See(s.ref).SentOnline {
		t.Error("the page leads to the application, or does not, against what may be read")
	}
	execSQL(t, s.Kit, `insert into reads (commission_id, case_id, account_id, subject, hour)
		select c.commission_id, c.id, a.id, 'deliberation', date_trunc('hour', now()) + n * interval '1 hour' from cases c, accounts a, generate_series(1, 40) n where a.login = 'zhongcai'`)
	for c, want := range map[*testkit.Client]bool{s.worker: true, colleague: true, s.employer: false} {
		list := c.See(s.ref).Readers
		if got := slices.ContainsFunc(list, func(r casework.ReaderView) bool { return r.Subject == "application" }); got != want {
			t.Errorf("%s reads who opened the application: %v, want %v: %+v", c.Login, got, want, list)
		}
		if len(list) == 0 || slices.ContainsFunc(list, func(r casework.ReaderView) bool { return r.Subject == "deliberation" }) {
			t.Errorf("%s has %d entries", c.Login, len(list))
		}
	}
}
