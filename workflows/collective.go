package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/register"
)

// CollectiveSize is the number of workers from which a dispute is a collective one (集体争议，十人以上).
const CollectiveSize = collective

// Collective says whether the dispute is one of ten workers or more, or about a collective contract
// (集体争议、集体合同争议).
func (f Facts) Collective() bool {
	return f.Workers >= collective || f.Handling.CollectiveContract
}

// NotifyParticulars are what the one notice of a collective dispute says about itself.
type NotifyParticulars struct {
	Given  bool
	Guided bool // the parties were guided to talk or mediate first
}

// In a collective dispute.
var (
	// IsCollective: the one notice is for these disputes.
	IsCollective = Guard{
		Code:  "not-collective",
		Says:  text("本案不是集体争议，请分别组庭告知、确定开庭日期。", "This is no collective dispute: notify the tribunal and the hearing day apart."),
		Law:   register.Cite("R33-62"),
		Holds: func(f Facts) bool { return f.Collective() },
	}
	// OneNotice: tribunal, time to answer, time for evidence and hearing day come in one notice (一次通知).
	OneNotice = Guard{
		Code:  "collective-one-notice",
		Says:  text("集体争议应当把仲裁庭、答辩期、举证期、开庭日期和地点一次通知当事人，请用“集体争议一次通知”。", "In a collective dispute one notice tells tribunal, time to answer, time for evidence, day and place of the hearing: use that step."),
		Law:   register.Cite("R33-64"),
		Holds: func(f Facts) bool { return !f.Collective() || f.Handling.Simply() || !f.Hearing.On.IsZero() },
	}
	// GuidedFirst: the parties were guided to talk or mediate before a hearing is set (引导协商、调解).
	GuidedFirst = Guard{
		Code: "collective-not-guided",
		Says: text("集体争议开庭前应当先引导双方协商或者调解，请引导后勾选，或者先调解。", "In a collective dispute the parties are first guided to talk or mediate: do so and tick it, or mediate."),
		Law:  register.Cite("R33-66"),
		Holds: func(f Facts) bool {
			return !f.Act.Notify.Given || f.Act.Notify.Guided || f.MediationAttempted || !f.Mediation.Concluded.IsZero()
		},
	}
	// TripartiteSeats: over a collective contract the state, the union and the employers each name one (三方代表).
	TripartiteSeats = Guard{
		Code: "tribunal-tripartite",
		Says: text("集体合同争议的仲裁庭由劳动行政部门、工会和用人单位方面的代表三方组成，请核对后勾选。", "Over a collective contract the tribunal has one member each from the labour authority, the union and the employers: check that and tick it."),
		Law:  register.Cite("R33-65"),
		Holds: func(f Facts) bool {
			return !f.Handling.CollectiveContract || f.Handling.Simply() || f.Act.Seats == 0 || f.Act.Tripartite
		},
	}
	// RoomForDefence: the day leaves time to serve the copy, and to answer after that (留足答辩期).
	RoomForDefence = Guard{
		Code:  "hearing-before-defence",
		Says:  text("开庭日期应当留足送达副本和答辩的时间。", "The hearing day must leave time to serve the copy and to answer."),
		Law:   register.Cite("R33-64"),
		Holds: func(f Facts) bool { return f.Act.HearingOn.IsZero() || f.Act.HearingOn.After(f.defenceAtLatest()) },
		Opens: func(f Facts) calendar.Date { return f.defenceAtLatest().Next(1) },
	}
	// CollectiveAnswered: the day was set before the copy was served; nobody is heard before they could answer.
	CollectiveAnswered = Guard{
		Code: "collective-defence-runs",
		Says: text("申请书副本还没有送达每一位被申请人，或者答辩期还没有满，不能开庭，请另定日期。", "The copy has not reached every respondent, or the time to answer still runs: set another day."),
		Law:  register.Cite("R33-64"),
		Holds: func(f Facts) bool {
			return !f.Collective() || f.Handling.Simply() || servedOn(f.CopyServed) && f.On.After(f.defenceEnds())
		},
	}
)

// defenceAtLatest is the last day to answer: by the copies served, or if one is not served yet, as if it
// were served on the last day for it.
func (f Facts) defenceAtLatest() calendar.Date {
	if servedOn(f.CopyServed) {
		return f.defenceEnds()
	}
	served := calendar.Latest(f.On, f.Law.Days.Due(f.Accepted, f.lengthFrom(CopyPeriod, f.Accepted)).Statutory)
	return f.Law.Days.Due(served, f.lengthFrom(DefencePeriod, served)).Statutory
}

// atOnce is the step of a collective dispute beside those of every dispute.
var atOnce = []Row{
	{ // 集体争议一次通知
		Event: NotifyAtOnce, Name: text("集体争议一次通知", "Notify all of a collective dispute at once"),
		From: in(Accepted), To: Scheduled, By: by(Tribunal),
		When: when(IsCollective, TribunalFormed, ThreeWhereNeeded, NotSuspended, GuidedFirst, ClosedByBoth, HearingOnWorkingDay, HearingAfterNotice, RoomForDefence, HearingAfterDefence, EvidenceDayAhead),
		Then: then(Draft(HearingNoticePaper, both...), Tell("hearing-scheduled", both...)),
		Law:  register.Cite("R33-64"), NeedsVersion: true, RestsOn: formed,
	},
}

// toldAlone says whether the tribunal is told in a notice of its own: in a collective dispute the one
// notice tells it, as long as no hearing day was set.
func toldAlone(f Facts) bool { return OneNotice.Holds(f) }
