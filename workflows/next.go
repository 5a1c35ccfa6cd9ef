package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Next is who acts next on a case, what they do, and by when (现在由谁办). Every open case has one.
type Next struct {
	Who    Capacity      `json:"who"`
	Task   Task          `json:"task"`
	What   law.Text      `json:"what"` // the task as staff call it
	By     calendar.Date `json:"by"`   // none where no clock runs
	Period Period        `json:"period,omitempty"`
}

// NextOf reads it from the facts; clocks are those that Clocks derived. Nobody acts on an agreement that was
// performed in full.
func NextOf(f Facts, clocks []ClockAt) Next {
	n := act(f)
	n.What = n.Task.Says().Staff
	if n.Period != "" {
		for _, c := range clocks {
			if c.Period == n.Period && c.Done.IsZero() && !c.Due.IsZero() && (n.By.IsZero() || c.Due.Before(n.By)) {
				n.By = c.Due
			}
		}
	}
	return n
}

func act(f Facts) Next {
	if f.Proposed == MakeAward && !MajoritySigned.Holds(f) {
		return Next{Who: Member, Task: SignTheAward, Period: AwardPeriod}
	}
	if f.Proposed != "" {
		who := Head
		if r, ok := RowOf(f.Proposed, f.State); ok {
			who = r.By[0]
		}
		return Next{Who: who, Task: DecideProposed, Period: f.mainPeriod()}
	}
	if f.State.Proceeding() && f.Clock.Suspended {
		return Next{Who: Tribunal, Task: AwaitResumption}
	}
	if !f.Recusal.undecided().IsZero() {
		return Next{Who: Director, Task: DecideChallenge, Period: RecusalPeriod}
	}
	if f.State.Proceeding() && !f.Recusal.Vacated.IsZero() && !TribunalFormed.Holds(f) {
		return Next{Who: Head, Task: FormAnew, Period: TribunalPeriod}
	}
	if !f.Change.Asked.IsZero() && f.State.Proceeding() {
		return Next{Who: Tribunal, Task: DecideChange, Period: AwardPeriod}
	}
	if !f.Counter.Asked.IsZero() && f.State.Proceeding() {
		return Next{Who: Registry, Task: DecideCounter, Period: CounterPeriod}
	}
	if n, ok := f.nextDecided(); ok {
		return n
	}
	switch f.State {
	case Consulting:
		if f.Settling.Talks.Running {
			return Next{Who: Registry, Task: AnswerDuringTalks}
		}
		return Next{Who: Registry, Task: AnswerQuestion}
	case Mediating:
		return f.nextInMediation()
	case Filed:
		switch {
		case f.Intake.Arrived:
			return Next{Who: Registry, Task: TakeOverTransfer}
		case f.Application.Correcting:
			return Next{Who: Applicant, Task: CompletePapers}
		case f.Mediation.Running:
			return f.nextInMediation()
		}
		return Next{Who: Registry, Task: DecideAcceptance, Period: AcceptancePeriod}
	case Accepted:
		return f.nextBeforeHearing()
	case Scheduled:
		return f.nextToHear()
	case Hearing:
		if f.Minutes.On.IsZero() {
			return Next{Who: Recorder, Task: TakeMinutes, Period: AwardPeriod}
		}
		return Next{Who: Tribunal, Task: HearOn, Period: AwardPeriod}
	case Deliberating:
		return Next{Who: Tribunal, Task: WriteAward, Period: AwardPeriod}
	case Closed:
		return Next{Who: Recorder, Task: ServeAndArchive}
	case Settled:
		return f.nextWhenSettled()
	case NotAccepted:
		return Next{Who: Applicant, Task: MaySue}
	case Referred:
		return Next{Who: Applicant, Task: ApplyElsewhere}
	}
	if n, ok := f.nextInTalks(); ok { // of a question that was answered, or after a mediation that failed
		return n
	}
	return Next{Who: Applicant, Task: MayApply}
}

func (f Facts) mainPeriod() Period {
	switch {
	case f.State == Filed:
		return AcceptancePeriod
	case f.State.Proceeding():
		return AwardPeriod
	}
	return ""
}

func (f Facts) nextInMediation() Next {
	switch {
	case !f.Mediation.HasMediator:
		return Next{Who: Organiser, Task: NameMediator, Period: MediationAcceptance}
	case !f.Mediation.RespondentConsents:
		return Next{Who: Respondent, Task: RespondentAnswers, Period: MediationPeriod}
	case !f.Mediation.ApplicantConsents:
		return Next{Who: Applicant, Task: ApplicantAnswers, Period: MediationPeriod}
	}
	if g := f.Settling.Agreement; !g.Drafted.IsZero() && g.InForce.IsZero() && g.NextMark != "" {
		return Next{Who: g.NextMark, Task: SignTheAgreement, Period: MediationPeriod}
	}
	return Next{Who: Mediator, Task: MediateNow, Period: MediationPeriod}
}

func (f Facts) nextBeforeHearing() Next {
	switch {
	case f.mustHear():
		return Next{Who: Tribunal, Task: HearNow, Period: AwardPeriod}
	case f.Tribunal.Formed.IsZero():
		return Next{Who: Head, Task: FormTheTribunal, Period: TribunalPeriod}
	case !OneNotice.Holds(f):
		return Next{Who: Tribunal, Task: NotifyEverybody, Period: TribunalPeriod}
	case !servedOn(f.CopyServed):
		return Next{Who: Registry, Task: ServeTheCopy, Period: CopyPeriod}
	case f.Defence.IsZero() && !f.Today.After(f.defenceEnds()):
		return Next{Who: Respondent, Task: AnswerAndProve, Period: DefencePeriod}
	}
	return Next{Who: Tribunal, Task: SetHearingDay, Period: AwardPeriod}
}
