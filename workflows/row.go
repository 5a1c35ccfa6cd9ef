package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Row is one line of the statute's table: a step, the states it leaves and reaches, who takes it,
// the conditions, what follows, and the article.
type Row struct {
	Event Event
	Name  law.Text // what stands on the button
	From  []State
	To    State // Same: the state stays
	// Once says from when the step leads to To: before that the state stays. Nil: always.
	Once func(Facts) bool
	By   []Capacity
	// Proposers must bring the step up first; somebody else in By then approves it (报批).
	Proposers []Capacity
	When      []Guard
	Then      []Effect
	Mode      func(Facts) Mode // how the case is closed, for rows that lead to Closed
	Law       law.Citation

	AfterClosing bool // possible when the case is closed
	Disposes     bool // gives up or settles a right: an agent needs special authority
	NeedsVersion bool // replaces or decides something shown: the asker must have seen the last version
	// RestsOn is the day of the fact that the step rests on; none means the day the state began.
	RestsOn func(Facts) calendar.Date
}

// Same as a row's To: the step changes facts, not the state.
const Same State = "same"

// in says "from any of these states".
func in(s ...State) []State           { return s }
func by(c ...Capacity) []Capacity     { return c }
func when(g ...Guard) []Guard         { return g }
func then(e ...Effect) []Effect       { return e }
func always(m Mode) func(Facts) Mode  { return func(Facts) Mode { return m } }
func text(zh, en string) law.Text     { return law.Text{ZH: zh, EN: en} }
func anyDay(Facts) calendar.Date      { return calendar.Date{} }
func accepted(f Facts) calendar.Date  { return f.Accepted }
func received(f Facts) calendar.Date  { return f.Application.FirstReceived }
func mediating(f Facts) calendar.Date { return f.Mediation.Received }
func hearingOn(f Facts) calendar.Date { return f.Hearing.On }

// proceeding are the states of an accepted case.
var proceeding = in(Accepted, Scheduled, Hearing, Deliberating)

func (r Row) from(s State) bool {
	for _, f := range r.From {
		if f == s {
			return true
		}
	}
	return false
}

// TakenBy says whether one of these capacities may take the step.
func (r Row) TakenBy(caps []Capacity) bool {
	for _, c := range caps {
		for _, b := range r.By {
			if b == c {
				return true
			}
		}
	}
	return false
}
