package evidence

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"testing"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// smallPDF is a whole PDF of one page, with padding bytes in a stream.
func smallPDF(padding int) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> /Contents 4 0 R >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", padding, bytes.Repeat([]byte{' '}, padding)),
	}
	var places []int
	for i, o := range objects {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// encryptedPDF is the same behind a password; without a user password everybody can open it, but
// not print or merge it.
func encryptedPDF(t *testing.T, user string, padding int) []byte {
	t.Helper()
	var b bytes.Buffer
	conf := model.NewAESConfiguration(user, "owner", 256)
	if err := api.Encrypt(bytes.NewReader(smallPDF(padding)), &b, conf); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegPicture() []byte {
	var b bytes.Buffer
	jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20)), nil)
	return b.Bytes()
}

func pngPicture() []byte {
	var b bytes.Buffer
	png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20)))
	return b.Bytes()
}

// archive is a zip file with these entries.
func archive(names ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, _ := z.Create(name)
		w.Write(bytes.Repeat([]byte("<x/>"), 2000)) // so the telling entry lies far into the file
	}
	z.Close()
	return b.Bytes()
}

// oleFile is a file in the old Office format with the streams named; its directory lies behind a
// megabyte of data and is scattered over the file.
func oleFile(names ...string) []byte {
	const sector, gap = 512, 2048
	sectors := gap + 20*2
	b := make([]byte, (sectors+1)*sector)
	copy(b, oleMagic)
	binary.LittleEndian.PutUint16(b[30:], 9)
	binary.LittleEndian.PutUint32(b[48:], gap) // where the directory begins
	for i := range 109 {
		binary.LittleEndian.PutUint32(b[76+4*i:], uint32(i)) // the table of chains comes first
	}
	chain := func(at, next uint32) { binary.LittleEndian.PutUint32(b[sector+4*at:], next) }
	names = append([]string{"Root Entry", "a", "b", "c"}, names...)
	for i, name := range names {
		at := gap + 2*(i/4) // every other sector
		chain(uint32(at), uint32(at+2))
		if i/4 == (len(names)-1)/4 {
			chain(uint32(at), 0xFFFFFFFE)
		}
		entry := b[(at+1)*sector+(i%4)*128:]
		for j, c := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(entry[2*j:], c)
		}
		binary.LittleEndian.PutUint16(entry[64:], uint16(2*len(name)+2))
	}
	return b
}

// ftyp is the beginning of a film, recording or photo in an ISO container of this brand.
func ftyp(brand string) []byte {
	return append([]byte("\x00\x00\x00\x18ftyp"+brand+"\x00\x00\x00\x00"+brand+"isom"), make([]byte, 200)...)
}

// program is the beginning of a Windows program.
func program() []byte {
	b := make([]byte, 2048)
	copy(b, "MZ\x90\x00")
	b[0x3c] = 0x80
	copy(b[0x80:], "PE\x00\x00\x64\x86")
	return b
}
