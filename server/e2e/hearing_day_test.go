package e2e

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// marked are names that stand in the cases of these tests and may stand on no public page.
var marked = []string{"马可名", "标记某厂", "仙居某某有限公司", "周立民", "应晓燕", "张三", "李四", "王五"}

// publicly reads every public address about hearings, as a page and as JSON.
func publicly(s *story) map[string]string {
	s.T.Helper()
	out := map[string]string{}
	for _, at := range []string{"/hearings", "/hearings?lang=en", "/hearings/today", "/hearings/today?lang=en", "/api/v1/hearings", "/api/v1/hearings/today"} {
		a := s.Nobody().Do("GET", at, nil)
		if a.Status != 200 {
			s.T.Fatalf("GET %s = %d %s", at, a.Status, a.Body)
		}
		out[at] = string(a.Body)
	}
	return out
}

// announcedOn finds the hearings of a day in the public list.
func announcedOn(s *story, day string) []casework.PublicHearing {
	s.T.Helper()
	var v casework.Announcement
	s.Nobody().Get("/api/v1/hearings", &v)
	for _, d := range v.Days {
		if d.On.String() == day {
			return d.Hearings
		}
	}
	return nil
}

// heardOn sets a hearing for a new case of one worker, with the notice served.
func (s *story) heardOn(name string, sitting j) string {
	s.T.Helper()
	ref := s.claimant(name, wages())
	s.arbitrator.Step(ref, "schedule-hearing", sitting)
	s.serveOn("hearing-notice", "2026-03-02")
	return ref
}

// Hearings of the coming two weeks are announced with day, hour, room, number and cause, and without anybody's name; of one
// that is not public only hour and room are told. What was put off says so; what ended is cancelled.
func TestHearingsAreAnnouncedWithoutAName(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Idle: true}))
	open := s.heardOn("马可名", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	shut := s.heardOn("张三", j{"hearing_on": "2026-03-16", "starts": "10:30", "place": "第一仲裁庭", "closed_for": "trade-secret"})
	far := s.heardOn("李四", j{"hearing_on": "2026-03-17", "starts": "10:30", "place": "第二仲裁庭"})
	ended := s.heardOn("王五", j{"hearing_on": "2026-03-16", "starts": "14:00", "place": "第二仲裁庭"})
	number := func(ref string) string { return s.intake.See(ref).Number }
	got := announcedOn(s, "2026-03-16")
	if len(got) != 3 || !got[0].Public || got[0].Number != number(open) || got[0].Cause == nil || got[0].State != casework.DayWaiting {
		t.Fatalf("16 March: %+v", got)
	}
	if h := got[1]; h != (casework.PublicHearing{Starts: "10:30", Place: "第一仲裁庭"}) {
		t.Errorf("one that is not public: %+v", h)
	}
	if got := announcedOn(s, "2026-03-17"); got != nil {
		t.Errorf("fifteen days ahead: %+v", got)
	}
	s.ref = ended
	s.intake.Step(ended, "ask-withdrawal", j{"settled": true})
	s.arbitrator.Step(ended, "propose-allow-withdrawal", nil)
	s.head.Step(ended, "allow-withdrawal", nil)
	s.arbitrator.Step(open, "schedule-hearing", j{"hearing_on": "2026-03-13", "starts": "15:00", "place": "第二仲裁庭"})
	if got := announcedOn(s, "2026-03-16"); got[0].State != casework.DayPutOff || got[2].State != casework.DayCancelled {
		t.Errorf("after both changes: %+v", got)
	}
	if got := announcedOn(s, "2026-03-13"); len(got) != 1 || got[0].State != casework.DayWaiting {
		t.Errorf("the new day: %+v", got)
	}
	s.Clock.At("2026-03-16 08:30")
	pages := publicly(s)
	for at, body := range pages {
		for _, name := range append(marked, open, shut, far, number(shut)) {
			if strings.Contains(body, name) {
				t.Errorf("%s says %s", at, name)
			}
		}
	}
	if !strings.Contains(pages["/hearings"], "不公开") || !strings.Contains(pages["/hearings"], number(far)) || !strings.Contains(pages["/hearings/today"], "不公开") {
		t.Error("the pages do not say what is public")
	}
	if got := announcedOn(s, "2026-03-13"); got != nil {
		t.Errorf("a day that is past: %+v", got)
	}
}

