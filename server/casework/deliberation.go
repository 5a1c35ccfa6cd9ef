package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// CastVote is an arbitrator's own opinion in the deliberation (评议). It goes to the secret volume; the event
// says only that somebody deliberated. A later one takes the place of an earlier one, which stays on record.
type CastVote struct {
	Dated
	Stance string `json:"stance" enum:"presiding-view,other-view,own-view" doc:"意见归类：首席的意见、另一种意见、单独的第三种意见 The presiding arbitrator's view, the other view, or a third one of your own"`
	View   string `json:"view" minLength:"2" maxLength:"8000" doc:"意见和理由，记入副卷 Opinion and reasons, for the secret volume"`
}

func (CastVote) Event() workflows.Event { return workflows.CastVote }

func (v CastVote) Apply(a *Act) error {
	row := &models.Vote{Child: a.child(), AccountID: a.Who.Account, CastOn: a.On, Stance: v.Stance, View: v.View, RecordedAt: a.Tx.Now}
	if err := a.Tx.Create(row).Error; err != nil {
		return err
	}
	a.Case.Votes = append(a.Case.Votes, *row)
	return nil
}

// Deliberation is the tribunal's own record (评议笔录), in the secret volume.
type Deliberation struct {
	Ref   string     `json:"ref"`
	Votes []VoteView `json:"votes"`
}

// VoteView is one opinion. Counts says whether it is the arbitrator's last, and no hearing was reopened since.
type VoteView struct {
	On     calendar.Date    `json:"on"`
	Who    string           `json:"who"`
	Stance workflows.Stance `json:"stance"`
	View   string           `json:"view"`
	Counts bool             `json:"counts" doc:"是该仲裁员最后的意见，此后没有恢复庭审 The arbitrator's last opinion, and no hearing was reopened since"`
}

// SeeDeliberation reads the votes: for the tribunal and the head alone. That it was read is on record.
func (d *Desk) SeeDeliberation(ctx context.Context, who policies.Actor, ref string) (*Deliberation, error) {
	var out *Deliberation
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ViewSecret)
		if err != nil {
			return err
		}
		votes, err := models.VotesOf(tx, g)
		if err != nil {
			return err
		}
		last, ids := map[int64]int64{}, make([]int64, len(votes))
		for i, v := range votes {
			last[v.AccountID], ids[i] = v.ID, v.AccountID
		}
		names, err := models.AccountNames(tx, ids)
		if err != nil {
			return err
		}
		out = &Deliberation{Ref: c.Ref, Votes: []VoteView{}}
		for _, v := range votes {
			out.Votes = append(out.Votes, VoteView{v.CastOn, names[v.AccountID], workflows.Stance(v.Stance), v.View, last[v.AccountID] == v.ID && c.Counts(v)})
		}
		return models.NoteRead(tx, c.Key(), who.Account, "deliberation")
	})
	if err != nil {
		return nil, fmt.Errorf("see deliberation: %w", err)
	}
	return out, nil
}
