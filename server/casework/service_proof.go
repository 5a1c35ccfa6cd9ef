package casework

import (
	"context"
	"fmt"
	"io"

	"tiaocai/models"
	"tiaocai/models/outbox"
	"tiaocai/policies"
	"tiaocai/server/evidence"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// proof is a file that proves service (送达凭证): a photo of the door, a scanned slip, a log. It takes
// the same way into the vault as evidence and is kept as long, but has numbers of its own, 送1 and on.
type proof struct {
	upload  *evidence.Upload
	key     string
	version string
	row     *models.Exhibit
	sealing evidence.Sealing
}

// proving is a command that may bring such a file.
type proving interface {
	Command
	takeProof(*proof)
}

// TakesProof says whether a command may bring a file with it.
func TakesProof(c Command) bool {
	_, ok := c.(proving)
	return ok
}

// DoWithProof carries out a command that brings a file: the object is in the store before its row is
// written; a refusal leaves an object without a row, which a sweep removes after a day.
func (d *Desk) DoWithProof(ctx context.Context, who policies.Actor, ref string, cmd Command, name string, r io.Reader, o Options) (*Done, error) {
	c, ok := cmd.(proving)
	if !ok {
		return nil, bad("file", "这一步不附文件。", "This step takes no file.")
	}
	if err := d.MayTake(ctx, who, ref, cmd.Event()); err != nil {
		return nil, fmt.Errorf("receive proof: %w", err)
	}
	up, err := d.takeIn(ctx, ref, name, r)
	if up != nil {
		defer up.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("receive proof: %w", err)
	}
	o.Digest = mix(o.Digest, up.Sum)
	d.at(AfterObject)
	c.takeProof(&proof{upload: up.Upload, key: up.key, version: up.version, sealing: d.sealing(ctx)})
	return d.Do(ctx, who, ref, cmd, o)
}

// keep writes the file's row and ties it to the record of service; without a file it does nothing.
func (p *proof) keep(a *Act, d *delivery, r *models.Service) error {
	if p == nil {
		return nil
	}
	if err := a.Desk.storeHolds(a.Tx); err != nil {
		return err
	}
	no, err := models.NextExhibit(a.Tx, a.Case, models.ServiceSide)
	if err != nil {
		return err
	}
	way, _ := workflows.WayOf(r.Method)
	p.row = &models.Exhibit{Child: a.child(), Side: models.ServiceSide, No: no, Title: paperName(d.doc.Paper).ZH + " " + d.party.Mark(), Proves: way.Name.ZH,
		FileName: p.upload.Name, MediaType: p.upload.MediaType, Size: p.upload.Size, Digest: p.upload.Sum[:], ObjectKey: p.key, ObjectVersion: p.version,
		FiledOn: a.On, FiledBy: a.Who.Account, FiledAt: a.Tx.Now,
		KeepUntil: workflows.KeepUntil(a.Rules.Days, calendar.Latest(a.On, a.Tx.Today()), a.Case.ClosedOn, a.Case.ClosingMode())}
	if err := a.Tx.Create(p.row).Error; err != nil {
		return err
	}
	r.ExhibitID = &p.row.ID
	a.Detail["exhibit"], a.Detail["sha256"], a.Detail["size"] = p.row.Mark(), fmt.Sprintf("%x", p.upload.Sum), p.upload.Size
	return nil
}

// settle says under which number the file is kept, and queues the job that locks it.
func (p *proof) settle(a *Act, done *Done) error {
	if p == nil {
		return nil
	}
	done.Exhibit, done.Sealing = p.row.Mark(), &p.sealing
	_, err := a.Desk.queue.InsertTx(a.Tx.Context(), a.Tx.SQL(), outbox.Seal{Commission: p.row.CommissionID, Exhibit: p.row.ID}, nil)
	return err
}
