package bundle

import (
	"fmt"
	"strings"

	"github.com/signintech/gopdf"
)

// The index is a table on A4, upright. Measures are in points.
const (
	left, right = 36.0, 559.0
	top, bottom = 60.0, 792.0
	small       = 8.5 // letters in the table
	lead        = 12.5
	pad         = 4.0
)

var columns = []struct {
	head string
	wide float64
}{{"证据", 38}, {"名称", 110}, {"证明什么", 146}, {"提交日", 56}, {"请求", 40}, {"页", 66}, {"SHA-256", 67}}

// row is one exhibit in the table, broken into lines.
type row struct {
	cells [][]string
	note  []string // across the table, below the cells
	page  int      // of the index, counted from 0
	y     float64
	high  float64
}

// index is the table, laid out; it is drawn when all numbers are known.
type index struct {
	rows  []row
	pages int
}

// layOut breaks the entries into rows and pages. The numbers of pages are not known yet, and change no height: they have
// two lines in any case.
func (p *pen) layOut(entries []Entry) (index, error) {
	out := index{pages: 1}
	y := top + 62 // below the title
	for _, e := range entries {
		r, err := p.row(e)
		if err != nil {
			return out, err
		}
		if y+r.high > bottom {
			out.pages++
			y = top + lead + 2*pad // below the heads
		}
		r.page, r.y = out.pages-1, y
		y += r.high
		out.rows = append(out.rows, r)
	}
	return out, nil
}

func (p *pen) row(e Entry) (r row, err error) {
	texts := []string{e.Mark, e.Title, e.Proves, e.Filed, "", "", ""}
	if e.Claim > 0 {
		texts[4] = fmt.Sprintf("第 %d 项", e.Claim)
	}
	high := 2
	for i, t := range texts {
		lines, err := p.lines(p.clean(t), small, columns[i].wide-pad)
		if err != nil {
			return r, err
		}
		r.cells, high = append(r.cells, lines), max(high, len(lines))
	}
	if n := len(e.Hash); n > 16 {
		r.cells[6] = []string{e.Hash[:8] + "…", "…" + e.Hash[n-8:]}
	}
	if e.Left != "" {
		if r.note, err = p.lines(p.clean("※ 未收入本卷："+e.Left), small, right-left-columns[0].wide-pad); err != nil {
			return r, err
		}
	}
	r.high = float64(high+len(r.note))*lead + 2*pad
	return r, nil
}

// draw writes the index's pages; first says on which page of the bundle an entry begins, counted from 1.
func (p *pen) draw(h Head, x index, entries []Entry, first func(Entry) int) error {
	r := 0
	for page := range x.pages {
		p.AddPage()
		y := top + lead + 2*pad
		if page == 0 {
			if err := p.title(h); err != nil {
				return err
			}
			y = top + 62
		}
		if err := p.heads(y - lead - pad); err != nil {
			return err
		}
		for ; r < len(x.rows) && x.rows[r].page == page; r++ {
			if err := p.drawRow(x.rows[r], entries[r], first(entries[r])); err != nil {
				return err
			}
		}
	}
	if p.missing > 0 {
		return p.write(left, bottom+14, 7.5, "〓：字库里没有的字，以系统中的登记为准。")
	}
	return nil
}

func (p *pen) title(h Head) error {
	if err := p.write(left, top-8, 20, "证据卷"); err != nil {
		return err
	}
	if err := p.write(left, top+10, 10, p.clean(h.Case)); err != nil {
		return err
	}
	say := "证据截至 " + h.Until.Format("2006-01-02 15:04") + "。引用时写右上角的证据页码（如 申3-07），它永不改变；页脚的页码只在本卷有效。"
	return p.write(left, top+26, 7.5, say)
}

func (p *pen) heads(y float64) error {
	x := left
	for _, c := range columns {
		if err := p.write(x, y+lead-pad, 7.5, c.head); err != nil {
			return err
		}
		x += c.wide
	}
	p.SetLineWidth(0.8)
	p.Line(left, y+lead, right, y+lead)
	return nil
}

func (p *pen) drawRow(r row, e Entry, first int) error {
	if e.pages > 0 {
		where := fmt.Sprintf("%d–%d", first, first+e.pages-1)
		if e.pages == 1 {
			where = fmt.Sprint(first)
		}
		r.cells[5] = []string{where, fmt.Sprintf("共 %d 页", e.pages)}
	} else {
		r.cells[5] = []string{"未收入"}
	}
	x, lines := left, 2
	for i, c := range r.cells {
		for n, line := range c {
			if err := p.write(x, r.y+pad+float64(n+1)*lead-3, small, line); err != nil {
				return err
			}
		}
		x, lines = x+columns[i].wide, max(lines, len(c))
	}
	for n, line := range r.note {
		if err := p.write(left+columns[0].wide, r.y+pad+float64(lines+n+1)*lead-3, small, line); err != nil {
			return err
		}
	}
	p.SetLineWidth(0.3)
	p.Line(left, r.y+r.high, right, r.y+r.high)
	return nil
}

// foot writes the page of the bundle at the foot of a page as large as it is looked at.
func (p *pen) foot(n, of int, width, height float64) error {
	by := scale(width, height)
	return p.label(fmt.Sprintf("第 %d 页 共 %d 页", n, of), 8*by, by, func(w float64) float64 { return (width - w) / 2 }, height-20*by, false)
}

// corner writes a page's id in the upper right corner.
func (p *pen) corner(id string, width, height float64) error {
	by := scale(width, height)
	return p.label(id, 12*by, by, func(w float64) float64 { return width - w - 12*by }, 10*by, true)
}

// label writes text on white, so that it can be read on any page.
func (p *pen) label(text string, size, by float64, x func(wide float64) float64, y float64, framed bool) error {
	w, err := p.width(text, size)
	if err != nil {
		return err
	}
	w, style := w+6*by, "F"
	if framed {
		style = "DF"
	}
	at := x(w)
	p.SetFillColor(255, 255, 255)
	p.SetStrokeColor(0, 0, 0)
	p.SetLineWidth(0.7 * by)
	p.RectFromUpperLeftWithStyle(at, y, w, size*1.35, style)
	p.SetFillColor(0, 0, 0)
	return p.write(at+3*by, y+size*1.05, size, text)
}

// scale makes what is printed as large on a page of any size as on A4.
func scale(width, height float64) float64 { return min(max(max(width, height)/842, 0.25), 40) }

// over makes the pages that are printed over those of the exhibits.
func (p *pen) over(s sheet, n, of int) error {
	p.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: s.width, H: s.height}})
	if err := p.corner(s.mark, s.width, s.height); err != nil {
		return err
	}
	return p.foot(n, of, s.width, s.height)
}

// bookmark is an exhibit's line among the bookmarks.
func (e Entry) bookmark() string { return strings.TrimSpace(e.Mark + " " + e.Title) }
