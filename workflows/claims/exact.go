package claims

import (
	"math/big"
	"strings"
)

// Exact arithmetic. Nothing here rounds but fen, and that only once, on an item's total (half up).

func num(n int64) *big.Rat         { return new(big.Rat).SetInt64(n) }
func ratio(a, b int64) *big.Rat    { return big.NewRat(a, b) }
func add(a, b *big.Rat) *big.Rat   { return new(big.Rat).Add(a, b) }
func less(a, b *big.Rat) *big.Rat  { return new(big.Rat).Sub(a, b) }
func times(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func over(a, b *big.Rat) *big.Rat  { return new(big.Rat).Quo(a, b) }
func atLeast(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}
func atMost(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) > 0 {
		return b
	}
	return a
}
func percent(n int64) *big.Rat { return ratio(n, 100) }

// noLess is a − b, but never below nothing.
func noLess(a, b *big.Rat) *big.Rat { return atLeast(less(a, b), new(big.Rat)) }

// down drops the fraction of a number that is not negative.
func down(r *big.Rat) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Quo(r.Num(), r.Denom()))
}

// fen rounds an amount in yuan to the fen, half up. It is not negative.
func fen(yuan *big.Rat) Fen {
	if yuan == nil {
		return 0
	}
	twice := times(yuan, num(200))
	half := new(big.Int).Add(twice.Num(), twice.Denom())
	return Fen(half.Quo(half, new(big.Int).Mul(twice.Denom(), big.NewInt(2))).Int64())
}

// yuan writes an amount as a step shows it: rounded to the fen, grouped.
func yuan(r *big.Rat) string { return fen(r).Grouped() }

// plain writes a number with at most four decimals and no zeros at the end.
func plain(r *big.Rat) string {
	if r.IsInt() {
		return r.RatString()
	}
	return strings.TrimSuffix(strings.TrimRight(r.FloatString(4), "0"), ".")
}
