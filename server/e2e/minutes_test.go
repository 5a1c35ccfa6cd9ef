package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/testkit"
)

// allPoints are minutes of a hearing that went through everything.
func allPoints() j {
	return j{"text": "双方到庭陈述、质证、辩论。", "identity": true, "rights": true, "recusal": true, "statements": true, "evidence": true, "debate": true, "last_statements": true}
}

// A hearing ends with minutes that tick every point or say why not; both sides and the tribunal read and
// sign them, who will not is noted, and what a party wants mended stands below them.
func TestTheMinutesOfAHearing(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.employerJoins()
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.arbitrator.Refused(s.ref, "close-hearing", nil, "no-minutes")
	s.recorder.Refused(s.ref, "note-unsigned", j{"party": "被1", "reason": "不在"}, "no-minutes")

	const marker = "我每天加班三小时"
	short := allPoints()
	short["text"] = marker
	delete(short, "debate")
	s.recorder.Step(s.ref, "write-minutes", short)
	s.arbitrator.Refused(s.ref, "close-hearing", nil, "minutes-incomplete")
	s.recorder.Step(s.ref, "sign-minutes", nil)
	short["omitted"] = "双方都放弃辩论。"
	s.recorder.Step(s.ref, "write-minutes", short)

	s.invalid(s.employer, "ask-minutes-correction", j{}, "text")
	s.invalid(s.recorder, "sign-minutes", j{"party": "被1"}, "party") // nobody signs for somebody else
	s.recorder.Step(s.ref, "sign-minutes", nil)                      // the new version is signed anew
	s.recorder.Refused(s.ref, "sign-minutes", nil, "minutes-marked")
	s.employer.Step(s.ref, "sign-minutes", nil)
	s.recorder.Refused(s.ref, "note-unsigned", j{"party": "被1", "reason": "已经签过"}, "minutes-marked")
	s.recorder.Step(s.ref, "ask-minutes-correction", j{"party": "申1", "text": "漏记了加班地点。"})
	s.recorder.Refused(s.ref, "ask-minutes-correction", j{"party": "被1", "text": "再补一处"}, "minutes-correction-waits")
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	if a := s.recorder.Try(s.ref, "write-minutes", short); a.Status != 409 {
		t.Errorf("minutes after the hearing: %d %s", a.Status, a.Body)
	}
	s.invalid(s.arbitrator, "answer-minutes-correction", j{"result": "not-added"}, "reason")
	s.arbitrator.Step(s.ref, "answer-minutes-correction", j{"result": "not-added", "reason": "录音中没有这一句。"})
	s.arbitrator.Refused(s.ref, "answer-minutes-correction", j{"result": "added"}, "no-minutes-correction")
	s.recorder.Step(s.ref, "note-unsigned", j{"party": "申1", "reason": "认为记录不全。"})
	s.arbitrator.Step(s.ref, "sign-minutes", nil)

	for name, c := range map[string]*testkit.Client{"employer": s.employer, "arbitrator": s.arbitrator, "recorder": s.recorder} {
		list := c.See(s.ref).Minutes
		if len(list) != 1 || list[0].Text != marker || list[0].Version != 2 || len(list[0].Points) != 6 || list[0].Omitted == "" {
			t.Fatalf("%s reads %+v", name, list)
		}
		m := list[0]
		if len(m.Marks) != 4 || m.Marks[1].Party != "被1" || !m.Marks[2].Refused || m.Marks[2].Reason == "" || m.Marks[3].Name != "周立民" {
			t.Errorf("%s reads the marks %+v", name, m.Marks)
		}
		if len(m.Corrections) != 1 || m.Corrections[0].Added || m.Corrections[0].Answer == "" || m.Corrections[0].Decided.IsZero() {
			t.Errorf("%s reads the corrections %+v", name, m.Corrections)
		}
	}
	if page := string(browser(s.Kit, "zhongcai").Do("GET", "/cases/"+s.ref+"/hearing", nil).Body); !strings.Contains(page, marker) || !strings.Contains(page, "双方都放弃辩论") {
		t.Error("the page lacks the minutes")
	}
	for _, q := range []string{`select count(*) from case_events where detail::text like '%加班%'`, `select count(*) from minutes where position(convert_to('加班', 'UTF8') in text) > 0`} {
		if n := one(t, s.Kit, q); n != "0" {
			t.Errorf("%s = %s: the words of a hearing are sealed", q, n)
		}
	}
	verify(t, s.Kit)
}
