package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// hearings are the days on which somebody's calendar has this case, in a month.
func (s *story) hearings(c *testkit.Client, on string) (days []string) {
	s.T.Helper()
	var v casework.Calendar
	c.Get("/api/v1/calendar?span=month&on="+on, &v)
	n := 0
	for _, d := range v.Days {
		n += len(d.Hearings)
		for _, h := range d.Hearings {
			if h.Ref == s.ref {
				days = append(days, d.On.String()+" "+h.Starts)
			}
		}
	}
	if n != v.N {
		s.T.Errorf("the calendar counts %d hearings and shows %d", v.N, n)
	}
	return days
}

// A hearing stands in the calendars of those who sit, keep the record, come or watch over the court; of nobody else. A day
// that was put off goes, and the new one comes. Weeks begin on Monday, rest days follow the holiday notice.
func TestAHearingStandsInTheCalendar(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	s.filedForArbitration()
	s.Clock.Set("2026-03-12")
	s.intake.Step(s.ref, "accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true})
	s.serve("notice-to-respond", "direct", "2026-03-13")
	s.Clock.Set("2026-03-16")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	if got := s.hearings(s.arbitrator, "2026-03-16"); len(got) != 0 {
		t.Errorf("a hearing before there is one: %v", got)
	}
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭"})
	for name, c := range map[string]*testkit.Client{"arbitrator": s.arbitrator, "recorder": s.recorder, "worker": s.worker, "head": s.head, "registry": s.intake} {
		if got := s.hearings(c, "2026-03-05"); len(got) != 1 || got[0] != "2026-03-30 09:00" {
			t.Errorf("%s: %v", name, got)
		}
	}
	for _, login := range []string{"zhongcai2", "shuji2", "tiaojie", "guanli"} {
		if got := s.hearings(s.As(login), "2026-03-05"); len(got) != 0 {
			t.Errorf("%s sees %v", login, got)
		}
	}
	if a := s.As("ducha").Do("GET", "/api/v1/calendar", nil); a.Status != 403 {
		t.Errorf("supervision: %d", a.Status)
	}
	page := s.page(s.arbitrator, "/calendar?on=2026-04-01")
	if !strings.Contains(page, "第一仲裁庭") || !strings.Contains(page, `datetime="2026-03-30"`) || !strings.Contains(page, `datetime="2026-04-05"`) || strings.Contains(page, `datetime="2026-04-06"`) {
		t.Errorf("the week of 1 April:\n%s", page)
	}
	if !strings.Contains(page, `href="/calendar?on=2026-03-23&amp;list=own&amp;span=week"`) {
		t.Error("no way to the week before")
	}
	var week casework.Calendar
	s.head.Get("/api/v1/calendar?on=2026-05-09&span=week", &week)
	if week.First.String() != "2026-05-04" || !week.Days[5].Working || week.Days[6].Working || week.Days[0].Working {
		t.Errorf("the week of a working Saturday: %+v", week)
	}
	var next casework.Calendar
	s.head.Get("/api/v1/calendar?on=2027-06-01", &next)
	if !next.Days[0].Guessed {
		t.Error("2027 is not said to be guessed")
	}
	if a := s.head.Do("GET", "/api/v1/calendar?span=year", nil); a.Status != 422 {
		t.Errorf("a year: %d", a.Status)
	}
	if a := s.head.Do("GET", "/api/v1/calendar?on=2026-02-30", nil); a.Status != 422 && a.Status != 400 {
		t.Errorf("30 February: %d", a.Status)
	}
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-04-08", "starts": "14:30", "place": "第二仲裁庭"})
	if got := s.hearings(s.arbitrator, "2026-03-05"); len(got) != 0 {
		t.Errorf("the day that was put off: %v", got)
	}
	if got := s.hearings(s.arbitrator, "2026-04-05"); len(got) != 1 || got[0] != "2026-04-08 14:30" {
		t.Errorf("the new day: %v", got)
	}
}
