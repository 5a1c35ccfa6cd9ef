package casework

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/notify"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/identity"
	"tiaocai/workflows/law"
)

// A code to sign with works for ten minutes; an account is sent one a minute, and five an hour.
const (
	signingLasts  = 10 * time.Minute
	signingEvery  = time.Minute
	signingHourly = 5
)

// AskSigning asks for a code to sign the agreement with (获取签署验证码).
type AskSigning struct {
	Party string `json:"party,omitempty" maxLength:"8" doc:"代理几位当事人的，写明替谁签，如 申1 For whom, if the account speaks for several"`
}

// SigningSent says where the code went, and for which text it works.
type SigningSent struct {
	Party     string    `json:"party"`
	To        string    `json:"to,omitempty" doc:"发到哪个手机，遮盖；没有手机的发到站内消息 The phone, masked; a message in the box if there is none"`
	Hash      string    `json:"hash" doc:"要签的文本的 SHA-256 SHA-256 of the text to be signed"`
	ExpiresAt time.Time `json:"expires_at"`
}

// SendSigningCode sends somebody who is a party, or speaks for one with special authority, a code for the text as it
// stands. It goes to the phone on record for that person, not to one that they name.
func (d *Desk) SendSigningCode(ctx context.Context, who policies.Actor, ref string, in AskSigning, o Options) (*SigningSent, error) {
	var out *SigningSent
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		c, err := models.LockCase(tx, ref)
		if err != nil {
			return err
		}
		a, err := d.admitted(tx, who, c, workflows.SignAgreement)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*SigningSent, error) { return a.sendCode(in.Party) })
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("signing code: %w", err)
	}
	return out, nil
}

func (a *Act) sendCode(party string) (*SigningSent, error) {
	s := SignAgreement{Party: party}
	if a.Capacity != workflows.Applicant && a.Capacity != workflows.Respondent {
		return nil, policies.Forbid()
	}
	if err := s.ownParty(a); err != nil {
		return nil, err
	}
	if err := s.open(a); err != nil {
		return nil, err
	}
	if err := a.notTooOften(); err != nil {
		return nil, err
	}
	phone, unchecked := a.phoneOf(s.party)
	if unchecked {
		return nil, fault.Refuse("phone-unchecked", text("您的电话是自己在网上换的，还没有核对，验证码不发到新号码。请打电话给立案窗口核对以后再签，或者到调解组织在纸上签。", "You changed your phone online and nobody has checked it yet, so no code goes there. Ask the registry to check it and sign then, or sign on paper at the organisation."), law.Arbitration(14))
	}
	doc, code := a.agreementPaper(), models.NewDigits()
	row := &models.SigningCode{Child: a.child(), DocumentID: doc.ID, AccountID: a.Who.Account, Mac: a.Tx.Keys.MAC("signing-code", code), SentAt: a.Tx.Now, ExpiresAt: a.Tx.Now.Add(signingLasts)}
	if err := a.Tx.Create(row).Error; err != nil {
		return nil, err
	}
	out := &SigningSent{Party: s.mark, Hash: hex.EncodeToString(doc.Digest), ExpiresAt: row.ExpiresAt.In(models.Zone)}
	if phone != "" {
		out.To = identity.MaskPhone(phone)
	}
	return out, a.sendTo(s.party, phone != "", notify.SigningCode(code, a.Case.Ref, out.Hash))
}

// open asks the law whether this mark may be put there now, before a code is sent for nothing.
func (s *SignAgreement) open(a *Act) error {
	f := a.Case.Facts(a.Rules, a.Tx.Today())
	f.On, f.Act.Marks = a.Tx.Today(), 1
	for _, m := range a.Case.Marks() {
		f.Act.Twice = f.Act.Twice || m.Mark == s.mark
	}
	if _, err := workflows.Decide(f, workflows.SignAgreement); err != nil {
		return err
	}
	if a.agreementPaper() == nil {
		return fault.Missing()
	}
	return nil
}

func (a *Act) notTooOften() error {
	for _, x := range []struct {
		window time.Duration
		most   int64
	}{{signingEvery, 1}, {time.Hour, signingHourly}} {
		n, err := models.CodesSent(a.Tx, a.Who.Account, a.Tx.Now.Add(-x.window))
		if err != nil {
			return err
		}
		if n >= x.most {
			f := fault.New(fault.TooMany, "code-sent", text("验证码刚刚发过，请稍等再要；一小时最多五次。", "A code was just sent. Please wait before you ask again; there are five an hour at most."))
			f.RetryAfter = x.window
			return f
		}
	}
	return nil
}

// agreementPaper is the text that is to be signed: the last one drafted; nil if there is none.
func (a *Act) agreementPaper() *models.Document { return agreementPaper(a.Case) }

func agreementPaper(c *models.Case) *models.Document {
	for i := len(c.Documents) - 1; i >= 0; i-- {
		if c.Documents[i].Paper == workflows.Agreement {
			return &c.Documents[i]
		}
	}
	return nil
}

// phoneOf is the phone on record of whoever signs for a party: the party itself, or its agent; and whether it was typed in
// by the party alone: who has somebody's open page must not be able to send themselves the code.
func (a *Act) phoneOf(p *models.Party) (phone string, unchecked bool) {
	for _, g := range a.Case.Agents {
		if g.PartyID == p.ID && g.EndedOn.IsZero() && g.AccountID != nil && *g.AccountID == a.Who.Account {
			return g.Phone, false
		}
	}
	return p.Phone, p.PhoneOwn
}

// sendTo queues one message to the phone, or to the box of whoever has no phone on record. What goes to a phone stands
// in no box: it is the second thing that somebody must have.
func (a *Act) sendTo(p *models.Party, phone bool, body string) error {
	party, account := p.ID, a.Who.Account
	m := models.Message{CommissionID: a.Case.CommissionID, CaseID: &a.Case.ID, EventNo: a.Case.Events, Name: "signing-code", PartyID: &party, Channel: "sms", Body: body, State: "queued", QueuedAt: a.Tx.Now}
	if !phone {
		m.Channel, m.AccountID = "box", &account
	}
	return a.Desk.queued(a.Tx, m)
}

// signed checks the code and the text that a party signs with its own account, and spends the code.
func (s *SignAgreement) signed(a *Act) error {
	doc := a.agreementPaper()
	if doc == nil {
		return nil // the law says that there is nothing to sign
	}
	if s.Paper == "" {
		s.digest = doc.Digest
	}
	if s.party == nil || s.Paper != "" {
		return nil // the organisation's people sign by being signed in, as all their acts
	}
	switch {
	case s.Code == "":
		return bad("code", "请先获取验证码，再把收到的六位数字填在这里。", "Please ask for a code, and enter the six digits that you were sent.")
	case !strings.EqualFold(s.Hash, hex.EncodeToString(doc.Digest)):
		return bad("hash", "协议文本已经改过，请看过新的全文再签。", "The text has changed. Please read the new one before you sign.")
	}
	row, err := models.LastSigningCode(a.Tx, a.Case, doc.ID, a.Who.Account)
	if err != nil {
		return err
	}
	if row == nil || !bytes.Equal(row.Mac, a.Tx.Keys.MAC("signing-code", strings.TrimSpace(s.Code))) {
		err := fault.Bad("code", text("验证码不对，或者已经过期。十分钟内没有用的，请重新获取。", "The code is wrong or has run out. Codes work for ten minutes; please ask for another."))
		err.Code = wrongCode
		return err
	}
	return a.Tx.Model(row).Update("used_at", a.Tx.Now).Error
}
