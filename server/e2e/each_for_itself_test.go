package e2e

import (
	"testing"

	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// A hearing notice came late: each party agrees to it for itself, once. Nobody agrees in the other's name, and what the
// other side has in writing the recorder enters.
func TestEachPartyAgreesToAShortNoticeForItself(t *testing.T) {
	t.Parallel()
	s := acceptedOne(t, "2026-03-02")
	s.employerJoins()
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.intake.Step(s.ref, "file-defence", nil)
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	s.Clock.Set("2026-03-13")
	s.serveOn("hearing-notice", "2026-03-13")
	s.worker.Step(s.ref, "consent-short-notice", nil)
	s.invalid(s.worker, "consent-short-notice", nil, "party") // twice is not both
	s.invalid(s.worker, "consent-short-notice", j{"party": "被1"}, "party")
	s.Clock.Set("2026-03-16")
	open := j{"applicant_present": true, "respondent_present": false}
	s.arbitrator.Refused(s.ref, "open-hearing", open, "hearing-notice-too-late")
	s.invalid(s.recorder, "consent-short-notice", nil, "party")
	s.recorder.Step(s.ref, "consent-short-notice", j{"party": "被1"})
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	verify(t, s.Kit)
}

// Both agreed to mediate and one will not go on: nobody has to wait for the mediator, or for the time to run out.
func TestAPartyEndsAMediationThatLeadsNowhere(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	inTalks(s)
	s.worker.Step(s.ref, "consent-to-mediation", nil)
	s.employer.Step(s.ref, "consent-to-mediation", nil)
	s.worker.Refused(s.ref, "refuse-mediation", nil, "mediation-has-begun")
	s.worker.Step(s.ref, "fail-mediation", nil)
	if v := s.worker.See(s.ref); v.State != workflows.Unsettled {
		t.Errorf("the case is %s", v.State)
	}
	s.told(s.employer, "mediation-failed")
	s.worker.Step(s.ref, "file-application", nil)
	verify(t, s.Kit)
}

// What the respondent claims in turn is decided while it can still be heard.
func TestAHearingDoesNotEndOverAnUndecidedCounterApplication(t *testing.T) {
	t.Parallel()
	s := acceptedOne(t, "2026-03-02")
	s.employerJoins()
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.intake.Step(s.ref, "file-defence", nil)
	s.employer.Step(s.ref, "counter-apply", j{"claims": []j{{"code": "M12", "amount": "5000.00"}}, "reason": "违反竞业限制"})
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-02")
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Refused(s.ref, "close-hearing", nil, "counter-undecided")
	s.intake.Step(s.ref, "decline-counter", j{"result": "separate", "reason": "另行申请。"})
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	verify(t, s.Kit)
}
