package e2e

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// Nothing that was offered or said in mediation comes out anywhere but behind the wall: not in any
// answer of any route for any other role, not in a message, an event or the log.
func TestOffersStayBehindTheWall(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": s.manager.See(s.ref).Choices.Mediators[0].ID})
	s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
	const marker, offer = "MARKER7Q3Z", "3141592653.58"
	s.mediator.Step(s.ref, "hold-session", j{"outcome": "apart", "attended": "双方" + marker, "notes": "申请人说 " + marker, "applicant_offer": offer, "respondent_offer": "2718281828.45"})
	s.mediator.Step(s.ref, "fail-mediation", nil)
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()
	s.Clock.Set("2026-03-16")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})

	leaks := func(text string) bool {
		return strings.Contains(text, marker) || strings.Contains(text, "3141592653") || strings.Contains(text, "3,141,592,653") || strings.Contains(text, "2718281828") || strings.Contains(text, "2,718,281,828")
	}
	var notes casework.Notes
	s.mediator.Get("/api/v1/cases/"+s.ref+"/notes", &notes)
	if len(notes.Notes) != 1 || !strings.Contains(notes.Notes[0].Notes, marker) {
		t.Fatalf("the mediator reads %+v", notes)
	}
	for _, login := range boot.DemoLogins() {
		c := k.As(login)
		for _, path := range getRoutes(s.ref) {
			if strings.HasSuffix(path, "/notes") && (login == "tiaojie" || login == "guanli") {
				continue // these two are behind the wall
			}
			if a := c.Do("GET", path, nil); leaks(string(a.Body)) {
				t.Errorf("%s reads an offer at %s", login, path)
			}
		}
	}
	waitForMessages(t, k)
	if leaks(k.Log.String()) {
		for _, line := range strings.Split(k.Log.String(), "\n") {
			if leaks(line) {
				t.Errorf("an offer stands in the log: %.300s", line)
			}
		}
	}
	for _, q := range []string{"select string_agg(canonical::text || detail::text, ' ') from case_events", "select string_agg(convert_from(canonical, 'UTF8'), ' ') from case_events",
		"select string_agg(args::text, ' ') from river_job"} {
		if leaks(one(t, k, q)) {
			t.Errorf("an offer comes out of: %s", q)
		}
	}
	var box []casework.MessageView
	box, err := k.P.Desk.Outbox(context.Background())
	if err != nil || len(box) == 0 {
		t.Fatalf("outbox: %d messages, %v", len(box), err)
	}
	if leaks(fmt.Sprint(box)) {
		t.Error("an offer stands in a message")
	}
}

// Whoever sits on the case reads no notes, though they hold a mediator's role as well.
func TestSeatIsStrongerThanEveryOtherRole(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.workerAsksForAdvice()
	s.mediationIsTriedAndFails()
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()
	one(t, k, `with r as (insert into roles (account_id, role, organisation_id, given_at) select id, 'org_manager', 1, now() from accounts where login in ('zhongcai', 'shuji') returning 1) select count(*)::text from r`)
	if a := s.arbitrator.Do("GET", "/api/v1/cases/"+s.ref+"/notes", nil); a.Status != 200 {
		t.Fatalf("as the organisation's manager: %d %s", a.Status, a.Body)
	}
	s.Clock.Set("2026-03-16")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	for _, c := range []*testkit.Client{s.arbitrator, s.recorder} {
		if a := c.Do("GET", "/api/v1/cases/"+s.ref+"/notes", nil); a.Status != 403 {
			t.Errorf("%s on the bench reads the notes: %d", c.Login, a.Status)
		}
	}
	if a := s.head.Try(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "蒋晓红")}, "recorder": idOf(ch.Recorders, "朱佳佳")}); a.Status != 200 {
		t.Fatalf("form anew: %d %s", a.Status, a.Body)
	}
	if a := s.arbitrator.Do("GET", "/api/v1/cases/"+s.ref+"/notes", nil); a.Status == 200 && strings.Contains(string(a.Body), "单位") {
		t.Error("who once sat on the case reads the notes afterwards")
	}
}

