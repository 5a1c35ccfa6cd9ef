package e2e

import (
	"fmt"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows/calendar"
)

// All open clocks of a commission stand in one list, first due first, each with its arithmetic in
// words; the pages follow each other without a gap, and the filters narrow it.
func TestOpenClocksAreOneList(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-30"})
	in := k.As("lian")
	for i := range 13 {
		file(k, in, fmt.Sprintf("2026-03-%02d", 10+i%9))
	}
	seen, last, after := map[string]bool{}, "", ""
	for range 10 {
		var l casework.OpenClocks
		in.Get("/api/v1/clocks?limit=4&after="+after, &l)
		for _, r := range l.Rows {
			if seen[r.Ref] || r.Due.String() < last {
				t.Errorf("%s comes twice or out of order", r.Ref)
			}
			seen[r.Ref], last = true, r.Due.String()
			if !strings.Contains(r.Explanation.EN, "last day "+r.Due.String()) || !strings.Contains(r.Explanation.ZH, "调解仲裁法第二十九条") || r.Trigger == nil || r.Trigger.No != 1 {
				t.Errorf("%s does not explain itself: %+v, %+v", r.Ref, r.Explanation, r.Trigger)
			}
		}
		if after = l.Next; after == "" {
			break
		}
	}
	if len(seen) != 13 {
		t.Errorf("%d clocks in all pages, want 13", len(seen))
	}
	var l casework.OpenClocks
	in.Get("/api/v1/clocks?due_before=2026-03-17", &l) // received on the 10th, twice: five working days
	if len(l.Rows) != 2 {
		t.Errorf("%d clocks due by March 17, want 2", len(l.Rows))
	}
	if in.Get("/api/v1/clocks?rule=LDMA-43-1", &l); len(l.Rows) != 0 {
		t.Errorf("%d award clocks before anything was accepted", len(l.Rows))
	}
	for query, field := range map[string]string{"rule=LDMA-999": "rule", "after=x": "after", "due_before=2026-02-30": "due_before"} {
		if a := in.Do("GET", "/api/v1/clocks?"+query, nil); a.Status != 422 || !strings.Contains(string(a.Body), field) {
			t.Errorf("%s: %d %s", query, a.Status, a.Body)
		}
	}
}

// Nobody sees a clock of a case that they may not read, and a clock leaves the list when it is done;
// the entry of the record that ended it stands beside it on the case's page.
func TestClocksAreSeenByThoseWhoSeeTheCase(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.workerAsksForAdvice()
	s.mediationIsTriedAndFails()
	s.workerFilesWithNothingRetyped()
	periods := func(c *testkit.Client, ref string) (list []string) {
		var l casework.OpenClocks
		c.Get("/api/v1/clocks", &l)
		for _, r := range l.Rows {
			if ref == "" || r.Ref == ref {
				list = append(list, string(r.Period))
			}
		}
		return list
	}
	stranger := file(k, s.intake, "").Ref
	if got := periods(s.worker, ""); len(got) != 1 || got[0] != "acceptance" {
		t.Errorf("the worker's clocks are %v, want the decision on acceptance of their own case alone", got)
	}
	if got := periods(s.worker, stranger); len(got) != 0 {
		t.Errorf("the worker sees clocks of a stranger's case: %v", got)
	}
	for _, c := range []*testkit.Client{s.employer, s.arbitrator, s.recorder} { // nobody of the case yet
		if got := periods(c, ""); len(got) != 0 {
			t.Errorf("%s sees %v", c.Login, got)
		}
	}
	s.registryAccepts()
	if got := strings.Join(periods(s.intake, s.ref), " "); got != "copy tribunal award" {
		t.Errorf("after acceptance run %q", got)
	}
	for _, c := range s.worker.See(s.ref).Clocks {
		if c.Period == "acceptance" && (c.DoneBy == nil || c.DoneBy.Name.EN != "Accept" || c.Trigger == nil || c.Rule != "LDMA-29-1") {
			t.Errorf("the decision on acceptance was ended by %+v", c.DoneBy)
		}
		if c.Period == "award" && (c.Trigger == nil || c.Trigger.Name.EN != "Accept" || c.Done != calendar.Date{}) {
			t.Errorf("the award clock: %+v", c)
		}
	}
	if a := k.As("admin").Do("GET", "/api/v1/clocks", nil); a.Status != 403 {
		t.Errorf("an administrator without a docket: %d", a.Status)
	}
}
