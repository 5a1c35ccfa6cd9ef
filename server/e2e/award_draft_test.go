package e2e

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
)

// deliberating brings the worker's case to where the award is written; claim 2 has the worker's own working.
func (s *story) deliberating() {
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
}

// awardTyped is the form of the award, with what somebody typed besides.
func awardTyped(draft int, more ...string) url.Values {
	v := url.Values{"_draft": {fmt.Sprint(draft)}, "_key": {testkit.NewKey()}, "items.0.no": {"1"}, "items.1.no": {"2"}}
	for i := 0; i+1 < len(more); i += 2 {
		v.Set(more[i], more[i+1])
	}
	return v
}

var secondItem = []string{"items.1.decision", "partly", "items.1.final", "false", "items.1.calculate", "true", "items.1.reasons", "工作年限为三年半。", "items.1.inputs.employed_from.year", "2023", "items.1.inputs.employed_from.month", "3", "items.1.inputs.employed_from.day", "10",
	"items.1.inputs.last_day.year", "2026", "items.1.inputs.last_day.month", "8", "items.1.inputs.last_day.day", "20", "items.1.inputs.average_wage", "5200", "items.1.inputs.minimum_wage", "2010", "items.1.inputs.city_average_wage", "8000"}

// The award is written claim by claim without a script: saving works the sums out, says what is final and why, shows the
// text so far, and loses nothing, right or wrong. It is proposed from the same form through the one door.
func TestTheAwardIsWrittenClaimByClaim(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.deliberating()
	b := browser(s.Kit, "zhongcai")
	at := "/cases/" + s.ref + "/award"
	save := func(v url.Values) testkit.Answer { return b.Do("POST", at, v.Encode(), "Content-Type", formed) }
	shows := func(a testkit.Answer, wanted ...string) {
		t.Helper()
		for _, want := range wanted {
			if !strings.Contains(string(a.Body), want) {
				t.Errorf("the page (%d) lacks %s", a.Status, want)
			}
		}
	}
	first := b.Do("GET", at, nil)
	shows(first, "36,000.00 元", `<details class="fold claim" id="claim-1" open>`, "还有 2 项没有写完", "写完一项就能看到")

	if a := save(awardTyped(0, append(secondItem, "items.0.amount", "一万八", "_open", "2")...)); a.Status != 303 || !strings.HasSuffix(a.Header.Get("Location"), "/award?open=2#claim-2") {
		t.Fatalf("save = %d %s %s", a.Status, a.Header, a.Body)
	}
	shows(b.Do("GET", at+"?open=2", nil), `value="一万八"`, "金额写成 1234.50 这样的数字。", `<details class="fold claim" id="claim-2" open>`, "3.5 × 5,200.00", "18,200.00 元", "非终局", "还有 1 项没有写完", "关于第 2 项请求", "计算：3.5 × 5,200.00 = 18,200.00 元", `value="5200"`)
	var d casework.AwardDraft
	s.arbitrator.Get("/api/v1"+at, &d)
	if d.Draft != 1 || d.Awarded != claims.Yuan(18_200) || d.Missing != 1 || len(d.Texts) != 1 || d.Texts[0].Final || d.Items[1].Final == nil || *d.Items[1].Final || len(d.Items[0].Wrong) != 1 || d.SavedBy != "周立民" {
		t.Errorf("the draft = %+v", d)
	}

	// another window had saved: both texts, nothing written over, and nothing proposed
	stale := awardTyped(0, append(secondItem, "items.0.decision", "supported", "items.0.final", "true", "items.0.amount", "18600", "items.0.reasons", "工资条可以证明。")...)
	stale.Set("items.1.reasons", "工作年限为四年。")
	a := save(stale)
	shows(a, "周立民", "工作年限为<mark>四</mark>年。", "工作年限为<mark>三</mark>年<mark>半</mark>。", `name="_draft" value="1"`, "看过了，存我写的", "36,800.00 元")
	stale.Set("_version", fmt.Sprint(s.arbitrator.See(s.ref).Version))
	if a := b.Do("POST", "/cases/"+s.ref+"/steps/propose-make-award", stale.Encode(), "Content-Type", formed); a.Status != 409 || s.head.See(s.ref).Proposal != nil {
		t.Errorf("an old window proposes: %d", a.Status)
	}

	// refused by the door, and kept all the same
	v := awardTyped(1, append(secondItem, "items.0.decision", "supported", "items.0.final", "true", "items.0.amount", "99999", "items.0.reasons", "工资条可以证明。")...)
	v.Set("_version", fmt.Sprint(s.arbitrator.See(s.ref).Version))
	a = b.Do("POST", "/cases/"+s.ref+"/steps/propose-make-award", v.Encode(), "Content-Type", formed)
	if shows(a, "裁决金额不能超过请求的金额", `name="_draft" value="2"`, `value="99999"`); a.Status != 422 {
		t.Errorf("above what is claimed: %d", a.Status)
	}
	v.Set("items.0.amount", "18600.00")
	v.Set("_draft", "2")
	v.Set("_key", testkit.NewKey())
	if a := b.Do("POST", "/cases/"+s.ref+"/steps/propose-make-award", v.Encode(), "Content-Type", formed); a.Status != 303 {
		t.Fatalf("propose = %d %.600s", a.Status, a.Body)
	}
	s.head.Step(s.ref, "decline-proposal", j{"reason": "第二项的理由再写清楚。"})
	shows(b.Do("GET", at, nil), "工作年限为三年半。", `value="18600.00"`, "36,800.00 元", "将生成 2 份裁决书")
	s.arbitrator.Get("/api/v1"+at, &d)
	want := map[bool]string{}
	for _, x := range d.Texts {
		want[x.Final] = x.Text
	}
	v.Set("_draft", "3")
	v.Set("_key", testkit.NewKey())
	v.Set("_version", fmt.Sprint(s.arbitrator.See(s.ref).Version))
	if a := b.Do("POST", "/cases/"+s.ref+"/steps/propose-make-award", v.Encode(), "Content-Type", formed); a.Status != 303 {
		t.Fatalf("propose = %d %.600s", a.Status, a.Body)
	}
	done := s.head.Step(s.ref, "make-award", nil)
	for _, p := range done.Papers {
		if text := s.paperText(p.ID); p.Paper == workflows.AwardFinalPaper && text != want[true] || p.Paper == workflows.AwardNonFinalPaper && text != want[false] {
			t.Errorf("%s reads\n%s\nbut its draft was\n%s", p.Paper, text, want[p.Paper == workflows.AwardFinalPaper])
		}
	}
	if a := s.arbitrator.Do("GET", "/api/v1"+at, nil); a.Code() != "no-award-now" {
		t.Errorf("after the award: %d %s", a.Status, a.Code())
	}
	verify(t, s.Kit)
}

