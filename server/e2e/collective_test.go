package e2e

import (
	"fmt"
	"strings"
	"testing"

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
