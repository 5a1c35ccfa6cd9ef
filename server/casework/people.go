package casework

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/alexedwards/argon2id"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// NewPerson is an account that the administrator makes for a colleague (开设账号). The colleague
// signs in once with a link and chooses a password.
type NewPerson struct {
	Login        string `json:"login" minLength:"2" maxLength:"64" pattern:"^[a-z0-9][a-z0-9._@-]+$" doc:"账号 Account"`
	Name         string `json:"name" minLength:"1" maxLength:"60" doc:"姓名 Name"`
	Role         string `json:"role" enum:"director,court_head,intake,arbitrator,recorder,mediator,org_manager,supervision,statistics,audit" doc:"角色 Role"`
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
	var out *PersonMade
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.administers(tx, who)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*PersonMade, error) { return d.makePerson(tx, who, commission, in) })
		return err
	})
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

func (d *Desk) makePerson(tx *models.Tx, who policies.Actor, commission int64, in NewPerson) (*PersonMade, error) {
	post := policies.Post{Role: policies.Role(in.Role), Commission: commission}
	if post.Role == policies.Mediator || post.Role == policies.OrgManager {
		org, err := models.OrganisationByID(tx, in.Organisation)
		if err != nil || org.CommissionID != commission {
			return nil, bad("organisation", "请从名册里选一个调解组织。", "Please choose a mediation organisation from the list.")
		}
		post.Commission, post.Organisation = 0, org.ID
	}
	a := &models.Account{Login: in.Login, Name: in.Name, CreatedAt: tx.Now}
	if err := tx.Create(a).Error; err != nil {
		return nil, err
	}
	giver := who.Account
	if err := models.GiveRole(tx, a.ID, post, &giver); err != nil {
		return nil, err
	}
	return d.signInOnce(tx, a)
}

func (d *Desk) signInOnce(tx *models.Tx, a *models.Account) (*PersonMade, error) {
	token := models.NewToken()
	until := tx.Now.Add(72 * time.Hour)
	out := &PersonMade{Account: a.ID, Login: a.Login, SignIn: d.url + "/sign-in/once?token=" + token, Until: until}
	return out, tx.Create(&models.SignIn{Digest: tx.Keys.MAC("sign-in-once", token), AccountID: a.ID, ExpiresAt: until}).Error
}

// MakeAdmin makes the first administrator of a commission, from the command line; it prints a
// one-time sign-in and sets no password.
func (d *Desk) MakeAdmin(ctx context.Context, commission int64, login, name string) (*PersonMade, error) {
	var out *PersonMade
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) (err error) {
		a := &models.Account{Login: strings.ToLower(login), Name: name, CreatedAt: tx.Now}
		if err := tx.Create(a).Error; err != nil {
			return err
		}
		if err := models.GiveRole(tx, a.ID, policies.Post{Role: policies.SysAdmin, Commission: commission}, nil); err != nil {
			return err
		}
		out, err = d.signInOnce(tx, a)
		return err
	})
	if models.Unique(err, "accounts_login_key") {
		err = bad("login", "这个账号已经有了。", "There is such an account already.")
	}
	return out, err
}

// FirstSignIn uses a one-time sign-in and chooses a password (首次登录).
type FirstSignIn struct {
	Token    string `json:"token" minLength:"20" maxLength:"80" doc:"一次性登录码 One-time sign-in"`
	Password string `json:"password" minLength:"10" maxLength:"200" doc:"新密码，至少 10 个字符 New password, 10 signs at least"`
}

// UseSignIn sets the password and signs in. Each link works once.
func (d *Desk) UseSignIn(ctx context.Context, address string, in FirstSignIn) (policies.Actor, error) {
	if err := d.guard(ctx, "sign-in-once", 20, time.Hour, address); err != nil {
		return policies.Actor{}, err
	}
	hash, err := argon2id.CreateHash(in.Password, hashing)
	if err != nil {
		return policies.Actor{}, err
	}
	var who policies.Actor
	err = d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		err := tx.Raw(`update sign_ins s set used_at = ? from accounts a where a.id = s.account_id and s.digest = ? and s.used_at is null
			and s.expires_at > ? and not a.disabled returning a.id account, a.name`, tx.Now, tx.Keys.MAC("sign-in-once", cleanCode(in.Token)), tx.Now).Scan(&who).Error
		if err != nil {
			return err
		}
		if who.Account == 0 {
			return fault.Missing()
		}
		return tx.Exec("update accounts set password = ? where id = ?", hash, who.Account).Error
	})
	if fault.Is(err, fault.NotFound) {
		err = d.wrongGuess(ctx, "sign-in-once", address, "", text("登录链接无效、已经用过或已过期，请向管理员再要一个。", "The link is wrong, used or has run out. Please ask your administrator for another."))
	}
	return who, err
}

// RevokeRole takes a role away from an account (收回角色). It holds at once, in every process.
type RevokeRole struct {
	Account int64  `json:"account" minimum:"1" doc:"账号编号 Account"`
	Role    string `json:"role" enum:"director,court_head,intake,arbitrator,recorder,mediator,org_manager,supervision,statistics,audit" doc:"角色 Role"`
}

// Revoked says what was taken away.
type Revoked struct {
	Account int64  `json:"account"`
	Role    string `json:"role"`
}

// TakeRole revokes a role of somebody in the administrator's commission or its organisations.
func (d *Desk) TakeRole(ctx context.Context, who policies.Actor, in RevokeRole, o Options) (*Revoked, error) {
	var out *Revoked
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.administers(tx, who)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*Revoked, error) {
			n, err := models.RevokeRole(tx, in.Account, policies.Role(in.Role), commission)
			if err == nil && n == 0 {
				err = bad("account", "这个账号在本会没有这个角色。", "This account has no such role here.")
			}
			return &Revoked{in.Account, in.Role}, err
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("revoke role: %w", err)
	}
	return out, nil
}

// NewOrganisation enters a mediation organisation in the roster (调解组织名册).
type NewOrganisation struct {
	Name string `json:"name" minLength:"2" maxLength:"100" doc:"名称 Name"`
	Kind string `json:"kind" enum:"M1,M2,M3,M4,M5,M6" doc:"类别 Kind"`
	Town string `json:"town,omitempty" maxLength:"40" doc:"乡镇街道 Town"`
}

// EnterOrganisation enters it.
func (d *Desk) EnterOrganisation(ctx context.Context, who policies.Actor, in NewOrganisation, o Options) (*Choice, error) {
	var out *Choice
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.administers(tx, who)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*Choice, error) {
			org := &models.Organisation{CommissionID: commission, Name: in.Name, Kind: in.Kind, Town: in.Town}
			err := tx.Create(org).Error
			return &Choice{org.ID, org.Name}, err
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("enter organisation: %w", err)
	}
	return out, nil
}
