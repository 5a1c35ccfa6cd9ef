package workflows

import (
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// E22: the ceiling is twelve months of the minimum wage, itself included, for each item and worker
// alone; injury benefits are final whatever the sum; a labor relation leaves nothing final.
func TestFinalByTheItem(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		code     claims.Code
		awarded  string
		minimum  claims.Fen
		relation bool
		final    bool
		known    bool
		rule     string
	}{
		{"M01", "18000", claims.Yuan(2010), false, true, true, "LDMA-47-1"},
		{"M07", "36400", claims.Yuan(2010), false, false, true, "LDMA-47-1"},
		{"M07", "24120.00", claims.Yuan(2010), false, true, true, "LDMA-47-1"},
		{"M07", "24120.01", claims.Yuan(2010), false, false, true, "LDMA-47-1"},
		{"M01", "18000", claims.Yuan(2010), true, false, true, "OP9-11"},
		{"M13", "1000000", claims.Yuan(2010), false, true, true, "ZJ-37-1"},
		{"M13", "1000000", 0, false, true, true, "ZJ-37-1"},
		{"M13", "1", claims.Yuan(2010), true, false, true, "OP9-11"},
		{"M12", "1", claims.Yuan(2010), false, false, true, "LDMA-50"},
		{"M20", "0", claims.Yuan(2010), false, false, true, "LDMA-50"},
		{"M01", "0", claims.Yuan(2010), false, true, true, "LDMA-47-1"}, // rejected: by its head
		{"M01", "18000", 0, false, false, false, "LDMA-47-1"},
	} {
		sum, err := claims.ParseYuan(tt.awarded)
		if err != nil {
			t.Fatal(err)
		}
		f := FinalityOf(AwardedItem{Code: tt.code, Awarded: sum}, tt.minimum, tt.relation)
		if f.Final != tt.final || f.Known != tt.known || f.Law.Rule != tt.rule || f.Says.ZH == "" || f.Says.EN == "" {
			t.Errorf("%s %s: %+v, want final %v by %s", tt.code, tt.awarded, f, tt.final, tt.rule)
		}
		if !f.MayState(false) || f.MayState(true) != (tt.final || !tt.known) {
			t.Errorf("%s %s: may be called final: %v", tt.code, tt.awarded, f.MayState(true))
		}
	}
}

// twoWorkers is a non-final award for two workers against one employer, served on all.
func twoWorkers() AwardDoc {
	return AwardDoc{No: 2, Made: day("2026-04-08"), Workers: []string{"申1", "申2"}, Served: []Served{
		{Party: "申1", Worker: true, On: day("2026-04-09")}, {Party: "申2", Worker: true, On: day("2026-04-13")}, {Party: "被1", On: day("2026-04-10")}}}
}

func finalAward() AwardDoc {
	d := twoWorkers()
	d.No, d.Final = 1, true
	return d
}

