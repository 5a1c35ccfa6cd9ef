package metrics

import (
	"time"

	"tiaocai/models"
)

// kept is how many differences of one check become pieces of work: a few say as much as thousands.
const kept = 200

// Record writes what a check found: new differences become pieces of work, those that are gone are
// cleared, and the check itself is noted.
func Record(tx *models.Tx, commission int64, found []Difference) error {
	var rows int64
	if err := tx.Raw(`select count(*) from figure_counters where commission_id = ?`, commission).Scan(&rows).Error; err != nil {
		return err
	}
	open, err := Open(tx, commission)
	if err != nil {
		return err
	}
	there := map[Difference]bool{}
	for _, d := range found {
		there[d] = true
	}
	for _, o := range open {
		if !there[o.Difference] {
			if err := tx.Exec(`update figure_differences set cleared_at = ? where commission_id = ? and id = ?`, tx.Now, commission, o.ID).Error; err != nil {
				return err
			}
		}
		delete(there, o.Difference)
	}
	n := len(open)
	for _, d := range found {
		if !there[d] || n >= kept {
			continue
		}
		n++
		err := tx.Exec(`insert into figure_differences (commission_id, part, unit, month, kind, counted_n, counted_amount, found_n, found_amount, found_at)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, commission, d.Part, d.Unit, d.Month, d.Kind, d.CountedN, d.CountedAmount, d.FoundN, d.FoundAmount, tx.Now).Error
		if err != nil {
			return err
		}
	}
	return noted(tx, commission, "check", rows, len(found))
}

// OpenDifference is a difference that no later check cleared.
type OpenDifference struct {
	ID int64
	Difference
	FoundAt time.Time
}

// Open lists the differences that wait for somebody, oldest first.
func Open(tx *models.Tx, commission int64) ([]OpenDifference, error) {
	rows, err := tx.SQL().QueryContext(tx.Context(), `select id, part, unit, month, kind, counted_n, counted_amount, found_n, found_amount, found_at
		from figure_differences where commission_id = $1 and cleared_at is null order by id`, commission)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []OpenDifference
	for rows.Next() {
		var o OpenDifference
		if err := rows.Scan(&o.ID, &o.Part, &o.Unit, &o.Month, &o.Kind, &o.CountedN, &o.CountedAmount, &o.FoundN, &o.FoundAmount, &o.FoundAt); err != nil {
			return nil, err
		}
		list = append(list, o)
	}
	return list, rows.Err()
}

// LastCheck is when the counters were last compared with the tables; zero if never.
func LastCheck(tx *models.Tx, commission int64) (time.Time, error) {
	var last []time.Time
	err := tx.Raw(`select at from figure_checks where commission_id = ? and kind = 'check' order by id desc limit 1`, commission).Scan(&last).Error
	if len(last) == 0 {
		return time.Time{}, err
	}
	return last[0], err
}
