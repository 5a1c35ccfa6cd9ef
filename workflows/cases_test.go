package workflows

import "tiaocai/workflows/calendar"

// Cases to start from: each may take the step under test; one fact is changed at a time.

func consulting() Facts {
	return Facts{Law: rules, State: Consulting, StateSince: day("2026-03-02"), Today: day("2026-03-04"), On: day("2026-03-04"),
		Applicants: 1, Respondents: 1, Workers: 1, Claims: 1}
}

func mediated() Facts {
	f := consulting()
	f.State = Mediating
	f.Mediation = MediationFacts{Running: true, Received: day("2026-03-02"), ApplicantConsents: true, RespondentConsents: true, HasMediator: true}
	return f
}

func filed() Facts {
	f := consulting()
	f.State = Filed
	f.Application = ApplicationFacts{FirstReceived: day("2026-03-02"), Received: day("2026-03-02")}
	f.Act = Particulars{ChecksGiven: true, Checks: 4, Reason: "理由", BothAgree: true}
	return f
}

func acceptedCase() Facts {
	f := filed()
	f.State, f.StateSince, f.Accepted, f.Application.Decided = Accepted, day("2026-03-03"), day("2026-03-03"), day("2026-03-03")
	f.CopyServed = []Served{{Party: "被1", On: day("2026-03-04")}}
	f.Tribunal = TribunalFacts{Formed: day("2026-03-04"), Size: 1, Filled: 1, Recorder: true}
	f.Act = Particulars{}
	return f
}

func scheduled() Facts {
	f := acceptedCase()
	f.State, f.StateSince, f.Defence = Scheduled, day("2026-03-10"), day("2026-03-09")
	f.Hearing = HearingFacts{On: day("2026-03-30"), Notices: []Served{{Party: "申1", On: day("2026-03-20")}, {Party: "被1", On: day("2026-03-23")}}}
	f.Today, f.On = day("2026-03-30"), day("2026-03-30")
	f.Act = Particulars{AttendanceGiven: true, ApplicantCame: true, RespondentCame: true}
	return f
}

func deliberating() Facts {
	f := scheduled()
	f.State, f.StateSince = Deliberating, day("2026-03-30")
	f.Today, f.On = day("2026-04-08"), day("2026-04-08")
	f.MediationAttempted, f.Tribunal.Signed = true, 1
	f.Act = Particulars{AwardGiven: true, FinalItems: 1}
	f.Minutes.On = day("2026-03-30")
	return f
}

func closed() Facts {
	f := deliberating()
	f.State, f.StateSince, f.Closed, f.Mode = Closed, day("2026-04-08"), day("2026-04-08"), AwardFinal
	f.Act = Particulars{}
	return f
}

func inHearing() Facts {
	f := scheduled()
	f.State, f.StateSince, f.Hearing.Opened = Hearing, day("2026-03-30"), day("2026-03-30")
	f.Minutes.On = day("2026-03-30")
	f.Act = Particulars{}
	return f
}

// caseIn is a case in the state with nothing in its way.
func caseIn(s State) Facts {
	switch s {
	case Mediating:
		return mediated()
	case Filed:
		return filed()
	case Accepted:
		return acceptedCase()
	case Scheduled:
		return scheduled()
	case Hearing:
		return inHearing()
	case Deliberating:
		return deliberating()
	case Closed:
		return closed()
	case Settled:
		return settledCase()
	case NotAccepted, Referred:
		f := filed()
		f.State = s
		return f
	}
	f := consulting()
	f.State = s
	return f
}

// ready is a case in the state that may take the step of the row: every condition holds.
func ready(r Row, s State) Facts {
	f := caseIn(s)
	if _, also := RowOf(r.Event, Mediating); also && s == Filed { // the mediation that acceptance waits for
		f.Mediation = mediated().Mediation
		f.Mediation.Held = true
	}
	of, proposal := r.Event.Proposes()
	if !proposal {
		of = r.Event
	}
	if prepare, ok := prepared[of]; ok {
		prepare(&f)
	}
	if len(r.Proposers) > 0 {
		f.Proposed = r.Event
	}
	return f
}

