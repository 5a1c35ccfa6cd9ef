package models

import "time"

// SeriesStart says with which number a series goes on here (起始号): the ones before were given on paper.
type SeriesStart struct {
	CommissionID int64 `gorm:"primaryKey;autoIncrement:false"`
	ID           int64 `gorm:"primaryKey;autoIncrement"`
	Series       string
	Year         int
	Next         int
	SetBy        int64
	SetAt        time.Time
}

// LastNumber is the highest number of a series in a year that was given here; 0 for none. The row
// is held until the transaction ends.
func LastNumber(tx *Tx, commission int64, series string, year int) (int, error) {
	var n int
	return n, tx.Raw("select n from counters where commission_id = ? and series = ? and year = ? for update", commission, series, year).Scan(&n).Error
}
