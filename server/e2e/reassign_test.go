package e2e

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

func (s *story) leaving(c *testkit.Client, account int64) (v casework.Leaving) {
	s.T.Helper()
	c.Get(fmt.Sprint("/api/v1/reassign?account=", account), &v)
	return v
}

// confirmed is the dry run as somebody confirms it.
func confirmed(v casework.Leaving) j {
	var rows []j
	for _, r := range v.Rows {
		if r.Cannot == nil {
			rows = append(rows, j{"case": r.Ref, "role": r.Role, "version": r.Version, "to": r.Proposed})
		}
	}
	return j{"account": v.Account, "reason": "left-office", "rows": rows}
}

func row(v casework.Leaving, ref string) casework.LeavingRow {
	for _, r := range v.Rows {
		if r.Ref == ref {
			return r
		}
	}
	return casework.LeavingRow{}
}

func result(v casework.HandoverView, ref string) casework.HandoverCase {
	for _, r := range v.Rows {
		if r.Ref == ref {
			return r
		}
	}
	return casework.HandoverCase{}
}

// An arbitrator leaves. The dry run changes nothing, spreads the cases and says of each why; what is being decided stays with
// who heard it. Confirmed, each case moves by itself: one that changed meanwhile is reported and stays. Pressed twice nothing
// happens twice; the successor gets one message, the parties one a case, and a notice names the new tribunal.
func TestALeaversWorkIsHandedOver(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	var refs []string
	for _, name := range []string{"张三", "李四", "王五"} {
		refs = append(refs, s.claimant(name, wages()))
	}
	s.ref = refs[0]
	s.joins()
	atTribunal(s) // a fourth, heard to its end
	decided := s.ref
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.ref = decided
	if v := s.leaving(s.head, s.arbitratorID()); row(v, decided).Cannot == nil || !strings.Contains(row(v, decided).Cannot.ZH, "正在开庭") {
		t.Errorf("in the middle of a hearing: %+v", row(v, decided))
	}
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)

	zhou := s.arbitratorID()
	var people casework.Leaving
	s.head.Get("/api/v1/reassign", &people)
	if len(people.People) != 2 || people.People[0].Open != 4 || people.Account != 0 || len(people.Rows) != 0 {
		t.Fatalf("who has work: %+v", people)
	}
	v := s.leaving(s.head, zhou)
	if len(v.Rows) != 4 || v.Movable != 3 || row(v, decided).Cannot == nil || !strings.Contains(row(v, decided).Cannot.ZH, "听审") {
		t.Fatalf("the dry run: %+v", v)
	}
	to := map[int64]int{}
	for _, ref := range refs {
		r := row(v, ref)
		to[r.Proposed]++
		if r.Role != "sole" || r.Proposed == zhou || r.Why.ZH == "" || r.Due.IsZero() || len(r.Choices) != 2 {
			t.Errorf("a row: %+v", r)
		}
	}
	if len(to) != 2 {
		t.Errorf("all go to one: %v", to)
	}
	if got := s.arbitrator.See(refs[0]); got.Version != row(v, refs[0]).Version {
		t.Error("the dry run changed something")
	}

	s.intake.Step(refs[1], "confirm-address", j{"party": "申1", "address": "浙江省仙居县福应街道2号", "phone": "13857612345"}) // it changes meanwhile
	body, key := confirmed(v), testkit.NewKey()
	var done, again casework.HandoverView
	s.head.Want(200, s.head.Do("POST", "/api/v1/reassign", body, "Idempotency-Key", key), &done)
	if done.Moved != 2 || done.Failed != 1 || done.Left != 0 || result(done, refs[1]).State != "failed" || !strings.Contains(result(done, refs[1]).Says.ZH, "确认送达地址") {
		t.Fatalf("how it went: %+v", done)
	}
	events := s.intake.See(refs[0]).Version
	s.head.Want(200, s.head.Do("POST", "/api/v1/reassign", body, "Idempotency-Key", key), &again)
	s.head.Want(200, s.head.Do("POST", fmt.Sprint("/api/v1/reassign/", done.ID, "/run"), j{}), &again)
	if again.ID != done.ID || again.Moved != 2 || s.intake.See(refs[0]).Version != events {
		t.Errorf("pressed twice: %+v", again)
	}
	if a := s.arbitrator.Do("GET", "/api/v1/cases/"+refs[0], nil); a.Status != 404 {
		t.Errorf("who left still sees the case: %d", a.Status)
	}
	s.ref = refs[0]
	if x := s.intake.See(s.ref); len(x.Tribunal) != 2 || x.Tribunal[0].Name == "周立民" && x.Tribunal[1].Name == "周立民" || x.State != workflows.Accepted {
		t.Errorf("the tribunal now: %+v", x.Tribunal)
	}
	if e := s.event("replace-seat"); e["as_proposed"] != true || e["handover"] != float64(done.ID) || e["ground"] != "left-office" {
		t.Errorf("the record: %v", e)
	}
	s.paperSays("tribunal-notice", "现更换独任仲裁员")
	s.told(s.worker, "tribunal-changed")
	s.dueOn(workflows.TribunalPeriod, "2026-03-23") // told anew, from the change on
	got := map[int64]int{}
	for _, r := range done.Rows {
		if r.State == "moved" {
			got[r.Successor]++
		}
	}
	told := 0
	for _, login := range []string{"zhongcai2", "zhongcai3"} {
		c := s.As(login)
		var me casework.Me
		c.Get("/api/v1/me", &me)
		var box []casework.MessageView
		c.Get("/api/v1/messages", &box)
		for _, m := range box {
			if told++; !strings.Contains(m.Body, fmt.Sprintf("有 %d 件案件移交给您", got[me.Account])) || strings.Contains(m.Body, "周立民") {
				t.Errorf("%s is told: %s", login, m.Body)
			}
		}
	}
	if told != len(got) {
		t.Errorf("%d messages to %d successors", told, len(got))
	}

	v = s.leaving(s.head, zhou) // once more for the one that had changed
	if v.Movable != 1 || len(v.Earlier) != 1 {
		t.Errorf("afterwards: %+v", v)
	}
	body = confirmed(v)
	body["rows"].([]j)[0]["to"] = zhou
	s.wrong(s.head, body, "rows.0.to")
	body["rows"].([]j)[0]["to"] = s.head.See(refs[1]).Choices.Recorders[0].ID
	s.wrong(s.head, body, "rows.0.to")
	body["rows"].([]j)[0]["case"] = "ABCDEFGH2345"
	s.wrong(s.head, body, "rows.0.case")
	body = confirmed(v)
	delete(body["rows"].([]j)[0], "to")
	s.wrong(s.head, body, "rows")
	for _, login := range []string{"guanli", "lian", "zhongcai"} {
		if a := s.As(login).Do("GET", fmt.Sprint("/api/v1/reassign/", done.ID), nil); a.Status != 403 {
			t.Errorf("%s sees the handover: %d", login, a.Status)
		}
	}
	if a := s.manager.Do("GET", fmt.Sprint("/api/v1/reassign?account=", zhou), nil); a.Status != 404 {
		t.Errorf("a manager sees the arbitrator's work: %d", a.Status)
	}
	verify(t, s.Kit)
}

