package casework

import (
	"context"
	"fmt"
	"slices"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// The work of somebody who leaves goes to others (移交): first a dry run that changes nothing, then each case by itself through
// the door, as the dry run showed it or not at all.

// LeavingQuery asks for the work of one account; without one, for the people who have any.
type LeavingQuery struct {
	Account int64 `json:"account,omitempty" query:"account" minimum:"0" doc:"谁的案件要移交；不填列出有在办案件的人 Whose work is handed over; left out: who has any"`
}

// Leaving is who has work at hand, and the dry run for one of them (移交试算).
type Leaving struct {
	Today   calendar.Date  `json:"today"`
	Unit    string         `json:"unit,omitempty" doc:"调解组织；仲裁委的为空 The organisation; blank for a commission"`
	People  []Leaver       `json:"people" doc:"有在办案件的人 Who has open work"`
	Account int64          `json:"account,omitempty"`
	Name    string         `json:"name,omitempty"`
	Rows    []LeavingRow   `json:"rows,omitempty" doc:"试算，最先到期的在前 The dry run, what is due first coming first"`
	Movable int            `json:"movable" doc:"可以移交的件数 How many can be handed over"`
	More    bool           `json:"more,omitempty" doc:"还有没列出的，移交以后再试算 There are more: run it again afterwards"`
	Rule    string         `json:"rule" doc:"分案规则的版本 Version of the rule"`
	Weights []WeightView   `json:"weights"`
	Earlier []HandoverView `json:"earlier" doc:"以前的移交 Earlier ones"`
}

// Leaver is somebody with open work.
type Leaver struct {
	Account int64  `json:"account"`
	Name    string `json:"name"`
	Gone    bool   `json:"gone,omitempty" doc:"已经没有这个角色，或者账号已停用 Holds the role no longer, or the account is locked"`
	Open    int    `json:"open"`
	Overdue int    `json:"overdue"`
}

// LeavingRow is one open case in the dry run.
type LeavingRow struct {
	Ref         string            `json:"ref"`
	Number      string            `json:"number,omitempty"`
	Role        policies.Standing `json:"role" enum:"sole,presiding,member,recorder,mediator" doc:"在本案的身份 Their part in it"`
	StateName   law.Text          `json:"state_name"`
	Applicants  string            `json:"applicants"`
	Respondents string            `json:"respondents"`
	Due         calendar.Date     `json:"due"`
	Light       workflows.Light   `json:"light"`
	Left        int               `json:"left"`
	Version     int               `json:"version" doc:"试算时的版本；移交时有变化的不办 The version seen; a case that changed is not moved"`
	Proposed    int64             `json:"proposed,omitempty" doc:"建议的接手人 The proposed successor"`
	Name        string            `json:"name,omitempty"`
	Why         law.Text          `json:"why" doc:"建议的原因 Why them"`
	Cannot      *law.Text         `json:"cannot,omitempty" doc:"不能移交的原因 Why it cannot be handed over"`
	Choices     []Choice          `json:"choices,omitempty" doc:"可以接手的人 Who could take it"`
}

// SeeLeaving lists who has work at hand and tries out where one person's would go. It changes nothing.
func (d *Desk) SeeLeaving(ctx context.Context, who policies.Actor, q LeavingQuery) (*Leaving, error) {
	var out *Leaving
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		p, err := d.placeFor(tx, who, policies.Reassign)
		if err != nil {
			return err
		}
		if out, err = p.leaving(tx); err != nil || q.Account == 0 {
			return err
		}
		i := slices.IndexFunc(out.People, func(l Leaver) bool { return l.Account == q.Account })
		if i < 0 { // nobody with work here: whether there is such an account is not told
			return fault.New(fault.NotFound, "no-open-work", text("这里没有此人的在办案件。", "This person has no open work here."))
		}
		out.Account, out.Name = q.Account, out.People[i].Name
		plan, err := p.plan(tx, q.Account)
		if err != nil {
			return err
		}
		out.Rows, out.More = plan, out.People[i].Open > len(plan)
		for _, r := range plan {
			if r.Cannot == nil {
				out.Movable++
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("leaving: %w", err)
	}
	return out, nil
}

// workplace is where somebody gives out work: a commission, or one of its organisations.
type workplace struct {
	commission int64
	org        *models.Organisation // nil: the commission itself
}

func (p workplace) organisation() int64 {
	if p.org == nil {
		return 0
	}
	return p.org.ID
}

// placeFor is the workplace in which somebody may do an act that is about no case.
func (d *Desk) placeFor(tx *models.Tx, who policies.Actor, act policies.Act) (workplace, error) {
	posts, err := models.PostsOf(tx, who.Account)
	if err != nil {
		return workplace{}, err
	}
	for _, p := range posts {
		switch {
		case !d.postMay(p, act):
		case p.Commission != 0:
			return workplace{commission: p.Commission}, nil
		case p.Organisation != 0:
			org, err := models.OrganisationByID(tx, p.Organisation)
			if err != nil {
				return workplace{}, err
			}
			return workplace{org.CommissionID, org}, nil
		}
	}
	return workplace{}, policies.Forbid()
}

func (p workplace) leaving(tx *models.Tx) (*Leaving, error) {
	out := &Leaving{Today: tx.Today(), People: []Leaver{}, Rule: RankingRule, Weights: weightViews(seatWeights), Earlier: []HandoverView{}}
	if p.org != nil {
		out.Unit, out.Weights = p.org.Name, weightViews(mediatorWeights)
	}
	people, err := models.PeopleWithWork(tx, p.commission, p.organisation())
	if err != nil {
		return nil, err
	}
	for _, w := range people {
		out.People = append(out.People, Leaver{w.Account, w.Name, w.Gone, w.Open, w.Overdue})
	}
	earlier, err := models.Handovers(tx, p.commission, p.organisation())
	for _, h := range earlier {
		out.Earlier = append(out.Earlier, HandoverView{ID: h.ID, Name: h.Name, MadeAt: h.MadeAt.In(models.Zone), Moved: h.Moved, Failed: h.Failed, Left: h.Waiting})
	}
	return out, err
}

// work is what somebody has at hand here.
func (p workplace) work(tx *models.Tx, account int64) ([]models.WorkRow, error) {
	if p.org != nil {
		return models.MediationWork(tx, *p.org, account)
	}
	return models.SeatWork(tx, p.commission, account)
}

// HandoverView is how a handover went: each case moved, failed with its reason, or is left.
type HandoverView struct {
	ID      int64          `json:"id"`
	Account int64          `json:"account,omitempty"`
	Name    string         `json:"name" doc:"移交人 Who hands over"`
	Reason  string         `json:"reason,omitempty"`
	MadeAt  time.Time      `json:"made_at"`
	Moved   int            `json:"moved"`
	Failed  int            `json:"failed"`
	Left    int            `json:"left" doc:"还没有办的，再按一次接着办 Not dealt with yet; asked again, it goes on"`
	Rows    []HandoverCase `json:"rows,omitempty"`
}

// HandoverCase is one case of it.
type HandoverCase struct {
	Ref        string            `json:"ref"`
	Number     string            `json:"number,omitempty"`
	Role       policies.Standing `json:"role"`
	Successor  int64             `json:"successor"`
	Name       string            `json:"name"`
	AsProposed bool              `json:"as_proposed" doc:"与建议一致 As proposed"`
	State      string            `json:"state" enum:"waiting,moved,failed"`
	Says       *law.Text         `json:"says,omitempty" doc:"没有移交的原因 Why it was not moved"`
}

// SeeHandover shows how one went.
func (d *Desk) SeeHandover(ctx context.Context, who policies.Actor, id int64) (*HandoverView, error) {
	var out *HandoverView
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		h, err := d.handover(tx, who, id)
		if err != nil {
			return err
		}
		out, err = handoverView(tx, h)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("see handover: %w", err)
	}
	return out, nil
}

// handover is one of the place in which somebody gives out work; any other of the commission is forbidden.
func (d *Desk) handover(tx *models.Tx, who policies.Actor, id int64) (*models.Handover, error) {
	p, err := d.placeFor(tx, who, policies.Reassign)
	if err != nil {
		return nil, err
	}
	h, err := models.HandoverOf(tx, p.commission, id)
	if err != nil {
		return nil, err
	}
	switch {
	case h == nil:
		return nil, fault.Missing()
	case (h.OrganisationID == nil) != (p.org == nil), p.org != nil && *h.OrganisationID != p.org.ID:
		return nil, policies.Forbid()
	}
	return h, nil
}

func handoverView(tx *models.Tx, h *models.Handover) (*HandoverView, error) {
	names, err := models.AccountNames(tx, []int64{h.AccountID})
	if err != nil {
		return nil, err
	}
	lines, err := models.HandoverLines(tx, h)
	if err != nil {
		return nil, err
	}
	v := &HandoverView{ID: h.ID, Account: h.AccountID, Name: names[h.AccountID], Reason: h.Reason, MadeAt: h.MadeAt.In(models.Zone)}
	for _, l := range lines {
		c := HandoverCase{Ref: l.Ref, Number: l.Number, Role: l.Standing, Successor: l.Successor, Name: l.Name, AsProposed: l.Proposed == l.Successor, State: l.State}
		switch l.State {
		case "moved":
			v.Moved++
		case "failed":
			v.Failed++
			says := l.Says
			c.Says = &says
		default:
			v.Left++
		}
		v.Rows = append(v.Rows, c)
	}
	return v, nil
}

// MayReassign says whether somebody gives out work anew.
func (d *Desk) MayReassign(ctx context.Context, who policies.Actor) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		_, err := d.placeFor(tx, who, policies.Reassign)
		return err
	})
}
