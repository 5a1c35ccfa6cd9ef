package models

import (
	"gorm.io/gorm/clause"

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
}

func (OrganisationRow) TableName() string { return "organisation_lists" }

// saveOrganisationLists brings the lists of the organisations up to date that have or had the case.
func (c *Case) saveOrganisationLists(tx *Tx) error {
	var rows []OrganisationRow
	seen := map[int64]bool{}
	add := func(id int64) {
		if !seen[id] {
			seen[id] = true
			rows = append(rows, OrganisationRow{c.CommissionID, id, c.ID, c.State, c.Open, c.DueKey})
		}
	}
	if c.OrganisationID != nil {
		add(*c.OrganisationID)
	}
	for _, m := range c.Mediations {
		add(m.OrganisationID)
	}
	if len(rows) == 0 {
		return nil
	}
	return tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&rows).Error
}
