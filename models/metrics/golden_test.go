package metrics_test

import (
	"fmt"
	"testing"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/workflows/calendar"
)

// closings makes n net closings of a mode, on 10 April 2026 of cases accepted on 1 March: in time.
func (w *world) closings(n int, mode string) { w.cases(n, "2026-03-01", "2026-04-10", mode) }

// The worked data set again, for every figure that it has facts for: late closings, suits, awards
// served, claims and awards in yuan, and disputes that failed and were never filed.
func TestGoldenYearInFull(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.cases(31, "2025-12-20", "", "")
	for mode, n := range map[string]int{"MEDIATED": 180, "WITHDRAWN_SETTLED": 70, "WITHDRAWN_VOLUNTARY": 25, "DEEMED_WITHDRAWN": 12,
		"AWARD_FINAL": 62, "AWARD_NONFINAL": 38, "AWARD_BOTH": 12, "TRANSFERRED": 4, "CANCELLED": 2} {
		w.closings(n, mode)
	}
	w.cases(412-405, "2026-11-01", "", "")
	// late 6: accepted 1 March, due 15 April, closed 16 April
	w.exec(`update cases set closed_on = '2026-04-16' where id in (select id from cases where mode = 'MEDIATED' order by id limit 6)`)
	// every award served on both sides on 20 April; taken to court 28
	w.exec(`insert into parties (commission_id, case_id, side, ordinal, kind, name) select 1, c.id, s, 1, k, 'x' from cases c, (values ('applicant', 'worker'), ('respondent', 'employer')) v(s, k) where c.accepted_on is not null`)
	w.exec(`insert into documents (commission_id, case_id, paper, drafted_on, event_no, content, digest) select 1, id, p, closed_on, 1, '', '' from cases
		join (values ('AWARD_FINAL', 'award-final'), ('AWARD_NONFINAL', 'award-nonfinal'), ('AWARD_BOTH', 'award-final'), ('AWARD_BOTH', 'award-nonfinal')) v(m, p) on m = mode`)
	w.exec(`insert into services (commission_id, case_id, document_id, party_id, method, served_on, proof, recorded_at)
		select 1, d.case_id, d.id, p.id, 'post', '2026-04-20', 'x', now() from documents d join parties p on p.case_id = d.case_id`)
	w.exec(`update cases set suit_on = '2026-05-04' where id in (select id from cases where mode like 'AWARD%' order by id limit 28)`)
	// 1,000.00 claimed in each; 600.00 awarded in each final award; 500.05 mediated in each
	w.exec(`insert into claims (commission_id, case_id, no, code, amount) select 1, id, 1, 'M01', 100000 from cases where accepted_on is not null`)
	w.exec(`update claims set awarded = 60000 where case_id in (select id from cases where mode = 'AWARD_FINAL')`)
	w.exec(`update cases set mediated_amount = 50005 where mode = 'MEDIATED'`)
	for o, n := range map[string]int{"success": 341, "failed": 150, "expired": 29, "refused": 64} {
		w.mediations(n, "2026-05-01", o, 1)
	}
	// 139 of the 179 that failed were filed: 40 were not
	w.exec(`insert into applications (commission_id, case_id, first_received_on, received_on) select 1, case_id, '2026-05-02', '2026-05-02' from
		(select case_id from mediations where outcome in ('failed', 'expired') order by id limit 139) x`)
	want := map[string]string{
		"I1": "341/520 = 65.58 green", "I1b": "341/584 = 58.39", "I1c": "591/780 = 75.77",
		"I2": "399/437 = 91.30", "I2g": "405/443 = 91.42", "I3": "275/399 = 68.92", "I4": "371/399 = 92.98",
		"I5": "393/399 = 98.50 yellow", "I7": "74/112 = 66.07", "I9": "41200000/1 = 412000.00", "I10": "412/1 = 412", "I11": "0/1 = 0",
	}
	from, to := "2026-01-01", "2026-12-31"
	c := w.read(metrics.Unit{Commission: 1}, from, to)
	expect(t, c, want)
	y := w.year(2026, to)
	expect(t, y.Whole, want)
	for _, x := range []metrics.Counts{c, y.Whole} {
		for place, want := range map[string]string{"I3/0": "287/399 71.93", "I5/0": "6/1 6", "I7/0": "62/112 55.36", "I9/0": "3720000/1 37200.00", "I9/1": "9000900/1 90009.00",
			"I9/3": "12720900/1 127209.00", "I9/4": "0/1 0.00", "I10/0": "412/1 412", "I4/0": "28/1 28", "I5/2": "393/399 98.50", "I5/3": "0/399 0.00"} {
			if got := besideOf(x, place); got != want {
				t.Errorf("%s = %s, want %s", place, got, want)
			}
		}
	}
	if i4 := metrics.IndicatorOf("I4"); i4.Provisional(c) {
		t.Error("every remedy period has ended, and I4 is called provisional")
	}
	court := metrics.Counts{N: map[string]int{"J:changed": 8, "J:kept": 19}}
	if r := metrics.IndicatorOf("I8").Of(court); r.Numerator != 8 || r.Denominator != 27 { // (7 + 1) of 24 judgments and 3 applications
		t.Errorf("I8 = %+v", r)
	}
}

