package evidence

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"time"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Intake is the counter at which files are handed over (材料接收). It keeps them in a folder of
// temporary files while they are checked.
type Intake struct {
	dir   string
	slots chan struct{} // how many PDF files are taken apart at the same time; each may need much memory
}

// NewIntake makes the folder if it is missing.
func NewIntake(dir string) (*Intake, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("intake folder: %w", err)
	}
	return &Intake{dir: dir, slots: make(chan struct{}, 2)}, nil
}

// Tidy removes what a crash left behind before the given moment.
func (in *Intake) Tidy(before time.Time) error {
	root, err := os.OpenRoot(in.dir)
	if err != nil {
		return fmt.Errorf("tidy intake: %w", err)
	}
	defer root.Close()
	return removeOlder(root, ".", before)
}

// Upload is a file that was taken in and checked, and lies in a temporary file until Close.
type Upload struct {
	Path      string
	Size      int64    // bytes
	Sum       [32]byte // SHA-256 of the content
	MediaType string   // by content, never by name; text comes with its charset
	Name      string   // as handed over, cleaned

	kept struct{ key, version string } // where the store has it already
}

// Close removes the temporary file; a second call does nothing.
func (u *Upload) Close() error {
	if err := os.Remove(u.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("evidence: %w", err)
	}
	return nil
}

// Keep puts the upload into its place for good and returns key and version there. Most of a large
// file, or all of it, is there already.
func (u *Upload) Keep(ctx context.Context, to Place) (key, version string, err error) {
	if u.kept.key != "" {
		return u.kept.key, u.kept.version, nil
	}
	key = Key(to.Commission, to.Case, u.Sum)
	version, err = u.KeepIn(ctx, to.Store, key)
	return key, version, err
}

// KeepIn puts the upload into a store under a key and returns the version there.
func (u *Upload) KeepIn(ctx context.Context, store Store, key string) (version string, err error) {
	f, err := os.Open(u.Path)
	if err != nil {
		return "", fmt.Errorf("evidence: %w", err)
	}
	defer f.Close()
	return store.Put(ctx, key, f, u.Size, u.Sum, u.MediaType)
}

// Receive takes a file in: it streams r to the disk, hashing and counting, and looks at what it is.
// It refuses in words what is empty, larger than limit bytes (fault.TooLarge), not of a kind that
// is taken, damaged or encrypted (fault.Invalid). Of what is refused, or breaks off, nothing stays.
func (in *Intake) Receive(ctx context.Context, r io.Reader, name string, limit int64) (*Upload, error) {
	return in.ReceiveFor(ctx, r, name, limit, Place{})
}

// ReceiveFor is Receive for a file whose place is known: where the store takes pieces, a large file
// is sent on while it comes in. It becomes an object only if the file is taken.
func (in *Intake) ReceiveFor(ctx context.Context, r io.Reader, name string, limit int64, to Place) (_ *Upload, err error) {
	f, err := os.CreateTemp(in.dir, "upload-")
	if err != nil {
		return nil, diskFault("receive", "", err)
	}
	u, a := &Upload{Path: f.Name()}, to.begin(f)
	defer func() {
		a.drop(ctx)
		f.Close()
		if err != nil {
			u.Close()
		}
	}()
	if err := u.fill(ctx, f, r, limit, a); err != nil {
		return nil, err
	}
	k, err := kindOf(f, u.Size)
	if err != nil {
		return nil, err
	}
	if k.media == mediaPDF {
		if err := in.checkPDF(ctx, f, u.Size); err != nil {
			return nil, err
		}
	}
	u.MediaType = k.media
	u.Name = cleanName(name, k.endings)
	if key, version, ok := a.finish(ctx, u.Size); ok {
		u.kept.key, u.kept.version = key, version
	}
	return u, nil
}

// fill streams r into the file. Reading and writing fail for different people: the one is the
// sender's line, the other our disk.
func (u *Upload) fill(ctx context.Context, f *os.File, r io.Reader, limit int64, a *ahead) error {
	h := sha256.New()
	to := &writeFault{w: io.MultiWriter(f, h), then: func(n int64) { a.reached(ctx, n) }}
	whole := bufio.NewWriterSize(to, 256<<10) // a form comes in bits of four kilobytes
	n, err := io.Copy(whole, io.LimitReader(&interruptible{ctx, r}, limit+1))
	if err == nil {
		err = whole.Flush()
	}
	var body *http.MaxBytesError
	switch {
	case to.err != nil:
		return diskFault("receive", "", to.err)
	case n > limit, errors.As(err, &body):
		return tooLarge(limit)
	case ctx.Err() != nil:
		return fmt.Errorf("evidence: receive: %w", ctx.Err())
	case err != nil:
		return &caused{brokenOff, err}
	case n == 0:
		return emptyFile
	}
	u.Size, u.Sum = n, [32]byte(h.Sum(nil))
	return nil
}

// writeFault remembers that it was the writing that failed, and tells how far it has come.
type writeFault struct {
	w    io.Writer
	n    int64
	then func(n int64)
	err  error
}

func (w *writeFault) Write(p []byte) (n int, err error) {
	n, w.err = w.w.Write(p)
	w.n += int64(n)
	w.then(w.n)
	return n, w.err
}

// What is wrong with a file, in words.
var (
	emptyFile = invalid("file-empty", law.Text{
		ZH: "这个文件是空的。请打开原文件看看内容是否还在，再重新上传。",
		EN: "This file is empty. Please open the original to see whether its content is still there, then upload it again.",
	})
	brokenOff = invalid("file-broken-off", law.Text{
		ZH: "文件没有传完就中断了，什么也没有保存。请重新上传。",
		EN: "The transfer broke off before the end and nothing was kept. Please upload the file again.",
	})
)

// invalid is a fault with a code of its own, at the field of the file.
func invalid(code string, says law.Text) *fault.Error {
	f := fault.Bad("file", says)
	f.Code = code
	return f
}

// tooLarge says how much is taken.
func tooLarge(limit int64) error {
	zh, en := "不足 1 MB", "less than 1 MB"
	if mb := limit >> 20; mb > 0 {
		zh, en = fmt.Sprintf("%d MB", mb), fmt.Sprintf("%d MB", mb)
	}
	return fault.New(fault.TooLarge, "file-too-large", law.Text{
		ZH: "文件太大，最大为 " + zh + "。请压缩、拆成几个文件，或者交光盘、U 盘给仲裁委员会。",
		EN: "The file is too large; the most that is taken is " + en + ". Please compress it, split it, or hand it to the commission on a disc or a stick.",
	})
}
