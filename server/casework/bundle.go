package casework

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/riverqueue/river"

	"tiaocai/models"
	"tiaocai/models/outbox"
	"tiaocai/policies"
	"tiaocai/server/evidence/bundle"
	"tiaocai/server/evidence/photos"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

const (
	bundleDays  = 7               // for which a bundle is kept
	bundleStops = 2 * time.Minute // without progress: then somebody may push it on
	bundleTries = 5
)

// MakeBundle asks for all exhibits of a case as one PDF (制作证据卷). There is nothing to say.
type MakeBundle struct{}

// BundlePage is the bundle of a case's exhibits (证据卷): what it would hold, how far it is, where it can be had. Whoever
// reads the evidence of a case sees all its exhibits, so one bundle is the same for all of them.
type BundlePage struct {
	Ref     string           `json:"ref"`
	Number  string           `json:"number,omitempty"`
	Listed  int              `json:"listed" doc:"现有几份证据 How many exhibits there are"`
	LeftOut []models.LeftOut `json:"left_out,omitempty" doc:"不能收入的，及原因 What cannot be in it, and why"`
	Making  *BundleView      `json:"making,omitempty" doc:"正在制作的 The one under way"`
	Ready   *BundleView      `json:"ready,omitempty" doc:"可以下载的 The one that can be had"`
	Failed  *BundleView      `json:"failed,omitempty" doc:"最近一次没有做成 The last one, if it failed"`
	Later   law.Text         `json:"later" doc:"制作之后又提交了哪些证据；没有则为空 What was filed since; empty if nothing"`
}

// BundleView is one bundle.
type BundleView struct {
	ID         int64            `json:"id"`
	State      string           `json:"state" enum:"queued,working,done,failed"`
	Done       int              `json:"done" doc:"已收入几份 Exhibits dealt with"`
	Listed     int              `json:"listed" doc:"共几份 Exhibits in all"`
	AskedAt    time.Time        `json:"asked_at"`
	By         string           `json:"by,omitempty" doc:"谁制作的 Who asked for it"`
	Side       law.Text         `json:"side" doc:"读者是当事人时，哪一方制作的 Which side asked, where a party reads and it was no staff"`
	FinishedAt *time.Time       `json:"finished_at,omitempty"`
	ExpiresAt  time.Time        `json:"expires_at" doc:"保存到什么时候 Until when it is kept"`
	Pages      int              `json:"pages,omitempty"`
	Size       int64            `json:"size,omitempty" doc:"字节 Bytes"`
	Hash       string           `json:"hash,omitempty" doc:"SHA-256"`
	LeftOut    []models.LeftOut `json:"left_out,omitempty" doc:"没有收入的，及原因 What is not in it, and why"`
	Said       law.Text         `json:"said" doc:"为什么没有做成，或为什么在等 Why it failed, or what it waits for"`
	Stopped    bool             `json:"stopped,omitempty" doc:"已两分钟没有进展，再按一次就接着做 Nothing has moved for two minutes: asking again pushes it on"`
}

// SeeBundle shows how far the bundle of a case is.
func (d *Desk) SeeBundle(ctx context.Context, who policies.Actor, ref string) (*BundlePage, error) {
	var out *BundlePage
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
		out, err = d.bundlePage(tx, who, ref)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("see bundle: %w", err)
	}
	return out, nil
}

