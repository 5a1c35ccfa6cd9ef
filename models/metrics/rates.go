package metrics

import (
	"fmt"

	"tiaocai/workflows/law"
)

// Version of the formulas; it stands beside every figure.
const Version = "2026-1"

// Rate is a share: numerator, denominator and value, always together.
type Rate struct {
	Numerator   int `json:"numerator"`
	Denominator int `json:"denominator"`
}

// Value in per cent with two decimals, half up; "-" for a zero denominator, never 0 or 100. Days
// entered in the wrong order can make a denominator negative: that is no rate either.
func (r Rate) Value() string {
	if r.Denominator <= 0 {
		return "-"
	}
	h := r.hundredths()
	return fmt.Sprintf("%d.%02d", h/100, h%100)
}

// hundredths of a per cent, half up.
func (r Rate) hundredths() int { return (r.Numerator*20000 + r.Denominator) / (2 * r.Denominator) }

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
	Target        int // per cent; 0: none
	lamp          bool
	margin        int  // hundredths below the target that are still yellow
	climbs        bool // the target is for 2027, reached on a straight line from 2023
	Of            func(Counts) Rate
	Organisations bool // makes sense for one organisation
	ToDate        bool // asks what is due now: makes no sense for a past month
}

// Indicators are the first figures, in the order of the page.
func Indicators() []Indicator { return indicators }

var indicators = []Indicator{
	{ID: "I1", Name: t("调解成功率", "Mediation success"), Target: 65, lamp: true, margin: 300, climbs: true, Organisations: true,
		Formula: t("调解成功 ÷（成功＋未成＋期满）；一方开始就不同意的不计入", "successes ÷ (successes + failures + run out); refused at the start is outside"),
		Of: func(c Counts) Rate {
			ms := c.Outcomes["success"]
			return Rate{ms, ms + c.Outcomes["failed"] + c.Outcomes["expired"]}
		}},
	{ID: "I1b", Name: t("调解成功率（含不同意）", "Mediation success, with refusals"), Organisations: true,
		Formula: t("调解成功 ÷（成功＋未成＋期满＋不同意）", "successes ÷ (successes + failures + run out + refused)"),
		Of: func(c Counts) Rate {
			ms := c.Outcomes["success"]
			return Rate{ms, ms + c.Outcomes["failed"] + c.Outcomes["expired"] + c.Outcomes["refused"]}
		}},
	{ID: "I2", Name: t("仲裁结案率（净）", "Arbitration closure, net"), Target: 92,
		Formula: t("（结案－移送－撤销）÷（结转＋受理－移送－撤销）", "(closed − transferred − cancelled) ÷ (carried over + accepted − transferred − cancelled)"),
		Of:      func(c Counts) Rate { return Rate{c.Net(), c.C0 + c.A - c.Left()} }},
	{ID: "I2g", Name: t("仲裁结案率（毛）", "Arbitration closure, gross"), Target: 92,
		Formula: t("结案 ÷（结转＋受理）", "closed ÷ (carried over + accepted)"),
		Of:      func(c Counts) Rate { return Rate{c.Closed(), c.C0 + c.A} }},
	{ID: "I2a", Name: t("到期结案率", "Due-adjusted closure"), Target: 92, lamp: true, margin: 200, ToDate: true,
		Formula: t("（结案－移送－撤销）÷（结转＋受理－移送－撤销－期末未到期）", "net closed ÷ (net denominator − open and not yet due)"),
		Of:      func(c Counts) Rate { return Rate{c.Net(), c.C0 + c.A - c.Left() - c.NotDue} }},
}

func t(zh, en string) law.Text { return law.Text{ZH: zh, EN: en} }

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
	steps := climbTo - climbFrom
	gone := min(max(year-climbFrom, 0), steps)
	return i.against(r, value2023*(steps-gone)+i.Target*100*gone)
}

// against compares with what is expected, in quarters of a hundredth of a per cent, so that the
// line needs no rounding.
func (i Indicator) against(r Rate, expected int) Light {
	const parts = climbTo - climbFrom
	switch {
	case !i.lamp:
		return Dark
	case r.Denominator < sample:
		return Grey
	case r.hundredths()*parts >= expected:
		return Green
	case r.hundredths()*parts >= expected-i.margin*parts:
		return Yellow
	}
	return Red
}
