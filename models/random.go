package models

import "crypto/rand"

func randomBytes(n int) []byte {
	b := make([]byte, n)
	rand.Read(b) // never fails, as crypto/rand promises
	return b
}

// NewRef makes a public reference: 12 signs that nobody can guess and nobody misreads (案件查询号).
func NewRef() string { return codeText(randomBytes(8), 12) }

// NewCode makes a one-time code of 10 signs.
func NewCode() string { return codeText(randomBytes(8), 10) }

// NewToken makes a bearer token or one-time sign-in.
func NewToken() string { return codeText(randomBytes(30), 48) }
