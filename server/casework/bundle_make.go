package casework

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/evidence"
	"tiaocai/server/evidence/bundle"
	"tiaocai/server/evidence/photos"
	"tiaocai/server/evidence/stamp"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// making is a bundle on its way, with what it is made of.
type making struct {
	*models.Bundle
	c    *models.Case
	list []models.Exhibit
	left []models.LeftOut
}

// errGone says that nobody waits for the bundle any more.
var errGone = errors.New("the bundle is not wanted any more")

// MakeBundle makes a bundle that somebody asked for. It may be repeated: it begins anew, and what it makes is the same.
// An error means that trying again may help; everything else is noted on the bundle, in words.
func (d *Desk) MakeBundle(ctx context.Context, clock policies.Actor, commission, id int64, last bool) error {
	if err := d.maySweep(clock); err != nil {
		return err
	}
	m, err := d.takeUpBundle(ctx, commission, id)
	if err == nil && m != nil {
		err = d.bind(ctx, m)
	}
	switch {
	case err == nil, errors.Is(err, errGone):
		return nil
	case m == nil:
		return err
	case !last && (ctx.Err() != nil || fault.Is(err, fault.Unavailable)):
		return errors.Join(err, d.bundleEnds(ctx, m, "queued", text("暂时做不下去，稍后自动再试。", "It cannot go on just now and will be tried again by itself.")))
	}
	return d.bundleFailed(ctx, m, err)
}

// takeUpBundle notes that a bundle is being made, and of which exhibits; nil if nobody waits for it.
func (d *Desk) takeUpBundle(ctx context.Context, commission, id int64) (*making, error) {
	var m *making
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		b, err := models.LockBundle(tx, commission, id)
		if err != nil || b == nil {
			return err
		}
		m = &making{Bundle: b}
		if m.c, err = models.CaseByID(tx, commission, b.CaseID); err != nil {
			return err
		}
		rows, err := models.ExhibitsOf(tx, m.c)
		if err != nil {
			return err
		}
		if m.list = inBundle(rows); len(m.list) == 0 {
			return errGone
		}
		b.State, b.Listed, b.Done, b.Newest, b.Said = "working", len(m.list), 0, newest(m.list).ID, law.Text{}
		return b.Went(tx)
	})
	if err != nil {
		return nil, fmt.Errorf("make bundle: %w", err)
	}
	return m, nil
}

// bind makes the PDF in a temporary file, exhibit by exhibit, and puts it into the store.
func (d *Desk) bind(ctx context.Context, m *making) error {
	f, err := d.vault.Intake.Spool()
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	sum := sha256.New()
	to := &measured{to: io.MultiWriter(f, sum)}
	book := bundle.New(to)
	for i, x := range m.list {
		if err := d.bindOne(ctx, m, book, x); err != nil {
			return fmt.Errorf("exhibit %s: %w", x.Mark(), err)
		}
		if err := d.bundleMoved(ctx, m, i+1); err != nil {
			return err
		}
	}
	name := m.c.CaseNumber()
	if name == "" {
		name = m.c.Ref
	}
	if m.Pages, err = book.Finish(ctx, bundle.Head{Case: name, Until: newest(m.list).FiledAt.In(models.Zone)}); err != nil {
		return err
	}
	digest := [32]byte(sum.Sum(nil))
	key := evidence.BundleKey(m.CommissionID, m.c.Ref, digest)
	version, err := d.vault.Store.Put(ctx, key, f, to.n, digest, m.MediaType)
	if err != nil {
		return d.watch(err)
	}
	d.at(AfterBundle)
	m.Size, m.Digest, m.ObjectKey, m.ObjectVersion = to.n, digest[:], key, version
	return d.bundleDone(ctx, m)
}

// measured counts what is written, and puts trouble with the disk into words.
type measured struct {
	to io.Writer
	n  int64
}

func (c *measured) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.n += int64(n)
	return n, evidence.Written(err)
}

// bindOne adds one exhibit, or names it with the reason why it is not there. An exhibit that is no longer what was filed is
// the end of the bundle.
func (d *Desk) bindOne(ctx context.Context, m *making, book *bundle.Book, x models.Exhibit) error {
	why := leftOut(x)
	if why.IsZero() {
		doc, err := d.pagesOf(ctx, x)
		if err == nil {
			err = book.Add(indexEntry(x), doc)
		}
		if why = takenApart(err); err != nil && why.IsZero() {
			return err
		}
		if err == nil {
			return nil
		}
	}
	e := indexEntry(x)
	e.Left = why.ZH + "。请在系统中打开本案的“证据”，点 " + e.Mark + " 查看或下载。"
	book.LeaveOut(e)
	m.left = append(m.left, models.LeftOut{Mark: e.Mark, Says: why})
	return nil
}

