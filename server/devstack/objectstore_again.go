package devstack

import (
	"context"
	"os/exec"
	"sync"
	"syscall"
)

// Kill ends the server as a power cut would, and waits until it is gone.
func (s *ObjectServer) Kill() {
	s.once.Do(func() {
		s.cmd.Process.Kill()
		<-s.gone
	})
}

// Freeze stops the server in the middle of whatever it does: it takes connections and answers none.
func (s *ObjectServer) Freeze() error { return s.cmd.Process.Signal(syscall.SIGSTOP) }

// Thaw lets a frozen server go on.
func (s *ObjectServer) Thaw() error { return s.cmd.Process.Signal(syscall.SIGCONT) }

// Again starts a stopped MinIO anew: the same address, the same keys, the same folder.
func (s *ObjectServer) Again(ctx context.Context) error {
	old := s.cmd
	s.cmd = exec.Command(old.Path, old.Args[1:]...)
	s.cmd.Env, s.cmd.Dir, s.cmd.SysProcAttr = old.Env, old.Dir, dieWithParent()
	if err := s.cmd.Start(); err != nil {
		return err
	}
	s.once, s.gone = sync.Once{}, make(chan struct{})
	go func(cmd *exec.Cmd, gone chan struct{}) { cmd.Wait(); close(gone) }(s.cmd, s.gone)
	return s.ready(ctx, minioReady)
}
