package policies

import "tiaocai/workflows"

// Actor is somebody who acts: a person's account, or a named part of the program.
type Actor struct {
	Account int64
	Name    string
	Program Role // Clockwork or Postman; "" for people
}

// Case names one case without saying anything about it.
type Case struct {
	Commission int64
	ID         int64
}

// Grant is the right to read one case. Only Admit makes one; a query takes the case from the
// grant, so that a right obtained for one case cannot read another.
type Grant struct {
	actor    Actor
	of       Case
	holdings []Holding
	gate     *Gate
}

// Admit gives a grant if one of the holdings allows the act. Somebody without any right to see the
// case is told that there is nothing; somebody of the case, that they may not. The grant keeps the
// holdings that open the case: a post at the commission that opens none of its cases by itself makes
// no colleague of an arbitrator who is here as a party's lawyer.
func (g *Gate) Admit(a Actor, of Case, hs []Holding, act Act) (Grant, error) {
	if !g.Any(hs, ViewCase) {
		return Grant{}, missing()
	}
	if !g.Any(hs, act) {
		return Grant{}, Forbid()
	}
	return Grant{actor: a, of: of, holdings: g.opening(hs), gate: g}, nil
}

// opening are the holdings that allow to see the case.
func (g *Gate) opening(hs []Holding) []Holding {
	var list []Holding
	for _, h := range hs {
		if g.Any([]Holding{h}, ViewCase) {
			list = append(list, h)
		}
	}
	return list
}

// Staff says whether a holding opens the case other than as a party or its agent.
func (g *Gate) Staff(hs []Holding) bool {
	for _, h := range g.opening(hs) {
		if !h.Standing.Party() {
			return true
		}
	}
	return false
}

// Case that the grant was issued for.
func (g Grant) Case() Case { return g.of }

// Actor to whom the grant was issued.
func (g Grant) Actor() Actor { return g.actor }

// May says whether the same person may also do another act in the case.
func (g Grant) May(act Act) bool { return g.gate != nil && g.gate.Any(g.holdings, act) }

// Capacities that the person has in the case.
func (g Grant) Capacities() []workflows.Capacity {
	if g.gate == nil {
		return nil
	}
	return g.gate.Capacities(g.holdings)
}

// Standings of the person in the case, without repetition.
func (g Grant) Standings() []Standing {
	var list []Standing
	for _, s := range Standings() {
		for _, h := range g.holdings {
			if h.Standing == s {
				list = append(list, s)
				break
			}
		}
	}
	return list
}

// Is says whether the person has the standing.
func (g Grant) Is(s Standing) bool {
	for _, h := range g.holdings {
		if h.Standing == s {
			return true
		}
	}
	return false
}

// Party says whether the person is in the case only as a party or a party's agent.
func (g Grant) Party() bool {
	for _, h := range g.holdings {
		if !h.Standing.Party() {
			return false
		}
	}
	return len(g.holdings) > 0
}

// IsZero says that the grant was not issued by a gate.
func (g Grant) IsZero() bool { return g.gate == nil }

// Scope is the set of cases that a list, a search or a count may draw from. Only Gate.Scope makes one.
type Scope struct {
	kind         Act
	commission   int64
	organisation int64
	account      int64
}

// Post is a role that somebody holds, with where.
type Post struct {
	Role         Role
	Commission   int64 // 0 if held elsewhere
	Organisation int64
}

// Holding of a post outside any case.
func (p Post) Holding() Holding {
	dom := ForSelf
	switch {
	case p.Commission != 0:
		dom = InCommission
	case p.Organisation != 0:
		dom = InOrganisation
	}
	return Holding{p.Role, dom, None}
}

// Scopes are the lists that somebody with these posts may see, widest first.
func (g *Gate) Scopes(a Actor, posts []Post) []Scope {
	var list []Scope
	for _, kind := range []Act{OfficeDocket, OrganisationDocket, OwnDocket} {
		for _, p := range posts {
			if ok, err := g.Allows(p.Holding(), kind); err != nil || !ok {
				continue
			}
			s := Scope{kind: kind}
			switch kind {
			case OfficeDocket:
				s.commission = p.Commission
			case OrganisationDocket:
				s.organisation = p.Organisation
			default:
				s.account = a.Account
			}
			if !contains(list, s) && (s.commission|s.organisation|s.account) != 0 {
				list = append(list, s)
			}
		}
	}
	return list
}

func contains(list []Scope, s Scope) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// Commission, Organisation and Account say which cases the scope holds; one of them is not zero.
func (s Scope) Commission() int64   { return s.commission }
func (s Scope) Organisation() int64 { return s.organisation }
func (s Scope) Account() int64      { return s.account }

// Kind is the list that the scope is for.
func (s Scope) Kind() Act { return s.kind }

// IsZero says that the scope was not issued by a gate: it holds nothing.
func (s Scope) IsZero() bool { return s.kind == "" }
