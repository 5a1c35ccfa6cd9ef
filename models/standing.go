package models

import (
	"time"

	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
	"tiaocai/workflows/calendar"
)

// StandingRow says who stands how in which case, in the order of that person's list.
type StandingRow struct {
	CommissionID int64             `gorm:"primaryKey;autoIncrement:false"`
	AccountID    int64             `gorm:"primaryKey;autoIncrement:false"`
	CaseID       int64             `gorm:"primaryKey;autoIncrement:false"`
	Standing     policies.Standing `gorm:"primaryKey"`
	Open         bool
	DueKey       calendar.Date
	AmberOn      calendar.Date
	RedOn        calendar.Date
	HearingKey   calendar.Date
	NumberKey    int64
}

func (StandingRow) TableName() string { return "standings" }

// saveStandings writes who stands how, as the case's parties, agents, seats and mediator say.
func (c *Case) saveStandings(b *batch) {
	b.query("delete from standings where commission_id = $1 and case_id = $2", nil, c.CommissionID, c.ID)
	seen := map[StandingRow]bool{}
	add := func(account *int64, s policies.Standing) {
		if account == nil {
			return
		}
		row := StandingRow{c.CommissionID, *account, c.ID, s, c.Open, c.DueKey, c.AmberOn, c.RedOn, c.HearingKey, c.NumberKey}
		if !seen[row] {
			seen[row] = true
			b.query("insert into standings (commission_id, account_id, case_id, standing, open, due_key, amber_on, red_on, hearing_key, number_key) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", nil,
				row.CommissionID, row.AccountID, row.CaseID, string(row.Standing), row.Open, row.DueKey, row.AmberOn, row.RedOn, row.HearingKey, row.NumberKey)
		}
	}
	sides := map[int64]Side{}
	third := map[int64]bool{}
	for _, p := range c.Parties {
		sides[p.ID] = p.Side
		if third[p.ID] = p.Third(); p.Third() { // hears and is heard, and gives up nobody's right
			add(p.AccountID, agentStanding(p.Side, false))
			continue
		}
		add(p.AccountID, policies.Standing(p.Side))
		if p.Representative {
			add(p.AccountID, policies.Representing)
		}
	}
	for _, a := range c.Agents {
		if a.EndedOn.IsZero() {
			add(a.AccountID, agentStanding(sides[a.PartyID], a.Special && !third[a.PartyID]))
		}
	}
	for _, s := range c.Seats {
		account := s.AccountID
		add(&account, policies.Standing(s.Seat))
	}
	add(c.AdvisorID, policies.Mediating)
	for _, m := range c.Mediations {
		add(m.MediatorID, policies.Mediating)
	}
}

func agentStanding(side Side, special bool) policies.Standing {
	s := policies.Standing(side) + "_agent"
	if special {
		s += "_special"
	}
	return s
}

// RoleRow is a role that an account holds (任职).
type RoleRow struct {
	ID             int64
	AccountID      int64
	Role           policies.Role
	CommissionID   *int64
	OrganisationID *int64
	GivenAt        time.Time
	GivenBy        *int64
	RevokedAt      *time.Time
}

func (RoleRow) TableName() string { return "roles" }

// PostsOf reads what roles an account holds now. A disabled account holds none.
func PostsOf(tx *Tx, account int64) ([]policies.Post, error) {
	var rows []RoleRow
	b := tx.batch()
	posts(b, &rows, account)
	err := b.send()
	return postsFrom(rows), err
}

func posts(b *batch, rows *[]RoleRow, account int64) {
	into(b, rows, "where account_id = $1 and revoked_at is null and not (select disabled from accounts where id = roles.account_id) order by id", account)
}

func postsFrom(rows []RoleRow) []policies.Post {
	posts := make([]policies.Post, 0, len(rows))
	for _, r := range rows {
		p := policies.Post{Role: r.Role}
		if r.CommissionID != nil {
			p.Commission = *r.CommissionID
		}
		if r.OrganisationID != nil {
			p.Organisation = *r.OrganisationID
		}
		posts = append(posts, p)
	}
	return posts
}

// HoldingsOn reads in which ways an actor relates to a case, in this transaction: the posts held
// in the case's commission or at an organisation that mediated it, and the standings in the case.
func HoldingsOn(tx *Tx, a policies.Actor, c *Case) ([]policies.Holding, error) {
	if a.Program != "" {
		return []policies.Holding{{Role: a.Program, Dom: policies.InProgram, Standing: policies.System}}, nil
	}
	var rows []RoleRow
	var standings []StandingRow
	var delegated bool
	b := tx.batch()
	posts(b, &rows, a.Account)
	into(b, &standings, "where commission_id = $1 and account_id = $2 and case_id = $3", c.CommissionID, a.Account, c.ID)
	b.query("select exists (select 1 from delegations where "+delegatedTo+")", func(r pgx.Rows) error { return r.Scan(&delegated) },
		a.Account, c.CommissionID, tx.Today())
	if err := b.send(); err != nil {
		return nil, err
	}
	var hs []policies.Holding
	for _, p := range postsFrom(rows) {
		hs = append(hs, holdings(p, standings, c)...)
		if delegated && p.Role == policies.CourtHead && p.Commission == c.CommissionID { // the hat that a delegation gives, today
			hs = append(hs, policies.Holding{Role: p.Role, Dom: policies.InCommission, Standing: policies.Delegated})
		}
	}
	return hs, nil
}

// holdings are those of one post. A commission's post counts only in that commission's cases, so
// that a seat outlives no transfer of its holder; a person's own standing counts everywhere.
func holdings(p policies.Post, standings []StandingRow, c *Case) []policies.Holding {
	h := p.Holding()
	var hs []policies.Holding
	add := func(s policies.Standing) { hs = append(hs, policies.Holding{Role: h.Role, Dom: h.Dom, Standing: s}) }
	switch h.Dom {
	case policies.InCommission:
		if p.Commission != c.CommissionID {
			return nil
		}
		add(policies.Office)
	case policies.InOrganisation:
		if !c.mediatedBy(p.Organisation) {
			return nil
		}
		add(policies.Organisation)
	}
	for _, s := range standings {
		add(s.Standing)
	}
	return hs
}

func (c *Case) mediatedBy(organisation int64) bool {
	for _, m := range c.Mediations {
		if m.OrganisationID == organisation {
			return true
		}
	}
	return c.OrganisationID != nil && *c.OrganisationID == organisation // it took the question in
}
