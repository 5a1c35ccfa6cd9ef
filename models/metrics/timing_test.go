package metrics_test

import (
	"fmt"
	"maps"
	"testing"

	"tiaocai/models/metrics"
)

// Fourteen cases by hand, for I5 and I6. Forty-five days run from the day after acceptance or the
// last restart; the day on which work goes on after a stop counts again; a last day of rest moves
// on. In 2026 the first of May to the fifth rest, 9 May (a Saturday) is worked, the Dragon Boat rest is 19 to 21 June.
//
//	 1 accepted Mon 2 March: 45th day Thu 16 April, closed that day: in time, 45 days
//	 2 the same, closed Fri 17 April: late, 46 days
//	 3 accepted Thu 12 March: 45th day Sun 26 April moves to Mon 27, closed then: in time, 46 days
//	 4 accepted Tue 17 March: 45th day Fri 1 May, a holiday, moves to Wed 6 May, closed then: in time, 50 days
//	 5 accepted 2 March, extended by 15: 60th day Fri 1 May moves to Wed 6 May, closed Thu 7 May: late, 66 days
//	 6 accepted 2 March, extended by 10: Sun 26 April moves to Mon 27, closed Mon 20 April: in time, 49 days
//	 7 accepted 2 March, suspended 10 to 20 March: 10 days don't count, due Sun 26 April, so Mon 27; closed Mon 27: in time, 56 - 10 = 46 net, 56 gross
//	 8 accepted 2 March, stops 10 to 20 and 15 to 25 March: 15 days together, due Fri 1 May, so Wed 6 May; closed Fri 24 April: in time, 53 - 15 = 38 net, 53 gross
//	 9 accepted 2 March, restart 16 March: 45th day Thu 30 April; closed Thu 30 April: in time, 45 net, 59 gross
//	10 accepted 2 March, restart 16 March, stopped 10 to 20 March: of the stop 4 days lie after the restart; Thu 30 April + 4 is Mon 4 May, a holiday, so Wed 6 May; closed Thu 7 May: late, 52 - 4 = 48 net, 66 gross
//	11 accepted 2 March, a stop runs from 10 March when it is closed on 30 June: the stop ended with the case, 112 days; in time, 120 - 112 = 8 net, 120 gross
//	12 accepted 2 March, a stop runs from 20 April, after the last day of 16 April, closed 30 April: the 10 days make the last day Sun 26 April, so Mon 27; late, 59 - 10 = 49 net, 59 gross
//	13 accepted and closed on 2 March: in time, 0 days
//	14 accepted 2 March, transferred on 1 July: no net closing, not in it
//
// On time 1, 3, 4, 6, 7, 8, 9, 11, 13: nine of thirteen. Net: 45+46+46+50+66+49+46+38+45+48+8+49+0 = 536;
// gross: 45+46+46+50+66+49+56+53+59+66+120+59+0 = 715. In order, net: 0 8 38 45 45 46 46 46 48 49 49 50
// 66: the seventh is 46, the twelfth (of 13, nine in ten is 11.7) is 50. Gross: 0 45 46 46 49 50 53 56 59 59 66 66 120: 53 and 66.
// Extended: 5 and 6. In time without extension: nine less case 6, eight.
func TestTimingByHand(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.exec(`insert into commissions (name, series) values ('other', 'z')`)
	stop := func(kind, from, to string, restart bool) {
		w.exec(`insert into clock_events (commission_id, case_id, kind, restart, from_on, to_on) select 1, max(id), $1, $2, $3::date, nullif($4, '')::date from cases`, kind, restart, from, to)
	}
	extend := func(days int) {
		w.exec(`update cases set extension_days = $1 where id = (select max(id) from cases)`, days)
	}
	w.cases(1, "2026-03-02", "2026-04-16", "AWARD_FINAL")
	w.cases(1, "2026-03-02", "2026-04-17", "AWARD_FINAL")
	w.cases(1, "2026-03-12", "2026-04-27", "MEDIATED")
	w.cases(1, "2026-03-17", "2026-05-06", "MEDIATED")
	w.cases(1, "2026-03-02", "2026-05-07", "AWARD_BOTH")
	extend(15)
	w.cases(1, "2026-03-02", "2026-04-20", "AWARD_BOTH")
	extend(10)
	w.cases(1, "2026-03-02", "2026-04-27", "TERMINATED")
	stop("suspension", "2026-03-10", "2026-03-20", false)
	w.cases(1, "2026-03-02", "2026-04-24", "DEEMED_WITHDRAWN")
	stop("inquiry", "2026-03-15", "2026-03-25", false)
	stop("public_notice", "2026-03-10", "2026-03-20", false)
	w.cases(1, "2026-03-02", "2026-04-30", "AWARD_NONFINAL")
	stop("claim_changed", "2026-03-16", "", true)
	w.cases(1, "2026-03-02", "2026-05-07", "AWARD_NONFINAL")
	stop("suspension", "2026-03-10", "2026-03-20", false)
	stop("party_added", "2026-03-16", "", true)
	w.cases(1, "2026-03-02", "2026-06-30", "WITHDRAWN_SETTLED")
	stop("suspension", "2026-03-10", "", false)
	w.cases(1, "2026-03-02", "2026-04-30", "WITHDRAWN_VOLUNTARY")
	stop("suspension", "2026-04-20", "", false)
	w.cases(1, "2026-03-02", "2026-03-02", "WITHDRAWN_VOLUNTARY")
	w.cases(1, "2026-03-02", "2026-07-01", "TRANSFERRED")
	want := map[string]string{"I5": "9/13 = 69.23 grey", "I6": "536/13 = 41.23"}
	beside := map[string]string{"I5/0": "4/1 4", "I5/2": "8/13 61.54", "I5/3": "2/13 15.38", "I6/0": "715/13 55.00", "I6/1": "46/1 46", "I6/2": "50/1 50", "I6/3": "53/1 53", "I6/4": "66/1 66"}
	for name, c := range map[string]metrics.Counts{"tables": w.read(metrics.Unit{Commission: 1}, "2026-01-01", "2026-12-31"), "counters": w.year(2026, "2026-12-31").Whole} {
		expect(t, c, want)
		for place, want := range beside {
			if got := besideOf(c, place); got != want {
				t.Errorf("%s: %s = %s, want %s", name, place, got, want)
			}
		}
	}
	w.recount()
	if got, want := w.contributed(), w.counted(); !maps.Equal(got, want) {
		t.Errorf("the cases say %v, the scan %v", got, want)
	}
	var late []string
	for _, r := range w.behind(metrics.Unit{Commission: 1}, "2026-01-01", "2026-12-31", "TL", 2) {
		late = append(late, fmt.Sprint(r.ID))
	}
	if fmt.Sprint(late) != "[2 5 10 12]" {
		t.Errorf("late are cases %v", late)
	}
}

// Overdue is a case whose last day is past; on the last day it is not.
func TestOpenAndOverdue(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.cases(3, "2026-01-10", "", "")
	w.exec(`insert into clocks (commission_id, case_id, period, starts_on, due_on, stopped) select 1, id, 'award', accepted_on, case when id < 3 then date '2026-02-24' end, id = 3 from cases`)
	for to, want := range map[string]string{"2026-02-24": "0/1 0", "2026-02-25": "2/1 2"} {
		if got := besideOf(w.year(2026, to).Whole, "I5/1"); got != want {
			t.Errorf("on %s overdue %s, want %s", to, got, want)
		}
	}
}
