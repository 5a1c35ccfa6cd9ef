package bundle

import (
	"fmt"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// copier brings the objects that pages need from one document into another, each once and in a fixed order.
type copier struct {
	to      *writer
	doc     *Doc
	number  map[int]int // there to here
	waiting []int       // met, and not yet copied
}

func newCopier(to *writer, d *Doc) *copier { return &copier{to: to, doc: d, number: map[int]int{}} }

// at is the number here of an object there.
func (c *copier) at(n int) int {
	if _, ok := c.number[n]; !ok {
		c.number[n] = c.to.reserve()
		c.waiting = append(c.waiting, n)
	}
	return c.number[n]
}

// runs are actions that do something on the reader's machine; they are left out.
var runs = []types.Name{"JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "GoToR", "Rendition"}

// value is a value with its references led over here.
func (c *copier) value(o types.Object) types.Object {
	switch o := o.(type) {
	case types.IndirectRef:
		return ref(c.at(o.ObjectNumber.Value()))
	case types.Array:
		out := make(types.Array, len(o))
		for i, v := range o {
			out[i] = c.value(v)
		}
		return out
	case types.Dict:
		return c.dict(o)
	}
	return o
}

func (c *copier) dict(d types.Dict) types.Dict {
	out := types.Dict{}
	if s, ok := d["S"].(types.Name); ok && slices.Contains(runs, s) {
		return out
	}
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys) // a map has no order, and numbers are given as references are met
	for _, k := range keys {
		if k != "AA" && d[k] != nil {
			out[k] = c.value(d[k])
		}
	}
	return out
}

// rest copies whatever was met, and what that needs in turn.
func (c *copier) rest() error {
	for len(c.waiting) > 0 {
		n := c.waiting[0]
		c.waiting = c.waiting[1:]
		o, err := c.doc.Dereference(ref(n))
		if err != nil {
			return fmt.Errorf("object %d: %w", n, err)
		}
		if err := c.write(c.number[n], o); err != nil {
			return fmt.Errorf("object %d: %w", n, err)
		}
	}
	return c.to.err
}

func (c *copier) write(n int, o types.Object) error {
	switch o := o.(type) {
	case types.StreamDict:
		raw, err := encoded(o)
		if err != nil {
			return err
		}
		c.to.stream(n, c.dict(without(o.Dict, "Length")), raw)
		return nil
	case types.Dict:
		switch o["Type"] {
		case types.Name("Page"), types.Name("Pages"), types.Name("Catalog"): // pages that are not among ours
			c.to.object(n, "null")
			return nil
		}
		c.to.object(n, c.dict(o).PDFString())
		return nil
	case nil, types.ObjectStreamDict, types.XRefStreamDict:
		c.to.object(n, "null")
		return nil
	}
	c.to.object(n, c.value(o).PDFString())
	return nil
}

func encoded(s types.StreamDict) ([]byte, error) {
	if s.Raw == nil && s.Content != nil {
		if err := s.Encode(); err != nil {
			return nil, err
		}
	}
	return s.Raw, nil
}

func without(d types.Dict, key string) types.Dict {
	out := types.Dict{}
	for k, v := range d {
		if k != key {
			out[k] = v
		}
	}
	return out
}
