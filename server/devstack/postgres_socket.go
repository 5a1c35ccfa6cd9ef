//go:build unix

package devstack

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

const socketName = ".s.PGSQL.5432"

// longestSocket is how many bytes the path of a Unix socket may have.
var longestSocket = map[string]int{"linux": 107}[runtime.GOOS]

func init() {
	if longestSocket == 0 {
		longestSocket = 103
	}
}

// makeSockets makes an empty folder for the socket: run beside the data, or, if its path would be
// too long (or has a comma, which PostgreSQL takes for a list), a short one for temporary files.
func (s *Server) makeSockets() (string, error) {
	run := filepath.Join(s.set.Dir, "run")
	forgetSockets(run)
	if !fits(run) {
		short, err := s.shortSockets()
		if err != nil {
			return "", err
		}
		return short, os.Symlink(short, run) // so that the next run can clear it away
	}
	if err := os.Mkdir(run, 0o700); err != nil {
		return "", err
	}
	return run, s.low.give(run)
}

func fits(dir string) bool {
	return len(dir)+1+len(socketName) <= longestSocket && !strings.ContainsAny(dir, `,"`)
}

// shortSockets prefers the folder that the system names, if that is short and open to the low user.
func (s *Server) shortSockets() (string, error) {
	parent := os.TempDir()
	if !fits(filepath.Join(parent, shortPrefix+"0123456789")) || s.low.reaches(parent, "", "") != nil {
		parent = "/tmp"
	}
	short, err := os.MkdirTemp(parent, shortPrefix)
	if err != nil {
		return "", err
	}
	return short, s.low.give(short)
}

const shortPrefix = "tiaocai-pg-"

// forgetSockets clears away what a killed predecessor left; we hold the locks, so nobody uses it.
func forgetSockets(run string) {
	if short, err := os.Readlink(run); err == nil {
		forgetShort(short)
	}
	_ = os.RemoveAll(run)
}

// forgetShort removes a short folder, and nothing that isn't one.
func forgetShort(dir string) {
	if strings.HasPrefix(filepath.Base(dir), shortPrefix) {
		_ = os.RemoveAll(dir)
	}
}

func (s *Server) removeSockets() { forgetSockets(filepath.Join(s.set.Dir, "run")) }
