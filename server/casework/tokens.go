package casework

import (
	"context"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// TokenGiven is a bearer token for programs; it is shown once.
type TokenGiven struct {
	Token     string    `json:"token"`
	ExpiresAt time.Time `json:"expires_at"`
}

// Enter is SignIn and Pass at once, for programs: fault second-factor-needed where a code is needed and there is none.
func (d *Desk) Enter(ctx context.Context, address string, s SignIn) (policies.Actor, error) {
	e, err := d.SignIn(ctx, address, s)
	switch {
	case err != nil || !e.Needs:
	case s.Code == "":
		err = CodeNeeded()
	default:
		err = d.Pass(ctx, address, e, s.Code)
	}
	return e.Actor, err
}

// CodeNeeded is the answer to a right password alone, where a code is needed as well.
func CodeNeeded() error {
	return fault.New(fault.Unauthorized, "second-factor-needed", text("这个账号开通了两步验证：请在 code 里给出验证码或恢复码。", "This account has a second factor: please give its code, or a recovery code, in code."))
}

// GiveToken makes a bearer token for somebody who has just signed in; it lasts twelve hours.
func (d *Desk) GiveToken(ctx context.Context, who policies.Actor) (*TokenGiven, error) {
	t := &TokenGiven{Token: models.NewToken()}
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		// the row is shared until the token is there: who disables the account waits, and then ends it
		var open bool
		if err := tx.Raw("select true from accounts where id = ? and not disabled for share", who.Account).Scan(&open).Error; err != nil || !open {
			return signInNeeded(err)
		}
		t.ExpiresAt = tx.Now.Add(12 * time.Hour)
		return tx.Create(&models.Token{Digest: tx.Keys.MAC("token", t.Token), AccountID: who.Account, ExpiresAt: t.ExpiresAt, CreatedAt: tx.Now}).Error
	})
	return t, err
}

// RevokeToken ends a bearer token.
func (d *Desk) RevokeToken(ctx context.Context, token string) error {
	return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		return tx.Where("digest = ?", tx.Keys.MAC("token", token)).Delete(&models.Token{}).Error
	})
}

// Caller is whoever sends a request, as the account stands at that moment.
type Caller struct {
	policies.Actor
	MustSetUp bool // staff sign in with a second factor here, and this one has none yet
}

// ByToken finds who a bearer token belongs to; fault.Unauthorized if nobody, or no longer.
func (d *Desk) ByToken(ctx context.Context, token string) (Caller, error) {
	c, err := d.caller(ctx, func(tx *models.Tx) (*models.Holder, error) { return models.TokenHolder(tx, token) })
	if err == nil && c.Account == 0 {
		err = fault.New(fault.Unauthorized, "token-invalid", text("令牌无效或已过期，请重新登录。", "The token is not valid or has run out. Please sign in again."))
	}
	return c, err
}

// BySession finds whose session it is; fault.Unauthorized if the account was disabled, or its sessions were ended.
func (d *Desk) BySession(ctx context.Context, account int64, round int) (Caller, error) {
	c, err := d.caller(ctx, func(tx *models.Tx) (*models.Holder, error) { return models.SessionHolder(tx, account, round) })
	if err == nil && c.Account == 0 {
		err = signInNeeded(nil)
	}
	return c, err
}

func (d *Desk) caller(ctx context.Context, find func(*models.Tx) (*models.Holder, error)) (c Caller, err error) {
	err = d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		h, err := find(tx)
		if err == nil && h != nil {
			c = Caller{policies.Actor{Account: h.Account, Name: h.Name}, d.staffFactor && h.Staff && !h.Factor}
		}
		return err
	})
	return c, err
}
