package workflows

import "tiaocai/workflows/law"

// Stance is where an arbitrator stands in the deliberation (评议意见的归类).
type Stance string

const (
	PresidingView Stance = "presiding-view" // 同意首席仲裁员的意见
	OtherView     Stance = "other-view"     // 同意另一种意见
	OwnView       Stance = "own-view"       // 单独的第三种意见
)

var (
	// VotesIn: three arbitrators deliberate before there is an award; each opinion is on record (评议).
	VotesIn = Guard{
		Code:  "votes-missing",
		Says:  text("合议庭还没有评议完：每一名仲裁员都要先写明意见（记入副卷）。", "The deliberation is not over: each arbitrator enters an opinion first (it stays in the secret volume)."),
		Law:   law.Arbitration(45),
		Holds: func(f Facts) bool { return f.Tribunal.Size != 3 || f.Tribunal.Voted >= f.Tribunal.Size },
	}
	// MajorityRules: the majority's opinion is the award's; without one the presiding arbitrator's (少数服从多数).
	MajorityRules = Guard{
		Code:  "majority-otherwise",
		Says:  text("多数仲裁员持另一种意见，裁决应当按多数意见作出；改好以后请重新评议。不能形成多数意见的，才按首席仲裁员的意见。", "The majority holds another view, and the award follows the majority: change it and deliberate again. Only where there is no majority does the presiding arbitrator's view decide."),
		Law:   law.Arbitration(45),
		Holds: func(f Facts) bool { return 2*f.Tribunal.Otherwise <= f.Tribunal.Size },
	}
)

// deliberation are the steps of the tribunal among itself (评议).
var deliberation = []Row{
	{ // 评议表决
		Event: CastVote, Name: text("评议：写明意见", "Deliberate: enter your opinion"),
		From: in(Deliberating), To: Same, By: by(Tribunal, Member),
		When: when(TribunalFormed, NotSuspended),
		Law:  law.Arbitration(45),
	},
}
