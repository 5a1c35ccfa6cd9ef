package boot

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"tiaocai/models"
	"tiaocai/server/backup"
	"tiaocai/server/config"
)

// OpenApart brings up the database, the keys and the store as they are: nothing is migrated, no key
// is made, no account. It is for backup, restore and verification.
func OpenApart(ctx context.Context, cfg config.Config, x Extra) (*Program, error) {
	return open(ctx, cfg, x, func(p *Program) []step { return []step{p.keysAsTheyAre, p.database, p.bind, p.storeAsItIs} })
}

// keysAsTheyAre reads the key set and never makes one: a new one would open nothing.
func (p *Program) keysAsTheyAre(context.Context) error {
	keys, err := models.ReadKeyFile(p.cfg.Keyset)
	p.ring = keys
	return err
}

// bind makes the database of pool and keys.
func (p *Program) bind(context.Context) (err error) {
	p.DB, err = models.Open(p.sql, p.ring)
	return err
}

// storeAsItIs opens the store of the settings and notes nothing. A database that names another store
// is refused: its files would seem to be missing.
func (p *Program) storeAsItIs(ctx context.Context) (err error) {
	p.storeName = p.nameOfStore()
	var known bool
	if err := p.sql.QueryRowContext(ctx, "select to_regclass('public.evidence_store') is not null").Scan(&known); err != nil {
		return err
	}
	if known {
		if err := p.inForce(ctx, p.storeName); err != nil {
			return err
		}
	}
	if p.cfg.OnDisk() {
		p.store, err = p.diskVault()
	} else {
		p.store, err = p.s3Vault()
	}
	return err
}

// Site is the program as backup sees it.
func (p *Program) Site() (backup.Site, error) {
	spool := filepath.Join(p.cfg.DataDir, "incoming")
	err := os.MkdirAll(spool, 0o700)
	return backup.Site{DB: p.DB, URL: p.dsn, Store: p.store, Bin: p.cfg.PGBin, Spool: spool, Program: Version(), Now: p.now, Say: p.say}, err
}

// Upgrade brings the schema up to date and checks the keys, after a restore.
func (p *Program) Upgrade(ctx context.Context) error { return p.migrate(ctx) }

// Note keeps what was done in the record of upkeep.
func (p *Program) Note(ctx context.Context, u models.Upkeep, took time.Duration) error {
	u.FinishedAt = p.now().UTC()
	u.StartedAt = u.FinishedAt.Add(-took)
	return p.DB.NoteUpkeep(ctx, p.now(), u)
}
