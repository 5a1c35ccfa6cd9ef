package casework

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// A calendar feed (日历订阅) is an address that somebody's own calendar reads every hour: the hearings of the
// cases in which the account stands. Whoever has the address needs no sign-in, so it says times, places and
// numbers, and no name.

// FeedState says whether somebody has a feed; the address itself is not kept.
type FeedState struct {
	On     bool       `json:"on" doc:"已经开通 There is one"`
	MadeAt *time.Time `json:"made_at,omitempty" doc:"地址是什么时候生成的 When its address was made"`
}

// MakeFeed asks for an address; an earlier one ends with it.
type MakeFeed struct{}

// EndFeed switches the feed off.
type EndFeed struct{}

// FeedGiven is a new address; it is shown once.
type FeedGiven struct {
	Address string    `json:"address" doc:"订阅地址，只显示这一次 The address, shown this once"`
	MadeAt  time.Time `json:"made_at"`
}

// SeeFeed says whether somebody has a feed.
func (d *Desk) SeeFeed(ctx context.Context, who policies.Actor) (*FeedState, error) {
	out := &FeedState{}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		f, err := models.FeedOf(tx, who.Account)
		if err == nil && f != nil {
			out.On, out.MadeAt = true, &f.MadeAt
		}
		return err
	})
	return out, err
}

// GiveFeed makes an address. Only a digest of it is kept: nothing that is kept, an answer for a repeated
// request neither, can tell it again. Asked twice, the second address holds.
func (d *Desk) GiveFeed(ctx context.Context, who policies.Actor) (*FeedGiven, error) {
	secret := models.NewToken()
	out := &FeedGiven{Address: d.url + "/feeds/" + secret + ".ics"}
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		if a, err := models.AccountByID(tx, who.Account); err != nil || a == nil {
			return signInNeeded(err)
		}
		out.MadeAt = tx.Now
		return (&models.Feed{AccountID: who.Account, Digest: tx.Keys.MAC("feed", secret), MadeAt: tx.Now}).Save(tx)
	})
	if err != nil {
		return nil, fmt.Errorf("give feed: %w", err)
	}
	return out, nil
}

func signInNeeded(err error) error {
	if err != nil {
		return err
	}
	return fault.New(fault.Unauthorized, "sign-in-needed", text("请先登录。", "Please sign in."))
}

// StopFeed switches the feed off; its address leads nowhere from then on.
func (d *Desk) StopFeed(ctx context.Context, who policies.Actor) (*FeedState, error) {
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error { return models.DropFeed(tx, who.Account) })
	if err != nil {
		return nil, fmt.Errorf("stop feed: %w", err)
	}
	return &FeedState{}, nil
}

// FeedView is what a feed says now.
type FeedView struct {
	At       time.Time
	Hearings []FeedHearing
}

// FeedHearing is one hearing day: one that stands, was held, or is off.
type FeedHearing struct {
	Ref, Number, Starts, Place string
	No                         int
	On                         calendar.Date
	Off                        bool // put off, or its case ended before
	Sequence                   int  // grows when the day is put off, and when the case ends
	Link                       string
}

// At is the hour at which the hearing begins; ok is false where only the day was written down.
func (h FeedHearing) At() (at time.Time, ok bool) { return hourOf(h.On, h.Starts) }

// Named is the case's number, or its reference as long as it has none.
func (h FeedHearing) Named() string { return cmp.Or(h.Number, h.Ref) }

// How far a feed reaches, in days.
const (
	feedBack  = 30
	feedAhead = 365
)

// ReadFeed reads a feed by its secret; fault.NotFound if the address was never given, was renewed or switched
// off, or its account is locked or holds no role any more. Who stands where is asked anew with each reading.
func (d *Desk) ReadFeed(ctx context.Context, secret string) (*FeedView, error) {
	out := &FeedView{At: d.now()}
	err := d.db.Reading(ctx, out.At, func(tx *models.Tx) error {
		f, err := models.FeedByDigest(tx, tx.Keys.MAC("feed", secret))
		if err != nil {
			return err
		}
		if f == nil {
			return fault.Missing()
		}
		posts, err := models.PostsOf(tx, f.AccountID) // a locked account holds none
		if err != nil {
			return err
		}
		if len(posts) == 0 {
			return fault.Missing()
		}
		rows, err := models.HearingsOf(tx, d.gate.Places(policies.Actor{Account: f.AccountID}, posts), tx.Today().Next(-feedBack), tx.Today().Next(feedAhead))
		for _, r := range rows {
			out.Hearings = append(out.Hearings, d.feedHearing(r))
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("feed: %w", err)
	}
	return out, nil
}

// feedHearing: a day that was opened stays as it is. Any other is off once a later day was set or the case
// has ended; neither is ever taken back, so that the count of both never falls.
func (d *Desk) feedHearing(r models.FeedRow) FeedHearing {
	h := FeedHearing{Ref: r.Ref, Number: r.Number, Starts: r.Starts, Place: r.Place, No: r.No, On: r.On, Link: d.url + "/cases/" + r.Ref}
	if r.Held {
		return h
	}
	h.Sequence = r.Later
	if !r.Open {
		h.Sequence++
	}
	h.Off = h.Sequence > 0
	return h
}
