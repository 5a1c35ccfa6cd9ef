package claims

import (
	"fmt"
	"maps"
	"strconv"
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

func TestEveryKindHasItsCalculator(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	for i, c := range Calculators() {
		if want := kinds[i].Code; c.Code != want {
			t.Errorf("calculator %d is for %s, want %s", i, c.Code, want)
		}
		if names[c.Name] || c.Name == "" || c.run == nil {
			t.Errorf("%s: the name %q is empty or taken, or nothing runs", c.Code, c.Name)
		}
		names[c.Name] = true
		if c.Asks.ZH == "" || c.Asks.EN == "" || c.Formula.ZH == "" || c.Formula.EN == "" || len(c.Law) == 0 {
			t.Errorf("%s lacks words or an article", c.Name)
		}
		checkInputs(t, c)
		if by, ok := CalculatorOf(c.Code); !ok || by.Name != c.Name {
			t.Errorf("CalculatorOf(%s) = %s, %t", c.Code, by.Name, ok)
		}
	}
	if len(names) != len(kinds) {
		t.Errorf("%d calculators, want %d", len(names), len(kinds))
	}
	if _, ok := CalculatorNamed("horoscope"); ok {
		t.Error("there is a calculator for anything")
	}
}

func checkInputs(t *testing.T, c Calculator) {
	t.Helper()
	seen := map[string]bool{}
	for _, in := range c.Inputs {
		switch {
		case seen[in.Name]:
			t.Errorf("%s asks for %s twice", c.Name, in.Name)
		case in.Label.ZH == "" || in.Label.EN == "":
			t.Errorf("%s.%s has no label", c.Name, in.Name)
		case (in.Unit == OneOf) != (len(in.Options) > 0):
			t.Errorf("%s.%s: options are for choices", c.Name, in.Name)
		case (in.Unit == Number || in.Unit == Whole) != (in.Most > 0):
			t.Errorf("%s.%s: numbers have a largest value", c.Name, in.Name)
		case in.Parameter != "" && (in.Required || string(in.Parameter) != in.Name):
			t.Errorf("%s.%s: an input from the parameters may be left out, and has the parameter's name", c.Name, in.Name)
		}
		seen[in.Name] = true
	}
}

// TestEveryStepCitesItsArticle: an example works with nothing but the national parameters, each
// line reads in both languages, and reckoning anew from what is kept gives the same.
func TestEveryStepCitesItsArticle(t *testing.T) {
	t.Parallel()
	for _, c := range Calculators() {
		got, err := c.Reckon(c.Example, National(), calendar.Published())
		if err != nil {
			t.Errorf("%s: the example fails: %+v", c.Name, fault.As(err).Fields)
			continue
		}
		if len(got.Steps) == 0 || got.Formula == "" || got.Code != c.Code || got.Title.IsZero() {
			t.Errorf("%s: %+v", c.Name, got)
		}
		for _, s := range got.Steps {
			if s.ZH == "" || s.EN == "" || s.Law.Rule == "" || s.Law.ZH == "" || s.Law.EN == "" || s.Law.Confidence == "" {
				t.Errorf("%s: a line without words or article: %+v", c.Name, s)
			}
		}
		again, err := c.Reckon(got.Given(), National(), calendar.Published())
		if err != nil || again.Amount != got.Amount || again.Formula != got.Formula {
			t.Errorf("%s: reckoned anew from its own inputs: %v %v, want %v", c.Name, again.Amount, err, got.Amount)
		}
		if k, _ := Lookup(c.Code); got.Money != k.Money || !k.Money && got.Amount != 0 {
			t.Errorf("%s: money %t, amount %s", c.Name, got.Money, got.Amount)
		}
	}
}

// TestNothingIsGuessed leaves out one input after another: a required one, and a parameter that
// nobody knows, are named; the others may be left out or the fault says what goes with what.
func TestNothingIsGuessed(t *testing.T) {
	t.Parallel()
	for _, c := range Calculators() {
		for _, in := range c.Inputs {
			given := maps.Clone(c.Example)
			delete(given, in.Name)
			_, err := c.Reckon(given, nil, calendar.Published())
			named := err != nil && names(err)[in.Name]
			if (in.Required || in.Parameter != "") && !named {
				t.Errorf("%s without %s: %v", c.Name, in.Name, err)
			}
		}
	}
}

func names(err error) map[string]bool {
	m := map[string]bool{}
	for _, f := range fault.As(err).Fields {
		m[f.Place] = true
	}
	return m
}

// TestWhatCannotBeIsNamed puts an impossible value into every field of every calculator.
func TestWhatCannotBeIsNamed(t *testing.T) {
	t.Parallel()
	wrong := map[Unit][]string{
		InYuan: {"-1", "1.234", "abc", "1e5", "1,000", "9999999999999"}, Wages: {"1\n-2", "x"}, Number: {"-1", "1e3", "1.23456", "999999999", "一"},
		Whole: {"-1", "1.5", "999999999", "x"}, InDate: {"2026-02-30", "2026-13-01", "yesterday", "1026-01-01", "20260101"}, YesOrNo: {"maybe"}, OneOf: {"other"},
	}
	for _, c := range Calculators() {
		for _, in := range c.Inputs {
			for _, v := range wrong[in.Unit] {
				given := maps.Clone(c.Example)
				given[in.Name] = v
				_, err := c.Reckon(given, National(), calendar.Published())
				f := fault.As(err)
				if f == nil || f.Kind != fault.Invalid || !names(err)[in.Name] {
					t.Errorf("%s with %s = %q: %v", c.Name, in.Name, v, err)
					continue
				}
				if says := fmt.Sprint(f.Says, f.Fields); len(v) > 5 && v != "other" && containsValue(says, v) {
					t.Errorf("%s.%s repeats the value: %s", c.Name, in.Name, says)
				}
			}
		}
		given := maps.Clone(c.Example)
		given["horoscope"] = "1"
		if _, err := c.Reckon(given, National(), calendar.Published()); err == nil || !names(err)["horoscope"] {
			t.Errorf("%s takes what nobody asks for", c.Name)
		}
	}
}

func containsValue(says, v string) bool {
	for i := 0; i+len(v) <= len(says); i++ {
		if says[i:i+len(v)] == v {
			return true
		}
	}
	return false
}

// TestDatesThatContradict names the date that cannot be.
func TestDatesThatContradict(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, place string
		in          Given
	}{
		{"severance", "last_day", Given{"employed_from": "2026-03-01", "last_day": "2026-02-01", "average_wage": "5000"}},
		{"severance", "employed_from", Given{"employed_from": "1900-03-01", "last_day": "2026-02-01", "average_wage": "5000", "before_2008": "1"}},
		{"severance", "before_2008", Given{"employed_from": "2020-03-01", "last_day": "2026-02-01", "average_wage": "5000", "before_2008": "1"}},
		{"severance", "last_day", Given{"employed_from": "2003-03-01", "last_day": "2007-12-31", "average_wage": "5000"}},
		{"severance", "average_wage", Given{"employed_from": "2020-03-01", "last_day": "2026-02-01"}},
		{"severance", "monthly_wages", Given{"employed_from": "2020-03-01", "last_day": "2026-02-01", "average_wage": "5000", "monthly_wages": "1"}},
		{"unlawful-dismissal", "last_day", Given{"employed_from": "2026-03-01", "last_day": "2026-02-28", "average_wage": "5000"}},
		{"double-wage", "last_day", Given{"kind": "written", "employed_from": "2025-03-10", "monthly_wage": "6000"}},
		{"double-wage", "signed_on", Given{"kind": "written", "employed_from": "2025-03-10", "monthly_wage": "6000", "signed_on": "2025-03-09"}},
		{"annual-leave", "left", Given{"average_wage": "6525", "working_years": "12", "taken": "2", "joined": "2026-06-30", "left": "2026-06-29"}},
		{"annual-leave", "joined", Given{"average_wage": "6525", "working_years": "12", "taken": "2", "joined": "2025-06-30", "left": "2026-06-29"}},
		{"unpaid-wages", "part_to", Given{"monthly_wage": "6000", "part_from": "2026-01-10", "part_to": "2026-01-09"}},
		{"unpaid-wages", "part_to", Given{"monthly_wage": "6000", "part_from": "2026-01-10", "part_to": "2026-02-09"}},
		{"unpaid-wages", "part_from", Given{"monthly_wage": "6000", "part_to": "2026-02-09"}},
		{"unpaid-wages", "paid_days", Given{"monthly_wage": "6000", "part_from": "2026-01-10", "part_to": "2026-01-20", "paid_days": "3"}},
		{"unpaid-wages", "full_months", Given{"monthly_wage": "6000"}},
		{"unpaid-wages", "part_month_method", Given{"monthly_wage": "6000", "paid_days": "3", "part_month_method": "B"}},
		{"unpaid-wages", "statutory_holidays", Given{"monthly_wage": "6000", "paid_days": "3", "statutory_holidays": "1"}},
		{"minimum-wage", "paid", Given{"month": "2026-03-01", "months": "3", "paid": "100", "overtime": "300"}},
		{"deduction-limit", "deduction", Given{"month": "2026-03-01", "month_wage": "3000", "deduction": "3000.01"}},
		{"extra-damages", "percent", Given{"overdue": "10000", "ordered": "yes", "percent": "49"}},
		{"probation", "contract_months", Given{"contract": "fixed", "probation_months": "4", "wage_after": "6000"}},
		{"service-period", "agreed_months", Given{"training_cost": "24000", "agreed_months": "0", "served_months": "12"}},
		{"non-compete", "agreed_monthly", Given{"agreed_monthly": "1", "average_wage": "2", "months": "1", "left_on": "2026-01-01"}},
		{"dismissal-gap-wages", "to", Given{"monthly_wage": "6000", "from": "2026-01-10", "to": "2026-01-09"}},
		{"death", "lonely", Given{"died_on": "2026-03-01", "own_wage": "5000", "insured": "yes", "lonely": "1"}},
		{"death", "months", Given{"died_on": "2026-03-01", "own_wage": "5000", "insured": "yes", "spouse": "yes"}},
	} {
		calc, _ := CalculatorNamed(c.name)
		if _, err := calc.Reckon(c.in, illustrative(), calendar.Published()); err == nil || !names(err)[c.place] {
			t.Errorf("%s %v: %v, want %s named", c.name, c.in, err, c.place)
		}
	}
}

