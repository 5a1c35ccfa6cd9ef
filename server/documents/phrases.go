package documents

import (
	"fmt"
	"strings"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/identity"
	"tiaocai/workflows/law"
)

// Day writes a date as papers do: 2026年3月12日.
func Day(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year(), int(d.Month()), d.Day())
}

// day writes a field that holds a date.
func (d Data) day(f Field) string {
	if t, err := calendar.Parse(d.Fields[f]); err == nil {
		return Day(t)
	}
	return d.Fields[f]
}

func names(list []Party) string {
	s := make([]string, len(list))
	for i, p := range list {
		s[i] = p.Name
	}
	return strings.Join(s, "、")
}

// sides are the two lines that open most papers: names, and nothing else about anybody.
func sides(d Data) []string {
	out := []string{"申请人：" + names(d.Applicants)}
	if len(d.Respondents) > 0 {
		out = append(out, "被申请人："+names(d.Respondents))
	}
	if len(d.Third) > 0 {
		out = append(out, "第三人："+names(d.Third))
	}
	return append(out, "")
}

// parties are the full opening of an award: who they are and where, as far as it was given. Only an
// award prints a person's number whole (whole).
func parties(d Data, whole bool) []string {
	var out []string
	for _, side := range []struct {
		role string
		list []Party
	}{{"申请人", d.Applicants}, {"被申请人", d.Respondents}, {"第三人", d.Third}} {
		for _, p := range side.list {
			out = append(out, side.role+"："+p.described(whole)+"。")
		}
	}
	return append(out, "")
}

func (p Party) described(whole bool) string {
	id := p.IDNumber
	if !whole {
		id = identity.MaskID(id)
	}
	line := p.Name
	for _, x := range []struct{ label, value string }{{"公民身份号码 ", id}, {"统一社会信用代码 ", p.CreditCode}, {"住所 ", p.Address}, {"法定代表人 ", p.LegalRepresentative}} {
		if x.value != "" {
			line += "，" + x.label + x.value
		}
	}
	return line
}

// cause names the dispute: 甲与乙劳动人事争议一案.
func cause(d Data) string {
	return names(d.Applicants) + "与" + names(d.Respondents) + "劳动人事争议一案"
}

// wanted lists what is asked for: one line each, the last one ending the sentence.
func wanted(list []Claim) []string {
	own, counter := claimsOf(list, false), claimsOf(list, true)
	out := numbered(own)
	if len(counter) > 0 {
		out = append(append(out, "被申请人的反申请请求："), numbered(counter)...)
	}
	return out
}

// claimsOf are the applicants' claims, or those of the respondent in turn.
func claimsOf(list []Claim, counter bool) (out []Claim) {
	for _, c := range list {
		if c.Counter == counter {
			out = append(out, c)
		}
	}
	return out
}

func numbered(list []Claim) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = fmt.Sprintf("%d. %s", c.No, c.Title)
		if c.Money {
			out[i] += "，" + c.Amount.Grouped() + " 元"
		}
		out[i] += "；"
	}
	if n := len(out); n > 0 {
		out[n-1] = strings.TrimSuffix(out[n-1], "；") + "。"
	}
	return out
}

// story is the applicant's account, under its label; nothing if none was given.
func story(d Data) []string {
	if d.Facts == "" {
		return nil
	}
	return []string{"事实与理由：" + d.Facts}
}

// fullTitles are the names under which papers cite; pages use the short ones.
var fullTitles = map[string]string{
	"调解仲裁法": "中华人民共和国劳动争议调解仲裁法",
	"民事诉讼法": "中华人民共和国民事诉讼法",
	"办案规则":  "劳动人事争议仲裁办案规则",
	"浙江省条例": "浙江省劳动人事争议调解仲裁条例",

	"劳动争议司法解释（一）": "最高人民法院关于审理劳动争议案件适用法律问题的解释（一）",
}

// art cites an article in full: 《中华人民共和国劳动争议调解仲裁法》第二十九条.
func art(c law.Citation) string {
	title, article, _ := strings.Cut(c.ZH, "第")
	if full, ok := fullTitles[title]; ok {
		title = full
	}
	return "《" + title + "》第" + article
}

// arts cites articles of one source: 《…》第四十六条、第四十七条.
func arts(first law.Citation, more ...law.Citation) string {
	s := art(first)
	for _, c := range more {
		_, article, _ := strings.Cut(c.ZH, "第")
		s += "、第" + article
	}
	return s
}

// stop ends a sentence that somebody typed, with or without its full stop.
func stop(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	for _, end := range []string{"。", "！", "？", "；"} {
		if strings.HasSuffix(s, end) {
			return s
		}
	}
	return s + "。"
}

var seatNames = map[string]string{"presiding": "首席仲裁员", "sole": "独任仲裁员", "member": "仲裁员", "recorder": "书记员"}

// seated is the tribunal as papers list it: arbitrators in their order, the recorder last.
func seated(d Data) []Seat {
	var out, recorders []Seat
	for _, t := range d.Tribunal {
		if t.Seat == "recorder" {
			recorders = append(recorders, t)
			continue
		}
		out = append(out, t)
	}
	return append(out, recorders...)
}

// bench names who sits in one line.
func bench(d Data) string {
	var s []string
	for _, t := range seated(d) {
		s = append(s, seatNames[t.Seat]+" "+t.Name)
	}
	return strings.Join(s, "，")
}

// tribunalSigns names those who sign an award or a mediation document, one line each.
func tribunalSigns(d Data) []string {
	var out []string
	for _, t := range seated(d) {
		out = append(out, seatNames[t.Seat]+"　"+t.Name)
	}
	return append(out, "")
}

// noLater is a last day that still counts, as every clock of the case counts it.
func noLater(day string) string { return "最迟于" + day + "（含当日）" }
