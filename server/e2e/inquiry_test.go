package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

func clockOf(v *casework.CaseView, p workflows.Period, party string) *casework.ClockView {
	for i := range v.Clocks {
		if v.Clocks[i].Period == p && v.Clocks[i].Party == party {
			return &v.Clocks[i]
		}
	}
	return nil
}

// What a side cannot get itself it asks the tribunal for; two inquire, an appraisal stops the clock,
// and both sides read and comment on what came of it.
func TestEvidenceThatTheTribunalTakes(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.employerJoins()
	const marker = "考勤系统在保安室"

	s.intake.Step(s.ref, "ask-evidence-taking", j{"party": "申1", "kind": "collect", "subject": marker})
	s.employer.Refused(s.ref, "ask-evidence-taking", j{"kind": "witness", "subject": "班长"}, "taking-waits")
	s.arbitrator.Step(s.ref, "answer-evidence-taking", j{"result": "allow", "reason": "由单位掌握"})
	s.arbitrator.Refused(s.ref, "answer-evidence-taking", j{"result": "allow", "reason": "再来一次"}, "no-taking-asked")

	me := s.arbitrator.See(s.ref)
	other := idOf(me.Choices.Recorders, "应晓燕")
	self := idOf(me.Choices.Arbitrators, "周立民")
	inquiry := j{"second": self, "source": "保安室，已出示证件", "text": "考勤记录显示每天十一小时。"}
	s.arbitrator.Refused(s.ref, "record-inquiry", inquiry, "inquiry-needs-two")
	s.employer.Refused(s.ref, "comment-record", j{"record": 1, "text": "不真实"}, "nothing-to-comment")
	inquiry["second"] = other
	s.arbitrator.Step(s.ref, "record-inquiry", inquiry)
	s.invalid(s.employer, "comment-record", j{"record": 7, "text": "不真实"}, "record")
	s.employer.Step(s.ref, "comment-record", j{"record": 1, "text": "考勤机时间不准。"})

	s.invalid(s.arbitrator, "entrust-appraisal", j{"agency": "某鉴定所", "chosen": "by-lot", "questions": "签名"}, "chosen")
	s.arbitrator.Step(s.ref, "entrust-appraisal", j{"agency": "某司法鉴定所", "chosen": "by-tribunal", "questions": "签名是否本人书写"})
	if c := clockOf(s.employer.See(s.ref), workflows.AwardPeriod, ""); c == nil || !c.Stopped {
		t.Fatalf("the award clock while an opinion is waited for: %+v", c)
	}
	s.arbitrator.Refused(s.ref, "entrust-appraisal", j{"agency": "另一家", "chosen": "by-both", "questions": "签名"}, "appraisal-runs")
	s.Clock.Set("2026-03-20")
	s.invalid(s.recorder, "receive-opinion", j{"text": ""}, "text")
	s.recorder.Step(s.ref, "receive-opinion", j{"text": "签名为本人书写。"})
	s.recorder.Refused(s.ref, "receive-opinion", j{"text": "再来"}, "no-appraisal")

	v := s.employer.See(s.ref)
	if c := clockOf(v, workflows.AwardPeriod, ""); c.Stopped || len(c.Stops) != 1 || c.Stops[0].Kind != workflows.StopAppraisal {
		t.Errorf("the award clock after the opinion: %+v", c)
	}
	if len(v.Records) != 2 || len(v.Records[0].By) != 2 || v.Records[0].Comments[0].Party != "被1" || v.Records[1].Text == "" {
		t.Errorf("records: %+v", v.Records)
	}
	if len(v.Requests) != 1 || !v.Requests[0].Granted || v.Requests[0].Text != marker {
		t.Errorf("requests: %+v", v.Requests)
	}
	if page := string(browser(s.Kit, "zhongcai").Do("GET", "/cases/"+s.ref+"/hearing", nil).Body); !strings.Contains(page, marker) || !strings.Contains(page, "考勤机时间不准") {
		t.Error("the page lacks the request or the comment")
	}
	if n := one(t, s.Kit, `select count(*) from case_events where detail::text like '%考勤%'`); n != "0" {
		t.Error("what was asked for stands in the log")
	}
	if a := s.mediator.Do("GET", "/api/v1/cases/"+s.ref, nil); a.Status == 200 && strings.Contains(string(a.Body), marker) {
		t.Error("the former mediator reads what was asked for")
	}
	verify(t, s.Kit)
}

// A period that was missed for good cause runs on, if it is asked for within ten days; the day stands
// in the working of the date.
func TestAMissedPeriodIsRestored(t *testing.T) {
	t.Parallel()
	s := acceptedOne(t, "2026-03-02")
	s.employerJoins()
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	ask := j{"period": "defence", "obstacle": "台风停电", "ended_on": "2026-03-02"}
	s.employer.Refused(s.ref, "ask-restoration", ask, "period-not-missed")
	missed := clockOf(s.employer.See(s.ref), workflows.DefencePeriod, "被1").Due
	s.Clock.Set(missed.Next(3).String())
	s.invalid(s.employer, "ask-restoration", j{"period": "defence", "obstacle": "台风", "ended_on": "2027-01-01"}, "ended_on")
	ask["ended_on"] = missed.Next(-20).String()
	s.employer.Refused(s.ref, "ask-restoration", ask, "restoration-too-late")
	ask["ended_on"] = missed.Next(1).String()
	s.employer.Step(s.ref, "ask-restoration", ask)
	s.employer.Refused(s.ref, "ask-restoration", ask, "restoration-waits")
	s.arbitrator.Refused(s.ref, "answer-restoration", j{"until": missed.String(), "reason": "不可抗力"}, "restored-day-past")
	until := missed.Next(8)
	s.arbitrator.Step(s.ref, "answer-restoration", j{"until": until.String(), "reason": "属于不可抗力"})
	c := clockOf(s.employer.See(s.ref), workflows.DefencePeriod, "被1")
	if c.Due != until || !strings.Contains(c.Working[len(c.Working)-1].Says.ZH, "顺延") {
		t.Errorf("the time to answer: %+v", c)
	}
	s.arbitrator.Refused(s.ref, "answer-restoration", j{"reason": "再来一次"}, "no-restoration-asked")

	s.employer.Step(s.ref, "file-defence", nil)
	v := s.intake.See(s.ref)
	f := clockOf(v, workflows.ForwardPeriod, "申1")
	if f == nil || !f.Done.IsZero() {
		t.Fatalf("forwarding the defence: %+v", f)
	}
	for _, d := range v.Documents {
		if d.Paper == workflows.DefenceCopy {
			s.intake.Step(s.ref, "serve-document", j{"document": d.ID, "party": "申1", "method": "direct", "proof": "回证", "receiver": "本人"})
		}
	}
	if f = clockOf(s.intake.See(s.ref), workflows.ForwardPeriod, "申1"); f.Done.IsZero() {
		t.Errorf("the copy was served, and the clock runs: %+v", f)
	}
	verify(t, s.Kit)
}
