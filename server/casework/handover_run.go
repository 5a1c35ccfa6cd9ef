package casework

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/notify"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// HandOver confirms a dry run (移交): these cases, as they were seen, to these people.
type HandOver struct {
	Account int64     `json:"account" minimum:"1" doc:"移交人账号 Whose work"`
	Reason  string    `json:"reason" enum:"left-office,illness,long-absence,other-duties" doc:"移交的原因 Why"`
	Rows    []HandRow `json:"rows" minItems:"1" maxItems:"200" doc:"案件和接手人 Cases and who takes them"`
}

// HandRow is one case of it; without a successor it is left out.
type HandRow struct {
	Case    string `json:"case" maxLength:"40" doc:"案件查询号 Reference"`
	Role    string `json:"role" enum:"sole,presiding,member,recorder,mediator" doc:"在本案的身份 Their part in it"`
	Version int    `json:"version" minimum:"0" doc:"试算时的版本 The version that the dry run showed"`
	To      int64  `json:"to,omitempty" minimum:"1" doc:"接手人账号，不填的不移交 Who takes it; left out: it stays"`
}

// GoOn asks that a handover goes on with what was not dealt with yet.
type GoOn struct{}

// HandOverWork writes down what goes to whom and carries it out, each case in a transaction of its own. Asked again with the
// same key, it goes on where it stopped.
func (d *Desk) HandOverWork(ctx context.Context, who policies.Actor, in HandOver, o Options) (*HandoverView, error) {
	var begun *HandoverView
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		p, err := d.placeFor(tx, who, policies.Reassign)
		if err != nil {
			return err
		}
		begun, err = once(tx, who, o, func() (*HandoverView, error) {
			h, err := p.begin(tx, who, in)
			if err != nil {
				return nil, err
			}
			return &HandoverView{ID: h.ID}, nil
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("hand over: %w", err)
	}
	return d.RunHandover(ctx, who, begun.ID)
}

// begin writes the rows down, with what the rule proposes for each now. A case that has left the person's hands since the dry
// run is written down as not moved.
func (p workplace) begin(tx *models.Tx, who policies.Actor, in HandOver) (*models.Handover, error) {
	plan, err := p.plan(tx, in.Account)
	if err != nil {
		return nil, err
	}
	refs := make([]string, len(in.Rows))
	for i, r := range in.Rows {
		refs[i] = r.Case
	}
	here, err := models.CasesHere(tx, p.commission, p.organisation(), refs)
	if err != nil {
		return nil, err
	}
	var rows []models.HandoverRow
	for i, r := range in.Rows {
		if r.To == 0 {
			continue
		}
		row := models.HandoverRow{CommissionID: p.commission, CaseID: here[r.Case], Standing: policies.Standing(r.Role), Successor: r.To, Seen: r.Version, State: "waiting"}
		if err := p.fits(in, i, row, rows); err != nil {
			return nil, err
		}
		at := slices.IndexFunc(plan, func(x LeavingRow) bool { return x.Ref == r.Case && string(x.Role) == r.Role })
		switch {
		case at < 0:
			now := tx.Now
			row.State, row.DoneAt = "failed", &now
			row.Says = text("试算以后有变化：这件已经不在此人手里（已办结，或者已换人）。", "It changed after the trial: the case is no longer in this person's hands (closed, or given to somebody else).")
		case plan[at].Proposed != 0:
			row.Proposed = &plan[at].Proposed
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil, bad("rows", "没有选任何一件。", "Nothing was chosen.")
	}
	if err := p.known(tx, in, rows); err != nil {
		return nil, err
	}
	h := &models.Handover{CommissionID: p.commission, AccountID: in.Account, Reason: in.Reason, MadeBy: who.Account, MadeAt: tx.Now}
	if p.org != nil {
		h.OrganisationID = &p.org.ID
	}
	if err := tx.Create(h).Error; err != nil {
		return nil, err
	}
	for i := range rows {
		rows[i].HandoverID = h.ID
	}
	return h, tx.Create(&rows).Error
}

// fits refuses a row that no dry run could have shown.
func (p workplace) fits(in HandOver, i int, row models.HandoverRow, before []models.HandoverRow) error {
	twice := slices.ContainsFunc(before, func(x models.HandoverRow) bool { return x.CaseID == row.CaseID && x.Standing == row.Standing })
	switch {
	case row.CaseID == 0 || (row.Standing == policies.Mediating) != (p.org != nil):
		return bad(fmt.Sprintf("rows.%d.case", i), "没有这件案件，请重新试算。", "There is no such case; please run the trial again.")
	case twice:
		return bad(fmt.Sprintf("rows.%d.case", i), "这件写了两次。", "This case stands here twice.")
	case row.Successor == in.Account:
		return bad(fmt.Sprintf("rows.%d.to", i), "接手人不能是移交人自己。", "The successor is somebody else.")
	}
	return nil
}

// known asks that every successor holds the part here, so that no other account can be named.
func (p workplace) known(tx *models.Tx, in HandOver, rows []models.HandoverRow) error {
	here := map[string]map[int64]bool{}
	for _, row := range rows {
		role, _, _ := partOf(row.Standing)
		if here[role] == nil {
			here[role] = map[int64]bool{}
			list, err := models.Colleagues(tx, role, p.commission, p.organisation())
			if err != nil {
				return err
			}
			for _, c := range list {
				here[role][c.ID] = true
			}
		}
		if !here[role][row.Successor] {
			at := slices.IndexFunc(in.Rows, func(r HandRow) bool { return r.To == row.Successor })
			return bad(fmt.Sprintf("rows.%d.to", at), "接手人要从同一名册里选。", "Please choose the successor from the same list.")
		}
	}
	return nil
}

// RunHandover carries out what waits: each case through the door by itself. What the law or the case refuses is written down with
// its reason; where the database fails it stops, and asked again it goes on from there.
func (d *Desk) RunHandover(ctx context.Context, who policies.Actor, id int64) (*HandoverView, error) {
	var h *models.Handover
	var lines []models.HandoverLine
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
		if h, err = d.handover(tx, who, id); err == nil {
			lines, err = models.HandoverLines(tx, h)
		}
		return err
	})
	for i := 0; i < len(lines) && err == nil; i++ {
		if lines[i].State == "waiting" {
			err = d.handOne(ctx, who, h, lines[i])
		}
	}
	if err == nil {
		err = d.tellSuccessors(ctx, h)
	}
	if err != nil {
		return nil, fmt.Errorf("hand over: %w", err)
	}
	return d.SeeHandover(ctx, who, id)
}

