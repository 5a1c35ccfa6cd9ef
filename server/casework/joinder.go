package casework

import (
	"fmt"
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// JoinParty brings another respondent or a third person into a case that is under way (追加当事人、第三人). The award
// period runs anew from the decision; whoever comes in is served the application and has a time to answer.
type JoinParty struct {
	Dated
	As      string     `json:"as" enum:"respondent,third" doc:"追加为被申请人或者第三人 Joined as a respondent or as a third person"`
	Who     PartyInput `json:"who" doc:"追加谁 Who is joined"`
	AskedBy string     `json:"asked_by" enum:"by-application,by-commission" doc:"当事人或者第三人申请，或者仲裁委通知 On application, or by notice of the commission"`
	Reason  string     `json:"reason" minLength:"2" maxLength:"2000" doc:"与本案有什么关系 What they have to do with the case"`
}

func (JoinParty) Event() workflows.Event { return workflows.JoinParty }

// Tell looks whether they are in already: by ID or credit code, else by name and kind.
func (p JoinParty) Tell(a *Act, f *workflows.Facts) error {
	if wrong := p.Who.check("who"); len(wrong) > 0 {
		return fields(wrong)
	}
	for _, x := range a.Case.Parties {
		same := x.Kind == p.Who.Kind && strings.TrimSpace(x.Name) == strings.TrimSpace(p.Who.Name)
		code := p.Who.CreditCode != "" && x.CreditCode == p.Who.CreditCode
		f.Act.AlreadyIn = f.Act.AlreadyIn || same || code
	}
	return nil
}

// third says whether the person at hand is a third person: it acts for nobody else.
func (a *Act) third() bool {
	return slices.ContainsFunc(a.Case.Parties, func(p models.Party) bool {
		return p.Third() && p.AccountID != nil && *p.AccountID == a.Who.Account
	})
}

func (p JoinParty) Apply(a *Act) error {
	row := &models.Party{Child: a.child(), Side: models.RespondentSide, Ordinal: 1}
	for _, x := range a.Case.Parties {
		if x.Side == row.Side && x.Ordinal >= row.Ordinal {
			row.Ordinal = x.Ordinal + 1
		}
	}
	p.Who.fill(a.Tx.Keys, row, a.On)
	if p.As == "third" {
		row.Role = workflows.ThirdPerson
	}
	row.JoinedOn = a.On
	a.Case.Change(row)
	if err := a.Case.Flush(a.Tx); err != nil {
		return err
	}
	if err := a.Case.ReloadParties(a.Tx); err != nil {
		return err
	}
	a.restart("party_added", "")
	a.Detail["party"], a.Detail["as"], a.Detail["asked_by"] = row.Mark(), p.As, p.AskedBy
	a.say(documents.FieldPerson, fmt.Sprintf("%s %s", row.Mark(), row.Name))
	a.say(documents.FieldOutcome, p.As)
	a.say(documents.FieldReason, p.Reason)
	a.say(documents.FieldNewDue, dueText(a.Case.Facts(a.Rules, a.Tx.Today()).AwardReckoning().Statutory))
	return nil
}
