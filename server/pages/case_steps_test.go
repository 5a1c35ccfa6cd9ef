package pages

import (
	"testing"

	"tiaocai/server/casework"
	"tiaocai/workflows"
)

// A party of a mediation is led to the agreement; that it may also end the mediation stands folded. For the mediator that
// is an ordinary step.
func TestAWayOutDoesNotStandFirst(t *testing.T) {
	t.Parallel()
	for _, party := range []bool{true, false} {
		v := &casework.CaseView{Party: party, State: workflows.Mediating}
		for _, e := range []workflows.Event{workflows.FailMediation, workflows.SignAgreement} {
			v.Options = append(v.Options, workflows.Option{Event: e, Open: true})
		}
		g := optionsOf(v)
		if first := g.Now[0].Event; party != (first == workflows.SignAgreement) || party != (len(g.More) == 1) {
			t.Errorf("party %v: first %s, folded %v", party, first, g.More)
		}
	}
}
