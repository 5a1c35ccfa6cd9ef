package workflows

// nextDecided: what somebody asked for is decided before the case goes on as if nobody had. A challenge, a
// changed claim and a counter-application have their own place in act; here are the others that an
// accepted case can wait for, the weightiest first (等待决定的申请). On its own day the hearing goes before what the
// tribunal can decide there.
func (f Facts) nextDecided() (Next, bool) {
	switch {
	case !f.State.Proceeding():
	case !f.Intake.Objected.IsZero():
		return Next{Who: Head, Task: DecideObjection, Period: AwardPeriod}, true
	case f.WithdrawalAsked && f.Withdrawal.Silent > 0:
		return Next{Who: Respondent, Task: AnswerToWithdrawal}, true
	case f.WithdrawalAsked && !f.Withdrawal.Objected: // who objects has the award: nothing waits
		return Next{Who: f.benchOr(Registry), Task: DecideWithdrawal, Period: AwardPeriod}, true
	case f.toDocument():
		return Next{Who: Tribunal, Task: MakeDocument, Period: AwardPeriod}, true
	case !f.Hearing.Asked.IsZero() && f.State == Scheduled:
		return Next{Who: Tribunal, Task: DecidePostponement, By: f.coming()}, true
	case f.Coming() && f.Hearing.On == f.Today:
	case !f.Restoration.Asked.IsZero() && f.State != Deliberating:
		return Next{Who: f.benchOr(Head), Task: DecideRestoration, Period: AwardPeriod}, true
	case !f.Inquiry.Asked.IsZero() && TribunalFormed.Holds(f):
		return Next{Who: Tribunal, Task: DecideTaking, Period: AwardPeriod}, true
	case !f.Minutes.Asked.IsZero() && (f.State == Hearing || f.State == Deliberating):
		return Next{Who: Tribunal, Task: DecideMinutes, Period: AwardPeriod}, true
	}
	return Next{}, false
}

// toDocument says whether the two sides settled, before the tribunal or between themselves, and a mediation
// document follows instead of an award (制作调解书).
func (f Facts) toDocument() bool {
	return f.State.Proceeding() && TribunalFormed.Holds(f) && (f.MediationAgreed || !f.Settling.Offers.Asked.IsZero())
}

// benchOr is the tribunal, or somebody else while nobody sits.
func (f Facts) benchOr(other Capacity) Capacity {
	if TribunalFormed.Holds(f) {
		return Tribunal
	}
	return other
}
