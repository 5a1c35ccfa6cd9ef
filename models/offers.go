package models

import (
	"time"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// OfferState is what became of an offer to settle (和解方案的状态).
type OfferState string

const (
	OfferOpen      OfferState = "open"      // 等对方答复
	OfferAccepted  OfferState = "accepted"  // 已接受
	OfferDeclined  OfferState = "declined"  // 不接受
	OfferWithdrawn OfferState = "withdrawn" // 已撤回
	OfferLapsed    OfferState = "lapsed"    // 已到期
	OfferReplaced  OfferState = "replaced"  // 换成新的，或者已接受别的
	OfferEnded     OfferState = "ended"     // 随调解结束或者结案作废
)

// Offer is what one side offers the other to settle for (和解方案), behind the wall. It is open up to its last day, that
// day included, and never changes.
type Offer struct {
	Child
	MediationID *int64 // none: the parties settle by themselves, after the application
	Side        Side
	MadeBy      int64
	MadeOn      calendar.Date
	Amount      claims.Fen
	Terms       string `gorm:"serializer:sealed;type:bytea"`
	PayBy       calendar.Date
	UntilOn     calendar.Date
	State       OfferState
	EndedOn     calendar.Date
	EndedBy     *int64
	AskedOn     calendar.Date // the tribunal was asked for a mediation document on it
	AskedSide   *Side
}

// End says what became of an offer, and who did it; nobody where it ends by itself.
func (o *Offer) End(to OfferState, on calendar.Date, by *int64) {
	o.State, o.EndedOn, o.EndedBy = to, on, by
}

// OpenOffer is the open offer of a side, whatever its last day; nil if there is none.
func (c *Case) OpenOffer(side Side) *Offer {
	for i := range c.Offers {
		if o := &c.Offers[i]; o.Side == side && o.State == OfferOpen {
			return o
		}
	}
	return nil
}

// AgreedOffer is the last offer that was accepted in a mediation; nil if there is none. For no mediation it is the one
// accepted between the parties themselves.
func (c *Case) AgreedOffer(m *Mediation) *Offer {
	for i := len(c.Offers) - 1; i >= 0; i-- {
		o := &c.Offers[i]
		if o.State == OfferAccepted && (o.MediationID == nil && m == nil || o.MediationID != nil && m != nil && *o.MediationID == m.ID) {
			return o
		}
	}
	return nil
}

// OfferFacts are those of offers as a side sees them; no side sees none that is open.
func (c *Case) OfferFacts(side Side) (f workflows.OfferFacts) {
	if o, a := c.AgreedOffer(nil), c.Application(); o != nil && a != nil && !o.EndedOn.Before(a.FirstReceivedOn) {
		f.Agreed, f.Asked = o.EndedOn, o.AskedOn
	}
	for _, x := range []struct {
		side Side
		day  *calendar.Date
	}{{side, &f.Mine}, {side.Other(), &f.Theirs}} {
		if o := c.OpenOffer(x.side); o != nil {
			*x.day = o.UntilOn
		}
	}
	return f
}

// Other is the other side of the two; of no side, none.
func (s Side) Other() Side {
	switch s {
	case ApplicantSide:
		return RespondentSide
	case RespondentSide:
		return ApplicantSide
	}
	return ""
}

// OffersOf are the offers of the mediations that somebody conducts, or whose organisation they are staff of, newest
// last; none for whoever sits on the case. The sides read those that are loaded with the case.
func OffersOf(tx *Tx, g policies.Grant) ([]Offer, error) {
	if !g.May(policies.ReadOffers) {
		return nil, nil
	}
	var list []Offer
	err := tx.Where(`commission_id = ? AND case_id = ? AND NOT EXISTS (
		select 1 from seats s where s.commission_id = offers.commission_id and s.case_id = offers.case_id and s.account_id = ?)
		AND EXISTS (select 1 from mediations m where m.commission_id = offers.commission_id and m.id = offers.mediation_id
		and (m.mediator_id = ? or m.organisation_id in (select organisation_id from roles r where r.account_id = ? and r.role = 'org_manager' and r.revoked_at is null)))`,
		g.Case().Commission, g.Case().ID, g.Actor().Account, g.Actor().Account, g.Actor().Account).Order("id").Find(&list).Error
	return list, err
}

// OffersRunOut lists the open offers that are past their last day, in cases where they could still be accepted; it
// leaves alone a case in which somebody acted within the hour.
func OffersRunOut(tx *Tx) ([]RunOut, error) {
	var list []RunOut
	err := tx.Raw(`select c.ref, o.until_on due_on, o.id from offers o join cases c on c.commission_id = o.commission_id and c.id = o.case_id
		join case_events e on e.commission_id = c.commission_id and e.case_id = c.id and e.no = c.events
		where o.state = 'open' and o.until_on < ? and e.recorded_at < ? order by o.until_on, o.id`,
		tx.Today(), tx.Now.Add(-time.Hour)).Scan(&list).Error
	return list, err
}
