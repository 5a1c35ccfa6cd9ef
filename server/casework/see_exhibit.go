package casework

import (
	"context"
	"fmt"
	"io"
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/evidence/stamp"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
)

// stampUpTo is the largest PDF that page ids are printed on: it has to be in memory several times over.
const stampUpTo = 32 << 20

// Showing is how a browser shows an exhibit in its page.
type Showing string

// How files are shown; what no browser can show is only for downloading.
const (
	AsPages   Showing = "pages"   // PDF
	AsPicture Showing = "picture" // 图片
	AsSound   Showing = "sound"   // 录音
	AsFilm    Showing = "film"    // 录像
	AsText    Showing = "text"    // 纯文本
	AsFile    Showing = "file"    // 只能下载
)

// showing goes by the media type, which was found from the content when the file came in.
func showing(media string) Showing {
	kind, _, _ := strings.Cut(media, ";")
	switch kind {
	case "application/pdf":
		return AsPages
	case "image/jpeg", "image/png", "image/webp":
		return AsPicture
	case "audio/mpeg", "audio/mp4", "audio/aac", "audio/wav":
		return AsSound
	case "video/mp4", "video/quicktime":
		return AsFilm
	case "text/plain":
		return AsText
	}
	return AsFile
}

// ExhibitPage is one exhibit to be looked at (看证据), with its neighbours.
type ExhibitPage struct {
	Ref     string      `json:"ref"`
	Number  string      `json:"number,omitempty"`
	Exhibit ExhibitView `json:"exhibit"`
	Showing Showing     `json:"showing" enum:"pages,picture,sound,film,text,file"`
	Pages   []string    `json:"pages,omitempty" doc:"每页的证据页码，永不改变 The permanent id of each page"`
	Printed bool        `json:"printed" doc:"页码印在展示的副本上 The ids are printed on the copy that is shown"`
	Answer  bool        `json:"answer" doc:"读者现在可以对它发表质证意见 The reader may answer it now"`
	Before  *Neighbour  `json:"before,omitempty" doc:"前一份 The exhibit before"`
	After   *Neighbour  `json:"after,omitempty" doc:"后一份 The exhibit after"`
}

// Neighbour is another exhibit of the case.
type Neighbour struct {
	ID   int64  `json:"id"`
	Mark string `json:"mark"`
}

// SeeExhibit describes an exhibit to somebody who may read it; the reading is on record.
func (d *Desk) SeeExhibit(ctx context.Context, who policies.Actor, ref string, id int64) (*ExhibitPage, error) {
	var out *ExhibitPage
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ReadEvidence)
		if err != nil {
			return err
		}
		rows, err := models.ExhibitsOf(tx, c)
		if err != nil {
			return err
		}
		out = &ExhibitPage{Ref: c.Ref, Number: c.CaseNumber()}
		list := exhibitViews(rows)
		examine(list, c, g)
		for i, x := range list {
			if x.ID != id {
				continue
			}
			out.Exhibit, out.Showing = x, showing(x.MediaType)
			if out.Answer, err = mayAnswer(tx, c, g, x.Mark); err != nil {
				return err
			}
			if i > 0 {
				out.Before = &Neighbour{list[i-1].ID, list[i-1].Mark}
			}
			if i+1 < len(list) {
				out.After = &Neighbour{list[i+1].ID, list[i+1].Mark}
			}
			return models.NoteRead(tx, c.Key(), who.Account, "exhibit "+x.Mark)
		}
		return fault.Missing()
	})
	if err == nil {
		err = d.numberPages(ctx, who, out)
	}
	if err != nil {
		return nil, fmt.Errorf("see exhibit: %w", err)
	}
	return out, nil
}

// mayAnswer says whether the step is open to the reader, and the exhibit not their own side's.
func mayAnswer(tx *models.Tx, c *models.Case, g policies.Grant, mark string) (bool, error) {
	in, err := rules(tx, c.CommissionID)
	if err != nil {
		return false, err
	}
	for _, o := range workflows.Options(c.Facts(in, tx.Today()), g.Capacities()) {
		if o.Event == workflows.ExamineExhibit {
			own := strings.HasPrefix(mark, "申") && sideOf(g) == models.ApplicantSide || strings.HasPrefix(mark, "被") && sideOf(g) == models.RespondentSide
			return o.Open && !(g.Party() && own), nil
		}
	}
	return false, nil
}

// numberPages gives each page its id. A PDF that is too large or too intricate has none here; it is shown as it is.
func (d *Desk) numberPages(ctx context.Context, who policies.Actor, p *ExhibitPage) error {
	switch {
	case p.Showing == AsPicture:
		p.Pages = []string{stamp.ID(p.Exhibit.Mark, 1)}
	case p.Showing == AsPages && p.Exhibit.Size <= stampUpTo:
		x, err := d.OpenExhibit(ctx, who, p.Ref, p.Exhibit.ID)
		if err != nil {
			return err
		}
		n, err := x.count()
		if err != nil {
			return err
		}
		for page := 1; page <= n; page++ {
			p.Pages = append(p.Pages, stamp.ID(p.Exhibit.Mark, page))
		}
		p.Printed = n > 0 && n <= stamp.MostPages
	}
	return nil
}

// Showing is how a browser shows it.
func (x *Exhibit) Showing() Showing { return showing(x.MediaType) }

// Copy is a PDF with its page ids printed on each page; nil where that can't be done, so that the exhibit is shown
// as it was filed. An error is the store's.
func (x *Exhibit) Copy() ([]byte, error) {
	return aside(x, func(ctx context.Context, content []byte) ([]byte, error) { return stamp.Copy(ctx, content, x.Mark) })
}

func (x *Exhibit) count() (int, error) { return aside(x, stamp.Pages) }

// aside takes a PDF apart where files that come in are, within the same limits; nothing comes of what fails there.
func aside[T any](x *Exhibit, work func(context.Context, []byte) (T, error)) (none T, err error) {
	if x.Showing() != AsPages || x.Size > stampUpTo {
		return none, nil
	}
	r, err := x.Whole()
	if err != nil {
		return none, err
	}
	defer r.Close()
	content, err := io.ReadAll(r)
	if err != nil {
		return none, err
	}
	made := make(chan T, 1) // work may go on after its time is up, and then nobody looks
	err = x.desk.vault.Intake.Aside(x.ctx, func(ctx context.Context) error {
		out, err := work(ctx, content)
		if err == nil {
			made <- out
		}
		return err
	})
	if err != nil {
		return none, x.ctx.Err()
	}
	return <-made, nil
}