// besideOf is what stands beside an indicator: I3/0 is the first of I3.
func besideOf(c metrics.Counts, place string) string {
	var id string
	var n int
	fmt.Sscanf(place, "I%d/%d", &n, new(int))
	id = fmt.Sprintf("I%d", n)
	fmt.Sscanf(place[len(id)+1:], "%d", &n)
	b := metrics.IndicatorOf(id).Beside[n]
	r, ok := b.Of(c)
	if !ok {
		return "-"
	}
	return fmt.Sprintf("%d/%d %s", r.Numerator, r.Denominator, r.As(b.Form))
}

// An award that has not reached everybody, and one whose period still runs, are outside the cohort,
// and the rate is provisional until they are in it.
func TestTerminationRateWaitsForTheRemedyPeriods(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.closings(1, "MEDIATED")
	for n, served := range []string{"", "2026-04-20", "2026-06-29"} {
		w.closings(1, "AWARD_NONFINAL")
		w.exec(`insert into parties (commission_id, case_id, side, ordinal, kind, name) select 1, max(id), s, 1, 'worker', 'x' from cases, (values ('applicant'), ('respondent')) v(s) group by s`)
		w.exec(`insert into documents (commission_id, case_id, paper, drafted_on, event_no, content, digest) select 1, max(id), 'award-nonfinal', '2026-04-10', 1, '', '' from cases`)
		if served == "" {
			continue
		}
		w.exec(`insert into services (commission_id, case_id, document_id, party_id, method, served_on, proof, recorded_at)
			select 1, d.case_id, d.id, p.id, 'post', $1::date, 'x', now() from documents d join parties p on p.case_id = d.case_id where d.case_id = (select max(id) from cases)`, served)
		w.exec(`insert into clocks (commission_id, case_id, period, party, starts_on, due_on) select 1, max(id), 'suit', p, $1::date, $1::date + 15 from cases, (values ('申1'), ('被1')) v(p) group by p`, served)
		if n == 1 {
			w.exec(`update cases set suit_on = '2026-05-02' where id = (select max(id) from cases)`)
		}
	}
	// 30 June: mediated and the one served in April are ripe, the latter in court
	y := w.year(2026, "2026-06-30")
	expect(t, y.Whole, map[string]string{"I4": "1/2 = 50.00"})
	if !metrics.IndicatorOf("I4").Provisional(y.Whole) || besideOf(y.Whole, "I4/1") != "2/1 2" {
		t.Errorf("provisional %v, outside %s", metrics.IndicatorOf("I4").Provisional(y.Whole), besideOf(y.Whole, "I4/1"))
	}
	// the last day is 14 July; on the 15th it has passed
	for day, want := range map[string]string{"2026-07-14": "1/2 = 50.00", "2026-07-15": "2/3 = 66.67"} {
		expect(t, w.year(2026, day).Whole, map[string]string{"I4": want})
	}
}