func (d *Desk) bundlePage(tx *models.Tx, who policies.Actor, ref string) (*BundlePage, error) {
	c, g, err := d.open(tx, who, ref, policies.ReadEvidence)
	if err != nil {
		return nil, err
	}
	rows, err := models.ExhibitsOf(tx, c)
	if err != nil {
		return nil, err
	}
	list, err := models.BundlesOf(tx, g)
	if err != nil {
		return nil, err
	}
	exhibits := inBundle(rows)
	out := &BundlePage{Ref: c.Ref, Number: c.CaseNumber(), Listed: len(exhibits)}
	for _, x := range exhibits {
		if why := leftOut(x); !why.IsZero() {
			out.LeftOut = append(out.LeftOut, models.LeftOut{Mark: x.Mark(), Says: why})
		}
	}
	names, err := askers(tx, list)
	if err != nil {
		return nil, err
	}
	for i := range list {
		b, v := &list[i], bundleView(tx, c, g, list[i], names)
		switch {
		case b.UnderWay():
			out.Making = v
		case b.State == "failed" && i == 0:
			out.Failed = v
		case b.State == "done" && out.Ready == nil:
			out.Ready, out.Later = v, later(exhibits, b)
		}
	}
	return out, nil
}

func askers(tx *models.Tx, list []models.Bundle) (map[int64]string, error) {
	var ids []int64
	for _, b := range list {
		ids = append(ids, b.AskedBy)
	}
	return models.AccountNames(tx, ids)
}

// bundleView tells a party by side who of the parties asked, and by name who of the commission did.
func bundleView(tx *models.Tx, c *models.Case, g policies.Grant, b models.Bundle, names map[int64]string) *BundleView {
	v := &BundleView{ID: b.ID, State: b.State, Done: b.Done, Listed: b.Listed, AskedAt: b.AskedAt.In(models.Zone), By: names[b.AskedBy], ExpiresAt: b.ExpiresAt.In(models.Zone),
		Pages: b.Pages, Size: b.Size, LeftOut: b.LeftOut, Said: b.Said, Stopped: b.UnderWay() && tx.Now.Sub(b.MovedAt) > bundleStops}
	if b.FinishedAt != nil {
		at := b.FinishedAt.In(models.Zone)
		v.FinishedAt = &at
	}
	if b.State == "done" {
		v.Hash = fmt.Sprintf("%x", b.Digest)
	}
	if g.Party() {
		if side := readerSide(accountSides(c), g, b.AskedBy); !side.IsZero() {
			v.By, v.Side = "", side
		}
	}
	return v
}

// later names the exhibits that were filed after a bundle was made.
func later(list []models.Exhibit, b *models.Bundle) law.Text {
	zh, en := "", ""
	for _, x := range list {
		if x.ID > b.Newest {
			zh, en = zh+"、"+x.Mark(), en+", "+x.Mark()
		}
	}
	if zh == "" {
		return law.Text{}
	}
	return text("这份证据卷是在 "+zh[len("、"):]+" 提交之前制作的，里面没有它。请重新制作。", "This bundle was made before "+en[2:]+" was filed. Please make it anew.")
}

// AskBundle asks for the bundle of a case; a job makes it. While one is under way, everybody who asks gets that one.
func (d *Desk) AskBundle(ctx context.Context, who policies.Actor, ref string, o Options) (*BundlePage, error) {
	var out *BundlePage
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ReadEvidence)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*BundlePage, error) {
			if err := d.beginBundle(tx, c, g); err != nil {
				return nil, err
			}
			return d.bundlePage(tx, who, ref)
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("make bundle: %w", err)
	}
	return out, nil
}

func (d *Desk) beginBundle(tx *models.Tx, c *models.Case, g policies.Grant) error {
	rows, err := models.ExhibitsOf(tx, c)
	if err != nil {
		return err
	}
	list := inBundle(rows)
	if err := mayBind(list); err != nil {
		return err
	}
	b := &models.Bundle{Child: models.Child{CommissionID: c.CommissionID, CaseID: c.ID}, AskedBy: g.Actor().Account, AskedAt: tx.Now, State: "queued", Listed: len(list),
		Newest: newest(list).ID, MovedAt: tx.Now, ExpiresAt: tx.Now.AddDate(0, 0, bundleDays), LeftOut: []models.LeftOut{}, MediaType: "application/pdf"}
	b, fresh, err := models.NewBundle(tx, b)
	if err != nil || !fresh && tx.Now.Sub(b.MovedAt) <= bundleStops {
		return err
	}
	if !fresh { // its job may have been lost with its process; a second one does no harm
		if err := b.Went(tx); err != nil {
			return err
		}
	}
	_, err = d.queue.InsertTx(tx.Context(), tx.SQL(), outbox.MakeBundle{Commission: b.CommissionID, Bundle: b.ID}, &river.InsertOpts{Queue: outbox.Bundles, MaxAttempts: bundleTries})
	return err
}

