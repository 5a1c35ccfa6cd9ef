package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// ServiceAt is one record of service as the law sees it.
type ServiceAt struct {
	Party    string
	Employer bool // the recipient is an employer
	Paper    Paper
	Way      Way
	State    ServiceState
	Put      calendar.Date // left at the residence, or announced
	Ended    calendar.Date // served, or overtaken by another way
}

// Waits says whether the record becomes service by itself when its period has run.
func (s ServiceAt) Waits() bool {
	_, ok := s.Way.After(s.State, RanOut)
	return ok && !s.Put.IsZero()
}

// deeming is the period after which a paper that went this way counts as served; "" for ways that
// wait for nothing. Ten days instead of thirty only for the employer of a collective dispute (CF-9).
func (f Facts) deeming(w Way, employer bool) Period {
	switch {
	case w == LeftAtDoor:
		return DoorPeriod
	case w == ByNotice && employer && f.Workers >= collective:
		return CollectiveNoticePeriod
	case w == ByNotice:
		return NoticePeriod
	}
	return ""
}

// NoticeRuns is how long a public notice to somebody runs (公告期).
func (f Facts) NoticeRuns(employer bool) calendar.Span {
	return f.Law.Length(f.deeming(ByNotice, employer))
}

// DeemedOn is the day on which a paper left or announced on put counts as served. Nobody has to keep
// it, so natural days do not move off a rest day.
func (f Facts) DeemedOn(w Way, employer bool, put calendar.Date) calendar.Due {
	p := f.deeming(w, employer)
	if p == "" || put.IsZero() {
		return calendar.Due{}
	}
	return f.Law.Days.Fixed(put, f.Law.LengthFrom(p, put))
}

// NoticeStops are the times of public notice, which do not count towards the award period: from the
// issue to the day of deemed service, or to the day on which another way was quicker (ZJ-36-3).
func (f Facts) NoticeStops() []Stop {
	var list []Stop
	for _, s := range f.Services {
		if s.Way != ByNotice || s.Put.IsZero() || f.Accepted.IsZero() || (!f.Closed.IsZero() && s.Put.After(f.Closed)) {
			continue
		}
		to := s.Ended
		if to.IsZero() {
			to = f.DeemedOn(ByNotice, s.Employer, s.Put).Natural
		}
		if to.After(s.Put) {
			list = append(list, Stop{From: s.Put, To: to, Kind: StopNotice})
		}
	}
	return list
}

// service derives the clocks of papers that are about to count as served: one for each recipient and
// period, the last one where there are several.
func (w *watch) service() {
	for _, s := range w.f.Services {
		if !s.Waits() {
			continue
		}
		t := periods[w.f.deeming(s.Way, s.Employer)]
		due := w.f.DeemedOn(s.Way, s.Employer, s.Put)
		c := ClockAt{Period: t.Period, Party: s.Party, For: t.For, Starts: s.Put, Natural: due.Natural, Due: due.Statutory, Safe: due.Statutory,
			Provisional: due.Provisional, Working: w.f.putLines(s.Way, s.Employer, s.Put, due.Statutory)}
		if i := w.find(t.Period, s.Party); i < 0 {
			w.clocks = append(w.clocks, c)
		} else if due.Statutory.After(w.clocks[i].Due) {
			w.clocks[i] = c
		}
	}
}

func (w *watch) find(p Period, party string) int {
	for i, c := range w.clocks {
		if c.Period == p && c.Party == party {
			return i
		}
	}
	return -1
}

// putLines say how a paper that was left or announced came to be served.
func (f Facts) putLines(w Way, employer bool, put, served calendar.Date) []Line {
	t := periods[f.deeming(w, employer)]
	span, c := f.Law.LengthFrom(t.Period, put), t.Law
	way, _ := WayOf(w)
	return []Line{
		{Says: law.Text{ZH: way.Name.ZH + "之日（当日不计）", EN: "day " + putWords[w] + " (not counted)"}, Date: put},
		{Says: law.Text{ZH: t.Name.ZH + "：" + span.ZH() + "，视为送达", EN: t.Name.EN + ": " + span.EN() + ", then deemed served"}, Law: &c, Add: "+" + span.EN(), Date: served},
	}
}

var putWords = map[Way]string{LeftAtDoor: "left at the residence", ByNotice: "announced"}

// served counts a period that runs from a paper's service, and shows how it was served before it
// counts: clocks start from service, never from sending.
func (w *watch) served(p Period, s Served, from law.Text, done calendar.Date) *ClockAt {
	waited := w.f.deeming(s.Way, !s.Worker) != "" && !s.Put.IsZero()
	if way, ok := WayOf(s.Way); ok && !waited {
		from = law.Text{ZH: from.ZH + "，" + way.Name.ZH, EN: from.EN + ", " + way.Name.EN}
	}
	c := w.add(p, s.Party, from, s.On, done)
	if waited && c.Period != "" {
		c.Working = append(w.f.putLines(s.Way, !s.Worker, s.Put, s.On), c.Working...)
	}
	return c
}
