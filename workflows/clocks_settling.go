package workflows

import (
	"tiaocai/workflows/calendar"
)

func talking(f Facts) calendar.Date     { return f.Settling.Talks.Asked }
func inForce(f Facts) calendar.Date     { return f.Settling.Agreement.InForce }
func jointly(f Facts) calendar.Date     { return f.Settling.Review.Joint() }
func reviewing(f Facts) calendar.Date   { return f.Settling.Review.Accepted }
func entrustedOn(f Facts) calendar.Date { return f.Settling.Entrusted.Consented }

// settling derives the clocks of talks, of what may follow an agreement, and of an entrusted mediation.
func (w *watch) settling() {
	w.talks()
	w.fromEffect()
	w.payment()
	if e := w.f.Settling.Entrusted; !e.Consented.IsZero() {
		w.add(EntrustedPeriod, "", text("双方同意委托调解之日", "day both agreed to the entrusted mediation"), e.Consented, earliest(e.Ended, w.f.Closed))
	}
}

// talks: five days to answer; a time that both agreed on takes their place.
func (w *watch) talks() {
	t := w.f.Settling.Talks
	done := t.Ended
	if t.Until.IsZero() {
		done = earliest(t.Answered, t.Ended)
	}
	c := w.add(TalksPeriod, "", text("提出协商之日", "day of the request to negotiate"), t.Asked, done)
	if c.Period == "" {
		return
	}
	if t.Asker == Respondent {
		c.For = Applicant
	}
	if !t.Until.IsZero() {
		cite := periods[TalksPeriod].Law
		c.Natural, c.Due, c.Safe = t.Until, t.Until, t.Until
		c.Working = append(c.Working, Line{text("双方书面约定的期限", "the time both agreed on in writing"), &cite, "", t.Until})
	}
}

// fromEffect: review and confirmation run side by side from the day of the last mark. Either ends
// the other's sense, and so does an application for arbitration.
func (w *watch) fromEffect() {
	s := w.f.Settling
	from := text("调解协议生效之日", "day the agreement took effect")
	over := s.Review.InForce
	if s.Confirmation.Stage == CourtConfirmed {
		over = earliest(over, s.Confirmation.Over)
	}
	if w.f.State != Settled {
		over = earliest(over, w.f.Application.FirstReceived)
	}
	asked := s.Review.Joint()
	if s.Review.Outcome == ReviewWithdrawn {
		asked = calendar.Date{}
	}
	w.add(ReviewApplication, "", from, s.Agreement.InForce, earliest(asked, over))
	w.add(ConfirmationPeriod, "", from, s.Agreement.InForce, earliest(s.Confirmation.Applied, over))
	r := s.Review
	c := w.add(ReviewPeriod, "", text("受理审查之日", "day the review was taken up"), r.Accepted, r.Decided)
	if c.Period != "" && r.Extended {
		w.longer(c, periods[ReviewPeriod])
	}
}

// longer adds an approved extension of a term's own length to the end of its natural run.
func (w *watch) longer(c *ClockAt, t Term) {
	from := c.Due
	due := w.f.Law.Days.Due(from, t.Longer)
	c.Natural, c.Due = due.Natural, due.Statutory
	c.Safe = w.f.Law.Days.Due(c.Safe, calendar.Days(t.Longer.N)).Statutory
	c.Provisional = c.Provisional || due.Provisional
	cite := t.Law
	c.Working = append(append(c.Working, Line{text("经批准延长："+t.Longer.ZH(), "extension approved: "+t.Longer.EN()), &cite, "+" + t.Longer.EN(), due.Natural}), roll(due)...)
}

func (w *watch) payment() {
	p := w.f.Settling.PaymentOrder
	w.add(CourtReply, "", text("申请支付令之日", "day the payment order was applied for"), p.Applied, earliest(p.TakenUp, p.Over))
	w.add(DebtorPeriod, "", text("收到支付令之日", "day the payment order was received"), p.Received, p.Over)
}

