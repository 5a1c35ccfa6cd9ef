package claims

import (
	"math/big"
	"strconv"

	"tiaocai/workflows/law"
	"tiaocai/workflows/register"
)

// Wages for the time of an unlawful dismissal (M19), and what has no sum (M20).
var otherCalculators = []Calculator{
	{
		Code: "M19", Name: "dismissal-gap-wages",
		Asks:    law.Text{ZH: "辞退被撤销，中间那段时间的工资", EN: "The dismissal was undone: wages for the time between"},
		Formula: law.Text{ZH: "月工资 ×（整月数 ＋ 不满一个月按工作日折算），劳动者有过错的按比例减少", EN: "monthly wage × (whole months + part of a month by working days), less the share of a worker at fault"},
		Law:     []law.Citation{courtTwo(18), partMonth},
		Inputs: []Input{
			askYuan("monthly_wage", "正常工作的月工资", "Normal wage a month"),
			askDate("from", "从哪天起没有上班", "Out of work from"), askDate("to", "到哪天止", "Until"),
			askWhole("worker_share", 100, "劳动者自己有过错的，承担百分之几", "The worker's own share of the fault, in percent").maybe(),
			fromParameters(PayDays), fromParameters(PartMonthMethod),
		},
		Example: Given{"monthly_wage": "6000", "from": "2026-01-10", "to": "2026-04-09"},
		run:     gapWages,
	},
	{
		Code: "M20", Name: "no-money",
		Asks:    law.Text{ZH: "确认劳动关系、恢复工作、离职证明、转档案和社保", EN: "Confirming a labor relation, reinstatement, certificate, transfer of files and insurance"},
		Formula: law.Text{ZH: "没有金额；离职证明在解除、终止时出具，档案和社会保险关系十五日内转移", EN: "no sum; the certificate is due on leaving, files and insurance are transferred within fifteen days"},
		Law:     []law.Citation{contractLaw(48), contractLaw(50)},
		Inputs:  []Input{askDate("left_on", "离职日期", "Left on").maybe().with("填了就算出转移的最后一天。", "Fill this in to see the last day for the transfer.")},
		Example: Given{"left_on": "2026-06-30"},
		run:     noMoney,
	},
}

func gapWages(s *sheet) {
	from, to, wage := s.date("from"), s.date("to"), s.rat("monthly_wage")
	switch {
	case to.Before(from):
		s.refuse("to", "不能早于开始那天（"+from.String()+"）。", "It can't be before the first day ("+from.String()+").")
		return
	case !to.Before(from.MonthLater(12 * 20)):
		s.refuse("to", "时间超过二十年，请核对日期。", "This is more than twenty years; please check the dates.")
		return
	}
	months, rest := from.Elapsed(to.Next(1))
	sum := times(wage, num(int64(months)))
	if months > 0 {
		s.part("整月", "Whole months", sum, nil)
		s.say(courtTwo(18), strconv.Itoa(months)+" × "+yuan(wage)+" = "+yuan(sum), strconv.Itoa(months)+" 个整月。", strconv.Itoa(months)+" whole months.")
	}
	if rest > 0 {
		part := s.partPay(wage, from.MonthLater(months), to, 0)
		if s.failed() {
			return
		}
		s.part("不满一个月", "Part of a month", part, nil)
		sum = add(sum, part)
	}
	s.shared(sum)
}

// shared takes off the worker's own share of the fault.
func (s *sheet) shared(sum *big.Rat) {
	own := s.rat("worker_share")
	if own.Sign() == 0 {
		s.sum(courtTwo(18))
		return
	}
	left := times(sum, over(less(num(100), own), num(100)))
	s.total(courtTwo(18), left, yuan(sum)+" × (100 − "+plain(own)+") % = "+yuan(left), "劳动者自己有过错，承担 "+plain(own)+" %。", "The worker bears "+plain(own)+" % for their own fault.")
}

func noMoney(s *sheet) {
	s.say(contractLaw(48), "", "这一类请求没有金额。", "There is no sum in these claims.")
	if !s.has("left_on") {
		s.nothing(contractLaw(50), "离职证明在解除、终止时出具，档案和社会保险关系十五日内转移。", "The certificate is due on leaving; files and insurance are transferred within fifteen days.")
		return
	}
	left := s.date("left_on")
	due := s.days.Due(left, register.TimerOf("LCL-50").Span)
	s.nothing(contractLaw(50), "离职证明应当在 "+left.String()+" 出具，档案和社会保险关系最迟 "+due.Statutory.String()+" 转移。", "The certificate was due on "+left.String()+"; files and insurance are to be transferred by "+due.Statutory.String()+".")
	if due.Provisional {
		s.say(contractLaw(50), "", "那一年的放假通知还没有登记，这一天是暂定的。", "The holiday notice of that year is not loaded: the day is provisional.")
	}
	s.out.Formula = left.String() + " + 15 → " + due.Statutory.String()
}
