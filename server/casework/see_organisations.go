package casework

import (
	"context"
	"slices"

	"tiaocai/models"
)

// OrganisationView is a mediation organisation on record, for whoever looks for one near them.
type OrganisationView struct {
	Name string `json:"name"`
	Town string `json:"town,omitempty"`
	Near bool   `json:"near,omitempty" doc:"就在所选的乡镇街道 In the town that was asked for"`
	Duty bool   `json:"duty,omitempty" doc:"今天有人值班 Somebody is on duty today"`
}

// Mediators are the mediation organisations of the home commission (调解组织名册), those of a town first,
// and the towns there are.
type Mediators struct {
	Town  string             `json:"town,omitempty"`
	Towns []string           `json:"towns"`
	List  []OrganisationView `json:"organisations"`
}

// MediatorsQuery asks for those near a town.
type MediatorsQuery struct {
	Town string `json:"town,omitempty" query:"town" maxLength:"40" doc:"乡镇街道 Town"`
}

// SeeMediators lists the organisations. It reads no case.
func (d *Desk) SeeMediators(ctx context.Context, q MediatorsQuery) (*Mediators, error) {
	out := &Mediators{Town: q.Town, Towns: []string{}, List: []OrganisationView{}}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		home, err := models.Home(tx)
		if err != nil {
			return err
		}
		rows, err := models.Organisations(tx, home)
		if err != nil {
			return err
		}
		duty, err := models.OnDuty(tx, home, tx.Today())
		for _, o := range rows {
			out.List = append(out.List, OrganisationView{o.Name, o.Town, q.Town != "" && o.Town == q.Town, duty[o.ID]})
			if o.Town != "" && !slices.Contains(out.Towns, o.Town) {
				out.Towns = append(out.Towns, o.Town)
			}
		}
		return err
	})
	slices.SortStableFunc(out.List, func(a, b OrganisationView) int {
		switch {
		case a.Near == b.Near:
			return 0
		case a.Near:
			return -1
		}
		return 1
	})
	return out, err
}
