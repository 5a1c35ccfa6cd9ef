package models

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
)

// Act runs f in one transaction for the door (server/casework), and only for it. Where the database
// has a role for the door, the transaction takes it on: then only the door can write to the tables
// of casework, and the role that the program signs in with cannot.
func (db *DB) Act(ctx context.Context, now time.Time, f func(*Tx) error) error {
	if db.DoorRole == "" {
		return db.InTx(ctx, now, f)
	}
	role := pgx.Identifier{db.DoorRole}.Sanitize()
	return db.InTx(ctx, now, func(tx *Tx) error {
		if err := tx.Exec("set local role " + role).Error; err != nil {
			return err
		}
		return f(tx)
	})
}
