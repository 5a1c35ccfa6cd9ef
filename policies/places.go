package policies

// Places are the standings in which somebody may see cases of their own, by the roles that they hold now: as
// arbitrator or recorder in the commission of that role, as party or agent anywhere. Only Gate.Places makes them.
type Places struct {
	account     int64
	commissions []int64 // 0: of any
	standings   []string
}

// Places of somebody with these posts. Who mediates is not among them: a hearing is beyond the wall.
func (g *Gate) Places(a Actor, posts []Post) Places {
	p := Places{account: a.Account}
	for _, post := range posts {
		h := post.Holding()
		for _, s := range Standings() {
			h.Standing = s
			if (s.Seated() || s.Party()) && g.Any([]Holding{h}, ViewCase) {
				p.commissions, p.standings = append(p.commissions, post.Commission), append(p.standings, string(s))
			}
		}
	}
	return p
}

// Account that stands there.
func (p Places) Account() int64 { return p.account }

// Rows are the commissions (0 for any) and the standings, one beside the other.
func (p Places) Rows() (commissions []int64, standings []string) { return p.commissions, p.standings }
