package e2e

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tiaocai/models"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

func (s *story) candidates(c *testkit.Client) (v casework.Candidates) {
	s.T.Helper()
	c.Get("/api/v1/cases/"+s.ref+"/candidates", &v)
	return v
}

// accepted opens a case and accepts it: it waits for its tribunal.
func (s *story) accepted() {
	s.T.Helper()
	s.ref = file(s.Kit, s.intake, "").Ref
	s.intake.Step(s.ref, "accept", fourTests)
}

func names(list []casework.Candidate) (out []string) {
	for _, c := range list {
		out = append(out, c.Name)
	}
	return out
}

func candidate(list []casework.Candidate, name string) casework.Candidate {
	i := slices.IndexFunc(list, func(c casework.Candidate) bool { return c.Name == name })
	return list[i]
}

// Whoever bears the least is proposed first, with the sums and a sentence; asked twice the order is the same. Whoever works
// for a party, accepted the case or mediated it keeps the place, says why and is not proposed. What was proposed and what
// was chosen stay in the record, and the parties do not see it.
func TestTheTribunalIsProposedByLoad(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	s.accepted()
	v := s.candidates(s.head)
	if want := []string{"周立民", "蒋晓红", "顾卫东"}; !slices.Equal(names(v.Arbitrators), want) || v.Seats != 1 || v.For != "tribunal" || len(v.Weights) != 5 || v.Rule == "" {
		t.Fatalf("with nothing to do for anybody the older account comes first: %v, %+v", names(v.Arbitrators), v)
	}
	zhou, jiang, gu := v.Arbitrators[0].Account, v.Arbitrators[1].Account, v.Arbitrators[2].Account
	ying := candidate(v.Recorders, "应晓燕").Account
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{zhou}, "recorder": ying})
	first := s.ref
	if e := s.event("form-tribunal"); e["as_proposed"] != true || fmt.Sprint(e["proposed"]) != fmt.Sprint([]int64{zhou, ying}) || e["rule"] != casework.RankingRule {
		t.Errorf("the record of a choice as proposed: %v", e)
	}

	s.Clock.Set("2026-03-03")
	s.accepted()
	v = s.candidates(s.head)
	if want := []string{"蒋晓红", "顾卫东", "周立民"}; !slices.Equal(names(v.Arbitrators), want) {
		t.Errorf("who has a case comes last: %v", names(v.Arbitrators))
	}
	if z := candidate(v.Arbitrators, "周立民"); z.Open != 1 || z.Leads != 1 || z.Points < 2 || z.Last.String() != "2026-03-02" || z.Proposed != 0 || z.Place != 3 {
		t.Errorf("what he bears: %+v", z)
	}
	if c := v.Arbitrators[0]; c.Proposed != 1 || !strings.Contains(c.Why.ZH, "在办最少（0 件") || !strings.Contains(c.Why.ZH, "没有回避情形") || !strings.Contains(c.Why.EN, "no conflict") {
		t.Errorf("why the first: %+v", c)
	}
	if v.Proposal.Arbitrators[0] != jiang || v.Proposal.Recorder == ying || v.Proposal.Recorder == 0 {
		t.Errorf("the proposal: %+v", v.Proposal)
	}
	a, _ := json.Marshal(v)
	if b, _ := json.Marshal(s.candidates(s.head)); string(a) != string(b) {
		t.Error("asked twice the order differs")
	}

	admin := s.As("guanliyuan")
	admin.Want(200, admin.Do("POST", "/api/v1/people/unit", j{"account": jiang, "unit": "仙居某某有限公司"}), nil)
	v = s.candidates(s.head)
	if c := v.Arbitrators[0]; c.Account != jiang || c.Place != 1 || len(c.Against) != 1 || c.Against[0].Kind != models.UnitConflict || c.Proposed != 0 || !strings.Contains(c.Why.ZH, "不能建议；在当事人单位任职") {
		t.Errorf("who works for a party keeps the place and says why: %+v", c)
	}
	if c := v.Arbitrators[1]; c.Account != gu || c.Proposed != 1 || v.Proposal.Arbitrators[0] != gu || !strings.Contains(c.Why.ZH, "前面 1 人不能选") {
		t.Errorf("the next is proposed: %+v", c)
	}
	s.head.Refused(s.ref, "form-tribunal", j{"arbitrators": []int64{jiang}, "recorder": ying}, "seat-conflict")

	page := s.page(s.head, "/cases/"+s.ref+"/steps/form-tribunal")
	for _, want := range []string{"组庭建议", "已按第一建议填好", "在当事人单位任职", "分案规则", fmt.Sprintf(`value="%d" selected`, gu)} {
		if !strings.Contains(page, want) {
			t.Errorf("the form lacks %q", want)
		}
	}
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{zhou}, "recorder": ying})
	e := s.event("form-tribunal")
	if e["as_proposed"] != false || fmt.Sprint(e["proposed"]) != fmt.Sprint([]int64{gu, v.Proposal.Recorder}) || fmt.Sprint(e["arbitrators"]) != fmt.Sprint([]int64{zhou}) {
		t.Errorf("the record of another choice: %v", e)
	}
	if strings.Contains(fmt.Sprint(e), "某某") || strings.Contains(fmt.Sprint(e), "周立民") {
		t.Errorf("the record names somebody: %v", e)
	}
	if page := s.page(s.head, "/cases/"+s.ref+"/timeline"); !strings.Contains(page, "系统建议 另选他人") {
		t.Error("the timeline does not say that another was chosen")
	}
	s.ref = first
	for _, c := range []*testkit.Client{s.intake, s.arbitrator, s.recorder} {
		if a := c.Do("GET", "/api/v1/cases/"+s.ref+"/candidates", nil); a.Status != 403 {
			t.Errorf("%s sees who is proposed: %d", c.Login, a.Status)
		}
	}
	if a := s.stranger.Do("GET", "/api/v1/cases/"+s.ref+"/candidates", nil); a.Status != 404 {
		t.Errorf("a stranger sees who is proposed: %d", a.Status)
	}
	verify(t, s.Kit)
}

