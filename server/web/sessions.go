package web

import (
	"bytes"
	"context"
	"encoding/json"
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

// Commit writes what has changed; scs asks for it with every request, for the idle time's sake.
func (s sessions) Commit(token string, b []byte, expiry time.Time) error {
	var same bool
	err := s.pool.QueryRow(context.Background(), `select exists (select 1 from sessions where token = $1 and data = $2 and expiry > $3)`,
		token, b, expiry.Add(-idleStep)).Scan(&same)
	if err != nil || same {
		return err
	}
	return s.PostgresStore.Commit(token, b, expiry)
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
