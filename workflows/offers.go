package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// OfferFacts are those of offers to settle (和解方案). Mine and Theirs are seen from the side of the person at
// hand; they are none for everybody who stands on neither side.
type OfferFacts struct {
	Mine   calendar.Date // the last day of the open offer of one's own side; none: there is none
	Theirs calendar.Date // and of the other side's
	Agreed calendar.Date // the other side accepted one while the case was before the tribunal
	Asked  calendar.Date // and a side asked the tribunal for a mediation document on it
}

// Walled says whether a step is one that only the two sides, and in mediation the mediators, learn of: it is
// chained like every other, and listed, told and counted for nobody else (和解方案的各步).
func (e Event) Walled() bool {
	switch e {
	case MakeOffer, WithdrawOffer, AcceptOffer, DeclineOffer, LapseOffer:
		return true
	}
	return false
}

// WalledEvents lists them.
func WalledEvents() []Event {
	return []Event{MakeOffer, WithdrawOffer, AcceptOffer, DeclineOffer, LapseOffer}
}

// TowardsAgreement says whether a step is on the way to a mediation agreement (起草、签章). That one was drafted, and who
// put a mark on it, says who was ready to settle: until it is in force, that is for those behind the wall.
func (e Event) TowardsAgreement() bool { return e == DraftAgreement || e == SignAgreement }

// TakesOffers says whether offers to settle can be made and accepted in a state: while it is mediated, and from
// the application to the award.
func (s State) TakesOffers() bool { return s == Mediating || s == Filed || s.Proceeding() }

var (
	// OfferFromThem: what is answered is an offer of the other side's that is still open.
	OfferFromThem = Guard{
		Code:  "no-offer-to-answer",
		Says:  text("对方现在没有可以接受的和解方案：没有提出，或者已经撤回、换成新的、已有结果。", "The other side has no open offer now: none was made, or it was withdrawn, replaced or answered."),
		Law:   law.Arbitration(41),
		Holds: func(f Facts) bool { return !f.Settling.Offers.Theirs.IsZero() },
	}
	// OfferInTime: an offer binds up to its last day, that day included.
	OfferInTime = Guard{
		Code: "offer-run-out",
		Says: text("方案的最后一天已经过了，不能再接受；可以由一方另外提出方案。", "The last day of the offer is over: it can't be accepted any more. Either side may make another."),
		Law:  law.Arbitration(41),
		Holds: func(f Facts) bool {
			last := f.Settling.Offers.Theirs
			return last.IsZero() || !f.Today.After(last)
		},
	}
	// OfferMine: a side takes back its own, while nobody has accepted it.
	OfferMine = Guard{
		Code:  "no-offer-to-withdraw",
		Says:  text("现在没有您这一方提出、还可以撤回的和解方案；对方接受以后不能撤回。", "Your side has no open offer to withdraw; once accepted it can't be withdrawn."),
		Law:   law.Arbitration(41),
		Holds: func(f Facts) bool { return !f.Settling.Offers.Mine.IsZero() },
	}
	// OfferRunOut is for the clock.
	OfferRunOut = Guard{
		Code:  "offer-still-open",
		Says:  text("和解方案的最后一天还没有过。", "The last day of the offer is not over yet."),
		Law:   law.Arbitration(41),
		Holds: func(f Facts) bool { return f.Act.Until.IsZero() || f.On.After(f.Act.Until) },
	}
	// OfferAgreed: the tribunal is asked for a document on what both sides have accepted.
	OfferAgreed = Guard{
		Code:  "no-offer-agreed",
		Says:  text("双方还没有接受同一个和解方案；接受以后，才能请仲裁庭制作调解书。", "The two sides have not accepted one offer yet; only then can the tribunal be asked for a mediation document."),
		Law:   law.Arbitration(42),
		Holds: func(f Facts) bool { return !f.Settling.Offers.Agreed.IsZero() },
	}
	// DocumentNotAsked: once is enough.
	DocumentNotAsked = Guard{
		Code:  "document-asked",
		Says:  text("已经请仲裁庭就这个方案制作调解书。", "The tribunal has been asked for a mediation document on this offer already."),
		Law:   law.Arbitration(42),
		Holds: func(f Facts) bool { return f.Settling.Offers.Asked.IsZero() },
	}
)

