package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/identity"
)

// partyViews shows the parties, masked for everybody; fields that the reader may uncover are named.
func partyViews(c *models.Case, g policies.Grant) (applicants, respondents []PartyView) {
	for _, p := range c.Parties {
		v := PartyView{ID: p.ID, Mark: p.Mark(), Kind: p.Kind, Role: string(p.Role), Name: p.Name, CreditCode: p.CreditCode, LegalRepresentative: p.LegalRepresentative, FormerName: p.FormerName,
			EServiceOn: p.EServiceOn, Linked: p.AccountID != nil, You: p.AccountID != nil && *p.AccountID == g.Actor().Account}
		own := v.You || (g.Party() && p.Side == sideOf(g))
		if p.IDNumber != "" {
			v.IDNumber = identity.MaskID(p.IDNumber)
		}
		if !g.Party() || own {
			v.Phone, v.Address, v.BankAccount = maskIf(p.Phone, identity.MaskPhone), maskIf(p.Address, maskAddress), maskIf(p.BankAccount, identity.MaskAccount)
		}
		for field, value := range map[string]string{"id_number": p.IDNumber, "phone": p.Phone, "address": p.Address, "bank_account": p.BankAccount} {
			if value != "" && mayReveal(g, p, field) {
				v.Reveal = append(v.Reveal, field)
			}
		}
		sortStrings(v.Reveal)
		for _, a := range c.Agents {
			if a.PartyID == p.ID && a.EndedOn.IsZero() {
				v.Agents = append(v.Agents, AgentView{a.ID, a.Name, a.Kind, a.Special, a.AccountID != nil, a.ExhibitID != nil})
			}
		}
		if p.Side == models.ApplicantSide {
			applicants = append(applicants, v)
		} else {
			respondents = append(respondents, v)
		}
	}
	return applicants, respondents
}

func maskIf(s string, mask func(string) string) string {
	if s == "" {
		return ""
	}
	return mask(s)
}

// maskAddress keeps the first signs, as a rule province and county, and hides the rest.
func maskAddress(s string) string {
	r := []rune(s)
	return string(r[:min(6, len(r)/2)]) + "****"
}

// mayReveal says who may see a value in full: oneself and one's agent, the tribunal and the
// registry; a bank account only its owner and the registry, who pays out.
func mayReveal(g policies.Grant, p models.Party, field string) bool {
	if !g.May(policies.RevealParty) {
		return false
	}
	if g.Party() {
		return p.Side == sideOf(g) && p.AccountID != nil && *p.AccountID == g.Actor().Account
	}
	return field != "bank_account" || g.May(policies.IssueCode)
}

// Reveal asks for one masked value in full, with the reason.
type Reveal struct {
	Party  string `json:"party" minLength:"2" maxLength:"8" doc:"哪位当事人，如 申1 Which party"`
	Field  string `json:"field" enum:"id_number,phone,address,bank_account" doc:"哪一项 Which value"`
	Reason string `json:"reason" minLength:"2" maxLength:"200" doc:"查看的理由 Why"`
}

// Revealed is the value in full.
type Revealed struct {
	Party string `json:"party"`
	Field string `json:"field"`
	Value string `json:"value"`
}

// RevealField gives one masked value in full to somebody entitled to it and writes down who asked,
// when and why, before it is shown.
func (d *Desk) RevealField(ctx context.Context, who policies.Actor, ref string, r Reveal, o Options) (*Revealed, error) {
	var out *Revealed
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.RevealParty)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*Revealed, error) { return reveal(tx, c, g, r) })
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reveal: %w", err)
	}
	return out, nil
}

func reveal(tx *models.Tx, c *models.Case, g policies.Grant, r Reveal) (*Revealed, error) {
	for _, p := range c.Parties {
		if p.Mark() != r.Party {
			continue
		}
		if !mayReveal(g, p, r.Field) {
			return nil, policies.Forbid()
		}
		out := &Revealed{r.Party, r.Field, map[string]string{"id_number": p.IDNumber, "phone": p.Phone, "address": p.Address, "bank_account": p.BankAccount}[r.Field]}
		return out, tx.Create(&models.Reveal{Child: models.Child{CommissionID: c.CommissionID, CaseID: c.ID}, PartyID: p.ID, Field: r.Field,
			AccountID: g.Actor().Account, Reason: r.Reason, At: tx.Now}).Error
	}
	return nil, bad("party", "本案没有这位当事人。", "There is no such party in this case.")
}
