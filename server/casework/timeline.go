package casework

import (
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
)

// timeline are the events that the reader may know of, newest first.
func timeline(c *models.Case, sheet *models.Sheet, g policies.Grant) []EventView {
	list := make([]EventView, 0, len(sheet.Events))
	kept := inForce(sheet.Events)
	for _, e := range sheet.Events {
		if !mayKnow(c, e, g) || e.Event.TowardsAgreement() && !behindWall(g) && !kept[e.No] {
			continue
		}
		v := EventView{No: e.No, Event: e.Event, Name: nameOf(e.Event), On: e.HappenedOn, At: e.RecordedAt.In(models.Zone), Who: sheet.Names[e.AccountID],
			Capacity: capacityNames[e.Capacity], Law: lawOf(e.Event), Detail: e.Detail, Hash: fmt.Sprintf("%x", e.Hash)}
		if g.Party() {
			v.Detail = nil
		}
		list = append(list, v)
	}
	return list
}

// mayKnow says whether the reader may know that a step was taken.
func mayKnow(c *models.Case, e models.Event, g policies.Grant) bool {
	if _, is := e.Event.Proposes(); is && !inHouse(g) {
		return false // what is only proposed stays in the house
	}
	if e.Event == workflows.CastVote && !g.May(policies.ViewSecret) {
		return false // how often somebody thought again is the tribunal's own
	}
	if e.Event.Walled() && !(g.Party() && seesOffers(g)) {
		return false // the mediators read the offers themselves
	}
	paper, _ := e.Detail["paper"].(string)
	return mayKnowPaper(c, workflows.Paper(paper), g)
}

// mayKnowPaper says whether somebody may know that a paper is on its way (送达). Of one that came out of mediation, those
// behind the wall do; whoever sits on the case does not; the office does once the agreement is in force.
func mayKnowPaper(c *models.Case, paper workflows.Paper, g policies.Grant) bool {
	kind := ofMediation[paper]
	if kind == "" || behindWall(g) {
		return true
	}
	a := c.Agreement()
	return !seatedGrant(g) && (kind == reviewed || a != nil && !a.InForceOn.IsZero())
}

// inForce are the steps of agreements that came into force: the last drafting before the last mark, and the marks between.
// Others led to nothing. events are newest first.
func inForce(events []models.Event) map[int]bool {
	kept := map[int]bool{}
	of := false
	for _, e := range events {
		of = of || e.Event == workflows.SignAgreement && e.ToState == workflows.Settled
		if of && e.Event.TowardsAgreement() {
			kept[e.No] = true
			of = e.Event != workflows.DraftAgreement
		}
	}
	return kept
}
