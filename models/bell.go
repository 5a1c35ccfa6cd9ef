package models

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"tiaocai/policies"
)

const bellChannel = "room"

func bellText(c policies.Case) string { return fmt.Sprintf("%d %d", c.Commission, c.ID) }

// Bell rings for those who look on while something of a case is written (开庭现场), in every process: PostgreSQL carries
// it. It says that there is something new, never what: whoever hears it looks again, and is admitted again. One
// connection listens for the whole process, from the first who looks on.
type Bell struct {
	pool    *pgxpool.Pool
	mu      sync.Mutex
	watches map[string]map[chan struct{}]bool
	stop    context.CancelFunc // nil: nobody has looked on yet
	ended   chan struct{}
	closed  bool
}

// NewBell makes a bell on a pool of connections.
func NewBell(pool *pgxpool.Pool) *Bell {
	return &Bell{pool: pool, watches: map[string]map[chan struct{}]bool{}, ended: make(chan struct{})}
}

// Watch looks on at a case. The channel has something in it after each ring, and is closed with the bell.
func (b *Bell) Watch(c policies.Case) (rings <-chan struct{}, leave func()) {
	ch, key := make(chan struct{}, 1), bellText(c)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		close(ch)
		return ch, func() {}
	}
	if b.watches[key] == nil {
		b.watches[key] = map[chan struct{}]bool{}
	}
	b.watches[key][ch] = true
	if b.stop == nil {
		ctx, stop := context.WithCancel(context.Background())
		b.stop = stop
		go b.listen(ctx)
	}
	return ch, func() { b.leave(key, ch) }
}

func (b *Bell) leave(key string, ch chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if delete(b.watches[key], ch); len(b.watches[key]) == 0 {
		delete(b.watches, key)
	}
}

// listen hears until the bell is closed. After a broken connection everybody looks again: something may have been missed.
func (b *Bell) listen(ctx context.Context) {
	defer close(b.ended)
	for ctx.Err() == nil {
		_ = b.hear(ctx) // what is wrong with the database shows everywhere else
		b.ring("")
		select {
		case <-ctx.Done():
		case <-time.After(time.Second):
		}
	}
}

func (b *Bell) hear(ctx context.Context) error {
	pooled, err := b.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	conn := pooled.Hijack() // not one of those that requests wait for
	defer conn.Close(context.WithoutCancel(ctx))
	if _, err := conn.Exec(ctx, "listen "+bellChannel); err != nil {
		return err
	}
	b.ring("")
	for {
		n, err := conn.WaitForNotification(ctx)
		if err != nil {
			return err
		}
		b.ring(n.Payload)
	}
}

// ring rings for one case; for all of them without a key. Whoever hasn't looked since the last ring looks once.
func (b *Bell) ring(key string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for k, list := range b.watches {
		if key != "" && k != key {
			continue
		}
		for ch := range list {
			select {
			case ch <- struct{}{}:
			default:
			}
		}
	}
}

// Close ends every watch.
func (b *Bell) Close() {
	b.mu.Lock()
	if b.closed {
		b.mu.Unlock()
		return
	}
	b.closed = true
	for _, list := range b.watches {
		for ch := range list {
			close(ch)
		}
	}
	b.watches = nil
	stop := b.stop
	b.mu.Unlock()
	if stop != nil {
		stop()
		<-b.ended
	}
}
