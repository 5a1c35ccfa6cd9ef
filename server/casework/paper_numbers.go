package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
)

// paperNumber gives a paper its number (文号): the next of its own series, or the case's number under
// the paper's sign; "" for a paper that carries the number of its case.
func (a *Act) paperNumber(p workflows.Paper) (string, error) {
	n, ok := workflows.NumberingOf(p)
	if !ok {
		return "", nil
	}
	if !n.Own {
		return n.Of(a.Case.CaseNumber()), nil
	}
	prefix, err := seriesOf(a.Tx, a.Case.CommissionID)
	if err != nil {
		return "", err
	}
	year := a.On.Year()
	next, err := models.NextNumber(a.Tx, a.Case.CommissionID, n.Sign, year)
	if err != nil {
		return "", err
	}
	return models.CaseNumberText(prefix, n.Sign, year, next), nil
}
