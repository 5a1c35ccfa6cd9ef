package workflows

import (
	"testing"

	"tiaocai/workflows/fault"
)

// When recusal may be asked for, and who decides.
func TestRecusal(t *testing.T) {
	t.Parallel()
	opened := func(known string) func(*Facts) {
		return func(f *Facts) { f.Recusal.FirstOpen, f.Act.Recusal.KnownOn = day("2026-03-30"), day(known) }
	}
	for _, tt := range []struct {
		from func() Facts
		e    Event
		with func(*Facts)
		code string
	}{
		{acceptedCase, AskRecusal, func(f *Facts) { f.Act.Recusal.KnownOn = day("2026-03-01") }, ""},
		{inHearing, AskRecusal, opened("2026-03-29"), "recusal-too-late"}, // known before, kept back
		{inHearing, AskRecusal, opened("2026-03-30"), ""},
		{deliberating, AskRecusal, opened("2026-04-07"), "not-open-in-this-state"}, // debate is closed
		{acceptedCase, DecideRecusal, func(f *Facts) {}, "no-recusal"},
		{acceptedCase, DecideRecusal, decides(RecusalParticulars{Given: true, ByDirector: true}), ""},
		{acceptedCase, DecideRecusal, decides(RecusalParticulars{Given: true}), "recusal-decider"}, // the head, without a delegation
		{acceptedCase, DecideRecusal, decides(RecusalParticulars{Given: true, OfDirector: true, ByDirector: true}), "recusal-decider"},
		{acceptedCase, DecideRecusal, decides(RecusalParticulars{Given: true, OfDirector: true, ByCommission: true}), ""},
		{scheduled, OpenHearing, decides(RecusalParticulars{}), "recusal-undecided"},
		{acceptedCase, FormTribunal, decides(RecusalParticulars{}), "recusal-undecided"},
	} {
		f := tt.from()
		tt.with(&f)
		_, err := Decide(f, tt.e)
		if k := fault.As(err); (k == nil) != (tt.code == "") || (k != nil && k.Code != tt.code) {
			t.Errorf("%s = %v, want %q", tt.e, err, tt.code)
		}
	}
}

func decides(p RecusalParticulars) func(*Facts) {
	return func(f *Facts) { f.Recusal.Asked, f.Act.Recusal = []RecusalDay{{Asked: f.On}}, p }
}

// Whoever is challenged may do nothing but what is urgent, and sees why.
func TestTheChallengedPause(t *testing.T) {
	t.Parallel()
	for _, r := range Table() {
		for _, s := range r.From {
			f := ready(r, s)
			f.Recusal.Paused = true
			_, err := Decide(f, r.Event)
			if k := fault.As(err); urgent[r.Event] != (k == nil) || (k != nil && k.Code != "challenged-pauses") {
				t.Errorf("Decide(%s in %q) by somebody who is challenged = %v", r.Event, s, err)
			}
		}
	}
}

// Three working days over the Dragon Boat holiday; a seat that fell vacant is filled within five of its own.
func TestRecusalClocks(t *testing.T) {
	t.Parallel()
	f := acceptedCase()
	f.Accepted, f.Today = day("2026-06-10"), day("2026-06-18")
	f.Recusal.Asked = []RecusalDay{{Asked: day("2026-06-18")}}
	due := func(p Period) string {
		for _, c := range Clocks(f) {
			if c.Period == p {
				return c.Due.String()
			}
		}
		return ""
	}
	if got := due(RecusalPeriod); got != "2026-06-24" {
		t.Errorf("the decision is due %s, want 2026-06-24", got)
	}
	if n := NextOf(f, Clocks(f)); n.Who != Director || n.By != day("2026-06-24") {
		t.Errorf("next = %+v", n)
	}
	f.Recusal.Asked[0].Decided, f.Recusal.Vacated, f.Tribunal.Filled = day("2026-06-23"), day("2026-06-23"), 0
	if got := due(TribunalPeriod); got != "2026-06-30" {
		t.Errorf("the new tribunal is due %s, want 2026-06-30", got)
	}
	if n := NextOf(f, Clocks(f)); n.Who != Head || n.By != day("2026-06-30") {
		t.Errorf("next = %+v", n)
	}
}
