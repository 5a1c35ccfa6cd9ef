package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// ask is one HTTP request that can be sent again and again.
type ask struct {
	method, path string
	body         []byte
	header       http.Header
}

func (a ask) send(ctx context.Context, client *http.Client, base string) error {
	req, err := http.NewRequestWithContext(ctx, a.method, base+a.path, bytes.NewReader(a.body))
	if err != nil {
		return err
	}
	for k, v := range a.header {
		req.Header[k] = v
	}
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s %s: %d %.300s", a.method, a.path, res.StatusCode, text)
	}
	return err
}

// reading is one kind of look, at several cases in turn.
type reading struct {
	what string
	aim  float64
	asks []ask
}

// readings measures each in rounds: ours, bare and the statements alone, in turn, in one run.
func (b *bench) readings(ctx context.Context, list []reading) ([]line, error) {
	type prepared struct {
		reading
		plays []int
		urls  []string
		line  line
	}
	var all []*prepared
	for _, r := range list {
		p := &prepared{reading: r, line: line{what: r.what, aim: r.aim}}
		for _, a := range r.asks {
			for range 6 { // statements are prepared, plans settled
				if err := a.send(ctx, b.client, b.base); err != nil {
					return nil, fmt.Errorf("%s: %w", r.what, err)
				}
			}
			trips, err := b.rec.of(func() error { return a.send(ctx, b.client, b.base) })
			if err != nil {
				return nil, err
			}
			if len(p.plays) == 0 {
				b.tell(r.what, trips)
			}
			n, url := b.bare.add(trips)
			p.plays, p.urls = append(p.plays, n), append(p.urls, url)
			p.line.statements, p.line.trip = statements(trips), len(trips)
		}
		all = append(all, p)
	}
	for round := range b.rounds + 1 { // the first round warms up
		for _, p := range all {
			ours, bare, alone, err := inTurn(b.each,
				func(i int) error { return p.asks[i%len(p.asks)].send(ctx, b.client, b.base) },
				func(i int) error { return ask{method: "GET"}.send(ctx, b.client, p.urls[i%len(p.urls)]) },
				func(i int) error { _, err := b.bare.play(ctx, p.plays[i%len(p.plays)]); return err })
			if err != nil {
				return nil, fmt.Errorf("%s: %w", p.what, err)
			}
			if round > 0 {
				p.line.ours, p.line.bare, p.line.pgx = append(p.line.ours, ours), append(p.line.bare, bare), append(p.line.pgx, alone)
			}
		}
	}
	var lines []line
	for _, p := range all {
		lines = append(lines, p.line)
	}
	return lines, nil
}

// enough is how long one round of one reading may take; the slow ones are asked less often.
const enough = 2 * time.Second

// inTurn does three things in turn, up to n times, and gives the median time of each: what else the
// machine does falls on all three.
func inTurn(n int, things ...func(int) error) (a, b, c time.Duration, err error) {
	took := make([][]time.Duration, len(things))
	start := time.Now()
	for i := range n {
		if i >= 3 && time.Since(start) > enough {
			break
		}
		for k, f := range things {
			d, err := timed(1, func(int) error { return f(i) })
			if err != nil {
				return 0, 0, 0, err
			}
			took[k] = append(took[k], d)
		}
	}
	return median(took[0]), median(took[1]), median(took[2]), nil
}

// tell prints statements, if that is wanted.
func (b *bench) tell(what string, trips []trip) {
	for i, t := range trips {
		for _, s := range t {
			if b.verbose {
				fmt.Fprintf(b.out, "%s %d: %.150s\n", what, i, strings.Join(strings.Fields(s.sql), " "))
			}
		}
	}
}

// timed is the time of one of n.
func timed(n int, f func(int) error) (time.Duration, error) {
	start := time.Now()
	for i := range n {
		if err := f(i); err != nil {
			return 0, err
		}
	}
	return time.Since(start) / time.Duration(n), nil
}
