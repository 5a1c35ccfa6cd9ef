package backup

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Target is the file that a backup goes to. It has its name only once it is complete: until then
// it is called .part, and a backup that fails takes it away again.
type Target struct {
	*os.File
	Name string // "" for a device or a pipe, which is written as it is
}

// Open opens the target: a new file, a file named by the moment in an existing folder, or a device.
// An existing file is never overwritten.
func Open(path string, now time.Time) (*Target, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		path = filepath.Join(path, now.Format("tiaocai-20060102-150405.tar"))
		info, err = os.Stat(path)
	}
	switch {
	case err == nil && info.Mode().IsRegular():
		return nil, refuse("backup-exists", "已有同名文件 "+path+"，没有覆盖。请换一个文件名。", "There is a file "+path+" already; it was not overwritten. Please choose another name.", nil)
	case err == nil:
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &Target{File: f}, err
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".part-*")
	if err != nil {
		return nil, refuse("backup-place", "不能在 "+filepath.Dir(path)+" 中写文件，没有备份。请核对文件夹及其权限。", "Cannot write in "+filepath.Dir(path)+"; no backup was made. Please check the folder and its permissions.", written(err))
	}
	return &Target{File: f, Name: path}, nil
}

// Keep gives the file its name, once every byte is on the disk itself.
func (t *Target) Keep() error {
	if t.Name == "" {
		return written(t.Close())
	}
	err := errors.Join(t.Sync(), t.Close())
	if err == nil {
		if _, there := os.Lstat(t.Name); there == nil {
			err = fmt.Errorf("%s appeared meanwhile", t.Name)
		} else {
			err = os.Rename(t.File.Name(), t.Name)
		}
	}
	if err != nil {
		return errors.Join(written(err), os.Remove(t.File.Name()))
	}
	dir, err := os.Open(filepath.Dir(t.Name))
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}

// Drop takes an unfinished file away.
func (t *Target) Drop() error {
	err := t.Close()
	if t.Name == "" {
		return err
	}
	return errors.Join(err, os.Remove(t.File.Name()))
}
