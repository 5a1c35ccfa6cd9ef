package claims

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

var update = flag.Bool("update", false, "rewrite golden files")

// The calculators are on paper, made from their table, so that a lawyer can check them.
func TestCalculatorsAreOnPaper(t *testing.T) {
	t.Parallel()
	const path = "../../docs/calculators.md"
	got := paper(t)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != got {
		t.Errorf("%s differs from the table; if the change is meant, run: go test ./workflows/claims -run Paper -update", path)
	}
}

const opening = `# 计算器 The calculators

Made from the table in ` + "`workflows/claims/calc_*.go`" + ` by ` + "`go test ./workflows/claims -run Paper -update`" + `. One for each kind of claim: what it asks for, the
formula in words, the articles, and an example with every step of its working. *recalled* marks an article whose text still wants a
lawyer's check; *policy* marks a practice of our own.

The page is /calculators, the API ` + "`POST /api/v1/tools/claims/{name}`" + `; nobody need be signed in. Money is written in yuan with two decimals.
Arithmetic is exact (fractions, no floating numbers); a total is rounded once, half up, to the fen. Shown steps may be rounded.

`

const parametersHead = `## 参数 Parameters

Numbers that no statute fixes for good. Each has a day from which it holds, a source, and a confidence. What the caller fills in goes first;
else the value in force on the day that counts is taken, and the working says so; where none is known the answer is a refusal that names
the field. There is no silent default.

| 参数 | parameter | 名称 name | 全国或本会的值 national or our own | 依据 source |
|---|---|---|---|---|
`

func paper(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(opening)
	b.WriteString(parametersHead)
	for _, n := range []ParameterName{MinWageMonth, CityAverageMonth, ProvinceAverageMonth, AreaAverageMonth, IncomePerHead, PayDays, PartMonthMethod} {
		in := parameterInputs[n]
		value, from := "—（须填写 to be given）", "—"
		if d, ok := National().At(n, newest); ok {
			value, from = d.Value+"（"+d.From.String()+"）", d.Law.ZH+" *"+string(d.Law.Confidence)+"*"
		}
		fmt.Fprintf(&b, "| %s | %s | `%s` | %s | %s |\n", in.Label.ZH, in.Label.EN, n, value, from)
	}
	for _, c := range Calculators() {
		calculatorPaper(t, &b, c)
	}
	return b.String()
}

func calculatorPaper(t *testing.T, b *strings.Builder, c Calculator) {
	t.Helper()
	fmt.Fprintf(b, "\n## %s %s %s\n\n`%s` · %s / %s\n\n**公式 Formula.** %s\n\n%s\n\n**依据 Articles.** %s\n\n",
		c.Code, c.Title().ZH, c.Title().EN, c.Name, c.Asks.ZH, c.Asks.EN, c.Formula.ZH, c.Formula.EN, articles(c.Law))
	b.WriteString("| 填什么 | input | 名称 name | 写法 written as | 必填 needed |\n|---|---|---|---|---|\n")
	for _, in := range c.Inputs {
		needed := map[bool]string{true: "是 yes", false: ""}[in.Required]
		if in.Parameter != "" {
			needed = "参数 parameter"
		}
		written := string(in.Unit)
		for i, o := range in.Options {
			written += map[bool]string{true: ": ", false: ", "}[i == 0] + "`" + o.Value + "` " + o.Label.ZH
		}
		fmt.Fprintf(b, "| %s | %s | `%s` | %s | %s |\n", in.Label.ZH, in.Label.EN, in.Name, written, needed)
	}
	out, err := c.Reckon(c.Example, National(), calendar.Published())
	if err != nil {
		t.Fatal(c.Name, err)
	}
	b.WriteString("\n**例 Example.**")
	for _, e := range out.Inputs {
		fmt.Fprintf(b, " `%s` %s;", e.Name, e.Value)
	}
	b.WriteString("\n\n")
	for i, s := range out.Steps {
		formula := ""
		if s.Formula != "" {
			formula = " `" + s.Formula + "`"
		}
		fmt.Fprintf(b, "%d. %s %s%s (%s)\n", i+1, s.ZH, s.EN, formula, s.Law.ZH)
	}
	if out.Money {
		fmt.Fprintf(b, "\n**%s 元 yuan**\n", out.Amount.Grouped())
	}
}

func articles(list []law.Citation) string {
	var all []string
	for _, c := range list {
		s := c.ZH
		if c.Confidence != law.Verified {
			s += " *" + string(c.Confidence) + "*"
		}
		all = append(all, s)
	}
	return strings.Join(all, "；")
}
