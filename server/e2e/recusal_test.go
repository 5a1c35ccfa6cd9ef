package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// seatOf is the number of a seat of the case at hand.
func (s *story) seatOf(seat string) int64 {
	s.T.Helper()
	for _, x := range s.intake.See(s.ref).Tribunal {
		if x.Seat == seat {
			return x.ID
		}
	}
	s.T.Fatalf("nobody sits as %s", seat)
	return 0
}

// The employer learns that the arbitrator is the worker's cousin. From the request on the arbitrator
// does nothing in the case; the director decides; the seat falls vacant, somebody else is named, and
// whoever was recused cannot come back.
func TestRecusalIsGranted(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.employerJoins()
	choices := s.head.See(s.ref).Choices
	s.director.Refused(s.ref, "decide-recusal", j{"result": "dismissed", "form": "oral", "reason": "没有申请"}, "no-recusal")
	ask := j{"seat": s.seatOf("sole"), "ground": "party-or-relative", "reason": "仲裁员是申请人的表兄。"}
	s.employer.Step(s.ref, "ask-recusal", ask)
	s.dueOn("recusal", "2026-03-05")
	s.employer.Refused(s.ref, "ask-recusal", ask, "recusal-waiting")
	s.arbitrator.Refused(s.ref, "attempt-mediation", j{"result": "failed"}, "challenged-pauses")
	for _, o := range s.arbitrator.See(s.ref).Options {
		if o.Open && o.Event != workflows.AskRecusal {
			t.Errorf("who is challenged is offered %s", o.Event)
		}
	}
	if n := s.head.See(s.ref).Next; n.Who != workflows.Director {
		t.Errorf("next = %+v, want the director", n)
	}
	if v := s.employer.See(s.ref).Recusals; len(v) != 1 || v[0].Reason != "" || v[0].Party != "被1" {
		t.Errorf("the parties see %+v", v)
	}
	if v := s.director.See(s.ref).Recusals; len(v) != 1 || v[0].Reason == "" {
		t.Errorf("who decides sees %+v", v)
	}
	if w := s.waiting(s.director); w == nil || w.Event != workflows.DecideRecusal || w.Own || w.Maker != "仙居某某有限公司" {
		t.Errorf("in the director's queue: %+v", w)
	}
	if w := s.waiting(s.head); w != nil {
		t.Errorf("the head, whom nobody entrusted, is asked: %+v", w)
	}
	if page := s.page(s.director, "/approvals"); !strings.Contains(page, "/steps/decide-recusal") || strings.Contains(page, "/steps/decline-proposal") {
		t.Errorf("the page of what waits:\n%s", page)
	}
	s.head.Refused(s.ref, "decide-recusal", j{"result": "dismissed", "form": "written", "reason": "没有证据"}, "recusal-decider")
	d := s.director.Step(s.ref, "decide-recusal", j{"result": "granted", "form": "written", "reason": "经核实属实。"})
	if len(d.Papers) != 1 || d.Papers[0].Paper != workflows.RecusalDecision {
		t.Errorf("papers = %v", d.Papers)
	}
	if k := s.clock(workflows.RecusalPeriod); k.Done.String() != "2026-03-02" {
		t.Errorf("the clock of the recusal = %+v, want it done", k)
	}
	if w := s.waiting(s.director); w != nil {
		t.Errorf("decided, it still waits: %+v", w)
	}
	s.told(s.employer, "recusal-decided")
	if n := s.head.See(s.ref).Next; n.Who != workflows.Head {
		t.Errorf("next = %+v, want the head to form a tribunal", n)
	}
	if a := s.arbitrator.Try(s.ref, "attempt-mediation", j{"result": "failed"}); a.Status != 404 {
		t.Errorf("who was recused still acts: %d", a.Status)
	}
	clerk := idOf(choices.Recorders, "应晓燕")
	s.head.Refused(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(choices.Arbitrators, "周立民")}, "recorder": clerk}, "seat-conflict")
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{other(choices.Arbitrators, "周立民")}, "recorder": clerk})
	if v := s.head.See(s.ref); len(v.Tribunal) != 2 {
		t.Errorf("the tribunal = %+v", v.Tribunal)
	}
	verify(t, s.Kit)
}

// Once the hearing was opened only what became known later counts, until debate closes. The recorder
// may ask for their own recusal; while it waits the hearing cannot be closed, and a dismissal lets
// them work on.
func TestRecusalDuringTheHearing(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.employerJoins()
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	ask := j{"seat": s.seatOf("sole"), "ground": "relation", "reason": "曾是同事。", "known_on": "2026-03-15"}
	s.employer.Refused(s.ref, "ask-recusal", ask, "recusal-too-late")
	delete(ask, "known_on")
	s.invalid(s.employer, "ask-recusal", ask, "known_on")
	s.invalid(s.arbitrator, "ask-recusal", j{"seat": s.seatOf("recorder"), "ground": "interest", "reason": "不能替别人提出。"}, "seat")
	s.recorder.Step(s.ref, "ask-recusal", j{"ground": "interest", "reason": "本人持有该公司股份。", "known_on": "2026-03-16"})
	s.arbitrator.Refused(s.ref, "close-hearing", nil, "recusal-undecided")
	s.director.Step(s.ref, "decide-recusal", j{"result": "dismissed", "form": "oral", "reason": "仅十股，不影响公正。"})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	s.employer.Refused(s.ref, "ask-recusal", j{"seat": s.seatOf("sole"), "ground": "relation", "reason": "晚了。", "known_on": "2026-03-16"}, "not-open-in-this-state")
	verify(t, s.Kit)
}

// other is anybody on the list but the one named.
func other(list []casework.Choice, name string) int64 {
	for _, c := range list {
		if c.Name != name {
			return c.ID
		}
	}
	return 0
}
