package metrics

import (
	"fmt"

	"tiaocai/workflows/law"
)

// Version of the formulas; it stands beside every figure.
const Version = "2026-2"

// Form is what a figure's value is (计量单位).
type Form string

const (
	Percent Form = "percent" // numerator ÷ denominator in per cent
	Days    Form = "days"    // numerator ÷ denominator, natural days
	Yuan    Form = "yuan"    // the numerator, in fen
	Number  Form = "number"  // the numerator
)

// Rate is a share: numerator, denominator and value, always together.
type Rate struct {
	Numerator   int `json:"numerator"`
	Denominator int `json:"denominator"`
}

// Value in per cent with two decimals, half up; "-" for a zero denominator, never 0 or 100. Days
// entered in the wrong order can make a denominator negative: that is no rate either.
func (r Rate) Value() string { return r.As(Percent) }

// As is the value in a form; "-" where there is nothing to divide by.
func (r Rate) As(f Form) string {
	switch f {
	case Number:
		return fmt.Sprint(r.Numerator)
	case Yuan:
		return fmt.Sprintf("%d.%02d", r.Numerator/100, r.Numerator%100)
	}
	if r.Denominator <= 0 {
		return "-"
	}
	h := r.Hundredths()
	if f == Days {
		h = (r.Numerator*200 + r.Denominator) / (2 * r.Denominator)
	}
	return fmt.Sprintf("%d.%02d", h/100, h%100)
}

// Hundredths of a per cent, half up.
func (r Rate) Hundredths() int { return (r.Numerator*20000 + r.Denominator) / (2 * r.Denominator) }

// Light is how a figure stands against its target (红黄灯).
type Light string

const (
	Green  Light = "green"  // 达标
	Yellow Light = "yellow" // 接近
	Red    Light = "red"    // 落后
	Grey   Light = "grey"   // 样本太小
	Dark   Light = ""       // no light is given
)

// sample is the smallest denominator that gets a light.
const sample = 20

// Indicator is one formula (指标).
type Indicator struct {
	ID            string
	Name          law.Text
	Formula       law.Text
	Form          Form
	Target        int // per cent; 0: none
	lamp          bool
	margin        int  // hundredths below the target that are still yellow
	climbs        bool // the target is for 2027, reached on a straight line from 2023
	Of            func(Counts) Rate
	Beside        []Beside // what is published with it
	Upper, Lower  string   // numbers behind numerator and denominator, whose cases can be listed
	Organisations bool     // makes sense for the staff of one organisation
	ToDate        bool     // asks what is so now: makes no sense for a past month
	WholeYear     bool     // counts each dispute once in a year: its months do not add up to it
	Provisional   func(Counts) bool
	Missing       law.Text // why it is not computed: the program has no facts for it
}

// Beside is a figure that stands with an indicator: its stricter reading, or what it leaves out.
type Beside struct {
	Name   law.Text
	Form   Form
	Of     func(Counts) (Rate, bool)
	Behind string // the number whose cases can be listed
}

// The years between which a climbing target is approached.
const (
	climbFrom = 2023
	climbTo   = 2027
)

// Light of a rate against the target itself: only where there is a target and the rule for it, and
// only for a sample that says something.
func (i Indicator) Light(r Rate) Light { return i.against(r, i.Target*100*(climbTo-climbFrom)) }

// LightFrom is the light of a year on the way to the target: a climbing indicator is compared with
// the straight line from its value of 2023, in hundredths of a per cent, to the target of 2027.
// There is no default for that value: who does not know it asks Light.
func (i Indicator) LightFrom(value2023, year int, r Rate) Light {
	if !i.climbs {
		return i.Light(r)
	}
	return i.against(r, i.expected(value2023, year))
}

// Climbs says whether the target is approached on a line.
func (i Indicator) Climbs() bool { return i.climbs }

// Expected of a year, in hundredths of a per cent, half up.
func (i Indicator) Expected(value2023, year int) int {
	const parts = climbTo - climbFrom
	return (i.expected(value2023, year) + parts/2) / parts
}

func (i Indicator) expected(value2023, year int) int {
	steps := climbTo - climbFrom
	gone := min(max(year-climbFrom, 0), steps)
	return value2023*(steps-gone) + i.Target*100*gone
}

// against compares with what is expected, in quarters of a hundredth of a per cent, so that the
// line needs no rounding. What must be kept at 100 is not kept by 99.996.
func (i Indicator) against(r Rate, expected int) Light {
	const parts = climbTo - climbFrom
	switch {
	case !i.lamp:
		return Dark
	case r.Denominator < sample:
		return Grey
	case r.Hundredths()*parts >= expected && (i.Target < 100 || r.Numerator >= r.Denominator):
		return Green
	case r.Hundredths()*parts >= expected-i.margin*parts:
		return Yellow
	}
	return Red
}
