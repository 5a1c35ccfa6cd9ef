package claims

import "testing"

// Every kind of claim has the general rule last; overtime, pay and dismissal have their own before it.
func TestBurdenOfProof(t *testing.T) {
	t.Parallel()
	for _, k := range Kinds() {
		list := BurdenOf(k.Code)
		if n := len(list); n == 0 || list[n-1].Law.Rule != "LDMA-6" {
			t.Errorf("%s: %v, want the general rule last", k.Code, list)
		}
	}
	for code, want := range map[Code]string{"M01": "SPC1-44", "M03": "SPC1-42", "M07": "SPC1-44", "M08": "LCL-50-3", "M04": "LDMA-6"} {
		if got := BurdenOf(code)[0].Law.Rule; got != want {
			t.Errorf("%s begins with %s, want %s", code, got, want)
		}
	}
	for _, b := range burdens {
		for _, c := range b.of {
			if _, ok := Lookup(c); !ok {
				t.Errorf("%s is about %s, which is no kind of claim", b.rule, c)
			}
		}
	}
}
