package pages

import (
	"slices"

	"tiaocai/server/casework"
	"tiaocai/workflows"
)

// mains are the steps that carry a case forward from each state; the first open one is the page's
// solid button when it is the reader's turn.
var mains = map[workflows.State][]workflows.Event{
	workflows.Consulting:   {workflows.GiveAdvice},
	workflows.Mediating:    {workflows.AssignMediator, workflows.ConsentToMediation, workflows.SignAgreement, workflows.HoldSession},
	workflows.Settled:      {workflows.AskReview, workflows.AcceptReview, workflows.ReplaceAgreement, workflows.ServeDocument},
	workflows.Filed:        {workflows.CompleteCorrection, workflows.Accept},
	workflows.Accepted:     {workflows.FormTribunal, workflows.FileDefence, workflows.ScheduleHearing, workflows.ServeDocument},
	workflows.Scheduled:    {workflows.OpenHearing, workflows.ServeDocument},
	workflows.Hearing:      {workflows.WriteMinutes, workflows.AttemptMediation, workflows.CloseHearing},
	workflows.Deliberating: {workflows.MakeAward},
	workflows.Closed:       {workflows.ServeDocument, workflows.Archive},
}

// tasks are the steps that answer a task which isn't the ordinary one of the state: something waits to be
// decided, or the two sides settled. They come before those of the state.
var tasks = map[workflows.Task][]workflows.Event{
	workflows.MakeDocument:       {workflows.CloseByMediation, workflows.AttemptMediation},
	workflows.DecidePostponement: {workflows.GrantPostponement, workflows.RefusePostponement},
	workflows.AnswerToWithdrawal: {workflows.AnswerWithdrawal},
	workflows.DecideWithdrawal:   {workflows.AllowWithdrawal},
	workflows.DecideObjection:    {workflows.DismissObjection, workflows.Transfer},
	workflows.DecideRestoration:  {workflows.AnswerRestoration},
	workflows.DecideTaking:       {workflows.AnswerEvidenceTaking},
	workflows.DecideMinutes:      {workflows.AnswerMinutesCorrection},
	workflows.SetAnotherDay:      {workflows.ScheduleHearing},
	workflows.ReplyToTalks:       {workflows.AnswerTalks},
}

// mainly are the steps that carry the case forward as it stands.
func mainly(v *casework.CaseView) []workflows.Event {
	return slices.Concat(tasks[v.Next.Task], mains[v.State])
}

// primary is the next lawful act of the reader; nil if it is somebody else's turn.
func primary(v *casework.CaseView) *workflows.Option {
	if !v.Next.You {
		return nil
	}
	wanted := mainly(v)
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

// optionGroups are the steps of a case as the page shows them: what stands in the open, what else could
// be done, what is shut, and what belongs to a later state. The last three fold where there is too much.
type optionGroups struct{ Now, More, Shut, Later []workflows.Option }

// manyOpen and manyShut are how many steps stand in the open; beyond that the unusual ones fold together.
const (
	manyOpen = 7
	manyShut = 6
	fewShut  = 2 // on the one page of a party
)

// usual are the steps that people take in most states, beside those that carry the case forward.
var usual = []workflows.Event{workflows.ServeDocument, workflows.FileEvidence, workflows.FileDefence, workflows.ExtendAwardPeriod, workflows.AskWithdrawal,
	workflows.AskCorrection, workflows.RefuseAcceptance, workflows.AdjournHearing, workflows.RecordPayment, workflows.HoldSession, workflows.FailMediation,
	workflows.DraftAgreement, workflows.FileApplication, workflows.AskMediation, workflows.WithdrawApplication, workflows.SignAward}

// isUsual says whether a step stands in the open however many others there are.
func isUsual(v *casework.CaseView, e workflows.Event) bool {
	for _, list := range [][]workflows.Event{mainly(v), usual} {
		for _, m := range list {
			if e == m || e == m.Proposal() {
				return true
			}
		}
	}
	return false
}

// optionsOf puts the open steps first.
func optionsOf(v *casework.CaseView) optionGroups {
	var g optionGroups
	open := 0
	for _, o := range v.Options {
		if o.Open && !o.Later && !(v.Offers != nil && o.Event.Walled()) {
			open++
		}
	}
	for _, o := range v.Options {
		if v.Offers != nil && o.Event.Walled() {
			continue // they stand with the offers
		}
		waiting := v.Proposal != nil && o.Event == v.Proposal.Event
		switch {
		case o.Later:
			g.Later = append(g.Later, o)
		case o.Open && v.Party && o.Event == workflows.FailMediation: // a way out, not what a party is led to
			g.More = append(g.More, o)
		case o.Open && (open <= manyOpen || waiting || isUsual(v, o.Event)):
			g.Now = append(g.Now, o)
		case o.Open:
			g.More = append(g.More, o)
		default:
			g.Shut = append(g.Shut, o)
		}
	}
	if len(g.Shut) <= manyShut && len(g.More) == 0 && !(v.Party && len(g.Shut) > fewShut) {
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
