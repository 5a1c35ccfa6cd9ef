package models

import (
	"time"

	"gorm.io/gorm/clause"

	"tiaocai/policies"
	"tiaocai/workflows/calendar"
)

// Message tells somebody what happened (消息). It is queued in the step's own transaction and
// never repeats anything from behind the wall.
type Message struct {
	CommissionID int64  `gorm:"primaryKey;autoIncrement:false"`
	ID           int64  `gorm:"primaryKey;autoIncrement"`
	CaseID       *int64 // nil: about somebody's account

	EventNo   int
	Name      string
	PartyID   *int64
	AccountID *int64
	Channel   string // box, sms
	Body      string `gorm:"serializer:sealed;type:bytea"`
	State     string // queued, sent, failed
	QueuedAt  time.Time
	SentAt    *time.Time
	HearingID *int64     // of which hearing it reminds
	AgentID   *int64     // to whom it goes, beside the party
	ReadAt    *time.Time // when its owner saw it; nil: unread
}

// PartyCode is a one-time code by which an account becomes a party or its agent; only a keyed
// digest is kept (当事人绑定码).
type PartyCode struct {
	Child
	PartyID   int64
	AgentID   *int64
	Mac       []byte
	ExpiresAt time.Time
	UsedAt    *time.Time
	UsedBy    *int64
}

// Reveal records that somebody uncovered a masked value.
type Reveal struct {
	Child
	PartyID   int64
	Field     string
	AccountID int64
	Reason    string
	At        time.Time
}

// NoteRead records that somebody opened something of a case: one row a person, thing and hour.
func NoteRead(tx *Tx, c policies.Case, account int64, subject string) error {
	b := tx.batch()
	noteRead(b, c, account, subject)
	return b.send()
}

func noteRead(b *batch, c policies.Case, account int64, subject string) {
	if b.tx.Unnoted != nil {
		b.tx.Unnoted(c, account, subject)
		return
	}
	b.query(`insert into reads (commission_id, case_id, account_id, subject, hour) values ($1, $2, $3, $4, $5) on conflict do nothing`, nil,
		c.Commission, c.ID, account, subject, b.tx.Now.Truncate(time.Hour))
}

// Key is a remembered first answer (幂等键).
type Key struct {
	AccountID  int64  `gorm:"primaryKey;autoIncrement:false"`
	Route      string `gorm:"primaryKey"`
	Key        string `gorm:"primaryKey"`
	BodyDigest []byte
	Answer     string `gorm:"serializer:sealed;type:bytea"`
	At         time.Time
}

func (Key) TableName() string { return "idempotency_keys" }

// FirstAnswer finds the remembered answer for a key; nil if there is none. Requests with the same
// key wait for each other.
func FirstAnswer(tx *Tx, account int64, route, key string) (*Key, error) {
	if err := tx.Exec(`select pg_advisory_xact_lock(hashtextextended(?, 42))`, itoa(int(account))+" "+route+" "+key).Error; err != nil {
		return nil, err
	}
	// The first commit may still wait for the standby although whoever sent it has gone. A row that is
	// locked makes this transaction wait in its turn: nothing is confirmed that only one machine has.
	k := &Key{}
	q := tx.Clauses(clause.Locking{Strength: "UPDATE"})
	ok, err := found(q.Where("account_id = ? AND route = ? AND key = ?", account, route, key).Take(k).Error)
	if !ok {
		return nil, err
	}
	return k, nil
}

// ReadRow is one person who opened one thing of a case in one hour.
type ReadRow struct {
	AccountID int64
	Name      string
	Subject   string
	Hour      time.Time
}

// RunOut is a case in which a period is past its last day.
type RunOut struct {
	Ref   string
	DueOn calendar.Date
	ID    int64 // of the row that the step is about, where it is about one
}

// MediationsRunOut lists the cases whose mediation is past its last day. A case that somebody worked
// on within the last hour is left alone: they may be entering what happened in time.
func MediationsRunOut(tx *Tx) ([]RunOut, error) {
	var list []RunOut
	err := tx.Raw(`select c.ref, m.due_on from mediations m join cases c on c.commission_id = m.commission_id and c.id = m.case_id
		join case_events e on e.commission_id = c.commission_id and e.case_id = c.id and e.no = c.events
		where m.concluded_on is null and m.due_on < ? and e.recorded_at < ? order by m.due_on, c.id`,
		tx.Today(), tx.Now.Add(-time.Hour)).Scan(&list).Error
	return list, err
}
