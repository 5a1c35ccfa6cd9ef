package casework

import (
	"context"
	"errors"
	"fmt"

	"tiaocai/models"
	"tiaocai/server/totp"
	"tiaocai/workflows/fault"
)

// FactorCode is what somebody types after the password (登录的第二步).
type FactorCode struct {
	Code string `json:"code" minLength:"6" maxLength:"20" doc:"验证码或恢复码 Code, or a recovery code"`
}

const factorKind = "second-factor"

var wrongFactor = fault.New(fault.Unauthorized, "wrong-second-factor", text("验证码不对，或者已经用过。请等应用显示下一个再填，也可以用一个恢复码。", "The code is wrong, or was used before. Wait for the next one in the app, or use a recovery code."))

// Pass is the second step of signing in: the code of the app, or a recovery code, each good once. Wrong ones are
// counted as wrong passwords are, and change nothing else.
func (d *Desk) Pass(ctx context.Context, address string, e Entry, code string) error {
	err := d.withCode(ctx, address, e.Account, code, e.noted)
	if err != nil {
		return fmt.Errorf("second step of %d: %w", e.Account, err)
	}
	return nil
}

// withCode spends a code and does what it is for, in one transaction. A factor that was ended meanwhile asks for none.
func (d *Desk) withCode(ctx context.Context, address string, account int64, code string, do func(*models.Tx) error) error {
	subject := factorSubject(account)
	wrong := func(err error) bool { return errors.Is(err, wrongFactor) }
	return d.tried(ctx, guess{factorKind, wrongPasswords, address, subject}, wrong, func() error {
		return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
			if err := spend(tx, account, code); err != nil {
				return err
			}
			if err := models.Forget(tx, factorKind+"1", subject); err != nil {
				return err
			}
			return do(tx)
		})
	})
}

func factorSubject(account int64) string { return "account " + itoa(int(account)) }

func spend(tx *models.Tx, account int64, code string) error {
	f, err := models.LockFactor(tx, account)
	if err != nil || !f.Holds() {
		return err
	}
	if step, ok := totp.Match(f.Secret, code, tx.Now, f.LastStep); ok {
		return f.Used(tx, step)
	}
	ok, err := models.UseRecovery(tx, account, cleanCode(code))
	if err == nil && !ok {
		err = wrongFactor
	}
	return err
}

// SetUpFirst is the answer to staff who have to set up a second factor before anything else.
var SetUpFirst = fault.New(fault.Forbidden, "second-factor-required", text("本会要求工作人员登录时做两步验证。请先在“我的账号”里开通，再办别的事。", "Staff sign in with a second factor here. Please set yours up under “My account” before anything else."))
