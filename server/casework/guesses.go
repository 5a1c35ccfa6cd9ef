package casework

import (
	"context"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// guard stops somebody who has guessed wrong too often, by address and by what was guessed at. The
// counts live in the database, so that all processes count together.
func (d *Desk) guard(ctx context.Context, kind string, most int, window time.Duration, subjects ...string) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error { return guarded(tx, kind, most, window, subjects...) })
}

// guarded is guard inside a transaction that reads more.
func guarded(tx *models.Tx, kind string, most int, window time.Duration, subjects ...string) error {
	kinds := make([]string, len(subjects))
	for i := range subjects {
		kinds[i] = kind + itoa(i)
	}
	counts, err := models.Counted(tx, window, kinds, subjects)
	if err != nil {
		return err
	}
	for i, n := range counts {
		limit := most
		if i == 0 {
			limit = most * 5 // many people share an address
		}
		if n >= limit {
			f := fault.New(fault.TooMany, "too-many-tries", law.Text{ZH: "试错次数太多，请一刻钟后再试，或者打电话询问。", EN: "Too many wrong tries. Please wait a quarter of an hour, or call us."})
			f.RetryAfter = window
			return f
		}
	}
	return nil
}

// guessing is a command with a secret in it, at which somebody might guess.
type guessing interface{ guesses() string }

// wrongCode is the code of the fault that such a command ends in.
const wrongCode = "wrong-code"

// unlessGuessed carries a command out; one with a secret only for an account that hasn't guessed wrong too often. A
// wrong guess is counted after its own transaction is undone.
func (d *Desk) unlessGuessed(ctx context.Context, who policies.Actor, cmd Command, f func() error) error {
	g, ok := cmd.(guessing)
	if !ok {
		return f()
	}
	subject := "account " + itoa(int(who.Account))
	if err := d.guard(ctx, g.guesses(), wrongCodes, codeWindow, subject, subject); err != nil {
		return err
	}
	err := f()
	if is := fault.As(err); is != nil && is.Code == wrongCode {
		if err := d.countGuess(ctx, g.guesses(), subject, subject); err != nil {
			return err
		}
	}
	return err
}

// wrongGuess counts a wrong guess and makes its answer.
func (d *Desk) wrongGuess(ctx context.Context, kind, address, subject string, says law.Text) error {
	if err := d.countGuess(ctx, kind, address, subject); err != nil {
		return err
	}
	return fault.New(fault.NotFound, "not-found", says)
}

func (d *Desk) countGuess(ctx context.Context, kind, address, subject string) error {
	return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		if _, err := models.Count(tx, kind+"0", address, codeWindow); err != nil {
			return err
		}
		_, err := models.Count(tx, kind+"1", subject, codeWindow)
		return err
	})
}
