package casework

import (
	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// EntrustMediation hands the mediation of an accepted case to an organisation for ten working days,
// if both agree (委托调解). The award period runs on.
type EntrustMediation struct {
	Dated
	Organisation int64 `json:"organisation" minimum:"1" doc:"调解组织 Mediation organisation"`
	BothAgree    bool  `json:"both_agree" doc:"双方书面同意 Both agree in writing"`
}

func (EntrustMediation) Event() workflows.Event { return workflows.EntrustMediation }

func (m EntrustMediation) Tell(_ *Act, f *workflows.Facts) error {
	f.Act.ChecksGiven, f.Act.BothAgree = true, m.BothAgree
	return nil
}

func (m EntrustMediation) Apply(a *Act) error {
	org, err := models.OrganisationByID(a.Tx, m.Organisation)
	if err != nil || org.CommissionID != a.Case.CommissionID {
		return bad("organisation", "请从名册里选一个调解组织。", "Please choose a mediation organisation from the list.")
	}
	a.Case.Entrustments = append(a.Case.Entrustments, models.Entrustment{Child: a.child(), OrganisationID: org.ID, ConsentedOn: a.On})
	a.Case.Change(a.Case.Entrustment())
	a.say(documents.FieldOrganisation, org.Name)
	a.say(documents.FieldNewDue, a.Rules.Days.Due(a.On, a.Rules.Length(workflows.EntrustedPeriod)).Statutory.String())
	a.Detail["organisation"] = org.ID
	return nil
}

// EndEntrusted notes how the entrusted mediation ended (委托调解结束): whether, and nothing of what was
// said. If they agreed, the applicant withdraws, or the tribunal makes a mediation document.
type EndEntrusted struct {
	Dated
	Outcome string `json:"outcome" enum:"agreed,failed" doc:"结果 Outcome"`
}

func (EndEntrusted) Event() workflows.Event { return workflows.EndEntrusted }

func (m EndEntrusted) Apply(a *Act) error {
	e := a.Case.Entrustment()
	e.EndedOn, e.Outcome = a.On, &m.Outcome
	a.Case.Change(e)
	a.Detail["outcome"] = m.Outcome
	return nil
}