// arbitratorID is the account of the arbitrator of the story.
func (s *story) arbitratorID() int64 {
	s.T.Helper()
	return idOf(s.head.See(s.ref).Choices.Arbitrators, "周立民")
}

// wrong hands over what cannot be, and wants the place named.
func (s *story) wrong(c *testkit.Client, body j, place string) {
	s.T.Helper()
	if a := c.Do("POST", "/api/v1/reassign", body); a.Status != 422 || !strings.Contains(string(a.Body), `"`+place+`"`) {
		s.T.Errorf("%s: %d %s", place, a.Status, a.Body)
	}
}

// The power fails, or the browser is closed, between two cases: what has moved has moved, with its message still to come; the
// page says what is left, and pressed again it goes on from there.
func TestAHandoverGoesOnWhereItWasCutOff(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	for _, name := range []string{"张三", "李四", "王五"} {
		s.claimant(name, wages())
	}
	zhou := s.arbitratorID()
	v := s.leaving(s.head, zhou)
	db, err := sql.Open("pgx", s.DSN)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	hold, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := hold.Exec("select 1 from cases where ref = $1 for no key update", v.Rows[1].Ref); err != nil {
		t.Fatal(err)
	}
	ctx, cut := context.WithCancel(t.Context())
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		key := testkit.NewKey()
		req, _ := http.NewRequestWithContext(ctx, "POST", s.Base+"/api/v1/reassign", strings.NewReader(asJSON(confirmed(v))))
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Idempotency-Key", key)
		req.Header.Set("Authorization", "Bearer "+s.head.Token)
		if res, err := http.DefaultClient.Do(req); err == nil {
			res.Body.Close()
		}
	}()
	for one(t, s.Kit, "select count(*) from handover_rows where state = 'moved'") != "1" {
		select {
		case <-gone:
			t.Fatal("the request ended before anything moved")
		case <-time.After(10 * time.Millisecond):
		}
	}
	cut()
	<-gone
	hold.Rollback()

	var h casework.HandoverView
	id := one(t, s.Kit, "select id from handovers")
	s.head.Get("/api/v1/reassign/"+id, &h)
	if h.Moved != 1 || h.Left != 2 || h.Failed != 0 {
		t.Fatalf("after the cut: %+v", h)
	}
	if page := s.page(s.head, "/reassign/"+id); !strings.Contains(page, "接着移交") {
		t.Error("the page does not offer to go on")
	}
	s.director.Want(200, s.director.Do("POST", "/api/v1/reassign/"+id+"/run", j{}), &h) // also somebody else may go on
	if h.Moved != 3 || h.Left != 0 || h.Failed != 0 {
		t.Fatalf("afterwards: %+v", h)
	}
	if n := one(t, s.Kit, "select count(*) from case_events where event = 'replace-seat'"); n != "3" {
		t.Errorf("%s replacements, want 3", n)
	}
	if n := one(t, s.Kit, "select count(*) from messages where name = 'work-handed-over'"); n != "2" {
		t.Errorf("%s messages to successors, want one each", n)
	}
	verify(t, s.Kit)
}

