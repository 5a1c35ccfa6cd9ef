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
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"tiaocai/policies"
	"tiaocai/workflows/calendar"
)

// Zone is the commission's time: one zone for the whole country.
var Zone = time.FixedZone("Asia/Shanghai", 8*3600)

// DB is the database with the keys that seal its columns.
type DB struct {
	gorm *gorm.DB
	sql  *sql.DB
	Keys *Keyring
	made sync.Map // by commission: what was made of its approved settings
	// DoorRole is the role that only the door takes on; empty: the program's own may write everything.
	DoorRole string
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
	made *sync.Map

	// Unnoted is told who opened what while that cannot be written down here; nil in ordinary times.
	Unnoted func(c policies.Case, account int64, subject string)
}

// Today is the civil day of the transaction at the commission.
func (tx *Tx) Today() calendar.Date { return calendar.At(tx.Now.In(Zone)) }

// Context of the request that the transaction serves.
func (tx *Tx) Context() context.Context { return tx.ctx }

// SQL is the transaction itself, for the job queue.
func (tx *Tx) SQL() *sql.Tx { return tx.Statement.ConnPool.(*sql.Tx) }

// InTx runs f in one transaction; an error rolls everything back. A transaction that lost a race
// for rows, or its connection before the commit, is tried again, at most twice: f must have no
// effect outside. If the connection is lost within the commit, nobody knows, and the fault says so.
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
	begun := time.Now() // wall time of the program itself, not of a case
	for try := 0; try < 3; try++ {
		committing := false
		err = db.try(ctx, opts, func(g *gorm.DB, conn *sql.Conn) error {
			committing = false
			err := f(&Tx{DB: g, Now: now, Keys: db.Keys, ctx: ctx, conn: conn, made: &db.made})
			committing = err == nil
			return err
		})
		if err != nil && committing && opts == nil && !rolledBack(err) {
			return unknown(err)
		}
		if !lostRace(err) && !(connectionLost(ctx, err) && time.Since(begun) < time.Second) {
			break
		}
	}
	return unavailable(ctx, err)
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

// Skew is how far a moment is ahead of the database's own clock.
func (db *DB) Skew(ctx context.Context, now func() time.Time) (time.Duration, error) {
	var theirs time.Time
	err := db.sql.QueryRowContext(ctx, "select clock_timestamp()").Scan(&theirs)
	return now().Sub(theirs), unavailable(ctx, err)
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
