package workflows

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"tiaocai/workflows/law"
)

// TestPlainWords: every state has its names and its meaning, and every next step its sentence, for the
// worker, the employer and staff, in Chinese and in English. The tasks are read from the source, so
// that one which nobody gave words to is found, and one that no case ever comes to.
func TestPlainWords(t *testing.T) {
	for _, s := range States() {
		complete(t, string(s)+" name", s.Says())
		complete(t, string(s)+" meaning", s.Means())
	}
	if len(stateMeanings) != len(States()) || len(stateWords) != len(States()) {
		t.Errorf("%d states, %d names, %d meanings", len(States()), len(stateWords), len(stateMeanings))
	}
	declared, used := tasksOfTheSource(t)
	if len(declared) < 30 || len(declared) != len(taskWords) {
		t.Errorf("%d tasks are declared, %d have words", len(declared), len(taskWords))
	}
	for name, task := range declared {
		complete(t, name, task.Says())
		if !used[name] {
			t.Errorf("no case ever comes to %s", name)
		}
	}
}

func complete(t *testing.T, what string, w Words) {
	t.Helper()
	for who, says := range map[string]law.Text{"worker": w.Worker, "employer": w.Employer, "staff": w.Staff} {
		if strings.TrimSpace(says.EN) == "" || !strings.ContainsFunc(says.ZH, isHan) || strings.ContainsFunc(says.EN, isHan) {
			t.Errorf("%s: the words for %s are missing or in the wrong language: %q", what, who, says)
		}
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// tasksOfTheSource are the constants of type Task by name, and which of them a Next names. A Next that
// names somebody without a task fails.
func tasksOfTheSource(t *testing.T) (declared map[string]Task, used map[string]bool) {
	t.Helper()
	declared, used = map[string]Task{}, map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if id, ok := n.Type.(*ast.Ident); ok && id.Name == "Task" {
					declared[n.Names[0].Name] = Task(strings.Trim(n.Values[0].(*ast.BasicLit).Value, `"`))
				}
			case *ast.CompositeLit:
				if id, ok := n.Type.(*ast.Ident); ok && id.Name == "Next" && len(n.Elts) > 0 {
					named := ""
					for _, e := range n.Elts {
						if kv := e.(*ast.KeyValueExpr); kv.Key.(*ast.Ident).Name == "Task" {
							named = kv.Value.(*ast.Ident).Name
						}
					}
					used[named] = true
				}
			}
			return true
		})
	}
	if used[""] {
		t.Error("a next step has no task")
	}
	return declared, used
}
