package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// Reckon works out a sum for anybody who asks (公开计算器). It reads no case and keeps nothing, so
// that a worker can know what to claim before there is a case at all.
func (d *Desk) Reckon(ctx context.Context, name string, in claims.Given) (*claims.Calculation, error) {
	c, ok := claims.CalculatorNamed(name)
	if !ok {
		return nil, fault.Missing()
	}
	known, err := d.Parameters(ctx)
	if err != nil {
		return nil, fmt.Errorf("reckon: %w", err)
	}
	out, err := c.Reckon(in, known, calendar.Published())
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// Parameters are the values in force that calculators fall back on.
func (d *Desk) Parameters(context.Context) (claims.Parameters, error) { return claims.National(), nil }

// parameters are the same inside a step.
func (d *Desk) parameters(*models.Tx) claims.Parameters { return claims.National() }
