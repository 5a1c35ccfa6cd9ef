//go:build unix

package devstack

import (
	"os"
	"path/filepath"
	"time"
)

// RemoveAbandoned removes the folders that fit the pattern and hold a PostgreSQL of a program that
// was killed: both locks are free. Folders without a lock, or whose lock is younger than a minute,
// may belong to a program that is just starting, and stay. It is meant for the folders of tests.
func RemoveAbandoned(pattern string) {
	dirs, _ := filepath.Glob(pattern)
	for _, dir := range dirs {
		removeIfAbandoned(dir)
	}
}

func removeIfAbandoned(dir string) {
	info, err := os.Stat(filepath.Join(dir, "lock"))
	if err != nil || time.Since(info.ModTime()) < time.Minute {
		return
	}
	lock, err := takeLock(filepath.Join(dir, "lock"))
	if err != nil {
		return
	}
	defer letGo(lock)
	child, err := takeLock(filepath.Join(dir, "postgres.lock"))
	if err != nil {
		return
	}
	defer letGo(child)
	forgetSockets(filepath.Join(dir, "run"))
	_ = os.RemoveAll(dir)
}
