package workflows

import (
	"fmt"
	"slices"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// afterAward counts every period that an award opens, for each document and each party apart.
func (w *watch) afterAward() {
	for _, doc := range w.f.After.Awards {
		if !doc.Revoked.IsZero() {
			continue
		}
		for _, s := range doc.Served {
			w.byParty(remedy(s), s.Party, doc, law.Text{ZH: "收到裁决书之日", EN: "day the award was served"}, s.On, w.moved(doc, s.Party))
		}
		for _, m := range w.f.After.Court {
			if m.Award == doc.No {
				w.afterRuling(doc, m)
			}
		}
	}
	for _, e := range Forces(w.f) {
		w.inForce(e)
	}
}

// afterRuling counts the periods that a court's ruling opens (裁定以后的期间).
func (w *watch) afterRuling(doc AwardDoc, m CourtMove) {
	ruled := law.Text{ZH: "收到裁定之日", EN: "day the ruling was served"}
	switch {
	case m.Kind == SetAside && m.Outcome == Granted:
		for _, s := range doc.Served {
			w.byParty(AfterSetAside, s.Party, doc, ruled, m.Ruled, calendar.Date{})
		}
	case m.Kind == NoEnforcement && m.Outcome == Granted:
		for _, s := range doc.Served {
			w.byParty(AfterNoEnforcement, s.Party, doc, ruled, m.Ruled, calendar.Date{})
		}
	case m.Kind == Suit && doc.Final && m.Worker && (m.Outcome == Withdrawn || m.Outcome == Late || m.Outcome == NotDispute):
		for _, s := range doc.Served {
			if !s.Worker {
				w.byParty(LateSetAside, s.Party, doc, ruled, m.Ruled, w.moved(doc, s.Party))
			}
		}
	}
}

// performIn is the time to perform that awards give (裁决书写明自生效之日起十日内履行).
var performIn = calendar.Days(10)

// inForce counts the time to ask for enforcement, and the hold on preserved property. Of an award that gives
// the worker nothing, nothing is enforced.
func (w *watch) inForce(e Force) {
	if e.State != Effective || e.Nothing {
		return
	}
	doc := *w.f.After.AwardAt(e.Award)
	var done calendar.Date
	if slices.Contains(w.f.After.Paid, AwardOf{e.Award, e.Worker}) {
		done = e.On
	}
	if w.f.After.Enforcing {
		done = e.On
	}
	w.byParty(EnforcementPeriod, e.Worker, doc, law.Text{ZH: "履行期（生效后十日）届满之日", EN: "day the time to perform ended, ten days after it came into force"}, w.f.Law.Days.Due(e.On, performIn).Statutory, done)
	if w.f.After.Preserved {
		w.byParty(PreservedPeriod, e.Worker, doc, law.Text{ZH: "裁决生效之日", EN: "day the award came into force"}, e.On, done)
	}
}

// byParty adds a period of one party about one award. A second award of the same kind, as a partial
// one, gets its number beside the party's mark.
func (w *watch) byParty(p Period, party string, doc AwardDoc, from law.Text, start, done calendar.Date) ClockAt {
	key := party
	if slices.ContainsFunc(w.clocks, func(c ClockAt) bool { return c.Period == p && c.Party == key }) {
		key = fmt.Sprintf("%s-%d", party, doc.No)
	}
	if slices.ContainsFunc(w.clocks, func(c ClockAt) bool { return c.Period == p && c.Party == key }) {
		return ClockAt{} // a second ruling of the same sort opens no second period
	}
	c := w.add(p, key, from, start, done)
	c.For = sideOf(party)
	return *c
}

// moved is the day the party went to court about the award; none if it did not.
func (w *watch) moved(doc AwardDoc, party string) calendar.Date {
	for _, m := range w.f.After.Court {
		if m.Award == doc.No && m.Party == party && m.Kind != NoEnforcement {
			return m.On
		}
	}
	return calendar.Date{}
}

// Remedy says that the period is a party's own, after an award: nobody at the commission is late when it ends.
func (p Period) Remedy() bool {
	switch p {
	case SuitPeriod, WorkerSuitPeriod, SetAsidePeriod, AfterSetAside, LateSetAside, AfterNoEnforcement, EnforcementPeriod, PreservedPeriod:
		return true
	}
	return false
}
