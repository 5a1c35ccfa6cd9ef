package e2e

import (
	"testing"

	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// Three arbitrators: the award is let out when a majority has signed, each for themselves.
func TestAMajoritySigns(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民"), idOf(ch.Arbitrators, "蒋晓红"), idOf(ch.Arbitrators, "顾卫东")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": false})
	s.arbitrator.Step(s.ref, "propose-hear-in-default", j{"reason": "收到书面通知，没有到庭，也没有说明理由。"})
	s.head.Step(s.ref, "hear-in-default", nil)
	s.arbitrator.Step(s.ref, "attempt-mediation", j{"result": "absent"})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	member := s.As("zhongcai2")
	for _, c := range []*testkit.Client{s.arbitrator, member, s.As("zhongcai3")} {
		c.Step(s.ref, "cast-vote", j{"stance": "presiding-view", "view": "同意首席仲裁员的意见。"})
	}
	member.Refused(s.ref, "sign-award", nil, "no-award-to-sign")
	s.arbitrator.Step(s.ref, "propose-make-award", j{"items": []j{{"no": 1, "decision": "supported", "amount": "1000.00", "final": true, "reasons": "缺席裁决，证据充分。"}}})
	s.head.Refused(s.ref, "make-award", nil, "award-not-signed")
	if a := s.arbitrator.Try(s.ref, "sign-award", nil); a.Status != 403 {
		t.Errorf("the presiding arbitrator signs twice: %d", a.Status)
	}
	member.Step(s.ref, "sign-award", nil)
	if a := member.Try(s.ref, "sign-award", nil); a.Code() != "already-signed" {
		t.Errorf("signing twice = %d %s", a.Status, a.Code())
	}
	if d := s.head.Step(s.ref, "make-award", nil); d.Mode != workflows.AwardFinal {
		t.Errorf("closed as %s", d.Mode)
	}
}

// The head decides in the director's place only within a dated delegation.
func TestDelegationHasDays(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.arbitrator.Step(s.ref, "propose-extend-award-period", j{"days": 10, "reason": "案情复杂"})
	if a := s.head.Try(s.ref, "extend-award-period", nil); a.Status != 403 {
		t.Errorf("without a delegation = %d", a.Status)
	}
	var me struct{ Account int64 }
	s.head.Get("/api/v1/me", &me)
	body := j{"to": me.Account, "from": "2026-03-03", "until": "2026-03-10", "scope": "延期和中止"}
	if a := s.head.Do("POST", "/api/v1/delegations", body); a.Status != 403 {
		t.Errorf("the head delegates to himself: %d", a.Status)
	}
	s.director.Want(200, s.director.Do("POST", "/api/v1/delegations", body), nil)
	if a := s.head.Try(s.ref, "extend-award-period", nil); a.Status != 403 {
		t.Errorf("the day before it begins = %d", a.Status)
	}
	s.Clock.Set("2026-03-11")
	if a := s.head.Try(s.ref, "extend-award-period", nil); a.Status != 403 {
		t.Errorf("the day after it ends = %d", a.Status)
	}
	s.Clock.Set("2026-03-10")
	s.head.Step(s.ref, "extend-award-period", nil)
}

// Who works for a party, spoke for one lately, or sat where the award was revoked does not sit.
func TestWhoMayNotSit(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	ch := s.head.See(s.ref).Choices
	form := func(name string) testkit.Answer {
		return s.head.Try(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, name)}, "recorder": idOf(ch.Recorders, "应晓燕")})
	}
	refuses := func(why, name string) {
		t.Helper()
		if a := form(name); a.Code() != "seat-conflict" {
			t.Errorf("%s = %d %s", why, a.Status, a.Code())
		}
	}
	admin := s.As("guanliyuan")
	works := func(account int64, unit string) testkit.Answer {
		return admin.Do("POST", "/api/v1/people/unit", j{"account": account, "unit": unit})
	}
	jiang := idOf(ch.Arbitrators, "蒋晓红")
	admin.Want(200, works(jiang, "仙居某某有限公司"), nil)
	if a := works(idOf(ch.Recorders, "应晓燕"), "仙居某某有限公司"); a.Status != 422 {
		t.Errorf("the unit of somebody who never decides = %d", a.Status)
	}
	refuses("works for a party", "蒋晓红")
	admin.Want(200, works(jiang, ""), nil)
	other := file(s.Kit, s.intake, "").Ref
	s.intake.Step(other, "add-agent", j{"party": "被1", "name": "蒋晓红", "kind": "lawyer", "proof": "授权委托书"})
	execSQL(t, s.Kit, "update agents set account_id = (select id from accounts where login = 'zhongcai2')")
	refuses("spoke for a party lately", "蒋晓红")
	execSQL(t, s.Kit, "update agents set ended_on = '2024-03-01', appointed_on = '2024-01-01'")
	if a := form("蒋晓红"); a.Status != 200 {
		t.Errorf("spoke for a party more than two years ago = %d %s", a.Status, a.Body)
	}
	execSQL(t, s.Kit, "insert into awards (commission_id, case_id, final, made_on, amount, revoked_on) select commission_id, id, true, '2026-01-01', 0, '2026-02-01' from cases where ref = '"+other+"'",
		"insert into seats (commission_id, case_id, account_id, seat, since) select c.commission_id, c.id, a.id, 'sole', '2026-01-01' from cases c, accounts a where c.ref = '"+other+"' and a.login = 'zhongcai3'")
	refuses("sat where the award was revoked", "顾卫东")
}

// Whoever mediated the dispute sits only if both parties agreed to it in writing, and the paper is on file.
func TestAFormerMediatorSitsByConsent(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	ch := s.head.See(s.ref).Choices
	execSQL(t, s.Kit, "insert into mediations (commission_id, case_id, organisation_id, mediator_id, received_on, due_on) select commission_id, id, 1, (select id from accounts where login = 'zhongcai2'), '2026-02-01', '2026-02-16' from cases")
	form := j{"arbitrators": []int64{idOf(ch.Arbitrators, "蒋晓红")}, "recorder": idOf(ch.Recorders, "应晓燕")}
	s.head.Refused(s.ref, "form-tribunal", form, "seat-conflict")
	form["consent"] = "申9"
	if a := s.head.Try(s.ref, "form-tribunal", form); a.Status != 422 {
		t.Errorf("a paper that is not on file = %d", a.Status)
	}
	s.intake.Want(200, s.intake.Upload(s.ref, map[string]string{"title": "同意书", "proves": "双方同意原调解员担任仲裁员", "side": "applicant"}, "同意书.pdf", sample("授权委托书.pdf")), nil)
	form["consent"] = "申1"
	s.head.Step(s.ref, "form-tribunal", form)
	if got := one(t, s.Kit, "select detail->>'consent' from case_events where event = 'form-tribunal' order by no desc limit 1"); got != "申1" {
		t.Errorf("the record names %q", got)
	}
	verify(t, s.Kit)
}
