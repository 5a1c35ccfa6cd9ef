package casework

import (
	"fmt"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// Transfer sends an accepted case to the competent commission (移送管辖). If that one works with this
// program, the case arrives in its queue; otherwise the letter goes out alone.
type Transfer struct {
	Dated
	To         int64  `json:"to,omitempty" doc:"接收的仲裁委（同用本系统的） The receiving commission, where it uses this program"`
	Commission string `json:"commission,omitempty" maxLength:"100" doc:"移送到（不在本系统的写名称） The receiving commission by name, where it does not"`
	Reason     string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (Transfer) Event() workflows.Event { return workflows.Transfer }

func (t Transfer) Tell(a *Act, _ *workflows.Facts) error {
	_, err := t.receiver(a)
	return err
}

// receiver is the commission's name.
func (t Transfer) receiver(a *Act) (string, error) {
	switch {
	case t.To == 0 && len([]rune(t.Commission)) >= 2:
		return t.Commission, nil
	case t.To == 0:
		return "", bad("commission", "请写明移送到哪个仲裁委。", "Please say which commission receives the case.")
	case t.To == a.Case.CommissionID:
		return "", bad("to", "案件就在这个仲裁委。", "The case is at that commission already.")
	}
	com, err := models.CommissionByID(a.Tx, t.To)
	if err != nil {
		return "", bad("to", "没有这个仲裁委。", "There is no such commission.")
	}
	return com.Name, nil
}

func (t Transfer) Apply(a *Act) error {
	name, err := t.receiver(a)
	if err != nil {
		return err
	}
	a.decideObjections(true)
	if t.To != 0 {
		if a.arriving, err = models.FreshRef(a.Tx); err != nil {
			return err
		}
		a.Detail["receiver"], a.Detail["receiver_ref"] = t.To, a.arriving
	}
	a.say(documents.FieldCommission, name)
	a.say(documents.FieldReason, t.Reason)
	return nil
}

// Settle lets the case arrive at the receiver, now that its record here has its last line. What
// travels is what belongs to the dispute and not to the proceedings here: parties, agents, claims, the
// papers with their proof of service, and the files, which stay where they lie in the store.
func (t Transfer) Settle(a *Act, _ *Done) error {
	if t.To == 0 {
		return nil
	}
	b, err := a.arrive(t.To)
	if err != nil {
		return fmt.Errorf("arrive at commission %d: %w", t.To, err)
	}
	f := b.Case.Facts(b.Rules, b.Tx.Today())
	f.On = b.On
	step, err := workflows.Decide(f, workflows.Arrive)
	if err != nil {
		return err
	}
	if err := b.insert(step.To); err != nil {
		return err
	}
	if err := models.CopyAcross(a.Tx, a.Case, b.Case); err != nil {
		return err
	}
	_, err = b.save(arrived{}, step)
	return err
}

// arrive begins the case's row at the receiver, linked to the one here by its reference and the end of
// its chain.
func (a *Act) arrive(to int64) (*Act, error) {
	o := a.Case
	if _, err := models.CommissionByID(a.Tx, to); err != nil {
		return nil, err
	}
	c := newCaseOf(o, to, a)
	c.DefenceOn = o.DefenceOn
	c.Transfer = &models.TransferIn{SenderID: o.CommissionID, SenderRef: o.Ref, SenderNumber: o.CaseNumber(), SentOn: a.On, Events: o.Events, Head: o.Head}
	detail := models.Detail{"sender": o.CommissionID, "sender_ref": o.Ref, "sender_events": o.Events, "sender_head": fmt.Sprintf("%x", o.Head)}
	theirs, err := rules(a.Tx, to)
	if err != nil {
		return nil, err
	}
	return &Act{Tx: a.Tx, Case: c, Who: a.Who, Capacity: a.Capacity, On: a.On, Rules: theirs, Detail: detail, Desk: a.Desk}, nil
}

// newCaseOf is a new case about the dispute of another one: its parties and undecided claims.
func newCaseOf(o *models.Case, commission int64, a *Act) *models.Case {
	c := &models.Case{CommissionID: commission, Ref: a.arriving, CodeVersion: 1, OpenedOn: a.On, StateSince: a.On, Cause: o.Cause, Town: o.Town, Facts_: o.Facts_,
		Employment: o.Employment, EmploymentEndedOn: o.EmploymentEndedOn, PerformancePlace: o.PerformancePlace, PerformanceProof: o.PerformanceProof,
		EmployerPlace: o.EmployerPlace, EmployerProof: o.EmployerProof,
		DueKey: models.Far, AmberOn: models.Far, RedOn: models.Far, HearingKey: models.Far, NumberKey: models.NoNumber, Open: true, CreatedAt: a.Tx.Now, Head: []byte{}}
	for _, p := range o.Parties {
		p.Child = models.Child{CommissionID: commission}
		c.Parties = append(c.Parties, p)
	}
	for _, cl := range o.Claims {
		cl.Child = models.Child{CommissionID: commission}
		cl.Decision, cl.Awarded, cl.Final, cl.Reasons = nil, nil, nil, ""
		c.Claims = append(c.Claims, cl)
	}
	return c
}

// arrived is the first step of a transferred case at its receiver; nobody asks for it.
type arrived struct{}

func (arrived) Event() workflows.Event { return workflows.Arrive }

// TakeOver takes a transferred case over, as the receiver must (接收移送): it gets its number here, and
// the award clock runs anew from this day.
type TakeOver struct{ Dated }

func (TakeOver) Event() workflows.Event { return workflows.TakeOver }

func (TakeOver) Apply(a *Act) error {
	if err := a.numberCase(); err != nil {
		return err
	}
	t := a.Case.Transfer
	t.TakenOn = a.On
	a.Case.Change(t)
	a.Case.ClockEvents = append(a.Case.ClockEvents, models.ClockEvent{Child: a.child(), Kind: "transferred_in", Restart: true, FromOn: a.On, Ground: t.SenderNumber})
	a.Case.Change(&a.Case.ClockEvents[len(a.Case.ClockEvents)-1])
	a.say(documents.FieldEarlier, t.SenderNumber)
	return nil
}

// DisputeTransfer reports to the common superior that another commission is competent (报请指定管辖).
type DisputeTransfer struct {
	Dated
	Superior string `json:"superior" minLength:"2" maxLength:"100" doc:"报请哪个上级 The common superior"`
	Reason   string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (DisputeTransfer) Event() workflows.Event { return workflows.DisputeTransfer }

func (d DisputeTransfer) Apply(a *Act) error {
	a.Case.Transfer.DisputedOn, a.Case.Transfer.Superior = a.On, d.Superior
	a.Case.Change(a.Case.Transfer)
	return nil
}

// RecordDesignation notes whom the superior designated (指定管辖): this commission, which then takes the
// case over, or another, to which the applicant is referred.
type RecordDesignation struct {
	Dated
	Ours     bool   `json:"ours" doc:"指定由本会管辖 Designated to this commission"`
	Document string `json:"document" minLength:"2" maxLength:"100" doc:"指定管辖文书的文号 Number of the superior's document"`
}

func (RecordDesignation) Event() workflows.Event { return workflows.RecordDesignation }

func (r RecordDesignation) Apply(a *Act) error {
	t := a.Case.Transfer
	t.DesignatedOn, t.Ours = a.On, &r.Ours
	a.Case.Change(t)
	a.Detail["ours"], a.Detail["document"] = r.Ours, r.Document
	return nil
}
