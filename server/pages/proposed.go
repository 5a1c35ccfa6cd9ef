package pages

import (
	"encoding/json"
	"fmt"
	"reflect"

	"tiaocai/server/casework"
	"tiaocai/workflows"
)

// fact is one line of what somebody proposed.
type fact struct{ Label, Value string }

// proposed lists the particulars of a proposal in words: the fields of its command, in order.
func (l tongue) proposed(v *casework.CaseView) []fact {
	if v == nil || v.Proposal == nil || v.Proposal.Body == "" {
		return nil
	}
	cmd := casework.Blank(v.Proposal.Event)
	var body map[string]any
	if cmd == nil || json.Unmarshal([]byte(v.Proposal.Body), &body) != nil {
		return nil
	}
	return l.facts(FormOf(reflect.TypeOf(cmd), v, v.Proposal.Event).Fields, body)
}

func (l tongue) facts(fields []Field, body map[string]any) []fact {
	var out []fact
	for _, f := range fields {
		name := lastStep(f.Name)
		value, ok := body[name]
		if !ok || value == nil || value == "" {
			continue
		}
		switch list, many := value.([]any); {
		case many && (f.Kind == Rows || f.Kind == Awards):
			for i, item := range list {
				if m, ok := item.(map[string]any); ok && i < len(f.Rows) {
					for _, sub := range l.facts(f.Rows[i].Fields, m) {
						out = append(out, fact{fmt.Sprintf("%d · %s", f.Rows[i].No, sub.Label), sub.Value})
					}
				}
			}
		case many:
			for i, item := range list {
				if i < len(f.Rows) {
					out = append(out, fact{f.Label.In(string(l)), l.valueOf(f.Rows[i].Fields[0], item)})
				}
			}
		case f.Kind == Worked:
			if m, ok := value.(map[string]any); ok {
				out = append(out, l.facts(f.Rows[0].Fields, m)...)
			}
		case f.Kind != Hidden:
			out = append(out, fact{f.Label.In(string(l)), l.valueOf(f, value)})
		}
	}
	return out
}

// valueOf is one answer in words.
func (l tongue) valueOf(f Field, v any) string {
	if yes, ok := v.(bool); ok {
		if yes {
			return l.t("是", "yes")
		}
		return l.t("否", "no")
	}
	s := fmt.Sprint(v)
	if n, ok := v.(float64); ok {
		s = fmt.Sprintf("%.0f", n)
	}
	for _, o := range f.Options {
		if o.Value == s {
			return o.Label.In(string(l))
		}
	}
	return isoDay.ReplaceAllStringFunc(s, func(iso string) string {
		text, _ := l.say(same(iso))
		return text
	})
}

func lastStep(name string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' {
			return name[i+1:]
		}
	}
	return name
}

// isApproval says whether the step's form approves what somebody else proposed.
func isApproval(r workflows.Row) bool {
	_, proposal := r.Event.Proposes()
	return len(r.Proposers) > 0 && !proposal
}
