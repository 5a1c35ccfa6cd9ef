package e2e

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// figuresAgree compares every counter that the steps moved with the full scan, and a year's reading
// from the counters with one from the tables, to the last digit.
func figuresAgree(t testing.TB, k *testkit.Kit) {
	t.Helper()
	err := k.P.DB.Reading(context.Background(), k.Clock.Now(), func(tx *models.Tx) error {
		found, err := metrics.Check(tx, 1)
		for _, d := range found {
			t.Errorf("counter differs: %+v", d)
		}
		if err != nil {
			return err
		}
		u := metrics.Unit{Commission: 1}
		y, err := metrics.ReadYear(tx, u, tx.Today().Year(), tx.Today())
		if err != nil {
			return err
		}
		c, err := metrics.Read(tx, u, y.Whole.From, y.Whole.To)
		for _, i := range metrics.Indicators() {
			if i.Of != nil && !reflect.DeepEqual(i.Of(c), i.Of(y.Whole)) {
				t.Errorf("%s by the counters %v, by the tables %v", i.ID, i.Of(y.Whole), i.Of(c))
			}
		}
		if !y.Whole.Balanced() {
			t.Errorf("%d + %d - %d is not %d", y.Whole.C0, y.Whole.A, y.Whole.Closed(), y.Whole.O)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// counter reads a counter of the whole commission.
func counter(t *testing.T, k *testkit.Kit, month, kind string) (n, amount int) {
	t.Helper()
	err := k.P.DB.Reading(context.Background(), k.Clock.Now(), func(tx *models.Tx) error {
		return tx.Raw("select coalesce(sum(n), 0), coalesce(sum(amount), 0) from figure_counters where part = 'all' and month = ? and kind = ?", month, kind).Row().Scan(&n, &amount)
	})
	if err != nil {
		t.Fatal(err)
	}
	return n, amount
}

// A correction that moves a date moves the counters with it.
func TestACorrectedDateMovesTheCounters(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-30"}))
	s.ref = file(s.Kit, s.intake, "2026-03-26").Ref
	s.Clock.Set("2026-04-03")
	s.intake.Step(s.ref, "accept", fourTests) // the sixth working day: late
	for month, want := range map[string]int{"2026-03-01": 0, "2026-04-01": 1} {
		if n, amount := counter(t, s.Kit, month, "A"); n != want || amount != 100000*want {
			t.Errorf("before, %s: %d accepted, %d fen", month, n, amount)
		}
	}
	if n, _ := counter(t, s.Kit, "2026-04-01", "D:l"); n != 1 {
		t.Errorf("%d late decisions, want 1", n)
	}
	s.intake.Step(s.ref, "propose-correct-entry", j{"field": "accepted_on", "value": "2026-03-31", "cause": "wrong-date", "reason": "看错日历"})
	s.head.Step(s.ref, "correct-entry", nil)
	for month, want := range map[string]int{"2026-03-01": 1, "2026-04-01": 0} {
		if n, amount := counter(t, s.Kit, month, "A"); n != want || amount != 100000*want {
			t.Errorf("after, %s: %d accepted, %d fen", month, n, amount)
		}
	}
	if n, _ := counter(t, s.Kit, "2026-03-01", "D:t"); n != 1 {
		t.Errorf("%d decisions in time, want 1", n)
	}
	verify(t, s.Kit)
}

// Somebody changes a counter behind the program's back: the nightly check finds exactly that one,
// shows it to those who answer for it, and clears it when it is right again.
func TestThePlantedErrorIsFoundAndShown(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	check := func(want int) {
		t.Helper()
		if n, err := s.P.Desk.CheckFigures(context.Background(), s.P.Actors.Clock); err != nil || n != want {
			t.Fatalf("the check finds %d, %v, want %d", n, err, want)
		}
	}
	check(0)
	execSQL(t, s.Kit, "update figure_counters set n = n + 1, amount = amount + 5 where part = 'town' and kind = 'A'")
	check(1)
	check(1) // found again: one piece of work, not two
	for _, c := range []*testkit.Client{s.director, s.statistic} {
		var f casework.Figures
		c.Get("/api/v1/figures", &f)
		var list []casework.DifferenceView
		c.Get("/api/v1/figures/differences", &list)
		if len(list) != 1 || !reflect.DeepEqual(f.Differences, list) {
			t.Fatalf("%s sees %+v and %+v", c.Login, f.Differences, list)
		}
		if d := list[0]; d.Part != "town" || d.Kind != "A" || d.Month != "2026-03" || d.Counted != 2 || d.Found != 1 || d.CountedAmount != 100005 || d.FoundAmount != 100000 {
			t.Errorf("difference %+v", d)
		}
		if page := string(c.Do("GET", "/figures", nil).Body); !strings.Contains(page, "核对不符") {
			t.Errorf("the page of %s does not show it", c.Login)
		}
	}
	for _, c := range []*testkit.Client{s.head, s.manager} {
		var f casework.Figures
		c.Get("/api/v1/figures", &f)
		if a := c.Do("GET", "/api/v1/figures/differences", nil); a.Status != 403 || len(f.Differences) > 0 {
			t.Errorf("%s: %d, sees %v", c.Login, a.Status, f.Differences)
		}
	}
	if a := s.statistic.Do("POST", "/api/v1/figures/recount", j{}); a.Status != 403 {
		t.Errorf("statistics may recount: %d", a.Status)
	}
	var done casework.Recounted
	s.director.Want(200, s.director.Do("POST", "/api/v1/figures/recount", j{}), &done)
	var list []casework.DifferenceView
	s.director.Get("/api/v1/figures/differences", &list)
	if done.Differences != 0 || len(list) != 0 {
		t.Errorf("after the recount %d differ, %d shown", done.Differences, len(list))
	}
	check(0)
	verify(t, s.Kit)
}

// The job of the night runs the check; and a database whose cases are older than the counters is
// counted when the program starts.
func TestTheNightAndTheFirstStart(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	execSQL(t, s.Kit, "update figure_counters set n = 7 where part = 'all' and kind = 'A'",
		"insert into river_job (kind, args, max_attempts) values ('check-figures', '{}', 3)")
	var list []casework.DifferenceView
	for len(list) == 0 {
		select {
		case <-t.Context().Done():
			t.Fatal("the job never ran")
		case <-time.After(50 * time.Millisecond):
			s.director.Get("/api/v1/figures/differences", &list)
		}
	}
	if len(list) != 1 || list[0].Counted != 7 || list[0].Found != 1 {
		t.Errorf("the night found %+v", list)
	}
	execSQL(t, s.Kit, "delete from figure_counters", "delete from figure_checks")
	second := s.Program(nil)
	if err := second.Close(); err != nil {
		t.Error(err)
	}
	figuresAgree(t, s.Kit)
}

// Many closings of one month at once: every one is counted, none waits for another in a circle.
func TestClosingsAtOnceAreAllCounted(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	const cases = 12
	var refs []string
	for range cases {
		ref := file(s.Kit, s.intake, "").Ref
		s.intake.Step(ref, "accept", fourTests)
		s.intake.Step(ref, "propose-cancel", j{"reason": "立案有误"})
		refs = append(refs, ref)
	}
	errs := make(chan error, cases)
	for _, ref := range refs {
		go func() {
			a := s.head.Do("POST", "/api/v1/cases/"+ref+"/cancel", j{}, "If-Match", `"3"`)
			if a.Status != 200 {
				errs <- fmt.Errorf("cancel: %d %s", a.Status, a.Body)
				return
			}
			errs <- nil
		}()
	}
	var recounted casework.Recounted // at the same time everything is counted anew
	s.director.Want(200, s.director.Do("POST", "/api/v1/figures/recount", j{}), &recounted)
	for range cases {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if n, _ := counter(t, s.Kit, "2026-03-01", "K:CANCELLED"); n != cases {
		t.Errorf("%d cancelled, want %d", n, cases)
	}
	verify(t, s.Kit)
}
