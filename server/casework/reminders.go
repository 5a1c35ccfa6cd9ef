package casework

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"gorm.io/gorm/clause"

	"tiaocai/models"
	"tiaocai/models/outbox"
	"tiaocai/policies"
	"tiaocai/server/notify"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// remindAhead is how many days before a hearing the first reminder goes out. That, and the hours of the others, are of our
// own choosing: no statute asks for reminders.
const (
	remindAhead = 5
	lastCall    = 2 * time.Hour
	wakeAt      = 8 // reminders of a day to come go out from this hour on,
	sleepAt     = 20
)

// due says which reminders of a hearing are to go out at a moment. Nobody is reminded on the day on which the hearing was
// announced: that message has just come. One that the program was not there to send is sent late, as long as the next is not
// due; the last two never.
func due(h models.ReminderRow, now time.Time) (names []string) {
	now = now.In(models.Zone)
	begins, known := hourOf(h.On, h.Starts)
	if !known {
		return nil
	}
	today := calendar.At(now)
	fresh := h.AnnouncedAt != nil && calendar.At(h.AnnouncedAt.In(models.Zone)) == today
	awake := now.Hour() >= wakeAt && now.Hour() < sleepAt
	announced := func(before int) bool {
		return h.AnnouncedAt == nil || calendar.At(h.AnnouncedAt.In(models.Zone)).Before(h.On.Next(-before))
	}
	left := h.On.Since(today)
	switch {
	case fresh:
	case left > 1 && left <= remindAhead && awake && announced(remindAhead):
		names = []string{notify.FiveDays}
	case left == 1 && awake:
		names = []string{notify.OneDay}
	case now.Before(begins) && !now.Before(begins.Add(-lastCall)):
		names = []string{notify.TwoHours}
	}
	return slices.DeleteFunc(names, func(n string) bool { return slices.Contains(h.Sent, n) })
}

// Remind reminds parties and their agents of their hearings, each once of each kind, and returns how many messages it wrote
// (开庭提醒). It may stop half way, and run beside itself: what was written is on record and is not written again.
func (d *Desk) Remind(ctx context.Context, clock policies.Actor) (n int, failed error) {
	if err := d.maySweep(clock); err != nil {
		return 0, err
	}
	var list []models.ReminderRow
	now := d.now()
	failed = d.db.Reading(ctx, now, func(tx *models.Tx) (err error) {
		list, err = models.HearingsToRemind(tx, tx.Today(), tx.Today().Next(remindAhead))
		return err
	})
	for _, h := range list {
		for _, name := range due(h, now) {
			sent, err := d.remindOf(ctx, h, name)
			if err != nil {
				failed = errors.Join(failed, fmt.Errorf("remind of case %s: %w", h.Ref, err))
			}
			n += sent
		}
	}
	return n, failed
}

// remindOf writes one kind of reminder to everybody of one hearing, if it still stands: the case is held meanwhile, so that
// nobody puts the day off between the look and the message.
func (d *Desk) remindOf(ctx context.Context, r models.ReminderRow, name string) (n int, err error) {
	err = d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		n = 0
		c, err := models.LockCase(tx, r.Ref)
		if err != nil {
			return err
		}
		h := c.Hearing()
		if c.State != workflows.Scheduled || h == nil || h.ID != r.HearingID || c.Suspended() {
			return nil
		}
		body, err := d.reminder(tx, c, name)
		if err != nil {
			return err
		}
		for _, m := range whomToRemind(c, h) {
			m.EventNo, m.Name, m.Body, m.State, m.QueuedAt = c.Events, name, body, "queued", tx.Now
			fresh, err := d.queueOnce(tx, &m)
			if err != nil {
				return err
			}
			if fresh {
				n++
			}
		}
		return nil
	})
	return n, err
}

func (d *Desk) reminder(tx *models.Tx, c *models.Case, name string) (string, error) {
	commission, err := models.CommissionByID(tx, c.CommissionID)
	if err != nil {
		return "", err
	}
	data := d.tidings(tx, c)
	data.Address = commission.Address
	m, err := notify.Remind(name, data)
	return m.ZH, err
}

// whomToRemind is every party and every agent in office who can be reached: in the box of their account, else by phone. One
// who speaks for many is reminded once.
func whomToRemind(c *models.Case, h *models.Hearing) (list []models.Message) {
	told := map[string]bool{}
	add := func(party int64, agent, account *int64, phone string) {
		m := models.Message{CommissionID: c.CommissionID, CaseID: &c.ID, PartyID: &party, AgentID: agent, AccountID: account, HearingID: &h.ID, Channel: "box"}
		who := phone
		if account == nil {
			m.Channel = "sms"
		} else {
			who = "account " + strconv.FormatInt(*account, 10)
		}
		if who != "" && !told[who] {
			told[who], list = true, append(list, m)
		}
	}
	for _, p := range c.Parties {
		add(p.ID, nil, p.AccountID, p.Phone)
		for _, g := range c.Agents {
			if g.PartyID == p.ID && g.EndedOn.IsZero() {
				add(p.ID, &g.ID, g.AccountID, g.Phone)
			}
		}
	}
	return list
}

// queueOnce writes a message and its job, unless the same was written before.
func (d *Desk) queueOnce(tx *models.Tx, m *models.Message) (fresh bool, err error) {
	q := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(m)
	if q.Error != nil || q.RowsAffected == 0 {
		return false, q.Error
	}
	_, err = d.queue.InsertTx(tx.Context(), tx.SQL(), outbox.Deliver{Commission: m.CommissionID, Message: m.ID}, nil)
	return err == nil, err
}
