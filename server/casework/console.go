package casework

import (
	"context"
	"fmt"
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// Console are the acts on accounts that the command line offers to whoever runs the machine (server admin): the same as
// the administrator's, for when there is no administrator who can sign in. The commission's log names them as done there.
var Console = map[string]func(*Desk, context.Context, string) (*PersonMade, error){
	"link": func(d *Desk, ctx context.Context, login string) (*PersonMade, error) {
		return console(ctx, d, login, manager.giveLink)
	},
	"reset": func(d *Desk, ctx context.Context, login string) (*PersonMade, error) {
		return console(ctx, d, login, func(m manager, id int64) (*PersonMade, error) { _, err := m.resetFactor(id); return nil, err })
	},
	"disable": func(d *Desk, ctx context.Context, login string) (*PersonMade, error) {
		return console(ctx, d, login, func(m manager, id int64) (*PersonMade, error) { _, err := m.shut(id, true); return nil, err })
	},
	"enable": func(d *Desk, ctx context.Context, login string) (*PersonMade, error) {
		return console(ctx, d, login, func(m manager, id int64) (*PersonMade, error) { _, err := m.shut(id, false); return nil, err })
	},
}

// MakeAdmin makes an administrator of a commission, from the command line; it gives a one-time sign-in and sets no password.
func (d *Desk) MakeAdmin(ctx context.Context, commission int64, login, name string) (*PersonMade, error) {
	out, err := atConsole(ctx, d, commission, func(m manager) (*PersonMade, error) {
		a := &models.Account{Login: strings.ToLower(login), Name: name, CreatedAt: m.tx.Now}
		if err := m.tx.Create(a).Error; err != nil {
			return nil, err
		}
		if err := models.GiveRole(m.tx, a.ID, policies.Post{Role: policies.SysAdmin, Commission: commission}, nil); err != nil {
			return nil, err
		}
		if err := m.record("make-account", a.ID, string(policies.SysAdmin)); err != nil {
			return nil, err
		}
		return m.signInOnce(m.tx, a)
	})
	if models.Unique(err, "accounts_login_key") {
		err = bad("login", "这个账号已经有了。", "There is such an account already.")
	}
	return out, err
}

func console(ctx context.Context, d *Desk, login string, f func(manager, int64) (*PersonMade, error)) (*PersonMade, error) {
	return atConsole(ctx, d, 0, func(m manager) (*PersonMade, error) {
		var id int64
		if err := m.tx.Raw("select id from accounts where login = ? and not system", strings.ToLower(strings.TrimSpace(login))).Scan(&id).Error; err != nil {
			return nil, err
		}
		if id == 0 {
			return nil, fault.New(fault.NotFound, "no-such-account", text("没有这个账号。", "There is no such account."))
		}
		return f(m.about(Named{login}), id)
	})
}

// atConsole runs an act in a commission, or in that of this installation if it is 0.
func atConsole(ctx context.Context, d *Desk, commission int64, f func(manager) (*PersonMade, error)) (out *PersonMade, err error) {
	err = d.db.Act(ctx, d.now(), func(tx *models.Tx) (err error) {
		if commission == 0 {
			if commission, err = models.Home(tx); err != nil {
				return err
			}
		}
		by, err := models.ConsoleAccount(tx)
		if err != nil {
			return err
		}
		if err := models.LockCommission(tx, commission); err != nil {
			return err
		}
		out, err = f(manager{Desk: d, tx: tx, who: policies.Actor{Account: by}, commission: commission, by: "console"})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("command line: %w", err)
	}
	return out, nil
}
