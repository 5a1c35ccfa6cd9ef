package e2e

import (
	"fmt"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// collectiveCase is an accepted dispute of twelve workers, of whom three speak for all, before a tribunal of three.
func collectiveCase(t *testing.T) (s *story, others []string) {
	t.Helper()
	s = groupCase(t)
	rows := people(12)
	rows[1][1] = "林小芬"
	s.intake.Step(s.ref, "enter-group", j{"sheet": pasted(rows)})
	s.intake.Step(s.ref, "accept", fourTests)
	s.head.Step(s.ref, "form-tribunal", s.three())
	for i := 4; i <= 12; i++ {
		others = append(others, fmt.Sprintf("申%d", i))
	}
	return s, others
}

// three are a tribunal of three with the arbitrator of the story presiding.
func (s *story) three() j {
	ch := s.head.See(s.ref).Choices
	three := []int64{idOf(ch.Arbitrators, "周立民")}
	for _, c := range ch.Arbitrators {
		if c.ID != three[0] && len(three) < 3 {
			three = append(three, c.ID)
		}
	}
	return j{"arbitrators": three, "recorder": idOf(ch.Recorders, "应晓燕")}
}

// Representatives ask for other claims: the tribunal takes them on when each of those they speak for has
// consented to this change. A consent of before, or to something else, does not count.
func TestRepresentativesChangeClaimsOnlyWithEverybodysConsent(t *testing.T) {
	t.Parallel()
	s, others := collectiveCase(t)
	s.recorder.Step(s.ref, "record-consents", j{"about": "change", "parties": others, "proof": "旧的同意书"})
	s.Clock.Set("2026-03-06")
	list := s.claimsNow()
	s.intake.Step(s.ref, "change-claims", j{"claims": append(list, j{"code": "M03", "amount": "1200.00"}), "reason": "漏算加班费。"})
	s.arbitrator.Refused(s.ref, "accept-change", nil, "group-change-consent")
	if !strings.Contains(fmt.Sprint(s.arbitrator.See(s.ref).Except), "变更请求 9 人") {
		t.Errorf("the page says %v", s.arbitrator.See(s.ref).Except)
	}
	s.recorder.Step(s.ref, "record-consents", j{"about": "settle", "parties": others, "proof": "同意书 9 份"})
	s.recorder.Step(s.ref, "record-consents", j{"about": "change", "parties": others[:8], "proof": "同意书 8 份"})
	s.arbitrator.Refused(s.ref, "accept-change", nil, "group-change-consent")
	if v := s.intake.See(s.ref); len(v.Claims) != len(list) {
		t.Errorf("%d claims before everybody consented", len(v.Claims))
	}
	s.recorder.Step(s.ref, "record-consents", j{"about": "change", "parties": others[8:], "proof": "同意书 1 份"})
	s.arbitrator.Step(s.ref, "accept-change", nil)
	if v := s.intake.See(s.ref); len(v.Claims) != len(list)+1 || v.State != workflows.Accepted {
		t.Errorf("after it: %d claims, %s", len(v.Claims), v.State)
	}
	verify(t, s.Kit)
}

// A collective dispute gets one notice: the tribunal, the time to answer, the time for evidence, and the
// hearing, whose day leaves room to serve the copy and to answer. Nobody is heard before that time is over.
func TestACollectiveDisputeIsToldInOneNotice(t *testing.T) {
	t.Parallel()
	s, _ := collectiveCase(t)
	for _, d := range s.arbitrator.See(s.ref).Documents {
		if d.Paper == workflows.TribunalNotice {
			t.Error("the tribunal is told in a notice of its own")
		}
	}
	if v := s.arbitrator.See(s.ref); v.Next.Who != workflows.Tribunal || !strings.Contains(v.Next.What.ZH, "一次通知") || !strings.Contains(fmt.Sprint(v.Except), "优先审理") {
		t.Errorf("next is %+v, marked %v", v.Next, v.Except)
	}
	sitting := j{"hearing_on": "2026-04-01", "starts": "09:00", "place": "仙居县经济开发区2号", "evidence_until": "2026-03-25", "at_firm": true, "helpers": "仙居县总工会"}
	s.arbitrator.Refused(s.ref, "schedule-hearing", j{"hearing_on": "2026-04-01", "starts": "09:00", "place": "第一仲裁庭"}, "collective-one-notice")
	s.arbitrator.Refused(s.ref, "notify-at-once", sitting, "collective-not-guided")
	sitting["guided"] = true
	sitting["hearing_on"], sitting["evidence_until"] = "2026-03-23", "2026-03-20" // five working days to serve, ten to answer: 03-23
	s.arbitrator.Refused(s.ref, "notify-at-once", sitting, "hearing-before-defence")
	sitting["evidence_until"] = "2026-03-24"
	s.invalid(s.arbitrator, "notify-at-once", sitting, "evidence_until")
	sitting["hearing_on"] = "2026-03-24"
	delete(sitting, "evidence_until")
	s.invalid(s.arbitrator, "notify-at-once", sitting, "evidence_until")
	sitting["evidence_until"] = "2026-03-20"
	s.arbitrator.Step(s.ref, "notify-at-once", sitting)
	text := s.noticeText("hearing-notice")
	for _, want := range []string{"周立民", "10 个工作日", "2026年3月20日", "2026年3月24日 09:00", "到用人单位开庭", "仙居县总工会", "申请回避"} {
		if !strings.Contains(text, want) {
			t.Errorf("the one notice lacks %s:\n%s", want, text)
		}
	}
	s.dueOn(workflows.TribunalPeriod, "2026-03-09")
	s.serveOn("hearing-notice", "2026-03-02")
	for _, c := range s.intake.See(s.ref).Clocks {
		if c.Period == workflows.TribunalPeriod && c.Done.String() != "2026-03-02" {
			t.Errorf("the tribunal was told on %s", c.Done)
		}
	}
	s.Clock.Set("2026-03-12")
	s.serveOn("notice-to-respond", "2026-03-12") // too late for the day that was set
	s.Clock.Set("2026-03-24")
	came := j{"applicant_present": true, "respondent_present": true}
	s.arbitrator.Refused(s.ref, "open-hearing", came, "collective-defence-runs")
	s.intake.Step(s.ref, "file-defence", nil)
	s.Clock.Set("2026-03-25")
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-04-02", "starts": "09:00", "place": "第一仲裁庭"})
	verify(t, s.Kit)
}

// Over a collective contract the union applies; the tribunal is of three, one from each side, and says so.
func TestAUnionAppliesOverACollectiveContract(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	var d casework.Done
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases", j{"ask": "arbitration", "cause": "A14", "facts": "没有履行集体合同约定的工资增长。",
		"applicants":  []j{{"kind": "employer", "name": "仙居某某有限公司工会"}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某有限公司"}},
		"claims":      []j{{"code": "M20", "title": "履行集体合同"}}}), &d)
	s.ref = d.Ref
	asked := false
	for _, l := range intakeOf(s.intake, s.ref).Checklist {
		if l.Law.Rule == "R33-63-3" {
			asked = l.OK
		}
	}
	if !asked {
		t.Error("the checklist does not see that the union applies")
	}
	s.intake.Step(s.ref, "accept", fourTests)
	three := s.three()
	one := j{"arbitrators": three["arbitrators"].([]int64)[:1], "recorder": three["recorder"], "tripartite": true}
	s.head.Refused(s.ref, "form-tribunal", one, "tribunal-size")
	s.head.Refused(s.ref, "form-tribunal", three, "tribunal-tripartite")
	three["tripartite"] = true
	s.head.Step(s.ref, "form-tribunal", three)
	s.arbitrator.Refused(s.ref, "schedule-hearing", j{"hearing_on": "2026-04-01", "starts": "09:00", "place": "第一仲裁庭"}, "collective-one-notice")
	verify(t, s.Kit)
}
