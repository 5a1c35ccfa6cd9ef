package casework

import (
	"slices"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
)

// NameRepresentatives notes who speaks for a group of ten workers or more (推选代表人). Their acts
// bind the group; settling and withdrawing still need the consent of those they speak for.
type NameRepresentatives struct {
	Dated
	Parties []string `json:"parties" minItems:"3" maxItems:"5" doc:"推选的代表人 Representatives chosen"`
}

func (NameRepresentatives) Event() workflows.Event { return workflows.NameRepresentatives }

func (n NameRepresentatives) Tell(a *Act, f *workflows.Facts) error {
	chosen := map[string]bool{}
	for i, mark := range n.Parties {
		known := slices.ContainsFunc(a.Case.Parties, func(p models.Party) bool { return p.Mark() == mark && p.Side == models.ApplicantSide })
		if !known || chosen[mark] {
			return fault.Bad("parties."+itoa(i), text("请写本案的申请人，每人一次，如 申1。", "Please name applicants of this case, each once, as 申1."))
		}
		chosen[mark] = true
	}
	f.Act.Representatives = len(chosen)
	return nil
}

// Apply marks those who were chosen and nobody else.
func (n NameRepresentatives) Apply(a *Act) error {
	for i := range a.Case.Parties {
		p := &a.Case.Parties[i]
		if is := slices.Contains(n.Parties, p.Mark()); is != p.Representative {
			p.Representative = is
			a.Case.Change(p)
		}
	}
	a.Detail["parties"] = n.Parties
	return nil
}
