package casework

import (
	"slices"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// withinScope shuts the steps that an agent may not take for want of special authority (特别授权): the page says why before
// the door refuses.
func withinScope(options []workflows.Option, s workflows.State, g policies.Grant) {
	if !g.Party() {
		return
	}
	for i, o := range options {
		row, ok := workflows.RowOf(o.Event, s)
		if !ok || !o.Open || !row.Disposes || slices.ContainsFunc(row.By, func(c workflows.Capacity) bool {
			return slices.Contains(g.Capacities(), c) && (c != workflows.Applicant && c != workflows.Respondent || g.May(policies.Disposing(c)))
		}) {
			continue
		}
		says, why := text("处分权利的事要当事人本人办，或者由有特别授权的代理人办；授权委托书写明以后，就可以办。", "What gives up or settles a right is for the party, or for an agent with special authority."), law.Arbitration(24)
		options[i].Open, options[i].Code, options[i].Says, options[i].Why = false, "special-authority", &says, &why
	}
}
