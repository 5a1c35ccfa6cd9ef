package workflows

import (
	"reflect"
	"testing"

	"tiaocai/workflows/calendar"
)

// find is the clock of a period, of one party where each has its own.
func find(t *testing.T, f Facts, p Period, party string) ClockAt {
	t.Helper()
	for _, c := range Clocks(f) {
		if c.Period == p && c.Party == party {
			return c
		}
	}
	t.Fatalf("no clock %s %s", p, party)
	return ClockAt{}
}

// Each case is one whose clock is known: the dates were counted by hand over the published day table.
// The safe date is counted in natural days; nobody can call it late.
func TestClocksOfACase(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		from      func() Facts
		change    func(*Facts)
		period    Period
		party     string
		due, safe string
	}{
		"V1 acceptance over May Day, a worked Saturday": {filed, receivedOn("2026-04-29"), AcceptancePeriod, "", "2026-05-09", "2026-05-06"},
		"V2 acceptance over Spring Festival":            {filed, receivedOn("2026-02-12"), AcceptancePeriod, "", "2026-02-26", "2026-02-24"},
		"V3 defence":                                    {acceptedCase, copyOn("2026-05-06"), DefencePeriod, "被1", "2026-05-19", "2026-05-18"},
		"V4 defence over National Day":                  {acceptedCase, copyOn("2026-09-18"), DefencePeriod, "被1", "2026-10-09", "2026-09-28"},
		"V5 award":                                      {acceptedCase, acceptedOn("2026-04-01"), AwardPeriod, "", "2026-05-18", "2026-05-18"},
		"V6 award, extended":                            {acceptedCase, func(f *Facts) { acceptedOn("2026-04-01")(f); f.Clock.Extension = 15 }, AwardPeriod, "", "2026-06-01", "2026-06-01"},
		"the copy, from acceptance":                     {acceptedCase, acceptedOn("2026-04-01"), CopyPeriod, "被1", "2026-04-09", "2026-04-07"},
		"the tribunal, from acceptance":                 {acceptedCase, acceptedOn("2026-04-01"), TribunalPeriod, "", "2026-04-09", "2026-04-07"},
		"V12 suit after a non-final award":              {closed, awardServed(Served{Party: "申1", Worker: true}, "2026-09-16"), SuitPeriod, "申1", "2026-10-08", "2026-10-08"},
		"the worker's suit, final award":                {closed, awardServed(Served{Party: "申1", Worker: true, Final: true}, "2026-09-16"), WorkerSuitPeriod, "申1", "2026-10-08", "2026-10-08"},
		"V13 setting aside a final award":               {closed, awardServed(Served{Party: "被1", Final: true}, "2026-09-01"), SetAsidePeriod, "被1", "2026-10-08", "2026-10-08"},
		"V14 notice":                                    {scheduled, hearingOnDay("2026-06-15"), HearingNotice, "", "2026-06-08", "2026-06-08"},
		"V14 postponement":                              {scheduled, hearingOnDay("2026-06-15"), Postponement, "", "2026-06-10", "2026-06-10"},
		"V15 notice over National Day":                  {scheduled, hearingOnDay("2026-10-12"), HearingNotice, "", "2026-09-29", "2026-09-29"},
		"V15 postponement":                              {scheduled, hearingOnDay("2026-10-12"), Postponement, "", "2026-10-08", "2026-10-08"},
		"V16 mediation over Dragon Boat":                {mediated, func(f *Facts) { f.Mediation.Received = day("2026-06-05") }, MediationPeriod, "", "2026-06-22", "2026-06-22"},
		"taking up a mediation":                         {mediated, func(f *Facts) { f.Mediation.Received = day("2026-06-18") }, MediationAcceptance, "", "2026-06-24", "2026-06-22"},
		"mediation, longer by consent":                  {mediated, func(f *Facts) { f.Mediation.ExtendedTo = day("2026-03-29") }, MediationPeriod, "", "2026-03-29", "2026-03-29"},
		"a length in force here": {filed, func(f *Facts) {
			f.Law.Lengths = map[Period]calendar.Span{AcceptancePeriod: calendar.WorkingDays(3)}
		}, AcceptancePeriod, "", "2026-03-05", "2026-03-05"},
	}
	for name, tt := range tests {
		f := tt.from()
		tt.change(&f)
		c := find(t, f, tt.period, tt.party)
		if c.Due != day(tt.due) || c.Safe != day(tt.safe) || c.Provisional || c.Stopped {
			t.Errorf("%s: due %s, safe %s, want %s, %s", name, c.Due, c.Safe, tt.due, tt.safe)
		}
		if last := c.Working[len(c.Working)-1].Date; last != c.Due {
			t.Errorf("%s: the arithmetic ends on %s, the clock on %s", name, last, c.Due)
		}
		if !reflect.DeepEqual(Clocks(f), Clocks(f)) {
			t.Errorf("%s: the same facts give other clocks", name)
		}
	}
}

