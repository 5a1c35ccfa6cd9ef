package models

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"time"
)

// SigningCode is a code by which somebody signs one text with an account of their own (签署验证码). Only its keyed
// digest is kept.
type SigningCode struct {
	Child
	DocumentID int64
	AccountID  int64
	Mac        []byte
	SentAt     time.Time
	ExpiresAt  time.Time
	UsedAt     *time.Time
}

// NewDigits draws six digits, as a message carries them.
func NewDigits() string {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		panic(err) // a machine without randomness must not sign anything
	}
	return fmt.Sprintf("%06d", n)
}

// CodesSent counts the codes that an account was sent since a moment, in whatever case.
func CodesSent(tx *Tx, account int64, since time.Time) (n int64, err error) {
	return n, tx.Model(&SigningCode{}).Where("account_id = ? AND sent_at > ?", account, since).Count(&n).Error
}

// LastSigningCode is the newest code of an account for a text that still works; nil if there is none. Whoever spends it
// holds the case's row.
func LastSigningCode(tx *Tx, c *Case, document, account int64) (*SigningCode, error) {
	row := &SigningCode{}
	ok, err := found(tx.Where("commission_id = ? AND case_id = ? AND document_id = ? AND account_id = ? AND used_at is null AND expires_at > ?", c.CommissionID, c.ID, document, account, tx.Now).
		Order("id desc").Take(row).Error)
	if !ok {
		return nil, err
	}
	return row, nil
}
