package pages

import (
	"fmt"
	"strings"

	"tiaocai/server/casework"
)

// pairChart is accepted and closed for each month, two columns side by side.
type pairChart struct {
	Columns []pairColumn
	Grid    []gridLine
	Desc    string // every number in words
}

type pairColumn struct {
	column
	Y2, High2 float64
}

// monthChart draws accepted and closed month by month; nil where nothing was.
func (l tongue) monthChart(f *casework.Figures) *pairChart {
	most := 0
	for _, m := range f.Months {
		most = max(most, m.Accepted, m.Closed)
	}
	if most == 0 {
		return nil
	}
	scale := roundUp(most)
	y := func(n int) float64 { return chartY(100 * float64(n) / float64(scale)) }
	c := &pairChart{}
	var words []string
	step := wide / 12
	for _, m := range f.Months {
		k := pairColumn{Y2: y(m.Closed), High2: bottom - y(m.Closed)}
		k.column = column{Name: l.month(m.Month), X: left + step*float64(m.Month-1) + 3, Y: y(m.Accepted), High: bottom - y(m.Accepted), Numerator: m.Accepted, Denominator: m.Closed}
		k.Mid = k.X + (step-6)/2
		c.Columns = append(c.Columns, k)
		words = append(words, l.text(fmt.Sprintf("%s 受理 %d，结案 %d", k.Name, m.Accepted, m.Closed), fmt.Sprintf("%s %d accepted, %d closed", k.Name, m.Accepted, m.Closed)))
	}
	c.Desc = strings.Join(words, l.text("；", "; "))
	for i := range 5 {
		c.Grid = append(c.Grid, gridLine{scale * i / 4, y(scale * i / 4), true})
	}
	return c
}

// roundUp is the next number whose quarters are round.
func roundUp(n int) int {
	for unit := 4; ; unit *= 10 {
		for _, k := range []int{1, 2, 3, 5} {
			if unit*k >= n {
				return unit * k
			}
		}
	}
}
