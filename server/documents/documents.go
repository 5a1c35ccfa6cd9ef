// Package documents writes the legal papers of a case (文书): from plain data to text, for good.
//
// It reads no database and knows no HTTP. Each paper has a file papers_*.go, in which it registers
// itself under the name by which a row of the law's table asks for it. A paper that lacks something
// it must say is not written: the step that asked for it fails as a whole.
//
// Every text is laid out alike: who issues it, its title and its number on three lines; a blank
// line; the parties and the body; the signatures; and how to look the case up. The print view cuts
// the text at that first blank line.
package documents

import (
	"fmt"
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// Party is one of those in dispute. Kind is worker or employer. A person's number and everybody's
// address are printed in an award and in a mediation document only, and phones nowhere.
type Party struct {
	Name, Kind, Mark, IDNumber, CreditCode, LegalRepresentative, Address, Phone string
}

// Claim is one thing asked for and, in an award, the decision on it: supported, partly or rejected.
type Claim struct {
	No       int
	Title    string
	Amount   claims.Fen // asked for
	Awarded  claims.Fen
	Money    bool
	Counter  bool // the respondent's, in turn (反申请)
	Decision string
	Final    bool // stands in the final award; also for a rejected claim
	Reasons  string
	Formula  string // how the amount was worked out; "" if it was not
	Shares   []Share
}

// Share is one worker's part of a sum that several claim together; nought: theirs is refused.
type Share struct {
	Name   string
	Amount claims.Fen
	Final  bool
}

// Seat is who sits or records: presiding, sole, member, recorder.
type Seat struct{ Name, Seat string }

// Field is something that a step says beyond the case itself.
type Field string

// The fields. Days may be 2026-03-30; anything else is printed as it stands.
const (
	FieldReason     Field = "reason"      // 理由
	FieldHearingOn  Field = "hearing_on"  // 开庭日期
	FieldHearingAt  Field = "hearing_at"  // 开庭时间
	FieldPlace      Field = "place"       // 地点
	FieldPublic     Field = "public"      // 公开，或者不公开及原因；可以没有
	FieldAppraisal  Field = "appraisal"   // 鉴定费用由谁承担；可以没有
	FieldDefault    Field = "default"     // 缺席的情形和送达证明；可以没有
	FieldDays       Field = "days"        // 延长日数
	FieldNewDue     Field = "new_due"     // 新的期限
	FieldDefenceDue Field = "defence_due" // 答辩期限，写成文字；可以没有
	FieldItems      Field = "items"       // 补正事项
	FieldTerms      Field = "terms"       // 协议内容、答复内容
	FieldAmount     Field = "amount"      // 金额；可以没有
	FieldPerformBy  Field = "perform_by"  // 履行期限
	FieldGround     Field = "ground"      // 情形
	FieldCourt      Field = "court"       // 基层人民法院；没有写的，是仙居县人民法院
	FieldToCourt    Field = "to_court"    // 移送的法院
	FieldCommission Field = "commission"  // 有管辖权的仲裁委
	FieldRecipient  Field = "recipient"   // 受送达人
	FieldPaper      Field = "paper"       // 送达的文书
	FieldMendBy     Field = "mend_by"     // 限期补正的最后一日；可以没有
	FieldReceivedOn Field = "received_on" // 收到申请之日
	FieldSide       Field = "side"        // 哪一方：both、applicant、respondent
	FieldUntil      Field = "until"       // 最后一日
	FieldPerson     Field = "person"      // 被申请回避的人
	FieldOutcome    Field = "outcome"     // 决定：granted 或者 refused
	FieldServed     Field = "served"      // 开庭通知的送达证明；可以没有
	FieldReplaced   Field = "replaced"    // 更换的席位；只在换人以后的组庭通知书里有
	FieldJoint      Field = "joint"       // 合并审理的其他案件数；可以没有
	FieldEvidenceBy Field = "evidence_by" // 举证期限的最后一日，集体争议一次通知；可以没有
	FieldHelpers    Field = "helpers"     // 参与协商调解的组织；可以没有
	FieldEarlier    Field = "earlier"     // 移送前的案号

	FieldDefenceTime  Field = "defence_time" // 答辩期有多长；和举证期限一起写
	FieldReviewBy     Field = "review_by"    // 申请仲裁审查的最后一日
	FieldConfirmBy    Field = "confirm_by"   // 申请司法确认的最后一日
	FieldOrganisation Field = "entrusted_to" // 受委托的调解组织
)

// Data is what papers are written from.
type Data struct {
	Commission, Address, Phone string
	Organisation               string // the mediation organisation, for its papers
	Number, Ref, QueryCode     string // Number is empty before acceptance
	PaperNumber                string // the paper's own number (文号), if it has one
	On                         calendar.Date
	Applicants, Respondents    []Party
	Third                      []Party // 第三人
	Claims                     []Claim
	Facts                      string
	Tribunal                   []Seat
	Fields                     map[Field]string
}

// Draft writes a paper. A missing mandatory field is an error that names it.
func Draft(p workflows.Paper, d Data) (string, error) {
	form, ok := papers[p]
	if !ok {
		return "", fmt.Errorf("documents: there is no paper %q", p)
	}
	if missing := form.missing(d); missing != "" {
		return "", fmt.Errorf("documents: %s lacks %s", p, missing)
	}
	if form.check != nil {
		if err := form.check(d); err != nil {
			return "", fmt.Errorf("documents: %s %w", p, err)
		}
	}
	lines := []string{form.issuer(d), Name(p).ZH, number(d), ""}
	lines = append(lines, form.body(d)...)
	lines = append(append(lines, ""), form.signatures(d)...)
	return strings.Join(compact(append(lines, "", form.footer(d))), "\n") + "\n", nil
}

// Name of a paper in both languages.
func Name(p workflows.Paper) law.Text {
	k, _ := workflows.PaperOf(p)
	return k.Name
}

func number(d Data) string {
	switch {
	case d.PaperNumber != "":
		return d.PaperNumber
	case d.Number != "":
		return d.Number
	}
	return "案件查询号 " + d.Ref
}

// footer tells how to look the case up; it stands on every paper from the first contact on.
func (p paper) footer(d Data) string {
	if p.open {
		return "查询号 " + d.Ref + "。电话 " + d.Phone + "。"
	}
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
