// Package claims holds what a worker or an employer may ask for: money in fen, the kinds of claim
// (请求事项) and the causes of a dispute (案由).
//
// Money is a whole number of fen. Kinds and causes are tables that anyone can read: each row names
// the article it rests on, and whether an award on it can be final (终局裁决).
package claims

import (
	"strconv"
	"strings"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Fen is money in fen (分), the hundredth part of a yuan. What people type is never negative; a
// difference between two sums may be.
type Fen int64

// Yuan is n whole yuan (元).
func Yuan(n int64) Fen { return Fen(n * 100) }

// The codes of the faults that ParseYuan returns, so that a caller can tell them apart.
const (
	Unreadable = "amount-unreadable" // no amount of the form 45500.00
	Negative   = "amount-negative"   // a readable amount with a minus sign
	TooFine    = "amount-too-fine"   // more than two decimals: less than a fen
	TooLarge   = "amount-too-large"  // more than twelve digits before the point
)

var refusals = map[string]law.Text{
	Unreadable: {ZH: "金额应当是数字，例如 45500 或者 45500.00。", EN: "The amount must be a number such as 45500 or 45500.00."},
	Negative:   {ZH: "金额不能是负数。", EN: "The amount can't be negative."},
	TooFine:    {ZH: "金额最多保留两位小数，精确到分。", EN: "The amount may have at most two decimals, down to the fen."},
	TooLarge:   {ZH: "金额过大：整数部分最多十二位。", EN: "The amount is too large: at most twelve digits before the point."},
}

const largest = 12 // digits of whole yuan

// ParseYuan reads an amount in yuan exactly: "45500", "45500.5" or "45500.00". It takes no sign,
// no exponent, no grouping and no blanks. The fault is of kind Invalid, with one of the four codes
// above.
func ParseYuan(s string) (Fen, error) {
	unsigned, minus := strings.CutPrefix(s, "-")
	whole, part, point := strings.Cut(unsigned, ".")
	switch {
	case !digits(whole) || point && !digits(part):
		return 0, refuse(Unreadable)
	case minus:
		return 0, refuse(Negative)
	case len(part) > 2:
		return 0, refuse(TooFine)
	case len(whole) > largest:
		return 0, refuse(TooLarge)
	}
	n, err := strconv.ParseInt(whole+(part + "00")[:2], 10, 64)
	if err != nil {
		return 0, refuse(Unreadable)
	}
	return Fen(n), nil
}

// String is the amount in yuan with two decimals: "45500.00".
func (f Fen) String() string {
	whole, part := f.split()
	return whole + "." + part
}

// Grouped is String with the thousands set apart, as pages and documents show it: "45,500.00".
func (f Fen) Grouped() string {
	whole, part := f.split()
	first := 1
	if f < 0 {
		first = 2 // no comma right after the sign
	}
	for at := len(whole) - 3; at >= first; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	return whole + "." + part
}

// split is the whole yuan, with a sign if negative, and the two digits of fen. It works on the
// printed digits because the smallest int64 has no positive twin.
func (f Fen) split() (whole, part string) {
	s, minus := strings.CutPrefix(strconv.FormatInt(int64(f), 10), "-")
	for len(s) < 3 {
		s = "0" + s
	}
	whole, part = s[:len(s)-2], s[len(s)-2:]
	if minus {
		whole = "-" + whole
	}
	return whole, part
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func refuse(code string) error {
	bad := fault.Bad("", refusals[code])
	bad.Code = code
	return bad
}
