package casework

import (
	"encoding/json"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// CounterApply is what the respondent claims in turn, within the time to answer (反申请). Nothing changes until
// it is taken on.
type CounterApply struct {
	Dated
	Party  string       `json:"party,omitempty" maxLength:"8" doc:"哪位被申请人，如 被1；自己提出的不填 Which respondent, as 被1; left out by a party itself"`
	Claims []ClaimInput `json:"claims" minItems:"1" maxItems:"20" doc:"反申请的请求 What is claimed in turn"`
	Reason string       `json:"reason" minLength:"2" maxLength:"4000" doc:"事实与理由 Facts and reasons"`
}

func (CounterApply) Event() workflows.Event { return workflows.CounterApply }

func (c CounterApply) Tell(a *Act, _ *workflows.Facts) error {
	if _, err := a.counterParty(c.Party); err != nil {
		return err
	}
	return checkAll(nil, nil, c.Claims)
}

// counterParty is a respondent: an applicant claims by the application, a third person claims nothing.
func (a *Act) counterParty(mark string) (*models.Party, error) {
	p, err := a.party(mark)
	if err == nil && (p.Side != models.RespondentSide || p.Third()) {
		err = bad("party", "反申请由被申请人提出，请写哪位被申请人，如 被1。", "A respondent counter-applies; please say which, as 被1.")
	}
	return p, err
}

func (c CounterApply) Apply(a *Act) error {
	p, err := a.counterParty(c.Party)
	if err != nil {
		return err
	}
	body, err := json.Marshal(c.Claims)
	if err != nil {
		return err
	}
	k := a.Case
	k.Counters = append(k.Counters, models.CounterApplication{Child: a.child(), PartyID: p.ID, AskedOn: a.On, Claims: string(body), Reason: c.Reason})
	k.Change(&k.Counters[len(k.Counters)-1])
	a.Detail["party"], a.Detail["claims"] = p.Mark(), len(c.Claims)
	return nil
}

// counterRows are the claims of a counter-application, numbered after those there are.
func counterRows(x *models.CounterApplication, after int) ([]models.Claim, error) {
	var in []ClaimInput
	if err := json.Unmarshal([]byte(x.Claims), &in); err != nil {
		return nil, err
	}
	list := make([]models.Claim, len(in))
	for i := range in {
		list[i].No, list[i].Counter = after+i+1, true
		in[i].fill(&list[i])
	}
	return list, nil
}

// JoinCounter takes it on: both are heard together, the award period runs anew, and the applicants have a time
// to answer from service (受理反申请，合并处理).
type JoinCounter struct{ Dated }

func (JoinCounter) Event() workflows.Event { return workflows.JoinCounter }

func (JoinCounter) Apply(a *Act) error {
	k, joined := a.Case, "joined"
	x := k.WaitingCounter()
	rows, err := counterRows(x, len(k.Claims))
	if err != nil {
		return err
	}
	for i := range rows {
		rows[i].Child = a.child()
	}
	k.Claims = append(k.Claims, rows...)
	for i := len(k.Claims) - len(rows); i < len(k.Claims); i++ {
		k.Change(&k.Claims[i])
	}
	x.DecidedOn, x.Result = a.On, &joined
	k.Change(x)
	a.restart("counter_application", "")
	a.Detail["claims"] = len(rows)
	a.say(documents.FieldNewDue, dueText(k.Facts(a.Rules, a.Tx.Today()).AwardReckoning().Statutory))
	a.say(documents.FieldReason, x.Reason)
	return nil
}

// DeclineCounter sends it its own way as an application, or refuses it (另行申请或者不予受理).
type DeclineCounter struct {
	Dated
	Result string `json:"result" enum:"separate,not-accepted" doc:"应当另行申请，或者不予受理 An application of its own, or not accepted"`
	Reason string `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reason"`
}

func (DeclineCounter) Event() workflows.Event { return workflows.DeclineCounter }

func (d DeclineCounter) Apply(a *Act) error {
	x := a.Case.WaitingCounter()
	x.DecidedOn, x.Result, x.Answer = a.On, &d.Result, d.Reason
	a.Case.Change(x)
	a.say(documents.FieldOutcome, d.Result)
	a.say(documents.FieldReason, d.Reason)
	a.Detail["result"] = d.Result
	return nil
}

// AnswerCounter notes that the applicant answered it (对反申请答辩).
type AnswerCounter struct{ Dated }

func (AnswerCounter) Event() workflows.Event { return workflows.AnswerCounter }

func (AnswerCounter) Apply(a *Act) error {
	x := a.Case.JoinedCounter()
	x.AnsweredOn = a.On
	a.Case.Change(x)
	return nil
}

// CounterClaimView is one counter-application; mediators see that there is one, not what it says.
type CounterClaimView struct {
	Party    string        `json:"party"`
	On       calendar.Date `json:"on"`
	Claims   []ClaimView   `json:"claims,omitempty"`
	Reason   string        `json:"reason,omitempty"`
	Decided  calendar.Date `json:"decided_on"`
	Result   string        `json:"result,omitempty" enum:"joined,separate,not-accepted"`
	Answer   string        `json:"answer,omitempty"`
	Answered calendar.Date `json:"answered_on"`
}

func counterViews(c *models.Case, g policies.Grant) (list []CounterClaimView, err error) {
	for i := range c.Counters {
		x := &c.Counters[i]
		v := CounterClaimView{Party: c.PartyByID(x.PartyID).Mark(), On: x.AskedOn, Decided: x.DecidedOn, Answered: x.AnsweredOn}
		if x.Result != nil {
			v.Result = *x.Result
		}
		if !g.Is(policies.Organisation) && !g.Is(policies.Mediating) {
			rows, err := counterRows(x, 0)
			if err != nil {
				return nil, err
			}
			v.Claims, v.Reason, v.Answer = claimViews(rows), x.Reason, x.Answer
		}
		list = append(list, v)
	}
	return list, nil
}
