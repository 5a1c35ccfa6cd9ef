package casework

import (
	"context"
	"fmt"

	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// Reckon works out a sum for anybody who asks (公开计算器). It reads no case and keeps nothing, so
// that a worker can know what to claim before there is a case at all.
func (d *Desk) Reckon(ctx context.Context, name string, given claims.Given) (*claims.Calculation, error) {
	c, ok := claims.CalculatorNamed(name)
	if !ok {
		return nil, fault.Missing()
	}
	in, err := d.public(ctx)
	if err != nil {
		return nil, fmt.Errorf("reckon: %w", err)
	}
	out, err := c.Reckon(given, in.Parameters, in.Rules.Days)
	if err != nil {
		return nil, err
	}
	return &out, nil
}
