package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// CorrectEntry mends a wrong date (更正登记): what stood there and what stands there now are both on
// record, a second person agrees, and every clock and figure follows at once. State, closing mode
// and closing date are beyond it.
type CorrectEntry struct {
	Dated
	Field  string        `json:"field" enum:"received_on,accepted_on,defence_on,mediation_received_on,served_on,stop_from,stop_to" doc:"更正哪一项 Which entry"`
	ID     int64         `json:"id,omitempty" doc:"送达记录或停钟记录的编号 Number of the service or stop record"`
	Value  calendar.Date `json:"value" doc:"正确的日期 The right day"`
	Cause  string        `json:"cause" enum:"wrong-date,wrong-entry,late-proof" doc:"原因 Cause"`
	Reason string        `json:"reason" minLength:"2" maxLength:"1000" doc:"说明 In words"`
}

func (CorrectEntry) Event() workflows.Event { return workflows.CorrectEntry }

// Tell refuses a day that cannot be right.
func (c CorrectEntry) Tell(a *Act, f *workflows.Facts) error {
	at, row, err := c.find(a.Case)
	if err != nil {
		return err
	}
	switch {
	case c.Value.IsZero() || c.Value.After(f.Today):
		return bad("value", "更正后的日期不能晚于今天（"+f.Today.String()+"）。", "The right day cannot be after today ("+f.Today.String()+").")
	case c.Value.Before(a.Case.OpenedOn):
		return bad("value", "更正后的日期不能早于首次登记（"+a.Case.OpenedOn.String()+"）。", "The right day cannot be before the first contact ("+a.Case.OpenedOn.String()+").")
	case !a.Case.ClosedOn.IsZero() && c.Field != "served_on" && c.Value.After(a.Case.ClosedOn):
		return bad("value", "更正后的日期不能晚于结案（"+a.Case.ClosedOn.String()+"）。", "The right day cannot be after closing ("+a.Case.ClosedOn.String()+").")
	case *at == c.Value:
		return bad("value", "登记的就是这一天。", "That is the day on record.")
	}
	return c.inOrder(a.Case, row)
}

// inOrder keeps a corrected day after the fact that it rests on.
func (c CorrectEntry) inOrder(k *models.Case, row any) error {
	var rests calendar.Date
	switch v := row.(type) {
	case *models.Case:
		if c.Field == "accepted_on" && k.Application() != nil {
			rests = k.Application().ReceivedOn
		}
		if c.Field == "defence_on" {
			rests = k.AcceptedOn
		}
	case *models.Service:
		for _, d := range k.Documents {
			if d.ID == v.DocumentID {
				rests = calendar.Latest(d.DraftedOn, v.SentOn, v.DeliveredOn)
			}
		}
	case *models.ClockEvent:
		rests = k.AcceptedOn
		if c.Field == "stop_to" {
			rests = v.FromOn
		}
	case *models.Application:
		if !k.AcceptedOn.IsZero() && c.Value.After(k.AcceptedOn) {
			return bad("value", "收件不能晚于受理（"+k.AcceptedOn.String()+"）。", "Receipt cannot be after acceptance ("+k.AcceptedOn.String()+").")
		}
	}
	if c.Value.Before(rests) {
		return bad("value", "更正后的日期不能早于它所依据的事项（"+rests.String()+"）。", "The right day cannot be before the fact it rests on ("+rests.String()+").")
	}
	return nil
}

func (c CorrectEntry) Apply(a *Act) error {
	at, row, err := c.find(a.Case)
	if err != nil {
		return err
	}
	a.Detail["field"], a.Detail["old"], a.Detail["new"], a.Detail["cause"] = c.Field, *at, c.Value, c.Cause
	*at = c.Value
	if app, ok := row.(*models.Application); ok && app.Corrections == 0 {
		app.FirstReceivedOn = c.Value
	}
	if _, ok := row.(*models.Case); !ok {
		a.Case.Change(row)
	}
	return nil
}

// find is the date that is meant, and the row that holds it.
func (c CorrectEntry) find(k *models.Case) (*calendar.Date, any, error) {
	switch c.Field {
	case "received_on":
		if app := k.Application(); app != nil {
			return &app.ReceivedOn, app, nil
		}
	case "accepted_on":
		if !k.AcceptedOn.IsZero() {
			return &k.AcceptedOn, k, nil
		}
	case "defence_on":
		if !k.DefenceOn.IsZero() {
			return &k.DefenceOn, k, nil
		}
	case "mediation_received_on":
		if m := k.Mediation(); m != nil {
			return &m.ReceivedOn, m, nil
		}
	case "served_on":
		for i := range k.Services {
			if k.Services[i].ID == c.ID && k.Services[i].State == workflows.ServiceServed {
				return &k.Services[i].ServedOn, &k.Services[i], nil
			}
		}
	case "stop_from", "stop_to":
		for i := range k.ClockEvents {
			e := &k.ClockEvents[i]
			if e.ID == c.ID && c.Field == "stop_from" {
				return &e.FromOn, e, nil
			}
			if e.ID == c.ID && !e.ToOn.IsZero() {
				return &e.ToOn, e, nil
			}
		}
	}
	return nil, nil, bad("field", "本案没有这一项登记。", "There is no such entry in this case.")
}
