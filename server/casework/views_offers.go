package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// OffersView are the offers to settle, for the two sides and those who may settle for them; in mediation also for the
// mediator and the organisation (和解方案). Nobody else learns that there are any.
type OffersView struct {
	May    bool        `json:"may" doc:"可以提出、接受方案 May make and accept offers"`
	Open   []OfferView `json:"open" doc:"等答复的 Those that wait for an answer"`
	Past   []OfferView `json:"past" doc:"有了结果的，新的在前 Those that ended, newest first"`
	Agreed *AgreedView `json:"agreed,omitempty" doc:"双方接受的，和接下来怎么办 What both accepted, and what to do next"`
}

// OfferView is one offer.
type OfferView struct {
	ID      int64             `json:"id"`
	Side    models.Side       `json:"side"`
	Mine    bool              `json:"mine" doc:"读者这一方提出的 Made by the reader's side"`
	Amount  claims.Fen        `json:"amount"`
	PayBy   calendar.Date     `json:"pay_by"`
	Terms   string            `json:"terms"`
	MadeOn  calendar.Date     `json:"made_on"`
	Until   calendar.Date     `json:"until" doc:"最后一天，含当天 The last day, included"`
	Light   workflows.Light   `json:"light,omitempty"`
	Left    int               `json:"left"`
	State   models.OfferState `json:"state"`
	EndedOn calendar.Date     `json:"ended_on"`
	AskedOn calendar.Date     `json:"asked_on" doc:"请仲裁庭制作调解书 The tribunal was asked for a mediation document"`
}

// AgreedView is the offer that both sides accepted, with what follows.
type AgreedView struct {
	OfferView
	Next     law.Text `json:"next"`
	Document string   `json:"document,omitempty" doc:"请仲裁庭制作调解书的文字 The words that ask for a mediation document"`
	Withdraw string   `json:"withdraw,omitempty" doc:"撤回申请的文字 The words that withdraw the application"`
}

// OfferPage is one offer with its whole text, before somebody answers it or takes it back.
type OfferPage struct {
	Ref        string    `json:"ref"`
	Number     string    `json:"number,omitempty"`
	Offer      OfferView `json:"offer"`
	Applicant  string    `json:"applicant"`
	Respondent string    `json:"respondent"`
	Mediating  bool      `json:"mediating" doc:"调解中提出的 Made in mediation"`
	Accept     *law.Text `json:"accept,omitempty" doc:"现在不能接受的原因 Why it can't be accepted now"`
	May        bool      `json:"may"`
}

// DocumentAsked is what the parties put before the tribunal themselves (请求制作调解书).
type DocumentAsked struct {
	On   calendar.Date `json:"on"`
	Side models.Side   `json:"side"`
	Text string        `json:"text" doc:"当事人写给仲裁庭的话 What they wrote to the tribunal"`

	Terms string `json:"terms" doc:"和解的内容 What they settled for"`
}
