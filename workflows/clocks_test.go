package workflows

import (
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
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
		if last := r.Working[len(r.Working)-1]; r.Running == nil && last.Date != r.Statutory {
			t.Errorf("%s: the arithmetic ends on %s, the clock on %s", name, last.Date, r.Statutory)
		}
	}
}

// The order in which stops are listed does not matter; more stops never make it earlier.
func FuzzAwardClock(f *testing.F) {
	f.Add(uint16(10), uint16(5), uint16(20), uint16(9), uint16(3), uint16(30))
	f.Fuzz(func(t *testing.T, a, la, b, lb, c, lc uint16) {
		base := day("2025-03-03")
		at := func(from, length uint16) Stop {
			s := base.Next(int(from % 400))
			return Stop{From: s, To: s.Next(int(length % 90)), Kind: StopInquiry}
		}
		x, y, z := at(a, la), at(b, lb), at(c, lc)
		count := func(s ...Stop) Reckoning {
			return CountAward(rules.Days, AwardTerm{Accepted: base, Limit: calendar.Days(45), Stops: s})
		}
		want := count(x, y, z)
		for _, order := range [][]Stop{{x, z, y}, {y, x, z}, {y, z, x}, {z, x, y}, {z, y, x}} {
			if got := count(order...); got.Statutory != want.Statutory || got.Stopped != want.Stopped {
				t.Fatalf("%v gives %s, %v gives %s", order, got.Statutory, []Stop{x, y, z}, want.Statutory)
			}
		}
		if count(x, y).Statutory.After(want.Statutory) || !rules.Days.Working(want.Statutory) || want.Stopped > 3*90 {
			t.Fatalf("%+v", want)
		}
	})
}

// find is the clock of a period.
func find(t *testing.T, f Facts, p Period) ClockAt {
	t.Helper()
	for _, c := range Clocks(f) {
		if c.Period == p {
			return c
		}
	}
	t.Fatalf("no clock %s", p)
	return ClockAt{}
}

func TestClocksOfACase(t *testing.T) {
	t.Parallel()
	f := filed()
	f.Application.FirstReceived, f.Application.Received = day("2026-04-29"), day("2026-04-29")
	if c := find(t, f, AcceptancePeriod); c.Due != day("2026-05-09") || c.Safe != day("2026-05-06") {
		t.Errorf("V1: acceptance due %s, safe %s", c.Due, c.Safe)
	}
	f.Application.Received = day("2026-05-06") // completed after a correction
	if c := find(t, f, AcceptancePeriod); c.Due != day("2026-05-12") {
		t.Errorf("after a correction: %s", c.Due)
	}
	f.Application.Correcting = true
	if c := find(t, f, AcceptancePeriod); !c.Stopped || !c.Due.IsZero() {
		t.Errorf("while correcting: %+v", c)
	}

	g := acceptedCase()
	g.CopyServed[0].On = day("2026-09-18")
	if c := find(t, g, DefencePeriod); c.Due != day("2026-10-09") || c.Party != "被1" {
		t.Errorf("V4: defence due %s for %s", c.Due, c.Party)
	}
	h := scheduled()
	h.Hearing.On = day("2026-10-12")
	if c := find(t, h, HearingNotice); c.Due != day("2026-09-29") {
		t.Errorf("V15: notice by %s", c.Due)
	}
	if c := find(t, h, Postponement); c.Due != day("2026-10-08") {
		t.Errorf("V15: postponement by %s", c.Due)
	}
	k := closed()
	k.Documents = []Served{{Party: "申1", Worker: true, Final: true, On: day("2026-09-16")}, {Party: "被1", Final: true, On: day("2026-09-01")}, {Party: "申1", Worker: true, On: day("2026-09-16")}}
	for p, want := range map[Period]string{WorkerSuitPeriod: "2026-10-08", SetAsidePeriod: "2026-10-08", SuitPeriod: "2026-10-08"} {
		if c := find(t, k, p); c.Due != day(want) {
			t.Errorf("V12, V13: %s due %s", p, c.Due)
		}
	}
	m := mediated()
	m.Mediation.Received = day("2026-06-05")
	if c := find(t, m, MediationPeriod); c.Due != day("2026-06-22") || c.Natural != day("2026-06-20") {
		t.Errorf("V16: %s, natural %s", c.Due, c.Natural)
	}
	m.Mediation.ExtendedTo = day("2026-07-01")
	if c := find(t, m, MediationPeriod); c.Due != day("2026-07-01") {
		t.Errorf("extended: %s", c.Due)
	}
}

