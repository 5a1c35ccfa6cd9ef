package claims

import (
	"math/big"
	"strconv"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Annual leave that was not taken (M04).
var leaveCalculators = []Calculator{{
	Code: "M04", Name: "annual-leave",
	Asks:    law.Text{ZH: "年休假没休", EN: "Annual leave was not taken"},
	Formula: law.Text{ZH: "月平均工资（不含加班费）÷ 月计薪天数 × 应休未休天数 × 200 %（300 % 中的 100 % 已经随工资发了）", EN: "average monthly wage without overtime ÷ pay days × days not taken × 200 % (of the 300 %, 100 % is in the normal pay)"},
	Law:     []law.Citation{leaveRules(3), leaveMeasures(5), leaveMeasures(10), leaveMeasures(11), leaveMeasures(12)},
	Inputs: []Input{
		askYuan("average_wage", "前 12 个月平均工资，不含加班费", "Average wage of the last 12 months without overtime"),
		askWhole("working_years", 70, "一共工作了几年（所有单位加起来，只算满年）", "Full years of work, with all employers"),
		askNumber("taken", 30, "当年已经休了几天", "Days taken in the year"),
		askDate("joined", "当年才入职的，入职日期", "Joined in the year, on").maybe(),
		askDate("left", "当年离职的，离职日期", "Left in the year, on").maybe(),
		askYes("waived", "本人因自己的原因书面提出不休", "Waived in writing for the worker's own reasons").maybe(),
		fromParameters(PayDays),
	},
	Example: Given{"average_wage": "6525", "working_years": "12", "taken": "4"},
	run:     annualLeave,
}}

func annualLeave(s *sheet) {
	days := s.parameter(PayDays, newest)
	s.checkYear()
	if s.failed() {
		return
	}
	open := s.leaveOpen(s.leaveDue())
	switch {
	case s.yes("waived"):
		s.nothing(leaveMeasures(10), "本人书面提出不休的，只发正常工资，没有另外的部分。", "Waived in writing: only the normal pay is due, nothing beside it.")
		return
	case open.Sign() == 0:
		s.nothing(leaveMeasures(10), "没有应休未休的天数。", "No days are left.")
		return
	}
	day := over(s.rat("average_wage"), days)
	s.say(leaveMeasures(11), yuan(s.rat("average_wage"))+" ÷ "+plain(days)+" = "+yuan(day), "日工资 "+yuan(day)+" 元。", "The day's wage is "+yuan(day)+" yuan.")
	sum := times(times(day, open), num(2))
	s.total(leaveMeasures(10), sum, yuan(day)+" × "+plain(open)+" × 200 % = "+yuan(sum), "应付日工资的 300 %，其中 100 % 已经随工资发了，另付 200 %。", "300 % of the day's wage is due; 100 % was in the normal pay, 200 % is extra.")
}

// checkYear: joining and leaving, where both are given, lie in one year and in their order.
func (s *sheet) checkYear() {
	joined, left := s.date("joined"), s.date("left")
	switch {
	case !s.has("joined") || !s.has("left"):
	case joined.Year() != left.Year():
		s.refuse("joined", "入职和离职不在同一年的，入职日期不用填。", "If joining and leaving are not in the same year, leave this out.")
	case left.Before(joined):
		s.refuse("left", "离职不能早于入职那天（"+joined.String()+"）。", "Leaving can't be before joining ("+joined.String()+").")
	}
}

// leaveDue are the days due in the year. Who joined gets whole days at once; who left keeps the
// part of a day until what was taken is off.
func (s *sheet) leaveDue() *big.Rat {
	class, years := leaveClass(s.whole("working_years")), plain(s.rat("working_years"))
	s.say(leaveRules(3), "", "工作满 "+years+" 年，全年应休 "+strconv.FormatInt(class, 10)+" 天。", years+" full years of work: "+strconv.FormatInt(class, 10)+" days a year.")
	if !s.has("joined") && !s.has("left") {
		return num(class)
	}
	inYear := daysInYear(s.date("joined"), s.date("left"))
	share := times(ratio(inYear, 365), num(class))
	cite, due := leaveMeasures(5), down(share)
	if s.has("left") {
		cite, due = leaveMeasures(12), share
	}
	n := strconv.FormatInt(inYear, 10)
	s.say(cite, n+" ÷ 365 × "+strconv.FormatInt(class, 10)+" = "+plain(share), "当年在本单位 "+n+" 天，按比例折算，不足一整天的不计。", n+" days of the year with this employer, in proportion; part days are dropped.")
	return due
}

// leaveOpen are the days that were not taken.
func (s *sheet) leaveOpen(due *big.Rat) *big.Rat {
	open := noLess(due, s.rat("taken"))
	if s.has("left") {
		open = down(open)
	}
	s.say(leaveMeasures(12), plain(due)+" − "+plain(s.rat("taken"))+" → "+plain(open), "应休未休 "+plain(open)+" 天；多休的不扣回。", plain(open)+" days were not taken; days taken beyond the entitlement are not clawed back.")
	return open
}

// leaveClass is the number of days a year by all years of work.
func leaveClass(years int64) int64 {
	switch {
	case years < 1:
		return 0
	case years < 10:
		return 5
	case years < 20:
		return 10
	}
	return 15
}

// daysInYear are the calendar days with the employer in the year of joining or leaving, 365 at most.
func daysInYear(joined, left calendar.Date) int64 {
	if joined.IsZero() {
		joined = calendar.On(left.Year(), 1, 1)
	}
	if left.IsZero() {
		left = calendar.On(joined.Year(), 12, 31)
	}
	return int64(min(left.Since(joined)+1, 365))
}