func receivedOn(s string) func(*Facts) {
	return func(f *Facts) { f.Application.FirstReceived, f.Application.Received = day(s), day(s) }
}

func acceptedOn(s string) func(*Facts) { return func(f *Facts) { f.Accepted = day(s) } }
func copyOn(s string) func(*Facts)     { return func(f *Facts) { f.CopyServed[0].On = day(s) } }
func hearingOnDay(s string) func(*Facts) {
	return func(f *Facts) { f.Hearing.On = day(s) }
}

func awardServed(s Served, on string) func(*Facts) {
	return func(f *Facts) {
		s.On = day(on)
		f.After.Awards = []AwardDoc{{No: 1, Final: s.Final, Made: f.Closed, Served: []Served{s}}}
	}
}

// The time to decide on acceptance runs from complete papers; it stands still while the applicant
// completes them, or while the application waits for a mediation, and then starts anew.
func TestTheReceiptMoves(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		change   func(*Facts)
		due      string // none while it stands still
		from     string // where the arithmetic starts
		because  string
		finished bool
	}{
		"received":              {func(f *Facts) {}, "2026-03-09", "2026-03-02", "收到申请之日（当日不计）", false},
		"waiting for papers":    {func(f *Facts) { f.Application.Correcting = true }, "", "2026-03-02", "收到申请之日（当日不计）", false},
		"papers completed":      {func(f *Facts) { f.Application.Received = day("2026-03-06") }, "2026-03-13", "2026-03-06", "材料补齐之日（当日不计）", false},
		"waiting for mediation": {func(f *Facts) { f.Mediation = MediationFacts{Held: true, Running: true, Received: day("2026-03-03")} }, "", "2026-03-02", "收到申请之日（当日不计）", false},
		"mediation ended":       {func(f *Facts) { f.Mediation = MediationFacts{Held: true, Concluded: day("2026-03-12")} }, "2026-03-19", "2026-03-12", "暂缓受理结束之日（当日不计）", false},
		"completed, then held": {func(f *Facts) {
			f.Application.Received, f.Mediation = day("2026-03-06"), MediationFacts{Held: true, Concluded: day("2026-03-12")}
		}, "2026-03-19", "2026-03-12", "暂缓受理结束之日（当日不计）", false},
		"held, then completed": {func(f *Facts) {
			f.Application.Received, f.Mediation = day("2026-03-16"), MediationFacts{Held: true, Concluded: day("2026-03-12")}
		}, "2026-03-23", "2026-03-16", "材料补齐之日（当日不计）", false},
		"held in an earlier one": {func(f *Facts) { f.Mediation = MediationFacts{Held: true, Concluded: day("2026-02-20")} }, "2026-03-09", "2026-03-02", "收到申请之日（当日不计）", false},
		"mediated elsewhere":     {func(f *Facts) { f.Mediation = MediationFacts{Concluded: day("2026-03-12")} }, "2026-03-09", "2026-03-02", "收到申请之日（当日不计）", false},
		"decided":                {func(f *Facts) { f.Application.Decided = day("2026-03-05") }, "2026-03-09", "2026-03-02", "收到申请之日（当日不计）", true},
	}
	for name, tt := range tests {
		f := filed()
		tt.change(&f)
		c := find(t, f, AcceptancePeriod, "")
		if c.Due.String() != tt.due || c.Stopped != (tt.due == "") || c.Starts.String() != tt.from || c.Working[0].Says.ZH != tt.because || !c.Done.IsZero() != tt.finished {
			t.Errorf("%s: due %s (stopped %v) from %s, %s; want %s from %s, %s", name, c.Due, c.Stopped, c.Starts, c.Working[0].Says.ZH, tt.due, tt.from, tt.because)
		}
	}
}

