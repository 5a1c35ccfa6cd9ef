package workflows

import (
	"math/rand/v2"

	"tiaocai/workflows/calendar"
)

// rules in force in tests: the published day table.
var rules = Rules{Days: calendar.Published()}

func day(s string) calendar.Date { return calendar.Must(s) }

// imagine plays what the command of a step would say (before the decision).
func imagine(f Facts, e Event, r *rand.Rand) Facts {
	f.Act = Particulars{}
	if of, is := e.Proposes(); is {
		e = of
	}
	coin := func() bool { return r.IntN(4) > 0 }
	switch e {
	case CarryOverClosed:
		f.Act.Mode = append(Modes(), "")[r.IntN(len(Modes())+1)]
		f.Accepted = f.On
	case ExtendMediation:
		f.Act.Until, f.Act.BothAgree = f.mediationEnds().Next(5), coin()
	case Accept:
		f.Act.ChecksGiven, f.Act.Checks = true, 3+r.IntN(2)
	case RefuseAcceptance:
		f.Act.ChecksGiven, f.Act.Reason, f.Act.Intake.Ground = true, "不属于受理范围", grounds[r.IntN(len(grounds))].Ground
	case HoldForMediation:
		f.Act.ChecksGiven, f.Act.BothAgree = true, coin()
	case AskCorrection:
		f.Act.Reason, f.Act.Intake.Unlisted = []string{"", "遗漏"}[r.IntN(2)], r.IntN(8)/7
	case AskPostponement:
		f.Act.AskedLate = !coin()
	case JoinParty:
		f.Act.AlreadyIn = !coin()
	case AskRestoration:
		f.Act.Restoration.Ended, f.Act.Restoration.Missed = f.On.Next(-r.IntN(12)), f.On.Next(r.IntN(3)-2)
	case AnswerRestoration:
		f.Act.Restoration.Until = f.On.Next(r.IntN(6) - 1)
	case AskEvidenceTaking:
		f.Act.Inquiry = InquiryParticulars{Taking: []Taking{TakeCollect, TakeAppraisal, TakeWitness}[r.IntN(3)], Deadline: f.EvidenceEnds(Applicant)}
	case RecordInquiry:
		f.Act.Inquiry.Inquirers = 1 + r.IntN(2)
	case JoinHearing:
		f.Act.Joint = JointParticulars{Given: true, Ground: []JointGround{JointLike, JointCommon}[r.IntN(2)], Agreed: coin()}
	case SignMinutes, NoteUnsigned:
		f.Act.MinutesMarked = !coin()
	case EnterGroup:
		f.Act.Representatives = r.IntN(4)
	case FormTribunal:
		f.Act.Seats, f.Act.Conflict = []int{1, 3, 2}[r.IntN(3)], r.IntN(8) == 0
	case ReplaceSeat:
		f.Act.Replace, f.Act.Conflict = ReplaceParticulars{Given: true, Recorder: coin()}, r.IntN(8) == 0
	case RecordLeaving:
		f.Act.Leaver = []Capacity{Applicant, Respondent}[r.IntN(2)]
	case ScheduleHearing, AdjournHearing, ReopenHearing, GrantPostponement, NotifyAtOnce:
		f.Act.ClosedFor, f.Act.BothAgree = []ClosedFor{PublicHearing, ClosedAgreed}[r.IntN(2)], coin()
		f.Act.HearingOn = f.Law.Days.Due(f.On, calendar.WorkingDays(8+r.IntN(20))).Statutory
	case HandleSimply:
		f.Act.Handling = HandlingParticulars{Ground: simpleGrounds[r.IntN(len(simpleGrounds))].Ground, OverLimit: !coin(), Barred: !coin()}
		f.Act.BothAgree = coin()
	case ConvertToOrdinary:
		f.Act.Handling.Why = []OrdinaryReason{OrdinaryUnsuitable, OrdinaryMissing}[r.IntN(2)]
	case OpenHearing:
		f.Act.AttendanceGiven, f.Act.ApplicantCame, f.Act.RespondentCame = true, coin(), coin()
	case ExtendAwardPeriod:
		f.Act.Days = 1 + r.IntN(16)
	case MakeAward:
		f.Act.AwardGiven = true
		f.Act.FinalItems, f.Act.NonFinalItems = r.IntN(2), r.IntN(2)
	case CloseByMediation:
		f.Act.AwardGiven, f.Act.BothAgree = true, coin()
	case FileEvidence:
		f.Act.Late, f.Act.Reason = !coin(), []string{"", "补交"}[r.IntN(2)]
	case SetEvidencePeriod:
		f.Act.Evidence = EvidenceParticulars{Until: f.On.Next(r.IntN(9) - 1), Present: f.Evidence.Applicant}
	case ChangeClaims:
		f.Act.Change = ChangeParticulars{Late: !coin(), Switch: coin()}
	case DecideRecusal:
		f.Act.Recusal = RecusalParticulars{Given: true, ByDirector: coin()}
	case NameRepresentatives:
		f.Act.Representatives = 2 + r.IntN(5)
	case PartialAward, PreliminaryExecution:
		f.Act.After = AftermathAct{Told: true, Grounds: coin(), ClaimsFit: coin(), OneKind: coin()}
	case RecordSuit:
		f.Act.After.Court = []CourtKind{Suit, SetAside, NoEnforcement}[r.IntN(3)]
		if len(f.After.Awards) > 0 {
			f.Act.After.Award = &AwardOf{f.After.Awards[0].No, []string{"申1", ""}[r.IntN(2)]}
		}
	case RecordRuling:
		f.Act.After = AftermathAct{Told: true, MoveOpen: true, Ruling: []Ruling{Judged, Withdrawn, Late, Granted, Denied}[r.IntN(5)]}
		for _, m := range f.After.Court {
			f.Act.After.Court = m.Kind
		}
	case ApproveDisposal:
		f.After.KeptUntil = f.On.Next(r.IntN(3) - 2)
	case AddAgent:
		f.Act.Agents, f.Act.Intake.ChargeFree, f.Act.Intake.Proven = 1+r.IntN(3), coin(), coin()
	case CompleteCorrection:
		f.Act.Intake.Unmended = r.IntN(8) / 7
	case CertifyNoDecision, CertifyNoAward:
		f.Act.ByClock = coin()
	case ServeDocument, SendDocument, RecordDelivery, PublishNotice, DeemServed:
		f.Act.Serving = imagineService(f, e, r)
	}
	return imagineSettling(f, e, r)
}

