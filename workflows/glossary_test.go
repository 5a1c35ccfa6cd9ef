package workflows

import (
	"os"
	"strings"
	"testing"
)

// Every step, paper and period has its line in the glossary, so that everybody calls it the same.
func TestTheGlossaryHasEveryTerm(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../docs/glossary.md")
	if err != nil {
		t.Fatal(err)
	}
	glossary := string(b)
	want := func(code, zh string) {
		if !strings.Contains(glossary, "`"+code+"`") {
			t.Errorf("docs/glossary.md has no line for %s `%s`", zh, code)
		}
	}
	for _, r := range Table() {
		if !strings.HasPrefix(string(r.Event), "propose-") {
			want(string(r.Event), r.Name.ZH)
		}
	}
	for _, p := range Terms() {
		want(string(p.Period), p.Name.ZH)
	}
	for _, p := range papers {
		if !strings.Contains(glossary, p.Name.ZH) {
			t.Errorf("docs/glossary.md has no line for %s", p.Name.ZH)
		}
	}
}