// takenApart says why an exhibit could not be taken apart; no words if it was, or if the trouble is ours.
func takenApart(err error) law.Text {
	f := fault.As(err)
	switch {
	case errors.Is(err, bundle.ErrManyPages):
		return text(fmt.Sprintf("超过 %d 页", stamp.MostPages), fmt.Sprintf("more than %d pages", stamp.MostPages))
	case errors.Is(err, bundle.ErrLayers):
		return text("含有表单或隐藏的图层，合在一起会走样", "with form fields or hidden layers, which would look otherwise in a bundle")
	case errors.Is(err, bundle.ErrIntricate), f != nil && f.Kind == fault.Invalid, f != nil && f.Kind == fault.TooLarge:
		return text("文件结构特殊，合不进来", "of an unusual structure that cannot be taken over")
	}
	return law.Text{}
}

// pagesOf reads an exhibit, which is checked against its digest on the way, and takes it apart where files that come in are.
func (d *Desk) pagesOf(ctx context.Context, row models.Exhibit) (*bundle.Doc, error) {
	x := &Exhibit{ExhibitView: exhibitView(row), desk: d, row: row, ctx: ctx}
	r, err := x.Whole()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	content, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	if isPhoto(row.MediaType) {
		page, err := photos.PageOf(ctx, content)
		if err != nil {
			return nil, err
		}
		if content, err = photos.PDF([]photos.Page{page}); err != nil {
			return nil, err
		}
	}
	made := make(chan *bundle.Doc, 1) // work may go on after its time is up, and then nobody looks
	err = d.vault.Intake.Aside(ctx, func(ctx context.Context) error {
		doc, err := bundle.Open(ctx, content, stamp.MostPages)
		if err == nil {
			made <- doc
		}
		return err
	})
	if err != nil {
		return nil, errors.Join(ctx.Err(), err)
	}
	return <-made, nil
}

func (d *Desk) bundleMoved(ctx context.Context, m *making, done int) error {
	m.Done = done
	return d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		waits, err := models.BundleMoved(tx, m.CommissionID, m.ID, done)
		if err == nil && !waits {
			err = errGone
		}
		return err
	})
}

// bundleDone notes where the bundle lies; those made before it are forgotten. It refuses a store that is no longer the one
// in force: then the bundle is made anew there.
func (d *Desk) bundleDone(ctx context.Context, m *making) error {
	return d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		if err := d.storeHolds(tx); err != nil {
			return err
		}
		b, err := models.LockBundle(tx, m.CommissionID, m.ID)
		if err != nil {
			return err
		}
		if b == nil {
			return errGone
		}
		now := tx.Now
		m.State, m.FinishedAt, m.VerifiedAt, m.ExpiresAt, m.LeftOut = "done", &now, &now, now.AddDate(0, 0, bundleDays), append([]models.LeftOut{}, m.left...)
		return errors.Join(m.Went(tx), models.DropBundles(tx, *m.Bundle))
	})
}

// bundleFailed says in words why there is no bundle.
func (d *Desk) bundleFailed(ctx context.Context, m *making, cause error) error {
	mark, says := "", text("制作中出错，没有做成。请再做一次；仍不行请告诉管理员。", "It failed. Please try again, and tell the administrators if that does not help.")
	if m.Done < len(m.list) {
		mark = m.list[m.Done].Mark()
	}
	switch {
	case errors.Is(cause, evidence.ErrDamaged):
		says = text(mark+" 与提交时的内容不一致，所以没有制作证据卷。已通知管理员。", mark+" is no longer what was handed over, so no bundle was made. The administrators have been alerted.")
	case fault.Is(cause, fault.NotFound):
		says = text(mark+" 的文件不见了，所以没有制作证据卷。已通知管理员。", "The file of "+mark+" is missing, so no bundle was made. The administrators have been alerted.")
		d.alarm("evidence-missing", cause)
	case errors.Is(cause, bundle.ErrTooLarge):
		says = bundleTooLarge.Says
	default:
		d.alarm("bundle-failed", cause)
	}
	return d.bundleEnds(ctx, m, "failed", says)
}

func (d *Desk) bundleEnds(ctx context.Context, m *making, state string, says law.Text) error {
	ctx = context.WithoutCancel(ctx)
	return d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		b, err := models.LockBundle(tx, m.CommissionID, m.ID)
		if err != nil || b == nil {
			return err
		}
		b.State, b.Said = state, says
		if state == "failed" {
			now := tx.Now
			b.FinishedAt = &now
		}
		return b.Went(tx)
	})
}
