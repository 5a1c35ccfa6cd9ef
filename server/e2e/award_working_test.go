package e2e

import (
	"strconv"
	"strings"
	"testing"

	"tiaocai/server/testkit"
	"tiaocai/workflows/claims"
)

// The arbitrator works an item of the award out with the same calculator as the applicant; the
// working stands beside what was decided, its formula in the award, and nobody outside the house
// sees it before the award is made.
func TestTheAwardIsWorkedOut(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.workerAsksForAdvice()
	inputs := j{"employed_from": "2020-03-01", "last_day": "2026-02-28", "average_wage": "6000", "minimum_wage": "2010", "city_average_wage": "8000"}
	s.worker.Step(s.ref, "keep-calculation", j{"claim": 2, "inputs": inputs})
	s.mediationIsTriedAndFails()
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()
	s.evidenceComesIn()
	s.tribunalIsFormedAndHears()
	s.Clock.Set("2026-04-08")
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	page := string(s.arbitrator.Do("GET", "/cases/"+s.ref+"/steps/propose-make-award", nil, "Accept", "text/html").Body)
	for _, want := range []string{"随请求的计算书", `name="items.1.inputs.employed_from.year"`, `value="2020"`, `name="items.1.calculate"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the form of the award lacks %q", want)
		}
	}
	first := j{"no": 1, "decision": "supported", "amount": "18600.00", "final": true, "reasons": "工资条和打卡记录可以证明。"}
	second := func(more j) j {
		item := j{"no": 2, "decision": "partly", "final": false, "reasons": "工作年限为三年半。", "calculate": true, "inputs": j{"employed_from": "2023-03-10", "last_day": "2026-08-20", "average_wage": "5200", "minimum_wage": "2010", "city_average_wage": "8000"}}
		for name, v := range more {
			item[name] = v
		}
		return j{"items": []j{first, item}}
	}
	for field, body := range map[string]j{
		"items.1.inputs.last_day": second(j{"inputs": j{"employed_from": "2023-05-10", "last_day": "2020-01-01", "average_wage": "5200", "minimum_wage": "2010", "city_average_wage": "8000"}}),
		"items.1.amount":          second(j{"amount": "18200.01"}),
		"items.1.calculate":       second(j{"decision": "rejected"}),
	} {
		if a := s.arbitrator.Try(s.ref, "propose-make-award", body); a.Status != 422 || !strings.Contains(string(a.Body), `"`+field+`"`) {
			t.Errorf("%s: %d %s", field, a.Status, a.Body)
		}
	}
	s.arbitrator.Step(s.ref, "propose-make-award", second(nil))
	if v := s.worker.See(s.ref); v.Claims[1].Decided != nil || v.Claims[1].Calculation == nil {
		t.Errorf("before the award the worker sees %+v", v.Claims[1])
	}
	if page := string(s.head.Do("GET", "/cases/"+s.ref+"/steps/make-award", nil, "Accept", "text/html").Body); !strings.Contains(page, "18200.00") || !strings.Contains(page, "2023-03-10") && !strings.Contains(page, "2023年3月10日") {
		t.Error("whoever approves does not see the sum and what it was worked out from")
	}
	s.head.Step(s.ref, "make-award", nil)
	awardIsOnRecord(t, s)
}

func awardIsOnRecord(t *testing.T, s *story) {
	t.Helper()
	v := s.worker.See(s.ref)
	c := v.Claims[1]
	if c.Awarded == nil || *c.Awarded != claims.Yuan(18_200) || c.Decided == nil || c.Decided.Amount != claims.Yuan(18_200) || c.Calculation.Amount != claims.Yuan(36_000) || v.Claims[0].Decided != nil {
		t.Fatalf("claimed %v, decided %v", c.Calculation, c.Decided)
	}
	if page := string(s.worker.Do("GET", "/cases/"+s.ref, nil, "Accept", "text/html").Body); !strings.Contains(page, "3.5 × 5,200.00 = 18,200.00") {
		t.Error("the page does not show how the award was worked out")
	}
	for _, d := range v.Documents {
		if d.Paper != "award-nonfinal" {
			continue
		}
		if text := string(s.worker.Do("GET", "/api/v1/cases/"+s.ref+"/documents/"+strconv.FormatInt(d.ID, 10), nil).Body); !strings.Contains(text, "计算：3.5 × 5,200.00 = 18,200.00 元") {
			t.Error("the award does not print the formula")
		}
	}
}
