package casework

import (
	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/law"
)

// readerViews are who opened the file (谁看过案卷), as far as readsShown lets the reader know. Parties see the parties by side.
func readerViews(c *models.Case, g policies.Grant, sheet *models.Sheet) []ReaderView {
	var list []ReaderView
	sides := accountSides(c)
	for _, r := range sheet.Reads {
		v := ReaderView{Who: r.Name, Subject: r.Subject, Hour: r.Hour.In(models.Zone)}
		if g.Party() {
			if side := readerSide(sides, g, r.AccountID); !side.IsZero() {
				v.Who, v.Side = "", side
			}
		}
		list = append(list, v)
	}
	return list
}

// readsShown says which entries somebody may have. Staff have every one, but none that would tell of what is behind the
// wall. A party has who opened the case, its exhibits and the papers that the party reads too; what is the tribunal's or
// the mediators' own, papers for the other side and the other side's names stay out.
func readsShown(c *models.Case, g policies.Grant) models.ReadsShown {
	if g.Party() {
		r := models.ReadsShown{Party: true, Told: []string{"case", "bundle"}}
		if sideOf(g) == models.ApplicantSide {
			r.Told = append(r.Told, "application") // their numbers, phones and addresses stand on it
		}
		for _, d := range c.Documents {
			if mayReadPaper(d, g) {
				r.Told = append(r.Told, readPaper(d))
			}
		}
		return r
	}
	r := models.ReadsShown{Told: []string{}}
	if seatedGrant(g) {
		r.Hidden = append(r.Hidden, "notes")
	}
	for _, d := range c.Documents {
		if !mayKnowPaper(c, d.Paper, g) {
			r.Hidden = append(r.Hidden, readPaper(d))
		}
	}
	return r
}

// readPaper is how the reading of a paper is noted.
func readPaper(d models.Document) string { return "document " + itoa(int(d.ID)) }

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
