package claims

import (
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// illustrative are parameters for the examples: no real ones.
func illustrative() Parameters {
	from := calendar.Must("2000-01-01")
	return National().With(
		Dated{MinWageMonth, from, "2010", roundOnce}, Dated{CityAverageMonth, from, "8000", roundOnce},
		Dated{ProvinceAverageMonth, from, "7000", roundOnce}, Dated{AreaAverageMonth, from, "8000", roundOnce},
		Dated{IncomePerHead, from, "50000", roundOnce})
}

func reckon(t *testing.T, name string, in Given) Calculation {
	t.Helper()
	c, ok := CalculatorNamed(name)
	if !ok {
		t.Fatalf("there is no calculator %q", name)
	}
	got, err := c.Reckon(in, illustrative(), calendar.Published())
	if err != nil {
		t.Fatalf("%s %v: %v %+v", name, in, err, fault.As(err).Fields)
	}
	return got
}

// TestExamples are the worked examples that were computed twice, by program and by hand.
func TestExamples(t *testing.T) {
	t.Parallel()
	for _, e := range []struct {
		no, name string
		in       Given
		want     string
	}{
		{"E1", "severance", Given{"employed_from": "2020-03-01", "last_day": "2026-08-31", "average_wage": "6500"}, "45500.00"},
		{"E2", "severance", Given{"employed_from": "2023-05-10", "last_day": "2026-08-20", "average_wage": "5200"}, "18200.00"},
		{"E3", "severance", Given{"employed_from": "2026-01-15", "last_day": "2026-05-14", "average_wage": "4800"}, "2400.00"},
		{"E4", "severance", Given{"employed_from": "2011-01-01", "last_day": "2025-12-31", "average_wage": "30000"}, "288000.00"},
		{"E5", "severance", Given{"employed_from": "2011-01-01", "last_day": "2025-12-31", "average_wage": "20000"}, "300000.00"},
		{"E6", "severance", Given{"employed_from": "2024-04-01", "last_day": "2026-03-31", "average_wage": "1900"}, "4020.00"},
		{"E7", "unlawful-dismissal", Given{"employed_from": "2023-05-10", "last_day": "2026-08-20", "average_wage": "5200"}, "36400.00"},
		{"E8 N", "severance", Given{"employed_from": "2023-07-01", "last_day": "2026-06-30", "average_wage": "6000"}, "18000.00"},
		{"E8 +1", "notice-pay", Given{"last_month_wage": "7000", "article_40": "yes", "notice_given": "no"}, "7000.00"},
		{"E9", "double-wage", Given{"kind": "written", "employed_from": "2024-06-03", "last_day": "2026-08-31", "monthly_wage": "6000"}, "66000.00"},
		{"E10 A", "double-wage", Given{"kind": "written", "employed_from": "2025-03-10", "last_day": "2026-01-20", "monthly_wage": "6000"}, "55931.03"},
		{"E10 B", "double-wage", Given{"kind": "written", "employed_from": "2025-03-10", "last_day": "2026-01-20", "monthly_wage": "6000", "part_month_method": "B"}, "56000.00"},
		{"E11", "overtime", Given{"monthly_wage": "5220", "hours_150": "20", "hours_200": "16", "hours_300": "8"}, "2580.00"},
		{"E12", "annual-leave", Given{"average_wage": "6525", "working_years": "12", "taken": "4"}, "3600.00"},
		{"E13", "annual-leave", Given{"average_wage": "6525", "working_years": "12", "taken": "2", "left": "2026-06-30"}, "1200.00"},
		{"E14", "annual-leave", Given{"average_wage": "6525", "working_years": "5", "taken": "0", "joined": "2026-09-01"}, "600.00"}, // one day
		{"E15", "unpaid-wages", Given{"monthly_wage": "6000", "paid_days": "10"}, "2758.62"},
		{"E16", "probation", Given{"contract": "fixed", "contract_months": "12", "probation_months": "4", "wage_after": "6000"}, "12000.00"},
		{"E17", "non-compete", Given{"average_wage": "10000", "months": "24", "left_on": "2026-06-30"}, "72000.00"},
		{"E17 floor", "non-compete", Given{"average_wage": "5000", "months": "1", "left_on": "2026-06-30"}, "2010.00"},
		{"E18 grant", "injury-grant", Given{"grade": "10", "injured_on": "2026-01-01", "own_wage": "5000", "insured": "no"}, "35000.00"},
		{"E18 leaving", "injury-leaving-grants", Given{"grade": "10", "left_on": "2026-06-30", "insured": "no"}, "28000.00"},
		{"E19 high", "injury-grant", Given{"grade": "10", "injured_on": "2026-01-01", "own_wage": "30000", "insured": "no"}, "168000.00"}, // 7 × 24,000
		{"E19 low", "injury-grant", Given{"grade": "10", "injured_on": "2026-01-01", "own_wage": "3000", "insured": "no"}, "33600.00"},    // 7 × 4,800
		{"E20", "service-period", Given{"training_cost": "24000", "agreed_months": "36", "served_months": "12"}, "16000.00"},
		{"E21", "extra-damages", Given{"overdue": "10000", "ordered": "yes"}, "5000.00"},
		{"E21 no order", "extra-damages", Given{"overdue": "10000", "ordered": "no"}, "0.00"},
		{"E23", "severance", Given{"employed_from": "2026-01-01", "last_day": "2026-05-31", "monthly_wages": "5600\n5800\n6100\n5900\n6050"}, "2945.00"}, // 0.5 × 5,890
	} {
		if got := reckon(t, e.name, e.in); got.Amount.String() != e.want {
			t.Errorf("%s: %s, want %s\n%s", e.no, got.Amount, e.want, lines(got))
		}
	}
}

func lines(c Calculation) (s string) {
	for _, l := range c.Steps {
		s += l.ZH + " | " + l.Formula + " | " + l.Law.Rule + "\n"
	}
	return s
}

// TestExamplesInside looks at what stands between the facts and the sum.
func TestExamplesInside(t *testing.T) {
	t.Parallel()
	has := func(c Calculation, formula string) {
		t.Helper()
		for _, l := range c.Steps {
			if l.Formula == formula {
				return
			}
		}
		t.Errorf("%s has no line %q:\n%s", c.Name, formula, lines(c))
	}
	has(reckon(t, "severance", Given{"employed_from": "2023-05-10", "last_day": "2026-08-20", "average_wage": "5200"}), "39 ÷ 12 → 3.5")
	has(reckon(t, "severance", Given{"employed_from": "2026-01-01", "last_day": "2026-05-31", "monthly_wages": "5600\n5800\n6100\n5900\n6050"}),
		"(5,600.00 + 5,800.00 + 6,100.00 + 5,900.00 + 6,050.00) ÷ 5 = 5,890.00")
	has(reckon(t, "double-wage", Given{"kind": "written", "employed_from": "2024-06-03", "last_day": "2026-08-31", "monthly_wage": "6000"}), "2024-07-03 → 2025-06-02")
	has(reckon(t, "annual-leave", Given{"average_wage": "6525", "working_years": "12", "taken": "2", "left": "2026-06-30"}), "181 ÷ 365 × 10 = 4.9589")
	has(reckon(t, "annual-leave", Given{"average_wage": "6525", "working_years": "5", "taken": "0", "joined": "2026-09-01"}), "122 ÷ 365 × 5 = 1.6712")
	if c := reckon(t, "extra-damages", Given{"overdue": "10000", "ordered": "yes"}); c.AtMost == nil || *c.AtMost != Yuan(10_000) {
		t.Errorf("extra damages reach to %v, want 10000.00", c.AtMost)
	}
	grant := reckon(t, "injury-grant", Given{"grade": "10", "injured_on": "2026-01-01", "own_wage": "5000", "insured": "no"})
	leaving := reckon(t, "injury-leaving-grants", Given{"grade": "10", "left_on": "2026-06-30", "insured": "no"})
	if sum := grant.Amount + leaving.Amount; sum != Yuan(63_000) {
		t.Errorf("E18 comes to %s, want 63000.00", sum)
	}
	for _, p := range append(grant.Parts, leaving.Parts...) {
		if p.Payer == nil || *p.Payer != theEmployer {
			t.Errorf("%s is paid by %v, want the employer", p.ZH, p.Payer)
		}
	}
}

// TestFinalByItemAndWorker is example E22: the ceiling is 12 × 2,010.
func TestFinalByItemAndWorker(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		code     Code
		awarded  string
		relation bool
		want     bool
	}{
		{"M01", "18000", false, true}, {"M07", "36400", false, false}, {"M01", "24120.00", false, true}, {"M01", "24120.01", false, false},
		{"M01", "18000", true, false}, {"M07", "36400", true, false}, {"M13", "350000", false, true}, {"M13", "350000", true, false}, {"M12", "1", false, false}, {"M20", "0", false, false},
	} {
		k, _ := Lookup(c.code)
		sum, _ := ParseYuan(c.awarded)
		if got := k.Final.FinalAt(sum, Yuan(2010), c.relation); got != c.want {
			t.Errorf("%s of %s (relation confirmed: %t) is final: %t, want %t", c.code, c.awarded, c.relation, got, c.want)
		}
	}
}

// TestHalfYears: half a year is counted by months, not by days.
func TestHalfYears(t *testing.T) {
	t.Parallel()
	for last, want := range map[string]string{"2026-06-29": "3000.00", "2026-06-30": "6000.00", "2026-01-01": "3000.00", "2026-12-31": "6000.00", "2027-01-01": "9000.00"} {
		got := reckon(t, "severance", Given{"employed_from": "2026-01-01", "last_day": last, "average_wage": "6000"})
		if got.Amount.String() != want {
			t.Errorf("to %s: %s, want %s", last, got.Amount, want)
		}
	}
}
