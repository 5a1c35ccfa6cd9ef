package pages

import (
	"fmt"
	"net/url"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows"
)

// mains are the steps that carry a case forward from each state; the first open one is the page's
// solid button when it is the reader's turn.
var mains = map[workflows.State][]workflows.Event{
	workflows.Consulting:   {workflows.GiveAdvice},
	workflows.Mediating:    {workflows.AssignMediator, workflows.ConsentToMediation, workflows.HoldSession, workflows.SignAgreement},
	workflows.Filed:        {workflows.CompleteCorrection, workflows.Accept},
	workflows.Accepted:     {workflows.FormTribunal, workflows.FileDefence, workflows.ScheduleHearing, workflows.ServeDocument},
	workflows.Scheduled:    {workflows.OpenHearing, workflows.ServeDocument},
	workflows.Hearing:      {workflows.AttemptMediation, workflows.CloseHearing},
	workflows.Deliberating: {workflows.MakeAward},
	workflows.Closed:       {workflows.ServeDocument, workflows.Archive},
}

// primary is the next lawful act of the reader; nil if it is somebody else's turn.
func primary(v *casework.CaseView) *workflows.Option {
	if !v.Next.You {
		return nil
	}
	wanted := mains[v.State]
	if v.Proposal != nil {
		wanted = []workflows.Event{v.Proposal.Event}
	}
	for _, e := range wanted {
		for _, at := range []workflows.Event{e, e.Proposal()} {
			for i, o := range v.Options {
				if o.Event == at && o.Open {
					return &v.Options[i]
				}
			}
		}
	}
	return nil
}

// optionGroups are the steps of a case as the page shows them: what is open or shut in this state,
// what is shut and folded because there is too much of it, and what belongs to a later state.
type optionGroups struct{ Now, Shut, Later []workflows.Option }

// manyShut is how many shut steps stand in the open; beyond that they fold together.
const manyShut = 6

// optionsOf puts the open steps first.
func optionsOf(v *casework.CaseView) optionGroups {
	var g optionGroups
	for _, o := range v.Options {
		switch {
		case o.Later:
			g.Later = append(g.Later, o)
		case o.Open:
			g.Now = append(g.Now, o)
		default:
			g.Shut = append(g.Shut, o)
		}
	}
	if len(g.Shut) <= manyShut {
		g.Now, g.Shut = append(g.Now, g.Shut...), nil
	}
	return g
}

// subject is what somebody opened: the file, the notes, an exhibit by its mark, a paper by its name.
func (l tongue) subject(v *casework.CaseView, s string) string {
	kind, which, _ := strings.Cut(s, " ")
	switch kind {
	case "exhibit":
		return l.t("证据 ", "exhibit ") + which
	case "document":
		for _, d := range v.Documents {
			if fmt.Sprint(d.ID) == which {
				return d.Name.In(string(l))
			}
		}
		return l.t("文书", "a paper")
	}
	return l.word("read", s)
}

// shutNow is the option that closes the step whose form is open, if the law closes it today.
func shutNow(s Step) *workflows.Option {
	for i, o := range s.Case.Options {
		if o.Event == s.Event && !o.Open {
			return &s.Case.Options[i]
		}
	}
	return nil
}

// mayIssue says whether the reader hands out one-time codes to parties.
func mayIssue(v *casework.CaseView) bool {
	for _, c := range v.Capacities {
		if c == workflows.Registry || c == workflows.Recorder || c == workflows.Mediator {
			return !v.Party
		}
	}
	return false
}

// unserved counts the recipients whom a paper hasn't reached.
func unserved(d casework.DocumentView) (n int) {
	for _, to := range d.To {
		if to.On.IsZero() {
			n++
		}
	}
	return n
}

