package casework

import (
	"time"

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
	Offers       *OffersView          `json:"offers,omitempty" doc:"和解方案，仅双方和调解人员可见 Offers to settle, only for the two sides and the mediators"`
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
	Queue        *QueueView           `json:"queue,omitempty" doc:"开庭当天排第几 The place in the queue on the day of the hearing"`
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

	Performance *Performance `json:"performance,omitempty" doc:"付了没有，当事人看 Whether it was paid, for the parties"`

	Contact *Contact `json:"contact,omitempty" doc:"有事打给谁 Whom a party phones"`

	DocumentAsked *DocumentAsked `json:"document_asked,omitempty" doc:"当事人请求制作调解书 What the parties ask a mediation document on"`

	RightToSue   *law.Text             `json:"right_to_sue,omitempty" doc:"受理期限和逾期起诉的权利 The time to decide, and the right to sue when it lapses"`
	Lacking      []workflows.CheckLine `json:"lacking,omitempty" doc:"核对清单上的缺项 What the checklist lacks"`
	SecretOpen   bool                  `json:"secret_open" doc:"可以看副卷 May see the secret volume"`
	NotebookOpen bool                  `json:"notebook_open" doc:"有自己的阅卷笔记 Has notes of one's own"`
	AwardOpen    bool                  `json:"award_open" doc:"可以看裁决草稿 May see the award while it is written"`

	Known  claims.Parameters `json:"-"` // what calculators fall back on, for the forms
	unread bool              // the reader has a message of the case that they have not seen
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
	FormerName          string        `json:"former_name,omitempty" doc:"曾用名 Former name"`
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
	Coming     bool          `json:"coming" doc:"各方要到庭：日子还没有过，没有开过庭，案件没有中止 The parties are to come: the day is ahead, and the case does not stand still"`
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
