// Package settings holds the numbers of the law that no statute fixes for good (可调参数): they are
// published for a place and a year, or rest on an article whose text is not certain.
//
// Each value has the day from which it holds, so that a case of last year is counted with last
// year's. A commission enters and approves them (server/casework); here is what can be set, what a
// value may be, and what the law makes of the values in force.
package settings

import (
	"regexp"
	"slices"
	"strconv"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
	"tiaocai/workflows/register"
)

// Name names something that can be set.
type Name string

const (
	HolidayNotice Name = "holiday_notice" // 放假通知: the day table of one year
	DayReading    Name = "r33_80_unit"    // 三日、五日、十日怎样计算

	CollectiveCounting Name = "collective_counting" // 集体争议编号、计数: one case for the group, or one for each applicant
)

// Kind is one thing that can be set.
type Kind struct {
	Name    Name         `json:"name"`
	Says    law.Text     `json:"says"`
	Unit    law.Text     `json:"unit"`
	Choices []string     `json:"choices,omitempty"`
	Law     law.Citation `json:"law"`
	Clocks  bool         `json:"clocks" doc:"变更后重新计算期限 A change counts every open clock anew"`
}

// How a collective dispute is counted.
const (
	CountGroup = "group" // one number, one case
	CountEach  = "each"  // a number and a case for each applicant, the first one the group's
)

// Kinds lists them; the calculators' parameters have the names that package claims gives them.
func Kinds() []Kind { return kinds }

var yuanMonth, yuanYear = says("元/月", "yuan a month"), says("元/年", "yuan a year")

var kinds = []Kind{
	{Name: HolidayNotice, Says: says("放假通知（节假日表）", "Holiday notice (day table)"), Law: register.Cite("PE-9"), Clocks: true},
	{Name: DayReading, Says: says("三日、五日、十日按工作日还是自然日", "Three, five and ten days: working or natural"),
		Choices: []string{string(calendar.WorkingDay), string(calendar.NaturalDay)}, Law: register.Cite("R33-80"), Clocks: true},
	{Name: Name(claims.MinWageMonth), Says: says("最低月工资标准", "Minimum monthly wage"), Unit: yuanMonth, Law: register.Cite("LDMA-47-1")},
	{Name: Name(claims.CityAverageMonth), Says: says("设区的市上年度职工月平均工资", "Average monthly wage of the city, last year"), Unit: yuanMonth, Law: register.Cite("LCL-47")},
	{Name: Name(claims.ProvinceAverageMonth), Says: says("全省上年度职工月平均工资", "Average monthly wage of the province, last year"), Unit: yuanMonth, Law: register.Cite("ZJ-WII-27")},
	{Name: Name(claims.ProvinceAverageYear), Says: says("全省上年度职工年平均工资", "Average yearly wage of the province, last year"), Unit: yuanYear, Law: register.Cite("R33-56")},
	{Name: Name(claims.AreaAverageMonth), Says: says("统筹地区上年度职工月平均工资", "Average monthly wage of the insurance area, last year"), Unit: yuanMonth, Law: register.Cite("WII-39")},
	{Name: Name(claims.IncomePerHead), Says: says("上一年度全国城镇居民人均可支配收入", "National urban income per head, last year"), Unit: yuanYear, Law: register.Cite("WII-39")},
	{Name: Name(claims.PayDays), Says: says("月计薪天数", "Pay days in a month"), Unit: says("天", "days"), Law: national(claims.PayDays)},
	{Name: Name(claims.PartMonthMethod), Says: says("不满一个月的工资怎样折算", "Pay of a part of a month"),
		Choices: []string{claims.MethodA, claims.MethodB}, Law: national(claims.PartMonthMethod)},
	{Name: CollectiveCounting, Says: says("集体争议按几件编号、统计", "As how many cases a collective dispute is numbered and counted"),
		Choices: []string{CountGroup, CountEach}, Law: register.Cite("NUM-collective")},
}

// national is the source of the value that holds where nothing was approved.
func national(name claims.ParameterName) law.Citation {
	d, _ := claims.National().At(name, calendar.Must("2999-12-31"))
	return d.Law
}

// Find is the kind with this name.
func Find(name Name) (Kind, bool) {
	i := slices.IndexFunc(kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return Kind{}, false
	}
	return kinds[i], true
}

// Value is what a setting is from a day on. Source is where it was published.
type Value struct {
	Name   Name
	From   calendar.Date
	Value  string
	Source string
}

var (
	number   = regexp.MustCompile(`^[1-9][0-9]{0,7}(\.[0-9]{1,2})?$`)
	firstDay = calendar.Must("1995-01-01")
	farthest = 731 // days ahead
	tooFar   = says("日期应当在1995年以后，最远到今后两年。", "The day lies after 1995 and at most two years ahead.")
)

