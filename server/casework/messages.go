package casework

import (
	"tiaocai/models"
	"tiaocai/models/outbox"
	"tiaocai/server/notify"
	"tiaocai/workflows"
)

// tell queues the messages that the step asks for: one row for each party and account, and one
// job for each row, in the step's own transaction. They exist exactly if the step happened.
func (a *Act) tell(step workflows.Step, e *models.Event) error {
	if len(step.Tells) == 0 {
		return nil
	}
	data := a.Desk.tidings(a.Tx, a.Case)
	data.On, data.Due = a.On, a.Case.DueKey
	for _, t := range step.Tells {
		for _, to := range t.To {
			if err := a.tellSide(t.Tell, to, data, e); err != nil {
				return err
			}
		}
	}
	return nil
}

// tidings is what every message of a case is written from.
func (d *Desk) tidings(tx *models.Tx, c *models.Case) notify.Data {
	data := notify.Data{Code: tx.Keys.QueryCode(c.Ref, c.CodeVersion), Ref: c.Ref, Number: c.CaseNumber(), Link: d.statusOf(c.Ref)}
	if h := c.Hearing(); h != nil {
		data.HearingOn, data.HearingAt, data.Place = h.HearingOn, h.Starts, h.Place
	}
	return data
}

func (a *Act) tellSide(name string, to workflows.Capacity, data notify.Data, e *models.Event) error {
	body, err := notify.Say(name, to, data)
	if err != nil {
		return err
	}
	for _, p := range a.Case.Parties {
		if string(p.Side) != string(to) || p.Third() && e.Event.Walled() {
			continue
		}
		channel := "box"
		if p.AccountID == nil {
			channel = "sms"
		}
		if channel == "sms" && p.Phone == "" {
			continue // nobody to tell yet: the paper itself goes by post
		}
		party := p.ID
		m := models.Message{CommissionID: a.Case.CommissionID, CaseID: &a.Case.ID, EventNo: e.No, Name: name, PartyID: &party, AccountID: p.AccountID,
			Channel: channel, Body: body.ZH, State: "queued", QueuedAt: a.Tx.Now}
		if err := a.Desk.queued(a.Tx, m); err != nil {
			return err
		}
	}
	return nil
}

// queued writes a message down with the job that sends it.
func (d *Desk) queued(tx *models.Tx, m models.Message) error {
	if err := tx.Create(&m).Error; err != nil {
		return err
	}
	_, err := d.queue.InsertTx(tx.Context(), tx.SQL(), outbox.Deliver{Commission: m.CommissionID, Message: m.ID}, nil)
	return err
}
