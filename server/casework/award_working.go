package casework

import (
	"cmp"
	"fmt"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
)

// work works an item's amount out where the tribunal asks for it, and leaves the inputs as they
// were used, parameters included: whoever approves the award later approves this very sum.
func (i *AwardItem) work(a *Act, place string, c models.Claim) []fault.Field {
	if !i.Calculate {
		i.Inputs = nil
		return nil
	}
	if !moneyClaim(c.Code) || i.Decision == "rejected" {
		return []fault.Field{{Place: place + ".calculate", Says: text("不支持的请求和没有金额的请求不用计算。", "A rejected claim, or one without a sum, is not worked out.")}}
	}
	w, err := a.reckon(c.Code, i.Inputs, place+".inputs.")
	if f := fault.As(err); f != nil {
		return f.Fields
	}
	most := w.Amount
	if w.AtMost != nil {
		most = *w.AtMost
	}
	i.Inputs, i.Amount = w.Given(), cmp.Or(i.Amount, w.Amount)
	if i.Amount > most {
		return []fault.Field{{Place: place + ".amount", Says: text("裁决金额不能超过算出的金额（"+most.Grouped()+" 元）。", "The amount cannot be more than was worked out ("+most.Grouped()+" yuan).")}}
	}
	return nil
}

// keepWorkings puts the workings of an award beside what was decided, and lends its papers the formulas.
func (m MakeAward) keepWorkings(a *Act) error {
	a.formulas = map[int]string{}
	for i, item := range m.Items {
		c := a.claimNo(item.No)
		if !item.Calculate || c == nil {
			continue
		}
		w, err := a.reckon(c.Code, item.Inputs, fmt.Sprintf("items.%d.inputs.", i))
		if err != nil {
			return err
		}
		row := &models.Calculation{Child: a.child(), ClaimNo: c.No, Code: c.Code, Decided: true, Capacity: workflows.Tribunal, AccountID: a.Who.Account, MadeOn: a.On}
		if err := row.Put(w); err != nil {
			return err
		}
		a.Case.Change(row)
		a.formulas[c.No] = w.Formula
	}
	return nil
}

// workings are the newest calculations by claim, of what is claimed or of what was decided, as long
// as the claim is still of the same kind.
func workings(c *models.Case, list []models.Calculation, decided bool) (map[int]*ClaimCalculation, error) {
	out := map[int]*ClaimCalculation{}
	for _, row := range list {
		for _, claim := range c.Claims {
			if claim.No != row.ClaimNo || claim.Code != row.Code || row.Decided != decided {
				continue
			}
			w, err := row.Working()
			if err != nil {
				return nil, err
			}
			out[claim.No] = &ClaimCalculation{By: capacityNames[row.Capacity], On: row.MadeOn, Calculation: *w}
		}
	}
	return out, nil
}

// addWorkings puts both kinds beside the claims of a view.
func (v *CaseView) addWorkings(c *models.Case, list []models.Calculation) error {
	claimed, err := workings(c, list, false)
	if err != nil {
		return err
	}
	decided, err := workings(c, list, true)
	for i := range v.Claims {
		v.Claims[i].Calculation, v.Claims[i].Decided = claimed[v.Claims[i].No], decided[v.Claims[i].No]
	}
	return err
}
