package e2e

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// subscribes makes a feed for somebody; its path is what a calendar keeps.
func subscribes(c *testkit.Client) string {
	c.Kit.T.Helper()
	var f casework.FeedGiven
	c.Want(200, c.Do("POST", "/api/v1/me/feed", j{}), &f)
	at, err := url.Parse(f.Address)
	if err != nil || !regexp.MustCompile(`^/feeds/[2-9A-Z]{48}\.ics$`).MatchString(at.Path) {
		c.Kit.T.Fatalf("the address is %s (%v)", f.Address, err)
	}
	return at.Path
}

// event is one event of a feed, its lines unfolded.
type event map[string]string

// calendarAt reads a feed as a calendar does, signed in as nobody.
func (s *story) calendarAt(path string) map[string]event {
	s.T.Helper()
	a := s.Nobody().Do("GET", path, nil)
	if a.Status != 200 || a.Header.Get("Content-Type") != "text/calendar; charset=utf-8" {
		s.T.Fatalf("the feed = %d %s", a.Status, a.Body)
	}
	all := map[string]event{}
	for _, text := range strings.Split(strings.ReplaceAll(string(a.Body), "\r\n ", ""), "BEGIN:VEVENT\r\n")[1:] {
		e := event{}
		for _, l := range strings.Split(text, "\r\n") {
			name, value, _ := strings.Cut(l, ":")
			e[name] = value
		}
		all[e["UID"]] = e
	}
	return all
}

// says fails unless the feed has this event with these values, as "STATUS:CONFIRMED".
func (s *story) says(path, uid string, want ...string) {
	s.T.Helper()
	e := s.calendarAt(path)[uid]
	for _, w := range want {
		if name, value, _ := strings.Cut(w, ":"); e[name] != value {
			s.T.Errorf("%s of %s is %q, want %q: %v", name, uid, e[name], value, e)
		}
	}
}

func (s *story) gone(path string) {
	s.T.Helper()
	for _, method := range []string{"GET", "HEAD"} {
		if a := s.Nobody().Do(method, path, nil); a.Status != 404 || strings.Contains(string(a.Body), "VCALENDAR") {
			s.T.Errorf("%s of an address that ended = %d %s", method, a.Status, a.Body)
		}
	}
}

// hearing brings a case after a mediation that failed to its first hearing day.
func (s *story) hearing() (arbitrators []casework.Choice, clerk int64) {
	s.T.Helper()
	s.workerAsksForAdvice()
	s.mediationIsTriedAndFails()
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()
	s.evidenceComesIn()
	s.Clock.Set("2026-03-16")
	ch := s.head.See(s.ref).Choices
	clerk = idOf(ch.Recorders, "应晓燕")
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": clerk})
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭"})
	return ch.Arbitrators, clerk
}

// An arbitrator's own calendar follows their hearings: set, put off, handed to somebody else. It is told what changed
// and what did not, and never about a case in which the arbitrator does not stand.
func TestACalendarFollowsTheHearings(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	mine, theirs := subscribes(s.arbitrator), subscribes(s.stranger)
	if got := s.calendarAt(mine); len(got) != 0 {
		t.Errorf("before there is a hearing: %v", got)
	}
	arbitrators, clerk := s.hearing()
	first, second := s.ref+"-1@tiaocai", s.ref+"-2@tiaocai"
	number := s.arbitrator.See(s.ref).Number
	s.says(mine, first, "SEQUENCE:0", "STATUS:CONFIRMED", "DTSTART:20260330T010000Z", "LOCATION:第一仲裁庭", "SUMMARY:开庭 "+number)
	s.says(mine+"?lang=en", first, "SUMMARY:Hearing "+number)
	if e := s.calendarAt(mine)[first]; !strings.HasSuffix(e["DESCRIPTION"], "/cases/"+s.ref) || !strings.HasSuffix(e["URL"], "/cases/"+s.ref) {
		t.Errorf("no way to the case: %v", e)
	}
	s.nothingNewIs304(mine)

	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-04-08", "starts": "14:30", "place": "第二仲裁庭"})
	s.says(mine, first, "SEQUENCE:1", "STATUS:CANCELLED", "DTSTART:20260330T010000Z")
	s.says(mine, second, "SEQUENCE:0", "STATUS:CONFIRMED", "DTSTART:20260408T063000Z", "LOCATION:第二仲裁庭")
	for who, path := range map[string]string{"recorder": subscribes(s.recorder), "worker": subscribes(s.worker)} {
		if got := s.calendarAt(path); len(got) != 2 || got[second]["STATUS"] != "CONFIRMED" {
			t.Errorf("%s: %v", who, got)
		}
	}
	// the mediator stood in the case, the head watches over it, another arbitrator has nothing to do with it
	for who, path := range map[string]string{"mediator": subscribes(s.mediator), "head": subscribes(s.head), "another arbitrator": theirs} {
		if got := s.calendarAt(path); len(got) != 0 {
			t.Errorf("%s: %v", who, got)
		}
	}

	s.employerJoins()
	s.employer.Step(s.ref, "ask-recusal", j{"seat": s.seatOf("sole"), "ground": "party-or-relative", "reason": "仲裁员是申请人的表兄。"})
	s.director.Step(s.ref, "decide-recusal", j{"result": "granted", "form": "written", "reason": "经核实属实。"})
	if got := s.calendarAt(mine); len(got) != 0 {
		t.Errorf("who lost the case still reads it: %v", got)
	}
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(arbitrators, one(t, s.Kit, "select name from accounts where login = 'zhongcai2'"))}, "recorder": clerk})
	s.says(theirs, second, "STATUS:CONFIRMED")
}

