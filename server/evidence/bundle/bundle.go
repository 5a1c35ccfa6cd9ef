// Package bundle binds the exhibits of a case into one PDF (证据卷): an index, then the pages of each exhibit with their
// permanent ids, a bookmark for each, and the page of the bundle at the foot.
//
// It is a leaf: it reads no database and no store. Exhibits are added one after another and written at once, so that no
// more than one is in memory. The same exhibits make the same bytes, whoever makes them and whenever; the page of the
// bundle is a view only, and whoever cites a page cites its id.
package bundle

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"tiaocai/server/evidence/stamp"
)

// What a bundle has at most.
const (
	MostPages = 2000
	MostBytes = 300 << 20
)

// ErrTooLarge says that a bundle would have more pages or bytes than one may have.
var ErrTooLarge = errors.New("bundle: too many pages or bytes")

// Entry is an exhibit as the index names it.
type Entry struct {
	Mark, Title, Proves string
	Filed               string // the civil day
	Claim               int    // 0 for none
	Hash                string // SHA-256 in hexadecimal
	Left                string // why it is not in the bundle, in Chinese; "" if it is

	pages, first int // how many, and the index in Book.sheets of the first
}

// Head is what stands above the index.
type Head struct {
	Case  string    // number or reference
	Until time.Time // when the newest exhibit was filed; also the date of the document
}

// Book is a bundle that is being written.
type Book struct {
	w       *writer
	tree    int // the object of the page tree
	open    int // the stream that saves the state before a page's own content
	sheets  []sheet
	entries []Entry
}

// sheet is a page of an exhibit: what is printed over it is written at the end, when all pages are known.
type sheet struct {
	page, over    int // objects
	mark          string
	width, height float64 // as it is looked at
}

// New begins a bundle.
func New(to io.Writer) *Book {
	b := &Book{w: newWriter(to, MostBytes)}
	b.tree, b.open = b.w.reserve(), b.w.reserve()
	b.w.stream(b.open, types.Dict{}, []byte("q "))
	return b
}

// Pages is how many pages of exhibits there are so far.
func (b *Book) Pages() int { return len(b.sheets) }

// LeaveOut names an exhibit in the index that is not in the bundle; e.Left says why.
func (b *Book) LeaveOut(e Entry) { b.entries = append(b.entries, e) }

// Add writes the pages of an exhibit. ErrIntricate means that its pages could not be taken over and nothing of it is in
// the bundle; every other error is the end of the bundle.
func (b *Book) Add(e Entry, d *Doc) error {
	if len(b.sheets)+d.Pages() > MostPages {
		return ErrTooLarge
	}
	e.first, e.pages = len(b.sheets), d.Pages()
	err := b.take(e, d)
	if b.w.err != nil {
		return b.w.err
	}
	if err != nil {
		b.sheets = b.sheets[:e.first]
		return fmt.Errorf("%w: %w", ErrIntricate, err)
	}
	b.entries = append(b.entries, e)
	return nil
}

func (b *Book) take(e Entry, d *Doc) (err error) {
	defer recovered(&err)
	c := newCopier(b.w, d)
	for _, l := range d.leaves {
		c.number[l.n] = b.w.reserve()
	}
	for i, l := range d.leaves {
		s, err := b.page(c, l)
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		s.mark = stamp.ID(e.Mark, i+1)
		b.sheets = append(b.sheets, s)
	}
	return c.rest()
}

// page writes one page: its own content between saving and restoring the state, and then what is printed over it.
func (b *Book) page(c *copier, l leaf) (sheet, error) {
	view, err := viewOf(c.doc, l)
	if err != nil {
		return sheet{}, err
	}
	s := sheet{page: c.number[l.n], over: b.w.reserve(), width: view.width, height: view.height}
	d := types.Dict{"Type": types.Name("Page"), "Parent": ref(b.tree), "MediaBox": view.media, "CropBox": view.crop, "Rotate": types.Integer(view.turn)}
	for _, k := range []string{"Annots", "Group", "UserUnit"} {
		if v := l.dict[k]; v != nil {
			d[k] = c.value(v)
		}
	}
	if d["Resources"], err = resources(c, l, s.over); err != nil {
		return sheet{}, err
	}
	end := b.w.reserve()
	b.w.stream(end, types.Dict{}, fmt.Appendf(nil, "\nQ q %s cm /%s Do Q\n", view.matrix, overName))
	content := types.Array{ref(b.open)}
	switch own := l.dict["Contents"].(type) {
	case types.IndirectRef:
		held, err := c.doc.Dereference(own)
		if err != nil {
			return sheet{}, err
		}
		if list, ok := held.(types.Array); ok {
			content = append(content, c.value(list).(types.Array)...)
		} else if held != nil {
			content = append(content, c.value(own))
		}
	case types.Array:
		content = append(content, c.value(own).(types.Array)...)
	}
	d["Contents"] = append(content, ref(end))
	b.w.object(s.page, d.PDFString())
	return s, nil
}

// overName is under what name a page knows what is printed over it.
const overName = "TiaocaiOver"

// resources are a page's own and one more.
func resources(c *copier, l leaf, over int) (types.Dict, error) {
	own, err := c.doc.DereferenceDict(l.from["Resources"])
	if err != nil {
		return nil, err
	}
	things, err := c.doc.DereferenceDict(own["XObject"])
	if err != nil {
		return nil, err
	}
	out, with := c.dict(without(own, "XObject")), c.dict(things)
	with[overName] = ref(over)
	out["XObject"] = with
	return out, nil
}
