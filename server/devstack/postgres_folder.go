//go:build unix

package devstack

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// makeDir makes the folder of the server. If we are root, others may pass through it, not look
// into it: the low user has to reach its data.
func (s *Server) makeDir() error {
	mode := os.FileMode(0o700)
	if os.Geteuid() == 0 {
		mode = 0o711
	}
	err := makeFolders(filepath.Dir(s.set.Dir))
	if err == nil {
		err = os.Mkdir(s.set.Dir, mode)
	}
	if errors.Is(err, os.ErrExist) || err == nil {
		err = openTo(s.set.Dir, mode)
	}
	if err != nil {
		return &Trouble{
			ZH:  "无法使用数据文件夹 " + s.set.Dir + "。请检查权限，或用 TIAOCAI_DATA_DIR 指定另一个文件夹。",
			EN:  "The data folder " + s.set.Dir + " can't be used. Please check its rights, or name another one with TIAOCAI_DATA_DIR.",
			Err: err,
		}
	}
	return nil
}

// openTo adds the bits that are missing, and takes none away.
func openTo(dir string, mode os.FileMode) error {
	info, err := os.Stat(dir)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return syscall.ENOTDIR
	}
	if have := info.Mode().Perm(); have|mode != have {
		return os.Chmod(dir, have|mode)
	}
	return nil
}

// takeOver locks the folder before anything in it is touched. Without this lock a second program
// would seem to start: its own postgres would end at once, and it would talk to the first one's.
func (s *Server) takeOver() (*os.File, error) {
	path := filepath.Join(s.set.Dir, "lock")
	f, err := takeLock(path)
	if errors.Is(err, errHeld) {
		return nil, inUse(s.set.Dir, readPID(path))
	}
	if err != nil {
		return nil, err
	}
	return f, writeHolder(f)
}

func inUse(dir string, pid int) error {
	zh, en := "另一个进程", "another process"
	if pid > 0 {
		zh, en = "进程 "+strconv.Itoa(pid), "process "+strconv.Itoa(pid)
	}
	return &Trouble{
		ZH: "数据文件夹 " + dir + " 正由" + zh + "使用。请先停止它，或用 TIAOCAI_DATA_DIR 指定另一个文件夹。",
		EN: "The data folder " + dir + " is in use by " + en + ". Please stop that first, or name another folder with TIAOCAI_DATA_DIR.",
	}
}

// waitForOld waits for a predecessor whose parent was killed: every process of PostgreSQL inherits
// this second lock, so it is free exactly when the last of them is gone. One that doesn't seem to
// know that it should end is told so.
func (s *Server) waitForOld(ctx context.Context) (*os.File, error) {
	path := filepath.Join(s.set.Dir, "postgres.lock")
	const turn = 20 * time.Millisecond
	for waited := time.Duration(0); ; waited += turn {
		f, err := takeLock(path)
		if !errors.Is(err, errHeld) {
			return f, err
		}
		old := readPID(filepath.Join(s.data(), "postmaster.pid"))
		switch {
		case waited == turn:
			s.say("waiting for the previous PostgreSQL (process %d) to end", old)
		case waited == 50*turn && old > 0 && worksIn(old, s.data()):
			_ = syscall.Kill(old, syscall.SIGINT)
		case waited > patience+10*time.Second:
			return nil, inUse(s.set.Dir, old)
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(turn):
		}
	}
}

// forgetStalePID removes what a killed postmaster left if its number now belongs to some other
// program, as it easily does in a container: PostgreSQL only looks whether the number is alive,
// and would refuse to start. We know better, because we hold both locks.
func (s *Server) forgetStalePID() {
	path := filepath.Join(s.data(), "postmaster.pid")
	pid := readPID(path)
	if pid == 0 || syscall.Kill(pid, 0) != nil || worksIn(pid, s.data()) {
		return
	}
	s.say("process %d is no longer PostgreSQL; its postmaster.pid is removed", pid)
	_ = os.Remove(path)
}
