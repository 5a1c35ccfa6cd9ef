package pages

import (
	"fmt"
	"net/url"
	"reflect"
	"slices"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// QueueBody is the body of the queue of applications (待立案).
type QueueBody struct {
	*casework.Queue
	Query casework.QueueQuery
}

// URL is the queue with one thing changed.
func (b QueueBody) URL(key, value string) string {
	v := url.Values{}
	for k, s := range map[string]string{"waits": b.Query.Waits, "light": b.Query.Light, "q": b.Query.Search} {
		if s != "" {
			v.Set(k, s)
		}
	}
	if key == "waits" {
		v.Del("light") // each list has lights of its own
	}
	if v.Del(key); value != "" {
		v.Set(key, value)
	}
	if len(v) == 0 {
		return "/intake"
	}
	return "/intake?" + v.Encode()
}

// Lists are the three things that an application may wait for.
func (b QueueBody) Lists() []string { return []string{"decision", "correction", "mediation"} }

// OpenedBody is the body of the page after a case was registered: what is on record, and the slip for whoever handed
// it in.
type OpenedBody struct {
	*casework.Done
	Slip *casework.ReceiptSlip
	Desk bool // the next person waits at the counter
}

// LabelQuery is how many labels are wanted.
type LabelQuery struct {
	Copies int `query:"copies" json:"copies,omitempty" minimum:"1" maximum:"12" doc:"打几张 How many labels"`
}

// LabelBody is the body of a sheet of labels.
type LabelBody struct {
	*casework.FileLabel
	Copies int
}

// Each is there to repeat the label.
func (b LabelBody) Each() []struct{} { return make([]struct{}, b.Copies) }

// Most is how many there are on a sheet.
func (b LabelBody) Most() []int { return []int{1, 2, 4, 8, 12} }

// IntakeBody is the body of the page on which a clerk decides: the checklist, the case, and the steps that are open.
type IntakeBody struct {
	*casework.IntakeView
	Case *casework.CaseView
}

// NewIntake makes it.
func NewIntake(v *casework.IntakeView, c *casework.CaseView) IntakeBody { return IntakeBody{v, c} }

// Open is a step that the reader may take now; nil where it is shut, or somebody else's.
func (b IntakeBody) Open(e workflows.Event) *workflows.Option { return b.option(e, true) }

// Shut is a step of the reader's that is closed now, with why.
func (b IntakeBody) Shut(e workflows.Event) *workflows.Option { return b.option(e, false) }

func (b IntakeBody) option(e workflows.Event, open bool) *workflows.Option {
	if b.Case == nil {
		return nil
	}
	for i, o := range b.Case.Options {
		if o.Event == e && o.Open == open && !o.Later {
			return &b.Case.Options[i]
		}
	}
	return nil
}

// Test is one of the four tests with what the checklist says of it.
type Test struct {
	Field Field
	workflows.CheckLine
}

// Tests are the four of acceptance; what the checklist sees to hold is answered already, the rest a person answers.
func (b IntakeBody) Tests() []Test {
	var list []Test
	fields := FormOf(reflect.TypeFor[casework.Accept](), b.Case, workflows.Accept).Fields
	n := 0
	for _, l := range b.Checklist {
		if l.Field != "" || l.Hint || n >= len(fields) {
			continue
		}
		f := fields[n]
		if n++; l.OK {
			f.Value = "true"
		}
		list = append(list, Test{f, l})
	}
	return list
}

// Wanting are the lines of the checklist besides the four tests that lack something or ask somebody to look.
func (b IntakeBody) Wanting() []workflows.CheckLine { return b.lines(true) }

// There are those that do not.
func (b IntakeBody) There() []workflows.CheckLine { return b.lines(false) }

func (b IntakeBody) lines(wanting bool) (list []workflows.CheckLine) {
	for _, l := range b.Checklist {
		if l.Field == "" && !l.Hint {
			continue // one of the four
		}
		if wanting == (!l.OK || l.Hint && !l.Says.IsZero()) {
			list = append(list, l)
		}
	}
	return list
}

// Looks are the places of the paper that are marked, numbered from 1.
func (b IntakeBody) Looks() (list []Look) {
	for _, p := range b.Paper {
		for _, l := range p.Lines {
			if l.Look != nil {
				list = append(list, Look{p.Of, l.Name, *l.Look})
			}
		}
	}
	return list
}

// Look is one of them.
type Look struct {
	Of   string
	Name law.Text
	Says law.Text
}

// Registry says whether the reader works in the registry, who alone sees other cases.
func (b IntakeBody) Registry() bool {
	return b.Case != nil && slices.Contains(b.Case.Capacities, workflows.Registry)
}

// Barring is the first other case that bars this one; "" if none does.
func (b IntakeBody) Barring() string {
	for _, d := range b.Duplicates {
		if d.Bars {
			return d.Ref
		}
	}
	return ""
}

// Ours is this case in the words in which another stands beside it.
func (b IntakeBody) Ours() []casework.ClaimInShort {
	list := make([]casework.ClaimInShort, len(b.Case.Claims))
	for i, c := range b.Case.Claims {
		list[i] = casework.ClaimInShort{Title: c.Title, Money: c.Money, Amount: c.Amount, From: c.PeriodFrom, To: c.PeriodTo}
	}
	return list
}

// exits are the steps by which an application leaves the registry's hands otherwise than by acceptance.
var exits = []workflows.Event{workflows.RefuseAcceptance.Proposal(), workflows.Refer, workflows.HoldForMediation, workflows.TakeOver, workflows.DisputeTransfer.Proposal(), workflows.CompleteCorrection, workflows.AmendApplication}

// Exit says whether a step is one of those.
func (b IntakeBody) Exit(e workflows.Event) bool { return slices.Contains(exits, e) }

// Correction is the form of a notice, for what stands besides the marks.
func (b IntakeBody) Correction() Form {
	return FormOf(reflect.TypeFor[casework.AskCorrection](), b.Case, workflows.AskCorrection)
}

// Mark names a mark of the correction form that is sent from this page.
func (b IntakeBody) Mark(i int, field string) string { return fmt.Sprintf("defects.%d.%s", i, field) }

// prints are the slips that a reader of a case may print.
type prints struct{ Slip, Label bool }

// printsOf goes by the same hats as the readings behind them; nil for none.
func printsOf(c *casework.CaseView) *prints {
	has := func(hat workflows.Capacity) bool { return slices.Contains(c.Capacities, hat) }
	p := prints{Slip: has(workflows.Registry) || has(workflows.Mediator) || c.Party && has(workflows.Applicant), Label: has(workflows.Registry) || has(workflows.Recorder)}
	if p == (prints{}) {
		return nil
	}
	return &p
}
