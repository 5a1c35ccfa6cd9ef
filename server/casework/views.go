package casework

import (
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/evidence"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// CaseView is one case as one person may see it. The page and the JSON are two renderings of it.
type CaseView struct {
	Ref          string               `json:"ref"`
	Number       string               `json:"number,omitempty"`
	State        workflows.State      `json:"state"`
	StateName    law.Text             `json:"state_name" doc:"按读者的身份 In the reader's words"`
	StaffName    law.Text             `json:"staff_name"`
	Means        law.Text             `json:"means" doc:"这是什么意思，按读者的身份 What the state means to the reader"`
	Mode         workflows.Mode       `json:"mode,omitempty"`
	ModeName     *law.Text            `json:"mode_name,omitempty"`
	Version      int                  `json:"version"`
	OpenedOn     calendar.Date        `json:"opened_on"`
	AcceptedOn   calendar.Date        `json:"accepted_on"`
	ClosedOn     calendar.Date        `json:"closed_on"`
	Cause        string               `json:"cause,omitempty"`
	CauseName    law.Text             `json:"cause_name"`
	Town         string               `json:"town,omitempty"`
	Facts        string               `json:"facts,omitempty"`
	Today        calendar.Date        `json:"today"`
	Next         NextView             `json:"next"`
	Expected     *Expected            `json:"expected,omitempty" doc:"预计办结 When it is likely to be done"`
	Track        []Stage              `json:"track"`
	Except       []ExceptView         `json:"except,omitempty" doc:"停钟、中止、延期等 What departs from the road"`
	Clocks       []ClockView          `json:"clocks"`
	Options      []workflows.Option   `json:"options"`
	Applicants   []PartyView          `json:"applicants"`
	Respondents  []PartyView          `json:"respondents"`
	Claims       []ClaimView          `json:"claims"`
	ClaimTotal   claims.Fen           `json:"claim_total"`
	AwardTotal   claims.Fen           `json:"award_total"`
	Mediation    *MediationView       `json:"mediation,omitempty"`
	Settling     *SettlingView        `json:"settling,omitempty"`
	After        *AfterView           `json:"after,omitempty" doc:"裁决以后：效力、诉讼、履行 What became of the awards"`
	Application  *ApplicationView     `json:"application,omitempty"`
	Tribunal     []SeatView           `json:"tribunal,omitempty"`
	Recusals     []RecusalView        `json:"recusals,omitempty"`
	Joint        *JointView           `json:"joint,omitempty" doc:"合并审理 Cases heard together"`
	Minutes      []MinutesView        `json:"minutes,omitempty" doc:"庭审笔录，每次开庭最新的一版 Minutes, the newest of each hearing day"`
	Counters     []CounterClaimView   `json:"counters,omitempty" doc:"反申请 Counter-applications"`
	Records      []RecordView         `json:"records,omitempty" doc:"调查记录、证据交换记录、鉴定 Records of inquiries and exchanges, appraisals"`
	Requests     []RequestView        `json:"requests,omitempty" doc:"调查取证、鉴定、证人出庭、顺延期限的申请 Requests for inquiries, appraisals, witnesses and restored periods"`
	EvidenceDays EvidenceDays         `json:"evidence_days" doc:"双方举证期限的最后一日 Last days for evidence"`
	Changes      []ClaimChangeView    `json:"changes,omitempty" doc:"增加、变更的请求 Changes of claims"`
	Hearing      *HearingView         `json:"hearing,omitempty"`
	Appraisals   []AppraisalView      `json:"appraisals,omitempty" doc:"鉴定费用和由谁承担 What appraisals cost, and who bears it"`
	Earlier      string               `json:"earlier,omitempty" doc:"原案的查询号：本案重新处理它被撤销的裁决 The case whose revoked award this one decides anew"`
	Later        string               `json:"later,omitempty" doc:"重新处理的案件的查询号 The case that decides the revoked award anew"`
	Withdrawal   *WithdrawalView      `json:"withdrawal,omitempty" doc:"撤回申请和被申请人的意见 A request to withdraw, and the respondents' answers"`
	Documents    []DocumentView       `json:"documents,omitempty"`
	Exhibits     []ExhibitView        `json:"exhibits,omitempty"`
	SentOnline   bool                 `json:"sent_online,omitempty" doc:"申请书原文可以看 The application as it was sent can be read"`
	EvidenceOpen bool                 `json:"evidence_open" doc:"可以看证据 May read the exhibits"`
	Sealing      *evidence.Sealing    `json:"sealing,omitempty" doc:"证据库能否封存 Whether the evidence store can seal"`
	Stops        []StopView           `json:"stops,omitempty"`
	Proposal     *ProposalView        `json:"proposal,omitempty"`
	Timeline     []EventView          `json:"timeline"`
	Readers      []ReaderView         `json:"readers,omitempty" doc:"谁看过 Who opened the file"`
	Standings    []policies.Standing  `json:"standings"`
	Capacities   []workflows.Capacity `json:"capacities"`
	Party        bool                 `json:"party" doc:"以当事人身份查看 Seen as a party"`
	NotesOpen    bool                 `json:"notes_open" doc:"可以看调解记录 May read the mediation notes"`
	Choices      Choices              `json:"choices" doc:"表单里可选的人和组织 Whom forms may name"`

	RightToSue *law.Text             `json:"right_to_sue,omitempty" doc:"受理期限和逾期起诉的权利 The time to decide, and the right to sue when it lapses"`
	Lacking    []workflows.CheckLine `json:"lacking,omitempty" doc:"核对清单上的缺项 What the checklist lacks"`
	SecretOpen bool                  `json:"secret_open" doc:"可以看副卷 May see the secret volume"`
	Known      claims.Parameters     `json:"-"` // what calculators fall back on, for the forms
}

// NextView is who acts next, by when, what (接下来).
type NextView struct {
	Who     workflows.Capacity `json:"who"`
	WhoName law.Text           `json:"who_name"`
	You     bool               `json:"you"`
	Task    workflows.Task     `json:"task"`
	What    law.Text           `json:"what"`
	Says    law.Text           `json:"says" doc:"下一步，按读者的身份 The next step in the reader's words"`
	By      calendar.Date      `json:"by"`
	Clock   *ClockView         `json:"clock,omitempty"`
	Advice  law.Text           `json:"advice" doc:"这位读者现在可以做什么 What the reader can do now"`
}

// Stage is one of the five plain stages (五个阶段).
type Stage struct {
	Name law.Text      `json:"name"`
	Is   string        `json:"is" enum:"done,now,ahead,skipped"`
	On   calendar.Date `json:"on"`
	Word law.Text      `json:"word"`
}

// ExceptView names what departs from the road.
type ExceptView struct {
	Name law.Text     `json:"name"`
	Says law.Text     `json:"says"`
	Law  law.Citation `json:"law"`
}

// ClockView is one clock with its light and its arithmetic (期限).
type ClockView struct {
	Period      workflows.Period    `json:"period"`
	Name        law.Text            `json:"name"`
	Party       string              `json:"party,omitempty"`
	For         law.Text            `json:"for"`
	Light       workflows.Light     `json:"light"`
	Left        int                 `json:"left" doc:"剩余天数，负数为超期 Days left; negative when overdue"`
	WorkingDays bool                `json:"working_days" doc:"按工作日计 Left is in working days"`
	Starts      calendar.Date       `json:"starts"`
	Due         calendar.Date       `json:"due"`
	Safe        calendar.Date       `json:"safe" doc:"按自然日计的稳妥日期 The safe date, in natural days"`
	Done        calendar.Date       `json:"done"`
	Stopped     bool                `json:"stopped"`
	Provisional bool                `json:"provisional" doc:"涉及未公布放假通知的年份 Reaches a year without a holiday notice"`
	Law         law.Citation        `json:"law"`
	Lapse       law.Text            `json:"lapse" doc:"期满的后果 What running out does"`
	Working     []workflows.Line    `json:"working"`
	Stops       []workflows.Stop    `json:"stops,omitempty" doc:"不计入的时间和事由 Intervals that do not count, and why"`
	Restarts    []workflows.Restart `json:"restarts,omitempty" doc:"重新计算 Days from which it ran anew"`
	Extension   int                 `json:"extension,omitempty" doc:"延长的自然日 Natural days by which it was extended"`
	Natural     calendar.Date       `json:"natural" doc:"末日顺延以前 Before the rest-day rule"`
	Rule        string              `json:"rule" doc:"规则编号 The rule"`
	Explanation law.Text            `json:"explanation" doc:"一句话的算式 The arithmetic in one sentence"`
	Trigger     *ClockStep          `json:"trigger,omitempty" doc:"哪一步使它起算 The step that set it off"`
	DoneBy      *ClockStep          `json:"done_by,omitempty" doc:"哪一步办结了它 The step that ended it"`
}

// ClockStep is the entry of the case's record that set a clock off or ended it.
type ClockStep struct {
	No   int      `json:"no"`
	Name law.Text `json:"name"`
}

// PartyView is a party with everything personal masked. A full value is asked for one by one,
// with a reason, and the asking is on record.
type PartyView struct {
	ID                  int64         `json:"id"`
	Mark                string        `json:"mark"`
	Kind                string        `json:"kind"`
	Role                string        `json:"role,omitempty" doc:"第三人、共同当事人的原因 Third person, or why it is a party beside the employer"`
	Name                string        `json:"name"`
	IDNumber            string        `json:"id_number,omitempty"`
	CreditCode          string        `json:"credit_code,omitempty"`
	LegalRepresentative string        `json:"legal_representative,omitempty"`
	Phone               string        `json:"phone,omitempty"`
	Address             string        `json:"address,omitempty"`
	BankAccount         string        `json:"bank_account,omitempty"`
	EServiceOn          calendar.Date `json:"e_service_on"`
	Linked              bool          `json:"linked" doc:"已绑定账号 Has an account"`
	You                 bool          `json:"you"`
	Reveal              []string      `json:"reveal,omitempty" doc:"可以申请查看全文的项 Fields that may be uncovered"`
	Agents              []AgentView   `json:"agents,omitempty"`
}

// AgentView is somebody who speaks for a party.
type AgentView struct {
	ID      int64  `json:"id"`
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Special bool   `json:"special"`
	Linked  bool   `json:"linked"`
	File    bool   `json:"file" doc:"授权委托书已作为文件提交 The power of attorney is on file"`
}

// ClaimView is one claim and, after the award, the decision on it.
type ClaimView struct {
	No         int           `json:"no"`
	Code       string        `json:"code"`
	Applicant  string        `json:"applicant,omitempty" doc:"集体申请中是谁的请求，如 申3 Whose claim in a group filing"`
	Title      law.Text      `json:"title"`
	Money      bool          `json:"money"`
	Amount     claims.Fen    `json:"amount"`
	PeriodFrom calendar.Date `json:"period_from"`
	PeriodTo   calendar.Date `json:"period_to"`
	Basis      string        `json:"basis,omitempty"`
	Decision   string        `json:"decision,omitempty"`
	Awarded    *claims.Fen   `json:"awarded,omitempty"`
	Final      *bool         `json:"final,omitempty"`
	Reasons    string        `json:"reasons,omitempty"`

	KnownOn   calendar.Date `json:"known_on"`
	InService bool          `json:"in_service,omitempty"`
	Joint     bool          `json:"joint,omitempty" doc:"请求连带责任 Joint liability is asked for"`
	Counter   bool          `json:"counter,omitempty" doc:"被申请人反申请的请求 A claim of the respondent's"`

	Burden []claims.Burden `json:"burden" doc:"谁来证明 Who must prove what"`

	Calculation *ClaimCalculation `json:"calculation,omitempty" doc:"随请求保存的计算书 The working kept with the claim"`
	Decided     *ClaimCalculation `json:"decided,omitempty" doc:"裁决时的计算 The working of the award"`
}

// ClaimCalculation is the working kept with a claim: as what somebody made it, and when.
type ClaimCalculation struct {
	By law.Text      `json:"by"`
	On calendar.Date `json:"on"`
	claims.Calculation
}

// MediationView is what everybody of the case may know of the mediation: that, where, and how it
// ended. Nothing of what was offered.
type MediationView struct {
	Organisation       string        `json:"organisation"`
	Mediator           string        `json:"mediator,omitempty"`
	Held               bool          `json:"held"`
	ReceivedOn         calendar.Date `json:"received_on"`
	ApplicantConsents  bool          `json:"applicant_consents"`
	RespondentConsents bool          `json:"respondent_consents"`
	ExtendedTo         calendar.Date `json:"extended_to"`
	ConcludedOn        calendar.Date `json:"concluded_on"`
	Outcome            string        `json:"outcome,omitempty"`
	AgreedAmount       *claims.Fen   `json:"agreed_amount,omitempty" doc:"仅当事人和调解人员可见 Only for the parties and the mediators"`
	PerformBy          calendar.Date `json:"perform_by"`
}

// SettlingView is what was done to settle the dispute without an award, beside the mediation.
type SettlingView struct {
	Talks        *TalksView     `json:"talks,omitempty"`
	Agreement    *AgreementView `json:"agreement,omitempty" doc:"仅当事人和调解人员可见 Only for the parties and the mediators"`
	Review       *ReviewView    `json:"review,omitempty"`
	Confirmation []CourtView    `json:"confirmation,omitempty"`
	PaymentOrder []CourtView    `json:"payment_order,omitempty"`
	Entrusted    *EntrustView   `json:"entrusted,omitempty"`
}

// TalksView are the talks between the parties; the settlement is for them and the mediators.
type TalksView struct {
	AskedBy    models.Side   `json:"asked_by"`
	AskedOn    calendar.Date `json:"asked_on"`
	AnsweredOn calendar.Date `json:"answered_on"`
	Until      calendar.Date `json:"until"`
	EndedOn    calendar.Date `json:"ended_on"`
	Outcome    string        `json:"outcome,omitempty"`
	Amount     *claims.Fen   `json:"amount,omitempty" doc:"仅当事人和调解人员可见 Only for the parties and the mediators"`
	Terms      string        `json:"terms,omitempty"`
	PerformBy  calendar.Date `json:"perform_by"`
	KeptOn     calendar.Date `json:"kept_on"`
	BrokenOn   calendar.Date `json:"broken_on"`
}

// AgreementView is the agreement with its marks and how it is kept, for those behind the wall.
type AgreementView struct {
	DraftedOn   calendar.Date    `json:"drafted_on"`
	InForceOn   calendar.Date    `json:"in_force_on"`
	Amount      claims.Fen       `json:"amount"`
	Terms       string           `json:"terms"`
	PerformBy   calendar.Date    `json:"perform_by"`
	KeptOn      calendar.Date    `json:"kept_on"`
	BrokenOn    calendar.Date    `json:"broken_on"`
	Marks       []MarkView       `json:"marks"`
	Instalments []InstalmentView `json:"instalments,omitempty"`
}

// MarkView is one mark: On is none while it is missing.
type MarkView struct {
	Mark  string        `json:"mark" doc:"申1、被1、mediator、organisation"`
	On    calendar.Date `json:"on"`
	Paper string        `json:"paper,omitempty" doc:"纸质签章的原件 Where the signed sheet is kept"`
}

// InstalmentView is one part of what is paid.
type InstalmentView struct {
	No     int           `json:"no"`
	Due    calendar.Date `json:"due"`
	Amount claims.Fen    `json:"amount"`
	Paid   claims.Fen    `json:"paid"`
	PaidOn calendar.Date `json:"paid_on"`
}

// ReviewView is the review of the agreement.
type ReviewView struct {
	Number     string        `json:"number,omitempty"`
	Applicant  calendar.Date `json:"applicant_asked_on"`
	Respondent calendar.Date `json:"respondent_asked_on"`
	LateOn     calendar.Date `json:"late_allowed_on"`
	AcceptedOn calendar.Date `json:"accepted_on"`
	DecidedOn  calendar.Date `json:"decided_on"`
	Outcome    string        `json:"outcome,omitempty"`
	InForceOn  calendar.Date `json:"in_force_on"`
}

// CourtView is one thing that a court did.
type CourtView struct {
	Stage string        `json:"stage"`
	On    calendar.Date `json:"on"`
	Court string        `json:"court"`
	Kinds []string      `json:"kinds,omitempty"`
}

// EntrustView is the mediation that the tribunal entrusted.
type EntrustView struct {
	ConsentedOn calendar.Date `json:"consented_on"`
	EndedOn     calendar.Date `json:"ended_on"`
	Outcome     string        `json:"outcome,omitempty"`
}

// ApplicationView is the application before the commission.
type ApplicationView struct {
	ReceivedOn      calendar.Date `json:"received_on"`
	Correcting      bool          `json:"correcting"`
	CorrectionItems []string      `json:"correction_items,omitempty"`
	AskedOn         calendar.Date `json:"asked_on"`
	DecidedOn       calendar.Date `json:"decided_on"`
	Outcome         string        `json:"outcome,omitempty"`
	Reason          string        `json:"reason,omitempty"`

	MendBy  calendar.Date `json:"mend_by"`
	Defects []DefectView  `json:"defects,omitempty" doc:"标出要补的各处 The marked fields that are still open"`
}

// SeatView is who sits or records.
type SeatView struct {
	ID   int64  `json:"id"`
	Seat string `json:"seat"`
	Name string `json:"name"`
}

// HearingView is the next hearing day, or the last.
type HearingView struct {
	No         int           `json:"no"`
	On         calendar.Date `json:"on"`
	Starts     string        `json:"starts"`
	Place      string        `json:"place"`
	OpenedOn   calendar.Date `json:"opened_on"`
	EndedOn    calendar.Date `json:"ended_on"`
	Noticed    bool          `json:"noticed" doc:"通知已送达各方 Everybody was served with the notice"`
	Applicant  bool          `json:"applicant_present"`
	Respondent bool          `json:"respondent_present"`

	ClosedFor workflows.ClosedFor `json:"closed_for,omitempty" doc:"不公开开庭的原因 Why it is not public"`
	Held      law.Text            `json:"held" doc:"公开，或者不公开及原因 Public, or not and why"`
	Left      []string            `json:"left,omitempty" doc:"中途退庭的一方 Which side left"`
	DefaultOn calendar.Date       `json:"default_on,omitempty" doc:"决定缺席审理 Default was decided"`

	Asked *PostponementView `json:"asked,omitempty" doc:"等待决定的延期请求 The request for another day that waits"`
}

// PostponementView is a request for another hearing day, for those who decide on it and those who made it.
type PostponementView struct {
	Party   string        `json:"party"`
	On      calendar.Date `json:"on"`
	Reason  string        `json:"reason"`
	WhyLate string        `json:"why_late,omitempty"`
}

// DocumentView is a paper and whom it was served on.
type DocumentView struct {
	ID    int64           `json:"id"`
	Paper workflows.Paper `json:"paper"`
	Name  law.Text        `json:"name"`
	On    calendar.Date   `json:"on"`
	Hash  string          `json:"hash"`
	To    []ServedView    `json:"to"`

	Number string `json:"number,omitempty" doc:"文号 The paper's own number"`
}

// ServedView is one recipient of a paper; On is none while it is not served.
type ServedView struct {
	ID       int64         `json:"id,omitempty" doc:"送达记录的编号，已送达的 The record by which it was served"`
	Party    string        `json:"party"`
	Name     string        `json:"name"`
	On       calendar.Date `json:"on"`
	Method   string        `json:"method,omitempty"`
	Proof    string        `json:"proof,omitempty"`
	Services []ServiceView `json:"services,omitempty" doc:"每一种方式的送达记录 One record for each way that was tried"`
}

// ExhibitView is one exhibit.
type ExhibitView struct {
	ID        int64         `json:"id"`
	Mark      string        `json:"mark"`
	Title     string        `json:"title"`
	Proves    string        `json:"proves"`
	Claim     int           `json:"claim,omitempty"`
	FileName  string        `json:"file_name"`
	MediaType string        `json:"media_type"`
	Size      int64         `json:"size" doc:"字节 Bytes"`
	Hash      string        `json:"hash" doc:"SHA-256"`
	FiledOn   calendar.Date `json:"filed_on"`
	FiledAt   time.Time     `json:"filed_at"`
	Late      string        `json:"late,omitempty"`

	RetainedUntil calendar.Date `json:"retained_until" doc:"封存至 Nobody can remove it before the end of this day; empty if it is not sealed"`
	VerifiedAt    *time.Time    `json:"verified_at,omitempty" doc:"最近一次核对无误 Last found to be what was handed over"`

	Originals []OriginalView    `json:"originals,omitempty" doc:"合成这份证据的照片，按提交时的原样保存 The photos it was made of, kept as they were handed over"`
	Examined  []ExaminationView `json:"examined,omitempty" doc:"各方最近的质证意见 What each party said of it last"`
}

// OriginalView is a photo that an exhibit was made of; it is read as exhibits are.
type OriginalView struct {
	ID        int64  `json:"id"`
	Mark      string `json:"mark" doc:"如 申3-1 As 申3-1"`
	FileName  string `json:"file_name"`
	MediaType string `json:"media_type"`
	Size      int64  `json:"size" doc:"字节 Bytes"`
	Hash      string `json:"hash" doc:"SHA-256"`
}

// StopView is a time that does not count.
type StopView struct {
	ID   int64         `json:"id"`
	Name law.Text      `json:"name"`
	From calendar.Date `json:"from"`
	To   calendar.Date `json:"to"`
	Law  law.Citation  `json:"law"`
}

// ProposalView is a step that waits for somebody's approval. What exactly is proposed only those
// who may read the secret volume see.
type ProposalView struct {
	Event  workflows.Event `json:"event"`
	Name   law.Text        `json:"name"`
	Maker  string          `json:"maker"`
	MadeOn calendar.Date   `json:"made_on"`
	Own    bool            `json:"own"`
	Body   string          `json:"body,omitempty"`
	Proof  []string        `json:"proof,omitempty" doc:"附：开庭通知的送达证明 Attached: proof that the notice of the hearing was served"`
}

// EventView is one line of the timeline.
type EventView struct {
	No       int             `json:"no"`
	Event    workflows.Event `json:"event"`
	Name     law.Text        `json:"name"`
	On       calendar.Date   `json:"on"`
	At       time.Time       `json:"at"`
	Who      string          `json:"who"`
	Capacity law.Text        `json:"capacity"`
	Law      law.Text        `json:"law"`
	Detail   map[string]any  `json:"detail,omitempty"`
	Hash     string          `json:"hash"`
}

// ReaderView is somebody who opened the file.
type ReaderView struct {
	Who     string    `json:"who,omitempty"`
	Side    law.Text  `json:"side" doc:"本方或对方当事人 You, or the other side, instead of a name"`
	Subject string    `json:"subject"`
	Hour    time.Time `json:"hour"`
}

// Choices are the people and organisations that a form may name.
type Choices struct {
	Organisations []Choice `json:"organisations,omitempty"`
	Mediators     []Choice `json:"mediators,omitempty"`
	Arbitrators   []Choice `json:"arbitrators,omitempty"`
	Recorders     []Choice `json:"recorders,omitempty"`
	Commissions   []Choice `json:"commissions,omitempty"`
}

// Choice is one of them.
type Choice struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
}