// offers are the steps of offers to settle: in mediation, and from the application to the award. Both times the
// parties settle by themselves; nobody else's step is needed, and nobody else learns of it.
var offers = []Row{
	inMediation(Row{ // 提出和解方案
		Event: MakeOffer, Name: text("提出和解方案", "Make an offer to settle"), By: by(Applicant, Respondent),
		When: when(MediationInTime), Then: toOtherSide("offer-made"), Disposes: true,
	}),
	inArbitration(Row{
		Event: MakeOffer, Name: text("提出和解方案", "Make an offer to settle"), By: by(Applicant, Respondent),
		Then: toOtherSide("offer-made"), Disposes: true,
	}),
	inMediation(Row{ // 撤回和解方案
		Event: WithdrawOffer, Name: text("撤回和解方案", "Withdraw the offer"), By: by(Applicant, Respondent),
		When: when(OfferMine), Then: toOtherSide("offer-withdrawn"), Disposes: true,
	}),
	inArbitration(Row{
		Event: WithdrawOffer, Name: text("撤回和解方案", "Withdraw the offer"), By: by(Applicant, Respondent),
		When: when(OfferMine), Then: toOtherSide("offer-withdrawn"), Disposes: true,
	}),
	inMediation(Row{ // 接受和解方案
		Event: AcceptOffer, Name: text("接受和解方案", "Accept the offer"), By: by(Applicant, Respondent),
		When: when(OfferFromThem, OfferInTime, SettleConsented, MediationInTime), Then: then(Tell("offer-accepted", both...)), Disposes: true,
	}),
	inArbitration(Row{
		Event: AcceptOffer, Name: text("接受和解方案", "Accept the offer"), By: by(Applicant, Respondent),
		When: when(OfferFromThem, OfferInTime, SettleConsented), Then: then(Tell("offer-accepted", both...)), Disposes: true,
	}),
	inMediation(Row{ // 不接受和解方案
		Event: DeclineOffer, Name: text("不接受和解方案", "Decline the offer"), By: by(Applicant, Respondent),
		When: when(OfferFromThem), Then: toOtherSide("offer-declined"), Disposes: true,
	}),
	inArbitration(Row{
		Event: DeclineOffer, Name: text("不接受和解方案", "Decline the offer"), By: by(Applicant, Respondent),
		When: when(OfferFromThem), Then: toOtherSide("offer-declined"), Disposes: true,
	}),
	inMediation(Row{ // 和解方案到期
		Event: LapseOffer, Name: text("和解方案到期", "The offer ran out"), By: by(Clock),
		When: when(OfferRunOut), Then: then(Tell("offer-lapsed", both...)),
	}),
	inArbitration(Row{
		Event: LapseOffer, Name: text("和解方案到期", "The offer ran out"), By: by(Clock),
		When: when(OfferRunOut), Then: then(Tell("offer-lapsed", both...)),
	}),
	{ // 请求制作调解书
		Event: AskDocument, Name: text("请仲裁庭制作调解书", "Ask the tribunal for a mediation document"),
		From: proceeding, To: Same, By: by(Applicant, Respondent),
		When: when(OfferAgreed, DocumentNotAsked),
		Then: then(Tell("document-asked", both...)),
		Law:  law.Arbitration(42), RestsOn: accepted, Disposes: true,
	},
}

func inMediation(r Row) Row {
	r.From, r.To, r.Law, r.RestsOn = in(Mediating), Same, law.Arbitration(13), mediating
	return r
}

func inArbitration(r Row) Row {
	r.From, r.To, r.Law, r.RestsOn = in(Filed, Accepted, Scheduled, Hearing, Deliberating), Same, law.Arbitration(41), received
	return r
}

// toOtherSide tells the side that did not take the step.
func toOtherSide(name string) []Effect {
	return then(TellIf(func(f Facts) bool { return f.Act.Side == Respondent }, name, Applicant),
		TellIf(func(f Facts) bool { return f.Act.Side == Applicant }, name, Respondent))
}