// TestWhenNothingIsDue: the working says why there is no sum.
func TestWhenNothingIsDue(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, rule string
		in         Given
	}{
		{"severance", "LCL-46", Given{"employed_from": "2020-03-01", "last_day": "2026-08-31", "average_wage": "6500", "ground": "resigned"}},
		{"notice-pay", "LCL-40", Given{"last_month_wage": "7000", "article_40": "no", "notice_given": "no"}},
		{"notice-pay", "LCL-40", Given{"last_month_wage": "7000", "article_40": "yes", "notice_given": "yes"}},
		{"double-wage", "LCL-IR-6", Given{"kind": "written", "employed_from": "2026-03-10", "signed_on": "2026-04-10", "monthly_wage": "6000"}},
		{"double-wage", "SPC2-7", Given{"kind": "written", "employed_from": "2025-03-10", "last_day": "2026-01-20", "monthly_wage": "6000", "excuse": "worker"}},
		{"double-wage", "SPC2-8", Given{"kind": "written", "employed_from": "2025-03-10", "last_day": "2026-01-20", "monthly_wage": "6000", "excuse": "prolonged"}},
		{"double-wage", "SPC2-9", Given{"kind": "written", "employed_from": "2025-03-10", "last_day": "2026-01-20", "monthly_wage": "6000", "excuse": "deemed"}},
		{"annual-leave", "ALM-10", Given{"average_wage": "6525", "working_years": "12", "taken": "0", "waived": "yes"}},
		{"annual-leave", "ALM-10", Given{"average_wage": "6525", "working_years": "0", "taken": "3"}},
		{"minimum-wage", "LCL-85", Given{"month": "2026-03-01", "months": "3", "paid": "2010"}},
		{"probation", "LCL-83", Given{"contract": "open-ended", "probation_months": "6", "wage_after": "6000"}},
		{"overtime", "LL-44", Given{"monthly_wage": "5220"}},
	} {
		got := reckon(t, c.name, c.in)
		if last := got.Steps[len(got.Steps)-1]; got.Amount != 0 || last.Law.Rule != c.rule {
			t.Errorf("%s %v: %s by %s, want nothing by %s", c.name, c.in, got.Amount, last.Law.Rule, c.rule)
		}
	}
}

