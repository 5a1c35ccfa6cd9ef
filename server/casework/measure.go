package casework

import (
	"context"
	"time"

	"tiaocai/models"
	"tiaocai/server/evidence"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Measures are the numbers behind the operations page and the metrics: counts and ages, nothing
// about anybody. A part that is down is said; the others are measured all the same.
type Measures struct {
	models.Measures
	Database error
	Store    error
	Lock     storeLock
	At       time.Time
	DayTable calendar.Date // the last day that is not provisional
	DaysLeft int           // until then
}

// Measure takes the measures. It waits at most some seconds for a part that is down.
func (d *Desk) Measure(ctx context.Context) Measures {
	now := d.now()
	m := Measures{At: now, Lock: d.storeLock(), DayTable: calendar.Published().LastDay()}
	within, cancel := context.WithTimeout(ctx, 8*time.Second)
	defer cancel()
	m.Database = d.db.Reading(within, now, func(tx *models.Tx) (err error) {
		if m.Measures, err = models.Measure(tx); err != nil {
			return err
		}
		m.DayTable, err = dayTable(tx)
		return err
	})
	m.DaysLeft = m.DayTable.Since(calendar.At(now.In(models.Zone)))
	m.Store = d.vault.Store.Check(within)
	return m
}

// dayTable is the last day that no commission counts provisionally.
func dayTable(tx *models.Tx) (first calendar.Date, err error) {
	var all []int64
	if err := tx.Raw("select id from commissions order by id").Scan(&all).Error; err != nil {
		return first, err
	}
	first = calendar.Published().LastDay()
	for i, c := range all {
		law, err := rules(tx, c)
		if err != nil {
			return first, err
		}
		if last := law.Days.LastDay(); i == 0 || last.Before(first) {
			first = last
		}
	}
	return first, nil
}

// Late are the overdue clocks of one period that somebody at the commission or at a mediation
// organisation must answer for. What a party lets run out is the party's own affair.
func (m Measures) Late(t workflows.Term) int {
	if t.For == workflows.Applicant || t.For == workflows.Respondent {
		return 0
	}
	return m.Overdue[string(t.Period)]
}

// Since is how long ago something was done, in seconds; ok is false if it never was.
func (m Measures) Since(u *models.Upkeep) (seconds float64, ok bool) {
	if u == nil {
		return 0, false
	}
	return max(0, m.At.Sub(u.FinishedAt).Seconds()), true
}

// storeLock is what is known of the store's lock (封存锁): whether what was put in can be removed by
// nobody before its time.
type storeLock struct {
	Known, Sealed bool
	Says          law.Text
}

func (d *Desk) storeLock() storeLock {
	s := d.EvidenceSealing()
	return storeLock{Known: s.Kind != evidence.SealUnknown, Sealed: s.Locks(), Says: s.Says}
}
