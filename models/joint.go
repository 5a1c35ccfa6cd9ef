package models

import (
	"github.com/jackc/pgx/v5"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// JointHearing is a group of cases heard together (合并审理).
type JointHearing struct {
	CommissionID int64 `gorm:"primaryKey;autoIncrement:false"`
	ID           int64 `gorm:"primaryKey;autoIncrement"`
	Ground       workflows.JointGround
	FormedOn     calendar.Date
}

// Joined is another open case of the group: what is needed to find it, and when it is due first.
type Joined struct {
	ID     int64
	Ref    string
	Number string
	State  workflows.State
	DueKey calendar.Date
}

// loadJoint reads the other cases of the group; a case that is heard alone costs nothing.
func (c *Case) loadJoint(tx *Tx) error {
	c.JointWith = nil
	if c.JointID == nil {
		return nil
	}
	b := tx.batch()
	b.query("select id, ref, coalesce(number, ''), state, due_key from cases where commission_id = $1 and joint_id = $2 and id <> $3 and closed_on is null order by id",
		func(r pgx.Rows) error {
			var j Joined
			err := r.Scan(&j.ID, &j.Ref, &j.Number, &j.State, &j.DueKey)
			c.JointWith = append(c.JointWith, j)
			return err
		}, c.CommissionID, *c.JointID, c.ID)
	return b.send()
}

// SameTribunal says whether the same people sit on both cases, in the same seats.
func (c *Case) SameTribunal(o *Case) bool {
	if len(c.Seats) != len(o.Seats) || c.CommissionID != o.CommissionID {
		return false
	}
	sits := map[int64]string{}
	for _, s := range c.Seats {
		sits[s.AccountID] = s.Seat
	}
	for _, s := range o.Seats {
		if sits[s.AccountID] != s.Seat {
			return false
		}
	}
	return true
}

// Alike says whether both disputes have an employer and a kind of claim in common (同一用人单位的同类争议).
func (c *Case) Alike(o *Case) bool { return c.sharesEmployer(o) && c.sharesKind(o) }

func (c *Case) sharesEmployer(o *Case) bool {
	for _, p := range c.Parties {
		for _, q := range o.Parties {
			if p.Kind == "employer" && q.Kind == "employer" && p.CreditCode == q.CreditCode && (p.CreditCode != "" || p.Name == q.Name) {
				return true
			}
		}
	}
	return false
}

func (c *Case) sharesKind(o *Case) bool {
	a, known := claims.LookupCause(claims.CauseCode(c.Cause))
	if b, ok := claims.LookupCause(claims.CauseCode(o.Cause)); known && ok && a.Class == b.Class {
		return true
	}
	for _, x := range c.Claims {
		for _, y := range o.Claims {
			if x.Code == y.Code {
				return true
			}
		}
	}
	return false
}
