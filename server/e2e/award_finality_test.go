package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// An award that calls an item final which the law leaves to both sides is refused with the sum, the
// ceiling and the article; called non-final, the same item goes through.
func TestAnAwardIsFinalOnlyByLaw(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.workerAsksForAdvice()
	s.mediationIsTriedAndFails()
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()
	s.evidenceComesIn()
	s.tribunalIsFormedAndHears()
	none := s.arbitrator.Try(s.ref, "propose-make-award", j{"items": []j{{"no": 1, "decision": "supported", "amount": "100.00", "reasons": "有工资条。"}, {"no": 2, "decision": "rejected", "reasons": "证据不足。", "final": false}}})
	if none.Status != 422 || !strings.Contains(string(none.Body), `"items.0.final"`) || !strings.Contains(string(none.Body), "最低月工资标准还没有登记") {
		t.Errorf("left to the law with no minimum wage on record: %d %s", none.Status, none.Body)
	}
	at := s.proposed("/api/v1/settings", j{"name": "minimum_wage", "from": "2026-01-01", "value": "1500", "source": "浙政发〔2025〕1号"})
	s.director.Want(200, s.director.Do("POST", at+"/approve", j{}), nil)
	s.Clock.Set("2026-04-08")
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	award := func(amount string, first j) j {
		item := j{"no": 1, "decision": "partly", "amount": amount, "final": true, "reasons": "工资条和打卡记录可以证明。"}
		for k, v := range first {
			item[k] = v
		}
		return j{"items": []j{item, {"no": 2, "decision": "partly", "amount": "18200.00", "final": false, "reasons": "工作年限为三年半。"}}}
	}
	for _, tt := range []struct {
		body  j
		field string
		says  string
	}{
		{award("18000.01", nil), "items.0.final", "18,000.00"},
		{award("18000.01", nil), "items.0.final", "第四十七条"},
		{award("18000.00", j{"relation": true}), "items.0.relation", "劳动关系"},
	} {
		a := s.arbitrator.Try(s.ref, "propose-make-award", tt.body)
		if a.Status != 422 || !strings.Contains(string(a.Body), `"`+tt.field+`"`) || !strings.Contains(string(a.Body), tt.says) {
			t.Errorf("%s: %d %s", tt.field, a.Status, a.Body)
		}
	}
	s.arbitrator.Step(s.ref, "propose-make-award", award("18000.00", nil))
	if done := s.head.Step(s.ref, "make-award", nil); done.Mode != workflows.AwardBoth {
		t.Errorf("closed as %s", done.Mode)
	}
}
