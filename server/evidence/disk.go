package evidence

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"
	"time"
)

// Disk is a Store in a folder: <dir>/objects/<key> holds the bytes and nothing else, so a backup or
// an auditor can read it with ordinary tools. It has no versions. An object appears whole or not at
// all: it is written and synced under <dir>/tmp and then renamed to its place.
//
// All paths go through an os.Root, so neither a key nor a symbolic link can lead outside.
type Disk struct{ root *os.Root }

// NewDisk opens the store in dir and makes the folder if it is missing.
func NewDisk(dir string) (*Disk, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("evidence folder: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("evidence folder: %w", err)
	}
	d := &Disk{root}
	for _, sub := range []string{"objects", "tmp"} {
		if err := root.MkdirAll(sub, 0o700); err != nil {
			return nil, errors.Join(fmt.Errorf("evidence folder: %w", err), root.Close())
		}
	}
	return d, nil
}

// Close lets go of the folder.
func (d *Disk) Close() error { return d.root.Close() }

// place is the path of an object below the root.
func place(key string) string { return "objects/" + key }

// Open reads a part of an object, or the whole.
func (d *Disk) Open(ctx context.Context, key, _ string, from, length int64) (io.ReadCloser, error) {
	if err := checkKey(key); err != nil {
		return nil, err
	}
	f, err := d.root.Open(place(key))
	if err != nil {
		return nil, diskFault("open", key, err)
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, diskFault("open", key, errors.Join(err, fs.ErrNotExist))
	}
	length, err = within(from, length, info.Size())
	if err != nil {
		f.Close()
		return nil, err
	}
	return &section{io.NewSectionReader(f, from, length), f}, nil
}

// section reads a part of a file and closes the file.
type section struct {
	io.Reader
	io.Closer
}

// within gives the length of a range in an object of size bytes; ErrRange if it reaches outside.
func within(from, length, size int64) (int64, error) {
	if from == 0 && length == -1 {
		return size, nil
	}
	if length == -1 {
		length = size - from
	}
	if from < 0 || length <= 0 || from >= size || length > size-from {
		return 0, fmt.Errorf("%w: %d bytes from %d of %d", ErrRange, length, from, size)
	}
	return length, nil
}

// Stat tells the size and age of an object.
func (d *Disk) Stat(_ context.Context, key, _ string) (Info, error) {
	if err := checkKey(key); err != nil {
		return Info{}, err
	}
	info, err := d.root.Lstat(place(key))
	if err == nil && !info.Mode().IsRegular() {
		err = fs.ErrNotExist
	}
	if err != nil {
		return Info{}, diskFault("stat", key, err)
	}
	return Info{Key: key, Size: info.Size(), Modified: info.ModTime()}, nil
}

// Delete removes an object. It shares a lock with Put, so a file that is handed over again at this
// very moment is either seen as new here or written anew there, never lost.
func (d *Disk) Delete(ctx context.Context, key, _ string, before time.Time) (bool, error) {
	if err := checkKey(key); err != nil {
		return false, err
	}
	unlock, err := d.lock()
	if err != nil {
		return false, diskFault("delete", key, err)
	}
	defer unlock()
	info, err := d.root.Lstat(place(key))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, diskFault("delete", key, err)
	}
	if !before.IsZero() && !info.ModTime().Before(before) {
		return false, nil
	}
	if err := d.root.Remove(place(key)); err != nil {
		return false, diskFault("delete", key, err)
	}
	err = d.sync(path.Dir(place(key)))
	for dir := path.Dir(place(key)); dir != "objects"; dir = path.Dir(dir) {
		if d.root.Remove(dir) != nil { // not empty, as a rule
			break
		}
	}
	return true, diskFault("delete", key, err)
}

// List walks through all objects in the order of their keys.
func (d *Disk) List(ctx context.Context, prefix string, each func(Info) error) error {
	return fs.WalkDir(d.root.FS(), "objects", func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) { // removed while we walk
			return nil
		}
		if err := errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		key := strings.TrimPrefix(name, "objects/")
		if !entry.Type().IsRegular() || !strings.HasPrefix(key, prefix) {
			return nil
		}
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		return each(Info{Key: key, Size: info.Size(), Modified: info.ModTime()})
	})
}

// Lock is more than a disk can do: whoever may write the folder may remove its files.
func (d *Disk) Lock(_ context.Context, key, _ string, _ time.Time) error {
	return fmt.Errorf("evidence: lock %s: %w", key, ErrNoLock)
}

// Locked is never.
func (d *Disk) Locked(_ context.Context, key, _ string) (time.Time, error) {
	return time.Time{}, checkKey(key)
}

// Probe has nothing to try on a disk.
func (d *Disk) Probe(context.Context) error { return nil }

// Sealing says honestly that a disk can't.
func (d *Disk) Sealing() Sealing { return sealDisk }

// File opens an object as a file, for copying it to another store.
func (d *Disk) File(key string) (*os.File, error) {
	if err := checkKey(key); err != nil {
		return nil, err
	}
	f, err := d.root.Open(place(key))
	return f, diskFault("open", key, err)
}

// Check writes a byte to the disk and takes it away again.
func (d *Disk) Check(ctx context.Context) error {
	f, name, err := d.temporary()
	if err != nil {
		return diskFault("check", "", err)
	}
	defer d.root.Remove(name)
	_, err = f.Write([]byte{1})
	return diskFault("check", "", errors.Join(err, f.Sync(), f.Close()))
}

// Tidy removes what a Put that was broken off by a crash left behind before the given moment.
func (d *Disk) Tidy(before time.Time) error {
	return removeOlder(d.root, "tmp", before)
}

// diskFault puts an error of the file system into our words; nil stays nil.
func diskFault(act, key string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("evidence: %s %s: %w", act, key, missing(err))
	}
	for _, down := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG, syscall.EROFS, syscall.EIO, syscall.ESTALE, syscall.EMFILE, syscall.ENFILE} {
		if errors.Is(err, down) {
			return fmt.Errorf("evidence: %s %s: %w", act, key, unavailable(err))
		}
	}
	return fmt.Errorf("evidence: %s %s: %w", act, key, err)
}

// digest hashes what r gives.
func digest(r io.Reader) (sum [32]byte, err error) {
	h := sha256.New()
	_, err = io.Copy(h, r)
	return [32]byte(h.Sum(nil)), err
}
