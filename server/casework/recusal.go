package casework

import (
	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// AskRecusal asks that somebody who sits or records should not (申请回避). A party asks about anybody;
// who sits asks about themselves. From now on the person pauses.
type AskRecusal struct {
	Dated
	Seat    int64         `json:"seat,omitempty" doc:"申请谁回避；自行回避的不填 Whose recusal; not needed for one's own"`
	Party   string        `json:"party,omitempty" maxLength:"8" doc:"哪位当事人申请，如 申1 Which party asks, as 申1"`
	Ground  string        `json:"ground" enum:"party-or-relative,interest,relation,private-contact" doc:"回避的情形 Ground"`
	Reason  string        `json:"reason" minLength:"2" maxLength:"2000" doc:"具体理由和证据 Reason and evidence"`
	KnownOn calendar.Date `json:"known_on,omitempty" doc:"哪天知道这一情形的，开庭以后申请的必填 The day it became known; needed once the hearing was opened"`
}

func (AskRecusal) Event() workflows.Event { return workflows.AskRecusal }

func (r AskRecusal) Tell(a *Act, f *workflows.Facts) error {
	s, _, err := r.find(a)
	if err != nil {
		return err
	}
	if r.KnownOn.After(a.On) {
		return bad("known_on", "知道的日期不能晚于申请的日期。", "It cannot have become known after it was asked for.")
	}
	if r.KnownOn.IsZero() && !f.Recusal.FirstOpen.IsZero() {
		return bad("known_on", "已经开庭：请写明哪天知道回避事由的。", "The hearing was opened: please give the day on which the ground became known.")
	}
	f.Act.Recusal = workflows.RecusalParticulars{KnownOn: r.KnownOn, Again: a.Case.Challenged(s.AccountID)}
	return nil
}

// find is the seat that is meant, and the party that asks; none for one's own recusal.
func (r AskRecusal) find(a *Act) (*models.Seat, *models.Party, error) {
	own := ownSeat(a)
	if own != nil && r.Party == "" && (r.Seat == 0 || r.Seat == own.ID) {
		return own, nil, nil
	}
	if a.Capacity == workflows.Tribunal || a.Capacity == workflows.Member {
		return nil, nil, bad("seat", "仲裁员只能申请自己回避。", "Who sits can only ask for their own recusal.")
	}
	p, err := a.party(r.Party)
	if err != nil {
		return nil, nil, err
	}
	for i := range a.Case.Seats {
		if a.Case.Seats[i].ID == r.Seat {
			return &a.Case.Seats[i], p, nil
		}
	}
	return nil, nil, bad("seat", "请选本案的仲裁员或者书记员。", "Please choose an arbitrator or the recorder of this case.")
}

// ownSeat is the seat of whoever acts; nil if they have none.
func ownSeat(a *Act) *models.Seat {
	for i := range a.Case.Seats {
		if a.Case.Seats[i].AccountID == a.Who.Account {
			return &a.Case.Seats[i]
		}
	}
	return nil
}

func (r AskRecusal) Apply(a *Act) error {
	s, p, err := r.find(a)
	if err != nil {
		return err
	}
	row := models.Recusal{Child: a.child(), SeatID: s.ID, AccountID: s.AccountID, Ground: workflows.RecusalGround(r.Ground),
		Reason: r.Reason, KnownOn: r.KnownOn, AskedOn: a.On}
	a.Detail["seat"], a.Detail["ground"] = s.Seat, r.Ground
	if p != nil {
		row.PartyID, a.Detail["party"] = &p.ID, p.Mark()
	}
	a.Case.Recusals = append(a.Case.Recusals, row)
	a.Case.Change(&a.Case.Recusals[len(a.Case.Recusals)-1])
	return nil
}

// DecideRecusal decides on a request for recusal (决定回避申请): orally, noted in the minutes, or in writing.
// Where it is granted the seat falls vacant, and the tribunal is formed anew.
type DecideRecusal struct {
	Dated
	Recusal int64         `json:"recusal,omitempty" doc:"哪一件申请；只有一件的不填 Which request; not needed if only one waits"`
	Result  string        `json:"result" enum:"granted,dismissed" doc:"决定 Decision"`
	Form    string        `json:"form" enum:"written,oral" doc:"书面或口头（记入笔录）In writing, or orally and noted in the minutes"`
	Reason  string        `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reason"`
	MetOn   calendar.Date `json:"met_on,omitempty" doc:"仲裁委员会开会的日期，只对主任担任仲裁员的 The day the commission met, only for a director who sits"`
}

func (DecideRecusal) Event() workflows.Event { return workflows.DecideRecusal }

func (d DecideRecusal) Tell(a *Act, f *workflows.Facts) error {
	r, err := d.find(a.Case)
	if err != nil || r == nil {
		return err // nothing waits: the table says so
	}
	if a.On.Before(r.AskedOn) {
		return bad("on", "决定不能早于申请（"+r.AskedOn.String()+"）。", "The decision cannot be before the request ("+r.AskedOn.String()+").")
	}
	if !d.MetOn.IsZero() && (d.MetOn.Before(r.AskedOn) || d.MetOn.After(a.On)) {
		return bad("met_on", "开会的日期应当在申请以后、决定之日以前。", "The commission met between the request and the decision.")
	}
	director, err := models.Holds(a.Tx, r.AccountID, "director", a.Case.CommissionID, 0)
	f.Act.Recusal = workflows.RecusalParticulars{Given: true, OfDirector: director,
		ByDirector: a.Capacity == workflows.Director, ByCommission: !d.MetOn.IsZero()}
	return err
}

// find is the request that is meant; nil if none waits.
func (d DecideRecusal) find(c *models.Case) (*models.Recusal, error) {
	var waiting []*models.Recusal
	for i := range c.Recusals {
		if r := &c.Recusals[i]; r.DecidedOn.IsZero() && (d.Recusal == 0 || d.Recusal == r.ID) {
			waiting = append(waiting, r)
		}
	}
	switch {
	case len(waiting) == 1:
		return waiting[0], nil
	case len(waiting) > 1:
		return nil, bad("recusal", "有几件申请，请选一件。", "Several requests wait; please choose one.")
	case d.Recusal != 0:
		return nil, bad("recusal", "没有这件等待决定的申请。", "There is no such request waiting.")
	}
	return nil, nil
}

func (d DecideRecusal) Apply(a *Act) error {
	r, err := d.find(a.Case)
	if err != nil {
		return err
	}
	granted := d.Result == "granted"
	by := a.Who.Account
	r.DecidedOn, r.Granted, r.DecidedBy, r.Oral, r.MetOn = a.On, &granted, &by, d.Form == "oral", d.MetOn
	a.Case.Change(r)
	a.Detail["result"], a.Detail["form"], a.Detail["ground"] = d.Result, d.Form, string(r.Ground)
	a.say(documents.FieldReason, d.Reason)
	a.say(documents.FieldOutcome, d.Result)
	for _, s := range a.Case.Seats {
		if s.ID == r.SeatID {
			who, err := a.seatName(s)
			if err != nil {
				return err
			}
			a.say(documents.FieldPerson, who)
		}
	}
	if !granted {
		return nil
	}
	return a.Case.Vacate(a.Tx, r.SeatID, a.On)
}

// seatName is who sits there, as papers name them.
func (a *Act) seatName(s models.Seat) (string, error) {
	who, err := models.AccountByID(a.Tx, s.AccountID)
	if err != nil {
		return "", err
	}
	return documents.SeatTitle(s.Seat) + " " + who.Name, nil
}

// RecusalView is one request for recusal. The reason is for those inside the house, who decide on it
// or answer it.
type RecusalView struct {
	ID      int64         `json:"id"`
	Name    string        `json:"name"`
	Party   string        `json:"party,omitempty" doc:"谁申请，自行回避为空 Who asked; blank for one's own recusal"`
	Ground  string        `json:"ground"`
	Says    law.Text      `json:"says" doc:"情形 The ground in words"`
	Reason  string        `json:"reason,omitempty"`
	On      calendar.Date `json:"on"`
	Decided calendar.Date `json:"decided_on"`
	Granted bool          `json:"granted,omitempty"`
}

func recusalViews(c *models.Case, g policies.Grant, sheet *models.Sheet) (list []RecusalView) {
	for _, r := range c.Recusals {
		v := RecusalView{ID: r.ID, Name: sheet.Names[r.AccountID], Ground: string(r.Ground), On: r.AskedOn, Decided: r.DecidedOn, Granted: r.Granted != nil && *r.Granted}
		for _, k := range workflows.RecusalGrounds() {
			if k.Ground == r.Ground {
				v.Says = k.Name
			}
		}
		for _, p := range c.Parties {
			if r.PartyID != nil && p.ID == *r.PartyID {
				v.Party = p.Mark()
			}
		}
		if inHouse(g) {
			v.Reason = r.Reason
		}
		list = append(list, v)
	}
	return list
}
