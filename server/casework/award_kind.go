package casework

import (
	"cmp"

	"tiaocai/models"
	"tiaocai/workflows"
)

// award writes one award document with what it decides.
func (a *Act) award(kind string, final bool, items []AwardItem) *models.Award {
	row := models.Award{Child: a.child(), Kind: kind, Final: final, MadeOn: a.On, No: a.Case.NextAward(kind, final)}
	row.Number = workflows.Numbering{Sign: "裁", Branch: row.No}.Of(a.Case.CaseNumber())
	for _, i := range items {
		row.Amount += i.Amount
		a.Case.AwardItems = append(a.Case.AwardItems, models.AwardItem{Child: a.child(), Kind: kind, AwardNo: row.No, ClaimNo: i.No, Party: cmp.Or(i.party, a.worker(i.No)),
			Decision: i.Decision, Amount: i.Amount, Final: final, Rule: i.rule, Unproven: i.unproven, Found: i.Found})
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
		c.Decision, c.Awarded, c.Final, c.Reasons = &decision, &amount, wholly(item), item.Reasons
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

// worker is the mark of the worker whose claim it is; "" where workers claim together.
func (a *Act) worker(claim int) string {
	c, w := a.claimNo(claim), a.Case.Workers()
	switch {
	case len(w) == 1:
		return w[0]
	case c != nil && c.Applicant > 0:
		return models.Party{Side: models.ApplicantSide, Ordinal: c.Applicant}.Mark()
	}
	return ""
}
