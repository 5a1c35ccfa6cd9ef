package main

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// users is how many people look at pages at the same time.
const users = 16

// page is one kind of page under a crowd, and the 95th percentile that it aims at.
type page struct {
	what string
	aim  time.Duration
	asks []ask
}

// crowd measures pages while sixteen users ask for one after the other: each reading for a second before the
// next, and then without any pause, which is as many requests as two cores can answer. The time is that from the
// request to the last byte. The users run on the program's own cores.
func (b *bench) crowd(ctx context.Context, pages []page) error {
	fmt.Fprintf(b.out, "\n| page, %d users | median | p95 | aim p95 | a second, without pause | median | p95 |\n|---|---|---|---|---|---|---|\n", users)
	for _, p := range pages {
		if _, err := b.rush(ctx, p.asks, time.Second, 0); err != nil { // warms up
			return fmt.Errorf("%s: %w", p.what, err)
		}
		calm, err := b.rush(ctx, p.asks, 20*time.Second, time.Second)
		if err != nil {
			return fmt.Errorf("%s: %w", p.what, err)
		}
		const long = 5 * time.Second
		busy, err := b.rush(ctx, p.asks, long, 0)
		if err != nil {
			return fmt.Errorf("%s: %w", p.what, err)
		}
		aim := ms(p.aim)
		if p95(calm) > p.aim {
			aim += " missed"
		}
		fmt.Fprintf(b.out, "| %s | %s | %s | %s | %.0f | %s | %s |\n", p.what, ms(median(calm)), ms(p95(calm)), aim, float64(len(busy))/long.Seconds(), ms(median(busy)), ms(p95(busy)))
	}
	return nil
}

// p95 is what nineteen of twenty stay under.
func p95(d []time.Duration) time.Duration {
	s := slices.Sorted(slices.Values(d))
	return s[len(s)*95/100]
}

// rush lets the users ask for so long, with a pause after each page, begun at different moments.
func (b *bench) rush(ctx context.Context, asks []ask, long, pause time.Duration) (took []time.Duration, err error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next atomic.Int64
	var mu sync.Mutex
	var everybody sync.WaitGroup
	end := time.Now().Add(long)
	for user := range users {
		everybody.Go(func() {
			var mine []time.Duration
			time.Sleep(pause * time.Duration(user) / users)
			for time.Now().Before(end) && ctx.Err() == nil {
				start := time.Now()
				if err := asks[int(next.Add(1))%len(asks)].send(ctx, b.client, b.base); err != nil {
					stop(err)
					return
				}
				mine = append(mine, time.Since(start))
				time.Sleep(pause)
			}
			mu.Lock()
			took = append(took, mine...)
			mu.Unlock()
		})
	}
	everybody.Wait()
	if len(took) == 0 {
		return nil, context.Cause(ctx)
	}
	return took, context.Cause(ctx)
}
