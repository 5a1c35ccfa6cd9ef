package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// AnswerWithdrawal is what a respondent says to a withdrawal after debate has closed (对撤回申请表示意见).
// The recorder enters what was said, or that nothing was within the time given.
type AnswerWithdrawal struct {
	Dated
	Party  string `json:"party,omitempty" maxLength:"8" doc:"哪位被申请人，如 被1；自己答复的不填 Which respondent, as 被1; left out by a party itself"`
	Answer string `json:"answer" enum:"no-objection,objection,silence" doc:"没有异议、不同意、期限内没有答复 No objection, objection, or no answer in the time given"`
	Reason string `json:"reason,omitempty" maxLength:"1000" doc:"不同意的理由 Why not"`
}

func (AnswerWithdrawal) Event() workflows.Event { return workflows.AnswerWithdrawal }

func (w AnswerWithdrawal) Apply(a *Act) error {
	p, err := a.party(w.Party)
	switch {
	case err != nil:
		return err
	case p.Side != models.RespondentSide:
		return bad("party", "这里登记的是被申请人的意见，请写 被1 这样的编号。", "This is a respondent's answer; please give the number, as 被1.")
	case a.Case.AnswerOf(p.ID) != nil:
		return bad("party", "这位被申请人的意见已经登记。", "The answer of this respondent is on record already.")
	case a.Capacity == workflows.Respondent && w.Answer == string(workflows.Silence):
		return bad("answer", "自己答复的，请写没有异议或者不同意。", "If you answer yourself, say that you object or that you do not.")
	case w.Answer == string(workflows.Objection) && len([]rune(w.Reason)) < 2:
		return bad("reason", "不同意撤回的，请写明理由。", "Please say why you object.")
	}
	c := a.Case
	c.WithdrawalAnswers = append(c.WithdrawalAnswers, models.WithdrawalAnswer{Child: a.child(), PartyID: p.ID, AskedOn: c.WithdrawalAskedOn, AnsweredOn: a.On,
		Answer: workflows.WithdrawalAnswer(w.Answer), Reason: w.Reason})
	c.Change(&c.WithdrawalAnswers[len(c.WithdrawalAnswers)-1])
	a.Detail["party"], a.Detail["answer"] = p.Mark(), w.Answer
	return nil
}

// WithdrawalView is the applicant's request to withdraw, and what the respondents say to it.
type WithdrawalView struct {
	On      calendar.Date          `json:"on"`
	Settled bool                   `json:"settled,omitempty" doc:"因双方和解 Because the parties settled"`
	Waits   int                    `json:"waits,omitempty" doc:"还有几位被申请人要表示意见 Respondents whose answer is missing"`
	Answers []WithdrawalAnswerView `json:"answers,omitempty"`
}

// WithdrawalAnswerView is one respondent's answer.
type WithdrawalAnswerView struct {
	Party  string                     `json:"party"`
	On     calendar.Date              `json:"on"`
	Answer workflows.WithdrawalAnswer `json:"answer"`
	Reason string                     `json:"reason,omitempty"`
}

func withdrawalView(c *models.Case, f workflows.Facts) *WithdrawalView {
	if c.WithdrawalAskedOn.IsZero() {
		return nil
	}
	v := &WithdrawalView{On: c.WithdrawalAskedOn, Settled: c.WithdrawalSettled, Waits: f.Withdrawal.Silent}
	for i := range c.Parties {
		if x := c.AnswerOf(c.Parties[i].ID); x != nil {
			v.Answers = append(v.Answers, WithdrawalAnswerView{c.Parties[i].Mark(), x.AnsweredOn, x.Answer, x.Reason})
		}
	}
	return v
}
