package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// RecusalGround is why somebody may not sit (回避的情形).
type RecusalGround string

// The grounds of Article 33.
const (
	PartyOrRelative RecusalGround = "party-or-relative" // 本案当事人或者当事人、代理人的近亲属
	HasInterest     RecusalGround = "interest"          // 与本案有利害关系
	OtherRelation   RecusalGround = "relation"          // 其他关系，可能影响公正裁决
	PrivateContact  RecusalGround = "private-contact"   // 私自会见，或者接受请客送礼
)

// RecusalGrounds lists the grounds with their names and articles.
func RecusalGrounds() []struct {
	Ground RecusalGround
	Name   law.Text
	Law    law.Citation
} {
	return recusalGrounds
}

var recusalGrounds = []struct {
	Ground RecusalGround
	Name   law.Text
	Law    law.Citation
}{
	{PartyOrRelative, text("是本案当事人，或者当事人、代理人的近亲属", "A party, or a near relative of a party or an agent"), law.Arbitration(33, 1)},
	{HasInterest, text("与本案有利害关系", "An interest in the case"), law.Arbitration(33, 1)},
	{OtherRelation, text("与当事人、代理人有其他关系，可能影响公正裁决", "Another relation that may affect fairness"), law.Arbitration(33, 1)},
	{PrivateContact, text("私自会见当事人、代理人，或者接受其请客送礼", "A private meeting, a meal or a gift"), law.Arbitration(33, 1)},
}

// RecusalDay is one request for recusal: the day it came and the day it was decided, none while it
// waits (回避申请).
type RecusalDay struct{ Asked, Decided calendar.Date }

// RecusalFacts are what the law asks about those who were challenged.
type RecusalFacts struct {
	Asked     []RecusalDay
	Vacated   calendar.Date // a seat fell vacant by the last recusal that was granted
	FirstOpen calendar.Date // the first hearing was opened; none before
	Paused    bool          // the person at hand is challenged, and nothing is decided yet
}

// RecusalParticulars are what a request or a decision says about itself.
type RecusalParticulars struct {
	KnownOn      calendar.Date // the ground became known
	Again        bool          // a request about the same person waits
	Given        bool          // a decision was told
	OfDirector   bool          // the person challenged is the commission's director
	ByDirector   bool          // the decision is the director's, or of the head the director entrusted
	ByCommission bool          // the decision is the commission's
}

// undecided is the first day of a request that waits; none if none does.
func (r RecusalFacts) undecided() calendar.Date {
	var first calendar.Date
	for _, a := range r.Asked {
		if a.Decided.IsZero() {
			first = earliest(first, a.Asked)
		}
	}
	return first
}

// urgent are the steps that somebody who is challenged may still take (紧急措施除外): taking in what
// others hand over within a period, or what already happened, so that nobody's right lapses meanwhile.
var urgent = map[Event]bool{FileEvidence: true, FileDefence: true, AskWithdrawal: true, ServeDocument: true, RecordDelivery: true, AskRecusal: true}

// recusals are the steps about somebody who may not sit (回避).
var recusals = []Row{
	{ // 申请回避
		Event: AskRecusal, Name: text("申请回避", "Ask for a recusal"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Applicant, Respondent, Tribunal, Member, Recorder, Registry),
		When: when(NotChallengedTwice, RecusalInTime),
		Then: then(Tell("recusal-asked", both...)),
		Law:  law.CaseRules(11).Recalled(), RestsOn: formed,
	},
	{ // 决定回避申请
		Event: DecideRecusal, Name: text("决定回避申请", "Decide on the recusal"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Director, Head),
		When: when(RecusalWaits, RecusalDecider),
		Then: then(Draft(RecusalDecision, both...), Tell("recusal-decided", both...)),
		Law:  law.CaseRules(12).Recalled(), NeedsVersion: true, RestsOn: func(f Facts) calendar.Date { return f.Recusal.undecided() },
	},
}

// formed is the day the tribunal was formed.
func formed(f Facts) calendar.Date { return f.Tribunal.Formed }

// Recusal.
var (
	// NotChallengedTwice: one request about one person waits at a time.
	NotChallengedTwice = Guard{
		Code:  "recusal-waiting",
		Says:  text("对这个人的回避申请正在等待决定。", "A request for the recusal of this person is waiting for its decision."),
		Law:   law.CaseRules(11).Recalled(),
		Holds: func(f Facts) bool { return !f.Act.Recusal.Again },
	}
	// RecusalInTime: before the first hearing opens; if the ground became known later, before debate closes.
	RecusalInTime = Guard{
		Code: "recusal-too-late",
		Says: text("回避申请应当在开庭前提出；开庭后才知道回避事由的，在辩论终结前提出，并写明知道的日期。", "Recusal is asked for before the hearing opens; if the ground became known later, before debate closes, with the day it became known."),
		Law:  law.CaseRules(11).Recalled(),
		Holds: func(f Facts) bool {
			open, known := f.Recusal.FirstOpen, f.Act.Recusal.KnownOn
			return open.IsZero() || known.IsZero() || !known.Before(open)
		},
	}
	// RecusalWaits: there is a request to decide on.
	RecusalWaits = Guard{
		Code:  "no-recusal",
		Says:  text("没有等待决定的回避申请。", "No request for recusal is waiting."),
		Law:   law.CaseRules(11).Recalled(),
		Holds: func(f Facts) bool { return !f.Recusal.undecided().IsZero() },
	}
	// RecusalDecided: nothing that rests on who sits goes on while somebody is challenged.
	RecusalDecided = Guard{
		Code:  "recusal-undecided",
		Says:  text("有回避申请还没有决定，被申请回避的人暂停参与本案；决定以后才能办。", "Somebody's recusal was asked for, and they pause; this waits for the decision."),
		Law:   law.CaseRules(12).Recalled(),
		Holds: func(f Facts) bool { return f.Recusal.undecided().IsZero() },
	}
	// RecusalDecider: the director decides, or the head the director entrusted in writing; on the director,
	// the commission.
	RecusalDecider = Guard{
		Code: "recusal-decider",
		Says: text("仲裁员、书记员的回避由仲裁委主任或者主任书面委托的仲裁院负责人决定；主任担任仲裁员的，由仲裁委员会集体决定，请写明会议日期。", "The director decides on the recusal of arbitrators and recorders, or the head entrusted in writing; on a director who sits, the commission does: please give the day it met."),
		Law:  law.CaseRules(12).Recalled(),
		Holds: func(f Facts) bool {
			r := f.Act.Recusal
			return !r.Given || (r.OfDirector && r.ByCommission) || (!r.OfDirector && r.ByDirector)
		},
	}
	// ChallengedPauses holds for every step but urgent ones: whoever is challenged does nothing in the
	// case until it is decided (暂停参与).
	ChallengedPauses = Guard{
		Code:  "challenged-pauses",
		Says:  text("有人申请您回避，决定以前暂停参与本案；收取材料、记录送达等紧急事项除外。", "Your recusal was asked for: until it is decided you pause in this case, except for what is urgent, as taking papers in or recording service."),
		Law:   law.CaseRules(12).Recalled(),
		Holds: func(f Facts) bool { return !f.Recusal.Paused },
	}
)

// recusalClocks: three working days for each request.
func (w *watch) recusalClocks() {
	for _, r := range w.f.Recusal.Asked {
		w.add(RecusalPeriod, "", law.Text{ZH: "提出回避申请之日", EN: "day the recusal was asked for"}, r.Asked, earliest(r.Decided, w.f.Closed))
	}
}
