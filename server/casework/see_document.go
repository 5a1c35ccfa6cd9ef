package casework

import (
	"context"
	"fmt"
	"io"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/evidence"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Paper is one document as its print view shows it: the text, its hash, the query code.
type Paper struct {
	ID        int64         `json:"id"`
	Ref       string        `json:"ref"`
	Number    string        `json:"number,omitempty"`
	Name      law.Text      `json:"name"`
	On        calendar.Date `json:"on"`
	Text      string        `json:"text"`
	Hash      string        `json:"hash,omitempty" doc:"全文的 SHA-256 SHA-256 of the text"`
	QueryCode string        `json:"query_code,omitempty"`
	To        []ServedView  `json:"to"`
	Slip      bool          `json:"slip,omitempty" doc:"送达回证，由登记生成 A return slip, made from the record"`
}

// SeeDocument shows one paper to somebody who may read it.
func (d *Desk) SeeDocument(ctx context.Context, who policies.Actor, ref string, id int64) (*Paper, error) {
	var out *Paper
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ViewCase)
		if err != nil {
			return err
		}
		for _, doc := range c.Documents {
			if doc.ID != id || !readable(c, doc, g) {
				continue
			}
			content, err := models.ContentOf(tx, doc)
			if err != nil {
				return err
			}
			out = &Paper{ID: doc.ID, Ref: c.Ref, Number: c.CaseNumber(), Name: paperName(doc.Paper), On: doc.DraftedOn, Text: content,
				Hash: fmt.Sprintf("%x", doc.Digest), QueryCode: tx.Keys.QueryCode(c.Ref, c.CodeVersion)}
			if doc.Paper == workflows.PublicNoticePaper {
				out.QueryCode = "" // everybody reads it
			}
			for _, v := range documentViews(c, g) {
				if v.ID == id {
					out.To = v.To
				}
			}
			return models.NoteRead(tx, c.Key(), who.Account, readPaper(doc))
		}
		return fault.Missing()
	})
	if err != nil {
		return nil, fmt.Errorf("see document: %w", err)
	}
	return out, nil
}

// Exhibit is one exhibit ready to be read: its bytes come from the store as they are asked for.
type Exhibit struct {
	ExhibitView
	desk *Desk
	row  models.Exhibit
	ctx  context.Context
}

// OpenExhibit gives an exhibit to somebody who may read it, and the proof of a service to somebody who may read that;
// the reading is on record.
func (d *Desk) OpenExhibit(ctx context.Context, who policies.Actor, ref string, id int64) (*Exhibit, error) {
	var out *Exhibit
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ReadEvidence)
		if err != nil {
			return err
		}
		x, err := models.ExhibitOf(tx, g, id)
		if err != nil {
			return err
		}
		if x.Side == models.ServiceSide && !mayOpenProof(c, x, g) {
			return fault.Missing()
		}
		out = &Exhibit{ExhibitView: exhibitView(*x), desk: d, row: *x, ctx: ctx}
		return models.NoteRead(tx, c.Key(), who.Account, "exhibit "+x.Mark())
	})
	if err != nil {
		return nil, fmt.Errorf("open exhibit: %w", err)
	}
	return out, nil
}

// Whole streams the whole exhibit. It is hashed on the way and broken off with an alarm if it is
// not what was filed: the reader sees a broken download, never a complete wrong one.
func (x *Exhibit) Whole() (io.ReadCloser, error) {
	r, err := x.desk.vault.Store.Open(x.ctx, x.row.ObjectKey, x.row.ObjectVersion, 0, -1)
	if err != nil {
		return nil, x.desk.watch(err)
	}
	checked := evidence.Verify(r, [32]byte(x.row.Digest), x.row.Size, func() { x.desk.mismatch(x.ctx, x.row) })
	return whole{checked, r, x}, nil
}
