package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// twoClaimOneSum is a case of two workers who claim 30,000 yuan together, heard and ready for its award.
func twoClaimOneSum(s *story) {
	s.T.Helper()
	at := s.proposed("/api/v1/settings", j{"name": "minimum_wage", "from": "2026-01-01", "value": "1500", "source": "浙政发〔2025〕1号"})
	s.director.Want(200, s.director.Do("POST", at+"/approve", j{}), nil)
	var d casework.Done
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases", j{"ask": "arbitration",
		"applicants":  []j{{"kind": "worker", "name": "张三"}, {"kind": "worker", "name": "李四"}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某有限公司"}},
		"claims":      []j{{"code": "M01", "amount": "30000.00"}}}), &d)
	s.ref = d.Ref
	s.intake.Step(s.ref, "accept", fourTests)
	s.serveOn("notice-to-respond", "2026-03-02")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.intake.Step(s.ref, "file-defence", nil)
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-02")
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "failed"})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
}

// A sum that two workers claim together is divided to the fen; each one's part is final or not by itself, stands
// in the award of its kind, and binds that worker alone.
func TestAnAwardIsDividedAmongWorkers(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	twoClaimOneSum(s)
	award := func(amount string, shares ...j) j {
		return j{"items": []j{{"no": 1, "decision": "supported", "amount": amount, "reasons": "工资条可以证明。", "shares": shares}}}
	}
	share := func(party, amount string) j { return j{"party": party, "amount": amount} }
	for _, tt := range []struct {
		body        j
		field, says string
	}{
		{award("30000.00", share("申1", "20000.00"), share("申2", "9999.99")), "items.0.shares", "合计 29,999.99 元"},
		{award("30000.00", share("申1", "30000.00")), "items.0.shares", "每一位"},
		{award("30000.00", share("申1", "10000.00"), share("申1", "20000.00")), "items.0.shares.1.party", "每人一次"},
		{award("30000.00", share("申1", "10000.00"), share("被1", "20000.00")), "items.0.shares.1.party", "申1"},
		{award("30000.00", share("申1", "40000.00"), share("申2", "1.00")), "items.0.shares.0.amount", "不能超过"},
		{j{"items": []j{{"no": 1, "decision": "rejected", "reasons": "证据不足。", "shares": []j{share("申1", "1.00"), share("申2", "1.00")}}}}, "items.0.shares", "共同请求"},
		{j{"items": []j{{"no": 1, "decision": "supported", "amount": "30000.00", "final": true, "reasons": "工资条可以证明。", "shares": []j{share("申1", "18000.01"), share("申2", "11999.99")}}}}, "items.0.final", "申1"},
	} {
		a := s.arbitrator.Try(s.ref, "propose-make-award", tt.body)
		if a.Status != 422 || !strings.Contains(string(a.Body), `"`+tt.field+`"`) || !strings.Contains(string(a.Body), tt.says) {
			t.Errorf("%v: %d %s", tt.body, a.Status, a.Body)
		}
	}
	s.Clock.Set("2026-04-01")
	s.arbitrator.Step(s.ref, "propose-make-award", award("30000.00", share("申1", "18000.01"), share("申2", "11999.99"))) // the ceiling is 18,000
	done := s.head.Step(s.ref, "make-award", nil)
	if done.Mode != workflows.AwardBoth || len(done.Papers) != 2 {
		t.Fatalf("closed as %s with %v", done.Mode, done.Papers)
	}
	for i, want := range []struct{ has, lacks string }{{"李四 11,999.99 元", "张三 18"}, {"张三 18,000.01 元", "李四 11"}} {
		if text := s.paperText(done.Papers[i].ID); !strings.Contains(text, want.has) || strings.Contains(text, want.lacks) || !strings.Contains(text, "另行制作裁决书") {
			t.Errorf("%s says:\n%s", done.Papers[i].Paper, text)
		}
	}
	v := s.intake.See(s.ref)
	if a := v.After.Awards; len(a) != 2 || len(a[0].Items) != 1 || a[0].Items[0].Party != "申2" || !a[0].Items[0].Divided || a[0].Amount+a[1].Amount != 3000000 {
		t.Errorf("the awards = %+v", a)
	}
	s.serveOn("award-final", "2026-04-01")
	s.serveOn("award-nonfinal", "2026-04-01")
	if e := s.force(1, "申2"); e.State != workflows.Effective || e.On.String() != "2026-04-01" {
		t.Errorf("the final part: %+v", e)
	}
	if e := s.force(2, "申1"); e.State != workflows.NotYet || e.On.String() != "2026-04-17" {
		t.Errorf("the other part: %+v", e)
	}
	if e := s.force(1, "申1"); e.State != "" {
		t.Errorf("one worker's award binds another: %+v", e)
	}
	figuresAgree(t, s.Kit)
	verify(t, s.Kit)
}

// The form of the award asks for a share of each worker; one kind makes one award that names what each gets.
func TestSharesOnThePage(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	twoClaimOneSum(s)
	b := browser(s.Kit, "zhongcai")
	page := string(b.Do("GET", "/cases/"+s.ref+"/steps/propose-make-award", nil).Body)
	for _, want := range []string{`name="items.0.shares.1.party" value="申2"`, `name="items.0.shares.1.amount"`, "申2 的份额"} {
		if !strings.Contains(page, want) {
			t.Errorf("the form lacks %s", want)
		}
	}
	s.arbitrator.Step(s.ref, "propose-make-award", j{"items": []j{{"no": 1, "decision": "partly", "amount": "15000.00", "reasons": "工资条可以证明。", "shares": []j{{"party": "申1", "amount": "15000.00"}, {"party": "申2"}}}}})
	done := s.head.Step(s.ref, "make-award", nil)
	if done.Mode != workflows.AwardFinal || len(done.Papers) != 1 {
		t.Fatalf("closed as %s with %v", done.Mode, done.Papers)
	}
	if text := s.paperText(done.Papers[0].ID); !strings.Contains(text, "张三 15,000.00 元；不支持 李四 的该项请求；不支持该项请求的其余部分。") {
		t.Errorf("the award says:\n%s", text)
	}
	if page := string(b.Do("GET", "/cases/"+s.ref+"/claims", nil).Body); !strings.Contains(page, "15,000.00") || !strings.Contains(page, "申2") {
		t.Error("the page does not show what each worker gets")
	}
}
