package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"tiaocai/models"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

var fourTests = j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true}

// file opens a case straight at the registry.
func file(k *testkit.Kit, by *testkit.Client, on string) *casework.Done {
	k.T.Helper()
	var d casework.Done
	body := j{"ask": "arbitration",
		"applicants":  []j{{"kind": "worker", "name": "张三"}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某有限公司"}},
		"claims":      []j{{"code": "M01", "amount": "1000.00"}}}
	if on != "" {
		body["on"] = on
	}
	by.Want(200, by.Do("POST", "/api/v1/cases", body), &d)
	return &d
}

// Sixty-four acceptances at once: numbers 1 to 64, no gap, no repeat.
func TestCaseNumbersHaveNoGap(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	in := k.As("lian")
	refs := make([]string, 64)
	for i := range refs {
		refs[i] = file(k, in, "").Ref
	}
	numbers := make([]string, len(refs))
	var wg sync.WaitGroup
	for i, ref := range refs {
		wg.Go(func() {
			var d casework.Done
			a := in.Do("POST", "/api/v1/cases/"+ref+"/accept", fourTests, "If-Match", `"1"`)
			if a.Status != 200 || json.Unmarshal(a.Body, &d) != nil {
				t.Errorf("accept: %d %s", a.Status, a.Body)
				return
			}
			numbers[i] = d.Number
		})
	}
	wg.Wait()
	for n := 1; n <= 64; n++ {
		if want := fmt.Sprintf("仙劳人仲案〔2026〕%d号", n); !slices.Contains(numbers, want) {
			t.Errorf("no case has %s", want)
		}
	}
}

// Of many who press the same button at once, one acts and the others are told.
func TestOnlyOneOfManyActs(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	in := k.As("lian")
	ref := file(k, in, "").Ref
	var mu sync.Mutex
	got := map[int]int{}
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			a := in.Do("POST", "/api/v1/cases/"+ref+"/accept", fourTests, "If-Match", `"1"`)
			mu.Lock()
			got[a.Status]++
			mu.Unlock()
		})
	}
	wg.Wait()
	if got[200] != 1 || got[409] != 15 {
		t.Errorf("answers = %v, want one 200 and fifteen 409", got)
	}
}

func TestTheSameRequestTwiceIsOneStep(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	in, other := k.As("lian"), k.As("lian2")
	ref := file(k, in, "").Ref
	path := "/api/v1/cases/" + ref + "/accept"
	key := []string{"Idempotency-Key", "one-and-the-same", "If-Match", `"1"`}
	first := in.Do("POST", path, fourTests, key...)
	second := in.Do("POST", path, fourTests, key...)
	in.Want(200, first, nil)
	in.Want(200, second, nil)
	if string(first.Body) != string(second.Body) {
		t.Errorf("second answer = %s, want the first: %s", second.Body, first.Body)
	}
	if a := in.Do("POST", path, j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true, "on": "2026-03-02"}, key...); a.Status != 422 || a.Code() != "key-reused" {
		t.Errorf("the key with another body = %d %s, want 422 key-reused", a.Status, a.Code())
	}
	if a := other.Do("POST", path, fourTests, key...); a.Status != 409 {
		t.Errorf("another person's same key = %d, want 409: keys belong to a person", a.Status)
	}
	if a := in.Do("POST", path, fourTests, "Idempotency-Key", ""); a.Status != 422 {
		t.Errorf("without a key = %d, want 422", a.Status)
	}
	// somebody who lost the right gets nothing back, not even the first answer
	one(t, k, "with r as (update roles set revoked_at = now() where account_id = (select id from accounts where login = 'lian') returning 1) select count(*)::text from r")
	if a := in.Do("POST", path, fourTests, key...); a.Status != 404 {
		t.Errorf("after the role was revoked = %d, want 404", a.Status)
	}
}

func TestAnOldVersionIsToldWhoChangedWhat(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	in, other := k.As("lian"), k.As("lian2")
	ref := file(k, in, "").Ref
	other.Step(ref, "ask-correction", j{"items": []string{"身份证明"}})
	other.Step(ref, "complete-correction", nil)
	a := in.Do("POST", "/api/v1/cases/"+ref+"/accept", fourTests, "If-Match", `"1"`)
	if a.Status != 409 || a.Code() != "version-stale" || !strings.Contains(string(a.Body), "项文静") || !strings.Contains(string(a.Body), "补正材料") {
		t.Errorf("stale version = %d %s", a.Status, a.Body)
	}
	if a := in.Do("POST", "/api/v1/cases/"+ref+"/accept", fourTests); a.Status != 422 || !strings.Contains(string(a.Body), "If-Match") {
		t.Errorf("no version = %d %s, want 422 naming If-Match", a.Status, a.Body)
	}
}

