package e2e

import (
	"maps"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// deliberating takes a case to where one arbitrator or three, of whom 周立民 presides, deliberate.
func deliberating(t *testing.T, size int) *story {
	t.Helper()
	s := acceptedOne(t, "2026-03-02")
	ch := s.head.See(s.ref).Choices
	panel := []int64{idOf(ch.Arbitrators, "周立民")}
	for _, c := range ch.Arbitrators {
		if c.ID != panel[0] && len(panel) < size {
			panel = append(panel, c.ID)
		}
	}
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": panel, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.intake.Step(s.ref, "file-defence", nil)
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-02")
	s.hearsOn("2026-03-16", s.arbitrator)
	return s
}

// hearsOn is a hearing day from its opening to its end; no settlement comes of it.
func (s *story) hearsOn(day string, presides *testkit.Client) {
	s.T.Helper()
	s.Clock.Set(day)
	presides.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	presides.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	presides.Step(s.ref, "close-hearing", nil)
}

// Three arbitrators deliberate: no award before each has entered an opinion, none against the majority; and
// nobody outside the tribunal and the head reads who thought what.
func TestThreeDeliberateInSecret(t *testing.T) {
	t.Parallel()
	s := deliberating(t, 3)
	second, third := s.As("zhongcai2"), s.As("zhongcai3")
	award := j{"items": []j{{"no": 1, "decision": "rejected", "final": true, "reasons": "证据不足。"}}}
	const marker = "我认为工资条是真的"
	s.arbitrator.Step(s.ref, "cast-vote", j{"stance": "presiding-view", "view": "证据不足。"})
	s.arbitrator.Refused(s.ref, "propose-make-award", award, "votes-missing")
	second.Step(s.ref, "cast-vote", j{"stance": "other-view", "view": marker})
	third.Step(s.ref, "cast-vote", j{"stance": "other-view", "view": "同意支持。"})
	s.arbitrator.Refused(s.ref, "propose-make-award", award, "majority-otherwise")
	third.Step(s.ref, "cast-vote", j{"stance": "own-view", "view": "部分支持。"}) // now everybody differs: the presiding one's view decides
	s.arbitrator.Step(s.ref, "propose-make-award", award)
	second.Step(s.ref, "sign-award", nil)
	s.head.Step(s.ref, "make-award", nil)

	var v casework.Deliberation
	s.head.Get("/api/v1/cases/"+s.ref+"/deliberation", &v)
	if len(v.Votes) != 4 || v.Votes[1].View != marker || v.Votes[1].Stance != workflows.OtherView || v.Votes[2].Counts || !v.Votes[3].Counts {
		t.Errorf("the deliberation = %+v", v.Votes)
	}
	if page := string(browser(s.Kit, "zhongcai2").Do("GET", "/cases/"+s.ref+"/deliberation", nil).Body); !strings.Contains(page, marker) {
		t.Error("the page lacks an opinion")
	}
	for name, c := range map[string]*testkit.Client{"worker": s.worker, "registry": s.intake, "recorder": s.recorder} {
		if a := c.Do("GET", "/api/v1/cases/"+s.ref+"/deliberation", nil); a.Status != 403 {
			t.Errorf("%s reads the deliberation: %d", name, a.Status)
		}
		if a := c.Do("GET", "/api/v1/cases/"+s.ref, nil); strings.Contains(string(a.Body), marker) || strings.Contains(string(a.Body), "cast-vote") || strings.Contains(string(a.Body), "other-view") {
			t.Errorf("%s learns of the votes from the case", name)
		}
	}
	verify(t, s.Kit)
}

// While three deliberate a fact turns out to be open: the hearing goes on at another day, in the time there was, and
// everybody enters an opinion anew.
func TestAHearingIsReopened(t *testing.T) {
	t.Parallel()
	s := deliberating(t, 3)
	due := clockOf(s.head.See(s.ref), workflows.AwardPeriod, "").Due
	award := j{"items": []j{{"no": 1, "decision": "rejected", "final": true, "reasons": "证据不足。"}}}
	everybodyVotes := func() {
		for _, login := range []string{"zhongcai", "zhongcai2", "zhongcai3"} {
			s.As(login).Step(s.ref, "cast-vote", j{"stance": "presiding-view", "view": "证据不足。"})
		}
	}
	everybodyVotes()
	again := j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭", "ground": "facts-unclear"}
	s.arbitrator.Step(s.ref, "propose-make-award", award)
	s.arbitrator.Refused(s.ref, "reopen-hearing", again, "award-waits")
	s.head.Step(s.ref, "decline-proposal", j{"reason": "考勤还要核实。"})
	for _, wrong := range []struct{ field, value string }{{"hearing_on", "2026-03-16"}, {"hearing_on", "2036-03-30"}, {"ground", "weather"}, {"place", ""}} {
		body := maps.Clone(again)
		body[wrong.field] = wrong.value
		s.invalid(s.arbitrator, "reopen-hearing", body, wrong.field)
	}
	s.arbitrator.Step(s.ref, "reopen-hearing", again)
	if now := clockOf(s.head.See(s.ref), workflows.AwardPeriod, "").Due; now != due {
		t.Errorf("the award is due on %v, was %v: the period runs on", now, due)
	}
	s.told(s.worker, "hearing-scheduled")
	s.serveOn("hearing-notice", "2026-03-16")
	s.hearsOn("2026-03-30", s.arbitrator)
	s.arbitrator.Refused(s.ref, "propose-make-award", award, "votes-missing") // what was entered before does not count
	everybodyVotes()
	s.arbitrator.Step(s.ref, "propose-make-award", award)
	s.As("zhongcai2").Step(s.ref, "sign-award", nil)
	s.head.Step(s.ref, "make-award", nil)
	var v casework.Deliberation
	s.head.Get("/api/v1/cases/"+s.ref+"/deliberation", &v)
	for i, x := range v.Votes {
		if len(v.Votes) != 6 || x.Counts != (i > 2) {
			t.Errorf("opinion %d of %d counts: %v", i, len(v.Votes), x.Counts)
		}
	}
	verify(t, s.Kit)
}

// An arbitrator who heard the case alone falls ill before the award: nobody who has not heard it decides it. The head
// reopens the hearing, the seat changes hands, and the successor hears and decides the case.
func TestAnArbitratorIsLostBeforeTheAward(t *testing.T) {
	t.Parallel()
	s := deliberating(t, 1)
	second := s.As("zhongcai2")
	replace := j{"seat": s.seatOf("sole"), "successor": account(s.Kit, "zhongcai2"), "reason": "illness"}
	if a := s.head.Try(s.ref, "replace-seat", replace); a.Code() != "heard-in-person" || !strings.Contains(string(a.Body), "先恢复庭审") {
		t.Errorf("it does not say what to do: %d %s", a.Status, a.Body)
	}
	s.head.Step(s.ref, "reopen-hearing", j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭", "ground": "arbitrator-unable"})
	s.head.Step(s.ref, "replace-seat", replace)
	s.serveOn("hearing-notice", "2026-03-16")
	s.hearsOn("2026-03-30", second)
	second.Step(s.ref, "propose-make-award", j{"items": []j{{"no": 1, "decision": "rejected", "final": true, "reasons": "证据不足。"}}})
	s.head.Step(s.ref, "make-award", nil)
	if v := s.worker.See(s.ref); v.State != workflows.Closed {
		t.Errorf("the case is %s", v.State)
	}
	verify(t, s.Kit)
}
