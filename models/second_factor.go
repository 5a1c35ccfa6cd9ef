package models

import (
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// SecondFactor is the secret that somebody's phone shares with us (两步验证). It holds once it is confirmed.
type SecondFactor struct {
	AccountID   int64  `gorm:"primaryKey;autoIncrement:false"`
	Secret      string `gorm:"serializer:sealed;type:bytea"`
	BegunAt     time.Time
	ConfirmedAt *time.Time
	LastStep    int64 // of the last code used
}

// Holds says whether it is asked for at sign-in; none and one that was only begun are not.
func (f *SecondFactor) Holds() bool { return f != nil && f.ConfirmedAt != nil }

// RecoveryCode lets somebody in once who has lost the phone (恢复码); only its keyed digest is kept.
type RecoveryCode struct {
	AccountID int64  `gorm:"primaryKey;autoIncrement:false"`
	Mac       []byte `gorm:"primaryKey"`
	UsedAt    *time.Time
}

// RecoveryCodes is how many are handed out at once.
const RecoveryCodes = 10

// FactorOf finds the second factor of an account; nil if there is none.
func FactorOf(tx *Tx, account int64) (*SecondFactor, error) {
	return factorWhere(tx.DB, account)
}

// LockFactor is FactorOf for whoever uses a code of it: two at once are one after the other.
func LockFactor(tx *Tx, account int64) (*SecondFactor, error) {
	return factorWhere(tx.Clauses(clause.Locking{Strength: "UPDATE"}), account)
}

func factorWhere(q *gorm.DB, account int64) (*SecondFactor, error) {
	f := &SecondFactor{}
	ok, err := found(q.Where("account_id = ?", account).Take(f).Error)
	if !ok {
		return nil, err
	}
	return f, nil
}

// BeginFactor keeps a secret that does not hold yet, in place of one that never came to hold.
func BeginFactor(tx *Tx, account int64, secret string) error {
	f := &SecondFactor{AccountID: account, Secret: secret, BegunAt: tx.Now}
	return tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "account_id"}}, DoUpdates: clause.AssignmentColumns([]string{"secret", "begun_at", "confirmed_at", "last_step"})}).Create(f).Error
}

// Confirm lets the factor hold from now on, and keeps the digests of the codes for whoever loses the phone.
func (f *SecondFactor) Confirm(tx *Tx, step int64, codes []string) error {
	f.ConfirmedAt, f.LastStep = &tx.Now, step
	if err := tx.Model(f).Updates(map[string]any{"confirmed_at": tx.Now, "last_step": step}).Error; err != nil {
		return err
	}
	rows := make([]RecoveryCode, len(codes))
	for i, c := range codes {
		rows[i] = RecoveryCode{AccountID: f.AccountID, Mac: recoveryMac(tx, f.AccountID, c)}
	}
	return tx.Create(&rows).Error
}

// Used notes the step of a code, so that it is not good again.
func (f *SecondFactor) Used(tx *Tx, step int64) error {
	return tx.Model(f).Update("last_step", step).Error
}

// UseRecovery spends a recovery code; false if it is none, or was used.
func UseRecovery(tx *Tx, account int64, code string) (bool, error) {
	r := tx.Model(&RecoveryCode{}).Where("account_id = ? AND mac = ? AND used_at is null", account, recoveryMac(tx, account, code)).Update("used_at", tx.Now)
	return r.RowsAffected == 1, r.Error
}

// RecoveryLeft counts the codes that were not used yet.
func RecoveryLeft(tx *Tx, account int64) (int, error) {
	var n int64
	err := tx.Model(&RecoveryCode{}).Where("account_id = ? AND used_at is null", account).Count(&n).Error
	return int(n), err
}

// DropFactor ends the factor with its recovery codes, and says whether there was one that held.
func DropFactor(tx *Tx, account int64) (bool, error) {
	f, err := LockFactor(tx, account)
	if err != nil || f == nil {
		return false, err
	}
	if err := tx.Where("account_id = ?", account).Delete(&RecoveryCode{}).Error; err != nil {
		return false, err
	}
	return f.Holds(), tx.Where("account_id = ?", account).Delete(&SecondFactor{}).Error
}

// NewRecovery makes the codes for whoever loses the phone; 50 bits each.
func NewRecovery() []string {
	list := make([]string, RecoveryCodes)
	for i := range list {
		list[i] = NewCode()
	}
	return list
}

func recoveryMac(tx *Tx, account int64, code string) []byte {
	return tx.Keys.MAC("recovery", itoa(int(account))+" "+code)
}
