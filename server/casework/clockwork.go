package casework

import (
	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// StopClock stops the award clock for a reason of the list (停止计算期限).
type StopClock struct {
	Dated
	Kind   string `json:"kind" enum:"public_notice,inquiry,settlement,appraisal,other" doc:"事由 Ground"`
	Ground string `json:"ground" minLength:"2" maxLength:"500" doc:"具体情况 What exactly"`
}

func (StopClock) Event() workflows.Event { return workflows.StopClock }

func (s StopClock) Tell(_ *Act, f *workflows.Facts) error {
	f.Act.Handling.Stop = workflows.StopKind(s.Kind)
	return nil
}

func (s StopClock) Apply(a *Act) error {
	a.stop(s.Kind, s.Ground)
	return nil
}

func (a *Act) stop(kind, ground string) {
	c := a.Case
	c.ClockEvents = append(c.ClockEvents, models.ClockEvent{Child: a.child(), Kind: kind, FromOn: a.On, Ground: ground})
	c.Change(&c.ClockEvents[len(c.ClockEvents)-1])
	a.Detail["kind"] = kind
}

// run lets the clock run again: the running stop of that kind ends on the day, which counts again.
func (a *Act) run(suspension bool) error {
	for i := range a.Case.ClockEvents {
		e := &a.Case.ClockEvents[i]
		if e.Restart || !e.ToOn.IsZero() || (e.Kind == string(workflows.StopSuspension)) != suspension {
			continue
		}
		if a.On.Before(e.FromOn) {
			return bad("on", "恢复不能早于停止那天（"+e.FromOn.String()+"）。", "It cannot run again before it was stopped ("+e.FromOn.String()+").")
		}
		e.ToOn = a.On
		a.Case.Change(e)
	}
	return nil
}

// EndStop lets the clock run on (恢复计算期限).
type EndStop struct{ Dated }

func (EndStop) Event() workflows.Event { return workflows.EndStop }
func (EndStop) Apply(a *Act) error     { return a.run(false) }

// Suspend suspends the case; the tribunal proposes, the director decides (中止审理).
type Suspend struct {
	Dated
	Ground string `json:"ground" enum:"death,incapacity,employer-ended,force-majeure,other-case,appraisal,legal-question,other" doc:"中止的情形 Ground"`
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"具体情况 What exactly"`
}

func (Suspend) Event() workflows.Event { return workflows.Suspend }

func (s Suspend) Apply(a *Act) error {
	a.stop(string(workflows.StopSuspension), s.Ground)
	a.Detail["ground"] = s.Ground
	a.say(documents.FieldGround, s.Reason)
	return nil
}

// Resume goes on with a suspended case (恢复审理).
type Resume struct{ Dated }

func (Resume) Event() workflows.Event { return workflows.Resume }
func (Resume) Apply(a *Act) error     { return a.run(true) }

// ExtendAwardPeriod gives a complex case up to fifteen more days, once, before the period ends;
// the tribunal proposes, the director approves (延长审限).
type ExtendAwardPeriod struct {
	Dated
	Days   int    `json:"days" minimum:"1" maximum:"15" doc:"延长的自然日 Natural days"`
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (ExtendAwardPeriod) Event() workflows.Event { return workflows.ExtendAwardPeriod }

func (e ExtendAwardPeriod) Tell(_ *Act, f *workflows.Facts) error {
	f.Act.Days, f.Act.Reason = e.Days, e.Reason
	return nil
}

func (e ExtendAwardPeriod) Apply(a *Act) error {
	a.Case.ExtensionDays, a.Case.ExtensionOn = e.Days, a.On
	r := a.Case.Facts(a.Rules, a.Tx.Today()).AwardReckoning()
	a.say(documents.FieldDays, itoa(e.Days))
	a.say(documents.FieldReason, e.Reason)
	a.say(documents.FieldNewDue, dueText(r.Statutory))
	a.Detail["days"] = e.Days
	return nil
}

// dueText is a day for a paper; a stopped clock has none.
func dueText(d calendar.Date) string {
	if d.IsZero() {
		return "待期限恢复计算后另行告知"
	}
	return d.String()
}
