package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
)

// Delegate lets the head of the court decide on extensions and suspensions in the director's place
// (书面委托), from one day to another, both included.
type Delegate struct {
	To    int64         `json:"to" minimum:"1" doc:"仲裁院院长账号 The head's account"`
	From  calendar.Date `json:"from" doc:"起 From"`
	Until calendar.Date `json:"until" doc:"止 Until"`
	Scope string        `json:"scope" minLength:"2" maxLength:"200" doc:"委托事项 Scope"`
}

// DelegationGiven is the record.
type DelegationGiven struct {
	ID    int64         `json:"id"`
	To    string        `json:"to"`
	From  calendar.Date `json:"from"`
	Until calendar.Date `json:"until"`
	Scope string        `json:"scope"`
}

// GiveDelegation records a delegation. Outside its days the head of the court decides nothing that
// is the director's.
func (d *Desk) GiveDelegation(ctx context.Context, who policies.Actor, in Delegate, o Options) (*DelegationGiven, error) {
	var out *DelegationGiven
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.holds(tx, who, policies.Delegate)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*DelegationGiven, error) { return delegate(tx, who, commission, in) })
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("delegate: %w", err)
	}
	return out, nil
}

func delegate(tx *models.Tx, who policies.Actor, commission int64, in Delegate) (*DelegationGiven, error) {
	if in.Until.Before(in.From) || in.From.IsZero() {
		return nil, bad("until", "止期不能早于起期（"+in.From.String()+"）。", "The end cannot be before the beginning ("+in.From.String()+").")
	}
	ok, err := models.Holds(tx, in.To, string(policies.CourtHead), commission, 0)
	if err != nil {
		return nil, err
	}
	if !ok || in.To == who.Account {
		return nil, bad("to", "只能委托本会仲裁院院长。", "Only the head of the commission's court can be delegated to.")
	}
	row := &models.Delegation{CommissionID: commission, GiverID: who.Account, TakerID: in.To, Scope: in.Scope, FromOn: in.From, UntilOn: in.Until, GivenAt: tx.Now}
	if err := tx.Create(row).Error; err != nil {
		return nil, err
	}
	names, err := models.AccountNames(tx, []int64{in.To})
	return &DelegationGiven{row.ID, names[in.To], in.From, in.Until, in.Scope}, err
}

// MayDelegate says whether somebody gives delegations.
func (d *Desk) MayDelegate(ctx context.Context, who policies.Actor) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		_, err := d.holds(tx, who, policies.Delegate)
		return err
	})
}
