package main

import (
	"context"
	"net"
	"net/http"
	"strconv"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// bare is the yardstick: Gin, pgx, the same statements in the same trips, every row read into
// values and written as JSON. No checks, no law, no rendering.
type bare struct {
	pool   *pgxpool.Pool
	server *http.Server
	base   string
	mu     sync.Mutex
	plays  [][]trip
}

func newBare(ctx context.Context, dsn string) (*bare, error) {
	cfg, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, err
	}
	cfg.MaxConns = 8
	b := &bare{}
	if b.pool, err = pgxpool.NewWithConfig(ctx, cfg); err != nil {
		return nil, err
	}
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.Any("/play/:n", b.handle)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	b.base, b.server = "http://"+l.Addr().String(), &http.Server{Handler: e}
	go b.server.Serve(l)
	return b, nil
}

func (b *bare) Close() {
	b.server.Close()
	b.pool.Close()
}

// add keeps statements to play and says where.
func (b *bare) add(t []trip) (n int, url string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.plays = append(b.plays, t)
	n = len(b.plays) - 1
	return n, b.base + "/play/" + strconv.Itoa(n)
}

func (b *bare) handle(c *gin.Context) {
	n, _ := strconv.Atoi(c.Param("n"))
	rows, err := b.play(c.Request.Context(), n)
	if err != nil {
		c.String(http.StatusInternalServerError, err.Error())
		return
	}
	c.JSON(http.StatusOK, rows)
}

// play sends the statements on one connection, trip by trip, and reads all rows.
func (b *bare) play(ctx context.Context, n int) ([][][]any, error) {
	b.mu.Lock()
	trips := b.plays[n]
	b.mu.Unlock()
	conn, err := b.pool.Acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Release()
	var all [][][]any
	for _, t := range trips {
		if len(t) == 1 {
			rows, err := conn.Query(ctx, t[0].sql, t[0].args...)
			if err != nil {
				return nil, err
			}
			list, err := values(rows)
			if err != nil {
				return nil, err
			}
			all = append(all, list)
			continue
		}
		if all, err = together(ctx, conn.Conn(), t, all); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func together(ctx context.Context, conn *pgx.Conn, t trip, all [][][]any) ([][][]any, error) {
	var batch pgx.Batch
	for _, s := range t {
		batch.Queue(s.sql, s.args...)
	}
	answers := conn.SendBatch(ctx, &batch)
	defer answers.Close()
	for range t {
		rows, err := answers.Query()
		if err != nil {
			return nil, err
		}
		list, err := values(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, list)
	}
	return all, answers.Close()
}

func values(rows pgx.Rows) (list [][]any, err error) {
	defer rows.Close()
	for rows.Next() {
		v, err := rows.Values()
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, rows.Err()
}
