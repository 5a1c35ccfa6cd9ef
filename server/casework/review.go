package casework

import (
	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// AskReview asks the commission to review the agreement (申请仲裁审查). Both sides ask: each for itself,
// or together at the counter.
type AskReview struct {
	Dated
	Side  string `json:"side,omitempty" enum:"applicant,respondent" doc:"哪一方 Which side; a party's own if left out"`
	Joint bool   `json:"joint,omitempty" doc:"双方一起到窗口申请 Both came to the counter together"`
}

func (AskReview) Event() workflows.Event { return workflows.AskReview }

func (r AskReview) Tell(a *Act, f *workflows.Facts) error {
	if r.together(a) {
		return nil
	}
	side, err := a.side(r.Side)
	if err != nil {
		return err
	}
	if v := a.openReview(); v != nil {
		f.Act.Twice = side == models.ApplicantSide && !v.ApplicantAskedOn.IsZero() || side == models.RespondentSide && !v.RespondentAskedOn.IsZero()
	}
	return nil
}

// together: only the counter sees both sides at once.
func (r AskReview) together(a *Act) bool { return r.Joint && a.Capacity == workflows.Registry }

func (r AskReview) Apply(a *Act) error {
	v := a.reviewToAsk()
	for _, side := range []models.Side{models.ApplicantSide, models.RespondentSide} {
		own := models.Side("")
		if !r.together(a) {
			own, _ = a.side(r.Side)
		}
		if !r.together(a) && own != side {
			continue
		}
		if side == models.ApplicantSide {
			v.ApplicantAskedOn = earliest(v.ApplicantAskedOn, a.On)
		} else {
			v.RespondentAskedOn = earliest(v.RespondentAskedOn, a.On)
		}
	}
	a.Case.Change(v)
	return nil
}

// openReview is the review that has no end yet; nil if there is none.
func (a *Act) openReview() *models.Review {
	v, g := a.Case.Review(), a.Case.Agreement()
	if v == nil || g == nil || v.AgreementID != g.ID || v.Outcome != nil {
		return nil
	}
	return v
}

// reviewToAsk is the review that is being asked for, a new one if there is none.
func (a *Act) reviewToAsk() *models.Review {
	if v := a.openReview(); v != nil {
		return v
	}
	a.Case.Reviews = append(a.Case.Reviews, models.Review{Child: a.child(), AgreementID: a.Case.Agreement().ID})
	return a.Case.Review()
}

// AllowLateReview lets an application in that comes after the fifteen days (准许逾期申请审查).
type AllowLateReview struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"500" doc:"理由 Reason"`
}

func (AllowLateReview) Event() workflows.Event { return workflows.AllowLateReview }

func (r AllowLateReview) Apply(a *Act) error {
	v := a.reviewToAsk()
	v.LateAllowedOn, v.LateReason = a.On, r.Reason
	a.Case.Change(v)
	return nil
}

// AcceptReview takes the review up: it gets a number of its own series, and five working days (受理审查).
type AcceptReview struct{ Dated }

func (AcceptReview) Event() workflows.Event { return workflows.AcceptReview }

func (AcceptReview) Apply(a *Act) error {
	number, err := a.nextNumber("审")
	if err != nil {
		return err
	}
	v, who := a.Case.Review(), a.Who.Account
	v.Number, v.AcceptedOn, v.HandledBy = &number, a.On, &who
	a.Case.Change(v)
	a.number = number
	a.say(documents.FieldNewDue, a.Rules.Days.Due(a.On, a.Rules.Length(workflows.ReviewPeriod)).Statutory.String())
	a.Detail["number"] = number
	return nil
}

// nextNumber takes the next number of a series, in the transaction of the step that needs it.
func (a *Act) nextNumber(series string) (string, error) {
	com, err := models.CommissionByID(a.Tx, a.Case.CommissionID)
	if err != nil {
		return "", err
	}
	n, err := models.NextNumber(a.Tx, a.Case.CommissionID, series, a.On.Year())
	return models.CaseNumberText(com.Series, series, a.On.Year(), n), err
}

// RefuseReview refuses to review: one of the grounds of the rules, in writing (不予受理审查).
type RefuseReview struct {
	Dated
	Ground string `json:"ground" enum:"review-out-of-scope,review-no-jurisdiction,review-late,confirms-labor-relation,court-confirmed" doc:"不予受理审查的情形 Ground"`
	Reason string `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reason"`
}

