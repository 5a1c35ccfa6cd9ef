package e2e

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// The worker follows the case from acceptance to payment: each time the page says in plain words where
// it stands, whose turn it is and when it is likely to be done.
func TestTheWorkerFollowsTheirCase(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.workerAsksForAdvice()
	s.mediationIsTriedAndFails()
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()

	s.reads("案件立了。", "正在安排由谁来审理", "近十二个月办结的案件太少（0 件")
	s.aYearOfCases(30, 45)
	s.Clock.Set("2026-03-14") // the count of yesterday is not kept
	s.reads("大概什么时候办结", "这是估计，不是期限", "30 件，不含移送和撤销的")
	if e := s.intake.See(s.ref).Expected; e == nil || e.TooFew || e.Cases != 30 || e.Median != 30 || e.Most != 39 {
		t.Errorf("expected = %+v", e)
	}
	s.publicBudget()

	s.evidenceComesIn()
	s.heldUpToTheHearing()
	s.whoOpened()
	s.reads("庭开完了", "仲裁庭正在写裁决书")
	s.awardIsMadeAndServed()
	s.reads("案件办完了", "文书正在送达")
	if v := s.worker.See(s.ref); v.Expected != nil {
		t.Errorf("a closed case is still expected to close: %+v", v.Expected)
	}
	s.Clock.Set("2026-05-06")
	s.worker.Step(s.ref, "record-payment", j{"result": "part", "amount": "10000.00"})
	s.reads("10,000.00")
}

// reads fails unless the worker's page says all of it.
func (s *story) reads(want ...string) {
	s.T.Helper()
	page := s.page(s.worker, "/cases/"+s.ref)
	for _, w := range want {
		if !strings.Contains(page, w) {
			s.T.Errorf("the worker's page does not say %s", w)
		}
	}
	if !strings.Contains(page, `<body class="read"`) || strings.Contains(page, "副卷") {
		s.T.Error("the worker reads the page of staff")
	}
}

// aYearOfCases puts n closed cases on record: the longest took most days, each other one a day less.
func (s *story) aYearOfCases(n, most int) {
	s.T.Helper()
	for i := range n {
		execSQL(s.T, s.Kit, fmt.Sprintf(`insert into cases (commission_id, ref, state, state_since, created_at, opened_on, accepted_on, closed_on, mode, cause, open)
			select commission_id, 'TESTCASEAA%c%c', 'closed', date '2026-01-30', now(), date '2026-01-30' - %d, date '2026-01-30' - %d, '2026-01-30', 'MEDIATED', '', false from cases where ref = '%s'`, 'A'+i/6, '2'+i%6, most-i, most-i, s.ref))
	}
}

// heldUpToTheHearing is the hearing as the worker sees it come.
func (s *story) heldUpToTheHearing() {
	s.T.Helper()
	s.hearingIsSet()
	s.reads("请按通知的时间、地点到庭", "带什么", "hearing.ics", `href="geo:0,0?q=`)

	file := s.page(s.worker, "/cases/"+s.ref+"/hearing.ics")
	if !strings.Contains(file, "DTSTART:20260330T010000Z\r\n") || strings.Contains(file, "林小芬") || strings.Contains(file, "医药化工") {
		s.T.Errorf("the calendar file: %s", file)
	}
	if a := browser(s.Kit, "zhongcai2").Do("GET", "/cases/"+s.ref+"/hearing.ics", nil); a.Status != 404 {
		s.T.Errorf("a stranger gets the hearing: %d", a.Status)
	}
	if a := s.Nobody().Do("GET", "/cases/"+s.ref+"/hearing.ics", nil); strings.Contains(string(a.Body), "BEGIN:VCALENDAR") {
		s.T.Errorf("nobody gets the hearing: %d", a.Status)
	}
	s.heardOnTheDay()
}

// hearingIsSet forms the tribunal and tells both sides of the day.
func (s *story) hearingIsSet() {
	s.T.Helper()
	s.Clock.Set("2026-03-16")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭"})
	s.serve("hearing-notice", "direct", "2026-03-18")
}

func (s *story) heardOnTheDay() {
	s.T.Helper()
	s.Clock.Set("2026-03-30")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true, "present": []string{"林小芬", "张某"}})
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
}

var fetched = regexp.MustCompile(`<(?:link|script|img|source|iframe)\b[^>]*(?:href|src)="([^"]+)"`)

// publicBudget: the public status page comes with everything it fetches in at most five requests and
// 100 KB as transferred, from this host alone.
func (s *story) publicBudget() {
	s.T.Helper()
	nobody := s.Nobody()
	form := url.Values{"number": {s.ref}, "code": {s.code}}.Encode()
	a := nobody.Do("POST", "/status", form, "Content-Type", formed)
	if a.Status != 200 || !strings.Contains(string(a.Body), "大概什么时候办结") {
		s.T.Fatalf("the status page = %d %s", a.Status, a.Body)
	}
	bytes, requests := len(a.Body), 1
	seen := map[string]bool{}
	for _, m := range fetched.FindAllStringSubmatch(string(a.Body), -1) {
		if seen[m[1]] {
			continue
		}
		seen[m[1]] = true
		if !strings.HasPrefix(m[1], "/") || strings.HasPrefix(m[1], "//") {
			s.T.Errorf("the page fetches %s from elsewhere", m[1])
			continue
		}
		f := nobody.Do("GET", m[1], nil, "Accept-Encoding", "gzip")
		if f.Status != 200 || strings.HasSuffix(m[1], ".css") && f.Header.Get("Content-Encoding") != "gzip" {
			s.T.Errorf("%s = %d, %s", m[1], f.Status, f.Header.Get("Content-Encoding"))
		}
		bytes, requests = bytes+len(f.Body), requests+1
	}
	if bytes > 100_000 || requests > 5 || requests < 2 {
		s.T.Errorf("the status page: %d bytes in %d requests", bytes, requests)
	}
	s.T.Logf("the status page: %d bytes in %d requests", bytes, requests)
}

// whoOpened: a party reads who of the commission opened the file, themselves as "you" and the other side
// without a name; what the tribunal keeps to itself is not listed.
func (s *story) whoOpened() {
	s.T.Helper()
	s.employerJoins()
	s.employer.See(s.ref)
	s.arbitrator.See(s.ref)
	var d casework.Deliberation
	s.arbitrator.Get("/api/v1/cases/"+s.ref+"/deliberation", &d)
	said := func(list []casework.ReaderView) (all string) {
		for _, r := range list {
			all += r.Who + r.Side.ZH + " " + r.Subject + "\n"
		}
		return all
	}
	mine, staff := said(s.worker.See(s.ref).Readers), said(s.intake.See(s.ref).Readers)
	for _, want := range []string{"您 case", "对方 case", "周立民 case"} {
		if !strings.Contains(mine, want) {
			s.T.Errorf("the worker does not read %q:\n%s", want, mine)
		}
	}
	if strings.Contains(mine, "deliberation") || strings.Contains(mine, "notes") || strings.Contains(mine, "林小芬") {
		s.T.Errorf("the worker reads too much:\n%s", mine)
	}
	if !strings.Contains(staff, "林小芬 case") || !strings.Contains(staff, "deliberation") {
		s.T.Errorf("staff do not read it all:\n%s", staff)
	}
	s.reads("谁看过您的案卷", "对方 案卷")
}
