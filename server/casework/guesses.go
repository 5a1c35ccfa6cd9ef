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
			return tooMany(window)
		}
	}
	return nil
}

func tooMany(wait time.Duration) error {
	f := fault.New(fault.TooMany, "too-many-tries", law.Text{ZH: "试错次数太多，请一刻钟后再试，或者打电话询问。", EN: "Too many wrong tries. Please wait a quarter of an hour, or call us."})
	f.RetryAfter = wait
	return f
}

// guessing is a command with a secret in it, at which somebody might guess.
type guessing interface{ guesses() string }

// wrongCode is the code of the fault that such a command ends in.
const wrongCode = "wrong-code"

// unlessGuessed carries a command out; one with a secret only for an account that hasn't guessed wrong too often. A
// wrong guess stays counted although its own transaction is undone.
func (d *Desk) unlessGuessed(ctx context.Context, who policies.Actor, cmd Command, f func() error) error {
	g, ok := cmd.(guessing)
	if !ok {
		return f()
	}
	subject := "account " + itoa(int(who.Account))
	return d.tried(ctx, guess{kind: g.guesses(), most: wrongCodes, address: subject, subject: subject}, func(err error) bool {
		is := fault.As(err)
		return is != nil && is.Code == wrongCode
	}, f)
}

// guess is a try at a secret: of which kind, at whose, from where, and how many may be wrong.
type guess struct {
	kind             string
	most             int
	address, subject string
}

// tried lets somebody try. The try counts before it is looked at and is taken back unless it was wrong: of many at once no
// more are looked at than may be wrong, on however many machines. Those of one account come one after the other, so that
// an honest person's two windows do not count each other; nobody waits for somebody else.
func (d *Desk) tried(ctx context.Context, g guess, wrong func(error) bool, try func() error) error {
	done, err := d.trying.turn(ctx, g.kind+" "+g.subject)
	if err != nil {
		return err
	}
	defer done()
	if err := d.db.InTx(ctx, d.now(), g.countFirst); err != nil {
		return err
	}
	failed := try()
	err = d.db.InTx(context.WithoutCancel(ctx), d.now(), func(tx *models.Tx) error {
		if wrong(failed) {
			_, err := models.Count(tx, g.kind+"0", g.address, codeWindow)
			return err
		}
		return models.Uncount(tx, g.kind+"1", g.subject)
	})
	if failed == nil {
		return nil // done is done; one try too many is forgotten with the rest
	}
	if err != nil {
		return err
	}
	return failed
}

// countFirst counts the try, or refuses it where there were too many. An address is not counted before: a whole office
// may sign in from it at once.
func (g guess) countFirst(tx *models.Tx) error {
	if err := guarded(tx, g.kind, g.most, codeWindow, g.address, g.subject); err != nil {
		return err
	}
	n, err := models.Count(tx, g.kind+"1", g.subject, codeWindow)
	if err == nil && n > g.most {
		err = tooMany(codeWindow)
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