func (RefuseReview) Event() workflows.Event { return workflows.RefuseReview }

func (r RefuseReview) Apply(a *Act) error {
	a.decideReview(workflows.ReviewRefused, r.Ground, r.Reason)
	return nil
}

// decideReview ends the review. Why stands on the paper and in the review, behind the wall.
func (a *Act) decideReview(outcome workflows.ReviewOutcome, ground, reason string) {
	v := a.Case.Review()
	v.DecidedOn, v.Outcome, v.Ground = a.On, &outcome, ground
	a.Case.Change(v)
	if v.Number != nil {
		a.number = *v.Number
	}
	if ground != "" {
		a.say(documents.FieldGround, workflows.ReviewGround(ground).ZH)
		a.say(documents.FieldReason, reason)
	}
}

// ExtendReview gives the review five working days more (延长审查期限).
type ExtendReview struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (ExtendReview) Event() workflows.Event { return workflows.ExtendReview }

func (ExtendReview) Apply(a *Act) error {
	v := a.Case.Review()
	v.ExtendedOn = a.On
	a.Case.Change(v)
	return nil
}

// ReplaceAgreement makes the arbitration mediation document with the agreement's content; it takes
// effect when both have signed for it (制作仲裁调解书，置换).
type ReplaceAgreement struct {
	Dated
	Lawful bool `json:"lawful" doc:"经审查，协议的程序和内容合法有效 The agreement is lawful in form and content"`
}

func (ReplaceAgreement) Event() workflows.Event { return workflows.ReplaceAgreement }

func (r ReplaceAgreement) Apply(a *Act) error {
	if !r.Lawful {
		return bad("lawful", "协议不合法有效的，应当不予制作仲裁调解书。", "If the agreement is not lawful, no mediation document is made.")
	}
	g := a.Case.Agreement()
	said := g.Terms
	if said == "" {
		said = "以双方签订的调解协议书为准"
	}
	var plan []InstalmentInput
	for _, x := range a.Case.InstalmentsOf(g) {
		plan = append(plan, InstalmentInput{x.DueOn, x.Amount})
	}
	a.say(documents.FieldTerms, terms(said, plan))
	a.say(documents.FieldAmount, g.Amount.Grouped())
	a.say(documents.FieldPerformBy, g.PerformBy.String())
	a.decideReview(workflows.ReviewIssued, "", "")
	return nil
}

// RejectAgreement makes no mediation document: the agreement breaks the law, or nobody can say what
// it means (不予制作仲裁调解书).
type RejectAgreement struct {
	Dated
	Ground string `json:"ground" enum:"mandatory-rules,public-or-third-party,false-proof,not-voluntary,unclear,no-document-other" doc:"不予制作的情形 Ground"`
	Reason string `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reason"`
}

func (RejectAgreement) Event() workflows.Event { return workflows.RejectAgreement }

func (r RejectAgreement) Apply(a *Act) error {
	a.decideReview(workflows.ReviewRejected, r.Ground, r.Reason)
	return nil
}

// WithdrawReview takes the application back before the document is in both hands (撤回审查申请).
type WithdrawReview struct{ Dated }

func (WithdrawReview) Event() workflows.Event { return workflows.WithdrawReview }

func (WithdrawReview) Apply(a *Act) error {
	a.decideReview(workflows.ReviewWithdrawn, "", "")
	return nil
}
