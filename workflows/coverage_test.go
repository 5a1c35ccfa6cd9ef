package workflows

import (
	"encoding/csv"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiaocai/workflows/claims"
	"tiaocai/workflows/register"
)

// coverage says of every rule of the procedure where the program has it (docs/rules.csv).
//
// Each pointer is kind:name, several with a space between: row:accept, guard:FourTests, period:award,
// paper:hearing-notice, claim:M05, timer:LSI-17 (a period of the register that no case derives), code:workflows/awardclock.go (with #Word if the file must name it).
// "person" leaves the rule to a person, and the note says why.
type coverage struct{ ID, Source, Where, Note string }

// Every rule is encoded somewhere, or left to a person for a reason.
func TestEveryRuleIsSomewhere(t *testing.T) {
	t.Parallel()
	list, err := os.ReadFile("testdata/rule_ids.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields(string(list))
	seen := map[string]bool{}
	at := places(t)
	for _, c := range covered(t) {
		switch {
		case seen[c.ID]:
			t.Errorf("rule %s stands there twice", c.ID)
		case !slices.Contains(want, c.ID):
			t.Errorf("rule %s is not in testdata/rule_ids.txt", c.ID)
		case c.Source == "":
			t.Errorf("rule %s has no source", c.ID)
		}
		seen[c.ID] = true
		for _, problem := range at.problems(c) {
			t.Errorf("rule %s: %s", c.ID, problem)
		}
	}
	for _, id := range want {
		if !seen[id] {
			t.Errorf("rule %s is neither encoded nor left to a person: add it to docs/rules.csv", id)
		}
	}
}

func TestAWrongPointerIsFound(t *testing.T) {
	t.Parallel()
	at := places(t)
	for _, where := range []string{"", "row:nothing", "guard:Nothing", "period:nothing", "paper:nothing", "claim:M99", "timer:LDMA-99",
		"code:workflows/nothing.go", "code:workflows/clocks.go#NoSuchWord", "code:../..", "person", "somewhere", "person row:accept"} {
		if len(at.problems(coverage{ID: "X-1", Where: where})) == 0 {
			t.Errorf("where = %q passes", where)
		}
	}
	for _, where := range []string{"row:accept guard:FourTests", "period:award", "paper:hearing-notice", "claim:M05", "code:workflows/clocks.go#Clocks"} {
		if got := at.problems(coverage{ID: "X-1", Where: where}); len(got) > 0 {
			t.Errorf("where = %q: %s", where, got)
		}
	}
}

func covered(t *testing.T) []coverage {
	t.Helper()
	f, err := os.Open("../docs/rules.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "id,source,where,note" {
		t.Fatalf("docs/rules.csv begins with %s", got)
	}
	out := make([]coverage, len(rows)-1)
	for i, r := range rows[1:] {
		out[i] = coverage{r[0], r[1], r[2], r[3]}
	}
	return out
}

// where is what a pointer may name.
type where struct {
	root   fs.FS
	guards map[string]bool
}

func places(t *testing.T) where {
	t.Helper()
	return where{root: os.DirFS(".."), guards: declaredGuards(t)}
}

func (w where) problems(c coverage) (out []string) {
	pointers := strings.Fields(c.Where)
	if len(pointers) == 0 {
		return []string{"says not where"}
	}
	for _, p := range pointers {
		kind, name, _ := strings.Cut(p, ":")
		switch {
		case p == "person":
			if c.Note == "" || len(pointers) > 1 {
				out = append(out, "left to a person: the note gives the reason, and nothing else stands beside it")
			}
		case !w.has(kind, name):
			out = append(out, "there is no "+p)
		}
	}
	return out
}

func (w where) has(kind, name string) bool {
	switch kind {
	case "row":
		return slices.ContainsFunc(slices.Concat(Transitions...), func(r Row) bool { return string(r.Event) == name })
	case "guard":
		return w.guards[name]
	case "period":
		return slices.ContainsFunc(Terms(), func(t Term) bool { return string(t.Period) == name })
	case "paper":
		_, ok := PaperOf(Paper(name))
		return ok
	case "timer":
		return slices.ContainsFunc(register.Timers(), func(x register.Timer) bool { return x.Rule == name })
	case "claim":
		_, ok := claims.Lookup(claims.Code(name))
		return ok
	case "code":
		path, word, _ := strings.Cut(name, "#")
		body, err := fs.ReadFile(w.root, path)
		return err == nil && strings.Contains(string(body), word)
	}
	return false
}

// declaredGuards are the names of the package's guards, read from its source.
func declaredGuards(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, s := range g.Specs {
				v := s.(*ast.ValueSpec)
				for i, x := range v.Values {
					if lit, ok := x.(*ast.CompositeLit); ok {
						if kind, ok := lit.Type.(*ast.Ident); ok && kind.Name == "Guard" {
							out[v.Names[i].Name] = true
						}
					}
				}
			}
		}
	}
	return out
}