// Whoever has reference and query code gets the hearing into a calendar without an account. It names nobody, follows when
// the day is put off, and opens with no other secret.
func TestACalendarForAQueryCode(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Idle: true}))
	ref := s.heardOn("马可名", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	code := s.P.DB.Keys.QueryCode(ref, 1)
	var st casework.Status
	nobody := s.Nobody()
	nobody.Want(200, nobody.Do("POST", "/api/v1/status", j{"number": ref, "code": code}), &st)
	at, err := url.Parse(st.Calendar)
	if err != nil || !strings.HasPrefix(at.Path, "/feeds/case/"+ref+"-") {
		t.Fatalf("the address is %q", st.Calendar)
	}
	s.says(at.Path, ref+"-1@tiaocai", "STATUS:CONFIRMED", "DTSTART:20260316T010000Z", "LOCATION:第一仲裁庭")
	page := nobody.Do("POST", "/status", url.Values{"number": {ref}, "code": {code}}.Encode(), "Content-Type", formed)
	if !strings.Contains(string(page.Body), at.Path) {
		t.Error("the page has no link to the calendar")
	}
	s.nothingNewIs304(at.Path)
	s.arbitrator.Step(ref, "schedule-hearing", j{"hearing_on": "2026-03-18", "starts": "14:00", "place": "第二仲裁庭"})
	s.says(at.Path, ref+"-1@tiaocai", "STATUS:CANCELLED", "SEQUENCE:1")
	s.says(at.Path, ref+"-2@tiaocai", "STATUS:CONFIRMED", "DTSTART:20260318T060000Z")
	body := string(nobody.Do("GET", at.Path, nil).Body)
	for _, name := range marked {
		if strings.Contains(body, name) {
			t.Errorf("the calendar says %s", name)
		}
	}
	other := s.heardOn("张三", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第二仲裁庭"})
	for _, wrong := range []string{strings.Replace(at.Path, ref, other, 1), strings.Replace(at.Path, ref, "ABCDEFGH2345", 1), "/feeds/case/" + ref + "-.ics", "/feeds/case/" + ref + ".ics", strings.TrimSuffix(at.Path, ".ics"), "/feeds/case/x.ics"} {
		if a := nobody.Do("GET", wrong, nil); a.Status != 404 {
			t.Errorf("GET %s = %d", wrong, a.Status)
		}
	}
	execSQL(t, s.Kit, fmt.Sprintf("update cases set code_version = 2 where ref = '%s'", ref))
	if a := nobody.Do("GET", at.Path, nil); a.Status != 404 {
		t.Errorf("after a new query code: %d", a.Status)
	}
	if log := s.Log.String(); strings.Contains(log, strings.TrimSuffix(at.Path[len("/feeds/case/"):], ".ics")) {
		t.Error("the log has the address")
	}
}

// On the day, the lobby, the party's page and the public status tell the same: who is in the room, who is next, which place
// a case has and about when. Opening, ending and putting off move the queue.
func TestTheQueueOnTheHearingDay(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Idle: true}))
	at := func(starts string) j {
		return j{"hearing_on": "2026-03-16", "starts": starts, "place": "第一仲裁庭"}
	}
	first, second, mine := s.heardOn("张三", at("09:00")), s.heardOn("李四", at("10:30")), s.heardOn("马可名", at("11:00"))
	s.joins()
	elsewhere := s.heardOn("王五", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第二仲裁庭"})
	code := s.P.DB.Keys.QueryCode(mine, 1)
	is := func(when string, want string) {
		t.Helper()
		s.Clock.At("2026-03-16 " + when)
		var st casework.Status
		nobody := s.Nobody()
		nobody.Want(200, nobody.Do("POST", "/api/v1/status", j{"number": mine, "code": code}), &st)
		if st.Queue == nil || st.Queue.Says.ZH != want {
			t.Errorf("%s: the public status says %+v, want %s", when, st.Queue, want)
		}
		if v := s.worker.See(mine); v.Queue == nil || *v.Queue != *st.Queue {
			t.Errorf("%s: the worker reads %+v", when, v.Queue)
		}
		for _, page := range []string{s.page(s.worker, "/cases/"+mine), string(nobody.Do("POST", "/status", url.Values{"number": {mine}, "code": {code}}.Encode(), "Content-Type", formed).Body)} {
			if !strings.Contains(page, want) || st.Queue.Place > 0 && !strings.Contains(page, "估计") {
				t.Errorf("%s: a page does not say %s, or not that it is an estimate", when, want)
			}
		}
	}
	s.Clock.At("2026-03-15 09:00")
	if v := s.worker.See(mine); v.Queue != nil {
		t.Errorf("the day before: %+v", v.Queue)
	}
	is("08:30", "您排第 3，大约 11:00。")
	s.Clock.At("2026-03-16 10:00")
	s.arbitrator.Step(first, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	is("10:05", "您排第 2，大约 12:00。") // an hour late, and the second has half an hour
	var l casework.Lobby
	s.Nobody().Get("/api/v1/hearings/today", &l)
	room := l.Rooms[0]
	if len(l.Rooms) != 2 || len(room.Now) != 1 || room.Now[0].Number != s.intake.See(first).Number || len(room.Next) != 1 || room.Next[0].Number != s.intake.See(second).Number || room.Next[0].About != "11:30" || len(room.Then) != 1 || room.Then[0].Turn != 2 {
		t.Errorf("the lobby: %+v", l.Rooms)
	}
	s.arbitrator.Step(second, "schedule-hearing", j{"hearing_on": "2026-03-25", "starts": "09:00", "place": "第一仲裁庭"})
	is("10:10", "您排第 1，大约 11:30。")
	s.arbitrator.Step(first, "adjourn-hearing", j{"hearing_on": "2026-03-26", "starts": "09:00", "place": "第一仲裁庭"})
	is("10:20", "您排第 1，大约 11:00。")
	s.Clock.At("2026-03-16 11:04")
	s.arbitrator.Step(mine, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	is("11:05", "现在正在开您这个案件的庭。")
	s.recorder.Step(mine, "write-minutes", allPoints())
	s.arbitrator.Step(mine, "close-hearing", nil)
	is("11:40", "今天的庭已经开完。")
	page := s.Nobody().Do("GET", "/hearings/today", nil)
	if page.Header.Get("Refresh") != "60" || !strings.Contains(string(page.Body), "今天已结束 2 场") {
		t.Errorf("the screen: refreshed %q\n%s", page.Header.Get("Refresh"), page.Body)
	}
	if a := s.Nobody().Do("GET", "/hearings/today?still=true", nil); a.Header.Get("Refresh") != "" {
		t.Error("it cannot be held still")
	}
	s.Clock.Set("2026-03-17")
	if v := s.worker.See(mine); v.Queue != nil || v.State != workflows.Deliberating {
		t.Errorf("the day after: %+v", v.Queue)
	}
	if a := s.arbitrator.Step(elsewhere, "open-hearing", j{"on": "2026-03-16", "applicant_present": true, "respondent_present": true}); a.State != workflows.Hearing {
		t.Errorf("entered a day later: %s", a.State)
	}
	if got := one(t, s.Kit, "select string_agg((opened_at is null)::text, ' ' order by id) from hearings where opened_on is not null"); got != "false false true" {
		t.Errorf("without a moment: %s; want only the one entered later", got)
	}
	verify(t, s.Kit)
}
