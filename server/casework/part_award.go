package casework

import (
	"slices"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
)

// PartialAward decides some claims before the rest (先行裁决): the facts about them are clear. They are
// decided for good; the last award leaves them out.
type PartialAward struct {
	Dated
	Items []AwardItem `json:"items" minItems:"1" maxItems:"60" doc:"先行裁决的请求 The claims decided now"`
}

func (PartialAward) Event() workflows.Event { return workflows.PartialAward }

func (p PartialAward) Tell(a *Act, f *workflows.Facts) error {
	wrong, err := a.look(p.Items)
	if err == nil {
		err = fields(wrong)
	}
	n := len(ofKind(each(p.Items), true))
	f.Act.After.Told, f.Act.After.OneKind = true, n == 0 || n == len(each(p.Items))
	return err
}

func (p PartialAward) Apply(a *Act) error {
	a.decide(p.Items)
	a.sayDefault()
	row := a.award(models.PartialAward, *wholly(p.Items[0]), each(p.Items))
	for _, i := range p.Items {
		a.part = append(a.part, i.No)
	}
	a.number = row.Number
	a.Detail["award"], a.Detail["claims"] = row.Number, a.part
	return nil
}

// preliminaryClaims are those that can be executed before the award: pay, injury medical costs,
// severance, damages (先予执行的范围).
var preliminaryClaims = []string{"M01", "M02", "M03", "M05", "M07", "M08", "M16"}

// PreliminaryExecution awards a sum before the case is decided, to be executed at once (先予执行).
type PreliminaryExecution struct {
	Dated
	Claim    int        `json:"claim" minimum:"1" doc:"第几项请求 Number of the claim"`
	Amount   claims.Fen `json:"amount" doc:"先予执行的金额（元）Amount in yuan"`
	Asked    bool       `json:"asked" doc:"劳动者已申请 The worker asked for it"`
	Clear    bool       `json:"clear" doc:"权利义务关系明确 The rights are clear"`
	Hardship bool       `json:"hardship" doc:"不先予执行将严重影响生活 Serious hardship without it"`
	Court    string     `json:"court" minLength:"2" maxLength:"100" doc:"移送执行的法院 Court"`
	Reason   string     `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reasons"`
}

func (PreliminaryExecution) Event() workflows.Event { return workflows.PreliminaryExecution }

func (p PreliminaryExecution) Tell(a *Act, f *workflows.Facts) error {
	c := a.claimNo(p.Claim)
	switch {
	case c == nil:
		return bad("claim", "没有这一项请求。", "There is no such claim.")
	case p.Amount <= 0 || p.Amount > c.Amount:
		return bad("amount", "先予执行的金额要大于零，不超过请求的金额（"+c.Amount.Grouped()+" 元）。", "The amount is above nought and not more than is claimed ("+c.Amount.Grouped()+" yuan).")
	}
	f.Act.After.Told, f.Act.After.Grounds = true, p.Asked && p.Clear && p.Hardship
	f.Act.After.ClaimsFit = slices.Contains(preliminaryClaims, c.Code)
	return nil
}

func (p PreliminaryExecution) Apply(a *Act) error {
	row := a.award(models.PreliminaryAward, false, []AwardItem{{No: p.Claim, Decision: "supported", Amount: p.Amount}})
	number, err := a.nextNumber("先")
	if err != nil {
		return err
	}
	row.Number = number
	a.say(documents.FieldItems, claimTitle(*a.claimNo(p.Claim)).ZH)
	a.say(documents.FieldAmount, p.Amount.Grouped())
	a.say(documents.FieldReason, p.Reason)
	a.say(documents.FieldToCourt, p.Court)
	a.number = number
	a.Detail["number"], a.Detail["claim"] = number, p.Claim
	return nil
}
