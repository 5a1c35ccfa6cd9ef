package casework

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/identity"
	"tiaocai/workflows/law"
)

// Filing is the application that would be filed now, out of what is on record: nothing is typed again (一键申请仲裁).
type Filing struct {
	Ref    string        `json:"ref"`
	Number string        `json:"number,omitempty"`
	Text   string        `json:"text" doc:"申请书全文 The whole application"`
	On     calendar.Date `json:"on"`
	Open   bool          `json:"open" doc:"现在可以申请 It can be filed now"`
	Shut   *law.Text     `json:"shut,omitempty" doc:"现在不能申请的原因 Why it can't be filed now"`
	Failed *law.Text     `json:"failed,omitempty" doc:"调解没有成 How the mediation ended"`
}

// SeeFiling shows it to the applicant's side.
func (d *Desk) SeeFiling(ctx context.Context, who policies.Actor, ref string) (*Filing, error) {
	var out *Filing
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.Acting(workflows.Applicant))
		if err != nil {
			return err
		}
		in, err := rules(tx, c.CommissionID)
		if err != nil {
			return err
		}
		out = &Filing{Ref: c.Ref, Number: c.CaseNumber(), On: tx.Today()}
		if _, err := workflows.Decide(c.Facts(in, tx.Today()), workflows.FileApplication); err == nil {
			out.Open = true
		} else if f := fault.As(err); f != nil {
			out.Shut = &f.Says
		}
		if m := c.Mediation(); m != nil && m.Outcome != nil && *m.Outcome != "success" {
			t := text("调解没有达成协议，"+m.ConcludedOn.String()+" 结束。一年的申请时间从这天重新计算。", "The mediation ended without agreement on "+m.ConcludedOn.String()+". The year to apply runs anew from then.")
			out.Failed = &t
		}
		out.Text, err = applicationText(tx, c, g.Actor().Account)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("see filing: %w", err)
	}
	return out, nil
}

// applicationText is the application as the record has it. The account's own party stands there whole; of everybody
// else, what all papers show.
func applicationText(tx *models.Tx, c *models.Case, account int64) (string, error) {
	com, err := models.CommissionByID(tx, c.CommissionID)
	if err != nil {
		return "", err
	}
	d := documents.Data{Commission: com.Name, On: tx.Today(), Facts: c.Facts_}
	for _, p := range c.Parties {
		own := p.AccountID != nil && *p.AccountID == account
		dp := documents.Party{Name: p.Name, Kind: p.Kind, CreditCode: p.CreditCode, LegalRepresentative: p.LegalRepresentative, IDNumber: maskIf(p.IDNumber, identity.MaskID)}
		if own {
			dp.IDNumber, dp.Phone, dp.Address = p.IDNumber, p.Phone, p.Address
		}
		if p.Kind == "employer" {
			dp.Address = p.Address
		}
		if p.Side == models.ApplicantSide {
			d.Applicants = append(d.Applicants, dp)
		} else if !p.Third() {
			d.Respondents = append(d.Respondents, dp)
		}
	}
	for _, cl := range c.AskedClaims() {
		d.Claims = append(d.Claims, paperClaim(cl))
	}
	exhibits, err := models.TitlesOf(tx, c, models.ApplicantSide)
	return documents.Application(d, documents.Employed{}, exhibits), err
}

// keepApplication keeps the words that a party filed; staff file at the counter what was handed in on paper.
func (a *Act) keepApplication() error {
	if a.Capacity != workflows.Applicant {
		return nil
	}
	if sent, err := models.SentOf(a.Tx, a.Case); err != nil || sent != nil {
		return err // it began with one that was filled in online
	}
	words, err := applicationText(a.Tx, a.Case, a.Who.Account)
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(words))
	a.Detail["application"] = fmt.Sprintf("%x", sum)
	return a.Tx.Create(&models.SentApplication{Child: a.child(), Text: words, Digest: sum[:], SentAt: a.Tx.Now}).Error
}

// ReceiptOf is the paper that a step made for the one who took it; 0 if it made none.
func (d *Done) ReceiptOf(p workflows.Paper) int64 {
	for _, x := range slices.Backward(d.Papers) {
		if x.Paper == p {
			return x.ID
		}
	}
	return 0
}
