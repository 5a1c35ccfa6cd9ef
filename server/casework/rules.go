package casework

import (
	"context"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/settings"
)

// rules in force at a commission: its day table, how days are read, the lengths of the table of
// periods. They are read in the transaction that counts with them.
func rules(tx *models.Tx, commission int64) (workflows.Rules, error) {
	in, err := models.InForce(tx, commission)
	if err != nil {
		return workflows.Rules{}, err
	}
	return in.Rules, nil
}

// parameters are the values that the calculators of a commission's case fall back on.
func parameters(tx *models.Tx, commission int64) (claims.Parameters, error) {
	in, err := models.InForce(tx, commission)
	if err != nil {
		return nil, err
	}
	return in.Parameters, nil
}

// parameters are those of the case's commission, read once for the act.
func (a *Act) parameters() (claims.Parameters, error) {
	if a.numbers != nil {
		return *a.numbers, nil
	}
	known, err := parameters(a.Tx, a.Case.CommissionID)
	a.numbers = &known
	return known, err
}

// public is what holds for whoever asks without a case: the values of the home commission.
func (d *Desk) public(ctx context.Context) (in *settings.InForce, err error) {
	err = d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		home, err := models.Home(tx)
		if err == nil {
			in, err = models.InForce(tx, home)
		}
		return err
	})
	return in, err
}

// Parameters are the values in force that public calculators fall back on.
func (d *Desk) Parameters(ctx context.Context) (claims.Parameters, error) {
	in, err := d.public(ctx)
	if err != nil {
		return nil, err
	}
	return in.Parameters, nil
}