// event is the detail of the last event of a kind in the case at hand.
func (s *story) event(name string) (detail map[string]any) {
	s.T.Helper()
	for _, e := range s.intake.See(s.ref).Timeline {
		if string(e.Event) == name && (detail == nil || e.Detail != nil) {
			detail = e.Detail
		}
	}
	for k, v := range detail { // JSON knows one kind of number
		if list, ok := v.([]any); ok {
			ids := []int64{}
			for _, x := range list {
				ids = append(ids, int64(x.(float64)))
			}
			detail[k] = ids
		}
	}
	return detail
}

// Among mediators whoever is on duty today comes first, then who bears the least; an agent of a party is not proposed.
// The manager of another organisation, and the office, see nothing of it.
func TestTheMediatorIsProposedByDutyAndLoad(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	s.asksMediation()
	v := s.candidates(s.manager)
	if want := []string{"徐美珍", "章小兰"}; !slices.Equal(names(v.Mediators), want) || v.For != "mediation" || v.Proposal.Mediator != v.Mediators[0].Account || len(v.Arbitrators) != 0 {
		t.Fatalf("the proposal: %+v", v)
	}
	xu, lan := v.Mediators[0].Account, v.Mediators[1].Account
	s.manager.Want(200, s.manager.Do("POST", "/api/v1/organisation/roster", j{"duty": []j{{"on": "2026-03-02", "mediator": lan}}}), nil)
	v = s.candidates(s.manager)
	if c := v.Mediators[0]; c.Account != lan || !c.Duty || c.Proposed != 1 || !strings.Contains(c.Why.ZH, "今天值班") {
		t.Errorf("who is on duty comes first: %+v", c)
	}
	page := s.page(s.manager, "/cases/"+s.ref+"/steps/assign-mediator")
	if !strings.Contains(page, "指派建议") || !strings.Contains(page, fmt.Sprintf(`value="%d" selected`, lan)) {
		t.Error("the form is not filled in with the proposal")
	}
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": xu})
	if e := s.event("assign-mediator"); e["as_proposed"] != false || fmt.Sprint(e["proposed"]) != fmt.Sprint([]int64{lan}) {
		t.Errorf("the record: %v", e)
	}
	for login, want := range map[string]int{"guanli2": 404, "lian": 403, "tiaojie": 403, "yuanzhang": 409} {
		if a := s.As(login).Do("GET", "/api/v1/cases/"+s.ref+"/candidates", nil); a.Status != want {
			t.Errorf("%s: %d, want %d", login, a.Status, want)
		}
	}

	s.Clock.Set("2026-03-03")
	execSQL(t, s.Kit, fmt.Sprintf("insert into agents (commission_id, case_id, party_id, name, kind, special, account_id, appointed_on) select commission_id, case_id, id, '章小兰', 'relative', false, %d, '2026-03-02' from parties where side = 'applicant' limit 1", lan))
	s.asksMediation()
	v = s.candidates(s.manager)
	if c := candidate(v.Mediators, "章小兰"); len(c.Against) != 1 || c.Against[0].Kind != models.SpokeConflict || c.Place != 1 || c.Proposed != 0 || v.Proposal.Mediator != xu {
		t.Errorf("who spoke for a party: %+v, %+v", c, v.Proposal)
	}
}

// asksMediation brings a dispute of one worker before the first organisation; nobody is assigned yet.
func (s *story) asksMediation() {
	s.T.Helper()
	var d casework.Done
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases", j{"ask": "mediation", "organisation": 1, "town": "福应街道", "applicants": []j{{"kind": "worker", "name": "张三"}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某有限公司"}}, "claims": []j{wages()}}), &d)
	s.ref = d.Ref
}
