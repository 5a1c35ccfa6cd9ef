package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// MakeOffer offers the other side a sum and terms to settle for, up to a day (提出和解方案). It takes the place of the
// side's earlier one. Settling is a disposal: an agent needs special authority.
type MakeOffer struct {
	Amount claims.Fen    `json:"amount" doc:"付多少（元）The sum to be paid, in yuan"`
	PayBy  calendar.Date `json:"pay_by" doc:"最迟哪天付清 To be paid by"`
	Terms  string        `json:"terms" minLength:"2" maxLength:"4000" doc:"内容 Terms"`
	Until  calendar.Date `json:"until" doc:"对方最迟哪天答复，含当天 The last day to accept it, that day included"`
}

func (MakeOffer) Event() workflows.Event { return workflows.MakeOffer }
func (MakeOffer) behindTheWall()         {}

// Tell checks the days.
func (o MakeOffer) Tell(a *Act, f *workflows.Facts) error {
	today, over := a.Tx.Today(), f.MediationOver()
	switch {
	case o.Until.IsZero() || o.Until.Before(today):
		return bad("until", "答复的最后一天不能早于今天（"+today.String()+"）。", "The last day to accept it cannot be before today ("+today.String()+").")
	case o.Until.After(today.Next(longestOffer)):
		return bad("until", "答复的最后一天最多定在九十天以后。", "The last day to accept it is ninety days ahead at most.")
	case !over.IsZero() && o.Until.After(over):
		return bad("until", "调解到 "+over.String()+" 期满，方案也到此为止；答复的最后一天不能更晚。", "The mediation ends on "+over.String()+", and an offer with it: the last day to accept it cannot be later.")
	case o.PayBy.IsZero() || o.PayBy.Before(today):
		return bad("pay_by", "付清的日期不能早于今天（"+today.String()+"）。", "It cannot be paid before today ("+today.String()+").")
	case o.PayBy.Before(o.Until):
		return bad("pay_by", "付清的日期不能早于答复的最后一天。", "It cannot be paid before the last day to accept it.")
	}
	return nil
}

// longestOffer is how many days an offer may stay open.
const longestOffer = 90

// Apply writes the offer; the event says nothing of it.
func (o MakeOffer) Apply(a *Act) error {
	if old := a.Case.OpenOffer(a.ownSide()); old != nil {
		a.answer(old, models.OfferReplaced)
		if err := a.Case.Flush(a.Tx); err != nil { // a side has one open offer at a time
			return err
		}
	}
	row := models.Offer{Child: a.child(), Side: a.ownSide(), MadeBy: a.Who.Account, MadeOn: a.On, Amount: o.Amount, Terms: o.Terms,
		PayBy: o.PayBy, UntilOn: o.Until, State: models.OfferOpen}
	if m := a.Case.Mediation(); m != nil && m.ConcludedOn.IsZero() {
		row.MediationID = &m.ID
	}
	a.Case.Offers = append(a.Case.Offers, row)
	a.Case.Change(&a.Case.Offers[len(a.Case.Offers)-1])
	return nil
}

// answer ends an offer by what somebody did.
func (a *Act) answer(o *models.Offer, to models.OfferState) {
	who := a.Who.Account
	o.End(to, a.On, &who)
	a.Case.Change(o)
}

// ownSide is the side that the actor acts for; none for everybody else.
func (a *Act) ownSide() models.Side {
	switch a.Capacity {
	case workflows.Applicant:
		return models.ApplicantSide
	case workflows.Respondent:
		return models.RespondentSide
	}
	return ""
}

// OfOffer names the offer that was read: a step on another one changes nothing.
type OfOffer struct {
	Offer int64 `json:"offer" minimum:"1" doc:"哪一个方案 Which offer"`
}

func (OfOffer) behindTheWall() {}

// open is the offer, if it is the open one of the side; else the fault says that it is no more.
func (o OfOffer) open(a *Act, side models.Side) (*models.Offer, error) {
	if row := a.Case.OpenOffer(side); row != nil && row.ID == o.Offer {
		return row, nil
	}
	return nil, bad("offer", "您看到的方案已经撤回、换成新的或者有了结果，请回到案件页面看现在的方案。", "The offer that you saw was withdrawn, replaced or answered. Please look at the present one on the page of the case.")
}

