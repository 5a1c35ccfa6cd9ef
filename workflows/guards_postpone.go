package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Another hearing day.
var (
	// NoPostponementWaits: a request is decided before anything else is done about the hearing.
	NoPostponementWaits = Guard{
		Code:  "postponement-waits",
		Says:  text("有当事人请求延期开庭，请先决定是否准许。", "A party asked for another hearing day: decide on that first."),
		Law:   law.Arbitration(35, 2),
		Holds: func(f Facts) bool { return f.Hearing.Asked.IsZero() },
	}
	// PostponementWaits is the opposite.
	PostponementWaits = Guard{
		Code:  "no-postponement-asked",
		Says:  text("没有等待决定的延期开庭请求。", "No request for another hearing day is waiting."),
		Law:   law.Arbitration(35, 2),
		Holds: func(f Facts) bool { return !f.Hearing.Asked.IsZero() },
	}
	// HearingStillAhead: on the day after, it is too late to ask.
	HearingStillAhead = Guard{
		Code:  "hearing-day-over",
		Says:  text("开庭的日子已经过了，不能再请求延期。", "The hearing day is over; it is too late to ask for another."),
		Law:   law.Arbitration(35, 2),
		Holds: func(f Facts) bool { return !f.On.After(f.Hearing.On) },
	}
	// LateAskExplained: three working days ahead; later only with a word on why not before.
	LateAskExplained = Guard{
		Code:  "postponement-late",
		Says:  text("有正当理由的，应当在开庭三个工作日前请求延期；已经来不及的，请写明为什么没能早些提出，由仲裁庭酌定。", "Another day is asked for three working days ahead, with good cause. If it is too late for that, say why it could not be earlier; the tribunal then decides as it sees fit."),
		Law:   law.Arbitration(35, 2),
		Holds: func(f Facts) bool { return !f.Act.AskedLate },
	}
)

// LateToAsk says whether less than three working days are left before the hearing.
func (f Facts) LateToAsk() bool {
	return f.On.After(f.Law.Days.Before(f.Hearing.On, f.Law.LengthFrom(Postponement, f.Hearing.On)))
}

// askedOn is the day on which another hearing day was asked for.
func askedOn(f Facts) calendar.Date { return f.Hearing.Asked }

// noticed says whether everybody of a side had the written notice of the hearing in hand, by its record of
// service. What was sent by simple means is served only when its receipt was confirmed (R33-59).
func (f Facts) noticed(side Capacity) bool {
	n := 0
	for _, s := range f.Hearing.Notices {
		if sideOf(s.Party) != side {
			continue
		}
		if s.On.IsZero() || s.On.After(f.Hearing.On) {
			return false
		}
		n++
	}
	return n > 0
}
