package e2e

import (
	"fmt"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// acceptedOne is a case that was accepted today, with the application's copy served.
func acceptedOne(t *testing.T, day string) *story {
	t.Helper()
	s := newStory(testkit.Start(t, testkit.Settings{Day: day}))
	s.ref = thin(s.Kit, s.worker)
	s.intake.Step(s.ref, "accept", fourTests)
	s.serveOn("notice-to-respond", day)
	return s
}

// paperSays reads the newest paper of a kind.
func (s *story) paperSays(paper string, want ...string) {
	s.T.Helper()
	v := s.intake.See(s.ref)
	for i := len(v.Documents) - 1; i >= 0; i-- {
		if string(v.Documents[i].Paper) != paper {
			continue
		}
		var p casework.Paper
		s.worker.Get("/api/v1/cases/"+s.ref+"/documents/"+fmt.Sprint(v.Documents[i].ID), &p)
		for _, w := range want {
			if !strings.Contains(p.Text, w) {
				s.T.Errorf("%s should say %q:\n%s", paper, w, p.Text)
			}
		}
		return
	}
	s.T.Errorf("there is no paper %s", paper)
}

// A small case is handled simply: one arbitrator, thirty days, a shorter defence by consent; no extension.
// When it turns out complex it goes over to the ordinary way, and the forty-five days run from the
// original acceptance.
func TestASmallCaseIsHandledSimplyAndConverted(t *testing.T) {
	t.Parallel()
	s := acceptedOne(t, "2026-03-02")
	if a := s.head.Try(s.ref, "handle-simply", j{"ground": "small-amount", "nothing_bars": true}); a.Status != 422 || !strings.Contains(string(a.Body), `"average"`) {
		t.Errorf("without the average wage = %d %s", a.Status, a.Body)
	}
	s.head.Refused(s.ref, "handle-simply", j{"ground": "clear-facts", "nothing_bars": false}, "simple-barred")
	s.head.Refused(s.ref, "handle-simply", j{"ground": "both-agree", "nothing_bars": true}, "simple-ground")
	s.head.Step(s.ref, "handle-simply", j{"ground": "small-amount", "average": "90000.00", "nothing_bars": true, "short_defence": true, "defence_days": 3})
	s.paperSays("simple-notice", "标的额不超过上年度全省职工年平均工资", "2026年4月1日", "答辩期缩短为 3 个工作日")
	s.dueOn(workflows.SimplePeriod, "2026-04-01")
	s.dueOn(workflows.AwardPeriod, "2026-04-16")
	s.dueOn(workflows.DefencePeriod, "2026-03-05")

	ch := s.head.See(s.ref).Choices
	three := []int64{ch.Arbitrators[0].ID, ch.Arbitrators[1].ID, ch.Arbitrators[2].ID}
	s.head.Refused(s.ref, "form-tribunal", j{"arbitrators": three, "recorder": idOf(ch.Recorders, "应晓燕")}, "tribunal-size")
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.arbitrator.Refused(s.ref, "propose-extend-award-period", j{"days": 5, "reason": "案情复杂"}, "simple-no-extension")
	s.arbitrator.Refused(s.ref, "stop-clock", j{"kind": "public_notice", "ground": "找不到单位"}, "simple-no-notice")

	s.Clock.Set("2026-04-02") // the thirty days were over yesterday
	s.arbitrator.Refused(s.ref, "convert-to-ordinary", j{"why": "unsuitable", "reason": "案情复杂"}, "conversion-too-late")
	s.arbitrator.Step(s.ref, "convert-to-ordinary", j{"why": "whereabouts-unknown", "reason": "单位搬走，联系不上。"})
	s.paperSays("ordinary-notice", "转为一般程序", "2026年4月16日")
	if got := s.due(workflows.SimplePeriod); got != "" {
		t.Errorf("after conversion the thirty days are still shown: %s", got)
	}
	s.dueOn(workflows.AwardPeriod, "2026-04-16")
	s.arbitrator.Refused(s.ref, "handle-simply", j{"ground": "clear-facts", "nothing_bars": true}, "already-simplified")
	s.arbitrator.Step(s.ref, "stop-clock", j{"kind": "public_notice", "ground": "找不到单位"})
	verify(t, s.Kit)
}
