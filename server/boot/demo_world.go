package boot

import (
	"context"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/demo"
	"tiaocai/workflows/calendar"
)

// SeedWorld makes the demo's disputes, once. Broken off, it goes on where it was the next time,
// for the day on which it was begun.
func (p *Program) SeedWorld(ctx context.Context) error {
	on, whole, err := p.demoWorld(ctx)
	if err != nil || whole {
		return err
	}
	parts := demo.Parts{Desk: p.deskAt, Clock: p.Actors.Clock, Today: on, Say: p.say}
	err = p.DB.Reading(ctx, p.now(), func(tx *models.Tx) (err error) {
		parts.People, parts.Orgs, err = demoCast(tx)
		return err
	})
	if err != nil {
		return err
	}
	if err := demo.Make(ctx, parts); err != nil {
		return err
	}
	return p.DB.InTx(ctx, p.now(), func(tx *models.Tx) error {
		return tx.Exec(`update demo_world set finished_at = ?`, tx.Now).Error
	})
}

// demoWorld is the day the world stands on, noted before it is begun.
func (p *Program) demoWorld(ctx context.Context) (on calendar.Date, whole bool, err error) {
	err = p.DB.InTx(ctx, p.now(), func(tx *models.Tx) error {
		if err := tx.Exec(`insert into demo_world (stands_on) values (?) on conflict do nothing`, tx.Today()).Error; err != nil {
			return err
		}
		var row struct {
			StandsOn   calendar.Date
			FinishedAt *time.Time
		}
		err := tx.Raw(`select stands_on, finished_at from demo_world`).Scan(&row).Error
		on, whole = row.StandsOn, row.FinishedAt != nil
		return err
	})
	return on, whole, err
}

// demoCast are the demo's people and organisations.
func demoCast(tx *models.Tx) (map[string]policies.Actor, []int64, error) {
	people := map[string]policies.Actor{}
	var rows []models.Account
	if err := tx.Where("login in ?", DemoLogins()).Find(&rows).Error; err != nil {
		return nil, nil, err
	}
	for _, a := range rows {
		people[a.Login] = policies.Actor{Account: a.ID, Name: a.Name}
	}
	var orgs []int64
	return people, orgs, tx.Raw(`select id from organisations where commission_id = 1 order by id limit 3`).Scan(&orgs).Error
}

// deskAt is a door like the program's own that believes another clock.
func (p *Program) deskAt(now func() time.Time) *casework.Desk {
	parts := p.parts
	parts.Now = now
	return casework.New(parts)
}
