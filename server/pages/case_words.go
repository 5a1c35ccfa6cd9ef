package pages

import (
	"fmt"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows"
)

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
	for _, k := range []string{"number", "exhibit", "paper", "party", "method", "days", "ground", "kind", "result", "of", "field", "from", "to", "cause", "as_proposed"} {
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
		case "as_proposed":
			s = l.word("asproposed", s)
		case "from", "to":
			s, _ = l.say(same(s))
		default:
			s = l.word("", s)
		}
		parts = append(parts, l.word("detail", k)+" "+s)
	}
	return strings.Join(parts, l.t("，", ", "))
}
