package claims

import (
	"slices"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// ParameterName names a number that a calculator needs and that no statute fixes for good: it is
// published for a place and a time, or chosen by the commission (参数). Where a calculator asks for
// it, the input has the same name, and what the caller gives goes first.
type ParameterName string

const (
	MinWageMonth         ParameterName = "minimum_wage"             // 最低月工资标准, of the county, in yuan a month
	CityAverageMonth     ParameterName = "city_average_wage"        // 设区的市上年度职工月平均工资, in yuan a month
	ProvinceAverageMonth ParameterName = "province_average_wage"    // 全省上年度职工月平均工资, in yuan a month
	ProvinceAverageYear  ParameterName = "province_average_year"    // 全省上年度职工年平均工资, in yuan a year
	AreaAverageMonth     ParameterName = "area_average_wage"        // 统筹地区上年度职工月平均工资, in yuan a month
	IncomePerHead        ParameterName = "national_income_per_head" // 上一年度全国城镇居民人均可支配收入, in yuan a year
	PayDays              ParameterName = "pay_days"                 // 月计薪天数, in days a month
	PartMonthMethod      ParameterName = "part_month_method"        // 不满一个月怎样折算: "A" or "B"
)

// The two ways to reckon the pay of a part of a month (不满一个月的工资折算).
const (
	MethodA = "A" // month ÷ pay days × working days of the part
	MethodB = "B" // month × working days of the part ÷ working days of that month
)

// Dated is what a parameter is from a day on, until a later value takes its place. Value is an
// exact decimal ("2010", "21.75") or a method. Law is its source with the confidence in it.
type Dated struct {
	Name  ParameterName
	From  calendar.Date
	Value string
	Law   law.Citation
}

// Parameters are all values known, in any order. The zero Parameters knows none: a calculator then
// asks its caller for the value and names the field. There is no silent default.
type Parameters []Dated

// At is the value in force on a day; false if none is known for it.
func (p Parameters) At(name ParameterName, day calendar.Date) (Dated, bool) {
	var found Dated
	for _, d := range p {
		if d.Name == name && !d.From.After(day) && (found.Name == "" || d.From.After(found.From)) {
			found = d
		}
	}
	return found, found.Name != ""
}

// With is p with more values, of which a later one for the same name and day replaces an earlier one.
func (p Parameters) With(more ...Dated) Parameters {
	out := slices.Clone(p)
	for _, d := range more {
		out = slices.DeleteFunc(out, func(o Dated) bool { return o.Name == d.Name && o.From == d.From })
		out = append(out, d)
	}
	return out
}

// National are the values that hold in the whole country or are the program's own choice. Wages
// and incomes are not among them: they are published for a place and a year, and somebody has to
// enter them with their notice.
func National() Parameters {
	return Parameters{
		{PayDays, calendar.Must("2008-01-03"), "21.75", payDays},
		{PartMonthMethod, calendar.Must("1995-01-01"), MethodA, partMonth},
	}
}

// newest asks for the latest value there is, where a calculation has no day of its own.
var newest = calendar.Must("2999-12-31")

// any says whether some value of a parameter is known.
func (p Parameters) any(name ParameterName) bool {
	_, ok := p.At(name, newest)
	return ok
}
