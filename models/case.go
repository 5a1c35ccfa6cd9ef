package models

import (
	"time"

	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// Far is the due key of a case without a running clock: it sorts last.
var Far = calendar.Must("2999-12-31")

// Case is one dispute from the first contact to the archive (案件). The row carries the facts of
// the dispute itself; what happened around it stands in the lists, which are loaded with it.
type Case struct {
	CommissionID   int64 `gorm:"primaryKey;autoIncrement:false"`
	ID             int64 `gorm:"primaryKey;autoIncrement"`
	Ref            string
	CodeVersion    int
	State          workflows.State
	StateSince     calendar.Date
	OpenedOn       calendar.Date
	Number         *string // 案号
	Cause          string
	Town           string
	Facts_         string `gorm:"column:facts"` // 事实与理由
	OrganisationID *int64
	AdvisorID      *int64 // the mediator who took the question in

	AcceptedOn          calendar.Date
	CountedMore         int // further cases that a group counts as (集体争议编号)
	AcceptedBy          *int64
	DefenceOn           calendar.Date
	ExtensionDays       int
	ExtensionOn         calendar.Date
	WithdrawalAskedOn   calendar.Date
	WithdrawalSettled   bool
	TribunalMediationOn calendar.Date
	TribunalAgreed      bool
	TribunalTerms       string
	TribunalSize        int
	TribunalFormedOn    calendar.Date
	ClosedOn            calendar.Date
	Mode                *workflows.Mode
	MediatedAmount      *claims.Fen // of the mediation document
	SuitOn              calendar.Date
	ArchivedOn          calendar.Date
	PreservedOn         calendar.Date // 移送财产保全申请
	EnforcementOn       calendar.Date // 申请执行
	DisposedOn          calendar.Date // 批准销毁
	KeptUntil           calendar.Date // 保存期限的最后一日
	EarlierRef          string        // the case whose revoked award this one decides anew
	LaterRef            string        // the case that decides this one's revoked award anew

	Employment        workflows.Employment // 用工形式
	EmploymentEndedOn calendar.Date
	PerformancePlace  string // 劳动合同履行地
	PerformanceProof  string
	EmployerPlace     string // 用人单位所在地
	EmployerProof     string

	EvidenceApplicantUntil  calendar.Date // 指定的举证期限
	EvidenceRespondentUntil calendar.Date
	SimpleOn                calendar.Date // 简易处理之日
	SimpleGround            workflows.SimpleGround
	OrdinaryOn              calendar.Date // 转为一般程序之日
	OrdinaryReason          workflows.OrdinaryReason
	DefenceDays             *int // 被申请人同意缩短的答辩期，工作日

	JointID *int64 // 合并审理的一组

	Version   int
	Events    int
	Head      []byte
	Open      bool
	DueKey    calendar.Date
	DuePeriod workflows.Period // of the clock that is due first
	AmberOn   calendar.Date    // when its light turns
	RedOn     calendar.Date
	NextWho   string
	// Where it stands in lists that are sorted by something else: the hearing to come, the number.
	HearingKey calendar.Date
	NumberKey  int64
	// How far the hearing is prepared (庭前准备), counted with the clocks.
	ReadyServed   bool
	ReadyTribunal bool
	DefenceUntil  calendar.Date
	EvidenceUntil calendar.Date
	CreatedAt     time.Time `gorm:"autoCreateTime:false"`

	Parties      []Party       `gorm:"-"`
	Agents       []PartyAgent  `gorm:"-"`
	Claims       []Claim       `gorm:"-"`
	Mediations   []Mediation   `gorm:"-"`
	Applications []Application `gorm:"-"`
	Seats        []Seat        `gorm:"-"` // those that hold now
	Hearings     []Hearing     `gorm:"-"`
	ClockEvents  []ClockEvent  `gorm:"-"`
	Talks        []Talks       `gorm:"-"`
	Agreements   []Agreement   `gorm:"-"`
	Entrustments []Entrustment `gorm:"-"`
	Offers       []Offer       `gorm:"-"` // behind the wall

	AgreementMarks []AgreementMark `gorm:"-"` // these four only with an agreement
	Instalments    []Instalment    `gorm:"-"`
	Reviews        []Review        `gorm:"-"`
	CourtStages    []CourtStage    `gorm:"-"`

	Documents []Document `gorm:"-"`
	Services  []Service  `gorm:"-"`
	Proposal  *Proposal  `gorm:"-"` // the one that waits

	Corrections   []Correction   `gorm:"-"`
	Defects       []Defect       `gorm:"-"`
	Interruptions []Interruption `gorm:"-"`
	Obstacles     []Obstacle     `gorm:"-"`
	Objections    []Objection    `gorm:"-"`
	Recusals      []Recusal      `gorm:"-"`
	ClaimChanges  []ClaimChange  `gorm:"-"`
	Votes         []Vote         `gorm:"-"` // sealed, for the facts; VotesOf shows them
	Consents      []Consent      `gorm:"-"`
	Postponements []Postponement `gorm:"-"`
	Minutes       []Minutes      `gorm:"-"`
	MinutesMarks  []MinutesMark  `gorm:"-"`
	Transfer      *TransferIn    `gorm:"-"` // where the case came from, if another commission sent it
	Awards        []Award        `gorm:"-"`
	AwardItems    []AwardItem    `gorm:"-"`
	CourtMoves    []CourtMove    `gorm:"-"`
	Forces        []AwardForce   `gorm:"-"`
	Payments      []Payment      `gorm:"-"`

	MinutesCorrections []MinutesCorrection `gorm:"-"`
	WithdrawalAnswers  []WithdrawalAnswer  `gorm:"-"`
	AppraisalCosts     []AppraisalCost     `gorm:"-"`

	Counters     []CounterApplication `gorm:"-"`
	Restorations []Restoration        `gorm:"-"`
	Takings      []EvidenceTaking     `gorm:"-"`
	Records      []InquiryRecord      `gorm:"-"`
	Comments     []RecordComment      `gorm:"-"`
	Examinations []ExhibitExamination `gorm:"-"`
	Filed        int                  `gorm:"-"` // exhibits of the sides and of the tribunal

	JointWith []Joined `gorm:"-"` // the other open cases heard together with this one

	changed []any // rows that Save writes besides the case itself
	before  *Case // as it was loaded, for the figures; nil for a new case
}

func (Case) TableName() string { return "cases" }

// Key of the case for the gate.
func (c *Case) Key() policies.Case { return policies.Case{Commission: c.CommissionID, ID: c.ID} }

// CaseNumber is the case number, or "" before acceptance.
func (c *Case) CaseNumber() string {
	if c.Number == nil {
		return ""
	}
	return *c.Number
}

// ClosingMode is the mode, or "" while the case is open.
func (c *Case) ClosingMode() workflows.Mode {
	if c.Mode == nil {
		return ""
	}
	return *c.Mode
}

// LockCase loads a case by its public reference or case number and holds its row until the
// transaction ends, so that commands on one case go in single file. fault.NotFound if there is none.
func LockCase(tx *Tx, ref string) (*Case, error) {
	return loadCase(tx, ref, true)
}

// FindCase loads a case without holding it.
func FindCase(tx *Tx, ref string) (*Case, error) {
	return loadCase(tx, ref, false)
}

func loadCase(tx *Tx, ref string, lock bool) (*Case, error) {
	column := "number"
	if IsRef(ref) {
		column = "ref"
	}
	if !lock {
		return readCase(tx, "where "+column+" = $1", ref)
	}
	// with the commission, because a distributed database locks rows of one shard at a time
	var commission int64
	if err := tx.Raw("select commission_id from cases where "+column+" = ?", ref).Scan(&commission).Error; err != nil {
		return nil, err
	}
	c, err := readCase(tx, "where commission_id = $1 and "+column+" = $2 for update", commission, ref)
	if err != nil {
		return nil, err
	}
	c.before = c.remembered()
	return c, nil
}

// CaseOf loads the case that a grant was issued for.
func CaseOf(tx *Tx, g policies.Grant) (*Case, error) {
	return readCase(tx, "where commission_id = $1 and id = $2", g.Case().Commission, g.Case().ID)
}

// CaseByID reads a case for a job. It stands outside grants, for nobody sees a case with it.
func CaseByID(tx *Tx, commission, id int64) (*Case, error) {
	return readCase(tx, "where commission_id = $1 and id = $2", commission, id)
}

func readCase(tx *Tx, where string, args ...any) (*Case, error) {
	var list []Case
	b := tx.batch()
	into(b, &list, where, args...)
	if err := b.send(); err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, fault.Missing()
	}
	c := &list[0]
	return c, c.load(tx)
}

