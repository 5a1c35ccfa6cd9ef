package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// rehearings: an award that the commission itself revoked leaves the dispute undecided, and the commission
// decides it anew (重新处理). A closed case stays as it ended, so the dispute goes on as a case of its own,
// with a tribunal and a clock of its own, and nothing is retyped. What a court sets aside goes to court.
var rehearings = []Row{
	{ // 重新处理
		Event: Rehear, Name: text("重新处理", "Decide the dispute anew"),
		From: in(Closed), To: Same, By: by(Head), Proposers: by(Registry), AfterClosing: true,
		When: when(AwardRevoked, RehearOnce),
		Law:  law.Courts(8), NeedsVersion: true, RestsOn: revokedOn,
	},
}

// reopenings is how that case begins: nobody asks for it, the step above takes it.
var reopenings = []Row{
	{ // 重新处理立案
		Event: Reopen, Name: text("重新处理立案", "A dispute is taken up anew"),
		From: in(New), To: Accepted, By: by(Head),
		When: when(PartiesNamed),
		Then: then(Draft(RehearingNotice, both...), Draft(NoticeToRespond, Respondent), Tell("reheard", both...)),
		Law:  law.Courts(8), RestsOn: anyDay,
	},
}

var (
	// AwardRevoked: the commission revoked an award of this case.
	AwardRevoked = Guard{
		Code:  "no-award-revoked",
		Says:  text("本会没有撤销过本案的裁决。本会撤销的，由本会重新处理；法院裁定撤销的，当事人可以自收到裁定书之日起十五日内就该争议起诉（调解仲裁法第四十九条）。", "The commission has not revoked an award of this case. What it revokes it decides anew; what a court sets aside the parties may take to court within fifteen days of the ruling (Mediation and Arbitration Law, Art. 49)."),
		Law:   law.Courts(8),
		Holds: func(f Facts) bool { return !revokedOn(f).IsZero() },
	}
	// RehearOnce: one case takes up what was revoked.
	RehearOnce = Guard{
		Code:  "already-reheard",
		Says:  text("已经另立案件重新处理。", "A case of its own has taken the dispute up already."),
		Law:   law.Courts(8),
		Holds: func(f Facts) bool { return !f.After.Reheard },
	}
)

// revokedOn is the last day on which the commission revoked an award; none if it never did.
func revokedOn(f Facts) (last calendar.Date) {
	for _, a := range f.After.Awards {
		last = calendar.Latest(last, a.Revoked)
	}
	return last
}
