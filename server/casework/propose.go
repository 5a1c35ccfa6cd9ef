package casework

import (
	"encoding/json"
	"fmt"

	"tiaocai/models"
	"tiaocai/server/notify"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// Proposing brings a step up for somebody else to decide (报批): the particulars are kept, sealed,
// until then. The law is asked already now.
type Proposing struct{ Command }

// Event is the proposal of the step.
func (p Proposing) Event() workflows.Event { return p.Command.Event().Proposal() }

func (p Proposing) day() calendar.Date {
	if c, ok := p.Command.(interface{ day() calendar.Date }); ok {
		return c.day()
	}
	return none
}

func (p Proposing) Tell(a *Act, f *workflows.Facts) error {
	if t, ok := p.Command.(telling); ok {
		return t.Tell(a, f)
	}
	return nil
}

// Apply keeps what is proposed.
func (p Proposing) Apply(a *Act) error {
	body, err := json.Marshal(p.Command)
	if err != nil {
		return err
	}
	a.unsign()
	a.Case.Proposal = &models.Proposal{Child: a.child(), Event: p.Command.Event(), MakerID: a.Who.Account, MadeOn: a.On, Body: string(body)}
	a.Case.Change(a.Case.Proposal)
	return nil
}

// Approving takes the proposed step, with the particulars that were proposed (审批).
type Approving struct {
	Dated
	Of       workflows.Event `json:"-"`
	proposed Command
}

func (p *Approving) Event() workflows.Event { return p.Of }

// Tell finds what was proposed. If nothing was, or another step, the law says so.
func (p *Approving) Tell(a *Act, f *workflows.Facts) error {
	pr := a.Case.Proposal
	if pr == nil || pr.Event != p.Of {
		return nil
	}
	cmd := Blank(p.Of)
	if cmd == nil {
		return fault.Missing()
	}
	if err := json.Unmarshal([]byte(pr.Body), cmd); err != nil {
		return err
	}
	p.proposed = cmd
	if a.On.Before(pr.MadeOn) {
		return bad("on", "批准不能早于报批那天（"+pr.MadeOn.String()+"）。", "It cannot be approved before it was proposed ("+pr.MadeOn.String()+").")
	}
	if t, ok := cmd.(telling); ok {
		return t.Tell(a, f)
	}
	return nil
}

// Apply takes the step and notes who approved.
func (p *Approving) Apply(a *Act) error {
	if err := a.decideProposal(true); err != nil {
		return err
	}
	if ap, ok := p.proposed.(applying); ok {
		return ap.Apply(a)
	}
	return nil
}

// Settle arranges what follows from the step that was approved.
func (p *Approving) Settle(a *Act, done *Done) error {
	if s, ok := p.proposed.(settling); ok {
		return s.Settle(a, done)
	}
	return nil
}

func (a *Act) decideProposal(approved bool) error {
	pr := a.Case.Proposal
	who := a.Who.Account
	pr.DecidedBy, pr.DecidedOn, pr.Approved = &who, a.Tx.Today(), &approved
	a.Detail["proposed_by"] = pr.MakerID
	if err := a.Tx.Model(pr).Select("*").Updates(pr).Error; err != nil {
		return err
	}
	a.Case.Proposal = nil
	return a.tellMaker(pr, approved)
}

// tellMaker puts into the box of who proposed it what became of it.
func (a *Act) tellMaker(pr *models.Proposal, approved bool) error {
	row, ok := workflows.RowOf(pr.Event, a.Case.State)
	if !ok {
		return fmt.Errorf("no step %s in %s", pr.Event, a.Case.State)
	}
	maker := pr.MakerID
	return a.Desk.queued(a.Tx, models.Message{CommissionID: a.Case.CommissionID, CaseID: &a.Case.ID, EventNo: a.Case.Events + 1, Name: "proposal-decided", AccountID: &maker,
		Channel: "box", Body: notify.Decided(approved, a.Case.CaseNumber(), a.Case.Ref, row.Name.ZH), State: "queued", QueuedAt: a.Tx.Now})
}

// DeclineProposal sends a proposal back (不同意报批).
type DeclineProposal struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (DeclineProposal) Event() workflows.Event { return workflows.DeclineProposal }

func (d DeclineProposal) Apply(a *Act) error {
	a.Detail["of"] = string(a.Case.Proposal.Event)
	a.Case.Proposal.Reason = d.Reason
	return a.decideProposal(false)
}

// unsign clears signatures when another award is proposed: each is for one text.
func (a *Act) unsign() {
	for i := range a.Case.Seats {
		if s := &a.Case.Seats[i]; !s.SignedOn.IsZero() {
			s.SignedOn = none
			a.Case.Change(s)
		}
	}
}

// SignAward is an arbitrator's own signature on the award that waits (仲裁员签名).
type SignAward struct{ Dated }

func (SignAward) Event() workflows.Event { return workflows.SignAward }

func (SignAward) Apply(a *Act) error {
	for i := range a.Case.Seats {
		s := &a.Case.Seats[i]
		if s.AccountID != a.Who.Account || s.Seat != "member" {
			continue
		}
		if !s.SignedOn.IsZero() {
			return fault.New(fault.Conflict, "already-signed", text("您已经签过名。", "You have signed already."))
		}
		s.SignedOn = a.On
		a.Case.Change(s)
	}
	return nil
}
