package evidence

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

func init() { api.DisableConfigDir() } // else pdfcpu writes a folder into the user's home

const (
	takeApartUpTo = 32 << 20 // larger files are only looked at: taking one apart needs several times its size
	takeApartTime = 20 * time.Second
	pdfEdge       = 4 << 10 // how much of the beginning and the end is looked at
)

// tooIntricate is for PDF files that aren't understood within the time limit.
var tooIntricate = invalid("pdf-too-intricate", law.Text{
	ZH: "这个 PDF 文件的结构过于复杂，无法检查。请用“打印为 PDF”另存一份，再重新上传。",
	EN: "This PDF is too intricate to be checked. Please print it to a new PDF and upload that.",
})

// tooBusy is for those who waited in vain for others' files to be checked.
var tooBusy = &fault.Error{Kind: fault.Unavailable, Code: "intake-busy", RetryAfter: retry, Says: law.Text{
	ZH: "正在检查的文件太多，您的文件还没有保存。请半分钟后再上传。",
	EN: "Too many files are being checked just now, and yours was not kept. Please upload it again in half a minute.",
}}

// checkPDF refuses PDF files that are damaged or encrypted. It looks at the structure only: many
// files in daily use break the standard in small things and are read by everybody all the same, and
// a worker's payslip must not be turned away for that.
func (in *Intake) checkPDF(ctx context.Context, f *os.File, size int64) error {
	if size > takeApartUpTo {
		return lookAtPDF(f, size)
	}
	if _, err := ends(f, size); err != nil {
		return err
	}
	content, err := io.ReadAll(io.NewSectionReader(f, 0, size)) // the file may be gone before the goroutine
	if err != nil {
		return diskFault("receive", "", err)
	}
	within, cancel := context.WithTimeout(ctx, takeApartTime)
	defer cancel()
	err = in.inSlot(within, func() error { return takeApart(within, content) })
	if ctx.Err() != nil {
		return fmt.Errorf("evidence: receive: %w", ctx.Err())
	}
	return err
}

// inSlot does the work in a goroutine and stops waiting when the time is up. Work that goes on all
// the same keeps its slot, so a file made to run for ever costs a slot and not the machine.
func (in *Intake) inSlot(ctx context.Context, work func() error) error {
	select {
	case in.slots <- struct{}{}:
	case <-ctx.Done():
		return tooBusy
	}
	done := make(chan error, 1)
	go func() {
		defer func() { <-in.slots }()
		done <- work()
	}()
	select {
	case err := <-done:
		if ctx.Err() == nil {
			return err
		}
	case <-ctx.Done():
	}
	return tooIntricate
}

// takeApart reads the whole structure. pdfcpu meets files here that are made to break it, so a
// panic counts as damage.
func takeApart(ctx context.Context, content []byte) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &caused{damagedFile, fmt.Errorf("pdfcpu: %v", p)}
		}
	}()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationRelaxed
	conf.Offline = true
	doc, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(content), conf)
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword), errors.Is(err, pdfcpu.ErrEncrypted),
		errors.Is(err, pdfcpu.ErrUnsupportedEncryptionFeature), err == nil && doc.Encrypt != nil:
		return encrypted
	case err != nil:
		return &caused{damagedFile, err}
	}
	if err := doc.EnsurePageCount(); err != nil || doc.PageCount == 0 {
		return &caused{damagedFile, errors.Join(err, errors.New("no pages"))}
	}
	return nil
}

// piece reads an edge's worth of the file from a byte on.
func piece(f io.ReaderAt, from, size int64) ([]byte, error) {
	p := make([]byte, min(pdfEdge, size-from))
	if _, err := f.ReadAt(p, from); err != nil && err != io.EOF {
		return nil, diskFault("receive", "", err)
	}
	return p, nil
}

// Aside does other work on a PDF under the same limits: so many at a time, and no longer than one is looked at.
func (in *Intake) Aside(ctx context.Context, work func(context.Context) error) error {
	within, cancel := context.WithTimeout(ctx, takeApartTime)
	defer cancel()
	return in.inSlot(within, func() error { return work(within) })
}
