package casework

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Whoever asks for the same exhibit at the same time waits for one look; others don't wait.
func TestTurns(t *testing.T) {
	t.Parallel()
	var turns turns[int64]
	var inside [2]atomic.Int32
	var all sync.WaitGroup
	for i := range 60 {
		all.Go(func() {
			done, err := turns.turn(t.Context(), int64(i%2))
			if err != nil {
				t.Error(err)
				return
			}
			if n := inside[i%2].Add(1); n != 1 {
				t.Errorf("%d have the turn at once", n)
			}
			time.Sleep(time.Millisecond)
			inside[i%2].Add(-1)
			done()
		})
	}
	all.Wait()
	done, err := turns.turn(t.Context(), 7)
	if err != nil {
		t.Fatal(err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := turns.turn(gone, 7); !errors.Is(err, context.Canceled) {
		t.Errorf("a turn for somebody who went away: %v", err)
	}
	done()
	if len(turns.taken) != 0 {
		t.Errorf("%d turns are never given back", len(turns.taken))
	}
}
