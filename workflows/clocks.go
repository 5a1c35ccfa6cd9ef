package workflows

import (
	"slices"
	"strings"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// ClockAt is one running or finished period of a case (期限). All clocks are derived anew from the
// facts after every step: the same facts give the same dates.
type ClockAt struct {
	Period      Period        `json:"period"`
	Party       string        `json:"party,omitempty"` // 申1, where each party has its own
	For         Capacity      `json:"for"`
	Starts      calendar.Date `json:"starts"`
	Natural     calendar.Date `json:"natural"` // before the rest-day rule
	Due         calendar.Date `json:"due"`     // the last day; none while the clock is stopped
	Safe        calendar.Date `json:"safe"`    // counted in natural days: nobody can call this late
	Provisional bool          `json:"provisional"`
	Stopped     bool          `json:"stopped"`
	Stops       []Stop        `json:"stops,omitempty"`     // intervals that do not count, merged, with why
	Restarts    []Restart     `json:"restarts,omitempty"`  // days from which it ran anew
	Extension   int           `json:"extension,omitempty"` // natural days, by approval or by consent of both
	Lapsed      calendar.Date `json:"lapsed"`              // when it went on record that it ran out
	Done        calendar.Date `json:"done"`                // when it was kept or fell away
	Working     []Line        `json:"working"`
}

// Term is the row that the clock was made from.
func (c ClockAt) Term() Term { return periods[c.Period] }

// Clocks derives every clock of the case from its facts.
func Clocks(f Facts) []ClockAt {
	w := watch{f: f}
	w.mediation()
	w.settling()
	w.intake()
	w.beforeHearing()
	w.award()
	w.afterAward()
	w.service()
	return w.clocks
}

type watch struct {
	f      Facts
	clocks []ClockAt
}

// add counts a forward period of the table from start; done is the day it was kept, if it was.
func (w *watch) add(p Period, party string, from law.Text, start, done calendar.Date) *ClockAt {
	if start.IsZero() {
		return &ClockAt{}
	}
	t, span := periods[p], w.f.lengthFrom(p, start)
	due := w.f.Law.Days.Due(start, span)
	c := ClockAt{Period: p, Party: party, For: t.For, Starts: start, Natural: due.Natural, Due: due.Statutory,
		Provisional: due.Provisional, Done: done, Working: explain(t, from, start, span, due)}
	c.Safe = c.Due
	if span.Unit == calendar.WorkingDay {
		c.Safe = w.f.Law.Days.Due(start, calendar.Days(span.N)).Statutory
	}
	w.clocks = append(w.clocks, c)
	return &w.clocks[len(w.clocks)-1]
}

// back counts a period back from a day.
func (w *watch) back(p Period, day, done calendar.Date) {
	t, span := periods[p], w.f.Law.LengthFrom(p, day)
	last := w.f.Law.Days.Before(day, span)
	c := t.Law
	w.clocks = append(w.clocks, ClockAt{Period: p, For: t.For, Starts: day, Natural: last, Due: last, Safe: last, Done: done,
		Provisional: !w.f.Law.Days.Known(day.Year()),
		Working: []Line{
			{Says: law.Text{ZH: "开庭之日（当日不计）", EN: "day of the hearing (not counted)"}, Date: day},
			{Says: t.Name, Law: &c, Add: "-" + span.EN(), Date: last},
		}})
}

func explain(t Term, from law.Text, start calendar.Date, span calendar.Span, due calendar.Due) []Line {
	c := t.Law
	return append([]Line{
		{Says: law.Text{ZH: from.ZH + "（当日不计）", EN: from.EN + " (not counted)"}, Date: start},
		{Says: law.Text{ZH: t.Name.ZH + "：" + span.ZH(), EN: t.Name.EN + ": " + span.EN()}, Law: &c, Add: "+" + span.EN(), Date: due.Natural},
	}, roll(due)...)
}

func (w *watch) mediation() {
	m := w.f.Mediation
	var taken calendar.Date
	if m.HasMediator {
		taken = calendar.Latest(m.Received)
	}
	if !m.Concluded.IsZero() {
		taken = m.Concluded
	}
	asked := law.Text{ZH: "收到调解申请之日", EN: "day the request for mediation came in"}
	w.add(MediationAcceptance, "", asked, m.Received, taken)
	c := w.add(MediationPeriod, "", asked, m.Received, m.Concluded)
	if m.ExtendedTo.After(c.Due) && !c.Due.IsZero() {
		cite := law.Zhejiang(10, 2)
		c.Extension = m.ExtendedTo.Since(c.Due)
		c.Natural, c.Due, c.Safe = m.ExtendedTo, m.ExtendedTo, m.ExtendedTo
		c.Working = append(c.Working, Line{law.Text{ZH: "双方同意延长", EN: "extended by consent of both"}, &cite, plus(c.Extension), m.ExtendedTo})
	}
}

func (w *watch) intake() {
	a := w.f.Application
	start, from := a.Received, law.Text{ZH: "收到申请之日", EN: "day the application came in"}
	if a.Received != a.FirstReceived {
		from = law.Text{ZH: "材料补齐之日", EN: "day the materials were completed"}
	}
	if m := w.f.Mediation; m.Held && !start.IsZero() && m.Concluded.After(start) {
		start, from = m.Concluded, law.Text{ZH: "暂缓受理结束之日", EN: "day the hold for mediation ended"}
	}
	c := w.add(AcceptancePeriod, "", from, start, a.Decided)
	if c.Period == "" {
		return
	}
	if c.Done.IsZero() && (a.Correcting || (w.f.Mediation.Held && w.f.Mediation.Running)) {
		c.Stopped, c.Due, c.Safe, c.Natural = true, calendar.Date{}, calendar.Date{}, calendar.Date{}
		c.Working = c.Working[:1]
	}
	c.Lapsed = c.lapsed(w.f.Lapses.NoDecision)
	c.Working = append(w.f.receipts(), c.Working...)
}

func (w *watch) beforeHearing() {
	f := w.f
	if f.Accepted.IsZero() {
		return
	}
	accepted := law.Text{ZH: "受理之日", EN: "day of acceptance"}
	for _, s := range f.CopyServed {
		w.add(CopyPeriod, s.Party, accepted, f.Accepted, earliest(s.On, f.Closed))
	}
	forming, from := accepted, f.Accepted
	if v := f.Recusal.Vacated; v.After(from) { // formed anew
		forming, from = law.Text{ZH: "因回避空出席位之日", EN: "day a seat fell vacant by recusal"}, v
	}
	if c := f.Tribunal.Changed; c.After(from) { // and told anew
		forming, from = law.Text{ZH: "更换仲裁庭组成人员之日", EN: "day somebody in the tribunal was replaced"}, c
	}
	w.add(TribunalPeriod, "", forming, from, earliest(f.Tribunal.NoticeOn, f.Closed))
	w.recusalClocks()
	w.changeClocks()
	w.counterClocks()
	for _, s := range f.CopyServed {
		w.served(DefencePeriod, s, law.Text{ZH: "副本送达之日", EN: "day the copy was served"}, earliest(f.Defence, f.Closed)).runOn(f.restored(DefencePeriod, s.Party))
	}
	for _, s := range f.DefenceForward {
		w.add(ForwardPeriod, s.Party, law.Text{ZH: "收到答辩书之日", EN: "day the defence came in"}, f.Defence, earliest(s.On, f.Closed))
	}
	w.add(ObjectionPeriod, "", law.Text{ZH: "收到管辖异议之日", EN: "day the objection came in"}, f.Intake.Objected, f.Closed)
	if on := f.Hearing.On; !on.IsZero() {
		w.back(HearingNotice, on, noticed(f))
		w.back(Postponement, on, earliest(f.Hearing.Opened, f.Closed))
	}
}

// noticed is the day by which everybody had notice of the hearing; none while somebody has not.
func noticed(f Facts) calendar.Date {
	var last calendar.Date
	for _, s := range f.Hearing.Notices {
		if s.On.IsZero() {
			return earliest(f.Hearing.Opened, f.Closed)
		}
		last = calendar.Latest(last, s.On)
	}
	return last
}

func (w *watch) award() {
	f := w.f
	if f.Accepted.IsZero() {
		return
	}
	r := f.AwardReckoning()
	t := periods[AwardPeriod]
	w.clocks = append(w.clocks, ClockAt{Period: AwardPeriod, For: t.For, Starts: r.Base, Natural: r.Natural, Due: r.Statutory,
		Safe: r.Statutory, Provisional: r.Provisional, Stopped: r.Running != nil, Stops: r.Stops, Restarts: f.Clock.Restarts,
		Extension: f.Clock.Extension, Done: f.Closed, Working: r.Working})
	last := &w.clocks[len(w.clocks)-1]
	last.Lapsed = last.lapsed(f.Lapses.NoAward)
	if !f.Handling.Simply() {
		return
	}
	r, t = f.SimpleReckoning(), periods[SimplePeriod]
	w.clocks = append(w.clocks, ClockAt{Period: SimplePeriod, For: t.For, Starts: r.Base, Natural: r.Natural, Due: r.Statutory,
		Safe: r.Statutory, Provisional: r.Provisional, Stopped: r.Running != nil, Stops: r.Stops, Restarts: f.Clock.Restarts, Done: f.Closed, Working: r.Working})
}

// AwardReckoning counts the award period of the case.
func (f Facts) AwardReckoning() Reckoning {
	return CountAward(f.Law.Days, AwardTerm{Accepted: f.Accepted, Limit: f.Law.Length(AwardPeriod),
		Extension: f.Clock.Extension, Restarts: f.Clock.Restarts, Stops: slices.Concat(f.Clock.Stops, f.NoticeStops())})
}

// remedy is what the party may do about the award in its hands, within a period of its own.
func remedy(s Served) Period {
	switch {
	case s.Final && s.Worker:
		return WorkerSuitPeriod
	case s.Final:
		return SetAsidePeriod
	}
	return SuitPeriod
}

// sideOf reads the side off a party's ordinal: 申1 applies, 被1 responds. Worker and employer may be either.
func sideOf(party string) Capacity {
	if strings.HasPrefix(party, "申") {
		return Applicant
	}
	return Respondent
}

func earliest(a, b calendar.Date) calendar.Date {
	if a.IsZero() || (!b.IsZero() && b.Before(a)) {
		return b
	}
	return a
}

// Light is how late a clock is (灯): the shape and the word on the page come from it.
type Light string

const (
	Green Light = "green" // 正常
	Amber Light = "amber" // 临近
	Red   Light = "red"   // 紧急
	Black Light = "black" // 超期
	Grey  Light = "grey"  // 停钟
)

// LightOn is the clock's light on a day, with the days left in the period's own unit (negative
// when overdue).
func (c ClockAt) LightOn(today calendar.Date, days *calendar.Holidays) (Light, int) {
	if c.Stopped || c.Due.IsZero() {
		return Grey, 0
	}
	t := c.Term()
	left := c.Due.Since(today)
	if t.Runs.Unit == calendar.WorkingDay {
		left = days.WorkingBetween(today, c.Due)
	}
	switch {
	case c.Due.Before(today):
		return Black, left
	case left <= t.Alarm:
		return Red, left
	case left <= t.Warn || (t.Runs.Unit == calendar.WorkingDay && !c.Back() && !today.Before(c.Safe)):
		return Amber, left
	}
	return Green, left
}

// Turns are the first days on which the clock's light is amber and red; a clock without a due day
// has neither. Lists compare days with them, so that what they count is what LightOn shows.
func (c ClockAt) Turns(days *calendar.Holidays) (amber, red calendar.Date) {
	if c.Stopped || c.Due.IsZero() {
		return calendar.Date{}, calendar.Date{}
	}
	red = c.Due.Next(1) // black by then
	for c.shows(red.Next(-1), Red, days) {
		red = red.Next(-1)
	}
	amber = red
	for c.shows(amber.Next(-1), Amber, days) {
		amber = amber.Next(-1)
	}
	return amber, red
}

func (c ClockAt) shows(on calendar.Date, l Light, days *calendar.Holidays) bool {
	got, _ := c.LightOn(on, days)
	return got == l
}

// Back says whether the period is counted back from its day.
func (c ClockAt) Back() bool { return c.Term().Back }
