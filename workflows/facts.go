package workflows

import "tiaocai/workflows/calendar"

// Facts are everything that the law asks about a case, as plain values (案件事实). The database
// fills them; guards and clocks read them; nobody else knows how they came about.
type Facts struct {
	State      State
	StateSince calendar.Date // the day of the step that led into the state
	Today      calendar.Date // the commission's civil day
	On         calendar.Date // the day on which the step at hand happened
	Law        Rules

	Applicants  int
	Respondents int
	Workers     int // applicants who are workers: ten with one claim are a collective dispute
	Claims      int

	Mediation   MediationFacts
	Settling    SettlingFacts
	Application ApplicationFacts
	Accepted    calendar.Date // 受理日
	Tribunal    TribunalFacts
	Defence     calendar.Date // the last defence filed (答辩)
	CopyServed  []Served      // the application's copy on each respondent (申请书副本)
	Hearing     HearingFacts
	Clock       ClockFacts
	Services    []ServiceAt // every record of service (送达)

	PublicNoticeUsed bool // a respondent is served by public notice: no simplified handling (R33-57)

	WithdrawalAsked    bool // the applicant asked to withdraw (申请撤回)
	WithdrawalSettled  bool // because the parties settled (和解)
	Withdrawal         WithdrawalFacts
	MediationAttempted bool // the tribunal tried to mediate (庭上调解)
	MediationAgreed    bool // and the parties agreed
	MediationDocSigned bool // both have signed for the mediation document

	Closed     calendar.Date // 结案日
	Mode       Mode
	SuitFiled  bool
	After      AftermathFacts // what is on record about awards
	Archived   bool
	Proposed   Event // the step that waits for an approver; "" if none
	ProposedBy bool  // the person at hand is the one who proposed it

	Intake   IntakeFacts
	Lapses   LapseFacts
	Recusal  RecusalFacts
	Change   ChangeFacts
	Evidence EvidenceFacts
	Handling HandlingFacts
	Group    GroupFacts
	Minutes  MinutesFacts
	Inquiry  InquiryFacts
	Counter  CounterFacts

	Joint JointFacts

	Restoration    RestorationFacts
	DefenceForward []Served // the defence on its way to each applicant; none before it came in

	Act Particulars // what the person at hand says about this one step
}

// Served is one paper in one party's hands (送达), by its service record.
type Served struct {
	Party  string // the party's ordinal in the case, as 申1 or 被1
	Worker bool
	Final  bool // for awards: a final one
	Paper  string
	On     calendar.Date // zero: not served yet
	Way    Way
	Put    calendar.Date // when it was left or announced, where service is deemed
}

// MediationFacts are those of the mediation that is under way, or of the last one.
type MediationFacts struct {
	Running             bool
	Held                bool // the application waits for it (暂缓受理)
	Received, Concluded calendar.Date
	ApplicantConsents   bool
	RespondentConsents  bool
	ExtendedTo          calendar.Date // the new end, by consent of both
	HasMediator         bool
}

// ApplicationFacts are those of the application at the commission.
type ApplicationFacts struct {
	FirstReceived calendar.Date // 收件日
	Received      calendar.Date // moves when a correction is completed
	Corrections   int           // how many correction notices were sent
	Correcting    bool          // one is not answered yet
	Decided       calendar.Date
}

// TribunalFacts say who sits.
type TribunalFacts struct {
	Formed    calendar.Date
	Changed   calendar.Date // somebody was replaced since; none if nobody was
	Size      int           // 1 or 3
	Filled    int
	Voted     int // arbitrators whose opinion is on record (评议)
	Otherwise int // of these, who share a view that is not the presiding one's
	Recorder  bool
	Signed    int           // arbitrators who signed the award that waits; who proposed it has
	NoticeOn  calendar.Date // the tribunal notice was served on all by then
}

// HearingFacts are those of the next hearing day, or of the last one.
type HearingFacts struct {
	On               calendar.Date
	Notices          []Served // the notice of this day on each party
	ShortNoticeAgree int      // how many parties agreed in writing to a shorter notice
	Opened           calendar.Date
	ApplicantCame    bool
	RespondentCame   bool
	ApplicantLeft    bool // without leave, in mid-hearing (中途退庭)
	RespondentLeft   bool
	Default          calendar.Date // it was decided to go on without the respondent
	Ended            calendar.Date
	Asked            calendar.Date // another day was asked for and nobody has decided (请求延期)
}

