//go:build unix && !linux

package devstack

import "syscall"

// childAttr lets the child run as the account, outside our process group. There is no
// parent-death signal here: a PostgreSQL that outlives us is asked to stop at the next Start.
func childAttr(a *account, _ syscall.Signal) *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Setpgid: true}
	if a != nil {
		attr.Credential = &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)}
	}
	return attr
}

func onOwnThread(run func() error) error { return run() }

// worksIn can't look into other processes here, so it believes the number if it is alive.
func worksIn(pid int, _ string) bool { return syscall.Kill(pid, 0) == nil }
