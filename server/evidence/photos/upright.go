package photos

import (
	"bytes"
	"encoding/binary"
	"image"
)

// turn turns a picture as its camera held it (EXIF orientation 1 to 8).
func turn(img *image.RGBA, kind string, b []byte) *image.RGBA {
	o := 1
	switch kind {
	case "image/jpeg":
		o = orientation(exifOfJPEG(b))
	case "image/png":
		o = orientation(exifOfPNG(b))
	}
	if o == 1 {
		return img
	}
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if o > 4 { // on its side
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			to := out.PixOffset(place(o, x, y, w, h))
			copy(out.Pix[to:to+4], img.Pix[img.PixOffset(x, y):])
		}
	}
	return out
}

// place is where a point of the picture as stored stands in the picture as seen.
func place(o, x, y, w, h int) (int, int) {
	switch o {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	case 8:
		return y, w - 1 - x
	}
	return x, y
}

// exifOfJPEG finds the EXIF block among the segments before the picture; nil if there is none.
func exifOfJPEG(b []byte) []byte {
	for at := 2; at+4 <= len(b) && b[at] == 0xFF; {
		marker, size := b[at+1], int(binary.BigEndian.Uint16(b[at+2:]))
		if marker == 0xDA || size < 2 || at+2+size > len(b) {
			return nil
		}
		if body, ok := bytes.CutPrefix(b[at+4:at+2+size], []byte("Exif\x00\x00")); ok && marker == 0xE1 {
			return body
		}
		at += 2 + size
	}
	return nil
}

// exifOfPNG finds the eXIf chunk; nil if there is none.
func exifOfPNG(b []byte) []byte {
	for at := 8; at+8 <= len(b); {
		size := int(binary.BigEndian.Uint32(b[at:]))
		if size < 0 || size > len(b)-at-8 {
			return nil
		}
		switch string(b[at+4 : at+8]) {
		case "eXIf":
			return b[at+8 : at+8+size]
		case "IDAT":
			return nil
		}
		at += 12 + size
	}
	return nil
}

// orientation reads tag 0x0112 of the first directory of an EXIF block; 1 wherever it isn't sound.
func orientation(exif []byte) int {
	if len(exif) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if string(exif[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(exif[4:]))
	if at < 8 || at > len(exif)-2 {
		return 1
	}
	n := int(order.Uint16(exif[at:]))
	for i, entry := 0, at+2; i < n && entry+12 <= len(exif); i, entry = i+1, entry+12 {
		if order.Uint16(exif[entry:]) != 0x0112 {
			continue
		}
		if o := int(order.Uint16(exif[entry+8:])); o >= 1 && o <= 8 {
			return o
		}
	}
	return 1
}
