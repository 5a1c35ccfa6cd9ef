package casework

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"tiaocai/models"
	"tiaocai/server/evidence"
	"tiaocai/workflows/fault"
)

// verifiedFor is how long a part is given out on the strength of an earlier look at the whole.
const verifiedFor = 24 * time.Hour

// damaged is told to whoever asks for evidence that is no longer what was handed over.
var damaged = fault.New(fault.Conflict, "evidence-damaged", text(
	"这份证据与提交时的内容不一致，已停止提供，并已通知管理员。请联系仲裁委员会。",
	"This exhibit is no longer what was handed over. It is withheld and the administrators have been alerted; please speak to the commission."))

// Part streams length bytes from from. A part can't be compared with the digest of the whole, so it
// is given out only of a version that was looked at whole within a day; else that is done first.
func (x *Exhibit) Part(from, length int64) (io.ReadCloser, error) {
	if err := x.desk.verifyIfOld(x.ctx, x.row); err != nil {
		return nil, err
	}
	r, err := x.desk.vault.Store.Open(x.ctx, x.row.ObjectKey, x.row.ObjectVersion, from, length)
	return r, x.desk.watch(err)
}

// verifyIfOld looks at the whole unless that was done within a day. Whoever asks for the same exhibit
// meanwhile waits for the one look: a film is asked for in many parts at once.
func (d *Desk) verifyIfOld(ctx context.Context, x models.Exhibit) error {
	done, err := d.looking.turn(ctx, x.ID)
	if err != nil {
		return err
	}
	defer done()
	var at *time.Time
	err = d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
		at, err = models.VerifiedAt(tx, x)
		return err
	})
	if err != nil {
		return err
	}
	if at != nil && d.now().Sub(*at) < verifiedFor {
		return nil
	}
	return d.verifyExhibit(ctx, x)
}

// verifyExhibit reads an exhibit whole and compares it with its row. It writes down when it was
// found sound; if it isn't, that is taken back, the alarm is raised, and the answer is damaged.
func (d *Desk) verifyExhibit(ctx context.Context, x models.Exhibit) error {
	r, err := d.vault.Store.Open(ctx, x.ObjectKey, x.ObjectVersion, 0, -1)
	if err != nil {
		return d.watch(err)
	}
	defer r.Close()
	_, err = io.Copy(io.Discard, evidence.Verify(r, [32]byte(x.Digest), x.Size, nil))
	if errors.Is(err, evidence.ErrDamaged) {
		d.mismatch(ctx, x)
		return fmt.Errorf("%w: %w", damaged, err)
	}
	if err != nil {
		return err
	}
	return d.sound(ctx, x)
}

// sound notes that an exhibit is what was handed over.
func (d *Desk) sound(ctx context.Context, x models.Exhibit) error {
	return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error { return models.NoteVerified(tx, x, &tx.Now) })
}

// mismatch raises the alarm, and takes back what was noted: no part goes out on an earlier look.
func (d *Desk) mismatch(ctx context.Context, x models.Exhibit) {
	d.alarm("evidence-mismatch", fmt.Errorf("exhibit %s of case %d is not what was filed", x.Mark(), x.CaseID))
	err := d.db.InTx(context.WithoutCancel(ctx), d.now(), func(tx *models.Tx) error { return models.NoteVerified(tx, x, nil) })
	if err != nil {
		d.alarm("evidence-mismatch", fmt.Errorf("exhibit %s of case %d: not taken back: %w", x.Mark(), x.CaseID, err))
	}
}

// whole passes an exhibit on and notes at the end that it was sound.
type whole struct {
	io.Reader
	io.Closer
	x *Exhibit
}

func (w whole) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if err == io.EOF && w.x.isOld() {
		if err := w.x.desk.sound(w.x.ctx, w.x.row); err != nil {
			w.x.desk.alarm("evidence-verified", err) // the reader has what they asked for all the same
		}
	}
	return n, err
}

// isOld says whether it is worth a row to note another look.
func (x *Exhibit) isOld() bool {
	at := x.row.VerifiedAt
	return at == nil || x.desk.now().Sub(*at) > time.Hour
}

// turns lets one at a time do what concerns one thing.
type turns[K comparable] struct {
	mu    sync.Mutex
	taken map[K]chan struct{}
}

// turn waits until nobody else has the turn; done gives it back.
func (t *turns[K]) turn(ctx context.Context, id K) (done func(), err error) {
	for {
		t.mu.Lock()
		busy, ok := t.taken[id]
		if !ok {
			if t.taken == nil {
				t.taken = map[K]chan struct{}{}
			}
			mine := make(chan struct{})
			t.taken[id] = mine
			t.mu.Unlock()
			return func() { t.mu.Lock(); delete(t.taken, id); t.mu.Unlock(); close(mine) }, nil
		}
		t.mu.Unlock()
		select {
		case <-busy:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}
