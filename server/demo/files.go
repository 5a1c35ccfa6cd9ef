package demo

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"unicode/utf16"
)

// file is an exhibit as somebody would hand it in: small, and real of its kind.
type file struct {
	name, title, proves string
	body                []byte
}

// paper is a page of PDF with text. The characters are those of every reader (STSong-Light is one of
// the fonts that PDF readers have for Chinese), so no font is carried along.
func paper(d *dispute, title, proves string) file {
	lines := []string{title, "", "甲方（用人单位）：" + d.respondents[0].Name, "乙方（劳动者）：" + d.applicants[0].Name, "", d.story, "", d.day.String()}
	return file{title + ".pdf", title, proves, page(lines)}
}

func page(lines []string) []byte {
	var text bytes.Buffer
	text.WriteString("BT /F1 16 Tf 72 770 Td 26 TL\n")
	for _, l := range lines {
		for r := []rune(l); ; r = r[28:] {
			n := min(len(r), 28)
			fmt.Fprintf(&text, "<%s> Tj T*\n", utf16hex(string(r[:n])))
			if len(r) <= 28 {
				break
			}
		}
	}
	text.WriteString("ET")
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", text.Len(), text.String()),
		"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>",
		"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
	}
	var pdf bytes.Buffer
	pdf.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = pdf.Len()
		fmt.Fprintf(&pdf, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := pdf.Len()
	fmt.Fprintf(&pdf, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&pdf, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&pdf, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return pdf.Bytes()
}

func utf16hex(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return hex.EncodeToString(b)
}

// photo is a picture of a time clock's card, as far as stripes can be one.
func photo(d *dispute, title, proves string) file {
	img := image.NewRGBA(image.Rect(0, 0, 240, 320))
	base := uint8(150 + d.rnd.IntN(80))
	for y := range 320 {
		for x := range 240 {
			c := color.RGBA{base, base - uint8(y/8), base - uint8(x/8), 255}
			if y%24 < 2 || x%60 < 2 || (y%24 > 8 && y%24 < 16 && (x*7+y/24*13+d.no)%60 < 40 && x%60 > 8) {
				c = color.RGBA{30, 40, 60, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	d.fail(jpeg.Encode(&b, img, &jpeg.Options{Quality: 60}))
	return file{title + ".jpg", title, proves, b.Bytes()}
}

// recording is a second of sound: a call's ringing.
func recording(d *dispute, title, proves string) file {
	const rate = 8000
	data := make([]byte, 0, rate*2)
	for i := range rate {
		v := 6000 * math.Sin(2*math.Pi*float64(i)*(440+float64(d.no%7)*20)/rate)
		data = binary.LittleEndian.AppendUint16(data, uint16(int16(v)))
	}
	var b bytes.Buffer
	b.WriteString("RIFF")
	_ = binary.Write(&b, binary.LittleEndian, uint32(36+len(data)))
	b.WriteString("WAVEfmt ")
	for _, v := range []any{uint32(16), uint16(1), uint16(1), uint32(rate), uint32(rate * 2), uint16(2), uint16(16)} {
		_ = binary.Write(&b, binary.LittleEndian, v)
	}
	b.WriteString("data")
	_ = binary.Write(&b, binary.LittleEndian, uint32(len(data)))
	b.Write(data)
	return file{title + ".wav", title, proves, b.Bytes()}
}
