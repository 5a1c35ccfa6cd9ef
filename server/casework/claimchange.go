package casework

import (
	"encoding/json"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// ChangeClaims asks to add or change claims once the case is accepted (增加、变更仲裁请求): all claims as they
// would stand then. Nothing changes until the tribunal takes it on.
type ChangeClaims struct {
	Dated
	Claims []ClaimInput `json:"claims" minItems:"1" maxItems:"60" doc:"变更以后的全部请求 All claims as they would stand"`
	Reason string       `json:"reason" minLength:"2" maxLength:"2000" doc:"事实与理由 Facts and reasons"`
}

func (ChangeClaims) Event() workflows.Event { return workflows.ChangeClaims }

func (c ChangeClaims) Tell(a *Act, f *workflows.Facts) error {
	if err := checkAll(nil, nil, c.Claims); err != nil {
		return err
	}
	ends := f.EvidenceEnds(workflows.Applicant)
	f.Act.Change = workflows.ChangeParticulars{Late: !ends.IsZero() && ends.Before(a.On), Switch: c.switches(a.Case)}
	return nil
}

// switches says whether severance and damages are switched, and nothing else.
func (c ChangeClaims) switches(k *models.Case) bool {
	asked := func(x models.Claim) workflows.ClaimAsked {
		return workflows.ClaimAsked{Code: claims.Code(x.Code), Title: claimTitle(x).ZH, Amount: x.Amount}
	}
	var had, want []workflows.ClaimAsked
	for _, x := range k.AskedClaims() {
		had = append(had, asked(x))
	}
	for _, x := range c.rows() {
		want = append(want, asked(x))
	}
	return workflows.SwitchOnly(had, want)
}

// rows are the claims as they would stand.
func (c ChangeClaims) rows() []models.Claim {
	list := make([]models.Claim, len(c.Claims))
	for i, in := range c.Claims {
		list[i].No = i + 1
		in.fill(&list[i])
	}
	return list
}

func (c ChangeClaims) Apply(a *Act) error {
	body, err := json.Marshal(c.Claims)
	if err != nil {
		return err
	}
	a.Case.ClaimChanges = append(a.Case.ClaimChanges, models.ClaimChange{Child: a.child(), AskedOn: a.On, Claims: string(body), Reason: c.Reason, Switch: c.switches(a.Case)})
	a.Case.Change(&a.Case.ClaimChanges[len(a.Case.ClaimChanges)-1])
	a.Detail["claims"] = len(c.Claims)
	return nil
}

// AcceptChange takes the changed claims on (受理变更的请求): the award period runs anew, and the respondent
// has a new time to answer from service, unless they clearly waived it.
type AcceptChange struct {
	Dated
	Waived bool `json:"waived,omitempty" doc:"被申请人明确放弃新的答辩期 The respondent clearly waived a new time to answer"`
}

func (AcceptChange) Event() workflows.Event { return workflows.AcceptChange }

func (c AcceptChange) Apply(a *Act) error {
	k, yes := a.Case, true
	x := k.LastChange(true)
	asked, err := claimsAsked(x)
	if err != nil {
		return err
	}
	list := asked.rows()
	for i := range list {
		list[i].Child = a.child()
	}
	if err := k.ReplaceClaims(a.Tx, list); err != nil {
		return err
	}
	x.DecidedOn, x.Accepted, x.Waived = a.On, &yes, c.Waived
	k.Change(x)
	a.restart("claim_changed", "")
	a.Detail["claims"], a.Detail["waived"] = len(list), c.Waived
	a.say(documents.FieldOutcome, "defence")
	if c.Waived {
		a.say(documents.FieldOutcome, "waived")
	}
	a.say(documents.FieldNewDue, dueText(k.Facts(a.Rules, a.Tx.Today()).AwardReckoning().Statutory))
	return nil
}

// restart lets the award clock run anew from the day of the step; an extension of before is gone.
func (a *Act) restart(kind, ground string) {
	c := a.Case
	c.ClockEvents = append(c.ClockEvents, models.ClockEvent{Child: a.child(), Kind: kind, Restart: true, FromOn: a.On, Ground: ground})
	c.Change(&c.ClockEvents[len(c.ClockEvents)-1])
	c.ExtensionDays, c.ExtensionOn = 0, none
}

// DeclineChange leaves the claims as they are; what is left out may be filed by itself (不受理变更的请求).
type DeclineChange struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reason"`
}

func (DeclineChange) Event() workflows.Event { return workflows.DeclineChange }

func (d DeclineChange) Apply(a *Act) error {
	x, no := a.Case.LastChange(true), false
	x.DecidedOn, x.Accepted = a.On, &no
	a.Case.Change(x)
	a.say(documents.FieldReason, d.Reason)
	return nil
}

// answerChange notes that the respondent answered the changed claims.
func (a *Act) answerChange() {
	if x := a.Case.LastChange(false); x != nil && x.AnsweredOn.IsZero() && !a.On.Before(x.DecidedOn) {
		x.AnsweredOn = a.On
		a.Case.Change(x)
	}
}

func claimsAsked(x *models.ClaimChange) (c ChangeClaims, err error) {
	err = json.Unmarshal([]byte(x.Claims), &c.Claims)
	return c, err
}

// ClaimChangeView is one change of claims; mediators see that there is one, not what it says.
type ClaimChangeView struct {
	On       calendar.Date `json:"on"`
	Claims   []ClaimView   `json:"claims,omitempty"`
	Reason   string        `json:"reason,omitempty"`
	Decided  calendar.Date `json:"decided_on"`
	Accepted bool          `json:"accepted,omitempty"`
	Waived   bool          `json:"waived,omitempty"`
}

func changeViews(c *models.Case, g policies.Grant) (list []ClaimChangeView, err error) {
	for i := range c.ClaimChanges {
		x := &c.ClaimChanges[i]
		v := ClaimChangeView{On: x.AskedOn, Decided: x.DecidedOn, Accepted: x.Granted(), Waived: x.Waived}
		if !g.Is(policies.Organisation) && !g.Is(policies.Mediating) {
			asked, err := claimsAsked(x)
			if err != nil {
				return nil, err
			}
			v.Claims, v.Reason = claimViews(asked.rows()), x.Reason
		}
		list = append(list, v)
	}
	return list, nil
}
