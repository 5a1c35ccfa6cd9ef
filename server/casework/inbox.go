package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
)

// MessageView is one message in somebody's box.
type MessageView struct {
	ID      int64  `json:"id"`
	Ref     string `json:"ref"`
	Number  string `json:"number,omitempty"`
	Name    string `json:"name"`
	To      string `json:"to"`
	Channel string `json:"channel"`
	State   string `json:"state"`
	Body    string `json:"body"`
	At      string `json:"at"`
	Unread  bool   `json:"unread" doc:"第一次看到 Not seen before"`
}

// boxSize is how many messages a box shows; older ones stand in their cases' timelines.
const boxSize = 100

// MyMessages is somebody's own box, newest first. What it hands out counts as read from then on; the answer still says
// which were new.
func (d *Desk) MyMessages(ctx context.Context, who policies.Actor) ([]MessageView, error) {
	list, err := d.messages(ctx, func(tx *models.Tx) ([]models.MessageRow, error) { return models.MessagesOf(tx, who.Account, boxSize) })
	if err != nil {
		return nil, err
	}
	var unread []int64
	for _, m := range list {
		if m.Unread {
			unread = append(unread, m.ID)
		}
	}
	if len(unread) > 0 {
		err = d.seen(ctx, func(tx *models.Tx) error { return models.ReadListed(tx, who.Account, unread) })
	}
	return list, err
}

// Outbox is every message there is: only the demo has a page for it.
func (d *Desk) Outbox(ctx context.Context) ([]MessageView, error) {
	return d.messages(ctx, func(tx *models.Tx) ([]models.MessageRow, error) { return models.LastMessages(tx, 200) })
}

func (d *Desk) messages(ctx context.Context, read func(*models.Tx) ([]models.MessageRow, error)) ([]MessageView, error) {
	list := []MessageView{}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		list = list[:0]
		rows, err := read(tx)
		for _, m := range rows {
			list = append(list, MessageView{ID: m.ID, Ref: m.Ref, Number: m.Number, Name: m.Name, To: m.Party, Channel: m.Channel, State: m.State, Body: m.Body,
				At: m.QueuedAt.In(models.Zone).Format("2006-01-02 15:04"), Unread: m.ReadAt == nil})
		}
		return err
	})
	return list, err
}

// MarkRead puts away what somebody has not looked at (全部标为已读).
type MarkRead struct {
	UpTo int64 `json:"up_to,omitempty" minimum:"0" doc:"到哪一条消息为止（它的 id）；不填为此刻的全部 Up to which message, by its id; all there are now if left out"`
}

// UnreadCount says how many messages somebody has not seen.
type UnreadCount struct {
	Unread int  `json:"unread" doc:"未读消息，数到一百为止 Unread messages, counted up to a hundred"`
	Many   bool `json:"unread_many,omitempty" doc:"一百条或者更多 A hundred or more"`
}

// ReadAll notes that somebody has seen their messages. Asked twice it does nothing more.
func (d *Desk) ReadAll(ctx context.Context, who policies.Actor, in MarkRead) (*UnreadCount, error) {
	out := &UnreadCount{}
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) (err error) {
		upTo := in.UpTo
		if upTo == 0 {
			upTo = 1<<63 - 1
		}
		if err := models.ReadMessages(tx, who.Account, upTo); err != nil {
			return err
		}
		*out, err = unread(tx, who.Account)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read all messages: %w", err)
	}
	return out, nil
}

func unread(tx *models.Tx, account int64) (UnreadCount, error) {
	n, err := models.CountUnread(tx, account)
	return UnreadCount{n, n >= models.UnreadMost}, err
}

// seen notes what somebody has seen. While the database is full the messages stay unread: nobody is kept from reading.
func (d *Desk) seen(ctx context.Context, f func(*models.Tx) error) error {
	if err := d.db.Act(ctx, d.now(), f); err != nil && !models.Full(err) {
		return err
	}
	return nil
}
