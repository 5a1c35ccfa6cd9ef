package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/models/outbox"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
	"tiaocai/workflows/settings"
)

// ProposeSetting proposes a value from a day on (报请变更参数). It holds once somebody else approves it.
type ProposeSetting struct {
	Name   string        `json:"name" enum:"minimum_wage,city_average_wage,province_average_wage,province_average_year,area_average_wage,national_income_per_head,pay_days,part_month_method,r33_80_unit,collective_counting" doc:"参数 Which setting"`
	From   calendar.Date `json:"from" doc:"从哪天起执行 From which day it holds"`
	Value  string        `json:"value" minLength:"1" maxLength:"20" doc:"数值 Value"`
	Source string        `json:"source" minLength:"4" maxLength:"200" doc:"公布的文件 Where it was published"`
}

// ProposeNotice proposes the day table of a year, as its holiday notice has it (登记放假通知).
type ProposeNotice struct {
	Year   int    `json:"year" minimum:"2024" maximum:"2998" doc:"年份 Year"`
	Rest   string `json:"rest" minLength:"10" maxLength:"2000" doc:"放假的日子 Days of rest"`
	Work   string `json:"work,omitempty" maxLength:"2000" doc:"周末上班的日子 Weekend days that are worked"`
	Source string `json:"source" minLength:"4" maxLength:"200" doc:"公布的文件 Where it was published"`
}

// ApproveSetting lets a proposed value hold (审批参数变更).
type ApproveSetting struct{}

// DeclineSetting does not (退回参数变更).
type DeclineSetting struct {
	Reason string `json:"reason" minLength:"2" maxLength:"500" doc:"理由 Reason"`
}

// SettingDone is what is on record now.
type SettingDone struct {
	ID    int64  `json:"id"`
	State string `json:"state" enum:"waiting,approved,declined"`
}

// ProposeSetting writes the proposal down and in the commission's log. Nothing changes yet.
func (d *Desk) ProposeSetting(ctx context.Context, who policies.Actor, in ProposeSetting, o Options) (*SettingDone, error) {
	return d.setting(ctx, who, policies.ProposeSetting, o, func(tx *models.Tx, as policies.Post) (*SettingDone, error) {
		return propose(tx, who, as, settings.Value{Name: settings.Name(in.Name), From: in.From, Value: in.Value, Source: in.Source})
	})
}

// ProposeNotice does the same for the holidays of a year.
func (d *Desk) ProposeNotice(ctx context.Context, who policies.Actor, in ProposeNotice, o Options) (*SettingDone, error) {
	return d.setting(ctx, who, policies.ProposeSetting, o, func(tx *models.Tx, as policies.Post) (*SettingDone, error) {
		lines, err := settings.ReadNotice(in.Year, in.Rest, in.Work)
		if err != nil {
			return nil, err
		}
		if in.Year > tx.Today().Year()+1 {
			return nil, bad("year", "最远登记到明年。", "Next year is the last that can be entered.")
		}
		return propose(tx, who, as, settings.Value{Name: settings.HolidayNotice, From: calendar.On(in.Year, 1, 1), Value: lines, Source: in.Source})
	})
}

// ApproveSetting lets the value hold from its day. Where clocks depend on it, all open ones are
// counted anew by a job that is queued in the same transaction.
func (d *Desk) ApproveSetting(ctx context.Context, who policies.Actor, id int64, o Options) (*SettingDone, error) {
	return d.setting(ctx, who, policies.ApproveSetting, o, func(tx *models.Tx, as policies.Post) (*SettingDone, error) {
		s, err := decide(tx, who, as, id, true, "")
		if err != nil {
			return nil, err
		}
		if k, _ := settings.Find(s.Name); k.Clocks {
			if _, err := d.queue.InsertTx(tx.Context(), tx.SQL(), outbox.Rederive{Commission: as.Commission}, nil); err != nil {
				return nil, err
			}
		}
		return &SettingDone{s.ID, "approved"}, nil
	})
}

