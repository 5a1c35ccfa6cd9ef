package claims

import (
	"math/big"

	"tiaocai/workflows/law"
)

// Pay: what was earned and not paid (M01), less than the minimum (M02), overtime (M03), deductions (M21).
var wageCalculators = []Calculator{
	{
		Code: "M01", Name: "unpaid-wages",
		Asks:    law.Text{ZH: "工资没发，或者没发足", EN: "Wages were not paid, or not in full"},
		Formula: law.Text{ZH: "月工资 × 未付的整月数 ＋ 月工资 ÷ 月计薪天数 × 不满一个月的计薪天数 ＋ 其他应付 － 已付", EN: "monthly wage × whole months unpaid + monthly wage ÷ pay days × paid days of a part of a month + other pay due − paid"},
		Law:     []law.Citation{contractLaw(30), laborLaw(50), payDays, partMonth},
		Inputs: []Input{
			askYuan("monthly_wage", "约定的月工资", "Agreed wage a month"),
			askWhole("full_months", 600, "没发的整月数", "Whole months unpaid").maybe(),
			askNumber("paid_days", 31, "另有不满一个月的计薪天数", "Paid days of a part of a month, besides").maybe().
				with("工作日加法定节假日。知道起止日期的，可以不填这里，填下面两项。", "Working days and statutory holidays. Or leave it out and give the two dates below."),
			askDate("part_from", "不满一个月的那段从哪天起", "The part of a month: from").maybe(),
			askDate("part_to", "到哪天止", "The part of a month: to").maybe(),
			askWhole("statutory_holidays", 13, "这段时间里不上班的法定节假日天数", "Statutory holidays off in that part").maybe(),
			askYuan("other_due", "其他应发未发的钱", "Other pay due").maybe(),
			askYuan("paid", "这段时间已经发了多少", "Paid already for this time").maybe(),
			fromParameters(PayDays), fromParameters(PartMonthMethod),
		},
		Example: Given{"monthly_wage": "6000", "paid_days": "10"},
		run:     unpaidWages,
	},
	{
		Code: "M02", Name: "minimum-wage",
		Asks:    law.Text{ZH: "工资低于最低工资", EN: "The pay was below the minimum wage"},
		Formula: law.Text{ZH: "（最低工资标准 － 正常工作的工资）× 月数；加班费、特殊津贴、按当地规定不计入的保险费先减去", EN: "(minimum wage − pay for normal work) × months; overtime, special allowances and insurance that local rules leave out are taken off first"},
		Law:     []law.Citation{contractLaw(85), laborLaw(48)},
		Inputs: []Input{
			askDate("month", "哪个月（填那个月里任何一天）", "Which month (any day of it)"),
			askWhole("months", 600, "一共几个月是这样", "For how many months"),
			askYuan("paid", "每月实际发的工资", "Paid a month"),
			askYuan("overtime", "其中加班费", "Of it, overtime pay").maybe(),
			askYuan("allowances", "其中夜班、高温、有毒有害等特殊津贴", "Of it, allowances for nights, heat or hazards").maybe(),
			askYuan("insurance", "其中按当地规定不计入的社会保险费", "Of it, insurance that local rules leave out").maybe(),
			fromParameters(MinWageMonth),
		},
		Example: Given{"month": "2026-03-01", "months": "3", "paid": "2100", "overtime": "300", "minimum_wage": "2010"},
		run:     belowMinimum,
	},
	{
		Code: "M03", Name: "overtime",
		Asks:    law.Text{ZH: "加班没给加班费", EN: "Overtime was not paid"},
		Formula: law.Text{ZH: "月工资 ÷ 月计薪天数 ÷ 8 ×（工作日加班小时 × 150 % ＋ 休息日未补休小时 × 200 % ＋ 法定节假日小时 × 300 %）", EN: "monthly wage ÷ pay days ÷ 8 × (hours on working days × 150 % + on rest days without time off × 200 % + on statutory holidays × 300 %)"},
		Law:     []law.Citation{laborLaw(44), payDays},
		Inputs: []Input{
			askYuan("monthly_wage", "月工资，不含加班费", "Monthly wage without overtime"),
			askNumber("hours_150", 10000, "工作日加班小时", "Overtime hours on working days").maybe(),
			askNumber("hours_200", 10000, "休息日加班小时，没有补休的", "Hours on rest days without time off in lieu").maybe(),
			askNumber("hours_300", 10000, "法定节假日加班小时", "Hours on statutory holidays").maybe(),
			fromParameters(PayDays),
		},
		Example: Given{"monthly_wage": "5220", "hours_150": "20", "hours_200": "16", "hours_300": "8"},
		run:     overtime,
	},
	{
		Code: "M21", Name: "deduction-limit",
		Asks:    law.Text{ZH: "单位从工资里扣赔偿，扣多了没有", EN: "The employer deducts damage from the wage: is it too much"},
		Formula: law.Text{ZH: "扣款 － 较小者（当月工资 × 20 %，当月工资 － 最低工资标准）", EN: "deduction − the smaller of (20 % of the month's wage) and (the month's wage − minimum wage)"},
		Law:     []law.Citation{wageRules(16)},
		Inputs: []Input{
			askDate("month", "哪个月（填那个月里任何一天）", "Which month (any day of it)"),
			askYuan("month_wage", "当月应发工资", "Wage due for the month"),
			askYuan("deduction", "扣了多少", "Deducted"),
			fromParameters(MinWageMonth),
		},
		Example: Given{"month": "2026-03-01", "month_wage": "4000", "deduction": "1500", "minimum_wage": "2010"},
		run:     deductionLimit,
	},
}

