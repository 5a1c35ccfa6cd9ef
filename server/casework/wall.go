package casework

import (
	"tiaocai/models"
	"tiaocai/policies"
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
