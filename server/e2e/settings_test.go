package e2e

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"tiaocai/models"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
	"tiaocai/workflows/settings"
)

// The notice for 2027 is entered: what was provisional becomes firm, moves where it must, and says why.
func TestAHolidayNoticeMovesWhatItTouches(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-11-16"}))
	s.filedForArbitration()
	s.Clock.Set("2026-11-17")
	s.intake.Step(s.ref, "accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true})

	award := s.clock(workflows.AwardPeriod)
	if award.Due.String() != "2027-01-01" || !award.Provisional {
		t.Fatalf("before the notice the award is due %s, provisional %t", award.Due, award.Provisional)
	}
	waiting := s.proposed("/api/v1/settings/holidays", j{"year": 2027, "rest": "2027-01-01~2027-01-03\n2027-02-05~2027-02-11", "work": "2027-02-13", "source": "国办发明电〔2026〕10号"})
	if due := s.due(workflows.AwardPeriod); due != "2027-01-01" {
		t.Errorf("a notice that nobody approved moved the award to %s", due)
	}

	// who proposed it does not approve it, though the head otherwise may
	own := s.head.Do("POST", waiting+"/approve", j{})
	if own.Status != 409 || own.Code() != "own-proposal" || !strings.Contains(string(own.Body), "SD-1") {
		t.Errorf("approving one's own notice = %d %s", own.Status, own.Body)
	}
	if a := s.intake.Do("POST", waiting+"/approve", j{}); a.Status != 403 {
		t.Errorf("the registry approves: %d", a.Status)
	}
	if v := s.settings(s.director); len(v.Waiting) != 1 || v.Waiting[0].Own || !s.settings(s.head).Waiting[0].Own {
		t.Errorf("waiting: %+v", v.Waiting)
	}
	s.director.Want(200, s.director.Do("POST", waiting+"/approve", j{}), nil)
	if a := s.director.Do("POST", waiting+"/approve", j{}); a.Status != 409 || a.Code() != "setting-decided" {
		t.Errorf("approving twice = %d %s", a.Status, a.Code())
	}

	award = s.clock(workflows.AwardPeriod)
	if award.Due.String() != "2027-01-04" || award.Provisional {
		t.Fatalf("after the notice the award is due %s, provisional %t", award.Due, award.Provisional)
	}
	last := award.Working[len(award.Working)-1]
	if last.Date != award.Due || last.Law == nil || last.Law.Rule != "CC-203" || !strings.Contains(last.Says.ZH, "休息日") || !strings.Contains(last.Says.EN, "rest day") {
		t.Errorf("the award's last line is %+v", last)
	}
	s.kept(workflows.AwardPeriod, "2027-01-04 false")

	// whoever asks without a case gets the same day
	var got struct {
		Due         string
		Provisional bool
	}
	s.Nobody().Want(200, s.Nobody().Do("POST", "/api/v1/tools/period", j{"start": "2026-11-17", "n": 45, "unit": "natural_day"}), &got)
	if got.Due != "2027-01-04" || got.Provisional {
		t.Errorf("the tool says %+v", got)
	}
	v := s.settings(s.As("shenji"))
	if len(v.Log) != 2 || v.Log[0].Event != "approve-setting" || v.Log[1].Event != "propose-setting" || v.Now[0].Value != "2027" {
		t.Errorf("the log is %+v", v.Log)
	}
	verify(t, s.Kit)
	execSQL(t, s.Kit, "alter table commission_events disable trigger user", "update commission_events set event = 'decline-setting' where no = 2")
	var breaks []models.Break
	if err := s.P.DB.Reading(t.Context(), s.Clock.Now(), func(tx *models.Tx) error {
		_, _, err := models.VerifyChains(tx, func(b models.Break) { breaks = append(breaks, b) })
		return err
	}); err != nil || len(breaks) != 1 || breaks[0].Ref != "commission-1" || breaks[0].No != 2 {
		t.Errorf("a changed log: %v, %v", breaks, err)
	}
}

// How days are read changes for what begins after it, and the figures measure by the same.
func TestADayReadingHoldsFromItsDay(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.filedForArbitration()
	s.dueOn(workflows.AcceptancePeriod, "2026-03-09")
	approve := func(from, value string) {
		at := s.proposed("/api/v1/settings", j{"name": "r33_80_unit", "from": from, "value": value, "source": "仲裁委会议纪要〔2026〕2号"})
		s.director.Want(200, s.director.Do("POST", at+"/approve", j{}), nil)
	}
	approve("2026-03-03", "natural_day")
	s.dueOn(workflows.AcceptancePeriod, "2026-03-09") // it began the day before
	approve("2026-03-01", "natural_day")
	s.dueOn(workflows.AcceptancePeriod, "2026-03-09") // Saturday the 7th moves to Monday
	approve("2026-03-02", "working_day")
	s.dueOn(workflows.AcceptancePeriod, "2026-03-09")
	s.Clock.Set("2026-03-04")
	s.intake.Step(s.ref, "accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true})
	s.dueOn(workflows.CopyPeriod, "2026-03-09") // natural again from the 3rd: five days, not seven
	s.kept(workflows.CopyPeriod, "2026-03-09 false")
	s.serve("notice-to-respond", "direct", "2026-03-10")
	var n int
	for range 100 {
		if n, _ = counter(t, s.Kit, "2026-03-01", "C:l"); n == 1 {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if n != 1 {
		t.Errorf("a copy served after five natural days counts %d times as late", n)
	}
	figuresAgree(t, s.Kit)
}

// The minimum wage changes: a contract that ended before is reckoned with the old one.
func TestAMinimumWageHasItsDay(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-09-01"}))
	nobody := s.Nobody()
	severance := func(last string) (int, string) {
		a := nobody.Do("POST", "/api/v1/tools/claims/severance", j{"employed_from": "2025-01-01", "last_day": last, "average_wage": "2000", "city_average_wage": "8000"})
		_, rest, _ := strings.Cut(string(a.Body), `"amount":"`)
		sum, _, _ := strings.Cut(rest, `"`)
		return a.Status, sum
	}
	if status, _ := severance("2025-12-31"); status != 422 {
		t.Errorf("without a minimum wage = %d, want the field named", status)
	}
	for _, v := range [][2]string{{"2024-01-01", "2010"}, {"2026-07-01", "2260"}} {
		at := s.proposed("/api/v1/settings", j{"name": "minimum_wage", "from": v[0], "value": v[1], "source": "浙政发〔" + v[0][:4] + "〕1号"})
		s.director.Want(200, s.director.Do("POST", at+"/approve", j{}), nil)
	}
	for last, want := range map[string]string{"2025-12-31": "2010.00", "2026-08-31": "4520.00"} {
		if status, sum := severance(last); status != 200 || sum != want {
			t.Errorf("severance after %s = %d %s, want %s", last, status, sum, want)
		}
	}
	if v := s.settings(s.intake); v.MayApprove || !v.MayPropose || v.Now[2].Value != "2260" || v.Now[2].From.String() != "2026-07-01" {
		t.Errorf("the registry sees %+v", v.Now[2])
	}
}

// What cannot be is refused with its field, on the page as well, and changes nothing.
func TestSettingsThatCannotBe(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-11-16"}))
	good := j{"name": "minimum_wage", "from": "2027-01-01", "value": "2260", "source": "浙政发〔2026〕1号"}
	for field, v := range map[string]any{"name": "horoscope", "from": "2029-01-01", "value": "-1", "source": ""} {
		body := j{}
		for k, x := range good {
			body[k] = x
		}
		body[field] = v
		if a := s.head.Do("POST", "/api/v1/settings", body); a.Status != 422 || !strings.Contains(string(a.Body), `"`+field+`"`) {
			t.Errorf("%s = %v: %d %s", field, v, a.Status, a.Body)
		}
	}
	for field, v := range map[string]j{
		"rest": {"year": 2027, "rest": "2026-01-01~2027-01-03", "source": "国办发明电"}, "work": {"year": 2027, "rest": "2027-01-01", "work": "2027-02-15", "source": "国办发明电"},
		"year": {"year": 2028, "rest": "2028-01-03", "source": "国办发明电"},
	} {
		if a := s.head.Do("POST", "/api/v1/settings/holidays", v); a.Status != 422 || !strings.Contains(string(a.Body), `"`+field+`"`) {
			t.Errorf("%v: %d %s", v, a.Status, a.Body)
		}
	}
	at := s.proposed("/api/v1/settings", good)
	if a := s.intake.Do("POST", "/api/v1/settings", good); a.Status != 409 || a.Code() != "setting-waits" {
		t.Errorf("proposed twice = %d %s", a.Status, a.Body)
	}
	s.director.Want(200, s.director.Do("POST", at+"/decline", j{"reason": "文号不对"}), nil)
	if v := s.settings(s.head); len(v.Waiting) != 0 || v.Decided[0].State != "declined" || v.Decided[0].Reason != "文号不对" || v.Now[2].Value != "" {
		t.Errorf("declined: %+v", v.Decided)
	}
	if a := s.worker.Do("GET", "/api/v1/settings", nil); a.Status != 403 {
		t.Errorf("a worker sees the settings: %d", a.Status)
	}

	// the same on the page, in both languages
	head, director := browser(s.Kit, "yuanzhang"), browser(s.Kit, "zhuren")
	body := string(head.Do("GET", "/settings?lang=en", nil, "Accept", "text/html").Body)
	for _, want := range []string{"Propose a value", "Minimum monthly wage", "not entered yet", "Declined"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	form := url.Values{"_key": {testkit.NewKey()}, "year": {"2027"}, "rest": {"2027-01-01~2027-01-03"}, "source": {"国办发明电〔2026〕10号"}}
	if a := post(head, "/settings/holidays", form); a.Status != 303 {
		t.Fatalf("the form = %d\n%s", a.Status, a.Body)
	}
	id := s.settings(s.head).Waiting[0].ID
	if a := post(head, fmt.Sprintf("/settings/%d/approve", id), url.Values{"_key": {testkit.NewKey()}}); a.Status != 409 || !strings.Contains(string(a.Body), "Whoever proposed this") {
		t.Errorf("one's own on the page = %d", a.Status)
	}
	if a := post(director, fmt.Sprintf("/settings/%d/approve", id), url.Values{"_key": {testkit.NewKey()}}); a.Status != 303 {
		t.Errorf("approved on the page = %d", a.Status)
	}
	if v := s.settings(s.head); v.Now[0].Name != settings.HolidayNotice || v.Now[0].Value != "2027" {
		t.Errorf("the day table reaches to %s", v.Now[0].Value)
	}
}

func (s *story) filedForArbitration() {
	s.T.Helper()
	var done casework.Done
	s.worker.Want(200, s.worker.Do("POST", "/api/v1/cases", j{
		"ask": "arbitration", "town": "福应街道", "cause": "A03", "facts": "拖欠工资。",
		"applicants":  []j{{"kind": "worker", "name": "林小芬", "id_number": "110101199003070310", "phone": "13857612345", "address": "浙江省仙居县福应街道1号", "e_service": true}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某医药化工机械有限公司", "phone": "0576-87770001", "address": "浙江省仙居县经济开发区2号"}},
		"claims":      []j{{"code": "M01", "amount": "18600.00", "period_from": "2026-01-01", "period_to": "2026-02-28"}},
	}), &done)
	s.ref, s.code = done.Ref, done.QueryCode
}

// proposed lets the head propose, and is the address of the proposal.
func (s *story) proposed(path string, body j) string {
	s.T.Helper()
	var done casework.SettingDone
	s.head.Want(200, s.head.Do("POST", path, body), &done)
	return fmt.Sprintf("/api/v1/settings/%d", done.ID)
}

func (s *story) settings(c *testkit.Client) (v casework.SettingsView) {
	s.T.Helper()
	c.Get("/api/v1/settings", &v)
	return v
}

func (s *story) clock(p workflows.Period) casework.ClockView {
	s.T.Helper()
	for _, c := range s.intake.See(s.ref).Clocks {
		if c.Period == p {
			return c
		}
	}
	s.T.Fatalf("no clock %s", p)
	return casework.ClockView{}
}

// kept waits until the lists know what the case's page says at once.
func (s *story) kept(p workflows.Period, want string) {
	s.T.Helper()
	var got string
	for range 200 {
		if got = one(s.T.(*testing.T), s.Kit, "select due_on || ' ' || provisional from clocks where period = $1", string(p)); got == want {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	s.T.Errorf("the lists have %s %s, want %s", p, got, want)
}

func post(b *testkit.Client, path string, form url.Values) testkit.Answer {
	return b.Do("POST", path, form.Encode(), "Content-Type", formed)
}
