package casework

import (
	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// AssignMediator gives the matter to one of the organisation's mediators (指派调解员).
type AssignMediator struct {
	Dated
	Mediator int64 `json:"mediator" minimum:"1" doc:"调解员账号 The mediator's account"`
}

func (AssignMediator) Event() workflows.Event { return workflows.AssignMediator }

// Apply checks that the mediator belongs to the organisation, and keeps what the rule had proposed.
func (m AssignMediator) Apply(a *Act) error {
	med := a.Case.Mediation()
	ok, err := models.Holds(a.Tx, m.Mediator, "mediator", 0, med.OrganisationID)
	if err != nil {
		return err
	}
	if !ok {
		return bad("mediator", "请从本调解组织的调解员里选。", "Please choose one of this organisation's mediators.")
	}
	by, err := mediatorCandidates(a.Tx, a.Case, a.On)
	if err != nil {
		return err
	}
	a.proposedWas(by.proposedMediator(), []int64{m.Mediator})
	med.MediatorID = &m.Mediator
	a.Case.Change(med)
	a.Detail["mediator"] = m.Mediator
	return nil
}

// ConsentToMediation notes that a side agrees (同意调解). A party speaks for its own side; the
// mediator writes down either.
type ConsentToMediation struct {
	Dated
	Side string `json:"side,omitempty" enum:"applicant,respondent" doc:"哪一方 Which side; a party's own if left out"`
}

func (ConsentToMediation) Event() workflows.Event { return workflows.ConsentToMediation }

func (m ConsentToMediation) Apply(a *Act) error {
	side, err := a.side(m.Side)
	if err != nil {
		return err
	}
	med := a.Case.Mediation()
	if side == models.ApplicantSide && med.ApplicantConsentOn.IsZero() {
		med.ApplicantConsentOn = a.On
	}
	if side == models.RespondentSide && med.RespondentConsentOn.IsZero() {
		med.RespondentConsentOn = a.On
	}
	a.Case.Change(med)
	a.Detail["side"] = string(side)
	return nil
}

// side is the side that the actor speaks for: a party's own; staff must say.
func (a *Act) side(said string) (models.Side, error) {
	switch a.Capacity {
	case workflows.Applicant:
		return models.ApplicantSide, nil
	case workflows.Respondent:
		return models.RespondentSide, nil
	}
	if said == "" {
		return "", bad("side", "请写明是申请人还是被申请人。", "Please say which side.")
	}
	return models.Side(said), nil
}

// RefuseMediation notes that a side will not mediate; it then may not take place (不同意调解).
type RefuseMediation struct {
	Dated
	Side string `json:"side,omitempty" enum:"applicant,respondent" doc:"哪一方 Which side; a party's own if left out"`
}

func (RefuseMediation) Event() workflows.Event { return workflows.RefuseMediation }

func (m RefuseMediation) Apply(a *Act) error {
	side, err := a.side(m.Side)
	if err != nil {
		return err
	}
	a.Detail["side"] = string(side)
	a.concludeMediation("refused")
	return nil
}

// concludeMediation fixes how and when a mediation ended. It is the only thing about it that the
// tribunal ever sees.
func (a *Act) concludeMediation(outcome string) {
	med := a.Case.Mediation()
	med.ConcludedOn, med.Outcome = a.On, &outcome
	a.Case.Change(med)
	a.Detail["outcome"] = outcome
	if outcome != "success" {
		a.interrupt(workflows.MediationOver, "调解记录")
	}
	a.say(documents.FieldReason, map[string]string{"refused": "当事人一方不同意调解", "failed": "双方未能达成协议", "expired": "调解期限届满，未达成协议", "success": "双方达成协议"}[outcome])
}

// HoldSession writes down one session: who came, what was said, what each side offered (调解记录).
// It stays behind the wall.
type HoldSession struct {
	Dated
	Outcome         string      `json:"outcome" enum:"continued,closer,apart,agreed-in-principle" doc:"结果 Outcome"`
	Attended        string      `json:"attended" minLength:"1" maxLength:"200" doc:"到场的人 Who came"`
	Notes           string      `json:"notes" minLength:"1" maxLength:"8000" doc:"经过 What happened"`
	ApplicantOffer  *claims.Fen `json:"applicant_offer,omitempty" doc:"申请人的方案（元）The applicant's offer in yuan"`
	RespondentOffer *claims.Fen `json:"respondent_offer,omitempty" doc:"被申请人的方案（元）The respondent's offer in yuan"`

	ApplicantTerms  string        `json:"applicant_terms,omitempty" maxLength:"4000" doc:"申请人方案的内容 The applicant's terms"`
	RespondentTerms string        `json:"respondent_terms,omitempty" maxLength:"4000" doc:"被申请人方案的内容 The respondent's terms"`
	NextStep        string        `json:"next_step,omitempty" enum:"another-session,sign,wait-for-papers,end" doc:"下一步 What comes next"`
	NextOn          calendar.Date `json:"next_on,omitempty" doc:"下一步的日期 On which day"`
}

func (HoldSession) Event() workflows.Event { return workflows.HoldSession }
func (HoldSession) behindTheWall()         {}

// Apply writes the note; the event says only that a session took place.
func (s HoldSession) Apply(a *Act) error {
	if !s.NextOn.IsZero() && s.NextOn.Before(a.On) {
		return bad("next_on", "下一步的日期不能早于这次调解。", "What comes next cannot be before this session.")
	}
	return a.Tx.Create(&models.Note{Child: a.child(), MediationID: a.Case.Mediation().ID, AuthorID: a.Who.Account, HeldOn: a.On,
		Outcome: s.Outcome, Attended: s.Attended, Body: s.Notes, ApplicantOffer: s.ApplicantOffer, RespondentOffer: s.RespondentOffer,
		ApplicantTerms: s.ApplicantTerms, RespondentTerms: s.RespondentTerms, NextStep: s.NextStep, NextOn: s.NextOn, RecordedAt: a.Tx.Now}).Error
}

// ExtendMediation lets the mediation run to a later day; both sides must agree (延长调解期限).
type ExtendMediation struct {
	Dated
	Until     calendar.Date `json:"until" doc:"新的截止日期 New last day"`
	BothAgree bool          `json:"both_agree" doc:"双方书面同意 Both agree in writing"`
}

func (ExtendMediation) Event() workflows.Event { return workflows.ExtendMediation }

func (m ExtendMediation) Tell(_ *Act, f *workflows.Facts) error {
	if m.Until.IsZero() {
		return bad("until", "请写明新的截止日期。", "Please give the new last day.")
	}
	f.Act.Until, f.Act.BothAgree = m.Until, m.BothAgree
	return nil
}

func (m ExtendMediation) Apply(a *Act) error {
	med := a.Case.Mediation()
	med.ExtendedTo = m.Until
	a.Case.Change(med)
	a.Detail["until"] = m.Until
	return nil
}

// endHold settles what becomes of an application that waited for the mediation.
func (a *Act) endHold(outcome string) {
	if app := a.Case.Application(); app != nil && a.Case.State == workflows.Filed {
		app.DecidedOn, app.Outcome = a.On, &outcome
		a.Case.Change(app)
	}
}

// FailMediation ends the mediation without agreement (调解不成).
type FailMediation struct{ Dated }

func (FailMediation) Event() workflows.Event { return workflows.FailMediation }

func (FailMediation) Apply(a *Act) error {
	a.concludeMediation("failed")
	return nil
}

// ExpireMediation is the clock's own step: the time for mediation ran out (调解期满).
type ExpireMediation struct{ Dated }

func (ExpireMediation) Event() workflows.Event { return workflows.ExpireMediation }

func (ExpireMediation) Apply(a *Act) error {
	a.concludeMediation("expired")
	return nil
}