// AcceptOffer accepts the other side's offer up to its last day (接受和解方案). In mediation it becomes the draft of the
// agreement; before the tribunal nobody else learns of it until a side asks.
type AcceptOffer struct{ OfOffer }

func (AcceptOffer) Event() workflows.Event { return workflows.AcceptOffer }

func (o AcceptOffer) Apply(a *Act) error {
	row, err := o.open(a, a.ownSide().Other())
	if err != nil {
		return err
	}
	a.answer(row, models.OfferAccepted)
	if own := a.Case.OpenOffer(a.ownSide()); own != nil {
		a.answer(own, models.OfferReplaced)
	}
	if m := a.Case.Mediation(); row.MediationID != nil && m != nil { // whoever settles in it has agreed to it
		if m.ApplicantConsentOn.IsZero() {
			m.ApplicantConsentOn = a.On
		}
		if m.RespondentConsentOn.IsZero() {
			m.RespondentConsentOn = a.On
		}
		a.Case.Change(m)
	}
	return nil
}

// DeclineOffer says no to the other side's offer (不接受和解方案).
type DeclineOffer struct{ OfOffer }

func (DeclineOffer) Event() workflows.Event { return workflows.DeclineOffer }

func (o DeclineOffer) Apply(a *Act) error {
	row, err := o.open(a, a.ownSide().Other())
	if err == nil {
		a.answer(row, models.OfferDeclined)
	}
	return err
}

// WithdrawOffer takes one's own offer back, while it is not accepted (撤回和解方案).
type WithdrawOffer struct{ OfOffer }

func (WithdrawOffer) Event() workflows.Event { return workflows.WithdrawOffer }

func (o WithdrawOffer) Apply(a *Act) error {
	row, err := o.open(a, a.ownSide())
	if err == nil {
		a.answer(row, models.OfferWithdrawn)
	}
	return err
}

// LapseOffer is the clock's own step: the last day is over (和解方案到期).
type LapseOffer struct {
	Dated
	Offer int64 `json:"offer" doc:"哪一个方案 Which offer"`
}

func (LapseOffer) Event() workflows.Event { return workflows.LapseOffer }
func (LapseOffer) behindTheWall()         {}

func (o LapseOffer) find(a *Act) *models.Offer {
	for i := range a.Case.Offers {
		if x := &a.Case.Offers[i]; x.ID == o.Offer && x.State == models.OfferOpen {
			return x
		}
	}
	return nil
}

// Tell says which day was its last; of an offer that somebody answered meanwhile, none is over yet.
func (o LapseOffer) Tell(a *Act, f *workflows.Facts) error {
	f.Act.Until = a.On
	if x := o.find(a); x != nil {
		f.Act.Until = x.UntilOn
	}
	return nil
}

func (o LapseOffer) Apply(a *Act) error {
	x := o.find(a)
	x.End(models.OfferLapsed, a.On, nil)
	a.Case.Change(x)
	return nil
}

// endOffers ends what can't be accepted any more: the mediation in which it was made is over, or the case has left
// the states in which the parties settle by themselves.
func (a *Act) endOffers(step workflows.Step) {
	for i := range a.Case.Offers {
		o := &a.Case.Offers[i]
		if o.State == models.OfferOpen && (!step.To.TakesOffers() || o.MediationID != nil && a.over(*o.MediationID)) {
			o.End(models.OfferEnded, a.On, nil)
			a.Case.Change(o)
		}
	}
}

func (a *Act) over(mediation int64) bool {
	for _, m := range a.Case.Mediations {
		if m.ID == mediation {
			return !m.ConcludedOn.IsZero()
		}
	}
	return false
}

// AskDocument puts what both sides accepted before the tribunal and asks for a mediation document on it (请仲裁庭制作调解书).
// From here on the tribunal knows of it, and of this offer alone.
type AskDocument struct{ Dated }

func (AskDocument) Event() workflows.Event { return workflows.AskDocument }

func (AskDocument) Apply(a *Act) error {
	o, side := a.Case.AgreedOffer(nil), a.ownSide()
	o.AskedOn, o.AskedSide = a.On, &side
	a.Case.Change(o)
	a.Detail["side"] = string(side)
	return nil
}
