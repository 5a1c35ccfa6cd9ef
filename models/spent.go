package models

import "tiaocai/workflows/calendar"

// Spent is how many days cases took from acceptance to closing (办案天数).
type Spent struct {
	Cause  string // "" for the cases of every cause together
	Cases  int
	Median int // half of them took so many days or fewer
	Most   int // eight in ten took so many days or fewer
}

// SpentOn counts a commission's cases that were closed between two days, both included: all together,
// and by cause. Cases that left for another commission or were cancelled were not decided here.
func SpentOn(tx *Tx, commission int64, from, to calendar.Date) ([]Spent, error) {
	var rows []Spent
	err := tx.Raw(`select coalesce(cause, '') as cause, count(*) as cases,
			percentile_disc(0.5) within group (order by closed_on - accepted_on) as median,
			percentile_disc(0.8) within group (order by closed_on - accepted_on) as most
		from cases where commission_id = ? and closed_on between ? and ? and closed_on is not null and accepted_on is not null
			and mode not in ('CANCELLED', 'TRANSFERRED')
		group by grouping sets ((), (cause)) having grouping(cause) = 1 or coalesce(cause, '') <> ''
		order by grouping(cause) desc, cause`, commission, from, to).Scan(&rows).Error
	return rows, err
}
