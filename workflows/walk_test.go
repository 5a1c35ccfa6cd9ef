package workflows

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// walker goes at random through the table and keeps count of what it reached.
type walker struct {
	can   map[State][]Row // the rows of a state
	t     testing.TB
	r     *rand.Rand
	steps map[string]int
	modes map[Mode]int
}

func begin(r *rand.Rand) Facts {
	f := Facts{Law: rules, Today: day("2026-02-02"), On: day("2026-02-02"), StateSince: day("2026-02-02"),
		Applicants: 1, Respondents: 1, Workers: 1, Claims: 2}
	if r.IntN(6) == 0 {
		f.Applicants, f.Workers = 12, 12
	}
	if r.IntN(8) == 0 {
		return settledCase() // what follows an agreement is rarely reached from the start
	}
	return f
}

// walk takes up to n steps from the first contact on.
func (w *walker) walk(n int) {
	f := begin(w.r)
	for range n {
		if days := w.r.IntN(6) - 3; days > 0 && f.State != New {
			f.Today = f.Today.Next(days)
		}
		f.On = f.Today
		if f.State == Scheduled && servedOn(f.Hearing.Notices) && w.r.IntN(2) == 0 {
			f.Today = calendar.Latest(f.Today, f.Hearing.On)
			f.On = f.Hearing.On
		}
		f = w.step(f)
	}
}

// step tries one event, chosen at random among those that have a row in the state.
func (w *walker) step(f Facts) Facts {
	can := w.rowsFrom(f.State)
	if len(can) == 0 {
		return f
	}
	row := can[w.r.IntN(len(can))]
	if w.r.IntN(5) < 2 { // and some keep to the road
		for _, r := range can {
			if forward[r.Event] && w.r.IntN(2) == 0 {
				row = r
			}
		}
	}
	if leaves(row) && w.r.IntN(20) > 0 {
		return f // most walks go the long way
	}
	if f.State == Settled && !f.Settling.Agreement.InForce.IsZero() && row.To == Filed && w.r.IntN(10) > 0 {
		return f // and most of those who agreed stay with it
	}
	if f.Proposed != "" && w.r.IntN(3) == 0 {
		if r, ok := RowOf(f.Proposed, f.State); ok {
			row = r
		}
	}
	if w.r.IntN(3) > 0 {
		f.ProposedBy = false
	}
	g := imagine(f, row.Event, w.r)
	s, err := Decide(g, row.Event)
	again, err2 := Decide(g, row.Event)
	if fmt.Sprint(err) != fmt.Sprint(err2) || s.To != again.To || s.Mode != again.Mode {
		w.t.Fatalf("Decide does not repeat: %v, %v", err, err2)
	}
	if err != nil {
		refused(w.t, row, err)
		return f
	}
	w.check(g, row, s)
	w.steps[name(row)]++
	after := become(g, s, w.r)
	if s.Mode != "" {
		w.modes[s.Mode]++
	}
	if f.State == Closed && (after.State != Closed || after.Mode != f.Mode || after.Closed != f.Closed) {
		w.t.Fatalf("%s changed a closed case", row.Event)
	}
	return after
}

// rowsFrom gathers the rows of a state once: gathered at each step, they were most of a walk's time.
func (w *walker) rowsFrom(state State) []Row {
	can, ok := w.can[state]
	if ok {
		return can
	}
	for _, r := range table {
		if r.from(state) {
			can = append(can, r)
		}
	}
	if w.can == nil {
		w.can = map[State][]Row{}
	}
	w.can[state] = can
	return can
}

// forward are the steps of the long way.
var forward = map[Event]bool{FileApplication: true, Accept: true, FormTribunal: true, ServeDocument: true, ScheduleHearing: true, OpenHearing: true,
	WriteMinutes: true, CloseHearing: true, AttemptMediation: true, MakeAward.Proposal(): true, CastVote: true, SignAward: true, MakeAward: true,
	SignAgreement: true, AskReview: true, LapseTalks: true}

// leaves says whether a row leaves the road before its end.
func leaves(r Row) bool {
	e := r.Event
	if of, is := e.Proposes(); is {
		e = of
	}
	switch e {
	case Arrive, Reopen, CarryOver, CarryOverClosed, GiveAdvice, SettleInConsultation, RefuseAcceptance, Refer, WithdrawApplication, CloseByMediation, AllowWithdrawal, Terminate, Transfer, Cancel, CorrectEntry, FailTalks, WithdrawReview, RecordConfirmation:
		return true
	}
	return false
}

