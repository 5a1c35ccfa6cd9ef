package pages

import (
	"fmt"
	"image"
	"image/draw"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	decoder "github.com/makiuchi-d/gozxing/qrcode"
)

// The three corners by which readers find a code are where they belong, and a name cannot break out of its attribute.
func TestAQRCodeIsOnePathWithItsCorners(t *testing.T) {
	t.Parallel()
	svg, err := qrCode("http://127.0.0.1:8080/status?number=ABCDEFGH2345", `"进度" <x>`)
	if err != nil {
		t.Fatal(err)
	}
	s := string(svg)
	for _, want := range []string{`viewBox="0 0 41 41"`, "M4 4h1v1h-1z", "M36 4h1v1h-1z", "M4 36h1v1h-1z", `aria-label="&#34;进度&#34; &lt;x&gt;"`} {
		if !strings.Contains(s, want) {
			t.Errorf("%q is missing in %s", want, s)
		}
	}
	if strings.Contains(s, "style") {
		t.Error("a style, which the policy would withhold")
	}
	if _, err := qrCode(strings.Repeat("长", 4000), "x"); err == nil {
		t.Error("a text that no code can hold")
	}
}

// What is drawn is what a phone reads: decoded by another library than the one that drew it, at the size of print.
func TestAQRCodeIsReadAsItWasMeant(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"https://tiaocai.example/status?number=ABCDEFGH2345", "otpauth://totp/" + strings.Repeat("X", 90) + "?secret=JBSWY3DPEHPK3PXP", "1"} {
		svg, err := qrCode(text, "x")
		if err != nil {
			t.Fatal(err)
		}
		bitmap, err := gozxing.NewBinaryBitmapFromImage(painted(t, string(svg), 4))
		if err != nil {
			t.Fatal(err)
		}
		read, err := decoder.NewQRCodeReader().Decode(bitmap, nil)
		if err != nil || read.GetText() != text {
			t.Errorf("%q is read as %v (%v)", text, read, err)
		}
	}
}

// painted draws the modules of the path, as a browser does, so many pixels wide.
func painted(t *testing.T, svg string, wide int) image.Image {
	t.Helper()
	var size int
	if _, err := fmt.Sscanf(svg[strings.Index(svg, "viewBox"):], `viewBox="0 0 %d`, &size); err != nil {
		t.Fatal(err)
	}
	img := image.NewGray(image.Rect(0, 0, size*wide, size*wide))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	for _, m := range regexp.MustCompile(`M(\d+) (\d+)h1v1h-1z`).FindAllStringSubmatch(svg, -1) {
		x, _ := strconv.Atoi(m[1])
		y, _ := strconv.Atoi(m[2])
		draw.Draw(img, image.Rect(x*wide, y*wide, (x+1)*wide, (y+1)*wide), image.Black, image.Point{}, draw.Src)
	}
	return img
}
