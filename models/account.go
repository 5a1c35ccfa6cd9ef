package models

import (
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
)

// Account is somebody who can sign in, or a named part of the program (账号).
type Account struct {
	ID        int64
	Login     string
	Name      string
	Unit      string // 工作单位, for part-time arbitrators
	Password  string // argon2id
	System    bool
	Disabled  bool
	Round     int       // of sign-ins: sessions of another round have ended
	CreatedAt time.Time `gorm:"autoCreateTime:false"`

	LastSignIn *time.Time // nil: never, or before it was noted
}

// Commission is an arbitration commission (仲裁委员会).
type Commission struct {
	ID      int64
	Name    string
	NameEN  string `gorm:"column:name_en"`
	Series  string
	Address string
	Phone   string

	Events int    // of its own log
	Head   []byte // the hash of the last

	Success2023 *int `gorm:"column:success_2023"` // 2023年调解成功率, in hundredths of a per cent; nil: unknown
}

// Organisation is a mediation organisation (调解组织).
type Organisation struct {
	ID           int64
	CommissionID int64
	Name         string
	Kind         string
	Town         string
	Phone        string
}

// AccountByLogin finds an account that may sign in; nil if there is none.
func AccountByLogin(tx *Tx, login string) (*Account, error) {
	a := &Account{}
	ok, err := found(tx.Where("login = ? AND NOT disabled AND NOT system", strings.ToLower(strings.TrimSpace(login))).Take(a).Error)
	if !ok {
		return nil, err
	}
	return a, nil
}

// AccountByID finds an account that is not disabled; nil if there is none.
func AccountByID(tx *Tx, id int64) (*Account, error) {
	a := &Account{}
	ok, err := found(tx.Where("id = ? AND NOT disabled", id).Take(a).Error)
	if !ok {
		return nil, err
	}
	return a, nil
}

// GiveRole gives an account a role in a commission, in an organisation, or for itself.
func GiveRole(tx *Tx, account int64, p policies.Post, by *int64) error {
	r := RoleRow{AccountID: account, Role: p.Role, GivenAt: tx.Now, GivenBy: by}
	if p.Commission != 0 {
		r.CommissionID = &p.Commission
	}
	if p.Organisation != 0 {
		r.OrganisationID = &p.Organisation
	}
	return tx.Create(&r).Error
}

// RevokeRole takes a role away from an account, held in a commission or in one of its
// organisations; it holds in all processes at once. It returns how many were taken.
func RevokeRole(tx *Tx, account int64, role policies.Role, commission int64) (int64, error) {
	r := tx.Model(&RoleRow{}).Where(`account_id = ? AND role = ? AND revoked_at is null AND (commission_id = ?
		or organisation_id in (select id from organisations where commission_id = ?))`, account, role, commission, commission).Update("revoked_at", tx.Now)
	return r.RowsAffected, r.Error
}

// Token is a bearer token; only its digest is kept.
type Token struct {
	Digest    []byte `gorm:"primaryKey"`
	AccountID int64
	ExpiresAt time.Time
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
}

// DropEndedSessions deletes the sessions that ran out, by the database's own clock, as they are looked up.
func DropEndedSessions(tx *Tx) error {
	return tx.Exec("delete from sessions where expiry < current_timestamp").Error
}

// SignIn is a one-time sign-in for somebody who has no password yet.
type SignIn struct {
	Digest    []byte `gorm:"primaryKey"`
	AccountID int64
	ExpiresAt time.Time
	UsedAt    *time.Time
}

// Count adds one to a count of guesses and returns it; counting starts anew after window. The
// subject is kept only as a digest.
func Count(tx *Tx, kind, subject string, window time.Duration) (int, error) {
	var n int
	err := tx.Raw(`insert into attempts (kind, subject, since, n) values (?, ?, ?, 1)
		on conflict (kind, subject) do update set
			n = case when attempts.since between ? and ? then attempts.n + 1 else 1 end,
			since = case when attempts.since between ? and ? then attempts.since else excluded.since end
		returning n`, kind, tx.Keys.MAC("attempt", subject), tx.Now, tx.Now.Add(-window), tx.Now.Add(ahead), tx.Now.Add(-window), tx.Now.Add(ahead)).Scan(&n).Error
	return n, err
}

// ahead is how far clocks of several machines may differ. A count from further in the future is of a
// clock that was set back since; it would lock people out until that moment comes again.
const ahead = time.Minute

// Counted reads counts without adding: of subjects under kinds, in one round trip.
func Counted(tx *Tx, window time.Duration, kinds, subjects []string) ([]int, error) {
	counts := make([]int, len(kinds))
	b := tx.batch()
	for i := range kinds {
		b.query(`select n from attempts where kind = $1 and subject = $2 and since between $3 and $4`, func(r pgx.Rows) error { return r.Scan(&counts[i]) },
			kinds[i], tx.Keys.MAC("attempt", subjects[i]), tx.Now.Add(-window), tx.Now.Add(ahead))
	}
	return counts, b.send()
}

// Uncount takes one back.
func Uncount(tx *Tx, kind, subject string) error {
	return tx.Exec(`update attempts set n = n - 1 where kind = ? and subject = ? and n > 0`, kind, tx.Keys.MAC("attempt", subject)).Error
}

// Forget clears a count, after a success.
func Forget(tx *Tx, kind, subject string) error {
	return tx.Exec(`delete from attempts where kind = ? AND subject = ?`, kind, tx.Keys.MAC("attempt", subject)).Error
}