// nextWhenSettled: a review has somebody to act; otherwise the agreement is performed, and when it was,
// nothing is left. A review is asked for only while its time runs.
func (f Facts) nextWhenSettled() Next {
	r := f.Settling.Review
	switch {
	case r.Waits():
		return Next{Who: Registry, Task: DecideReview, Period: ReviewApplication}
	case r.Runs():
		return Next{Who: Registry, Task: ReviewAgreement, Period: ReviewPeriod}
	case r.Outcome == ReviewIssued && r.InForce.IsZero():
		return Next{Who: Registry, Task: ServeReviewed}
	case f.paidInFull():
		return Next{Task: NothingLeft}
	case f.replaced():
		return Next{Who: Respondent, Task: PerformDocument}
	case f.reviewOpen() && !r.ApplicantAsked.IsZero() && r.RespondentAsked.IsZero():
		return Next{Who: Respondent, Task: JoinOrPerform, Period: ReviewApplication}
	case f.reviewOpen() && r.ApplicantAsked.IsZero() && !r.RespondentAsked.IsZero():
		return Next{Who: Applicant, Task: JoinReview, Period: ReviewApplication}
	}
	return Next{Who: Respondent, Task: PerformAgreed}
}

// paidInFull says whether what was agreed, in a mediation or by talks, was performed.
func (f Facts) paidInFull() bool {
	return !f.Settling.Agreement.Kept.IsZero() || !f.Settling.TalksKept.IsZero()
}

// reviewOpen says whether a review can still be asked for today: nobody has decided one, and its time runs
// or was let run on (审查申请期限内).
func (f Facts) reviewOpen() bool {
	f.On = f.Today
	return AgreementInForce.Holds(f) && NotConfirmed.Holds(f) && f.Settling.Review.Outcome == "" && ReviewInTime.Holds(f)
}

// nextInTalks: the side that was asked answers.
func (f Facts) nextInTalks() (Next, bool) {
	t := f.Settling.Talks
	if !t.Running {
		return Next{}, false
	}
	who := Respondent
	if t.Asker == Respondent {
		who = Applicant
	}
	if t.Answered.IsZero() {
		return Next{Who: who, Task: ReplyToTalks, Period: TalksPeriod}, true
	}
	return Next{Who: who, Task: TalkNow, Period: TalksPeriod}, true
}

// mustHear says whether an entrusted mediation ran out without an agreement: the hearing goes on.
func (f Facts) mustHear() bool {
	e := f.Settling.Entrusted
	return !e.Consented.IsZero() && e.Ended.IsZero() && f.Today.After(f.end(EntrustedPeriod, e.Consented))
}

var settlingTerms = fromRegister([]Term{
	{
		Period: TalksPeriod, Name: text("协商答复", "Answer to a request to negotiate"),
		Timer: "R17-10", For: Respondent, Warn: 1, Lapse: DeemRefused,
	},
	{
		Period: ReviewApplication, Name: text("申请仲裁审查", "Asking for a review of the agreement"),
		Timer: "R33-74", For: Applicant, Warn: 4, Lapse: ReviewShut,
	},
	{
		Period: ReviewPeriod, Name: text("仲裁审查", "Review of the agreement"),
		Timer: "R33-76", Adds: "R33-76x", For: Registry, Warn: 2, Lapse: Warn,
	},
	{
		Period: ConfirmationPeriod, Name: text("申请司法确认", "Asking the court to confirm the agreement"),
		Timer: "CPL-205", For: Applicant, Warn: 10, Lapse: PathClosed,
	},
	{
		Period: CourtReply, Name: text("法院答复是否受理支付令", "The court says whether it takes up the payment order"),
		Timer: "CPL-227a", For: Applicant, Warn: 1, Lapse: AskCourt,
	},
	{
		Period: DebtorPeriod, Name: text("清偿或者提出异议", "Paying or objecting to the payment order"),
		Timer: "CPL-227b", For: Respondent, Warn: 4, Lapse: Enforceable,
	},
	{
		Period: EntrustedPeriod, Name: text("委托调解", "Entrusted mediation"),
		Timer: "R33-70", For: Tribunal, Warn: 2, Lapse: MustHear,
	},
})
