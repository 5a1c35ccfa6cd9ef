package casework

import (
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// InstalmentInput is one part of what is paid, with its day (分期).
type InstalmentInput struct {
	Due    calendar.Date `json:"due" doc:"付款日期 Due on"`
	Amount claims.Fen    `json:"amount" doc:"金额（元）Amount in yuan"`
}

// DraftAgreement writes the agreement that everybody is to mark (起草调解协议). What is left out is
// taken from the offer that both sides accepted, or from the last session in the log. A text drafted anew wants all its marks anew.
type DraftAgreement struct {
	Dated
	Terms       string            `json:"terms,omitempty" maxLength:"8000" doc:"协议内容，不填用最近一次调解记录的方案 Terms: those of the last session if left out"`
	Amount      *claims.Fen       `json:"amount,omitempty" doc:"协议金额（元），不填用最近一次调解记录的方案 Amount in yuan: that of the last session if left out"`
	PerformBy   calendar.Date     `json:"perform_by,omitempty" doc:"履行期限，分期的可以不填 To be performed by: not needed with instalments"`
	Instalments []InstalmentInput `json:"instalments,omitempty" maxItems:"60" doc:"分期 Instalments"`
}

func (DraftAgreement) Event() workflows.Event { return workflows.DraftAgreement }
func (DraftAgreement) behindTheWall()         {}

func (s DraftAgreement) Apply(a *Act) error {
	med := a.Case.Mediation()
	if err := s.fromLog(a, med); err != nil {
		return err
	}
	if err := s.plan(a); err != nil {
		return err
	}
	a.Case.Agreements = append(a.Case.Agreements, models.Agreement{Child: a.child(), MediationID: med.ID, DraftedOn: a.On,
		Amount: *s.Amount, Terms: s.Terms, PerformBy: s.PerformBy})
	g := a.Case.Agreement()
	if err := a.Tx.Create(g).Error; err != nil {
		return err
	}
	for i, x := range s.Instalments {
		a.Case.Instalments = append(a.Case.Instalments, models.Instalment{Child: a.child(), AgreementID: g.ID, No: i + 1, DueOn: x.Due, Amount: x.Amount})
		a.Case.Change(&a.Case.Instalments[len(a.Case.Instalments)-1])
	}
	a.say(documents.FieldTerms, terms(s.Terms, s.Instalments))
	a.say(documents.FieldAmount, s.Amount.Grouped())
	a.say(documents.FieldPerformBy, s.PerformBy.String())
	return nil
}

// fromLog fills what was left out from the last session.
func (s *DraftAgreement) fromLog(a *Act, med *models.Mediation) error {
	n, err := models.LastNote(a.Tx, med)
	if err != nil {
		return err
	}
	if o := a.Case.AgreedOffer(med); o != nil && (n == nil || !n.HeldOn.After(o.EndedOn)) {
		s.fromOffer(o)
	}
	if n != nil && s.Terms == "" {
		s.Terms = agreedTerms(n)
	}
	if n != nil && s.Amount == nil && n.ApplicantOffer != nil && n.RespondentOffer != nil && *n.ApplicantOffer == *n.RespondentOffer {
		s.Amount = n.RespondentOffer
	}
	if len([]rune(s.Terms)) < 2 {
		return bad("terms", "最近一次调解记录里没有双方一致的方案，请写明协议内容。", "The last session has no terms that both put forward: please write them.")
	}
	if s.Amount == nil {
		s.Amount = new(claims.Fen)
	}
	return nil
}

// fromOffer fills what was left out from the offer that both sides accepted.
func (s *DraftAgreement) fromOffer(o *models.Offer) {
	if s.Terms == "" {
		s.Terms = o.Terms
	}
	if s.Amount == nil {
		amount := o.Amount
		s.Amount = &amount
	}
	if s.PerformBy.IsZero() && len(s.Instalments) == 0 {
		s.PerformBy = o.PayBy
	}
}

// agreedTerms are the terms of a session in which both sides put forward the same, or only one did.
func agreedTerms(n *models.Note) string {
	switch {
	case n.ApplicantTerms == n.RespondentTerms, n.ApplicantTerms == "":
		return n.RespondentTerms
	case n.RespondentTerms == "":
		return n.ApplicantTerms
	}
	return ""
}

// plan checks the days and sums: instalments come one after the other and make up the whole.
func (s *DraftAgreement) plan(a *Act) error {
	if len(s.Instalments) == 0 {
		if s.PerformBy.IsZero() || s.PerformBy.Before(a.On) {
			return bad("perform_by", "请写明履行期限，不能早于今天起草的日期（"+a.On.String()+"）。", "Please say by when it is to be performed, not before the day of the draft ("+a.On.String()+").")
		}
		if *s.Amount > 0 {
			s.Instalments = []InstalmentInput{{s.PerformBy, *s.Amount}}
		}
		return nil
	}
	var sum claims.Fen
	before := a.On
	for i, x := range s.Instalments {
		place := "instalments." + itoa(i)
		switch {
		case x.Due.IsZero() || x.Due.Before(before):
			return bad(place+".due", "各期的日期要从早到晚，不能早于起草那天。", "Instalments come one after the other, and not before the day of the draft.")
		case x.Amount <= 0:
			return bad(place+".amount", "每一期都要写明金额。", "Every instalment has an amount.")
		}
		before, sum = x.Due, sum+x.Amount
	}
	if *s.Amount == 0 {
		*s.Amount = sum
	}
	if sum != *s.Amount {
		return bad("instalments", "各期金额合计 "+sum.Grouped()+" 元，与协议金额不一致。", "The instalments come to "+sum.Grouped()+" yuan, which is not the amount agreed.")
	}
	if s.PerformBy = before; s.PerformBy.IsZero() {
		return bad("perform_by", "请写明履行期限。", "Please say by when it is to be performed.")
	}
	return nil
}

// terms are the agreement's words, with its instalments below.
func terms(said string, list []InstalmentInput) string {
	if len(list) < 2 {
		return said
	}
	lines := []string{said, "分期履行："}
	for i, x := range list {
		lines = append(lines, "第"+itoa(i+1)+"期 "+documents.Day(x.Due)+" "+x.Amount.Grouped()+" 元")
	}
	return strings.Join(lines, "\n")
}

// SignAgreement puts one mark on the agreement (签名、盖章). A party signs with its own account, or on
// paper, which the organisation's people put on record; the mediator signs; the organisation seals.
// The last mark puts the agreement in force, on its day.
type SignAgreement struct {
	Dated
	Party string `json:"party,omitempty" maxLength:"8" doc:"哪位当事人，如 申1；本人签署和调解员、调解组织自己签章的不填 Which party signed on paper, as 申1"`
	Paper string `json:"paper,omitempty" maxLength:"200" doc:"纸质签章的原件在哪里，如 调解卷第3页 Where the signed sheet is kept, for a party's mark on paper"`
	As    string `json:"as,omitempty" enum:"mediator,organisation" doc:"以调解员身份还是调解组织身份 Mediator or organisation, for somebody who is both"`
	Code  string `json:"code,omitempty" maxLength:"12" doc:"当事人本人签署的验证码 The code that a party was sent to sign with its own account"`
	Hash  string `json:"hash,omitempty" maxLength:"64" doc:"当事人本人所签文本的 SHA-256 SHA-256 of the text that a party signs with its own account"`

	mark   string
	party  *models.Party
	digest []byte // of the text, for whoever signs with an account
}

func (SignAgreement) Event() workflows.Event { return workflows.SignAgreement }
func (SignAgreement) behindTheWall()         {}
func (SignAgreement) guesses() string        { return "signing" }

// Tell finds whose mark it is, and whether it is the last: then the step happens on the day of the
// latest mark, whatever the order in which they were put on record.
func (s *SignAgreement) Tell(a *Act, f *workflows.Facts) error {
	if err := s.whose(a); err != nil {
		return err
	}
	g := a.Case.Agreement()
	if g == nil {
		return nil // the law says so
	}
	if a.On.Before(g.DraftedOn) {
		return bad("on", "签章不能早于协议起草那天（"+g.DraftedOn.String()+"）。", "Nothing is signed before it was drafted ("+g.DraftedOn.String()+").")
	}
	f.Act.Marks = 1
	s.On = a.On
	for _, m := range a.Case.Marks() {
		f.Act.Twice = f.Act.Twice || m.Mark == s.mark
		if f.Settling.Agreement.Missing == 1 {
			a.On = calendar.Latest(a.On, m.MarkedOn)
		}
	}
	f.On = a.On
	return nil
}

// whose mark it is, and that this person may put it there.
func (s *SignAgreement) whose(a *Act) error {
	switch {
	case a.Capacity == workflows.Applicant || a.Capacity == workflows.Respondent:
		return s.ownParty(a)
	case s.Party != "":
		p, err := a.party(s.Party)
		if err != nil {
			return err
		}
		if len([]rune(s.Paper)) < 2 {
			return bad("paper", "登记当事人的纸质签章，请写明原件在哪里。", "For a party's mark on paper, please say where the sheet is kept.")
		}
		s.mark, s.party = p.Mark(), p
		return nil
	case a.Capacity == workflows.Organiser && s.As != models.MediatorMark:
		s.mark = models.OrganisationMark
		return nil
	case s.As == models.OrganisationMark:
		return policies.Forbid() // the seal is the organisation's
	}
	if med := a.Case.Mediation(); med == nil || med.MediatorID == nil || *med.MediatorID != a.Who.Account {
		return policies.Forbid()
	}
	s.mark = models.MediatorMark
	return nil
}

// ownParty is the party that the account is, or speaks for as its agent: nobody signs for a neighbour.
func (s *SignAgreement) ownParty(a *Act) error {
	for i := range a.Case.Parties {
		p := &a.Case.Parties[i]
		if (s.Party == "" || s.Party == p.Mark()) && a.speaksFor(p) {
			s.mark, s.party, s.Paper = p.Mark(), p, ""
			return nil
		}
	}
	return policies.Forbid()
}

// speaksFor says whether the actor is the party, or its agent with an account.
func (a *Act) speaksFor(p *models.Party) bool {
	if p.AccountID != nil && *p.AccountID == a.Who.Account {
		return true
	}
	for _, g := range a.Case.Agents {
		if g.PartyID == p.ID && g.EndedOn.IsZero() && g.Special && g.AccountID != nil && *g.AccountID == a.Who.Account {
			return true
		}
	}
	return false
}

func (s *SignAgreement) Apply(a *Act) error {
	if err := s.signed(a); err != nil {
		return err
	}
	g := a.Case.Agreement()
	last := len(a.Case.MarksMissing()) == 1
	m := models.AgreementMark{Child: a.child(), AgreementID: g.ID, Mark: s.mark, MarkedOn: s.On, AccountID: a.Who.Account, Paper: s.Paper, Digest: s.digest, RecordedAt: a.Tx.Now}
	if s.party != nil {
		m.PartyID = &s.party.ID
	}
	a.Case.AgreementMarks = append(a.Case.AgreementMarks, m)
	a.Case.Change(&a.Case.AgreementMarks[len(a.Case.AgreementMarks)-1])
	a.Detail["mark"], a.Detail["on_paper"] = s.mark, s.Paper != ""
	if last {
		a.takeEffect(g)
	}
	return nil
}

// takeEffect puts the agreement in force on the day of the step.
func (a *Act) takeEffect(g *models.Agreement) {
	g.InForceOn = a.On
	a.Case.Change(g)
	med := a.Case.Mediation()
	amount := g.Amount
	med.AgreedAmount, med.PerformBy = &amount, g.PerformBy
	for field, p := range map[documents.Field]workflows.Period{documents.FieldReviewBy: workflows.ReviewApplication, documents.FieldConfirmBy: workflows.ConfirmationPeriod} {
		a.say(field, a.Rules.Days.Due(a.On, a.Rules.Length(p)).Statutory.String())
	}
	a.say(documents.FieldPerformBy, g.PerformBy.String())
	a.concludeMediation("success")
	a.endHold("withdrawn")
}