// monthsAndPart is the pay for whole months and, after them, for a part of one.
func unpaidWages(s *sheet) {
	wage, months := s.rat("monthly_wage"), s.rat("full_months")
	part := s.partOfMonth(wage)
	if s.failed() {
		return
	}
	if months.Sign() > 0 {
		s.part("整月工资", "Whole months", times(wage, months), nil)
		s.say(contractLaw(30), plain(months)+" × "+yuan(wage)+" = "+yuan(times(wage, months)),
			plain(months)+" 个整月没有发工资。", plain(months)+" whole months were not paid.")
	}
	if part != nil {
		s.part("不满一个月的工资", "Part of a month", part, nil)
	}
	if other := s.rat("other_due"); other.Sign() > 0 {
		s.part("其他应付", "Other pay due", other, nil)
		s.say(laborLaw(50), yuan(other), "其他应发未发的钱。", "Other pay that was due.")
	}
	due, paid := s.exact, s.rat("paid")
	if due == nil {
		s.refuse("full_months", "没发的整月数、天数、起止日期或者其他应付，至少填一项。", "Fill in whole months, days, dates or other pay due: at least one.")
		return
	}
	left := noLess(due, paid)
	s.total(contractLaw(30), left, yuan(due)+" − "+yuan(paid)+" = "+yuan(left),
		"应付 "+yuan(due)+" 元，减去已付 "+yuan(paid)+" 元。", "Due "+yuan(due)+" yuan, less "+yuan(paid)+" yuan paid.")
}

// partOfMonth is the pay of a part of a month, by days or by dates; nil if there is none.
func (s *sheet) partOfMonth(wage *big.Rat) *big.Rat {
	from, to := s.date("part_from"), s.date("part_to")
	switch {
	case s.has("part_from") != s.has("part_to"):
		s.refuse(map[bool]string{true: "part_to", false: "part_from"}[s.has("part_from")], "起止日期要两个都填。", "Both dates are needed.")
		return nil
	case s.has("paid_days") && s.has("part_from"):
		s.refuse("paid_days", "天数和起止日期只填一种。", "Give either the days or the dates.")
		return nil
	case s.has("part_from"):
		return s.partBetween(wage, from, to, s.whole("statutory_holidays"), "part_to")
	case s.has("statutory_holidays"):
		s.refuse("statutory_holidays", "填了起止日期才填这一项。", "This goes with the two dates.")
		return nil
	case !s.has("paid_days"):
		return nil
	}
	if s.has(string(PartMonthMethod)) && s.method(from) == MethodB {
		s.refuse(string(PartMonthMethod), "按当月工作日折算的，请填起止日期。", "To reckon by the month's working days, give the two dates.")
		return nil
	}
	return s.byPayDays(wage, s.rat("paid_days"), s.parameter(PayDays, newest))
}

func (s *sheet) byPayDays(wage, days, payDaysOfMonth *big.Rat) *big.Rat {
	if s.failed() {
		return nil
	}
	sum := times(over(wage, payDaysOfMonth), days)
	s.say(payDays, yuan(wage)+" ÷ "+plain(payDaysOfMonth)+" × "+plain(days)+" = "+yuan(sum),
		"不满一个月的，按月工资除以 "+plain(payDaysOfMonth)+" 天，乘以 "+plain(days)+" 天。",
		"Part of a month: the monthly wage divided by "+plain(payDaysOfMonth)+" days, times "+plain(days)+".")
	return sum
}

