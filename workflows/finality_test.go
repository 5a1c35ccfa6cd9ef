package workflows

import (
	"testing"

	"tiaocai/workflows/claims"
)

// An item is final by its head and the sum awarded; a labor relation in the award makes nothing final,
// and a tribunal may always leave both sides their suit.
func TestFinalityOfAnItem(t *testing.T) {
	t.Parallel()
	minimum := claims.Yuan(2010)
	for name, tt := range map[string]struct {
		code     claims.Code
		sum      claims.Fen
		minimum  claims.Fen
		relation bool
		final    bool
		known    bool
		rule     string
	}{
		"at the ceiling":                 {"M01", 12 * minimum, minimum, false, true, true, "LDMA-47-1"},
		"a fen above":                    {"M01", 12*minimum + 1, minimum, false, false, true, "LDMA-47-1"},
		"nothing awarded":                {"M05", 0, minimum, false, true, true, "LDMA-47-1"},
		"injury grant of any sum":        {"M13", claims.Yuan(300_000), minimum, false, true, true, "ZJ-37-1"},
		"injury grant, no wage entered":  {"M13", claims.Yuan(300_000), 0, false, true, true, "ZJ-37-1"},
		"pay during injury leave, above": {"M15", claims.Yuan(30_000), minimum, false, false, true, "LDMA-47-1"},
		"penalty for leaving":            {"M12", 1, minimum, false, false, true, "LDMA-50"},
		"relation claimed":               {"M20", 0, minimum, false, false, true, "LDMA-50"},
		"pay beside a relation":          {"M01", 1, minimum, true, false, true, "OP9-11"},
		"injury grant beside a relation": {"M13", 1, minimum, true, false, true, "OP9-11"},
		"no minimum wage entered":        {"M01", claims.Yuan(90_000), 0, false, false, false, "LDMA-47-1"},
	} {
		f := FinalityOf(AwardedItem{Code: tt.code, Awarded: tt.sum}, tt.minimum, tt.relation)
		if f.Final != tt.final || f.Known != tt.known || f.Law.Rule != tt.rule || f.Says.ZH == "" || f.Says.EN == "" {
			t.Errorf("%s: %+v", name, f)
		}
		if f.Unproven(false) || f.Unproven(true) != !tt.known {
			t.Errorf("%s: marked as not checked: %v", name, f.Unproven(true))
		}
		if !f.MayState(false) || f.MayState(true) != (tt.final || !tt.known) {
			t.Errorf("%s: may be stated final %v, non-final %v", name, f.MayState(true), f.MayState(false))
		}
	}
}
