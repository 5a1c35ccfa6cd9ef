package workflows

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite golden files")

// The statute as the program knows it is on paper, made from the table.
func TestStatuteIsOnPaper(t *testing.T) {
	t.Parallel()
	const path = "../docs/statute.md"
	got := statute() + registered() + coveredTable(covered(t))
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != got {
		t.Errorf("%s differs from the table; if the change is meant, run: go test ./workflows -run Statute -update", path)
	}
}

func statute() string {
	var b strings.Builder
	b.WriteString("# 程序规则 The procedure\n\nMade from the table in `workflows/` by `go test ./workflows -run Statute -update`. Each row is one step: from which states, to which, in whose hand, under which conditions, by which article. A row with a proposer needs two people. *recalled* marks an article whose text still wants a lawyer's check; *policy* marks a rule of our own.\n\n")
	diagram(&b)
	for i, title := range []string{"首次登记 First contact", "咨询协商 Consultation", "调解 Mediation", "申请与受理 Application and acceptance", "庭前 Before the hearing",
		"开庭 The hearing", "期限 What moves the clock", "结案 Closing", "结案以后 After closing", "随时 At any time"} {
		fmt.Fprintf(&b, "\n## %s\n\n| 步骤 step | 从 from | 到 to | 谁办 by | 报批 proposed by | 条件 conditions | 依据 article |\n|---|---|---|---|---|---|---|\n", title)
		for _, r := range Transitions[i] {
			fmt.Fprintf(&b, "| %s `%s` | %s | %s | %s | %s | %s | %s |\n", r.Name.ZH, r.Event, states(r.From), r.To, hats(r.By), hats(r.Proposers), conditions(r.When), cited(r.Law.ZH, string(r.Law.Confidence)))
		}
	}
	b.WriteString("\n## 期限 Periods\n\n| 期限 | period | 长度 length | 谁 for | 期满 lapse | 依据 article |\n|---|---|---|---|---|---|\n")
	for _, p := range Terms() {
		back, longer := "", ""
		if p.Back {
			back = "前 before"
		}
		if p.Longer.N > 0 {
			longer = "，可延长 up to +" + p.Longer.EN()
		}
		fmt.Fprintf(&b, "| %s | `%s` | %s %s%s%s | %s | %s | %s |\n", p.Name.ZH, p.Period, p.Runs.ZH(), p.Runs.EN(), back, longer, p.For, p.Lapse, cited(p.Law.ZH, string(p.Law.Confidence)))
	}
	b.WriteString("\n## 停钟 Stops\n\n| 事由 | ground | 依据 article |\n|---|---|---|\n")
	for _, g := range StopGrounds() {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", g.Name.ZH, g.Name.EN, g.Law.ZH)
	}
	b.WriteString("\n## 状态 States\n\n| 状态 state | 劳动者 worker | 用人单位 employer | 工作人员 staff |\n|---|---|---|---|\n")
	for _, s := range States() {
		w := s.Says()
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", s, w.Worker.ZH, w.Employer.ZH, w.Staff.ZH)
	}
	b.WriteString("\n## 结案方式 Closing modes\n\n")
	for _, m := range Modes() {
		fmt.Fprintf(&b, "- `%s` %s %s\n", m, m.Name().ZH, m.Name().EN)
	}
	return b.String()
}

func diagram(b *strings.Builder) {
	b.WriteString("```mermaid\nstateDiagram-v2\n")
	for _, group := range Transitions {
		for _, r := range group {
			if r.To == Same {
				continue
			}
			for _, s := range r.From {
				from := string(s)
				if s == New {
					from = "[*]"
				}
				if s != r.To {
					fmt.Fprintf(b, "  %s --> %s: %s\n", from, r.To, r.Name.ZH)
				}
			}
		}
	}
	for _, s := range []State{NotAccepted, Referred, Closed} {
		fmt.Fprintf(b, "  %s --> [*]\n", s)
	}
	b.WriteString("```\n")
}

func states(list []State) string {
	if len(list) == len(States()) {
		return "任何状态 any"
	}
	s := make([]string, len(list))
	for i, x := range list {
		s[i] = string(x)
		if x == New {
			s[i] = "—"
		}
	}
	return strings.Join(s, ", ")
}

func hats(list []Capacity) string {
	s := make([]string, len(list))
	for i, x := range list {
		s[i] = string(x)
	}
	return strings.Join(s, ", ")
}

func conditions(list []Guard) string {
	s := make([]string, len(list))
	for i, g := range list {
		s[i] = fmt.Sprintf("%s（%s）`%s`", g.Says.ZH, cited(g.Law.ZH, string(g.Law.Confidence)), g.Code)
	}
	return strings.Join(s, "<br>")
}

func cited(zh, confidence string) string {
	if confidence == "verified" {
		return zh
	}
	return zh + " *" + confidence + "*"
}
