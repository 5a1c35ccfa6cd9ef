package main

import (
	"context"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5"
)

// sent is one statement as the program sent it.
type sent struct {
	sql  string
	args []any
}

// trip is what went to the database together: one statement, or a batch.
type trip []sent

// recorder is told every statement by pgx. It keeps the statements of one request, in their order,
// and one sample of every different statement ever seen.
type recorder struct {
	mu   sync.Mutex
	on   bool
	last []trip
	seen map[string][]any
}

func newRecorder() *recorder { return &recorder{seen: map[string][]any{}} }

func (r *recorder) TraceQueryStart(ctx context.Context, _ *pgx.Conn, d pgx.TraceQueryStartData) context.Context {
	r.take(trip{{d.SQL, plain(d.Args)}})
	return ctx
}

func (r *recorder) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}

func (r *recorder) TraceBatchStart(ctx context.Context, _ *pgx.Conn, d pgx.TraceBatchStartData) context.Context {
	var t trip
	for _, q := range d.Batch.QueuedQueries {
		t = append(t, sent{q.SQL, q.Arguments})
	}
	r.take(t)
	return ctx
}

func (r *recorder) TraceBatchQuery(context.Context, *pgx.Conn, pgx.TraceBatchQueryData) {}
func (r *recorder) TraceBatchEnd(context.Context, *pgx.Conn, pgx.TraceBatchEndData)     {}

// plain leaves out what tells pgx how to send.
func plain(args []any) []any {
	for len(args) > 0 {
		switch args[0].(type) {
		case pgx.QueryExecMode, pgx.QueryResultFormats, pgx.QueryResultFormatsByOID:
			args = args[1:]
			continue
		}
		break
	}
	return append([]any{}, args...)
}

func (r *recorder) take(t trip) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range t {
		if strings.HasPrefix(s.sql, "-- ping") {
			return // database/sql asks whether a connection is alive
		}
		r.seen[s.sql] = s.args
	}
	if r.on {
		r.last = append(r.last, t)
	}
}

// of are the statements that f sends.
func (r *recorder) of(f func() error) ([]trip, error) {
	r.mu.Lock()
	r.on, r.last = true, nil
	r.mu.Unlock()
	err := f()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.on = false
	return r.last, err
}

// statements counts them.
func statements(trips []trip) (n int) {
	for _, t := range trips {
		n += len(t)
	}
	return n
}

// forget drops what was seen so far.
func (r *recorder) forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.seen = map[string][]any{}
}

// forgetAll drops the statements that have one of the parts: those with which a world is made.
func (r *recorder) forgetAll(parts ...string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for q := range r.seen {
		for _, p := range parts {
			if strings.Contains(q, p) {
				delete(r.seen, q)
			}
		}
	}
}
