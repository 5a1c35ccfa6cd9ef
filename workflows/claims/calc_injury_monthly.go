package claims

import (
	"math/big"
	"strconv"

	"tiaocai/workflows/law"
)

// What lasts after an injury, month by month (M16, M17), and death at work (M18).
var lastingCalculators = []Calculator{
	{
		Code: "M16", Name: "disability-allowance",
		Asks:    law.Text{ZH: "一至六级工伤，按月的伤残津贴", EN: "Grades 1 to 6: the monthly allowance"},
		Formula: law.Text{ZH: "本人工资 × 90、85、80、75、70、60 %（一级至六级），不低于最低工资，× 月数", EN: "own wage × 90, 85, 80, 75, 70, 60 % for grades 1 to 6, not below the minimum wage, × months"},
		Law:     []law.Citation{injury(35), injury(36), injury(64)},
		Inputs: []Input{gradeInput(1, 6), injuredOn(), ownWage(), insured(), askWhole("months", 1200, "算几个月", "For how many months"),
			fromParameters(AreaAverageMonth), fromParameters(MinWageMonth)},
		Example: Given{"grade": "5", "injured_on": "2026-03-01", "own_wage": "5000", "insured": "yes", "months": "12", "area_average_wage": "8000", "minimum_wage": "2010"},
		run:     disabilityAllowance,
	},
	{
		Code: "M17", Name: "nursing",
		Asks:    law.Text{ZH: "生活不能自理，按月的护理费", EN: "In need of care: the monthly nursing allowance"},
		Formula: law.Text{ZH: "统筹地区上年度职工月平均工资 × 50、40、30 %（完全、大部分、部分不能自理）× 月数", EN: "the area's average wage of last year × 50, 40, 30 % (wholly, mostly, partly dependent) × months"},
		Law:     []law.Citation{injury(34)},
		Inputs: []Input{
			askOne("level", "不能自理的程度", "Need of care", one("whole", "完全不能自理", "Wholly dependent"), one("most", "大部分不能自理", "Mostly dependent"), one("part", "部分不能自理", "Partly dependent")),
			askDate("from", "从哪天起", "From"), askWhole("months", 1200, "算几个月", "For how many months"), insured(), fromParameters(AreaAverageMonth),
		},
		Example: Given{"level": "part", "from": "2026-03-01", "months": "12", "insured": "yes", "area_average_wage": "8000"},
		run:     nursing,
	},
	{
		Code: "M18", Name: "death",
		Asks:    law.Text{ZH: "因工死亡，家属的待遇", EN: "Death at work: what the family gets"},
		Formula: law.Text{ZH: "丧葬补助金：月平均工资 × 6；一次性工亡补助金：上年度全国城镇居民人均可支配收入 × 20；供养亲属抚恤金每月：本人工资 × 配偶 40 %、其他亲属每人 30 %，孤寡老人或者孤儿各加 10 %，合计不超过本人工资", EN: "funeral: 6 months' average wage; grant: 20 × last year's national disposable income per head; dependants each month: own wage × 40 % for the spouse, 30 % for each other, 10 % more for the lonely old and orphans, together not above the own wage"},
		Law:     []law.Citation{injury(39), injury(62), injury(64)},
		Inputs: []Input{
			askDate("died_on", "死亡日期", "Died on"), ownWage(), insured(),
			askYes("spouse", "有供养的配偶", "A dependent spouse").maybe(),
			askWhole("others", 20, "其他供养亲属几人", "Other dependants").maybe(),
			askWhole("lonely", 21, "其中孤寡老人或者孤儿几人", "Of them all, lonely old people and orphans").maybe(),
			askWhole("months", 1200, "抚恤金算几个月", "Months of the pension").maybe(),
			fromParameters(AreaAverageMonth), fromParameters(IncomePerHead),
		},
		Example: Given{"died_on": "2026-03-01", "own_wage": "5000", "insured": "yes", "spouse": "yes", "others": "1", "months": "12", "area_average_wage": "8000", "national_income_per_head": "50000"},
		run:     death,
	},
}

var allowancePercent = []int64{90, 85, 80, 75, 70, 60} // grades 1 to 6

