package casework

import (
	"tiaocai/models"
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
	return a.keepApplication()
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
	return a.numberCase()
}

// numberCase gives the case its number and its day of acceptance (案号).
func (a *Act) numberCase() error {
	com, err := models.CommissionByID(a.Tx, a.Case.CommissionID)
	if err != nil {
		return err
	}
	n, err := models.NextNumber(a.Tx, a.Case.CommissionID, "案", a.On.Year())
	if err != nil {
		return err
	}
	number := models.CaseNumberText(com.Series, "案", a.On.Year(), n)
	if err := a.countGroup(); err != nil {
		return err
	}
	who := a.Who.Account
	a.Case.Number, a.Case.AcceptedOn, a.Case.AcceptedBy = &number, a.On, &who
	a.Detail["number"] = number
	return nil
}

// countGroup takes a number more for each further applicant of a collective dispute, where the commission
// counts it so on the day of acceptance; the one that the case goes by is the first (集体争议编号).
func (a *Act) countGroup() error {
	in, err := models.InForce(a.Tx, a.Case.CommissionID)
	if err != nil {
		return err
	}
	applicants := 0
	for _, p := range a.Case.Parties {
		if p.Side == models.ApplicantSide {
			applicants++
		}
	}
	if applicants < workflows.CollectiveSize || !in.CountsEach(a.On) {
		return nil
	}
	for range applicants - 1 {
		if _, err := models.NextNumber(a.Tx, a.Case.CommissionID, "案", a.On.Year()); err != nil {
			return err
		}
	}
	a.Case.CountedMore, a.Detail["counted"] = applicants-1, applicants
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
