package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"tiaocai/models"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
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
	if in.Get("/api/v1/clocks?due_before=&rule=&list=office", &l); len(l.Rows) != 13 { // as an empty form asks
		t.Errorf("without a filter %d clocks, want 13", len(l.Rows))
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
	if got := strings.Join(periods(s.intake, s.ref), " "); got != "tribunal defence award" {
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
	if a := k.As("guanliyuan").Do("GET", "/api/v1/clocks", nil); a.Status != 403 {
		t.Errorf("an administrator without a docket: %d", a.Status)
	}
}

// sweep lets the clock act, as the hourly job does, and says in how many cases something happened.
func sweep(t *testing.T, k *testkit.Kit) int {
	t.Helper()
	n, err := k.P.Desk.Sweep(context.Background(), k.P.Actors.Clock)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// papersOf counts the papers of a kind.
func papersOf(v *casework.CaseView, paper workflows.Paper) (n int) {
	for _, d := range v.Documents {
		if d.Paper == paper {
			n++
		}
	}
	return n
}

// The registry lets five working days go by. The day after, the program itself certifies that nothing
// was decided; running it twice, or on every later day, adds nothing. Corrections let the time run anew,
// and when that runs out, too, there is a second certificate. The case goes on all the while.
func TestNothingDecidedIsCertifiedByItself(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-04-29"})
	in := k.As("lian")
	ref := file(k, in, "").Ref
	k.Clock.Set("2026-05-09") // a working Saturday, and the last day
	if n := sweep(t, k); n != 0 {
		t.Fatalf("on the last day the clock acted in %d cases", n)
	}
	k.Clock.Set("2026-05-12")
	if n, again := sweep(t, k), sweep(t, k); n != 1 || again != 0 {
		t.Fatalf("after it the clock acted %d times, then %d", n, again)
	}
	v := in.See(ref)
	if top := v.Timeline[0]; top.Event != workflows.CertifyNoDecision || top.Who != "期限程序" || top.On.String() != "2026-05-10" {
		t.Errorf("on record is %+v", top)
	}
	if v.State != workflows.Filed || papersOf(v, workflows.NoDecisionCertificate) != 1 {
		t.Errorf("the case is %s with %d certificates", v.State, papersOf(v, workflows.NoDecisionCertificate))
	}
	in.Step(ref, "ask-correction", j{"items": []string{"身份证明"}})
	k.Clock.Set("2026-05-18")
	in.Step(ref, "complete-correction", nil)
	k.Clock.Set("2026-05-25") // the fifth working day from the 18th
	if n := sweep(t, k); n != 0 {
		t.Errorf("the new time still runs, and the clock acted in %d cases", n)
	}
	k.Clock.Set("2026-05-26")
	if n, again := sweep(t, k), sweep(t, k); n != 1 || again != 0 {
		t.Errorf("after the second lapse the clock acted %d times, then %d", n, again)
	}
	in.Step(ref, "accept", fourTests) // late, but still possible
	verify(t, k)
}

// No award comes in forty-five days. The program certifies it, once, to both parties; both read that
// they may sue and that the case goes on. A clock that stands still lapses for nobody. A program that
// was killed between two cases goes on with the second when it comes back.
func TestNoAwardIsCertifiedByItself(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-04-01"})
	in, head := k.As("lian"), k.As("yuanzhang")
	late, stands := file(k, in, "").Ref, file(k, in, "").Ref
	for _, ref := range []string{late, stands} {
		in.Step(ref, "accept", fourTests)
	}
	in.Refused(late, "certify-no-award", nil, "award-period-runs")
	ch := head.See(stands).Choices
	head.Step(stands, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	k.Clock.Set("2026-04-10")
	k.As("zhongcai").Step(stands, "stop-clock", j{"kind": "inquiry", "ground": "委托外地仲裁委调查取证"})
	k.Clock.Set("2026-05-18") // the forty-fifth day is a Saturday; the last day is Monday
	if n := sweep(t, k); n != 0 {
		t.Fatalf("on the last day the clock acted in %d cases", n)
	}
	k.Clock.Set("2026-06-01")
	gone, kill := context.WithCancel(context.Background())
	kill()
	if n, err := k.P.Desk.Sweep(gone, k.P.Actors.Clock); n != 0 || err == nil {
		t.Errorf("a killed run did %d and said %v", n, err)
	}
	if n, again := sweep(t, k), sweep(t, k); n != 1 || again != 0 {
		t.Fatalf("the clock acted %d times, then %d; want once, in the case whose clock runs", n, again)
	}
	v := in.See(late)
	if v.Timeline[0].Event != workflows.CertifyNoAward || v.Timeline[0].Who != "期限程序" || papersOf(v, workflows.NoAwardCertificate) != 1 {
		t.Errorf("on record is %+v, with %d certificates", v.Timeline[0], papersOf(v, workflows.NoAwardCertificate))
	}
	if v.RightToSue == nil || !strings.Contains(v.RightToSue.EN, "2026-05-18") || v.State != workflows.Accepted {
		t.Errorf("the parties read %v in %s", v.RightToSue, v.State)
	}
	if papersOf(in.See(stands), workflows.NoAwardCertificate) != 0 {
		t.Error("a clock that stands still ran out")
	}
	in.Step(late, "certify-no-award", nil) // who asks gets one of their own
	err := k.P.DB.Reading(context.Background(), k.Clock.Now(), func(tx *models.Tx) error {
		var rows []models.Clock
		err := tx.Where("period = 'award' and lapsed_on is not null").Find(&rows).Error
		if len(rows) != 1 {
			t.Errorf("%d award clocks are on record as run out, want 1", len(rows))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	verify(t, k)
}
