package boot

import (
	"context"
	"net"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// limits are PostgreSQL's own, for every connection: nothing waits for ever, and a process that died
// in the middle of a transaction holds no row for long. What the URL says goes first.
var limits = map[string]string{
	"statement_timeout":                   "60s",
	"lock_timeout":                        "15s",
	"idle_in_transaction_session_timeout": "60s",
	"application_name":                    "tiaocai",
}

// connections reads the URL. It may name several hosts: then the one that takes writes is looked
// for with every new connection, so that a promoted standby is found without anybody's help.
func connections(url string) (*pgxpool.Config, error) {
	cfg, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(url, "pool_max_conns") {
		cfg.MaxConns = 24
	}
	c := cfg.ConnConfig
	for name, value := range limits {
		if _, set := c.RuntimeParams[name]; !set {
			c.RuntimeParams[name] = value
		}
	}
	if c.ConnectTimeout == 0 {
		c.ConnectTimeout = 3 * time.Second
	}
	if c.ValidateConnect == nil { // a primary that became a standby must not be taken for one
		c.ValidateConnect = pgconn.ValidateConnectTargetSessionAttrsReadWrite
	}
	usual := c.OnPgError
	c.OnPgError = func(conn *pgconn.PgConn, e *pgconn.PgError) bool {
		return e.Code != "25006" && usual(conn, e) // no longer takes writes: let go of it
	}
	// a host that vanished without a word is noticed in half a minute
	c.DialFunc = (&net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: 10 * time.Second, Interval: 5 * time.Second, Count: 4}}).DialContext
	return cfg, nil
}

// unhurried is a second, small pool to the same place without limits: building an index on a table
// of millions takes as long as it takes.
func unhurried(ctx context.Context, pool *pgxpool.Pool) (*pgxpool.Pool, error) {
	cfg := pool.Config()
	cfg.MaxConns, cfg.MinConns = 4, 0
	for _, name := range []string{"statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"} {
		cfg.ConnConfig.RuntimeParams[name] = "0"
	}
	return pgxpool.NewWithConfig(ctx, cfg)
}
