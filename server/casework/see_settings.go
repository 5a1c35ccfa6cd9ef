package casework

import (
	"context"
	"encoding/hex"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
	"tiaocai/workflows/settings"
)

// SettingsView is what a commission counts with, what waits for a second person, and what was
// decided (参数).
type SettingsView struct {
	Now        []SettingNow   `json:"now" doc:"现行数值 What holds today"`
	Waiting    []SettingView  `json:"waiting" doc:"等待审批 Waiting for a second person"`
	Decided    []SettingView  `json:"decided" doc:"已办的 Decided, newest first"`
	Log        []SettingEvent `json:"log" doc:"本会记录 The commission's log, newest first"`
	MayPropose bool           `json:"may_propose"`
	MayApprove bool           `json:"may_approve"`
}

// SettingNow is one setting with the value that holds today; no value if nobody entered one.
type SettingNow struct {
	Name   settings.Name `json:"name"`
	Says   law.Text      `json:"says"`
	Value  string        `json:"value,omitempty"`
	Unit   law.Text      `json:"unit"`
	From   calendar.Date `json:"from"`
	Source law.Text      `json:"source"`
}

// SettingView is one change.
type SettingView struct {
	ID         int64         `json:"id"`
	Name       settings.Name `json:"name"`
	Says       law.Text      `json:"says"`
	From       calendar.Date `json:"from"`
	Value      string        `json:"value"`
	Source     string        `json:"source"`
	State      string        `json:"state" enum:"waiting,approved,declined"`
	Proposer   string        `json:"proposer"`
	ProposedOn calendar.Date `json:"proposed_on"`
	Decider    string        `json:"decider,omitempty"`
	Reason     string        `json:"reason,omitempty"`
	Own        bool          `json:"own" doc:"自己报的，不能自己批 Proposed by you: somebody else decides"`
}

// SettingEvent is one line of the commission's log.
type SettingEvent struct {
	No    int           `json:"no"`
	Event string        `json:"event"`
	Says  law.Text      `json:"says"`
	On    calendar.Date `json:"on"`
	By    string        `json:"by"`
	Hash  string        `json:"hash"`
}

const settingsShown = 100

// SeeSettings shows them to the commission's staff.
func (d *Desk) SeeSettings(ctx context.Context, who policies.Actor) (*SettingsView, error) {
	v := &SettingsView{Waiting: []SettingView{}, Decided: []SettingView{}, Log: []SettingEvent{}}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.holds(tx, who, policies.ViewSettings)
		if err != nil {
			return err
		}
		_, no := d.holds(tx, who, policies.ProposeSetting)
		v.MayPropose = no == nil
		_, no = d.holds(tx, who, policies.ApproveSetting)
		v.MayApprove = no == nil
		in, err := models.InForce(tx, commission)
		if err != nil {
			return err
		}
		for _, k := range settings.Kinds() {
			value, from, source := in.Now(k.Name, tx.Today())
			v.Now = append(v.Now, SettingNow{k.Name, k.Says, value, k.Unit, from, source})
		}
		return v.fill(tx, commission, who)
	})
	if err != nil {
		return nil, fmt.Errorf("see settings: %w", err)
	}
	return v, nil
}

func (v *SettingsView) fill(tx *models.Tx, commission int64, who policies.Actor) error {
	rows, err := models.Settings(tx, commission, settingsShown)
	if err != nil {
		return err
	}
	for _, r := range rows {
		k, _ := settings.Find(r.Name)
		s := SettingView{ID: r.ID, Name: r.Name, Says: k.Says, From: r.FromOn, Value: r.Value, Source: r.Source, State: "waiting", Proposer: r.Proposer,
			ProposedOn: calendar.At(r.ProposedAt.In(models.Zone)), Decider: r.Decider, Reason: r.Reason, Own: r.ProposedBy == who.Account}
		switch {
		case r.Approved == nil:
			v.Waiting = append(v.Waiting, s)
			continue
		case *r.Approved:
			s.State = "approved"
		default:
			s.State = "declined"
		}
		v.Decided = append(v.Decided, s)
	}
	events, err := models.CommissionEvents(tx, commission, settingsShown)
	for _, e := range events {
		v.Log = append(v.Log, SettingEvent{e.No, e.Event, commissionWords(e.Event), e.HappenedOn, e.Name, hex.EncodeToString(e.Hash)})
	}
	return err
}
