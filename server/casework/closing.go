package casework

import (
	"fmt"
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// MakeAward decides every claim (作出裁决): the tribunal proposes it, somebody else lets it out
// after checking it, and that day it is made and the case is closed.
type MakeAward struct {
	Dated
	Items []AwardItem `json:"items" minItems:"1" maxItems:"900" doc:"对每一项请求的认定 The decision on each claim"`
}

// AwardItem is the decision on one claim.
type AwardItem struct {
	No       int        `json:"no" minimum:"1" doc:"第几项请求 Number of the claim"`
	Decision string     `json:"decision" enum:"supported,partly,rejected" doc:"支持、部分支持、不支持 Supported, partly, rejected"`
	Amount   claims.Fen `json:"amount,omitempty" doc:"裁决金额（元）Amount awarded in yuan"`
	Final    *bool      `json:"final,omitempty" doc:"是否终局；不填由系统按法律和最低工资判断 Final or not; found by the law and the minimum wage if left out"`
	Found    string     `json:"found,omitempty" maxLength:"4000" doc:"认定的事实 What was found"`
	Relation bool       `json:"relation,omitempty" doc:"本项确认双方是否存在劳动关系，全案为非终局 Decides whether there is a labor relation: nothing in the case is final"`
	Reasons  string     `json:"reasons" minLength:"2" maxLength:"8000" doc:"理由 Reasons"`

	Calculate bool              `json:"calculate,omitempty" doc:"用计算器算裁决金额 Work the amount out with the calculator"`
	Inputs    map[string]string `json:"inputs,omitempty" doc:"计算器要填的各项，名称见 /api/v1/tools/claims The calculator's inputs by name"`
	Shares    []AwardShare      `json:"shares,omitempty" maxItems:"300" doc:"几位劳动者共同请求一笔的，各人的份额；合计等于裁决金额 Each worker's share of a sum that several claim together; together the amount awarded"`

	rule     string // by which it is final or not
	party    string // whose it is, once a divided item is taken apart
	unproven bool   // called final with no minimum wage on record
}

func (MakeAward) Event() workflows.Event { return workflows.MakeAward }

// Tell counts what is decided, final and not, and refuses items that cannot be.
func (m MakeAward) Tell(a *Act, f *workflows.Facts) error {
	f.Act.AwardGiven = true
	wrong, err := a.look(m.Items)
	if err != nil {
		return err
	}
	f.Act.FinalItems = len(ofKind(each(m.Items), true))
	f.Act.NonFinalItems = len(each(m.Items)) - f.Act.FinalItems
	for _, c := range a.Case.Claims {
		if c.Decision == nil && !slices.ContainsFunc(m.Items, func(i AwardItem) bool { return i.No == c.No }) {
			f.Act.Undecided++
		}
	}
	return fields(wrong)
}

// look checks what is decided: each claim once, and none that a partial award decided; then it finds
// out which items are final.
func (a *Act) look(items []AwardItem) ([]fault.Field, error) {
	byNo := map[int]models.Claim{}
	for _, c := range a.Case.Claims {
		if c.Decision == nil {
			byNo[c.No] = c
		}
	}
	var wrong []fault.Field
	for i := range items {
		c, ok := byNo[items[i].No]
		if !ok {
			wrong = append(wrong, fault.Field{Place: fmt.Sprintf("items.%d.no", i), Says: text("没有这一项请求，或者写了两次，或者已经先行裁决。", "There is no such claim, or it stands here twice, or a partial award has decided it.")})
			continue
		}
		delete(byNo, items[i].No)
		wrong = append(wrong, items[i].work(a, fmt.Sprintf("items.%d", i), c)...)
		wrong = append(wrong, items[i].divide(a, fmt.Sprintf("items.%d", i), c)...)
		wrong = append(wrong, items[i].check(fmt.Sprintf("items.%d", i), c)...)
	}
	misstated, err := a.kinds(items)
	return append(wrong, misstated...), err
}

func (i AwardItem) check(place string, c models.Claim) []fault.Field {
	switch {
	case i.Decision == "rejected" && i.Amount != 0:
		return []fault.Field{{Place: place + ".amount", Says: text("不支持的请求没有裁决金额。", "A rejected claim has no amount.")}}
	case i.Amount > c.Amount && moneyClaim(c.Code):
		return []fault.Field{{Place: place + ".amount", Says: text("裁决金额不能超过请求的金额（"+c.Amount.Grouped()+" 元）。", "The amount cannot be more than was claimed ("+c.Amount.Grouped()+" yuan).")}}
	case i.Decision != "rejected" && i.Amount == 0 && moneyClaim(c.Code):
		return []fault.Field{{Place: place + ".amount", Says: text("支持的请求请写明裁决金额。", "Please give the amount awarded.")}}
	}
	return nil
}

// Apply writes the decisions on the claims and one award for each kind.
func (m MakeAward) Apply(a *Act) error {
	a.decide(m.Items)
	a.sayDefault()
	a.sayAppraisals()
	for _, i := range m.Items {
		a.part = append(a.part, i.No)
	}
	given := map[bool]bool{}
	for _, final := range []bool{true, false} {
		if list := ofKind(each(m.Items), final); len(list) > 0 {
			a.award(models.WholeAward, final, list)
			given[final] = true
		}
	}
	a.Detail["final"], a.Detail["nonfinal"] = given[true], given[false]
	return m.keepWorkings(a)
}

// Settle lets the draft go: the award is made.
func (MakeAward) Settle(a *Act, _ *Done) error { return models.DropAwardDraft(a.Tx, a.Case) }

// CloseByMediation closes with a mediation document, on the day the last party signed for it (调解书结案).
type CloseByMediation struct {
	Dated
	ApplicantSignedOn  calendar.Date `json:"applicant_signed_on" doc:"申请人签收日 The applicant signed on"`
	RespondentSignedOn calendar.Date `json:"respondent_signed_on" doc:"被申请人签收日 The respondent signed on"`
	Amount             claims.Fen    `json:"amount,omitempty" doc:"调解金额（元）Amount in yuan"`
}

func (CloseByMediation) Event() workflows.Event { return workflows.CloseByMediation }

// Tell fixes the closing day: the last signature.
func (m CloseByMediation) Tell(a *Act, f *workflows.Facts) error {
	f.Act.AwardGiven = true
	f.Act.BothAgree = !m.ApplicantSignedOn.IsZero() && !m.RespondentSignedOn.IsZero()
	if f.Act.BothAgree {
		a.On = calendar.Latest(m.ApplicantSignedOn, m.RespondentSignedOn)
		f.On = a.On
	}
	return nil
}

func (m CloseByMediation) Apply(a *Act) error {
	a.say(documents.FieldTerms, a.Case.TribunalTerms)
	a.say(documents.FieldAmount, m.Amount.Grouped())
	a.Case.MediatedAmount = &m.Amount
	a.Detail["applicant_signed_on"], a.Detail["respondent_signed_on"] = m.ApplicantSignedOn, m.RespondentSignedOn
	return nil
}

// AskWithdrawal notes that the applicant wants to withdraw, with or without a settlement (申请撤回).
type AskWithdrawal struct {
	Dated
	Settled bool `json:"settled,omitempty" doc:"因双方和解 Because the parties settled"`
}

func (AskWithdrawal) Event() workflows.Event { return workflows.AskWithdrawal }

func (w AskWithdrawal) Apply(a *Act) error {
	a.Case.WithdrawalAskedOn, a.Case.WithdrawalSettled = a.On, w.Settled
	a.Detail["settled"] = w.Settled
	return nil
}

// AllowWithdrawal lets the applicant withdraw (准予撤回). A new application must be accepted later.
type AllowWithdrawal struct{ Dated }

func (AllowWithdrawal) Event() workflows.Event { return workflows.AllowWithdrawal }

// DeemWithdrawn treats the application as withdrawn because the applicant had notice and stayed
// away; it cannot be filed again (按撤回处理).
type DeemWithdrawn struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"送达和缺席的情况 Service and absence"`
}

func (DeemWithdrawn) Event() workflows.Event { return workflows.DeemWithdrawn }

func (d DeemWithdrawn) Apply(a *Act) error {
	a.say(documents.FieldReason, d.Reason)
	if h := a.Case.Hearing(); h != nil {
		a.say(documents.FieldHearingOn, h.HearingOn.String())
	}
	lines, records := noticeProof(a.Case, models.ApplicantSide)
	a.say(documents.FieldServed, strings.Join(lines, "；"))
	a.Detail["services"] = records
	return nil
}

// Terminate ends a case that cannot go on (终止审理).
type Terminate struct {
	Dated
	Ground string `json:"ground" enum:"no-successor,court-accepted,other" doc:"终止的情形 Ground"`
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (Terminate) Event() workflows.Event { return workflows.Terminate }

func (t Terminate) Apply(a *Act) error {
	a.say(documents.FieldGround, t.Reason)
	a.say(documents.FieldReason, t.Reason)
	a.Detail["ground"] = t.Ground
	return nil
}

// Cancel undoes an acceptance that should not have been (撤销案件).
type Cancel struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (Cancel) Event() workflows.Event { return workflows.Cancel }

func (c Cancel) Apply(a *Act) error {
	a.say(documents.FieldReason, c.Reason)
	return nil
}
