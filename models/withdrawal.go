package models

import (
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// WithdrawalAnswer is what one respondent says to a withdrawal after debate has closed (对撤回申请的意见).
type WithdrawalAnswer struct {
	Child
	PartyID    int64
	AskedOn    calendar.Date // which request it answers
	AnsweredOn calendar.Date
	Answer     workflows.WithdrawalAnswer
	Reason     string `gorm:"serializer:sealed;type:bytea"`
}

// AnswerOf is what a respondent said to the withdrawal that is on record; nil if nothing yet.
func (c *Case) AnswerOf(party int64) *WithdrawalAnswer {
	for i := range c.WithdrawalAnswers {
		if x := &c.WithdrawalAnswers[i]; x.PartyID == party && x.AskedOn == c.WithdrawalAskedOn {
			return x
		}
	}
	return nil
}

// withdrawalFacts: the respondents are asked once debate has closed, unless the parties settled.
func (c *Case) withdrawalFacts(f *workflows.Facts) {
	if c.WithdrawalAskedOn.IsZero() || c.WithdrawalSettled || c.State != workflows.Deliberating {
		return
	}
	f.Withdrawal.Asked = c.WithdrawalAskedOn
	for _, p := range c.Parties {
		if p.Side != RespondentSide {
			continue
		}
		x := c.AnswerOf(p.ID)
		if x == nil {
			f.Withdrawal.Silent++
			continue
		}
		f.Withdrawal.Objected = f.Withdrawal.Objected || x.Answer == workflows.Objection
	}
}
