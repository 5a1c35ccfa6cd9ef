package models

import "fmt"

// NextNumber takes the next number of a series in a year (编号). The counter's row is locked until
// the transaction ends, so numbers have no gap and none is given twice.
func NextNumber(tx *Tx, commission int64, series string, year int) (int, error) {
	var n int
	err := tx.Raw(`insert into counters (commission_id, series, year, n) values (?, ?, ?, 1)
		on conflict (commission_id, series, year) do update set n = counters.n + 1 returning n`,
		commission, series, year).Scan(&n).Error
	return n, err
}

// CaseNumberText writes a case number: 仙劳人仲案〔2026〕1号.
func CaseNumberText(prefix, sign string, year, n int) string {
	return fmt.Sprintf("%s%s〔%d〕%d号", prefix, sign, year, n)
}
