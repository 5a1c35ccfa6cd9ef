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
	Address            string // where the commission sits
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

// SigningCode is the message with the code to sign one text with (签署验证码). It says what the text is by the head and the
// tail of its digest, as the page shows it, and nothing of what stands in it.
func SigningCode(code, ref, hash string) string {
	return "【调裁】验证码 " + code + "，十分钟内有效，用于签署查询号 " + ref + " 的调解协议书（文本校验值 " + hash[:8] + "…" + hash[len(hash)-4:] + "，与网页上显示的一致再签）。不要告诉任何人。"
}

// Decided tells who proposed something what became of it (审批结果): it names the step and the case, and leaves the reason to the file.
func Decided(approved bool, number, ref, step string) string {
	if number == "" {
		number = "查询号 " + ref
	}
	if approved {
		return "【调裁】" + number + "：您报批的“" + step + "”已经批准。"
	}
	return "【调裁】" + number + "：您报批的“" + step + "”没有同意，理由见案件。"
}

// FactorReset and LinkGiven tell somebody what the administrator did to their account (账号变动).
func FactorReset() string {
	return "【调裁】管理员已应您的要求重置两步验证，您在各处的登录都已退出。请尽快登录，在“我的账号”里重新开通。不是您要求的，请马上联系仲裁院。"
}

// LinkGiven tells that there is a one-time sign-in.
func LinkGiven() string {
	return "【调裁】管理员为您的账号生成了一次性登录链接，三天内有效，用它可以重设密码。不是您要求的，请马上联系仲裁院。"
}

// HandedOver tells a successor how many cases came to them when a colleague's work was given out anew (移交). It names nobody.
func HandedOver(n int, link string) string {
	return fmt.Sprintf("【调裁】有 %d 件案件移交给您办理。接下来请登录，在“我的案件”里查看各件的期限：%s", n, link)
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
