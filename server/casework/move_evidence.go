package casework

import (
	"context"
	"errors"
	"fmt"
	"io"

	"tiaocai/models"
	"tiaocai/models/outbox"
	"tiaocai/server/evidence"
	"tiaocai/workflows/fault"
)

// Moved is how far a move of the evidence to another store is.
type Moved struct {
	Exhibits, Bytes int64 // brought over and compared, by this run
	Left            models.Volume
}

// ErrDifferent says that some objects on the disk are not what was handed over; they stay where they
// are, and so does the store in force.
var ErrDifferent = errors.New("evidence: some objects are damaged or missing")

// MoveEvidence copies every object that a row names from a disk to another store, compares it there
// with its row, writes the version it has there into the row, and at the end puts the other store in
// force. It may be broken off at any point and run again. The disk stays as it is, and a program that
// runs on it goes on reading: a disk takes no notice of versions. What is filed meanwhile is copied
// too; a filing that comes after the switch is refused until the program was started on the new store.
func (d *Desk) MoveEvidence(ctx context.Context, from *evidence.Disk, to evidence.Store, name string, each func(Difference), tell func(Moved)) (Moved, error) {
	var m Moved
	if err := d.watch(to.Check(ctx)); err != nil {
		return m, err
	}
	for {
		different, err := d.copyAll(ctx, from, to, name, &m, each, tell)
		if err == nil && different > 0 {
			err = fmt.Errorf("%w: %d", ErrDifferent, different)
		}
		if err != nil {
			return m, err
		}
		var waiting int64
		err = d.db.InTx(ctx, d.now(), func(tx *models.Tx) (err error) {
			if waiting, err = models.SwitchStore(tx, name); err != nil || waiting > 0 {
				return err
			}
			_, err = d.queue.InsertTx(ctx, tx.SQL(), outbox.KeepEvidence{}, nil) // locks what came over, once the program runs there
			return err
		})
		if err != nil || waiting == 0 {
			return m, err
		}
	}
}

// copyAll goes once through what is still to be copied.
func (d *Desk) copyAll(ctx context.Context, from *evidence.Disk, to evidence.Store, name string, m *Moved, each func(Difference), tell func(Moved)) (different int, err error) {
	var last models.Kept
	for {
		var list []models.Kept
		err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
			if m.Left, err = models.ToCopy(tx, name); err == nil {
				list, err = models.NotCopied(tx, name, last.CommissionID, last.ID, keptAtOnce)
			}
			return err
		})
		if err != nil || len(list) == 0 {
			return different, err
		}
		for _, last = range list {
			err := d.copyOne(ctx, last, from, to, name)
			switch {
			case errors.Is(err, evidence.ErrChecksum), errors.Is(err, evidence.ErrDamaged), fault.Is(err, fault.NotFound):
				different++
				each(Difference{last.Ref, last.Mark(), last.ObjectKey, last.ObjectVersion, text(
					"磁盘上的文件不见了或与提交时不一致，没有搬走", "the object on the disk is missing or not what was handed over; it was not moved")})
				continue
			case err != nil:
				return different, err
			}
			m.Exhibits, m.Bytes = m.Exhibits+1, m.Bytes+last.Size
			m.Left.Exhibits, m.Left.Bytes = m.Left.Exhibits-1, m.Left.Bytes-last.Size
			tell(*m)
		}
	}
}

// copyOne copies an object, reads it back, and only then writes its new version into the row.
func (d *Desk) copyOne(ctx context.Context, x models.Kept, from *evidence.Disk, to evidence.Store, name string) error {
	f, err := from.File(x.ObjectKey)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() != x.Size {
		return evidence.ErrDamaged
	}
	sum := [32]byte(x.Digest)
	version, err := to.Put(ctx, x.ObjectKey, f, x.Size, sum, x.MediaType)
	if err != nil {
		return d.watch(err)
	}
	back, err := to.Open(ctx, x.ObjectKey, version, 0, -1)
	if err != nil {
		return d.watch(err)
	}
	defer back.Close()
	if _, err := io.Copy(io.Discard, evidence.Verify(back, sum, x.Size, nil)); err != nil {
		return fmt.Errorf("read back exhibit %d: %w", x.ID, err)
	}
	d.at(BeforeMovedRow)
	return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error { return models.NoteCopied(tx, x.Exhibit, name, version) })
}
