package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// mixedAward brings a case to an award on both claims: one document final, one not, made and served 2026-04-01.
func mixedAward(s *story) {
	s.T.Helper()
	atTribunal(s)
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	s.Clock.Set("2026-04-01")
	items := []j{}
	for i, c := range s.arbitrator.See(s.ref).Claims {
		items = append(items, j{"no": c.No, "decision": "supported", "amount": "100.00", "final": i == 0, "found": "拖欠属实。", "reasons": "有工资条可以证明。"})
	}
	s.arbitrator.Step(s.ref, "propose-make-award", j{"items": items})
	s.head.Step(s.ref, "make-award", nil)
}

func (s *story) force(award int, worker string) workflows.Force {
	s.T.Helper()
	for _, a := range s.intake.See(s.ref).After.Awards {
		for _, e := range a.Force {
			if a.No == award && e.Worker == worker {
				return e
			}
		}
	}
	return workflows.Force{}
}

// An award of one kind: made, served, in force by itself when the time to sue has run, proved, paid in part,
// and the worker's word on it.
func TestAnAwardComesIntoForce(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	mixedAward(s)
	v := s.intake.See(s.ref).After
	if len(v.Awards) != 1 || v.Awards[0].No != 1 || !v.Awards[0].Final || !strings.Contains(v.Awards[0].Number, "裁〔2026〕") || v.Awards[0].Items[0].Found != "拖欠属实。" {
		t.Fatalf("the awards = %+v", v.Awards)
	}
	if u := v.Awards[0].Items[0].Unproven; u == nil || !strings.Contains(u.ZH, "未经核对") {
		t.Errorf("final by the tribunal's word alone, and not marked: %v", u)
	}
	if e := s.force(1, "申1"); e.State != workflows.Effective || e.On.String() != "2026-04-01" || len(e.Working) < 2 {
		t.Errorf("a final award binds from the day it is made: %+v", e)
	}
	s.sweepAll() // the clock puts it on record
	if n := one(t, s.Kit, "select count(*)::text from case_events where event = 'take-effect'"); n != "1" {
		t.Errorf("%s entries say that it is in force, want 1", n)
	}
	s.Clock.Set("2026-04-02")
	s.serveOn("award-final", "2026-04-02")
	s.intake.Refused(s.ref, "record-suit", j{"kind": "suit", "party": "被1", "court": "仙居县人民法院"}, "remedy-of-other-side")
	s.invalid(s.intake, "record-suit", j{"kind": "suit", "party": "申9", "court": "仙居县人民法院"}, "party")
	s.intake.Step(s.ref, "record-suit", j{"kind": "set-aside", "party": "被1", "court": "台州市中级人民法院"})
	if e := s.force(1, "申1"); e.State != workflows.Effective || !e.Held {
		t.Errorf("while setting aside is pending: %+v", e)
	}
	s.intake.Refused(s.ref, "record-ruling", j{"move": 2, "outcome": "refused"}, "no-suit-pending")
	s.intake.Refused(s.ref, "record-ruling", j{"move": 1, "outcome": "judged"}, "outcome-of-other-kind")
	s.Clock.Set("2026-05-20")
	s.intake.Step(s.ref, "record-ruling", j{"move": 1, "outcome": "refused"})
	done := s.intake.Step(s.ref, "prove-effect", nil)
	var paper casework.Paper
	s.intake.Get("/api/v1/cases/"+s.ref+"/documents/"+idText(done.Papers[0].ID), &paper)
	if !strings.Contains(paper.Text, "自2026年4月1日起发生法律效力") {
		t.Errorf("the proof says\n%s", paper.Text)
	}
	s.invalid(s.recorder, "record-payment", j{"result": "part"}, "amount")
	s.recorder.Step(s.ref, "record-payment", j{"result": "part", "amount": "60.00"})
	if a := s.intake.Try(s.ref, "confirm-payment", j{"payment": 7, "received": true}); a.Status != 422 {
		t.Errorf("a payment that is not there = %d", a.Status)
	}
	s.worker.Want(200, s.worker.Do("GET", "/healthz", nil), nil)
	s.intake.Step(s.ref, "confirm-payment", j{"payment": 1, "received": false})
	s.intake.Refused(s.ref, "confirm-payment", j{"payment": 1, "received": true}, "no-payment-to-confirm")
	if p := s.intake.See(s.ref).After.Payments; len(p) != 1 || p[0].Confirmed == nil || *p[0].Confirmed {
		t.Errorf("payments = %+v", p)
	}
	page := string(browser(s.Kit, "lian").Do("GET", "/cases/"+s.ref+"/claims", nil).Body)
	for _, want := range []string{"裁决以后", "已生效", "裁定驳回申请", "没有收到"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %s", want)
		}
	}
	figuresAgree(t, s.Kit)
	verify(t, s.Kit)
}

// A non-final award waits for the last party's period, and a suit keeps it from binding; judged, the whole
// award is without effect.
func TestASuitTakesTheEffectAway(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	s.Clock.Set("2026-04-01")
	items := []j{}
	for _, c := range s.arbitrator.See(s.ref).Claims {
		items = append(items, j{"no": c.No, "decision": "supported", "amount": "100.00", "final": false, "reasons": "有工资条可以证明。"})
	}
	s.arbitrator.Step(s.ref, "propose-make-award", j{"items": items})
	s.head.Step(s.ref, "make-award", nil)
	s.intake.Refused(s.ref, "prove-effect", nil, "award-not-in-force")
	s.serveOn("award-nonfinal", "2026-04-01")
	if e := s.force(2, "申1"); e.State != workflows.NotYet || e.On.String() != "2026-04-17" {
		t.Errorf("in force after the periods: %+v", e)
	}
	s.Clock.Set("2026-04-10")
	s.sweep(0)
	s.intake.Step(s.ref, "record-suit", j{"kind": "suit", "party": "被1", "court": "仙居县人民法院"})
	s.Clock.Set("2026-04-20")
	s.sweep(0)
	if e := s.force(2, "申1"); e.State != workflows.InCourt {
		t.Errorf("sued: %+v", e)
	}
	s.Clock.Set("2026-06-20")
	s.intake.Step(s.ref, "record-ruling", j{"move": 1, "outcome": "changed", "cause": "fact"})
	if e := s.force(2, "申1"); e.State != workflows.NoEffect {
		t.Errorf("judged: %+v", e)
	}
	figuresAgree(t, s.Kit)
	verify(t, s.Kit)
}
