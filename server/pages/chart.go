package pages

import (
	"fmt"
	"strings"
	"time"

	"tiaocai/server/casework"
)

// chart is a column for each month, from 0 to 100 per cent, with the target as a dashed line. Its
// numbers are those of an SVG 360 wide and 206 high, so that the text can be read on a phone.
type chart struct {
	Columns []column
	Grid    []gridLine
	Goal    int     // per cent; 0: no line
	GoalY   float64 // where the line runs
	Desc    string  // every number in words
}

type column struct {
	Name                   string
	X, Mid, Y, High        float64
	Value                  string // as printed: 66.67; "-" where there is nothing to divide by
	Short                  string // on the column: 66.7
	Numerator, Denominator int
	Low                    bool // below the target
	TextY                  float64
}

type gridLine struct {
	Per  int
	Y    float64
	Text bool // the label would stand too near the target's otherwise
}

const (
	top, bottom = 18.0, 138.0
	left, wide  = 30.0, 330.0
)

func chartY(per float64) float64 { return bottom - (bottom-top)*per/100 }

// chartOf draws one indicator month by month; nil if it has no months.
func (l tongue) chartOf(id string, target int, months []casework.MonthView) *chart {
	c := &chart{Goal: target, GoalY: chartY(float64(target))}
	var words []string
	step := wide / 12
	for _, m := range months {
		for _, i := range m.Indicators {
			if i.ID != id {
				continue
			}
			k := column{Name: l.month(m.Month), X: left + step*float64(m.Month-1) + 3, Value: i.Value, Numerator: i.Numerator, Denominator: i.Denominator}
			k.Mid = k.X + (step-6)/2
			if i.Denominator > 0 {
				per := 100 * float64(i.Numerator) / float64(i.Denominator)
				k.Y, k.Short = chartY(per), fmt.Sprintf("%.1f", per)
				k.High, k.Low = bottom-k.Y, i.Numerator*100 < target*i.Denominator
				k.TextY = k.Y - 4
				if above := k.Y - c.GoalY; target > 0 && above > 0 && above < 16 {
					k.TextY = k.Y + 13 // inside the column: above it runs the target's line
				}
				if i.Numerator == i.Denominator {
					k.Short = "100"
				}
			}
			c.Columns = append(c.Columns, k)
			words = append(words, fmt.Sprintf("%s %d／%d，%s %%", k.Name, k.Numerator, k.Denominator, k.Value))
		}
	}
	if len(c.Columns) == 0 {
		return nil
	}
	c.Desc = strings.Join(words, "；")
	if l.en() {
		c.Desc = strings.NewReplacer("；", "; ", "／", "/", "，", ", ").Replace(c.Desc)
	}
	for _, per := range []int{0, 25, 50, 75, 100} {
		near := per-target < 12 && target-per < 12 && target > 0
		c.Grid = append(c.Grid, gridLine{per, chartY(float64(per)), !near})
	}
	return c
}

// month is a month's name: 1月, or Jan.
func (l tongue) month(n int) string {
	if l.en() {
		return time.Month(n).String()[:3]
	}
	return fmt.Sprintf("%d月", n)
}
