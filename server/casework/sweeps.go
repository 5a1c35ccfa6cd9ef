package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/evidence"
)

// SweepOrphans removes sessions, drafts and bundles that have expired, then stored versions that no row names and that are older than a day. It never runs
// on a store that is no longer the one in force: there the rows name versions of another.
func (d *Desk) SweepOrphans(ctx context.Context) (int, error) {
	if err := d.db.InTx(ctx, d.now(), models.DropEndedSessions); err != nil {
		return 0, err
	}
	if _, err := d.ForgetDrafts(ctx); err != nil {
		return 0, err
	}
	if _, err := d.ForgetBundles(ctx); err != nil {
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

// SpellNames spells the names of parties that are older than the search by spelling, and says how many.
func (d *Desk) SpellNames(ctx context.Context) (int, error) { return d.db.SpellNames(ctx, d.now) }

// DeliverMessage hands one message to its channel and notes that it went out. The in-app box and
// the demo's outbox need no more than that; a gateway for SMS takes its place here.
func (d *Desk) DeliverMessage(ctx context.Context, postman policies.Actor, commission, id int64) error {
	if ok, err := d.gate.Allows(policies.Holding{Role: postman.Program, Dom: policies.InProgram, Standing: policies.None}, policies.Deliver); err != nil || !ok {
		return policies.Forbid()
	}
	d.at(BeforeMessage)
	return d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		return tx.Model(&models.Message{}).Where("commission_id = ? AND id = ? AND state <> 'sent'", commission, id).
			Updates(map[string]any{"state": "sent", "sent_at": tx.Now}).Error
	})
}
