package models

import (
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// OrganisationRow says that a mediation organisation has or had a case, in the order of its list.
type OrganisationRow struct {
	CommissionID   int64 `gorm:"primaryKey;autoIncrement:false"`
	OrganisationID int64 `gorm:"primaryKey;autoIncrement:false"`
	CaseID         int64 `gorm:"primaryKey;autoIncrement:false"`
	State          workflows.State
	Open           bool
	DueKey         calendar.Date
	AmberOn        calendar.Date
	RedOn          calendar.Date
	HearingKey     calendar.Date
	NumberKey      int64
}

func (OrganisationRow) TableName() string { return "organisation_lists" }

// saveOrganisationLists brings the lists of the organisations up to date that have or had the case.
func (c *Case) saveOrganisationLists(b *batch) {
	seen := map[int64]bool{}
	add := func(id int64) {
		if seen[id] {
			return
		}
		seen[id] = true
		b.query(`insert into organisation_lists (commission_id, organisation_id, case_id, state, open, due_key, amber_on, red_on, hearing_key, number_key) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
			on conflict (commission_id, organisation_id, case_id) do update set state = excluded.state, open = excluded.open, due_key = excluded.due_key, amber_on = excluded.amber_on, red_on = excluded.red_on,
				hearing_key = excluded.hearing_key, number_key = excluded.number_key`, nil,
			c.CommissionID, id, c.ID, string(c.State), c.Open, c.DueKey, c.AmberOn, c.RedOn, c.HearingKey, c.NumberKey)
	}
	if c.OrganisationID != nil {
		add(*c.OrganisationID)
	}
	for _, m := range c.Mediations {
		add(m.OrganisationID)
	}
}
