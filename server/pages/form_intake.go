package pages

import (
	"reflect"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/workflows"
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
		label := markName(d)
		v := Field{Name: at + ".value", Kind: Text, Label: label, Typed: d.Missing, Value: d.Value, Max: 200, Required: !d.Paper || m.c.Party}
		if d.Long {
			v.Kind, v.Max = TextArea, 20000
		}
		switch d.Field {
		case workflows.FieldAmount:
			v.Kind, v.Hint = Money, law.Text{ZH: "写数字，单位是元，如 18600.00。", EN: "Figures in yuan, as 18600.00."}
		case workflows.FieldKnownOn:
			v.Hint = law.Text{ZH: "写成 2026-03-02 这样：年-月-日。", EN: "Written as 2026-03-02: year-month-day."}
		}
		if d.Paper {
			v.Hint = law.Text{ZH: "写明怎么交的，如“已在证据里提交”。", EN: "Please say how it was handed in, as “filed as evidence”."}
		}
		f.Rows = append(f.Rows, Row{No: i + 1, Open: true, Fields: []Field{{Name: at + ".defect", Kind: Hidden, Label: label, Value: strconv.FormatInt(d.ID, 10)}, v}})
	}
	return f
}

// markName is what a mark is about: a party's field by its mark, a claim's by its number.
func markName(d casework.DefectView) law.Text {
	switch {
	case d.Of == "":
		return d.Name
	case d.Of[0] >= '0' && d.Of[0] <= '9':
		return law.Text{ZH: "第 " + d.Of + " 项请求：" + d.Name.ZH, EN: "Claim " + d.Of + ": " + d.Name.EN}
	}
	return law.Text{ZH: d.Of + " " + d.Name.ZH, EN: d.Of + " " + d.Name.EN}
}

// isMending says whether the applicant has until a certain day to mend what a notice marks.
func isMending(c *casework.CaseView) bool {
	return c.Application != nil && c.Application.Correcting && !c.Application.MendBy.IsZero()
}

// idle are fields that a form leaves out: a choice among commissions where there is only one, and what
// is for the staff to say.
func (m maker) idle(t reflect.Type, name string) bool {
	switch t {
	case reflect.TypeFor[casework.Transfer]():
		return name == "to" && (m.c == nil || len(m.c.Choices.Commissions) == 0)
	case reflect.TypeFor[casework.RecordPayment]():
		return m.c != nil && m.c.Party && (name == "party" && len(m.c.Applicants) == 1 || name == "award" && (m.c.After == nil || len(m.c.After.Awards) < 2))
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

// markOf is whose a field is, among those of a whole application: a party by its mark, a claim by its number.
func (l tongue) markOf(of string) string {
	if of != "" && of[0] >= '0' && of[0] <= '9' {
		return l.t("请求"+of, "claim "+of)
	}
	return of
}
