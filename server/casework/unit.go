package casework

import (
	"context"
	"fmt"
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
)

// SetUnit notes where a part-time arbitrator works (兼职仲裁员的工作单位): they never sit when that unit
// is a party. Empty: they work for the commission alone.
type SetUnit struct {
	Account int64  `json:"account" minimum:"1" doc:"账号编号 Account"`
	Unit    string `json:"unit,omitempty" maxLength:"100" doc:"工作单位全称，与营业执照一致；空为专职 Full name of the unit as registered; empty for full-time"`
}

// UnitSet is what is on record now.
type UnitSet struct {
	Account int64  `json:"account"`
	Unit    string `json:"unit"`
}

// SetUnit notes it for an arbitrator of the administrator's commission. It holds for every tribunal
// that is formed from now on.
func (d *Desk) SetUnit(ctx context.Context, who policies.Actor, in SetUnit, o Options) (*UnitSet, error) {
	out, err := managing(ctx, d, who, o, func(m manager) (*UnitSet, error) {
		ok, err := models.Holds(m.tx, in.Account, "arbitrator", m.commission, 0)
		if err == nil && !ok {
			err = bad("account", "这个账号不是本会的仲裁员。", "This account is no arbitrator of the commission.")
		}
		if err != nil {
			return nil, err
		}
		unit := strings.TrimSpace(in.Unit)
		if err := m.tx.Model(&models.Account{}).Where("id = ?", in.Account).Update("unit", unit).Error; err != nil {
			return nil, err
		}
		return &UnitSet{in.Account, unit}, m.record("set-unit", in.Account, "")
	})
	if err != nil {
		return nil, fmt.Errorf("set unit: %w", err)
	}
	return out, nil
}
