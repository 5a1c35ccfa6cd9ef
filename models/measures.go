package models

// Measures are the numbers that tell an administrator whether all is well: counts and ages only.
type Measures struct {
	Jobs          map[string]int // waiting, running, retryable, discarded: by River's state
	OldestJob     float64        // seconds that the oldest job has been waiting
	Messages      map[string]int // queued, failed
	OldestMessage float64        // seconds that the oldest queued message has been waiting
	Overdue       map[string]int // running clocks of open cases past their last day, by period
	Open          map[string]int // open cases by state
	Provisional   int            // running clocks that were counted without a year's holidays
	Backup        *Upkeep
	Check         *Upkeep // the last check of the chains, a night's share or the whole
	Schema        int
	Keys          string
}

type counted struct {
	Name string
	N    int
	Age  float64
}

func counts(tx *Tx, q string, args ...any) (map[string]int, float64, error) {
	var rows []counted
	err := tx.Raw(q, args...).Scan(&rows).Error
	m, age := map[string]int{}, 0.0
	for _, r := range rows {
		m[r.Name], age = r.N, max(age, r.Age)
	}
	return m, age, err
}

// Measure reads the numbers. It gives up after five seconds: a look at the health of the program
// must not make it ill.
func Measure(tx *Tx) (m Measures, err error) {
	if err := tx.Exec("set local statement_timeout = '5s'").Error; err != nil {
		return m, err
	}
	for _, step := range []func() error{
		func() (err error) {
			m.Jobs, m.OldestJob, err = counts(tx, `select state::text as name, count(*) n, coalesce(extract(epoch from max(case when state in ('available', 'retryable') then now() - scheduled_at end)), 0) age
				from river_job where state in ('available', 'retryable', 'running', 'discarded') group by state`)
			return err
		},
		func() (err error) {
			m.Messages, m.OldestMessage, err = counts(tx, `select state as name, count(*) n, coalesce(extract(epoch from max(case when state = 'queued' then ?::timestamptz - queued_at end)), 0) age
				from messages where state <> 'sent' group by state`, tx.Now)
			return err
		},
		func() (err error) {
			m.Overdue, _, err = counts(tx, `select k.period as name, count(*) n from clocks k join cases c on c.commission_id = k.commission_id and c.id = k.case_id
				where k.done_on is null and not k.stopped and k.due_on < ? and c.open group by k.period`, tx.Today())
			return err
		},
		func() (err error) {
			m.Open, _, err = counts(tx, `select state as name, count(*) n from cases where open group by state`)
			return err
		},
		func() error {
			return tx.Raw(`select count(*) from clocks k join cases c on c.commission_id = k.commission_id and c.id = k.case_id
				where k.provisional and k.done_on is null and c.open`).Scan(&m.Provisional).Error
		},
		func() (err error) { m.Backup, err = LastUpkeep(tx, Backup); return err },
		func() (err error) { m.Check, err = LastUpkeep(tx, ChainCheck); return err },
		func() (err error) { m.Schema, err = AppliedVersion(tx); return err },
		func() (err error) { m.Keys, err = KeysOf(tx); return err },
	} {
		if err := step(); err != nil {
			return m, err
		}
	}
	return m, nil
}
