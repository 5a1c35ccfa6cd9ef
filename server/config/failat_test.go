package config

import (
	"testing"

	"tiaocai/workflows/fault"
)

// The point at which a process ends itself is for tests: it goes only with an address of this machine.
func TestFailAtIsForTests(t *testing.T) {
	t.Parallel()
	for _, point := range failPoints {
		c, err := FromEnviron(env{"ADDR": "127.0.0.1:0", "FAIL_AT": point}.list())
		if err != nil || c.FailAt != point {
			t.Errorf("%s: %q, %v", point, c.FailAt, err)
		}
	}
	for name, e := range map[string]env{"unknown": {"FAIL_AT": "midnight"}, "in earnest": but(env{"FAIL_AT": failPoints[0]})} {
		_, err := FromEnviron(e.list())
		f := fault.As(err)
		if f == nil || len(f.Fields) != 1 || f.Fields[0].Place != "TIAOCAI_FAIL_AT" {
			t.Errorf("%s: %v, want a sentence about TIAOCAI_FAIL_AT", name, err)
		}
	}
}
