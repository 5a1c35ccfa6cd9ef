package workflows

import "tiaocai/workflows/calendar"

// TalksFacts are those of the talks between the parties themselves that are under way, or of the
// last ones (协商).
type TalksFacts struct {
	Running  bool
	Asker    Capacity      // who asked to talk: applicant or respondent; the other side answers
	Asked    calendar.Date // 提出协商之日
	Answered calendar.Date // the other side agreed to talk
	Until    calendar.Date // the last day that both agreed on in writing
	Ended    calendar.Date
}

// AgreementFacts are those of the mediation agreement (调解协议): drafted, marked by everybody, in
// force, kept or broken.
type AgreementFacts struct {
	Drafted   calendar.Date
	Missing   int           // marks still to be put: every party's, the mediator's, the organisation's
	NextMark  Capacity      // whose mark is the first of those missing; "" if none is
	InForce   calendar.Date // the day of the last mark (生效日)
	PerformBy calendar.Date
	Kept      calendar.Date // performed in full
	Broken    calendar.Date // it was put on record that it was not kept
}

// ReviewOutcome is how a review of an agreement ended (审查结果).
type ReviewOutcome string

const (
	ReviewRefused   ReviewOutcome = "refused"   // 不予受理审查
	ReviewIssued    ReviewOutcome = "issued"    // 制作仲裁调解书
	ReviewRejected  ReviewOutcome = "rejected"  // 不予制作仲裁调解书
	ReviewWithdrawn ReviewOutcome = "withdrawn" // 撤回审查申请
)

// ReviewFacts are those of the arbitration review of the agreement (仲裁审查), the last one asked for.
type ReviewFacts struct {
	ApplicantAsked  calendar.Date
	RespondentAsked calendar.Date
	LateAllowed     bool // somebody with the power let it in after its time
	Accepted        calendar.Date
	Extended        bool
	Decided         calendar.Date
	Outcome         ReviewOutcome
	InForce         calendar.Date // both have signed for the mediation document made on it
}

// Joint is the day on which the second side joined; none while one is missing (共同申请).
func (r ReviewFacts) Joint() calendar.Date {
	if r.ApplicantAsked.IsZero() || r.RespondentAsked.IsZero() {
		return calendar.Date{}
	}
	return calendar.Latest(r.ApplicantAsked, r.RespondentAsked)
}

// Waits says whether both sides asked and the commission has not said yet whether it takes it up.
func (r ReviewFacts) Waits() bool {
	return !r.Joint().IsZero() && r.Accepted.IsZero() && r.Outcome == ""
}

// Runs says whether the commission is at it.
func (r ReviewFacts) Runs() bool { return !r.Accepted.IsZero() && r.Outcome == "" }

// CourtStage is how far a matter about the agreement has come in court (法院程序阶段).
type CourtStage string

const (
	CourtApplied     CourtStage = "applied"     // 已申请
	CourtTakenUp     CourtStage = "taken-up"    // 法院受理
	CourtDeclined    CourtStage = "declined"    // 不予受理、驳回
	CourtIssued      CourtStage = "issued"      // 支付令已发出
	CourtReceived    CourtStage = "received"    // 债务人收到支付令
	CourtObjected    CourtStage = "objected"    // 债务人提出异议
	CourtEnded       CourtStage = "ended"       // 异议成立，终结督促程序
	CourtEnforceable CourtStage = "enforceable" // 支付令可以执行
	CourtConfirmed   CourtStage = "held-valid"  // 裁定确认有效
)

// CourtFacts are the days on which each stage was reached, and the last stage.
type CourtFacts struct {
	Stage    CourtStage
	Applied  calendar.Date
	TakenUp  calendar.Date
	Issued   calendar.Date
	Received calendar.Date
	Over     calendar.Date // declined, objected to, ended, enforceable or confirmed
}

// Reach notes that a stage was reached on a day.
func (c *CourtFacts) Reach(s CourtStage, on calendar.Date) {
	c.Stage = s
	switch s {
	case CourtApplied:
		c.Applied = on
	case CourtTakenUp:
		c.TakenUp = on
	case CourtIssued:
		c.Issued = on
	case CourtReceived:
		c.Received = on
	default:
		c.Over = on
	}
}

// paymentOrderSteps and confirmationSteps say what may follow what in court: the payment order
// (民事诉讼法第二百二十五条至第二百二十八条) and judicial confirmation (第二百零五条、第二百零六条).
var (
	paymentOrderSteps = map[CourtStage][]CourtStage{
		"":            {CourtApplied},
		CourtApplied:  {CourtTakenUp, CourtDeclined},
		CourtTakenUp:  {CourtIssued, CourtDeclined},
		CourtIssued:   {CourtReceived},
		CourtReceived: {CourtObjected, CourtEnforceable},
		CourtObjected: {CourtEnded, CourtEnforceable},
	}
	confirmationSteps = map[CourtStage][]CourtStage{
		"":           {CourtApplied},
		CourtApplied: {CourtConfirmed, CourtDeclined},
	}
)

// EntrustFacts are those of a mediation that the tribunal entrusted to an organisation (委托调解).
type EntrustFacts struct {
	Consented calendar.Date // the day on which both agreed
	Ended     calendar.Date
}

// SettlingFacts are everything about settling a dispute without an award, beside the mediation itself.
type SettlingFacts struct {
	Talks        TalksFacts
	Agreement    AgreementFacts
	Review       ReviewFacts
	Confirmation CourtFacts // 司法确认
	PaymentOrder CourtFacts // 支付令
	Entrusted    EntrustFacts
	Offers       OfferFacts    // 和解方案
	TalksKept    calendar.Date // what was settled by talks was performed in full
}

// Open says whether somebody still has to act on the dispute: by its state, or because something
// runs beside it.
func (f Facts) Open() bool {
	return f.State.Open() || f.State == Settled && (f.Settling.Review.Waits() || f.Settling.Review.Runs())
}

// replaced says whether the agreement lives on in a document that can be enforced, and so cannot be
// taken to arbitration.
func (f Facts) replaced() bool {
	return !f.Settling.Review.InForce.IsZero() || f.Settling.Confirmation.Stage == CourtConfirmed
}

// TalksEnd is the last day to answer, or the last day that both agreed on; none once the other side
// agreed to talk and no end was named.
func (f Facts) TalksEnd() calendar.Date {
	t := f.Settling.Talks
	switch {
	case !t.Until.IsZero():
		return t.Until
	case !t.Answered.IsZero() || t.Asked.IsZero():
		return calendar.Date{}
	}
	return f.Law.Days.Due(t.Asked, f.Law.LengthFrom(TalksPeriod, t.Asked)).Statutory
}

// end of a period that runs from a day.
func (f Facts) end(p Period, from calendar.Date) calendar.Date {
	return f.Law.Days.Due(from, f.Law.LengthFrom(p, from)).Statutory
}