// TestOtherSums: rules that no example touches.
func TestOtherSums(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, want string
		in         Given
	}{
		{"severance", "117000.00", Given{"employed_from": "2005-01-01", "last_day": "2025-12-31", "average_wage": "6500"}},                         // 18 years since 2008
		{"severance", "127000.00", Given{"employed_from": "2005-01-01", "last_day": "2025-12-31", "average_wage": "6500", "before_2008": "10000"}}, // and what a person reckoned
		{"unlawful-dismissal", "273000.00", Given{"employed_from": "2005-01-01", "last_day": "2025-12-31", "average_wage": "6500"}},                // all 21 years
		{"unpaid-wages", "9931.03", Given{"monthly_wage": "6000", "full_months": "2", "part_from": "2026-01-10", "part_to": "2026-01-20", "paid": "4000"}},
		{"unpaid-wages", "2206.90", Given{"monthly_wage": "6000", "part_from": "2026-01-10", "part_to": "2026-01-20", "statutory_holidays": "1"}},
		{"unpaid-wages", "0.00", Given{"monthly_wage": "6000", "full_months": "1", "paid": "7000"}},
		{"minimum-wage", "630.00", Given{"month": "2026-03-01", "months": "3", "paid": "2100", "overtime": "300"}},
		{"deduction-limit", "700.00", Given{"month": "2026-03-01", "month_wage": "4000", "deduction": "1500"}},
		{"deduction-limit", "490.00", Given{"month": "2026-03-01", "month_wage": "2020", "deduction": "500"}},
		{"double-wage", "24000.00", Given{"kind": "written", "employed_from": "2025-03-10", "signed_on": "2025-08-10", "monthly_wage": "6000"}},
		{"double-wage", "120000.00", Given{"kind": "open-ended", "employed_from": "2024-01-01", "last_day": "2025-08-31", "monthly_wage": "6000"}},
		{"extra-damages", "7500.00", Given{"overdue": "10000", "ordered": "yes", "percent": "75"}},
		{"probation", "24000.00", Given{"contract": "task", "probation_months": "4", "wage_after": "6000"}},
		{"non-compete", "63000.00", Given{"agreed_monthly": "3000", "months": "18", "ended_early": "yes", "left_on": "2026-06-30"}},
		{"non-compete", "72000.00", Given{"agreed_monthly": "3000", "months": "30", "left_on": "2026-06-30"}},
		{"service-period", "10000.00", Given{"training_cost": "24000", "agreed_months": "36", "served_months": "12", "agreed_penalty": "10000"}},
		{"injury-leaving-grants", "25200.00", Given{"grade": "10", "left_on": "2026-06-30", "insured": "yes", "years_to_retirement": "4"}},
		{"injury-leave-pay", "60000.00", Given{"monthly_wage": "5000", "months": "14"}},
		{"injury-leave-pay", "70000.00", Given{"monthly_wage": "5000", "months": "14", "extended": "yes"}},
		{"disability-allowance", "42000.00", Given{"grade": "5", "injured_on": "2026-03-01", "own_wage": "5000", "insured": "yes", "months": "12"}},
		{"nursing", "28800.00", Given{"level": "part", "from": "2026-03-01", "months": "12", "insured": "yes"}},
		{"death", "1090000.00", Given{"died_on": "2026-03-01", "own_wage": "5000", "insured": "yes", "spouse": "yes", "others": "1", "months": "12"}},
		{"death", "1108000.00", Given{"died_on": "2026-03-01", "own_wage": "5000", "insured": "no", "spouse": "yes", "others": "2", "lonely": "1", "months": "12"}},
		{"dismissal-gap-wages", "18000.00", Given{"monthly_wage": "6000", "from": "2026-01-10", "to": "2026-04-09"}},
		{"dismissal-gap-wages", "14400.00", Given{"monthly_wage": "6000", "from": "2026-01-10", "to": "2026-04-09", "worker_share": "20"}},
	} {
		if got := reckon(t, c.name, c.in); got.Amount.String() != c.want {
			t.Errorf("%s %v: %s, want %s\n%s", c.name, c.in, got.Amount, c.want, lines(got))
		}
	}
}

func TestLeavingGrantTable(t *testing.T) {
	t.Parallel()
	for grade, months := range map[int]int64{5: 30, 6: 25, 7: 10, 8: 7, 9: 4, 10: 2} {
		got := reckon(t, "injury-leaving-grants", Given{"grade": strconv.Itoa(grade), "left_on": "2026-06-30", "insured": "yes"})
		if got.Amount != Yuan(2*7000*months) || *got.Parts[0].Payer != theFund || *got.Parts[1].Payer != theEmployer {
			t.Errorf("grade %d: %+v", grade, got.Parts)
		}
	}
	for grade, months := range map[int]int64{1: 27, 2: 25, 3: 23, 4: 21, 5: 18, 6: 16, 7: 13, 8: 11, 9: 9, 10: 7} {
		got := reckon(t, "injury-grant", Given{"grade": strconv.Itoa(grade), "injured_on": "2026-06-30", "own_wage": "6000", "insured": "yes"})
		if got.Amount != Yuan(6000*months) {
			t.Errorf("grade %d: %s", grade, got.Amount)
		}
	}
}
