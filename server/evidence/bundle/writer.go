package bundle

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// writer writes the objects of a PDF one after another and remembers where each begins. Nothing of what was written stays
// in memory, and nothing is in the file that does not come from what was put in: no clock, no chance.
type writer struct {
	to      *bufio.Writer
	at      int64
	most    int64   // bytes
	offsets []int64 // by object number; 0 for one that was not written
	err     error
}

func newWriter(to io.Writer, most int64) *writer {
	w := &writer{to: bufio.NewWriterSize(to, 256<<10), most: most, offsets: []int64{0}}
	w.raw([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return w
}

func (w *writer) raw(b []byte) {
	if w.err != nil {
		return
	}
	if w.at+int64(len(b)) > w.most {
		w.err = ErrTooLarge
		return
	}
	n, err := w.to.Write(b)
	w.at += int64(n)
	w.err = err
}

// reserve gives the number of an object that is written later.
func (w *writer) reserve() int {
	w.offsets = append(w.offsets, 0)
	return len(w.offsets) - 1
}

// object writes an object under its number.
func (w *writer) object(n int, body string) {
	w.offsets[n] = w.at
	w.raw(fmt.Appendf(nil, "%d 0 obj\n%s\nendobj\n", n, body))
}

// stream writes a stream with its bytes as they are encoded already.
func (w *writer) stream(n int, d types.Dict, encoded []byte) {
	d["Length"] = types.Integer(len(encoded))
	w.offsets[n] = w.at
	w.raw(fmt.Appendf(nil, "%d 0 obj\n%s\nstream\n", n, d.PDFString()))
	w.raw(encoded)
	w.raw([]byte("\nendstream\nendobj\n"))
}

// close writes where everything is. There is no /ID: it would be chance, or say nothing that the digest does not.
func (w *writer) close(root, info int) error {
	start := w.at
	var b strings.Builder
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(w.offsets))
	for _, at := range w.offsets[1:] {
		if at == 0 {
			b.WriteString("0000000000 00000 f \n")
			continue
		}
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Info %d 0 R/Root %d 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", info, root, len(w.offsets), start)
	w.raw([]byte(b.String()))
	if w.err != nil {
		return w.err
	}
	return w.to.Flush()
}

func ref(n int) types.IndirectRef { return *types.NewIndirectRef(n, 0) }

// text is a string of any script as a PDF writes it.
func text(s string) types.HexLiteral {
	var b strings.Builder
	b.WriteString("feff")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04x", u)
	}
	return types.HexLiteral(b.String())
}
