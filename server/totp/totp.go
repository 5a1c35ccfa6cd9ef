// Package totp is the second factor at sign-in (两步验证): six digits that an app on somebody's phone works out from a
// shared secret and the time (RFC 6238), anew every thirty seconds. It keeps nothing.
package totp

import (
	"fmt"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"
)

// period is how long a code is shown, in seconds; apart is how many steps a phone's clock may be off.
const (
	period = 30
	apart  = 1
)

// issuer is how the app names us.
const issuer = "调裁"

// Key is a fresh secret, and the address by which an app takes it in.
type Key struct{ Secret, Address string }

// New makes a key for an account.
func New(login string) (Key, error) {
	k, err := totp.Generate(totp.GenerateOpts{Issuer: issuer, AccountName: login, Period: period, SecretSize: 20})
	if err != nil {
		return Key{}, fmt.Errorf("totp: %w", err)
	}
	return Key{k.Secret(), k.URL()}, nil
}

// Address of a secret that was made before.
func Address(login, secret string) (string, error) {
	raw, err := decode(secret)
	if err != nil {
		return "", err
	}
	k, err := totp.Generate(totp.GenerateOpts{Issuer: issuer, AccountName: login, Period: period, Secret: raw})
	if err != nil {
		return "", fmt.Errorf("totp: %w", err)
	}
	return k.URL(), nil
}

// Code is the code of a moment.
func Code(secret string, at time.Time) (string, error) {
	return hotp.GenerateCode(secret, uint64(step(at))) //nolint:gosec // after 1970
}

// Match says whether a code is right at a moment, and of which step it is. The phone's clock may be one step ahead or
// behind; a step that is not later than the last one used is no longer good.
func Match(secret, code string, at time.Time, last int64) (used int64, ok bool) {
	code = Digits(code)
	for n := step(at) - apart; n <= step(at)+apart; n++ {
		if n <= last || n < 0 {
			continue
		}
		right, err := hotp.ValidateCustom(code, uint64(n), secret, hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1}) //nolint:gosec // not negative
		if err == nil && right {
			return n, true
		}
	}
	return 0, false
}

// Digits are those of what somebody typed, without the spaces that apps show between them.
func Digits(typed string) string { return strings.Join(strings.Fields(typed), "") }

func step(at time.Time) int64 { return at.Unix() / period }
