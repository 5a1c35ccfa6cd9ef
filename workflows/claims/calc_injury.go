package claims

import (
	"math/big"
	"strconv"

	"tiaocai/workflows/law"
)

// Work injury: the grant (M13), the two grants on leaving (M14), leave pay (M15). What lasts, and
// death, stand in calc_injury_monthly.go.
var injuryCalculators = append([]Calculator{
	{
		Code: "M13", Name: "injury-grant",
		Asks:    law.Text{ZH: "工伤评了级，一次性伤残补助金", EN: "Injured at work, with a grade: the one-off grant"},
		Formula: law.Text{ZH: "本人工资 × 27、25、23、21、18、16、13、11、9、7 个月（一级至十级）；本人工资在平均工资的 60 % 和 300 % 之间", EN: "own wage × 27, 25, 23, 21, 18, 16, 13, 11, 9, 7 months for grades 1 to 10; the own wage is held between 60 % and 300 % of the area's average"},
		Law:     []law.Citation{injury(35), injury(36), injury(37), injury(62), injury(64)},
		Inputs:  []Input{gradeInput(1, 10), injuredOn(), ownWage(), insured(), fromParameters(AreaAverageMonth)},
		Example: Given{"grade": "10", "injured_on": "2026-03-01", "own_wage": "5000", "insured": "no", "area_average_wage": "8000"},
		run:     injuryGrant,
	},
	{
		Code: "M14", Name: "injury-leaving-grants",
		Asks:    law.Text{ZH: "五至十级工伤，离职时的医疗补助金和就业补助金", EN: "Grades 5 to 10, on leaving: medical and job grants"},
		Formula: law.Text{ZH: "上年度全省月平均工资 × 30、25、10、7、4、2 个月（五级至十级），两项各一份；离退休不足五年的，就业补助金每少一年减 20 %", EN: "the province's average monthly wage of the year before × 30, 25, 10, 7, 4, 2 months for grades 5 to 10, once for each grant; within five years of retirement the job grant falls by 20 % a year"},
		Law:     []law.Citation{injury(36), injury(37), zhejiangInjury(27)},
		Inputs: []Input{gradeInput(5, 10), askDate("left_on", "离职日期", "Left on"), insured(),
			askWhole("years_to_retirement", 60, "离法定退休年龄还有几年（只算满年）", "Full years left to retirement age").maybe().with("五年以上的不用填。", "Leave out if five or more."),
			fromParameters(ProvinceAverageMonth)},
		Example: Given{"grade": "10", "left_on": "2026-06-30", "insured": "no", "province_average_wage": "7000"},
		run:     leavingGrants,
	},
	{
		Code: "M15", Name: "injury-leave-pay",
		Asks:    law.Text{ZH: "停工留薪期工资没发", EN: "Pay during injury leave"},
		Formula: law.Text{ZH: "原工资 × 月数 － 已付；最多十二个月，经确认可以再延长十二个月", EN: "the former wage × months − paid; at most twelve months, twelve more if confirmed by appraisal"},
		Law:     []law.Citation{injury(33)},
		Inputs: []Input{
			askYuan("monthly_wage", "受伤前的月工资和福利", "Wage and welfare a month before the injury"),
			askNumber("months", 120, "停工留薪几个月", "Months of injury leave"),
			askYes("extended", "劳动能力鉴定委员会确认延长", "An extension was confirmed by appraisal").maybe(),
			askYuan("paid", "已经发了多少", "Paid already").maybe(),
		},
		Example: Given{"monthly_wage": "5000", "months": "4", "paid": "6000"},
		run:     injuryLeavePay,
	},
}, lastingCalculators...)

func gradeInput(first, last int64) Input {
	var grades []Option
	for g := first; g <= last; g++ {
		grades = append(grades, one(strconv.FormatInt(g, 10), law.Numeral(int(g))+"级", "Grade "+strconv.FormatInt(g, 10)))
	}
	return askOne("grade", "伤残等级", "Grade of disability", grades...)
}

func ownWage() Input {
	return askYuan("own_wage", "本人工资：受伤前 12 个月平均缴费工资", "Own wage: average contribution wage of the 12 months before")
}

func injuredOn() Input { return askDate("injured_on", "受伤日期", "Injured on") }

func insured() Input {
	return askYes("insured", "单位缴了工伤保险", "The employer had paid for work-injury insurance")
}

var (
	theFund     = law.Text{ZH: "工伤保险基金", EN: "the insurance fund"}
	theEmployer = law.Text{ZH: "用人单位", EN: "the employer"}
)

