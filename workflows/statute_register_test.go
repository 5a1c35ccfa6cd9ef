package workflows

import (
	"fmt"
	"strings"

	"tiaocai/workflows/register"
)

// registered prints the register of rules: what each says, by which article, how sure, and the
// numbers of those that set a period.
func registered() string {
	var b strings.Builder
	b.WriteString("\n## 规则库 Register of rules\n\nA rule that sets a period has its numbers in the next table.\n\n| id | 规则 rule | 依据 article | 可信度 confidence |\n|---|---|---|---|\n")
	for _, r := range register.All() {
		fmt.Fprintf(&b, "| %s | %s<br>%s | %s | %s |\n", r.ID(), r.Says.ZH, r.Says.EN, r.Law.ZH, r.Law.Confidence)
	}
	b.WriteString("\n## 期限规则 Rules that set a period\n\nThe start day is never counted. *R33-80*: read in working days by Art. 80 of the Case-handling Rules, so that its unit is a setting.\n\n" +
		"| id | 起算 from | 长度 length | 方向 direction | 顺延 rolls | 责任人 to | 期满 breach | 可信度 confidence |\n|---|---|---|---|---|---|---|---|\n")
	for _, x := range register.Timers() {
		unit := ""
		if x.ByRule80() {
			unit = " *R33-80*"
		}
		rolls := ""
		if x.Rolls() {
			rolls = "是 yes"
		}
		fmt.Fprintf(&b, "| %s | %s `%s` | %s %s%s | `%s` | %s | %s `%s` | %s `%s` | %s |\n", x.Rule, x.From.ZH, x.Trigger, x.Span.ZH(), x.Span.EN(), unit,
			x.Direction, rolls, x.To.Name().ZH, x.To, x.Breach.Name().ZH, x.Breach, x.Law().Confidence)
	}
	return b.String()
}

// coveredTable prints where each rule is encoded, and which are left to a person.
func coveredTable(rows []coverage) string {
	var b strings.Builder
	encoded, persons := 0, 0
	for _, c := range rows {
		if c.Where == "person" {
			persons++
		} else {
			encoded++
		}
	}
	fmt.Fprintf(&b, "\n## 规则落实 Where each rule is\n\nFrom `docs/rules.csv`: %d rules, %d encoded, %d left to a person with the reason.\n\n| id | 来源 source | 在哪里 where | 说明 note |\n|---|---|---|---|\n", len(rows), encoded, persons)
	for _, c := range rows {
		where := c.Where
		if where != "person" {
			where = "`" + strings.ReplaceAll(where, " ", "` `") + "`"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", c.ID, c.Source, where, c.Note)
	}
	return b.String()
}
