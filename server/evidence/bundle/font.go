package bundle

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"sync"
	"unicode"

	"github.com/signintech/gopdf"
)

// packed is Noto Serif SC (SIL Open Font License, font/OFL.txt) with the characters of GB 2312 and of the standard
// list of 2013, in which names are written; font/cut.sh cut it.
//
//go:embed font/NotoSerifSC.ttf.gz
var packed []byte

const (
	family = "serif"
	lacked = '〓' // stands where the font has no sign (〓，字库缺字)
)

var unpacked = sync.OnceValues(func() ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
})

// pen writes with the font into one document. Whatever the font lacks is written as 〓 and counted, never left blank.
type pen struct {
	*gopdf.GoPdf
	wide    map[rune]float64 // advance at a size of 1
	missing int
}

func newPen() (*pen, error) {
	ttf, err := unpacked()
	if err != nil {
		return nil, fmt.Errorf("bundle: font: %w", err)
	}
	p := &pen{GoPdf: &gopdf.GoPdf{}, wide: map[rune]float64{}}
	p.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	if err := p.AddTTFFontData(family, ttf); err != nil {
		return nil, fmt.Errorf("bundle: font: %w", err)
	}
	return p, p.SetFont(family, "", 100)
}

// clean makes text fit for the page: one line, and 〓 for what the font lacks.
func (p *pen) clean(s string) string {
	var out []rune
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r) && !p.has(r): // joiners and selectors are not seen anyway
			continue
		case !p.has(r):
			r = lacked
			p.missing++
		}
		out = append(out, r)
	}
	return string(out)
}

func (p *pen) has(r rune) bool {
	ok, err := p.IsCurrFontContainGlyph(r)
	return err == nil && ok
}

// width is how wide clean text is at a size.
func (p *pen) width(s string, size float64) (w float64, err error) {
	for _, r := range s {
		one, ok := p.wide[r]
		if !ok {
			if err := p.SetFontSize(100); err != nil {
				return 0, err
			}
			if one, err = p.MeasureTextWidth(string(r)); err != nil {
				return 0, err
			}
			one /= 100
			p.wide[r] = one
		}
		w += one * size
	}
	return w, nil
}

// write puts clean text with the left end of its base line at x, y, counted from the upper left corner.
func (p *pen) write(x, y, size float64, s string) error {
	if s == "" {
		return nil
	}
	if err := p.SetFontSize(size); err != nil {
		return err
	}
	p.SetXY(x, y)
	return p.Text(s)
}
