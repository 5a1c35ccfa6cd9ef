package claims

import (
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

var (
	decimal = regexp.MustCompile(`^[0-9]{1,9}(\.[0-9]{1,4})?$`)
	integer = regexp.MustCompile(`^[0-9]{1,9}$`)
)

// value reads one value by its unit, or says what is wrong with it. The value itself is never repeated.
func (s *sheet) value(in Input, text string) {
	switch in.Unit {
	case InYuan:
		s.money(in, text)
	case Wages:
		s.wages(in, text)
	case Number, Whole:
		s.number(in, text)
	case InDate:
		if d, err := calendar.Parse(text); err == nil {
			s.values[in.Name] = d
			return
		}
		s.refuse(in.Name, "日期写成 2026-05-09 这样，而且要有这一天。", "Write dates as in 2026-05-09; the day must exist.")
	case YesOrNo:
		s.yesNo(in, text)
	case OneOf:
		s.oneOf(in, text)
	}
}

func (s *sheet) money(in Input, text string) {
	f, err := ParseYuan(text)
	switch {
	case err != nil:
		says := fault.As(err).Says
		s.refuse(in.Name, says.ZH, says.EN)
	case f == 0 && in.Parameter != "":
		s.refuse(in.Name, "这一项不能是 0。", "This can't be 0.")
	default:
		s.values[in.Name] = ratio(int64(f), 100)
	}
}

// wages reads the pay of several months, one on each line.
func (s *sheet) wages(in Input, text string) {
	var list []*big.Rat
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		f, err := ParseYuan(line)
		if err != nil {
			says := fault.As(err).Says
			s.refuse(in.Name, says.ZH, says.EN)
			return
		}
		list = append(list, ratio(int64(f), 100))
	}
	if len(list) > 12 {
		s.refuse(in.Name, "最多填十二个月。", "At most twelve months.")
		return
	}
	s.values[in.Name] = list
}

func (s *sheet) number(in Input, text string) {
	form, zh, en := decimal, "这里要填数字，最多四位小数，不能是负数。", "A number is wanted here, not negative, with at most four decimals."
	if in.Unit == Whole {
		form, zh, en = integer, "这里要填整数，不能是负数。", "A whole number is wanted here, not negative."
	}
	if !form.MatchString(text) {
		s.refuse(in.Name, zh, en)
		return
	}
	r, _ := new(big.Rat).SetString(text)
	if r.Cmp(num(in.Most)) > 0 {
		most := strconv.FormatInt(in.Most, 10)
		s.refuse(in.Name, "不能大于 "+most+"。", "This can't be more than "+most+".")
		return
	}
	if in.Parameter != "" && r.Cmp(num(1)) < 0 {
		s.refuse(in.Name, "这一项不能小于 1。", "This can't be less than 1.")
		return
	}
	s.values[in.Name] = r
}

func (s *sheet) yesNo(in Input, text string) {
	switch text {
	case "yes", "true", "on":
		s.values[in.Name] = true
	case "no", "false":
		s.values[in.Name] = false
	default:
		s.refuse(in.Name, "这里只能选是或否（yes 或 no）。", "Only yes or no is possible here.")
	}
}

func (s *sheet) oneOf(in Input, text string) {
	if !slices.ContainsFunc(in.Options, func(o Option) bool { return o.Value == text }) {
		var all []string
		for _, o := range in.Options {
			all = append(all, o.Value)
		}
		s.refuse(in.Name, "只能是下列之一："+strings.Join(all, "、")+"。", "It must be one of: "+strings.Join(all, ", ")+".")
		return
	}
	s.values[in.Name] = text
}

// How inputs are written in the tables of calculators.

func ask(unit Unit, name, zh, en string) Input {
	return Input{Name: name, Label: law.Text{ZH: zh, EN: en}, Unit: unit, Required: true}
}

func askYuan(name, zh, en string) Input { return ask(InYuan, name, zh, en) }
func askDate(name, zh, en string) Input { return ask(InDate, name, zh, en) }
func askYes(name, zh, en string) Input  { return ask(YesOrNo, name, zh, en) }

func askNumber(name string, most int64, zh, en string) Input {
	in := ask(Number, name, zh, en)
	in.Most = most
	return in
}

func askWhole(name string, most int64, zh, en string) Input {
	in := ask(Whole, name, zh, en)
	in.Most = most
	return in
}

func askOne(name, zh, en string, options ...Option) Input {
	in := ask(OneOf, name, zh, en)
	in.Options = options
	return in
}

func one(value, zh, en string) Option { return Option{value, law.Text{ZH: zh, EN: en}} }

// maybe makes an input that may be left blank.
func (in Input) maybe() Input { in.Required = false; return in }

func (in Input) with(zh, en string) Input { in.Hint = law.Text{ZH: zh, EN: en}; return in }

// fromParameters is the input that a parameter stands behind.
func fromParameters(name ParameterName) Input { return parameterInputs[name] }

var parameterInputs = map[ParameterName]Input{
	MinWageMonth: param(askYuan(string(MinWageMonth), "最低月工资标准", "Minimum wage a month").
		with("当地当时的标准，在县人力社保局网站可查。", "The local one at that time, published by the county.")),
	CityAverageMonth: param(askYuan(string(CityAverageMonth), "市上年度职工月平均工资", "City's average wage a month, last year").
		with("台州市公布的上一年度数字。", "As published by Taizhou for the year before.")),
	ProvinceAverageMonth: param(askYuan(string(ProvinceAverageMonth), "全省上年度职工月平均工资", "Province's average wage a month, last year").
		with("浙江省公布的上一年度数字。", "As published by Zhejiang for the year before.")),
	AreaAverageMonth: param(askYuan(string(AreaAverageMonth), "统筹地区上年度职工月平均工资", "Average wage a month of the insurance area, last year").
		with("工伤保险统筹地区公布的上一年度数字。", "As published for the work-injury insurance area for the year before.")),
	IncomePerHead: param(askYuan(string(IncomePerHead), "上年度全国城镇居民人均可支配收入", "National urban disposable income per head, last year").
		with("国家统计局公布的全年数字。", "The figure for the whole year of the National Bureau of Statistics.")),
	PayDays: param(askNumber(string(PayDays), 31, "月计薪天数", "Pay days a month").
		with("不填按 21.75 天。", "21.75 if left out.")),
	PartMonthMethod: param(askOne(string(PartMonthMethod), "不满一个月怎样折算", "How part of a month is reckoned",
		one(MethodA, "月工资 ÷ 月计薪天数 × 天数", "wage ÷ pay days × days"),
		one(MethodB, "月工资 × 天数 ÷ 当月工作日数", "wage × days ÷ working days of that month")).
		with("不填按第一种。", "The first if left out.")),
}

func param(in Input) Input {
	in.Required, in.Parameter = false, ParameterName(in.Name)
	return in
}
