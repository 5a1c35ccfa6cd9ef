package casework

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// seesOffers says whether somebody reads what was offered: the two sides, who may settle for them, and the mediators
// of the mediation. Whoever sits on the case reads none, whatever other role they hold.
func seesOffers(g policies.Grant) bool { return g.May(policies.ReadOffers) && !seatedGrant(g) }

// offerFacts are those that a reader's steps are weighed by. For a party's agent or a third person who reads no offers, none
// was accepted before a side asked the tribunal: the reason why a step is shut would tell.
func offerFacts(c *models.Case, f workflows.OfferFacts, g policies.Grant) workflows.OfferFacts {
	switch {
	case !g.Party():
		return f
	case seesOffers(g):
		return c.OfferFacts(sideOf(g))
	case f.Asked.IsZero():
		f.Agreed = calendar.Date{}
	}
	return f
}

// offersOf are the offers that somebody reads: a side all of them, the mediators those of their own mediation.
func offersOf(tx *models.Tx, c *models.Case, g policies.Grant) ([]models.Offer, error) {
	switch {
	case !seesOffers(g) || len(c.Offers) == 0:
		return nil, nil
	case g.Party():
		return c.Offers, nil
	}
	return models.OffersOf(tx, g)
}

// offersView is nil for everybody who reads none, and for the mediators while there is none.
func offersView(tx *models.Tx, c *models.Case, g policies.Grant) (*OffersView, error) {
	list, err := offersOf(tx, c, g)
	if err != nil || !seesOffers(g) || len(list) == 0 && !(g.Party() && c.State.TakesOffers()) {
		return nil, err
	}
	v := &OffersView{May: g.Party() && c.State.TakesOffers(), Open: []OfferView{}, Past: []OfferView{}}
	for _, o := range slices.Backward(list) {
		x := offerView(o, g, tx.Today())
		if x.State == models.OfferOpen {
			v.Open = append(v.Open, x)
		} else {
			v.Past = append(v.Past, x)
		}
	}
	slices.SortStableFunc(v.Open, func(a, b OfferView) int { // what waits for the reader comes first
		switch {
		case a.Mine == b.Mine:
			return 0
		case b.Mine:
			return -1
		}
		return 1
	})
	v.Agreed = agreedView(tx, c, g, list)
	return v, nil
}

func offerView(o models.Offer, g policies.Grant, today calendar.Date) OfferView {
	v := OfferView{ID: o.ID, Side: o.Side, Mine: g.Party() && o.Side == sideOf(g), Amount: o.Amount, PayBy: o.PayBy, Terms: o.Terms, MadeOn: o.MadeOn,
		Until: o.UntilOn, State: o.State, EndedOn: o.EndedOn, AskedOn: o.AskedOn}
	if o.State == models.OfferOpen && o.UntilOn.Before(today) { // the clock has not come to it yet
		v.State, v.EndedOn = models.OfferLapsed, o.UntilOn.Next(1)
	}
	if v.State == models.OfferOpen {
		v.Light, v.Left = workflows.DayLight(today, o.UntilOn)
	}
	return v
}

// agreedView is what both accepted where it still leads somewhere: in the mediation under way, or before the award.
func agreedView(tx *models.Tx, c *models.Case, g policies.Grant, readable []models.Offer) *AgreedView {
	m := c.Mediation()
	if m != nil && !m.ConcludedOn.IsZero() {
		m = nil
	}
	o := c.AgreedOffer(m)
	if o == nil || !slices.ContainsFunc(readable, func(x models.Offer) bool { return x.ID == o.ID }) || !c.State.TakesOffers() || m == nil && c.OfferFacts("").Agreed.IsZero() {
		return nil
	}
	v := &AgreedView{OfferView: offerView(*o, g, tx.Today())}
	switch {
	case m != nil && c.Agreement() != nil && c.Agreement().MediationID == m.ID && !c.Agreement().DraftedOn.Before(o.EndedOn):
		v.Next = text("调解协议已经按这个方案起草，等各方签名；签齐以后生效。", "The agreement has been drafted from it and waits for everybody's mark; it takes effect with the last one.")
	case m != nil:
		v.Next = text("调解员会按这个方案起草调解协议，双方不用再写一遍。各方在协议上签名以后，协议才生效。", "The mediator drafts the agreement from it; nobody writes it again. It takes effect when everybody has signed the agreement.")
	case c.State == workflows.Filed:
		v.Withdraw = withdrawing(c)
		v.Next = text("案件还没有受理。申请人可以撤回申请，双方按方案履行；也可以等受理以后，请仲裁庭制作调解书，调解书可以申请强制执行。", "The application is not accepted yet. The applicant may withdraw it and both sides keep to the offer; or, once it is accepted, ask the tribunal for a mediation document, which can be enforced.")
	case !o.AskedOn.IsZero():
		v.Next = text("已经请仲裁庭制作调解书，仲裁庭从那天起看得到这个方案。等仲裁庭核对，双方签收以后生效。", "The tribunal was asked for a mediation document and sees this offer since. It checks it; the document takes effect when both have signed for it.")
	default:
		v.Document, v.Withdraw = settled(c, o), withdrawing(c)
		v.Next = text("接受方案不会自己结案。要么请仲裁庭据此制作调解书，签收后可以申请强制执行；要么由申请人撤回申请。在你们自己提出以前，仲裁庭不知道有这个方案。", "Accepting it does not close the case. Either ask the tribunal for a mediation document, which can be enforced once signed for; or the applicant withdraws. Until you ask yourselves, the tribunal does not know of it.")
	}
	return v
}

