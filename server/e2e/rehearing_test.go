package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// otherBench asks for a tribunal with the arbitrator of before, who may not sit, and then with another one.
func (s *story) otherBench(former, other string) {
	s.T.Helper()
	ch := s.head.See(s.ref).Choices
	bench := func(name string) j {
		return j{"arbitrators": []int64{idOf(ch.Arbitrators, name)}, "recorder": idOf(ch.Recorders, "应晓燕")}
	}
	s.head.Refused(s.ref, "form-tribunal", bench(former), "seat-conflict")
	s.head.Step(s.ref, "form-tribunal", bench(other))
}

// An award that was obtained by forged proof is revoked by the commission, which takes the dispute up anew:
// in a case of its own that names the old one and is named by it, with its evidence, a clock that begins
// again, and without the arbitrator of before.
func TestARevokedAwardIsMadeAnew(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	mixedAward(s)
	old := s.ref
	s.intake.Refused(s.ref, "propose-rehear", j{"reason": "裁决有误"}, "no-award-revoked")
	s.Clock.Set("2026-04-07")
	s.sweepAll()
	s.head.Step(s.ref, "propose-revoke-award", j{"reason": "工资条系伪造。"})
	s.director.Step(s.ref, "revoke-award", nil)
	s.invalid(s.intake, "propose-rehear", j{}, "reason")
	s.Clock.Set("2026-04-08")
	s.sweepAll()
	s.intake.Step(s.ref, "propose-rehear", j{"reason": "裁决已撤销，争议没有解决。"})
	s.head.Step(s.ref, "rehear", nil)
	s.intake.Refused(s.ref, "propose-rehear", j{"reason": "再来一次"}, "already-reheard")
	was := s.intake.See(old)
	if was.State != workflows.Closed || was.Mode != workflows.AwardFinal || was.Later == "" {
		t.Fatalf("the old case is %s, %s, taken up in %q", was.State, was.Mode, was.Later)
	}
	s.ref = was.Later
	v := s.intake.See(s.ref)
	if v.Earlier != old || v.State != workflows.Accepted || v.AcceptedOn.String() != "2026-04-08" || len(v.Claims) != 1 || v.Claims[0].Decision != "" || len(v.Applicants) != 1 || len(v.Respondents) != 1 {
		t.Errorf("the new case: %+v", v)
	}
	text := ""
	for _, d := range v.Documents {
		if d.Paper == workflows.RehearingNotice {
			text = s.paperText(d.ID)
		}
	}
	for _, want := range []string{was.Number, was.After.Awards[0].Number, v.Number, "自2026年4月8日起重新计算", "不再审理本案", "第八条"} {
		if !strings.Contains(text, want) {
			t.Errorf("the notice does not say %q:\n%s", want, text)
		}
	}
	s.dueOn(workflows.AwardPeriod, "2026-05-25") // 45 days end on Saturday 23 May
	s.otherBench("周立民", "蒋晓红")
	s.serveOn("notice-to-respond", "2026-04-08")
	figuresAgree(t, s.Kit)
	verify(t, s.Kit)
}

// What a court sets aside goes to court, not back to the commission; and should the same parties come
// again, the arbitrator of the award that was set aside does not sit.
func TestAnAwardSetAsideGoesToCourt(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	mixedAward(s)
	s.recorder.Step(s.ref, "record-suit", j{"kind": "set-aside", "side": "respondent", "court": "台州市中级人民法院"})
	s.Clock.Set("2026-05-20")
	s.recorder.Step(s.ref, "record-ruling", j{"move": 1, "outcome": "granted"})
	refused := s.intake.Try(s.ref, "propose-rehear", j{"reason": "法院撤销了裁决"})
	if refused.Code() != "no-award-revoked" || !strings.Contains(string(refused.Body), "十五日内") {
		t.Errorf("a court's ruling is not for the commission to mend: %d %s", refused.Status, refused.Body)
	}
	s.ref = file(s.Kit, s.intake, "").Ref
	s.intake.Step(s.ref, "accept", fourTests)
	s.otherBench("周立民", "蒋晓红")
}