// aheadOf are the days still to come, for the head of the timeline: the latest first.
func aheadOf(v *casework.CaseView) []casework.ClockView {
	var list []casework.ClockView
	for i := len(v.Clocks) - 1; i >= 0; i-- {
		k := v.Clocks[i]
		if k.Done.IsZero() && !k.Stopped && k.Due.After(v.Today) {
			list = append(list, k)
		}
	}
	return list
}

// arriving is the first clock of the page head: the one that the next step runs against, else the
// first that still runs.
func arriving(v *casework.CaseView) *casework.ClockView {
	if v.Next.Clock != nil {
		return v.Next.Clock
	}
	for i := range v.Clocks {
		if v.Clocks[i].Done.IsZero() && (v.Clocks[i].Stopped || !v.Clocks[i].Due.IsZero()) && v.State.Open() {
			return &v.Clocks[i]
		}
	}
	return nil
}

// hasMarks says whether a party's side has somebody to issue a code to.
func hasMarks(p casework.PartyView) bool {
	if !p.Linked {
		return true
	}
	for _, a := range p.Agents {
		if !a.Linked {
			return true
		}
	}
	return false
}

// detail is what an event's particulars say, where they have words: 证据 申3，方式 邮寄送达.
func (l tongue) detail(e casework.EventView) string {
	var parts []string
	for _, k := range []string{"number", "exhibit", "paper", "party", "method", "days", "ground", "kind", "result", "of", "field", "from", "to", "cause"} {
		v, ok := e.Detail[k]
		if !ok || v == nil || v == "" {
			continue
		}
		s := fmt.Sprint(v)
		switch k {
		case "paper":
			kind, _ := workflows.PaperOf(workflows.Paper(s))
			s = kind.Name.In(string(l))
		case "of":
			s = eventName(workflows.Event(s)).In(string(l))
		case "from", "to":
			s, _ = l.say(same(s))
		default:
			s = l.word("", s)
		}
		parts = append(parts, l.word("detail", k)+" "+s)
	}
	return strings.Join(parts, l.t("，", ", "))
}

// correcting says whether the form asks for the number of a record.
func correcting(e workflows.Event) bool { return e == workflows.CorrectEntry.Proposal() }

// outcome is how a case behind a figure ended: a closing mode, or a mediation's outcome.
func (l tongue) outcome(kind string) string {
	if kind == "" {
		return "—"
	}
	if name := workflows.Mode(kind).Name(); !name.IsZero() {
		return name.In(string(l))
	}
	return l.word("mediation", kind)
}

// behind is the list of the cases behind a number.
func behind(f *casework.Figures, number string, month int) string {
	v := url.Values{"number": {number}, "year": {fmt.Sprint(f.Year)}}
	if month > 0 {
		v.Set("month", fmt.Sprint(month))
	}
	if f.Organisation != 0 {
		v.Set("organisation", fmt.Sprint(f.Organisation))
	}
	return "/figures/cases?" + v.Encode()
}

// sheet is a paper's text as it is laid out: who issues it, what it is, its number, the rest.
type sheet struct{ Issuer, Title, Number, Rest string }

// sheetOf cuts off the head of a paper: the lines before the first blank one.
func sheetOf(text string) sheet {
	head, rest, ok := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !ok || len(lines) < 2 || len(lines) > 3 {
		return sheet{Rest: text}
	}
	s := sheet{Issuer: lines[0], Title: lines[1], Rest: rest}
	if len(lines) == 3 {
		s.Number = lines[2]
	}
	return s
}

// docketURL is the list with one thing changed: a filter, a list or the next page.
func docketURL(q casework.DocketQuery, key, value string) string {
	v := url.Values{}
	set := func(k, s string) {
		if s != "" {
			v.Set(k, s)
		}
	}
	set("list", q.List)
	set("state", q.State)
	set("q", q.Search)
	if q.Closed {
		set("closed", "true")
	}
	v.Del("after")
	if v.Del(key); value != "" {
		v.Set(key, value)
	}
	if len(v) == 0 {
		return "/work"
	}
	return "/work?" + v.Encode()
}
