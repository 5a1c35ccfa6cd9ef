package stamp

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/signintech/gopdf"
)

func pdf(t *testing.T, pages int) []byte {
	t.Helper()
	var d gopdf.GoPdf
	d.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	for range pages {
		d.AddPage()
		d.Line(50, 50, 200, 200)
	}
	b, err := d.GetBytesPdfReturnErr()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Each page of the copy carries its id, and the exhibit stays as it is.
func TestEachPageCarriesItsID(t *testing.T) {
	t.Parallel()
	in := pdf(t, 12)
	before := bytes.Clone(in)
	out, err := Copy(t.Context(), in, "申3")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(in, before) {
		t.Error("the exhibit was changed")
	}
	if n, err := Pages(t.Context(), out); n != 12 || err != nil {
		t.Errorf("the copy has %d pages, %v", n, err)
	}
	if d := os.Getenv("TIAOCAI_SHOTS"); d != "" {
		os.WriteFile(filepath.Join(d, "stamp.pdf"), out, 0o644)
	}
	first, last := corner(t, out, 1), corner(t, out, 12)
	if bytes.Equal(first, last) || bytes.Equal(first, corner(t, in, 1)) {
		t.Error("the first page's corner shows no id, or that of the last")
	}
}

// corner is the upper right corner of a page as a picture.
func corner(t *testing.T, doc []byte, page int) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, doc, 0o600); err != nil {
		t.Fatal(err)
	}
	n := string(rune('0'+page/10)) + string(rune('0'+page%10))
	out, err := exec.Command("pdftoppm", "-f", n, "-l", n, "-r", "72", "-x", "440", "-y", "0", "-W", "155", "-H", "60", "-png", file).Output()
	if err != nil {
		t.Fatal("pdftoppm (poppler-utils): ", err)
	}
	return out
}

// What is no PDF, or damaged, is an error and no crash.
func TestWhatIsNoPDFIsAnError(t *testing.T) {
	t.Parallel()
	good := pdf(t, 2)
	for _, in := range [][]byte{nil, []byte("PK"), good[:len(good)/2]} {
		if _, err := Copy(context.Background(), in, "申1"); err == nil {
			t.Errorf("%d bytes were stamped", len(in))
		}
	}
	if _, err := Copy(t.Context(), good, "X1"); err == nil {
		t.Error("a sign without a picture was printed")
	}
}

func TestIDs(t *testing.T) {
	for want, got := range map[string]string{"申3-07": ID("申3", 7), "被12-103": ID("被12", 103)} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