// nothingNewIs304: a calendar that asks again is told that nothing changed, by whichever form of the tag; a feed
// may be kept by its reader alone.
func (s *story) nothingNewIs304(path string) {
	s.T.Helper()
	a := s.Nobody().Do("GET", path, nil)
	tag := a.Header.Get("ETag")
	if kept := a.Header.Get("Cache-Control"); !strings.HasPrefix(kept, "private") || len(tag) < 10 {
		s.T.Errorf("kept by %q, tag %q", kept, tag)
	}
	for _, have := range []string{tag, `"another", ` + strings.TrimPrefix(tag, "W/"), "*"} {
		if again := s.Nobody().Do("GET", path, nil, "If-None-Match", have); again.Status != 304 || len(again.Body) != 0 || again.Header.Get("ETag") != tag {
			s.T.Errorf("asked again with %s = %d %q", have, again.Status, again.Body)
		}
	}
	for at, have := range map[string]string{path: `"another"`, path + "?lang=en": tag} {
		if other := s.Nobody().Do("GET", at, nil, "If-None-Match", have); other.Status != 200 {
			s.T.Errorf("another tag = %d", other.Status)
		}
	}
	if h := s.Nobody().Do("HEAD", path, nil); h.Status != 200 || h.Header.Get("ETag") != tag {
		s.T.Errorf("HEAD = %d", h.Status)
	}
}

// A day whose case has ended is called off; what is past a month leaves the feed. A hearing that was held stays as it was.
func TestAFeedCallsOffWhatEnded(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Idle: true}))
	atTribunal(s)
	path := subscribes(s.arbitrator)
	uid := s.ref + "-1@tiaocai"
	s.says(path, uid, "SEQUENCE:0", "STATUS:CONFIRMED")
	s.intake.Step(s.ref, "ask-withdrawal", j{"settled": true})
	s.arbitrator.Step(s.ref, "propose-allow-withdrawal", nil)
	s.head.Step(s.ref, "allow-withdrawal", nil)
	s.says(path, uid, "SEQUENCE:1", "STATUS:CANCELLED")
	atTribunal(s)
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.arbitrator.Step(s.ref, "adjourn-hearing", j{"hearing_on": "2026-04-10", "starts": "09:00", "place": "第一仲裁庭"})
	s.says(path, s.ref+"-1@tiaocai", "SEQUENCE:0", "STATUS:CONFIRMED")
	s.says(path, s.ref+"-2@tiaocai", "SEQUENCE:0", "STATUS:CONFIRMED", "DTSTART:20260410T010000Z")
	s.Clock.Set("2026-04-15")
	if got := s.calendarAt(path); len(got) != 3 {
		t.Errorf("after thirty days: %v", got)
	}
	s.Clock.Set("2026-04-16")
	if got := s.calendarAt(path); len(got) != 1 || got[s.ref+"-2@tiaocai"] == nil {
		t.Errorf("after more than thirty days: %v", got)
	}
}

