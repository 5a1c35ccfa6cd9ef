// Package photos makes one clean PDF out of photos from a phone (照片合成证据).
//
// It is a leaf: bytes in, bytes out, no database and no store. A photo is turned upright, scaled to
// what a page needs, and written anew as a picture of its own, so that nothing of what a phone
// notes beside it (place, time, device) goes into the exhibit. The originals are kept elsewhere.
// The same photos make the same bytes, whoever makes them and whenever.
package photos

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"github.com/gabriel-vasile/mimetype"
	"github.com/gen2brain/heic"
	"golang.org/x/image/draw"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// What is taken.
const (
	MostPages  = 30       // photos in one exhibit
	MostBytes  = 20 << 20 // of one photo
	mostPixels = 50e6     // a phone's largest ordinary picture; 50 million take 200 MB to unpack
	leastSide  = 16       // pixels; less shows nothing
)

const (
	longSide = 2339 // pixels: A4 at 200 dots an inch
	quality  = 82   // of the JPEG on a page
)

// What is wrong with a photo, in words.
var (
	notAPhoto = invalid("photo-kind", "这不是照片。请选 JPEG、PNG 或者 HEIC 照片；PDF、录音和录像请在立案后作为单独的证据上传。",
		"This is not a photo. Please choose JPEG, PNG or HEIC; hand in PDF, sound and film as exhibits of their own afterwards.")
	damaged = invalid("photo-damaged", "这张照片已经损坏，打不开。请在手机里打开看一看，重新拍一张或者截图再上传。",
		"This photo is damaged and cannot be opened. Please look at it on your phone, take it again or make a screenshot.")
	tooManyPixels = invalid("photo-pixels", "这张照片的像素太多（超过 5000 万）。请在手机相机里把分辨率调低再拍，或者截图上传。",
		"This photo has too many pixels (more than 50 million). Please take it at a lower resolution, or make a screenshot.")
	tooSmall = invalid("photo-small", "这张图片太小，看不清内容。请重新拍一张。", "This picture is too small to show anything. Please take it again.")
)

// TooLarge is the refusal of a photo of too many bytes.
var TooLarge = fault.New(fault.TooLarge, "photo-too-large", law.Text{ZH: fmt.Sprintf("这张照片太大，一张最大 %d MB。请调低分辨率再拍，或者截图上传。", MostBytes>>20),
	EN: fmt.Sprintf("This photo is too large: %d MB at most. Please take it at a lower resolution, or make a screenshot.", MostBytes>>20)})

// TooMany is the refusal of one photo more than an exhibit takes.
var TooMany = invalid("photo-count", fmt.Sprintf("一份证据最多 %d 张照片。请再加一份证据，把其余的照片放进去。", MostPages),
	fmt.Sprintf("One exhibit takes %d photos at most. Please add another exhibit for the rest.", MostPages))

func invalid(code, zh, en string) *fault.Error {
	f := fault.Bad("file", law.Text{ZH: zh, EN: en})
	f.Code = code
	return f
}

// unpacking lets two photos at a time be unpacked: each may need hundreds of megabytes.
var unpacking = make(chan struct{}, 2)

// Page is a photo as it stands on a page: upright, scaled, without anything beside the picture.
type Page struct {
	JPEG          []byte
	Width, Height int // pixels
}

// Look says whether something is a photo that can be taken, without unpacking it. The kind is told
// by the content: phones name HEIC files .jpg.
func Look(b []byte) error {
	_, err := config(b)
	return err
}

func config(b []byte) (kind string, err error) {
	if len(b) > MostBytes {
		return "", TooLarge
	}
	var c image.Config
	switch kind = mimetype.Detect(b[:min(len(b), 4096)]).String(); kind {
	case "image/jpeg":
		c, err = jpeg.DecodeConfig(bytes.NewReader(b))
	case "image/png":
		c, err = png.DecodeConfig(bytes.NewReader(b))
	case "image/heic", "image/heic-sequence", "image/heif", "image/heif-sequence":
		kind = "image/heic"
		c, err = heic.DecodeConfig(bytes.NewReader(b))
	default:
		return "", notAPhoto
	}
	switch {
	case err != nil:
		return "", fmt.Errorf("%w: %w", damaged, err)
	case c.Width < leastSide || c.Height < leastSide:
		return "", tooSmall
	case float64(c.Width)*float64(c.Height) > mostPixels:
		return "", tooManyPixels
	}
	return kind, nil
}

// PageOf makes the page of one photo.
func PageOf(ctx context.Context, b []byte) (Page, error) {
	kind, err := config(b)
	if err != nil {
		return Page{}, err
	}
	select {
	case unpacking <- struct{}{}:
		defer func() { <-unpacking }()
	case <-ctx.Done():
		return Page{}, ctx.Err()
	}
	img, err := unpack(kind, b)
	if err != nil {
		return Page{}, fmt.Errorf("%w: %w", damaged, err)
	}
	upright := turn(scale(img), kind, b)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, upright, &jpeg.Options{Quality: quality}); err != nil {
		return Page{}, fmt.Errorf("photos: %w", err)
	}
	return Page{out.Bytes(), upright.Bounds().Dx(), upright.Bounds().Dy()}, nil
}

func unpack(kind string, b []byte) (img image.Image, err error) {
	defer func() { // a decoder that stumbles over what somebody made up is a damaged file, not our end
		if r := recover(); r != nil {
			err = errors.New("the decoder gave up")
		}
	}()
	switch kind {
	case "image/jpeg":
		return jpeg.Decode(bytes.NewReader(b))
	case "image/png":
		return png.Decode(bytes.NewReader(b))
	}
	return heic.Decode(bytes.NewReader(b)) // comes upright: the file's own turns are applied
}

// scale draws the picture on white, no larger than a page needs.
func scale(img image.Image) *image.RGBA {
	from := img.Bounds()
	w, h := from.Dx(), from.Dy()
	if most := max(w, h); most > longSide {
		w, h = max(1, w*longSide/most), max(1, h*longSide/most)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	if w == from.Dx() && h == from.Dy() {
		draw.Draw(out, out.Bounds(), img, from.Min, draw.Over)
		return out
	}
	draw.ApproxBiLinear.Scale(out, out.Bounds(), img, from, draw.Over, nil)
	return out
}
