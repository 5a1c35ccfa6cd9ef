package casework

import (
	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// CorrectAward mends a slip in the award by a decision of its own (补正裁决书).
type CorrectAward struct {
	Dated
	Items string `json:"items" minLength:"2" maxLength:"2000" doc:"补正的内容 What is corrected"`
}

func (CorrectAward) Event() workflows.Event { return workflows.CorrectAward }

func (c CorrectAward) Apply(a *Act) error {
	a.say(documents.FieldItems, c.Items)
	return a.Tx.Model(&models.Award{}).Where("commission_id = ? AND case_id = ?", a.Case.CommissionID, a.Case.ID).Update("corrected_on", a.On).Error
}

// RecordSuit notes that a party went to court over the award (记录起诉或申请撤销).
type RecordSuit struct {
	Dated
	Kind  string `json:"kind" enum:"suit,set-aside" doc:"起诉或申请撤销 Suit, or application to set aside"`
	Side  string `json:"side" enum:"applicant,respondent" doc:"哪一方 Which side"`
	Court string `json:"court" minLength:"2" maxLength:"100" doc:"法院 Court"`
}

func (RecordSuit) Event() workflows.Event { return workflows.RecordSuit }

func (s RecordSuit) Apply(a *Act) error {
	a.Case.SuitOn = a.On
	a.Detail["kind"], a.Detail["side"] = s.Kind, s.Side
	return nil
}

// RevokeAward takes back an award obtained by collusion, forged proof or a sham relation (撤销裁决).
type RevokeAward struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reason"`
}

func (RevokeAward) Event() workflows.Event { return workflows.RevokeAward }

func (r RevokeAward) Apply(a *Act) error {
	a.say(documents.FieldReason, r.Reason)
	return a.Tx.Model(&models.Award{}).Where("commission_id = ? AND case_id = ?", a.Case.CommissionID, a.Case.ID).Update("revoked_on", a.On).Error
}

// RecordEnforcement notes that enforcement was applied for (记录强制执行).
type RecordEnforcement struct {
	Dated
	Court string `json:"court" minLength:"2" maxLength:"100" doc:"法院 Court"`
}

func (RecordEnforcement) Event() workflows.Event { return workflows.RecordEnforcement }

// Archive puts the file away (归档).
type Archive struct{ Dated }

func (Archive) Event() workflows.Event { return workflows.Archive }

func (Archive) Apply(a *Act) error {
	a.Case.ArchivedOn = a.On
	return nil
}