func one(t *testing.T, k *testkit.Kit, q string, args ...any) string {
	t.Helper()
	db, err := sql.Open("pgx", k.DSN)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var s sql.NullString
	if err := db.QueryRow(q, args...).Scan(&s); err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	return s.String
}

// waitForMessages waits until the workers have delivered what was queued.
func waitForMessages(t *testing.T, k *testkit.Kit) {
	t.Helper()
	for range 400 {
		if one(t, k, "select count(*)::text from messages where state <> 'sent'") == "0" {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	t.Fatal("messages are still queued")
}

// getRoutes are all addresses that can be read, for one case.
func getRoutes(ref string) []string {
	c := "/api/v1/cases/" + ref
	return []string{"/api/v1/cases", "/api/v1/cases?list=office", "/api/v1/cases?list=own", "/api/v1/cases?list=organisation", "/api/v1/cases?q=MARKER7Q3Z", "/api/v1/cases?q=林小芬",
		c, c + "/notes", c + "/documents/1", c + "/documents/2", c + "/documents/3", c + "/documents/4", c + "/documents/5", c + "/documents/6", c + "/exhibits/1",
		"/api/v1/me", "/api/v1/messages", "/api/v1/figures", "/api/v1/figures/cases?number=K", "/api/openapi.json",
		"/", "/work", "/cases/" + ref, "/cases/" + ref + "/notes", "/cases/" + ref + "/documents/1", "/cases/" + ref + "/documents/3", "/messages", "/outbox", "/figures", "/status"}
}

// A mediator takes a walk-in at the township office, goes on with it, and reads only the notes of
// their own mediation; another organisation's people read theirs.
func TestNotesBelongToTheirMediation(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	m1, m2, g2, in := k.As("tiaojie"), k.As("tiaojie2"), k.As("guanli2"), k.As("lian")
	var d casework.Done
	m1.Want(200, m1.Do("POST", "/api/v1/cases", j{"ask": "consultation", "applicants": []j{{"kind": "worker", "name": "林小芬"}}, "respondents": []j{{"kind": "employer", "name": "某厂"}}}), &d)
	m1.Step(d.Ref, "ask-mediation", j{"organisation": 1})
	for _, side := range []string{"applicant", "respondent"} {
		m1.Step(d.Ref, "consent-to-mediation", j{"side": side})
	}
	m1.Step(d.Ref, "hold-session", j{"outcome": "apart", "attended": "双方", "notes": "FIRSTNOTE"})
	m1.Step(d.Ref, "fail-mediation", nil)
	in.Step(d.Ref, "ask-mediation", j{"organisation": 2})
	g2.Step(d.Ref, "assign-mediator", j{"mediator": g2.See(d.Ref).Choices.Mediators[0].ID})
	m2.Step(d.Ref, "consent-to-mediation", j{"side": "respondent"})
	m2.Step(d.Ref, "hold-session", j{"outcome": "closer", "attended": "双方", "notes": "SECONDNOTE"})
	if a := m1.Try(d.Ref, "hold-session", j{"outcome": "apart", "attended": "双方", "notes": "x"}); a.Status != 403 {
		t.Errorf("the earlier mediator speaks in the later mediation: %d", a.Status)
	}
	for c, want := range map[*testkit.Client][2]string{m1: {"FIRSTNOTE", "SECONDNOTE"}, m2: {"SECONDNOTE", "FIRSTNOTE"}, g2: {"SECONDNOTE", "FIRSTNOTE"}} {
		a := c.Do("GET", "/api/v1/cases/"+d.Ref+"/notes", nil)
		if a.Status != 200 || !strings.Contains(string(a.Body), want[0]) || strings.Contains(string(a.Body), want[1]) {
			t.Errorf("%s reads %s", c.Login, a.Body)
		}
	}
}
