package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
)

// ChangePassword sets another password; whoever asks gives the present one (修改密码).
type ChangePassword struct {
	Present string `json:"present" minLength:"1" maxLength:"200" doc:"现在的密码 Present password"`
	New     string `json:"new" minLength:"10" maxLength:"200" doc:"新密码，至少 10 个字符 New password, 10 signs at least"`
}

// PasswordChanged says that it was done. Every other sign-in of the account has ended.
type PasswordChanged struct {
	Account int64 `json:"account"`
	Round   int   `json:"-"` // in which the session goes on from which it was changed
}

// SetPassword changes it. Wrong tries are counted as at signing in; sessions and tokens from before are worth nothing.
func (d *Desk) SetPassword(ctx context.Context, address string, who policies.Actor, in ChangePassword) (*PasswordChanged, error) {
	a, err := d.proved(ctx, address, who, in.Present, "present")
	if err != nil {
		return nil, fmt.Errorf("set password of %d: %w", who.Account, err)
	}
	if in.New == in.Present {
		return nil, bad("new", "新密码和现在的一样，请换一个。", "That is the present password; please choose another.")
	}
	hash, err := hashOf(ctx, in.New)
	if err != nil {
		return nil, err
	}
	out := &PasswordChanged{Account: a.ID}
	return out, d.db.InTx(ctx, d.now(), func(tx *models.Tx) (err error) {
		if err := models.Forget(tx, "sign-in1", a.Login); err != nil {
			return err
		}
		out.Round, err = models.TakePassword(tx, a.ID, hash)
		return err
	})
}

// proved is the account of somebody who gives the present password again; a wrong one is told at the place.
func (d *Desk) proved(ctx context.Context, address string, who policies.Actor, password, place string) (*models.Account, error) {
	var a *models.Account
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
		a, err = models.AccountByID(tx, who.Account)
		return err
	})
	if err != nil || a == nil {
		return nil, signInNeeded(err)
	}
	err = d.tried(ctx, guess{"sign-in", wrongPasswords, address, a.Login}, isWrongPassword, func() error {
		same, err := samePassword(ctx, password, a.Password)
		if err == nil && !same {
			err = wrongPassword
		}
		return err
	})
	switch {
	case isWrongPassword(err):
		return nil, bad(place, "现在的密码不对。", "The present password is wrong.")
	case err != nil:
		return nil, err
	}
	return a, nil
}
