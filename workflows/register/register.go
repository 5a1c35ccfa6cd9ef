// Package register is the register of the rules of procedure (规则库): each with its id, source and
// article, what it says in two languages, how sure its wording is, and, where it sets a period, the
// numbers. Whoever counts or cites reads them here; no number of days stands anywhere else.
package register

import (
	"strconv"
	"strings"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Rule is one rule as it is cited.
type Rule struct {
	Law  law.Citation
	Says law.Text
}

// ID names the rule for good: LDMA-43-1.
func (r Rule) ID() string { return r.Law.Rule }

// All are the rules in the order of their sources.
func All() []Rule { return all }

// Find is the rule with this id. A part of an article that has no row of its own is found under
// its article: ZJ-36-2 under ZJ-36.
func Find(id string) (Rule, bool) {
	if r, ok := byID[id]; ok {
		return r, true
	}
	if i := strings.LastIndexByte(id, '-'); i > 0 && strings.Count(id, "-") > 1 {
		r, ok := byID[id[:i]]
		return r, ok
	}
	return Rule{}, false
}

// Cite is the citation of a rule that the program itself names; an id that is not there is a slip
// of ours, found when the program starts.
func Cite(id string) law.Citation {
	r, ok := byID[id]
	if !ok {
		panic("register: no rule " + id)
	}
	return r.Law
}

// Timer is a rule that sets a period (期限规则).
type Timer struct {
	Rule      string
	Trigger   string        // the event that starts it, by its code
	From      law.Text      // and in words
	Span      calendar.Span // number and unit
	Direction Direction
	To        Actor
	Breach    Breach
}

// Direction is how a period is counted from its day.
type Direction string

const (
	After  Direction = "after"  // 起算日之后
	Before Direction = "before" // 倒算
	Added  Direction = "added"  // 加在原期限上，不单独起算
)

// Law is the article that sets the period.
func (t Timer) Law() law.Citation { return Cite(t.Rule) }

// Rolls says whether a last day that is a rest day moves to the next working day: every forward
// period does but one of working days, which ends on one, and a day that the law itself sets (视为送达).
func (t Timer) Rolls() bool {
	return t.Direction == After && t.Span.Unit != calendar.WorkingDay && t.To != System
}

// ByRule80 says whether the period is read in working days by Art. 80 of the Case-handling Rules alone
// (三日、五日、十日指工作日): its unit is a setting.
func (t Timer) ByRule80() bool {
	return t.Span.Unit == calendar.WorkingDay && t.Span.N <= 10 &&
		(strings.HasPrefix(t.Rule, "LDMA-") || strings.HasPrefix(t.Rule, "R33-") || t.Rule == "SV-3")
}

// Timers are the rules that set periods, in the order of a case's life.
func Timers() []Timer { return timers }

// TimerOf is the period that a rule sets; like Cite it is for ids that the program itself names.
func TimerOf(id string) Timer {
	for _, t := range timers {
		if t.Rule == id {
			return t
		}
	}
	panic("register: no timer " + id)
}

var byID = func() map[string]Rule {
	m := make(map[string]Rule, len(all))
	for _, r := range all {
		m[r.ID()] = r
	}
	return m
}()

var all = func() []Rule {
	var out []Rule
	for _, group := range [][]Rule{arbitration, caseRules, zhejiang, enterprise, courts, statutes, house} {
		out = append(out, group...)
	}
	return out
}()

func says(zh, en string) law.Text { return law.Text{ZH: zh, EN: en} }

// as gives a rule of an article an id of its own.
func as(id string, c law.Citation) law.Citation { c.Rule = id; return c }

// source makes the citations of a source that package law does not name.
func source(key, zh, en string) func(article int, part ...int) law.Citation {
	return func(article int, part ...int) law.Citation {
		n := strconv.Itoa(article)
		c := law.Citation{Rule: key + "-" + n, ZH: zh + "第" + law.Numeral(article) + "条", EN: en + ", Art. " + n, Confidence: law.Verified}
		for _, p := range part {
			c.Rule += "-" + strconv.Itoa(p)
		}
		return c
	}
}