// When an award binds, for each worker apart, by what the parties did in court.
func TestWhenAnAwardBinds(t *testing.T) {
	t.Parallel()
	suit := func(party string, o Ruling, ruled string, concerns ...string) CourtMove {
		m := CourtMove{Kind: Suit, Award: 2, Party: party, Worker: party != "被1", On: day("2026-04-20"), Outcome: o, Workers: concerns}
		if ruled != "" {
			m.Ruled = day(ruled)
		}
		return m
	}
	of := func(kind CourtKind, m CourtMove) CourtMove { m.Kind, m.Award = kind, 1; return m }
	final := func(m CourtMove) CourtMove { m.Award = 1; return m }
	for name, tt := range map[string]struct {
		doc    AwardDoc
		change func(*AwardDoc)
		moves  []CourtMove
		worker string
		today  string
		state  ForceState
		on     string
		rule   string
		held   bool
	}{
		"final: the day it is made":              {doc: finalAward(), worker: "申1", state: Effective, on: "2026-04-08", rule: "LDMA-47"},
		"final: though not served":               {doc: finalAward(), change: func(d *AwardDoc) { d.Served[0].On = calendar.Date{} }, worker: "申1", state: Effective, on: "2026-04-08", rule: "LDMA-47"},
		"last party's period, other workers out": {doc: twoWorkers(), worker: "申1", state: Effective, on: "2026-04-28", rule: "LDMA-50"}, // 被1: 25 April is a Saturday, so the 27th
		"the later worker has a later day":       {doc: twoWorkers(), worker: "申2", state: Effective, on: "2026-04-29", rule: "LDMA-50"},
		"still running":                          {doc: twoWorkers(), worker: "申1", today: "2026-04-27", state: NotYet, on: "2026-04-28", rule: "LDMA-50"},
		"not served on the employer":             {doc: twoWorkers(), change: func(d *AwardDoc) { d.Served[2].On = calendar.Date{} }, worker: "申1", state: NotYet, rule: "LDMA-50"},
		"not served on another worker":           {doc: twoWorkers(), change: func(d *AwardDoc) { d.Served[1].On = calendar.Date{} }, worker: "申1", state: Effective, on: "2026-04-28", rule: "LDMA-50"},
		"sued, pending":                          {doc: twoWorkers(), moves: []CourtMove{suit("申1", Pending, "")}, worker: "申1", state: InCourt, rule: "LDMA-50"},
		"another worker sued":                    {doc: twoWorkers(), moves: []CourtMove{suit("申1", Judged, "2026-08-01")}, worker: "申2", state: Effective, on: "2026-04-29", rule: "LDMA-50"},
		"employer sued over one worker":          {doc: twoWorkers(), moves: []CourtMove{suit("被1", Pending, "", "申2")}, worker: "申1", state: Effective, on: "2026-04-28", rule: "LDMA-50"},
		"employer sued over one: that one":       {doc: twoWorkers(), moves: []CourtMove{suit("被1", Pending, "", "申2")}, worker: "申2", state: InCourt, rule: "LDMA-50"},
		"employer sued over all":                 {doc: twoWorkers(), moves: []CourtMove{suit("被1", Changed, "2026-08-01")}, worker: "申2", state: NoEffect, rule: "SPC1-16"},
		"judged, part of the items":              {doc: twoWorkers(), moves: []CourtMove{suit("申1", Judged, "2026-08-01")}, worker: "申1", state: NoEffect, rule: "SPC1-16"},
		"withdrawn with leave":                   {doc: twoWorkers(), moves: []CourtMove{suit("申1", Withdrawn, "2026-06-10")}, worker: "申1", today: "2026-07-01", state: Effective, on: "2026-06-10", rule: "LDMA-50"},
		"dismissed as late":                      {doc: twoWorkers(), moves: []CourtMove{suit("申1", Late, "2026-06-10")}, worker: "申1", state: Effective, on: "2026-04-28", rule: "LDMA-50"},
		"no labor dispute":                       {doc: twoWorkers(), moves: []CourtMove{suit("申1", NotDispute, "2026-06-10")}, worker: "申1", state: NoEffect, rule: "S2000"},
		"one withdrew, the other waits":          {doc: twoWorkers(), moves: []CourtMove{suit("申1", Withdrawn, "2026-06-10"), suit("被1", Pending, "")}, worker: "申1", state: InCourt, rule: "LDMA-50"},
		"the same the other way round":           {doc: twoWorkers(), moves: []CourtMove{suit("被1", Pending, ""), suit("申1", Withdrawn, "2026-06-10")}, worker: "申1", state: InCourt, rule: "LDMA-50"},
		"worker sues over a final award":         {doc: finalAward(), moves: []CourtMove{final(suit("申1", Pending, ""))}, worker: "申1", state: InCourt, rule: "LDMA-47"},
		"worker's late suit, final":              {doc: finalAward(), moves: []CourtMove{final(suit("申1", Late, "2026-06-10"))}, worker: "申1", state: Effective, on: "2026-04-08", rule: "LDMA-47"},
		"setting aside pending":                  {doc: finalAward(), moves: []CourtMove{of(SetAside, suit("被1", Pending, ""))}, worker: "申1", state: Effective, on: "2026-04-08", rule: "LDMA-47", held: true},
		"set aside":                              {doc: finalAward(), moves: []CourtMove{of(SetAside, suit("被1", Granted, "2026-06-10"))}, worker: "申1", state: Overturned, rule: "LDMA-49"},
		"setting aside refused":                  {doc: finalAward(), moves: []CourtMove{of(SetAside, suit("被1", Denied, "2026-06-10"))}, worker: "申1", state: Effective, on: "2026-04-08", rule: "LDMA-47"},
		"enforcement refused":                    {doc: finalAward(), moves: []CourtMove{of(NoEnforcement, suit("被1", Granted, "2026-06-10"))}, worker: "申1", state: Effective, on: "2026-04-08", rule: "LDMA-47", held: true},
		"revoked":                                {doc: finalAward(), change: func(d *AwardDoc) { d.Revoked = day("2026-05-01") }, worker: "申1", state: Revoked, rule: "ZJ-42"},
	} {
		d := tt.doc
		if tt.change != nil {
			tt.change(&d)
		}
		if tt.today == "" {
			tt.today = "2026-05-06"
		}
		e := ForceOf(rules, day(tt.today), d, tt.worker, tt.moves)
		if e.State != tt.state || e.On.String() != tt.on || e.Law.Rule != tt.rule || e.Held != tt.held {
			t.Errorf("%s: %s on %q by %s, held %v; want %s on %q by %s", name, e.State, e.On, e.Law.Rule, e.Held, tt.state, tt.on, tt.rule)
		}
		for _, l := range e.Working {
			if l.Says.ZH == "" || l.Says.EN == "" || l.Law == nil {
				t.Errorf("%s: a line without words or article: %+v", name, l)
			}
		}
	}
}

