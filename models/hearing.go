package models

import (
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
)

// handlingFacts say in which way the case is handled.
func (c *Case) handlingFacts(f *workflows.Facts) {
	h := &f.Handling
	h.Simple, h.Ordinary = c.SimpleOn, c.OrdinaryOn
	if cause, ok := claims.LookupCause(claims.CauseCode(c.Cause)); ok {
		h.CollectiveContract = cause.Class == claims.Collective
	}
	if c.DefenceDays != nil {
		h.DefenceAgreed, h.DefenceDays = true, *c.DefenceDays
	}
}
