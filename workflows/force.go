package workflows

import (
	"slices"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// AwardDoc is one award document as far as the law asks about its effect (裁决书).
type AwardDoc struct {
	No      int // its branch: -1, -2
	Number  string
	Final   bool
	Partial bool // 先行裁决
	Made    calendar.Date
	Revoked calendar.Date
	Workers []string // whose claims it decides, by their marks
	Without []string // who of these gets nothing by it: every claim of theirs was rejected
	Served  []Served // on every party
}

// CourtKind is what a party asked a court for about an award (诉讼程序).
type CourtKind string

const (
	Suit          CourtKind = "suit"           // 起诉
	SetAside      CourtKind = "set-aside"      // 申请撤销裁决
	NoEnforcement CourtKind = "no-enforcement" // 申请不予执行
)

// Ruling is how the court ended it (法院结果); "" while it is pending.
type Ruling string

const (
	Pending      Ruling = ""
	Judged       Ruling = "judged"      // 判决，结果未变
	Changed      Ruling = "changed"     // 判决，结果改变
	Withdrawn    Ruling = "withdrawn"   // 准许撤诉或者按撤诉处理
	CourtSettled Ruling = "settled"     // 法院调解
	Late         Ruling = "late"        // 超过起诉期间，驳回起诉
	NotDispute   Ruling = "not-dispute" // 主体不适格或者不属于劳动争议，驳回起诉
	Granted      Ruling = "granted"     // 裁定撤销裁决，或者裁定不予执行
	Denied       Ruling = "refused"     // 裁定驳回申请
)

// CourtMove is one suit or application about one award, and how it ended.
type CourtMove struct {
	No      int
	Kind    CourtKind
	Award   int      // the branch of the award
	Party   string   // who went to court
	Worker  bool     // a worker did
	Workers []string // whom it concerns; nobody named: all of the award
	On      calendar.Date
	Outcome Ruling
	Ruled   calendar.Date // the day the ruling or judgment was served
}

// about says whether the move concerns the award as it stands for one worker.
func (m CourtMove) about(doc AwardDoc, worker string) bool {
	return m.Award == doc.No && (len(m.Workers) == 0 && (!m.Worker || m.Party == worker) || slices.Contains(m.Workers, worker))
}

// ForceState is whether an award binds, for one worker (生效状态).
type ForceState string

const (
	NotYet     ForceState = "not-yet"   // 期间未满或者未全部送达
	Effective  ForceState = "in-force"  // 已生效
	InCourt    ForceState = "in-court"  // 法院审理中，未生效
	NoEffect   ForceState = "no-effect" // 不发生效力
	Overturned ForceState = "set-aside" // 被法院撤销
	Revoked    ForceState = "revoked"   // 被仲裁委撤销
)

// Force is the effect of one award document for one worker, with its arithmetic (裁决的效力).
type Force struct {
	Award       int           `json:"award"`
	Worker      string        `json:"worker"`
	State       ForceState    `json:"state"`
	On          calendar.Date `json:"on"`                // in force from; a day to come while the periods run; none if it hangs on something
	Held        bool          `json:"held,omitempty"`    // enforcement waits for the application to set aside
	Nothing     bool          `json:"nothing,omitempty"` // it gives this worker nothing
	Provisional bool          `json:"provisional,omitempty"`
	Law         law.Citation  `json:"law"`
	Working     []Line        `json:"working"`
}

// Forces are those of every award of the case, for each worker apart: one worker's suit leaves the
// award to the others as it is (劳动争议司法解释（一）第十七条).
func Forces(f Facts) []Force {
	var list []Force
	for _, doc := range f.After.Awards {
		for _, w := range doc.Workers {
			list = append(list, ForceOf(f.Law, f.Today, doc, w, f.After.Court))
		}
	}
	return list
}

// ForceOf is the effect of one award for one worker on a day. The order of the moves is irrelevant.
func ForceOf(r Rules, today calendar.Date, doc AwardDoc, worker string, moves []CourtMove) Force {
	e := Force{Award: doc.No, Worker: worker, State: NotYet, Nothing: slices.Contains(doc.Without, worker), Law: law.Arbitration(50)}
	if doc.Final {
		e.Law = law.Arbitration(47)
	}
	e.say(law.Text{ZH: "作出裁决", EN: "the award was made"}, e.Law, doc.Made)
	if !doc.Revoked.IsZero() {
		return e.end(Revoked, law.Text{ZH: "仲裁委撤销裁决", EN: "revoked by the commission"}, law.Zhejiang(42), doc.Revoked)
	}
	e.base(r, doc, worker)
	for _, m := range moves {
		if m.about(doc, worker) && m.ends() {
			return e.over(m)
		}
	}
	for _, m := range moves {
		if m.about(doc, worker) && !m.ends() {
			e.move(m, doc)
		}
	}
	if e.State == NotYet && !e.On.IsZero() && !e.On.After(today) {
		e.State = Effective
	}
	return e
}

// Owed says whether the award gives the worker something that may have to be paid or done: it stands, or may
// come to stand.
func (e Force) Owed() bool {
	return !e.Nothing && e.State != NoEffect && e.State != Overturned && e.State != Revoked
}

// Enforceable says whether a court would enforce it for the worker today, or once its periods have run.
func (e Force) Enforceable() bool { return e.Owed() && e.State != InCourt && !e.Held }

func (e *Force) say(t law.Text, c law.Citation, on calendar.Date) {
	e.Working = append(e.Working, Line{Says: t, Law: &c, Date: on})
}

func (e Force) end(s ForceState, t law.Text, c law.Citation, on calendar.Date) Force {
	e.State, e.On, e.Law, e.Held = s, calendar.Date{}, c, false
	e.say(t, c, on)
	return e
}

// base is the day without anybody going to court: a final award binds the day it is made; any other
// the day after the last period of those whom it concerns has run.
func (e *Force) base(r Rules, doc AwardDoc, worker string) {
	if doc.Final {
		e.On = doc.Made
		e.say(law.Text{ZH: "终局裁决自作出之日起生效", EN: "a final award binds from the day it is made"}, e.Law, e.On)
		return
	}
	var last calendar.Date
	for _, s := range doc.Served {
		if s.Worker && s.Party != worker {
			continue // another worker's period is no concern of this one
		}
		if s.On.IsZero() {
			e.On = calendar.Date{}
			e.say(law.Text{ZH: s.Party + "尚未收到裁决书，起诉期未起算", EN: s.Party + " has not received the award: its period has not begun"}, e.Law, calendar.Date{})
			return
		}
		due := r.Days.Due(s.On, r.LengthFrom(SuitPeriod, s.On))
		e.Provisional = e.Provisional || due.Provisional
		e.say(law.Text{ZH: s.Party + "的起诉期届满（" + s.On.String() + "收到，" + r.LengthFrom(SuitPeriod, s.On).ZH() + "）", EN: "the period of " + s.Party + " ends (received " + s.On.String() + ", " + r.LengthFrom(SuitPeriod, s.On).EN() + ")"}, e.Law, due.Statutory)
		last = calendar.Latest(last, due.Statutory)
	}
	if !last.IsZero() {
		e.On = last.Next(1)
		e.say(law.Text{ZH: "最后一方期满的次日生效", EN: "in force the day after the last period"}, e.Law, e.On)
	}
}

// ends says whether the move took the award's effect away, whatever else happened.
func (m CourtMove) ends() bool {
	switch m.Kind {
	case Suit:
		return m.Outcome == Judged || m.Outcome == Changed || m.Outcome == CourtSettled || m.Outcome == NotDispute
	case SetAside:
		return m.Outcome == Granted
	}
	return false
}

func (e Force) over(m CourtMove) Force {
	switch {
	case m.Kind == SetAside:
		return e.end(Overturned, law.Text{ZH: "法院裁定撤销裁决", EN: "set aside by the court"}, law.Arbitration(49), m.Ruled)
	case m.Outcome == NotDispute:
		return e.end(NoEffect, law.Text{ZH: "法院以主体不适格或者不属于劳动争议驳回起诉，裁决不发生效力", EN: "dismissed for the wrong party or as no labor dispute: the award has no effect"}, law.SuitEnded(), m.Ruled)
	case m.Outcome == CourtSettled:
		return e.end(NoEffect, law.Text{ZH: "法院调解，裁决全部不发生效力", EN: "settled in court: the whole award has no effect"}, law.Courts(16), m.Ruled)
	}
	return e.end(NoEffect, law.Text{ZH: "法院判决，裁决全部不发生效力，起诉部分事项的也是", EN: "judged by the court: the whole award has no effect, also where only part was sued on"}, law.Courts(16), m.Ruled)
}

// move is what a suit or application does that leaves the award its chance.
func (e *Force) move(m CourtMove, doc AwardDoc) {
	switch {
	case m.Kind == SetAside && m.Outcome == Pending:
		e.Held = true
		e.say(law.Text{ZH: "单位申请撤销，裁决仍有效力，执行中止", EN: "an application to set aside is pending: in force, enforcement waits"}, law.Courts(25), m.On)
	case m.Kind == SetAside:
		e.say(law.Text{ZH: "撤销申请被驳回或者撤回", EN: "the application to set aside was refused or withdrawn"}, law.Arbitration(49), m.Ruled)
	case m.Kind == NoEnforcement:
		c := law.Courts(24)
		if m.Outcome == Granted {
			e.Held = true
			e.say(law.Text{ZH: "法院裁定不予执行", EN: "enforcement refused by the court"}, c, m.Ruled)
		} else {
			e.say(law.Text{ZH: "申请不予执行", EN: "asked not to enforce"}, c, m.On)
		}
	case m.Outcome == Pending:
		e.State, e.On = InCourt, calendar.Date{}
		e.say(law.Text{ZH: m.Party + "起诉，裁决未生效", EN: m.Party + " sued: the award is not in force"}, law.Courts(16), m.On)
	case e.State == InCourt:
		e.say(law.Text{ZH: m.Party + "的起诉已终结", EN: "the suit of " + m.Party + " has ended"}, law.SuitEnded(), m.Ruled)
	case m.Outcome == Withdrawn:
		if !e.On.IsZero() {
			e.On = calendar.Latest(e.On, m.Ruled)
		}
		e.say(law.Text{ZH: "准许撤诉，自裁定送达之日起生效", EN: "withdrawn with leave: in force from the day the ruling was served"}, law.SuitEnded(), m.Ruled)
	case m.Outcome == Late:
		e.say(law.Text{ZH: "逾期起诉被驳回，自期满次日起生效", EN: "dismissed as late: in force from the day after the period"}, law.SuitEnded(), e.On)
	}
}
