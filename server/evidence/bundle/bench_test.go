package bundle

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"math/rand/v2"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/signintech/gopdf"

	"tiaocai/server/evidence/photos"
)

// scanned is a PDF of so many pages as a scanner makes them: a picture of A4 each, grey with grain.
func scanned(b *testing.B, pages int) []byte {
	b.Helper()
	grain := rand.New(rand.NewPCG(1, 2))
	img := image.NewGray(image.Rect(0, 0, 1654, 2339))
	for i := range img.Pix {
		img.Pix[i] = uint8(225 + grain.IntN(16))
	}
	for line := range 45 {
		for x := 150; x < 1500; x++ {
			if x/9%3 > 0 {
				img.Set(x, 150+line*46+x%14, color.Gray{40})
			}
		}
	}
	var one bytes.Buffer
	if err := jpeg.Encode(&one, img, &jpeg.Options{Quality: 75}); err != nil {
		b.Fatal(err)
	}
	list := make([]photos.Page, pages)
	for i := range list {
		list[i] = photos.Page{JPEG: append(one.Bytes()[:one.Len():one.Len()], byte(i)), Width: 1654, Height: 2339}
	}
	out, err := photos.PDF(list)
	if err != nil {
		b.Fatal(err)
	}
	return out
}

// BenchmarkThirtyExhibits binds 30 exhibits of 10 pages, a third of them scanned, and tells the most memory that was in use.
func BenchmarkThirtyExhibits(b *testing.B) {
	scan, print := scanned(b, 10), printed(b, 10)
	var peak atomic.Uint64
	done := make(chan bool)
	go func() {
		for {
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak.Store(max(peak.Load(), m.HeapInuse))
			}
		}
	}()
	for b.Loop() {
		book := New(io.Discard)
		for i := range 30 {
			content := print
			if i%3 == 0 {
				content = scan
			}
			d, err := Open(b.Context(), content, 500)
			if err == nil {
				err = book.Add(Entry{Mark: fmt.Sprint("申", i+1), Title: "证据", Hash: fmt.Sprintf("%064d", i)}, d)
			}
			if err != nil {
				b.Fatal(err)
			}
		}
		n, err := book.Finish(b.Context(), Head{"x", filed})
		if err != nil || n < 301 {
			b.Fatal(n, err)
		}
		b.ReportMetric(float64(book.w.at)/(1<<20), "MB")
	}
	close(done)
	b.ReportMetric(float64(peak.Load())/(1<<20), "peakMB")
}

func printed(b *testing.B, pages int) []byte {
	p, err := newPen()
	if err != nil {
		b.Fatal(err)
	}
	for i := range pages {
		p.AddPageWithOption(gopdf.PageOption{PageSize: gopdf.PageSizeA4})
		for line := range 40 {
			if err := p.write(70, 80+float64(line)*16, 10.5, fmt.Sprintf("第%d页第%d行：二〇二五年六月至十二月工资明细，应发、实发、扣款及签收情况。", i+1, line+1)); err != nil {
				b.Fatal(err)
			}
		}
	}
	out, err := p.GetBytesPdfReturnErr()
	if err != nil {
		b.Fatal(err)
	}
	return out
}
