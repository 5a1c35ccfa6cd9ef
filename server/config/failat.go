package config

import (
	"slices"
	"strings"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// failPoints are the words of TIAOCAI_FAIL_AT; casework says what each means, and a test there keeps
// the two lists alike.
var failPoints = []string{"after-object", "before-commit", "after-commit", "before-message", "before-moved-row", "after-bundle"}

func parseFailAt(into *string, v string) *law.Text {
	if !slices.Contains(failPoints, v) {
		list := strings.Join(failPoints, ", ")
		return wrong("只能是 "+list+"，并且仅供测试", "must be one of "+list+", and is for tests only")
	}
	*into = v
	return nil
}

// failAtHome lets a process be told to end itself only where nobody but this machine can reach it.
func failAtHome(c Config) []fault.Field {
	if c.FailAt == "" || isLoopback(c.Addr) {
		return nil
	}
	return []fault.Field{about("TIAOCAI_FAIL_AT", text("仅供测试，只能与本机地址的 TIAOCAI_ADDR 一起使用", "is for tests only and goes with an address of this machine in TIAOCAI_ADDR"))}
}