func (w *walker) check(f Facts, row Row, s Step) {
	if f.State == Closed && !row.AfterClosing {
		w.t.Fatalf("%s happened after closing", row.Event)
	}
	if row.Law.IsZero() {
		w.t.Fatalf("%s cites no article", row.Event)
	}
	if (s.To == Closed && f.State != Closed) != (s.Mode != "") {
		w.t.Fatalf("%s leads to %s with mode %q", row.Event, s.To, s.Mode)
	}
	if w.r.IntN(4) > 0 {
		return
	}
	after := become(f, s, w.r)
	clocks := Clocks(after)
	if !reflect.DeepEqual(clocks, Clocks(after)) {
		w.t.Fatal("the same facts give other clocks")
	}
	for _, c := range clocks {
		if c.Term().Law.IsZero() || len(c.Working) == 0 || c.Starts.IsZero() {
			w.t.Fatalf("clock %+v has no rule or no arithmetic", c)
		}
		explains(w.t, c)
	}
	if n := NextOf(after, clocks); n.Who == "" && n.Task != NothingLeft || n.What.ZH == "" || n.What.EN == "" {
		w.t.Fatalf("in %s nobody acts next", after.State)
	}
}

func refused(t testing.TB, row Row, err error) {
	f := fault.As(err)
	if f == nil || f.Says.ZH == "" || f.Says.EN == "" || (f.Kind == fault.Refused && f.Law.IsZero()) {
		t.Fatalf("%s is refused without a sentence or an article: %v", row.Event, err)
	}
}

func name(r Row) string { return fmt.Sprintf("%s from %v", r.Event, r.From) }

// Random walks reach every row of the table and every closing mode.
func TestWalksReachEveryRow(t *testing.T) {
	t.Parallel()
	w := walker{t: t, r: rand.New(rand.NewPCG(7, 42)), steps: map[string]int{}, modes: map[Mode]int{}}
	for range 3200 {
		w.walk(220)
	}
	for _, r := range table {
		if w.steps[name(r)] == 0 {
			t.Errorf("no walk took %s", name(r))
		}
	}
	for _, m := range Modes() {
		if w.modes[m] == 0 {
			t.Errorf("no walk closed a case as %s", m)
		}
		t.Logf("%-20s %d", m, w.modes[m])
	}
	total := 0
	for _, n := range w.steps {
		total += n
	}
	t.Logf("%d steps over %d rows", total, len(table))
}

// FuzzWalk walks wherever the fuzzer's seed leads.
func FuzzWalk(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) {
		w := walker{t: t, r: rand.New(rand.NewPCG(a, b)), steps: map[string]int{}, modes: map[Mode]int{}}
		w.walk(120)
	})
}

// An option is open exactly if the same facts are not refused.
func TestOptionsAgreeWithDecide(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	w := walker{t: t, r: r, steps: map[string]int{}, modes: map[Mode]int{}}
	for range 300 {
		f := begin(r)
		for range 60 {
			f.Today = f.Today.Next(r.IntN(4))
			f.On = f.Today
			f.Act = Particulars{}
			for _, o := range Options(f, Capacities()) {
				_, err := Decide(f, o.Event)
				if k := fault.As(err); o.Open != (err == nil || k.Kind == fault.Invalid) {
					t.Fatalf("%s in %s: open = %v, Decide = %v", o.Event, f.State, o.Open, err)
				}
			}
			f = w.step(f)
		}
	}
}

func BenchmarkDecide(b *testing.B) {
	f := scheduled()
	f.On = f.Hearing.On
	f.Today = f.On
	for b.Loop() {
		if _, err := Decide(f, OpenHearing); err != nil {
			b.Fatal(err)
		}
	}
}

// A case with everything that a clock may meet: receipts that moved, stops, a restart, an extension,
// and an award in everybody's hands.
func BenchmarkClocksOfAFullCase(b *testing.B) {
	f := closed()
	f.Mediation = MediationFacts{Received: day("2026-02-02"), Concluded: day("2026-02-20"), ExtendedTo: day("2026-02-25"), HasMediator: true}
	f.Intake.Receipts = []CorrectionDay{{day("2026-03-02"), day("2026-03-02")}}
	f.Clock.Stops = []Stop{stop("2026-03-20", "2026-04-29"), stop("2026-04-20", "2026-05-06"), stop("2026-05-10", "2026-05-12")}
	f.Clock.Restarts, f.Clock.Extension = []Restart{{On: day("2026-03-16"), Kind: "counter_application"}}, 15
	for b.Loop() {
		for _, c := range Clocks(f) {
			_ = c.Explanation()
		}
	}
}

func BenchmarkClocks(b *testing.B) {
	f := scheduled()
	for b.Loop() {
		Clocks(f)
	}
}