// payer is the fund, or the employer where it had not paid for insurance; the working says so.
func (s *sheet) payer() *law.Text {
	if s.yes("insured") {
		return &theFund
	}
	s.say(injury(62), "", "没有缴工伤保险的，由用人单位支付。", "Where no insurance was paid, the employer pays.")
	return &theEmployer
}

// heldWage is the own wage between 60 % and 300 % of the area's average.
func (s *sheet) heldWage(wage, area *big.Rat) *big.Rat {
	low, high := times(area, percent(60)), times(area, percent(300))
	held := atMost(atLeast(wage, low), high)
	s.say(injury(64), yuan(low)+" ≤ "+yuan(wage)+" ≤ "+yuan(high)+" → "+yuan(held),
		"本人工资不低于平均工资的 60 %，不高于 300 %，按 "+yuan(held)+" 元。", "The own wage is held between 60 % and 300 % of the average: "+yuan(held)+" yuan.")
	return held
}

func (s *sheet) grade() int64 {
	g, _ := strconv.ParseInt(s.choice("grade"), 10, 64)
	return g
}

// gradeArticle is the article for a grade: 35 to grade 4, 36 to grade 6, then 37.
func gradeArticle(grade int64) law.Citation {
	switch {
	case grade <= 4:
		return injury(35)
	case grade <= 6:
		return injury(36)
	}
	return injury(37)
}

var (
	grantMonths   = []int64{27, 25, 23, 21, 18, 16, 13, 11, 9, 7} // grades 1 to 10
	leavingMonths = []int64{30, 25, 10, 7, 4, 2}                  // grades 5 to 10
)

func injuryGrant(s *sheet) {
	area := s.parameter(AreaAverageMonth, s.date("injured_on"))
	if s.failed() {
		return
	}
	wage := s.heldWage(s.rat("own_wage"), area)
	months := grantMonths[s.grade()-1]
	sum := times(wage, num(months))
	s.part("一次性伤残补助金", "One-off disability grant", sum, s.payer())
	formula := strconv.FormatInt(months, 10) + " × " + yuan(wage) + " = " + yuan(sum)
	s.total(gradeArticle(s.grade()), sum, formula, law.Numeral(int(s.grade()))+"级，"+strconv.FormatInt(months, 10)+" 个月本人工资。", "Grade "+s.choice("grade")+": "+strconv.FormatInt(months, 10)+" months' own wage.")
}

func leavingGrants(s *sheet) {
	average := s.parameter(ProvinceAverageMonth, s.date("left_on"))
	if s.failed() {
		return
	}
	months := leavingMonths[s.grade()-5]
	full := times(average, num(months))
	working := strconv.FormatInt(months, 10) + " × " + yuan(average) + " = " + yuan(full)
	s.say(zhejiangInjury(27), working, law.Numeral(int(s.grade()))+"级，两项各为 "+strconv.FormatInt(months, 10)+" 个月全省平均工资。", "Grade "+s.choice("grade")+": each grant is "+strconv.FormatInt(months, 10)+" months of the province's average.")
	s.part("一次性工伤医疗补助金", "Medical grant", full, s.payer())
	s.part("一次性伤残就业补助金", "Job grant", s.nearRetirement(full), &theEmployer)
	s.sum(gradeArticle(s.grade()))
}

// nearRetirement takes 20 % off for each year that is short of five.
func (s *sheet) nearRetirement(grant *big.Rat) *big.Rat {
	years := s.whole("years_to_retirement")
	if !s.has("years_to_retirement") || years >= 5 {
		return grant
	}
	cut := times(grant, percent(20*years))
	s.say(zhejiangInjury(27), yuan(grant)+" × "+strconv.FormatInt(20*years, 10)+" % = "+yuan(cut), "离法定退休年龄还有 "+strconv.FormatInt(years, 10)+" 年，就业补助金每少一年减 20 %。", strconv.FormatInt(years, 10)+" years to retirement: the job grant falls by 20 % for each year short of five.")
	return cut
}

func injuryLeavePay(s *sheet) {
	most := num(12)
	if s.yes("extended") {
		most = num(24)
	}
	months := atMost(s.rat("months"), most)
	if s.rat("months").Cmp(most) > 0 {
		s.say(injury(33), "", "停工留薪期最多 "+plain(most)+" 个月。", "Injury leave lasts "+plain(most)+" months at most.")
	}
	due, paid := times(s.rat("monthly_wage"), months), s.rat("paid")
	left := noLess(due, paid)
	s.total(injury(33), left, yuan(s.rat("monthly_wage"))+" × "+plain(months)+" − "+yuan(paid)+" = "+yuan(left), "停工留薪期内原工资福利不变，由单位按月支付。", "During injury leave wage and welfare go on as before, paid monthly by the employer.")
}
