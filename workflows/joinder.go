package workflows

import "tiaocai/workflows/law"

// joinders are the steps about whoever comes into a case that is under way (追加当事人、第三人).
var joinders = []Row{
	{ // 追加当事人、第三人
		Event: JoinParty, Name: text("追加当事人或者第三人", "Join a party or a third person"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Tribunal),
		When: when(TribunalFormed, NotSuspended, NotAlreadyIn),
		Then: then(Draft(JoinNotice, both...), Tell("party-joined", both...)),
		Law:  law.Arbitration(23), NeedsVersion: true, RestsOn: accepted,
	},
}

// NotAlreadyIn: nobody comes in twice.
var NotAlreadyIn = Guard{
	Code: "already-a-party", Law: law.Arbitration(23),
	Says:  text("这个人或者单位已经是本案当事人。", "This person or employer is a party already."),
	Holds: func(f Facts) bool { return !f.Act.AlreadyIn },
}
