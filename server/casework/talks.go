package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// AskTalks notes that one side asks the other to negotiate (要求协商). It is a claim to the other side:
// the year to apply begins anew.
type AskTalks struct {
	Dated
	Side      string        `json:"side,omitempty" enum:"applicant,respondent" doc:"哪一方提出 Which side asks; a party's own if left out"`
	Until     calendar.Date `json:"until,omitempty" doc:"双方书面约定的期限，不填为五日 The last day, if both agreed on one in writing"`
	BothAgree bool          `json:"both_agree,omitempty" doc:"期限由双方书面约定 Both agreed on it in writing"`
}

func (AskTalks) Event() workflows.Event { return workflows.AskTalks }

func (t AskTalks) Tell(_ *Act, f *workflows.Facts) error {
	f.Act.Until, f.Act.BothAgree = t.Until, t.BothAgree
	return nil
}

func (t AskTalks) Apply(a *Act) error {
	side, err := a.side(t.Side)
	if err != nil {
		return err
	}
	a.Case.Talks = append(a.Case.Talks, models.Talks{Child: a.child(), AskedBy: side, AskedOn: a.On, UntilOn: t.Until})
	a.keepTalks(a.Case.Talk())
	a.Detail["side"] = string(side)
	if side == models.ApplicantSide {
		a.interrupt(workflows.ClaimedFromOther, "协商记录")
	}
	return nil
}

// keepTalks writes the talks with the last day that the law gives them.
func (a *Act) keepTalks(t *models.Talks) {
	f := workflows.Facts{Law: a.Rules}
	f.Settling.Talks = workflows.TalksFacts{Asked: t.AskedOn, Answered: t.AnsweredOn, Until: t.UntilOn}
	t.DueOn = f.TalksEnd()
	a.Case.Change(t)
}

// endTalks ends the talks that are under way, if any are. Talks that come to nothing interrupt the
// year to apply (协商不成).
func (a *Act) endTalks(outcome string) {
	t := a.Case.Talk()
	if t == nil || !t.EndedOn.IsZero() {
		return
	}
	t.EndedOn, t.Outcome = a.On, &outcome
	a.Case.Change(t)
	a.Detail["talks"] = outcome
	if outcome != "settled" {
		a.interrupt(workflows.TalksFailed, "协商记录")
	}
}

// AnswerTalks is the other side's answer (答复协商): a no ends the talks.
type AnswerTalks struct {
	Dated
	Agree     bool          `json:"agree" doc:"愿意协商 Willing to talk"`
	Side      string        `json:"side,omitempty" enum:"applicant,respondent" doc:"哪一方答复 Which side answers; a party's own if left out"`
	Until     calendar.Date `json:"until,omitempty" doc:"双方书面约定的期限 The last day, if both agreed on one in writing"`
	BothAgree bool          `json:"both_agree,omitempty" doc:"期限由双方书面约定 Both agreed on it in writing"`
}

func (AnswerTalks) Event() workflows.Event { return workflows.AnswerTalks }

func (t AnswerTalks) Tell(a *Act, f *workflows.Facts) error {
	side, err := a.side(t.Side)
	if err != nil {
		return err
	}
	talk := a.Case.Talk()
	f.Act.Twice = talk != nil && talk.AskedBy == side
	f.Act.Until, f.Act.BothAgree = t.Until, t.BothAgree
	return nil
}

func (t AnswerTalks) Apply(a *Act) error {
	a.Detail["agree"] = t.Agree
	if !t.Agree {
		a.endTalks("refused")
		return nil
	}
	talk := a.Case.Talk()
	talk.AnsweredOn = a.On
	if !t.Until.IsZero() {
		talk.UntilOn = t.Until
	}
	a.keepTalks(talk)
	return nil
}

// ExtendTalks lets the talks go on to a day that both agree on in writing (延长协商).
type ExtendTalks struct {
	Dated
	Until     calendar.Date `json:"until" doc:"新的截止日期 New last day"`
	BothAgree bool          `json:"both_agree" doc:"双方书面同意 Both agree in writing"`
}

func (ExtendTalks) Event() workflows.Event { return workflows.ExtendTalks }

func (t ExtendTalks) Tell(_ *Act, f *workflows.Facts) error {
	if t.Until.IsZero() {
		return bad("until", "请写明新的截止日期。", "Please give the new last day.")
	}
	f.Act.Until, f.Act.BothAgree = t.Until, t.BothAgree
	return nil
}

func (t ExtendTalks) Apply(a *Act) error {
	talk := a.Case.Talk()
	talk.UntilOn = t.Until
	a.keepTalks(talk)
	a.Detail["until"] = t.Until
	return nil
}

// FailTalks ends the talks without a settlement (协商不成).
type FailTalks struct{ Dated }

func (FailTalks) Event() workflows.Event { return workflows.FailTalks }

func (FailTalks) Apply(a *Act) error {
	a.endTalks("failed")
	return nil
}

// LapseTalks is the clock's own step: nobody answered, or the agreed time is over (协商期满).
type LapseTalks struct{ Dated }

func (LapseTalks) Event() workflows.Event { return workflows.LapseTalks }

func (LapseTalks) Apply(a *Act) error {
	if a.Case.Talk().AnsweredOn.IsZero() {
		a.endTalks("unanswered")
		return nil
	}
	a.endTalks("failed")
	return nil
}

// SettleInConsultation notes that the parties settled by talks, before any mediation (协商和解). What
// they agreed is nobody else's business: it stands in the talks, sealed, and in no event.
type SettleInConsultation struct {
	Dated
	Amount    claims.Fen    `json:"amount,omitempty" doc:"和解金额（元）Amount in yuan"`
	Terms     string        `json:"terms,omitempty" maxLength:"8000" doc:"和解协议内容 Terms of the settlement"`
	PerformBy calendar.Date `json:"perform_by,omitempty" doc:"履行期限 To be performed by"`
}

func (SettleInConsultation) Event() workflows.Event { return workflows.SettleInConsultation }

// Apply keeps the settlement; talks that nobody put on record before began and ended that day.
func (s SettleInConsultation) Apply(a *Act) error {
	if !s.PerformBy.IsZero() && s.PerformBy.Before(a.On) {
		return bad("perform_by", "履行期限不能早于和解那天（"+a.On.String()+"）。", "It cannot be performed before the day of the settlement ("+a.On.String()+").")
	}
	if t := a.Case.Talk(); t == nil || !t.EndedOn.IsZero() {
		a.Case.Talks = append(a.Case.Talks, models.Talks{Child: a.child(), AskedBy: models.ApplicantSide, AskedOn: a.On, AnsweredOn: a.On})
	}
	t := a.Case.Talk()
	if s.Amount > 0 {
		t.Amount = &s.Amount
	}
	t.Terms, t.PerformBy = s.Terms, s.PerformBy
	a.endTalks("settled")
	return nil
}

// interrupt notes that the year to apply begins anew with this very step (时效中断): the event is its evidence.
func (a *Act) interrupt(kind workflows.InterruptionKind, what string) {
	a.Case.AddInterruption(a.Tx, kind, a.On, what+"，本案第"+itoa(a.Case.Events+1)+"号记录")
}
