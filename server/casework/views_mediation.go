package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

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

	ByCode bool `json:"by_code,omitempty" doc:"当事人用本人账号、凭验证码签署 A party signed with its own account, by a code"`
}

// InstalmentView is one part of what is paid.
type InstalmentView struct {
	No     int           `json:"no"`
	Due    calendar.Date `json:"due"`
	Amount claims.Fen    `json:"amount"`
	Paid   claims.Fen    `json:"paid"`
	PaidOn calendar.Date `json:"paid_on"`

	Light workflows.Light `json:"light,omitempty" doc:"没有付清的 While it is owing"`
	Left  int             `json:"left"`
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
