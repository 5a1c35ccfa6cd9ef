// Package notify holds the words of messages (通知): short and plain. Each says what happened, who
// acts next and where to look; never anything that was offered or said in mediation, nor a name.
//
// It only writes. How a message travels is its row's business: the in-app box and the demo's outbox
// are two views of the same row, so there is no channel here to choose.
package notify

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Longest is how many signs a message may have, the link not counted (字数上限).
const Longest = 140

// Data is what messages are written from.
type Data struct {
	Ref, Number, Link string // Number is empty before acceptance
	Code              string // 查询码
	// Due is the case's next due day, whoever's it is; no message prints it, since it may not be the reader's.
	On, Due, HearingOn calendar.Date
	HearingAt, Place   string
	Paper              string // the name of the paper to read, where the step made one
}

// Say writes a message for one side. Asking for a message that nobody wrote for this side is an
// error: a row of the table tells somebody whom the words don't fit.
func Say(name string, to workflows.Capacity, d Data) (law.Text, error) {
	w, ok := messages[name]
	if !ok {
		return law.Text{}, fmt.Errorf("notify: there is no message %q", name)
	}
	body := w.to(to)
	if body.IsZero() {
		return law.Text{}, fmt.Errorf("notify: %s has no words for %s", name, to)
	}
	if body.holds("{when}") && (d.HearingOn.IsZero() || d.HearingAt == "") {
		return law.Text{}, fmt.Errorf("notify: %s lacks the hearing's day and time", name)
	}
	m := d.compose(body, d.Place)
	if utf8.RuneCountInString(m.ZH)-utf8.RuneCountInString(d.Link) > Longest {
		m = d.compose(body, "") // a long address is no reason to cut a sentence: the notice has it
	}
	return m, nil
}

// Names lists the messages there are, in order.
func Names() []string {
	list := make([]string, 0, len(messages))
	for n := range messages {
		list = append(list, n)
	}
	slices.Sort(list)
	return list
}

// compose puts number, words, query code and link together.
func (d Data) compose(w words, place string) law.Text {
	zh, en := d.Number, d.Number
	if d.Number == "" {
		zh, en = "查询号 "+d.Ref, "case "+d.Ref
	}
	zh, en = "【调裁】"+zh+"："+d.fill(w.zh, place, false), "[Tiaocai] "+en+": "+d.fill(w.en, place, true)
	if d.Code != "" {
		zh, en = zh+"查询码 "+d.Code+"，", en+" Query code "+d.Code+","
	}
	return law.Text{ZH: zh + d.Link, EN: en + " " + d.Link}
}

// fill replaces what stands in braces.
func (d Data) fill(s, place string, english bool) string {
	paper, when := d.Paper, ""
	if !d.HearingOn.IsZero() {
		when = longDay(d.HearingOn) + d.HearingAt
	}
	switch {
	case english:
		paper = "the paper" // papers are named in Chinese only
		if !d.HearingOn.IsZero() {
			when = d.HearingOn.Time().Format("2 Jan 2006") + " at " + d.HearingAt
		}
		if place == "" {
			place = "at the place named in the notice"
		}
	default:
		if paper == "" {
			paper = "文书"
		}
		if place == "" {
			place = "地点见开庭通知书"
		}
	}
	return strings.NewReplacer("{when}", when, "{place}", place, "{paper}", paper).Replace(s)
}

var weekdays = []rune("日一二三四五六")

// longDay is 2026年3月30日（星期一）.
func longDay(d calendar.Date) string {
	return fmt.Sprintf("%d年%d月%d日（星期%c）", d.Year(), int(d.Month()), d.Day(), weekdays[d.Weekday()])
}