// An agreement counts from the day after its last day.
func TestAgreementsCountWhenTheirDayHasPassed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.mediations(4, "2026-03-02", "success", 1)
	w.exec(`update mediations set perform_by = '2026-03-20', agreed_amount = 7700`)
	w.exec(`update mediations set performed_on = '2026-03-20' where id = 1`)
	w.exec(`update mediations set performed_on = '2026-03-21' where id = 2`) // late
	w.exec(`update mediations set performed_on = '2026-03-10', perform_by = '2026-04-30' where id = 3`)
	for day, want := range map[string]string{"2026-03-15": "0/0 = -", "2026-03-20": "0/0 = -", "2026-03-21": "1/3 = 33.33", "2026-04-29": "1/3 = 33.33", "2026-04-30": "1/3 = 33.33", "2026-05-01": "2/4 = 50.00"} {
		y := w.year(2026, day)
		expect(t, y.Whole, map[string]string{"I1p": want})
		if got := besideOf(y.Whole, "I9/2"); got != "-" {
			t.Errorf("four agreements tell their sum: %s", got)
		}
	}
	w.mediations(1, "2026-03-02", "success", 1)
	w.exec(`update mediations set agreed_amount = 1 where id = 5`)
	if got := besideOf(w.year(2026, "2026-05-01").Whole, "I9/2"); got != "30801/1 308.01" {
		t.Errorf("five agreements are of %s", got)
	}
}

// Organisations and towns sum up to the whole, whatever a dispute went through, and months to the
// year where a case counts once.
func TestUnitsSumUpToTheWhole(t *testing.T) {
	t.Parallel()
	w := someYear(t)
	w.exec(`update cases set town = (array['', '福应街道', '横溪镇'])[1 + id % 3], organisation_id = (array[null, 1, 2])[1 + id % 3] where commission_id = 1`)
	// failed before the first, agreed before the second: one dispute, a success of the second
	w.mediations(1, "2026-02-10", "failed", 1)
	w.exec(`insert into mediations (commission_id, case_id, organisation_id, received_on, due_on, concluded_on, outcome) select 1, max(id), 2, '2026-03-01', '2026-03-16', '2026-03-10', 'success' from cases where commission_id = 1`)
	today := calendar.Must("2026-04-30")
	y := w.year(2026, today.String())
	for _, part := range []string{"organisation", "town"} {
		w.in(func(tx *models.Tx) error {
			units, err := metrics.ByUnit(tx, 1, part, 2026, today)
			if err != nil || len(units) != 3 {
				t.Fatalf("%s: %d units, %v", part, len(units), err)
			}
			for _, i := range metrics.Indicators() {
				if i.Of == nil || i.ToDate || i.ID == "I2" || i.ID == "I2g" || i.ID == "I1p" {
					continue // I2 needs what was carried over, I1p what is not due
				}
				sum := metrics.Rate{}
				for _, u := range units {
					r := i.Of(u.Counts)
					sum.Numerator, sum.Denominator = sum.Numerator+r.Numerator, sum.Denominator+r.Denominator
				}
				whole := i.Of(y.Whole)
				if sum.Numerator != whole.Numerator || (i.Form == metrics.Percent && sum.Denominator != whole.Denominator) {
					t.Errorf("%s by %s: %v, the whole %v", i.ID, part, sum, whole)
				}
			}
			for _, u := range units {
				if own := w.narrowed(part, u.Unit); fmt.Sprint(own.N) != fmt.Sprint(u.N) {
					t.Errorf("%s %q: in the table %v, by itself %v", part, u.Unit, u.N, own.N)
				}
			}
			return nil
		})
	}
	if second := w.narrowed("organisation", "2"); second.Outcomes["success"] != 1 {
		t.Errorf("the second organisation has %d successes, want 1", second.Outcomes["success"])
	}
	if n := y.Months[1].Outcomes["failed"] + y.Months[2].Outcomes["success"] - y.Whole.Outcomes["success"]; n == 0 {
		t.Error("the months add up to the year although a dispute stands in two of them")
	}
}

// narrowed reads the tables for one unit, without what is kept for the commission only.
func (w *world) narrowed(part, unit string) metrics.Counts {
	w.t.Helper()
	u := metrics.Unit{Commission: 1}
	switch {
	case part == "town":
		u.Town = &unit
	case unit == "":
		u.Organisation = metrics.Without
	default:
		fmt.Sscan(unit, &u.Organisation)
	}
	c := w.read(u, "2026-01-01", "2026-04-30")
	for k := range c.N {
		if (len(k) > 2 && (k[:2] == "X:" || k[:2] == "Y:")) || c.N[k] == 0 {
			delete(c.N, k)
		}
	}
	return c
}
