package e2e

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"path/filepath"
)

// sample makes a small real file of the kind that the name's ending says.
func sample(name string) []byte {
	switch filepath.Ext(name) {
	case ".png":
		var b bytes.Buffer
		png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30)))
		return b.Bytes()
	case ".pdf":
		return pdf("Payslip 2026-01")
	}
	return []byte("1月5日 老板：工资下个月一起发。\n")
}

// pdf writes a one-page PDF with a correct table of places.
func pdf(text string) []byte {
	var b bytes.Buffer
	var at []int
	obj := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	b.WriteString("%PDF-1.4\n")
	obj("<</Type/Catalog/Pages 2 0 R>>")
	obj("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	obj("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>")
	stream := "BT /F1 18 Tf 72 760 Td (" + text + ") Tj ET"
	obj(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(stream), stream))
	obj("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, p := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}
