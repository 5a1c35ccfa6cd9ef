package workflows

import (
	"slices"

	"tiaocai/workflows/law"
)

// Way is how a paper is brought to somebody (送达方式).
type Way string

const (
	ByHand      Way = "direct"          // 直接送达
	LeftProven  Way = "left-with-proof" // 留置送达，留下之日送达
	LeftAtDoor  Way = "left-at-door"    // 留置或张贴于住所，经过三个工作日视为送达
	ByPost      Way = "post"            // 邮寄送达
	Entrusted   Way = "entrusted"       // 委托送达
	Electronic  Way = "electronic"      // 电子送达
	ByNotice    Way = "public_notice"   // 公告送达
	SimpleMeans Way = "simple-means"    // 简便方式送达
	ThroughUnit Way = "through-unit"    // 转交送达
)

// WayTerm is one row of the table of ways: when it counts as served, what proves it, and by which article.
type WayTerm struct {
	Way    Way
	Rule   string // SV-1
	Name   law.Text
	Served law.Text // the day on which it counts as served
	Proof  law.Text // what is kept
	Law    law.Citation
	Signed bool // ends with a signature of the recipient's: good for papers that must be signed for
	Filed  bool // a picture or a recording has to be filed
}

// Ways lists the ways of service.
func Ways() []WayTerm { return ways }

// WayOf is the row of a way.
func WayOf(w Way) (WayTerm, bool) {
	i := slices.IndexFunc(ways, func(t WayTerm) bool { return t.Way == w })
	if i < 0 {
		return WayTerm{}, false
	}
	return ways[i], true
}

var ways = []WayTerm{
	{ByHand, "SV-1", text("直接送达", "by hand"), text("送达回证上签收之日", "the day signed on the return slip"), text("送达回证", "return slip"),
		law.CivilProcedure(88), true, false},
	{LeftProven, "SV-2", text("留置送达", "left with a witness or a picture"), text("留下之日", "the day it was left"), text("见证人签名，或者照片、录像", "a witness, or pictures"),
		law.CivilProcedure(89), false, false},
	{LeftAtDoor, "SV-3", text("留置或张贴于住所", "left or put up at the residence"), text("留下之日起经过三个工作日", "three working days after it was left"), text("照片或者录像", "pictures"),
		law.CaseRules(20, 2).Recalled(), false, true},
	{ByPost, "SV-4", text("邮寄送达", "by post"), text("回执上注明的收件日", "the day on the receipt"), text("邮件号和回执", "tracking number and receipt"),
		law.CivilProcedure(91), true, false},
	{Entrusted, "SV-4", text("委托送达", "entrusted to another commission"), text("回证上签收之日", "the day on the receipt"), text("委托函和回证", "letter and receipt"),
		law.CivilProcedure(91), true, false},
	{Electronic, "SV-5", text("电子送达", "electronic"), text("到达受送达人系统之日", "the day it reached the recipient's system"), text("送达地址确认书和系统记录", "address confirmation and log"),
		law.CivilProcedure(90), false, false},
	{ByNotice, "SV-6", text("公告送达", "by public notice"), text("公告期满之日", "the day the notice has run"), text("公告、原因和经过", "the notice, the reason and what was tried"),
		law.CivilProcedure(95), false, false},
	{SimpleMeans, "SV-7", text("简便方式送达", "phone, message, fax or e-mail"), text("受送达人确认收到之日", "the day the recipient confirmed it"), text("通话或者收发记录", "log"),
		law.CaseRules(59).Recalled(), false, false},
	{ThroughUnit, "SV-8", text("转交送达", "through a unit or a prison"), text("在送达回证上签收之日", "the day signed on the return slip"), text("送达回证", "return slip"),
		law.CivilProcedure(94), true, false},
}

// ServiceState is where one record of service stands (送达状态).
type ServiceState string

const (
	ServiceQueued        ServiceState = "queued"        // 待送出
	ServiceSent          ServiceState = "sent"          // 已送出
	ServiceDelivered     ServiceState = "delivered"     // 已到达，尚不发生送达效力
	ServiceRefused       ServiceState = "refused"       // 拒收
	ServiceUndeliverable ServiceState = "undeliverable" // 无法送达
	ServiceServed        ServiceState = "served"        // 已送达
	ServiceOvertaken     ServiceState = "overtaken"     // 已用其他方式送达
)

// ServiceStates lists them in the order of a record's life.
func ServiceStates() []ServiceState {
	return []ServiceState{ServiceQueued, ServiceSent, ServiceDelivered, ServiceRefused, ServiceUndeliverable, ServiceServed, ServiceOvertaken}
}

// Name of the state.
func (s ServiceState) Name() law.Text { return serviceStateNames[s] }

