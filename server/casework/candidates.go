package casework

import (
	"context"
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Candidates are who may get a case, in the order of the published rule, with the first proposal (组庭建议、指派建议). Nothing is
// decided by it: whoever forms the tribunal or assigns the mediator chooses, and the record keeps both.
type Candidates struct {
	Ref         string       `json:"ref"`
	Number      string       `json:"number,omitempty"`
	For         string       `json:"for" enum:"tribunal,replacement,mediation" doc:"给谁排的 What is proposed"`
	Rule        string       `json:"rule" doc:"分案规则的版本 Version of the rule"`
	Weights     []WeightView `json:"weights" doc:"怎么计分 How points are counted"`
	Weights2    []WeightView `json:"recorder_weights,omitempty" doc:"书记员怎么计分 How a recorder's points are counted"`
	Seats       int          `json:"seats,omitempty" doc:"要几名仲裁员 How many arbitrators"`
	SeatsWhy    law.Text     `json:"seats_why"`
	Arbitrators []Candidate  `json:"arbitrators,omitempty"`
	Recorders   []Candidate  `json:"recorders,omitempty"`
	Mediators   []Candidate  `json:"mediators,omitempty"`
	Proposal    Proposal     `json:"proposal"`
	Town        string       `json:"town,omitempty" doc:"争议所在的乡镇街道 Town of the dispute"`
	SameTown    bool         `json:"same_town,omitempty" doc:"就在本调解组织的乡镇街道 It is the organisation's own town"`
	Short       bool         `json:"short,omitempty" doc:"没有回避情形的人不够 Too few without a conflict"`
}

// Proposal is whom the rule proposes, the presiding one first; fewer than needed where too few are free of conflict.
type Proposal struct {
	Arbitrators []int64 `json:"arbitrators,omitempty"`
	Recorder    int64   `json:"recorder,omitempty"`
	Mediator    int64   `json:"mediator,omitempty"`
}

// CandidatesQuery says for which step somebody is wanted, where it is not plain from the case.
type CandidatesQuery struct {
	Step string `json:"step,omitempty" query:"step" enum:"form-tribunal,replace-seat,assign-mediator" doc:"为哪一步；更换组成人员的，现任的不再建议 For which step; where a seat changes hands, those who sit are not proposed"`
}

// SeeCandidates ranks the arbitrators and recorders for whoever forms the tribunal, the mediators for whoever assigns one.
func (d *Desk) SeeCandidates(ctx context.Context, who policies.Actor, ref string, q CandidatesQuery) (*Candidates, error) {
	var out *Candidates
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ViewCase)
		if err != nil {
			return err
		}
		head, organiser := g.May(policies.Acting(workflows.Head)), g.May(policies.Acting(workflows.Organiser))
		in, err := rules(tx, c.CommissionID)
		if err != nil {
			return err
		}
		f := c.Facts(in, tx.Today())
		switch {
		case !head && !organiser:
			return policies.Forbid()
		case organiser && f.Mediation.Running:
			out, err = mediatorCandidates(tx, c, tx.Today())
		case head && c.State.Proceeding():
			out, err = seatCandidates(tx, c, f, tx.Today(), q.Step == string(workflows.ReplaceSeat))
		default:
			err = fault.Refuse("nobody-wanted", text("案件现在不组庭，也不指派调解员。", "No tribunal is formed and no mediator assigned at this stage."), law.Arbitration(32))
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("candidates: %w", err)
	}
	return out, nil
}

