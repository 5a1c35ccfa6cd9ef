package backup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"tiaocai/models"
	"tiaocai/server/devstack"
	"tiaocai/server/evidence"
	"tiaocai/workflows/fault"
)

// Site is what is backed up, or restored into.
type Site struct {
	DB      *models.DB
	URL     string // of the database, for pg_dump and psql
	Store   evidence.Store
	Bin     string // TIAOCAI_PG_BIN
	Spool   string // a folder for one file at a time, while restoring
	Program string // version of this program
	Now     func() time.Time
	Say     func(string) // told how it goes; may be nil
}

func (s Site) say(zh, en string) {
	if s.Say != nil {
		s.Say(zh + " " + en)
	}
}

// maker makes one backup.
type maker struct {
	Site
	w       *writer
	m       Manifest
	objects []models.Object
	damaged []Damage
}

// Make writes a backup of the site. The office may go on working. Files that are missing from the
// store, or are no longer what was handed in, do not keep the others from being saved: the report
// names them. Any other trouble, such as a full disk or a store that is down, ends the backup with an
// error, and what was written until then is no backup.
func Make(ctx context.Context, s Site, to io.Writer) (*Report, error) {
	start := s.Now()
	count := &counting{to: to}
	b := &maker{Site: s, w: newWriter(count, start.UTC().Truncate(time.Second))}
	if err := b.database(ctx); err != nil {
		return nil, err
	}
	for i, o := range b.objects {
		if err := b.object(ctx, o); err != nil {
			return nil, err
		}
		if (i+1)%1000 == 0 {
			b.say(fmt.Sprintf("已备份 %d／%d 个证据文件。", i+1, len(b.objects)), fmt.Sprintf("%d of %d evidence files.", i+1, len(b.objects)))
		}
	}
	if err := b.complete(); err != nil {
		return nil, err
	}
	return &Report{Manifest: b.m, Size: count.n, Damaged: b.damaged, Took: s.Now().Sub(start)}, nil
}

// counting counts the bytes that were written.
type counting struct {
	to io.Writer
	n  int64
}

func (c *counting) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.n += int64(n)
	return n, err
}

// database writes the manifest and the dump. The transaction that exports the snapshot stays open
// until pg_dump is done, and the list of files is read in it.
func (b *maker) database(ctx context.Context) error {
	begun := false
	err := b.DB.Reading(ctx, b.Now(), func(tx *models.Tx) error {
		if begun { // what was written cannot be taken back, so a second try would spoil the archive
			return errors.New("the transaction of the backup was broken off; run it again")
		}
		begun = true
		bin, err := b.describe(ctx, tx)
		if err != nil {
			return err
		}
		if b.objects, err = models.Objects(tx); err != nil {
			return err
		}
		for _, o := range b.objects {
			b.m.Objects, b.m.Bytes = b.m.Objects+1, b.m.Bytes+o.Size
		}
		if err := b.w.json(manifestName, b.m); err != nil {
			return err
		}
		b.say("正在备份数据库……", "Backing up the database …")
		return b.dump(ctx, bin)
	})
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return nil
}

// describe fills the manifest and finds the tools that fit the server.
func (b *maker) describe(ctx context.Context, tx *models.Tx) (bin string, err error) {
	if err := tx.Exec("set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0").Error; err != nil {
		return "", err
	}
	b.m = Manifest{Format: Format, Says: manifestSays, Program: b.Program, TakenAt: b.w.at}
	version := 0
	err = tx.Raw(`select pg_export_snapshot(), current_setting('server_version_num')::int, (select count(*) from cases), (select count(*) from case_events)`).
		Row().Scan(&b.m.Snapshot, &version, &b.m.Cases, &b.m.Events)
	if err != nil {
		return "", err
	}
	b.m.Postgres = version / 10000
	if b.m.Schema, err = models.AppliedVersion(tx); err != nil {
		return "", err
	}
	if b.m.Keys, err = models.KeysOf(tx); err != nil {
		return "", err
	}
	if ours := b.DB.Keys.Fingerprint(); b.m.Keys != ours {
		return "", wrongKeys(b.m.Keys, ours)
	}
	bin, b.m.Tools, err = devstack.FindTools(ctx, b.Bin, b.m.Postgres)
	return bin, err
}

// object copies one file.
func (b *maker) object(ctx context.Context, o models.Object) error {
	r, err := b.Store.Open(ctx, o.Key, o.Version, 0, -1)
	if fault.Is(err, fault.NotFound) {
		b.damaged = append(b.damaged, Damage{o.Key, o.Version, true})
		return nil
	}
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	defer r.Close()
	ok, err := b.w.file(evidencePrefix+o.Key, r, o.Size, o.Digest, o.Version, o.MediaType)
	if err != nil {
		return fmt.Errorf("backup: %s: %w", o.Key, err)
	}
	if !ok {
		b.damaged = append(b.damaged, Damage{o.Key, o.Version, false})
	}
	return nil
}

// complete writes the end.
func (b *maker) complete() error {
	t := b.w.tally
	digest := fmt.Sprintf("%x", t.all.Sum(nil))
	c := Complete{Entries: t.entries, Bytes: t.bytes, Digest: digest, Seal: seal(b.DB.Keys, digest), FinishedAt: b.Now().UTC(), Damaged: b.damaged}
	if err := b.w.json(completeName, c); err != nil {
		return err
	}
	return b.w.tar.Close()
}

// seal is the digest under the key set.
func seal(keys *models.Keyring, digest string) string {
	return fmt.Sprintf("%x", keys.MAC("backup", digest))
}
