package pages

import (
	"bytes"
	"fmt"
	"html"
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Whatever somebody types into the form of any step comes back when the step is refused because somebody else was
// quicker: texts, rows of tables, days, choices, boxes, also where a file goes along.
func TestEveryFormComesBack(t *testing.T) {
	t.Parallel()
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	stale := &fault.Error{Kind: fault.Conflict, Code: "version-stale", Says: law.Text{ZH: "项文静 已经办了“补正材料”。", EN: "项文静 took a step."}}
	forms := 0
	for _, r := range workflows.Table() {
		if _, ok := casework.BodyOf(r); !ok || r.From[0] == workflows.New {
			continue
		}
		step := stepOf(r.Event, sampleCase(false, workflows.Capacities()...))
		step.Case.Proposal = nil
		typed := url.Values{}
		typeInto(step.Form.Fields, typed)
		if len(typed) > 0 {
			forms++
		}
		page := staff("", StepPage, step).Page
		page.Fault, page.Kept = stale, typed
		var b bytes.Buffer
		if err := p.Render(&b, StepPage, page); err != nil {
			t.Fatalf("%s: %v", r.Event, err)
		}
		missing(t, r.Event, typed, b.String())
	}
	if forms < 60 {
		t.Errorf("only %d forms were tried", forms)
	}
}

// typeInto answers every field that somebody can answer; passwords and files are never shown again.
func typeInto(fields []Field, v url.Values) {
	for _, f := range fields {
		switch f.Kind {
		case Hidden, File, Photographs, Password:
		case Date:
			v.Set(f.Name+".year", "2031")
			v.Set(f.Name+".month", "7")
			v.Set(f.Name+".day", "19")
		case Check, YesNo:
			v.Set(f.Name, "true")
		case Select:
			if len(f.Options) > 0 {
				v.Set(f.Name, f.Options[len(f.Options)-1].Value)
			}
		case Rows, Lines, Awards, Worked, Marks:
		default:
			v.Set(f.Name, "写在 "+f.Name+" <里>")
		}
		for _, r := range f.Rows {
			typeInto(r.Fields, v)
		}
	}
}

func missing(t *testing.T, e workflows.Event, typed url.Values, page string) {
	t.Helper()
	for name := range typed {
		value := typed.Get(name)
		at := strings.Index(page, fmt.Sprintf(`name="%s"`, name))
		if at < 0 {
			t.Errorf("%s: the form has no field %s any more", e, name)
			continue
		}
		rest := page[at+1:]
		tag, _, _ := strings.Cut(rest, ">")
		field, _, _ := strings.Cut(rest, `name="`) // up to the next one
		shown := strings.Contains(tag, `value="`+value+`"`) && value != "true" || value == "true" && strings.Contains(tag, " checked") ||
			strings.Contains(field, `value="`+value+`" selected`) || strings.HasPrefix(value, "写在") && strings.Contains(html.UnescapeString(field), value)
		if !shown {
			t.Errorf("%s: what was typed into %s is lost", e, name)
		}
	}
}
