package pages

import (
	"reflect"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// marks are the fields that an applicant mends on one page: those that the notice marks and no others,
// each with what is missing above it and what stands there now in it.
func (m maker) marks(f Field) Field {
	f.Kind, f.Required = Marks, false
	if m.c == nil || m.c.Application == nil {
		return f
	}
	for i, d := range m.c.Application.Defects {
		at := f.Name + "." + strconv.Itoa(i)
		label := d.Name
		if d.Of != "" {
			label = law.Text{ZH: d.Of + " " + label.ZH, EN: d.Of + " " + label.EN}
		}
		v := Field{Name: at + ".value", Kind: Text, Label: label, Typed: d.Missing, Value: d.Value, Max: 200, Required: !d.Paper || m.c.Party}
		if d.Long {
			v.Kind, v.Max = TextArea, 20000
		}
		if d.Paper {
			v.Hint = law.Text{ZH: "写明怎么交的，如“已在证据里提交”。", EN: "Please say how it was handed in, as “filed as evidence”."}
		}
		f.Rows = append(f.Rows, Row{No: i + 1, Open: true, Fields: []Field{{Name: at + ".defect", Kind: Hidden, Label: label, Value: strconv.FormatInt(d.ID, 10)}, v}})
	}
	return f
}

// idle are fields that a form leaves out: a choice among commissions where there is only one, and what
// is for the staff to say.
func (m maker) idle(t reflect.Type, name string) bool {
	switch t {
	case reflect.TypeFor[casework.Transfer]():
		return name == "to" && (m.c == nil || len(m.c.Choices.Commissions) == 0)
	case reflect.TypeFor[casework.CertifyNoDecision]():
		return name == "cause" && m.c != nil && m.c.Party
	}
	return false
}

// agents are those who speak for a party of the case now.
func agents(c *casework.CaseView) []Choice {
	var out []Choice
	for _, list := range [][]casework.PartyView{c.Applicants, c.Respondents} {
		for _, p := range list {
			for _, a := range p.Agents {
				out = append(out, Choice{strconv.FormatInt(a.ID, 10), same(p.Mark + " " + a.Name)})
			}
		}
	}
	return out
}