// DeclineSetting leaves everything as it is, with the reason.
func (d *Desk) DeclineSetting(ctx context.Context, who policies.Actor, id int64, in DeclineSetting, o Options) (*SettingDone, error) {
	return d.setting(ctx, who, policies.ApproveSetting, o, func(tx *models.Tx, as policies.Post) (*SettingDone, error) {
		s, err := decide(tx, who, as, id, false, in.Reason)
		if err != nil {
			return nil, err
		}
		return &SettingDone{s.ID, "declined"}, nil
	})
}

// setting is the door for settings: the right is asked for in the transaction, and a repeated request
// gets its first answer.
func (d *Desk) setting(ctx context.Context, who policies.Actor, act policies.Act, o Options, f func(*models.Tx, policies.Post) (*SettingDone, error)) (*SettingDone, error) {
	var out *SettingDone
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		as, err := d.post(tx, who, act)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*SettingDone, error) { return f(tx, as) })
		return err
	})
	if models.Unique(err, "settings_waiting") {
		err = fault.New(fault.Conflict, "setting-waits", text("这个参数从这一天起的变更已经有人报了，还没有审批。", "A value of this setting from that day was proposed already and waits for its decision."))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", act, err)
	}
	return out, nil
}

func propose(tx *models.Tx, who policies.Actor, as policies.Post, v settings.Value) (*SettingDone, error) {
	if err := settings.Check(v, tx.Today()); err != nil {
		return nil, err
	}
	row := &models.Setting{CommissionID: as.Commission, Name: v.Name, FromOn: v.From, Value: v.Value, Source: v.Source, ProposedBy: who.Account, ProposedAt: tx.Now}
	if err := tx.Create(row).Error; err != nil {
		return nil, err
	}
	return &SettingDone{row.ID, "waiting"}, logged(tx, who, as, "propose-setting", row)
}

func decide(tx *models.Tx, who policies.Actor, as policies.Post, id int64, approved bool, reason string) (*models.Setting, error) {
	s, err := models.LockSetting(tx, as.Commission, id)
	switch {
	case err != nil:
		return nil, err
	case s == nil:
		return nil, fault.Missing()
	case s.DecidedBy != nil:
		return nil, fault.New(fault.Conflict, "setting-decided", text("这项变更已经办过了。", "This change has been decided already."))
	case s.ProposedBy == who.Account:
		return nil, fault.Refuse(workflows.SomebodyElse.Code, workflows.SomebodyElse.Says, workflows.SomebodyElse.Law)
	}
	if err := s.Decide(tx, who.Account, approved, reason); err != nil {
		return nil, err
	}
	event := "approve-setting"
	if !approved {
		event = "decline-setting"
	}
	return s, logged(tx, who, as, event, s)
}

// logged appends to the commission's log: which setting, from which day, which value. What somebody
// wrote in words stays on the row.
func logged(tx *models.Tx, who policies.Actor, as policies.Post, event string, s *models.Setting) error {
	k, _ := settings.Find(s.Name)
	return models.CommissionEvent{CommissionID: s.CommissionID, Event: event, AccountID: who.Account, Capacity: string(as.Role), Rule: k.Law.Rule,
		Detail: models.Detail{"id": s.ID, "name": string(s.Name), "from": s.FromOn.String(), "value": s.Value}}.Record(tx)
}

// settingWords are the words for what the log says.
var settingWords = map[string]law.Text{
	"propose-setting": {ZH: "报请变更", EN: "Proposed"}, "approve-setting": {ZH: "审批同意", EN: "Approved"}, "decline-setting": {ZH: "退回", EN: "Declined"},
}

// MaySet says whether somebody may do an act with settings, before a body is read.
func (d *Desk) MaySet(ctx context.Context, who policies.Actor, act policies.Act) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		_, err := d.holds(tx, who, act)
		return err
	})
}
