package casework

import (
	"context"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// NewPerson is an account that the administrator makes for a colleague (开设账号). The colleague
// signs in once with a link and chooses a password.
type NewPerson struct {
	Login        string `json:"login" minLength:"2" maxLength:"64" pattern:"^[a-z0-9][a-z0-9._@-]+$" doc:"账号 Account"`
	Name         string `json:"name" minLength:"1" maxLength:"60" doc:"姓名 Name"`
	Role         string `json:"role" enum:"director,court_head,intake,arbitrator,recorder,mediator,org_manager,supervision,statistics,sysadmin,audit" doc:"角色 Role"`
	Organisation int64  `json:"organisation,omitempty" doc:"调解组织（调解员和组织管理员）Organisation, for mediators and managers"`
}

// PersonMade is the new account with its one-time sign-in, shown once.
type PersonMade struct {
	Account int64     `json:"account"`
	Login   string    `json:"login"`
	SignIn  string    `json:"sign_in" doc:"一次性登录链接 One-time sign-in"`
	Until   time.Time `json:"until"`
}

// MakePerson makes the account, gives it its role in the administrator's commission, and a
// one-time sign-in for three days.
func (d *Desk) MakePerson(ctx context.Context, who policies.Actor, in NewPerson, o Options) (*PersonMade, error) {
	out, err := managing(ctx, d, who, o, func(m manager) (*PersonMade, error) { return m.makePerson(in) })
	if models.Unique(err, "accounts_login_key") {
		err = bad("login", "这个账号已经有人用了，请换一个。", "This account name is taken; please choose another.")
	}
	if err != nil {
		return nil, fmt.Errorf("make person: %w", err)
	}
	return out, nil
}

// administers is the commission whose accounts somebody manages.
func (d *Desk) administers(tx *models.Tx, who policies.Actor) (int64, error) {
	return d.holds(tx, who, policies.ManagePeople)
}

// holds is the commission in which somebody may do an act that is about no case.
func (d *Desk) holds(tx *models.Tx, who policies.Actor, act policies.Act) (int64, error) {
	p, err := d.post(tx, who, act)
	return p.Commission, err
}

// post is the post in a commission by which somebody may do an act that is about no case.
func (d *Desk) post(tx *models.Tx, who policies.Actor, act policies.Act) (policies.Post, error) {
	posts, err := models.PostsOf(tx, who.Account)
	if err != nil {
		return policies.Post{}, err
	}
	for _, p := range posts {
		if p.Commission != 0 && d.postMay(p, act) {
			return p, nil
		}
	}
	return policies.Post{}, policies.Forbid()
}

// MayManage says whether somebody manages accounts.
func (d *Desk) MayManage(ctx context.Context, who policies.Actor) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		_, err := d.administers(tx, who)
		return err
	})
}

func (m manager) makePerson(in NewPerson) (*PersonMade, error) {
	post, err := m.postFor(in.Role, in.Organisation)
	if err != nil {
		return nil, err
	}
	a := &models.Account{Login: in.Login, Name: in.Name, CreatedAt: m.tx.Now}
	if err := m.tx.Create(a).Error; err != nil {
		return nil, err
	}
	if err := models.GiveRole(m.tx, a.ID, post, &m.who.Account); err != nil {
		return nil, err
	}
	if err := m.record("make-account", a.ID, in.Role); err != nil {
		return nil, err
	}
	return m.signInOnce(m.tx, a)
}

func (d *Desk) signInOnce(tx *models.Tx, a *models.Account) (*PersonMade, error) {
	token := models.NewToken()
	until := tx.Now.Add(72 * time.Hour)
	out := &PersonMade{Account: a.ID, Login: a.Login, SignIn: d.url + "/sign-in/once?token=" + token, Until: until.In(models.Zone)}
	return out, tx.Create(&models.SignIn{Digest: tx.Keys.MAC("sign-in-once", token), AccountID: a.ID, ExpiresAt: until}).Error
}

// FirstSignIn uses a one-time sign-in and chooses a password (首次登录).
type FirstSignIn struct {
	Token    string `json:"token" minLength:"20" maxLength:"80" doc:"一次性登录码 One-time sign-in"`
	Password string `json:"password" minLength:"10" maxLength:"200" doc:"新密码，至少 10 个字符 New password, 10 signs at least"`
}

// UseSignIn sets the password and signs in; whoever has a second factor comes to it next. Each link works once, and
// whatever was open under the old password has ended.
func (d *Desk) UseSignIn(ctx context.Context, address string, in FirstSignIn) (Entry, error) {
	if err := d.guard(ctx, "sign-in-once", 20, time.Hour, address); err != nil {
		return Entry{}, err
	}
	hash, err := hashOf(ctx, in.Password)
	if err != nil {
		return Entry{}, err
	}
	var e Entry
	err = d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		var a models.Account
		err := tx.Raw(`update sign_ins s set used_at = ? from accounts a where a.id = s.account_id and s.digest = ? and s.used_at is null
			and s.expires_at > ? and not a.disabled returning a.id, a.name, a.login`, tx.Now, tx.Keys.MAC("sign-in-once", cleanCode(in.Token)), tx.Now).Scan(&a).Error
		if err != nil {
			return err
		}
		if a.ID == 0 {
			return fault.Missing()
		}
		e = Entry{Actor: policies.Actor{Account: a.ID, Name: a.Name}}
		if err := models.Forget(tx, "sign-in1", a.Login); err != nil {
			return err
		}
		if e.Round, err = models.TakePassword(tx, a.ID, hash); err != nil {
			return err
		}
		return e.enter(tx)
	})
	if fault.Is(err, fault.NotFound) {
		err = d.wrongGuess(ctx, "sign-in-once", address, "", text("登录链接无效、已经用过或已过期，请向管理员再要一个。", "The link is wrong, used or has run out. Please ask your administrator for another."))
	}
	return e, err
}
