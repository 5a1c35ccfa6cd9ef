package workflows

// Means says what the case's state means, as the case stands today. A state's own sentence holds as long as
// nothing beside it makes it untrue: both sides have settled, the hearing day is off, or the agreement was
// performed, replaced, or is past its review.
func (f Facts) Means() Words {
	switch {
	case f.State.Proceeding() && f.MediationAgreed:
		return settledBefore
	case f.State == Scheduled && !f.Coming():
		return hearingOff
	case f.State == Settled && f.paidInFull():
		return agreementKept
	case f.State == Settled && f.replaced():
		return agreementReplaced
	case f.State == Settled && !f.reviewOpen():
		return agreementAlone
	}
	return f.State.Means()
}

// Says are the names of the state as the case stands today: an award is not awaited where the sides settled.
func (f Facts) Says() Words {
	if f.State.Proceeding() && f.MediationAgreed {
		return Words{
			Worker:   text("双方已经谈成，等待调解书", "Both sides have settled; the mediation document follows"),
			Employer: text("双方已经谈成，等待调解书", "Both sides have settled; the mediation document follows"),
			Staff:    f.State.Says().Staff,
		}
	}
	return f.State.Says()
}

var (
	settledBefore = Words{
		Worker:   text("双方在仲裁庭主持下谈成了，仲裁庭会制作调解书。双方都签收以后，调解书和裁决书一样有效力。", "Both sides settled before the tribunal, which makes a mediation document. Once both have signed for it, it binds as an award does."),
		Employer: text("双方在仲裁庭主持下谈成了，仲裁庭会制作调解书。双方都签收以后，调解书和裁决书一样有效力。", "Both sides settled before the tribunal, which makes a mediation document. Once both have signed for it, it binds as an award does."),
		Staff:    text("双方已达成协议：制作调解书，由双方签收；反悔的，记明调解不成。", "The sides have settled: make the document and have both sign for it; if one backs out, record that."),
	}
	hearingOff = Words{
		Worker:   text("现在没有要您到庭的日子：案件停着，或者原定的日子已经过了。有新的日子会通知您。", "There is no hearing day to come to now: the case stands still, or the day that was set has passed. You will be told of a new one."),
		Employer: text("现在没有要到庭的日子：案件停着，或者原定的日子已经过了。有新的日子会通知双方。", "There is no hearing day to come to now: the case stands still, or the day that was set has passed. Both sides will be told of a new one."),
		Staff:    text("原定的开庭日不再有效：恢复审理，登记当天的情况，或者另定日期。", "The hearing day no longer stands: resume, enter what happened, or set another."),
	}
	agreementKept = Words{
		Worker:   text("双方谈成了，约定的已经付清。", "There was an agreement, and it was performed in full."),
		Employer: text("双方谈成了，约定的已经付清。", "There was an agreement, and it was performed in full."),
		Staff:    text("已达成协议，履行完毕。", "Agreed, and performed in full."),
	}
	agreementReplaced = Words{
		Worker:   text("双方谈成了，协议有强制执行的效力。对方没有按期做，您可以向法院申请强制执行。", "There is an agreement that can be enforced. If it is not kept in time, you may ask the court to enforce it."),
		Employer: text("双方谈成了，协议有强制执行的效力，请按写明的日子履行。", "There is an agreement that can be enforced; please perform it by the day it names."),
		Staff:    text("协议已置换为调解书或者经法院确认，看履行。", "Replaced by a document or confirmed by the court; performance follows."),
	}
	agreementAlone = Words{
		Worker:   text("双方谈成了。对方没有按协议做，您可以申请仲裁。", "You have an agreement. If it is not kept, you may apply for arbitration."),
		Employer: text("双方谈成了，请按协议写的日子履行。", "There is an agreement; please perform it by the day it names."),
		Staff:    text("已达成协议，看履行。", "Agreed; performance follows."),
	}
)
