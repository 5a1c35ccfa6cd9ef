package metrics_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// contributed sums what every case says of itself, as the steps count it.
func (w *world) contributed() (all map[string][2]int64) {
	w.t.Helper()
	all = map[string][2]int64{}
	w.in(func(tx *models.Tx) error {
		var refs []string
		if err := tx.Raw("select ref from cases where commission_id = 1").Scan(&refs).Error; err != nil {
			return err
		}
		for _, ref := range refs {
			c, err := models.FindCase(tx, ref)
			if err != nil {
				return err
			}
			for _, x := range c.Contributions(workflows.Rules{Days: calendar.Published()}) {
				for _, place := range []string{"all", fmt.Sprint("organisation ", x.Organisation), "town " + c.Town, "cause " + c.Cause} {
					if place != "all" && (strings.HasPrefix(x.Kind, "X:") || strings.HasPrefix(x.Kind, "Y:")) {
						continue
					}
					k := fmt.Sprintf("%s %s %s", place, x.Day.String()[:7], x.Kind)
					v := all[k]
					all[k] = [2]int64{v[0] + x.N, v[1] + x.Amount}
				}
			}
		}
		return nil
	})
	return all
}

// counted reads the counters in the same shape.
func (w *world) counted() map[string][2]int64 {
	w.t.Helper()
	all := map[string][2]int64{}
	rows, err := w.db.Query(`select case part when 'all' then 'all' when 'town' then 'town ' || unit when 'cause' then 'cause ' || unit else 'organisation ' || case unit when '' then '0' else unit end end
		|| ' ' || to_char(month, 'YYYY-MM') || ' ' || kind, n, amount from figure_counters where commission_id = 1`)
	if err != nil {
		w.t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var k string
		var v [2]int64
		if err := rows.Scan(&k, &v[0], &v[1]); err != nil {
			w.t.Fatal(err)
		}
		all[k] = v
	}
	return all
}

// What a step counts and what the full scan counts are written twice, in Go and in SQL. Over random
// cases, with stops, restarts, extensions, second mediations, late and missing services, they agree.
func TestStepsAndScanCountTheSame(t *testing.T) {
	t.Parallel()
	for _, seed := range []uint64{1, 2} {
		w := newWorld(t)
		w.randomCases(rand.New(rand.NewPCG(seed, 7)), 120)
		w.recount()
		got, want := w.contributed(), w.counted()
		if !maps.Equal(got, want) {
			for k, v := range want {
				if got[k] != v {
					t.Errorf("seed %d: %s: cases say %v, the scan %v", seed, k, got[k], v)
				}
			}
			for k, v := range got {
				if _, ok := want[k]; !ok {
					t.Errorf("seed %d: %s: cases say %v, the scan nothing", seed, k, v)
				}
			}
		}
		if len(want) < 500 {
			t.Errorf("seed %d: only %d counters: the sample shows little", seed, len(want))
		}
		w.in(func(tx *models.Tx) error {
			found, err := metrics.Check(tx, 1)
			if len(found) != 0 {
				t.Errorf("seed %d: a recount differs from the check: %+v", seed, found)
			}
			return err
		})
	}
}

