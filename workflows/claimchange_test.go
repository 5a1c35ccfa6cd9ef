package workflows

import (
	"testing"

	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// Claims change in time; late, only severance and damages may be switched, and once.
func TestChangeOfClaims(t *testing.T) {
	t.Parallel()
	change := func(p ChangeParticulars, switched bool) func(*Facts) {
		return func(f *Facts) { f.Act.Change, f.Change.Switched = p, switched }
	}
	notice := func(f *Facts) { f.Change.Notices = []Served{{Party: "被1", On: day("2026-03-16")}} } // ten working days: to 03-30
	for _, tt := range []struct {
		from func() Facts
		e    Event
		with func(*Facts)
		code string
	}{
		{acceptedCase, ChangeClaims, change(ChangeParticulars{}, false), ""},
		{inHearing, ChangeClaims, change(ChangeParticulars{Late: true}, false), "change-too-late"},
		{inHearing, ChangeClaims, change(ChangeParticulars{Late: true, Switch: true}, false), ""},
		{inHearing, ChangeClaims, change(ChangeParticulars{Late: true, Switch: true}, true), "change-too-late"},
		{deliberating, ChangeClaims, change(ChangeParticulars{Late: true, Switch: true}, false), "not-open-in-this-state"},
		{scheduled, OpenHearing, notice, "new-defence-runs"},
		{scheduled, OpenHearing, func(f *Facts) { notice(f); f.Change.Answered = day("2026-03-18") }, ""},
		{scheduled, OpenHearing, func(f *Facts) {
			notice(f)
			f.Change.Notices = append(f.Change.Notices, Served{Party: "被2"})
			f.Change.Answered = day("2026-03-18")
		}, "new-defence-runs"},
		{inHearing, CloseHearing, func(f *Facts) { f.Change.Asked = f.On }, "change-waiting"},
	} {
		f := tt.from()
		tt.with(&f)
		_, err := Decide(f, tt.e)
		if k := fault.As(err); (k == nil) != (tt.code == "") || (k != nil && k.Code != tt.code) {
			t.Errorf("%s = %v, want %q", tt.e, err, tt.code)
		}
	}
}

func TestSwitchOfSeveranceAndDamages(t *testing.T) {
	t.Parallel()
	wages := ClaimAsked{Code: "M01", Amount: claims.Yuan(900)}
	sev, dam := ClaimAsked{Code: "M05", Amount: claims.Yuan(5000)}, ClaimAsked{Code: "M07", Amount: claims.Yuan(10000)}
	for _, tt := range []struct {
		had, want []ClaimAsked
		is        bool
	}{
		{[]ClaimAsked{wages, sev}, []ClaimAsked{wages, dam}, true},
		{[]ClaimAsked{dam}, []ClaimAsked{sev}, true},
		{[]ClaimAsked{wages, sev}, []ClaimAsked{wages, sev}, false},         // nothing changes
		{[]ClaimAsked{wages, sev}, []ClaimAsked{dam}, false},                // one is dropped
		{[]ClaimAsked{sev}, []ClaimAsked{dam, wages}, false},                // one is added
		{[]ClaimAsked{wages, sev}, []ClaimAsked{{Code: "M01"}, dam}, false}, // another sum changes, too
		{[]ClaimAsked{sev}, []ClaimAsked{{Code: "M05", Amount: claims.Yuan(1)}}, false},
		{[]ClaimAsked{sev, dam}, []ClaimAsked{dam, sev}, false}, // both
	} {
		if got := SwitchOnly(tt.had, tt.want); got != tt.is {
			t.Errorf("SwitchOnly(%v, %v) = %v", tt.had, tt.want, got)
		}
	}
}

// The award runs anew from the day the change was accepted, without the extension of before; the
// answer has ten working days from service.
func TestChangeClocks(t *testing.T) {
	t.Parallel()
	f := acceptedCase()
	f.Clock.Restarts = []Restart{{On: day("2026-03-16"), Kind: "claim_changed"}}
	f.Change.Notices = []Served{{Party: "被1", On: day("2026-03-17")}, {Party: "被2"}}
	want := map[Period]string{AwardPeriod: "2026-04-30", NewDefence: "2026-03-31"}
	for _, c := range Clocks(f) {
		if w, ok := want[c.Period]; ok {
			if c.Due.String() != w {
				t.Errorf("%s is due %s, want %s", c.Period, c.Due, w)
			}
			delete(want, c.Period)
		}
	}
	if len(want) > 0 {
		t.Errorf("no clock for %v", want)
	}
}
