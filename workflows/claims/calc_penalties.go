package claims

import (
	"math/big"
	"strconv"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// What an employer owes beyond pay: double wage (M08), extra damages (M09), probation (M10).
var penaltyCalculators = []Calculator{
	{
		Code: "M08", Name: "double-wage",
		Asks:    law.Text{ZH: "没有签书面劳动合同（二倍工资）", EN: "There was no written contract (double wage)"},
		Formula: law.Text{ZH: "用工满一个月的次日起，到签合同的前一天或者满一年的前一天止，每月另付一倍工资，最多十一个月；不满一个月的按工作日折算", EN: "from the day after the first month to the day before signing, or before the first anniversary, a second wage for each month, at most eleven; part of a month by working days"},
		Law:     []law.Citation{contractLaw(82), contractRules(6), contractRules(7), courtTwo(6), courtTwo(7), partMonth},
		Inputs: []Input{
			askOne("kind", "没有签的是哪种合同", "Which contract was not made", one("written", "书面劳动合同", "A written contract"), one("open-ended", "应当签的无固定期限劳动合同", "The open-ended contract that was due")),
			askDate("employed_from", "入职日期；应当签无固定期限合同的，填应当签的那天", "First day of work; for an open-ended contract, the day it was due"),
			askDate("last_day", "到哪天为止：离职那天，还在上班的填今天", "Until: the last day of work, or today if still at work").maybe(),
			askDate("signed_on", "后来签合同的日期", "The day a contract was signed later").maybe().with("这一项和上一项至少填一项。", "Fill in this or the one above."),
			askYuan("monthly_wage", "每月工资", "Wage a month"),
			askOne("excuse", "有没有下列情形", "Does one of these apply", doubleWageExcuses...).maybe(),
			fromParameters(PayDays), fromParameters(PartMonthMethod),
		},
		Example: Given{"kind": "written", "employed_from": "2025-03-10", "last_day": "2026-01-20", "monthly_wage": "6000"},
		run:     doubleWage,
	},
	{
		Code: "M09", Name: "extra-damages",
		Asks:    law.Text{ZH: "劳动监察责令付钱，单位到期还不付（加付赔偿金）", EN: "Ordered to pay by the labor department, the employer still does not (extra damages)"},
		Formula: law.Text{ZH: "应付金额 × 50 % 至 100 %；没有责令限期支付或者期限没到的，没有", EN: "50 % to 100 % of what is due; none without an order whose time has passed"},
		Law:     []law.Citation{contractLaw(85)},
		Inputs: []Input{
			askYuan("overdue", "到期没付的金额", "What is overdue"),
			askYes("ordered", "劳动行政部门责令限期支付，期限已经过了", "The labor department ordered payment and the time has passed"),
			func() Input {
				in := askWhole("percent", 100, "按百分之几", "At how many percent").maybe()
				return in.with("50 到 100；不填就算出上下限。", "50 to 100; both ends are shown if left out.")
			}(),
		},
		Example: Given{"overdue": "10000", "ordered": "yes"},
		run:     extraDamages,
	},
	{
		Code: "M10", Name: "probation",
		Asks:    law.Text{ZH: "试用期太长", EN: "The probation period was too long"},
		Formula: law.Text{ZH: "已经履行的超过法定试用期的月数 × 试用期满月工资", EN: "months of probation worked over the legal limit × full wage after probation"},
		Law:     []law.Citation{contractLaw(19), contractLaw(20), contractLaw(83)},
		Inputs: []Input{
			askOne("contract", "合同期限", "Term of the contract", one("fixed", "固定期限", "Fixed term"), one("open-ended", "无固定期限", "Open-ended"), one("task", "以完成一定工作任务为期限", "For a task")),
			askWhole("contract_months", 600, "固定期限的，一共几个月", "If fixed: how many months").maybe(),
			askNumber("probation_months", 120, "试用期已经做了几个月", "Months of probation worked"),
			askYuan("wage_after", "试用期满后的月工资", "Full wage after probation"),
			askYuan("probation_wage", "试用期的月工资", "Wage during probation").maybe().with("填了才核对是否低于 80 %。", "Fill this in to check it against 80 %."),
		},
		Example: Given{"contract": "fixed", "contract_months": "12", "probation_months": "4", "wage_after": "6000"},
		run:     probation,
	},
}

var doubleWageExcuses = []Option{
	one("force-majeure", "不可抗力致使没有签", "Force majeure kept it from being made"),
	one("worker", "劳动者故意或者重大过失没有签", "The worker's intent or gross negligence"),
	one("prolonged", "合同依法续延", "The contract was prolonged by law"),
	one("deemed", "满一年视为无固定期限以后", "After a year, when an open-ended contract is deemed made"),
}

func doubleWage(s *sheet) {
	first, last, ok := s.doubleWindow()
	if !ok {
		return
	}
	switch s.choice("excuse") {
	case "":
	case "force-majeure", "worker":
		s.nothing(courtTwo(7), "这种情形单位不付二倍工资。", "No double wage is due in this case.")
		return
	default:
		cite := courtTwo(8)
		if s.choice("excuse") == "deemed" {
			cite = courtTwo(9)
		}
		s.nothing(cite, "这种情形单位不付二倍工资。", "No double wage is due in this case.")
		return
	}
	if last.Before(first) {
		s.nothing(contractRules(6), "用工没有超过一个月，或者在此之前已经签了合同。", "The first month was not over, or a contract was signed before.")
		return
	}
	s.say(contractRules(6), first.String()+" → "+last.String(), "二倍工资从 "+first.String()+" 算到 "+last.String()+"。", "Double wage runs from "+first.String()+" to "+last.String()+".")
	s.doubleMonths(first, last)
}

// doubleWindow is the first and the last day for which a second wage is due.
func (s *sheet) doubleWindow() (first, last calendar.Date, ok bool) {
	from, until := s.date("employed_from"), s.date("last_day")
	if !s.has("last_day") && !s.has("signed_on") {
		s.refuse("last_day", "离职日期（或者今天）和后来签合同的日期，至少填一项。", "Fill in the last day (or today) or the day a contract was signed.")
		return first, last, false
	}
	for _, name := range []string{"last_day", "signed_on"} {
		if s.has(name) && s.date(name).Before(from) {
			s.refuse(name, "不能早于入职那天（"+from.String()+"）。", "It can't be before the first day of work ("+from.String()+").")
		}
	}
	if signed := s.date("signed_on"); s.has("signed_on") && (until.IsZero() || !signed.After(until)) {
		until = signed.Next(-1)
	}
	if !until.Before(from.MonthLater(12 * 80)) {
		s.refuse("employed_from", "时间超过八十年，请核对日期。", "This is more than eighty years; please check the dates.")
	}
	if s.failed() {
		return first, last, false
	}
	if s.choice("kind") == "open-ended" {
		return from, until, true
	}
	if end := from.MonthLater(12).Next(-1); until.After(end) {
		until = end
		s.say(contractRules(7), "", "满一年视为已经订立无固定期限劳动合同，二倍工资到 "+end.String()+" 止，最多十一个月。", "After a year an open-ended contract is deemed made: double wage ends on "+end.String()+", after eleven months at most.")
	}
	return from.MonthLater(1), until, true
}

// doubleMonths counts months as they were worked, from the day of entry.
func (s *sheet) doubleMonths(first, last calendar.Date) {
	wage, from := s.rat("monthly_wage"), s.date("employed_from")
	skipped := 0
	if s.choice("kind") == "written" {
		skipped = 1
	}
	months, rest := from.Elapsed(last.Next(1))
	whole := max(months-skipped, 0)
	sum := times(wage, num(int64(whole)))
	formula := strconv.Itoa(whole) + " × " + yuan(wage)
	if whole > 0 {
		s.part("整月", "Whole months", sum, nil)
		s.say(contractLaw(82), formula+" = "+yuan(sum), strconv.Itoa(whole)+" 个整月，每月另付一倍工资。", strconv.Itoa(whole)+" whole months, a second wage for each.")
	}
	if rest > 0 {
		part := s.partPay(wage, calendar.Latest(first, from.MonthLater(months)), last, 0)
		if s.failed() {
			return
		}
		s.part("不满一个月", "Part of a month", part, nil)
		sum, formula = add(sum, part), formula+" + "+yuan(part)
	}
	s.total(courtTwo(6), sum, formula+" = "+yuan(sum), "二倍工资的另一倍合计 "+yuan(sum)+" 元；仲裁时效另行审查。", "The second wage comes to "+yuan(sum)+" yuan; the limitation period is looked at apart.")
}

func extraDamages(s *sheet) {
	due := s.rat("overdue")
	if p := s.rat("percent"); s.has("percent") && p.Cmp(num(50)) < 0 {
		s.refuse("percent", "在 50 到 100 之间。", "Between 50 and 100.")
		return
	}
	if !s.yes("ordered") {
		s.nothing(contractLaw(85), "没有责令限期支付，或者期限没过，没有加付赔偿金。", "Without an order whose time has passed there are no extra damages.")
		return
	}
	low, high := times(due, percent(50)), due
	if s.has("percent") {
		p := s.rat("percent")
		sum := times(due, over(p, num(100)))
		s.total(contractLaw(85), sum, yuan(due)+" × "+plain(p)+" % = "+yuan(sum), "按应付金额的 "+plain(p)+" % 加付。", plain(p)+" % of what is due is added.")
		return
	}
	top := fen(high)
	s.out.AtMost = &top
	s.total(contractLaw(85), low, yuan(due)+" × 50 % = "+yuan(low)+"; "+yuan(due)+" × 100 % = "+yuan(high),
		"按 50 % 以上 100 % 以下加付，"+yuan(low)+" 元到 "+yuan(high)+" 元。", "50 % to 100 % is added: "+yuan(low)+" to "+yuan(high)+" yuan.")
}

func probation(s *sheet) {
	if s.choice("contract") == "fixed" && !s.has("contract_months") {
		s.refuse("contract_months", "固定期限的合同请填一共几个月。", "For a fixed term, give the number of months.")
		return
	}
	worked, wage := s.rat("probation_months"), s.rat("wage_after")
	limit := probationLimit(s.choice("contract"), s.whole("contract_months"))
	s.say(contractLaw(19), "", "这样的合同，试用期最长 "+strconv.FormatInt(limit, 10)+" 个月。", "For such a contract probation may last "+strconv.FormatInt(limit, 10)+" months at most.")
	s.probationPay(wage)
	extra := noLess(worked, num(limit))
	if extra.Sign() == 0 {
		s.nothing(contractLaw(83), "没有超过法定试用期。", "The legal limit was not passed.")
		return
	}
	sum := times(extra, wage)
	s.total(contractLaw(83), sum, "("+plain(worked)+" − "+strconv.FormatInt(limit, 10)+") × "+yuan(wage)+" = "+yuan(sum),
		"已经履行的超出部分 "+plain(extra)+" 个月，按试用期满月工资付赔偿金。", plain(extra)+" months beyond the limit were worked: damages at the full wage.")
}

// probationPay says whether the pay during probation was lawful; what is short is a claim for wages.
func (s *sheet) probationPay(after *big.Rat) {
	if !s.has("probation_wage") {
		return
	}
	paid, least := s.rat("probation_wage"), times(after, percent(80))
	zh, en := "试用期工资不低于 80 %。", "The pay during probation was not below 80 %."
	if paid.Cmp(least) < 0 {
		short := yuan(less(least, paid))
		zh, en = "试用期工资低于 80 %，每月差 "+short+" 元，可以另按拖欠工资主张。", "The pay during probation was below 80 %, by "+short+" yuan a month: claim that as unpaid wages."
	}
	s.say(contractLaw(20), yuan(after)+" × 80 % = "+yuan(least), zh+"也不得低于最低工资标准。", en+" It must not be below the minimum wage either.")
}

// probationLimit is the longest lawful probation in months.
func probationLimit(contract string, months int64) int64 {
	switch {
	case contract == "task" || contract == "fixed" && months < 3:
		return 0
	case contract == "open-ended" || months >= 36:
		return 6
	case months >= 12:
		return 2
	}
	return 1
}
