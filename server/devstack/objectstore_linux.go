package devstack

import "syscall"

// dieWithParent has the kernel end the child when this process ends, however it ends. The child is
// in a process group of its own, so that Ctrl-C reaches only us.
func dieWithParent() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
