package casework

import (
	"slices"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// Performance is whether what was agreed or decided was paid, as a party sees it (履行情况).
type Performance struct {
	Amount      claims.Fen       `json:"amount"`
	PayBy       calendar.Date    `json:"pay_by"`
	Light       workflows.Light  `json:"light,omitempty" doc:"还没有付清时，最近一期的灯 The light of the first day that is owing"`
	Left        int              `json:"left"`
	KeptOn      calendar.Date    `json:"kept_on" doc:"已付清 Paid in full"`
	BrokenOn    calendar.Date    `json:"broken_on" doc:"登记没有按期付 It went on record that it was not paid in time"`
	Instalments []InstalmentView `json:"instalments,omitempty"`
	Unsure      []PaymentView    `json:"unsure,omitempty" doc:"等劳动者说收到没有 Payments that wait for the worker's word"`
	MayReport   bool             `json:"may_report"`
	MayConfirm  bool             `json:"may_confirm"`
	Worker      bool             `json:"worker" doc:"读者是收款的一方 The reader is the one who is paid"`
	Pack        []PackLine       `json:"pack,omitempty" doc:"没付时，申请执行要带的 What to take to the court if it is not paid"`
	Court       law.Text         `json:"court"`
	CourtLaw    law.Citation     `json:"court_law"`
}

// PackLine is one paper for the court: there, or where to get it.
type PackLine struct {
	Name     law.Text      `json:"name"`
	Document int64         `json:"document,omitempty"`
	On       calendar.Date `json:"on"`
	Note     law.Text      `json:"note"`
}

// performanceOf is nil for everybody but the parties, and where nothing is to be performed: not yet, or not at all.
func performanceOf(c *models.Case, v *CaseView, g policies.Grant) *Performance {
	p := &Performance{Worker: sideOf(g) == models.ApplicantSide}
	switch t, a := c.Settlement(), c.Agreement(); {
	case !v.Party:
		return nil
	case c.State == workflows.Closed && c.ClosingMode().Award() && !awardsSay(v, workflows.Force.Owed):
		return nil
	case c.State == workflows.Closed && (c.ClosingMode().Award() || c.ClosingMode() == workflows.Mediated):
		p.awarded(c, v, payees(c, g))
	case c.State == workflows.Settled && t != nil:
		if t.Amount != nil {
			p.Amount = *t.Amount
		}
		p.PayBy, p.KeptOn, p.BrokenOn = t.PerformBy, t.PerformedOn, t.BrokenOn
	case c.State == workflows.Settled && a != nil && !a.InForceOn.IsZero():
		p.Amount, p.PayBy, p.KeptOn, p.BrokenOn = a.Amount, a.PerformBy, a.PerformedOn, a.BrokenOn
		p.Instalments = instalmentViews(c.InstalmentsOf(a), v.Today)
	default:
		return nil
	}
	owing := p.PayBy
	for _, x := range p.Instalments {
		if x.Paid < x.Amount {
			owing = x.Due
			break
		}
	}
	if p.KeptOn.IsZero() && !owing.IsZero() {
		p.Light, p.Left = workflows.DayLight(v.Today, owing)
	}
	for _, o := range v.Options {
		p.MayReport = p.MayReport || o.Open && o.Event == workflows.RecordPayment && p.KeptOn.IsZero()
		p.MayConfirm = p.MayConfirm || o.Open && o.Event == workflows.ConfirmPayment
	}
	if p.Worker && p.KeptOn.IsZero() && awardsSay(v, workflows.Force.Enforceable) {
		p.Pack, p.Court, p.CourtLaw = packOf(c, v), competentCourt, law.Arbitration(51)
	}
	return p
}

// awardsSay asks the awards that concern the reader; a worker asks only those about themselves. Where no award is
// on record, as of a mediation or a case from paper, nothing says no.
func awardsSay(v *CaseView, holds func(workflows.Force) bool) bool {
	var mine []string
	for _, a := range v.Applicants {
		if a.You {
			mine = append(mine, a.Mark)
		}
	}
	known := false
	for _, a := range afterAwards(v) {
		for _, e := range a.Force {
			if len(mine) > 0 && !slices.Contains(mine, e.Worker) {
				continue
			}
			if known = true; holds(e) {
				return true
			}
		}
	}
	return !known
}

func afterAwards(v *CaseView) []AwardView {
	if v.After == nil {
		return nil
	}
	return v.After.Awards
}

var competentCourt = text("向单位住所地、或者单位财产所在地的基层人民法院申请执行，不用交申请费。", "Apply to the basic court where the employer, or its property, is. There is no fee to pay beforehand.")

// payees are the workers whose money the reader is shown: a worker's own, or those whom an agent speaks for; all of them
// to everybody else.
func payees(c *models.Case, g policies.Grant) []string {
	a := &Act{Case: c, Who: g.Actor()}
	if own := a.ownWorkers(); len(own) > 0 {
		return own
	}
	return c.Workers()
}

// awarded: what an award or a mediation document gives these workers, and what they have said of it.
func (p *Performance) awarded(c *models.Case, v *CaseView, workers []string) {
	p.KeptOn = c.KeptTo(workers)
	p.Amount = v.AwardTotal
	if c.MediatedAmount != nil {
		p.Amount = *c.MediatedAmount
	}
	if v.After == nil {
		return
	}
	for _, x := range v.After.Payments {
		if x.Party != "" && !slices.Contains(workers, x.Party) {
			continue // another worker's money
		}
		switch {
		case x.Result == "not-paid":
			p.BrokenOn = x.On
		case x.Confirmed == nil:
			p.Unsure = append(p.Unsure, x)
		}
	}
}

func instalmentViews(list []*models.Instalment, today calendar.Date) []InstalmentView {
	var views []InstalmentView
	for _, x := range list {
		i := InstalmentView{No: x.No, Due: x.DueOn, Amount: x.Amount, Paid: x.Paid, PaidOn: x.PaidOn}
		if x.Paid < x.Amount {
			i.Light, i.Left = workflows.DayLight(today, x.DueOn)
		}
		views = append(views, i)
	}
	return views
}

// enforceable are the papers that a court enforces.
var enforceable = map[workflows.Paper]bool{workflows.AwardFinalPaper: true, workflows.AwardNonFinalPaper: true, workflows.PartialAwardPaper: true,
	workflows.PreliminaryAwardPaper: true, workflows.MediationDocument: true, workflows.ReviewDocument: true}

// packOf lists what the court wants to see: the paper, that it was served, that it is in force.
func packOf(c *models.Case, v *CaseView) []PackLine {
	var list []PackLine
	for _, d := range v.Documents {
		if !enforceable[d.Paper] {
			continue
		}
		list = append(list, PackLine{Name: d.Name, Document: d.ID, On: d.On})
		for _, to := range d.To {
			x := PackLine{Name: text("送达证明："+to.Party, "Proof of service: "+to.Party), On: to.On}
			if to.On.IsZero() {
				x.Note = text("还没有送达；送达后向仲裁委要送达回证的复印件。", "Not served yet; once it is, ask the commission for a copy of the return slip.")
			} else {
				x.Note = text("向仲裁委要送达回证的复印件。", "Ask the commission for a copy of the return slip.")
			}
			list = append(list, x)
		}
	}
	if len(list) == 0 {
		return nil
	}
	effect := PackLine{Name: text("生效证明", "Proof of effect"), Note: text("还没有开，向仲裁委要。", "Not made out yet; ask the commission for it.")}
	for _, d := range v.Documents {
		if d.Paper == workflows.EffectProof {
			effect.Document, effect.On, effect.Note = d.ID, d.On, law.Text{}
		}
	}
	return append(list, effect, PackLine{Name: text("身份证复印件、收款账号", "A copy of your identity card, and your account number")})
}
