package workflows

import (
	"testing"

	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
	"tiaocai/workflows/register"
)

// Whatever the tables cite is in the register, and nobody claims to have read an article that the
// register only recalls.
func TestEveryCitationIsRegistered(t *testing.T) {
	t.Parallel()
	check := func(where string, c law.Citation) {
		t.Helper()
		r, ok := register.Find(c.Rule)
		switch {
		case !ok:
			t.Errorf("%s cites %s, which is not in the register", where, c.Rule)
		case c.Confidence == law.Verified && r.Law.Confidence != law.Verified:
			t.Errorf("%s cites %s as verified; the register says %s", where, c.Rule, r.Law.Confidence)
		}
	}
	for _, r := range Table() {
		check("row "+string(r.Event), r.Law)
		for _, g := range r.When {
			check("guard "+g.Code, g.Law)
		}
	}
	for _, p := range Terms() {
		check("period "+string(p.Period), p.Law)
	}
	for _, g := range StopGrounds() {
		check("stop "+string(g.Kind), g.Law)
	}
	for kind, g := range restartNames {
		check("restart "+kind, g.Law)
	}
	for _, g := range InterruptionGrounds() {
		check("interruption "+string(g.Kind), g.Law)
	}
}

// No period has a number of its own.
func TestTermsReadTheRegister(t *testing.T) {
	t.Parallel()
	for _, p := range Terms() {
		if p.Timer == "" {
			t.Errorf("period %s names no rule of the register", p.Period)
			continue
		}
		if x := register.TimerOf(p.Timer); p.Runs != x.Span || p.Back != (x.Direction == register.Before) {
			t.Errorf("period %s runs %v; the register has %v", p.Period, p.Runs, x.Span)
		}
	}
}

// Every kind of claim has a source that is a statute or a rule of ours.
func TestClaimsCiteSomething(t *testing.T) {
	t.Parallel()
	for _, k := range claims.Kinds() {
		if k.Law.IsZero() || k.Law.Confidence == "" {
			t.Errorf("claim %s cites nothing", k.Code)
		}
	}
}