// handOne moves one case. The error is of the database alone: a refusal is part of the result.
func (d *Desk) handOne(ctx context.Context, who policies.Actor, h *models.Handover, l models.HandoverLine) error {
	cmd := handed{h: h, line: l, step: AssignMediator{Mediator: l.Successor}}
	if l.Standing != policies.Mediating {
		cmd.step = ReplaceSeat{Seat: l.SeatID, Successor: l.Successor, Reason: h.Reason}
	}
	key := fmt.Sprintf("handover-%d-%d", h.ID, l.ID)
	_, err := d.Do(ctx, who, l.Ref, cmd, Options{Key: key, Route: "handover", Digest: sha256.Sum256([]byte(key)), Version: &l.Seen})
	f := fault.As(err)
	if err == nil || f == nil || f.Kind == fault.Unavailable {
		return err
	}
	return d.db.Act(ctx, d.now(), func(tx *models.Tx) error { return h.Failed(tx, l.ID, saysOf(f)) })
}

// saysOf is why a case was refused: the sentence of the field where there is one.
func saysOf(f *fault.Error) law.Text {
	switch {
	case f.Kind == fault.NotFound || f.Kind == fault.Forbidden:
		return text("您现在不能办这件案件。", "You may not act in this case now.")
	case len(f.Fields) > 0:
		return f.Fields[0].Says
	}
	return f.Says
}

// handed is the step of one case in a handover: the case must be as the dry run showed it, and the row of the handover
// is marked in the very transaction that moves the case.
type handed struct {
	step Command
	h    *models.Handover
	line models.HandoverLine
}

func (x handed) Event() workflows.Event { return x.step.Event() }

func (x handed) Tell(a *Act, f *workflows.Facts) error {
	if a.Case.Version != x.line.Seen {
		if err := a.changedSince(a.shown(x.line.Seen), ""); err != nil {
			return err
		}
	}
	if t, ok := x.step.(telling); ok {
		return t.Tell(a, f)
	}
	return nil
}

func (x handed) Apply(a *Act) error {
	if err := x.step.(applying).Apply(a); err != nil {
		return err
	}
	var proposed []int64
	if x.line.Proposed != 0 {
		proposed = []int64{x.line.Proposed}
	}
	a.proposedWas(proposed, []int64{x.line.Successor})
	a.Detail["handover"] = x.h.ID
	return x.h.Moved(a.Tx, x.line.ID)
}

// tellSuccessors sends each successor one message, with how many cases came to them; not one for each case.
func (d *Desk) tellSuccessors(ctx context.Context, h *models.Handover) error {
	return d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		news, err := h.Untold(tx)
		for _, n := range news {
			m := models.Message{CommissionID: h.CommissionID, CaseID: &n.CaseID, Name: "work-handed-over", AccountID: &n.Successor, Channel: "box",
				Body: notify.HandedOver(n.N, d.url+"/work"), State: "queued", QueuedAt: tx.Now}
			if err := d.queued(tx, m); err != nil {
				return err
			}
		}
		return err
	})
}
