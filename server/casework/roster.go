package casework

import (
	"context"
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
)

// SetRoster is the whole roster of the coming four weeks as it shall be (排值班).
type SetRoster struct {
	Duty []DutyDay `json:"duty,omitempty" maxItems:"1000" doc:"哪天谁值班；没有写的不值班 Who is on duty when; what is left out is not"`
}

// DutyDay is one mediator on one day. Without a mediator it says nothing, as an unticked box does.
type DutyDay struct {
	On       calendar.Date `json:"on" doc:"工作日 The working day"`
	Mediator int64         `json:"mediator,omitempty" minimum:"1" doc:"调解员账号 The mediator's account"`
}

// RosterSet says how many turns stand on the roster.
type RosterSet struct {
	Turns int `json:"turns" doc:"班次 Turns of duty"`
}

// KeepRoster puts the roster in place of the one there was; days that are past stay as they were.
func (d *Desk) KeepRoster(ctx context.Context, who policies.Actor, in SetRoster, o Options) (*RosterSet, error) {
	var out *RosterSet
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		p, err := d.placeFor(tx, who, policies.KeepRoster)
		if err != nil {
			return err
		}
		if p.org == nil {
			return policies.Forbid()
		}
		out, err = once(tx, who, o, func() (*RosterSet, error) { return p.keepRoster(tx, who, in) })
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("keep roster: %w", err)
	}
	return out, nil
}

func (p workplace) keepRoster(tx *models.Tx, who policies.Actor, in SetRoster) (*RosterSet, error) {
	law, err := rules(tx, p.commission)
	if err != nil {
		return nil, err
	}
	there, err := models.Colleagues(tx, "mediator", 0, p.org.ID)
	if err != nil {
		return nil, err
	}
	from, to := tx.Today(), tx.Today().Next(rosterDays-1)
	var list []models.Duty
	for i, x := range in.Duty {
		if x.Mediator == 0 {
			continue
		}
		if err := onRoster(i, x, from, to, law.Days, there); err != nil {
			return nil, err
		}
		row := models.Duty{CommissionID: p.commission, OrganisationID: p.org.ID, AccountID: x.Mediator, DutyOn: x.On, SetBy: who.Account, SetAt: tx.Now}
		if !slices.ContainsFunc(list, func(y models.Duty) bool { return y.AccountID == x.Mediator && y.DutyOn == x.On }) {
			list = append(list, row)
		}
	}
	return &RosterSet{len(list)}, models.SetDuties(tx, *p.org, from, to, list)
}

// onRoster refuses a turn that cannot be.
func onRoster(i int, x DutyDay, from, to calendar.Date, days *calendar.Holidays, there []models.Colleague) error {
	switch {
	case x.On.Before(from) || x.On.After(to):
		return bad(fmt.Sprintf("duty.%d.on", i), "只排今天起四周内的（"+from.String()+" 至 "+to.String()+"）。", "Only the four weeks from today on ("+from.String()+" to "+to.String()+").")
	case !days.Working(x.On):
		return bad(fmt.Sprintf("duty.%d.on", i), x.On.String()+" 不是工作日。", x.On.String()+" is not a working day.")
	case !slices.ContainsFunc(there, func(c models.Colleague) bool { return c.ID == x.Mediator }):
		return bad(fmt.Sprintf("duty.%d.mediator", i), "请从本组织的调解员里选。", "Please choose from this organisation's mediators.")
	}
	return nil
}

// MayKeepRoster says whether somebody keeps a roster.
func (d *Desk) MayKeepRoster(ctx context.Context, who policies.Actor) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		_, err := d.placeFor(tx, who, policies.KeepRoster)
		return err
	})
}

// DutyView are somebody's own days of duty (我的值班).
type DutyView struct {
	Days []calendar.Date `json:"days" doc:"今天起值班的日子 Days of duty from today on"`
}

// MyDuty tells somebody when they are on duty.
func (d *Desk) MyDuty(ctx context.Context, who policies.Actor) (*DutyView, error) {
	out := &DutyView{Days: []calendar.Date{}}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		days, err := models.DutiesOf(tx, who.Account, tx.Today())
		out.Days = append(out.Days, days...)
		return err
	})
	return out, err
}
