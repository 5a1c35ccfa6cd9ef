package casework

import (
	"context"
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// OrganisationPage is a mediation organisation as its manager sees it (本组织): who mediates and with how much at hand, who is on duty,
// what waits to be assigned, and the organisation's own figures.
type OrganisationPage struct {
	Name      string          `json:"name"`
	Town      string          `json:"town,omitempty"`
	Today     calendar.Date   `json:"today"`
	Pool      []Candidate     `json:"pool" doc:"调解员，按分案规则排 The mediators, in the order of the rule"`
	Results   []MediatorYear  `json:"results" doc:"各人今年的结果 What each has ended this year"`
	Rule      string          `json:"rule" doc:"分案规则的版本 Version of the rule"`
	Weights   []WeightView    `json:"weights"`
	Waiting   []WaitingMatter `json:"waiting" doc:"待指派，先到期的在前 What waits to be assigned, what is due first coming first"`
	Roster    []RosterDay     `json:"roster" doc:"今后四周的值班表 The roster of the coming four weeks"`
	Figures   []IndicatorView `json:"figures" doc:"本组织今年的指标 The organisation's own figures this year"`
	MayRoster bool            `json:"may_roster" doc:"可以排值班表 May keep the roster"`
}

// MediatorYear is what one mediator has ended this year.
type MediatorYear struct {
	Account   int64 `json:"account"`
	Concluded int   `json:"concluded" doc:"今年结束的 Ended this year"`
	Settled   int   `json:"settled" doc:"其中调解成功的 Of these with an agreement"`
}

// WaitingMatter is a mediation that nobody was given yet.
type WaitingMatter struct {
	Ref         string          `json:"ref"`
	Number      string          `json:"number,omitempty"`
	Applicants  string          `json:"applicants"`
	Respondents string          `json:"respondents"`
	Town        string          `json:"town,omitempty"`
	SameTown    bool            `json:"same_town,omitempty" doc:"就在本组织的乡镇街道 In the organisation's own town"`
	ReceivedOn  calendar.Date   `json:"received_on"`
	Due         calendar.Date   `json:"due"`
	Light       workflows.Light `json:"light"`
	Left        int             `json:"left"`
}

// RosterDay is one working day of the roster.
type RosterDay struct {
	On   calendar.Date `json:"on"`
	Duty []Choice      `json:"duty" doc:"值班的调解员 Who is on duty"`
}

// rosterDays is how far ahead a roster is kept, in natural days: four weeks, today included.
const rosterDays = 28

// SeeOrganisation shows it to its manager, and to nobody else.
func (d *Desk) SeeOrganisation(ctx context.Context, who policies.Actor) (*OrganisationPage, error) {
	var out *OrganisationPage
	var id int64
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		p, err := d.placeFor(tx, who, policies.ViewOrganisation)
		if err != nil {
			return err
		}
		if p.org == nil {
			return policies.Forbid()
		}
		id = p.org.ID
		_, may := d.placeFor(tx, who, policies.KeepRoster)
		out = &OrganisationPage{Name: p.org.Name, Town: p.org.Town, Today: tx.Today(), Pool: []Candidate{}, Results: []MediatorYear{}, Rule: RankingRule, Weights: weightViews(mediatorWeights), Waiting: []WaitingMatter{}, MayRoster: may == nil}
		return p.fillOrganisation(tx, out)
	})
	if err != nil {
		return nil, fmt.Errorf("organisation: %w", err)
	}
	f, err := d.SeeFigures(ctx, who, FiguresQuery{Organisation: id})
	if err != nil {
		return nil, fmt.Errorf("organisation: %w", err)
	}
	out.Figures = f.Indicators
	return out, nil
}

func (p workplace) fillOrganisation(tx *models.Tx, out *OrganisationPage) error {
	loads, err := models.MediatorLoads(tx, p.commission, p.org.ID)
	if err != nil {
		return err
	}
	out.Pool = rank(loads, mediatorWeights, nil)
	for _, c := range out.Pool {
		i := slices.IndexFunc(loads, func(l models.Loaded) bool { return l.Account == c.Account })
		out.Results = append(out.Results, MediatorYear{c.Account, loads[i].Concluded, loads[i].Settled})
	}
	waiting, err := models.MediationWork(tx, *p.org, 0)
	if err != nil {
		return err
	}
	in, err := rules(tx, p.commission)
	if err != nil {
		return err
	}
	for _, w := range waiting {
		m := WaitingMatter{Ref: w.Ref, Number: w.Number, Applicants: w.Applicants, Respondents: w.Respondents, Town: w.Town, SameTown: w.Town != "" && w.Town == p.org.Town, ReceivedOn: w.ReceivedOn}
		m.Due, m.Light, m.Left = workLight(w, tx, in)
		out.Waiting = append(out.Waiting, m)
	}
	out.Roster, err = p.roster(tx, in.Days)
	return err
}

// roster are the working days from today on, each with who is on duty.
func (p workplace) roster(tx *models.Tx, days *calendar.Holidays) ([]RosterDay, error) {
	from, to := tx.Today(), tx.Today().Next(rosterDays-1)
	duties, err := models.DutiesBetween(tx, *p.org, from, to)
	if err != nil {
		return nil, err
	}
	list := []RosterDay{}
	for on := from; !on.After(to); on = on.Next(1) {
		if !days.Working(on) {
			continue
		}
		r := RosterDay{On: on, Duty: []Choice{}}
		for _, u := range duties {
			if u.On == on {
				r.Duty = append(r.Duty, Choice{u.Account, u.Name})
			}
		}
		list = append(list, r)
	}
	return list, nil
}