// become is what the facts are after a step.
func become(f Facts, s Step, r *rand.Rand) Facts {
	e := s.Row.Event
	if of, is := e.Proposes(); is {
		f.Proposed, f.ProposedBy = of, true
		if of == MakeAward {
			f.Tribunal.Signed = 1
		}
		return f
	}
	f.Proposed, f.ProposedBy = afterProposal(f, e), false
	conclude := func() { f.Mediation.Running, f.Mediation.Concluded = false, f.On }
	switch e {
	case OpenMediation, AskMediation:
		f.Mediation = MediationFacts{Running: true, Received: f.On, ApplicantConsents: true}
	case HoldForMediation:
		f.Mediation = MediationFacts{Running: true, Held: true, Received: f.On}
	case AssignMediator:
		f.Mediation.HasMediator = true
	case ConsentToMediation:
		f.Mediation.ApplicantConsents = f.Mediation.ApplicantConsents || r.IntN(2) == 0
		f.Mediation.RespondentConsents = f.Mediation.RespondentConsents || r.IntN(2) == 0
	case ExtendMediation:
		f.Mediation.ExtendedTo = f.Act.Until
	case SignAgreement:
		if s.To == Settled {
			conclude()
			if f.State == Filed {
				f.Application.Decided = f.On
			}
		}
	case RefuseMediation, FailMediation, ExpireMediation:
		conclude()
	case OpenApplication, FileApplication:
		f.Application = ApplicationFacts{FirstReceived: f.On, Received: f.On}
		f.Mediation.Held = false
	case AskCorrection:
		f.Application.Corrections++
		f.Application.Correcting = true
	case CompleteCorrection:
		f.Application.Correcting, f.Application.Received = false, f.On
	case CarryOver:
		f.Accepted, f.CopyServed = f.On, []Served{{Party: "被1"}}
	case CarryOverClosed:
		f.Accepted = f.On
	case Arrive:
		f.Intake.Arrived = true
	case Reopen:
		f.Accepted, f.CopyServed = f.On, []Served{{Party: "被1"}}
	case Rehear:
		f.After.Reheard = true
	case TakeOver:
		f.Accepted, f.Intake.Taken = f.On, f.On
		f.CopyServed = []Served{{Party: "被1"}}
		f.Clock.Restarts = []Restart{{On: f.On, Kind: "transferred_in"}}
	case DisputeTransfer:
		f.Intake.Disputed = f.On
	case RecordDesignation:
		f.Intake.Designated, f.Intake.Ours = f.On, r.IntN(2) == 0
	case ObjectToJurisdiction:
		f.Intake.Objected = f.On
	case SetEvidencePeriod:
		f.Evidence.Applicant, f.Evidence.Respondent = f.Act.Evidence.Until, f.Act.Evidence.Until
	case FileEvidence:
		f.Evidence.Filed++
	case ChangeClaims:
		f.Change.Asked, f.Group.ChangeSilent = f.On, min(f.Group.Representatives, 1)
	case AcceptChange:
		f.Change.Asked, f.Clock.Extension = calendar.Date{}, 0
		f.Clock.Restarts = append(append([]Restart{}, f.Clock.Restarts...), Restart{On: f.On, Kind: "claim_changed"})
		if r.IntN(2) == 0 {
			f.Change.Notices, f.Change.Answered = []Served{{Party: "被1", On: f.On}}, calendar.Date{}
		}
	case DeclineChange:
		f.Change.Asked = calendar.Date{}
	case AskRecusal:
		f.Recusal.Asked = append(append([]RecusalDay{}, f.Recusal.Asked...), RecusalDay{Asked: f.On})
	case DecideRecusal:
		f = decideRecusals(f, r.IntN(2) == 0)
	case DismissObjection:
		f.Intake.Objected = calendar.Date{}
	case Accept:
		f.Accepted, f.Application.Decided = f.On, f.On
		f.CopyServed = []Served{{Party: "被1"}}
	case RefuseAcceptance, Refer, WithdrawApplication:
		f.Application.Decided = f.On
	case FormTribunal:
		f.Tribunal = TribunalFacts{Formed: f.On, Size: f.Act.Seats, Filled: f.Act.Seats, Recorder: true}
	case ReplaceSeat:
		f.Tribunal.Changed, f.Tribunal.NoticeOn = f.On, calendar.Date{}
	case HandleSimply:
		f.Handling.Simple = f.On
	case ConvertToOrdinary:
		f.Handling.Ordinary = f.On
	case FileDefence:
		f.Defence = f.On
	case ServeDocument, RecordDelivery, DeemServed:
		f = serveSomething(f)
	case CounterApply:
		f.Counter.Asked = f.On
	case JoinCounter:
		f.Counter = CounterFacts{Joined: f.On, Notices: []Served{{Party: "申1", On: f.On}}}
	case DeclineCounter:
		f.Counter.Asked = calendar.Date{}
	case AnswerCounter:
		f.Counter.Answered = f.On
	case AskRestoration:
		f.Restoration.Asked = f.On
	case AnswerRestoration:
		f.Restoration.Asked = calendar.Date{}
	case AskEvidenceTaking:
		f.Inquiry.Asked = f.On
	case AnswerEvidenceTaking:
		f.Inquiry.Asked = calendar.Date{}
	case ExchangeEvidence, RecordInquiry:
		f.Inquiry.Records++
	case EntrustAppraisal:
		f.Inquiry.Appraisal = f.On
	case ReceiveOpinion:
		f.Inquiry.Appraisal, f.Inquiry.Records = calendar.Date{}, f.Inquiry.Records+1
	case AskPostponement:
		f.Hearing.Asked = f.On
	case RefusePostponement:
		f.Hearing.Asked = calendar.Date{}
	case NameRepresentatives:
		f.Group = GroupFacts{Representatives: f.Act.Representatives, SettleSilent: 1, WithdrawSilent: 1}
	case RecordConsents:
		f.Group.SettleSilent, f.Group.WithdrawSilent, f.Group.ChangeSilent = 0, 0, 0
	case JoinHearing:
		f.Joint.Others = 1
	case LeaveJoint:
		f.Joint.Others = 0
	case PublishNotice:
		f.PublicNoticeUsed = true
	case ScheduleHearing, AdjournHearing, ReopenHearing, GrantPostponement, NotifyAtOnce:
		f.Minutes.On, f.Minutes.Explained = calendar.Date{}, false
		f.Hearing = HearingFacts{On: f.Act.HearingOn, Notices: []Served{{Party: "申1"}, {Party: "被1"}}}
	case ConsentShortNotice:
		f.Hearing.ShortNoticeAgree++
	case OpenHearing:
		f.Hearing.Opened, f.Hearing.ApplicantCame, f.Hearing.RespondentCame = f.On, f.Act.ApplicantCame, f.Act.RespondentCame
	case WriteMinutes:
		f.Minutes.On, f.Minutes.Missing, f.Minutes.Explained = f.On, r.IntN(3), r.IntN(2) == 0
	case AskMinutesCorrection:
		f.Minutes.Asked = f.On
	case AnswerMinutesCorrection:
		f.Minutes.Asked = calendar.Date{}
	case AttemptMediation:
		f.MediationAttempted, f.MediationAgreed = true, r.IntN(4) == 0
	case StopClock:
		f.Clock.Stops = append(append([]Stop{}, f.Clock.Stops...), Stop{From: f.On, Kind: StopInquiry})
	case Suspend:
		f.Clock.Stops = append(append([]Stop{}, f.Clock.Stops...), Stop{From: f.On, Kind: StopSuspension})
		f.Clock.Suspended = true
	case EndStop, Resume:
		f.Clock.Stops = endStops(f.Clock.Stops, f.On, e == Resume)
		f.Clock.Suspended = f.Clock.Suspended && e != Resume
	case ExtendAwardPeriod:
		f.Clock.Extension = f.Act.Days
	case CertifyNoDecision:
		f.Lapses.NoDecision = f.On
	case CertifyNoAward:
		f.Lapses.NoAward = f.On
	case CastVote:
		f.Tribunal.Voted = min(f.Tribunal.Voted+1, f.Tribunal.Size)
	case SignAward:
		f.Tribunal.Signed++
	case RecordLeaving:
		f.Hearing.ApplicantLeft, f.Hearing.RespondentLeft = f.Hearing.ApplicantLeft || f.Act.Leaver == Applicant, f.Hearing.RespondentLeft || f.Act.Leaver == Respondent
	case HearInDefault:
		f.Hearing.Default = f.On
	case AskWithdrawal:
		f.WithdrawalAsked, f.WithdrawalSettled, f.Withdrawal = true, r.IntN(2) == 0, WithdrawalFacts{Asked: f.On}
		if f.State == Deliberating && !f.WithdrawalSettled {
			f.Withdrawal.Silent = 1
		}
	case AnswerWithdrawal:
		f.Withdrawal.Silent, f.Withdrawal.Objected = 0, r.IntN(2) == 0
	case PartialAward, MakeAward:
		f.After.Awards = append(append([]AwardDoc{}, f.After.Awards...), AwardDoc{No: len(f.After.Awards) + 1, Final: e == MakeAward && f.Act.FinalItems > 0, Partial: e == PartialAward,
			Made: f.On, Workers: []string{"申1"}, Served: []Served{{Party: "申1", Worker: true, On: f.On}, {Party: "被1", On: f.On}}})
	case RecordSuit:
		if of := f.Act.After.Award; of != nil {
			f.After.Court = append(append([]CourtMove{}, f.After.Court...), CourtMove{No: len(f.After.Court) + 1, Kind: f.Act.After.Court, Award: of.Award, Party: "申1", Worker: of.Worker != "", On: f.On})
		}
	case RecordRuling:
		f.After.Court = append([]CourtMove{}, f.After.Court...)
		for i := range f.After.Court {
			if f.After.Court[i].Outcome == Pending {
				f.After.Court[i].Outcome, f.After.Court[i].Ruled = f.Act.After.Ruling, f.On
			}
		}
	case TakeEffect:
		for _, x := range f.Unnoted() {
			f.After.Noted = append(append([]AwardOf{}, f.After.Noted...), AwardOf{x.Award, x.Worker})
		}
	case RevokeAward:
		f.After.Awards = append([]AwardDoc{}, f.After.Awards...)
		for i := range f.After.Awards {
			f.After.Awards[i].Revoked = f.On
		}
	case RecordPayment:
		f.After.Unsure++
	case ConfirmPayment:
		f.After.Unsure--
	case ForwardPreservation:
		f.After.Preserved = true
	case RecordEnforcement:
		f.After.Enforcing = true
	case ApproveDisposal:
		f.After.Disposed = true
	case Archive:
		f.Archived = true
	}
	if f = becomeSettling(f, e, r); s.To != f.State {
		f.State, f.StateSince = s.To, f.On
	}
	if s.Mode != "" && f.Mode == "" {
		f.Mode, f.Closed = s.Mode, f.On
	}
	return f
}

