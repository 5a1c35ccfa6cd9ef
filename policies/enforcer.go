package policies

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	"github.com/casbin/casbin/v2/persist"

	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

//go:embed model.conf
var modelText string

//go:embed policy.csv
var policyText string

// Gate answers whether an act is allowed. It knows the policy and nothing about people.
type Gate struct {
	casbin  *casbin.CachedEnforcer
	known   map[string]bool
	answers sync.Map // question -> bool
}

// NewGate reads the policy that is part of the program. A line with an unknown word is an error.
func NewGate() (*Gate, error) {
	m, err := model.NewModelFromString(modelText)
	if err != nil {
		return nil, fmt.Errorf("policy model: %w", err)
	}
	e, err := casbin.NewCachedEnforcer(m, embedded{policyText})
	if err != nil {
		return nil, fmt.Errorf("policy: %w", err)
	}
	g := &Gate{casbin: e, known: words()}
	lines, err := e.GetPolicy()
	if err != nil {
		return nil, err
	}
	for _, line := range lines {
		for i, word := range line {
			if kind := []string{"role:", "standing:", "act:"}[i]; !g.known[kind+word] && word != "any" {
				return nil, fmt.Errorf("policy: unknown word %q in %s", word, strings.Join(line, ", "))
			}
		}
	}
	return g, nil
}

// MustGate is NewGate for the start of the program, where a faulty policy must stop it.
func MustGate() *Gate {
	g, err := NewGate()
	if err != nil {
		panic(err)
	}
	return g
}

func words() map[string]bool {
	known := map[string]bool{}
	for _, w := range Roles() {
		known["role:"+string(w)] = true
	}
	for _, w := range Doms() {
		known["dom:"+string(w)] = true
	}
	for _, w := range Standings() {
		known["standing:"+string(w)] = true
	}
	for _, w := range Acts() {
		known["act:"+string(w)] = true
	}
	return known
}

// Holding is one way in which somebody relates to a case: a role, the unit it is held in, and the
// standing that it gives.
type Holding struct {
	Role     Role
	Dom      Dom
	Standing Standing
}

var errWord = errors.New("policies: unknown word")

// Allows asks for one holding. Unknown words are an error, which denies.
func (g *Gate) Allows(h Holding, act Act) (bool, error) {
	question := question{h, act}
	if yes, ok := g.answers.Load(question); ok {
		return yes.(bool), nil
	}
	if !g.known["role:"+string(h.Role)] || !g.known["dom:"+string(h.Dom)] || !g.known["standing:"+string(h.Standing)] || !g.known["act:"+string(act)] {
		return false, fmt.Errorf("%w in %v %s", errWord, h, act)
	}
	yes, err := g.casbin.Enforce(string(h.Role), string(h.Dom), string(h.Standing), string(act))
	if err == nil {
		g.answers.Store(question, yes)
	}
	return yes, err
}

// question is one that the gate was asked. The policy is part of the program and never changes while
// it runs, so the enforcer is asked each one once; there are some thousands.
type question struct {
	Holding
	act Act
}

// Any says whether one of the holdings allows the act.
func (g *Gate) Any(hs []Holding, act Act) bool {
	for _, h := range hs {
		if ok, err := g.Allows(h, act); err == nil && ok {
			return true
		}
	}
	return false
}

// Capacities are the hats that the holdings allow, in the order of workflows.Capacities.
func (g *Gate) Capacities(hs []Holding) []workflows.Capacity {
	var caps []workflows.Capacity
	for _, c := range workflows.Capacities() {
		if g.Any(hs, Acting(c)) {
			caps = append(caps, c)
		}
	}
	return caps
}

// Forbid is the answer to somebody of the case who lacks this right.
func Forbid() *fault.Error {
	return fault.New(fault.Forbidden, "not-allowed", law.Text{ZH: "您在本案中没有办理这一事项的权限。", EN: "You have no right to do this in this case."})
}

// embedded is a Casbin adapter that reads the policy from the program itself and never writes.
type embedded struct{ csv string }

func (e embedded) LoadPolicy(m model.Model) error {
	for _, line := range strings.Split(e.csv, "\n") {
		if err := persist.LoadPolicyLine(strings.TrimSpace(line), m); err != nil {
			return err
		}
	}
	return nil
}

var errReadOnly = errors.New("the policy is part of the program and cannot be changed while it runs")

func (embedded) SavePolicy(model.Model) error                              { return errReadOnly }
func (embedded) AddPolicy(string, string, []string) error                  { return errReadOnly }
func (embedded) RemovePolicy(string, string, []string) error               { return errReadOnly }
func (embedded) RemoveFilteredPolicy(string, string, int, ...string) error { return errReadOnly }

func missing() error { return fault.Missing() }
