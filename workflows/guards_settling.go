package workflows

import (
	"slices"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Talks between the parties (协商).
var (
	// TalksIdle: one request to negotiate at a time.
	TalksIdle = Guard{
		Code:  "talks-running",
		Says:  text("已经有一方提出协商，还没有结束。", "A request to negotiate is on record and not over yet."),
		Law:   law.EnterpriseRules(10),
		Holds: func(f Facts) bool { return !f.Settling.Talks.Running },
	}
	// TalksRunning: there is a request to negotiate.
	TalksRunning = Guard{
		Code:  "no-talks",
		Says:  text("现在没有正在进行的协商。", "No talks are under way."),
		Law:   law.EnterpriseRules(10),
		Holds: func(f Facts) bool { return f.Settling.Talks.Running },
	}
	// TalksUnanswered: the other side answers once.
	TalksUnanswered = Guard{
		Code:  "talks-answered",
		Says:  text("对方已经答复同意协商；协商不成的，请记录协商结束。", "The other side agreed to talk already; if nothing comes of it, please end the talks."),
		Law:   law.EnterpriseRules(10),
		Holds: func(f Facts) bool { return f.Settling.Talks.Answered.IsZero() },
	}
	// TalksOtherSide: whoever asked does not answer.
	TalksOtherSide = Guard{
		Code:  "talks-answered-by-asker",
		Says:  text("协商由对方答复；提出协商的一方不能自己答复。", "The other side answers; whoever asked to negotiate does not."),
		Law:   law.EnterpriseRules(10),
		Holds: func(f Facts) bool { return !f.Act.Twice },
	}
	// TalksLonger: the talks last as long as both agree in writing.
	TalksLonger = Guard{
		Code: "talks-term-needs-both",
		Says: text("协商期限由双方书面约定，不能早于今天。", "How long the talks last is for both to agree on in writing, and not before today."),
		Law:  law.EnterpriseRules(10),
		Holds: func(f Facts) bool {
			return f.Act.Until.IsZero() || f.Act.BothAgree && !f.Act.Until.Before(f.On)
		},
	}
	// TalksRunOut is for the clock: no answer in five days is a refusal, the end of the agreed time a failure.
	TalksRunOut = Guard{
		Code: "talks-still-in-time",
		Says: text("协商的答复期限或者约定期限还没有届满。", "The time to answer, or the time agreed on, is not up yet."),
		Law:  law.EnterpriseRules(10),
		Holds: func(f Facts) bool {
			end := f.TalksEnd()
			return !end.IsZero() && f.On.After(end)
		},
		Opens: func(f Facts) calendar.Date {
			if end := f.TalksEnd(); !end.IsZero() {
				return end.Next(1)
			}
			return calendar.Date{}
		},
	}
)

// OralOnRecord: an oral request is written down on the spot: who, about what, why and when (口头申请).
var OralOnRecord = Guard{
	Code:  "oral-not-recorded",
	Says:  text("口头申请调解的，应当当场记录申请人基本情况、争议事项、理由和时间。", "An oral request is written down on the spot: the applicant, the matters, the reasons and the time."),
	Law:   law.Arbitration(12),
	Holds: func(f Facts) bool { return !f.Act.Oral || f.Act.OralRecorded },
}

// The agreement (调解协议).
var (
	// AgreementDrafted: marks are put on a text that is there.
	AgreementDrafted = Guard{
		Code: "no-agreement-drafted",
		Says: text("还没有起草调解协议书。", "No agreement has been drafted yet."),
		Law:  law.Arbitration(14, 1),
		Holds: func(f Facts) bool {
			return !f.Settling.Agreement.Drafted.IsZero() && f.Settling.Agreement.InForce.IsZero()
		},
	}
	// MarkMissing: each mark is put once.
	MarkMissing = Guard{
		Code:  "already-marked",
		Says:  text("这一方已经在协议书上签名、盖章。", "This mark is on the agreement already."),
		Law:   law.Arbitration(14, 2),
		Holds: func(f Facts) bool { return !f.Act.Twice },
	}
	// AgreementInForce: everything about an agreement begins on the day of its last mark.
	AgreementInForce = Guard{
		Code:  "agreement-not-in-force",
		Says:  text("没有已经生效的调解协议。", "No mediation agreement is in force."),
		Law:   law.Arbitration(14, 2),
		Holds: func(f Facts) bool { return !f.Settling.Agreement.InForce.IsZero() },
	}
	// AgreementBroken: a payment order is for what was agreed and not performed in time.
	AgreementBroken = Guard{
		Code: "agreement-not-broken",
		Says: text("协议约定的履行期限还没有届满，或者已经履行，不能申请支付令。", "The time to perform is not over, or the agreement was performed: there is nothing to order."),
		Law:  law.Arbitration(16),
		Holds: func(f Facts) bool {
			g := f.Settling.Agreement
			return g.Kept.IsZero() && (!g.Broken.IsZero() || f.On.After(g.PerformBy))
		},
		Opens: func(f Facts) calendar.Date {
			if g := f.Settling.Agreement; g.Kept.IsZero() && !g.PerformBy.IsZero() {
				return g.PerformBy.Next(1)
			}
			return calendar.Date{}
		},
	}
	// NotReplaced: an agreement that became a document in force is enforced, not arbitrated.
	NotReplaced = Guard{
		Code:  "document-in-force",
		Says:  text("调解协议已经置换为生效的仲裁调解书或者经法院确认；不履行的，请向法院申请执行，不能再申请仲裁。", "The agreement was replaced by a mediation document in force, or confirmed by the court: if it is not kept, please ask the court to enforce it."),
		Law:   law.CaseRules(34),
		Holds: func(f Facts) bool { return !f.replaced() },
	}
)

// The review of an agreement (仲裁审查).
var (
	// ReviewNotAsked: each side asks once, and a review that was decided is not asked for again.
	ReviewNotAsked = Guard{
		Code: "review-asked",
		Says: text("这一方已经申请审查，或者审查已有结果。", "This side has asked for a review already, or the review has been decided."),
		Law:  law.CaseRules(74),
		Holds: func(f Facts) bool {
			r := f.Settling.Review
			return !f.Act.Twice && (r.Outcome == "" && r.Joint().IsZero() || r.Outcome == ReviewWithdrawn)
		},
	}
	// ReviewInTime: both ask within fifteen days from the day the agreement took effect, unless a late
	// application was let in.
	ReviewInTime = Guard{
		Code: "review-too-late",
		Says: text("双方应当自调解协议生效之日起十五日内共同申请审查；确需逾期受理的，先报批准。", "Both sides ask together within fifteen days from the day the agreement took effect; a late application needs approval first."),
		Law:  law.CaseRules(74),
		Holds: func(f Facts) bool {
			return f.Settling.Review.LateAllowed || !f.On.After(f.end(ReviewApplication, f.Settling.Agreement.InForce))
		},
	}
	// ReviewLate: there is something to let in.
	ReviewLate = Guard{
		Code: "review-not-late",
		Says: text("审查申请还没有逾期，不需要批准。", "The application for review is not late: nothing needs approval."),
		Law:  lateReview,
		Holds: func(f Facts) bool {
			return !f.Settling.Review.LateAllowed && f.On.After(f.end(ReviewApplication, f.Settling.Agreement.InForce))
		},
		Opens: func(f Facts) calendar.Date { return f.end(ReviewApplication, f.Settling.Agreement.InForce).Next(1) },
	}
	// ReviewWaits: both asked, and the commission has not said yet whether it takes it up.
	ReviewWaits = Guard{
		Code:  "review-not-asked-by-both",
		Says:  text("没有双方共同提出、等待受理的审查申请。", "No application by both sides waits to be taken up."),
		Law:   law.CaseRules(74),
		Holds: func(f Facts) bool { return f.Settling.Review.Waits() },
	}
	// NotConfirmed: whoever has the court's confirmation needs no review (已经司法确认的不予受理).
	NotConfirmed = Guard{
		Code:  "judicially-confirmed",
		Says:  text("调解协议已经法院司法确认，不能再申请仲裁审查。", "The court has confirmed the agreement: there is no review."),
		Law:   law.CaseRules(75),
		Holds: func(f Facts) bool { return f.Settling.Confirmation.Stage != CourtConfirmed },
	}
	// ReviewRuns: the commission took it up and has not decided.
	ReviewRuns = Guard{
		Code:  "no-review-running",
		Says:  text("没有正在进行的仲裁审查。", "No review is under way."),
		Law:   law.CaseRules(76).Recalled(),
		Holds: func(f Facts) bool { return f.Settling.Review.Runs() },
	}
	// ReviewExtendedOnce: five working days more, once, before the time is up.
	ReviewExtendedOnce = Guard{
		Code: "review-extension-limits",
		Says: text("审查期限只能在届满以前延长一次，五个工作日。", "The review may be extended once, by five working days, before its time is up."),
		Law:  law.CaseRules(76).Recalled(),
		Holds: func(f Facts) bool {
			r := f.Settling.Review
			return !r.Extended && !f.On.After(f.end(ReviewPeriod, r.Accepted))
		},
	}
	// ReviewRevocable: until the document is in both hands, either side may take the application back.
	ReviewRevocable = Guard{
		Code: "no-review-to-withdraw",
		Says: text("没有可以撤回的审查申请；仲裁调解书送达双方以后不能撤回。", "There is no application for review to withdraw; once the mediation document was served on both, it is too late."),
		Law:  law.CaseRules(76).Recalled(),
		Holds: func(f Facts) bool {
			r := f.Settling.Review
			asked := !r.ApplicantAsked.IsZero() || !r.RespondentAsked.IsZero()
			return asked && (r.Outcome == "" || r.Outcome == ReviewIssued && r.InForce.IsZero())
		},
	}
)

// The courts (司法确认、支付令).
var (
	// ConfirmationInTime: both ask the court within thirty days (三十日内).
	ConfirmationInTime = Guard{
		Code: "confirmation-too-late",
		Says: text("双方应当自调解协议生效之日起三十日内共同申请司法确认。", "Both sides ask the court together within thirty days from the day the agreement took effect."),
		Law:  law.CivilProcedure(205),
		Holds: func(f Facts) bool {
			return f.Act.Stage != "" && f.Act.Stage != CourtApplied || !f.On.After(f.end(ConfirmationPeriod, f.Settling.Agreement.InForce))
		},
	}
	// ConfirmationJoint: one side alone is not heard.
	ConfirmationJoint = Guard{
		Code:  "confirmation-needs-both",
		Says:  text("司法确认由双方共同申请。", "Judicial confirmation is asked for by both together."),
		Law:   law.CivilProcedure(205),
		Holds: func(f Facts) bool { return f.Act.Stage != CourtApplied || f.Act.BothAgree },
	}
	// ConfirmationFollows and PaymentOrderFollows keep the stages in the court's order.
	ConfirmationFollows = Guard{
		Code:  "confirmation-out-of-order",
		Says:  text("司法确认按申请、裁定的顺序登记。", "Confirmation is entered in order: application, then the court's ruling."),
		Law:   law.CivilProcedure(206),
		Holds: func(f Facts) bool { return follows(confirmationSteps, f.Settling.Confirmation.Stage, f.Act.Stage) },
	}
	PaymentOrderFollows = Guard{
		Code:  "payment-order-out-of-order",
		Says:  text("支付令按申请、受理、发出、收到、异议或者可以执行的顺序登记。", "A payment order is entered in order: applied for, taken up, issued, received, objected to or enforceable."),
		Law:   law.CivilProcedure(225),
		Holds: func(f Facts) bool { return follows(paymentOrderSteps, f.Settling.PaymentOrder.Stage, f.Act.Stage) },
	}
	// DebtorTimeOver: the debtor has fifteen days to pay or to object (十五日内清偿或者提出异议).
	DebtorTimeOver = Guard{
		Code: "debtor-still-in-time",
		Says: text("债务人收到支付令后有十五日清偿或者提出书面异议，期限还没有届满。", "The debtor has fifteen days from receipt to pay or to object; they are not over."),
		Law:  law.CivilProcedure(227),
		Holds: func(f Facts) bool {
			p := f.Settling.PaymentOrder
			return f.Act.Stage != CourtEnforceable || p.Stage != CourtReceived || f.On.After(f.end(DebtorPeriod, p.Received))
		},
		Opens: func(f Facts) calendar.Date { return f.end(DebtorPeriod, f.Settling.PaymentOrder.Received).Next(1) },
	}
)

// follows says whether a stage may come after another; people who only ask have no stage yet.
func follows(steps map[CourtStage][]CourtStage, at, next CourtStage) bool {
	return next == "" && len(steps[at]) > 0 || slices.Contains(steps[at], next)
}

// Entrusted mediation (委托调解).
var (
	// EntrustByBoth: the tribunal entrusts a mediation only if both agree.
	EntrustByBoth = Guard{
		Code:  "entrusting-needs-both",
		Says:  text("双方书面同意以后，仲裁庭才能委托调解。", "The tribunal may entrust a mediation only if both sides agree in writing."),
		Law:   law.Zhejiang(22),
		Holds: func(f Facts) bool { return !f.Act.ChecksGiven || f.Act.BothAgree },
	}
	// EntrustOnce: ten working days, and then the hearing goes on.
	EntrustOnce = Guard{
		Code:  "entrusted-before",
		Says:  text("本案已经委托过调解；没有达成协议的，应当开庭。", "The case was entrusted before; without an agreement it is heard."),
		Law:   law.Zhejiang(22),
		Holds: func(f Facts) bool { return f.Settling.Entrusted.Consented.IsZero() },
	}
	// EntrustRuns is the opposite.
	EntrustRuns = Guard{
		Code: "no-entrusted-mediation",
		Says: text("没有正在进行的委托调解。", "No entrusted mediation is under way."),
		Law:  law.Zhejiang(22),
		Holds: func(f Facts) bool {
			e := f.Settling.Entrusted
			return !e.Consented.IsZero() && e.Ended.IsZero()
		},
	}
)

// lateReview is our own way through a conflict of sources: the ministry's rules have fifteen days, the
// province's have none.
var lateReview = law.House("CF-8", "省条例对申请审查没有规定期限；逾期的审查申请经批准可以受理", "the province's regulation sets no time for a review: a late application may be let in with approval")

// reviewGrounds are the reasons for which a review is refused (R33-75), or ends without a document (R33-78).
var reviewGrounds = map[string]law.Text{
	"review-out-of-scope":     text("不属于仲裁委员会受理争议的范围", "out of scope"),
	"review-no-jurisdiction":  text("不属于本会管辖", "no jurisdiction"),
	"review-late":             text("超出规定的申请期间", "too late"),
	"confirms-labor-relation": text("协议确认劳动关系", "the agreement confirms a labor relation"),
	"court-confirmed":         text("调解协议已经人民法院司法确认", "confirmed by a court already"),
	"mandatory-rules":         text("违反法律、行政法规强制性规定", "breaks mandatory rules"),
	"public-or-third-party":   text("损害国家利益、社会公共利益或者公民、法人、其他组织合法权益", "harms the public or third parties"),
	"false-proof":             text("当事人提供的证据材料有弄虚作假嫌疑", "suspected false proof"),
	"not-voluntary":           text("违反自愿原则", "not voluntary"),
	"unclear":                 text("内容不明确", "unclear"),
	"no-document-other":       text("其他不能制作调解书的情形", "another reason for which no document can be made"),
}

// ReviewGround is a ground in words; none for one that does not exist.
func ReviewGround(code string) law.Text { return reviewGrounds[code] }
