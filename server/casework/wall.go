package casework

import (
	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
)

// The wall (调解与仲裁隔离): what is offered and said in mediation lives in mediation_notes alone.
// Whoever sits on, records for or presides over the case reads none of it and writes none, whatever
// other role they hold.

// behind marks the commands whose particulars stay behind the wall.
type behind interface{ behindTheWall() }

func (a *Act) behindWall(cmd Command) error {
	if _, ok := cmd.(behind); ok && seated(a.holdings) {
		return policies.Forbid()
	}
	return nil
}

// untold are the steps that the actor hears nothing of: offers, and for whoever is not behind the wall an agreement that
// is drafted and signed. What moves the case on is always told.
func (a *Act) untold() []workflows.Event {
	list := workflows.WalledEvents()
	if g, err := a.Desk.gate.Admit(a.Who, a.Case.Key(), a.holdings, policies.ViewCase); err != nil || !behindWall(g) {
		list = append(list, workflows.DraftAgreement, workflows.SignAgreement)
	}
	return list
}

func seated(hs []policies.Holding) bool {
	for _, h := range hs {
		if h.Standing.Seated() {
			return true
		}
	}
	return false
}

// mediates says whether somebody is the mediator of the mediation under way, where one is: who
// mediated an earlier one does not speak in this.
func mediates(c *models.Case, who policies.Actor) bool {
	m := c.Mediation()
	return m == nil || !m.ConcludedOn.IsZero() || (m.MediatorID != nil && *m.MediatorID == who.Account)
}
