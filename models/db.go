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

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
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

// CheckKeys refuses a key set other than the one that the data was sealed with. On an empty database
// it notes the fingerprint; before there are tables it has nothing to say.
func (db *DB) CheckKeys(ctx context.Context) error {
	var there bool
	err := db.sql.QueryRowContext(ctx, `select to_regclass('keyset_fingerprint') is not null`).Scan(&there)
	if err != nil || !there {
		return unavailable(ctx, err)
	}
	ours := db.Keys.Fingerprint()
	if _, err := db.sql.ExecContext(ctx, `insert into keyset_fingerprint (fingerprint) values ($1) on conflict do nothing`, ours); err != nil {
		return unavailable(ctx, err)
	}
	var theirs string
	if err := db.sql.QueryRowContext(ctx, `select fingerprint from keyset_fingerprint`).Scan(&theirs); err != nil {
		return unavailable(ctx, err)
	}
	if ours != theirs {
		return fault.New(fault.Conflict, "other-key-set", law.Text{
			ZH: "TIAOCAI_KEYSET 指向的密钥文件（" + ours + "）不是加密这个数据库的那一份（" + theirs + "），程序没有启动，数据没有改动。请改为原来的密钥文件，或从备份中取回。",
			EN: "The file of TIAOCAI_KEYSET (" + ours + ") is not the key set that this database was sealed with (" + theirs + "); nothing was started and nothing changed. Please name the original file, or bring it back from the backup."})
	}
	return nil
}
