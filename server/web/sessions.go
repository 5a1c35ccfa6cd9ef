package web

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/alexedwards/scs/pgxstore"
	"github.com/alexedwards/scs/v2"
	"github.com/jackc/pgx/v5/pgxpool"
)

// idleStep is how exactly the end of an idle session is kept: a session that was looked at less than this ago
// is not written again, so that reading a page commits nothing.
const idleStep = time.Minute

// Sessions keeps sessions in PostgreSQL. Those that ran out are no longer found; the sweep of every six hours deletes them.
// The library's own cleaning is off: it cannot be stopped safely, and goes on after the pool was closed.
func Sessions(pool *pgxpool.Pool) scs.Store {
	return sessions{pgxstore.NewWithCleanupInterval(pool, 0), pool}
}

type sessions struct {
	*pgxstore.PostgresStore
	pool *pgxpool.Pool
}

// came is the session that a request came with, and whether it had been ended before this request wanted to end it.
type came struct {
	token string
	ended bool
}

type cameKey struct{}

func cameWith(ctx context.Context) *came {
	if c, ok := ctx.Value(cameKey{}).(*came); ok {
		return c
	}
	return &came{}
}

// noteSession notes for the store which session each request comes with.
func (s *Server) noteSession(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &came{}
		if cookie, err := r.Cookie(s.sessions.Cookie.Name); err == nil {
			c.token = cookie.Value
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), cameKey{}, c)))
	})
}

// CommitCtx writes what has changed; scs asks for it with every request, for the idle time's sake. The session that
// the request came with is written only where it is still there: somebody may have signed out while the request was
// at work, and that stays so.
func (s sessions) CommitCtx(ctx context.Context, token string, b []byte, expiry time.Time) error {
	if token != cameWith(ctx).token {
		return s.PostgresStore.Commit(token, b, expiry) // a new one
	}
	_, err := s.pool.Exec(context.WithoutCancel(ctx), `update sessions set data = $2, expiry = $3 where token = $1 and (data <> $2 or expiry <= $4)`,
		token, b, expiry, expiry.Add(-idleStep))
	return err
}

// DeleteCtx ends a session, and notes where the one that the request came with was no longer there.
func (s sessions) DeleteCtx(ctx context.Context, token string) error {
	tag, err := s.pool.Exec(context.WithoutCancel(ctx), `delete from sessions where token = $1`, token)
	if c := cameWith(ctx); err == nil && token == c.token {
		c.ended = tag.RowsAffected() == 0
	}
	return err
}

// sessionCodec writes a session so that the same content is the same bytes; gob writes a map in any order, and
// compiles its decoder anew for every request.
type sessionCodec struct{}

type sessionContent struct {
	Deadline time.Time      `json:"deadline"`
	Values   map[string]any `json:"values"`
}

func (sessionCodec) Encode(deadline time.Time, values map[string]any) ([]byte, error) {
	return json.Marshal(sessionContent{deadline, values})
}

// Decode gives whole numbers back as int64, the only kind of number that is put into a session.
func (sessionCodec) Decode(b []byte) (time.Time, map[string]any, error) {
	var c sessionContent
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	if err := d.Decode(&c); err != nil {
		return time.Time{}, nil, err
	}
	for k, v := range c.Values {
		if n, ok := v.(json.Number); ok {
			i, err := n.Int64()
			if err != nil {
				return time.Time{}, nil, err
			}
			c.Values[k] = i
		}
	}
	return c.Deadline, c.Values, nil
}
