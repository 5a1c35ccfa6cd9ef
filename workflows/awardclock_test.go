package workflows

import (
	"reflect"
	"slices"
	"testing"

	"tiaocai/workflows/calendar"
)

func stop(from, to string) Stop {
	s := Stop{From: day(from), Kind: StopAppraisal}
	if to != "" {
		s.To = day(to)
	}
	return s
}

// The award period: 45 days from acceptance or the last restart, plus an extension, plus the union
// of stops after that, and the rest-day rule once, at the end.
func TestAwardClock(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		accepted           string
		limit, extension   int
		stops              []Stop
		restart            string
		natural, statutory string
		provisional        bool
	}{
		"V5 ends on a Saturday":         {"2026-04-01", 45, 0, nil, "", "2026-05-16", "2026-05-18", false},
		"V6 extended before rolling":    {"2026-04-01", 45, 15, nil, "", "2026-05-31", "2026-06-01", false},
		"V7 National Day":               {"2026-08-18", 45, 0, nil, "", "2026-10-02", "2026-10-08", false},
		"V8 suspended forty days":       {"2026-03-02", 45, 0, []Stop{stop("2026-03-20", "2026-04-29")}, "", "2026-05-26", "2026-05-26", false},
		"V9 counter-application":        {"2026-03-02", 45, 0, nil, "2026-03-16", "2026-04-30", "2026-04-30", false},
		"V10 simplified":                {"2026-06-01", 30, 0, nil, "", "2026-07-01", "2026-07-01", false},
		"V10 converted":                 {"2026-06-01", 45, 0, nil, "", "2026-07-16", "2026-07-16", false},
		"overlapping stops count once":  {"2026-03-02", 45, 0, []Stop{stop("2026-03-20", "2026-04-10"), stop("2026-04-01", "2026-04-29")}, "", "2026-05-26", "2026-05-26", false},
		"one inside another":            {"2026-03-02", 45, 0, []Stop{stop("2026-03-20", "2026-04-29"), stop("2026-04-01", "2026-04-03")}, "", "2026-05-26", "2026-05-26", false},
		"a stop before the restart":     {"2026-03-02", 45, 0, []Stop{stop("2026-03-05", "2026-03-10")}, "2026-03-16", "2026-04-30", "2026-04-30", false},
		"a stop across the restart":     {"2026-03-02", 45, 0, []Stop{stop("2026-03-10", "2026-03-20")}, "2026-03-16", "2026-05-04", "2026-05-06", false},
		"a stop after the limit":        {"2026-03-02", 45, 0, []Stop{stop("2026-06-01", "2026-06-03")}, "", "2026-04-18", "2026-04-20", false},
		"an empty stop":                 {"2026-03-02", 45, 0, []Stop{stop("2026-03-20", "2026-03-20")}, "", "2026-04-16", "2026-04-16", false},
		"from the day of the restart":   {"2026-03-02", 45, 0, []Stop{stop("2026-03-16", "2026-03-20")}, "2026-03-16", "2026-05-04", "2026-05-06", false},
		"extended, stopped, then moved": {"2026-04-01", 45, 15, []Stop{stop("2026-04-10", "2026-04-14")}, "", "2026-06-04", "2026-06-04", false},
		"a restart before acceptance":   {"2026-04-01", 45, 0, nil, "2026-03-16", "2026-05-16", "2026-05-18", false},
		"stops that touch":              {"2026-03-02", 45, 0, []Stop{stop("2026-03-20", "2026-04-10"), stop("2026-04-10", "2026-04-29")}, "", "2026-05-26", "2026-05-26", false},
		"a stop of one day":             {"2026-03-02", 45, 0, []Stop{stop("2026-03-20", "2026-03-21")}, "", "2026-04-17", "2026-04-17", false},
		"one ended, another runs":       {"2026-03-02", 45, 0, []Stop{stop("2026-03-05", "2026-03-10"), stop("2026-03-20", "")}, "", "", "", false},
		"runs since before the restart": {"2026-03-02", 45, 0, []Stop{stop("2026-03-05", "")}, "2026-03-16", "", "", false},
		"a stop that runs: no due date": {"2026-03-02", 45, 0, []Stop{stop("2026-03-20", "")}, "", "", "", false},
		"reaches an unpublished year":   {"2026-11-25", 45, 0, nil, "", "2027-01-09", "2027-01-11", true},
		"the last day of 2026":          {"2026-11-16", 45, 0, nil, "", "2026-12-31", "2026-12-31", false},
	}
	for name, tt := range tests {
		term := AwardTerm{Accepted: day(tt.accepted), Limit: calendar.Days(tt.limit), Extension: tt.extension, Stops: tt.stops}
		if tt.restart != "" {
			term.Restarts = []Restart{{On: day(tt.restart), Kind: "counter_application"}}
		}
		r := CountAward(rules.Days, term)
		if r.Natural.String() != tt.natural || r.Statutory.String() != tt.statutory || r.Provisional != tt.provisional {
			t.Errorf("%s: natural %s, statutory %s, provisional %v; want %s, %s, %v", name, r.Natural, r.Statutory, r.Provisional, tt.natural, tt.statutory, tt.provisional)
		}
		if (r.Running != nil) != r.Statutory.IsZero() {
			t.Errorf("%s: running %v, due %s", name, r.Running, r.Statutory)
		}
		if last := r.Working[len(r.Working)-1]; r.Running == nil && last.Date != r.Statutory {
			t.Errorf("%s: the arithmetic ends on %s, the clock on %s", name, last.Date, r.Statutory)
		}
	}
}