// mayBind refuses what could become no bundle anyway.
func mayBind(list []models.Exhibit) error {
	var size int64
	for _, x := range list {
		if leftOut(x).IsZero() {
			size += x.Size
		}
	}
	switch {
	case len(list) == 0:
		return fault.New(fault.Conflict, "bundle-empty", text("本案还没有证据，不用制作证据卷。", "There are no exhibits in this case yet."))
	case size > bundle.MostBytes:
		return bundleTooLarge
	}
	return nil
}

var bundleTooLarge = fault.New(fault.Conflict, "bundle-too-large", text(
	fmt.Sprintf("证据太多：一份证据卷最多 %d 页、%d MB。请在“证据”页逐份打开或下载。", bundle.MostPages, bundle.MostBytes>>20),
	fmt.Sprintf("There is too much: a bundle has %d pages and %d MB at most. Please open the exhibits one by one.", bundle.MostPages, bundle.MostBytes>>20)))

// inBundle are the exhibits of a bundle in their order: the applicants', the respondents', the commission's.
func inBundle(rows []models.Exhibit) []models.Exhibit {
	order := []models.Side{models.ApplicantSide, models.RespondentSide, models.CommissionSide}
	var list []models.Exhibit
	for _, side := range order {
		for _, x := range rows {
			if x.Side == side && x.OriginalOf == nil {
				list = append(list, x)
			}
		}
	}
	return list
}

// newest is the exhibit that was filed last.
func newest(list []models.Exhibit) models.Exhibit {
	return slices.MaxFunc(list, func(a, b models.Exhibit) int { return int(a.ID - b.ID) })
}

// leftOut says why an exhibit cannot be in a bundle, as far as its kind and size tell.
func leftOut(x models.Exhibit) law.Text {
	as := showing(x.MediaType)
	switch {
	case as == AsPages && x.Size > stampUpTo:
		return text(fmt.Sprintf("超过 %d MB", stampUpTo>>20), fmt.Sprintf("larger than %d MB", stampUpTo>>20))
	case isPhoto(x.MediaType) && x.Size > photos.MostBytes:
		return text(fmt.Sprintf("图片超过 %d MB", photos.MostBytes>>20), fmt.Sprintf("a picture larger than %d MB", photos.MostBytes>>20))
	case as == AsPages, isPhoto(x.MediaType):
		return law.Text{}
	case as == AsPicture:
		return text("这种格式的图片（WebP）", "a picture of this kind (WebP)")
	case as == AsSound, x.MediaType == "audio/amr":
		return text("录音", "a recording")
	case as == AsFilm:
		return text("录像", "a film")
	case as == AsText:
		return text("文字文件", "a text file")
	}
	return text("Office 文件", "an Office file")
}

// isPhoto says whether a picture can be made a page of.
func isPhoto(media string) bool {
	return slices.Contains([]string{"image/jpeg", "image/png", "image/heic", "image/heif"}, media)
}

// indexEntry is an exhibit as the index names it.
func indexEntry(x models.Exhibit) bundle.Entry {
	e := bundle.Entry{Mark: x.Mark(), Title: x.Title, Proves: x.Proves, Filed: x.FiledOn.String(), Hash: fmt.Sprintf("%x", x.Digest)}
	if x.ClaimNo != nil {
		e.Claim = *x.ClaimNo
	}
	return e
}
