package claims

import (
	"math/big"

	"tiaocai/workflows/law"
)

// What the parties agreed: non-competition (M11), service period (M12).
var agreementCalculators = []Calculator{
	{
		Code: "M11", Name: "non-compete",
		Asks:    law.Text{ZH: "守了竞业限制，单位该付的补偿", EN: "The non-competition duty was kept: what the employer owes"},
		Formula: law.Text{ZH: "每月补偿 × 月数，最多二十四个月；没有约定数额的，每月为离职前 12 个月平均工资的 30 %，不低于最低工资；单位提前解除的，另加三个月", EN: "monthly compensation × months, at most 24; where no sum was agreed, 30 % of the average wage of the last 12 months, not below the minimum wage; three months more if the employer ends it early"},
		Law:     []law.Citation{contractLaw(23), contractLaw(24), courtOne(36), courtOne(38), courtOne(39)},
		Inputs: []Input{
			askYuan("agreed_monthly", "约定的每月补偿", "Compensation agreed, a month").maybe().with("没有约定数额的不填，填下面的平均工资。", "If no sum was agreed, leave this out and give the average wage."),
			averageInput(), wagesInput(),
			askNumber("months", 120, "守了几个月", "Months it was kept"),
			askYes("ended_early", "单位在期限内提前解除竞业限制", "The employer ended it early").maybe(),
			askDate("left_on", "离职日期", "Left on"),
			fromParameters(MinWageMonth),
		},
		Example: Given{"average_wage": "10000", "months": "24", "left_on": "2026-06-30", "minimum_wage": "2010"},
		run:     nonCompete,
	},
	{
		Code: "M12", Name: "service-period",
		Asks:    law.Text{ZH: "服务期没满就走，最多赔多少培训费", EN: "Leaving within a service period: the most that may be asked"},
		Formula: law.Text{ZH: "培训费用 × 未履行的月数 ÷ 服务期月数；约定更低的按约定", EN: "training cost × months not served ÷ months of the service period; the agreed penalty if it is lower"},
		Law:     []law.Citation{contractLaw(22)},
		Inputs: []Input{
			askYuan("training_cost", "单位付的培训费用", "Training cost paid by the employer"),
			askNumber("agreed_months", 600, "约定的服务期，几个月", "Service period agreed, in months"),
			askNumber("served_months", 600, "已经服务几个月", "Months served"),
			askYuan("agreed_penalty", "约定的违约金", "Penalty agreed").maybe(),
		},
		Example: Given{"training_cost": "24000", "agreed_months": "36", "served_months": "12"},
		run:     servicePeriod,
	},
}

func nonCompete(s *sheet) {
	monthly := s.restraintPay()
	if s.failed() {
		return
	}
	months := atMost(s.rat("months"), num(24))
	if s.rat("months").Cmp(num(24)) > 0 {
		s.say(contractLaw(24), "", "竞业限制不得超过二年，按二十四个月。", "Non-competition may not last over two years: 24 months.")
	}
	s.part("竞业限制期间", "For the time it was kept", times(monthly, months), nil)
	s.say(contractLaw(23), yuan(monthly)+" × "+plain(months)+" = "+yuan(times(monthly, months)), "守了 "+plain(months)+" 个月。", "It was kept for "+plain(months)+" months.")
	if s.yes("ended_early") {
		extra := times(monthly, num(3))
		s.part("单位提前解除，另加三个月", "Ended early by the employer: three months more", extra, nil)
		s.say(courtOne(39), yuan(monthly)+" × 3 = "+yuan(extra), "单位提前解除的，另付三个月。", "If the employer ends it early, three months more are due.")
	}
	if s.rat("months").Cmp(num(3)) >= 0 {
		s.say(courtOne(38), "", "因单位原因三个月没有付补偿的，劳动者可以请求解除竞业限制约定。", "If the employer leaves it unpaid for three months, the worker may end the duty.")
	}
	s.sum(roundOnce)
}

// restraintPay is the compensation a month: as agreed, or else 30 % of the average wage and not
// below the minimum wage.
func (s *sheet) restraintPay() *big.Rat {
	if s.has("agreed_monthly") {
		if s.has("average_wage") || s.has("monthly_wages") {
			s.refuse("agreed_monthly", "约定了数额的，平均工资不用填。", "If a sum was agreed, leave the average wage out.")
		}
		return s.rat("agreed_monthly")
	}
	average, least := s.average(), s.parameter(MinWageMonth, s.date("left_on"))
	if s.failed() {
		return nil
	}
	third := times(average, percent(30))
	monthly := atLeast(third, least)
	s.say(courtOne(36), yuan(average)+" × 30 % = "+yuan(third), "没有约定数额的，按平均工资的 30 %，不低于最低工资 "+yuan(least)+" 元，每月 "+yuan(monthly)+" 元。",
		"No sum was agreed: 30 % of the average, not below the minimum wage of "+yuan(least)+" yuan, so "+yuan(monthly)+" a month.")
	return monthly
}

func servicePeriod(s *sheet) {
	total, served := s.rat("agreed_months"), s.rat("served_months")
	if total.Sign() == 0 {
		s.refuse("agreed_months", "服务期不能是 0 个月。", "The service period can't be 0 months.")
		return
	}
	left := noLess(total, served)
	most := over(times(s.rat("training_cost"), left), total)
	formula := yuan(s.rat("training_cost")) + " × " + plain(left) + " ÷ " + plain(total) + " = " + yuan(most)
	if agreed := s.rat("agreed_penalty"); s.has("agreed_penalty") && agreed.Cmp(most) < 0 {
		s.say(contractLaw(22), formula, "最多分摊 "+yuan(most)+" 元。", "At most "+yuan(most)+" yuan.")
		s.total(contractLaw(22), agreed, yuan(agreed)+" < "+yuan(most), "约定的违约金 "+yuan(agreed)+" 元更低，按约定。", "The agreed penalty of "+yuan(agreed)+" yuan is lower and counts.")
		return
	}
	s.total(contractLaw(22), most, formula, "违约金不超过没有履行的 "+plain(left)+" 个月分摊的培训费用。", "The penalty is at most the training cost's share for the "+plain(left)+" months not served.")
}
