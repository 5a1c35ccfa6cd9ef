package pages

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// CalculatorBody is the body of a calculator's page: the form, and the sum once it was reckoned.
type CalculatorBody struct {
	Calculator claims.Calculator
	Result     *claims.Calculation
	Known      claims.Parameters
	Today      calendar.Date
}

// formOfCalculator is the form of a calculator, made from its inputs.
func formOfCalculator(b CalculatorBody) Form {
	return Form{Fields: calculatorFields(b.Calculator, b.Known, b.Today)}
}

// calculatorFields are a calculator's inputs as fields; what a parameter stands behind may be left
// blank, and the hint says what counts then.
func calculatorFields(c claims.Calculator, known claims.Parameters, today calendar.Date) []Field {
	var list []Field
	for _, in := range c.Inputs {
		f := Field{Name: in.Name, Label: in.Label, Hint: in.Hint, Kind: kindOf(in), Required: in.Required}
		for _, o := range in.Options {
			f.Options = append(f.Options, Choice{o.Value, o.Label})
		}
		if in.Parameter != "" {
			f.Required = parameterHint(&f, in, known, today)
		}
		list = append(list, f)
	}
	return list
}

// parameterHint says which value counts if the field is left blank; true if there is none.
func parameterHint(f *Field, in claims.Input, known claims.Parameters, today calendar.Date) bool {
	d, ok := known.At(in.Parameter, today)
	if ok && in.Unit == claims.InYuan {
		f.Hint.ZH += "不填按 " + d.Value + " 元（" + d.From.String() + " 起）。"
		f.Hint.EN += " " + d.Value + " yuan if left out (since " + d.From.String() + ")."
	}
	return !ok
}

func kindOf(in claims.Input) Kind {
	switch in.Unit {
	case claims.InYuan:
		return Money
	case claims.Wages:
		return TextArea
	case claims.InDate:
		return Date
	case claims.YesOrNo:
		if in.Required {
			return YesNo
		}
		return Check
	case claims.OneOf:
		return Select
	}
	return Number
}

// nested are a calculator's fields inside another form, below a name.
func nested(prefix string, c claims.Calculator, known claims.Parameters, today calendar.Date) []Field {
	list := calculatorFields(c, known, today)
	for i := range list {
		list[i].Name = prefix + list[i].Name
	}
	return list
}

// KeepForm is the form that works a claim's sum out and keeps it: first which claim, then what its
// calculator asks for, with what was kept before.
func KeepForm(v *casework.CaseView, no int) Form {
	full := FormOf(reflect.TypeFor[casework.KeepCalculation](), v, workflows.KeepCalculation)
	which, day := full.Fields[0], full.Fields[len(full.Fields)-1]
	which.Options = nil
	for _, c := range v.Claims {
		if !c.Money {
			continue
		}
		which.Options = append(which.Options, claimChoices([]casework.ClaimView{c})...)
		if c.No != no {
			continue
		}
		calc, _ := claims.CalculatorOf(claims.Code(c.Code))
		which.Kind, which.Value = Hidden, strconv.Itoa(no)
		return Form{Fields: append(append([]Field{which}, before(nested("inputs.", calc, v.Known, v.Today), c.Calculation)...), day)}
	}
	return Form{Fields: []Field{which, day}}
}

// before fills in what the last calculation was made from.
func before(list []Field, kept *casework.ClaimCalculation) []Field {
	if kept == nil {
		return list
	}
	for _, e := range kept.Inputs {
		for i := range list {
			if lastStep(list[i].Name) == e.Name && !e.Known {
				list[i].Value = typed(e.Value)
				if list[i].Kind == Date {
					list[i].split(e.Value)
				}
			}
		}
	}
	return list
}

// typed is a value as a form has it.
func typed(v string) string {
	switch v {
	case "yes":
		return "true"
	case "no":
		return "false"
	}
	return v
}

// withCalculator puts the calculator of a claim into its group of the award, with what the claim was
// worked out from; a claim without a sum has none.
func withCalculator(fields []Field, cl casework.ClaimView, v *casework.CaseView) []Field {
	var list []Field
	for _, f := range fields {
		switch {
		case strings.HasSuffix(f.Name, ".inputs"):
			calc, ok := claims.CalculatorOf(claims.Code(cl.Code))
			if !ok || !cl.Money {
				continue
			}
			inner := before(nested(f.Name+".", calc, v.Known, v.Today), cl.Calculation)
			for i := range inner {
				inner[i].Required = inner[i].Required && inner[i].Kind != TextArea // of a calculator that need not be used
			}
			f.Kind, f.Rows = Worked, []Row{{No: 1, Fields: inner}}
		case strings.HasSuffix(f.Name, ".calculate") && !cl.Money:
			continue
		}
		list = append(list, f)
	}
	return list
}

// mayKeep says whether the reader can work claims out.
func mayKeep(v *casework.CaseView) bool {
	return slices.ContainsFunc(v.Options, func(o workflows.Option) bool { return o.Event == workflows.KeepCalculation && o.Open })
}

// calculatorGroup is a heading of the page that lists the calculators.
type calculatorGroup struct {
	ID    string
	Name  law.Text
	Tools []claims.Calculator
}

// calculatorGroups lists them by what has happened to somebody.
func calculatorGroups() []calculatorGroup {
	groups := []calculatorGroup{
		{ID: "pay", Name: law.Text{ZH: "工资、加班、休假", EN: "Wages, overtime, leave"}},
		{ID: "end", Name: law.Text{ZH: "被辞退、离职、合同到期", EN: "Dismissed, leaving, end of contract"}},
		{ID: "contract", Name: law.Text{ZH: "没签合同、试用期、责令支付", EN: "No contract, probation, an order to pay"}},
		{ID: "agreed", Name: law.Text{ZH: "竞业限制、服务期", EN: "Non-competition, service period"}},
		{ID: "injury", Name: law.Text{ZH: "工伤", EN: "Work injury"}},
	}
	at := map[claims.Code]int{"M01": 0, "M02": 0, "M03": 0, "M04": 0, "M21": 0, "M05": 1, "M06": 1, "M07": 1, "M19": 1, "M20": 1, "M08": 2, "M09": 2, "M10": 2, "M11": 3, "M12": 3}
	for _, c := range claims.Calculators() {
		g, ok := at[c.Code]
		if !ok {
			g = 4
		}
		groups[g].Tools = append(groups[g].Tools, c)
	}
	return groups
}
