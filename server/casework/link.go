package casework

import (
	"context"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// IssueCode asks for a one-time code for a party or its agent, to be printed on that party's own
// paper or handed over at the counter (绑定码).
type IssueCode struct {
	Party string `json:"party" minLength:"2" maxLength:"8" doc:"哪位当事人，如 申1 Which party"`
	Agent int64  `json:"agent,omitempty" doc:"代理人编号，给代理人时填 The agent, if it is for the agent"`
}

// CodeIssued is the code; it is shown once and works once, for thirty days.
type CodeIssued struct {
	Party     string    `json:"party"`
	Name      string    `json:"name"`
	Code      string    `json:"code"`
	ExpiresAt time.Time `json:"expires_at"`
	QueryCode string    `json:"query_code"`
	Ref       string    `json:"ref"`
}

// IssuePartyCode makes the code. Only its digest is kept; an older unused one no longer works.
func (d *Desk) IssuePartyCode(ctx context.Context, who policies.Actor, ref string, in IssueCode, o Options) (*CodeIssued, error) {
	var out *CodeIssued
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		c, _, err := d.open(tx, who, ref, policies.IssueCode)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*CodeIssued, error) { return issue(tx, c, in) })
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("issue code: %w", err)
	}
	return out, nil
}

func issue(tx *models.Tx, c *models.Case, in IssueCode) (*CodeIssued, error) {
	p, agent, err := findLinked(c, in)
	if err != nil {
		return nil, err
	}
	code, err := models.FreshCode(tx)
	if err != nil {
		return nil, err
	}
	row := &models.PartyCode{Child: models.Child{CommissionID: c.CommissionID, CaseID: c.ID}, PartyID: p.ID, AgentID: agent,
		Mac: tx.Keys.MAC("party-code", code), ExpiresAt: tx.Now.AddDate(0, 0, 30)}
	if err := models.ExpireCodes(tx, row); err != nil {
		return nil, err
	}
	out := &CodeIssued{Party: p.Mark(), Name: p.Name, Code: code, ExpiresAt: row.ExpiresAt, Ref: c.Ref, QueryCode: tx.Keys.QueryCode(c.Ref, c.CodeVersion)}
	return out, tx.Create(row).Error
}

func findLinked(c *models.Case, in IssueCode) (*models.Party, *int64, error) {
	for i := range c.Parties {
		p := &c.Parties[i]
		if p.Mark() != in.Party {
			continue
		}
		if in.Agent == 0 {
			if p.AccountID != nil {
				return nil, nil, fault.New(fault.Conflict, "already-linked", text("这位当事人已经绑定了账号。", "This party has an account already."))
			}
			return p, nil, nil
		}
		for _, a := range c.Agents {
			if a.ID == in.Agent && a.PartyID == p.ID && a.AccountID == nil && a.EndedOn.IsZero() {
				id := a.ID
				return p, &id, nil
			}
		}
	}
	return nil, nil, bad("party", "本案没有这位当事人或代理人，或者已经绑定。", "There is no such party or agent in this case, or it has an account already.")
}

// LinkCase binds the signed-in account to a party by its one-time code (绑定案件).
type LinkCase struct {
	Code string `json:"code" minLength:"6" maxLength:"20" doc:"回执或通知书上的绑定码 The one-time code on your receipt or notice"`
}

// Linked says which case the account is now part of.
type Linked struct {
	Ref   string `json:"ref"`
	Party string `json:"party"`
}

// Link makes the account a party, or a party's agent. A case number alone never does. Wrong codes
// are counted for the account and the address.
func (d *Desk) Link(ctx context.Context, who policies.Actor, address string, in LinkCase, o Options) (*Linked, error) {
	subject := "account " + itoa(int(who.Account))
	if err := d.guard(ctx, "link", wrongCodes, codeWindow, address, subject); err != nil {
		return nil, fmt.Errorf("link: %w", err)
	}
	var out *Linked
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) (err error) {
		out, err = once(tx, who, o, func() (*Linked, error) { return d.link(tx, who, cleanCode(in.Code)) })
		return err
	})
	if fault.Is(err, fault.NotFound) {
		err = d.wrongGuess(ctx, "link", address, subject, text("绑定码不对、已经用过或已过期，请到窗口重新领取。", "The code is wrong, used or has run out. Please ask for a new one at the counter."))
	}
	if err != nil {
		return nil, fmt.Errorf("link: %w", err)
	}
	return out, nil
}

func (d *Desk) link(tx *models.Tx, who policies.Actor, code string) (*Linked, error) {
	row, err := models.UseCode(tx, tx.Keys.MAC("party-code", code), who.Account)
	if err != nil {
		return nil, err
	}
	c, err := models.LockCaseByID(tx, policies.Case{Commission: row.CommissionID, ID: row.CaseID})
	if err != nil {
		return nil, err
	}
	if err := d.outsider(tx, who, c); err != nil {
		return nil, err
	}
	account := who.Account
	out := &Linked{Ref: c.Ref}
	for i := range c.Parties {
		if c.Parties[i].ID == row.PartyID {
			out.Party = c.Parties[i].Mark()
			if row.AgentID == nil {
				c.Parties[i].AccountID = &account
				c.Change(&c.Parties[i])
			}
		}
	}
	for i := range c.Agents {
		if row.AgentID != nil && c.Agents[i].ID == *row.AgentID {
			c.Agents[i].AccountID = &account
			c.Change(&c.Agents[i])
		}
	}
	if err := c.Flush(tx); err != nil {
		return nil, err
	}
	if err := d.roleFor(tx, who, c, row); err != nil {
		return nil, err
	}
	law, err := rules(tx, c.CommissionID)
	if err != nil {
		return nil, err
	}
	return out, c.Derive(tx, law)
}

// outsider refuses whoever works on the case, or sat on it: nobody is a party or an agent where their post opens the file,
// since they would read the other side's papers and what the commission keeps to itself.
func (d *Desk) outsider(tx *models.Tx, who policies.Actor, c *models.Case) error {
	hs, err := models.HoldingsOn(tx, who, c)
	if err != nil {
		return err
	}
	works := d.gate.Staff(hs)
	for _, s := range c.Seats {
		works = works || s.AccountID == who.Account
	}
	if works {
		return fault.New(fault.Forbidden, "works-on-the-case", text("您的岗位可以办理或者查看这个案件，不能再用这个账号作当事人或者代理人。请另外注册账号，并告诉仲裁院院长您与本案有关。",
			"Your post lets you work on this case or read it, so this account can't be a party's or an agent's in it as well. Please register another one for yourself, and tell the head of the court that you are concerned."))
	}
	return nil
}

// roleFor gives the account the role that its party has, if it has none yet: somebody who works
// for the commission may also have a dispute of their own.
func (d *Desk) roleFor(tx *models.Tx, who policies.Actor, c *models.Case, row *models.PartyCode) error {
	role := policies.Agent
	for _, p := range c.Parties {
		if row.AgentID == nil && p.ID == row.PartyID {
			role = policies.Role(p.Kind)
		}
	}
	posts, err := models.PostsOf(tx, who.Account)
	if err != nil {
		return err
	}
	for _, p := range posts {
		if p.Role == role {
			return nil
		}
	}
	return models.GiveRole(tx, who.Account, policies.Post{Role: role}, nil)
}