// prepared are the facts that a step wants beyond those of a plain case in its state.
var prepared = map[Event]func(*Facts){
	CarryOverClosed:    func(f *Facts) { f.Act.Mode = Mediated },
	MakeOffer:          func(f *Facts) { f.Act.Side = Applicant },
	WithdrawOffer:      func(f *Facts) { f.Settling.Offers.Mine = f.Today },
	AcceptOffer:        func(f *Facts) { f.Settling.Offers.Theirs = f.Today.Next(60) },
	DeclineOffer:       func(f *Facts) { f.Settling.Offers.Theirs = f.Today.Next(60) },
	LapseOffer:         func(f *Facts) { f.Act.Until = f.On.Next(-1) },
	AskDocument:        func(f *Facts) { f.Settling.Offers.Agreed = f.Accepted },
	ConsentToMediation: func(f *Facts) { f.Mediation.RespondentConsents = false },
	RefuseMediation:    func(f *Facts) { f.Mediation.RespondentConsents = false },
	ExtendMediation:    func(f *Facts) { f.Act.Until, f.Act.BothAgree = day("2026-03-25"), true },
	ExpireMediation:    func(f *Facts) { on(f, f.mediationEnds().Next(1)) },
	CompleteCorrection: func(f *Facts) { f.Application.Correcting = true },
	FormTribunal:       func(f *Facts) { f.Act.Seats = 1 },
	CounterApply:       func(f *Facts) { on(f, f.answerEnds()) },
	JoinCounter:        func(f *Facts) { f.Counter.Asked = f.Accepted },
	DeclineCounter:     func(f *Facts) { f.Counter.Asked = f.Accepted },
	AnswerCounter:      func(f *Facts) { f.Counter.Joined = f.Accepted },
	AskRestoration: func(f *Facts) {
		f.Act.Restoration = RestorationParticulars{Ended: f.On, Missed: f.On.Next(-1)}
	},
	AnswerRestoration:       func(f *Facts) { f.Restoration.Asked = f.Accepted },
	AnswerEvidenceTaking:    func(f *Facts) { f.Inquiry.Asked = f.Accepted },
	RecordInquiry:           func(f *Facts) { f.Act.Inquiry.Inquirers = 2 },
	ReceiveOpinion:          func(f *Facts) { f.Inquiry.Appraisal = f.Accepted },
	CommentRecord:           func(f *Facts) { f.Inquiry.Records = 1 },
	ExamineExhibit:          func(f *Facts) { f.Evidence.Filed = 1 },
	AnswerMinutesCorrection: func(f *Facts) { f.Minutes.Asked = f.Minutes.On },
	AddAgent: func(f *Facts) {
		f.Act.Agents, f.Act.Intake = 1, IntakeParticulars{ChargeFree: true, Proven: true}
	},
	CertifyNoDecision: func(f *Facts) { on(f, f.acceptanceEnds().Next(1)) },
	CertifyNoAward:    func(f *Facts) { on(f, f.AwardReckoning().Statutory.Next(1)) },
	TakeOver:          transferredIn,
	DisputeTransfer:   transferredIn,
	RecordDesignation: func(f *Facts) {
		transferredIn(f)
		f.Intake.Disputed = f.On
	},
	ObjectToJurisdiction: func(f *Facts) {
		on(f, f.Accepted.Next(7))
		f.StateSince = f.Accepted
	},
	AcceptChange:     func(f *Facts) { f.Change.Asked = f.On },
	DeclineChange:    func(f *Facts) { f.Change.Asked = f.On },
	DecideRecusal:    func(f *Facts) { f.Recusal.Asked = []RecusalDay{{Asked: f.On}} },
	DismissObjection: func(f *Facts) { f.Intake.Objected = f.On },
	NameRepresentatives: func(f *Facts) {
		f.Workers, f.Act.Representatives = collective, 3
	},
	DeemServed: func(f *Facts) {
		f.Act.Serving = Serving{Way: LeftAtDoor, State: ServiceDelivered, Outcome: RanOut, Put: f.On.Next(-30)}
	},
	ScheduleHearing: func(f *Facts) { f.Act.HearingOn = f.Law.Days.Due(f.On, calendar.WorkingDays(20)).Statutory },
	AdjournHearing:  func(f *Facts) { f.Act.HearingOn = f.Law.Days.Due(f.On, calendar.WorkingDays(20)).Statutory },
	ReopenHearing:   func(f *Facts) { f.Act.HearingOn = f.Law.Days.Due(f.On, calendar.WorkingDays(20)).Statutory },
	GrantPostponement: func(f *Facts) {
		f.Hearing.Asked, f.Act.HearingOn = f.On, f.Law.Days.Due(f.On, calendar.WorkingDays(20)).Statutory
	},
	RefusePostponement: func(f *Facts) { f.Hearing.Asked = f.On },
	NotifyAtOnce: func(f *Facts) {
		f.Workers, f.Tribunal.Size, f.Tribunal.Filled = collective, 3, 3
		f.Act.HearingOn = f.Law.Days.Due(f.On, calendar.WorkingDays(20)).Statutory
	},
	LeaveJoint:     func(f *Facts) { f.Joint.Others = 2 },
	RecordConsents: func(f *Facts) { f.Group.Representatives = 3 },
	ConvertToOrdinary: func(f *Facts) {
		f.Handling.Simple, f.Act.Handling.Why = f.Accepted, OrdinaryUnsuitable
	},
	EndStop: func(f *Facts) { f.Clock.Stops = []Stop{{From: f.On, Kind: StopInquiry}} },
	Resume: func(f *Facts) {
		f.Clock = ClockFacts{Suspended: true, Stops: []Stop{{From: f.On, Kind: StopSuspension}}}
	},
	ExtendAwardPeriod: func(f *Facts) { f.Act.Days = 15 },
	SignAward:         func(f *Facts) { f.Proposed = MakeAward },
	CloseByMediation:  func(f *Facts) { f.MediationAgreed, f.Act.AwardGiven, f.Act.BothAgree = true, true, true },
	AllowWithdrawal:   func(f *Facts) { f.WithdrawalAsked = true },
	DeclineProposal:   func(f *Facts) { f.Proposed = CorrectEntry },

	Rehear: func(f *Facts) {
		awarded(f)
		f.After.Awards[0].Revoked = f.On
	},
	HearInDefault:    func(f *Facts) { f.Hearing.Opened = f.Hearing.On },
	AnswerWithdrawal: func(f *Facts) { f.Withdrawal = WithdrawalFacts{Asked: f.On, Silent: 1} },

	PartialAward: func(f *Facts) {
		f.MediationAttempted, f.Act.After.OneKind, f.Hearing.RespondentCame = true, true, true
	},
	PreliminaryExecution: func(f *Facts) { f.Act.After = AftermathAct{Told: true, Grounds: true, ClaimsFit: true} },
	RecordSuit:           awarded,
	RecordRuling: func(f *Facts) {
		awarded(f)
		f.After.Court = []CourtMove{{No: 1, Kind: Suit, Award: 1, Party: "申1", Worker: true, On: f.On}}
		f.Act.After = AftermathAct{Told: true, MoveOpen: true, Court: Suit, Ruling: Judged}
	},
	TakeEffect:      awarded,
	ProveEffect:     awarded,
	ConfirmPayment:  func(f *Facts) { f.After.Unsure = 1 },
	ApproveDisposal: func(f *Facts) { f.Archived, f.After.KeptUntil = true, f.On.Next(-1) },
}

// awarded puts a final award into the case, made on the day.
func awarded(f *Facts) {
	f.After.Awards = []AwardDoc{{No: 1, Final: true, Made: f.On, Workers: []string{"申1"}, Served: []Served{{Party: "申1", Worker: true, Final: true}, {Party: "被1", Final: true}}}}
}

// transferredIn is a case that another commission sent.
func transferredIn(f *Facts) {
	f.Application, f.Intake.Arrived = ApplicationFacts{}, true
}

// on moves the step, and today with it, to a day.
func on(f *Facts, d calendar.Date) { f.Today, f.On = d, d }