// Every party has its own clocks, from its own service, and it is told as who it is in the case.
func TestEachPartyItsOwnClock(t *testing.T) {
	t.Parallel()
	f := acceptedCase()
	f.CopyServed = []Served{{Party: "被1", On: day("2026-03-04")}, {Party: "被2"}}
	if a, b := find(t, f, CopyPeriod, "被1"), find(t, f, CopyPeriod, "被2"); a.Done != day("2026-03-04") || !b.Done.IsZero() {
		t.Errorf("copy served on the first: done %s, on the second: %s", a.Done, b.Done)
	}
	for _, c := range Clocks(f) {
		if c.Period == DefencePeriod && c.Party == "被2" {
			t.Errorf("the defence period runs for somebody without the copy: %+v", c)
		}
	}
	g := closed()
	g.After.Awards = []AwardDoc{ // the employer applied, the worker responded
		{No: 1, Final: true, Served: []Served{{Party: "申1", Final: true, On: day("2026-09-01")}, {Party: "被1", Worker: true, Final: true, On: day("2026-09-02")}}},
		{No: 2, Served: []Served{{Party: "申1", On: day("2026-09-01")}, {Party: "被1", Worker: true, On: day("2026-09-02")}, {Party: "申2"}}},
	}
	for _, tt := range []struct {
		period Period
		party  string
		due    string
		who    Capacity
	}{
		{SetAsidePeriod, "申1", "2026-10-08", Applicant}, {WorkerSuitPeriod, "被1", "2026-09-17", Respondent},
		{SuitPeriod, "申1", "2026-09-16", Applicant}, {SuitPeriod, "被1", "2026-09-17", Respondent},
	} {
		if c := find(t, g, tt.period, tt.party); c.Due != day(tt.due) || c.For != tt.who {
			t.Errorf("%s of %s: due %s for the %s, want %s, %s", tt.period, tt.party, c.Due, c.For, tt.due, tt.who)
		}
	}
	n := len(Clocks(g))
	g.After.Awards[1].Served = append(g.After.Awards[1].Served, Served{Party: "被3"})
	if len(Clocks(g)) != n {
		t.Error("a period runs from an award that was not served")
	}
	g.Mode, g.After.Awards = WithdrawnSettled, nil
	if len(Clocks(g)) != n-4 {
		t.Errorf("without an award there are %d clocks, want %d", len(Clocks(g)), n-4)
	}
}

// What was done, or fell away with the case, does not run on.
func TestClocksEnd(t *testing.T) {
	t.Parallel()
	for _, c := range Clocks(closed()) {
		if c.Done.IsZero() {
			t.Errorf("after closing %s %s still runs", c.Period, c.Party)
		}
	}
	f := acceptedCase()
	f.Clock.Stops = []Stop{{From: day("2026-03-10"), Kind: StopNotice}}
	c := find(t, f, AwardPeriod, "")
	if !c.Stopped || !c.Due.IsZero() || !c.Natural.IsZero() || !c.Safe.IsZero() {
		t.Errorf("a stopped award clock = %+v", c)
	}
	if n := NextOf(f, Clocks(f)); n.Period == AwardPeriod && !n.By.IsZero() {
		t.Errorf("somebody acts by %s while the clock is stopped", n.By)
	}
	far := filed()
	receivedOn("2026-12-30")(&far)
	if c := find(t, far, AcceptancePeriod, ""); !c.Provisional {
		t.Errorf("counted into 2027, which has no day table yet: %+v", c)
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

// What lists compare with is what a clock shows, on every day of its life.
func TestLightsTurn(t *testing.T) {
	t.Parallel()
	for _, term := range Terms() {
		for i := range 40 {
			start := day("2026-01-05").Next(i * 7)
			due := rules.Days.Due(start, term.Runs)
			c := ClockAt{Period: term.Period, Starts: start, Due: due.Statutory, Safe: due.Natural}
			amber, red := c.Turns(rules.Days)
			for on := start; !on.After(due.Statutory.Next(3)); on = on.Next(1) {
				want, _ := c.LightOn(on, rules.Days)
				got := Green
				switch {
				case c.Due.Before(on):
					got = Black
				case !on.Before(red):
					got = Red
				case !on.Before(amber):
					got = Amber
				}
				if got != want {
					t.Fatalf("%s due %s on %s: %s by its turns %s and %s, want %s", term.Period, c.Due, on, got, amber, red, want)
				}
			}
			if !amber.IsZero() && c.Due.Since(amber) > 60 {
				t.Errorf("%s turns amber %d days ahead: lists look 60 days ahead", term.Period, c.Due.Since(amber))
			}
		}
	}
	if a, r := (ClockAt{Period: AwardPeriod, Stopped: true}).Turns(rules.Days); !a.IsZero() || !r.IsZero() {
		t.Error("a stopped clock turns")
	}
}