// settled are the words in which the parties put their settlement before the tribunal.
func settled(c *models.Case, o *models.Offer) string {
	a, r := sides(c)
	return fmt.Sprintf("%s：申请人%s与被申请人%s已经自行和解。\n%s\n请仲裁庭据此制作调解书。", numberOrRef(c), a, r, settledTerms(o))
}

func settledTerms(o *models.Offer) string {
	return fmt.Sprintf("一、最迟%s付清 %s 元。\n二、%s", documents.Day(o.PayBy), o.Amount.Grouped(), strings.TrimSpace(o.Terms))
}

func withdrawing(c *models.Case) string {
	a, r := sides(c)
	return fmt.Sprintf("%s：申请人%s与被申请人%s已经自行和解，申请人请求撤回仲裁申请。", numberOrRef(c), a, r)
}

func numberOrRef(c *models.Case) string {
	if c.Number != nil {
		return *c.Number
	}
	return "查询号 " + c.Ref
}

// sides are the names on each side; third persons settle nothing.
func sides(c *models.Case) (applicants, respondents string) {
	var a, r []string
	for _, p := range c.Parties {
		switch {
		case p.Third():
		case p.Side == models.ApplicantSide:
			a = append(a, p.Name)
		default:
			r = append(r, p.Name)
		}
	}
	return strings.Join(a, "、"), strings.Join(r, "、")
}

// documentAsked is what a side asked the tribunal to put into a mediation document, for the commission and the parties.
func documentAsked(c *models.Case, g policies.Grant) *DocumentAsked {
	o := c.AgreedOffer(nil)
	if o == nil || !inHouse(g) && !g.Party() || o.AskedOn.IsZero() || o.AskedSide == nil {
		return nil
	}
	return &DocumentAsked{On: o.AskedOn, Side: *o.AskedSide, Text: settled(c, o), Terms: settledTerms(o)}
}

// SeeOffer shows one offer whole to those who may read it.
func (d *Desk) SeeOffer(ctx context.Context, who policies.Actor, ref string, id int64) (*OfferPage, error) {
	var out *OfferPage
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ReadOffers)
		if err != nil {
			return err
		}
		if seatedGrant(g) {
			return policies.Forbid()
		}
		list, err := offersOf(tx, c, g)
		if err != nil {
			return err
		}
		for _, o := range list {
			if o.ID == id {
				out = d.offerPage(tx, c, g, o)
				return models.NoteRead(tx, c.Key(), who.Account, "case")
			}
		}
		return fault.Missing()
	})
	if err != nil {
		return nil, fmt.Errorf("see offer: %w", err)
	}
	return out, nil
}

func (d *Desk) offerPage(tx *models.Tx, c *models.Case, g policies.Grant, o models.Offer) *OfferPage {
	p := &OfferPage{Ref: c.Ref, Number: c.CaseNumber(), Offer: offerView(o, g, tx.Today()), Mediating: o.MediationID != nil, May: g.Party() && c.State.TakesOffers()}
	p.Applicant, p.Respondent = sides(c)
	if !p.May || p.Offer.State != models.OfferOpen || p.Offer.Mine {
		return p
	}
	in, err := rules(tx, c.CommissionID)
	if err != nil {
		return p
	}
	f := c.Facts(in, tx.Today())
	f.Settling.Offers = c.OfferFacts(sideOf(g))
	if _, err := workflows.Decide(f, workflows.AcceptOffer); err != nil {
		if w := fault.As(err); w != nil {
			p.Accept = &law.Text{ZH: w.Says.ZH, EN: w.Says.EN}
		}
	}
	return p
}
