package bundle

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/signintech/gopdf"
)

func init() { api.DisableConfigDir() }

var filed = time.Date(2026, 3, 12, 9, 30, 0, 0, time.FixedZone("", 8*3600))

// exhibit is a PDF of so many pages, each with a word of its own.
func exhibit(t *testing.T, name string, sheet gopdf.Rect, pages int) []byte {
	t.Helper()
	p, err := newPen()
	if err != nil {
		t.Fatal(err)
	}
	for i := range pages {
		p.AddPageWithOption(gopdf.PageOption{PageSize: &sheet})
		if err := p.write(sheet.W/4, sheet.H/2, 14, fmt.Sprintf("%s 第%d张", name, i+1)); err != nil {
			t.Fatal(err)
		}
	}
	b, err := p.GetBytesPdfReturnErr()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func opened(t *testing.T, content []byte) *Doc {
	t.Helper()
	d, err := Open(t.Context(), content, 500)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func entry(mark, title string) Entry {
	return Entry{Mark: mark, Title: title, Proves: "证明单位拖欠工资，并证明双方一直存在劳动关系。", Filed: "2026-03-05", Claim: 1, Hash: fmt.Sprintf("%x", sha256.Sum256([]byte(mark)))}
}

// bound is a bundle of three exhibits, and of others that are only named.
func bound(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	b := New(&out)
	a4, wide, large := gopdf.Rect{W: 595, H: 842}, gopdf.Rect{W: 842, H: 595}, gopdf.Rect{W: 2480, H: 3508}
	for _, x := range []struct {
		e Entry
		d []byte
	}{{entry("申1", "2025年6月至12月工资条（喆玥堃珺）"), exhibit(t, "工资条", a4, 12)}, {entry("申2", "微信聊天记录"), turned(t, exhibit(t, "聊天", wide, 2))}, {entry("被1", "考勤表"), exhibit(t, "考勤", large, 1)}} {
		if err := b.Add(x.e, opened(t, x.d)); err != nil {
			t.Fatal(err)
		}
	}
	e := entry("被2", "会议录音 \U0001F600")
	e.Left = "录音不能印成页，请在系统中本案的“证据”页打开。"
	b.LeaveOut(e)
	for i := range 40 {
		e := entry(fmt.Sprintf("调%d", i+1), strings.Repeat("很长的名称", i%7+1))
		e.Left = "Office 文件，请在系统中本案的“证据”页打开。"
		b.LeaveOut(e)
	}
	n, err := b.Finish(t.Context(), Head{"仙劳人仲案〔2026〕12号", filed})
	if err != nil {
		t.Fatal(err)
	}
	if pages, err := api.PageCount(bytes.NewReader(out.Bytes()), nil); err != nil || pages != n {
		t.Fatalf("%d pages, said %d: %v", pages, n, err)
	}
	if d := os.Getenv("TIAOCAI_SHOTS"); d != "" {
		os.WriteFile(filepath.Join(d, "bundle.pdf"), out.Bytes(), 0o644)
	}
	return out.Bytes()
}

// turned lets a reader see the pages on their side.
func turned(t *testing.T, in []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := api.Rotate(bytes.NewReader(in), &out, 90, nil, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// run is what one of poppler's tools says about a PDF.
func run(t *testing.T, tool string, content []byte, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	args = append(args, file)
	if tool == "pdftotext" {
		args = append(args, "-")
	}
	out, err := exec.Command(tool, args...).CombinedOutput()
	if err != nil {
		t.Fatal(tool, " (poppler-utils): ", err, string(out))
	}
	return string(out)
}

// The bundle is a PDF that other programs read without complaint: valid, with index, bookmarks, permanent ids and the
// bundle's own pages as text.
func TestABundleIsReadByOthers(t *testing.T) {
	t.Parallel()
	b := bound(t)
	if err := api.Validate(bytes.NewReader(b), nil); err != nil {
		t.Errorf("not valid: %v", err)
	}
	marks, err := api.Bookmarks(bytes.NewReader(b), nil)
	if err != nil || len(marks) != 4 || marks[0].Title != "证据目录" || marks[1].Title != "申1 2025年6月至12月工资条（喆玥堃珺）" || marks[3].PageFrom-marks[2].PageFrom != 2 {
		t.Errorf("bookmarks %+v, %v", marks, err)
	}
	if strings.Contains(run(t, "pdfinfo", b), "rror") {
		t.Error(run(t, "pdfinfo", b))
	}
	all := strings.Split(run(t, "pdftotext", b, "-layout"), "\f")
	total := len(all) - 1
	first := marks[1].PageFrom
	index := strings.Join(all[:first-1], "\n")
	for _, want := range []string{"证据卷", "仙劳人仲案〔2026〕12号", "申1", "喆玥堃珺", "被2", "未收入本卷：录音不能印成页", "会议录音", "〓", "字库里没有的字", fmt.Sprintf("%x", sha256.Sum256([]byte("申1")))[:8], fmt.Sprintf("%d–%d", first, first+11), "2026-03-12 09:30"} {
		if !strings.Contains(index, want) {
			t.Errorf("the index lacks %q:\n%s", want, index)
		}
	}
	for page, want := range map[int][]string{1: {fmt.Sprintf("第 1 页 共 %d 页", total)}, first: {"申1-01", "工资条 第1张", fmt.Sprintf("第 %d 页 共 %d 页", first, total)},
		first + 11: {"申1-12"}, first + 13: {"申2-02"}, total: {"被1-01", fmt.Sprintf("第 %d 页 共 %d 页", total, total)}} {
		for _, w := range want {
			if !strings.Contains(all[page-1], w) {
				t.Errorf("page %d lacks %q:\n%s", page, w, all[page-1])
			}
		}
	}
}

// The same exhibits make the same bytes.
func TestTheSameExhibitsMakeTheSameBytes(t *testing.T) {
	t.Parallel()
	first := bound(t)
	for range 3 {
		if again := bound(t); !bytes.Equal(first, again) {
			t.Fatal("other bytes")
		}
	}
	if bytes.Contains(first, []byte("/ID")) {
		t.Error("there is an /ID in the trailer")
	}
}

// What would look otherwise than by itself, or cannot be taken apart, is refused by name.
func TestWhatABundleDoesNotTake(t *testing.T) {
	t.Parallel()
	good := exhibit(t, "x", gopdf.Rect{W: 595, H: 842}, 3)
	for _, in := range [][]byte{nil, []byte("PK"), good[:len(good)/2]} {
		if _, err := Open(context.Background(), in, 500); !errors.Is(err, ErrIntricate) {
			t.Errorf("%d bytes: %v, want ErrIntricate", len(in), err)
		}
	}
	if _, err := Open(t.Context(), good, 2); !errors.Is(err, ErrManyPages) {
		t.Errorf("three pages where two are taken: %v", err)
	}
	form := changed(t, good, func(c types.Dict) {
		c["AcroForm"] = types.Dict{"Fields": types.Array{}, "NeedAppearances": types.Boolean(true)}
	})
	if _, err := Open(t.Context(), form, 500); !errors.Is(err, ErrLayers) {
		t.Errorf("a form that the viewer has to draw: %v", err)
	}
}

func changed(t *testing.T, in []byte, change func(catalog types.Dict)) []byte {
	t.Helper()
	ctx, err := api.ReadContext(bytes.NewReader(in), relaxed())
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := ctx.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	change(catalog)
	var out bytes.Buffer
	if err := api.WriteContext(ctx, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func relaxed() *model.Configuration {
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationRelaxed
	return c
}

// What would do something on the reader's machine does not come along.
func TestNothingRunsInABundle(t *testing.T) {
	t.Parallel()
	in := changedPage(t, exhibit(t, "x", gopdf.Rect{W: 595, H: 842}, 1), func(page types.Dict) {
		js := types.Dict{"S": types.Name("JavaScript"), "JS": types.StringLiteral("app.alert(1)")}
		page["AA"] = types.Dict{"O": js}
		page["Annots"] = types.Array{types.Dict{"Type": types.Name("Annot"), "Subtype": types.Name("Link"), "Rect": array([4]float64{0, 0, 9, 9}), "A": js}}
	})
	var out bytes.Buffer
	b := New(&out)
	if err := b.Add(entry("申1", "x"), opened(t, in)); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Finish(t.Context(), Head{"x", filed}); err != nil {
		t.Fatal(err)
	}
	if s := out.String(); !bytes.Contains(in, []byte("app.alert")) || strings.Contains(s, "app.alert") || strings.Contains(s, "JavaScript") {
		t.Error("a script came along, or the sample has none")
	}
}

func changedPage(t *testing.T, in []byte, change func(page types.Dict)) []byte {
	t.Helper()
	ctx, err := api.ReadContext(bytes.NewReader(in), relaxed())
	if err != nil {
		t.Fatal(err)
	}
	if err := ctx.EnsurePageCount(); err != nil {
		t.Fatal(err)
	}
	d, _, _, err := ctx.PageDict(1, false)
	if err != nil {
		t.Fatal(err)
	}
	change(d)
	ctx.WriteObjectStream = false
	var out bytes.Buffer
	if err := api.WriteContext(ctx, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// There is an end to a bundle.
func TestABundleHasAnEnd(t *testing.T) {
	t.Parallel()
	d := opened(t, exhibit(t, "x", gopdf.Rect{W: 595, H: 842}, 400))
	b := New(&bytes.Buffer{})
	for i := range 5 {
		if err := b.Add(entry(fmt.Sprint("申", i+1), "x"), d); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Add(entry("申6", "x"), d); !errors.Is(err, ErrTooLarge) {
		t.Errorf("2,400 pages: %v", err)
	}
	w := newWriter(&bytes.Buffer{}, 1000)
	w.stream(w.reserve(), types.Dict{}, make([]byte, 1000))
	if !errors.Is(w.err, ErrTooLarge) {
		t.Errorf("1,000 bytes and more in 1,000: %v", w.err)
	}
}
