//go:build unix && !linux

package devstack

import "syscall"

// dieWithParent only sets the child apart: other systems have no signal for a parent's death.
func dieWithParent() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }
