package bundle

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Why a PDF cannot become part of a bundle. Whatever else goes wrong with one counts as ErrIntricate.
var (
	ErrManyPages = errors.New("bundle: too many pages in one exhibit")
	ErrLayers    = errors.New("bundle: layers or form fields that would look otherwise in a bundle")
	ErrIntricate = errors.New("bundle: the PDF cannot be taken apart")
)

// Doc is a PDF that was taken apart.
type Doc struct {
	*model.Context
	leaves []leaf
}

// leaf is a page with what it inherits from the nodes above it.
type leaf struct {
	n    int // its object
	dict types.Dict
	from types.Dict // Resources, MediaBox, CropBox and Rotate in force
}

// Pages is how many there are.
func (d *Doc) Pages() int { return len(d.leaves) }

// Open takes a PDF apart. It may need several times the file's size in memory, and a file made for it may take long: call
// it where files that come in are looked at.
func Open(ctx context.Context, content []byte, most int) (d *Doc, err error) {
	defer recovered(&err)
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode, conf.Offline = model.ValidationRelaxed, true
	read, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(content), conf)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrIntricate, err)
	}
	d = &Doc{Context: read}
	if err := errors.Join(read.EnsurePageCount(), d.alike()); err != nil {
		return nil, err
	}
	if read.PageCount > most {
		return nil, ErrManyPages
	}
	root, err := read.Pages()
	if err == nil {
		err = d.walk(*root, types.Dict{}, map[int]bool{}, 0)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrIntricate, err)
	}
	if len(d.leaves) != read.PageCount { // else a page would get another id here than in its own copy
		return nil, fmt.Errorf("%w: %d pages, not %d", ErrIntricate, len(d.leaves), read.PageCount)
	}
	return d, nil
}

func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%w: pdfcpu: %v", ErrIntricate, p)
	}
}

// alike refuses what looks as it should only with things that a bundle does not take over: layers that are switched
// off, and forms whose fields the viewer has to draw.
func (d *Doc) alike() error {
	catalog, err := d.Catalog()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrIntricate, err)
	}
	form, _ := d.DereferenceDict(catalog["AcroForm"])
	if _, xfa := form["XFA"]; xfa {
		return ErrLayers
	}
	if draws, _ := d.Dereference(form["NeedAppearances"]); draws == types.Boolean(true) {
		return ErrLayers
	}
	layers, _ := d.DereferenceDict(catalog["OCProperties"])
	shown, _ := d.DereferenceDict(layers["D"])
	if off, _ := d.DereferenceArray(shown["OFF"]); len(off) > 0 || shown["BaseState"] == types.Name("OFF") {
		return ErrLayers
	}
	return nil
}

// walk collects the pages below a node, in order.
func (d *Doc) walk(at types.IndirectRef, from types.Dict, seen map[int]bool, deep int) error {
	n := at.ObjectNumber.Value()
	if seen[n] || deep > 50 || len(d.leaves) > d.PageCount {
		return errors.New("the page tree goes in circles")
	}
	seen[n] = true
	node, err := d.DereferenceDict(at)
	if err != nil || node == nil {
		return errors.Join(err, errors.New("a page is missing"))
	}
	in := types.Dict{}
	for _, k := range []string{"Resources", "MediaBox", "CropBox", "Rotate"} {
		if v := node[k]; v != nil {
			in[k] = v
		} else if v := from[k]; v != nil {
			in[k] = v
		}
	}
	kids, err := d.DereferenceArray(node["Kids"])
	if err != nil {
		return err
	}
	if kids == nil {
		d.leaves = append(d.leaves, leaf{n, node, in})
		return nil
	}
	for _, kid := range kids {
		to, ok := kid.(types.IndirectRef)
		if !ok {
			return errors.New("a page without a number")
		}
		if err := d.walk(to, in, seen, deep+1); err != nil {
			return err
		}
	}
	return nil
}
