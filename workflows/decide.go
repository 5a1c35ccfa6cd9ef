package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Step is what the law says happens: the row, the state reached, and how the case is closed if it is.
type Step struct {
	Row    Row
	To     State
	Mode   Mode // only when the step closes the case
	Drafts []Effect
	Tells  []Effect
}

// Table lists every row, proposals included, in the order of a case's life.
func Table() []Row { return table }

var table = buildTable()

var byEvent = func() map[Event][]Row {
	m := map[Event][]Row{}
	for _, r := range table {
		m[r.Event] = append(m[r.Event], r)
	}
	return m
}()

// buildTable adds to each row that wants a second pair of eyes the row of its proposal.
func buildTable() []Row {
	var all []Row
	for _, group := range Transitions {
		for _, r := range group {
			if len(r.Proposers) > 0 {
				all = append(all, proposalOf(r))
				r.When = append(when(proposed(r.Event), SomebodyElse), r.When...)
			}
			all = append(all, r)
		}
	}
	return all
}

func proposalOf(r Row) Row {
	return Row{
		Event: r.Event.Proposal(), Name: text("报批："+r.Name.ZH, "Propose: "+r.Name.EN),
		From: r.From, To: Same, By: r.Proposers, When: append(when(NothingProposed), r.When...),
		Law: r.Law, AfterClosing: r.AfterClosing, NeedsVersion: r.NeedsVersion, RestsOn: r.RestsOn,
	}
}

// RowOf finds the row of an event in a state; ok is false if the table has none.
func RowOf(e Event, s State) (Row, bool) {
	for _, r := range byEvent[e] {
		if r.from(s) {
			return r, true
		}
	}
	return Row{}, false
}

// RowsOf are all rows of an event, of which each state has at most one.
func RowsOf(e Event) []Row { return byEvent[e] }

// Decide asks the table whether the event may happen now. The answer is the step, or a
// *fault.Error: fault.Refused with the sentence and article of the condition that does not hold,
// fault.Invalid for a day that can't be.
func Decide(f Facts, e Event) (Step, error) {
	r, ok := RowOf(e, f.State)
	if !ok {
		return Step{}, notNow(f.State, e)
	}
	if err := dayHolds(r, f); err != nil {
		return Step{}, err
	}
	if g, ok := closedBy(r, f); !ok {
		return Step{}, refusal(g, f)
	}
	s := Step{Row: r, To: r.To}
	if s.To == Same || r.Once != nil && !r.Once(f) {
		s.To = f.State
	}
	if r.Mode != nil {
		s.Mode = r.Mode(f)
	}
	for _, x := range r.Then {
		if x.When != nil && !x.When(f) {
			continue
		}
		if x.Draft != "" {
			s.Drafts = append(s.Drafts, x)
		} else {
			s.Tells = append(s.Tells, x)
		}
	}
	return s, nil
}

func closedBy(r Row, f Facts) (Guard, bool) {
	if !urgent[r.Event] && !ChallengedPauses.Holds(f) {
		return ChallengedPauses, false
	}
	for _, g := range r.When {
		if !g.Holds(f) {
			return g, false
		}
	}
	return Guard{}, true
}

func refusal(g Guard, f Facts) *fault.Error {
	err := fault.Refuse(g.Code, g.Says, g.Law)
	if g.Opens != nil {
		if d := g.Opens(f); d.After(f.Today) {
			err.Opens = d
		}
	}
	return err
}

// notNow is the refusal of a step that the state has no row for.
func notNow(s State, e Event) *fault.Error {
	rows := byEvent[e]
	if len(rows) == 0 {
		return fault.New(fault.NotFound, "no-such-step", law.Text{ZH: "没有这个步骤。", EN: "There is no such step."})
	}
	is, name := s.Says().Staff, rows[0].Name
	return fault.Refuse("not-open-in-this-state", law.Text{
		ZH: "案件现在是“" + is.ZH + "”，不能办“" + name.ZH + "”。",
		EN: "The case is now “" + is.EN + "”; “" + name.EN + "” is not possible.",
	}, rows[0].Law)
}

// dayHolds checks the civil day of the step: never in the future, never before what it rests on.
func dayHolds(r Row, f Facts) error {
	if f.On.After(f.Today) {
		return fault.Bad("on", law.Text{ZH: "日期不能晚于今天（" + f.Today.String() + "）。", EN: "The day cannot be after today (" + f.Today.String() + ")."})
	}
	rests := f.StateSince
	if r.RestsOn != nil {
		rests = r.RestsOn(f)
	}
	if f.On.Before(rests) {
		return fault.Bad("on", law.Text{
			ZH: "日期不能早于它所依据的事项（" + rests.String() + "）。",
			EN: "The day cannot be before the fact it rests on (" + rests.String() + ")."})
	}
	return nil
}

// Option is one step as a person may see it: open as a button, or shut with the sentence that
// shuts it and the day it opens.
type Option struct {
	Event Event         `json:"event"`
	Name  law.Text      `json:"name"`
	Law   law.Citation  `json:"law"`
	Open  bool          `json:"open"`
	Code  string        `json:"code,omitempty"`
	Says  *law.Text     `json:"says,omitempty"`
	Why   *law.Citation `json:"why,omitempty"` // the article that shuts it
	Opens calendar.Date `json:"opens"`
	Later bool          `json:"later,omitempty"` // belongs to another state
}

// Options lists what somebody with these capacities may do next, and what not and why: the rows
// of the present state first, then those of other states. The table that refuses also offers.
func Options(f Facts, caps []Capacity) []Option {
	var now, later []Option
	seen := map[Event]bool{}
	for _, r := range table {
		if !r.TakenBy(caps) || r.from(New) || !r.from(f.State) {
			continue
		}
		seen[r.Event] = true
		now = append(now, optionOf(r, f))
	}
	for _, r := range table {
		if seen[r.Event] || !r.TakenBy(caps) || r.from(New) || !f.ahead(r) {
			continue
		}
		seen[r.Event] = true
		later = append(later, shut(r, notNow(f.State, r.Event), true))
	}
	return append(now, later...)
}

func optionOf(r Row, f Facts) Option {
	if g, ok := closedBy(r, f); !ok {
		return shut(r, refusal(g, f), false)
	}
	return Option{Event: r.Event, Name: r.Name, Law: r.Law, Open: true}
}

func shut(r Row, err *fault.Error, later bool) Option {
	return Option{Event: r.Event, Name: r.Name, Law: r.Law, Code: err.Code, Says: &err.Says, Why: &err.Law, Opens: err.Opens, Later: later}
}

// ahead says whether a row of another state may still come: nothing comes back after closing.
func (f Facts) ahead(r Row) bool {
	at := rank(f.State)
	for _, s := range r.From {
		if rank(s) > at {
			return f.State != Closed && f.State != NotAccepted && f.State != Referred
		}
	}
	return false
}

func rank(s State) int {
	for i, x := range States() {
		if x == s {
			return i
		}
	}
	return -1
}
