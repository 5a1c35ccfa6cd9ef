package casework

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/totp"
	"tiaocai/workflows/fault"
)

// The second factor (两步验证) is a code that an app on somebody's phone shows, asked for after the password. It holds
// once a code of it was typed, and ends by the password and a code, or by the administrator for whoever lost the phone.

// FactorState is how somebody's second factor stands.
type FactorState struct {
	On       bool         `json:"on" doc:"已经开通 It is on"`
	Since    *time.Time   `json:"since,omitempty" doc:"什么时候开通的 Since when"`
	Left     int          `json:"recovery_left" doc:"还剩几个恢复码 How many recovery codes are left"`
	Required bool         `json:"required" doc:"本会要求开通，没有开通的不能办别的事 It must be on before anything else can be done"`
	SetUp    *FactorSetUp `json:"set_up,omitempty" doc:"已经开始、还没有验证 Begun, and not confirmed yet"`
}

// FactorSetUp is what an app on a phone takes in. It holds once a code is confirmed, and is not shown after that.
type FactorSetUp struct {
	Secret  string `json:"secret" doc:"密钥，手工输入用 The secret, for typing it"`
	Address string `json:"address" doc:"二维码的内容 What the QR code says"`
}

// BeginFactor asks for a secret (开通两步验证).
type BeginFactor struct{}

// ConfirmFactor proves that the app has it.
type ConfirmFactor struct {
	Code string `json:"code" minLength:"6" maxLength:"20" doc:"验证码 Code"`
}

// RecoveryGiven are the codes for whoever loses the phone (恢复码); they are shown once.
type RecoveryGiven struct {
	Codes []string `json:"codes" doc:"恢复码，各用一次，只显示这一次 Recovery codes: each works once, and they are shown this once"`
}

// EndFactor switches it off.
type EndFactor struct {
	Password string `json:"password" minLength:"1" maxLength:"200" doc:"现在的密码 Present password"`
	Code     string `json:"code" minLength:"6" maxLength:"20" doc:"验证码或恢复码 Code, or a recovery code"`
}

// SeeFactor reads how somebody's second factor stands; its secret only as long as it does not hold.
func (d *Desk) SeeFactor(ctx context.Context, who policies.Actor) (*FactorState, error) {
	out := &FactorState{}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		a, err := models.AccountByID(tx, who.Account)
		if err != nil || a == nil {
			return signInNeeded(err)
		}
		f, err := models.FactorOf(tx, a.ID)
		if err != nil {
			return err
		}
		posts, err := models.PostsOf(tx, a.ID)
		out.Required = d.staffFactor && staffed(posts)
		if err != nil || f == nil {
			return err
		}
		return out.fill(tx, a.Login, f)
	})
	return out, err
}

func (s *FactorState) fill(tx *models.Tx, login string, f *models.SecondFactor) (err error) {
	if !f.Holds() {
		address, err := totp.Address(login, f.Secret)
		s.SetUp = &FactorSetUp{f.Secret, address}
		return err
	}
	s.On, s.Since = true, here(f.ConfirmedAt)
	s.Left, err = models.RecoveryLeft(tx, f.AccountID)
	return err
}

// staffed says whether one of the posts is more than a party's.
func staffed(posts []policies.Post) bool {
	for _, p := range posts {
		if !p.Role.OfParty() {
			return true
		}
	}
	return false
}

// BeginFactor makes a secret. It is sealed and holds nothing yet; begun anew, the earlier one is forgotten.
func (d *Desk) BeginFactor(ctx context.Context, who policies.Actor) (*FactorSetUp, error) {
	var out *FactorSetUp
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		a, err := models.AccountByID(tx, who.Account)
		if err != nil || a == nil {
			return signInNeeded(err)
		}
		f, err := models.LockFactor(tx, a.ID)
		if err == nil && f.Holds() {
			err = fault.New(fault.Conflict, "second-factor-on", text("两步验证已经开通。要换手机，先关闭再开通。", "The second factor is on. For another phone, switch it off first."))
		}
		if err != nil {
			return err
		}
		k, err := totp.New(a.Login)
		if err != nil {
			return err
		}
		out = &FactorSetUp{k.Secret, k.Address}
		return models.BeginFactor(tx, a.ID, k.Secret)
	})
	if err != nil {
		return nil, fmt.Errorf("begin second factor: %w", err)
	}
	return out, nil
}

// ConfirmFactor lets the secret hold from now on. The recovery codes are kept as digests only: no answer for a repeated
// request can tell them again.
func (d *Desk) ConfirmFactor(ctx context.Context, who policies.Actor, in ConfirmFactor) (*RecoveryGiven, error) {
	codes := models.NewRecovery()
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		f, err := models.LockFactor(tx, who.Account)
		switch {
		case err != nil:
			return err
		case f == nil:
			return fault.New(fault.Conflict, "second-factor-not-begun", text("请先生成密钥。", "Please ask for a secret first."))
		case f.Holds():
			return fault.New(fault.Conflict, "second-factor-on", text("两步验证已经开通。", "The second factor is on already."))
		}
		step, ok := totp.Match(f.Secret, in.Code, tx.Now, f.LastStep)
		if !ok {
			return bad("code", "验证码不对。请填应用里现在显示的六位数字；总是不对的，校准一下手机的时间。", "The code is wrong. Enter the six digits that the app shows now; if it fails again, check the phone's clock.")
		}
		return f.Confirm(tx, step, codes)
	})
	if err != nil {
		return nil, fmt.Errorf("confirm second factor: %w", err)
	}
	out := &RecoveryGiven{}
	for _, c := range codes {
		out.Codes = append(out.Codes, c[:5]+"-"+c[5:])
	}
	return out, nil
}

// EndFactor switches it off, by the password and a code. Wrong ones are counted as at signing in.
func (d *Desk) EndFactor(ctx context.Context, address string, who policies.Actor, in EndFactor) (*FactorState, error) {
	a, err := d.proved(ctx, address, who, in.Password, "password")
	if err != nil {
		return nil, fmt.Errorf("end second factor: %w", err)
	}
	err = d.withCode(ctx, address, a.ID, in.Code, func(tx *models.Tx) error {
		_, err := models.DropFactor(tx, a.ID)
		return err
	})
	if errors.Is(err, wrongFactor) {
		err = bad("code", "验证码不对，或者已经用过。", "The code is wrong, or was used before.")
	}
	if err != nil {
		return nil, fmt.Errorf("end second factor: %w", err)
	}
	return d.SeeFactor(ctx, who)
}
