package models

import "crypto/rand"

func randomBytes(n int) []byte {
	b := make([]byte, n)
	rand.Read(b) // never fails, as crypto/rand promises
	return b
}

// NewRef makes a public reference: 12 signs that nobody can guess and nobody misreads (案件查询号).
func NewRef() string { return codeText(randomBytes(8), 12) }

// FreshRef makes a reference that no case has in any commission. Two processes that draw the same
// one within the same moment would both get it: once in 2^60.
func FreshRef(tx *Tx) (string, error) {
	return fresh(tx, NewRef, "select exists (select 1 from cases where ref = ?)", func(s string) any { return s })
}

// NewCode makes a one-time code of 10 signs.
func NewCode() string { return codeText(randomBytes(8), 10) }

// FreshCode makes a one-time code that was never given before, in any commission.
func FreshCode(tx *Tx) (string, error) {
	return fresh(tx, NewCode, "select exists (select 1 from party_codes where mac = ?)", func(s string) any { return tx.Keys.MAC("party-code", s) })
}

func fresh(tx *Tx, draw func() string, taken string, as func(string) any) (string, error) {
	for {
		s, there := draw(), false
		if err := tx.Raw(taken, as(s)).Scan(&there).Error; err != nil || !there {
			return s, err
		}
	}
}

// NewToken makes a bearer token or one-time sign-in.
func NewToken() string { return codeText(randomBytes(30), 48) }
