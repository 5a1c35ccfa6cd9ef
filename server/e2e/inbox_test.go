package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// unread is what the menu tells somebody.
func unread(c *testkit.Client) int {
	c.Kit.T.Helper()
	var me casework.Me
	c.Get("/api/v1/me", &me)
	return me.Unread
}

// A message is unread until its owner has opened the box or the case; the menu counts them, the box has them by day and case.
// Nobody else's reading counts, and marking what was seen leaves what came later.
func TestUnreadMessages(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Idle: true}))
	a := s.claimant("马可名", wages())
	s.joins()
	b := s.claimant("张三", wages())
	s.joins()
	if n := unread(s.worker); n != 0 {
		t.Fatalf("before anything happened: %d", n)
	}
	for _, ref := range []string{a, b} {
		s.arbitrator.Step(ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	}
	if n := unread(s.worker); n != 2 {
		t.Errorf("two hearings were set: %d unread", n)
	}
	for _, c := range []*testkit.Client{s.intake, s.arbitrator, s.employer} {
		if n := unread(c); n != 0 {
			t.Errorf("%s has %d unread", c.Login, n)
		}
	}
	s.intake.See(a)
	s.arbitrator.See(a)
	if n := unread(s.worker); n != 2 {
		t.Errorf("others opened the case: %d unread", n)
	}
	if page := s.page(s.worker, "/work"); !strings.Contains(page, ">消息 2</a>") {
		t.Error("the menu does not count")
	}
	s.worker.See(a)
	if n := unread(s.worker); n != 1 {
		t.Errorf("one case was opened: %d unread", n)
	}
	page := s.page(s.worker, "/messages")
	if strings.Count(page, "<b>新</b>") != 1 || !strings.Contains(page, ">消息</a>") || strings.Count(page, "<h3>") != 2 || !strings.Contains(page, "1 条是新的") {
		t.Errorf("the box:\n%s", page)
	}
	if page := s.page(s.worker, "/messages"); strings.Contains(page, "<b>新</b>") {
		t.Error("what was seen is new again")
	}
	s.arbitrator.Step(a, "schedule-hearing", j{"hearing_on": "2026-03-18", "starts": "09:00", "place": "第一仲裁庭"})
	last := one(t, s.Kit, "select max(id) from messages where account_id is not null")
	s.arbitrator.Step(b, "schedule-hearing", j{"hearing_on": "2026-03-18", "starts": "09:00", "place": "第一仲裁庭"})
	var left casework.UnreadCount
	s.worker.Want(200, s.worker.Do("POST", "/api/v1/messages/read", `{"up_to":`+last+`}`), &left)
	if left.Unread != 1 || unread(s.worker) != 1 {
		t.Errorf("up to the first: %+v", left)
	}
	s.employer.Want(200, s.employer.Do("POST", "/api/v1/messages/read", j{}), nil)
	if n := unread(s.worker); n != 1 {
		t.Errorf("somebody else marked theirs: %d", n)
	}
	in := browser(s.Kit, "worker")
	if r := in.Do("POST", "/messages/read", "_key=k0123456789", "Content-Type", formed); r.Status != 303 || r.Header.Get("Location") != "/messages" {
		t.Errorf("the button = %d %s", r.Status, r.Header.Get("Location"))
	}
	if n := unread(s.worker); n != 0 {
		t.Errorf("all were marked: %d", n)
	}
	if r := s.Nobody().Do("POST", "/api/v1/messages/read", j{}); r.Status != 401 {
		t.Errorf("nobody's box: %d", r.Status)
	}
	execSQL(t, s.Kit, "insert into messages (commission_id, case_id, event_no, name, account_id, channel, body, state, queued_at) select m.commission_id, m.case_id, 1, 'received', m.account_id, 'box', m.body, 'sent', now() from messages m, generate_series(1, 150) where m.id = "+last)
	var me casework.Me
	if s.worker.Get("/api/v1/me", &me); me.Unread != 100 || !me.Many {
		t.Errorf("150 are unread: %+v", me.UnreadCount)
	}
	if page := s.page(s.worker, "/messages"); !strings.Contains(page, ">消息 50</a>") || !strings.Contains(page, "全部标为已读") {
		t.Error("a hundred were shown, fifty wait, and there is no button")
	}
}
