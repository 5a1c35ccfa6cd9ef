package backup

import (
	"context"
	"fmt"
	"io"

	"tiaocai/models"
	"tiaocai/server/evidence"
	"tiaocai/workflows/fault"
)

// Verified is what a check of everything found.
type Verified struct {
	Cases, Events, Objects int
	Bytes                  int64
	Breaks                 []models.Break
	Damaged                []Damage
}

// Faults is how many places do not hold together.
func (v *Verified) Faults() int { return len(v.Breaks) + len(v.Damaged) }

// Verify recomputes the chain of every case and the SHA-256 of every file that a row names (核对).
// It only reads. A store that is down is an error, never a damaged file.
func Verify(ctx context.Context, s Site) (*Verified, error) {
	v := &Verified{}
	var objects []models.Object
	err := s.DB.Reading(ctx, s.Now(), func(tx *models.Tx) (err error) {
		v.Breaks = nil
		if v.Cases, v.Events, err = models.VerifyChains(tx, func(b models.Break) { v.Breaks = append(v.Breaks, b) }); err != nil {
			return err
		}
		objects, err = models.Objects(tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("verify: %w", err)
	}
	for _, o := range objects {
		d, err := look(ctx, s.Store, o)
		if err != nil {
			return nil, fmt.Errorf("verify: %s: %w", o.Key, err)
		}
		if d != nil {
			v.Damaged = append(v.Damaged, *d)
		}
		v.Objects, v.Bytes = v.Objects+1, v.Bytes+o.Size
	}
	return v, nil
}

// look reads one file whole.
func look(ctx context.Context, store evidence.Store, o models.Object) (*Damage, error) {
	r, err := store.Open(ctx, o.Key, o.Version, 0, -1)
	if fault.Is(err, fault.NotFound) {
		return &Damage{o.Key, o.Version, true}, nil
	}
	if err != nil {
		return nil, err
	}
	defer r.Close()
	sound := true
	var want [32]byte
	copy(want[:], o.Digest)
	n, err := io.Copy(io.Discard, evidence.Verify(r, want, o.Size, func() { sound = false }))
	if !sound {
		return &Damage{o.Key, o.Version, false}, nil
	}
	if err == nil && n != o.Size {
		err = io.ErrUnexpectedEOF
	}
	return nil, err
}
