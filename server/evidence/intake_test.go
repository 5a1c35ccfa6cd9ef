package evidence

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf8"

	"tiaocai/workflows/fault"
)

const mega = 1 << 20

// counter is an intake over a folder that must be empty at the end.
func counter(t *testing.T) *Intake {
	t.Helper()
	dir := t.TempDir()
	in, err := NewIntake(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 0 {
			t.Errorf("left behind: %v", left)
		}
	})
	return in
}

func TestReceiveTakes(t *testing.T) {
	t.Parallel()
	in := counter(t)
	for _, c := range []struct {
		name    string
		content []byte
		media   string
		called  string
	}{
		{"合同.pdf", smallPDF(10), "application/pdf", "合同.pdf"},
		{"扫描件.pdf", smallPDF(3 * mega), "application/pdf", "扫描件.pdf"},
		{"large.pdf", smallPDF(takeApartUpTo), "application/pdf", "large.pdf"},
		{"微信图片.JPG", jpegPicture(), "image/jpeg", "微信图片.JPG"},
		{"截图", pngPicture(), "image/png", "截图.png"},
		{"photo.pdf", pngPicture(), "image/png", "photo.pdf.png"},
		{"IMG_1.HEIC", ftyp("heic"), "image/heic", "IMG_1.HEIC"},
		{"IMG_2.heif", ftyp("mif1"), "image/heif", "IMG_2.heif"},
		{"a.webp", []byte("RIFF\x24\x00\x00\x00WEBPVP8 \x18\x00\x00\x00" + strings.Repeat("\x00", 40)), "image/webp", "a.webp"},
		{"录音.m4a", ftyp("M4A "), "audio/mp4", "录音.m4a"},
		{"video.mp4", ftyp("isom"), "video/mp4", "video.mp4"},
		{"video.MOV", ftyp("qt  "), "video/quicktime", "video.MOV"},
		{"a.mp3", []byte("ID3\x03\x00\x00\x00\x00\x00\x0a" + strings.Repeat("\x00", 40)), "audio/mpeg", "a.mp3"},
		{"untagged.mp3", []byte("\xff\xfb\x90\x64" + strings.Repeat("\x00", 500)), "audio/mpeg", "untagged.mp3"},
		{"a.wav", []byte("RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00" + strings.Repeat("\x00", 40)), "audio/wav", "a.wav"},
		{"a.amr", []byte("#!AMR\n" + strings.Repeat("\x3c\x00", 40)), "audio/amr", "a.amr"},
		{"a.aac", []byte("\xff\xf1\x50\x80\x02\x1f\xfc" + strings.Repeat("\x21", 40)), "audio/aac", "a.aac"},
		{"聊天记录.txt", []byte("3月1日 老板：这个月工资下个月发。\n"), "text/plain; charset=utf-8", "聊天记录.txt"},
		{"long.txt", []byte(strings.Repeat("一", 3000)), "text/plain; charset=utf-8", "long.txt"},
		{"gbk.txt", []byte("\xb9\xa4\xd7\xca\xcc\xf5"), "text/plain; charset=gb18030", "gbk.txt"},
		{"u16.txt", []byte("\xff\xfe\xe5\x5d\x44\x8d"), "text/plain; charset=utf-16", "u16.txt"},
		{"考勤.csv", []byte("日期,上班,下班\n1,2,3\n4,5,6\n"), "text/plain; charset=utf-8", "考勤.csv"},
		{"a.docx", archive("docProps/app.xml", "[Content_Types].xml", "word/document.xml"), mediaDOCX, "a.docx"},
		{"a.xlsx", archive("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"), mediaXLSX, "a.xlsx"},
		{"a.doc", oleFile("1Table", "WordDocument"), mediaDOC, "a.doc"},
		{"a.xls", oleFile("x", "y", "z", "Workbook"), mediaXLS, "a.xls"},
	} {
		u, err := in.Receive(t.Context(), bytes.NewReader(c.content), c.name, 100*mega)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if u.MediaType != c.media || u.Name != c.called || u.Size != int64(len(c.content)) || u.Sum != sha256.Sum256(c.content) {
			t.Errorf("%s: %s %s, %d bytes, want %s %s", c.name, u.MediaType, u.Name, u.Size, c.media, c.called)
		}
		if kept, err := os.ReadFile(u.Path); err != nil || !bytes.Equal(kept, c.content) {
			t.Errorf("%s: kept %d bytes, %v", c.name, len(kept), err)
		}
		if err := errors.Join(u.Close(), u.Close()); err != nil {
			t.Errorf("%s: Close: %v", c.name, err)
		}
	}
}

