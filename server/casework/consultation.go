package casework

import (
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// GiveAdvice answers a question (答复咨询).
type GiveAdvice struct {
	Dated
	Advice string `json:"advice" minLength:"2" maxLength:"4000" doc:"答复 Advice"`
}

func (GiveAdvice) Event() workflows.Event { return workflows.GiveAdvice }

// Apply puts the advice on paper.
func (g GiveAdvice) Apply(a *Act) error {
	a.say(documents.FieldTerms, g.Advice)
	return nil
}

// SettleInConsultation notes that the parties settled by talks, before any mediation (协商和解).
type SettleInConsultation struct {
	Dated
	Amount    claims.Fen    `json:"amount,omitempty" doc:"和解金额（元）Amount in yuan"`
	PerformBy calendar.Date `json:"perform_by,omitempty" doc:"履行期限 To be performed by"`
}

func (SettleInConsultation) Event() workflows.Event { return workflows.SettleInConsultation }

// AskMediation takes the dispute to a mediation organisation (申请调解).
type AskMediation struct {
	Dated
	Organisation int64 `json:"organisation" minimum:"1" doc:"调解组织 Mediation organisation"`
}

func (AskMediation) Event() workflows.Event { return workflows.AskMediation }

// Apply notes the organisation and the day its time begins to run.
func (m AskMediation) Apply(a *Act) error { return a.startMediation(m.Organisation, false) }