func disabilityAllowance(s *sheet) {
	area, least := s.parameter(AreaAverageMonth, s.date("injured_on")), s.parameter(MinWageMonth, s.date("injured_on"))
	if s.failed() {
		return
	}
	wage, share, months := s.heldWage(s.rat("own_wage"), area), allowancePercent[s.grade()-1], s.rat("months")
	of := times(wage, percent(share))
	monthly := atLeast(of, least)
	cite := gradeArticle(s.grade())
	s.say(cite, yuan(wage)+" × "+strconv.FormatInt(share, 10)+" % = "+yuan(of), law.Numeral(int(s.grade()))+"级，本人工资的 "+strconv.FormatInt(share, 10)+" %，不低于最低工资 "+yuan(least)+" 元，每月 "+yuan(monthly)+" 元。",
		"Grade "+s.choice("grade")+": "+strconv.FormatInt(share, 10)+" % of the own wage, not below the minimum wage of "+yuan(least)+" yuan: "+yuan(monthly)+" a month.")
	payer := &theEmployer // grades 5 and 6: where no suitable work can be given
	if s.grade() <= 4 {
		payer = s.payer()
	}
	sum := times(monthly, months)
	s.part("伤残津贴", "Disability allowance", sum, payer)
	s.total(cite, sum, yuan(monthly)+" × "+plain(months)+" = "+yuan(sum), "共 "+plain(months)+" 个月。", "For "+plain(months)+" months.")
}

func nursing(s *sheet) {
	area := s.parameter(AreaAverageMonth, s.date("from"))
	if s.failed() {
		return
	}
	share := map[string]int64{"whole": 50, "most": 40, "part": 30}[s.choice("level")]
	monthly, months := times(area, percent(share)), s.rat("months")
	sum := times(monthly, months)
	s.part("生活护理费", "Nursing allowance", sum, s.payer())
	s.say(injury(34), yuan(area)+" × "+strconv.FormatInt(share, 10)+" % = "+yuan(monthly), "每月 "+yuan(monthly)+" 元。", yuan(monthly)+" yuan a month.")
	s.total(injury(34), sum, yuan(monthly)+" × "+plain(months)+" = "+yuan(sum), "共 "+plain(months)+" 个月。", "For "+plain(months)+" months.")
}

func death(s *sheet) {
	area, income := s.parameter(AreaAverageMonth, s.date("died_on")), s.parameter(IncomePerHead, s.date("died_on"))
	people := s.whole("others")
	if s.yes("spouse") {
		people++
	}
	if s.whole("lonely") > people {
		s.refuse("lonely", "不能多于供养亲属的人数。", "This can't be more than there are dependants.")
	}
	if people > 0 && !s.has("months") {
		s.refuse("months", "有供养亲属的，请填抚恤金算几个月。", "With dependants, give the months of the pension.")
	}
	if s.failed() {
		return
	}
	payer := s.payer()
	funeral, grant := times(area, num(6)), times(income, num(20))
	s.part("丧葬补助金", "Funeral", funeral, payer)
	s.say(injury(39), yuan(area)+" × 6 = "+yuan(funeral), "丧葬补助金为六个月平均工资。", "The funeral grant is six months' average wage.")
	s.part("一次性工亡补助金", "Grant for a death at work", grant, payer)
	s.say(injury(39), yuan(income)+" × 20 = "+yuan(grant), "一次性工亡补助金为上年度全国城镇居民人均可支配收入的二十倍。", "The grant is twenty times last year's national disposable income per head.")
	if people > 0 {
		s.part("供养亲属抚恤金", "Dependants' pension", s.pension(area), payer)
	}
	s.sum(injury(39))
}

func (s *sheet) pension(area *big.Rat) *big.Rat {
	wage := s.heldWage(s.rat("own_wage"), area)
	share := 30*s.whole("others") + 10*s.whole("lonely")
	if s.yes("spouse") {
		share += 40
	}
	if share > 100 {
		s.say(injury(39), strconv.FormatInt(share, 10)+" % → 100 %", "各人合计不超过本人工资。", "Together they may not be above the own wage.")
		share = 100
	}
	monthly, months := times(wage, percent(share)), s.rat("months")
	sum := times(monthly, months)
	s.say(injury(39), yuan(wage)+" × "+strconv.FormatInt(share, 10)+" % × "+plain(months)+" = "+yuan(sum), "供养亲属抚恤金每月 "+yuan(monthly)+" 元，共 "+plain(months)+" 个月。", "The dependants' pension is "+yuan(monthly)+" yuan a month, for "+plain(months)+" months.")
	return sum
}
