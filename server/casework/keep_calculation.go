package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// KeepCalculation works a claim's sum out and keeps the working with the claim (保存计算书). What is
// claimed stays as it was: the working shows how much of it can be reckoned.
type KeepCalculation struct {
	Dated
	Claim  int               `json:"claim" minimum:"1" doc:"第几项请求 Number of the claim"`
	Inputs map[string]string `json:"inputs,omitempty" doc:"计算器要填的各项，名称见 /api/v1/tools/claims The calculator's inputs by name"`
}

func (KeepCalculation) Event() workflows.Event { return workflows.KeepCalculation }

func (k KeepCalculation) Apply(a *Act) error {
	c := a.claimNo(k.Claim)
	if c == nil {
		return bad("claim", "没有这一项请求。", "There is no such claim.")
	}
	if !moneyClaim(c.Code) {
		return bad("claim", "这一项请求不涉及金额，不用计算。", "This claim has no sum to work out.")
	}
	if len(k.Inputs) == 0 {
		return bad("inputs", "请把计算要用的各项填好，再保存。", "Please fill in what the calculation needs, and keep it then.")
	}
	w, err := a.reckon(c.Code, k.Inputs, "inputs.")
	if err != nil {
		return err
	}
	row := &models.Calculation{Child: a.child(), ClaimNo: c.No, Code: c.Code, Capacity: a.Capacity, AccountID: a.Who.Account, MadeOn: a.On}
	if err := row.Put(w); err != nil {
		return err
	}
	a.Case.Change(row)
	a.Detail["claim"] = k.Claim
	return nil
}

func (a *Act) claimNo(no int) *models.Claim {
	for i := range a.Case.Claims {
		if a.Case.Claims[i].No == no {
			return &a.Case.Claims[i]
		}
	}
	return nil
}

// reckon works out a sum inside a step. Faults name their fields behind a prefix.
func (a *Act) reckon(code string, in claims.Given, prefix string) (claims.Calculation, error) {
	calc, _ := claims.CalculatorOf(claims.Code(code))
	known, err := a.parameters()
	if err != nil {
		return claims.Calculation{}, err
	}
	w, err := calc.Reckon(in, known, a.Rules.Days)
	if f := fault.As(err); f != nil {
		placed := *f
		placed.Fields = nil
		for _, field := range f.Fields {
			placed.Fields = append(placed.Fields, fault.Field{Place: prefix + field.Place, Says: field.Says})
		}
		return w, &placed
	}
	return w, err
}
