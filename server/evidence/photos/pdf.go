package photos

import (
	"fmt"

	"github.com/signintech/gopdf"
)

// A4 in points, and the margin around a picture.
const (
	short, long = 595.28, 841.89
	margin      = 20.0
)

// PDF puts pages into one document: A4, each upright or on its side as the picture is, the picture
// in the middle. It carries no date and no author, so that the same pages make the same bytes.
func PDF(pages []Page) ([]byte, error) {
	if len(pages) == 0 || len(pages) > MostPages {
		return nil, TooMany
	}
	var doc gopdf.GoPdf
	doc.Start(gopdf.Config{PageSize: gopdf.Rect{W: short, H: long}})
	for _, p := range pages {
		sheet := gopdf.Rect{W: short, H: long}
		if p.Width > p.Height {
			sheet = gopdf.Rect{W: long, H: short}
		}
		doc.AddPageWithOption(gopdf.PageOption{PageSize: &sheet})
		img, err := gopdf.ImageHolderByBytes(p.JPEG)
		if err != nil {
			return nil, fmt.Errorf("photos: %w", err)
		}
		box := fit(p, sheet)
		if err := doc.ImageByHolder(img, (sheet.W-box.W)/2, (sheet.H-box.H)/2, &box); err != nil {
			return nil, fmt.Errorf("photos: %w", err)
		}
	}
	out, err := doc.GetBytesPdfReturnErr()
	if err != nil {
		return nil, fmt.Errorf("photos: %w", err)
	}
	return out, nil
}

// fit is the largest size at which a picture stands within the margins; a small one is not blown up
// beyond a point for each of its dots.
func fit(p Page, sheet gopdf.Rect) gopdf.Rect {
	w, h := float64(p.Width), float64(p.Height)
	by := min((sheet.W-2*margin)/w, (sheet.H-2*margin)/h, 1)
	return gopdf.Rect{W: w * by, H: h * by}
}