// Check refuses a value that cannot be, naming the field.
func Check(v Value, today calendar.Date) error {
	k, ok := Find(v.Name)
	switch {
	case !ok:
		return fault.Bad("name", says("没有这个参数。", "There is no such setting."))
	case v.From.IsZero():
		return fault.Bad("from", says("请填写从哪天起执行。", "Please say from which day it holds."))
	case v.From.Before(firstDay) || v.From.Since(today) > farthest:
		return fault.Bad("from", tooFar)
	case k.Name == HolidayNotice:
		return nil // its lines were checked when they were read
	case len(k.Choices) > 0 && !slices.Contains(k.Choices, v.Value):
		return fault.Bad("value", says("请从列出的几种里选。", "Please choose one of those listed."))
	case len(k.Choices) == 0 && !number.MatchString(v.Value):
		return fault.Bad("value", says("请填大于零的数，最多两位小数，例如 2260 或 21.75。", "Please give a number above zero with at most two decimals, as 2260 or 21.75."))
	case k.Name == Name(claims.PayDays) && !days(v.Value):
		return fault.Bad("value", says("一个月的计薪天数在1到31之间。", "A month has between 1 and 31 pay days."))
	}
	return nil
}

func days(s string) bool {
	n, err := strconv.ParseFloat(s, 64)
	return err == nil && n <= 31
}

// InForce is what the law counts with.
type InForce struct {
	Rules      workflows.Rules
	Parameters claims.Parameters
	Counting   []Value // how collective disputes are counted, in any order
}

// CountsEach says whether a group that is accepted on a day counts as one case for each applicant.
func (in *InForce) CountsEach(day calendar.Date) bool {
	value, _, _ := in.Now(CollectiveCounting, day)
	return value == CountEach
}

// Default is what holds where nothing was approved.
func Default() *InForce {
	return &InForce{Rules: workflows.Rules{Days: calendar.Published()}, Parameters: claims.National()}
}

// Of is what holds after these values were approved, in this order: a later one takes the place of
// an earlier one for the same name and day.
func Of(approved []Value) (*InForce, error) {
	out := Default()
	for _, v := range approved {
		switch v.Name {
		case HolidayNotice:
			table, err := out.Rules.Days.With(v.From.Year(), v.Value)
			if err != nil {
				return nil, err
			}
			out.Rules.Days = table
		case DayReading:
			out.Rules.Readings = append(slices.DeleteFunc(out.Rules.Readings, func(r workflows.Reading) bool { return r.From == v.From }),
				workflows.Reading{From: v.From, Unit: calendar.Unit(v.Value)})
		case CollectiveCounting:
			out.Counting = append(slices.DeleteFunc(out.Counting, func(c Value) bool { return c.From == v.From }), v)
		default:
			k, _ := Find(v.Name)
			cite := k.Law
			cite.ZH, cite.EN, cite.Confidence = cite.ZH+"；"+v.Source, cite.EN+"; "+v.Source, law.Policy
			out.Parameters = out.Parameters.With(claims.Dated{Name: claims.ParameterName(v.Name), From: v.From, Value: v.Value, Law: cite})
		}
	}
	return out, nil
}

func says(zh, en string) law.Text { return law.Text{ZH: zh, EN: en} }

// Now is the value that holds on a day, with the day from which it holds (none: always) and where it
// was published; "" if nobody entered one. For the day table it is the last year that is known.
func (in *InForce) Now(name Name, day calendar.Date) (value string, from calendar.Date, source law.Text) {
	k, _ := Find(name)
	switch name {
	case HolidayNotice:
		return strconv.Itoa(in.Rules.Days.LastYear()), from, law.Text{ZH: k.Law.ZH, EN: k.Law.EN}
	case DayReading:
		value = string(calendar.WorkingDay)
		for _, r := range in.Rules.Readings {
			if !r.From.After(day) && r.From.After(from) {
				value, from = string(r.Unit), r.From
			}
		}
		return value, from, law.Text{ZH: k.Law.ZH, EN: k.Law.EN}
	case CollectiveCounting:
		value, source = CountGroup, law.Text{ZH: k.Law.ZH, EN: k.Law.EN}
		for _, c := range in.Counting {
			if !c.From.After(day) && c.From.After(from) {
				value, from, source = c.Value, c.From, law.Text{ZH: c.Source, EN: c.Source}
			}
		}
		return value, from, source
	}
	d, ok := in.Parameters.At(claims.ParameterName(name), day)
	if !ok {
		return "", from, source
	}
	return d.Value, d.From, law.Text{ZH: d.Law.ZH, EN: d.Law.EN}
}
