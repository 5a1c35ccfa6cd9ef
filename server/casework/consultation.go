package casework

import (
	"tiaocai/server/documents"
	"tiaocai/workflows"
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

// AskMediation takes the dispute to a mediation organisation (申请调解).
type AskMediation struct {
	Dated
	Organisation int64  `json:"organisation" minimum:"1" doc:"调解组织 Mediation organisation"`
	Oral         bool   `json:"oral,omitempty" doc:"口头申请，当场记录 By word of mouth, written down on the spot"`
	Matters      string `json:"matters,omitempty" maxLength:"4000" doc:"口头申请的争议事项和理由，不填用已登记的事实 What it is about and why: the facts on record if left out"`
}

func (AskMediation) Event() workflows.Event { return workflows.AskMediation }

func (m AskMediation) Tell(a *Act, f *workflows.Facts) error {
	a.oral(f, m.Oral, m.Matters)
	return nil
}

// oral says whether a request by word of mouth was written down, and puts what was said on the record's paper.
func (a *Act) oral(f *workflows.Facts, oral bool, matters string) {
	if matters == "" {
		matters = a.Case.Facts_
	}
	f.Act.Oral, f.Act.OralRecorded = oral, len([]rune(matters)) >= 2
	if oral {
		a.say(documents.FieldTerms, matters)
	}
}

// Apply notes the organisation and the day its time begins to run.
func (m AskMediation) Apply(a *Act) error {
	if err := a.startMediation(m.Organisation, false); err != nil {
		return err
	}
	a.Case.Mediation().Oral = m.Oral
	return nil
}