// IsRef says whether s has the form of a public reference.
func IsRef(s string) bool {
	if len(s) != 12 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < '2' || c > '9') && (c < 'A' || c > 'Z' || c == 'I' || c == 'O') {
			return false
		}
	}
	return true
}

// load reads the lists that belong to the case, all in one round trip.
func (c *Case) load(tx *Tx) error {
	const mine = "where commission_id = $1 and case_id = $2 "
	b := tx.batch()
	into(b, &c.Parties, mine+"order by side, ordinal", c.CommissionID, c.ID)
	into(b, &c.Agents, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Claims, mine+"order by no", c.CommissionID, c.ID)
	into(b, &c.Mediations, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Applications, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Seats, mine+"and until is null order by id", c.CommissionID, c.ID)
	into(b, &c.Hearings, mine+"order by no", c.CommissionID, c.ID)
	into(b, &c.ClockEvents, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Documents, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Services, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Corrections, mine+"order by no", c.CommissionID, c.ID)
	into(b, &c.Defects, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Interruptions, mine+"order by happened_on, id", c.CommissionID, c.ID)
	into(b, &c.Obstacles, mine+"order by from_on, id", c.CommissionID, c.ID)
	into(b, &c.Objections, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Recusals, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.ClaimChanges, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Votes, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Consents, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Postponements, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Minutes, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.MinutesMarks, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.MinutesCorrections, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Counters, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Restorations, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Takings, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Records, mine+"order by no", c.CommissionID, c.ID)
	into(b, &c.Comments, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Examinations, mine+"order by id", c.CommissionID, c.ID)
	b.query(`select count(*) from exhibits where commission_id = $1 and case_id = $2 and side in ('applicant', 'respondent', 'commission')`,
		func(r pgx.Rows) error { return r.Scan(&c.Filed) }, c.CommissionID, c.ID)
	into(b, &c.AppraisalCosts, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.WithdrawalAnswers, mine+"order by id", c.CommissionID, c.ID)
	var arrived []TransferIn
	into(b, &arrived, mine, c.CommissionID, c.ID)
	into(b, &c.Talks, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Agreements, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Entrustments, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Offers, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.Awards, mine+"order by id", c.CommissionID, c.ID)
	into(b, &c.AwardItems, mine+"order by kind, award_no, claim_no, id", c.CommissionID, c.ID)
	into(b, &c.CourtMoves, mine+"order by no", c.CommissionID, c.ID)
	into(b, &c.Forces, mine+"order by award_no, party", c.CommissionID, c.ID)
	into(b, &c.Payments, mine+"order by no", c.CommissionID, c.ID)
	var waiting []Proposal
	into(b, &waiting, mine+"and decided_on is null", c.CommissionID, c.ID)
	if err := b.send(); err != nil {
		return err
	}
	if len(waiting) > 0 {
		c.Proposal = &waiting[0]
	}
	if len(arrived) > 0 {
		c.Transfer = &arrived[0]
	}
	if err := c.loadJoint(tx); err != nil {
		return err
	}
	return c.loadAgreed(tx)
}

// Change notes a row that Save must write with the case: a new one if it has no id yet.
func (c *Case) Change(row any) { c.changed = append(c.changed, row) }

// ReloadParties reads the parties again, after some were added.
func (c *Case) ReloadParties(tx *Tx) error {
	c.Parties = nil
	return tx.Where("commission_id = ? AND case_id = ?", c.CommissionID, c.ID).Order("side, ordinal").Find(&c.Parties).Error
}

// DropClaims removes the claims of a case that is not accepted yet, before others replace them.
func (c *Case) DropClaims(tx *Tx) error {
	c.Claims = nil
	return tx.Where("commission_id = ? AND case_id = ?", c.CommissionID, c.ID).Delete(&Claim{}).Error
}

// Child is what every row of a case begins with.
type Child struct {
	CommissionID int64 `gorm:"primaryKey;autoIncrement:false"`
	ID           int64 `gorm:"primaryKey;autoIncrement"`
	CaseID       int64
}
