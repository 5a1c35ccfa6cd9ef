package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/evidence"
)

// SweepOrphans removes drafts that have expired, then stored versions that no row names and that are older than a day. It never runs
// on a store that is no longer the one in force: there the rows name versions of another.
func (d *Desk) SweepOrphans(ctx context.Context) (int, error) {
	if _, err := d.ForgetDrafts(ctx); err != nil {
		return 0, err
	}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		name, err := models.StoreInForce(tx, false)
		if err == nil && name != d.vault.Name {
			err = fmt.Errorf("the store in force is %s, not %s", name, d.vault.Name)
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	n, err := evidence.Sweep(ctx, d.vault.Store, d.now().AddDate(0, 0, -1), func(key, version string) (known bool, err error) {
		err = d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
			known, err = models.ObjectKnown(tx, key, version)
			return err
		})
		return known, err
	})
	return n, d.watch(err)
}

// DeliverMessage hands one message to its channel and notes that it went out. The in-app box and
// the demo's outbox need no more than that; a gateway for SMS takes its place here.
func (d *Desk) DeliverMessage(ctx context.Context, postman policies.Actor, commission, id int64) error {
	if ok, err := d.gate.Allows(policies.Holding{Role: postman.Program, Dom: policies.InProgram, Standing: policies.None}, policies.Deliver); err != nil || !ok {
		return policies.Forbid()
	}
	d.at(BeforeMessage)
	return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		return tx.Model(&models.Message{}).Where("commission_id = ? AND id = ? AND state <> 'sent'", commission, id).
			Updates(map[string]any{"state": "sent", "sent_at": tx.Now}).Error
	})
}

// MessageView is one message in somebody's box.
type MessageView struct {
	Ref     string `json:"ref"`
	Name    string `json:"name"`
	To      string `json:"to"`
	Channel string `json:"channel"`
	State   string `json:"state"`
	Body    string `json:"body"`
	At      string `json:"at"`
}

// MyMessages is somebody's own box, newest first.
func (d *Desk) MyMessages(ctx context.Context, who policies.Actor) ([]MessageView, error) {
	return d.messages(ctx, func(tx *models.Tx) ([]models.MessageRow, error) { return models.MessagesOf(tx, who.Account, 100) })
}

// Outbox is every message there is: only the demo has a page for it.
func (d *Desk) Outbox(ctx context.Context) ([]MessageView, error) {
	return d.messages(ctx, func(tx *models.Tx) ([]models.MessageRow, error) { return models.LastMessages(tx, 200) })
}

func (d *Desk) messages(ctx context.Context, read func(*models.Tx) ([]models.MessageRow, error)) ([]MessageView, error) {
	list := []MessageView{}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		rows, err := read(tx)
		for _, m := range rows {
			list = append(list, MessageView{m.Ref, m.Name, m.Party, m.Channel, m.State, m.Body, m.QueuedAt.In(models.Zone).Format("2006-01-02 15:04")})
		}
		return err
	})
	return list, err
}
