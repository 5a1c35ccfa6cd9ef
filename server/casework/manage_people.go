package casework

import (
	"context"
	"fmt"
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/notify"
	"tiaocai/workflows/fault"
)

// GiveRole gives somebody a further role (授予角色).
type GiveRole struct {
	Named
	Role         string `json:"role" enum:"director,court_head,intake,arbitrator,recorder,mediator,org_manager,supervision,statistics,sysadmin,audit" doc:"角色 Role"`
	Organisation int64  `json:"organisation,omitempty" doc:"调解组织（调解员和组织管理员）Organisation, for mediators and managers"`
}

// RevokeRole takes a role away from an account (收回角色). It holds at once, in every process.
type RevokeRole struct {
	Account int64  `json:"account" minimum:"1" doc:"账号编号 Account"`
	Role    string `json:"role" enum:"director,court_head,intake,arbitrator,recorder,mediator,org_manager,supervision,statistics,sysadmin,audit" doc:"角色 Role"`
}

// Revoked says what was taken away.
type Revoked struct {
	Account int64  `json:"account"`
	Role    string `json:"role"`
}

// PersonDone says what holds now of an account.
type PersonDone struct {
	Account  int64 `json:"account"`
	Disabled bool  `json:"disabled"`
}

// DisablePerson shuts an account (停用账号).
type DisablePerson struct{ Named }

// EnablePerson opens it again (启用账号).
type EnablePerson struct{ Named }

// GiveLink makes another one-time sign-in, for a forgotten password.
type GiveLink struct{ Named }

// ResetFactor ends the second factor of somebody who has lost the phone (重置两步验证).
type ResetFactor struct{ Named }

// GiveRole gives a role. Nobody gives one to themselves, and a party's account, which is found by its login alone, gets
// none: whoever works here has an account for that.
func (d *Desk) GiveRole(ctx context.Context, who policies.Actor, id int64, in GiveRole, o Options) (*PersonDone, error) {
	out, err := managing(ctx, d, who, o, func(m manager) (*PersonDone, error) {
		if err := m.another(id); err != nil {
			return nil, err
		}
		p, err := m.about(in.Named).person(id)
		if err != nil {
			return nil, err
		}
		post, err := m.postFor(in.Role, in.Organisation)
		switch {
		case err != nil:
			return nil, err
		case p.Own:
			return nil, fault.New(fault.Refused, "party-account", text("这是当事人或者代理人的账号，不能再担任本会职务；请另开一个账号。", "This is the account of a party or an agent. Please make another one for somebody who works here."))
		case holdsPost(p, post):
			return nil, bad("role", "已经有这个角色了。", "This role is held already.")
		}
		if err := models.GiveRole(m.tx, id, post, &who.Account); err != nil {
			return nil, err
		}
		return &PersonDone{id, p.Disabled}, m.record("give-role", id, in.Role)
	})
	if err != nil {
		return nil, fmt.Errorf("give role: %w", err)
	}
	return out, nil
}

func holdsPost(p *models.PersonRow, post policies.Post) bool {
	for _, x := range p.Posts {
		if x.Role == post.Role && x.CommissionID == post.Commission && x.OrganisationID == post.Organisation {
			return true
		}
	}
	return false
}

// TakeRole revokes a role of somebody in the administrator's commission or its organisations, unless open cases hang on it.
func (d *Desk) TakeRole(ctx context.Context, who policies.Actor, in RevokeRole, o Options) (*Revoked, error) {
	out, err := managing(ctx, d, who, o, func(m manager) (*Revoked, error) {
		role := policies.Role(in.Role)
		p, err := m.person(in.Account)
		if err != nil || !holdsRole(p, role) {
			if err == nil || fault.Is(err, fault.NotFound) {
				err = bad("account", "这个账号在本会没有这个角色。", "This account has no such role here.")
			}
			return nil, err
		}
		if role == policies.SysAdmin {
			err = m.notTheLast(p)
		} else {
			err = m.free(p, role)
		}
		if err != nil {
			return nil, err
		}
		if _, err := models.RevokeRole(m.tx, p.ID, role, m.commission); err != nil {
			return nil, err
		}
		return &Revoked{p.ID, in.Role}, m.record("revoke-role", p.ID, in.Role)
	})
	if err != nil {
		return nil, fmt.Errorf("revoke role: %w", err)
	}
	return out, nil
}

// Disable shuts an account, unless open cases hang on it: nobody signs in with it, and its sessions, tokens, links and
// calendar feed end at once, in every process. What it did stays under its name.
func (d *Desk) Disable(ctx context.Context, who policies.Actor, id int64, in DisablePerson, o Options) (*PersonDone, error) {
	return d.shut(ctx, who, id, in.Named, true, o)
}

// Enable opens it again. Sessions, tokens and the feed do not come back.
func (d *Desk) Enable(ctx context.Context, who policies.Actor, id int64, in EnablePerson, o Options) (*PersonDone, error) {
	return d.shut(ctx, who, id, in.Named, false, o)
}

func (d *Desk) shut(ctx context.Context, who policies.Actor, id int64, n Named, disabled bool, o Options) (*PersonDone, error) {
	out, err := managing(ctx, d, who, o, func(m manager) (*PersonDone, error) {
		if err := m.another(id); err != nil {
			return nil, err
		}
		return m.about(n).shut(id, disabled)
	})
	if err != nil {
		return nil, fmt.Errorf("disable account, %v: %w", disabled, err)
	}
	return out, nil
}

