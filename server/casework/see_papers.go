package casework

import (
	"fmt"
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
)

// documentViews lists the papers. A mediation agreement is behind the wall: the tribunal and the
// office do not see it.
func documentViews(c *models.Case, g policies.Grant) []DocumentView {
	var list []DocumentView
	for _, d := range c.Documents {
		if !readable(c, d, g) {
			continue
		}
		v := DocumentView{ID: d.ID, Paper: d.Paper, Name: paperName(d.Paper), On: d.DraftedOn, Hash: fmt.Sprintf("%x", d.Digest), Number: d.Number}
		for _, p := range c.Parties {
			if !strings.Contains(d.Addressees, string(p.Side)) {
				continue
			}
			v.To = append(v.To, servedView(c, d, p, g))
		}
		list = append(list, v)
	}
	return list
}

// What of an agreement stands on a paper: the papers of the agreement itself are for the parties and
// the mediators; those of a review, which the parties asked for, also for the office. Whoever sits on
// the case reads neither.
const (
	onlyAgreed = "agreed"
	reviewed   = "reviewed"
)

var ofMediation = map[workflows.Paper]string{workflows.Agreement: onlyAgreed, workflows.CourtGuide: onlyAgreed, workflows.OralRequest: onlyAgreed,
	workflows.ReviewDocument: reviewed, workflows.ReviewRejection: reviewed, workflows.ReviewRefusalPaper: reviewed}

// mayReadPaper says who reads which paper: the parties read what is addressed to their side, staff
// everything except what came out of mediation, which only the mediators and the parties read.
func mayReadPaper(d models.Document, g policies.Grant) bool {
	agreed := ofMediation[d.Paper]
	switch {
	case agreed != "" && seatedGrant(g):
		return false
	case d.Paper == workflows.PublicNoticePaper:
		return true // it is addressed to nobody, and announced
	case g.Party():
		return strings.Contains(d.Addressees, string(sideOf(g)))
	case agreed == onlyAgreed:
		return g.May(policies.ReadNotes)
	}
	return true
}

// readable is mayReadPaper, and the agreement that the parties handed in for a review, for the office.
func readable(c *models.Case, d models.Document, g policies.Grant) bool {
	return mayReadPaper(d, g) || d.Paper == workflows.Agreement && underReview(c, g)
}

// sideOf is the side that a party's grant belongs to.
func sideOf(g policies.Grant) models.Side {
	for _, s := range g.Standings() {
		switch s {
		case policies.AsRespondent, policies.RespondentAgent, policies.RespondentAgentSpecial:
			return models.RespondentSide
		}
	}
	return models.ApplicantSide
}

// exhibitViews are the exhibits, each with the photos it was made of; proofs of service stand with their paper.
func exhibitViews(rows []models.Exhibit) []ExhibitView {
	photos := map[int64][]OriginalView{}
	for _, x := range rows {
		if x.OriginalOf != nil {
			photos[*x.OriginalOf] = append(photos[*x.OriginalOf], OriginalView{x.ID, x.Title, x.FileName, x.MediaType, x.Size, fmt.Sprintf("%x", x.Digest)})
		}
	}
	var list []ExhibitView
	for _, x := range rows {
		if x.Side == models.ServiceSide || x.OriginalOf != nil {
			continue
		}
		v := exhibitView(x)
		v.Originals = photos[x.ID]
		list = append(list, v)
	}
	return list
}

func exhibitView(x models.Exhibit) ExhibitView {
	v := ExhibitView{ID: x.ID, Mark: x.Mark(), Title: x.Title, Proves: x.Proves, FileName: x.FileName, MediaType: x.MediaType,
		Size: x.Size, Hash: fmt.Sprintf("%x", x.Digest), FiledOn: x.FiledOn, FiledAt: x.FiledAt, Late: x.LateReason, RetainedUntil: x.RetainedUntil, VerifiedAt: x.VerifiedAt}
	if x.ClaimNo != nil {
		v.Claim = *x.ClaimNo
	}
	return v
}
