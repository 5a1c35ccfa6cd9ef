package e2e

import (
	"context"
	"io"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tiaocai/models"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

var measured = regexp.MustCompile(`(?m)^# HELP (tiaocai_\w+) `)

func scrape(t *testing.T, k *testkit.Kit) string {
	t.Helper()
	res, err := http.Get("http://" + k.P.Figures + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != 200 {
		t.Fatalf("metrics = %d, %v", res.StatusCode, err)
	}
	return string(b)
}

// The measures are on an address of their own and nowhere else; each stands in docs/operations.md with
// what to do about it, and none that stands there is missing; no label says anything about anybody.
func TestMeasuresAreOnPaper(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Env: []string{"TIAOCAI_METRICS_ADDR=127.0.0.1:0"}})
	s := newStory(k)
	s.workerAsksForAdvice()
	file(k, s.intake, "")
	page := scrape(t, k)
	var got []string
	for _, m := range measured.FindAllStringSubmatch(page, -1) {
		got = append(got, m[1])
	}
	doc, err := os.ReadFile("../../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, m := range regexp.MustCompile("(?m)^\\| `(tiaocai_\\w+)").FindAllStringSubmatch(string(doc), -1) {
		want = append(want, m[1])
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) || len(got) < 15 {
		t.Errorf("measured:\n%s\nin docs/operations.md:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, line := range []string{`tiaocai_store_up 1`, `tiaocai_database_up 1`, `tiaocai_backup_age_seconds -1`, `tiaocai_cases_open{state="filed"} 1`, `tiaocai_alarms_total{what="chain-break"} 0`} {
		if !strings.Contains(page, line+"\n") {
			t.Errorf("no line %q", line)
		}
	}
	for _, personal := range []string{s.ref, s.code, "林小芬", "13857612345", "worker\"", "110101"} {
		if strings.Contains(page, personal) {
			t.Errorf("the measures tell %s", personal)
		}
	}
	if a := k.Nobody().Do("GET", "/metrics", nil); a.Status != 404 {
		t.Errorf("the public address has the measures: %d", a.Status)
	}
}

// The page for the administrator says in plain words what is well and what is not; it names no case
// and nobody.
func TestTheOperationsPage(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	s := newStory(k)
	s.workerAsksForAdvice()
	admin, ctx := k.As("guanliyuan"), context.Background()
	line := func(id string) casework.OperationsLine {
		t.Helper()
		var o casework.Operations
		admin.Get("/api/v1/operations", &o)
		for _, l := range o.Lines {
			if l.ID == id {
				return l
			}
		}
		t.Fatalf("no line %s in %+v", id, o)
		return casework.OperationsLine{}
	}
	for id, want := range map[string]string{"store": "green", "sealing": "amber", "backup": "red", "queue": "green", "messages": "green", "clocks": "green", "days": "green", "schema": "green"} {
		if l := line(id); l.Light != want || l.Says.ZH == "" || l.Says.EN == "" || (l.Do == nil) != (want == "green") {
			t.Errorf("%s = %+v, want %s", id, l, want)
		}
	}
	note := func(kind models.UpkeepKind, ago time.Duration, faults int64) {
		t.Helper()
		at := k.Clock.Now().Add(-ago)
		if err := k.P.DB.NoteUpkeep(ctx, at, models.Upkeep{Kind: kind, StartedAt: at, FinishedAt: at, Whole: true, Faults: faults}); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		days   int
		faults int64
		want   string
	}{{3, 0, "red"}, {0, 1, "red"}, {0, 0, "green"}} {
		note(models.Backup, time.Duration(c.days)*24*time.Hour, c.faults)
		if got := line("backup").Light; got != c.want {
			t.Errorf("a backup %d days ago with %d faults = %s, want %s", c.days, c.faults, got, c.want)
		}
	}
	k.Clock.Set("2026-11-20")
	if got := line("days").Light; got != "amber" {
		t.Errorf("the day table in November = %s, want amber", got)
	}
	k.Clock.Set("2027-01-04")
	if got := line("days").Light; got != "red" {
		t.Errorf("the day table after its end = %s, want red", got)
	}
	a := admin.Do("GET", "/api/v1/operations", nil)
	for _, personal := range []string{s.ref, s.code, "林小芬", "13857612345", "医药化工"} {
		if strings.Contains(string(a.Body), personal) {
			t.Errorf("the page tells %s", personal)
		}
	}
}

// A record that was changed behind the program's back is found by the nightly check, raises the alarm,
// and does not fall out of sight the next night, when another share is up.
func TestTheNightlyCheckFindsABrokenChain(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Env: []string{"TIAOCAI_METRICS_ADDR=127.0.0.1:0"}})
	in, ctx := k.As("lian"), context.Background()
	k.Clock.At("2026-03-02 09:30") // the program's own first check is over, of no case yet
	for range 8 {
		file(k, in, "")
	}
	check := func(day string) models.Upkeep {
		t.Helper()
		k.Clock.Set(day)
		u, err := k.P.Desk.CheckChains(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	if u := check("2026-03-03"); u.Cases < 8 || u.Faults != 0 {
		t.Errorf("the second night: %+v", u)
	}
	if u := check("2026-03-04"); u.Whole || u.Cases < 1 || u.Cases > 2 {
		t.Errorf("a quiet night checks %+v, want a share", u)
	}
	one(t, k, `with a as (select set_config('session_replication_role', 'replica', true)), u as (
		update case_events set event = 'accept' where case_id = 3 and no = 1 and (select count(*) from a) > 0 returning 1) select count(*)::text from u`)
	found := ""
	for _, day := range []string{"2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09", "2026-03-10", "2026-03-11"} {
		if u := check(day); u.Faults > 0 {
			found = day
			break
		}
	}
	if found == "" || !strings.Contains(k.Log.String(), "chain-break") {
		t.Fatalf("found %q within a week; alarm in the log: %v", found, strings.Contains(k.Log.String(), "chain-break"))
	}
	if u := check("2026-03-12"); !u.Whole || u.Faults == 0 {
		t.Errorf("the night after: %+v, want everything checked and the break still there", u)
	}
	if page := scrape(t, k); !strings.Contains(page, "tiaocai_chain_breaks 1\n") || strings.Contains(page, `tiaocai_alarms_total{what="chain-break"} 0`) {
		t.Error("the measures do not tell of the break")
	}
	var o casework.Operations
	k.As("shenji").Get("/api/v1/operations", &o)
	if o.Light != "red" {
		t.Errorf("the auditor sees %s, want red", o.Light)
	}
}