func (m manager) shut(id int64, disabled bool) (*PersonDone, error) {
	p, err := m.person(id)
	if err != nil {
		return nil, err
	}
	if p.Disabled == disabled {
		return nil, fault.New(fault.Conflict, "account-so-already", text("账号已经是这个状态，请刷新看看。", "The account is so already; please look again."))
	}
	event := "enable-account"
	if disabled {
		event = "disable-account"
		if err := m.notTheLast(p); err != nil {
			return nil, err
		}
		if err := m.free(p, ""); err != nil {
			return nil, err
		}
	}
	if err := models.SetDisabled(m.tx, id, disabled); err != nil {
		return nil, err
	}
	return &PersonDone{id, disabled}, m.record(event, id, "")
}

// GiveLink makes a one-time sign-in for somebody who has forgotten the password, and tells them; an earlier one ends. The
// password holds until the link is used, and a second factor is asked for after it.
func (d *Desk) GiveLink(ctx context.Context, who policies.Actor, id int64, in GiveLink, o Options) (*PersonMade, error) {
	out, err := managing(ctx, d, who, o, func(m manager) (*PersonMade, error) { return m.about(in.Named).giveLink(id) })
	if err != nil {
		return nil, fmt.Errorf("give link: %w", err)
	}
	return out, nil
}

func (m manager) giveLink(id int64) (*PersonMade, error) {
	p, err := m.person(id)
	if err != nil {
		return nil, err
	}
	if p.Disabled {
		return nil, fault.New(fault.Refused, "account-disabled", text("账号已经停用，启用以后才能发登录链接。", "The account is disabled; enable it before you give a link."))
	}
	if err := models.EndSignIns(m.tx, id); err != nil {
		return nil, err
	}
	if err := m.tellAccount(id, "account-link", notify.LinkGiven()); err != nil {
		return nil, err
	}
	if err := m.record("give-link", id, ""); err != nil {
		return nil, err
	}
	return m.signInOnce(m.tx, &models.Account{ID: p.ID, Login: p.Login})
}

// ResetFactor ends somebody's second factor with everything that is open in their name: the phone is lost, and whoever
// has it may be signed in on it. They are told.
func (d *Desk) ResetFactor(ctx context.Context, who policies.Actor, id int64, in ResetFactor, o Options) (*PersonDone, error) {
	out, err := managing(ctx, d, who, o, func(m manager) (*PersonDone, error) {
		if err := m.another(id); err != nil {
			return nil, err
		}
		return m.about(in.Named).resetFactor(id)
	})
	if err != nil {
		return nil, fmt.Errorf("reset second factor: %w", err)
	}
	return out, nil
}

func (m manager) resetFactor(id int64) (*PersonDone, error) {
	p, err := m.person(id)
	if err != nil {
		return nil, err
	}
	on, err := models.DropFactor(m.tx, id)
	if err == nil && !on {
		err = fault.New(fault.Refused, "no-second-factor", text("这个账号没有开通两步验证。", "This account has no second factor."))
	}
	if err != nil {
		return nil, err
	}
	if _, err := models.NextRound(m.tx, id); err != nil {
		return nil, err
	}
	if err := m.tellAccount(id, "account-factor-reset", notify.FactorReset()); err != nil {
		return nil, err
	}
	return &PersonDone{id, p.Disabled}, m.record("reset-second-factor", id, "")
}

// NewOrganisation enters a mediation organisation in the roster (调解组织名册).
type NewOrganisation struct {
	Name string `json:"name" minLength:"2" maxLength:"100" doc:"名称 Name"`
	Kind string `json:"kind" enum:"M1,M2,M3,M4,M5,M6" doc:"类别 Kind"`
	Town string `json:"town,omitempty" maxLength:"40" doc:"乡镇街道 Town"`

	Phone string `json:"phone,omitempty" maxLength:"20" doc:"对外电话，当事人在案件页面上看到 The phone that parties see on the page of their case"`
}

// EnterOrganisation enters it; a name that is there already is refused.
func (d *Desk) EnterOrganisation(ctx context.Context, who policies.Actor, in NewOrganisation, o Options) (*Choice, error) {
	out, err := managing(ctx, d, who, o, func(m manager) (*Choice, error) {
		org := &models.Organisation{CommissionID: m.commission, Name: strings.TrimSpace(in.Name), Kind: in.Kind, Town: strings.TrimSpace(in.Town), Phone: strings.TrimSpace(in.Phone)}
		list, err := models.Organisations(m.tx, m.commission)
		for _, x := range list {
			if x.Name == org.Name {
				return nil, bad("name", "名册里已经有这个调解组织。", "The list has an organisation of this name.")
			}
		}
		if err != nil {
			return nil, err
		}
		if err := m.tx.Create(org).Error; err != nil {
			return nil, err
		}
		return &Choice{org.ID, org.Name}, m.log("enter-organisation", models.Detail{"organisation": org.ID})
	})
	if err != nil {
		return nil, fmt.Errorf("enter organisation: %w", err)
	}
	return out, nil
}
