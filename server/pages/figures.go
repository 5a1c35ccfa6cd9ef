package pages

import (
	"fmt"
	"net/url"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// rate is one indicator as the page shows it.
type rate struct {
	casework.IndicatorView
	Fraction bool   // numerator and denominator say something
	Colour   string // of its light; "" where words stand instead
	Chart    *chart
	Months   []casework.IndicatorView // January first; nil where months make no sense
}

// drawn are the indicators whose months are drawn; the others have them as a table.
var drawn = map[string]bool{"I1": true, "I2": true, "I3": true, "I5": true, "I17": true}

// rates are the indicators with their months.
func (l tongue) rates(f *casework.Figures) []rate {
	var list []rate
	for _, i := range f.Indicators {
		r := rate{IndicatorView: i, Fraction: i.Form == "percent" || i.Form == "days"}
		r.Colour = lamp(i.Light)
		if drawn[i.ID] {
			r.Chart = l.chartOf(i.ID, i.Target, f.Months)
		}
		for _, m := range f.Months {
			for _, x := range m.Indicators {
				if x.ID == i.ID {
					r.Months = append(r.Months, x)
				}
			}
		}
		list = append(list, r)
	}
	return list
}

// lamp is the colour of an indicator's light; "" where words stand instead.
func lamp(light string) string {
	return map[string]string{"green": "green", "yellow": "amber", "red": "red"}[light]
}

// away says how far an indicator is from its target, in cases: 还差 3 件.
func (l tongue) away(r rate) string { return l.short(r.IndicatorView) }

func (l tongue) short(r casework.IndicatorView) string {
	short := r.Target*r.Denominator - r.Numerator*100
	if r.Target == 0 || r.Denominator <= 0 || short <= 0 {
		return ""
	}
	n := (short + 99) / 100
	return law.Text{ZH: fmt.Sprintf("还差 %d 件", n), EN: fmt.Sprintf("%d short", n)}.In(string(l))
}

// shown is a value with its unit: 65.58 %, 31.20 天, 1,234.00 元, 17; — where it cannot be given.
func (l tongue) shown(form any, value string) string {
	switch f := fmt.Sprint(form); {
	case value == "-":
		return "—"
	case f == "percent":
		return value + " %"
	case f == "yuan":
		return grouped(value) + " " + l.unit(f)
	case f == "days":
		return value + " " + l.unit(f)
	}
	return value
}

// grouped puts commas between thousands.
func grouped(value string) string {
	whole, rest, _ := strings.Cut(value, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return whole + "." + rest
}

// unitOf heads a column of values.
func (l tongue) unitOf(form any) string {
	if u := l.unit(fmt.Sprint(form)); u != "" {
		return u
	}
	return l.text("数", "Number")
}

// through names the months that are compared with last year: 1 至 10 月.
func (l tongue) through(months int) string {
	if months == 1 {
		return l.month(1)
	}
	if l.en() {
		return l.month(1) + " to " + l.month(months)
	}
	return fmt.Sprintf("1 至 %d 月", months)
}

// years that can be chosen, newest first.
func years(f *casework.Figures) []int {
	var list []int
	for y := f.Today.Year(); y > f.Today.Year()-8; y-- {
		list = append(list, y)
	}
	if f.Year <= f.Today.Year()-8 {
		list = append(list, f.Year)
	}
	return list
}

func figuresQuery(f *casework.Figures) url.Values {
	v := url.Values{"year": {fmt.Sprint(f.Year)}}
	if f.Organisation != 0 {
		v.Set("organisation", fmt.Sprint(f.Organisation))
	}
	if f.Town != "" {
		v.Set("town", f.Town)
	}
	if f.Cause != "" {
		v.Set("cause", f.Cause)
	}
	return v
}

// sheetLink is the same figures as a spreadsheet.
func sheetLink(f *casework.Figures) string { return "/figures.xlsx?" + figuresQuery(f).Encode() }

// behind is the list of the cases behind a number.
func behind(f *casework.Figures, number string, month int) string {
	v := figuresQuery(f)
	v.Set("number", number)
	if month > 0 {
		v.Set("month", fmt.Sprint(month))
	}
	return "/figures/cases?" + v.Encode()
}

// unitLink is the list of the cases behind a cell of a table by organisation, town or cause.
func unitLink(f *casework.Figures, part, unit, number string) string {
	v := url.Values{"year": {fmt.Sprint(f.Year)}, "number": {number}, part: {unit}}
	return "/figures/cases?" + v.Encode()
}
