package casework

import (
	"fmt"
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/law"
)

// readerViews are who opened the file (谁看过案卷). Staff see every entry. A party sees who of the
// commission opened the case, its exhibits and the papers that the party reads too; what is the
// tribunal's or the mediators' own, papers for the other side and the other side's names stay out.
func readerViews(c *models.Case, g policies.Grant, sheet *models.Sheet, papers []DocumentView) []ReaderView {
	var list []ReaderView
	sides := accountSides(c)
	for _, r := range sheet.Reads {
		v := ReaderView{Who: r.Name, Subject: r.Subject, Hour: r.Hour.In(models.Zone)}
		if g.Party() {
			if !forParties(r.Subject, papers) {
				continue
			}
			if side := readerSide(sides, g, r.AccountID); !side.IsZero() {
				v.Who, v.Side = "", side
			}
		}
		list = append(list, v)
	}
	return list
}

// readerSide is what a party is told of somebody on a side of the case; empty for whoever is of the commission.
func readerSide(sides map[int64]models.Side, g policies.Grant, account int64) law.Text {
	switch side, ours := sides[account]; {
	case account == g.Actor().Account:
		return text("您", "you")
	case ours && side == sideOf(g):
		return text("您这一方", "your side")
	case ours:
		return text("对方", "the other side")
	}
	return law.Text{}
}

// forParties says whether a party may know that something was opened.
func forParties(subject string, papers []DocumentView) bool {
	kind, which, _ := strings.Cut(subject, " ")
	switch kind {
	case "case", "exhibit", "bundle":
		return true
	case "document":
		for _, d := range papers {
			if fmt.Sprint(d.ID) == which {
				return true
			}
		}
	}
	return false
}

// accountSides is the side of everybody who is or was party or agent with an account.
func accountSides(c *models.Case) map[int64]models.Side {
	of, by := map[int64]models.Side{}, map[int64]models.Side{}
	for _, p := range c.Parties {
		by[p.ID] = p.Side
		if p.AccountID != nil {
			of[*p.AccountID] = p.Side
		}
	}
	for _, a := range c.Agents {
		if a.AccountID != nil {
			of[*a.AccountID] = by[a.PartyID]
		}
	}
	return of
}
