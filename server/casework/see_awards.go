package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// AfterView is what became of the case's awards (裁决以后).
type AfterView struct {
	Awards   []AwardView   `json:"awards" doc:"各份裁决 Each award document"`
	Court    []MoveView    `json:"court,omitempty" doc:"起诉、申请撤销、不予执行 Suits and applications"`
	Payments []PaymentView `json:"payments,omitempty" doc:"履行 Performance"`

	Preserved calendar.Date `json:"preserved_on,omitempty" doc:"移送财产保全申请 Application to preserve property forwarded"`
	Enforcing calendar.Date `json:"enforcement_on,omitempty" doc:"申请执行 Enforcement applied for"`
	KeptUntil calendar.Date `json:"kept_until,omitempty" doc:"案卷保存到哪一天 The file is kept until"`
	Disposed  calendar.Date `json:"disposed_on,omitempty" doc:"批准销毁 Its disposal was approved"`
}

// AwardView is one award document, with its effect for each worker apart and how that was found.
type AwardView struct {
	No        int               `json:"no" doc:"分号 Branch number"`
	Number    string            `json:"number,omitempty"`
	Kind      string            `json:"kind" enum:"award,partial,preliminary"`
	Final     bool              `json:"final"`
	MadeOn    calendar.Date     `json:"made_on"`
	Amount    claims.Fen        `json:"amount"`
	Corrected calendar.Date     `json:"corrected_on,omitempty"`
	Revoked   calendar.Date     `json:"revoked_on,omitempty"`
	Items     []AwardedView     `json:"items,omitempty" doc:"逐项：请求、认定、裁决、依据 Item by item"`
	Force     []workflows.Force `json:"force,omitempty" doc:"对每位劳动者是否生效、从哪天起、怎么算的 Whether it binds, for each worker, since when, and why"`
}

// AwardedView is one claim as the award decides it: claimed, found, decided, and by which rule it is final or not.
type AwardedView struct {
	Claim    int        `json:"claim"`
	Party    string     `json:"party,omitempty"`
	Divided  bool       `json:"divided,omitempty" doc:"几位劳动者共同请求一笔，这是其中一人的份额 One worker's share of a sum claimed together"`
	Claimed  claims.Fen `json:"claimed"`
	Found    string     `json:"found,omitempty"`
	Decision string     `json:"decision"`
	Amount   claims.Fen `json:"amount"`
	Rule     string     `json:"rule,omitempty" doc:"终局与否的依据 By which rule it is final or not"`
	Unproven *law.Text  `json:"unproven,omitempty" doc:"写明终局但没有最低工资标准可以核对 Stated as final with no minimum wage on record to check it by"`
}

// MoveView is one suit or application, and how the court ended it.
type MoveView struct {
	No      int                 `json:"no"`
	Kind    workflows.CourtKind `json:"kind"`
	Award   int                 `json:"award"`
	Party   string              `json:"party"`
	Workers []string            `json:"workers,omitempty"`
	Court   string              `json:"court"`
	FiledOn calendar.Date       `json:"filed_on"`
	Outcome workflows.Ruling    `json:"outcome,omitempty"`
	Cause   string              `json:"cause,omitempty"`
	RuledOn calendar.Date       `json:"ruled_on,omitempty"`
}

// PaymentView is one payment, or the word that there was none.
type PaymentView struct {
	No        int           `json:"no"`
	Award     int           `json:"award,omitempty"`
	Party     string        `json:"party,omitempty"`
	Result    string        `json:"result" enum:"paid,part,not-paid"`
	Amount    claims.Fen    `json:"amount"`
	On        calendar.Date `json:"on"`
	By        law.Text      `json:"by"`
	Confirmed *bool         `json:"confirmed,omitempty" doc:"劳动者说收到没有；没有为还没说 What the worker says; not said yet if left out"`
}

// afterView is nil while there is nothing to show.
func afterView(c *models.Case, f workflows.Facts) *AfterView {
	if len(c.Awards) == 0 && len(c.Payments) == 0 && c.PreservedOn.IsZero() {
		return nil
	}
	v := &AfterView{Preserved: c.PreservedOn, Enforcing: c.EnforcementOn, KeptUntil: f.After.KeptUntil, Disposed: c.DisposedOn}
	forces := workflows.Forces(f)
	for _, a := range c.Awards {
		w := AwardView{No: a.No, Number: a.Number, Kind: a.Kind, Final: a.Final, MadeOn: a.MadeOn, Amount: a.Amount, Corrected: a.CorrectedOn, Revoked: a.RevokedOn}
		for _, i := range c.AwardItems {
			if i.AwardNo == a.No && i.Kind == a.Kind {
				w.Items = append(w.Items, AwardedView{i.ClaimNo, i.Party, divided(c, i), claimed(c, i.ClaimNo), i.Found, i.Decision, i.Amount, i.Rule, unproven(i)})
			}
		}
		for _, e := range forces {
			if e.Award == a.No && a.Kind != models.PreliminaryAward {
				w.Force = append(w.Force, e)
			}
		}
		v.Awards = append(v.Awards, w)
	}
	for _, m := range c.CourtMoves {
		v.Court = append(v.Court, MoveView{m.No, m.Kind, m.AwardNo, m.Party, models.Marks(m.Workers), m.Court, m.FiledOn, m.Outcome, m.Cause, m.RuledOn})
	}
	for _, p := range c.Payments {
		v.Payments = append(v.Payments, PaymentView{p.No, p.AwardNo, p.Party, p.Result, p.Amount, p.PaidOn, capacityNames[p.Capacity], p.Confirmed})
	}
	return v
}

func claimed(c *models.Case, no int) claims.Fen {
	for _, x := range c.Claims {
		if x.No == no {
			return x.Amount
		}
	}
	return 0
}

// unproven says of an item that its being final could not be checked; nil if it was.
func unproven(i models.AwardItem) *law.Text {
	if !i.Unproven {
		return nil
	}
	t := text("第"+itoa(i.ClaimNo)+"项写明终局，但裁决日没有登记最低月工资标准，未经核对。", "Item "+itoa(i.ClaimNo)+" is stated as final, but no minimum wage was on record for the day: not checked.")
	return &t
}

// divided says whether an item is one worker's share of a sum that several claim together.
func divided(c *models.Case, i models.AwardItem) bool {
	for _, x := range c.Claims {
		if x.No == i.ClaimNo {
			return i.Party != "" && x.Applicant == 0 && len(c.Workers()) > 1
		}
	}
	return false
}
