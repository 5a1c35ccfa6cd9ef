package claims

import (
	"database/sql/driver"
	"fmt"
	"strconv"
)

// MarshalText writes "45500.00", so that money is a string in JSON and never a floating number.
func (f Fen) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads an amount as ParseYuan does: what comes from outside is never negative, and
// nothing is no amount.
func (f *Fen) UnmarshalText(text []byte) error {
	parsed, err := ParseYuan(string(text))
	if err == nil {
		*f = parsed
	}
	return err
}

// Value is what a bigint column takes: the number of fen.
func (f Fen) Value() (driver.Value, error) { return int64(f), nil }

// Scan reads a bigint column of fen. A sum of such columns is a numeric, which the driver hands
// over in digits; NULL is no money and an error.
func (f *Fen) Scan(src any) error {
	switch v := src.(type) {
	case int64:
		*f = Fen(v)
		return nil
	case string:
		return f.scanDigits(v)
	case []byte:
		return f.scanDigits(string(v))
	default:
		return fmt.Errorf("claims: cannot read fen from %T", src)
	}
}

func (f *Fen) scanDigits(s string) error {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return fmt.Errorf("claims: a column of fen holds no whole number: %w", err)
	}
	*f = Fen(n)
	return nil
}