func TestLights(t *testing.T) {
	t.Parallel()
	c := ClockAt{Period: AwardPeriod, Due: day("2026-04-30"), Safe: day("2026-04-30")}
	for on, want := range map[string]Light{"2026-04-19": Green, "2026-04-20": Amber, "2026-04-26": Amber, "2026-04-27": Red, "2026-04-30": Red, "2026-05-01": Black} {
		if got, _ := c.LightOn(day(on), rules.Days); got != want {
			t.Errorf("award light on %s = %s, want %s", on, got, want)
		}
	}
	a := ClockAt{Period: AcceptancePeriod, Due: day("2026-05-09"), Safe: day("2026-05-06")}
	for on, want := range map[string]Light{"2026-04-30": Green, "2026-05-06": Amber, "2026-05-08": Amber, "2026-05-09": Red, "2026-05-11": Black} {
		if got, left := a.LightOn(day(on), rules.Days); got != want {
			t.Errorf("acceptance light on %s = %s (%d left), want %s", on, got, left, want)
		}
	}
	if got, _ := (ClockAt{Period: AwardPeriod, Stopped: true}).LightOn(day("2026-05-01"), rules.Days); got != Grey {
		t.Errorf("a stopped clock shows %s", got)
	}
}

// Every state has its words, every row its name and article, every period its row, every paper its name.
func TestNothingIsNameless(t *testing.T) {
	t.Parallel()
	for _, s := range States() {
		w := s.Says()
		if w.Worker.ZH == "" || w.Worker.EN == "" || w.Employer.ZH == "" || w.Employer.EN == "" || w.Staff.ZH == "" || w.Staff.EN == "" {
			t.Errorf("state %s lacks words", s)
		}
	}
	seen := map[string]bool{}
	for _, r := range table {
		if r.Name.ZH == "" || r.Name.EN == "" || r.Law.IsZero() || len(r.By) == 0 || len(r.From) == 0 || r.To == "" {
			t.Errorf("row %s lacks something", r.Event)
		}
		for _, s := range r.From {
			if key := string(r.Event) + "/" + string(s); seen[key] {
				t.Errorf("two rows for %s", key)
			} else {
				seen[key] = true
			}
		}
		if r.from(Closed) != (r.AfterClosing && r.from(Closed)) || (r.from(Closed) && r.To != Same) {
			t.Errorf("%s moves a closed case", r.Event)
		}
		if (r.To == Closed) != (r.Mode != nil) {
			t.Errorf("%s: mode and closing differ", r.Event)
		}
		for _, g := range r.When {
			if g.Says.ZH == "" || g.Says.EN == "" || g.Law.IsZero() || g.Holds == nil {
				t.Errorf("guard %s of %s lacks something", g.Code, r.Event)
			}
		}
		for _, e := range r.Then {
			if k, ok := PaperOf(e.Draft); e.Draft != "" && (!ok || k.Name.EN == "") {
				t.Errorf("%s drafts %s, which has no name", r.Event, e.Draft)
			}
		}
	}
	for _, p := range terms {
		if p.Name.EN == "" || p.Law.IsZero() || p.Runs.N == 0 {
			t.Errorf("period %s lacks something", p.Period)
		}
	}
	for _, m := range Modes() {
		if m.Name().EN == "" {
			t.Errorf("mode %s has no name", m)
		}
	}
	if _, err := Decide(filed(), "fly"); !fault.Is(err, fault.NotFound) {
		t.Errorf("an unknown step = %v", err)
	}
}
