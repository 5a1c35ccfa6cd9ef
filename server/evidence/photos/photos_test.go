package photos_test

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"tiaocai/server/evidence/photos"
	"tiaocai/workflows/fault"
)

// upright.heic is a picture of 160 by 96 as a phone writes it: red in the left upper corner, blue in
// the right lower one.
//
//go:embed testdata/upright.heic
var upright []byte

// scene is the same picture.
func scene(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{255, 255, 255, 255}
			switch {
			case x < w/4 && y < h/4:
				c = color.RGBA{200, 0, 0, 255}
			case x >= 3*w/4 && y >= 3*h/4:
				c = color.RGBA{0, 0, 200, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func asJPEG(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 92}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// exif is what a phone writes beside a picture: how it was held, and where.
func exif(order binary.ByteOrder, orientation uint16) []byte {
	mark := "MM"
	if order == binary.LittleEndian {
		mark = "II"
	}
	b := []byte(mark)
	b = order.(binary.AppendByteOrder).AppendUint16(b, 42)
	b = order.(binary.AppendByteOrder).AppendUint32(b, 8)
	b = order.(binary.AppendByteOrder).AppendUint16(b, 1)
	b = order.(binary.AppendByteOrder).AppendUint16(b, 0x0112)
	b = order.(binary.AppendByteOrder).AppendUint16(b, 3)
	b = order.(binary.AppendByteOrder).AppendUint32(b, 1)
	b = order.(binary.AppendByteOrder).AppendUint16(b, orientation)
	b = append(b, 0, 0, 0, 0, 0, 0)
	return append(b, "GPS 28.8N 120.7E"...)
}

func withExif(picture, exif []byte) []byte {
	body := append([]byte("Exif\x00\x00"), exif...)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(body)+2))
	return slices.Concat(head, body, picture[2:])
}

func page(t *testing.T, b []byte) (photos.Page, image.Image) {
	t.Helper()
	p, err := photos.PageOf(context.Background(), b)
	if err != nil {
		t.Fatal(err)
	}
	m, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil {
		t.Fatal(err)
	}
	return p, m
}

// colour says what stands in a corner, given in hundredths of the picture.
func colour(m image.Image, x, y int) string {
	r, _, b, _ := m.At(m.Bounds().Dx()*x/100, m.Bounds().Dy()*y/100).RGBA()
	switch {
	case r > 0x9000 && b < 0x6000:
		return "red"
	case b > 0x9000 && r < 0x6000:
		return "blue"
	}
	return "white"
}

func TestAPhotoComesUprightHoweverThePhoneWasHeld(t *testing.T) {
	t.Parallel()
	m := scene(160, 96)
	for o, red := range map[uint16][2]int{1: {5, 5}, 2: {95, 5}, 3: {95, 95}, 4: {5, 95}, 5: {5, 5}, 6: {95, 5}, 7: {95, 95}, 8: {5, 95}} {
		for _, order := range []binary.ByteOrder{binary.BigEndian, binary.LittleEndian} {
			p, got := page(t, withExif(asJPEG(t, m), exif(order, o)))
			if on := o > 4; on != (p.Height > p.Width) {
				t.Errorf("orientation %d: %d by %d", o, p.Width, p.Height)
			}
			if c := colour(got, red[0], red[1]); c != "red" {
				t.Errorf("orientation %d: the corner at %v is %s, want red", o, red, c)
			}
			if c := colour(got, 100-red[0], 100-red[1]); c != "blue" {
				t.Errorf("orientation %d: the corner opposite %v is %s, want blue", o, red, c)
			}
		}
	}
}

func TestAnIPhonePhotoIsRead(t *testing.T) {
	t.Parallel()
	p, m := page(t, upright)
	if p.Width != 160 || p.Height != 96 || colour(m, 5, 5) != "red" || colour(m, 95, 95) != "blue" {
		t.Errorf("%d by %d, %s and %s", p.Width, p.Height, colour(m, 5, 5), colour(m, 95, 95))
	}
}

// A screenshot has its orientation in a chunk, and may be see-through: white paper is behind it.
func TestAScreenshotStandsOnWhite(t *testing.T) {
	t.Parallel()
	m := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	m.Set(0, 0, color.NRGBA{200, 0, 0, 255})
	b := asPNG(t, m)
	chunk := append([]byte("eXIf"), exif(binary.BigEndian, 6)...)
	part := binary.BigEndian.AppendUint32(nil, uint32(len(chunk)-4))
	part = binary.BigEndian.AppendUint32(append(part, chunk...), crc32.ChecksumIEEE(chunk))
	p, got := page(t, slices.Concat(b[:33], part, b[33:]))
	if p.Width != 20 || p.Height != 40 {
		t.Errorf("%d by %d, want it turned", p.Width, p.Height)
	}
	if r, g, bl, _ := got.At(10, 30).RGBA(); r < 0xf000 || g < 0xf000 || bl < 0xf000 {
		t.Errorf("behind it is %x %x %x, want white", r, g, bl)
	}
}

func TestManyPhotosMakeOneCleanPDF(t *testing.T) {
	t.Parallel()
	var pages []photos.Page
	for _, b := range [][]byte{withExif(asJPEG(t, scene(3000, 4000)), exif(binary.BigEndian, 1)), asPNG(t, scene(300, 200)), upright} {
		p, _ := page(t, b)
		pages = append(pages, p)
	}
	if pages[0].Height != 2339 {
		t.Errorf("a large photo is %d high, want it scaled to a page", pages[0].Height)
	}
	a, err := photos.PDF(pages)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := api.PageCount(bytes.NewReader(a), nil); err != nil || n != 3 {
		t.Fatalf("%d pages, %v", n, err)
	}
	if err := api.Validate(bytes.NewReader(a), nil); err != nil {
		t.Fatal(err)
	}
	for _, trace := range []string{"GPS", "Exif", "/CreationDate", "/Author"} {
		if bytes.Contains(a, []byte(trace)) {
			t.Errorf("the document holds %q", trace)
		}
	}
	b, err := photos.PDF(pages)
	if err != nil || !bytes.Equal(a, b) {
		t.Errorf("the same pages made other bytes (%v)", err)
	}
}

func TestWhatIsNoPhotoIsRefusedInWords(t *testing.T) {
	t.Parallel()
	good := asJPEG(t, scene(160, 96))
	bomb := asPNG(t, scene(20, 20))
	binary.BigEndian.PutUint32(bomb[16:], 40_000)
	binary.BigEndian.PutUint32(bomb[20:], 40_000)
	binary.BigEndian.PutUint32(bomb[29:], crc32.ChecksumIEEE(bomb[12:29]))
	for name, c := range map[string]struct {
		content []byte
		code    string
	}{
		"half a photo":     {good[:len(good)/2], "photo-damaged"},
		"half an iPhone's": {upright[:len(upright)/2], "photo-damaged"},
		"a head alone":     {good[:20], "photo-damaged"},
		"a bomb":           {bomb, "photo-pixels"},
		"a dot":            {asPNG(t, scene(4, 4)), "photo-small"},
		"a PDF":            {[]byte("%PDF-1.7\n"), "photo-kind"},
		"nothing":          {nil, "photo-kind"},
		"a giant":          {append(slices.Clone(good), make([]byte, photos.MostBytes)...), "photo-too-large"},
	} {
		_, err := photos.PageOf(context.Background(), c.content)
		f := fault.As(err)
		if f == nil || f.Code != c.code || f.Says.ZH == "" || f.Says.EN == "" {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
	if _, err := photos.PDF(make([]photos.Page, photos.MostPages+1)); !errors.Is(err, photos.TooMany) {
		t.Errorf("too many pages: %v", err)
	}
}
