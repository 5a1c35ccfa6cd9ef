package models

import (
	"time"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// Side is one of the two sides of a dispute.
type Side string

const (
	ApplicantSide  Side = "applicant"  // 申请人
	RespondentSide Side = "respondent" // 被申请人
	CommissionSide Side = "commission" // 仲裁委调取
	ServiceSide    Side = "service"    // 送达凭证，不是证据
	OriginalSide   Side = "original"   // 证据的原件，合成的一份才是证据
)

// Party is one of those in dispute (当事人): a worker or an employer, on one of the two sides.
// What identifies a person is sealed; digests beside it serve searches inside a scope.
type Party struct {
	Child
	Side                Side
	Ordinal             int
	Kind                string // worker, employer
	Name                string
	FormerName          string  // 曾用名
	Spelled             *string `read:"apart"` // 拼音; none: not spelled yet
	IDNumber            string  `gorm:"serializer:sealed;type:bytea"`
	IDMac               []byte
	IDTailMac           []byte
	CreditCode          string
	LegalRepresentative string
	Phone               string        `gorm:"serializer:sealed;type:bytea"`
	Address             string        `gorm:"serializer:sealed;type:bytea"` // 送达地址
	BankAccount         string        `gorm:"serializer:sealed;type:bytea"`
	EServiceOn          calendar.Date `gorm:"column:e_service_on"` // 同意电子送达之日
	AccountID           *int64
	Migrant             bool // 农民工
	PhoneOwn            bool // the party put this phone in the place of another, and nobody has checked it
	Representative      bool // 代表人，集体争议
	Role                workflows.PartyRole
	JoinedOn            calendar.Date // came in later (追加); none: from the beginning
}

// Mark is the party's short sign in the case: 申1, 被2.
func (p Party) Mark() string {
	sign := "申"
	if p.Side == RespondentSide {
		sign = "被"
	}
	return sign + itoa(p.Ordinal)
}

// PartyAgent speaks for a party (代理人), within a general or special authority.
type PartyAgent struct {
	Child
	PartyID     int64
	Name        string
	Kind        string // lawyer, legal_worker, relative, staff, recommended, statutory
	Special     bool   // 特别授权
	Proof       string
	ExhibitID   *int64 // the power of attorney, where it was handed in as a file
	NoCharge    bool   // 声明不收费
	Phone       string `gorm:"serializer:sealed;type:bytea"`
	AccountID   *int64
	AppointedOn calendar.Date
	EndedOn     calendar.Date
	EndReason   string
}

func (PartyAgent) TableName() string { return "agents" }

// Claim is one thing asked for (仲裁请求) and, after the award, what was decided on it.
type Claim struct {
	Child
	No         int
	Applicant  int // whose it is in a group filing: the ordinal of an applicant; 0 if all claim together
	Code       string
	Title      string
	Amount     claims.Fen
	PeriodFrom calendar.Date
	PeriodTo   calendar.Date
	Basis      string
	KnownOn    calendar.Date // 知道或应当知道权利被侵害之日
	InService  bool          // 劳动关系存续期间拖欠劳动报酬
	Joint      bool          // 请求连带责任
	Counter    bool          // 被申请人的反申请
	Decision   *string       // supported, partly, rejected
	Awarded    *claims.Fen
	Final      *bool
	Reasons    string
}

// Mediation is one matter before a mediation organisation (调解).
type Mediation struct {
	Child
	OrganisationID      int64
	MediatorID          *int64
	Held                bool // 案前调解
	ReceivedOn          calendar.Date
	ApplicantConsentOn  calendar.Date
	RespondentConsentOn calendar.Date
	ExtendedTo          calendar.Date
	DueOn               calendar.Date
	ConcludedOn         calendar.Date
	Outcome             *string // success, failed, expired, refused
	AgreedAmount        *claims.Fen
	PerformBy           calendar.Date
	PerformedOn         calendar.Date // 付清之日
	Number              *string       // 案前调解编号
	Oral                bool          // 口头申请
}

// Application is what was put before the commission, and how the registry dealt with it (仲裁申请).
type Application struct {
	Child
	FirstReceivedOn   calendar.Date
	ReceivedOn        calendar.Date // moves when a correction is completed
	Oral              bool
	Corrections       int
	CorrectionAskedOn calendar.Date
	CorrectionItems   string
	CorrectedOn       calendar.Date
	InScope           *bool
	ClearClaims       *bool
	RightParties      *bool
	Jurisdiction      *bool
	DecidedOn         calendar.Date
	Outcome           *string // accepted, refused, referred, withdrawn
	Reason            string
	Ground            workflows.Ground // 不予受理的情形
}

// Correcting says whether a correction notice is unanswered.
func (a Application) Correcting() bool {
	return !a.CorrectionAskedOn.IsZero() && a.CorrectedOn.IsZero()
}

// Seat is a place on the tribunal, or the recorder's (仲裁庭席位).
type Seat struct {
	Child
	AccountID int64
	Seat      string // presiding, sole, member, recorder
	Since     calendar.Date
	Until     calendar.Date
	SignedOn  calendar.Date // the award that waits
}

// Hearing is one hearing day (开庭).
type Hearing struct {
	Child
	No                int
	HearingOn         calendar.Date
	Starts            string
	Place             string
	ShortNoticeAgreed int
	ShortNoticeBy     []int64 `gorm:"serializer:json"` // the parties that agreed one by one
	OpenedOn          calendar.Date
	ApplicantPresent  bool
	RespondentPresent bool
	Present           string
	EndedOn           calendar.Date
	ClosedFor         workflows.ClosedFor // why it is not public
	ApplicantLeft     bool                // 中途退庭
	RespondentLeft    bool
	LeftHow           string        `gorm:"serializer:sealed;type:bytea"` // 退庭的经过
	DefaultOn         calendar.Date // 缺席审理

	// The moments at which the day was set, opened and ended; nil where that was entered on a later day.
	AnnouncedAt, OpenedAt, EndedAt *time.Time
}

// ClockEvent stops the award clock or lets it run anew (停钟、重新计算).
type ClockEvent struct {
	Child
	Kind    string
	Restart bool
	FromOn  calendar.Date
	ToOn    calendar.Date
	Ground  string
}

// Document is one paper of the case (文书). Content is what it was made from, for good; a case is
// loaded without it, and ContentOf reads it.
type Document struct {
	Child
	Paper      workflows.Paper
	Number     string
	DraftedOn  calendar.Date
	EventNo    int
	Addressees string
	Content    string `gorm:"serializer:sealed;type:bytea;<-:create" read:"apart"`
	Digest     []byte
	HearingID  *int64
}

// Service records how one paper goes to one party in one way (送达). There is no served date elsewhere.
type Service struct {
	Child
	DocumentID   int64
	PartyID      int64
	Method       workflows.Way
	State        workflows.ServiceState
	SentOn       calendar.Date // sent out, or announced
	DeliveredOn  calendar.Date // arrived, or left
	EndedOn      calendar.Date // refused, came back, or overtaken
	DeemsOn      calendar.Date // when it counts as served by itself
	ServedOn     calendar.Date
	Receiver     string
	ReceiverKind string
	Ground       string
	Place        string
	Reason       string `gorm:"serializer:sealed;type:bytea"`
	Proof        string
	ExhibitID    *int64
	RecordedAt   time.Time
}

// Proposal is a step that one person brought up and another decides (报批).
type Proposal struct {
	Child
	Event     workflows.Event
	MakerID   int64
	MadeOn    calendar.Date
	Body      string `gorm:"serializer:sealed;type:bytea"`
	Reason    string
	DecidedBy *int64
	DecidedOn calendar.Date
	Approved  *bool
}

// Exhibit is one piece of evidence (证据). Its number never changes; its object never goes.
type Exhibit struct {
	Child
	Side          Side
	No            int
	Title         string
	Proves        string
	ClaimNo       *int
	FileName      string
	MediaType     string
	Size          int64
	Digest        []byte
	ObjectKey     string
	ObjectVersion string
	LateReason    string
	FiledOn       calendar.Date
	FiledBy       int64
	FiledAt       time.Time
	KeepUntil     calendar.Date // to be kept to this day at least; only ever later
	RetainedUntil calendar.Date // the store was seen to hold its lock to this day; none if it can't, or not yet
	SealedAt      *time.Time
	VerifiedAt    *time.Time // last found to be what was handed over
	CopiedTo      string     // the store that a move has brought it to
	OriginalOf    *int64     // the exhibit that was made of it, for a photo as it was handed over
}

// Mark is the exhibit's number for good: 申1, 被2, 调3; 送1 is a proof of service, 原1 a photo as it was handed over.
func (e Exhibit) Mark() string {
	return map[Side]string{ApplicantSide: "申", RespondentSide: "被", CommissionSide: "调", ServiceSide: "送", OriginalSide: "原"}[e.Side] + itoa(e.No)
}

// Note is what happened in one mediation session, behind the wall (调解记录).
type Note struct {
	Child
	MediationID     int64
	AuthorID        int64
	HeldOn          calendar.Date
	Outcome         string
	Attended        string
	Body            string `gorm:"serializer:sealed;type:bytea"`
	ApplicantOffer  *claims.Fen
	RespondentOffer *claims.Fen
	ApplicantTerms  string `gorm:"serializer:sealed;type:bytea"`
	RespondentTerms string `gorm:"serializer:sealed;type:bytea"`
	NextStep        string
	NextOn          calendar.Date
	RecordedAt      time.Time
}

func (Note) TableName() string { return "mediation_notes" }

// ContentOf reads what a paper was made from.
func ContentOf(tx *Tx, d Document) (string, error) {
	var row Document
	err := tx.Select("content").Where("commission_id = ? AND id = ?", d.CommissionID, d.ID).Take(&row).Error
	return row.Content, err
}
