package models

import (
	"time"

	"github.com/jackc/pgx/v5"
	"gorm.io/gorm/clause"

	"tiaocai/policies"
	"tiaocai/workflows/calendar"
)

// Feed is the secret address of somebody's calendar feed (日历订阅); only its digest is kept.
type Feed struct {
	AccountID int64 `gorm:"primaryKey;autoIncrement:false"`
	Digest    []byte
	MadeAt    time.Time
}

// Save keeps the feed in place of the account's earlier one, whose address ends with it.
func (f *Feed) Save(tx *Tx) error {
	return tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "account_id"}}, DoUpdates: clause.AssignmentColumns([]string{"digest", "made_at"})}).Create(f).Error
}

// FeedOf finds the feed of an account; nil if there is none.
func FeedOf(tx *Tx, account int64) (*Feed, error) {
	return feedWhere(tx, "account_id = ?", account)
}

// FeedByDigest finds a feed by the digest of its secret; nil if there is none.
func FeedByDigest(tx *Tx, digest []byte) (*Feed, error) { return feedWhere(tx, "digest = ?", digest) }

func feedWhere(tx *Tx, q string, arg any) (*Feed, error) {
	f := &Feed{}
	ok, err := found(tx.Where(q, arg).Take(f).Error)
	if !ok {
		return nil, err
	}
	return f, nil
}

// DropFeed ends the feed of an account; without one nothing happens.
func DropFeed(tx *Tx, account int64) error {
	return tx.Where("account_id = ?", account).Delete(&Feed{}).Error
}

// FeedRow is one hearing day of a feed, also one that was put off or whose case ended before.
type FeedRow struct {
	Ref, Number, Starts, Place string
	No                         int
	On                         calendar.Date
	Held                       bool // it was opened
	Later                      int  // how many hearing days were set after it
	Open                       bool // the case is
}

// HearingsOf lists the hearings of the cases in which somebody stands, from one day to another, both included.
func HearingsOf(tx *Tx, own policies.Places, from, to calendar.Date) (list []FeedRow, err error) {
	commissions, standings := own.Rows()
	b := tx.batch()
	b.query(`select c.ref, coalesce(c.number, ''), h.no, h.starts, h.place, h.hearing_on, h.opened_on is not null, n.later, c.open
		from (select distinct s.commission_id, s.case_id from standings s join unnest($2::bigint[], $3::text[]) m(commission, standing)
				on m.standing = s.standing and m.commission in (0, s.commission_id) where s.account_id = $1) s
			join cases c on c.commission_id = s.commission_id and c.id = s.case_id
			join hearings h on h.commission_id = c.commission_id and h.case_id = c.id
			cross join lateral (select count(*) later from hearings n where n.commission_id = h.commission_id and n.case_id = h.case_id and n.no > h.no) n
		where h.hearing_on between $4::date and $5::date
		order by h.hearing_on, h.starts, c.ref, h.no`, func(r pgx.Rows) error {
		var h FeedRow
		err := r.Scan(&h.Ref, &h.Number, &h.No, &h.Starts, &h.Place, &h.On, &h.Held, &h.Later, &h.Open)
		list = append(list, h)
		return err
	}, own.Account(), commissions, standings, from, to)
	return list, b.send()
}
