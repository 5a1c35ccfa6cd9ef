package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// Notes are what happened in mediation, behind the wall: for the mediator and the organisation.
type Notes struct {
	Ref   string      `json:"ref"`
	Notes []NoteView  `json:"notes"`
	Apart *claims.Fen `json:"apart,omitempty" doc:"双方最近的方案相差多少；被申请人出得更多为负 How far the last offers are apart; below zero where the respondent offers more"`
}

// NoteView is one session.
type NoteView struct {
	On              calendar.Date `json:"on"`
	Author          string        `json:"author"`
	Outcome         string        `json:"outcome"`
	Attended        string        `json:"attended"`
	Notes           string        `json:"notes"`
	ApplicantOffer  *claims.Fen   `json:"applicant_offer,omitempty"`
	RespondentOffer *claims.Fen   `json:"respondent_offer,omitempty"`
	ApplicantTerms  string        `json:"applicant_terms,omitempty"`
	RespondentTerms string        `json:"respondent_terms,omitempty"`
	NextStep        string        `json:"next_step,omitempty"`
	NextOn          calendar.Date `json:"next_on"`
}

// SeeNotes reads the mediation notes. Whoever sits on the case, records for it or presides over it
// reads none, whatever other role they hold: the gate says so, and the query again.
func (d *Desk) SeeNotes(ctx context.Context, who policies.Actor, ref string) (*Notes, error) {
	var out *Notes
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ReadNotes)
		if err != nil {
			return err
		}
		if seatedGrant(g) {
			return policies.Forbid()
		}
		list, err := models.NotesOf(tx, g)
		if err != nil {
			return err
		}
		ids := make([]int64, len(list))
		for i, n := range list {
			ids[i] = n.AuthorID
		}
		names, err := models.AccountNames(tx, ids)
		if err != nil {
			return err
		}
		out = &Notes{Ref: c.Ref, Notes: []NoteView{}}
		for _, n := range list {
			out.Notes = append(out.Notes, NoteView{n.HeldOn, names[n.AuthorID], n.Outcome, n.Attended, n.Body, n.ApplicantOffer, n.RespondentOffer, n.ApplicantTerms, n.RespondentTerms, n.NextStep, n.NextOn})
		}
		out.Apart = apart(list)
		return models.NoteRead(tx, c.Key(), who.Account, "notes")
	})
	if err != nil {
		return nil, fmt.Errorf("see notes: %w", err)
	}
	return out, nil
}

// apart is the distance between what each side offered last, of whichever session.
func apart(list []models.Note) *claims.Fen {
	var wants, offers *claims.Fen
	for _, n := range list { // oldest first
		if n.ApplicantOffer != nil {
			wants = n.ApplicantOffer
		}
		if n.RespondentOffer != nil {
			offers = n.RespondentOffer
		}
	}
	if wants == nil || offers == nil {
		return nil
	}
	d := *wants - *offers
	return &d
}
