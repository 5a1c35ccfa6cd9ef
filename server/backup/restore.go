package backup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"tiaocai/models"
	"tiaocai/server/devstack"
	"tiaocai/server/evidence"
)

// restorer brings one archive back.
type restorer struct {
	Site
	archive *Archive
	file    *os.File
	bin     string
	put     []placed
}

// placed is a file that was put into the store: its version there, and the one that the rows name.
type placed struct{ key, version, was string }

// Restore brings an archive back into an empty database and an empty store: all of it or nothing.
// Everything that could be wrong is looked at before anything is written. The files go in first, then
// the database in one transaction that also tells the rows where their files are now. If that
// fails, the files are taken out again. After a power cut in between it can simply be run again: the
// database is empty still, and a store that holds nothing but files of this archive counts as empty.
func Restore(ctx context.Context, s Site, path string) (*Report, error) {
	start := s.Now()
	s.say("正在检查备份……", "Checking the backup …")
	a, err := Check(ctx, path, s.DB.Keys)
	if err != nil {
		return nil, err
	}
	r := &restorer{Site: s, archive: a}
	if err := r.roomFor(ctx); err != nil {
		return nil, err
	}
	if r.file, err = os.Open(path); err != nil {
		return nil, err
	}
	defer r.file.Close()
	if err := r.all(ctx); err != nil {
		return nil, r.undo(err)
	}
	return &Report{Manifest: a.Manifest, Archive: path, Size: a.Size, Damaged: a.End.Damaged, Took: s.Now().Sub(start)}, nil
}

// roomFor says whether the target is empty and the tools are there.
func (r *restorer) roomFor(ctx context.Context) error {
	n, version, err := emptiness(ctx, r.DB)
	if err != nil {
		return err
	}
	if n > 0 {
		return databaseInUse(n)
	}
	if err := r.storeIsEmpty(ctx); err != nil {
		return err
	}
	r.bin, _, err = devstack.FindTools(ctx, r.Bin, max(r.archive.Tools, version/10000))
	return err
}

// emptiness counts the tables and views that somebody made; what belongs to extensions doesn't count.
func emptiness(ctx context.Context, db *models.DB) (tables, version int, err error) {
	err = db.SQL().QueryRowContext(ctx, `select count(*), current_setting('server_version_num')::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
		and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`).Scan(&tables, &version)
	return tables, version, err
}

// storeIsEmpty refuses a store that holds anything but files of this archive. There is at most one
// stranger to find, so it ends early.
func (r *restorer) storeIsEmpty(ctx context.Context) error {
	f, err := os.Open(r.archive.Path)
	if err != nil {
		return err
	}
	defer f.Close()
	ours := map[string]bool{}
	if _, err := walk(ctx, f, func(e entry, _ io.Reader) error {
		if key, ok := e.isEvidence(); ok {
			ours[key] = true
		}
		return nil
	}); err != nil {
		return err
	}
	return r.Store.List(ctx, "", func(o evidence.Info) error {
		if !ours[o.Key] && !evidence.Probing(o.Key) {
			return storeInUse()
		}
		return nil
	})
}

// all puts the files in, then the database.
func (r *restorer) all(ctx context.Context) error {
	damaged := map[string]bool{}
	for _, d := range r.archive.End.Damaged {
		damaged[d.Key+"\x00"+d.Version] = true
	}
	r.say(fmt.Sprintf("正在恢复 %d 个证据文件……", r.archive.Objects), fmt.Sprintf("Restoring %d evidence files …", r.archive.Objects))
	_, err := walk(ctx, r.file, func(e entry, content io.Reader) error {
		key, ok := e.isEvidence()
		if !ok || damaged[key+"\x00"+e.Version] { // what was damaged before cannot be put under its digest
			return nil
		}
		return r.object(ctx, key, e, content)
	})
	if err != nil {
		return err
	}
	r.say("正在恢复数据库……", "Restoring the database …")
	return r.database(ctx)
}

// object puts one file into the store by way of a temporary one, for the store reads it twice.
func (r *restorer) object(ctx context.Context, key string, e entry, content io.Reader) error {
	f, err := os.CreateTemp(r.Spool, "restore-")
	if err != nil {
		return written(err)
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if _, err := io.Copy(f, content); err != nil {
		return written(err)
	}
	sum, err := digestOf(e.Digest)
	if err != nil {
		return err
	}
	version, err := r.Store.Put(ctx, key, f, e.Size, sum, e.Type)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	r.put = append(r.put, placed{key, version, e.Version})
	return nil
}

// undo takes the files out again, if it is sure that the database is empty.
func (r *restorer) undo(cause error) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	if n, _, err := emptiness(ctx, r.DB); err != nil || n > 0 {
		return halfDone(errors.Join(cause, err))
	}
	for _, p := range r.put {
		if _, err := r.Store.Delete(ctx, p.key, p.version, time.Time{}); err != nil {
			return halfDone(errors.Join(cause, err))
		}
	}
	return undone(cause)
}
