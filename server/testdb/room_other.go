//go:build !linux

package testdb

import "os"

// room is the folder in which the server's own folder is made.
func room() string { return os.TempDir() }
