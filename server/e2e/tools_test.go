package e2e

import (
	"net/http"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// Anybody can check the machine: the days that lawyers counted by hand come out of the tools.
func TestToolsCountAsLawyersDo(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-11-23"})
	nobody := k.Nobody()
	for _, c := range []struct {
		start, unit, direction string
		n                      int
		due                    string
		provisional            bool
	}{
		{"2026-04-29", "working_day", "after", 5, "2026-05-09", false}, // V1
		{"2026-02-12", "working_day", "", 5, "2026-02-26", false},      // V2
		{"2026-05-06", "working_day", "after", 10, "2026-05-19", false},
		{"2026-09-18", "working_day", "after", 10, "2026-10-09", false},
		{"2026-04-01", "natural_day", "after", 45, "2026-05-18", false}, // V5
		{"2026-08-18", "natural_day", "after", 45, "2026-10-08", false},
		{"2026-09-16", "natural_day", "after", 15, "2026-10-08", false}, // V12
		{"2026-09-01", "natural_day", "after", 30, "2026-10-08", false},
		{"2026-06-15", "working_day", "before", 5, "2026-06-08", false}, // V14
		{"2026-06-15", "working_day", "before", 3, "2026-06-10", false},
		{"2026-10-12", "working_day", "before", 5, "2026-09-29", false}, // V15
		{"2026-10-12", "working_day", "before", 3, "2026-10-08", false},
		{"2026-06-05", "natural_day", "after", 15, "2026-06-22", false},
		{"2026-04-20", "natural_day", "after", 15, "2026-05-06", false},
		{"2026-04-28", "working_day", "after", 5, "2026-05-08", false},
		{"2026-04-28", "working_day", "after", 10, "2026-05-14", false},
		{"2026-04-02", "working_day", "after", 3, "2026-04-08", false}, // V20
		{"2026-06-18", "working_day", "after", 3, "2026-06-24", false},
		{"2025-10-03", "year", "after", 1, "2026-10-08", false}, // V22
		{"2024-02-29", "year", "after", 1, "2025-02-28", false},
		{"2026-08-31", "month", "after", 1, "2026-09-30", false},
		{"2026-12-25", "working_day", "after", 10, "2027-01-08", true},
		{"2026-12-20", "natural_day", "after", 45, "2027-02-03", true},
		{"2023-12-25", "working_day", "after", 3, "2023-12-28", true},
	} {
		var got casework.PeriodAnswer
		body := j{"start": c.start, "n": c.n, "unit": c.unit}
		if c.direction != "" {
			body["direction"] = c.direction
		}
		nobody.Want(200, nobody.Do("POST", "/api/v1/tools/period", body), &got)
		if got.Due.String() != c.due || got.Provisional != c.provisional || len(got.Explanation) < 2 {
			t.Errorf("%v: %s (provisional: %v), want %s (%v)", body, got.Due, got.Provisional, c.due, c.provisional)
		}
	}
	var kept casework.PeriodAnswer
	nobody.Want(200, nobody.Do("POST", "/api/v1/tools/period", j{"start": "2026-04-01", "n": 45, "unit": "natural_day", "roll": false}), &kept)
	if kept.Due.String() != "2026-05-16" {
		t.Errorf("without the rest-day rule %s, want 2026-05-16", kept.Due)
	}
}

func TestToolsCountAnAward(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-11-23"})
	nobody := k.Nobody()
	stop := func(from, to, kind string) j { return j{"from": from, "to": to, "kind": kind} }
	for _, c := range []struct {
		in                 j
		natural, statutory string
	}{
		{j{"accepted": "2026-04-01", "limit": 45}, "2026-05-16", "2026-05-18"},                                                                                                 // V5
		{j{"accepted": "2026-04-01", "limit": 45, "extension": 15}, "2026-05-31", "2026-06-01"},                                                                                // V6
		{j{"accepted": "2026-08-18"}, "2026-10-02", "2026-10-08"},                                                                                                              // V7
		{j{"accepted": "2026-03-02", "limit": 45, "extension": 0, "stops": []j{stop("2026-03-20", "2026-04-29", "suspension")}}, "2026-05-26", "2026-05-26"},                   // V8
		{j{"accepted": "2026-03-02", "restarts": []j{{"on": "2026-03-16", "kind": "counter_application"}}}, "2026-04-30", "2026-04-30"},                                        // V9
		{j{"accepted": "2026-06-01", "limit": 30}, "2026-07-01", "2026-07-01"},                                                                                                 // V10
		{j{"accepted": "2026-06-01", "limit": 45}, "2026-07-16", "2026-07-16"},                                                                                                 // V10, converted
		{j{"accepted": "2026-03-02", "stops": []j{stop("2026-03-20", "2026-03-30", "suspension"), stop("2026-03-25", "2026-04-04", "appraisal")}}, "2026-05-01", "2026-05-06"}, // counted once
		{j{"accepted": "2026-03-02", "stops": []j{stop("2026-05-01", "2026-05-11", "inquiry")}}, "2026-04-26", "2026-04-27"},                                                   // later than the limit: it counts
	} {
		var got casework.AwardAnswer
		nobody.Want(200, nobody.Do("POST", "/api/v1/tools/award-clock", c.in), &got)
		if got.NaturalDue == nil || got.NaturalDue.String() != c.natural || got.StatutoryDue.String() != c.statutory || got.Provisional {
			t.Errorf("%v: %v, %v; want %s, %s", c.in, got.NaturalDue, got.StatutoryDue, c.natural, c.statutory)
		}
	}
	a := nobody.Do("POST", "/api/v1/tools/award-clock", j{"accepted": "2026-03-02", "stops": []j{{"from": "2026-03-20", "kind": "suspension"}}})
	if a.Status != 200 || !strings.Contains(string(a.Body), `"natural_due":null,"statutory_due":null`) {
		t.Errorf("while it is stopped: %d %s", a.Status, a.Body)
	}
	for field, in := range map[string]j{
		"extension":      {"accepted": "2026-03-02", "limit": 30, "extension": 5},
		"stops[0].to":    {"accepted": "2026-03-02", "stops": []j{stop("2026-03-20", "2026-03-10", "suspension")}},
		"restarts[0].on": {"accepted": "2026-03-02", "restarts": []j{{"on": "2026-03-01", "kind": "party_added"}}},
		"accepted":       {"accepted": "2026-02-30"},
		"limit":          {"accepted": "2026-03-02", "limit": 60},
	} {
		a := nobody.Do("POST", "/api/v1/tools/award-clock", in)
		if a.Status != http.StatusUnprocessableEntity || !strings.Contains(string(a.Body), `"`+field+`"`) {
			t.Errorf("%v: %d %s; want 422 at %s", in, a.Status, a.Body, field)
		}
	}
	for field, in := range map[string]j{
		"start": {"start": "2026-02-30", "n": 5, "unit": "working_day"},
		"n":     {"start": "2026-02-03", "n": -1, "unit": "working_day"},
		"unit":  {"start": "2026-02-03", "n": 1, "unit": "fortnight"},
	} {
		a := nobody.Do("POST", "/api/v1/tools/period", in)
		if a.Status != http.StatusUnprocessableEntity || !strings.Contains(string(a.Body), `"`+field+`"`) {
			t.Errorf("%v: %d %s; want 422 at %s", in, a.Status, a.Body, field)
		}
	}
}

// One address may ask a hundred times a second; then it is told when to come again.
func TestToolsAreLimited(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-11-23"})
	nobody := k.Nobody()
	in := j{"start": "2026-04-29", "n": 5, "unit": "working_day"}
	taken := 0
	for ; taken < 110; taken++ {
		k.Clock.Set("2026-11-23") // all in one moment
		if a := nobody.Do("POST", "/api/v1/tools/period", in); a.Status != 200 {
			break
		}
	}
	if taken < 100 || taken > 104 { // the clock ticks a little within a request
		t.Errorf("%d requests in one moment were taken, want 100", taken)
	}
	k.Clock.Set("2026-11-23")
	a := nobody.Do("POST", "/api/v1/tools/claims/severance", j{})
	if a.Status != http.StatusTooManyRequests || a.Header.Get("Retry-After") != "1" || !strings.Contains(a.Header.Get("Content-Type"), "problem+json") {
		t.Errorf("beyond: %d, Retry-After %q, %s", a.Status, a.Header.Get("Retry-After"), a.Body)
	}
	if a := nobody.Do("GET", "/healthz", nil); a.Status != 200 {
		t.Errorf("other paths: %d", a.Status)
	}
	k.Clock.Set("2026-11-24")
	if a := nobody.Do("POST", "/api/v1/tools/period", in); a.Status != 200 {
		t.Errorf("later: %d %s", a.Status, a.Body)
	}
}
