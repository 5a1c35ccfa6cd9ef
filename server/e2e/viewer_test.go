package e2e

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/evidence/stamp"
	"tiaocai/server/testkit"
)

// The other side says of each exhibit whether it is true, lawful and to the point, before the hearing; everybody who
// reads the evidence sees what was said last. Nobody answers their own exhibits, and what is disputed needs a reason.
func TestExhibitsAreAnsweredBeforeTheHearing(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	s.filedForArbitration()
	s.Clock.Set("2026-03-12")
	s.intake.Step(s.ref, "accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true})
	s.employerJoins()
	fine := j{"exhibit": "申1", "authentic": "accepted", "lawful": "accepted", "relevant": "accepted"}
	s.employer.Refused(s.ref, "examine-exhibit", fine, "nothing-to-examine")
	s.evidenceComesIn()
	s.invalid(s.worker, "examine-exhibit", fine, "exhibit") // their own
	s.invalid(s.employer, "examine-exhibit", j{"exhibit": "申9", "authentic": "accepted", "lawful": "accepted", "relevant": "accepted"}, "exhibit")
	s.invalid(s.employer, "examine-exhibit", j{"exhibit": "申1", "authentic": "disputed", "lawful": "accepted", "relevant": "accepted"}, "remark")
	s.invalid(s.employer, "examine-exhibit", j{"exhibit": "申1", "lawful": "accepted", "relevant": "accepted"}, "authentic")
	s.employer.Step(s.ref, "examine-exhibit", fine)
	const why = "聊天对象的身份没有核实。"
	s.employer.Step(s.ref, "examine-exhibit", j{"exhibit": "申3", "authentic": "accepted", "lawful": "accepted", "relevant": "accepted"})
	s.employer.Step(s.ref, "examine-exhibit", j{"exhibit": "申3", "authentic": "disputed", "lawful": "accepted", "relevant": "disputed", "remark": why})
	for _, x := range s.intake.See(s.ref).Exhibits {
		switch x.Mark {
		case "申1":
			if len(x.Examined) != 1 || !x.Examined[0].Undisputed() || x.Examined[0].Party != "被1" {
				t.Errorf("申1: %+v", x.Examined)
			}
		case "申2":
			if len(x.Examined) != 0 {
				t.Errorf("申2: %+v", x.Examined)
			}
		case "申3":
			if len(x.Examined) != 1 || x.Examined[0].Authentic || !x.Examined[0].Lawful || x.Examined[0].Remark != why {
				t.Errorf("申3: %+v", x.Examined)
			}
		}
	}
	third := s.intake.See(s.ref).Exhibits[2]
	page := s.page(s.employer, fmt.Sprintf("/cases/%s/exhibits/%d/view", s.ref, third.ID))
	if !strings.Contains(page, why) || !strings.Contains(page, "/steps/examine-exhibit?exhibit=") {
		t.Errorf("the employer's page of 申3:\n%s", page)
	}
	if own := s.page(s.worker, fmt.Sprintf("/cases/%s/exhibits/%d/view", s.ref, third.ID)); strings.Contains(own, "/steps/examine-exhibit") || !strings.Contains(own, why) {
		t.Error("the worker is asked to answer their own exhibit, or does not read what was said")
	}
	if n := one(t, s.Kit, `select count(*) from case_events where detail::text like '%身份没有核实%'`); n != "0" {
		t.Error("what was said stands in the events")
	}
}

// An exhibit is looked at in its page: each page of a PDF carries its permanent id, on a copy; what was filed stays
// as it is. Who may not read the evidence sees neither the page nor what it shows.
func TestAnExhibitIsLookedAt(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	s.filedForArbitration()
	s.Clock.Set("2026-03-12")
	s.intake.Step(s.ref, "accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true})
	s.evidenceComesIn()
	var x casework.ExhibitPage
	first := s.intake.See(s.ref).Exhibits[0]
	at := fmt.Sprintf("/api/v1/cases/%s/exhibits/%d", s.ref, first.ID)
	s.intake.Get(at+"/view", &x)
	if x.Showing != casework.AsPages || len(x.Pages) == 0 || x.Pages[0] != "申1-01" || !x.Printed || x.Before != nil || x.After == nil || x.After.Mark != "申2" {
		t.Fatalf("the first exhibit: %+v", x)
	}
	clerk := browser(s.Kit, "lian")
	page := fmt.Sprintf("/cases/%s/exhibits/%d", s.ref, first.ID)
	view := clerk.Do("GET", page+"/view", nil)
	if body := string(view.Body); view.Status != 200 || !strings.Contains(body, page+"/shown#page=1") || !strings.Contains(view.Header.Get("Content-Security-Policy"), "frame-src 'self'") {
		t.Errorf("the page: %d, %s\n%s", view.Status, view.Header.Get("Content-Security-Policy"), body)
	}
	shown, filed := clerk.Do("GET", page+"/shown", nil), clerk.Do("GET", page, nil)
	if bytes.Equal(shown.Body, filed.Body) || !bytes.Equal(filed.Body, sample("工资条.pdf")) || !strings.HasPrefix(shown.Header.Get("Content-Disposition"), "inline") {
		t.Error("what is shown carries no ids, or what was filed was changed")
	}
	if n, err := stamp.Pages(context.Background(), shown.Body); err != nil || n != len(x.Pages) {
		t.Errorf("the copy has %d pages, want %d: %v", n, len(x.Pages), err)
	}
	if csp := shown.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "frame-ancestors 'self'") || strings.Contains(csp, "script") {
		t.Errorf("the copy's policy is %q", csp)
	}
	for _, e := range s.intake.See(s.ref).Exhibits[1:] {
		a := clerk.Do("GET", fmt.Sprintf("/cases/%s/exhibits/%d/shown", s.ref, e.ID), nil)
		if a.Status != 200 || a.Header.Get("Content-Type") != e.MediaType || !strings.Contains(a.Header.Get("Content-Security-Policy"), "sandbox") {
			t.Errorf("%s: %d %s %s", e.Mark, a.Status, a.Header.Get("Content-Type"), a.Header.Get("Content-Security-Policy"))
		}
	}
	if a := clerk.Do("GET", page+"/shown", nil, "Range", "bytes=0-99"); a.Status != 206 || len(a.Body) != 100 {
		t.Errorf("a part: %d, %d bytes", a.Status, len(a.Body))
	}
	for _, login := range []string{"zhongcai2", "tiaojie", "ducha"} {
		for _, end := range []string{"/view", "/shown"} {
			if a := browser(s.Kit, login).Do("GET", page+end, nil); a.Status != 404 && a.Status != 403 {
				t.Errorf("%s opens %s: %d", login, end, a.Status)
			}
		}
	}
}
