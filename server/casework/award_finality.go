package casework

import (
	"cmp"
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// kinds finds out which items are final (一裁终局), where the tribunal leaves it to the law, and lists
// those that it calls final and the law does not. An award that wrongly says so takes the employer's
// suit away; calling an item non-final leaves both sides theirs.
func (a *Act) kinds(items []AwardItem) ([]fault.Field, error) {
	minimum, err := a.minimumWage()
	if err != nil {
		return nil, err
	}
	relation := slices.ContainsFunc(items, func(i AwardItem) bool { return i.Relation })
	var wrong []fault.Field
	for i := range items {
		c := a.claimNo(items[i].No)
		if c == nil {
			continue
		}
		wrong = append(wrong, items[i].kindOf(fmt.Sprintf("items.%d", i), *c, minimum, relation)...)
	}
	return wrong, nil
}

// minimumWage is the county's monthly one on the day of the award; nought where none is on record.
func (a *Act) minimumWage() (claims.Fen, error) {
	known, err := a.parameters()
	if err != nil {
		return 0, err
	}
	wage, ok := known.At(claims.MinWageMonth, cmp.Or(a.On, a.Tx.Today()))
	if !ok {
		return 0, nil
	}
	minimum, err := claims.ParseYuan(wage.Value)
	if err != nil {
		return 0, fmt.Errorf("minimum wage: %w", err)
	}
	return minimum, nil
}

func (i *AwardItem) kindOf(place string, c models.Claim, minimum claims.Fen, relation bool) []fault.Field {
	kind, _ := claims.Lookup(claims.Code(c.Code))
	if i.Relation && !kind.LaborRelation {
		return []fault.Field{{Place: place + ".relation", Says: text("这一项请求不涉及确认劳动关系。", "This claim is not about whether there is a labor relation.")}}
	}
	if len(i.Shares) > 0 {
		return i.kindsOfShares(place, kind.Code, minimum, relation)
	}
	f := workflows.FinalityOf(workflows.AwardedItem{Code: kind.Code, Awarded: i.Amount, Counter: c.Counter}, minimum, relation)
	i.rule = f.Law.Rule
	if i.Final == nil && !f.Known {
		return []fault.Field{{Place: place + ".final", Says: text(f.Says.ZH+"（"+f.Law.ZH+"）", f.Says.EN+" ("+f.Law.EN+")")}}
	}
	if i.Final == nil {
		i.Final = &f.Final
	}
	i.unproven = f.Unproven(*i.Final)
	if f.MayState(*i.Final) {
		return nil
	}
	return []fault.Field{{Place: place + ".final", Says: text("这一项不能写成终局裁决："+f.Says.ZH+"（"+f.Law.ZH+"）", "This item cannot be stated as final: "+f.Says.EN+" ("+f.Law.EN+")")}}
}

// kindsOfShares finds the kind of a divided item worker by worker; what the tribunal states holds for all of them.
func (i *AwardItem) kindsOfShares(place string, code claims.Code, minimum claims.Fen, relation bool) []fault.Field {
	for n := range i.Shares {
		s := &i.Shares[n]
		f := workflows.FinalityOf(workflows.AwardedItem{Code: code, Awarded: s.Amount}, minimum, relation)
		if i.Final == nil && !f.Known || i.Final != nil && !f.MayState(*i.Final) {
			return []fault.Field{{Place: place + ".final", Says: text(s.Party+"："+f.Says.ZH+"（"+f.Law.ZH+"）", s.Party+": "+f.Says.EN+" ("+f.Law.EN+")")}}
		}
		if s.kind = f; i.Final != nil {
			s.kind.Final = *i.Final
		}
	}
	return nil
}
