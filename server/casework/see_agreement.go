package casework

import (
	"context"
	"encoding/hex"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Signing is the agreement with its text, and what the reader may sign (签署调解协议).
type Signing struct {
	Ref       string         `json:"ref"`
	Number    string         `json:"number,omitempty"`
	Version   int            `json:"version" doc:"案件版本 The case's version"`
	Document  int64          `json:"document" doc:"调解协议书的编号 The paper's number"`
	Text      string         `json:"text" doc:"协议书全文 The whole text"`
	Hash      string         `json:"hash" doc:"全文的 SHA-256 SHA-256 of the text"`
	Agreement *AgreementView `json:"agreement"`
	Names     []Marking      `json:"names" doc:"谁要签章 Who is to put a mark on it"`

	May      bool      `json:"may" doc:"本账号现在可以签章 This account may put its mark there now"`
	ByCode   bool      `json:"by_code" doc:"凭验证码签署 It signs by a code"`
	For      []string  `json:"for,omitempty" doc:"替哪几位当事人签 For which parties"`
	SentTill time.Time `json:"sent_till,omitzero" doc:"已发验证码的有效期 Until when the code that was sent works"`
	Shut     *law.Text `json:"shut,omitempty" doc:"现在不能签的原因 Why it can't be signed now"`
}

// Marking is a mark with whose it is.
type Marking struct {
	MarkView
	Name string `json:"name,omitempty" lang:"zh"`
}

// SeeAgreement shows the agreement to those behind the wall: the parties, the mediators, the organisation. Nobody else
// learns that there is one before it is in force.
func (d *Desk) SeeAgreement(ctx context.Context, who policies.Actor, ref string) (*Signing, error) {
	var out *Signing
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ViewCase)
		if err != nil {
			return err
		}
		if !behindWall(g) {
			return policies.Forbid()
		}
		doc, v := agreementPaper(c), agreementView(c, tx.Today())
		if doc == nil || v == nil || !mayReadPaper(*doc, g) {
			return fault.New(fault.Conflict, "no-agreement", text("现在没有待签或者生效的调解协议。", "There is no agreement to sign or in force now."))
		}
		content, err := models.ContentOf(tx, *doc)
		if err != nil {
			return err
		}
		out = &Signing{Ref: c.Ref, Number: c.CaseNumber(), Version: c.Version, Document: doc.ID, Text: content, Hash: hex.EncodeToString(doc.Digest), Agreement: v}
		out.marks(c)
		if err := d.mayMark(tx, who, c, out); err != nil {
			return err
		}
		return models.NoteRead(tx, c.Key(), who.Account, readPaper(*doc))
	})
	if err != nil {
		return nil, fmt.Errorf("see agreement: %w", err)
	}
	return out, nil
}

func (s *Signing) marks(c *models.Case) {
	for _, m := range s.Agreement.Marks {
		x := Marking{MarkView: m}
		for _, p := range c.Parties {
			if p.Mark() == m.Mark {
				x.Name = p.Name
			}
		}
		s.Names = append(s.Names, x)
	}
}

// mayMark says whose mark the reader may put there now, and whether a code is on its way; or why not.
func (d *Desk) mayMark(tx *models.Tx, who policies.Actor, c *models.Case, out *Signing) error {
	a, err := d.admitted(tx, who, c, workflows.SignAgreement)
	if fault.Is(err, fault.Forbidden) || fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	out.ByCode = a.Capacity == workflows.Applicant || a.Capacity == workflows.Respondent
	var mine []SignAgreement
	if out.ByCode {
		for i := range c.Parties {
			if p := &c.Parties[i]; a.speaksFor(p) {
				mine = append(mine, SignAgreement{mark: p.Mark(), party: p})
			}
		}
	} else if s := (SignAgreement{}); s.whose(a) == nil {
		mine = append(mine, s)
	}
	for _, s := range mine {
		switch f := fault.As(s.open(a)); {
		case f == nil:
			out.May, out.For = true, append(out.For, s.mark)
		case f.Code != "already-marked" && out.Shut == nil:
			out.Shut = &f.Says
		}
	}
	if !out.ByCode || !out.May {
		return nil
	}
	row, err := models.LastSigningCode(tx, c, out.Document, who.Account)
	if row != nil {
		out.SentTill = row.ExpiresAt.In(models.Zone)
	}
	return err
}
