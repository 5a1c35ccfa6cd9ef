package casework

import (
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// FileApplication applies for arbitration with what is already on record: nothing is retyped (申请仲裁).
type FileApplication struct {
	Dated
	Oral bool `json:"oral,omitempty" doc:"口头申请 Oral application"`
}

func (FileApplication) Event() workflows.Event { return workflows.FileApplication }

func (f FileApplication) Apply(a *Act) error {
	a.startApplication(f.Oral)
	return nil
}

// AskCorrection tells the applicant, once, all that is missing (通知补正).
type AskCorrection struct {
	Dated
	Items  []string `json:"items" minItems:"1" maxItems:"20" doc:"要补正的事项，一次写全 Everything that is missing, at once"`
	Reason string   `json:"reason,omitempty" maxLength:"500" doc:"再次通知的理由 Reason for a second notice"`
}

func (AskCorrection) Event() workflows.Event { return workflows.AskCorrection }

func (c AskCorrection) Tell(_ *Act, f *workflows.Facts) error {
	f.Act.Reason = c.Reason
	return nil
}

func (c AskCorrection) Apply(a *Act) error {
	app := a.Case.Application()
	app.Corrections++
	app.CorrectionAskedOn, app.CorrectionItems = a.On, strings.Join(c.Items, "\n")
	app.CorrectedOn = none
	a.Case.Change(app)
	a.say(documents.FieldItems, app.CorrectionItems)
	a.Detail["items"] = len(c.Items)
	return nil
}

// CompleteCorrection notes that the papers are complete: the application counts as received that
// day, and the time to decide runs anew (补正材料).
type CompleteCorrection struct{ Dated }

func (CompleteCorrection) Event() workflows.Event { return workflows.CompleteCorrection }

func (CompleteCorrection) Tell(a *Act, _ *workflows.Facts) error {
	if app := a.Case.Application(); app != nil && a.On.Before(app.CorrectionAskedOn) {
		return bad("on", "补正不能早于通知补正那天（"+app.CorrectionAskedOn.String()+"）。", "The papers cannot be completed before they were asked for ("+app.CorrectionAskedOn.String()+").")
	}
	return nil
}

func (CompleteCorrection) Apply(a *Act) error {
	app := a.Case.Application()
	app.CorrectedOn, app.ReceivedOn = a.On, a.On
	a.Case.Change(app)
	return nil
}

// HoldForMediation puts acceptance on hold while an organisation mediates, by written consent (暂缓受理).
type HoldForMediation struct {
	Dated
	Organisation int64 `json:"organisation" minimum:"1" doc:"调解组织 Mediation organisation"`
	Consent      bool  `json:"consent" doc:"申请人书面同意 The applicant agrees in writing"`
}

func (HoldForMediation) Event() workflows.Event { return workflows.HoldForMediation }

func (h HoldForMediation) Tell(_ *Act, f *workflows.Facts) error {
	f.Act.ChecksGiven, f.Act.BothAgree = true, h.Consent
	return nil
}

func (h HoldForMediation) Apply(a *Act) error { return a.startMediation(h.Organisation, true) }

// Accept accepts the application: the case gets its number and the award clock begins (受理).
type Accept struct {
	Dated
	InScope      bool `json:"in_scope" doc:"属于受理范围 Within scope"`
	ClearClaims  bool `json:"clear_claims" doc:"有明确的请求和事实理由 Clear claims and facts"`
	RightParties bool `json:"right_parties" doc:"申请人有直接利害关系，被申请人明确 The right parties"`
	Jurisdiction bool `json:"jurisdiction" doc:"属于本会管辖 This commission's jurisdiction"`
}

func (Accept) Event() workflows.Event { return workflows.Accept }

func (c Accept) Tell(_ *Act, f *workflows.Facts) error {
	f.Act.ChecksGiven = true
	for _, ok := range []bool{c.InScope, c.ClearClaims, c.RightParties, c.Jurisdiction} {
		if ok {
			f.Act.Checks++
		}
	}
	return nil
}

// Apply gives the case its number in the same transaction, so that there is no gap and no repeat.
func (c Accept) Apply(a *Act) error {
	app := a.Case.Application()
	yes, accepted := true, "accepted"
	app.InScope, app.ClearClaims, app.RightParties, app.Jurisdiction = &yes, &yes, &yes, &yes
	app.DecidedOn, app.Outcome = a.On, &accepted
	a.Case.Change(app)
	com, err := models.CommissionByID(a.Tx, a.Case.CommissionID)
	if err != nil {
		return err
	}
	n, err := models.NextNumber(a.Tx, a.Case.CommissionID, "案", a.On.Year())
	if err != nil {
		return err
	}
	number := models.CaseNumberText(com.Series, "案", a.On.Year(), n)
	who := a.Who.Account
	a.Case.Number, a.Case.AcceptedOn, a.Case.AcceptedBy = &number, a.On, &who
	a.Detail["number"] = number
	return nil
}

// RefuseAcceptance refuses in writing, with the reason and the right to sue; the registry
// proposes, the head decides (不予受理).
type RefuseAcceptance struct {
	Dated
	Ground string `json:"ground" enum:"out-of-scope,no-clear-claims,wrong-parties,decided-before,not-corrected" doc:"不予受理的情形 Ground"`
	Reason string `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reason"`
}

func (RefuseAcceptance) Event() workflows.Event { return workflows.RefuseAcceptance }

func (r RefuseAcceptance) Tell(_ *Act, f *workflows.Facts) error {
	f.Act.ChecksGiven, f.Act.Reason = true, r.Reason
	return nil
}

func (r RefuseAcceptance) Apply(a *Act) error {
	refused := "refused"
	app := a.Case.Application()
	app.DecidedOn, app.Outcome, app.Reason = a.On, &refused, r.Reason
	a.Case.Change(app)
	a.say(documents.FieldReason, r.Reason)
	a.Detail["ground"] = r.Ground
	return nil
}

// Refer names the commission that is competent, in writing (告知有管辖权的仲裁委).
type Refer struct {
	Dated
	Commission string `json:"commission" minLength:"2" maxLength:"100" doc:"有管辖权的仲裁委 The competent commission"`
	Reason     string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (Refer) Event() workflows.Event { return workflows.Refer }

func (r Refer) Apply(a *Act) error {
	referred := "referred"
	if app := a.Case.Application(); app != nil {
		app.DecidedOn, app.Outcome, app.Reason = a.On, &referred, r.Reason
		a.Case.Change(app)
	}
	a.say(documents.FieldCommission, r.Commission)
	a.say(documents.FieldReason, r.Reason)
	return nil
}

// WithdrawApplication takes the application back before it is accepted; it may be filed again (受理前撤回).
type WithdrawApplication struct{ Dated }

func (WithdrawApplication) Event() workflows.Event { return workflows.WithdrawApplication }

func (WithdrawApplication) Apply(a *Act) error {
	withdrawn := "withdrawn"
	app := a.Case.Application()
	app.DecidedOn, app.Outcome = a.On, &withdrawn
	a.Case.Change(app)
	return nil
}
