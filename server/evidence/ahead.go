package evidence

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

// pieceSize is how much of a large file is sent at a time. S3 wants five megabytes or more, and ten
// thousand pieces at most.
const pieceSize = 16 << 20

// Piecewise is a store that takes a file in pieces, while the rest of it is still on its way.
type Piecewise interface {
	Begin(ctx context.Context, key string) (Pieces, error)
}

// Pieces is an object that comes together. It isn't there for anybody until Finish.
type Pieces interface {
	// Piece sends one piece, numbered from 1. The store compares its SHA-256. Pieces may be sent at the same time.
	Piece(ctx context.Context, no int, r *io.SectionReader) error
	// Finish makes the object of all pieces and returns its version.
	Finish(ctx context.Context) (version string, err error)
	// Drop forgets what was sent.
	Drop(ctx context.Context)
}

// Place is where a file is to go: the store, and the case that it belongs to.
type Place struct {
	Store      Store
	Commission int64
	Case       string
}

// aheadKey is the key of a file whose digest isn't known yet when it begins to be sent. It belongs
// to one handing over alone.
func (p Place) aheadKey() string {
	return fmt.Sprintf("c%d/%s/u%s", p.Commission, segment(p.Case), strings.ToLower(rand.Text()))
}

// ahead sends a large file to the store while it comes in, two pieces at a time. It is only a
// shortcut: whatever goes wrong with it, the file is put as a whole afterwards, and that tells what it was.
type ahead struct {
	place  Place
	file   *os.File
	key    string
	pieces Pieces
	off    bool // it can't be done, or went wrong
	next   int  // pieces that were handed on
	turns  chan struct{}
	wg     sync.WaitGroup

	mu  sync.Mutex
	err error
}

// begin is nil for a store that takes only whole files.
func (p Place) begin(f *os.File) *ahead {
	if _, ok := p.Store.(Piecewise); !ok {
		return nil
	}
	return &ahead{place: p, file: f, turns: make(chan struct{}, 2)}
}

// reached says that so many bytes are in the file. It never waits for a piece.
func (a *ahead) reached(ctx context.Context, n int64) {
	for a != nil && !a.off && n >= int64(a.next+1)*pieceSize {
		select {
		case a.turns <- struct{}{}:
			a.send(ctx, pieceSize)
		default:
			return
		}
	}
}

// send hands the next piece on; its turn was taken.
func (a *ahead) send(ctx context.Context, size int64) {
	if a.pieces == nil && !a.open(ctx) {
		<-a.turns
		return
	}
	at := int64(a.next) * pieceSize
	a.next++
	no := a.next
	a.wg.Go(func() {
		defer func() { <-a.turns }()
		if err := a.pieces.Piece(ctx, no, io.NewSectionReader(a.file, at, size)); err != nil {
			a.mu.Lock()
			defer a.mu.Unlock()
			a.err = err
		}
	})
}

func (a *ahead) open(ctx context.Context) bool {
	key := a.place.aheadKey()
	pieces, err := a.place.Store.(Piecewise).Begin(ctx, key)
	if err != nil {
		a.off = true
		return false
	}
	a.key, a.pieces = key, pieces
	return true
}

// finish sends what is left and makes the object; ok is false if the file must be put as a whole.
func (a *ahead) finish(ctx context.Context, size int64) (key, version string, ok bool) {
	if a == nil || a.off || a.pieces == nil {
		return "", "", false
	}
	for at := int64(a.next) * pieceSize; at < size; at = int64(a.next) * pieceSize {
		a.turns <- struct{}{}
		a.send(ctx, min(pieceSize, size-at))
	}
	a.wg.Wait()
	if a.err == nil {
		version, a.err = a.pieces.Finish(ctx)
	}
	if a.err != nil {
		a.drop(ctx)
		return "", "", false
	}
	a.off = true
	return a.key, version, true
}

// drop takes back what was sent of a file that isn't kept.
func (a *ahead) drop(ctx context.Context) {
	if a == nil || a.pieces == nil || a.off {
		return
	}
	a.off = true
	a.wg.Wait()
	a.pieces.Drop(context.WithoutCancel(ctx))
}
