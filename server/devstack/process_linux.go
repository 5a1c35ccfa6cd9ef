package devstack

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
)

// childAttr lets the child run as the account, outside our process group (Ctrl-C reaches only us,
// so that we stop first and it stops in order), and has the kernel send it a signal if we die.
func childAttr(a *account, ifWeDie syscall.Signal) *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Setpgid: true, Pdeathsig: ifWeDie}
	if a != nil {
		attr.Credential = &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)}
	}
	return attr
}

// onOwnThread runs a child from a thread that nobody else can end meanwhile: the kernel's
// parent-death signal follows the thread that started the child, not the process.
func onOwnThread(run func() error) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	return run()
}

// worksIn says whether the process is one that works in the folder, as a postmaster does.
func worksIn(pid int, dir string) bool {
	cwd, err := os.Readlink(filepath.Join("/proc", strconv.Itoa(pid), "cwd"))
	if err != nil {
		return false
	}
	want, err := filepath.EvalSymlinks(dir)
	return err == nil && cwd == want
}