func belowMinimum(s *sheet) {
	least, paid := s.parameter(MinWageMonth, s.date("month")), s.rat("paid")
	out := add(add(s.rat("overtime"), s.rat("allowances")), s.rat("insurance"))
	if out.Cmp(paid) > 0 {
		s.refuse("paid", "加班费、津贴、保险费加起来不能多于每月实发。", "Overtime, allowances and insurance can't be more than what was paid.")
	}
	if s.failed() {
		return
	}
	normal := less(paid, out)
	s.say(laborLaw(48).Recalled(), yuan(paid)+" − "+yuan(out)+" = "+yuan(normal),
		"正常工作的工资不含加班费、特殊津贴和按当地规定不计入的保险费。", "Pay for normal work leaves out overtime, special allowances and insurance that local rules leave out.")
	if normal.Cmp(least) >= 0 {
		s.nothing(contractLaw(85), "不低于最低工资标准 "+yuan(least)+" 元，没有差额。", "It is not below the minimum wage of "+yuan(least)+" yuan: there is no shortfall.")
		return
	}
	sum := times(less(least, normal), s.rat("months"))
	s.total(contractLaw(85), sum, "("+yuan(least)+" − "+yuan(normal)+") × "+plain(s.rat("months"))+" = "+yuan(sum),
		"每月差 "+yuan(less(least, normal))+" 元。", "The shortfall is "+yuan(less(least, normal))+" yuan a month.")
}

func overtime(s *sheet) {
	days := s.parameter(PayDays, newest)
	if s.failed() {
		return
	}
	wage := s.rat("monthly_wage")
	hour := over(wage, times(days, num(8)))
	s.say(payDays, yuan(wage)+" ÷ "+plain(days)+" ÷ 8 = "+yuan(hour),
		"小时工资 "+yuan(hour)+" 元。", "The hour's wage is "+yuan(hour)+" yuan.")
	for _, k := range []struct {
		name, zh, en string
		rate         int64
	}{{"hours_150", "工作日加班", "Working days", 150}, {"hours_200", "休息日加班，没有补休", "Rest days without time off in lieu", 200}, {"hours_300", "法定节假日加班", "Statutory holidays", 300}} {
		hours := s.rat(k.name)
		if hours.Sign() == 0 {
			continue
		}
		sum := times(times(hour, hours), percent(k.rate))
		rate := plain(num(k.rate))
		s.part(k.zh, k.en, sum, nil)
		s.say(laborLaw(44), yuan(hour)+" × "+plain(hours)+" × "+rate+" % = "+yuan(sum), k.zh+" "+plain(hours)+" 小时，按 "+rate+" %。", k.en+": "+plain(hours)+" hours at "+rate+" %.")
	}
	if s.exact == nil {
		s.nothing(laborLaw(44), "没有加班小时。", "There are no overtime hours.")
		return
	}
	s.sum(roundOnce)
}

func deductionLimit(s *sheet) {
	least, wage, taken := s.parameter(MinWageMonth, s.date("month")), s.rat("month_wage"), s.rat("deduction")
	if taken.Cmp(wage) > 0 {
		s.refuse("deduction", "扣款不能多于当月工资。", "The deduction can't be more than the month's wage.")
	}
	if s.failed() {
		return
	}
	fifth, above := times(wage, percent(20)), noLess(wage, least)
	s.say(wageRules(16), yuan(wage)+" × 20 % = "+yuan(fifth), "扣赔偿每月不超过当月工资的 20 %。", "Damages may take at most 20 % of the month's wage.")
	s.say(wageRules(16), yuan(wage)+" − "+yuan(least)+" = "+yuan(above), "扣完不能低于最低工资标准 "+yuan(least)+" 元。", "What is left must not be below the minimum wage of "+yuan(least)+" yuan.")
	may := atMost(fifth, above)
	sum := noLess(taken, may)
	s.total(wageRules(16), sum, yuan(taken)+" − "+yuan(may)+" = "+yuan(sum),
		"最多可以扣 "+yuan(may)+" 元，扣了 "+yuan(taken)+" 元，多扣的应当退还。", "At most "+yuan(may)+" yuan may be deducted; "+yuan(taken)+" were. The rest is to be paid back.")
}
