// Package documents writes the legal papers of a case (文书): from plain data to text, for good.
//
// It reads no database and knows no HTTP. Each paper is one entry, registered under the name by
// which a row of the law's table asks for it. A paper that lacks something it must say is not
// written: the step that asked for it fails as a whole.
package documents

import (
	"fmt"
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// Party is one of those in dispute. Numbers of persons are printed only in an award.
type Party struct {
	Name, Kind, Mark, IDNumber, CreditCode, LegalRepresentative, Address, Phone string
}

// Claim is one thing asked for and, in an award, the decision on it.
type Claim struct {
	No       int
	Title    string
	Amount   claims.Fen
	Awarded  claims.Fen
	Money    bool
	Decision string // supported, partly, rejected
	Final    bool
	Reasons  string
}

// Seat is who sits or records.
type Seat struct{ Name, Seat string }

// Field is something that a step says beyond the case itself.
type Field string

const (
	FieldReason     Field = "reason"     // 理由
	FieldHearingOn  Field = "hearing_on" // 开庭日期
	FieldHearingAt  Field = "hearing_at" // 开庭时间
	FieldPlace      Field = "place"      // 地点
	FieldDays       Field = "days"       // 延长日数
	FieldNewDue     Field = "new_due"    // 新的期限
	FieldItems      Field = "items"      // 补正事项
	FieldTerms      Field = "terms"      // 协议内容、答复内容
	FieldAmount     Field = "amount"     // 金额
	FieldPerformBy  Field = "perform_by" // 履行期限
	FieldGround     Field = "ground"     // 情形
	FieldCommission Field = "commission" // 有管辖权的仲裁委
)

// Data is what papers are written from.
type Data struct {
	Commission, Address, Phone string
	Organisation               string // the mediation organisation, for its papers
	Number, Ref, QueryCode     string
	On                         calendar.Date
	Applicants, Respondents    []Party
	Claims                     []Claim
	Facts                      string
	Tribunal                   []Seat
	Fields                     map[Field]string
}

// paper is one entry: who signs it, which fields it cannot do without, and its body.
type paper struct {
	org    bool // the organisation's paper, not the commission's
	title  string
	needs  []Field
	body   func(d Data) []string
	signed string // 签名栏
}

// Draft writes a paper. A missing mandatory field is an error that names it.
func Draft(p workflows.Paper, d Data) (string, error) {
	form, ok := papers[p]
	if !ok {
		return "", fmt.Errorf("documents: there is no paper %q", p)
	}
	for _, f := range form.needs {
		if strings.TrimSpace(d.Fields[f]) == "" {
			return "", fmt.Errorf("documents: %s lacks %s", p, f)
		}
	}
	title := form.title
	if title == "" {
		title = Name(p).ZH
	}
	head := d.Commission
	if form.org {
		head = d.Organisation
	}
	lines := []string{head, title, number(d), ""}
	lines = append(lines, form.body(d)...)
	lines = append(lines, "", form.signed, head, Day(d.On), "", footer(d))
	return strings.Join(compact(lines), "\n") + "\n", nil
}

// Name of a paper in both languages.
func Name(p workflows.Paper) law.Text {
	k, _ := workflows.PaperOf(p)
	return k.Name
}

func number(d Data) string {
	if d.Number != "" {
		return d.Number
	}
	return "案件查询号 " + d.Ref
}

// footer tells how to look the case up; it stands on every paper from the first contact on.
func footer(d Data) string {
	s := "查询号 " + d.Ref + "　查询码 " + d.QueryCode + "。凭查询号（或案号）和查询码，可以在网上查询办理进度，不需要注册。"
	if d.Phone != "" {
		s += "电话 " + d.Phone + "。"
	}
	return s
}

// compact drops empty lines that follow each other.
func compact(lines []string) []string {
	var out []string
	for _, l := range lines {
		if l == "" && (len(out) == 0 || out[len(out)-1] == "") {
			continue
		}
		out = append(out, l)
	}
	return out
}

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

// sides are the two lines that open most papers.
func sides(d Data) []string {
	out := []string{"申请人：" + names(d.Applicants)}
	if len(d.Respondents) > 0 {
		out = append(out, "被申请人："+names(d.Respondents))
	}
	return append(out, "")
}

func cause(d Data) string {
	return names(d.Applicants) + "与" + names(d.Respondents) + "劳动人事争议一案"
}

// wanted lists what is asked for.
func wanted(d Data) []string {
	var out []string
	for _, c := range d.Claims {
		line := fmt.Sprintf("%d. %s", c.No, c.Title)
		if c.Money {
			line += "，" + c.Amount.Grouped() + " 元"
		}
		out = append(out, line+"；")
	}
	return out
}

func art(c law.Citation) string { return "《" + strings.Replace(c.ZH, "第", "》第", 1) }