// A member of the tribunal reads the draft and does not write it; nobody else knows of it. Claims that come and go leave
// each item with its own claim.
func TestTheDraftIsTheTribunals(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	presiding, member, _ := s.panelOfThree()
	at := "/api/v1/cases/" + s.ref + "/award"
	said := []j{{"name": "items.0.no", "value": "1"}, {"name": "items.0.reasons", "value": "工资条可以采信。"}}
	presiding.Want(200, presiding.Do("POST", at, j{"fields": said}), nil)
	if a := presiding.Do("POST", at, j{"fields": said}); a.Code() != "draft-changed" {
		t.Errorf("an old window: %d %s", a.Status, a.Code())
	}
	var d casework.AwardDraft
	member.Get(at, &d)
	if d.Writes || len(d.Fields) != 2 || d.Items[0].No != 1 {
		t.Errorf("a member sees %+v", d)
	}
	if a := member.Do("POST", at, j{"fields": said, "draft": 1}); a.Status != 403 {
		t.Errorf("a member writes: %d", a.Status)
	}
	for _, c := range []*testkit.Client{s.head, s.director, s.recorder, s.intake} {
		if a := c.Do("GET", at, nil); a.Status != 403 {
			t.Errorf("%s reads the draft: %d", c.Login, a.Status)
		}
	}
	page := string(browser(s.Kit, "zhongcai2").Do("GET", "/cases/"+s.ref+"/award", nil).Body)
	if strings.Contains(page, "<textarea") || !strings.Contains(page, "对照表") {
		t.Error("the member's page has a form, or no table")
	}
}

// In a browser: what is typed is saved and worked out as it is typed; notes as well. Every page is checked, the arbitrator's
// at a desk and on a phone.
func TestDecidingInTheBrowser(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.deliberating()
	if out, err := inbrowser.Run(t, ".", "deciding.js", "BASE="+s.Base, "CASE="+s.ref); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got := s.head.See(s.ref).Proposal; got == nil || got.Event != workflows.MakeAward {
		t.Errorf("proposed: %+v", got)
	}
}
