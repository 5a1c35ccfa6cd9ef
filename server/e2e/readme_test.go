package e2e

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"tiaocai/server/testkit"
)

// The README's curl lines work when they are pasted.
func TestTheReadmeWorksWhenPasted(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-11-23"})
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, script, ok := strings.Cut(string(text), "```sh\n")
	script, _, end := strings.Cut(script, "```\n")
	if !ok || !end {
		t.Fatal("the README has no script")
	}
	script = strings.ReplaceAll(script, "http://127.0.0.1:8080", k.Base)
	cmd := exec.CommandContext(t.Context(), "bash", "-c", script)
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Contains(string(out), `"status":4`) || strings.Contains(string(out), `"status":5`) {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{`"state":"closed"`, `"mode":"AWARD_BOTH"`, `仙劳人仲案〔2026〕1号`, `"exhibit":"申1"`, "\nclosed\n"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("the output lacks %s\n%s", want, out)
		}
	}
}