// randomCases writes n cases of every sort, in every condition that the counters ask about.
func (w *world) randomCases(r *rand.Rand, n int) {
	modes := workflows.Modes()
	base := calendar.Must("2025-11-20")
	day := func(from calendar.Date, span int) calendar.Date { return from.Next(r.IntN(span)) }
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	for range n {
		opened := day(base, 200)
		accepted, closed, mode := calendar.Date{}, calendar.Date{}, ""
		received := day(opened, 12)
		if r.IntN(5) > 0 {
			accepted = day(received, 14)
			if r.IntN(5) > 0 {
				closed, mode = day(accepted, 120), string(modes[r.IntN(len(modes))])
			}
		}
		w.cases(1, accepted.String(), closed.String(), mode)
		w.exec(`update cases set town = $1, organisation_id = nullif($2::int, 0), extension_days = $3, suit_on = nullif($4, '')::date, mediated_amount = case when mode = 'MEDIATED' then $5::bigint end
			where id = (select max(id) from cases)`, one("", "福应街道", "横溪镇"), r.IntN(3), r.IntN(3)*5*r.IntN(2), map[bool]string{true: "2026-12-01"}[r.IntN(3) == 0], r.IntN(90000))
		workers := 1 + r.IntN(2)*r.IntN(14)
		w.exec(`insert into parties (commission_id, case_id, side, ordinal, kind, name) select 1, max(id), 'applicant', i, case when i > 1 and $2 = 1 then 'employer' else 'worker' end, 'x' from cases, generate_series(1, $1::int) i group by i`, workers, r.IntN(3))
		w.exec(`insert into parties (commission_id, case_id, side, ordinal, kind, name) select 1, max(id), 'respondent', i, 'employer', 'x' from cases, generate_series(1, $1::int) i group by i`, 1+r.IntN(2))
		w.exec(`insert into claims (commission_id, case_id, no, code, amount, awarded) select 1, max(id), i, 'M01', $1::int * i, case when $2 = 0 then null else $2::int end from cases, generate_series(1, 2) i group by i`, r.IntN(5000), r.IntN(4)*100)
		for range r.IntN(3) {
			on, outcome := day(opened, 60), one("success", "failed", "expired", "refused")
			w.exec(`insert into mediations (commission_id, case_id, organisation_id, held, received_on, due_on, concluded_on, outcome, agreed_amount, perform_by, performed_on)
				select 1, max(id), $1::int, $2::boolean, $3::date, '2026-12-31', $4::date, $5, case when $5 = 'success' then 500 end, case when $5 = 'success' then $4::date + 10 end, case when $5 = 'success' and $6 = 1 then $4::date + $7::int end from cases`,
				1+r.IntN(2), r.IntN(2) == 0, opened.String(), on.String(), outcome, r.IntN(2), 5+r.IntN(10))
		}
		switch {
		case !accepted.IsZero():
			w.exec(`insert into applications (commission_id, case_id, first_received_on, received_on, decided_on, outcome) select 1, max(id), $1::date, $1::date, $2::date, 'accepted' from cases`, received.String(), accepted.String())
		case r.IntN(2) == 0:
			w.exec(`insert into applications (commission_id, case_id, first_received_on, received_on, decided_on, outcome) select 1, max(id), $1::date, $1::date, $2::date, $3 from cases`, received.String(), day(received, 12).String(), one("refused", "referred", "withdrawn"))
		}
		if accepted.IsZero() {
			continue
		}
		for range r.IntN(4) {
			from := day(accepted, 50)
			to := map[bool]string{true: from.Next(r.IntN(30)).String()}[r.IntN(4) > 0]
			if !closed.IsZero() && (from.After(closed) || (to != "" && calendar.Must(to).After(closed))) {
				continue
			}
			w.exec(`insert into clock_events (commission_id, case_id, kind, restart, from_on, to_on) select 1, max(id), $1, $2, $3::date, nullif($4, '')::date from cases`, one("suspension", "inquiry"), r.IntN(4) == 0, from.String(), to)
		}
		w.randomPapers(r, accepted)
	}
}

// randomPapers are notices to respond, hearings with their notices, and awards, served or not.
func (w *world) randomPapers(r *rand.Rand, accepted calendar.Date) {
	paper := func(name, drafted string, hearing bool, span int) {
		w.exec(`insert into documents (commission_id, case_id, paper, drafted_on, event_no, content, digest, hearing_id) select 1, max(id), $1, $2::date, 1, '', '', case when $3 then (select max(id) from hearings) end from cases`, name, drafted, hearing)
		w.exec(`insert into services (commission_id, case_id, document_id, party_id, method, served_on, proof, recorded_at)
			select 1, p.case_id, (select max(id) from documents), p.id, 'post', $1::date + (p.id * 7 % $2::int)::int, 'x', now() from parties p
			where p.case_id = (select max(id) from cases) and (p.id % 5 > 0 or $3) and ($4 or p.side = 'respondent')`, drafted, span, r.IntN(2) == 0, name != "notice-to-respond")
	}
	for range 1 + r.IntN(2) {
		paper("notice-to-respond", accepted.String(), false, 12)
	}
	for i := range r.IntN(3) {
		on := accepted.Next(20 + 15*i)
		w.exec(`insert into hearings (commission_id, case_id, no, hearing_on, opened_on, short_notice_agreed) select 1, max(id), $1, $2::date, case when $3 > 0 then $2::date end, $4 from cases`, i+1, on.String(), r.IntN(3), r.IntN(4))
		if r.IntN(5) > 0 {
			paper("hearing-notice", on.Next(-12).String(), true, 14)
		}
	}
	for _, name := range []string{"award-final", "award-nonfinal"} {
		if r.IntN(2) == 0 {
			paper(name, accepted.Next(40).String(), false, 9)
		}
	}
}