// seatCandidates ranks for a tribunal, or for one seat of it that changes hands: three statements, however many people there are.
func seatCandidates(tx *models.Tx, c *models.Case, f workflows.Facts, on calendar.Date, replacing bool) (*Candidates, error) {
	arbitrators, err := models.SeatLoads(tx, c.CommissionID, false)
	if err != nil {
		return nil, err
	}
	recorders, err := models.SeatLoads(tx, c.CommissionID, true)
	if err != nil {
		return nil, err
	}
	against, err := models.Conflicts(tx, c.CommissionID, []int64{c.ID}, slices.Concat(accountsOf(arbitrators), accountsOf(recorders)), on)
	if err != nil {
		return nil, err
	}
	out := &Candidates{Ref: c.Ref, Number: c.CaseNumber(), For: "tribunal", Rule: RankingRule, Weights: weightViews(seatWeights), Weights2: weightViews(recorderWeights),
		Seats: 1, SeatsWhy: text("没有必须三人组庭的情形，建议独任", "nothing here demands three, so one is proposed"), Town: c.Town}
	if f.NeedsThree() {
		out.Seats, out.SeatsWhy = 3, text("集体争议或者集体合同争议，要三名仲裁员", "a collective dispute, or one over a collective contract, needs three")
	}
	if replacing {
		out.For, out.Seats, out.SeatsWhy = "replacement", 1, law.Text{}
		for _, s := range c.Seats {
			against = append(against, models.Against{CaseID: c.ID, AccountID: s.AccountID, Kind: alreadyThere})
		}
	}
	out.Arbitrators = rank(arbitrators, seatWeights, barsOf(against, barsSeat, c.ID))
	out.Recorders = rank(recorders, recorderWeights, barsOf(against, barsRecorder, c.ID))
	for _, s := range c.Seats {
		for _, list := range [][]Candidate{out.Arbitrators, out.Recorders} {
			for i := range list {
				list[i].Here = list[i].Here || list[i].Account == s.AccountID
			}
		}
	}
	out.Proposal.Arbitrators = firstFree(out.Arbitrators, out.Seats)
	others := out.Proposal.Arbitrators
	if replacing {
		others = nil // one seat alone changes hands
	}
	if r := firstFree(out.Recorders, 1, others...); len(r) > 0 {
		out.Proposal.Recorder = r[0]
	}
	out.Short = len(out.Proposal.Arbitrators) < out.Seats || out.Proposal.Recorder == 0
	return out, nil
}

func accountsOf(loads []models.Loaded) []int64 {
	ids := make([]int64, len(loads))
	for i, l := range loads {
		ids[i] = l.Account
	}
	return ids
}

// mediatorCandidates ranks for the mediation under way.
func mediatorCandidates(tx *models.Tx, c *models.Case, on calendar.Date) (*Candidates, error) {
	m := c.Mediation()
	org, err := models.OrganisationByID(tx, m.OrganisationID)
	if err != nil {
		return nil, err
	}
	loads, err := models.MediatorLoads(tx, c.CommissionID, m.OrganisationID)
	if err != nil {
		return nil, err
	}
	against, err := models.Conflicts(tx, c.CommissionID, []int64{c.ID}, accountsOf(loads), on)
	if err != nil {
		return nil, err
	}
	out := &Candidates{Ref: c.Ref, Number: c.CaseNumber(), For: "mediation", Rule: RankingRule, Weights: weightViews(mediatorWeights),
		Mediators: rank(loads, mediatorWeights, barsOf(against, barsMediator, c.ID)), Town: c.Town, SameTown: c.Town != "" && c.Town == org.Town}
	for i := range out.Mediators {
		out.Mediators[i].Here = m.MediatorID != nil && *m.MediatorID == out.Mediators[i].Account
	}
	if ids := firstFree(out.Mediators, 1); len(ids) > 0 {
		out.Proposal.Mediator = ids[0]
	}
	out.Short = out.Proposal.Mediator == 0
	return out, nil
}

// proposedWas keeps beside a choice what the rule proposed when it was made (留痕): accounts only, no names.
func (a *Act) proposedWas(proposed, chosen []int64) {
	if proposed == nil {
		proposed = []int64{}
	}
	a.Detail["proposed"], a.Detail["rule"], a.Detail["as_proposed"] = proposed, RankingRule, slices.Equal(proposed, chosen)
}

func (c *Candidates) proposedMediator() []int64 {
	if c.Proposal.Mediator == 0 {
		return nil
	}
	return []int64{c.Proposal.Mediator}
}
