package totp

import (
	"encoding/base32"
	"fmt"
	"strings"
)

var encoding = base32.StdEncoding.WithPadding(base32.NoPadding)

func decode(secret string) ([]byte, error) {
	raw, err := encoding.DecodeString(secret)
	if err != nil {
		return nil, fmt.Errorf("totp: the secret is no base32")
	}
	return raw, nil
}

// Grouped is a secret in fours, for typing it.
func Grouped(secret string) string {
	var parts []string
	for len(secret) > 4 {
		parts, secret = append(parts, secret[:4]), secret[4:]
	}
	return strings.Join(append(parts, secret), " ")
}
