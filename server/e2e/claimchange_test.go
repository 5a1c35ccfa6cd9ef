package e2e

import (
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// claimsNow are the claims of the case at hand as a change lists them.
func (s *story) claimsNow() (list []j) {
	s.T.Helper()
	for _, c := range s.intake.See(s.ref).Claims {
		list = append(list, j{"code": c.Code, "amount": c.Amount, "title": c.Title.ZH})
	}
	return list
}

// While the time for evidence runs, one more claim is added. The tribunal takes it on: the award runs
// anew from that day, the extension of before is gone, and the employer has ten working days from
// service; nobody is heard before they are over, or the answer is in.
func TestClaimsAreAdded(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.employerJoins()
	s.dueOn(workflows.AwardPeriod, "2026-04-16")
	s.arbitrator.Step(s.ref, "propose-extend-award-period", j{"days": 10, "reason": "案情复杂"})
	s.director.Step(s.ref, "extend-award-period", nil)
	s.Clock.Set("2026-03-09")
	before := s.intake.See(s.ref)
	list := append(s.claimsNow(), j{"code": "M03", "amount": "1200.00"})
	s.intake.Step(s.ref, "change-claims", j{"claims": list, "reason": "漏算加班费。"})
	s.intake.Refused(s.ref, "change-claims", j{"claims": list, "reason": "再提"}, "change-waiting")
	if v := s.intake.See(s.ref); len(v.Claims) != len(before.Claims) || len(v.Changes) != 1 || v.Next.Who != workflows.Tribunal {
		t.Errorf("before the decision: %d claims, %d changes, next %+v", len(v.Claims), len(v.Changes), v.Next)
	}
	if v := s.As("tiaojie").Try(s.ref, "accept-change", nil); v.Status == 200 {
		t.Error("a stranger accepts the change")
	}
	d := s.arbitrator.Step(s.ref, "accept-change", nil)
	if len(d.Papers) != 1 || d.Papers[0].Paper != workflows.ChangeNotice {
		t.Errorf("papers = %v", d.Papers)
	}
	v := s.intake.See(s.ref)
	if len(v.Claims) != len(before.Claims)+1 || v.ClaimTotal != before.ClaimTotal+120000 {
		t.Errorf("the claims = %+v", v.Claims)
	}
	s.dueOn(workflows.AwardPeriod, "2026-04-23") // 45 days from 03-09, no extension
	s.Clock.Set("2026-03-16")
	came := j{"applicant_present": true, "respondent_present": true}
	s.arbitrator.Refused(s.ref, "open-hearing", came, "new-defence-runs")
	s.serveOn("change-notice", "2026-03-10")
	s.dueOn(workflows.NewDefence, "2026-03-24")
	s.arbitrator.Refused(s.ref, "open-hearing", came, "new-defence-runs")
	s.employer.Step(s.ref, "file-defence", nil)
	s.arbitrator.Step(s.ref, "open-hearing", came)
	verify(t, s.Kit)
}

// After the time for evidence only a switch between severance and damages is heard, once, until debate
// closes; another claim is another application.
func TestLateChangeIsASwitch(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.intake.Step(s.ref, "change-claims", j{"claims": append(s.claimsNow(), j{"code": "M05", "amount": "5000.00"}), "reason": "增加经济补偿。"})
	s.arbitrator.Step(s.ref, "accept-change", j{"waived": true})
	s.Clock.Set("2026-03-17")
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-25", "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-17")
	s.Clock.Set("2026-03-25")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.intake.Refused(s.ref, "change-claims", j{"claims": append(s.claimsNow(), j{"code": "M03", "amount": "1200.00"}), "reason": "加班费"}, "change-too-late")
	list := switched(t, s.claimsNow(), s.intake.See(s.ref).Claims)
	s.intake.Step(s.ref, "change-claims", j{"claims": list, "reason": "同一事实，改为赔偿金。"})
	s.arbitrator.Refused(s.ref, "close-hearing", nil, "change-waiting")
	s.arbitrator.Step(s.ref, "accept-change", j{"waived": true})
	s.dueOn(workflows.AwardPeriod, "2026-05-09") // 45 days from 03-25
	back := switched(t, s.claimsNow(), s.intake.See(s.ref).Claims)
	s.intake.Refused(s.ref, "change-claims", j{"claims": back, "reason": "又改回来。"}, "change-too-late")
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	verify(t, s.Kit)
}

// What is declined leaves claims and clocks as they were.
func TestChangeIsDeclined(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.arbitrator.Refused(s.ref, "decline-change", j{"reason": "没有申请"}, "no-change")
	before := s.intake.See(s.ref)
	s.intake.Step(s.ref, "change-claims", j{"claims": append(s.claimsNow(), j{"code": "M03", "amount": "1200.00"}), "reason": "加班费"})
	d := s.arbitrator.Step(s.ref, "decline-change", j{"reason": "与本案不是同一法律关系。"})
	if len(d.Papers) != 1 || d.Papers[0].Paper != workflows.ChangeRefusal {
		t.Errorf("papers = %v", d.Papers)
	}
	s.dueOn(workflows.AwardPeriod, "2026-04-16")
	if v := s.intake.See(s.ref); len(v.Claims) != len(before.Claims) || v.Changes[0].Accepted {
		t.Errorf("after declining: %+v", v.Changes)
	}
	s.invalid(s.intake, "change-claims", j{"claims": []j{{"code": "M99"}}, "reason": "没有这一类"}, "claims.0.code")
	verify(t, s.Kit)
}

// switched turns severance into damages, or back; a case without either fails the test.
func switched(t *testing.T, list []j, had []casework.ClaimView) []j {
	t.Helper()
	other := map[string]string{"M05": "M07", "M07": "M05"}
	for i, c := range had {
		if to := other[string(c.Code)]; to != "" {
			list[i] = j{"code": to, "amount": c.Amount}
			return list
		}
	}
	t.Fatal("the case claims neither severance nor damages")
	return nil
}
