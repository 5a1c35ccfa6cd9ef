package pages

import (
	"tiaocai/server/casework"
	"tiaocai/workflows"
)

// mains are the steps that carry a case forward from each state; the first open one is the page's
// solid button when it is the reader's turn.
var mains = map[workflows.State][]workflows.Event{
	workflows.Consulting:   {workflows.GiveAdvice},
	workflows.Mediating:    {workflows.AssignMediator, workflows.ConsentToMediation, workflows.HoldSession, workflows.SignAgreement},
	workflows.Settled:      {workflows.AskReview, workflows.AcceptReview, workflows.ReplaceAgreement, workflows.ServeDocument},
	workflows.Filed:        {workflows.CompleteCorrection, workflows.Accept},
	workflows.Accepted:     {workflows.FormTribunal, workflows.FileDefence, workflows.ScheduleHearing, workflows.ServeDocument},
	workflows.Scheduled:    {workflows.OpenHearing, workflows.ServeDocument},
	workflows.Hearing:      {workflows.AttemptMediation, workflows.CloseHearing},
	workflows.Deliberating: {workflows.MakeAward},
	workflows.Closed:       {workflows.ServeDocument, workflows.Archive},
}

// primary is the next lawful act of the reader; nil if it is somebody else's turn.
func primary(v *casework.CaseView) *workflows.Option {
	if !v.Next.You {
		return nil
	}
	wanted := mains[v.State]
	proposal := v.Proposal != nil
	if proposal {
		wanted = []workflows.Event{v.Proposal.Event}
	}
	for _, e := range wanted {
		for _, at := range []workflows.Event{e, e.Proposal()} {
			if proposal && at != e {
				continue // what waits for approval is not proposed again
			}
			for i, o := range v.Options {
				if o.Event == at && o.Open {
					return &v.Options[i]
				}
			}
		}
	}
	return nil
}

// optionGroups are the steps of a case as the page shows them: what is open or shut in this state,
// what is shut and folded because there is too much of it, and what belongs to a later state.
type optionGroups struct{ Now, Shut, Later []workflows.Option }

// manyShut is how many shut steps stand in the open; beyond that they fold together.
const manyShut = 6

// optionsOf puts the open steps first.
func optionsOf(v *casework.CaseView) optionGroups {
	var g optionGroups
	for _, o := range v.Options {
		switch {
		case o.Later:
			g.Later = append(g.Later, o)
		case o.Open:
			g.Now = append(g.Now, o)
		default:
			g.Shut = append(g.Shut, o)
		}
	}
	if len(g.Shut) <= manyShut {
		g.Now, g.Shut = append(g.Now, g.Shut...), nil
	}
	return g
}

// shutNow is the option that closes the step whose form is open, if the law closes it today.
func shutNow(s Step) *workflows.Option {
	for i, o := range s.Case.Options {
		if o.Event == s.Event && !o.Open {
			return &s.Case.Options[i]
		}
	}
	return nil
}
