package claims

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// The end of the contract: severance (M05, N), pay in place of notice (M06, +1), damages (M07, 2N).
var severanceCalculators = []Calculator{
	{
		Code: "M05", Name: "severance",
		Asks:    law.Text{ZH: "合同解除或者到期，有多少经济补偿（N）", EN: "The contract ended: how much severance (N)"},
		Formula: law.Text{ZH: "工作年限 × 离职前 12 个月平均应得工资；满六个月不满一年按一年，不满六个月按半年；不低于最低工资，超过市平均工资三倍的按三倍、年限最多十二年", EN: "years of service × average wage due in the last 12 months; six months or more count as a year, less as half; not below the minimum wage; above three times the city's average it is three times that, and at most twelve years"},
		Law:     []law.Citation{contractLaw(46), contractLaw(47), contractRules(27), contractLaw(97)},
		Inputs: slices.Concat(serviceInputs(), wageBounds(), []Input{
			askOne("ground", "合同怎样结束的", "How the contract ended", severanceGrounds...).maybe().
				with("填了才核对该不该给。", "Fill this in to check whether severance is due."),
			askYuan("before_2008", "2008 年以前那段的补偿", "Severance for service before 2008").maybe().
				with("2008 年以前的部分按当时的规定，由人算好填在这里。", "Reckoned by a person under the rules of that time.")}),
		Example: Given{"employed_from": "2020-03-01", "last_day": "2026-08-31", "average_wage": "6500", "minimum_wage": "2010", "city_average_wage": "8000"},
		run:     severance,
	},
	{
		Code: "M06", Name: "notice-pay",
		Asks:    law.Text{ZH: "没有提前三十天通知就辞退（代通知金，+1）", EN: "Dismissed without thirty days' notice (+1)"},
		Formula: law.Text{ZH: "上一个月的工资", EN: "the last month's wage"},
		Law:     []law.Citation{contractLaw(40), contractRules(20)},
		Inputs: []Input{
			askYuan("last_month_wage", "离职前最后一个月的工资", "The last month's wage"),
			askYes("article_40", "是因为医疗期满、不能胜任或者客观情况变化被辞退的", "Dismissed for illness, incapacity for the job or changed circumstances (Art. 40)"),
			askYes("notice_given", "提前三十天书面通知了", "Thirty days' notice was given in writing"),
		},
		Example: Given{"last_month_wage": "7000", "article_40": "yes", "notice_given": "no"},
		run:     noticePay,
	},
	{
		Code: "M07", Name: "unlawful-dismissal",
		Asks:    law.Text{ZH: "违法辞退，有多少赔偿金（2N）", EN: "Dismissed unlawfully: how much in damages (2N)"},
		Formula: law.Text{ZH: "经济补偿标准 × 2，年限从用工之日起算；不再另给经济补偿", EN: "twice the severance, with years from the first day of work; no severance beside it"},
		Law:     []law.Citation{contractLaw(48), contractLaw(87), contractRules(25)},
		Inputs:  slices.Concat(serviceInputs(), wageBounds()),
		Example: Given{"employed_from": "2023-05-10", "last_day": "2026-08-20", "average_wage": "5200", "minimum_wage": "2010", "city_average_wage": "8000"},
		run:     unlawfulDismissal,
	},
}

func serviceInputs() []Input {
	return []Input{
		askDate("employed_from", "入职日期", "First day of work").with("不是本人原因换了单位的，从原单位算起。", "If you were moved to this employer not by your own wish, from the earlier one."),
		askDate("last_day", "最后上班那天", "Last day of work"),
		averageInput(), wagesInput(),
	}
}

func averageInput() Input {
	return askYuan("average_wage", "离职前 12 个月平均应得工资", "Average wage due in the last 12 months").maybe().
		with("含奖金、津贴，扣社保和税之前。也可以不填，在下面写每个月的工资。", "With bonuses and allowances, before insurance and tax. Or give each month below.")
}

func wagesInput() Input {
	return Input{Name: "monthly_wages", Unit: Wages, Label: law.Text{ZH: "或者写每个月的工资", EN: "Or the wage of each month"},
		Hint: law.Text{ZH: "一行一个月，最多十二个月；工作不满十二个月的，有几个月写几个月。", EN: "One month a line, at most twelve; fewer if you worked less."}}
}

func wageBounds() []Input {
	return []Input{fromParameters(MinWageMonth), fromParameters(CityAverageMonth)}
}

