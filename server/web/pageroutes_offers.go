package web

import (
	"net/url"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// offerPages are what parties read before they settle, or apply after the mediation failed.
func (s *Server) offerPages() {
	get(s, "/api/v1/cases/:case/offers/:id", "see-offer", "查看和解方案 See an offer to settle", s.seeOffer)
	get(s, "/api/v1/cases/:case/filing", "see-filing", "查看将要提交的申请书 See the application that would be filed", s.seeFiling)
	s.engine.GET("/cases/:case/offers/:id", signedPage(s, pages.OfferPage, func(a asked, _ none) (any, error) { return s.seeOffer(a, none{}) }))
}

func (s *Server) seeOffer(a asked, _ none) (*casework.OfferPage, error) {
	id, err := idOf(a.ctx)
	if err != nil {
		return nil, err
	}
	return s.desk.SeeOffer(a.Request.Context(), a.who, caseOf(a.ctx), id)
}

func (s *Server) seeFiling(a asked, _ none) (*casework.Filing, error) {
	return s.desk.SeeFiling(a.Request.Context(), a.who, caseOf(a.ctx))
}

// partyPage shows the pages of their own that a party's steps have instead of a plain form; ok is false for all other
// steps, and for staff.
func (s *Server) partyPage(c ctx, p pages.Page, e workflows.Event, v *casework.CaseView) (ok bool, err error) {
	who, err := s.actor(c)
	if err != nil || !v.Party {
		return false, err
	}
	switch e {
	case workflows.SignAgreement:
		if p.Body, err = s.desk.SeeAgreement(c.Request.Context(), who, caseOf(c)); err == nil {
			return true, s.render(c, pages.SignPage, p)
		}
		return false, nil
	case workflows.FileApplication:
		if p.Body, err = s.desk.SeeFiling(c.Request.Context(), who, caseOf(c)); err == nil {
			err = s.render(c, pages.FilingPage, p)
		}
		return true, err
	case workflows.AcceptOffer, workflows.DeclineOffer, workflows.WithdrawOffer:
		id := offerOf(c, v, e)
		if id == 0 {
			return false, nil
		}
		if p.Body, err = s.desk.SeeOffer(c.Request.Context(), who, caseOf(c), id); err == nil {
			err = s.render(c, pages.OfferPage, p)
		}
		return true, err
	}
	return false, nil
}

// offerOf is the offer that a form was about, or the one that the step would be about now; 0 if there is none.
func offerOf(c ctx, v *casework.CaseView, e workflows.Event) int64 {
	if id, err := strconv.ParseInt(kept(c).Get("offer"), 10, 64); err == nil && id > 0 {
		return id
	}
	if v.Offers == nil {
		return 0
	}
	for _, o := range v.Offers.Open {
		if o.Mine == (e == workflows.WithdrawOffer) {
			return o.ID
		}
	}
	return 0
}

// doneAt is where a form leads: back to the case; whoever applied, to the receipt.
func doneAt(c ctx, d *casework.Done) string {
	to := "/cases/" + caseOf(c)
	if d != nil && d.Event == workflows.FileApplication {
		if id := d.ReceiptOf(workflows.Receipt); id != 0 {
			return to + "/documents/" + strconv.FormatInt(id, 10)
		}
	}
	return to
}

// prefilled is what stands in a step's form at first: what both sides accepted, what the parties asked for, or the answer
// that a button on the page of the case gave.
func prefilled(c ctx, e workflows.Event, v *casework.CaseView) url.Values {
	q := url.Values{}
	take := func(names ...string) {
		for _, n := range names {
			if x := c.Query(n); x != "" {
				q.Set(n, x)
			}
		}
	}
	switch e {
	case workflows.RecordPayment:
		take("result")
	case workflows.ConfirmPayment:
		take("payment", "received")
	case workflows.AskWithdrawal:
		take("settled")
	case workflows.DraftAgreement:
		if v.Offers != nil && v.Offers.Agreed != nil && v.Offers.Agreed.State == "accepted" {
			o := v.Offers.Agreed
			q.Set("terms", o.Terms)
			q.Set("amount", o.Amount.String())
			setDate(q, "perform_by", o.PayBy)
		}
	case workflows.AttemptMediation:
		if v.DocumentAsked != nil {
			q.Set("result", "agreed")
			q.Set("terms", v.DocumentAsked.Terms)
		}
	}
	if len(q) == 0 {
		return nil
	}
	return q
}

func setDate(q url.Values, name string, d calendar.Date) {
	q.Set(name+".year", strconv.Itoa(d.Year()))
	q.Set(name+".month", strconv.Itoa(int(d.Month())))
	q.Set(name+".day", strconv.Itoa(d.Day()))
}
