// Package models is what the program remembers (数据): GORM entities and queries on PostgreSQL.
//
// Migrations in SQL are the truth; entities read and write them. Queries are functions of a *Tx:
// one transaction with one moment. A query that reads a case takes a policies.Grant and reads the
// case that the grant was issued for; a list takes a policies.Scope.
package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Zone is the commission's time: one zone for the whole country.
var Zone = time.FixedZone("Asia/Shanghai", 8*3600)

// DB is the database with the keys that seal its columns.
type DB struct {
	gorm *gorm.DB
	sql  *sql.DB
	Keys *Keyring
}

// Open makes a DB of a pool of connections. GORM's prepared statements stay off: with them a
// transaction would not be a *sql.Tx, which the job queue needs.
func Open(pool *sql.DB, keys *Keyring) (*DB, error) {
	g, err := gorm.Open(postgres.New(postgres.Config{Conn: pool}), &gorm.Config{
		Logger:                 logger.Discard,
		SkipDefaultTransaction: true,
	})
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	return &DB{gorm: g, sql: pool, Keys: keys}, nil
}

// SQL is the pool itself, for health checks.
func (db *DB) SQL() *sql.DB { return db.sql }

// Tx is one transaction with one moment: all rows of one act carry the same Now.
type Tx struct {
	*gorm.DB
	Now  time.Time
	Keys *Keyring
	ctx  context.Context
	conn *sql.Conn
}

// Today is the civil day of the transaction at the commission.
func (tx *Tx) Today() calendar.Date { return calendar.At(tx.Now.In(Zone)) }

// Context of the request that the transaction serves.
func (tx *Tx) Context() context.Context { return tx.ctx }

// SQL is the transaction itself, for the job queue.
func (tx *Tx) SQL() *sql.Tx { return tx.Statement.ConnPool.(*sql.Tx) }

// InTx runs f in one transaction; an error rolls everything back. A transaction that lost a race
// for rows is tried again, at most twice: f must have no effect outside.
func (db *DB) InTx(ctx context.Context, now time.Time, f func(*Tx) error) error {
	return db.in(ctx, now, nil, f)
}

// Reading runs f in one read-only transaction that sees one state of the database.
func (db *DB) Reading(ctx context.Context, now time.Time, f func(*Tx) error) error {
	return db.in(ctx, now, &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead}, f)
}

func (db *DB) in(ctx context.Context, now time.Time, opts *sql.TxOptions, f func(*Tx) error) error {
	ctx = withKeys(ctx, db.Keys)
	now = now.UTC().Truncate(time.Microsecond)
	var err error
	for try := 0; try < 3; try++ {
		err = db.try(ctx, opts, func(g *gorm.DB, conn *sql.Conn) error {
			return f(&Tx{DB: g, Now: now, Keys: db.Keys, ctx: ctx, conn: conn})
		})
		if !lostRace(err) {
			break
		}
	}
	return unavailable(err)
}

// try runs one transaction on a connection that is held in hand, so that a transaction can also
// speak to the driver (see batch).
func (db *DB) try(ctx context.Context, opts *sql.TxOptions, f func(*gorm.DB, *sql.Conn) error) error {
	conn, err := db.sql.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	g := db.gorm.WithContext(ctx)
	g.Statement.ConnPool = conn
	return g.Transaction(func(g *gorm.DB) error { return f(g, conn) }, opts)
}

func lostRace(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == "40001" || pg.Code == "40P01")
}

// unavailable turns a database that can't be reached into words; other errors pass.
func unavailable(err error) error {
	var pg *pgconn.PgError
	var dial *pgconn.ConnectError
	down := errors.As(err, &dial)
	if errors.As(err, &pg) {
		switch pg.Code {
		case "57P01", "57P02", "57P03", "53300", "25006":
			down = true
		}
	}
	if !down {
		return err
	}
	f := fault.New(fault.Unavailable, "database-down", law.Text{ZH: "数据库暂时连不上，请稍后再试；没有保存任何内容。", EN: "The database cannot be reached just now. Please try again; nothing was saved."})
	f.RetryAfter = 10 * time.Second
	return fmt.Errorf("%w: %w", f, err)
}

// Unique says whether err is a clash with the named unique constraint.
func Unique(err error, constraint string) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && pg.Code == "23505" && pg.ConstraintName == constraint
}

// found turns "no row" into nil and false.
func found(err error) (bool, error) {
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return false, nil
	}
	return err == nil, err
}
