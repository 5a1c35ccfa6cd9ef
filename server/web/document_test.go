package web

import (
	"encoding/json"
	"flag"
	"log/slog"
	"os"
	"strings"
	"testing"

	"github.com/alexedwards/scs/v2/memstore"

	"tiaocai/server/casework"
	"tiaocai/workflows"
)

var update = flag.Bool("update", false, "rewrite golden files")

// described makes a server that answers nothing: only its description is looked at.
func described(t *testing.T) *Server {
	t.Helper()
	s, err := New(Parts{Desk: casework.New(casework.Parts{}), Sessions: memstore.New(), Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The API's description is golden: a change of what programs see is a visible diff.
func TestTheAPIIsOnPaper(t *testing.T) {
	t.Parallel()
	const path = "../../docs/api.yaml"
	got, err := described(t).openapi.YAML()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != string(got) {
		t.Error("docs/api.yaml differs; if the change is meant, run: go test ./server/web -run API -update")
	}
}

// Every row of the table that somebody can take has its path, every path a summary, an id of its
// own and answers, every reference leads somewhere.
func TestTheAPIIsWhole(t *testing.T) {
	t.Parallel()
	s := described(t)
	text, err := json.Marshal(s.openapi)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			OperationID, Summary string
			Responses            map[string]any
		}
		Components struct{ Schemas map[string]any }
	}
	if err := json.Unmarshal(text, &doc); err != nil || doc.OpenAPI != "3.1.0" {
		t.Fatal(doc.OpenAPI, err)
	}
	for _, r := range workflows.Table() {
		if r.From[0] == workflows.New || clockOnly(r) {
			continue
		}
		if _, ok := doc.Paths["/api/v1/cases/{case}/"+string(r.Event)]["post"]; !ok {
			t.Errorf("%s has no path", r.Event)
		}
	}
	ids := map[string]bool{}
	for path, item := range doc.Paths {
		for method, op := range item {
			if op.OperationID == "" || op.Summary == "" || len(op.Responses) < 2 || ids[op.OperationID] {
				t.Errorf("%s %s: id %q, summary %q", method, path, op.OperationID, op.Summary)
			}
			ids[op.OperationID] = true
		}
	}
	for _, part := range strings.Split(string(text), `"$ref":"#/components/schemas/`)[1:] {
		if name := part[:strings.IndexByte(part, '"')]; doc.Components.Schemas[name] == nil {
			t.Errorf("a reference to %s leads nowhere", name)
		}
	}
	if strings.Contains(string(text), "127.0.0.1") || strings.Contains(string(text), "http://") {
		t.Error("the description names a host")
	}
}
