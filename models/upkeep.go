package models

import (
	"context"
	"io/fs"
	"strconv"
	"strings"
	"time"
)

// UpkeepKind is what was done to keep the record safe.
type UpkeepKind string

// The kinds of upkeep (运维记录).
const (
	Backup     UpkeepKind = "backup"      // 备份
	Restore    UpkeepKind = "restore"     // 恢复
	ChainCheck UpkeepKind = "chain-check" // 校验链核对
)

// Upkeep is one backup, restore or check that ended. It holds numbers only.
type Upkeep struct {
	ID         int64
	Kind       UpkeepKind
	StartedAt  time.Time
	FinishedAt time.Time
	Whole      bool // all of it, not the night's share
	Cases      int64
	Events     int64
	Objects    int64
	Bytes      int64
	Faults     int64 // what did not hold together
}

func (Upkeep) TableName() string { return "upkeep" }

// NoteUpkeep keeps what was done.
func (db *DB) NoteUpkeep(ctx context.Context, now time.Time, u Upkeep) error {
	return db.InTx(ctx, now, func(tx *Tx) error { return tx.Create(&u).Error })
}

// LastUpkeep is the newest of a kind; nil if there was none.
func LastUpkeep(tx *Tx, kind UpkeepKind) (*Upkeep, error) {
	u := &Upkeep{}
	ok, err := found(tx.Where("kind = ?", kind).Order("finished_at desc, id desc").Take(u).Error)
	if !ok {
		return nil, err
	}
	return u, nil
}

// SchemaVersion is the number of the newest migration that this program has.
func SchemaVersion() int {
	newest := 0
	files, _ := fs.Glob(migrations, "migrations/*.sql")
	for _, f := range files {
		number, _, _ := strings.Cut(strings.TrimPrefix(f, "migrations/"), "_")
		n, _ := strconv.Atoi(number)
		newest = max(newest, n)
	}
	return newest
}

// AppliedVersion is the number of the newest migration that the database has.
func AppliedVersion(tx *Tx) (int, error) {
	var n int
	return n, tx.Raw("select coalesce(max(version_id), 0) from goose_db_version where is_applied").Scan(&n).Error
}

// KeysOf is the fingerprint of the key set that the data was sealed with; "" in a new database.
func KeysOf(tx *Tx) (string, error) {
	var s string
	return s, tx.Raw("select coalesce(max(fingerprint), '') from keyset_fingerprint").Scan(&s).Error
}
