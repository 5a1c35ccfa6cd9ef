package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Next is who acts next on a case, what they do, and by when (现在由谁办). Every open case has one.
type Next struct {
	Who    Capacity      `json:"who"`
	What   law.Text      `json:"what"`
	By     calendar.Date `json:"by"` // none where no clock runs
	Period Period        `json:"period,omitempty"`
}

// NextOf reads it from the facts; clocks are those that Clocks derived.
func NextOf(f Facts, clocks []ClockAt) Next {
	n := act(f)
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
		return Next{Who: Member, What: text("在裁决书上签名", "Sign the award"), Period: AwardPeriod}
	}
	if f.Proposed != "" {
		who := Head
		if r, ok := RowOf(f.Proposed, f.State); ok {
			who = r.By[0]
		}
		return Next{Who: who, What: text("审批经办人报的事项", "Decide on what was proposed"), Period: f.mainPeriod()}
	}
	if f.State.Proceeding() && f.Clock.Suspended {
		return Next{Who: Tribunal, What: text("等中止的原因消除后恢复审理", "Resume when the cause of suspension has ended")}
	}
	if !f.Recusal.undecided().IsZero() {
		return Next{Who: Director, What: text("决定回避申请", "Decide on the recusal"), Period: RecusalPeriod}
	}
	if f.State.Proceeding() && !f.Recusal.Vacated.IsZero() && !TribunalFormed.Holds(f) {
		return Next{Who: Head, What: text("重新组成仲裁庭", "Form the tribunal anew"), Period: TribunalPeriod}
	}
	if !f.Change.Asked.IsZero() && f.State.Proceeding() {
		return Next{Who: Tribunal, What: text("决定是否受理变更的请求", "Decide on the changed claims"), Period: AwardPeriod}
	}
	if !f.Counter.Asked.IsZero() && f.State.Proceeding() {
		return Next{Who: Registry, What: text("决定是否受理反申请", "Decide on the counter-application"), Period: CounterPeriod}
	}
	switch f.State {
	case Consulting:
		if n, ok := f.nextInTalks(); ok {
			return n
		}
		return Next{Who: Registry, What: text("答复咨询", "Answer the question")}
	case Mediating:
		return f.nextInMediation()
	case Filed:
		switch {
		case f.Intake.Arrived:
			return Next{Who: Registry, What: text("接收移送的案件，或者报请指定管辖", "Take over the transferred case, or report to the superior")}
		case f.Application.Correcting:
			return Next{Who: Applicant, What: text("补齐材料", "Complete the papers")}
		case f.Mediation.Running:
			return f.nextInMediation()
		}
		return Next{Who: Registry, What: text("决定是否受理", "Decide on acceptance"), Period: AcceptancePeriod}
	case Accepted:
		return f.nextBeforeHearing()
	case Scheduled:
		if !servedOn(f.Hearing.Notices) {
			return Next{Who: Recorder, What: text("送达开庭通知", "Serve the notice of the hearing"), Period: HearingNotice}
		}
		return Next{Who: Tribunal, What: text("开庭", "Hold the hearing"), By: f.Hearing.On}
	case Hearing:
		if f.Minutes.On.IsZero() {
			return Next{Who: Recorder, What: text("写庭审笔录", "Write the minutes"), Period: AwardPeriod}
		}
		return Next{Who: Tribunal, What: text("审理", "Hear the case"), Period: AwardPeriod}
	case Deliberating:
		return Next{Who: Tribunal, What: text("写裁决书", "Write the award"), Period: AwardPeriod}
	case Closed:
		return Next{Who: Recorder, What: text("送达文书、归档", "Serve the papers and archive the file")}
	case Settled:
		return f.nextWhenSettled()
	case NotAccepted:
		return Next{Who: Applicant, What: text("可以向法院起诉", "May sue in court")}
	case Referred:
		return Next{Who: Applicant, What: text("向有管辖权的仲裁委申请", "Apply to the competent commission")}
	}
	return Next{Who: Applicant, What: text("可以申请调解或仲裁", "May ask for mediation or arbitration")}
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
		return Next{Who: Organiser, What: text("指派调解员", "Assign a mediator"), Period: MediationAcceptance}
	case !f.Mediation.RespondentConsents:
		return Next{Who: Respondent, What: text("答复是否同意调解", "Say whether you agree to mediation"), Period: MediationPeriod}
	case !f.Mediation.ApplicantConsents:
		return Next{Who: Applicant, What: text("答复是否同意调解", "Say whether you agree to mediation"), Period: MediationPeriod}
	}
	return Next{Who: Mediator, What: text("调解", "Mediate"), Period: MediationPeriod}
}

func (f Facts) nextBeforeHearing() Next {
	switch {
	case f.mustHear():
		return Next{Who: Tribunal, What: text("委托调解期满，应当开庭", "The entrusted mediation has run out: hear the case"), Period: AwardPeriod}
	case f.Tribunal.Formed.IsZero():
		return Next{Who: Head, What: text("组成仲裁庭", "Form the tribunal"), Period: TribunalPeriod}
	case !OneNotice.Holds(f):
		return Next{Who: Tribunal, What: text("一次通知仲裁庭、答辩期、举证期和开庭日期", "Tell tribunal, time to answer, time for evidence and hearing day in one notice"), Period: TribunalPeriod}
	case !servedOn(f.CopyServed):
		return Next{Who: Registry, What: text("送达申请书副本", "Serve the copy on the respondent"), Period: CopyPeriod}
	case f.Defence.IsZero() && !f.Today.After(f.defenceEnds()):
		return Next{Who: Respondent, What: text("答辩、举证", "Answer and file evidence"), Period: DefencePeriod}
	}
	return Next{Who: Tribunal, What: text("确定开庭日期", "Set the hearing day"), Period: AwardPeriod}
}
