package pages

import (
	"net/url"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// sampleCalculators are the list, and every calculator with the sum of its example above its form.
func sampleCalculators() []sample {
	list := []sample{visitor("calculators", Calculators, nil)}
	for _, c := range claims.Calculators() {
		out, err := c.Reckon(c.Example, claims.National(), calendar.Published())
		if err != nil {
			panic(err)
		}
		s := visitor("calculator-"+c.Name, CalculatorPage, CalculatorBody{Calculator: c, Result: &out, Known: claims.National(), Today: on("2026-11-20")})
		s.Page.Kept = url.Values{}
		for name, v := range c.Example {
			s.Page.Kept.Set(name, v)
		}
		list = append(list, s)
	}
	c, _ := claims.CalculatorNamed("severance")
	bad := visitor("calculator-bad", CalculatorPage, CalculatorBody{Calculator: c, Known: claims.National(), Today: on("2026-11-20")})
	bad.Page.Kept = url.Values{"employed_from.year": {"2026"}, "average_wage": {"五千"}}
	bad.Page.Fault = &fault.Error{Kind: fault.Invalid, Code: "invalid", Says: law.Text{ZH: "有 2 处要改。", EN: "2 places"}, Fields: []fault.Field{
		{Place: "average_wage", Says: law.Text{ZH: "金额应当是数字。", EN: "The amount must be a number."}}, {Place: "employed_from", Says: law.Text{ZH: "日期不完整。", EN: "The date is not complete."}}}}
	v := sampleCase(true, workflows.Applicant)
	v.State, v.Options = workflows.Filed, []workflows.Option{{Event: workflows.KeepCalculation, Name: law.Text{ZH: "保存计算书", EN: "Keep the working"}, Law: law.Arbitration(28), Open: true}}
	for _, no := range []int{0, 1, 2} {
		s := stepOf(workflows.KeepCalculation, v)
		s.Form = KeepForm(v, no)
		list = append(list, party("keep-"+strconv.Itoa(no), StepPage, s))
	}
	return append(list, bad, party("case-keeping", Case, v))
}

// sampleWorking is what the applicant kept with a claim.
func sampleWorking() *casework.ClaimCalculation {
	c, _ := claims.CalculatorNamed("unlawful-dismissal")
	w, err := c.Reckon(c.Example, claims.National(), calendar.Published())
	if err != nil {
		panic(err)
	}
	return &casework.ClaimCalculation{By: law.Text{ZH: "申请人", EN: "Applicant"}, On: on("2026-09-29"), Calculation: w}
}
