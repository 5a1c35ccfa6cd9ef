package metrics

import (
	"tiaocai/models"
	"tiaocai/workflows/calendar"
)

// UnitCounts are the counters of a year of one organisation, one town or one cause.
type UnitCounts struct {
	Unit string
	Counts
}

// ByUnit reads a year's counters of every organisation, every town or every cause, from the counters alone:
// their sums are those of the commission. Part is organisation, town or cause.
func ByUnit(tx *models.Tx, commission int64, part string, year int, today calendar.Date) ([]UnitCounts, error) {
	from, to := calendar.On(year, 1, 1), calendar.On(year, 12, 31)
	if today.Before(to) {
		to = today
	}
	rows, err := lines(tx, `select 1, unit, kind, sum(n)::bigint, sum(amount)::bigint from figure_counters
		where commission_id = $1 and part = $2 and month between $3 and $4 group by unit, kind having sum(n) <> 0 or sum(amount) <> 0 order by unit`,
		commission, part, from, to)
	if err != nil {
		return nil, err
	}
	var list []UnitCounts
	for _, x := range rows {
		if len(list) == 0 || list[len(list)-1].Unit != x.Unit {
			list = append(list, UnitCounts{x.Unit, blank(from, to)})
		}
		y := Year{Whole: list[len(list)-1].Counts, Months: []Counts{blank(from, to)}}
		y.take(x)
		list[len(list)-1].Counts = y.Whole
	}
	return list, nil
}

// Towns lists the towns of a year's cases.
func Towns(tx *models.Tx, commission int64, year int) ([]string, error) {
	var list []string
	err := tx.Raw(`select distinct unit from figure_counters where commission_id = ? and part = 'town' and month between ? and ? and unit <> '' order by 1`,
		commission, calendar.On(year, 1, 1), calendar.On(year, 12, 31)).Scan(&list).Error
	return list, err
}
