//go:build linux

package faults

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"tiaocai/server/devstack"
	"tiaocai/server/testdb"
)

// What all tests share: the program, built once, and the programs of PostgreSQL and MinIO.
var binary, postgresBin, minioBin, room string

// TestMain builds before m.Run, because the time limit of go test starts there.
func TestMain(m *testing.M) { os.Exit(built(m)) }

func built(m *testing.M) int {
	var err error
	if room, err = os.MkdirTemp("/tmp", "tc-faults-"); err != nil { // short: sockets lie in it
		panic(err)
	}
	defer os.RemoveAll(room)
	os.Chmod(room, 0o755)
	ctx := context.Background()
	_, cache := devstack.Folders()
	if postgresBin, _, err = devstack.FindPostgres(ctx, devstack.Places{Bin: os.Getenv("TIAOCAI_PG_BIN"), Cache: cache}); err == nil {
		minioBin, err = devstack.FindMinIO(ctx, cache)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	binary = filepath.Join(room, "server")
	if out, err := exec.Command("go", "build", "-o", binary, "tiaocai/server").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s\n", out)
		return 1
	}
	if err := flag.Set("test.parallel", "5"); err != nil { // they wait more than they work
		panic(err)
	}
	return testdb.Run(m)
}
