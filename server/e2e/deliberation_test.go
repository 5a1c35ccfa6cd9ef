package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// Three arbitrators deliberate: no award before each has entered an opinion, none against the majority; and
// nobody outside the tribunal and the head reads who thought what.
func TestThreeDeliberateInSecret(t *testing.T) {
	t.Parallel()
	s := acceptedOne(t, "2026-03-02")
	ch := s.head.See(s.ref).Choices
	second, third := s.As("zhongcai2"), s.As("zhongcai3")
	three := []int64{idOf(ch.Arbitrators, "周立民")}
	for _, c := range ch.Arbitrators {
		if c.ID != three[0] && len(three) < 3 {
			three = append(three, c.ID)
		}
	}
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": three, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.intake.Step(s.ref, "file-defence", nil)
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-02")
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	s.arbitrator.Step(s.ref, "close-hearing", nil)

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
