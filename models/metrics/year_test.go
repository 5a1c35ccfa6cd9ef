package metrics_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

func (w *world) in(f func(tx *models.Tx) error) {
	w.t.Helper()
	db, err := models.Open(w.db, nil)
	if err == nil {
		err = db.Reading(context.Background(), time.Now(), f)
	}
	if err != nil {
		w.t.Fatal(err)
	}
}

// do runs f in a writing transaction.
func (w *world) do(f func(tx *models.Tx) error) {
	w.t.Helper()
	db, err := models.Open(w.db, nil)
	if err == nil {
		err = db.InTx(context.Background(), time.Now(), f)
	}
	if err != nil {
		w.t.Fatal(err)
	}
}

// recount makes the counters from the tables.
func (w *world) recount() {
	w.t.Helper()
	w.do(func(tx *models.Tx) error { return metrics.Rebuild(tx, 1) })
}

// year reads a year from counters that were made anew.
func (w *world) year(year int, today string) (y metrics.Year) {
	w.t.Helper()
	w.recount()
	w.in(func(tx *models.Tx) (err error) {
		y, err = metrics.ReadYear(tx, metrics.Unit{Commission: 1}, year, calendar.Must(today))
		return err
	})
	return y
}

// behind lists the cases behind a number, page by page.
func (w *world) behind(u metrics.Unit, from, to, number string, most int) (list []metrics.CaseRow) {
	w.t.Helper()
	w.in(func(tx *models.Tx) error {
		var after int64
		for {
			page, err := metrics.Cases(tx, u, calendar.Must(from), calendar.Must(to), calendar.Must(to), number, after, most)
			if err != nil || len(page) == 0 {
				return err
			}
			if page[0].ID <= after {
				return fmt.Errorf("the page after %d begins with %d", after, page[0].ID)
			}
			list, after = append(list, page...), page[len(page)-1].ID
		}
	})
	return list
}

// someYear is a small year with something of everything, in two commissions.
func someYear(t *testing.T) *world {
	w := newWorld(t)
	w.exec(`insert into commissions (name, series) values ('other', 'z')`)
	w.cases(3, "2025-11-05", "", "")
	w.cases(2, "2025-12-31", "2026-01-01", "MEDIATED")
	w.cases(4, "2025-06-01", "2025-12-31", "AWARD_FINAL")
	w.cases(5, "2026-01-31", "2026-03-01", "AWARD_BOTH")
	w.cases(1, "2026-02-01", "2026-02-28", "TRANSFERRED")
	w.cases(1, "2026-02-01", "2026-04-01", "CANCELLED")
	w.cases(2, "2026-04-02", "", "")
	w.cases(6, "", "", "")
	w.cases(2, "", "2026-02-02", "TERMINATED") // never accepted
	w.exec(`insert into cases (commission_id, ref, state, state_since, opened_on, accepted_on, created_at)
		values (2, 'ZZZZZZZZZZZZ', 'accepted', '2026-01-01', '2026-01-01', '2026-01-05', now())`)
	w.mediations(2, "2026-01-31", "success", 1)
	w.mediations(3, "2026-02-01", "failed", 2)
	w.mediations(1, "2026-03-05", "expired", 1)
	w.exec(`insert into mediations (commission_id, case_id, organisation_id, received_on, due_on, concluded_on, outcome)
		select 1, max(id), 1, '2026-03-06', '2026-03-21', d, o from cases, (values (date '2026-03-20', 'success'), (date '2026-04-20', 'failed')) v(d, o) group by d, o`)
	w.mediations(1, "2026-03-31", "expired", 1)
	w.mediations(1, "2026-04-01", "refused", 2)
	return w
}

func TestMonthsCarryOver(t *testing.T) {
	t.Parallel()
	w := someYear(t)
	y := w.year(2026, "2026-04-30")
	var got []string
	for _, m := range y.Months {
		got = append(got, fmt.Sprintf("%d+%d-%d=%d", m.C0, m.A, m.Closed(), m.O))
		whole := w.read(metrics.Unit{Commission: 1}, m.From.String(), m.To.String())
		if whole.C0 != m.C0 || whole.A != m.A || whole.Closed() != m.Closed() || whole.O != m.O || fmt.Sprint(whole.Outcomes) != fmt.Sprint(m.Outcomes) {
			t.Errorf("%s: %+v, counted by itself %+v", m.From, m, whole)
		}
	}
	if want := "[5+5-2=8 8+2-1=9 9+0-5=4 4+2-1=5]"; fmt.Sprint(got) != want {
		t.Errorf("months %v, want %s", got, want)
	}
	if c := y.Whole; c.C0 != 5 || c.A != 9 || c.Closed() != 9 || c.Left() != 2 || c.Net() != 7 || c.O != 5 || !c.Balanced() {
		t.Errorf("year %+v", c)
	}
	if past := w.year(2025, "2026-04-30"); len(past.Months) != 12 || past.Whole.To != calendar.Must("2025-12-31") || past.Whole.O != 5 {
		t.Errorf("last year: %d months to %s, %d open", len(past.Months), past.Whole.To, past.Whole.O)
	}
}

// A case is not yet due on the last day of its award period, and overdue on the next.
func TestLastDayIsNotOverdue(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.cases(1, "2026-01-10", "", "")
	w.exec(`insert into clocks (commission_id, case_id, period, starts_on, due_on) select 1, id, 'award', accepted_on, '2026-02-24' from cases`)
	for to, want := range map[string]int{"2026-02-24": 1, "2026-02-25": 0} {
		if c := w.read(metrics.Unit{Commission: 1}, "2026-01-01", to); c.NotDue != want {
			t.Errorf("on %s %d not due, want %d", to, c.NotDue, want)
		}
		if n := len(w.behind(metrics.Unit{Commission: 1}, "2026-01-01", to, "notdue", 9)); n != want {
			t.Errorf("on %s %d cases behind it, want %d", to, n, want)
		}
	}
}

