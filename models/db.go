package models

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Migrate brings the schema up to date: our own steps by goose, under an advisory lock, then the
// tables of the job queue. Forward only; running it again does nothing.
func Migrate(ctx context.Context, pool *pgxpool.Pool, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectPostgres, db, files, goose.WithSessionLocker(locker))
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	m, err := rivermigrate.New(riverpgxv5.New(pool), nil)
	if err != nil {
		return fmt.Errorf("migrate the job queue: %w", err)
	}
	if _, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return fmt.Errorf("migrate the job queue: %w", err)
	}
	return nil
}

// CheckKeys refuses a key set other than the one that the data was sealed with; on an empty
// database it notes the fingerprint.
func (db *DB) CheckKeys(ctx context.Context) error {
	ours := db.Keys.Fingerprint()
	var theirs string
	_, err := db.sql.ExecContext(ctx, `insert into keyset_fingerprint (fingerprint) values ($1) on conflict do nothing`, ours)
	if err != nil {
		return unavailable(ctx, err)
	}
	if err := db.sql.QueryRowContext(ctx, `select fingerprint from keyset_fingerprint`).Scan(&theirs); err != nil {
		return unavailable(ctx, err)
	}
	if ours != theirs {
		return fmt.Errorf("TIAOCAI_KEYSET: this key set (%s) is not the one that the data was sealed with (%s); nothing was started. 密钥文件不对，程序没有启动。", ours, theirs)
	}
	return nil
}
