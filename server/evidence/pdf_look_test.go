package evidence

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// sparse is a file of which only pieces are kept; the rest reads as blanks. It counts what is read.
type sparse struct {
	size   int64
	pieces map[int64][]byte
	read   int64
}

func (s *sparse) ReadAt(p []byte, at int64) (int, error) {
	if at >= s.size {
		return 0, io.EOF
	}
	n := int(min(int64(len(p)), s.size-at))
	for i := range p[:n] {
		p[i] = ' '
	}
	for from, b := range s.pieces {
		if lo, hi := max(at, from), min(at+int64(n), from+int64(len(b))); lo < hi {
			copy(p[lo-at:hi-at], b[lo-from:hi-from])
		}
	}
	s.read += int64(n)
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

const (
	huge  = 3 << 30 // nobody reads such a file through without noticing
	table = "xref\n0 2\n0000000000 65535 f \n0000000015 00000 n \ntrailer\n"
)

// pdfOf is a PDF of three gigabytes with these pieces, whose end points to a place.
func pdfOf(start int64, pieces map[int64]string) *sparse {
	s := &sparse{size: huge, pieces: map[int64][]byte{0: []byte("%PDF-1.7\n")}}
	for at, text := range pieces {
		s.pieces[at] = []byte(text)
	}
	end := fmt.Sprintf("\nstartxref\n%d\n%%%%EOF\n", start)
	s.pieces[huge-int64(len(end))] = []byte(end)
	return s
}

func TestLookFollowsTheChain(t *testing.T) {
	t.Parallel()
	const a, b, c = 1 << 30, 2 << 30, huge - 100_000
	entries := strings.Repeat("0000000015 00000 n \n", 100_000)
	for name, tt := range map[string]struct {
		file *sparse
		want error
	}{
		"a table":                   {pdfOf(b, map[int64]string{b: table + "<< /Size 2 /Root 1 0 R >>"}), nil},
		"a long table":              {pdfOf(b, map[int64]string{b: "xref\n0 100000\n" + entries + "trailer\n<</Size 100000/Root 1 0 R>>"}), nil},
		"a long table, encrypted":   {pdfOf(b, map[int64]string{b: "xref\n0 100000\n" + entries + "trailer\n<</Size 9/Root 1 0 R/Encrypt 7 0 R>>"}), encrypted},
		"a stream":                  {pdfOf(b, map[int64]string{b: "9 0 obj\n<</Type/XRef/W[1 2 1]/Root 1 0 R/Length 5>>stream\n"}), nil},
		"a stream, encrypted":       {pdfOf(b, map[int64]string{b: "9 0 obj\n<</Type/XRef/W[1 2 1]/Encrypt 8 0 R/Root 1 0 R/Length 5>>stream\n"}), encrypted},
		"added to":                  {pdfOf(c, map[int64]string{c: table + "<</Root 1 0 R/Prev 1073741824>>", a: table + "<</Root 1 0 R>>"}), nil},
		"added to, first encrypted": {pdfOf(c, map[int64]string{c: table + "<</Root 1 0 R/Prev 1073741824>>", a: table + "<</Root 1 0 R /Encrypt<</Filter/Standard>> >>"}), encrypted},
		"hybrid, encrypted":         {pdfOf(c, map[int64]string{c: table + "<</Root 1 0 R/XRefStm 1073741824>>", a: "9 0 obj <</Type/XRef/Encrypt 3 0 R>>stream"}), encrypted},
		"a ring":                    {pdfOf(c, map[int64]string{c: table + "<</Root 1 0 R/Prev 1073741824>>", a: table + fmt.Sprintf("<</Prev %d>>", int64(c))}), nil},
		"a title about encryption":  {pdfOf(b, map[int64]string{b: table + "<</Root 1 0 R/Info<</Title(How to /Encrypt \\) a >> file)>> >>"}), nil},
		"root only in the first":    {pdfOf(c, map[int64]string{c: table + "<</Prev 1073741824>>", a: table + "<</Root 1 0 R>>"}), nil},
	} {
		if err := lookAtPDF(tt.file, tt.file.size); !errors.Is(err, tt.want) || (tt.want == nil) != (err == nil) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
		if tt.file.read > 4<<20 {
			t.Errorf("%s: %d bytes were read, want only the chain", name, tt.file.read)
		}
	}
}

// Where the chain is broken the file is read through, in the memory of one window.
func TestLookReadsThroughWhatIsBroken(t *testing.T) {
	t.Parallel()
	small := func(start int64, pieces map[int64]string) *sparse {
		s := pdfOf(start, pieces)
		end := s.pieces[huge-int64(len(fmt.Sprintf("\nstartxref\n%d\n%%%%EOF\n", start)))]
		delete(s.pieces, huge-int64(len(end)))
		s.size = 40 << 20
		s.pieces[s.size-int64(len(end))] = end
		return s
	}
	const a, b = 10<<20 + 65_533, 20 << 20 // the first lies across a window's edge
	for name, tt := range map[string]struct {
		file *sparse
		want error
	}{
		"off by some bytes":              {small(b-7, map[int64]string{b: table + "<</Root 1 0 R>>"}), nil},
		"off, encrypted":                 {small(b-7, map[int64]string{b: table + "<</Root 1 0 R/Encrypt 3 0 R>>"}), encrypted},
		"off, an older one encrypted":    {small(9, map[int64]string{a: table + "<</Encrypt 3 0 R/Root 1 0 R>>", b: table + "<</Root 1 0 R>>"}), encrypted},
		"off, a stream":                  {small(9, map[int64]string{a: "9 0 obj <</Root 1 0 R/Type/XRef>>stream"}), nil},
		"off, a stream, encrypted":       {small(9, map[int64]string{a: "9 0 obj <</Encrypt 5 0 R/Root 1 0 R/Type /XRef>>stream"}), encrypted},
		"left to the reader":             {small(0, map[int64]string{b: table + "<</Root 1 0 R>>"}), nil},
		"nothing there":                  {small(b, nil), damagedFile},
		"no root":                        {small(b, map[int64]string{b: table + "<</Size 2>>"}), damagedFile},
		"a trailer that never ends":      {small(b, map[int64]string{b: table + "<</Root 1 0 R " + strings.Repeat("<<", 40_000)}), damagedFile},
		"points behind the end":          {small(1<<40, map[int64]string{b: table + "<</Root 1 0 R>>"}), damagedFile},
		"the chain leads behind the end": {small(b, map[int64]string{b: table + "<</Root 1 0 R/Prev 99999999999>>"}), nil},
	} {
		if err := lookAtPDF(tt.file, tt.file.size); !errors.Is(err, tt.want) || (tt.want == nil) != (err == nil) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
}

func TestLookNeedsLittleMemory(t *testing.T) {
	file := pdfOf(9, map[int64]string{2 << 30: table + "<</Root 1 0 R>>"})
	file.size = 256 << 20
	file.pieces[100<<20] = []byte(table + "<</Root 1 0 R>>")
	file.pieces[file.size-30] = []byte("\nstartxref\n9\n%%EOF\n")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := lookAtPDF(file, file.size); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 4<<20 {
		t.Errorf("%d bytes allocated for a file of 256 MB that was read through", got)
	}
}

// A file made to be read over and over is given up.
func TestLookGivesUpOnTraps(t *testing.T) {
	t.Parallel()
	file := pdfOf(9, nil)
	file.size = 40 << 20
	trap := bytes.Repeat([]byte("trailer<< "), 4<<20)
	file.pieces = map[int64][]byte{0: []byte("%PDF-1.7\n"), 20: trap[:file.size-100], file.size - 30: []byte("\nstartxref\n9\n%%EOF\n")}
	if err := lookAtPDF(file, file.size); !errors.Is(err, tooIntricate) {
		t.Errorf("a trap: %v, want that it is too intricate", err)
	}
	if file.read > 6*file.size {
		t.Errorf("%d bytes were read of %d", file.read, file.size)
	}
}

func FuzzLookAtPDF(f *testing.F) {
	f.Add(smallPDF(10))
	f.Add([]byte("%PDF-1.4\n9 0 obj<</Type/XRef/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF"))
	f.Add([]byte("%PDF-1.4\nxref\n0 1\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(t *testing.T, b []byte) {
		err := lookAtPDF(bytes.NewReader(b), int64(len(b)))
		if err != nil && !errors.Is(err, damagedFile) && !errors.Is(err, encrypted) && !errors.Is(err, tooIntricate) {
			t.Errorf("%q: %v", b, err)
		}
	})
}