// afterProposal is what still waits after a step: its own proposal is decided.
func afterProposal(f Facts, e Event) Event {
	if f.Proposed == e || e == DeclineProposal {
		return ""
	}
	return f.Proposed
}

// serveSomething serves the first paper that nobody has yet.
func serveSomething(f Facts) Facts {
	fill := func(list []Served) []Served {
		list = append([]Served{}, list...)
		for i := range list {
			if list[i].On.IsZero() {
				list[i].On = f.On
				return list
			}
		}
		return list
	}
	if !servedOn(f.CopyServed) {
		f.CopyServed = fill(f.CopyServed)
	} else {
		f.Hearing.Notices = fill(f.Hearing.Notices)
	}
	return f
}

func endStops(stops []Stop, on calendar.Date, suspension bool) []Stop {
	list := append([]Stop{}, stops...)
	for i := range list {
		if list[i].To.IsZero() && (list[i].Kind == StopSuspension) == suspension {
			list[i].To = on
		}
	}
	return list
}

// decideRecusals answers what waits; a seat that falls vacant is filled anew.
func decideRecusals(f Facts, granted bool) Facts {
	f.Recusal.Asked = append([]RecusalDay{}, f.Recusal.Asked...)
	for i := range f.Recusal.Asked {
		if f.Recusal.Asked[i].Decided.IsZero() {
			f.Recusal.Asked[i].Decided = f.On
		}
	}
	if granted && f.Tribunal.Filled > 0 {
		f.Tribunal.Filled--
		f.Recusal.Vacated = f.On
	}
	return f
}
