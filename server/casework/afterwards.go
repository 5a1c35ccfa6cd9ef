package casework

import (
	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// CorrectAward mends a slip in an award by a decision of its own (补正裁决书).
type CorrectAward struct {
	Dated
	Award int    `json:"award,omitempty" minimum:"0" doc:"哪一份裁决的分号，只有一份的不填 Branch number of the award; not needed if there is one"`
	Items string `json:"items" minLength:"2" maxLength:"2000" doc:"补正的内容 What is corrected"`
}

func (CorrectAward) Event() workflows.Event { return workflows.CorrectAward }

func (c CorrectAward) Apply(a *Act) error {
	row, err := a.awardNo(c.Award)
	if err != nil {
		return err
	}
	row.CorrectedOn = a.On
	a.Case.Change(row)
	a.say(documents.FieldItems, c.Items)
	a.Detail["award"] = row.Number
	return nil
}

// RevokeAward takes back an award obtained by collusion, forged proof or a sham relation (撤销裁决).
type RevokeAward struct {
	Dated
	Award  int    `json:"award,omitempty" minimum:"0" doc:"哪一份裁决的分号，只有一份的不填 Branch number of the award; not needed if there is one"`
	Reason string `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reason"`
}

func (RevokeAward) Event() workflows.Event { return workflows.RevokeAward }

func (r RevokeAward) Apply(a *Act) error {
	row, err := a.awardNo(r.Award)
	if err != nil {
		return err
	}
	row.RevokedOn = a.On
	a.Case.Change(row)
	a.say(documents.FieldReason, r.Reason)
	a.Detail["award"] = row.Number
	return nil
}

// awardNo finds an award by its branch number; the only one there is if none is named.
func (a *Act) awardNo(no int) (*models.Award, error) {
	var found []*models.Award
	for i := range a.Case.Awards {
		w := &a.Case.Awards[i]
		if w.Kind != models.PreliminaryAward && (w.No == no || no == 0) && w.RevokedOn.IsZero() {
			found = append(found, w)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return nil, bad("award", "请写明是哪一份裁决：文号末尾的分号，如 1、2。", "Please say which award, by the number at the end of its own: 1 or 2.")
}

// RecordEnforcement notes that enforcement was applied for (记录强制执行).
type RecordEnforcement struct {
	Dated
	Court string `json:"court" minLength:"2" maxLength:"100" doc:"法院 Court"`
}

func (RecordEnforcement) Event() workflows.Event { return workflows.RecordEnforcement }

func (r RecordEnforcement) Apply(a *Act) error {
	a.Case.EnforcementOn = a.On
	a.Detail["court"] = r.Court
	return nil
}

// Archive puts the file away (归档), with a table of contents of both volumes.
type Archive struct{ Dated }

func (Archive) Event() workflows.Event { return workflows.Archive }

func (Archive) Apply(a *Act) error {
	a.Case.ArchivedOn = a.On
	index, err := a.volumes()
	if err != nil {
		return err
	}
	a.say(documents.FieldItems, index)
	return models.DropWorkbooks(a.Tx, a.Case)
}
