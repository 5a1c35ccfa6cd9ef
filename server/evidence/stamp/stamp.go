// Package stamp prints an exhibit's permanent page ids (证据页码，申3-07) on a copy of its PDF. The exhibit itself
// is never changed: the copy is made for looking at.
package stamp

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// MostPages is how many pages a copy is made of; an exhibit with more is shown as it is.
const MostPages = 500

// strip has the signs of page ids side by side, drawn once from Noto Sans CJK SC (SIL Open Font License): a PDF's own
// fonts have no Chinese, and a whole font would weigh megabytes for five signs.
//
//go:embed marks.png
var strip []byte

const (
	signs  = "申被调送原0123456789-"
	cell   = 48 // a sign's place in the strip; it stands at the left of it
	height = 64
)

func width(r rune) int {
	switch {
	case r == '-':
		return 22
	case r < 128:
		return 28
	}
	return cell
}

// ID is the permanent id of a page, counted from 1.
func ID(mark string, page int) string { return fmt.Sprintf("%s-%02d", mark, page) }

// Pages is how many pages a PDF has.
func Pages(ctx context.Context, content []byte) (n int, err error) {
	defer recovered(&err)
	doc, err := read(ctx, content)
	if err != nil {
		return 0, err
	}
	return doc.PageCount, nil
}

// Copy is the PDF with the page's id in the upper right corner of each page.
func Copy(ctx context.Context, content []byte, mark string) (out []byte, err error) {
	defer recovered(&err)
	doc, err := read(ctx, content)
	if err != nil {
		return nil, err
	}
	if doc.PageCount > MostPages {
		return nil, fmt.Errorf("stamp: %d pages are more than %d", doc.PageCount, MostPages)
	}
	ids := map[int]*model.Watermark{}
	for page := 1; page <= doc.PageCount; page++ {
		label, err := label(ID(mark, page))
		if err != nil {
			return nil, err
		}
		ids[page], err = api.ImageWatermarkForReader(bytes.NewReader(label), "position:tr, offset:-12 -10, scalefactor:0.25 abs, rotation:0, opacity:1", true, false, types.POINTS)
		if err != nil {
			return nil, fmt.Errorf("stamp: %w", err)
		}
	}
	var b bytes.Buffer
	if err := api.AddWatermarksMap(bytes.NewReader(content), &b, ids, relaxed()); err != nil {
		return nil, fmt.Errorf("stamp: %w", err)
	}
	return b.Bytes(), nil
}

// recovered turns a panic of the library, which meets files made to break it, into an error.
func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("stamp: pdfcpu: %v", p)
	}
}

func relaxed() *model.Configuration {
	c := model.NewDefaultConfiguration()
	c.ValidationMode, c.Offline = model.ValidationRelaxed, true
	return c
}

func read(ctx context.Context, content []byte) (*model.Context, error) {
	doc, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(content), relaxed())
	if err == nil {
		err = doc.EnsurePageCount()
	}
	if err != nil {
		return nil, fmt.Errorf("stamp: %w", err)
	}
	return doc, nil
}

// label is a small picture of an id, black on white with a line around it, so that it can be read on any page.
func label(id string) ([]byte, error) {
	from, err := png.Decode(bytes.NewReader(strip))
	if err != nil {
		return nil, err
	}
	const edge = 8
	w := 2 * edge
	for _, r := range id {
		w += width(r)
	}
	to := image.NewGray(image.Rect(0, 0, w, height))
	draw.Draw(to, to.Bounds(), image.NewUniform(color.Black), image.Point{}, draw.Src)
	draw.Draw(to, to.Bounds().Inset(2), image.NewUniform(color.White), image.Point{}, draw.Src)
	x := edge
	for _, r := range id {
		at := strings.Index(signs, string(r))
		if at < 0 {
			return nil, errors.New("stamp: no picture of " + string(r))
		}
		n := len([]rune(signs[:at]))
		draw.Draw(to, image.Rect(x, 4, x+width(r), height-4), from, image.Pt(n*cell, 4), draw.Src)
		x += width(r)
	}
	var b bytes.Buffer
	err = png.Encode(&b, to)
	return b.Bytes(), err
}
