package e2e

import (
	"fmt"
	"strings"
	"testing"

	"tiaocai/workflows"
)

// A party with good cause asks for another day; nothing else happens about the hearing until the tribunal
// has decided. Late requests say why.
func TestAPartyAsksForAnotherHearingDay(t *testing.T) {
	t.Parallel()
	s := acceptedOne(t, "2026-03-02")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.intake.Step(s.ref, "file-defence", nil)
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-02")
	s.dueOn(workflows.Postponement, "2026-03-11")
	s.arbitrator.Refused(s.ref, "grant-postponement", j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭"}, "no-postponement-asked")

	s.Clock.Set("2026-03-10")
	s.worker.Step(s.ref, "ask-postponement", j{"reason": "住院手术。"})
	s.told(s.worker, "postponement-asked")
	s.worker.Refused(s.ref, "ask-postponement", j{"reason": "再请求一次"}, "postponement-waits")
	if h := s.arbitrator.See(s.ref).Hearing; h.Asked == nil || h.Asked.Party != "申1" || h.Asked.Reason != "住院手术。" {
		t.Errorf("the tribunal sees %+v", h.Asked)
	}
	if h := s.worker.See(s.ref).Hearing; h.Asked != nil {
		t.Error("the reason is shown outside the house")
	}
	s.arbitrator.Refused(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭"}, "postponement-waits")
	if a := s.arbitrator.Try(s.ref, "grant-postponement", j{"hearing_on": "2026-03-13", "starts": "09:00", "place": "第一仲裁庭"}); a.Status != 422 {
		t.Errorf("an earlier day = %d", a.Status)
	}
	s.arbitrator.Step(s.ref, "grant-postponement", j{"hearing_on": "2026-03-25", "starts": "09:00", "place": "第二仲裁庭"})
	s.paperSays("postponement-decision", "原定于2026年3月16日开庭", "2026年3月25日 09:00", "第二仲裁庭")
	s.serveOn("hearing-notice", "2026-03-10")
	s.dueOn(workflows.AwardPeriod, "2026-04-16") // nothing about the clock

	s.Clock.Set("2026-03-24")
	s.recorder.Refused(s.ref, "ask-postponement", j{"party": "被1", "reason": "代理人另案开庭"}, "postponement-late")
	s.recorder.Step(s.ref, "ask-postponement", j{"party": "被1", "reason": "代理人另案开庭", "why_late": "昨天才接到通知"})
	s.arbitrator.Step(s.ref, "refuse-postponement", j{"reason": "可以另派代理人。"})
	s.Clock.Set("2026-03-25")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	verify(t, s.Kit)
}

// The applicant stays away: who proposes to treat the case as withdrawn does so with the proof that the notice
// came, somebody else decides, and the decision prints it. Without service nothing follows from an absence.
func TestAbsenceComesWithProofOfService(t *testing.T) {
	t.Parallel()
	s := acceptedOne(t, "2026-03-02")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.intake.Step(s.ref, "file-defence", nil)
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	v := s.intake.See(s.ref)
	notice := v.Documents[len(v.Documents)-1]
	s.intake.Step(s.ref, "serve-document", j{"document": notice.ID, "party": "申1", "method": "direct", "proof": "回证 7", "receiver": "林小芬"})
	s.Clock.Set("2026-03-16")
	s.arbitrator.Refused(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": false}, "hearing-notice-too-late") // never served on the respondent
	if a := s.arbitrator.Try(s.ref, "deem-withdrawn", nil); a.Status != 403 {
		t.Errorf("the tribunal alone = %d", a.Status)
	}
	s.arbitrator.Step(s.ref, "propose-deem-withdrawn", j{"reason": "申请人没有到庭，电话无人接听"})
	if p := s.head.See(s.ref).Proposal; p == nil || len(p.Proof) != 1 || !strings.Contains(p.Proof[0], "申1 于 2026-03-02 直接送达（回证 7）") {
		t.Errorf("the head sees %+v", p)
	}
	if page := string(browser(s.Kit, "yuanzhang").Do("GET", "/cases/"+s.ref, nil).Body); !strings.Contains(page, "回证 7") {
		t.Error("the page of who decides lacks the proof")
	}
	s.head.Step(s.ref, "deem-withdrawn", nil)
	s.paperSays("deemed-withdrawal-decision", "开庭通知的送达证明：申1 于 2026-03-02 直接送达（回证 7）", "不予受理")
	verify(t, s.Kit)
}

// Of twelve workers three speak for all: settling and withdrawing need the consent of each of the others,
// given for what lies before them now.
func TestRepresentativesSettleOnlyWithEverybodysConsent(t *testing.T) {
	t.Parallel()
	s := groupCase(t)
	rows := people(12)
	rows[1][1] = "林小芬"
	s.intake.Refused(s.ref, "record-consents", j{"about": "settle", "parties": []string{"申1"}, "proof": "同意书"}, "no-representatives")
	s.intake.Step(s.ref, "enter-group", j{"sheet": pasted(rows)})
	s.intake.Step(s.ref, "accept", fourTests)
	ch := s.head.See(s.ref).Choices
	three := []int64{idOf(ch.Arbitrators, "周立民")}
	for _, c := range ch.Arbitrators {
		if c.ID != three[0] && len(three) < 3 {
			three = append(three, c.ID)
		}
	}
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": three, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.Clock.Set("2026-03-09")
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "agreed", "terms": "单位分两期付清。"})
	signed := j{"applicant_signed_on": "2026-03-09", "respondent_signed_on": "2026-03-09", "amount": "50000.00"}
	s.arbitrator.Refused(s.ref, "propose-close-by-mediation", signed, "group-settle-consent")
	if !strings.Contains(fmt.Sprint(s.arbitrator.See(s.ref).Except), "和解 9 人") {
		t.Errorf("the page says %v", s.arbitrator.See(s.ref).Except)
	}
	if a := s.worker.Try(s.ref, "record-consents", j{"about": "settle", "parties": []string{"申4"}, "proof": "口头"}); a.Status != 422 {
		t.Errorf("consenting for somebody else = %d", a.Status)
	}
	var others []string
	for i := 4; i <= 12; i++ {
		others = append(others, fmt.Sprintf("申%d", i))
	}
	s.recorder.Step(s.ref, "record-consents", j{"about": "settle", "parties": others[:8], "proof": "同意书 8 份"})
	s.arbitrator.Refused(s.ref, "propose-close-by-mediation", signed, "group-settle-consent")
	s.recorder.Step(s.ref, "record-consents", j{"about": "settle", "parties": others[8:], "proof": "同意书 1 份"})
	s.intake.Step(s.ref, "ask-withdrawal", j{"settled": true})
	s.arbitrator.Refused(s.ref, "propose-allow-withdrawal", nil, "group-withdraw-consent")
	s.arbitrator.Step(s.ref, "propose-close-by-mediation", signed)
	if d := s.head.Step(s.ref, "close-by-mediation", nil); d.Mode != workflows.Mediated {
		t.Errorf("closed as %s", d.Mode)
	}
	verify(t, s.Kit)
}
