package workflows

import "tiaocai/workflows/register"

// JointGround is why cases are heard together (合并审理的情形).
type JointGround string

const (
	JointLike   JointGround = "like-claims"    // 诉讼标的同一种类，各案当事人同意
	JointCommon JointGround = "common-subject" // 诉讼标的共同
)

// JointFacts say whether the case is heard together with others. Nothing of the clocks is here: each case
// keeps its number, its clocks and its award.
type JointFacts struct {
	Others int // open cases heard together with this one
}

// JointParticulars are what joining says about the cases.
type JointParticulars struct {
	Given         bool
	Ground        JointGround
	Agreed        bool // the parties of every case agree
	Elsewhere     bool // a case that is to join is heard together with others already
	OtherTribunal bool // others sit on it
	Unlike        bool // no common employer, or no common kind of claim
}

// The conditions of a joint hearing.
var (
	// JointNowhereElse: a case is in one group at a time.
	JointNowhereElse = Guard{
		Code:  "already-joint",
		Says:  text("要合并的案件已经和别的案件合并审理，请先让它退出。", "A case that is to join is heard together with others already: let it leave them first."),
		Law:   register.Cite("R33-joint"),
		Holds: func(f Facts) bool { return !f.Act.Joint.Elsewhere },
	}
	// JointSameTribunal: the same people sit on, and record, every case.
	JointSameTribunal = Guard{
		Code:  "joint-other-tribunal",
		Says:  text("合并审理的案件应当由同一仲裁庭审理，书记员也是同一人。", "Cases heard together have the same tribunal and the same recorder."),
		Law:   register.Cite("R33-joint"),
		Holds: func(f Facts) bool { return !f.Act.Joint.OtherTribunal },
	}
	// JointAlike: one employer, and claims of one kind.
	JointAlike = Guard{
		Code:  "joint-not-alike",
		Says:  text("只有同一用人单位的同类争议才能合并审理。", "Only like disputes with the same employer are heard together."),
		Law:   register.Cite("R33-joint"),
		Holds: func(f Facts) bool { return !f.Act.Joint.Unlike },
	}
	// JointAgreed: claims that are merely alike are heard together only if the parties agree (民事诉讼法第五十五条).
	JointAgreed = Guard{
		Code: "joint-needs-consent",
		Says: text("请求只是同一种类的，经各案当事人同意才能合并审理（参照民事诉讼法第五十五条）。", "Claims that are merely of one kind are heard together only with the consent of the parties of every case (after Art. 55 Civil Procedure Law)."),
		Law:  register.Cite("R33-joint"),
		Holds: func(f Facts) bool {
			return !f.Act.Joint.Given || f.Act.Joint.Ground == JointCommon || f.Act.Joint.Agreed
		},
	}
	// IsJoint: there is a group to leave.
	IsJoint = Guard{
		Code:  "not-joint",
		Says:  text("本案没有和别的案件合并审理。", "The case is not heard together with others."),
		Law:   register.Cite("R33-joint"),
		Holds: func(f Facts) bool { return f.Joint.Others > 0 },
	}
)

// together are the steps of cases that are heard together (合并审理).
var together = []Row{
	{ // 合并审理
		Event: JoinHearing, Name: text("合并审理", "Hear cases together"),
		From: in(Accepted, Scheduled), To: Same, By: by(Tribunal),
		When: when(TribunalFormed, NotSuspended, JointNowhereElse, JointSameTribunal, JointAlike, JointAgreed),
		Then: then(Tell("joint-hearing", both...)),
		Law:  register.Cite("R33-joint"), NeedsVersion: true, RestsOn: accepted,
	},
	{ // 退出合并审理
		Event: LeaveJoint, Name: text("退出合并审理", "Leave the joint hearing"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Tribunal),
		When: when(IsJoint),
		Then: then(Tell("joint-left", both...)),
		Law:  register.Cite("R33-joint"), NeedsVersion: true, RestsOn: accepted,
	},
}
