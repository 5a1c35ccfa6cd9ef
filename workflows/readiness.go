package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Readiness is how far a case is prepared for its hearing (庭前准备). It is kept with the case, so that a list of
// fifty reads it in its own rows; what turns with a day is kept as that day.
type Readiness struct {
	Served        bool          // the application's copy has reached every respondent (申请书副本送达)
	Tribunal      bool          // every seat is filled, with a recorder, and everybody was told (组庭)
	Defence       calendar.Date // the last defence; none came so far if zero (答辩)
	DefenceUntil  calendar.Date // last day for it, inclusive; zero while it doesn't run
	EvidenceUntil calendar.Date // last day for evidence, inclusive; zero while none is set or runs (举证)
}

// Readiness of the case as it is now.
func (f Facts) Readiness() Readiness {
	r := Readiness{Served: len(f.CopyServed) > 0, Defence: f.Defence, EvidenceUntil: f.EvidenceEnds(Tribunal)}
	for _, s := range f.CopyServed {
		if s.On.IsZero() {
			r.Served = false
			continue
		}
		r.DefenceUntil = calendar.Latest(r.DefenceUntil, f.Law.Days.Due(s.On, f.Law.LengthFrom(DefencePeriod, s.On)).Statutory)
	}
	r.DefenceUntil = calendar.Latest(r.DefenceUntil, f.newDefenceEnds())
	t := f.Tribunal
	r.Tribunal = !t.Formed.IsZero() && t.Filled >= t.Size && t.Recorder && !t.NoticeOn.IsZero()
	return r
}

// Preparing says whether a hearing is still to come, so that readiness is worth a look.
func (s State) Preparing() bool { return s == Accepted || s == Scheduled }

// Lack is something that a hearing still waits for.
type Lack struct {
	Code string   `json:"code" enum:"served,defence,evidence,tribunal"`
	Says law.Text `json:"says"`
}

// Lacks is what is missing on a day, in the order in which it comes about. Nobody has to defend themselves:
// once the period is over, no defence is missing.
func (r Readiness) Lacks(today calendar.Date) (list []Lack) {
	for _, l := range []struct {
		missing bool
		lack    Lack
	}{
		{!r.Served, Lack{"served", text("副本未送达", "copy not served")}},
		{r.Defence.IsZero() && !past(r.DefenceUntil, today), Lack{"defence", text("等答辩", "defence awaited")}},
		{!past(r.EvidenceUntil, today), Lack{"evidence", text("举证未满", "evidence still open")}},
		{!r.Tribunal, Lack{"tribunal", text("组庭未完", "tribunal not complete")}},
	} {
		if l.missing {
			list = append(list, l.lack)
		}
	}
	return list
}

// past says whether a last day was set and is over.
func past(last, today calendar.Date) bool { return !last.IsZero() && last.Before(today) }
