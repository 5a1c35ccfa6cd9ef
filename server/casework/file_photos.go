package casework

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/evidence"
	"tiaocai/server/evidence/photos"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// NextPhoto gives the photos of an exhibit one after another; io.EOF after the last.
type NextPhoto func() (name string, r io.Reader, err error)

// NoPhotos is told to whoever sends none.
var NoPhotos = bad("photos", "请选择照片。", "Please choose photos.")

// original is a photo as it was handed over, in the store.
type original struct {
	*evidence.Upload
	key, version string
}

// ReceivePhotos files many photos as one exhibit (照片证据): they become one PDF, which is the exhibit, and
// each is kept beside it as it was handed over. It goes through the same intake and the same step as
// every other exhibit.
func (d *Desk) ReceivePhotos(ctx context.Context, who policies.Actor, ref string, cmd FileEvidence, next NextPhoto, o Options) (*Done, error) {
	if err := d.MayTake(ctx, who, ref, workflows.FileEvidence); err != nil {
		return nil, fmt.Errorf("receive photos: %w", err)
	}
	to, err := d.place(ctx, ref)
	if err != nil {
		return nil, fmt.Errorf("receive photos: %w", err)
	}
	var pages []photos.Page
	for {
		name, r, err := next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if len(pages) == photos.MostPages {
			return nil, photos.TooMany
		}
		up, err := d.takePhoto(ctx, name, r)
		if err != nil {
			return nil, Nth(len(pages)+1, err)
		}
		key, version, err := up.Keep(ctx, to)
		up.Close()
		if err != nil {
			return nil, d.watch(err)
		}
		pages, cmd.originals = append(pages, up.page), append(cmd.originals, original{up.Upload, key, version})
		o.Digest = mix(turned(o.Digest), up.Sum)
	}
	if len(pages) == 0 {
		return nil, NoPhotos
	}
	doc, err := photos.PDF(pages)
	if err != nil {
		return nil, err
	}
	return d.Receive(ctx, who, ref, cmd, cmd.Title+".pdf", bytes.NewReader(doc), o)
}

// turned moves the bytes on by one, so that the order of the photos counts in the digest.
func turned(d [32]byte) (out [32]byte) {
	copy(out[1:], d[:31])
	out[0] = d[31]
	return out
}

// Nth says which of several photos is meant.
func Nth(n int, err error) error {
	f := fault.As(err)
	if f == nil || f.Kind != fault.Invalid && f.Kind != fault.TooLarge || err == NoPhotos {
		return err
	}
	out := *f
	out.Says = law.Text{ZH: fmt.Sprintf("第 %d 张：", n) + f.Says.ZH, EN: fmt.Sprintf("Photo %d: ", n) + f.Says.In("en")}
	out.Fields = []fault.Field{{Place: "photos", Says: out.Says}}
	return &out
}

// keepOriginals writes the rows of the photos that an exhibit was made of.
func (e *FileEvidence) keepOriginals(a *Act) error {
	if len(e.originals) == 0 {
		return nil
	}
	if err := a.Tx.Create(e.row).Error; err != nil {
		return err
	}
	no, err := models.NextExhibit(a.Tx, a.Case, models.OriginalSide)
	if err != nil {
		return err
	}
	sums := make([]string, len(e.originals))
	for i, f := range e.originals {
		row := *e.row
		row.ID, row.Side, row.No, row.OriginalOf, row.ClaimNo = 0, models.OriginalSide, no+i, &e.row.ID, nil
		row.Title, row.Proves, row.FileName, row.MediaType, row.Size = e.row.Mark()+"-"+itoa(i+1), "", f.Name, f.MediaType, f.Size
		row.Digest, row.ObjectKey, row.ObjectVersion = append([]byte{}, f.Sum[:]...), f.key, f.version
		if err := a.Tx.Create(&row).Error; err != nil {
			return err
		}
		e.kept = append(e.kept, row.ID)
		sums[i] = fmt.Sprintf("%x", f.Sum)
	}
	a.Detail["originals"] = sums
	return nil
}
