package casework

import (
	"fmt"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// kinds says of each item whether it is final (终局), by the law and the minimum wage of the day. A
// tribunal may call any item non-final, but final only what the law makes so; where no minimum wage
// is on record, it says so itself.
func (a *Act) kinds(items []AwardItem) ([]fault.Field, error) {
	p, err := parameters(a.Tx, a.Case.CommissionID)
	if err != nil {
		return nil, err
	}
	var minimum claims.Fen
	if d, ok := p.At(claims.MinWageMonth, a.On); ok {
		if err = minimum.UnmarshalText([]byte(d.Value)); err != nil {
			return nil, err
		}
	}
	var wrong []fault.Field
	relation := a.Case.Cause == relationCause
	for i := range items {
		c := a.claimNo(items[i].No)
		if c == nil {
			continue // said elsewhere
		}
		f := workflows.FinalityOf(workflows.AwardedItem{Claim: c.No, Code: claims.Code(c.Code), Awarded: items[i].Amount}, minimum, relation)
		switch {
		case items[i].Final == nil:
			items[i].Final = &f.Final
		case !f.MayState(*items[i].Final):
			says := text(f.Says.ZH+"这一项不能写终局（"+f.Law.ZH+"）。", f.Says.EN+" It cannot be called final ("+f.Law.EN+").")
			wrong = append(wrong, fault.Field{Place: fmt.Sprintf("items.%d.final", i), Says: says})
		}
		items[i].rule = f.Law.Rule
	}
	return wrong, nil
}

// relationCause is the cause of a case about whether there is a labor relation at all: then nothing in
// it is final (确认劳动关系争议，劳动争议司法解释（二）第十一条).
const relationCause = "A01"

// award writes one award document with what it decides.
func (a *Act) award(kind string, final bool, items []AwardItem) *models.Award {
	row := models.Award{Child: a.child(), Kind: kind, Final: final, MadeOn: a.On, No: a.Case.NextAward(kind, final)}
	row.Number = workflows.Numbering{Sign: "裁", Branch: row.No}.Of(a.Case.CaseNumber())
	party := ""
	if w := a.Case.Workers(); len(w) == 1 {
		party = w[0]
	}
	for _, i := range items {
		row.Amount += i.Amount
		a.Case.AwardItems = append(a.Case.AwardItems, models.AwardItem{Child: a.child(), Kind: kind, AwardNo: row.No, ClaimNo: i.No, Party: party,
			Decision: i.Decision, Amount: i.Amount, Final: final, Rule: i.rule, Found: i.Found})
		a.Case.Change(&a.Case.AwardItems[len(a.Case.AwardItems)-1])
	}
	a.Case.Awards = append(a.Case.Awards, row)
	a.Case.Change(&a.Case.Awards[len(a.Case.Awards)-1])
	return &a.Case.Awards[len(a.Case.Awards)-1]
}

// decide writes the decisions on the claims.
func (a *Act) decide(items []AwardItem) {
	for _, item := range items {
		c := a.claimNo(item.No)
		decision, amount := item.Decision, item.Amount
		c.Decision, c.Awarded, c.Final, c.Reasons = &decision, &amount, item.Final, item.Reasons
		a.Case.Change(c)
	}
}

// ofKind are the items of one kind.
func ofKind(items []AwardItem, final bool) (list []AwardItem) {
	for _, i := range items {
		if i.Final != nil && *i.Final == final {
			list = append(list, i)
		}
	}
	return list
}
