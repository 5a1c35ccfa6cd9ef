package workflows

import (
	"slices"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Serving is what a step says about one paper on its way to one recipient (送达). Way is "" when
// nothing is served.
type Serving struct {
	Way       Way
	Paper     Paper
	State     ServiceState // of the record before the step
	Outcome   Outcome
	Employer  bool   // the recipient is one
	Consent   bool   // agreed to electronic service, in the address confirmation
	Signer    string // self, family, representative, mail-clerk, agent, named
	Ground    string // why it was left or announced
	Explained bool   // the reason is given in words
	Failed    bool   // another way failed on this recipient before
	Filed     bool   // a picture or a recording is attached
	Witness   bool
	Put       calendar.Date // left or announced
}

// Grounds for leaving a paper and for announcing it.
const (
	GroundRefused = "refused-to-sign"     // 拒绝签收
	GroundClosed  = "employer-closed"     // 单位停业、关门
	GroundUnknown = "whereabouts-unknown" // 下落不明
	GroundFailed  = "other-ways-failed"   // 其他方式无法送达
)

// The conditions of service.
var (
	// SignatureOnly: a mediation document takes effect by the signatures of the parties, so it is never left or announced.
	SignatureOnly = Guard{
		Code: "paper-needs-signature",
		Says: law.Text{ZH: "调解书和调解协议书须由当事人本人、法定代表人、代理人或者指定的代收人签收，不能留置、张贴、公告、电子或者以简便方式送达；拒绝签收的，应当及时裁决。",
			EN: "A mediation document is signed for by the party, its representative, agent or named receiver; it cannot be left, put up, announced or sent electronically. If it is refused, the award follows."},
		Law:   law.Arbitration(42),
		Holds: func(f Facts) bool { return signedFor(f.Act.Serving) },
	}
	// EServiceAgreed: electronic service needs the recipient's recorded consent (送达地址确认书).
	EServiceAgreed = Guard{
		Code:  "e-service-needs-consent",
		Says:  law.Text{ZH: "受送达人没有在送达地址确认书中同意电子送达，请改用其他方式。", EN: "The recipient has not agreed to electronic service in the address confirmation; please choose another way."},
		Law:   law.CivilProcedure(90),
		Holds: func(f Facts) bool { return f.Act.Serving.Way != Electronic || f.Act.Serving.Consent },
	}
	// SimpleAllowed: phone and message serve only in simplified handling, and never an award or a mediation document.
	SimpleAllowed = Guard{
		Code: "simple-means-not-allowed",
		Says: law.Text{ZH: "电话、短信、传真、电子邮件等简便方式只用于简易处理的案件，不能送达裁决书和调解书。", EN: "Phone, message, fax and e-mail serve only in simplified cases, and never awards or mediation documents."},
		Law:  law.CaseRules(59).Recalled(),
		Holds: func(f Facts) bool {
			t, _ := WayOf(SimpleMeans)
			return f.Act.Serving.Way != SimpleMeans || (f.Handling.Simply() && t.Carries(f.Act.Serving.Paper))
		},
	}
	// LeftWithGround: a paper is left where the receiver refuses to sign; at a firm that has closed only if ten workers or more apply.
	LeftWithGround = Guard{
		Code: "left-needs-refusal",
		Says: law.Text{ZH: "留置须受送达人拒绝签收；单位停业关门而张贴送达的，须劳动者一方在十人以上。请写明情形。", EN: "A paper is left where the receiver refuses to sign; at an employer that has closed only where ten workers or more apply. Please say which."},
		Law:  law.CaseRules(20, 2).Recalled(),
		Holds: func(f Facts) bool {
			s := f.Act.Serving
			closed := s.Way == LeftAtDoor && s.Ground == GroundClosed && f.Workers >= collective
			return !left(s.Way) || s.Ground == GroundRefused || closed
		},
	}
	// LeftProved: without a witness or a picture nobody left anything.
	LeftProved = Guard{
		Code: "left-needs-proof",
		Says: law.Text{ZH: "留置送达须有见证人签名或者照片、录像；张贴于住所的须附照片或者录像。", EN: "Leaving a paper needs a witness or a picture; leaving it at the residence always a picture or a recording."},
		Law:  law.CivilProcedure(89),
		Holds: func(f Facts) bool {
			s := f.Act.Serving
			return !left(s.Way) || s.Filed || (s.Way == LeftProven && s.Witness)
		},
	}
	// NoticeLast: public notice is the last way (公告送达).
	NoticeLast = Guard{
		Code: "notice-too-early",
		Says: law.Text{ZH: "公告送达须受送达人下落不明，或者其他方式已经试过而无法送达，并写明原因和经过。", EN: "Public notice is for recipients whose whereabouts are unknown, or whom other ways failed to reach; the reason and what was tried are recorded."},
		Law:  law.CivilProcedure(95),
		Holds: func(f Facts) bool {
			s := f.Act.Serving
			return s.Way != ByNotice || (s.Explained && (s.Ground == GroundUnknown || s.Ground == GroundFailed && s.Failed))
		},
	}
	// ServiceMoves: a record goes from state to state as its way allows.
	ServiceMoves = Guard{
		Code:  "service-not-in-that-state",
		Says:  law.Text{ZH: "这条送达记录现在的状态，或者这种送达方式，不会有这个结果。", EN: "That cannot happen to a record of service in this state, or in this way."},
		Law:   law.CivilProcedure(87),
		Holds: func(f Facts) bool { return movesOn(f.Act.Serving) },
	}
	// DeemedDayCome: what was left or announced counts as served when its period has run (视为送达).
	DeemedDayCome = Guard{
		Code:  "deemed-service-not-yet",
		Says:  law.Text{ZH: "视为送达的日子还没有到。", EN: "The day on which it counts as served has not come."},
		Law:   law.CivilProcedure(95),
		Holds: func(f Facts) bool { return f.Act.Serving.Way == "" || !f.On.Before(f.deemedDay()) },
		Opens: func(f Facts) calendar.Date { return f.deemedDay() },
	}
)

func left(w Way) bool { return w == LeftProven || w == LeftAtDoor }

// signers are those who may sign for a paper that needs the party's own signature.
var signers = []string{"", "self", "representative", "agent", "named"}

func signedFor(s Serving) bool {
	kind, _ := PaperOf(s.Paper)
	t, _ := WayOf(s.Way)
	return s.Way == "" || !kind.Signed || (t.Signed && slices.Contains(signers, s.Signer))
}

func movesOn(s Serving) bool {
	if s.Way == "" {
		return true
	}
	_, ok := s.Way.After(s.State, s.Outcome)
	return ok
}

func (f Facts) deemedDay() calendar.Date {
	s := f.Act.Serving
	return f.DeemedOn(s.Way, s.Employer, s.Put).Statutory
}
