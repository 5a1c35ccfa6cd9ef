package casework

import (
	"slices"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// RecordPayment notes what was paid (记录履行).
type RecordPayment struct {
	Dated
	Result string     `json:"result" enum:"paid,part,not-paid" doc:"付清、部分、未付 Paid, part, not paid"`
	Amount claims.Fen `json:"amount,omitempty" doc:"金额（元）Amount in yuan"`
	Party  string     `json:"party,omitempty" maxLength:"8" doc:"付给哪位劳动者，如 申1；不填为全体 To which worker, as 申1; all of them if left out"`
	Award  int        `json:"award,omitempty" minimum:"0" doc:"哪一份裁决的分号，只有一份或者不分的不填 Branch number of the award, if it is about one of several"`
}

func (RecordPayment) Event() workflows.Event { return workflows.RecordPayment }

// Tell says by when an agreement is to be kept, if the word is that it was not: of instalments, the first one owing.
func (p RecordPayment) Tell(a *Act, f *workflows.Facts) error {
	f.Act.After.Unpaid = p.Result == "not-paid"
	if a.Case.State == workflows.Closed {
		return nil
	}
	if t := a.Case.Settlement(); t != nil {
		f.Act.After.PayBy = t.PerformBy
	} else if g := a.Case.Agreement(); g != nil {
		owing := calendar.Date{}
		for _, x := range a.Case.InstalmentsOf(g) {
			if x.Paid < x.Amount {
				owing = earliest(owing, x.DueOn)
			}
		}
		f.Act.After.PayBy = earliest(owing, g.PerformBy)
	}
	return nil
}

// Apply notes how it was kept. The sum stays out of the event where it was agreed in talks or in
// mediation: the record must not show the tribunal what was settled for.
func (p RecordPayment) Apply(a *Act) error {
	a.Detail["result"] = p.Result
	if a.Case.State == workflows.Closed {
		a.Detail["amount_fen"] = int64(p.Amount)
		return p.awarded(a)
	}
	if t := a.Case.Settlement(); t != nil {
		p.talked(a, t)
		return nil
	}
	g := a.Case.Agreement()
	if g == nil || g.InForceOn.IsZero() {
		return nil
	}
	return p.agreed(a, g)
}

// awarded: what an award or a mediation document gives. Until the worker confirms it, what somebody
// else says was paid is only said.
func (p RecordPayment) awarded(a *Act) error {
	row := models.Payment{Child: a.child(), No: len(a.Case.Payments) + 1, Result: p.Result, Amount: p.Amount, PaidOn: a.On, Capacity: a.Capacity}
	var err error
	if row.Party, err = a.payee(p.Party); err != nil {
		return err
	}
	if p.Result == "part" && p.Amount <= 0 {
		return bad("amount", "部分履行的，请写明付了多少。", "For a part, please say how much was paid.")
	}
	if p.Award != 0 || a.Case.ClosingMode().Award() && len(a.Case.Awards) == 1 {
		w, err := a.awardNo(p.Award)
		if err != nil {
			return err
		}
		row.AwardNo = w.No
	}
	if p.Result != "not-paid" && a.owns(row.Party) { // whoever is paid knows
		yes := true
		row.Confirmed, row.ConfirmedOn = &yes, a.On
	}
	a.Case.Payments = append(a.Case.Payments, row)
	a.Case.Change(&a.Case.Payments[len(a.Case.Payments)-1])
	return nil
}

// payee is the worker whom a payment is about; none for all of them. A worker, or an agent, speaks of that worker's money
// and not of a colleague's.
func (a *Act) payee(mark string) (string, error) {
	own := a.ownWorkers()
	switch {
	case len(own) == 0 && mark == "" && len(a.Case.Workers()) != 1:
		return "", nil
	case len(own) == 0:
		return a.oneWorker(mark)
	case mark == "" && len(own) == 1:
		return own[0], nil
	case !slices.Contains(own, mark):
		return "", bad("party", "只能说明自己的款项，或者您所代理的劳动者的款项；请写明是哪位，如 申1。", "One speaks of one's own money, or of that of the worker whom one acts for; please say whose, as 申1.")
	}
	return mark, nil
}

// ownWorkers are the marks of the workers whom the person at hand is, or acts for with whatever authority: to say that
// nothing came gives nothing away.
func (a *Act) ownWorkers() (own []string) {
	for i := range a.Case.Parties {
		if p := &a.Case.Parties[i]; p.Kind == "worker" && a.actsFor(p.ID) {
			own = append(own, p.Mark())
		}
	}
	return own
}

// owns says whether the person at hand may say for the worker that the money came. That ends what can be enforced, an
// admission: the worker's own word, or that of an agent with special authority. What another agent says was paid is
// only said, until the worker confirms it.
func (a *Act) owns(worker string) bool {
	return worker != "" && slices.ContainsFunc(a.Case.Parties, func(p models.Party) bool { return p.Mark() == worker && a.speaksFor(&p) })
}

// ConfirmPayment is the worker's word on what somebody else says was paid (确认是否收到付款).
type ConfirmPayment struct {
	Dated
	Payment  int  `json:"payment" minimum:"1" doc:"第几笔付款 Number of the payment"`
	Received bool `json:"received" doc:"收到了 It arrived"`
}

func (ConfirmPayment) Event() workflows.Event { return workflows.ConfirmPayment }

func (p ConfirmPayment) Apply(a *Act) error {
	for i := range a.Case.Payments {
		x := &a.Case.Payments[i]
		if x.No != p.Payment || !x.Unsure() {
			continue
		}
		if err := p.own(a, x); err != nil {
			return err
		}
		x.Confirmed, x.ConfirmedOn = &p.Received, a.On
		a.Case.Change(x)
		a.Detail["payment"], a.Detail["received"] = p.Payment, p.Received
		return nil
	}
	return bad("payment", "没有这一笔等待确认的付款。", "No such payment waits for a word.")
}

// own refuses a party's word on money that is not its own, or that it has no authority to say came. The office notes
// what the worker told it.
func (p ConfirmPayment) own(a *Act, x *models.Payment) error {
	if a.Capacity != workflows.Applicant {
		return nil
	}
	of := []string{x.Party}
	if x.Party == "" {
		of = a.Case.Workers()
	}
	own := a.ownWorkers()
	for _, w := range of {
		switch {
		case !slices.Contains(own, w):
			return bad("payment", "这一笔不是您的，或者不只是您的；请由收款的劳动者本人确认，也可以由仲裁委记录。", "This payment is not yours, or not yours alone: the worker who is paid confirms it, or the commission notes it.")
		case p.Received && !a.owns(w):
			return bad("received", "确认收到付款，要劳动者本人，或者有特别授权的代理人。", "That a payment arrived is confirmed by the worker, or by an agent with special authority.")
		}
	}
	return nil
}

// talked: a settlement that the parties reached by themselves.
func (p RecordPayment) talked(a *Act, t *models.Talks) {
	switch {
	case p.Result == "paid" && t.PerformedOn.IsZero():
		t.PerformedOn = a.On
	case t.PerformedOn.IsZero() && t.BrokenOn.IsZero() && (p.Result == "not-paid" || p.Result == "part" && overdue(a.On, t.PerformBy)):
		t.BrokenOn = a.On
		a.interrupt(workflows.TalksFailed, "和解协议未履行")
	}
	a.Case.Change(t)
}

// agreed: an agreement of a mediation, with its instalments.
func (p RecordPayment) agreed(a *Act, g *models.Agreement) error {
	list := a.Case.InstalmentsOf(g)
	sum := p.Amount
	if p.Result == "paid" {
		sum = 0
		for _, x := range list {
			sum += x.Amount - x.Paid
		}
	}
	if p.Result == "part" && sum <= 0 {
		return bad("amount", "部分履行的，请写明付了多少。", "For a part, please say how much was paid.")
	}
	if p.Result == "not-paid" {
		sum = 0
	}
	owing := a.pay(list, sum)
	switch {
	case p.Result == "paid" && g.PerformedOn.IsZero(), len(list) > 0 && owing.IsZero() && g.PerformedOn.IsZero():
		g.PerformedOn = a.On
		med := a.Case.Mediation()
		med.PerformedOn = a.On
		a.Case.Change(med)
	case g.PerformedOn.IsZero() && g.BrokenOn.IsZero() && overdue(a.On, earliest(owing, g.PerformBy)):
		g.BrokenOn = a.On
		a.interrupt(workflows.MediationOver, "调解协议未履行")
	}
	a.Case.Change(g)
	return nil
}

// pay spreads a sum over the instalments, oldest first. It returns the day of the first that is
// still owed; none if all are paid.
func (a *Act) pay(list []*models.Instalment, sum claims.Fen) (owing calendar.Date) {
	for _, x := range list {
		part := min(sum, x.Amount-x.Paid)
		if part > 0 {
			x.Paid, sum = x.Paid+part, sum-part
			if x.Paid == x.Amount {
				x.PaidOn = a.On
			}
			a.Case.Change(x)
		}
		if x.Paid < x.Amount && owing.IsZero() {
			owing = x.DueOn
		}
	}
	return owing
}

func overdue(on, due calendar.Date) bool { return !due.IsZero() && on.After(due) }

func earliest(a, b calendar.Date) calendar.Date {
	if a.IsZero() || (!b.IsZero() && b.Before(a)) {
		return b
	}
	return a
}