// severanceGrounds are the ways in which a contract ends; those under "none" give no severance.
var severanceGrounds = []Option{
	one("quit-38", "单位欠薪、不缴社保等，劳动者提出解除", "The worker quit because pay, insurance or protection was missing (Art. 38)"),
	one("agreed-36", "单位提出，双方协商解除", "The employer proposed it and both agreed (Art. 36)"),
	one("dismissed-40", "医疗期满、不能胜任或者客观情况变化", "Illness, incapacity for the job or changed circumstances (Art. 40)"),
	one("layoff-41", "裁员", "Layoff (Art. 41)"),
	one("not-renewed", "合同到期，单位不续签或者降低条件续签", "The term ended and the employer offered no renewal on the same or better terms"),
	one("closed", "单位破产、关闭、解散", "Bankruptcy, closure or dissolution"),
	one("task-done", "以完成任务为期限的合同，任务完成", "A contract for a task, which is done"),
	one("renewal-refused", "合同到期，单位维持或者提高条件，劳动者不续签", "The worker refused renewal on the same or better terms"),
	one("resigned", "劳动者自己辞职", "The worker resigned"),
	one("fault-39", "劳动者有严重过错", "Serious fault of the worker (Art. 39)"),
}

// lawInForce is the day on which the Labor Contract Law began (劳动合同法第九十七条、第九十八条).
var lawInForce = calendar.Must("2008-01-01")

func severance(s *sheet) {
	years, wage := s.service(s.since2008())
	if s.failed() || !s.isDue() {
		return
	}
	sum := times(years, wage)
	formula := plain(years) + " × " + yuan(wage)
	if before := s.rat("before_2008"); before.Sign() > 0 {
		sum, formula = add(sum, before), formula+" + "+yuan(before)
	}
	s.total(contractLaw(47), sum, formula+" = "+yuan(sum), "经济补偿 "+yuan(sum)+" 元。", "Severance: "+yuan(sum)+" yuan.")
}

// since2008 is the first day that counts. What lies before 2008 follows the rules of that time: a
// person reckons it, and the working says so.
func (s *sheet) since2008() calendar.Date {
	from := s.date("employed_from")
	switch {
	case s.date("last_day").Before(lawInForce):
		s.refuse("last_day", "劳动合同法自 2008-01-01 起施行，在此以前结束的按当时的规定，这里不能计算。", "The Labor Contract Law began on 2008-01-01; what ended before follows the rules of that time and can't be reckoned here.")
		return from
	case !from.Before(lawInForce):
		if s.has("before_2008") {
			s.refuse("before_2008", "入职在 2008 年以前的，才填这一项。", "Only for service that began before 2008.")
		}
		return from
	}
	before := s.rat("before_2008")
	zh, en := "不包括在内，由人另算。", "is not included: a person reckons it."
	if s.has("before_2008") {
		zh, en = "按当时的规定，由人算好 "+yuan(before)+" 元。", "follows the rules of that time; a person reckoned "+yuan(before)+" yuan."
	}
	s.say(contractLaw(97), "", from.String()+" 至 2007-12-31 的部分"+zh, "The part from "+from.String()+" to 2007-12-31 "+en)
	return lawInForce
}

// isDue says by the way in which the contract ended whether severance is due; where nobody said how
// it ended, it is taken to be.
func (s *sheet) isDue() bool {
	switch s.choice("ground") {
	case "renewal-refused", "resigned", "fault-39":
		s.nothing(contractLaw(46), "这种情形没有经济补偿。", "No severance is due in this case.")
		return false
	case "task-done":
		s.say(contractRules(22), "", "任务完成而终止的，应当给经济补偿。", "Severance is due when the task is done.")
	case "":
	default:
		s.say(contractLaw(46), "", "这种情形应当给经济补偿。", "Severance is due in this case.")
	}
	return true
}

func unlawfulDismissal(s *sheet) {
	years, wage := s.service(s.date("employed_from"))
	if s.failed() {
		return
	}
	sum := times(times(years, wage), num(2))
	s.say(contractRules(25), "", "年限从用工之日起算；给了赔偿金，不再另给经济补偿。", "The years count from the first day of work; no severance is due beside the damages.")
	s.total(contractLaw(87), sum, plain(years)+" × "+yuan(wage)+" × 2 = "+yuan(sum), "赔偿金是经济补偿标准的二倍。", "The damages are twice the severance.")
}

// service is the years that count and the wage that counts, with the working of both.
func (s *sheet) service(from calendar.Date) (years, wage *big.Rat) {
	last := s.date("last_day")
	average := s.average()
	least, city := s.parameter(MinWageMonth, last), s.parameter(CityAverageMonth, last)
	switch {
	case s.failed():
		return nil, nil
	case last.Before(from):
		s.refuse("last_day", "最后上班那天不能早于入职那天（"+s.date("employed_from").String()+"）。", "The last day can't be before the first day of work ("+s.date("employed_from").String()+").")
		return nil, nil
	case !last.Before(s.date("employed_from").MonthLater(12 * 80)):
		s.refuse("employed_from", "工作年限超过八十年，请核对日期。", "This is more than eighty years of service; please check the dates.")
		return nil, nil
	}
	years = s.years(from, last)
	return s.bounded(years, average, least, city)
}

