package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// ReplaceParticulars are what a change of one seat says about itself.
type ReplaceParticulars struct {
	Given    bool // a seat was named
	Recorder bool // it is the recorder's
}

// replacements: somebody who sits or records can go on no longer, for another reason than a recusal: they
// left, are ill, or were given other work. One seat changes hands, and the parties are told in writing. In
// the middle of a hearing nobody is replaced: it is adjourned first.
var replacements = []Row{
	{ // 更换仲裁庭组成人员
		Event: ReplaceSeat, Name: text("更换仲裁庭组成人员", "Replace somebody in the tribunal"),
		From: in(Accepted, Scheduled), To: Same, By: by(Head),
		When: when(TribunalFormed, NoConflict, RecusalDecided),
		Then: then(DraftIf(toldAlone, TribunalNotice, both...), Tell("tribunal-changed", both...)),
		Law:  law.Arbitration(32), NeedsVersion: true, RestsOn: seatedOn,
	},
	{ // 庭审结束以后更换书记员
		Event: ReplaceSeat, Name: text("更换仲裁庭组成人员", "Replace somebody in the tribunal"),
		From: in(Deliberating), To: Same, By: by(Head),
		When: when(TribunalFormed, NoConflict, HeardInPerson),
		Then: then(Draft(TribunalNotice, both...), Tell("tribunal-changed", both...)),
		Law:  law.Arbitration(32), NeedsVersion: true, RestsOn: seatedOn,
	},
}

// HeardInPerson: whoever decides has heard the case.
var HeardInPerson = Guard{
	Code:  "heard-in-person",
	Says:  text("庭审已经结束，评议和裁决由听审的仲裁员办完，不能更换；书记员可以更换。仲裁员确实不能继续办理的，先恢复庭审另定日期，再更换。", "The hearing has ended: the arbitrators who heard the case decide it and are not replaced; the recorder can be. Where an arbitrator cannot go on, reopen the hearing on another day first."),
	Law:   law.House("TR-1", "开庭当中不换人，先休庭另定日期；庭审结束以后，没有听审的人不参加评议和裁决，只能更换书记员", "nobody is replaced while a hearing goes on; once it has ended, whoever did not hear the case does not decide it, and only the recorder may be replaced"),
	Holds: func(f Facts) bool { return !f.Act.Replace.Given || f.Act.Replace.Recorder },
}

// seatedOn is the day since when the present people sit: the tribunal was formed, or one of them replaced.
func seatedOn(f Facts) calendar.Date { return calendar.Latest(f.Tribunal.Formed, f.Tribunal.Changed) }

// WhyNotReplaced is why a seat cannot change hands in a case of this state, whoever takes it; zero if it can.
// Lists ask it of many cases without reading each whole; the table asks again when the step is taken.
func WhyNotReplaced(s State, recorder, challenged bool) law.Text {
	r, ok := RowOf(ReplaceSeat, s)
	switch {
	case s == Hearing:
		return text("正在开庭，当中不换人：先休庭另定日期，再更换。", "The hearing goes on, and nobody is replaced in the middle of it: adjourn it to another day first.")
	case !ok:
		return notNow(s, ReplaceSeat).Says
	}
	f := Facts{State: s, Tribunal: TribunalFacts{Size: 1, Filled: 1, Recorder: true}, Act: Particulars{Replace: ReplaceParticulars{Given: true, Recorder: recorder}}}
	if challenged {
		f.Recusal.Asked = []RecusalDay{{Asked: calendar.On(2000, 1, 1)}}
	}
	if g, ok := closedBy(r, f); !ok {
		return g.Says
	}
	return law.Text{}
}

// NeedsThree says whether the law asks for three arbitrators.
func (f Facts) NeedsThree() bool { return f.needsThree() }