// A mediator leaves: the manager hands the open mediations over to colleagues of the organisation; what nobody can take stays and says
// so. The manager of another organisation sees neither the work nor the handover.
func TestAMediatorsWorkIsHandedOver(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	s.asksMediation()
	xu, lan := s.candidates(s.manager).Mediators[0].Account, s.candidates(s.manager).Mediators[1].Account
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": xu})
	kept := s.ref
	s.mediator.Step(kept, "consent-to-mediation", j{"side": "respondent"})
	s.asksMediation()
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": xu})
	execSQL(t, s.Kit, fmt.Sprintf("insert into agents (commission_id, case_id, party_id, name, kind, special, account_id, appointed_on) select p.commission_id, p.case_id, p.id, '章小兰', 'relative', false, %d, '2026-03-02' from parties p join cases c on c.commission_id = p.commission_id and c.id = p.case_id where c.ref = '%s' and p.side = 'applicant'", lan, s.ref),
		"update parties set id_mac = decode(md5(id::text), 'hex') where side = 'applicant'") // two workers of one name
	v := s.leaving(s.manager, xu)
	if len(v.Rows) != 2 || v.Movable != 1 || row(v, kept).Proposed != lan || row(v, s.ref).Cannot == nil || v.Unit == "" {
		t.Fatalf("the dry run: %+v", v)
	}
	other := s.As("guanli2")
	if a := other.Do("GET", fmt.Sprint("/api/v1/reassign?account=", xu), nil); a.Status != 404 || strings.Contains(string(a.Body), "徐美珍") {
		t.Errorf("another organisation's manager: %d %s", a.Status, a.Body)
	}
	if a := other.Do("POST", "/api/v1/reassign", confirmed(v)); a.Status != 422 {
		t.Errorf("another organisation's manager hands over: %d %s", a.Status, a.Body)
	}
	var done casework.HandoverView
	s.manager.Want(200, s.manager.Do("POST", "/api/v1/reassign", confirmed(v)), &done)
	if done.Moved != 1 || done.Failed != 0 || result(done, kept).State != "moved" {
		t.Fatalf("how it went: %+v", done)
	}
	for _, login := range []string{"guanli2", "yuanzhang"} {
		if a := s.As(login).Do("GET", fmt.Sprint("/api/v1/reassign/", done.ID), nil); a.Status != 403 {
			t.Errorf("%s sees the handover: %d", login, a.Status)
		}
	}
	if a := s.mediator.Do("GET", "/api/v1/cases/"+kept, nil); a.Status != 404 {
		t.Errorf("who handed over still sees the case: %d", a.Status)
	}
	if v := s.As("tiaojie4").See(kept); v.Mediation == nil || v.Mediation.Mediator != "章小兰" {
		t.Errorf("the mediation now: %+v", v.Mediation)
	}
	verify(t, s.Kit)
}

// Cases heard together go to one person, though by load they would be spread.
func TestCasesHeardTogetherStayTogetherWhenHandedOver(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	a, b := s.claimant("张三", wages()), s.claimant("李四", wages())
	s.arbitrator.Step(a, "join-hearing", j{"cases": []string{b}, "ground": "like-claims", "all_agree": true})
	v := s.leaving(s.head, s.arbitratorID())
	if row(v, a).Proposed != row(v, b).Proposed || row(v, a).Proposed == 0 {
		t.Errorf("they go to %d and %d", row(v, a).Proposed, row(v, b).Proposed)
	}
	var done casework.HandoverView
	if s.head.Want(200, s.head.Do("POST", "/api/v1/reassign", confirmed(v)), &done); done.Moved != 2 {
		t.Errorf("how it went: %+v", done)
	}
}

func asJSON(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}