// ClockFacts move the award clock.
type ClockFacts struct {
	Restarts   []Restart
	Stops      []Stop
	Extension  int // natural days, approved
	Suspended  bool
	Extensions int // how often
}

// Restart is a day from which the award clock runs anew (审限重新计算).
type Restart struct {
	On   calendar.Date `json:"on"`
	Kind string        `json:"kind"`
}

// Stop is a time that does not count, from From until the day work goes on, To, which counts
// again; a zero To still runs (扣除期间).
type Stop struct {
	From calendar.Date `json:"from"`
	To   calendar.Date `json:"to"`
	Kind StopKind      `json:"kind"`
}

// Particulars are the parts of a command that the law asks about. They are zero when people
// only ask what they could do; guards then hold, and ask again when the step is really taken.
type Particulars struct {
	Reason          string
	Days            int           // of an extension asked
	Until           calendar.Date // of a mediation extended
	HearingOn       calendar.Date
	BothAgree       bool
	Checks          int // how many of the four acceptance tests are ticked
	ChecksGiven     bool
	Seats           int
	Tripartite      bool // the three come from the labour authority, the union and the employers
	Conflict        bool // a seat would go to somebody who may not sit
	ApplicantCame   bool
	RespondentCame  bool
	AttendanceGiven bool
	FinalItems      int
	NonFinalItems   int
	Undecided       int // claims without a decision
	AwardGiven      bool
	Late            bool // evidence after its period
	Representatives int  // chosen to speak for the group
	Agents          int  // agents the party would then have
	Serving         Serving
	OwnProposal     bool
	Mode            Mode // how an old case was closed
	Oral            bool // asked for by word of mouth
	OralRecorded    bool // and written down
	Twice           bool // this side, or this hand, has done it before
	Marks           int  // put on the agreement with this step
	Stage           CourtStage
	Intake          IntakeParticulars
	After           AftermathAct
	ByClock         bool // the clock itself takes the step
	Recusal         RecusalParticulars
	Replace         ReplaceParticulars
	Change          ChangeParticulars
	Evidence        EvidenceParticulars
	Handling        HandlingParticulars
	Inquiry         InquiryParticulars
	AlreadyIn       bool // who is to be joined is a party already
	Restoration     RestorationParticulars
	Joint           JointParticulars
	Notify          NotifyParticulars
	ClosedFor       ClosedFor
	Leaver          Capacity // which side left
	MinutesMarked   bool     // signed before, or a refusal is noted
	Side            Capacity // applicant or respondent, whose side takes the step
	AskedLate       bool     // another hearing day was asked for late, without saying why
}

// Rules are the day table and the lengths in force (现行规则): a row of the table names a period,
// and these say how long it is today.
type Rules struct {
	Days    *calendar.Holidays
	Lengths map[Period]calendar.Span // differing from the defaults of the table

	Readings []Reading // how periods of three, five and ten days are read, in any order
}

// Reading is how Art. 80 of the Case-handling Rules is read from a day on (三日、五日、十日的计算).
type Reading struct {
	From calendar.Date
	Unit calendar.Unit
}

// Length in force of a period.
func (r Rules) Length(p Period) calendar.Span {
	if s, ok := r.Lengths[p]; ok {
		return s
	}
	return periods[p].Runs
}

// LengthFrom is the length of a period that runs from a day, or back from it: the reading that holds
// on that day gives its unit.
func (r Rules) LengthFrom(p Period, start calendar.Date) calendar.Span {
	s := r.Length(p)
	if !periods[p].Rule80 {
		return s
	}
	var since calendar.Date
	for _, x := range r.Readings {
		if !x.From.After(start) && x.From.After(since) {
			since, s.Unit = x.From, x.Unit
		}
	}
	return s
}

// Longest extension in force of a period.
func (r Rules) longest(p Period) int { return periods[p].Longer.N }
