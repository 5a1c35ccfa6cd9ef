package casework

import (
	"fmt"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/workflows/law"
)

// CauseChoice is a cause to choose.
type CauseChoice struct {
	Code string   `json:"code"`
	Name law.Text `json:"name"`
}

// Comparison sets the whole months of this year beside the same ones of last year (同期比较). Months that are not
// over yet are in neither, so that like is compared with like.
type Comparison struct {
	Now    Fraction `json:"now"`
	Before Fraction `json:"before"`
	Change string   `json:"change,omitempty" doc:"百分点，两位小数，带正负号；不能比的不填 In percentage points with its sign, for per cents; left out where it cannot be given"`
}

// Fraction is a figure with what it is made of.
type Fraction struct {
	Numerator   int    `json:"numerator"`
	Denominator int    `json:"denominator"`
	Value       string `json:"value"`
}

// compare adds the comparison with last year, where last year has any numbers.
func (v figureView) compare(tx *models.Tx, f *Figures, y metrics.Year) error {
	whole := y.WholeMonths()
	if whole == 0 {
		return nil
	}
	before, err := metrics.YearBefore(tx, v.Unit, v.year)
	if err != nil {
		return err
	}
	now, then := y.Through(whole), before.Through(whole)
	if len(then.N) == 0 {
		return nil
	}
	f.SameMonths = whole
	for i := range f.Indicators {
		of := metrics.IndicatorOf(f.Indicators[i].ID)
		if of.Of == nil || of.ToDate || of.WholeYear {
			continue
		}
		f.Indicators[i].Same = comparison(of, now, then)
	}
	return nil
}

func comparison(i metrics.Indicator, now, then metrics.Counts) *Comparison {
	a, b := i.Of(now), i.Of(then)
	c := &Comparison{Now: Fraction{a.Numerator, a.Denominator, a.As(i.Form)}, Before: Fraction{b.Numerator, b.Denominator, b.As(i.Form)}}
	if i.Form == metrics.Percent && a.Denominator > 0 && b.Denominator > 0 {
		c.Change = points(a.Hundredths() - b.Hundredths())
	}
	return c
}

// points writes hundredths of a percentage point with their sign.
func points(n int) string {
	sign := "+"
	if n < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}