// The address is the only key: shown once, kept nowhere, renewed and switched off at once, and worth nothing when its
// account is locked or holds no role any more.
func TestTheAddressOfAFeedIsASecret(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	s.hearing()
	in := browser(s.Kit, "zhongcai")
	press := func(path string) testkit.Answer {
		return in.Do("POST", path, "_key=k0123456789abcdef", "Content-Type", formed)
	}
	if page := s.page(s.arbitrator, "/account"); !strings.Contains(page, "生成订阅地址") || !strings.Contains(page, "谁有订阅地址，谁就不用登录") {
		t.Error("the page does not offer a feed, or does not say who can read it")
	}
	a := press("/account/feed")
	address := regexp.MustCompile(`/feeds/[2-9A-Z]{48}\.ics`)
	first := address.FindString(string(a.Body))
	if a.Status != 200 || first == "" {
		t.Fatalf("making it on the page = %d %s", a.Status, a.Body)
	}
	if page := string(in.Do("GET", "/account", nil).Body); address.MatchString(page) || !strings.Contains(page, "已经开通") || !strings.Contains(page, "换一个地址") {
		t.Error("the address is shown again, or the page does not say that there is one")
	}
	reads := one(t, s.Kit, "select count(*) from reads")
	s.calendarAt(first)
	if now := one(t, s.Kit, "select count(*) from reads"); now != reads {
		t.Errorf("reading the feed opened a file: %s, then %s", reads, now)
	}
	body := string(s.Nobody().Do("GET", first, nil).Body)
	for _, name := range []string{"林小芬", "医药化工", "周立民", "单位只肯付一半", "拖欠工资"} {
		if strings.Contains(body, name) {
			t.Errorf("the feed says %s", name)
		}
	}

	second := address.FindString(string(press("/account/feed").Body))
	s.gone(first)
	s.calendarAt(second)
	if a := press("/account/feed/end"); a.Status != 303 {
		t.Errorf("switching it off on the page = %d %s", a.Status, a.Body)
	}
	s.gone(second)
	var state casework.FeedState
	s.arbitrator.Get("/api/v1/me/feed", &state)
	if state.On {
		t.Error("it is still on")
	}
	third := subscribes(s.arbitrator)
	s.arbitrator.Want(200, s.arbitrator.Do("POST", "/api/v1/me/feed/end", j{}), &state)
	s.gone(third)

	fourth := subscribes(s.arbitrator)
	s.gone(strings.ToLower(fourth))
	s.gone(strings.TrimSuffix(fourth, ".ics"))
	s.gone("/feeds/.ics")
	execSQL(t, s.Kit, "update accounts set disabled = true where login = 'zhongcai'")
	s.gone(fourth)
	execSQL(t, s.Kit, "update accounts set disabled = false where login = 'zhongcai'")
	s.calendarAt(fourth)
	execSQL(t, s.Kit, "update roles set revoked_at = now() where account_id = (select id from accounts where login = 'zhongcai')")
	s.gone(fourth)

	s.Nobody().Do("POST", fourth, j{}, "Sec-Fetch-Site", "cross-site")
	s.Nobody().Do("GET", fourth+"/more", nil)
	execSQL(t, s.Kit, "alter table feeds rename to feeds_away")
	if a := s.Nobody().Do("GET", fourth, nil); a.Status != 500 {
		t.Errorf("without its table = %d", a.Status)
	}
	for range 110 { // all in one moment
		s.Clock.Set("2026-03-16")
		s.Nobody().Do("GET", "/feeds/none.ics", nil)
	}
	s.Clock.Set("2026-03-16")
	if a := s.Nobody().Do("GET", fourth, nil); a.Status != 429 || a.Header.Get("Retry-After") != "1" {
		t.Errorf("too many at once = %d", a.Status)
	}
	log := s.Log.String()
	if !strings.Contains(log, "/feeds/:file") {
		t.Error("the log does not know the route")
	}
	for _, path := range []string{first, second, third, fourth} {
		if secret := strings.TrimSuffix(strings.TrimPrefix(path, "/feeds/"), ".ics"); strings.Contains(log, secret) || strings.Contains(log, secret[:20]) {
			t.Errorf("the log has the address %s", path)
		}
	}
	if n := one(t, s.Kit, "select count(*) from idempotency_keys where route like '%feed%'"); n != "0" {
		t.Errorf("%s answers with an address are kept to be given again", n)
	}
}
