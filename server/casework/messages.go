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
	data := notify.Data{Code: a.Tx.Keys.QueryCode(a.Case.Ref, a.Case.CodeVersion), Ref: a.Case.Ref, Number: a.Case.CaseNumber(), Link: a.Desk.url + "/status?ref=" + a.Case.Ref, On: a.On, Due: a.Case.DueKey}
	if h := a.Case.Hearing(); h != nil {
		data.HearingOn, data.HearingAt, data.Place = h.HearingOn, h.Starts, h.Place
	}
	for _, t := range step.Tells {
		for _, to := range t.To {
			if err := a.tellSide(t.Tell, to, data, e.No); err != nil {
				return err
			}
		}
	}
	return nil
}

func (a *Act) tellSide(name string, to workflows.Capacity, data notify.Data, no int) error {
	body, err := notify.Say(name, to, data)
	if err != nil {
		return err
	}
	for _, p := range a.Case.Parties {
		if string(p.Side) != string(to) {
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
		m := models.Message{Child: a.child(), EventNo: no, Name: name, PartyID: &party, AccountID: p.AccountID,
			Channel: channel, Body: body.ZH, State: "queued", QueuedAt: a.Tx.Now}
		if err := a.Tx.Create(&m).Error; err != nil {
			return err
		}
		if _, err := a.Desk.queue.InsertTx(a.Tx.Context(), a.Tx.SQL(), outbox.Deliver{Commission: m.CommissionID, Message: m.ID}, nil); err != nil {
			return err
		}
	}
	return nil
}