// FuzzAwardClock counts the days by hand, one by one, whatever the stops and restarts; the order in
// which they are listed must not matter. Three bytes are one stop: where it starts, how long, why.
func FuzzAwardClock(f *testing.F) {
	f.Add(uint16(14), uint8(15), []byte{3, 5, 0, 10, 40, 1, 12, 9, 2})
	f.Add(uint16(0), uint8(0), []byte{18, 255, 0})
	f.Add(uint16(60), uint8(1), []byte{50, 30, 3, 55, 2, 4, 90, 80, 5, 200, 1, 0})
	f.Fuzz(func(t *testing.T, restart uint16, extension uint8, raw []byte) {
		term := AwardTerm{Accepted: day("2025-03-03"), Limit: calendar.Days(45), Extension: int(extension % 16)}
		base := term.Accepted.Next(int(restart % 120))
		term.Restarts = []Restart{{On: term.Accepted.Next(int(restart % 60)), Kind: "claim_changed"}, {On: base, Kind: "party_added"}}
		for ; len(raw) >= 3 && len(term.Stops) < 12; raw = raw[3:] {
			term.Stops = append(term.Stops, stopFrom(term.Accepted, raw))
		}
		got := CountAward(rules.Days, term)
		natural, running := byHand(term, base)
		if running != (got.Running != nil) || got.Base != base {
			t.Fatalf("%+v: base %s, running %v; want %s, %v", term, got.Base, got.Running, base, running)
		}
		if !running && (got.Natural != natural || got.Statutory != rules.Days.Roll(natural)) {
			t.Fatalf("%+v: natural %s, statutory %s; by hand %s, %s", term, got.Natural, got.Statutory, natural, rules.Days.Roll(natural))
		}
		slices.Reverse(term.Stops)
		slices.Reverse(term.Restarts)
		if again := CountAward(rules.Days, term); !reflect.DeepEqual(again.Due, got.Due) || len(again.Working) != len(got.Working) {
			t.Fatalf("listed backwards %+v gives %v, not %v", term, again.Due, got.Due)
		}
	})
}

// stopFrom reads one stop; a length of 250 and more still runs.
func stopFrom(accepted calendar.Date, raw []byte) Stop {
	grounds := StopGrounds()
	s := Stop{From: accepted.Next(int(raw[0])), Kind: grounds[int(raw[2])%len(grounds)].Kind}
	if raw[1] < 250 {
		s.To = s.From.Next(int(raw[1] % 100))
	}
	return s
}

// byHand marks every stopped day from the base on, and adds as many to the limit.
func byHand(t AwardTerm, base calendar.Date) (natural calendar.Date, running bool) {
	stopped := map[calendar.Date]bool{}
	for _, s := range t.Stops {
		if s.To.IsZero() {
			return natural, true
		}
		for d := s.From; d.Before(s.To); d = d.Next(1) {
			if !d.Before(base) {
				stopped[d] = true
			}
		}
	}
	return base.Next(t.Limit.N + t.Extension + len(stopped)), false
}
