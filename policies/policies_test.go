package policies

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"tiaocai/workflows"
	"tiaocai/workflows/fault"
)

var update = flag.Bool("update", false, "rewrite golden files")

func gate(t testing.TB) *Gate {
	t.Helper()
	g, err := NewGate()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// The matrix of who may do what is golden: any widening of rights is a visible diff.
func TestPermissionsAreOnPaper(t *testing.T) {
	t.Parallel()
	const path = "../docs/permissions.md"
	got := matrix(t, gate(t))
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != got {
		t.Errorf("%s differs from the policy; if the change is meant, run: go test ./policies -update", path)
	}
}

func matrix(t testing.TB, g *Gate) string {
	var b strings.Builder
	b.WriteString("# 权限 Who may do what\n\nMade from `policies/policy.csv` by `go test ./policies -update`. A role (角色), together with a standing in the case (案件中的身份), allows an act. What is not here is not allowed.\n")
	for _, act := range Acts() {
		var lines []string
		for _, r := range Roles() {
			for _, s := range Standings() {
				ok, err := g.Allows(Holding{r, ForSelf, s}, act)
				if err != nil {
					t.Fatal(err)
				}
				if ok {
					lines = append(lines, fmt.Sprintf("| %s | %s |", r, s))
				}
			}
		}
		if len(lines) == 0 {
			t.Errorf("nobody may %s", act)
		}
		fmt.Fprintf(&b, "\n## `%s`\n\n| role | standing |\n|---|---|\n%s\n", act, strings.Join(lines, "\n"))
	}
	b.WriteString("\n## Steps\n\n| step | taken as | proposed by |\n|---|---|---|\n")
	seen := map[workflows.Event]bool{}
	for _, r := range workflows.Table() {
		if seen[r.Event] {
			continue
		}
		seen[r.Event] = true
		fmt.Fprintf(&b, "| `%s` %s | %s | %s |\n", r.Event, r.Name.ZH, list(r.By), list(r.Proposers))
	}
	return b.String()
}

func list(cs []workflows.Capacity) string {
	s := make([]string, len(cs))
	for i, c := range cs {
		s[i] = string(c)
	}
	return strings.Join(s, ", ")
}

func TestUnknownWordsAreDenied(t *testing.T) {
	t.Parallel()
	g := gate(t)
	for _, h := range []Holding{{"king", ForSelf, Office}, {Director, "palace", Office}, {Director, InCommission, "throne"}} {
		if ok, err := g.Allows(h, ViewCase); ok || err == nil {
			t.Errorf("Allows(%v) = %v, %v, want an error", h, ok, err)
		}
	}
	if ok, err := g.Allows(Holding{Director, InCommission, Office}, "case.burn"); ok || err == nil {
		t.Errorf("an unknown act = %v, %v, want an error", ok, err)
	}
}

// A stranger is told that there is nothing; somebody of the case, that they may not.
func TestStrangersLearnNothing(t *testing.T) {
	t.Parallel()
	g := gate(t)
	of := Case{1, 7}
	tests := map[string]struct {
		holding Holding
		act     Act
		want    fault.Kind
	}{
		"arbitrator of another case": {Holding{Arbitrator, InCommission, Office}, ViewCase, fault.NotFound},
		"system administrator":       {Holding{SysAdmin, InCommission, Office}, ViewCase, fault.NotFound},
		"statistics":                 {Holding{Statistics, InCommission, Office}, ViewCase, fault.NotFound},
		"supervision":                {Holding{Supervision, InCommission, Office}, ViewCase, fault.NotFound},
		"audit":                      {Holding{Audit, InCommission, Office}, ViewCase, fault.NotFound},
		"a party without the right":  {Holding{Worker, ForSelf, AsApplicant}, Acting(workflows.Tribunal), fault.Forbidden},
		"the registry at the wall":   {Holding{Intake, InCommission, Office}, ReadNotes, fault.Forbidden},
		"the director at the wall":   {Holding{Director, InCommission, Office}, ReadNotes, fault.Forbidden},
		"a sole arbitrator may see":  {Holding{Arbitrator, InCommission, Sole}, ViewCase, ""},
		"a mediator reads the notes": {Holding{Mediator, InOrganisation, Mediating}, ReadNotes, ""},
	}
	for name, tt := range tests {
		_, err := g.Admit(Actor{Account: 1}, of, []Holding{tt.holding}, tt.act)
		if got := fault.As(err); (tt.want == "") != (err == nil) || (got != nil && got.Kind != tt.want) {
			t.Errorf("%s: Admit = %v, want %q", name, err, tt.want)
		}
	}
}

// A post that opens none of the commission's cases by itself makes no colleague of somebody who is here for a party; one
// that opens them all does.
func TestAPostThatOpensNothingIsNoPost(t *testing.T) {
	t.Parallel()
	g := gate(t)
	lawyer := Holding{Agent, ForSelf, RespondentAgent}
	for role, staff := range map[Role]bool{Arbitrator: false, Recorder: false, SysAdmin: false, Statistics: false, Supervision: false, Audit: false, Intake: true, CourtHead: true, Director: true} {
		hs := []Holding{{role, InCommission, Office}, {role, InCommission, RespondentAgent}, lawyer}
		grant, err := g.Admit(Actor{Account: 1}, Case{1, 7}, hs, ViewCase)
		if err != nil || grant.Party() == staff || grant.Is(Office) != staff || g.Staff(hs) != staff {
			t.Errorf("%s and lawyer: a party %v, office %v, staff %v, %v", role, grant.Party(), grant.Is(Office), g.Staff(hs), err)
		}
	}
	if grant, err := g.Admit(Actor{Account: 1}, Case{1, 7}, []Holding{{CourtHead, InCommission, Office}, {CourtHead, InCommission, Delegated}}, ViewCase); err != nil || !grant.May(Acting(workflows.Director)) {
		t.Errorf("the head with a delegation decides in the director's place: %v", err)
	}
}

// Somebody who only sees metadata or numbers never has a hat in a case.
func TestWatchersHaveNoHat(t *testing.T) {
	t.Parallel()
	g := gate(t)
	for _, r := range []Role{Supervision, Statistics, SysAdmin, Audit} {
		for _, s := range Standings() {
			if caps := g.Capacities([]Holding{{r, InCommission, s}}); len(caps) > 0 {
				t.Errorf("%s as %s acts as %v", r, s, caps)
			}
		}
	}
}

// An agent with general authority does not give up rights; with special authority it may.
func TestGeneralAuthorityDoesNotDispose(t *testing.T) {
	t.Parallel()
	g := gate(t)
	for s, want := range map[Standing]bool{ApplicantAgent: false, ApplicantAgentSpecial: true, AsApplicant: false} {
		if got := g.Any([]Holding{{Agent, ForSelf, s}}, Disposing(workflows.Applicant)); got != want {
			t.Errorf("an agent as %s disposes = %v, want %v", s, got, want)
		}
	}
}

func BenchmarkAllows(b *testing.B) {
	g := gate(b)
	for b.Loop() {
		g.Allows(Holding{Arbitrator, InCommission, Sole}, Acting(workflows.Tribunal))
	}
}

// A role gives the standings in which its holder sees cases of their own: a seat only in the commission of the role,
// and never the mediator's, who is on the other side of the wall.
func TestPlacesComeFromRoles(t *testing.T) {
	t.Parallel()
	g := gate(t)
	for want, posts := range map[string][]Post{
		"[]":                            nil,
		"[3 presiding 3 sole 3 member]": {{Role: Arbitrator, Commission: 3}},
		"[3 recorder 0 applicant 0 respondent 0 representative]":                                      {{Role: Recorder, Commission: 3}, {Role: Worker}},
		"[0 applicant_agent 0 applicant_agent_special 0 respondent_agent 0 respondent_agent_special]": {{Role: Agent}},
	} {
		p := g.Places(Actor{Account: 7}, posts)
		var got []any
		commissions, standings := p.Rows()
		for i := range commissions {
			got = append(got, commissions[i], standings[i])
		}
		if fmt.Sprint(got) != want || p.Account() != 7 {
			t.Errorf("%v: %v, want %s", posts, got, want)
		}
	}
	for _, r := range []Role{"mediator", "director", "intake", "org_manager", "sysadmin"} {
		if c, _ := g.Places(Actor{Account: 7}, []Post{{Role: r, Commission: 3}}).Rows(); len(c) != 0 {
			t.Errorf("%s stands in %d ways", r, len(c))
		}
	}
}
