package casework

import (
	"context"
	"errors"
	"fmt"
	"io"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/evidence"
	"tiaocai/workflows/fault"
)

// BundleFile is a bundle ready to be read: its bytes come from the store as they are asked for.
type BundleFile struct {
	Name string // for the reader's disk
	Size int64
	Hash string
	desk *Desk
	row  models.Bundle
	ctx  context.Context
}

// noBundle is told to whoever may read the bundle of a case that has none.
var noBundle = fault.New(fault.Conflict, "bundle-none", text("现在没有可以下载的证据卷：还没有制作，或者保存期已过。请先制作。",
	"There is no bundle to be had just now: none was made, or its time is over. Please make one first."))

// spoiled is told to whoever asks for a bundle that is not what was made.
var spoiled = fault.New(fault.Conflict, "bundle-damaged", text("证据卷的文件坏了，已停止提供。证据本身没有受影响；请重新制作。",
	"The bundle's file is damaged and withheld. The exhibits are not affected; please make it anew."))

// OpenBundle gives the bundle to somebody who may read the evidence at this moment; the reading is on record.
func (d *Desk) OpenBundle(ctx context.Context, who policies.Actor, ref string) (*BundleFile, error) {
	var out *BundleFile
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ReadEvidence)
		if err != nil {
			return err
		}
		list, err := models.BundlesOf(tx, g)
		if err != nil {
			return err
		}
		for _, b := range list {
			if b.State != "done" {
				continue
			}
			name := c.CaseNumber()
			if name == "" {
				name = c.Ref
			}
			out = &BundleFile{Name: "证据卷 " + name + ".pdf", Size: b.Size, Hash: fmt.Sprintf("%x", b.Digest), desk: d, row: b, ctx: ctx}
			return models.NoteRead(tx, c.Key(), who.Account, "bundle")
		}
		return noBundle
	})
	if err != nil {
		return nil, fmt.Errorf("open bundle: %w", err)
	}
	return out, nil
}

// Whole streams the whole bundle, checked on the way as exhibits are.
func (b *BundleFile) Whole() (io.ReadCloser, error) {
	r, err := b.open(0, -1)
	if err != nil {
		return nil, err
	}
	return readCloser{evidence.Verify(r, [32]byte(b.row.Digest), b.row.Size, b.spoiled), r}, nil
}

type readCloser struct {
	io.Reader
	io.Closer
}

// Part streams length bytes from from, of a bundle that was looked at whole within a day.
func (b *BundleFile) Part(from, length int64) (io.ReadCloser, error) {
	if at := b.row.VerifiedAt; at == nil || b.desk.now().Sub(*at) > verifiedFor {
		if err := b.verify(); err != nil {
			return nil, err
		}
	}
	return b.open(from, length)
}

func (b *BundleFile) open(from, length int64) (io.ReadCloser, error) {
	r, err := b.desk.vault.Store.Open(b.ctx, b.row.ObjectKey, b.row.ObjectVersion, from, length)
	if fault.Is(err, fault.NotFound) {
		b.spoiled()
		return nil, fmt.Errorf("%w: %w", spoiled, err)
	}
	return r, b.desk.watch(err)
}

func (b *BundleFile) verify() error {
	r, err := b.Whole()
	if err != nil {
		return err
	}
	defer r.Close()
	_, err = io.Copy(io.Discard, r)
	if errors.Is(err, evidence.ErrDamaged) {
		return fmt.Errorf("%w: %w", spoiled, err)
	}
	if err != nil {
		return err
	}
	return b.desk.db.Act(b.ctx, b.desk.now(), func(tx *models.Tx) error { return models.BundleVerified(tx, b.row) })
}

// spoiled raises the alarm and forgets the bundle: it can be made anew.
func (b *BundleFile) spoiled() {
	b.desk.alarm("bundle-mismatch", fmt.Errorf("bundle %d of case %d is not what was made", b.row.ID, b.row.CaseID))
	err := b.desk.db.Act(context.WithoutCancel(b.ctx), b.desk.now(), func(tx *models.Tx) error { return models.DropBundle(tx, b.row) })
	if err != nil {
		b.desk.alarm("bundle-mismatch", fmt.Errorf("bundle %d of case %d: not forgotten: %w", b.row.ID, b.row.CaseID, err))
	}
}

// ForgetBundles forgets bundles whose time is over; their objects are swept away as what no row names.
func (d *Desk) ForgetBundles(ctx context.Context) (n int64, err error) {
	err = d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		n, err = models.ForgetBundles(tx)
		return err
	})
	return n, err
}
