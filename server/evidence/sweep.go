package evidence

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Sweep removes the versions that no row names: left behind where a filing was refused, or the power
// failed, between keeping the file and writing its row, or made again by a retry. Younger ones stay, for their row may just
// be on its way; olderThan should lie a day back. What can't be removed, for instance because it is
// locked, is passed over and told at the end. It says how many were removed.
func Sweep(ctx context.Context, store Store, olderThan time.Time, known func(key, version string) (bool, error)) (removed int, err error) {
	if t, ok := store.(interface{ Tidy(time.Time) error }); ok {
		err = t.Tidy(olderThan)
	}
	var left []error
	err = errors.Join(err, store.List(ctx, "", func(o Info) error {
		if !o.Modified.Before(olderThan) {
			return nil
		}
		if yes, err := known(o.Key, o.Version); err != nil || yes {
			return err
		}
		gone, err := store.Delete(ctx, o.Key, o.Version, olderThan)
		if gone {
			removed++
		}
		if errors.Is(err, ErrLocked) && strings.HasPrefix(o.Key, probeFolder) {
			return nil // a lock was tried a moment ago
		}
		if err != nil {
			left = append(left, err)
		}
		return ctx.Err()
	}))
	if err = errors.Join(append(left, err)...); err != nil {
		return removed, fmt.Errorf("sweep: %w", err)
	}
	return removed, nil
}
