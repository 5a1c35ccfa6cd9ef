package claims

import (
	"math/big"
	"strings"
	"testing"
	"testing/quick"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

func amount(t *testing.T, name string, in Given) Fen { t.Helper(); return reckon(t, name, in).Amount }

func with(in Given, name, value string) Given {
	g := Given{}
	for k, v := range in {
		g[k] = v
	}
	g[name] = value
	return g
}

// wageOf names, for each calculator that has one, the input that more of which never gives less.
var wageOf = map[string]string{
	"unpaid-wages": "monthly_wage", "overtime": "monthly_wage", "annual-leave": "average_wage", "notice-pay": "last_month_wage",
	"severance": "average_wage", "unlawful-dismissal": "average_wage",
	"double-wage": "monthly_wage", "extra-damages": "overdue", "probation": "wage_after", "non-compete": "average_wage", "service-period": "training_cost",
	"injury-grant": "own_wage", "injury-leave-pay": "monthly_wage", "disability-allowance": "own_wage", "death": "own_wage", "dismissal-gap-wages": "monthly_wage",
}

// TestMoreWageNeverGivesLess holds everywhere below the cap of severance; above it the years are
// cut too, which is why 20,000 a month can give more than 30,000.
func TestMoreWageNeverGivesLess(t *testing.T) {
	t.Parallel()
	for name, field := range wageOf {
		c, _ := CalculatorNamed(name)
		rises := func(a, b uint32) bool {
			low, high := Fen(min(a, b)%2_400_000), Fen(max(a, b)%2_400_000)
			if low > high {
				low, high = high, low
			}
			return amount(t, name, with(c.Example, field, low.String())) <= amount(t, name, with(c.Example, field, high.String()))
		}
		if err := quick.Check(rises, &quick.Config{MaxCount: 200}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAboveTheCapNothingChanges: from three times the city's average on, severance stays the same.
func TestAboveTheCapNothingChanges(t *testing.T) {
	t.Parallel()
	in := Given{"employed_from": "2011-01-01", "last_day": "2025-12-31"}
	same := func(a uint32) bool {
		return amount(t, "severance", with(in, "average_wage", (Yuan(24_000)+1+Fen(a)).String())) == Yuan(288_000)
	}
	if err := quick.Check(same, nil); err != nil {
		t.Error(err)
	}
	if got := amount(t, "severance", with(in, "average_wage", "24000")); got != Yuan(360_000) {
		t.Errorf("at the cap itself: %s, want 360000.00: the years are cut only above it", got)
	}
}

// TestTheWholeIsTheSumOfItsParts: hour by hour or together, overtime is the same but for the one
// rounding of each sum.
func TestTheWholeIsTheSumOfItsParts(t *testing.T) {
	t.Parallel()
	sum := func(wage uint32, a, b, c uint8) bool {
		w := Fen(wage).String()
		hours := []string{num(int64(a)).RatString(), num(int64(b)).RatString(), num(int64(c)).RatString()}
		whole := amount(t, "overtime", Given{"monthly_wage": w, "hours_150": hours[0], "hours_200": hours[1], "hours_300": hours[2]})
		parts := amount(t, "overtime", Given{"monthly_wage": w, "hours_150": hours[0]}) + amount(t, "overtime", Given{"monthly_wage": w, "hours_200": hours[1]}) + amount(t, "overtime", Given{"monthly_wage": w, "hours_300": hours[2]})
		return max(whole-parts, parts-whole) <= 1
	}
	if err := quick.Check(sum, nil); err != nil {
		t.Error(err)
	}
	for _, c := range Calculators() {
		got := reckon(t, c.Name, c.Example)
		total := Fen(0)
		for _, p := range got.Parts {
			total += p.Amount
		}
		if len(got.Parts) > 0 && max(total-got.Amount, got.Amount-total) > Fen(len(got.Parts)) {
			t.Errorf("%s: the parts come to %s, the whole is %s", c.Name, total, got.Amount)
		}
	}
}

// TestTwiceIsTwice: damages are exactly twice the unrounded severance, rounded once.
func TestTwiceIsTwice(t *testing.T) {
	t.Parallel()
	twice := func(wage uint32, days uint16) bool {
		from := calendar.Must("2010-01-01")
		in := Given{"employed_from": from.String(), "last_day": from.Next(int(days) % 6000).String(), "average_wage": Fen(wage).String()}
		n, nn := amount(t, "severance", in), amount(t, "unlawful-dismissal", in)
		return nn == 2*n || nn == 2*n-1 // half a fen of N was rounded up
	}
	if err := quick.Check(twice, nil); err != nil {
		t.Error(err)
	}
}

// TestRoundedHalfUpOnce: on whole numbers of a hundredth of a fen.
func TestRoundedHalfUpOnce(t *testing.T) {
	t.Parallel()
	up := func(n uint64) bool {
		n %= 1 << 50
		r := new(big.Rat).SetFrac(new(big.Int).SetUint64(n), big.NewInt(10_000))
		return fen(r) == Fen((n+50)/100)
	}
	if err := quick.Check(up, nil); err != nil {
		t.Error(err)
	}
	third := over(num(100), num(3)) // 33.333…, three times of which is 100 again
	if fen(times(third, num(3))) != Yuan(100) {
		t.Error("thirds are not exact")
	}
	if got := plain(ratio(122*5, 365)); got != "1.6712" {
		t.Errorf("plain = %s", got)
	}
}

// FuzzMoney puts anything into every field: the answer is a sum that is never negative with lines
// that can be read, or a fault that names fields; and nothing that was typed comes back in it.
func FuzzMoney(f *testing.F) {
	for i, c := range Calculators() {
		for _, in := range c.Inputs {
			f.Add(uint8(i), in.Name, c.Example[in.Name], "2026-02-30")
		}
	}
	f.Add(uint8(4), "average_wage", "0.01", "999999999999.99")
	f.Add(uint8(2), "pay_days", "0.0001", "1")
	f.Add(uint8(2), "hours_300", "10000", "0.0001")
	f.Fuzz(func(t *testing.T, which uint8, name, a, b string) {
		c := calculators[int(which)%len(calculators)]
		for _, v := range []string{a, b} {
			got, err := c.Reckon(with(c.Example, name, v), illustrative(), calendar.Published())
			if err != nil {
				if fe := fault.As(err); fe == nil || fe.Kind != fault.Invalid || len(fe.Fields) == 0 {
					t.Fatalf("%s: %v", c.Name, err)
				}
				continue
			}
			if got.Amount < 0 || len(got.Steps) == 0 {
				t.Fatalf("%s with %s = %q: %s\n%s", c.Name, name, v, got.Amount, lines(got))
			}
			for _, s := range got.Steps {
				if s.ZH == "" || s.EN == "" || s.Law.Rule == "" || strings.Contains(s.Formula, "-0.0") {
					t.Fatalf("%s: %+v", c.Name, s)
				}
			}
		}
	})
}
