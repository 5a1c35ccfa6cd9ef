package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
)

// AmendApplication replaces what the case says about parties, claims and facts (修改当事人和请求).
// What is left out stays. A party keeps its place, its account and its service records.
type AmendApplication struct {
	Dated
	Applicants  []PartyInput `json:"applicants,omitempty" maxItems:"50" doc:"申请人 Applicants"`
	Respondents []PartyInput `json:"respondents,omitempty" maxItems:"20" doc:"被申请人 Respondents"`
	Claims      []ClaimInput `json:"claims,omitempty" maxItems:"60" doc:"请求 Claims"`
	Cause       string       `json:"cause,omitempty" maxLength:"4" doc:"案由代码 Cause code"`
	Town        string       `json:"town,omitempty" maxLength:"40" doc:"乡镇街道 Town"`
	Facts       string       `json:"facts,omitempty" maxLength:"20000" doc:"事实与理由 Facts and reasons"`
	Circumstances
}

func (AmendApplication) Event() workflows.Event { return workflows.AmendApplication }

// Apply writes the new parties and claims. A party that is already in the case cannot be dropped:
// papers may have been served on it.
func (m AmendApplication) Apply(a *Act) error {
	if err := checkAll(m.Applicants, m.Respondents, m.Claims); err != nil {
		return err
	}
	if err := checkCause(m.Cause); err != nil {
		return err
	}
	if err := m.parties(a, m.Applicants, models.ApplicantSide, "applicants"); err != nil {
		return err
	}
	if err := m.parties(a, m.Respondents, models.RespondentSide, "respondents"); err != nil {
		return err
	}
	if err := m.claims(a); err != nil {
		return err
	}
	c := a.Case
	set := func(into *string, s string) {
		if s != "" {
			*into = s
		}
	}
	set(&c.Cause, m.Cause)
	set(&c.Town, m.Town)
	set(&c.Facts_, m.Facts)
	m.Circumstances.fill(c)
	a.Detail["applicants"], a.Detail["respondents"], a.Detail["claims"] = len(m.Applicants), len(m.Respondents), len(m.Claims)
	return nil
}

func (m AmendApplication) parties(a *Act, list []PartyInput, side models.Side, place string) error {
	if len(list) == 0 {
		return nil
	}
	var had []*models.Party
	for i := range a.Case.Parties {
		if a.Case.Parties[i].Side == side {
			had = append(had, &a.Case.Parties[i])
		}
	}
	if len(list) < len(had) {
		return bad(place, "已经登记的当事人不能删去，请保留原有的人数和顺序。", "Parties on record cannot be dropped; please keep their number and order.")
	}
	for i, p := range list {
		row := &models.Party{Child: a.child(), Side: side, Ordinal: i + 1}
		if i < len(had) {
			row = had[i]
		}
		p.fill(a.Tx.Keys, row, a.On)
		a.Case.Change(row)
	}
	if err := a.Case.Flush(a.Tx); err != nil {
		return err
	}
	return a.Case.ReloadParties(a.Tx)
}

func (m AmendApplication) claims(a *Act) error {
	if len(m.Claims) == 0 {
		return nil
	}
	had := a.Case.Claims
	if err := a.Case.DropClaims(a.Tx); err != nil {
		return err
	}
	for i, in := range m.Claims {
		row := models.Claim{Child: a.child(), No: i + 1}
		if i < len(had) && had[i].Code == in.Code {
			row.Applicant = had[i].Applicant // one worker's claim stays that worker's
		}
		in.fill(&row)
		a.Case.Claims = append(a.Case.Claims, row)
	}
	for i := range a.Case.Claims {
		a.Case.Change(&a.Case.Claims[i])
	}
	return nil
}
