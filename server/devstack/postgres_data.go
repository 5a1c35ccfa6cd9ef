//go:build unix

package devstack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// locale must know that Chinese characters are letters: under plain C the index for searching
// parts of words (pg_trgm) finds no Chinese at all.
var locale = map[string]string{"darwin": "en_US.UTF-8"}[runtime.GOOS]

func init() {
	if locale == "" {
		locale = "C.UTF-8"
	}
}

// makeData makes the data folder if there is no finished one, or checks the one that is there.
func (s *Server) makeData(ctx context.Context) error {
	removeAll(s.data() + ".tmp-*") // what was left when somebody was killed in initdb
	version, err := os.ReadFile(filepath.Join(s.data(), "PG_VERSION"))
	if err == nil {
		return s.checkData(ctx, strings.TrimSpace(string(version)))
	}
	if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := s.initdb(ctx); err != nil {
		return &Trouble{
			ZH:  "无法在 " + s.set.Dir + " 中建立 PostgreSQL 数据文件夹。",
			EN:  "The PostgreSQL data folder could not be made in " + s.set.Dir + ".",
			Err: err,
		}
	}
	return nil
}

// checkData makes sure that the programs fit the data, which PostgreSQL itself says less plainly.
func (s *Server) checkData(ctx context.Context, version string) error {
	major, err := pairVersion(ctx, s.set.Bin)
	if err != nil {
		return err
	}
	if version != strconv.Itoa(major) {
		return &Trouble{
			ZH: fmt.Sprintf("数据文件夹 %s 由 PostgreSQL %s 建立，而 %s 是 %d 版。请用 TIAOCAI_PG_BIN 指定 %[2]s 版所在的文件夹。", s.data(), version, s.set.Bin, major),
			EN: fmt.Sprintf("The data folder %s was made by PostgreSQL %s, but %s is version %d. Please name the folder of version %[2]s with TIAOCAI_PG_BIN.", s.data(), version, s.set.Bin, major),
		}
	}
	if uid, _, ok := owner(s.data()); ok && uid == 0 && s.low != nil { // restored by root from a backup
		return s.low.give(s.data())
	}
	return nil
}

// initdb makes the data in a folder of another name and renames it when it is complete and on
// disk, so that a kill in the middle leaves nothing that looks finished.
func (s *Server) initdb(ctx context.Context) error {
	work, err := os.MkdirTemp(s.set.Dir, "data.tmp-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := s.low.give(work); err != nil {
		return err
	}
	args := []string{
		"-D", work, "-U", Database, "-A", "trust", "-E", "UTF8",
		"--locale=" + locale, "--data-checksums", "--no-instructions",
	}
	if s.set.Fast {
		args = append(args, "--no-sync")
	}
	cmd := exec.CommandContext(ctx, filepath.Join(s.set.Bin, "initdb"), args...)
	cmd.Dir = work
	cmd.Env = s.environment()
	cmd.SysProcAttr = childAttr(s.low, syscall.SIGKILL)
	var out []byte
	err = onOwnThread(func() (err error) { out, err = cmd.CombinedOutput(); return err })
	if err != nil {
		return fmt.Errorf("initdb: %w: %s", err, lastBytes(out, 600))
	}
	if err := os.Rename(work, s.data()); err != nil {
		return err
	}
	return syncFolder(s.set.Dir)
}

// syncFolder makes a rename in the folder outlive a power cut.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
