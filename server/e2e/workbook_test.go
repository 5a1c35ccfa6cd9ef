package e2e

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

func (s *story) book(c *testkit.Client) (b casework.Notebook) {
	s.T.Helper()
	c.Get("/api/v1/cases/"+s.ref+"/workbook", &b)
	return b
}

func (s *story) writes(c *testkit.Client, body j) {
	s.T.Helper()
	body["revision"] = s.book(c).Revision
	c.Want(200, c.Do("POST", "/api/v1/cases/"+s.ref+"/workbook", body), nil)
}

// panelOfThree forms a tribunal of three and schedules its hearing.
func (s *story) panelOfThree() (presiding, member, other *testkit.Client) {
	s.T.Helper()
	s.Clock.Set("2026-03-02")
	s.ref = file(s.Kit, s.intake, "").Ref
	s.intake.Step(s.ref, "accept", fourTests)
	s.serveOn("notice-to-respond", "2026-03-02")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民"), idOf(ch.Arbitrators, "蒋晓红"), idOf(ch.Arbitrators, "顾卫东")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	return s.arbitrator, s.As("zhongcai2"), s.As("zhongcai3")
}

// Private notes are read by whoever wrote them and nobody else, until a section is shared with the panel, or with the
// recorder as well. What stood there when the hearing was opened stays so; writing goes on in a new edition.
func TestNotesLookAsTheyDidOnHearingDay(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	presiding, member, other := s.panelOfThree()
	s.writes(presiding, j{"facts": "合同见申1-02。", "issues": "是否违法解除", "questions": "谁在场", "issues_to": "panel", "questions_to": "all"})
	if b := s.book(member); len(b.Shared) != 1 || b.Shared[0].Issues == "" || b.Shared[0].Questions == "" || b.Shared[0].Facts != "" || b.Shared[0].Author != "周立民" {
		t.Errorf("a member sees %+v", b.Shared)
	}
	if b := s.book(s.recorder); len(b.Shared) != 1 || b.Shared[0].Issues != "" || b.Shared[0].Questions == "" || !b.Records {
		t.Errorf("the recorder sees %+v", b.Shared)
	}
	s.writes(s.recorder, j{"law": "书记员的提醒", "law_to": "panel"})
	if b := s.book(other); len(b.Shared) != 2 {
		t.Errorf("the other member sees %+v", b.Shared)
	}
	s.writes(presiding, j{"facts": "合同见申1-02。", "issues": "是否违法解除", "questions": "谁在场", "questions_to": "all"})
	if b := s.book(member); b.Shared[len(b.Shared)-1].Issues != "" {
		t.Error("what was taken back is still shared")
	}
	at := "/api/v1/cases/" + s.ref + "/workbook"
	if a := presiding.Do("POST", at, j{"facts": "旧窗口", "revision": 1}); a.Status != 409 || a.Code() != "notes-changed" {
		t.Errorf("an old window: %d %s", a.Status, a.Code())
	}
	if a := presiding.Do("POST", at, j{"facts": "x", "revision": 2, "facts_to": "everybody"}); a.Status != 422 {
		t.Errorf("an unknown audience: %d", a.Status)
	}

	s.intake.Step(s.ref, "file-defence", nil)
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-02")
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	// a window from before the hearing saves into the next edition, and loses nothing
	if a := presiding.Do("POST", at, j{"facts": "开庭以后又写。", "revision": 2}); a.Status != 200 {
		t.Fatalf("after the hearing: %d %s", a.Status, a.Body)
	}
	b := s.book(presiding)
	if len(b.Frozen) != 1 || b.Frozen[0].Facts != "合同见申1-02。" || b.Frozen[0].FrozenOn.String() != "2026-03-16" || b.Own.Edition != 2 || b.Own.Facts != "开庭以后又写。" || b.Own.QuestionsTo != "own" {
		t.Errorf("after the hearing: %+v", b)
	}
	if b := s.book(member); len(b.Shared) != 2 || b.Shared[0].Questions+b.Shared[1].Questions != "谁在场" {
		t.Errorf("what was shared when the hearing opened is %+v", b.Shared)
	}
	if got := one(t, s.Kit, "with u as (update workbooks set edition = edition where frozen_on is null returning 1) select count(*)::text from u"); got != "1" {
		t.Errorf("%s editions can be written", got)
	}
	s.arbitrator.Step(s.ref, "adjourn-hearing", j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭"})
	if b := s.book(presiding); len(b.Frozen) != 1 {
		t.Errorf("editions frozen: %d", len(b.Frozen))
	}
	verify(t, s.Kit)
}

// Who leaves the tribunal opens no notes any more. What they had shared stays with the tribunal, and what they had not
// is read by nobody.
func TestWhoLeavesTheTribunalTakesNothingAlong(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	presiding, member, _ := s.panelOfThree()
	s.writes(member, j{"facts": "只给自己看", "law": "给合议庭看", "law_to": "panel"})
	s.writes(presiding, j{"issues": "首席共享", "issues_to": "panel"})
	member.Step(s.ref, "ask-recusal", j{"ground": "interest", "reason": "与本案有利害关系。"})
	s.director.Step(s.ref, "decide-recusal", j{"result": "granted", "form": "written", "reason": "属实。"})
	if a := member.Do("GET", "/api/v1/cases/"+s.ref+"/workbook", nil); a.Status != 403 && a.Status != 404 {
		t.Errorf("who was recused reads %d %s", a.Status, a.Body)
	}
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	b := s.book(presiding)
	if len(b.Shared) != 1 || b.Shared[0].Law != "给合议庭看" || b.Shared[0].Facts != "" || b.Shared[0].Seat != "" {
		t.Errorf("after the recusal: %+v", b.Shared)
	}
	if got := s.book(s.recorder); len(got.Shared) != 0 {
		t.Errorf("the recorder sees %+v", got.Shared)
	}
}

// The text of notes comes out nowhere: no answer of any route, no event, job, message, log line, and no kept answer.
// When the case is archived, nothing of them is left.
func TestNotesComeOutNowhere(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.workerAsksForAdvice()
	s.mediationIsTriedAndFails()
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()
	s.evidenceComesIn()
	s.tribunalIsFormedAndHears()
	const marker = "MARKER7Q3Z"
	s.writes(s.arbitrator, j{"facts": "见申1-01 " + marker, "law": marker, "law_to": "panel"})
	s.arbitrator.Want(200, s.arbitrator.Do("POST", "/api/v1/cases/"+s.ref+"/award", j{"fields": []j{{"name": "items.0.no", "value": "1"}, {"name": "items.0.reasons", "value": marker}, {"name": "elsewhere", "value": marker}}}), nil)
	for _, login := range boot.DemoLogins() {
		c := browser(s.Kit, login)
		token := s.As(login)
		for _, path := range append(getRoutes(s.ref), "/cases/"+s.ref+"/workbook", "/cases/"+s.ref+"/workbook/print", "/cases/"+s.ref+"/award", "/cases/"+s.ref+"/claims", "/cases/"+s.ref+"/timeline", "/work?q="+marker, "/api/v1/cases/"+s.ref+"/workbook", "/api/v1/cases/"+s.ref+"/award") {
			a := c.Do("GET", path, nil)
			if strings.HasPrefix(path, "/api") {
				a = token.Do("GET", path, nil)
			}
			if strings.Contains(string(a.Body), marker) && a.Status == 200 && !(login == "zhongcai" && (strings.Contains(path, "/workbook") || strings.Contains(path, "/award"))) && !strings.Contains(path, "q="+marker) {
				t.Errorf("%s reads the notes at %s", login, path)
			}
		}
	}
	page := string(browser(s.Kit, "zhongcai").Do("GET", "/cases/"+s.ref+"/workbook", nil).Body)
	if !strings.Contains(page, "/view\">申1-01</a>") || !strings.Contains(page, `aria-current="page">阅卷笔记`) {
		t.Error("the page does not lead to the exhibit that is named")
	}
	waitForMessages(t, s.Kit)
	if strings.Contains(s.Log.String(), marker) {
		t.Error("the notes stand in the log")
	}
	for _, q := range []string{"select string_agg(convert_from(canonical, 'UTF8') || detail::text, ' ') from case_events", "select string_agg(args::text, ' ') from river_job",
		"select string_agg(k::text, ' ') from idempotency_keys k", "select string_agg(r::text, ' ') from reads r", "select string_agg(w::text, ' ') from workbooks w", "select string_agg(w::text, ' ') from award_drafts w", "select string_agg(w::text, ' ') from sessions w"} {
		if text := one(t, s.Kit, q); strings.Contains(text, marker) || strings.Contains(text, fmt.Sprintf("%x", marker)) {
			t.Errorf("the notes come out of: %s", q)
		}
	}
	if box, err := s.P.Desk.Outbox(context.Background()); err != nil || strings.Contains(fmt.Sprint(box), marker) {
		t.Errorf("the notes stand in a message, or %v", err)
	}
	s.awardIsMadeAndServed() // and archived
	for _, table := range []string{"award_drafts", "workbooks"} {
		if n := one(t, s.Kit, "select count(*)::text from "+table); n != "0" {
			t.Errorf("%s left after the archive: %s", table, n)
		}
	}
	if a := s.arbitrator.Do("POST", "/api/v1/cases/"+s.ref+"/workbook", j{"facts": "x"}); a.Code() != "archived" {
		t.Errorf("writing after the archive: %d %s", a.Status, a.Code())
	}
	verify(t, s.Kit)
}

// Two windows of one person do not write over each other: both texts stand side by side, with what differs marked.
func TestTwoWindowsOfNotes(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	b := browser(s.Kit, "zhongcai")
	at := "/cases/" + s.ref + "/workbook"
	send := func(draft, facts string) testkit.Answer {
		return b.Do("POST", at, url.Values{"_draft": {draft}, "_key": {testkit.NewKey()}, "facts": {facts}, "facts_to": {"own"}}.Encode(), "Content-Type", formed)
	}
	if a := send("0", "第一个窗口写三月工资。"); a.Status != 303 {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	a := send("0", "第一个窗口写四月工资。")
	for _, want := range []string{"另一个窗口", "第一个窗口写<mark>四</mark>月工资。", "第一个窗口写<mark>三</mark>月工资。", `name="_draft" value="1"`, "看过了，存我写的", `rows="8" maxlength="30000"`} {
		if a.Status != 409 || !strings.Contains(string(a.Body), want) {
			t.Errorf("the page (%d) lacks %s", a.Status, want)
		}
	}
	if a := send("1", "第一个窗口写四月工资。"); a.Status != 303 || s.book(s.arbitrator).Own.Facts != "第一个窗口写四月工资。" {
		t.Errorf("mine on top: %d", a.Status)
	}
}
