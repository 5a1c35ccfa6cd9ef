package workflows

import (
	"testing"

	"tiaocai/workflows/fault"
)

// Every state has its words, every row its name and article, every period its row, every paper its name.
func TestNothingIsNameless(t *testing.T) {
	t.Parallel()
	for _, s := range States() {
		w := s.Says()
		if w.Worker.ZH == "" || w.Worker.EN == "" || w.Employer.ZH == "" || w.Employer.EN == "" || w.Staff.ZH == "" || w.Staff.EN == "" {
			t.Errorf("state %s lacks words", s)
		}
	}
	seen := map[string]bool{}
	for _, r := range table {
		if r.Name.ZH == "" || r.Name.EN == "" || r.Law.IsZero() || len(r.By) == 0 || len(r.From) == 0 || r.To == "" {
			t.Errorf("row %s lacks something", r.Event)
		}
		for _, s := range r.From {
			if key := string(r.Event) + "/" + string(s); seen[key] {
				t.Errorf("two rows for %s", key)
			} else {
				seen[key] = true
			}
		}
		if r.from(Closed) != (r.AfterClosing && r.from(Closed)) || (r.from(Closed) && r.To != Same) {
			t.Errorf("%s moves a closed case", r.Event)
		}
		if (r.To == Closed) != (r.Mode != nil) {
			t.Errorf("%s: mode and closing differ", r.Event)
		}
		for _, g := range r.When {
			if g.Says.ZH == "" || g.Says.EN == "" || g.Law.IsZero() || g.Holds == nil {
				t.Errorf("guard %s of %s lacks something", g.Code, r.Event)
			}
		}
		for _, e := range r.Then {
			if k, ok := PaperOf(e.Draft); e.Draft != "" && (!ok || k.Name.EN == "") {
				t.Errorf("%s drafts %s, which has no name", r.Event, e.Draft)
			}
		}
	}
	for _, p := range terms {
		if p.Name.EN == "" || p.Law.IsZero() || p.Runs.N == 0 {
			t.Errorf("period %s lacks something", p.Period)
		}
	}
	for _, m := range Modes() {
		if m.Name().EN == "" {
			t.Errorf("mode %s has no name", m)
		}
	}
	if _, err := Decide(filed(), "fly"); !fault.Is(err, fault.NotFound) {
		t.Errorf("an unknown step = %v", err)
	}
}
