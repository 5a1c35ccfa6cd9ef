package evidence

import (
	"context"
	"crypto/rand"
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

// Put copies the file beside the objects, hashing once more, and moves it to its place. Putting the
// same content again writes it anew, so that it counts as young and no sweep takes it away.
func (d *Disk) Put(ctx context.Context, key string, file *os.File, size int64, sum [32]byte, _ string) (string, error) {
	if err := checkKey(key); err != nil {
		return "", err
	}
	name, err := d.copyIn(ctx, file, size, sum)
	if name != "" {
		defer d.root.Remove(name) // finds nothing once the file is in its place
	}
	if err != nil {
		return "", diskFault("put", key, err)
	}
	return "", diskFault("put", key, d.moveIn(name, key, size, sum))
}

// copyIn writes the content to a temporary file and to the disk itself, and compares the digest.
func (d *Disk) copyIn(ctx context.Context, file *os.File, size int64, sum [32]byte) (name string, err error) {
	to, name, err := d.temporary()
	if err != nil {
		return "", err
	}
	h := sha256.New()
	from := &interruptible{ctx, io.NewSectionReader(file, 0, size)}
	n, err := io.Copy(io.MultiWriter(to, h), from)
	err = errors.Join(err, to.Sync(), to.Close())
	if err == nil && (n != size || [32]byte(h.Sum(nil)) != sum) {
		err = ErrChecksum
	}
	return name, err
}

// moveIn gives the temporary file its key. Only the same content may take the place of an object.
func (d *Disk) moveIn(name, key string, size int64, sum [32]byte) error {
	unlock, err := d.lock()
	if err != nil {
		return err
	}
	defer unlock()
	if err := d.sameOrFree(place(key), size, sum); err != nil {
		return err
	}
	if err := d.makeFolder(path.Dir(place(key))); err != nil {
		return err
	}
	if err := d.root.Rename(name, place(key)); err != nil {
		return err
	}
	return d.sync(path.Dir(place(key)))
}

// sameOrFree answers ErrTaken if other content lies at name, for instance the same file, damaged
// since: that wants a person's eye and must not be covered up.
func (d *Disk) sameOrFree(name string, size int64, sum [32]byte) error {
	f, err := d.root.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Mode().IsRegular() && info.Size() == size {
		if got, err := digest(f); err != nil || got == sum {
			return err
		}
	}
	return ErrTaken
}

// makeFolder makes the folder of an object; new folders are synced, each in its parent, or a power
// cut could lose the object together with its folder.
func (d *Disk) makeFolder(dir string) error {
	if _, err := d.root.Stat(dir); err == nil {
		return nil
	}
	if err := d.root.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	for dir != "." {
		dir = path.Dir(dir)
		if err := d.sync(dir); err != nil {
			return err
		}
	}
	return nil
}

// sync writes a folder's entries to the disk itself.
func (d *Disk) sync(dir string) error {
	f, err := d.root.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// temporary makes an empty file beside the objects, on the same file system.
func (d *Disk) temporary() (*os.File, string, error) {
	name := "tmp/put-" + strings.ToLower(rand.Text())
	f, err := d.root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	return f, name, err
}

// lock waits for the store's lock, which also holds between processes; the kernel lets go of it if
// we die. It is held for a moment only: long copies are done before.
func (d *Disk) lock() (unlock func(), err error) {
	f, err := d.root.OpenFile("lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() { f.Close() }, nil
}

// removeOlder removes the files in a folder that were last written before the given moment.
func removeOlder(root *os.Root, dir string, before time.Time) error {
	entries, err := fs.ReadDir(root.FS(), dir)
	if err != nil {
		return fmt.Errorf("tidy %s: %w", dir, err)
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() || !info.ModTime().Before(before) {
			continue // gone meanwhile, or not ours, or still in use
		}
		if err := root.Remove(path.Join(dir, entry.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("tidy %s: %w", dir, err)
		}
	}
	return nil
}

// interruptible is a reader that ends with the context.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

func (i *interruptible) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.r.Read(p)
}
