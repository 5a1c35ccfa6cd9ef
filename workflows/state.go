package workflows

import "tiaocai/workflows/law"

// State is where a dispute stands (案件状态). There are few states and many facts: suspended,
// held, correcting, served and in force are facts beside the state.
type State string

// Each comment says how a dispute gets in and how it gets out.
const (
	// New is before the first contact; opening a case leaves it.
	New State = ""

	// Consulting: somebody asked for advice (咨询). Out: advice, a settlement, mediation, an application.
	Consulting State = "consulting"
	// Advised: the question was answered (已答复). Out: mediation or an application, if the dispute goes on.
	Advised State = "advised"
	// Mediating: an organisation has the request (调解中). Out: agreement, failure, refusal, time running out.
	Mediating State = "mediating"
	// Settled: the parties agreed before arbitration (已和解或达成调解协议). Out: an application, if it isn't kept.
	Settled State = "settled"
	// Unsettled: the dispute is before nobody: mediation ended without agreement, or the application was
	// withdrawn before acceptance (未达成协议). Out: an application or another mediation.
	Unsettled State = "unsettled"

	// Filed: the commission has the application (已收件). Out: acceptance, refusal, referral, withdrawal.
	Filed State = "filed"
	// NotAccepted: refused in writing, with reasons (不予受理). No way out here; the applicant may sue.
	NotAccepted State = "not_accepted"
	// Referred: another commission is competent, and which one was said in writing (告知管辖). No way out here.
	Referred State = "referred"
	// Accepted: a case with a number and a running clock (已受理). Out: a hearing date, or a closing.
	Accepted State = "accepted"
	// Scheduled: the hearing has its day (已排期). Out: the hearing, or a closing.
	Scheduled State = "scheduled"
	// Hearing: the hearing is open (开庭). Out: its end, another day, or a closing.
	Hearing State = "hearing"

	// Deliberating: the hearing is over, the award is being written (评议). Out: the award, or a closing.
	Deliberating State = "deliberating"
	// Closed: closing mode and date are fixed for good (已结案). Only rows marked AfterClosing remain.
	Closed State = "closed"
)

// States lists every state in the order of a case's life.
func States() []State {
	return []State{Consulting, Advised, Mediating, Settled, Unsettled, Filed, NotAccepted, Referred,
		Accepted, Scheduled, Hearing, Deliberating, Closed}
}

// Open says whether somebody still has to act on the dispute.
func (s State) Open() bool {
	switch s {
	case Advised, Settled, Unsettled, NotAccepted, Referred, Closed:
		return false
	}
	return true
}

// Proceeding says whether the case is accepted and not yet closed: the award clock may run.
func (s State) Proceeding() bool {
	return s == Accepted || s == Scheduled || s == Hearing || s == Deliberating
}

// Phase is one of the four parts of the procedure (阶段).
type Phase string

const (
	Consultation Phase = "consultation" // 咨询协商
	Mediation    Phase = "mediation"    // 调解
	HearingPhase Phase = "hearing"      // 立案与审理
	AwardPhase   Phase = "award"        // 裁决
)

// Phase of the state.
func (s State) Phase() Phase {
	switch s {
	case New, Consulting, Advised:
		return Consultation
	case Mediating, Settled, Unsettled:
		return Mediation
	case Deliberating, Closed:
		return AwardPhase
	}
	return HearingPhase
}

// Mode is how a case was closed (结案方式). It never changes.
type Mode string

const (
	Mediated           Mode = "MEDIATED"            // 调解书
	AwardFinal         Mode = "AWARD_FINAL"         // 终局裁决
	AwardNonFinal      Mode = "AWARD_NONFINAL"      // 非终局裁决
	AwardBoth          Mode = "AWARD_BOTH"          // 终局与非终局分别裁决
	WithdrawnSettled   Mode = "WITHDRAWN_SETTLED"   // 和解撤回
	WithdrawnVoluntary Mode = "WITHDRAWN_VOLUNTARY" // 撤回
	DeemedWithdrawn    Mode = "DEEMED_WITHDRAWN"    // 按撤回处理
	Terminated         Mode = "TERMINATED"          // 终止
	Cancelled          Mode = "CANCELLED"           // 撤销案件
	Transferred        Mode = "TRANSFERRED"         // 移送
)

// Modes lists the closing modes with their names.
func Modes() []Mode {
	return []Mode{Mediated, AwardFinal, AwardNonFinal, AwardBoth, WithdrawnSettled, WithdrawnVoluntary,
		DeemedWithdrawn, Terminated, Cancelled, Transferred}
}

// Name of the closing mode.
func (m Mode) Name() law.Text { return modeNames[m] }

// Award says whether the case ended in an award.
func (m Mode) Award() bool { return m == AwardFinal || m == AwardNonFinal || m == AwardBoth }

var modeNames = map[Mode]law.Text{
	Mediated:           {ZH: "仲裁调解书", EN: "Mediation document"},
	AwardFinal:         {ZH: "终局裁决", EN: "Final award"},
	AwardNonFinal:      {ZH: "非终局裁决", EN: "Non-final award"},
	AwardBoth:          {ZH: "终局与非终局分别裁决", EN: "Final and non-final awards"},
	WithdrawnSettled:   {ZH: "和解撤回", EN: "Withdrawn after settlement"},
	WithdrawnVoluntary: {ZH: "撤回申请", EN: "Withdrawn"},
	DeemedWithdrawn:    {ZH: "按撤回处理", EN: "Deemed withdrawn"},
	Terminated:         {ZH: "终止审理", EN: "Terminated"},
	Cancelled:          {ZH: "撤销案件", EN: "Cancelled"},
	Transferred:        {ZH: "移送管辖", EN: "Transferred"},
}
