package e2e

import (
	"testing"

	"tiaocai/server/testkit"
)

// The tribunal gives both sides a day for their evidence, and the employer, in difficulty, a later one.
// What comes after its side's day needs a reason; the worker's claims change no more.
func TestTimeForEvidence(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.employerJoins()
	s.arbitrator.Refused(s.ref, "set-evidence-period", j{"side": "both", "until": "2026-03-01"}, "evidence-day-past")
	d := s.arbitrator.Step(s.ref, "set-evidence-period", j{"side": "both", "until": "2026-03-05"})
	if len(d.Papers) != 1 || string(d.Papers[0].Paper) != "evidence-notice" {
		t.Errorf("papers = %v", d.Papers)
	}
	s.told(s.employer, "evidence-period")
	s.Clock.Set("2026-03-05")
	s.arbitrator.Refused(s.ref, "set-evidence-period", j{"side": "respondent", "until": "2026-03-12"}, "evidence-only-longer")
	s.arbitrator.Refused(s.ref, "set-evidence-period", j{"side": "respondent", "until": "2026-03-05", "reason": "账册在台州"}, "evidence-only-longer")
	s.arbitrator.Step(s.ref, "set-evidence-period", j{"side": "respondent", "until": "2026-03-12", "reason": "账册在台州"})
	if v := s.intake.See(s.ref).EvidenceDays; v.Applicant.String() != "2026-03-05" || v.Respondent.String() != "2026-03-12" {
		t.Errorf("the days = %+v", v)
	}
	s.Clock.Set("2026-03-06")
	exhibit := map[string]string{"title": "工资表", "proves": "已付清", "side": "applicant"}
	if a := s.intake.Upload(s.ref, exhibit, "表.txt", []byte("三月工资。\n")); a.Code() != "evidence-late" {
		t.Errorf("the applicant's, a day late = %d %s", a.Status, a.Code())
	}
	exhibit["reason"] = "刚从银行取得"
	if a := s.intake.Upload(s.ref, exhibit, "表.txt", []byte("三月工资。\n")); a.Status != 200 {
		t.Errorf("with a reason = %d %s", a.Status, a.Code())
	}
	delete(exhibit, "reason")
	exhibit["side"] = "respondent"
	if a := s.intake.Upload(s.ref, exhibit, "表.txt", []byte("四月工资。\n")); a.Status != 200 {
		t.Errorf("the respondent's, in time = %d %s", a.Status, a.Code())
	}
	s.intake.Refused(s.ref, "change-claims", j{"claims": append(s.claimsNow(), j{"code": "M03", "amount": "10.00"}), "reason": "迟了"}, "change-too-late")
	verify(t, s.Kit)
}
