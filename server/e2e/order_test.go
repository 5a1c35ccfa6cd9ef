package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// through reads a list to its end, three at a time, as people go through it page by page.
func through(c *testkit.Client, query string) (rows []casework.DocketRow) {
	c.Kit.T.Helper()
	after, pages := "", 0
	for {
		var d casework.Docket
		c.Get("/api/v1/cases?limit=3&"+query+"&after="+after, &d)
		rows = append(rows, d.Rows...)
		if pages++; d.Next == "" || pages > 20 {
			if len(rows) != d.Total {
				c.Kit.T.Errorf("%s: %d rows in all pages, total %d", query, len(rows), d.Total)
			}
			return rows
		}
		after = d.Next
	}
}

// A list is sorted by what is due, by the hearing to come or by the number: 9 before 10, what has none last, what is
// done after what is open. Each order is paged by its own key, in every list, and stays in the address.
func TestAListIsSorted(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	atTribunal(s)
	held := s.ref
	atTribunal(s)
	late := s.ref
	s.arbitrator.Step(late, "schedule-hearing", j{"hearing_on": "2026-03-26", "starts": "09:00", "place": "第一仲裁庭"})
	atTribunal(s)
	soon := s.ref
	s.arbitrator.Step(soon, "schedule-hearing", j{"hearing_on": "2026-03-18", "starts": "09:00", "place": "第一仲裁庭"})
	unnumbered := file(s.Kit, s.intake, "").Ref
	for range 8 {
		s.intake.Step(file(s.Kit, s.intake, "").Ref, "accept", fourTests)
	}
	withdrawn := through(s.intake, "list=office&sort=number")[4].Ref // number 5
	s.intake.Step(withdrawn, "ask-withdrawal", nil)
	s.intake.Step(withdrawn, "propose-allow-withdrawal", nil)
	s.head.Step(withdrawn, "allow-withdrawal", nil)
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(held, "open-hearing", j{"applicant_present": true, "respondent_present": true})

	want := []string{"1号", "2号", "3号", "4号", "6号", "7号", "8号", "9号", "10号", "11号", "", "5号"}
	var got []string
	for _, r := range through(s.intake, "list=office&closed=true&sort=number") {
		_, n, _ := strings.Cut(r.Number, "〕")
		got = append(got, n)
	}
	if !slices.Equal(got, want) {
		t.Errorf("by number: %v, want %v", got, want)
	}
	for c, n := range map[*testkit.Client]int{s.intake: 11, s.arbitrator: 3, s.recorder: 3} {
		rows := through(c, "sort=hearing")
		if len(rows) != n || rows[0].Ref != soon || rows[1].Ref != late {
			t.Errorf("%s, by hearing: %+v", c.Login, rows)
		}
		due := through(c, "sort=due")
		if again := through(c, "sort="); fmt.Sprint(again) != fmt.Sprint(due) || !slices.IsSortedFunc(due, func(a, b casework.DocketRow) int { return strings.Compare(last(a), last(b)) }) {
			t.Errorf("%s, by what is due: %+v", c.Login, due)
		}
	}
	if rows := through(s.intake, "list=office&state=scheduled&sort=hearing"); len(rows) != 2 || rows[0].Ref != soon {
		t.Errorf("scheduled ones by hearing: %+v", rows)
	}
	if rows := through(s.intake, "list=office&state=accepted&sort=number"); len(rows) != 7 || !strings.HasSuffix(rows[0].Number, "〕4号") || !strings.HasSuffix(rows[6].Number, "〕11号") {
		t.Errorf("accepted ones by number: %+v", rows)
	}
	if rows := through(s.intake, "list=office&q=〔2026〕1&sort=number"); len(rows) != 1 {
		t.Errorf("a search by number: %+v", rows)
	}
	if rows := through(s.intake, "list=office&sort=number"); rows[len(rows)-1].Ref != unnumbered {
		t.Errorf("the one without a number is not last: %+v", rows)
	}
	for _, q := range []string{"sort=name", "sort=number&after=true_2026-03-05_1", "sort=hearing&after=true_5_1", "sort=number&after=true_5"} {
		if a := s.intake.Do("GET", "/api/v1/cases?"+q, nil); a.Status != 422 {
			t.Errorf("%s = %d", q, a.Status)
		}
	}
	page := s.page(s.intake, "/work?list=office&sort=number&limit=3")
	for _, kept := range []string{`<option value="number" selected>`, "sort=number", "&amp;list=office&amp;sort=number"} {
		if !strings.Contains(page, kept) {
			t.Errorf("the page does not keep %s", kept)
		}
	}
	s.keysAgree(t)
}

// last is when the row is due; without a period it comes last.
func last(r casework.DocketRow) string {
	if r.Due.IsZero() {
		return "9"
	}
	return r.Due.String()
}

// keysAgree: by what a list is sorted is what the case itself says, in every list.
func (s *story) keysAgree(t *testing.T) {
	s.T.Helper()
	for what, q := range map[string]string{
		"standings":     `select count(*) from standings s join cases c on c.commission_id = s.commission_id and c.id = s.case_id where (s.hearing_key, s.number_key) <> (c.hearing_key, c.number_key)`,
		"organisations": `select count(*) from organisation_lists s join cases c on c.commission_id = s.commission_id and c.id = s.case_id where (s.hearing_key, s.number_key) <> (c.hearing_key, c.number_key)`,
		"numbers":       `select count(*) from cases where number_key <> coalesce(substring(number from '〔([0-9]{4})〕')::bigint * 10000000 + substring(number from '〔[0-9]{4}〕第?([0-9]{1,7})')::bigint, 99999999999)`,
		"hearings": `select count(*) from cases c where hearing_key <> coalesce((select h.hearing_on from hearings h where c.state = 'scheduled' and h.commission_id = c.commission_id and h.case_id = c.id
			and h.opened_on is null order by h.no desc limit 1), '2999-12-31')`,
	} {
		if n := one(t, s.Kit, q); n != "0" {
			s.T.Errorf("%s: %s keys are not those of the case", what, n)
		}
	}
}