// Every period that an award or a ruling opens, with its last day.
func TestPeriodsAfterAnAward(t *testing.T) {
	t.Parallel()
	f := closed()
	f.Today, f.On = day("2026-07-01"), day("2026-07-01")
	f.After.Awards = []AwardDoc{finalAward(), twoWorkers()}
	for i := range f.After.Awards[0].Served {
		f.After.Awards[0].Served[i].Final = true
	}
	due := func() map[string]string {
		m := map[string]string{}
		for _, c := range Clocks(f) {
			if c.Period.Remedy() {
				m[string(c.Period)+" "+c.Party] = c.Due.String()
			}
		}
		return m
	}
	want := func(why string, list map[string]string) {
		t.Helper()
		got := due()
		for k, v := range list {
			if got[k] != v {
				t.Errorf("%s: %s is due %q, want %q", why, k, got[k], v)
			}
		}
	}
	want("quiet", map[string]string{"worker-suit 申1": "2026-04-24", "set-aside 被1": "2026-05-11", "suit 申1": "2026-04-24", "suit 申2": "2026-04-28", "suit 被1": "2026-04-27",
		"enforcement 申1": "2028-04-20", "preserved 申1": ""})
	f.After.Preserved = true
	want("preserved", map[string]string{"preserved 申1": "2026-07-08"})
	f.After.Court = []CourtMove{{Kind: SetAside, Award: 1, Party: "被1", On: day("2026-05-06"), Outcome: Granted, Ruled: day("2026-06-10")}}
	want("set aside", map[string]string{"suit-after-set-aside 申1": "2026-06-25", "suit-after-set-aside 被1": "2026-06-25"})
	f.After.Court = []CourtMove{{Kind: Suit, Award: 1, Party: "申1", Worker: true, On: day("2026-04-20"), Outcome: Withdrawn, Ruled: day("2026-06-10")}}
	want("the worker's suit ended", map[string]string{"late-set-aside 被1": "2026-07-10"})
	f.After.Court = []CourtMove{{Kind: NoEnforcement, Award: 1, Party: "被1", On: day("2026-05-20"), Outcome: Granted, Ruled: day("2026-06-10")}}
	want("not enforced", map[string]string{"suit-after-no-enforcement 申1": "2026-07-10", "suit-after-no-enforcement 被1": "2026-07-10"})
}

// What gives a worker nothing is not enforced for them, and what fell away is owed to nobody.
func TestNothingIsEnforcedForWhoLost(t *testing.T) {
	t.Parallel()
	f := closed()
	d := finalAward()
	d.Without = []string{"申1"}
	f.After.Awards = []AwardDoc{d}
	for _, c := range Clocks(f) {
		if c.Period == EnforcementPeriod && c.Party == "申1" {
			t.Errorf("who lost has until %s to ask for enforcement", c.Due)
		}
	}
	find(t, f, EnforcementPeriod, "申2") // who won has
	for _, tt := range []struct {
		change            func(*Facts)
		owed, enforceable bool
	}{
		{func(*Facts) {}, true, true},
		{func(f *Facts) { f.After.Awards[0].Revoked = f.Today }, false, false},
		{func(f *Facts) { court(f, SetAside, Pending) }, true, false},
		{func(f *Facts) { court(f, SetAside, Granted) }, false, false},
		{func(f *Facts) { court(f, Suit, Judged) }, false, false},
		{func(f *Facts) { court(f, Suit, Pending) }, true, false},
	} {
		g := f
		g.After.Awards = []AwardDoc{d}
		tt.change(&g)
		for _, e := range Forces(g) {
			if e.Worker == "申1" && (e.Owed() || e.Enforceable()) {
				t.Errorf("%s: something is owed to who lost", e.State)
			}
			if e.Worker == "申2" && (e.Owed() != tt.owed || e.Enforceable() != tt.enforceable) {
				t.Errorf("%s: owed %v, enforceable %v, want %v, %v", e.State, e.Owed(), e.Enforceable(), tt.owed, tt.enforceable)
			}
		}
	}
}

func court(f *Facts, k CourtKind, o Ruling) {
	f.After.Court = []CourtMove{{No: 1, Kind: k, Award: 1, Party: "被1", On: f.Today, Outcome: o, Ruled: f.Today}}
}
