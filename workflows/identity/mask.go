package identity

import (
	"strings"
	"unicode/utf8"
)

// MaskID shows the first four and last four places of a number (证件号码): 3310**********4628. A
// number too short to hide anything that way is hidden whole.
func MaskID(s string) string { return mask(s, 4, 4, 4) }

// MaskPhone shows a phone number as 138****5678, and a landline as 0576-****0000.
func MaskPhone(s string) string {
	if landline.MatchString(s) {
		area, local, _ := strings.Cut(s, "-")
		return area + "-" + mask(local, 0, 4, 3)
	}
	return mask(s, 3, 4, 4)
}

// MaskAccount shows the last four digits of a bank account (尾号): ****4628. How long the number is
// stays hidden too.
func MaskAccount(s string) string {
	if utf8.RuneCountInString(s) < 12 {
		return mask(s, 0, 0, 0)
	}
	r := []rune(s)
	return "****" + string(r[len(r)-4:])
}

// MaskName shows the first sign of a person's name: 张**, always with two stars, so that they don't
// tell how long the name is.
func MaskName(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return ""
	}
	return string(r[:1]) + "**"
}

// mask shows head and tail signs if at least hidden ones remain between them, and none otherwise.
func mask(s string, head, tail, hidden int) string {
	r := []rune(s)
	if head+tail == 0 || len(r) < head+tail+hidden {
		return strings.Repeat("*", len(r))
	}
	return string(r[:head]) + strings.Repeat("*", len(r)-head-tail) + string(r[len(r)-tail:])
}
