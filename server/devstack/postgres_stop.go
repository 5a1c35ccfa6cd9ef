//go:build unix

package devstack

import (
	"context"
	"os"
	"syscall"
	"time"
)

// patience is how long a fast shutdown may take: running statements are cancelled, and a last
// checkpoint writes everything down.
const patience = 30 * time.Second

// Stop ends PostgreSQL in order and returns when it is gone and the folder is free. If that takes
// longer than thirty seconds, or than the context, PostgreSQL ends at once instead and will recover
// at the next Start; nothing committed is lost. Further calls do nothing.
func (s *Server) Stop(ctx context.Context) error {
	s.stopping.Store(true)
	_ = s.cmd.Process.Signal(syscall.SIGINT) // an error means that it is gone already
	select {
	case <-s.ended:
		s.release()
		return nil
	case <-ctx.Done():
	case <-time.After(patience):
	}
	s.halt(syscall.SIGQUIT)
	return &Trouble{
		ZH: "PostgreSQL 未能及时正常停止，已立即结束；下次启动时会自动恢复，已提交的数据不会丢失。",
		EN: "PostgreSQL did not stop in time and was ended at once; it recovers at the next start, and nothing committed is lost.",
	}
}

// halt ends it without ceremony: the given signal, then, if that is not heard, the hard one.
func (s *Server) halt(sig syscall.Signal) {
	s.stopping.Store(true)
	_ = s.cmd.Process.Signal(sig)
	select {
	case <-s.ended:
	case <-time.After(10 * time.Second):
		_ = syscall.Kill(-s.cmd.Process.Pid, syscall.SIGKILL)
		<-s.ended
	}
	s.release()
}

// finish runs once, when the postmaster has ended.
func (s *Server) finish(err error) {
	if !s.stopping.Load() {
		s.died <- &Trouble{
			ZH:  "PostgreSQL 意外停止。原因见 " + s.logFile() + "。",
			EN:  "PostgreSQL ended although nobody stopped it. The reason is in " + s.logFile() + ".",
			Err: err,
		}
	}
	close(s.died)
	close(s.ended)
}

// endedEarly is what Start says when PostgreSQL gave up; the end of its log is the reason.
func (s *Server) endedEarly() error {
	return &Trouble{
		ZH: "PostgreSQL 未能启动。日志 " + s.logFile() + " 的末尾：\n" + s.logTail(),
		EN: "PostgreSQL did not start. Its log " + s.logFile() + " ends with:\n" + s.logTail(),
	}
}

// release lets go of the folder: the locks last, so that a successor finds nothing half removed.
func (s *Server) release() {
	s.once.Do(func() {
		if s.sockets != "" {
			s.removeSockets()
		}
		if s.child != nil {
			s.child.Close() // not letGo: if a process of PostgreSQL lingers, it keeps the lock
		}
		if s.lock != nil {
			_ = s.lock.Truncate(0)
			letGo(s.lock)
		}
	})
}

func (s *Server) logFile() string { return s.set.Dir + "/postgres.log" }

// openLog appends to the log; a log that has grown over the runs makes room first.
func (s *Server) openLog() (*os.File, error) {
	if info, err := os.Stat(s.logFile()); err == nil && info.Size() > 4<<20 {
		if err := os.Rename(s.logFile(), s.logFile()+".old"); err != nil {
			return nil, err
		}
	}
	f, err := os.OpenFile(s.logFile(), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil {
		s.logFrom = info.Size()
	}
	return f, nil
}

// logTail is the end of what this run wrote.
func (s *Server) logTail() string {
	all, err := os.ReadFile(s.logFile())
	if err != nil || int64(len(all)) < s.logFrom {
		return ""
	}
	return string(lastBytes(all[s.logFrom:], 1500))
}