// years counts service: half a year for less than six months, one for six months or more.
func (s *sheet) years(from, last calendar.Date) *big.Rat {
	months, rest := from.Elapsed(last.Next(1))
	years := num(int64(months / 12))
	switch left := months % 12; {
	case left >= 6:
		years = add(years, num(1))
	case left > 0 || rest > 0:
		years = add(years, ratio(1, 2))
	}
	long := strconv.Itoa(months/12) + " 年 " + strconv.Itoa(months%12) + " 个月 " + strconv.Itoa(rest) + " 天"
	longEN := strconv.Itoa(months/12) + " years " + strconv.Itoa(months%12) + " months " + strconv.Itoa(rest) + " days"
	s.say(contractLaw(47), strconv.Itoa(months)+" ÷ 12 → "+plain(years), from.String()+" 至 "+last.String()+" 共 "+long+"，计 "+plain(years)+" 个月工资。",
		"From "+from.String()+" to "+last.String()+": "+longEN+", which count as "+plain(years)+" months' wages.")
	return years
}

// bounded keeps the wage above the minimum, and caps wage and years where it is above three times
// the city's average. Only there do the years have a cap.
func (s *sheet) bounded(years, average, least, city *big.Rat) (*big.Rat, *big.Rat) {
	wage, cap := atLeast(average, least), times(city, num(3))
	switch {
	case wage.Cmp(cap) > 0:
		most := atMost(years, num(12))
		s.say(contractLaw(47), yuan(city)+" × 3 = "+yuan(cap), "月工资 "+yuan(wage)+" 元，超过市平均工资的三倍，按三倍 "+yuan(cap)+" 元，年限最多十二年，计 "+plain(most)+" 年。",
			"The wage of "+yuan(wage)+" yuan is above three times the city's average: it counts as "+yuan(cap)+", with at most twelve years, here "+plain(most)+".")
		return most, cap
	case average.Cmp(least) < 0:
		s.say(contractRules(27), "", "月平均工资低于最低工资标准，按最低工资 "+yuan(least)+" 元。", "The average is below the minimum wage and counts as "+yuan(least)+" yuan.")
	default:
		s.say(contractRules(27), yuan(wage)+" ≤ "+yuan(city)+" × 3", "月工资 "+yuan(wage)+" 元，不超过市平均工资的三倍，年限不封顶。", "The wage of "+yuan(wage)+" yuan is not above three times the city's average: the years have no cap.")
	}
	return years, wage
}

// average is the average wage, as given or reckoned from the months.
func (s *sheet) average() *big.Rat {
	list, _ := s.values["monthly_wages"].([]*big.Rat)
	switch {
	case s.has("average_wage") && len(list) > 0:
		s.refuse("monthly_wages", "平均工资和每个月的工资只填一种。", "Give either the average or the months.")
	case s.has("average_wage"):
		return s.rat("average_wage")
	case len(list) == 0:
		s.refuse("average_wage", "这一项必须填写。", "This is needed.")
	default:
		return s.mean(list)
	}
	return new(big.Rat)
}

func (s *sheet) mean(list []*big.Rat) *big.Rat {
	sum := new(big.Rat)
	var terms []string
	for _, m := range list {
		sum, terms = add(sum, m), append(terms, yuan(m))
	}
	n := strconv.Itoa(len(list))
	mean := over(sum, num(int64(len(list))))
	s.say(contractRules(27), "("+strings.Join(terms, " + ")+") ÷ "+n+" = "+yuan(mean), n+" 个月共 "+yuan(sum)+" 元，平均 "+yuan(mean)+" 元。", n+" months make "+yuan(sum)+" yuan, on average "+yuan(mean)+".")
	return mean
}

func noticePay(s *sheet) {
	switch wage := s.rat("last_month_wage"); {
	case !s.yes("article_40"):
		s.nothing(contractLaw(40), "代通知金只在劳动合同法第四十条的三种情形才有。", "Pay in place of notice is due only for dismissals under Article 40.")
	case s.yes("notice_given"):
		s.nothing(contractLaw(40), "已经提前三十天书面通知，没有代通知金。", "Thirty days' notice was given in writing: none is due.")
	default:
		s.total(contractRules(20), wage, "1 × "+yuan(wage)+" = "+yuan(wage), "按上一个月的工资，另付一个月。", "One month more, at the last month's wage.")
	}
}
