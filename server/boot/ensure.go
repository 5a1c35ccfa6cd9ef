package boot

import (
	"context"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/jobs"
)

// ClockName is the name that the program's own clock (期限程序) signs its events with.
const ClockName = "期限程序"

// ensure makes what the program cannot do without: the commission itself and the accounts of the
// program's own actors, which sign events but can never sign in.
func (p *Program) ensure(ctx context.Context) error {
	err := p.DB.InTx(ctx, p.now(), func(tx *models.Tx) error {
		err := tx.Exec(`insert into commissions (id, name, name_en, series, address, phone)
			overriding system value values (1, '仙居县劳动人事争议仲裁委员会', 'Xianju County Labor and Personnel Dispute Arbitration Commission', '仙劳人仲', '浙江省台州市仙居县', '0576-87770000')
			on conflict (id) do nothing`).Error
		if err != nil {
			return err
		}
		if err := tx.Exec(`select setval(pg_get_serial_sequence('commissions', 'id'), greatest((select max(id) from commissions), 1))`).Error; err != nil {
			return err
		}
		clock, err := actor(tx, "clockwork", ClockName, policies.Clockwork)
		if err != nil {
			return err
		}
		postman, err := actor(tx, "postman", "通知程序", policies.Postman)
		p.Actors = jobs.Actors{Clock: clock, Postman: postman}
		return err
	})
	if err != nil {
		return err
	}
	return p.Desk.CountFigures(ctx)
}

func actor(tx *models.Tx, login, name string, role policies.Role) (policies.Actor, error) {
	err := tx.Exec(`insert into accounts (login, name, system, created_at) values (?, ?, true, ?) on conflict (login) do nothing`, login, name, tx.Now).Error
	if err != nil {
		return policies.Actor{}, err
	}
	a := policies.Actor{Name: name, Program: role}
	err = tx.Raw("select id from accounts where login = ? and system", login).Scan(&a.Account).Error
	return a, err
}