func TestReceiveRefusesInWords(t *testing.T) {
	t.Parallel()
	in := counter(t)
	whole := smallPDF(5000)
	noPages := bytes.Replace(whole, []byte("/Pages 2 0 R"), []byte("/Pages 9 0 R"), 1)
	largeSecret := encryptedPDF(t, "user", 100)
	largeSecret = append(bytes.Clone(largeSecret[:9]), append(bytes.Repeat([]byte("%\n"), takeApartUpTo/2), largeSecret[9:]...)...)
	for _, c := range []struct {
		name    string
		content []byte
		code    string
	}{
		{"empty.pdf", nil, "file-empty"},
		{"工资条.pdf", program(), "file-kind"},
		{"a.zip", archive("a.txt"), "file-kind"},
		{"a.docm", archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "file-kind"},
		{"a.html", []byte("<!DOCTYPE html><html><script>alert(1)</script></html>"), "file-kind"},
		{"a.txt", []byte("  <html><body>"), "file-kind"},
		{"a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"></svg>`), "file-kind"},
		{"a.xml", []byte(`<?xml version="1.0"?><a/>`), "file-kind"},
		{"a.sh", []byte("#!/bin/sh\nrm -rf /\n"), "file-kind"},
		{"a.gif", []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "file-kind"},
		{"a.avif", ftyp("avif"), "file-kind"},
		{"a.bin", []byte("\x00\x01\x02\x03\x04"), "file-kind"},
		{"frame.bin", []byte("\x00\x01\x02\x03" + strings.Repeat("\xff\xfb\x90\x64"+strings.Repeat("\x00", 413), 5)), "file-kind"},
		{"a.msi", oleFile("SummaryInformation"), "file-kind"},
		{"locked.docx", oleFile("EncryptionInfo", "EncryptedPackage"), "file-encrypted"},
		{"cut.docx", archive("[Content_Types].xml", "word/document.xml")[:300], "file-damaged"},
		{"cut.doc", oleFile("WordDocument")[:4096], "file-damaged"},
		{"secret.pdf", encryptedPDF(t, "user", 100), "file-encrypted"},
		{"noprint.pdf", encryptedPDF(t, "", 100), "file-encrypted"},
		{"large secret.pdf", largeSecret, "file-encrypted"},
		{"cut.pdf", whole[:len(whole)-10], "file-damaged"},
		{"half.pdf", whole[:len(whole)/2], "file-damaged"},
		{"large cut.pdf", smallPDF(takeApartUpTo + 1000)[:takeApartUpTo+500], "file-damaged"},
		{"no pages.pdf", noPages, "file-damaged"},
		{"head only.pdf", []byte("%PDF-1.7\n%%EOF"), "file-damaged"},
		{"nonsense.pdf", []byte("%PDF-1.7\nnonsense\nstartxref\n9\n%%EOF\n"), "file-damaged"},
		{"far.pdf", []byte("%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF\n"), "file-damaged"},
	} {
		u, err := in.Receive(t.Context(), bytes.NewReader(c.content), c.name, 100*mega)
		if f := fault.As(err); f == nil || f.Kind != fault.Invalid || f.Code != c.code || f.Says.ZH == "" || f.Says.EN == "" || u != nil {
			t.Errorf("%s: %v, %v, want %s", c.name, u, err, c.code)
		}
	}
}

func TestReceiveCountsBytes(t *testing.T) {
	t.Parallel()
	in := counter(t)
	content := jpegPicture()
	limit := int64(len(content))
	u, err := in.Receive(t.Context(), bytes.NewReader(content), "a.jpg", limit)
	if err != nil {
		t.Fatalf("exactly the limit: %v", err)
	}
	u.Close()
	if _, err := in.Receive(t.Context(), bytes.NewReader(content), "a.jpg", limit-1); !fault.Is(err, fault.TooLarge) {
		t.Errorf("one byte too many: %v, want fault.TooLarge", err)
	}
	body := http.MaxBytesReader(httptest.NewRecorder(), io.NopCloser(bytes.NewReader(content)), 20)
	if _, err := in.Receive(t.Context(), body, "a.jpg", limit); !fault.Is(err, fault.TooLarge) {
		t.Errorf("the web's own limit: %v, want fault.TooLarge", err)
	}
}

// Of a client that goes away half-way nothing stays.
func TestReceiveBrokenOff(t *testing.T) {
	t.Parallel()
	in := counter(t)
	half := io.MultiReader(bytes.NewReader(jpegPicture()), iotest.ErrReader(io.ErrUnexpectedEOF))
	if _, err := in.Receive(t.Context(), half, "a.jpg", mega); !fault.Is(err, fault.Invalid) || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a broken line: %v, want fault.Invalid with its cause", err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := in.Receive(gone, bytes.NewReader(jpegPicture()), "a.jpg", mega); !errors.Is(err, context.Canceled) {
		t.Errorf("a client who went away: %v, want context.Canceled", err)
	}
}

// A check that never ends is given up; while it holds its slot, the others wait and are told.
func TestCheckThatNeverEnds(t *testing.T) {
	t.Parallel()
	in := counter(t)
	in.slots = make(chan struct{}, 1)
	release := make(chan struct{})
	up, cancel := context.WithCancel(t.Context())
	started := make(chan struct{})
	go func() { <-started; cancel() }() // the time is up while it works
	if err := in.inSlot(up, func() error { close(started); <-release; return nil }); err != error(tooIntricate) {
		t.Errorf("the check that never ends: %v, want tooIntricate", err)
	}
	if err := in.inSlot(up, func() error { return nil }); err != error(tooBusy) {
		t.Errorf("the one behind it: %v, want tooBusy", err)
	}
	close(release)
	if err := in.inSlot(t.Context(), func() error { return nil }); err != nil {
		t.Errorf("once it has ended: %v", err)
	}
}

func TestIntakeTidies(t *testing.T) {
	t.Parallel()
	in := counter(t)
	if _, err := os.Create(filepath.Join(in.dir, "upload-left")); err != nil {
		t.Fatal(err)
	}
	if err := in.Tidy(time.Now().Add(-time.Hour)); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(in.dir, "upload-left")); err != nil {
		t.Errorf("a young one is gone: %v", err)
	}
	if err := in.Tidy(time.Now().Add(time.Hour)); err != nil {
		t.Error(err)
	}
}

// From the counter to the shelf and back.
func TestReceiveKeepAndReadAgain(t *testing.T) {
	onEveryStore(t, func(t *testing.T, s Store, _ setting) {
		content := smallPDF(100)
		u, err := counter(t).Receive(t.Context(), bytes.NewReader(content), "合同.pdf", mega)
		if err != nil {
			t.Fatal(err)
		}
		defer u.Close()
		key := Key(7, "2026-000123", u.Sum)
		version, err := u.KeepIn(t.Context(), s, key)
		if err != nil {
			t.Fatal(err)
		}
		body, err := s.Open(t.Context(), key, version, 0, -1)
		if err != nil {
			t.Fatal(err)
		}
		defer body.Close()
		got, err := io.ReadAll(Verify(body, u.Sum, u.Size, func() { t.Error("alarm") }))
		if err != nil || !bytes.Equal(got, content) {
			t.Errorf("read %d bytes, %v", len(got), err)
		}
	})
}

func TestNamesAreCleaned(t *testing.T) {
	t.Parallel()
	txt := []string{".txt"}
	for name, want := range map[string]string{
		"a.txt":                           "a.txt",
		"../../etc/passwd":                "passwd.txt",
		`C:\文档\工资.TXT`:                    "工资.TXT",
		"":                                "未命名.txt",
		"...":                             "未命名.txt",
		".txt":                            "txt.txt",
		"a\r\nSet-Cookie: x=1.txt":        "a Set-Cookie_ x=1.txt",
		"a\x00b\x1b[31m.txt":              "ab[31m.txt",
		"合同\u202etxt.exe":                 "合同txt.exe.txt",
		"e\u0301.txt":                     "é.txt",
		"\xb9\xa4.txt":                    "_.txt",
		"  two   words .txt":              "two words .txt",
		"a.txt/":                          "未命名.txt",
		strings.Repeat("长", 300):          strings.Repeat("长", 116) + ".txt",
		strings.Repeat("x", 9) + "\u200b": "xxxxxxxxx.txt",
	} {
		if got := cleanName(name, txt); got != want {
			t.Errorf("cleanName(%q) = %q, want %q", name, got, want)
		}
	}
}

// FuzzNames: whatever is sent, the name is short, valid, visible and one part of a path.
func FuzzNames(f *testing.F) {
	f.Add("a.pdf")
	f.Add("../x\u202e.exe")
	f.Fuzz(func(t *testing.T, name string) {
		got := cleanName(name, []string{".pdf"})
		if !utf8.ValidString(got) || utf8.RuneCountInString(got) > maxName || strings.ContainsAny(got, "/\\\r\n\x00\"") ||
			!strings.EqualFold(filepath.Ext(got), ".pdf") || filepath.Base(got) != got {
			t.Errorf("cleanName(%q) = %q", name, got)
		}
		if again := cleanName(got, []string{".pdf"}); again != got {
			t.Errorf("cleaned twice: %q, then %q", got, again)
		}
	})
}

// FuzzContent: no content whatever breaks the intake; it is taken or refused in words.
func FuzzContent(f *testing.F) {
	for _, seed := range [][]byte{smallPDF(10), oleFile("WordDocument")[:2048], archive("[Content_Types].xml"), ftyp("heic"), []byte("text")} {
		f.Add(seed)
	}
	in, err := NewIntake(f.TempDir())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		u, err := in.Receive(t.Context(), bytes.NewReader(content), "x", mega)
		if err != nil {
			if fault.As(err) == nil {
				t.Error(fmt.Errorf("not in words: %w", err))
			}
			return
		}
		u.Close()
	})
}