// Whoever proposes does not approve; a refusal leaves the case as it was.
func TestOneProposesAnotherApproves(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	in, head := k.As("lian"), k.As("yuanzhang")
	ref := file(k, in, "").Ref
	head.Refused(ref, "refuse-acceptance", nil, "not-proposed")
	in.Step(ref, "propose-refuse-acceptance", j{"ground": "out-of-scope", "reason": "家庭雇佣，不属于劳动争议。"})
	if a := in.Try(ref, "refuse-acceptance", nil); a.Status != 403 {
		t.Errorf("the registry approves itself: %d", a.Status)
	}
	one(t, k, "with r as (insert into roles (account_id, role, commission_id, given_at) select id, 'court_head', 1, now() from accounts where login = 'lian' returning 1) select count(*)::text from r")
	in.Refused(ref, "refuse-acceptance", nil, "own-proposal")
	if v := in.See(ref); v.State != workflows.Filed || v.Version != 2 {
		t.Errorf("after refusals: %s, version %d", v.State, v.Version)
	}
	d := head.Step(ref, "refuse-acceptance", nil)
	if d.State != workflows.NotAccepted || len(d.Papers) != 1 {
		t.Errorf("refused: %+v", d)
	}
}

// A wrong day is mended by two people: the clocks and the record follow.
func TestACorrectionMovesTheClocks(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-04-20"})
	in, head := k.As("lian"), k.As("yuanzhang")
	ref := file(k, in, "2026-03-30").Ref
	in.Step(ref, "accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true, "on": "2026-04-02"})
	due := func() string {
		for _, c := range in.See(ref).Clocks {
			if c.Period == workflows.AwardPeriod {
				return c.Due.String()
			}
		}
		return ""
	}
	if got := due(); got != "2026-05-18" {
		t.Fatalf("award due = %s", got)
	}
	in.Step(ref, "propose-correct-entry", j{"field": "accepted_on", "value": "2026-03-31", "cause": "wrong-date", "reason": "看错日历"})
	head.Step(ref, "correct-entry", nil)
	if got := due(); got != "2026-05-15" {
		t.Errorf("award due after the correction = %s, want 2026-05-15", got)
	}
	e := in.See(ref).Timeline[0]
	if e.Detail["old"] != "2026-04-02" || e.Detail["new"] != "2026-03-31" || e.Detail["cause"] != "wrong-date" {
		t.Errorf("the record says %v", e.Detail)
	}
	verify(t, k)
}

// Mediation ends by itself when its time is up, in the name of the clock, and only then.
func TestMediationRunsOut(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-06-05"})
	w := k.As("worker")
	var d casework.Done
	w.Want(200, w.Do("POST", "/api/v1/cases", j{"ask": "mediation", "organisation": 1, "applicants": []j{{"kind": "worker", "name": "林小芬"}}, "respondents": []j{{"kind": "employer", "name": "某厂"}}}), &d)
	k.Clock.Set("2026-06-22") // the fifteenth day is a Saturday in the Dragon Boat rest; the last day is Monday
	if n, err := k.P.Desk.Sweep(context.Background(), k.P.Actors.Clock); n != 0 || err != nil {
		t.Fatalf("on the last day: %d, %v", n, err)
	}
	k.Clock.Set("2026-06-23")
	if n, err := k.P.Desk.Sweep(context.Background(), k.P.Actors.Clock); n != 1 || err != nil {
		t.Fatalf("the day after: %d, %v", n, err)
	}
	v := w.See(d.Ref)
	if v.State != workflows.Unsettled || v.Mediation.Outcome != "expired" || v.Timeline[0].Who != "期限程序" || v.Mediation.ConcludedOn.String() != "2026-06-23" {
		t.Errorf("after the clock: %s, %+v, %+v", v.State, v.Mediation, v.Timeline[0])
	}
	verify(t, k)
}

func verify(t *testing.T, k *testkit.Kit) {
	t.Helper()
	err := k.P.DB.Reading(context.Background(), k.Clock.Now(), func(tx *models.Tx) error {
		_, _, err := models.VerifyChains(tx, func(b models.Break) { t.Errorf("broken: %+v", b) })
		return err
	})
	if err != nil {
		t.Error(err)
	}
	figuresAgree(t, k)
}

// A changed, missing or cut-off record is found and named.
func TestVerifyNamesABrokenRow(t *testing.T) {
	t.Parallel()
	for name, damage := range map[string]string{
		"changed": "update case_events set event = 'refer' where no = 2",
		"missing": "delete from case_events where no = 2",
		"cut off": "delete from case_events where no = 3",
		"forged":  "update case_events set canonical = replace(convert_from(canonical, 'UTF8'), 'ask-correction', 'accept')::bytea where no = 2",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			k := testkit.Start(t, testkit.Settings{})
			in := k.As("lian")
			ref := file(k, in, "").Ref
			in.Step(ref, "ask-correction", j{"items": []string{"身份证明"}})
			in.Step(ref, "complete-correction", nil)
			execSQL(t, k, "alter table case_events disable trigger all", damage)
			found := 0
			err := k.P.DB.Reading(context.Background(), k.Clock.Now(), func(tx *models.Tx) error {
				_, _, err := models.VerifyChains(tx, func(b models.Break) {
					found++
					if b.Ref != ref {
						t.Errorf("it names %s, want %s", b.Ref, ref)
					}
				})
				return err
			})
			if err != nil || found == 0 {
				t.Errorf("found %d breaks, %v", found, err)
			}
		})
	}
}
