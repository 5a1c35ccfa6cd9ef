package pages

import (
	"net/url"
	"strconv"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows"
)

// correcting says whether the form asks for the number of a record.
func correcting(e workflows.Event) bool { return e == workflows.CorrectEntry.Proposal() }

// outcome is how a case behind a figure ended: a closing mode, or a mediation's outcome.
func (l tongue) outcome(kind string) string {
	if kind == "" {
		return "—"
	}
	return l.word("mediation", kind)
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
	set("light", q.Light)
	set("sort", q.Sort)
	if q.Within > 0 {
		set("within", strconv.Itoa(q.Within))
	}
	if q.Halted {
		set("halted", "true")
	}
	if q.Of > 0 {
		set("of", strconv.FormatInt(q.Of, 10))
	}
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

// other is the value that a filter's link sets: none where it is set already, so that a second press takes it off.
func other(now, value string) string {
	if now == value {
		return ""
	}
	return value
}

// clocksURL is the list of open clocks with one thing changed.
func clocksURL(q casework.ClocksQuery, key, value string) string {
	v := url.Values{}
	for k, s := range map[string]string{"list": q.List, "rule": q.Rule, key: value} {
		if s != "" {
			v.Set(k, s)
		}
	}
	if !q.Before.IsZero() {
		v.Set("due_before", q.Before.String())
	}
	if len(v) == 0 {
		return "/clocks"
	}
	return "/clocks?" + v.Encode()
}

// atLeast writes a number that may have been counted only so far: 1000+.
func atLeast(n int, more bool) string {
	if more {
		return strconv.Itoa(n) + "+"
	}
	return strconv.Itoa(n)
}
