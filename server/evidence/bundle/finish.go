package bundle

import (
	"context"
	"fmt"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Finish writes the index, what is printed over each page, bookmarks and page labels, and the end. It returns how many
// pages the bundle has.
func (b *Book) Finish(ctx context.Context, h Head) (pages int, err error) {
	p, err := newPen()
	if err != nil {
		return 0, err
	}
	x, err := p.layOut(b.entries)
	if err != nil {
		return 0, err
	}
	pages = x.pages + len(b.sheets)
	if err := b.write(p, h, x, pages); err != nil {
		return 0, err
	}
	printed, err := p.GetBytesPdfReturnErr()
	if err != nil {
		return 0, fmt.Errorf("bundle: %w", err)
	}
	d, err := Open(ctx, printed, 2*MostPages)
	if err != nil {
		return 0, err
	}
	front, err := b.front(d, x)
	if err != nil {
		return 0, err
	}
	return pages, b.close(h, front)
}

// write draws the index and then one page for each page of the exhibits.
func (b *Book) write(p *pen, h Head, x index, pages int) error {
	err := p.draw(h, x, b.entries, func(e Entry) int { return x.pages + e.first + 1 })
	for i := range x.pages {
		if err == nil {
			err = p.SetPage(i + 1)
		}
		if err == nil {
			err = p.foot(i+1, pages, 595, 842)
		}
	}
	for i, s := range b.sheets {
		if err == nil {
			err = p.over(s, x.pages+i+1, pages)
		}
	}
	return err
}

// front takes the index's pages over, and the others as what is printed over the exhibits. It returns the objects of the
// index's pages.
func (b *Book) front(d *Doc, x index) ([]int, error) {
	c := newCopier(b.w, d)
	var front []int
	for i, l := range d.leaves {
		content, _, err := d.DereferenceStreamDict(l.dict["Contents"])
		if err != nil || content == nil {
			return nil, fmt.Errorf("bundle: page %d of what is printed: %w", i+1, err)
		}
		raw, err := encoded(*content)
		if err != nil {
			return nil, err
		}
		res := c.value(l.from["Resources"])
		if i >= x.pages {
			s := b.sheets[i-x.pages]
			form := c.dict(without(content.Dict, "Length"))
			form["Type"], form["Subtype"], form["Resources"] = types.Name("XObject"), types.Name("Form"), res
			form["BBox"] = array([4]float64{0, 0, s.width, s.height})
			b.w.stream(s.over, form, raw)
			continue
		}
		text := b.w.reserve()
		b.w.stream(text, c.dict(without(content.Dict, "Length")), raw)
		page := b.w.reserve()
		d := types.Dict{"Type": types.Name("Page"), "Parent": ref(b.tree), "MediaBox": c.value(l.from["MediaBox"]), "Resources": res, "Contents": ref(text), "Annots": b.links(x, i)}
		b.w.object(page, d.PDFString())
		front = append(front, page)
	}
	return front, c.rest()
}

// links lead from the rows on a page of the index to the exhibits.
func (b *Book) links(x index, page int) types.Array {
	list := types.Array{}
	for i, r := range x.rows {
		e := b.entries[i]
		if r.page != page || e.pages == 0 {
			continue
		}
		list = append(list, types.Dict{"Type": types.Name("Annot"), "Subtype": types.Name("Link"), "Border": types.Array{types.Integer(0), types.Integer(0), types.Integer(0)},
			"Rect": array([4]float64{left, 842 - r.y - r.high, right, 842 - r.y}), "Dest": b.at(e)})
	}
	return list
}

// at is the place where an exhibit begins.
func (b *Book) at(e Entry) types.Array {
	return types.Array{ref(b.sheets[e.first].page), types.Name("Fit")}
}

// close writes page tree, bookmarks, page labels and catalog.
func (b *Book) close(h Head, front []int) error {
	kids, labels := types.Array{}, types.Array{}
	label := func(s string) {
		labels = append(labels, types.Integer(len(kids)), types.Dict{"P": text(s)})
	}
	for i, n := range front {
		label(fmt.Sprintf("目录-%d", i+1))
		kids = append(kids, ref(n))
	}
	for _, s := range b.sheets {
		label(s.mark)
		kids = append(kids, ref(s.page))
	}
	b.w.object(b.tree, types.Dict{"Type": types.Name("Pages"), "Count": types.Integer(len(kids)), "Kids": kids}.PDFString())
	root, info := b.w.reserve(), b.w.reserve()
	at := pdfTime(h.Until)
	b.w.object(info, types.Dict{"Title": text("证据卷 " + h.Case), "Producer": text("调裁 Tiaocai"), "CreationDate": at, "ModDate": at}.PDFString())
	b.w.object(root, types.Dict{"Type": types.Name("Catalog"), "Pages": ref(b.tree), "Outlines": ref(b.outlines(front[0])), "PageMode": types.Name("UseOutlines"),
		"PageLabels": types.Dict{"Nums": labels}, "Lang": types.StringLiteral("zh-CN"), "ViewerPreferences": types.Dict{"DisplayDocTitle": types.Boolean(true)}}.PDFString())
	return b.w.close(root, info)
}

// outlines are the bookmarks: the index, then each exhibit that is here.
func (b *Book) outlines(front int) int {
	lines := []types.Dict{{"Title": text("证据目录"), "Dest": types.Array{ref(front), types.Name("Fit")}}}
	for _, e := range b.entries {
		if e.pages > 0 {
			lines = append(lines, types.Dict{"Title": text(e.bookmark()), "Dest": b.at(e)})
		}
	}
	root := b.w.reserve()
	numbers := make([]int, len(lines))
	for i := range lines {
		numbers[i] = b.w.reserve()
	}
	for i, d := range lines {
		d["Parent"] = ref(root)
		if i > 0 {
			d["Prev"] = ref(numbers[i-1])
		}
		if i+1 < len(lines) {
			d["Next"] = ref(numbers[i+1])
		}
		b.w.object(numbers[i], d.PDFString())
	}
	b.w.object(root, types.Dict{"Type": types.Name("Outlines"), "First": ref(numbers[0]), "Last": ref(numbers[len(numbers)-1]), "Count": types.Integer(len(lines))}.PDFString())
	return root
}

func pdfTime(t time.Time) types.StringLiteral {
	zone := t.Format("-07:00")
	return types.StringLiteral(t.Format("D:20060102150405") + zone[:3] + "'" + zone[4:] + "'")
}
