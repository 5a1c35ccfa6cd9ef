package models

import "time"

// Holder is whoever a session or a token belongs to, as the account stands now.
type Holder struct {
	Account int64
	Name    string
	Factor  bool // signs in with a second factor
	Staff   bool // holds a role other than a party's
}

const holder = `select a.id account, a.name,
	exists (select 1 from second_factors f where f.account_id = a.id and f.confirmed_at is not null) factor,
	exists (select 1 from roles r where r.account_id = a.id and r.revoked_at is null and r.role not in ('worker', 'employer', 'agent')) staff
	from accounts a`

// SessionHolder finds whose session of a round it is; nil if the account is disabled, or that round is over.
func SessionHolder(tx *Tx, account int64, round int) (*Holder, error) {
	return heldBy(tx, holder+` where a.id = ? and a.round = ? and not a.disabled`, account, round)
}

// TokenHolder finds whose token it is; nil if it has run out or was ended, or the account is disabled.
func TokenHolder(tx *Tx, token string) (*Holder, error) {
	return heldBy(tx, holder+` join tokens t on t.account_id = a.id where t.digest = ? and t.expires_at > ? and not a.disabled`, tx.Keys.MAC("token", token), tx.Now)
}

func heldBy(tx *Tx, q string, args ...any) (*Holder, error) {
	h := &Holder{}
	if err := tx.Raw(q, args...).Scan(h).Error; err != nil || h.Account == 0 {
		return nil, err
	}
	return h, nil
}

// NoteSignIn notes that somebody signed in now; false if the account was disabled, or began another round, since they
// gave the password.
func NoteSignIn(tx *Tx, account int64, round int) (bool, error) {
	r := tx.Model(&Account{}).Where("id = ? AND round = ? AND NOT disabled", account, round).Update("last_sign_in", tx.Now)
	return r.RowsAffected == 1, r.Error
}

// NextRound ends every session and token of an account, in all processes; the round that begins is returned.
func NextRound(tx *Tx, account int64) (round int, err error) {
	if err := tx.Raw("update accounts set round = round + 1 where id = ? returning round", account).Scan(&round).Error; err != nil {
		return 0, err
	}
	return round, tx.Where("account_id = ?", account).Delete(&Token{}).Error
}

// EndSignIns ends the one-time sign-ins that were not used yet.
func EndSignIns(tx *Tx, account int64) error {
	return tx.Model(&SignIn{}).Where("account_id = ? AND used_at is null AND expires_at > ?", account, tx.Now).Update("expires_at", tx.Now).Error
}

// LinkUntil says until when a one-time sign-in waits to be used; nil if there is none.
func LinkUntil(tx *Tx, account int64) (*time.Time, error) {
	var until *time.Time
	err := tx.Raw("select max(expires_at) from sign_ins where account_id = ? and used_at is null and expires_at > ?", account, tx.Now).Row().Scan(&until)
	return until, err
}

// SetDisabled shuts an account, with all that is open in its name, or opens it again: whoever comes back signs in anew.
func SetDisabled(tx *Tx, account int64, disabled bool) error {
	if err := tx.Model(&Account{}).Where("id = ?", account).Update("disabled", disabled).Error; err != nil || !disabled {
		return err
	}
	if _, err := NextRound(tx, account); err != nil {
		return err
	}
	if err := EndSignIns(tx, account); err != nil {
		return err
	}
	return DropFeed(tx, account)
}

// TakePassword sets a password and begins the account's next round.
func TakePassword(tx *Tx, account int64, hash string) (round int, err error) {
	if err := tx.Model(&Account{}).Where("id = ?", account).Update("password", hash).Error; err != nil {
		return 0, err
	}
	if err := EndSignIns(tx, account); err != nil {
		return 0, err
	}
	return NextRound(tx, account)
}

// ConsoleAccount is the account in whose name the command line acts (命令行); nobody signs in with it.
func ConsoleAccount(tx *Tx) (id int64, err error) {
	err = tx.Exec(`insert into accounts (login, name, system, created_at) values ('console', '命令行', true, ?) on conflict (login) do nothing`, tx.Now).Error
	if err != nil {
		return 0, err
	}
	return id, tx.Raw("select id from accounts where login = 'console' and system").Scan(&id).Error
}