var serviceStateNames = map[ServiceState]law.Text{
	ServiceQueued:        text("待送出", "to be sent"),
	ServiceSent:          text("已送出，尚未送达", "sent, not served yet"),
	ServiceDelivered:     text("已到达或留下，尚未视为送达", "delivered or left, not served yet"),
	ServiceRefused:       text("拒收", "refused"),
	ServiceUndeliverable: text("无法送达", "undeliverable"),
	ServiceServed:        text("已送达", "served"),
	ServiceOvertaken:     text("已用其他方式送达", "served in another way"),
}

// Ended says that nothing more happens to the record.
func (s ServiceState) Ended() bool {
	return s == ServiceRefused || s == ServiceUndeliverable || s == ServiceServed || s == ServiceOvertaken
}

// Outcome is what happened to a paper on its way (送达结果).
type Outcome string

const (
	WentOut   Outcome = "sent"          // 送出
	Arrived   Outcome = "delivered"     // 收到或留下
	Confirmed Outcome = "confirmed"     // 确认收到
	TurnedBy  Outcome = "refused"       // 拒收
	CameBack  Outcome = "undeliverable" // 退回、无人、查无此址
	RanOut    Outcome = "deemed"        // 期满视为送达
)

// Outcomes lists them.
func Outcomes() []Outcome {
	return []Outcome{WentOut, Arrived, Confirmed, TurnedBy, CameBack, RanOut}
}

// move is one line of the state machine of service.
type move struct {
	from    []ServiceState
	outcome Outcome
	to      ServiceState
	ways    []Way
}

// carried are the ways in which a paper travels before anybody has it.
var carried = []Way{ByHand, ByPost, Entrusted, Electronic, SimpleMeans, ThroughUnit}

var moves = []move{
	{[]ServiceState{ServiceQueued}, WentOut, ServiceSent, append([]Way{ByNotice}, carried...)},
	{[]ServiceState{ServiceQueued, ServiceSent}, Arrived, ServiceServed, []Way{ByHand, ByPost, Entrusted, Electronic, ThroughUnit}},
	{[]ServiceState{ServiceQueued}, Arrived, ServiceServed, []Way{LeftProven}},
	{[]ServiceState{ServiceQueued}, Arrived, ServiceDelivered, []Way{LeftAtDoor}},
	{[]ServiceState{ServiceSent}, Arrived, ServiceDelivered, []Way{SimpleMeans}},
	{[]ServiceState{ServiceQueued, ServiceSent, ServiceDelivered}, Confirmed, ServiceServed, []Way{SimpleMeans}},
	{[]ServiceState{ServiceSent}, TurnedBy, ServiceRefused, []Way{ByHand, ByPost, Entrusted, ThroughUnit}},
	{[]ServiceState{ServiceSent, ServiceDelivered}, CameBack, ServiceUndeliverable, []Way{SimpleMeans}},
	{[]ServiceState{ServiceSent}, CameBack, ServiceUndeliverable, []Way{ByHand, ByPost, Entrusted, Electronic, ThroughUnit}},
	{[]ServiceState{ServiceDelivered}, RanOut, ServiceServed, []Way{LeftAtDoor}},
	{[]ServiceState{ServiceSent}, RanOut, ServiceServed, []Way{ByNotice}},
}

// After is the state of a record of this way after an outcome; ok is false if that cannot happen.
func (w Way) After(s ServiceState, o Outcome) (to ServiceState, ok bool) {
	for _, m := range moves {
		if m.outcome == o && slices.Contains(m.from, s) && slices.Contains(m.ways, w) {
			return m.to, true
		}
	}
	return s, false
}

// Carries says whether a paper may go this way at all: what must be signed for is never left,
// posted up, announced or sent by simple means (LDMA-42), and simple means carry no award (R33-59).
func (t WayTerm) Carries(p Paper) bool {
	if kind, _ := PaperOf(p); kind.Signed {
		return t.Signed
	}
	return t.Way != SimpleMeans || (p != AwardFinalPaper && p != AwardNonFinalPaper)
}

// Attempt is how one record of service of a paper on a recipient ended.
type Attempt struct {
	Way   Way
	State ServiceState
}

// inOrder are the ways as they are tried one after the other; the last is public notice.
var inOrder = []Way{Electronic, ByPost, ByHand, ByNotice}

// NextWay proposes how to go on when the last attempt failed: whoever refuses has it left at the
// residence, which gives them three more days than leaving it with a witness; where nobody was found,
// the next way that was not tried, up to public notice. None is left for what must be signed for:
// then the award follows.
func NextWay(p Paper, tried []Attempt, consent bool) (Way, bool) {
	if n := len(tried); n > 0 && tried[n-1].State == ServiceRefused {
		t, _ := WayOf(LeftAtDoor)
		return LeftAtDoor, t.Carries(p)
	}
	for _, w := range inOrder {
		t, _ := WayOf(w)
		done := slices.ContainsFunc(tried, func(a Attempt) bool { return a.Way == w })
		if t.Carries(p) && !done && (w != Electronic || consent) {
			return w, true
		}
	}
	return "", false
}
