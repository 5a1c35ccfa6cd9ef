package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// A respondent who had the notice and did not come is judged only after default was proposed, with the
// proof of service attached, and approved by somebody else; the award says so.
func TestARespondentStaysAway(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": false})
	s.recorder.Refused(s.ref, "record-leaving", j{"side": "respondent", "how": "没有来"}, "side-was-not-there")
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "absent"})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	cost := j{"agency": "浙江某某司法鉴定中心", "chosen": "appointed-agency", "asked_by": "applicant", "amount": "0.00", "result": "against-respondent"}
	s.invalid(s.recorder, "record-appraisal-cost", cost, "amount")
	cost["amount"] = "3000.00"
	s.recorder.Step(s.ref, "record-appraisal-cost", cost)
	award := j{"items": []j{{"no": 1, "decision": "supported", "amount": "1000.00", "final": true, "reasons": "证据充分。"}}}
	s.arbitrator.Refused(s.ref, "propose-make-award", award, "default-not-decided")
	s.invalid(s.arbitrator, "propose-hear-in-default", j{}, "reason")
	s.arbitrator.Step(s.ref, "propose-hear-in-default", j{"reason": "收到书面通知，没有到庭，也没有说明理由。"})
	if p := s.head.See(s.ref).Proposal; p == nil || len(p.Proof) != 1 || !strings.Contains(p.Proof[0], "被1 于 2026-03-02") || !strings.Contains(p.Proof[0], "EMS 1") {
		t.Fatalf("the proof of service is not attached: %+v", p)
	}
	s.head.Step(s.ref, "hear-in-default", nil)
	s.arbitrator.Refused(s.ref, "propose-hear-in-default", j{"reason": "再报一次"}, "default-decided")
	s.arbitrator.Step(s.ref, "propose-make-award", award)
	done := s.head.Step(s.ref, "make-award", nil)
	text := s.paperText(done.Papers[0].ID)
	for _, want := range []string{"被申请人收到书面开庭通知（被1 于 2026-03-02", "无正当理由拒不到庭，本委依法缺席审理和裁决", "第三十六条", "鉴定费 3,000.00 元由被申请人承担", "由被申请人支付给申请人"} {
		if !strings.Contains(text, want) {
			t.Errorf("the award does not say %q:\n%s", want, text)
		}
	}
	verify(t, s.Kit)
}

// Whoever leaves in mid-hearing without leave has left: the applicant is deemed to have withdrawn, the
// respondent is judged in default.
func TestASideLeavesTheHearing(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	for side, event := range map[string]string{"applicant": "deem-withdrawn", "respondent": "hear-in-default"} {
		atTribunal(s)
		s.Clock.Set("2026-03-16")
		s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
		refused := map[string]string{"deem-withdrawn": "applicant-not-absent", "hear-in-default": "respondent-not-absent"}[event]
		s.arbitrator.Refused(s.ref, "propose-"+event, j{"reason": "中途退庭"}, refused)
		s.recorder.Step(s.ref, "record-leaving", j{"side": side, "how": "质证时自行离开，仲裁庭没有同意。"})
		s.recorder.Refused(s.ref, "record-leaving", j{"side": side, "how": "再记一次"}, "side-was-not-there")
		if h := s.intake.See(s.ref).Hearing; len(h.Left) != 1 || h.Left[0] != side {
			t.Errorf("left = %v, want %s", h.Left, side)
		}
		s.arbitrator.Step(s.ref, "propose-"+event, j{"reason": "未经仲裁庭同意中途退庭"})
		if d := s.head.Step(s.ref, event, nil); event == "deem-withdrawn" && d.Mode != workflows.DeemedWithdrawn {
			t.Errorf("%s: closed as %q", event, d.Mode)
		}
	}
	verify(t, s.Kit)
}

// After debate has closed the respondent is asked about a withdrawal: if they object the case goes on to
// its award; if not, the applicant withdraws.
func TestAWithdrawalAfterDebate(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.employerJoins()
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	s.recorder.Refused(s.ref, "answer-withdrawal", j{"party": "被1", "answer": "no-objection"}, "no-withdrawal-to-answer")
	s.intake.Step(s.ref, "ask-withdrawal", nil)
	s.arbitrator.Refused(s.ref, "propose-allow-withdrawal", nil, "respondent-not-asked")
	s.invalid(s.employer, "answer-withdrawal", j{"answer": "objection"}, "reason")
	s.invalid(s.employer, "answer-withdrawal", j{"answer": "silence"}, "answer")
	s.invalid(s.recorder, "answer-withdrawal", j{"party": "申1", "answer": "no-objection"}, "party")
	s.employer.Step(s.ref, "answer-withdrawal", j{"answer": "objection", "reason": "已经开完庭，要求依法裁决。"})
	s.arbitrator.Refused(s.ref, "propose-allow-withdrawal", nil, "respondent-objects")
	if w := s.intake.See(s.ref).Withdrawal; w == nil || len(w.Answers) != 1 || w.Answers[0].Answer != workflows.Objection || w.Waits != 0 {
		t.Errorf("the withdrawal = %+v", w)
	}
	s.Clock.Set("2026-03-17")
	s.intake.Step(s.ref, "ask-withdrawal", nil) // asked again, the respondent answers again
	s.recorder.Step(s.ref, "answer-withdrawal", j{"party": "被1", "answer": "no-objection"})
	s.closes("allow-withdrawal", nil, workflows.WithdrawnVoluntary, "withdrawal-decision")
	verify(t, s.Kit)
}

// A hearing is public unless both agree or a secret is at stake; its notice says which.
func TestAHearingIsPublicOrSaysWhyNot(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	if h := s.intake.See(s.ref).Hearing; h.Held.ZH != "公开" {
		t.Errorf("held %q, want in public", h.Held.ZH)
	}
	day := j{"hearing_on": "2026-03-18", "starts": "09:00", "place": "第一仲裁庭", "closed_for": "both-agreed"}
	s.arbitrator.Refused(s.ref, "schedule-hearing", day, "closed-hearing-not-agreed")
	s.invalid(s.arbitrator, "schedule-hearing", j{"hearing_on": "2026-03-18", "starts": "09:00", "place": "第一仲裁庭", "closed_for": "shame"}, "closed_for")
	day["both_agree"] = true
	done := s.arbitrator.Step(s.ref, "schedule-hearing", day)
	if text := s.paperText(done.Papers[0].ID); !strings.Contains(text, "方式：不公开（双方协议）") || !strings.Contains(text, "第二十六条") {
		t.Errorf("the notice does not say how the hearing is held:\n%s", text)
	}
}

// paperText is a paper of the case as the registry reads it.
func (s *story) paperText(id int64) string {
	s.T.Helper()
	var paper struct{ Text string }
	s.intake.Get("/api/v1/cases/"+s.ref+"/documents/"+idText(id), &paper)
	return paper.Text
}