// Every number opens as many cases as it counts, however small the pages.
func TestCasesBehindEveryNumber(t *testing.T) {
	t.Parallel()
	w := someYear(t)
	const from, to = "2026-01-01", "2026-04-30"
	w.exec(`insert into clocks (commission_id, case_id, period, starts_on, due_on, stopped)
		select 1, id, 'award', accepted_on, case when accepted_on > '2026-01-01' then date '2026-05-17' end, accepted_on < '2025-12-01' and id % 2 = 0
		from cases where commission_id = 1 and accepted_on is not null`)
	w.exec(`insert into clock_events (commission_id, case_id, kind, from_on) select 1, min(id), 'suspension', '2026-04-30' from cases where accepted_on = '2025-11-05'`)
	for _, org := range []int64{0, 1, 2} {
		u := metrics.Unit{Commission: 1, Organisation: org}
		c := w.read(u, from, to)
		want := map[string]int{"MS": c.Outcomes["success"], "MF": c.Outcomes["failed"], "MT": c.Outcomes["expired"], "MR": c.Outcomes["refused"]}
		if org == 0 || c.A > 0 {
			want["C0"], want["A"], want["K"], want["Kn"], want["O"], want["S"], want["notdue"] = c.C0, c.A, c.Closed(), c.Net(), c.O, c.S, c.NotDue
			for _, m := range workflows.Modes() {
				want[string(m)] = c.K[m]
			}
		}
		for number, n := range want {
			seen := map[string]bool{}
			for _, r := range w.behind(u, from, to, number, 2) {
				seen[r.Ref] = true
			}
			if len(seen) != n {
				t.Errorf("organisation %d: %d cases behind %s, want %d", org, len(seen), number, n)
			}
		}
	}
	if c := w.read(metrics.Unit{Commission: 1}, from, to); c.S != 1 || c.NotDue < 3 {
		t.Errorf("S %d, not due %d: the sample shows nothing", c.S, c.NotDue)
	}
	w.in(func(tx *models.Tx) error {
		if _, err := metrics.Cases(tx, metrics.Unit{Commission: 1}, calendar.Must(from), calendar.Must(to), calendar.Must(to), "X", 0, 9); !fault.Is(err, fault.Invalid) {
			t.Errorf("behind X: %v", err)
		}
		return nil
	})
}

// A case that was closed before it was accepted is a wrong entry: the check shows it.
func TestWrongEntryDoesNotBalance(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.cases(1, "2026-03-10", "2026-02-10", "AWARD_FINAL")
	if c := w.read(metrics.Unit{Commission: 1}, "2026-03-01", "2026-03-31"); c.Balanced() {
		t.Errorf("%d + %d - %d = %d is called balanced", c.C0, c.A, c.Closed(), c.O)
	}
}

// The day on which a suspended case goes on counts again.
func TestSuspendedAtTheEnd(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	stop := func(kind, from, to string, restart bool) {
		w.cases(1, "2026-01-10", "", "")
		w.exec(`insert into clock_events (commission_id, case_id, kind, restart, from_on, to_on) select 1, max(id), $1, $2, $3::date, nullif($4, '')::date from cases`, kind, restart, from, to)
	}
	stop("suspension", "2026-02-28", "", false)
	stop("suspension", "2026-02-01", "2026-03-01", false)
	stop("suspension", "2026-02-01", "2026-02-28", false)
	stop("suspension", "2026-03-01", "", false)
	stop("inquiry", "2026-02-01", "", false)
	stop("suspension", "2026-02-01", "", true)
	if c := w.read(metrics.Unit{Commission: 1}, "2026-01-01", "2026-02-28"); c.S != 2 || c.O != 6 {
		t.Errorf("S %d of %d open, want 2 of 6", c.S, c.O)
	}
}

// From 58 in 2023 to 65 in 2027: 58.00, 59.75, 61.50, 63.25, 65.00.
func TestClimb(t *testing.T) {
	t.Parallel()
	i1 := metrics.Indicators()[0]
	for year, line := range map[int]int{2022: 5800, 2023: 5800, 2024: 5975, 2025: 6150, 2026: 6325, 2027: 6500, 2028: 6500} {
		for n, want := range map[int]metrics.Light{line: metrics.Green, line - 1: metrics.Yellow, line - 300: metrics.Yellow, line - 301: metrics.Red} {
			if got := i1.LightFrom(5800, year, metrics.Rate{Numerator: n, Denominator: 10000}); got != want {
				t.Errorf("%d in %d is %s, want %s", n, year, got, want)
			}
		}
	}
	small := metrics.Rate{Numerator: 19, Denominator: 19}
	if got := i1.LightFrom(5800, 2026, small); got != metrics.Grey {
		t.Errorf("19 disputes give %s", got)
	}
	for _, i := range metrics.Indicators()[1:] {
		r := metrics.Rate{Numerator: 90, Denominator: 100}
		if i.LightFrom(5800, 2024, r) != i.Light(r) {
			t.Errorf("%s climbs", i.ID)
		}
	}
	if v := (metrics.Rate{Numerator: 0, Denominator: -1}).Value(); v != "-" {
		t.Errorf("0/-1 = %s", v)
	}
}
