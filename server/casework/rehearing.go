package casework

import (
	"fmt"
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// Rehear takes a dispute up anew after the commission revoked its award (重新处理): in a case of its own, with
// everything that belongs to the dispute and nothing of the proceedings, so that nobody retypes anything.
type Rehear struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"为什么重新处理 Why the dispute is decided anew"`
}

func (Rehear) Event() workflows.Event { return workflows.Rehear }

func (Rehear) Apply(a *Act) (err error) {
	if a.arriving, err = models.FreshRef(a.Tx); err != nil {
		return err
	}
	a.Case.LaterRef = a.arriving
	a.Detail["later"] = a.arriving
	return nil
}

// Settle opens the new case, now that the old one has its line: numbered, accepted that day, so that its
// clock runs from then; who sat on the revoked award may not sit on it.
func (Rehear) Settle(a *Act, _ *Done) error {
	b, err := a.reopen()
	if err != nil {
		return fmt.Errorf("take up anew: %w", err)
	}
	f := b.Case.Facts(b.Rules, b.Tx.Today())
	f.On = b.On
	step, err := workflows.Decide(f, workflows.Reopen)
	if err != nil {
		return err
	}
	if err := b.insert(step.To); err != nil {
		return err
	}
	if err := models.CopyDispute(a.Tx, a.Case, b.Case); err != nil {
		return err
	}
	_, err = b.save(reopened{}, step)
	return err
}

// reopened is the first step of such a case; nobody asks for it.
type reopened struct{}

func (reopened) Event() workflows.Event { return workflows.Reopen }

// reopen is the new case in memory: the dispute, with the claims that the revoked awards decided.
func (a *Act) reopen() (*Act, error) {
	o := a.Case
	c := newCaseOf(o, o.CommissionID, a)
	c.EarlierRef = o.Ref
	numbers, decided := revoked(o)
	c.Claims = slices.DeleteFunc(c.Claims, func(x models.Claim) bool { return len(decided) > 0 && !decided[x.No] })
	b := &Act{Tx: a.Tx, Case: c, Who: a.Who, Capacity: a.Capacity, On: a.On, Rules: a.Rules, Detail: models.Detail{"earlier": o.Ref}, Desk: a.Desk}
	if err := b.numberCase(); err != nil {
		return nil, err
	}
	b.say(documents.FieldEarlier, o.CaseNumber())
	b.say(documents.FieldItems, strings.Join(numbers, "、"))
	return b, nil
}

// revoked are the numbers of the awards that the commission revoked, and the claims that they decided.
func revoked(c *models.Case) (numbers []string, claims map[int]bool) {
	claims = map[int]bool{}
	for _, w := range c.Awards {
		if w.RevokedOn.IsZero() {
			continue
		}
		numbers = append(numbers, w.Number)
		for _, i := range c.AwardItems {
			if i.Kind == w.Kind && i.AwardNo == w.No {
				claims[i.ClaimNo] = true
			}
		}
	}
	return numbers, claims
}

// revokedWhole says whether the commission revoked every award of a case: then nothing stands decided.
func revokedWhole(c *models.Case) bool {
	numbers, _ := revoked(c)
	return len(numbers) > 0 && !slices.ContainsFunc(c.Awards, func(w models.Award) bool { return w.Kind != models.PreliminaryAward && w.RevokedOn.IsZero() })
}
